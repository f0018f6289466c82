//! Merging: what unites, what clashes, and what moves down so that no operation changes its meaning.

mod merging;

use merging::{parse_all, said};
use oasmith_spec::merge::{Policies, merge, with_origins};
use oasmith_spec::write;

/// The merged document, and what was said.
fn check(parts: &[&str]) -> String {
    let (sources, nodes) = parse_all(parts);
    let (document, diagnostics) = merge(nodes, &Policies::default(), &sources);
    let text = document.map_or_else(|| "nothing\n".into(), |it| write::yaml(&it));
    format!("{text}{}", said(&diagnostics, &sources))
}

/// What was said only.
fn faults(parts: &[&str]) -> String {
    let (sources, nodes) = parse_all(parts);
    said(&merge(nodes, &Policies::default(), &sources).1, &sources)
}

#[test]
fn parts_unite_in_order_of_appearance() {
    insta::assert_snapshot!(check(&[
        "{openapi: 3.1.0, info: {title: T, version: '1'}, tags: [{name: x}], paths: {/b: {get: {summary: b}}}}",
        "{openapi: 3.1.1, info: {version: '1', title: T}, tags: [{name: y}, {name: x}], paths: {/a: {get: {}}, /b: {post: {}}}}",
        "{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {/b: {get: {summary: b}}}, components: {schemas: {S: {}}}}",
    ]), @"
    openapi: 3.1.1
    info:
      title: T
      version: '1'
    tags:
      - name: x
      - name: 'y'
    paths:
      /b:
        get:
          summary: b
        post: {}
      /a:
        get: {}
    components:
      schemas:
        S: {}
    ");
}

#[test]
fn a_single_document_comes_back_as_it_is() {
    insta::assert_snapshot!(check(&["{paths: {}, openapi: 3.0.3, x-own: 1}"]), @"
    paths: {}
    openapi: 3.0.3
    x-own: 1
    ");
}

#[test]
fn servers_and_security_that_differ_move_down() {
    insta::assert_snapshot!(check(&[
        "{openapi: 3.1.0, servers: [{url: /v1}], security: [{key: []}], paths: {/a: {get: {}}}}",
        "{openapi: 3.1.0, servers: [{url: /v2}], security: [{key: []}], paths: {/b: {get: {}, put: {servers: [{url: /v3}]}}}}",
        "{openapi: 3.1.0, paths: {/c: {get: {}, put: {security: [{other: []}]}}}}",
    ]), @"
    openapi: 3.1.0
    servers:
      - url: /v1
    security:
      - key: []
    paths:
      /a:
        get: {}
      /b:
        get: {}
        put:
          servers:
            - url: /v3
        servers:
          - url: /v2
      /c:
        get:
          security: []
        put:
          security:
            - other: []
        servers:
          - url: /
    ");
}

#[test]
fn nothing_moves_down_where_no_part_has_servers() {
    insta::assert_snapshot!(check(&[
        "{openapi: 3.1.0, servers: [], paths: {/a: {get: {}}}}",
        "{openapi: 3.1.0, paths: {/b: {get: {}}}}",
    ]), @"
    openapi: 3.1.0
    servers: []
    paths:
      /a:
        get: {}
      /b:
        get: {}
    ");
}

#[test]
fn parameters_of_a_path_stay_while_all_agree_and_else_move_down() {
    insta::assert_snapshot!(check(&[
        "{openapi: 3.1.0, paths: {/same: {parameters: [{name: a, in: query}], get: {}}, /other: {parameters: [{name: a, in: query}], get: {}}}}",
        "{openapi: 3.1.0, paths: {/same: {parameters: [{name: a, in: query}], put: {}}, /other: {parameters: [{name: a, in: query}, {name: b, in: query}], put: {parameters: [{name: b, in: query, required: true}]}}}}",
    ]), @"
    openapi: 3.1.0
    paths:
      /same:
        parameters:
          - name: a
            in: query
        get: {}
        put: {}
      /other:
        get:
          parameters:
            - name: a
              in: query
        put:
          parameters:
            - name: a
              in: query
            - name: b
              in: query
              required: true
    ");
}

#[test]
fn an_operation_that_differs_is_an_error_with_both_places() {
    insta::assert_snapshot!(faults(&[
        "openapi: 3.1.0\npaths:\n  /a:\n    get: {responses: {'200': {description: fine}}}",
        "openapi: 3.1.0\npaths:\n  /a:\n    get: {responses: {'200': {description: good}}}",
    ]), @"
    b.yaml:4:44: error[OAS101]: `GET /a` is described twice, and differs at `/responses/200/description`
      a.yaml:4:44: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
    insta::assert_snapshot!(faults(&[
        "openapi: 3.1.0\npaths:\n  /a/{b}:\n    get: {responses: {'200': {description: fine}}}",
        "openapi: 3.1.0\npaths:\n  /a/{b}:\n    get: {deprecated: true, responses: {'200': {description: fine}}}",
    ]), @"
    b.yaml:4:23: error[OAS101]: `GET /a/{b}` is described twice, and differs at `/deprecated`
      a.yaml:4:10: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
}

#[test]
fn a_component_that_differs_is_an_error() {
    insta::assert_snapshot!(faults(&[
        "{openapi: 3.1.0, components: {schemas: {Pet: {type: object}, Cat: {type: object}}}}",
        "{openapi: 3.1.0, components: {schemas: {Cat: {type: object}, Pet: {type: string}}}}",
    ]), @"
    b.yaml:1:74: error[OAS102]: `#/components/schemas/Pet` is described twice, and differs at `/type`
      a.yaml:1:53: from this
      help: rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    ");
}

#[test]
fn sets_in_another_order_and_numbers_written_otherwise_are_equal() {
    let one =
        |schema: &str| format!("{{openapi: 3.1.0, components: {{schemas: {{S: {schema}}}}}}}");
    let said = |a: &str, b: &str| faults(&[&one(a), &one(b)]);
    for (a, b) in [
        (
            "{type: string, enum: [a, b]}",
            "{enum: [b, a], type: [string]}",
        ),
        (
            "{required: [a, b], properties: {a: {type: [string, 'null']}}}",
            "{properties: {a: {type: ['null', string]}}, required: [b, a]}",
        ),
        (
            "{dependentRequired: {a: [b, c]}, minimum: 1}",
            "{dependentRequired: {a: [c, b]}, minimum: 1.0}",
        ),
    ] {
        assert_eq!(said(a, b), "");
    }
    insta::assert_snapshot!([
        said("{enum: [1, 2], x-enum-varnames: [A, B]}", "{enum: [2, 1], x-enum-varnames: [A, B]}"),
        said("{enum: [a, b]}", "{enum: [b, c]}"),
        said("{properties: {enum: {default: [1, 2]}}}", "{properties: {enum: {default: [2, 1]}}}"),
    ].concat(), @"
    b.yaml:1:52: error[OAS102]: `#/components/schemas/S` is described twice, and differs at `/enum/0`
      a.yaml:1:52: from this
      help: rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    b.yaml:1:52: error[OAS102]: `#/components/schemas/S` is described twice, and differs at `/enum/0`
      a.yaml:1:52: from this
      help: rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    b.yaml:1:75: error[OAS102]: `#/components/schemas/S` is described twice, and differs at `/properties/enum/default/0`
      a.yaml:1:75: from this
      help: rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    ");
    let old = "{openapi: 3.0.3, components: {schemas: {S: {type: string, nullable: true}}}}";
    insta::assert_snapshot!(faults(&[&one("{type: ['null', string]}"), old]), @"
    b.yaml:1:11: info[OAS154]: `b.yaml` is OpenAPI 3.0, and merged as 3.1.0
      a.yaml:1:11: the highest version
    ");
}

#[test]
fn of_two_infos_the_first_counts_and_the_second_is_told_once() {
    insta::assert_snapshot!(faults(&[
        "{openapi: 3.1.0, info: {title: A}}",
        "{openapi: 3.1.0, info: {title: B}}",
        "{openapi: 3.1.0, info: {title: B}}",
    ]), @"
    b.yaml:1:32: warning[OAS103]: `info` is described twice, and differs at `/title`
      a.yaml:1:32: from this
      help: the first one counts
    ");
}

#[test]
fn of_two_descriptions_of_a_tag_the_first_counts() {
    insta::assert_snapshot!(faults(&[
        "{openapi: 3.1.0, tags: [{name: pets, description: Cats and dogs}]}",
        "{openapi: 3.1.0, tags: [{name: pets, description: Cats}]}",
    ]), @"
    b.yaml:1:51: warning[OAS104]: tag `pets` is described twice, and differs at `/description`
      a.yaml:1:51: from this
      help: the first one counts
    ");
}

#[test]
fn an_operation_id_used_twice_is_an_error_within_one_document_too() {
    insta::assert_snapshot!(faults(&[
        "openapi: 3.1.0\npaths:\n  /a: {get: {operationId: same}}\n  /b: {get: {operationId: same}}",
    ]), @"
    a.yaml:4:27: error[OAS105]: operation id `same` is used twice
      a.yaml:3:27: first used here
      help: rename one, or choose by `operation_ids` in `[merge.clashes]`; the generated client needs distinct method names
    ");
}

#[test]
fn paths_that_differ_in_names_of_parameters_only_are_the_same() {
    insta::assert_snapshot!(faults(&[
        "{openapi: 3.1.0, paths: {'/a/{id}': {get: {}}, '/a/me': {get: {}}}}",
        "{openapi: 3.1.0, paths: {'/a/{name}': {put: {}}}}",
    ]), @"
    b.yaml:1:26: info[OAS108]: `/a/{name}` is the same path as `/a/{id}`
      a.yaml:1:26: to these names
    ");
}

#[test]
fn what_is_no_openapi_document_is_told_apart() {
    let parts = |text| faults(&[text]);
    insta::assert_snapshot!(parts("[1]"), @"
    a.yaml:1:1: error[OAS030]: an OpenAPI document is an object, this is an array
      help: a document starts with `openapi`, as in `openapi: 3.1.0`
    ");
    insta::assert_snapshot!(parts("{info: {}}"), @"
    a.yaml:1:1: error[OAS030]: the document has no `openapi` member
      help: a document starts with `openapi`, as in `openapi: 3.1.0`
    ");
    insta::assert_snapshot!(parts("{openapi: [3]}"), @"
    a.yaml:1:11: error[OAS030]: `openapi` must be a string, this is an array
      help: a document starts with `openapi`, as in `openapi: 3.1.0`
    ");
    insta::assert_snapshot!(parts("{swagger: '2.0'}"), @"
    a.yaml:1:2: error[OAS031]: the document is Swagger 2.0, not OpenAPI 3
      help: convert it first, for example with swagger2openapi
    ");
    insta::assert_snapshot!(parts("{openapi: 4.0.0}"), @"
    a.yaml:1:11: error[OAS032]: OpenAPI version `4.0.0` is not known
      help: oasmith reads 3.0, 3.1 and 3.2
    ");
}

#[test]
fn a_version_that_is_written_otherwise_is_spelled_out() {
    insta::assert_snapshot!(check(&["{openapi: 3.1}"]), @r#"
    openapi: 3.1.0
    a.yaml:1:11: warning[OAS140]: `openapi` must be a version as a string; it is read as `3.1.0`
      help: write `openapi: "3.1.0"`
    "#);
    insta::assert_snapshot!(check(&["{openapi: '3', swagger: ''}"]), @r#"
    openapi: 3.0.0
    swagger: ''
    a.yaml:1:11: warning[OAS140]: `openapi` must be a version as a string; it is read as `3.0.0`
      help: write `openapi: "3.0.0"`
    "#);
    insta::assert_snapshot!(check(&["{openapi: 3.0.x}"]), @"openapi: '3.0.x'");
}

#[test]
fn what_is_3_0_is_converted_where_another_part_is_later() {
    insta::assert_snapshot!(check(&[
        "{openapi: 3.0.3, components: {schemas: {A: {type: string, nullable: true}}}}",
        "{openapi: 3.1.0, components: {schemas: {A: {type: [string, 'null']}}}}",
        "{openapi: 3.0.0, components: {schemas: {B: {minimum: 1, exclusiveMinimum: true}}}}",
    ]), @"
    openapi: 3.1.0
    components:
      schemas:
        A:
          type:
            - string
            - 'null'
        B:
          exclusiveMinimum: 1
    a.yaml:1:11: info[OAS154]: `a.yaml` and 1 more are OpenAPI 3.0, and merged as 3.1.0
      b.yaml:1:11: the highest version
    ");
    insta::assert_snapshot!(check(&["{openapi: 3.0.3}", "{openapi: 3.0.0, x: {nullable: true}}"]), @"
    openapi: 3.0.3
    x:
      nullable: true
    ");
}

#[test]
fn origins_are_added_where_there_are_none() {
    let (sources, nodes) = parse_all(&[
        "openapi: 3.1.0\npaths:\n  /a:\n    get: {summary: a}\n    put: {x-oasmith-source: page.md:7}",
    ]);
    let document = merge(nodes, &Policies::default(), &sources)
        .0
        .expect("a document");
    insta::assert_snapshot!(write::yaml(&with_origins(document, &sources)), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          summary: a
          x-oasmith-source: a.yaml:4
        put:
          x-oasmith-source: page.md:7
    ");
}

#[test]
fn a_fragment_has_the_version_servers_and_security_of_the_document() {
    let document =
        "{openapi: 3.0.3, info: {title: A}, servers: [{url: /a}], security: [{key: []}]}";
    let fragment =
        "{paths: {/b: {get: {}}}, components: {schemas: {B: {nullable: true, type: string}}}}";
    let of_its_own = "{paths: {/c: {get: {}}}, servers: [{url: /c}]}";
    insta::assert_snapshot!(check(&[fragment, document, of_its_own]), @"
    openapi: 3.0.3
    paths:
      /b:
        get: {}
      /c:
        get: {}
        servers:
          - url: /c
    components:
      schemas:
        B:
          nullable: true
          type: string
    servers:
      - url: /a
    security:
      - key: []
    info:
      title: A
    ");
    insta::assert_snapshot!(check(&[document, "{paths: {}, path: {}}"]), @"
    openapi: 3.0.3
    info:
      title: A
    servers:
      - url: /a
    security:
      - key: []
    b.yaml:1:1: error[OAS030]: the document has no `openapi` member
      help: a document starts with `openapi`, as in `openapi: 3.1.0`
    ");
}
