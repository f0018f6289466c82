//! `oasmith merge --explain`

use insta::assert_snapshot;

use crate::place::{CATS, Place, page};

const SHOW: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Cats", "version": "1" },
  "security": [{ "key": [] }],
  "components": { "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "Key" } } },
  "paths": { "/cats/{id}": { "get": {
    "operationId": "showCat",
    "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
    "responses": { "200": { "description": "one", "content": { "application/json": {
      "schema": { "type": "object", "properties": { "name": { "type": "string" } } }
    } } } }
  } } }
}"#;

fn pages(configuration: &str) -> Place {
    let rename = SHOW
        .replace(r#""get""#, r#""put""#)
        .replace("show", "rename");
    let rename = rename.replace("Key", "Other").replace("{id}", "{cat}");
    Place::new(&[
        ("api/oasmith.toml", configuration),
        ("api/show.md", &page(SHOW)),
        (
            "api/rename.md",
            &page(&rename.replace(r#""id""#, r#""cat""#)),
        ),
    ])
}

#[test]
fn a_path_is_explained_and_nothing_is_written() {
    let place = pages(
        "[api]\nsources = ['show.md', 'rename.md']\n[merge.clashes]\ncomponents = 'rename'\n",
    );
    let ran = place.run(&["merge", "api", "--explain", "/cats/{id}"]);
    assert_eq!(ran.code, 0);
    assert!(!place.has("api/names.toml"));
    assert_snapshot!(ran.out, @"
    /cats/{id}
      from api/show.md:11:14
      and from api/rename.md:11:14
      GET showCat
        from api/show.md:11:30
        holds Cat  200  api/show.md:15:17
      PUT renameCat
        from api/rename.md:11:31
        security moved down from api/rename.md:9:15
        holds Cat        200       api/rename.md:15:17
        holds renameKey  security  api/rename.md:9:18
      OAS108 `/cats/{cat}` is the same path as `/cats/{id}`
        api/rename.md:11:14  its parameters are renamed
        api/show.md:11:14  to these names
    ");
    let ran = place.run(&["merge", "api", "--explain", "Cat"]);
    assert_snapshot!(ran.out, @"
    #/components/schemas/Cat
      named by noun of showCat
      from api/show.md:15:17
      stands in GET /cats/{id} 200  api/show.md:15:17
      stands in PUT /cats/{id} 200  api/rename.md:15:17
    ");
}

#[test]
fn a_clash_is_explained_though_it_is_an_error() {
    let place = pages("[api]\nsources = ['show.md', 'rename.md']\n");
    let ran = place.run(&[
        "merge",
        "api",
        "--explain",
        "key",
        "--message-format",
        "concise",
    ]);
    assert_eq!(ran.code, 1);
    assert_snapshot!(ran.out, @"
    #/components/securitySchemes/key
      from api/show.md:10:40
      differs at `/type` in api/rename.md:10:40
      stands in security  api/show.md:9:18
      OAS102 `#/components/securitySchemes/key` is described twice, and differs at `/type`
        api/rename.md:10:57  differs here
        api/show.md:10:57  from this
        rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    ");
}

#[test]
fn what_is_not_there_is_told_with_what_was_meant() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    let explain = |what: &str| {
        let ran = place.run(&["merge", "cats.yaml", "--explain", what]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        ran.err
    };
    assert_snapshot!(explain("/catz"), @"
    error[OAS109]: the merged document has no `/catz`
     |
     = help: did you mean `/cats`?

    1 error
    ");
    let ran = place.run(&["merge", "cats.yaml", "--explain", "x", "-o", "out.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(!place.has("out.yaml"));
}

#[test]
fn what_an_overlay_added_or_changed_is_explained_by_its_action() {
    const OVERLAY: &str = "\
overlay: 1.1.0
info: { title: More, version: '1' }
actions:
  - target: $.paths
    update: { /dogs: { get: { operationId: listDogs, responses: { '200': { description: all } } } } }
  - target: $.paths['/cats'].get
    update: { summary: All cats }
";
    let place = Place::new(&[("cats.yaml", CATS), ("more.yaml", OVERLAY)]);
    let explain = |what: &str| {
        let args = [
            "merge",
            "cats.yaml",
            "--overlay",
            "more.yaml",
            "--explain",
            what,
        ];
        place.run(&args).out
    };
    assert_snapshot!(explain("/dogs"), @"
    /dogs
      from more.yaml:5:15
      changed by the action at more.yaml:4:5
      GET listDogs
        from more.yaml:5:24
        changed by the action at more.yaml:4:5
    ");
    assert_snapshot!(explain("listDogs"), @"
    GET /dogs
      from more.yaml:5:24
      changed by the action at more.yaml:4:5
    ");
    assert_snapshot!(explain("/cats"), @"
    /cats
      from cats.yaml:5:3
      GET listCats
        from cats.yaml:6:5
        changed by the action at more.yaml:6:5
        holds Cat  200 items  cats.yaml:16:45
    ");
    assert_snapshot!(explain("#/paths/~1cats/get/summary"), @"
    #/paths/~1cats/get/summary
      from more.yaml:7:24
      changed by the action at more.yaml:6:5
    ");
}
