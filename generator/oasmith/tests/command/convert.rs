//! `oasmith merge --as`

use insta::assert_snapshot;

use crate::place::Place;

const NEW: &str = "\
openapi: 3.1.0
info: {title: Cats, version: '1'}
paths:
  /cats:
    get:
      responses:
        '200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}
components:
  schemas:
    Cat: {type: object, properties: {name: {type: [string, 'null']}}, propertyNames: {pattern: '^n'}}
";

const OLD: &str = "\
openapi: 3.0.3
info: {title: Cats, version: '1'}
paths:
  /dogs:
    get:
      responses:
        '200': {description: all, content: {application/json: {schema: {type: string, nullable: true}}}}
";

#[test]
fn what_3_0_cannot_say_is_told_and_the_rest_is_written() {
    let place = Place::new(&[("cats.yaml", NEW)]);
    let ran = place.run(&["merge", "cats.yaml", "--as", "3.0", "--no-origins"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_snapshot!(ran.out, @"
    openapi: 3.0.4
    info:
      title: Cats
      version: '1'
    paths:
      /cats:
        get:
          responses:
            '200':
              description: all
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Cat'
    components:
      schemas:
        Cat:
          type: object
          properties:
            name:
              type: string
              nullable: true
    ");
    assert_snapshot!(ran.err, @"
    warning[OAS151]: OpenAPI 3.0 has no `propertyNames`; the schema allows more without it
      --> cats.yaml:10:71
       |
    10 | …ties: {name: {type: [string, 'null']}}, propertyNames: {pattern: '^n'}}
       |                                          ^^^^^^^^^^^^^

    1 warning
    ");
}

#[test]
fn up_and_with_the_places_of_operations() {
    let place = Place::new(&[("dogs.yaml", OLD)]);
    let ran = place.run(&["merge", "dogs.yaml", "--as", "3.1"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    openapi: 3.1.1
    info:
      title: Cats
      version: '1'
    paths:
      /dogs:
        get:
          responses:
            '200':
              description: all
              content:
                application/json:
                  schema:
                    type:
                      - string
                      - 'null'
          x-oasmith-source: dogs.yaml:5
    ");
}

#[test]
fn a_single_document_keeps_its_version_and_mixed_ones_have_the_highest() {
    let place = Place::new(&[
        ("cats.yaml", NEW),
        ("dogs.yaml", OLD),
        (
            "oasmith.toml",
            "[api]\nsources = [\"dogs.yaml\", \"cats.yaml\"]\n",
        ),
    ]);
    let ran = place.run(&["merge", "dogs.yaml"]);
    assert!(ran.out.starts_with("openapi: 3.0.3\n"), "{}", ran.out);
    let ran = place.run(&["merge", ".", "--message-format", "concise"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("openapi: 3.1.0\n"), "{}", ran.out);
    assert_snapshot!(ran.err, @"dogs.yaml:1:10: info[OAS154]: `dogs.yaml` is OpenAPI 3.0, and merged as 3.1.0");
}

#[test]
fn what_stood_so_in_the_source_is_a_warning_where_openapiv3_does_not_read_it() {
    let text = NEW.replace("/cats:\n", "/cats:\n    summary: {}\n");
    let place = Place::new(&[("cats.yaml", &text)]);
    let ran = place.run(&[
        "merge",
        "cats.yaml",
        "--as",
        "3.0",
        "-o",
        "out.json",
        "--message-format",
        "concise",
    ]);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.err, @"
    cats.yaml:11:71: warning[OAS151]: OpenAPI 3.0 has no `propertyNames`; the schema allows more without it
    cats.yaml:5:5: warning[OAS156]: `openapiv3` does not read this: invalid type: map, expected a string
    ");
    assert!(place.has("out.json"));
}

#[test]
fn other_versions_are_refused() {
    let ran = Place::new(&[("cats.yaml", NEW)]).run(&["merge", "cats.yaml", "--as", "3.2"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error: invalid value '3.2' for '--as <VERSION>'
      [possible values: 3.0, 3.1]

      tip: a similar value exists: '3.1'

    For more information, try '--help'.
    ");
}
