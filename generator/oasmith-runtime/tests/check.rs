//! Constraints: what is told, and where.

mod notes;

use notes::{Color, Note};
use oasmith_runtime::check::{Check, Checked, Limit};
use oasmith_runtime::pattern::Pattern;
use std::collections::BTreeMap;

fn told(check: impl FnOnce(&mut Check)) -> String {
    let mut c = Check::new();
    check(&mut c);
    let all: Vec<String> = c
        .into_violations()
        .iter()
        .map(ToString::to_string)
        .collect();
    all.join("; ")
}

#[test]
fn absent_values_are_not_checked() {
    static NEVER: Pattern = Pattern::new("a^");
    assert_eq!(
        told(|c| {
            c.known::<Color>("x", None);
            c.length("x", None, Some(1), Some(0));
            c.pattern("x", None, &NEVER);
            c.integer("x", None, Some(1), Some(0));
            c.number("x", None, Some(Limit::Exclusive(0.0)), None);
            c.multiple_of("x", None, 2.0);
            c.size("x", None, Some(1), Some(0));
            c.unique::<i32>("x", None);
            c.object("x", None);
            c.each::<Note>("x", None);
            c.map::<Note>("x", None);
        }),
        ""
    );
}

#[test]
fn lengths_are_counted_in_characters() {
    assert_eq!(told(|c| c.length("x", Some("éé"), Some(2), Some(2))), "");
    assert_eq!(
        told(|c| c.length("x", Some(""), Some(1), None)),
        "/x: is shorter than 1 character"
    );
    assert_eq!(
        told(|c| c.length("x", Some("abc"), None, Some(2))),
        "/x: is longer than 2 characters"
    );
}

#[test]
fn sizes_are_counted_in_items() {
    assert_eq!(
        told(|c| c.size("x", Some(0), Some(1), None)),
        "/x: has fewer than 1 item"
    );
    assert_eq!(
        told(|c| c.size("x", Some(3), None, Some(2))),
        "/x: has more than 2 items"
    );
    assert_eq!(told(|c| c.size("x", Some(2), Some(2), Some(2))), "");
}

#[test]
fn patterns_match_anywhere() {
    static LETTERS: Pattern = Pattern::new("[a-z0-9]{3,5}");
    static WHOLE: Pattern = Pattern::new("^a$");
    assert_eq!(told(|c| c.pattern("x", Some("A abc!"), &LETTERS)), "");
    assert_eq!(
        told(|c| c.pattern("x", Some("ab"), &LETTERS)),
        "/x: does not match [a-z0-9]{3,5}"
    );
    assert_eq!(
        told(|c| c.pattern("x", Some("ab"), &WHOLE)),
        "/x: does not match ^a$"
    );
}

#[test]
fn bounds_hold_at_the_bound() {
    let integer = |value| told(|c| c.integer("x", Some(value), Some(-1), Some(1)));
    assert_eq!([integer(-1), integer(1)], ["", ""]);
    assert_eq!(
        [integer(-2), integer(2)],
        ["/x: is less than -1", "/x: is greater than 1"]
    );
    let inclusive = |value| {
        told(|c| {
            c.number(
                "x",
                Some(value),
                Some(Limit::Inclusive(0.5)),
                Some(Limit::Inclusive(1.5)),
            )
        })
    };
    assert_eq!([inclusive(0.5), inclusive(1.5)], ["", ""]);
    assert_eq!(
        [inclusive(0.4), inclusive(1.6)],
        ["/x: is less than 0.5", "/x: is greater than 1.5"]
    );
    let exclusive = |value| {
        told(|c| {
            c.number(
                "x",
                Some(value),
                Some(Limit::Exclusive(0.0)),
                Some(Limit::Exclusive(1.0)),
            )
        })
    };
    assert_eq!(exclusive(0.5), "");
    assert_eq!(
        [exclusive(0.0), exclusive(1.0)],
        ["/x: is not greater than 0", "/x: is not less than 1"]
    );
}

