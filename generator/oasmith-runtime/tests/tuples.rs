//! Lists with a type for each place, which may end before some of them.

use oasmith_runtime::codec::{Json, decode, encode};
use oasmith_runtime::tuples::Trailing;

type Fixed = (String, Option<i32>);
type Shorter = (String, Trailing<i32>, Trailing<Option<bool>>);

#[test]
fn a_list_may_end_before_what_trails() {
    let cases: [(&str, Shorter); 4] = [
        (r#"["a"]"#, ("a".into(), Trailing(None), Trailing(None))),
        (r#"["a",1]"#, ("a".into(), 1.into(), Trailing(None))),
        (r#"["a",1,null]"#, ("a".into(), 1.into(), None.into())),
        (r#"["a",1,true]"#, ("a".into(), 1.into(), Some(true).into())),
    ];
    for (text, value) in cases {
        assert_eq!(decode::<Shorter>(text.as_bytes()).as_ref(), Ok(&value));
        assert_eq!(encode(&value), text.as_bytes());
    }
    type Any = (Trailing<i32>, Trailing<bool>);
    assert_eq!(decode::<Any>(b"[]"), Ok((Trailing(None), Trailing(None))));
    assert_eq!(
        encode(&(Trailing::<i32>(None), Trailing::<i32>(None))),
        b"[]"
    );
}

#[test]
fn what_stands_behind_a_gap_keeps_its_place() {
    let value: Shorter = ("a".into(), Trailing(None), Some(true).into());
    assert_eq!(encode(&value), br#"["a",null,true]"#);
}

#[test]
fn other_lengths_and_wrong_items_are_told() {
    let cases = [
        (told::<Shorter>("[]"), "has not 1 to 3 items"),
        (
            told::<Shorter>("[1]"),
            "/0: expected a string, found a number",
        ),
        (
            told::<Shorter>(r#"["a", null]"#),
            "/1: expected an integer, found null",
        ),
        (
            told::<Shorter>(r#"["a", 1, true, 2]"#),
            "has not 1 to 3 items",
        ),
        (told::<Fixed>(r#"["a"]"#), "has not 2 items"),
        (
            told::<Fixed>("[1, null]"),
            "/0: expected a string, found a number",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

fn told<T: Json>(text: &str) -> String {
    match decode::<T>(text.as_bytes()) {
        Ok(_) => "nothing".to_owned(),
        Err(faults) => faults.to_string(),
    }
}
