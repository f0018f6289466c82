//! `oasmith extract`

use insta::assert_snapshot;

use crate::place::{CATS, Place, page};

const LIST: &str = r#"{ "openapi": "3.1.0", "info": { "title": "Cats", "version": "1" }, "paths": { "/cats": { "get": {} } } }"#;

#[test]
fn documents_are_listed_with_their_places() {
    let place = Place::new(&[("docs/cats.md", &page(LIST)), ("docs/all.yaml", CATS)]);
    let ran = place.run(&["extract", "docs"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    PLACE            BYTES  OPERATIONS    HEADING
    docs/all.yaml:1    937  GET /cats +1
    docs/cats.md:6     104  GET /cats     List cats
    2 documents, 3 operations
    ");

    let ran = place.run(&["extract", "docs/cats.md", "--format", "json"]);
    assert_snapshot!(ran.out, @r#"
    [
      {
        "page": "docs/cats.md",
        "heading": "List cats",
        "line": 6,
        "operations": [
          "GET /cats"
        ],
        "bytes": 104
      }
    ]
    "#);
}

#[test]
fn a_fault_in_one_path_does_not_hide_the_others() {
    let place = Place::new(&[
        ("cats.md", &page(LIST)),
        ("broken.md", &page("{ \"openapi\": }")),
    ]);
    let ran = place.run(&[
        "extract",
        "gone.md",
        "broken.md",
        "cats.md",
        "--message-format",
        "concise",
    ]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.out, @"
    PLACE        BYTES  OPERATIONS  HEADING
    broken.md:6     14  -           List cats
    cats.md:6      104  GET /cats   List cats
    2 documents, 1 operation
    ");
    assert_snapshot!(ran.err, @"
    error[OAS001]: `gone.md` does not exist
    broken.md:6:14: error[OAS020]: expected a value, found `}`
    ");
}
