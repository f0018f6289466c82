//! `oasmith generate`, `--check` and `--report`.

use insta::assert_snapshot;

use crate::place::{CATS, Place};

fn configured() -> Place {
    Place::new(&[
        (
            "api/oasmith.toml",
            "[api]\nname = 'cats'\noutput = '../out/cats'\n",
        ),
        ("api/cats.yaml", CATS),
    ])
}

#[test]
fn a_document_needs_no_configuration() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    let ran = place.run(&["generate", "cats.yaml", "-o", "cats/"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"cats/: 2 operations (2 full, 0 degraded, 0 skipped), 1 model, [FILES], [TIME]");
    assert!(place.text("cats/Cargo.toml").contains("name = \"cats\""));
    assert!(place.has("cats/src/lib.rs") && place.has("cats/openapi.json"));
    assert!(!place.has("names.toml"), "a document alone has no ledger");
}

#[test]
fn a_second_run_changes_nothing() {
    let place = configured();
    assert_eq!(place.run(&["generate", "api"]).code, 0);
    let modified = |path| {
        std::fs::metadata(place.path(path))
            .unwrap()
            .modified()
            .unwrap()
    };
    let (before, time) = (place.state(""), modified("out/cats/src/lib.rs"));
    let ran = place.run(&["generate", "api"]);
    assert_snapshot!(ran.out, @"out/cats: 2 operations (2 full, 0 degraded, 0 skipped), 1 model, [FILES], [TIME], unchanged");
    assert_eq!(place.state(""), before);
    assert_eq!(modified("out/cats/src/lib.rs"), time);
}

