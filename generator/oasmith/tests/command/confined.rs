//! A fault of a document costs the operations that cannot do without what is wrong, and no others.

use insta::assert_snapshot;

use crate::place::{Place, document};

const DOGS: &str = "  /dogs:\n    get: { responses: { '200': { description: all } } }\n";

/// Generates a crate from a document that has a fault beside `GET /dogs`. What is said, one finding a line.
fn confined(paths: &str, others: &str) -> String {
    let place = Place::new(&[("api.yaml", &(document(paths) + DOGS + others))]);
    let ran = place.run(&[
        "generate",
        "api.yaml",
        "-o",
        "out",
        "--message-format",
        "concise",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report = place.text("out/src/client/default.rs");
    assert!(report.contains("get_dogs"), "{report}");
    ran.err
}

fn answer_of(schema: &str) -> String {
    format!(
        "  /cats:\n    get:\n      responses:\n        '200':\n          description: all\n          \
         content: {{ application/json: {{ schema: {{ $ref: '{schema}' }} }} }}\n"
    )
}

#[test]
fn one_operation_id_for_two_operations_costs_only_the_name() {
    let cats = "  /cats:\n    get: { operationId: cats, responses: { '200': { description: all } } }\n\
                \x20 /cats/old:\n    get: { operationId: cats, responses: { '200': { description: all } } }\n";
    assert_snapshot!(confined(cats, ""), @"api.yaml:7:25: warning[OAS105]: operation id `cats` is used twice");
}

#[test]
fn an_unresolvable_reference() {
    let schemas = "components: { schemas: { Cat: { type: object } } }\n";
    assert_snapshot!(confined(&answer_of("#/components/schemas/Cats"), schemas), @"api.yaml:9:58: warning[OAS130]: `#/components/schemas/Cats` points to nothing");
}

#[test]
fn a_reference_to_a_file_that_is_not_there() {
    assert_snapshot!(confined(&answer_of("cats.yaml#/Cat"), ""), @"api.yaml:9:58: warning[OAS001]: `cats.yaml` does not exist");
}

#[test]
fn a_reference_out_of_the_root_folder() {
    assert_snapshot!(confined(&answer_of("../secret.yaml#/Cat"), ""), @"api.yaml:9:58: warning[OAS132]: `../secret.yaml#/Cat` is outside of the folder of the document");
}

#[test]
fn a_reference_to_the_network() {
    assert_snapshot!(confined(&answer_of("https://example.com/cats.yaml#/Cat"), ""), @"api.yaml:9:58: warning[OAS133]: `https://example.com/cats.yaml#/Cat` is an address on the network");
}

#[test]
fn a_faulty_schema_allows_any_value() {
    let components = "components:\n  schemas:\n    Cat: { properties: { owner: { $ref: '#/components/schemas/Owner' } } }\n\
                      \x20   Owner: { properties: 5 }\n    Unused: 5\n";
    assert_snapshot!(confined(&answer_of("#/components/schemas/Cat"), components), @"
    api.yaml:15:26: warning[OAS140]: `properties` must be an object, found a number
    api.yaml:16:13: warning[OAS140]: a schema must be an object or a boolean, found a number; a value of any type is taken
    ");
}

#[test]
fn a_reference_that_leads_back_to_itself() {
    let components = "components: { schemas: { Cat: { $ref: '#/components/schemas/Cat' } } }\n";
    assert_snapshot!(confined(&answer_of("#/components/schemas/Cat"), components), @"api.yaml:12:39: warning[OAS135]: the reference leads back to itself with nothing in between");
}

#[test]
fn an_alternative_that_leads_back_to_itself() {
    let components = "components: { schemas: { Cat: { anyOf: [ { $ref: '#/components/schemas/Cat' }, { type: integer } ] } } }\n";
    assert_snapshot!(confined(&answer_of("#/components/schemas/Cat"), components), @"api.yaml:12:50: warning[OAS135]: the reference leads back to itself with nothing in between");
}

#[test]
fn what_cannot_be_read_of_a_path_costs_its_operations() {
    let paths = "  /cats:\n    parameters: [ { in: query } ]\n    get: { responses: { '200': { description: all } } }\n\
                 \x20 /birds: 7\n\
                 \x20 /fish:\n    get: 7\n    put: { responses: { '204': { description: done } } }\n";
    assert_snapshot!(confined(paths, ""), @"
    api.yaml:5:19: warning[OAS141]: a parameter lacks `name`
    api.yaml:7:11: warning[OAS140]: a path item must be an object, found a number
    api.yaml:9:10: warning[OAS140]: an operation must be an object, found a number
    api.yaml:6:5: warning[OAS505]: GET /cats is left out: a parameter lacks `name`
    api.yaml:7:3: warning[OAS505]: /birds is left out: a path item must be an object, found a number
    api.yaml:9:5: warning[OAS505]: GET /fish is left out: an operation must be an object, found a number
    ");
}

#[test]
fn what_an_operation_can_do_without_costs_its_own_place() {
    let paths = "
  /cats:
    parameters: [null, { name: page, in: query, schema: { $ref: '#/no' } }]
    get:
      responses:
        '200':
          description: all
          headers: { A: { $ref: '#/no' }, B: { schema: { $ref: '#/no' } }, C: 7, D: { $ref: '#/components/headers/D' } }
          content: { application/json: { schema: { type: string } }, text/csv: { schema: { $ref: '#/no' } } }
        '400': { $ref: '#/no' }
        '404': 7
        '5XX': { $ref: '#/components/responses/Odd' }
        default: { description: none, content: { application/json: { schema: { $ref: '#/no' } } } }
    put:
      requestBody: { content: { application/json: { schema: { type: string } }, text/csv: { schema: { $ref: '#/no' } } } }
      responses: { '204': { description: done, headers: [] } }
    post:
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { a: { type: string } } }, encoding: { a: 7 } } } }
      responses: { '204': { description: done } }
";
    let components = "components:\n  headers: { D: { schema: { $ref: '#/no' } } }\n  \
                      responses: { Odd: { description: odd, headers: { E: { $ref: '#/no' } } } }\n";
    assert_snapshot!(confined(paths.trim_start_matches('\n'), components), @"
    api.yaml:5:18: warning[OAS140]: a parameter is null, and taken as left out
    api.yaml:10:79: warning[OAS140]: a header must be an object, found a number
    api.yaml:13:16: warning[OAS140]: a response must be an object, found a number
    api.yaml:18:57: warning[OAS140]: `headers` must be an object, found an array
    api.yaml:20:134: warning[OAS140]: an encoding must be an object, found a number
    api.yaml:5:65: warning[OAS130]: `#/no` points to nothing
    api.yaml:10:33: warning[OAS130]: `#/no` points to nothing
    api.yaml:10:64: warning[OAS130]: `#/no` points to nothing
    api.yaml:11:98: warning[OAS130]: `#/no` points to nothing
    api.yaml:12:24: warning[OAS130]: `#/no` points to nothing
    api.yaml:15:86: warning[OAS130]: `#/no` points to nothing
    api.yaml:17:109: warning[OAS130]: `#/no` points to nothing
    api.yaml:26:63: warning[OAS130]: `#/no` points to nothing
    api.yaml:25:35: warning[OAS130]: `#/no` points to nothing
    api.yaml:26:63: warning[OAS144]: the header `E` is any text: `#/no` points to nothing
    api.yaml:10:33: warning[OAS144]: the header `A` is any text: `#/no` points to nothing
    api.yaml:12:24: warning[OAS144]: the answer `400` is left out: `#/no` points to nothing
    api.yaml:5:32: info[OAS506]: a parameter without a type is generated as text
    api.yaml:9:11: info[OAS503]: of several media types `application/json` is generated, not `text/csv`
    ");
}

#[test]
fn what_does_without_a_part_is_degraded() {
    let paths = "  /cats:\n    parameters: [{ name: page, in: query, schema: { $ref: '#/no' } }]\n    \
                 get: { responses: { '200': { description: all }, '404': 7 } }\n    \
                 put: { responses: { '204': { $ref: '#/components/responses/Done' }, '400': { $ref: '#/no' } } }\n  \
                 /birds:\n    \
                 get: { responses: { '200': { description: all, headers: { A: 7 } } } }\n    \
                 put: { requestBody: { content: { application/json: {}, text/csv: { schema: { $ref: '#/no' } } } }, responses: { '204': { description: done } } }\n    \
                 post: { responses: { '204': { $ref: '#/components/responses/Done' } } }\n";
    let components = "components: { responses: { Done: { description: done, headers: { B: { $ref: '#/no' } } } } }\n";
    let place = Place::new(&[("api.yaml", &(document(paths) + DOGS + components))]);
    let ran = place.run(&["generate", "api.yaml", "-o", "out", "--deny", "degraded"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_snapshot!(ran.out, @"
    nothing is written: 5 operations denied
      degraded  GET /cats  api.yaml:6:5
        this error is one that is not declared: a response must be an object, found a number
        a schema allows any value: `#/no` points to nothing
      degraded  PUT /cats  api.yaml:7:5
        the header `B` is any text: `#/no` points to nothing
        the answer `400` is left out: `#/no` points to nothing
        a schema allows any value: `#/no` points to nothing
      degraded  GET /birds  api.yaml:9:5
        the header `A` is any text: a header must be an object, found a number
      degraded  PUT /birds  api.yaml:10:5
        a schema allows any value: `#/no` points to nothing
      degraded  POST /birds  api.yaml:11:5
        the header `B` is any text: `#/no` points to nothing
    ");
}

#[test]
fn an_answer_without_which_nothing_is_left_costs_the_operation_and_a_schema_does_not() {
    let only = "  /cats:\n    get: { responses: { default: { $ref: '#/no' } } }\n    \
                put: { parameters: [{ name: a, in: query, required: true, schema: { $ref: '#/no' } }] }\n";
    assert_snapshot!(confined(only, ""), @"
    api.yaml:5:42: warning[OAS130]: `#/no` points to nothing
    api.yaml:6:79: warning[OAS130]: `#/no` points to nothing
    api.yaml:5:42: warning[OAS144]: nothing is known of the answer `default`: `#/no` points to nothing
    api.yaml:6:33: info[OAS506]: a parameter without a type is generated as text
    ");
}

#[test]
fn a_faulty_callback_or_webhook_costs_itself() {
    let paths = "  /cats:\n    post: { responses: { '204': { description: done } }, callbacks: { done: { '{$request.body}': 5 }, again: { $ref: '#/no' } } }\n";
    let webhooks = "webhooks:\n  new cat:\n    post: { parameters: [ { $ref: '#/no' } ] }\n    put: { responses: { '204': { description: done } } }\n";
    assert_snapshot!(confined(paths, webhooks), @"
    api.yaml:5:98: warning[OAS140]: a path item must be an object, found a number
    api.yaml:5:118: warning[OAS130]: `#/no` points to nothing
    api.yaml:10:35: warning[OAS130]: `#/no` points to nothing
    api.yaml:5:5: warning[OAS505]: callback `done` of POST /cats is left out: a path item must be an object, found a number
    api.yaml:5:5: warning[OAS505]: callback `again` of POST /cats is left out: `#/no` points to nothing
    api.yaml:10:5: warning[OAS505]: POST webhook `new cat` is left out: `#/no` points to nothing
    ");
}

#[test]
fn what_requires_a_scheme_that_nobody_knows_does_without_it_or_takes_it_for_a_usual_one() {
    let paths = "  /cats:\n    get: { security: [ { odd: [] } ], responses: { '200': { description: all } } }\n    \
                 put: { security: [ { odd: [] }, { key: [] } ], responses: { '204': { description: done } } }\n    \
                 post: { security: [ { none: [] } ], responses: { '204': { description: done } } }\n";
    let schemes = "components: { securitySchemes: { odd: { type: magic }, key: { type: apiKey, in: header, name: key } } }\n";
    assert_snapshot!(confined(paths, schemes), @"
    api.yaml:10:47: warning[OAS142]: `magic` is not a type of security scheme
    api.yaml:7:25: warning[OAS130]: there is no security scheme `none`
    api.yaml:5:24: warning[OAS509]: nothing is known of the security scheme `odd`, so its credentials are what stands in `Authorization`
    api.yaml:7:25: warning[OAS509]: nothing is known of the security scheme `none`, so its credentials are what stands in `Authorization`
    api.yaml:6:24: warning[OAS509]: this way to authenticate is left out: it requires the security scheme `odd`, which cannot be read
    ");
}

#[test]
fn unreadable_security_of_the_document_opens_nothing() {
    let paths = "  /cats:\n    get: { security: [], responses: { '200': { description: all } } }\n";
    let place = Place::new(&[("api.yaml", &(document(paths) + DOGS + "security: yes\n"))]);
    let ran = place.run(&[
        "generate",
        "api.yaml",
        "-o",
        "out",
        "--message-format",
        "concise",
    ]);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.err, @"
    api.yaml:8:11: warning[OAS140]: `security` must be an array, found a string
    api.yaml:7:5: warning[OAS505]: GET /dogs is left out: `security` must be an array, found a string
    ");
}

#[test]
fn a_member_that_is_there_twice_is_a_clash_only_between_several_documents() {
    let twice = "  /cats:\n    get: { summary: a, summary: b, responses: { '200': { description: all } } }\n";
    assert_snapshot!(confined(twice, ""), @"api.yaml:5:24: warning[OAS022]: member `summary` is there twice; the last one counts");
    let config = "[api]\noutput = 'out'\nsources = ['a.yaml', 'b.yaml']\n";
    let place = Place::new(&[
        ("oasmith.toml", config),
        ("a.yaml", &document(twice)),
        ("b.yaml", &document(DOGS)),
    ]);
    let ran = place.run(&["generate", ".", "--message-format", "concise"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"a.yaml:5:24: error[OAS022]: member `summary` is there twice; the last one counts");
}

#[test]
fn a_document_that_is_written_out_has_to_be_whole() {
    let text = document(&answer_of("cats.yaml#/Cat"));
    let place = Place::new(&[("api.yaml", &text)]);
    let ran = place.run(&["merge", "api.yaml", "--message-format", "concise"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_snapshot!(ran.err, @"api.yaml:9:58: error[OAS001]: `cats.yaml` does not exist");
}
