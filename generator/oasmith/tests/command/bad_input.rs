//! Bad input is refused with a code, a place and a remedy, and what was made before stays.

use insta::assert_snapshot;

use crate::place::{CATS, Place, document, page};

/// Generates a crate from a good document, puts these files in its place, and generates again.
/// What is said, one finding a line.
fn refused(files: &[(&str, &[u8])]) -> String {
    let place = Place::new(&[
        (
            "api/oasmith.toml",
            "[api]\nname = 'cats'\noutput = '../out'\n",
        ),
        ("api/cats.yaml", CATS),
    ]);
    let made = place.run(&["generate", "api"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let (before, ledger) = (place.state("out"), place.text("api/names.toml"));
    assert!(!before.is_empty());

    std::fs::remove_file(place.path("api/cats.yaml")).unwrap();
    for (path, bytes) in files {
        place.put(path, bytes);
    }
    let ran = place.run(&["generate", "api", "--message-format", "concise"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert_eq!(place.state("out"), before);
    assert_eq!(place.text("api/names.toml"), ledger);
    let pretty = place.run(&["generate", "api"]).err;
    assert!(pretty.contains("help:"), "there is a remedy: {pretty}");
    ran.err
}

#[test]
fn a_missing_file() {
    let config = "[api]\nname = 'cats'\noutput = '../out'\nsources = ['cats.md']\n";
    assert_snapshot!(refused(&[("api/oasmith.toml", config.as_bytes())]), @"api/oasmith.toml:4:12: error[OAS001]: `api/cats.md` does not exist");
}

#[test]
fn an_empty_page() {
    assert_snapshot!(refused(&[("api/cats.md", b" \n")]), @"api/cats.md:1:1: error[OAS010]: the file is empty");
}

#[test]
fn a_page_with_no_fragment() {
    let text = b"# Cats\n\n```json\n{ \"name\": \"Tom\" }\n```\n";
    assert_snapshot!(refused(&[("api/cats.md", text)]), @"api/cats.md:1:1: error[OAS011]: the page holds no OpenAPI document");
}

#[test]
fn a_broken_fence() {
    let text = b"# Cats\n\n```json\n{ \"openapi\": \"3.1.0\" }\n\nMore prose.\n";
    assert_snapshot!(refused(&[("api/cats.md", text)]), @"api/cats.md:3:1: error[OAS012]: this code block is never closed");
}

#[test]
fn a_json_error_inside_a_fence_is_shown_in_the_page() {
    let text = page("{\n  \"openapi\": \"3.1.0\",\n  \"info\": { \"title\": 'Cats' }\n}");
    assert_snapshot!(refused(&[("api/cats.md", text.as_bytes())]), @"api/cats.md:8:22: error[OAS020]: expected a value, found `'`");
}

#[test]
fn a_yaml_error() {
    let text = b"openapi: 3.1.0\ninfo:\n\t title: Cats\n";
    assert_snapshot!(refused(&[("api/cats.yaml", text)]), @"api/cats.yaml:3:3: error[OAS021]: a tab stands where YAML needs blanks");
}

#[test]
fn not_utf8() {
    let text = b"openapi: 3.1.0\ninfo: { title: Chat d'\xe9t\xe9 }\n";
    assert_snapshot!(refused(&[("api/cats.yaml", text)]), @"api/cats.yaml:2:23: error[OAS003]: `api/cats.yaml` is not UTF-8: it has the byte 0xe9");
}

#[test]
fn not_openapi() {
    assert_snapshot!(refused(&[("api/cats.json", b"{ \"name\": \"Tom\" }")]), @"api/cats.json:1:1: error[OAS030]: the document has no `openapi` member");
}

#[test]
fn swagger_2() {
    let text = b"swagger: '2.0'\ninfo: { title: Cats, version: '1' }\npaths: {}\n";
    assert_snapshot!(refused(&[("api/cats.yaml", text)]), @"api/cats.yaml:1:1: error[OAS031]: the document is Swagger 2.0, not OpenAPI 3");
}

#[test]
fn clashing_operations_show_both_places() {
    let operation = |description| {
        document(&format!(
            "  /cats:\n    get:\n      responses: {{ '200': {{ description: {description} }} }}\n"
        ))
    };
    let (a, b) = (operation("all"), operation("some"));
    let files = [("api/a.yaml", a.as_bytes()), ("api/b.yaml", b.as_bytes())];
    assert_snapshot!(refused(&files), @"api/b.yaml:6:42: error[OAS101]: `GET /cats` is described twice, and differs at `/responses/200/description`");
}

#[test]
fn every_fault_of_every_page_is_said_in_one_run() {
    let broken = page("{ \"openapi\": '3.1.0' }");
    let files = [
        ("api/a.md", broken.as_bytes()),
        ("api/b.md", broken.as_bytes()),
    ];
    assert_snapshot!(refused(&files), @"
    api/a.md:6:14: error[OAS020]: expected a value, found `'`
    api/b.md:6:14: error[OAS020]: expected a value, found `'`
    ");
}

#[test]
fn the_second_place_and_the_remedy_are_shown() {
    let place = Place::new(&[
        (
            "a.yaml",
            &document("  /cats:\n    get: { responses: { '200': { description: all } } }\n"),
        ),
        (
            "b.yaml",
            &document("  /cats:\n    get: { responses: { '200': { description: some } } }\n"),
        ),
        ("oasmith.toml", "[api]\noutput = 'out'\n"),
    ]);
    let ran = place.run(&["generate", "."]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error[OAS101]: `GET /cats` is described twice, and differs at `/responses/200/description`
     --> b.yaml:5:47
      |
    5 |     get: { responses: { '200': { description: some } } }
      |                                               ^^^^ differs here
      |
     ::: a.yaml:5:47
      |
    5 |     get: { responses: { '200': { description: all } } }
      |                                               --- from this
      |
      = help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`

    1 error
    ");
}
