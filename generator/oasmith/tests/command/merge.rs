//! `oasmith merge`

use insta::assert_snapshot;

use crate::place::{CATS, Place, page};

const LIST: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Cats", "version": "1" },
  "paths": { "/cats": { "get": { "responses": { "200": { "description": "all" } } } } }
}"#;
const GET: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Cats", "version": "1" },
  "paths": { "/cats/{id}": { "get": {
    "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
    "responses": { "200": { "description": "one" } }
  } } }
}"#;

fn pages() -> Place {
    Place::new(&[
        ("api/oasmith.toml", ""),
        ("api/a.md", &page(LIST)),
        ("api/b.md", &page(GET)),
    ])
}

#[test]
fn pages_become_one_document_that_knows_its_pages() {
    let ran = pages().run(&["merge", "api"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    openapi: 3.1.0
    info:
      title: Cats
      version: '1'
    paths:
      /cats:
        get:
          responses:
            '200':
              description: all
          x-oasmith-source: a.md:9
      /cats/{id}:
        get:
          parameters:
            - name: id
              in: path
              required: true
              schema:
                type: string
          responses:
            '200':
              description: one
          x-oasmith-source: b.md:9
    ");
}

#[test]
fn documents_named_one_after_the_other_are_merged_in_this_order() {
    let place = Place::new(&[
        ("cats/list.json", LIST),
        ("get.md", &page(GET)),
        ("api/oasmith.toml", ""),
    ]);
    let ran = place.run(&["merge", "get.md", "cats/list.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let sources: Vec<_> = ran.out.lines().filter(|it| it.contains("source")).collect();
    assert_snapshot!(sources.join("\n"), @"
    x-oasmith-source: get.md:9
    x-oasmith-source: cats/list.json:4
    ");

    let ran = place.run_in("cats", &["merge", "list.json", "../get.md", "../none.md"]);
    assert_snapshot!(ran.err, @"
    error[OAS001]: `../none.md` does not exist
     |
     = help: correct the path, or take it out of `sources`

    1 error
    ");
    let ran = place.run(&["merge", "get.md", "api"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error[OAS907]: `api` is no document
     |
     = help: of several, name documents only, or list all as `sources` of one `oasmith.toml`

    1 error
    ");
    let ran = place.run(&["merge", "get.md", "cats/list.json", "-o", "cats/list.json"]);
    assert_snapshot!(ran.err, @"
    error[OAS915]: `cats/list.json` is a source of this API
     |
     = help: choose another path, or name the files that are sources in `sources`

    1 error
    ");
}

#[test]
fn the_ending_says_the_format() {
    let place = pages();
    let ran = place.run(&["merge", "api", "-o", "cats.json", "--no-origins"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_snapshot!(ran.out, @"cats.json: 2 operations on 2 paths");
    let merged: serde_json::Value = serde_json::from_str(&place.text("cats.json")).unwrap();
    assert_eq!(
        merged["paths"]["/cats"]["get"]["responses"]["200"]["description"],
        "all"
    );
    assert!(!place.text("cats.json").contains("x-oasmith-source"));

    let ran = place.run(&["merge", "api", "-o", "cats.yml"]);
    assert_eq!(ran.code, 0);
    assert!(place.text("cats.yml").starts_with("openapi: "));

    let ran = place.run(&["merge", "api", "-o", "cats.txt"]);
    assert_eq!(ran.code, 2);
    assert!(!place.has("cats.txt"));
    assert_snapshot!(ran.err, @"
    error[OAS906]: `cats.txt` is neither YAML nor JSON by its ending
     |
     = help: end the name in `.yaml`, `.yml` or `.json`

    1 error
    ");
}

#[test]
fn the_ledger_is_kept_beside_the_configuration_and_only_there() {
    let place = Place::new(&[("api/oasmith.toml", ""), ("api/cats.yaml", CATS)]);
    assert_eq!(place.run(&["merge", "api", "--no-recover"]).code, 0);
    assert!(!place.has("api/names.toml"));
    assert_eq!(place.run(&["merge", "api"]).code, 0);
    assert!(place.has("api/names.toml"));

    let place = Place::new(&[("cats.yaml", CATS)]);
    assert_eq!(place.run(&["merge", "cats.yaml"]).code, 0);
    assert!(!place.has("names.toml"));
}

const COMMENTED: &str = "\
# A licence

openapi: 3.1.0
info: { title: Cats, version: '1' } # what it is
paths:
  # every cat
  /cats:
    get:
      responses:
        '200': # fine
          description: all # of them
# the end
";

#[test]
fn a_single_yaml_source_keeps_its_comments() {
    let place = Place::new(&[("cats.yaml", COMMENTED)]);
    let ran = place.run(&["merge", "cats.yaml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    # A licence

    openapi: 3.1.0
    info: # what it is
      title: Cats
      version: '1'
    paths:
      # every cat
      /cats:
        get:
          responses:
            '200': # fine
              description: all # of them
          x-oasmith-source: cats.yaml:8
    # the end
    ");
    place.run(&["merge", "cats.yaml", "-o", "cats.json"]);
    assert!(!place.text("cats.json").contains('#'));
}

#[test]
fn comments_of_several_sources_and_of_pages_are_left_out() {
    let page = format!("# Cats\n\n```yaml\n{COMMENTED}```\n");
    let place = Place::new(&[
        ("cats.md", page.as_str()),
        ("api/oasmith.toml", "[merge]\nrecover = false\n"),
        ("api/a.yaml", COMMENTED),
        ("api/b.yaml", COMMENTED),
    ]);
    for api in ["cats.md", "api"] {
        let ran = place.run(&["merge", api]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(!ran.out.contains('#'), "{}", ran.out);
    }
}

#[test]
fn a_reference_that_leads_nowhere_is_refused_and_nothing_is_written() {
    let place = Place::new(&[(
        "cats.yaml",
        "openapi: 3.1.0
info: { title: Cats, version: '1' }
paths: { /cats: { get: { responses: { '200': { $ref: '#/components/responses/Cats' } } } } }
components: { responses: { Cat: { $ref: '#/components/responses/Tom' }, Tom: { $ref: '#/components/responses/Cat' } } }
",
    )]);
    let ran = place.run(&[
        "merge",
        "cats.yaml",
        "-o",
        "out.yaml",
        "--message-format",
        "concise",
    ]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_snapshot!(ran.err, @"cats.yaml:3:54: error[OAS130]: `#/components/responses/Cats` points to nothing");
    assert!(!place.path("out.yaml").exists());
}

#[test]
fn a_file_without_a_version_is_a_fragment_that_may_refer_to_others() {
    let place = Place::new(&[
        (
            "oasmith.toml",
            "[api]\nsources = ['cats.yaml', 'dogs.yaml']\n",
        ),
        (
            "cats.yaml",
            "openapi: 3.1.0\ninfo: { title: Cats, version: '1' }\npaths: {}\nsecurity: [{ key: [] }]\ncomponents: { securitySchemes: { key: { type: http, scheme: basic } } }\n",
        ),
        (
            "dogs.yaml",
            "paths: { /dogs: { get: { responses: { '200': { $ref: 'answers.yaml#/Dogs' } } } } }\n",
        ),
        ("answers.yaml", "Dogs: { description: all }\n"),
    ]);
    let ran = place.run(&["merge", ".", "--no-recover"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    openapi: 3.1.0
    info:
      title: Cats
      version: '1'
    paths:
      /dogs:
        get:
          responses:
            '200':
              $ref: '#/components/responses/Dogs'
          x-oasmith-source: dogs.yaml:1
    security:
      - key: []
    components:
      securitySchemes:
        key:
          type: http
          scheme: basic
      responses:
        Dogs:
          description: all
    ");
}

#[test]
fn a_document_with_a_fault_is_not_written_and_its_lost_references_are_told_too() {
    let faulty = r##"{
  "openapi": "3.1.0",
  "info": { "title": "Cats", "version": "1" },
  "paths": { "/cats": { "get": { "requestBody": { "content": 3 } } } },
  "components": { "schemas": { "Cat": { "items": { "$ref": "#/components/schemas/No" } } } }
}"##;
    let place = Place::new(&[("cats.json", faulty)]);
    let ran = place.run(&[
        "merge",
        "cats.json",
        "-o",
        "out.json",
        "--message-format",
        "concise",
    ]);
    assert_eq!((ran.code, place.has("out.json")), (2, false));
    assert_snapshot!(ran.err, @"
    cats.json:4:62: error[OAS140]: `content` must be an object, found a number
    cats.json:5:60: error[OAS130]: `#/components/schemas/No` points to nothing
    ");
}

#[test]
fn names_are_kept_of_what_has_been_written_only() {
    let place = pages();
    let ran = place.run(&["merge", "api", "-o", "no/such/cats.json"]);
    assert_eq!((ran.code, place.has("api/names.toml")), (2, false));
    assert_eq!(place.run(&["merge", "api"]).code, 0);
    assert!(place.has("api/names.toml"));
}
