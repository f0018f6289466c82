//! `oasmith lint`

use std::process::Command;

use insta::assert_snapshot;

use crate::place::Place;

const CATS: &str = "\
openapi: 3.1.0
info: { title: Cats, version: '1' }
paths:
  /cats:
    get:
      operationID: cats
      responses: { '200': { description: all cats } }
";

#[test]
fn findings_are_the_result_and_the_exit_code_minds_the_severity() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    let ran = place.run(&["lint", "cats.yaml", "--preset", "minimal"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert_snapshot!(ran.out, @"
    error[OAS201]: `operationID` is no field of an operation
     --> cats.yaml:6:7
      |
    6 |       operationID: cats
      |       ^^^^^^^^^^^
      |
      = help: did you mean `operationId`?

    1 error
    ");
    let clean = CATS.replace("operationID", "operationId");
    place.put("clean.yaml", clean);
    let ran = place.run(&["lint", "clean.yaml", "--preset", "minimal"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "clean\n"));
    assert_eq!(place.run(&["lint", "none.yaml"]).code, 2);
}

#[test]
fn every_format_has_the_finding_and_goes_to_a_file() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    for format in [
        "pretty", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown",
    ] {
        let args = [
            "lint",
            "cats.yaml",
            "--preset",
            "minimal",
            "--format",
            format,
        ];
        let ran = place.run(&args);
        assert_eq!(ran.code, 1, "{format}");
        assert!(
            ran.out.contains("operationID") && ran.out.contains("cats.yaml"),
            "{}",
            ran.out
        );
        let said = place.run(&[&args[..], &["-o", "report"]].concat());
        assert_eq!((said.code, said.out.as_str()), (1, "report: 1 error\n"));
        assert_eq!(place.text("report"), ran.out);
    }
    let ran = place.run(&["lint", "cats.yaml", "-o", "cats.yaml"]);
    assert_eq!(ran.code, 2, "a source is not written over");
    assert_eq!(place.text("cats.yaml"), CATS);
}

#[test]
fn settings_choose_rules_and_a_baseline_keeps_old_findings_quiet() {
    let settings =
        "[api]\nsources = ['cats.yaml']\n[lint]\npreset = 'minimal'\nbaseline = 'known.txt'\n";
    let place = Place::new(&[("api/cats.yaml", CATS), ("api/oasmith.toml", settings)]);
    assert_eq!(place.run(&["lint", "api"]).code, 1);
    let ran = place.run(&["lint", "api", "--write-baseline"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "api/known.txt: 1 finding\n")
    );
    let ran = place.run(&["lint", "api"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "clean; 1 in the baseline\n")
    );
    place.put("api/cats.yaml", CATS.replace("operationID", "operationId"));
    assert_snapshot!(place.run(&["lint", "api", "--format", "concise"]).out, @"api/known.txt:2:1: info[OAS493]: `unknown-field paths//cats/get` is not found any more");
    let off = settings.replace(
        "baseline = 'known.txt'",
        "rules = { unknown-field = 'off' }",
    );
    place.put("api/oasmith.toml", off);
    place.put("api/cats.yaml", CATS);
    assert_eq!(place.run(&["lint", "api"]).code, 0);
    let ran = place.run(&["lint", "api/cats.yaml", "--write-baseline"]);
    assert_eq!(ran.code, 2, "nobody says where");
}

#[test]
fn only_what_a_revision_did_not_have_is_told() {
    let place = Place::new(&[("api/cats.yaml", CATS)]);
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a@example.com"])
            .args(args);
        assert!(
            git.current_dir(place.path(""))
                .output()
                .unwrap()
                .status
                .success()
        );
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "cats"]);
    let args = [
        "lint",
        "api/cats.yaml",
        "--preset",
        "minimal",
        "--format",
        "concise",
    ];
    let since = |revision| place.run(&[&args[..], &["--changed", revision]].concat());
    let ran = since("HEAD");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let more = format!("# moved by a line\n{CATS}      tag: cats\n");
    place.put("api/cats.yaml", more);
    let ran = since("HEAD");
    assert_eq!(ran.code, 1);
    assert_snapshot!(ran.out, @"api/cats.yaml:9:7: error[OAS201]: `tag` is no field of an operation");
    assert_eq!(since("--upload-pack=x").code, 2);
    assert_snapshot!(since("v1").err, @"
    error[OAS923]: the revision `v1` cannot be read: Needed a single revision
     |
     = help: fetch it first

    1 error
    ");
}

#[test]
fn the_rules_are_a_table_or_a_page() {
    let place = Place::new(&[]);
    let table = place.run(&["rules"]).out;
    assert!(
        table
            .lines()
            .any(|it| it.starts_with("OAS201  unknown-field "))
    );
    let page = place.run(&["rules", "--format", "markdown"]).out;
    assert!(page.starts_with("# The rules of `oasmith lint`\n"));
    assert!(page.contains("\n### unknown-field\n"));
}

#[test]
fn a_rule_is_told_what_to_mind_and_what_it_does_not_take_is_refused() {
    let config = |rules: &str| format!("[api]\nsources = ['cats.yaml']\n[lint.rules]\n{rules}\n");
    let cats = "\
openapi: 3.1.0
info: { title: Cats, version: '1' }
paths:
  /get-cats: {}
";
    let place = Place::new(&[("cats.yaml", cats)]);
    place.put("oasmith.toml", config("verb-in-path = 'warning'"));
    let lint = || place.run(&["lint", ".", "--preset", "minimal", "--format", "concise"]);
    assert_snapshot!(lint().out, @"cats.yaml:4:4: warning[OAS322]: `/get-cats` has the verb `get` in it");
    place.put(
        "oasmith.toml",
        config("verb-in-path = { severity = 'warning', allowed = ['get'] }"),
    );
    assert_eq!(lint().out, "");
    let rules = "verb-in-path = { alowed = [] }\noperation-tags-several = { most = -1 }\nproperty-case-mixed = { case = 'snake' }";
    place.put("oasmith.toml", config(rules));
    assert_snapshot!(lint().err, @"
    error[OAS902]: unknown key `alowed` in this rule
     --> oasmith.toml:4:18
      |
    4 | verb-in-path = { alowed = [] }
      |                  ^^^^^^
      |
      = help: did you mean `allowed`?

    error[OAS903]: `most` is no whole number from 0 up
     --> oasmith.toml:5:35
      |
    5 | operation-tags-several = { most = -1 }
      |                                   ^^

    error[OAS903]: unknown case `snake`
     --> oasmith.toml:6:32
      |
    6 | property-case-mixed = { case = 'snake' }
      |                                ^^^^^^^
      |
      = help: known here: `most`, `snake_case`, `camelCase`

    3 errors
    ");
}
