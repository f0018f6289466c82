//! Where parts came from: every place that describes them, what was moved to them, what was decided.

mod merging;

use merging::parse_all;
use oasmith_source::SourceMap;
use oasmith_spec::merge::explain::{Explanation, Part, trace};
use oasmith_spec::merge::{Choice, NameChoice, Policies};
use oasmith_spec::recover::{Ledger, recover};

/// All that is known about something, a line each; or what it may mean.
fn explain(what: &str, parts: &[&str]) -> String {
    explain_by(what, parts, Policies::default())
}

fn explain_by(what: &str, parts: &[&str], policies: Policies) -> String {
    let (sources, nodes) = parse_all(parts);
    let (trace, said) = trace(nodes, &policies, &sources);
    let trace = trace.expect("a document");
    let (recovered, _) = recover(trace.merged.clone(), &Ledger::default());
    match trace.explain(what, &recovered.document, &[], &recovered.ledger, &said) {
        Ok(explanation) => shown(&explanation, &sources),
        Err(fault) => format!("not one: {:?}\n", fault.meanings),
    }
}

fn shown(explanation: &Explanation, sources: &SourceMap) -> String {
    let mut out = format!("{}\n", explanation.subject);
    for it in &explanation.parts {
        out += &part(it, sources);
    }
    for said in &explanation.decisions {
        out += &format!("{}: {}\n", said.code.id, said.message);
    }
    out
}

fn part(part: &Part, sources: &SourceMap) -> String {
    let place = |span| sources.place(span);
    let mut out = format!("  {} {}\n", part.name, place(part.place));
    for also in &part.also {
        out += &format!("    also {}\n", place(*also));
    }
    for again in &part.again {
        let differs = again.differs.as_deref().unwrap_or("same");
        out += &format!("    again {} {differs}\n", place(again.place));
    }
    for (name, from) in &part.moved {
        out += &format!("    moved {name} {}\n", place(*from));
    }
    for it in &part.uses {
        out += &format!("    holds {} at {} {}\n", it.name, it.at, place(it.span));
    }
    for it in &part.used {
        out += &format!("    in {} {}\n", it.at, place(it.span));
    }
    if let Some(entry) = &part.named {
        out += &format!(
            "    named by {}\n",
            entry.evidence.as_deref().unwrap_or("?")
        );
    }
    out
}

const ONE: &str = "
openapi: 3.1.0
security: [{key: []}]
paths:
  /pets/{id}:
    get: {operationId: pet, parameters: [{name: id, in: path}]}
";
const OTHER: &str = "
openapi: 3.1.0
servers: [{url: /v2}]
paths:
  /pets/{petId}:
    parameters: [{name: petId, in: path}]
    put: {operationId: change}
";

