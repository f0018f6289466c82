//! `oasmith explain`, `init`, `dump`, `completions`, and what all commands share.

use insta::assert_snapshot;

use crate::place::{CATS, Place, document};

#[test]
fn every_code_is_explained() {
    let place = Place::new(&[]);
    let list = place.run(&["explain"]);
    assert_eq!(list.code, 0);
    assert!(list.out.lines().count() > 40);
    for line in list.out.lines() {
        let mut words = line.split_whitespace();
        let (id, name) = (words.next().unwrap(), words.next().unwrap());
        let page = place.run(&["explain", id]);
        assert_eq!(page.code, 0);
        assert!(
            page.out.starts_with(&format!("# {id} {name}\n\n")),
            "{}",
            page.out
        );
        assert!(page.out.lines().count() > 2, "{id} is documented");
    }
}

#[test]
fn a_code_is_found_by_its_name_and_a_slip_is_understood() {
    let place = Place::new(&[]);
    assert_snapshot!(place.run(&["explain", "output-not-ours"]).out, @"
    # OAS911 output-not-ours

    The output folder holds something that oasmith did not make.

    The output is replaced as a whole, so oasmith only writes to a folder that does not exist, is empty, or has the
    file `.oasmith` that it leaves in every folder it makes. Choose another folder, or empty this one.
    ");
    let ran = place.run(&["explain", "output-not-our"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error[OAS920]: unknown code `output-not-our`
     |
     = help: did you mean `output-not-ours`?

    1 error
    ");
}

#[test]
fn init_writes_a_configuration_that_generates() {
    let odd = document(
        "  /a:\n    get:\n      operationId: a\n      parameters:\n        \
         - { name: at, in: query, schema: { type: string, format: date_time } }\n      \
         responses: { '200': { description: ok } }\n",
    );
    let place = Place::new(&[("api/cats.yaml", &odd)]);
    let ran = place.run(&["init", "api/cats.yaml"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "wrote api/oasmith.toml\n"),
        "{}",
        ran.err
    );
    assert_snapshot!(place.text("api/oasmith.toml"), @r#"
    # How oasmith reads this API and what it generates. Every key that there is stands here.
    # Paths are relative to this file.

    [api]
    # The generated crate. Left out: made from the title of the document.
    name = "cats"
    # Pages and documents, in the order in which they are read; globs may stand for many.
    # Left out: every Markdown page and every JSON and YAML document beside this one.
    sources = ["cats.yaml"]
    # The folder that references from file to file may not leave. Left out: the folder of this file.
    # root = ".."
    # The folder of the generated crate. The files and folders that oasmith made there are its own: what is put inside of
    # them is gone at the next run, what is put beside them stays.
    output = "cats"

    [merge]
    # The name ledger: what components are called, written by oasmith and open to your own choice.
    names = "names.toml"
    # Whether inlined copies of a schema become one component.
    recover = true
    # OpenAPI overlays, applied to the merged document in this order.
    overlays = []

    [merge.clashes]
    # What happens where two sources say different things about one: `error` refuses, `first` and `last` say which counts,
    # `warn` is `first` with a warning, `rename` keeps both and gives the later a name of its own.
    operations = "error"
    components = "error"
    # Of the files that one document is split over.
    parts = "rename"
    operation_ids = "error"
    tags = "warn"
    info = "warn"

    [lint]
    # Which rules judge the document: `minimal`, `recommended` or `strict`.
    preset = "recommended"
    # Findings that are known, written by `oasmith lint API --write-baseline`.
    # baseline = "known-findings.txt"

    [lint.rules]
    # `off`, `info`, `warning` or `error`, or a table with the options of the rule; `oasmith rules` lists all rules.
    # format-unknown = "off"

    # For some `files` or `paths` only; the last one that fits decides.
    # [[lint.overrides]]
    # paths = ["/legacy/**"]
    # rules = { success-response-missing = "info" }

    [generate]
    # Models and operations always; these beside them.
    targets = ["client", "server"]
    # Only these operations, and the types that they use: operation ids, tags, paths. Left out: all operations.
    # operations = ["getPet", "tag:pets", "/pets/**", "GET /stores/*"]
    # Rust programs of your own that go along as the crate's examples.
    # examples = ["examples/list_pets.rs"]
    # In requests, `null` stands for an absent member, whatever the schemas say. Left out: servers hold to the schemas.
    # null_is_absent = true
    # Whether a server holds texts to their formats, or to which ones. Left out: a format describes, as in JSON Schema 2020-12.
    # assert_formats = ["email", "ipv4", "uri"]  # or `true` for all that can be checked

    [generate.pagination]
    # How lists are read page by page, by operation ids, where names do not tell; `false` where there are no pages.
    # listPets = { by = "page", param = "p", first = 0, items = "/pets", pages = "/page_count" }

    [generate.formats]
    # Formats that no registry knows, and what they mean.
    # date_time = "date-time"  # stands once in the document
    "#);
    assert_eq!(place.run(&["generate", "api"]).code, 0);
    assert!(place.has("api/cats/Cargo.toml"));

    let ran = place.run(&["init", "api", "-o", "else.toml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        place
            .text("else.toml")
            .contains("sources = [\"api/cats.yaml\"]")
    );
}

#[test]
fn init_tells_clashes_and_writes_the_file_in_which_they_are_settled() {
    let other = CATS.replace("the cats", "all cats");
    let place = Place::new(&[("api/a.yaml", CATS), ("api/b.yaml", &other)]);
    let ran = place.run(&["init", "api", "--message-format", "concise"]);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.err, @"api/b.yaml:13:24: warning[OAS101]: `GET /cats` is described twice, and differs at `/responses/200/description`");
    assert!(
        place
            .text("api/oasmith.toml")
            .contains("sources = [\"a.yaml\", \"b.yaml\"]")
    );
}

#[test]
fn every_stage_can_be_looked_at() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    for stage in [
        "load", "extract", "parse", "bundle", "merge", "recover", "read", "resolve", "lower",
        "emit",
    ] {
        let ran = place.run(&["dump", "cats.yaml", "--after", stage]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{stage}");
        assert!(ran.out.len() > 10, "{stage}");
        assert_eq!(
            ran.out,
            place.run(&["dump", "cats.yaml", "--after", stage]).out
        );
    }
    assert_snapshot!(place.run(&["dump", "cats.yaml", "--after", "extract"]).out, @"cats.yaml:1:1 yaml 938 -");
}

#[test]
fn names_are_shown_with_what_they_were_found_by() {
    let cat = "{type: object, description: its cat, properties: {id: {type: string}}}";
    let text = format!(
        "openapi: 3.1.0
info: {{title: cats, version: '1'}}
paths: {{/cats: {{get: {{operationId: getCats, responses: {{'200': {{description: ok, content:
  {{application/json: {{schema: {{type: object, properties: {{a: {cat}, b: {cat}, c: {}, d: {}, e: {}}}}}}}}}}}}}}}}}}}",
        cat.replace("description: its cat", "nullable: true"),
        cat.replace("description: its cat", "readOnly: true"),
        cat.replace("description: its cat", "deprecated: true"),
    );
    let place = Place::new(&[("cats.yaml", &text)]);
    let ran = place.run(&["dump", "cats.yaml", "--after", "recover"]);
    let comments = ran.out.lines().take_while(|it| it.starts_with('#'));
    assert_snapshot!(comments.collect::<Vec<_>>().join("\n"), @"
    # annotations: in-copies
    # Cat: noun of getCats; GET /cats 200
    # CatPart: properties a, b, c of Cat; GET /cats 200 a, GET /cats 200 b, GET /cats 200 c, GET /cats 200 d
    ");
}

#[test]
fn completions_name_the_commands() {
    let place = Place::new(&[]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = place.run(&["completions", shell]);
        assert_eq!(ran.code, 0);
        assert!(
            ran.out.contains("generate") && ran.out.contains("no-recover"),
            "{shell}"
        );
    }
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let place = Place::new(&[("cats.yaml", "nothing: here\n")]);
    let plain = place.run(&["merge", "cats.yaml"]);
    assert!(!plain.err.contains('\u{1b}'));
    let coloured = place.run(&["merge", "cats.yaml", "--color", "always"]);
    assert!(coloured.err.contains('\u{1b}'));
}

#[test]
fn findings_can_be_read_by_programs() {
    let place = Place::new(&[("cats.yaml", "nothing: here\n")]);
    let ran = place.run(&["merge", "cats.yaml", "--message-format", "json"]);
    assert_eq!(ran.code, 2);
    for line in ran.err.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(
            finding["code"]
                .as_str()
                .is_some_and(|it| it.starts_with("OAS")),
            "{line}"
        );
    }
    assert!(!ran.err.is_empty());
}

#[test]
fn people_see_a_few_infos_of_a_kind_and_programs_all() {
    let kinds = ["fur", "eyes", "tail", "ears", "mood"];
    let kinds =
        kinds.map(|it| format!("        {it}: {{ type: string, enum: [long, unknown] }}\n"));
    let document = CATS.to_owned() + &kinds.concat();
    let place = Place::new(&[("cats.yaml", &document)]);
    let generate = ["generate", "cats.yaml", "-o", "cats"];
    let ran = place.run(&generate);
    assert_eq!(ran.err.matches("info[OAS510]").count(), 3, "{}", ran.err);
    assert!(
        ran.err
            .ends_with("2 more of OAS510 (all: --message-format concise)\n"),
        "{}",
        ran.err
    );
    let ran = place.run(&[&generate[..], &["--message-format", "concise"]].concat());
    assert_eq!(ran.err.lines().count(), 5, "{}", ran.err);
}

#[test]
fn people_see_a_few_warnings_that_say_the_same_and_every_other_one() {
    let kinds = ["fur", "eyes", "tail", "ears", "mood"];
    let kinds = kinds.map(|it| format!("        {it}: {{ type: int }}\n"));
    let document = CATS.to_owned() + &kinds.concat() + "        claws: { type: double }\n";
    let place = Place::new(&[("cats.yaml", &document)]);
    let generate = ["generate", "cats.yaml", "-o", "cats"];
    let ran = place.run(&generate);
    assert_eq!(ran.err.matches("warning[OAS142]").count(), 4, "{}", ran.err);
    assert!(
        ran.err
            .ends_with("2 more of OAS142 (all: --message-format concise)\n6 warnings\n"),
        "{}",
        ran.err
    );
    let ran = place.run(&[&generate[..], &["--message-format", "concise"]].concat());
    assert_eq!(ran.err.lines().count(), 6, "{}", ran.err);
}

#[test]
fn people_see_a_screen_of_warnings_of_one_code() {
    let references = (0..20).map(|at| format!("        a{at}: {{ type: kind{at} }}\n"));
    let document = CATS.to_owned() + &references.collect::<String>();
    let place = Place::new(&[("cats.yaml", &document)]);
    let ran = place.run(&["generate", "cats.yaml", "-o", "cats"]);
    assert_eq!(ran.err.matches("warning[").count(), 12, "{}", ran.err);
    assert!(ran.err.contains("8 more of OAS"), "{}", ran.err);
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    let place = Place::new(&[]);
    for args in [
        &["generate"][..],
        &["regenerate"],
        &["dump", "x", "--after", "lunch"],
        &[],
    ] {
        assert_eq!(place.run(args).code, 2, "{args:?}");
    }
    let help = place.run(&["generate", "--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Examples:"));
}