#[test]
fn decimal_multiples_are_multiples() {
    for (value, divisor) in [
        (0.3, 0.1),
        (19.99, 0.01),
        (-6.0, 3.0),
        (0.0, 5.0),
        (1e300, 1e-300),
    ] {
        assert_eq!(
            told(|c| c.multiple_of("x", Some(value), divisor)),
            "",
            "{value} of {divisor}"
        );
    }
    assert_eq!(
        told(|c| c.multiple_of("x", Some(0.35), 0.1)),
        "/x: is not a multiple of 0.1"
    );
    assert_eq!(
        told(|c| c.multiple_of("x", Some(7.0), 2.0)),
        "/x: is not a multiple of 2"
    );
    assert_eq!(
        told(|c| c.multiple_of("x", Some(5_000_000_000.005), 0.01)),
        "/x: is not a multiple of 0.01"
    );
    assert_eq!(
        told(|c| c.multiple_of("x", Some(Check::decimal(0.3)), 0.1)),
        ""
    );
    let beyond_floats = (1 << 53) + 1;
    assert_eq!(
        told(|c| c.multiple_of_integer("x", Some(beyond_floats), 2)),
        "/x: is not a multiple of 2"
    );
    assert_eq!(told(|c| c.multiple_of_integer("x", Some(-6), 3)), "");
}

#[test]
fn items_are_unique_as_json() {
    assert_eq!(
        told(|c| c.unique("x", Some(&["a".to_owned(), "b".to_owned()]))),
        ""
    );
    assert_eq!(
        told(|c| c.unique("x", Some(&["a".to_owned(), "a".to_owned()]))),
        "/x: has an item twice"
    );
    assert_eq!(
        told(|c| c.unique("x", Some(&[Note::new("a", 1), Note::new("a", 1)]))),
        "/x: has an item twice"
    );
    // Many items are no trouble.
    let many: Vec<i64> = (0..100_000).collect();
    assert_eq!(told(|c| c.unique("x", Some(&many))), "");
}

#[test]
fn unknown_values_are_told_with_the_known_ones() {
    assert_eq!(told(|c| c.known("x", Some(&Color::Red))), "");
    assert_eq!(
        told(|c| c.known("x", Some(&Color::Unknown("secret".to_owned())))),
        "/x: is not one of RED, BLUE"
    );
}

#[test]
fn all_violations_are_told_each_in_its_place() {
    let mut note = Note::new("", 101);
    note.color = Some(Color::Unknown("x".to_owned()));
    note.parts = Some(vec![Note::new("ok", 1), Note::new("ok", -1)]);
    note.parent = Some(Box::new(Note::new("A", 1)));
    assert_eq!(
        told(|c| note.check(c)).replace("; ", "\n"),
        "/title: is shorter than 1 character
/title: does not match [a-z]{2}
/size: is greater than 100
/color: is not one of RED, BLUE
/parts/1/size: is less than 0
/parent/title: does not match [a-z]{2}"
    );
    let map = BTreeMap::from([("a/b~".to_owned(), note)]);
    let deep = told(|c| c.within("body", &mut |c| c.map("notes", Some(&map))));
    assert!(deep.starts_with("/body/notes/a~1b~0/title: "), "{deep}");
    let names = ["a".to_owned(), "abc".to_owned()];
    assert_eq!(
        told(|c| c.items("names", Some(&names), &mut |c, i, it| c.length(
            i,
            Some(it),
            None,
            Some(2)
        ))),
        "/names/1: is longer than 2 characters"
    );
    let sizes = BTreeMap::from([("k".to_owned(), 5)]);
    assert_eq!(
        told(
            |c| c.entries("sizes", Some(&sizes), &mut |c, key, it| c.integer(
                key,
                Some(*it),
                None,
                Some(2)
            ))
        ),
        "/sizes/k: is greater than 2"
    );
}

#[test]
fn what_is_told_is_bounded() {
    let many = vec![Note::new("", -1); 1000];
    assert_eq!(told(|c| c.each("x", Some(&many))).split("; ").count(), 100);
}