#[test]
fn a_path_tells_its_places_and_what_was_moved_to_its_operations() {
    insta::assert_snapshot!(explain("/pets/{id}", &[ONE, OTHER]), @"
    /pets/{id}
       a.yaml:5:3
        also b.yaml:5:3
      GET pet a.yaml:6:5
      PUT change b.yaml:7:5
        moved servers b.yaml:3:10
        moved security b.yaml:7:5
        moved parameter id b.yaml:6:18
    OAS108: `/pets/{petId}` is the same path as `/pets/{id}`
    ");
    // By the names of its own source too.
    insta::assert_snapshot!(explain("PUT /pets/{petId}", &[ONE, OTHER]), @"
    PUT /pets/{id}
       b.yaml:7:5
        moved servers b.yaml:3:10
        moved security b.yaml:7:5
        moved parameter id b.yaml:6:18
    ");
}

#[test]
fn an_operation_tells_who_says_the_same_and_who_differs() {
    let parts = [
        "{openapi: 3.1.0, paths: {/a: {get: {operationId: a}}}}",
        "{openapi: 3.1.0, paths: {/a: {get: {operationId: a}}}}",
        "{openapi: 3.1.0, paths: {/a: {get: {operationId: a, summary: x}}}}",
    ];
    insta::assert_snapshot!(explain("a", &parts), @"
    GET /a
       a.yaml:1:31
        again b.yaml:1:31 same
        again c.yaml:1:31 /summary
    OAS101: `GET /a` is described twice, and differs at `/summary`
    ");
    let last = Policies {
        operations: Choice::Last,
        ..Policies::default()
    };
    insta::assert_snapshot!(explain_by("a", &parts, last), @"
    GET /a
       c.yaml:1:31
        again a.yaml:1:31 /summary
        again b.yaml:1:31 /summary
    OAS101: `GET /a` is described twice, and differs at `/summary`
    ");
}

#[test]
fn a_component_that_was_renamed_is_told_by_its_new_name() {
    let parts = [
        "{openapi: 3.1.0, components: {schemas: {Pet: {type: object}}}}",
        "{openapi: 3.1.0, components: {schemas: {Pet: {type: string}, Cat: {$ref: '#/components/schemas/Pet'}}}}",
    ];
    let rename = Policies {
        components: NameChoice::Rename,
        ..Policies::default()
    };
    insta::assert_snapshot!(explain_by("BPet", &parts, rename), @"
    #/components/schemas/BPet
       b.yaml:1:41
        in Cat b.yaml:1:67
    OAS102: `#/components/schemas/Pet` is described twice, and differs at `/type`
    ");
}

#[test]
fn a_recovered_component_tells_where_its_copies_stood() {
    let pet = "{type: object, properties: {name: {type: string}}}";
    let part = |path: &str, id: &str| {
        format!(
            "{{openapi: 3.1.0, paths: {{{path}: {{get: {{operationId: {id}, responses: {{'200': {{content: {{a/b: {{schema: {pet}}}}}}}}}}}}}}}}}"
        )
    };
    let parts = [part("'/pets/{id}'", "getPet"), part("/best", "bestPet")];
    insta::assert_snapshot!(explain("Pet", &parts.each_ref().map(|it| &**it)), @"
    #/components/schemas/Pet
       a.yaml:1:112
        in GET /pets/{id} 200 a.yaml:1:112
        in GET /best 200 b.yaml:1:106
        named by noun of getPet and another
    ");
}

#[test]
fn a_pointer_tells_what_other_sources_have_there_and_tags_go_by_name() {
    let parts = [
        "{openapi: 3.1.0, info: {title: A}, tags: [{name: x}, {name: y}]}",
        "{openapi: 3.1.0, info: {title: B}, tags: [{name: y}]}",
    ];
    insta::assert_snapshot!(explain("/info/title", &parts), @"
    #/info/title
       a.yaml:1:32
        again b.yaml:1:32 
    OAS103: `info` is described twice, and differs at `/title`
    ");
    insta::assert_snapshot!(explain("#/tags/1", &parts), @"
    #/tags/1
       a.yaml:1:54
        again b.yaml:1:43 same
    ");
}

#[test]
fn a_security_scheme_tells_who_requires_it() {
    let parts = [
        "{openapi: 3.1.0, paths: {/a: {get: {security: [{key: []}]}}}, components: {securitySchemes: {key: {}}}}",
        "{openapi: 3.1.0, security: [{key: []}], paths: {/b: {get: {}}}}",
    ];
    insta::assert_snapshot!(explain("key", &parts), @"
    #/components/securitySchemes/key
       a.yaml:1:94
        in GET /a security a.yaml:1:49
        in GET /b security b.yaml:1:30
    ");
}

#[test]
fn a_word_that_means_nothing_or_several_things_is_told() {
    let parts = [
        "{openapi: 3.1.0, paths: {/a: {get: {operationId: pet}}}, components: {schemas: {pet: {}}, responses: {pet: {}}}}",
    ];
    insta::assert_snapshot!(explain("pet", &parts), @r##"not one: ["GET /a", "#/components/schemas/pet", "#/components/responses/pet"]"##);
    for nothing in [
        "",
        "/",
        "#/",
        "pets",
        "GET",
        "PUT /a",
        "/paths/a",
        "#/paths/~1a/put",
    ] {
        assert_eq!(explain(nothing, &parts), "not one: []\n", "{nothing}");
    }
}

#[test]
fn a_webhook_is_explained_with_the_operation_of_its_name() {
    let webhook = "webhooks: {paid: {post: {operationId: paid}}}";
    let alone = explain("paid", &[&format!("{{openapi: 3.1.0, {webhook}}}")]);
    assert!(alone.starts_with("paid\n"), "{alone}");
    let schema = "components: {schemas: {paid: {type: object}}}";
    let both = explain(
        "paid",
        &[&format!("{{openapi: 3.1.0, {webhook}, {schema}}}")],
    );
    assert_eq!(
        both,
        "not one: [\"#/webhooks/paid\", \"#/components/schemas/paid\"]\n"
    );
}

#[test]
fn an_operation_of_another_method_is_found_by_its_method_and_by_its_pointer() {
    let parts = [
        "{openapi: 3.2.0, paths: {/a: {parameters: [{name: p, in: query}], additionalOperations: {COPY: {operationId: copy}}}}}",
        "{openapi: 3.2.0, paths: {/a: {get: {}}}}",
    ];
    insta::assert_snapshot!(explain("COPY /a", &parts), @"
    COPY /a
       a.yaml:1:90
        moved parameter p a.yaml:1:44
    ");
    insta::assert_snapshot!(explain("#/paths/~1a/additionalOperations/COPY", &parts), @"
    COPY /a
       a.yaml:1:90
        moved parameter p a.yaml:1:44
    ");
    insta::assert_snapshot!(explain("copy", &parts), @"
    COPY /a
       a.yaml:1:90
        moved parameter p a.yaml:1:44
    ");
}