#[test]
fn the_working_folder_makes_no_difference() {
    let place = configured();
    assert_eq!(place.run(&["generate", "api"]).code, 0);
    let before = place.state("");
    std::fs::remove_dir_all(place.path("out")).unwrap();
    std::fs::create_dir_all(place.path("some/where")).unwrap();
    let ran = place.run_in("some/where", &["generate", "../../api/oasmith.toml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(place.state(""), before);

    let absolute = place.path("api").display().to_string();
    assert_eq!(place.run_in("api", &["generate", ".", "--check"]).code, 0);
    assert_eq!(
        place
            .run_in("some", &["generate", &absolute, "--check"])
            .code,
        0
    );
}

#[test]
fn check_says_what_would_change_and_writes_nothing() {
    let place = configured();
    let ran = place.run(&["generate", "api", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("  added    out/cats/Cargo.toml\n"),
        "{}",
        ran.out
    );
    assert!(!place.has("out"));

    assert_eq!(place.run(&["generate", "api"]).code, 0);
    let fresh = place.run(&["generate", "api", "--check"]);
    assert_eq!(fresh.code, 0);
    assert_snapshot!(fresh.out, @"out/cats is fresh: 2 operations (2 full, 0 degraded, 0 skipped), 1 model, [FILES], [TIME]");

    let first = place
        .text("out/cats/openapi.json")
        .replacen("Cats", "Dogs", 1);
    place.put("out/cats/openapi.json", first);
    place.put("out/cats/src/old.rs", "");
    std::fs::remove_file(place.path("out/cats/README.md")).unwrap();
    place.put("out/cats/notes.txt", "not made by oasmith");
    let before = place.state("");
    let stale = place.run(&["generate", "api", "--check"]);
    assert_eq!(stale.code, 1);
    assert_snapshot!(stale.out, @r#"
    out/cats is stale: 2 operations (2 full, 0 degraded, 0 skipped), 1 model, [FILES], [TIME]
      added    out/cats/README.md
      changed  out/cats/openapi.json:4
        -     "title": "Dogs",
        +     "title": "Cats",
      removed  out/cats/src/old.rs
    "#);
    assert_eq!(place.state(""), before);
}

#[test]
fn line_ends_of_a_checkout_are_no_change() {
    let place = configured();
    assert_eq!(place.run(&["generate", "api"]).code, 0);
    for path in ["api/names.toml", "out/cats/src/lib.rs"] {
        let text = place.text(path);
        place.put(path, text.replace('\n', "\r\n"));
    }
    let ran = place.run(&["generate", "api", "--check"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_ledger_that_would_change_is_stale() {
    let place = configured();
    assert_eq!(place.run(&["generate", "api"]).code, 0);
    if place.has("api/names.toml") {
        std::fs::remove_file(place.path("api/names.toml")).unwrap();
    }
    let ran = place.run(&["generate", "api", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("  added    api/names.toml\n"),
        "{}",
        ran.out
    );
    assert!(!place.has("api/names.toml"));
}

#[test]
fn the_report_gives_figures() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    let ran = place.run(&[
        "generate",
        "cats.yaml",
        "-o",
        "cats",
        "--report",
        "report.json",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report: serde_json::Value = serde_json::from_str(&place.text("report.json")).unwrap();
    let lines = report["lines"].as_u64().unwrap();
    assert!(lines > 100, "{lines}");
    let mut report = report;
    for figure in ["lines", "files", "seconds"] {
        report[figure] = "[FIGURE]".into();
    }
    assert_snapshot!(serde_json::to_string_pretty(&report).unwrap(), @r#"
    {
      "diagnostics": {},
      "files": "[FIGURE]",
      "lines": "[FIGURE]",
      "models": 1,
      "operations": {
        "degraded": 0,
        "full": 2,
        "incomplete": [],
        "skipped": 0,
        "total": 2
      },
      "package": "cats",
      "seconds": "[FIGURE]",
      "untyped_values": 0
    }
    "#);
}

#[test]
fn an_operation_that_is_not_full_is_reported_with_its_place() {
    let odd = r##"
  /tree:
    get:
      operationId: getTree
      responses:
        "200":
          description: what it is
          content: { application/json: { schema: {} } }
  /leaf:
    get:
      operationId: getLeaf
      parameters:
        - { $ref: "#/components/parameters/No" }
      responses: { "200": { description: none } }
"##;
    let text = crate::place::document(odd);
    let place = Place::new(&[("odd.yaml", &text)]);
    let ran = place.run(&[
        "generate",
        "odd.yaml",
        "-o",
        "odd",
        "--report",
        "report.json",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_snapshot!(ran.out, @"odd: 2 operations (1 full, 0 degraded, 1 skipped), 0 models, [FILES], [TIME]");
    let report: serde_json::Value = serde_json::from_str(&place.text("report.json")).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&report["operations"]).unwrap(), @r#"
    {
      "degraded": 0,
      "full": 1,
      "incomplete": [
        {
          "operation": "GET /leaf",
          "place": "odd.yaml:13:5",
          "reasons": [
            "`#/components/parameters/No` points to nothing"
          ],
          "state": "skipped"
        }
      ],
      "skipped": 1,
      "total": 2
    }
    "#);
}

/// One operation that is left out, and one in part.
fn odd() -> Place {
    let paths = r##"
  /leaf:
    get:
      parameters: [ { $ref: "#/components/parameters/No" } ]
  /tree:
    post:
      requestBody: { content: { multipart/mixed: { schema: { type: object } } } }
      responses: { "204": { description: done } }
"##;
    Place::new(&[("odd.yaml", &crate::place::document(paths))])
}

#[test]
fn what_is_not_full_can_be_listed() {
    let ran = odd().run(&["generate", "odd.yaml", "-o", "odd", "--report"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_snapshot!(ran.out, @"
    odd: 2 operations (0 full, 1 degraded, 1 skipped), 0 models, [FILES], [TIME]
      degraded  POST /tree  odd.yaml:9:5
        `multipart/mixed` is generated as a stream of bytes
      skipped   GET /leaf  odd.yaml:6:5
        `#/components/parameters/No` points to nothing
    ");
}

#[test]
fn a_document_is_not_taken_for_the_file_of_a_report() {
    let ran = odd().run(&["generate", "--report", "odd.yaml", "-o", "odd"]);
    assert_eq!(ran.code, 2);
    let first = ran.err.lines().next().unwrap_or_default();
    assert_snapshot!(first, @"error: invalid value 'odd.yaml' for '--report [<FILE.json>]': a report is a .json file; the API goes before `--report`");
}

#[test]
fn what_is_not_full_can_be_denied() {
    let place = odd();
    let deny = |what: &[&str]| {
        let ran = place.run(&[&["generate", "odd.yaml", "-o", "odd", "--deny"], what].concat());
        assert_eq!((ran.code, place.has("odd")), (1, false), "{}", ran.err);
        ran.out
    };
    assert_snapshot!(deny(&["skipped"]), @"
    nothing is written: 1 operation denied
      skipped   GET /leaf  odd.yaml:6:5
        `#/components/parameters/No` points to nothing
    ");
    assert_snapshot!(deny(&["degraded"]), @"
    nothing is written: 1 operation denied
      degraded  POST /tree  odd.yaml:9:5
        `multipart/mixed` is generated as a stream of bytes
    ");
    assert!(deny(&["degraded", "--deny", "skipped"]).contains("2 operations"));
    let fine = Place::new(&[("cats.yaml", CATS)]);
    let args = ["generate", "cats.yaml", "-o", "cats", "--deny", "skipped"];
    assert_eq!(fine.run(&args).code, 0);
}

#[test]
fn a_path_in_another_notation_is_found_and_served_as_it_is_taken() {
    let paths = "
  /leaf/{id:[0-9]+}:
    post:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      requestBody: { content: { multipart/mixed: { schema: { type: object } } } }
      responses: { '204': { description: done } }
  /tree/:id:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { '204': { description: done } }
";
    let place = Place::new(&[(
        "odd.yaml",
        &crate::place::document(paths.trim_start_matches('\n')),
    )]);
    let ran = place.run(&["generate", "odd.yaml", "-o", "odd", "--report"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_snapshot!(ran.out, @"
    odd: 2 operations (1 full, 1 degraded, 0 skipped), 0 models, [FILES], [TIME]
      degraded  POST /leaf/{id}  odd.yaml:5:5
        `multipart/mixed` is generated as a stream of bytes
    ");
    let served = place.text("odd/openapi.json");
    assert!(
        served.contains("\"/leaf/{id}\"") && served.contains("\"/tree/{id}\""),
        "{served}"
    );
}

#[test]
fn only_chosen_operations_are_generated() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    let generate =
        |which: &str| place.run(&["generate", "cats.yaml", "-o", "cats", "--operation", which]);
    let ran = generate("GET /cats/*");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"cats: 1 operation (1 full, 0 degraded, 0 skipped), 1 model, [FILES], [TIME]");
    let ran = generate("listCat");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_snapshot!(ran.err, @"
    error[OAS515]: `listCat` means no operation of the document
     |
     = help: it is an operation id, `tag:` and a tag, or a path: `/pets/**`

    1 error
    ");
}

#[test]
fn what_others_keep_in_the_output_folder_stays() {
    let place = configured();
    assert_eq!(place.run(&["generate", "api"]).code, 0);
    place.put("out/cats/target/debug/built", "long work");
    place.put("out/cats/Cargo.lock", "# locked");
    place.put("api/cats.yaml", CATS.replace("the cats", "all cats"));
    let ran = place.run(&["generate", "api"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(place.text("out/cats/target/debug/built"), "long work");
    assert_eq!(place.text("out/cats/Cargo.lock"), "# locked");
    let entries = std::fs::read_dir(place.path("out")).unwrap().count();
    assert_eq!(entries, 1, "nothing is left beside the crate");
}

#[test]
fn a_page_without_a_document_is_left_out_beside_documents() {
    let place = configured();
    place.put("api/README.md", "# Cats\n\nAn openapi document of cats.\n");
    let ran = place.run(&["generate", "api"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    // What seems to hold one is told, and so is an export that failed.
    place.put("api/README.md", "```yaml\nopenapi: 3.1.0\n");
    assert!(place.run(&["generate", "api"]).err.contains("OAS012"));
    place.put("api/README.md", "");
    assert!(place.run(&["generate", "api"]).err.contains("OAS010"));
}

#[test]
fn a_part_of_a_document_is_left_out_with_a_warning_where_nobody_named_the_sources() {
    let place = configured();
    place.put("api/ants.yaml", "paths: {/ants: {}}\n");
    place.put("api/dogs.yaml", "paths:\n  /dogs: {}\n");
    place.put("api/guide.md", "```yaml\npaths:\n  /dogs: {}\n```\n");
    place.put("api/tsconfig.json", r#"{ "paths": { "@/*": ["/a"] } }"#);
    let ran = place.run(&["generate", "api", "--message-format", "concise"]);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.err, @"
    warning[OAS011]: `api/ants.yaml` has `paths` and no `openapi`, and is left out
    warning[OAS011]: `api/dogs.yaml` has `paths` and no `openapi`, and is left out
    warning[OAS011]: `api/guide.md` has `paths` and no `openapi`, and is left out
    ");
}

#[test]
fn data_beside_the_documents_is_left_out_where_nobody_named_the_sources() {
    let place = configured();
    place.put("api/examples.json", "{\"name\": \"Tom\"}");
    let ran = place.run(&["generate", "api"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    // The word alone makes no document.
    place.put("api/examples.json", "{\"name\": \"openapi\"}");
    let ran = place.run(&["init", "api", "-o", "else.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(place.text("else.toml").contains("[\"api/cats.yaml\"]"));
    let text = place.text("else.toml");
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{text}");
    let ran = place.run(&["extract", "api"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!ran.out.contains("examples.json"), "{}", ran.out);
    place.put(
        "api/oasmith.toml",
        "[api]\nname = 'cats'\noutput = '../out/cats'\nsources = ['*.json', '*.yaml']\n",
    );
    let ran = place.run(&["generate", "api"]);
    assert!(ran.err.contains("OAS030"), "{}", ran.err);
}
