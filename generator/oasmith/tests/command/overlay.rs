//! Overlays, by `oasmith.toml` and by `--overlay`.

use insta::assert_snapshot;

use crate::place::{CATS, Place};

const RENAME: &str = "\
overlay: 1.0.0
info: { title: Rename, version: '1' }
actions:
  - target: $.info
    update: { title: Felines }
";
const BIRDS: &str = "\
overlay: 1.1.0
info: { title: Birds, version: '1' }
actions:
  - target: $.paths
    remove: true
  - target: $
    update: { paths: { /birds: { get: { responses: { '200': { description: all } } } } } }
";
const NOTHING: &str = "\
overlay: 1.1.0
info: { title: Nothing, version: '1' }
actions:
  - target: $.paths['/dogs']
    remove: true
";

fn place(overlays: &str) -> Place {
    let config = format!("[api]\noutput = '../out'\n[merge]\noverlays = [{overlays}]\n");
    Place::new(&[
        ("api/oasmith.toml", config.as_str()),
        ("api/cats.yaml", CATS),
        ("api/rename.yaml", RENAME),
        ("birds.yaml", BIRDS),
        ("nothing.yaml", NOTHING),
    ])
}

#[test]
fn overlays_apply_in_order_and_what_they_add_knows_where_it_is_from() {
    let place = place("'rename.yaml'");
    let args = ["merge", "api", "--overlay", "birds.yaml", "--no-recover"];
    let ran = place.run(&args);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let (_, paths) = ran.out.split_once("\npaths:").unwrap();
    assert_snapshot!(paths, @"

    /birds:
      get:
        responses:
          '200':
            description: all
        x-oasmith-source: '../birds.yaml:7'
    ");
    // The same from another folder.
    let args = ["merge", ".", "--overlay", "../birds.yaml", "--no-recover"];
    assert_eq!(place.run_in("api", &args).out, ran.out);
}

#[test]
fn a_stage_of_their_own_can_be_looked_at() {
    let place = place("'rename.yaml'");
    let title = |stage| {
        let ran = place.run(&["dump", "api", "--after", stage]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.out.lines().nth(2).unwrap_or_default().to_owned()
    };
    assert_eq!(title("merge"), "  title: Cats");
    assert_eq!(title("overlay"), "  title: Felines");
    assert_eq!(title("recover"), "  title: Felines");
}

#[test]
fn what_matches_nothing_is_a_warning_unless_it_is_strict() {
    let place = place("'../nothing.yaml'");
    let ran = place.run(&["merge", "api", "-o", "out.yaml"]);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.err, @"
    warning[OAS175]: `$.paths['/dogs']` matches nothing
     --> nothing.yaml:4:13
      |
    4 |   - target: $.paths['/dogs']
      |             ^^^^^^^^^^^^^^^^
      |
     ::: api/cats.yaml:5:3
      |
    5 |   /cats:
      |   - there is no `/dogs` here

    1 warning
    ");
    let args = [
        "merge",
        "api",
        "-o",
        "strict.yaml",
        "--strict-overlays",
        "--message-format",
        "concise",
    ];
    let ran = place.run(&args);
    assert_eq!(ran.code, 2);
    assert!(!place.has("strict.yaml"));
    assert_snapshot!(ran.err, @"nothing.yaml:4:13: error[OAS175]: `$.paths['/dogs']` matches nothing");
}

#[test]
fn what_is_no_overlay_is_refused_and_nothing_is_written() {
    let place = place("");
    for (file, code) in [
        ("none.yaml", "OAS001"),
        ("api/cats.yaml", "OAS170"),
        ("api/oasmith.toml", "OAS021"),
    ] {
        let ran = place.run(&["merge", "api", "-o", "out.yaml", "--overlay", file]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(code), "{}", ran.err);
        assert!(!place.has("out.yaml"));
    }
    place.put("api/oasmith.toml", "[merge]\noverlays = ['gone.yaml']\n");
    let ran = place.run(&["generate", "api", "-o", "out"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error[OAS001]: the overlay `api/gone.yaml` does not exist
     |
     = help: `overlays` is relative to `oasmith.toml`, and `--overlay` to the working folder

    1 error
    ");
}

#[test]
fn an_overlay_may_put_right_what_merging_finds() {
    let twice = CATS.replace("getCat", "listCats");
    let place = place("'fix.yaml'");
    place.put("api/cats.yaml", &twice);
    let fix = "{ target: \"$.paths['/cats/{id}'].get\", update: { operationId: getCat } }";
    let overlay = |action| {
        RENAME.replace(
            "  - target: $.info\n    update: { title: Felines }",
            &format!("  - {action}"),
        )
    };
    place.put("api/fix.yaml", overlay(fix));
    assert_eq!(place.run(&["merge", "api"]).err, "");
    place.put(
        "api/fix.yaml",
        overlay("{ target: $.info, update: { x-a: 1 } }"),
    );
    let ran = place.run(&["merge", "api", "--message-format", "concise"]);
    assert_snapshot!(ran.err, @"api/cats.yaml:19:20: error[OAS105]: operation id `listCats` is used twice");
}

#[test]
fn what_an_overlay_breaks_is_shown_in_the_overlay() {
    let place = place("'break.yaml'");
    let action = "  - target: $.paths['/cats'].get\n    update: { operationId: 5, responses: { '404': { $ref: '#/no' } } }\n";
    place.put(
        "api/break.yaml",
        RENAME.replace(
            "  - target: $.info\n    update: { title: Felines }\n",
            action,
        ),
    );
    let ran = place.run(&[
        "generate",
        "api",
        "-o",
        "out",
        "--message-format",
        "concise",
    ]);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.err, @"
    api/break.yaml:5:28: warning[OAS140]: `operationId` must be a string, found a number
    api/break.yaml:5:59: warning[OAS130]: `#/no` points to nothing
    api/break.yaml:5:59: warning[OAS144]: the answer `404` is left out: `#/no` points to nothing
    ");
}

#[test]
fn an_overlay_beside_the_documents_is_no_source_and_is_not_written_over() {
    let place = place("'rename.yaml'");
    let ran = place.run(&["generate", "api"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(place.text("out/README.md").contains("Felines"));
    place.put(
        "api/oasmith.toml",
        "[api]\nsources = ['*.yaml']\n[merge]\noverlays = ['./rename.yaml']\n",
    );
    let ran = place.run(&["merge", "api", "-o", "api/rename.yaml"]);
    assert_eq!(ran.code, 2);
    assert_eq!(place.text("api/rename.yaml"), RENAME);
    assert_eq!(place.run(&["merge", "api", "-o", "out.yaml"]).err, "");
}

#[test]
fn an_overlay_for_another_document_is_told() {
    let place = place("");
    let said = |extends: &str| {
        let text = RENAME.replace("actions:", &format!("extends: {extends}\nactions:"));
        place.put("other/rename.yaml", text);
        let args = ["merge", "api", "--overlay", "other/rename.yaml"];
        place
            .run(&[&args[..], &["--message-format", "concise"]].concat())
            .err
    };
    assert_eq!(said("../api/cats.yaml"), "");
    assert_eq!(said("https://example.com/published.yaml"), "");
    assert_snapshot!(said("../api/dogs.yaml"), @"other/rename.yaml:3:10: warning[OAS177]: the overlay is written for `api/dogs.yaml`, which is not what it is applied to");
}

#[test]
fn the_id_of_an_operation_that_is_copied_is_told_with_the_action() {
    let place = place("'copy.yaml'");
    let api = "{openapi: 3.1.0, info: {title: t, version: '1'}, paths: {/a: {get: {operationId: getA, responses: {'204': {description: d}}}}}}";
    place.put("api/cats.yaml", api);
    let copy = "\
overlay: 1.1.0
info: { title: Copy, version: '1' }
actions:
  - { target: $.paths, update: { /b: {} } }
  - { target: \"$.paths['/b']\", copy: \"$.paths['/a']\" }
";
    place.put("api/copy.yaml", copy);
    assert_snapshot!(place.run(&["merge", "api"]).err, @r#"
    error[OAS105]: the copy of an operation under `/b` has its id `getA` too
     --> api/cats.yaml:1:82
      |
    1 | …: '1'}, paths: {/a: {get: {operationId: getA, responses: {'204': {description: d}}}}}}
      |                                          ^^^^ copied from here
      |
     ::: api/copy.yaml:5:5
      |
    5 |   - { target: "$.paths['/b']", copy: "$.paths['/a']" }
      |     -------------------------------------------------- this action makes a copy
      |
      = help: give the copy an id of its own by a later action; the generated client needs distinct method names

    1 error
    "#);
    // With an id of its own it is another operation.
    let own = "  - { target: \"$.paths['/b'].get\", update: { operationId: getB } }\n";
    place.put("api/copy.yaml", format!("{copy}{own}"));
    assert_eq!(place.run(&["merge", "api"]).err, "");
}
