//! What the renderers print.

use insta::assert_snapshot;
use oasmith_source::render::{Style, concise, json, pretty, summary};
use oasmith_source::{Diagnostic, FileId, SourceMap, Span};

oasmith_source::codes! {
    /// An operation is there twice.
    pub TWICE = "OAS999" "twice";
}

fn source(text: &str) -> (SourceMap, FileId) {
    let mut sources = SourceMap::new("specs/");
    let file = sources.add("cats.md", text);
    (sources, file)
}

fn twice() -> (SourceMap, Diagnostic) {
    let (sources, file) = source("# Cats\n\nget: /cats\nput: /cats\nget: /cats\n");
    let it = Diagnostic::error(&TWICE, "`GET /cats` is there twice")
        .labelled(Span::new(file, 30, 33), "again here")
        .also(Span::new(file, 8, 11), "first here")
        .help("remove one of them");
    (sources, it)
}

fn plain(it: &Diagnostic, sources: &SourceMap) -> String {
    pretty(it, sources, Style::Plain)
}

#[test]
fn both_places_are_shown_with_their_lines() {
    let (sources, it) = twice();
    assert_snapshot!(plain(&it, &sources), @"
    error[OAS999]: `GET /cats` is there twice
     --> specs/cats.md:5:1
      |
    5 | get: /cats
      | ^^^ again here
      |
     ::: specs/cats.md:3:1
      |
    3 | get: /cats
      | --- first here
      |
      = help: remove one of them
    ");
}

#[test]
fn colour_changes_nothing_but_colour() {
    let (sources, it) = twice();
    let coloured = pretty(&it, &sources, Style::Colour);
    assert!(coloured.contains("\u{1b}["));
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        stripped.push_str(before);
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    assert_eq!(stripped + rest, plain(&it, &sources));
}

#[test]
fn a_long_line_is_cut_and_keeps_its_column() {
    let long = "x".repeat(90_000) + "ååå\"here\"" + &"y".repeat(90_000);
    let (sources, file) = source(&long);
    let it = Diagnostic::warning(&TWICE, "odd")
        .labelled(Span::new(file, 90_006, 90_012), "this")
        .also(Span::new(file, 0, long.len()), "in this");
    assert_snapshot!(plain(&it, &sources), @r#"
    warning[OAS999]: odd
     --> specs/cats.md:1:90004
      |
    1 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxååå"here"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
      |                                          ^^^^^^ this
      |
     ::: specs/cats.md:1:1
      |
    1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      | ---------------------------------------------------------------------------------------------------- in this
    "#);
}

#[test]
fn labels_that_are_near_share_a_line() {
    let (sources, file) = source("{\"a\": 1, \"a\": 2}\n");
    let it = Diagnostic::error(&TWICE, "member `a` is there twice")
        .at(Span::new(file, 9, 12))
        .also(Span::new(file, 1, 4), "first here");
    assert_snapshot!(plain(&it, &sources), @r#"
    error[OAS999]: member `a` is there twice
     --> specs/cats.md:1:10
      |
    1 | {"a": 1, "a": 2}
      |  ---     ^^^
      |  |
      |  first here
    "#);
}

#[test]
fn of_a_place_of_many_lines_the_first_is_shown() {
    let (sources, file) = source("a:\r\n  b: 1\r\n  c: 2\r\n");
    let it = Diagnostic::info(&TWICE, "odd").at(Span::new(file, 6, 18));
    assert_snapshot!(plain(&it, &sources), @"
    info[OAS999]: odd
     --> specs/cats.md:2:3
      |
    2 |   b: 1
      |   ^^^^
    ");
}

#[test]
fn control_characters_of_a_source_do_not_reach_the_terminal() {
    let (sources, file) = source("a: \u{1b}[31m\t\u{202e}b\n");
    let it = Diagnostic::error(&TWICE, "odd \u{1b}[31m name").at(Span::new(file, 0, 1));
    assert_snapshot!(plain(&it, &sources), @"
    error[OAS999]: odd ␛[31m name
     --> specs/cats.md:1:1
      |
    1 | a: ␛[31m    �b
      | ^
    ");
}

#[test]
fn without_a_place_there_is_none() {
    let (sources, _) = twice();
    let it = Diagnostic::error(&TWICE, "`a.md` does not exist").help("correct the path");
    assert_snapshot!(plain(&it, &sources), @"
    error[OAS999]: `a.md` does not exist
     |
     = help: correct the path
    ");
    assert_snapshot!(concise(&it, &sources), @"error[OAS999]: `a.md` does not exist");
    assert_snapshot!(json(&it, &sources), @r#"{"code":"OAS999","name":"twice","severity":"error","message":"`a.md` does not exist","file":null,"line":null,"column":null,"end_line":null,"end_column":null,"labels":[],"help":["correct the path"]}"#);
}

#[test]
fn concise_is_one_line() {
    let (sources, mut it) = twice();
    assert_snapshot!(concise(&it, &sources), @"specs/cats.md:5:1: error[OAS999]: `GET /cats` is there twice");
    it.message = "two\nlines".to_owned();
    assert_eq!(concise(&it, &sources).matches('\n').count(), 1);
}

#[test]
fn json_is_one_line_with_every_place() {
    let (sources, it) = twice();
    assert_snapshot!(json(&it, &sources), @r#"{"code":"OAS999","name":"twice","severity":"error","message":"`GET /cats` is there twice","file":"specs/cats.md","line":5,"column":1,"end_line":5,"end_column":4,"labels":[{"text":"again here","file":"specs/cats.md","line":5,"column":1,"end_line":5,"end_column":4},{"text":"first here","file":"specs/cats.md","line":3,"column":1,"end_line":3,"end_column":4}],"help":["remove one of them"]}"#);
}

#[test]
fn the_summary_counts() {
    let [error, warning, info] = [Diagnostic::error, Diagnostic::warning, Diagnostic::info]
        .map(|make: fn(_, &'static str) -> _| make(&TWICE, "odd"));
    assert_eq!(
        summary([&error, &warning, &error, &info]),
        "2 errors, 1 warning"
    );
    assert_eq!(summary([&warning]), "1 warning");
    assert_eq!(summary([&info]), "");
}
