//! Writing JSON.

use oasmith_runtime::codec::{Raw, encode};
use oasmith_runtime::writer::{Always, Writer};
use std::collections::BTreeMap;

fn text(write: impl FnOnce(&mut Writer)) -> String {
    let mut w = Writer::new();
    write(&mut w);
    String::from_utf8(w.into_bytes()).unwrap()
}

#[test]
fn strings_are_escaped_where_they_must_be() {
    assert_eq!(
        text(|w| w.string("a\"b\\c/d\u{8}\u{c}\n\r\t")),
        r#""a\"b\\c/d\b\f\n\r\t""#
    );
    assert_eq!(
        text(|w| w.string("\0\u{1f}\u{7f}é😀")),
        "\"\\u0000\\u001f\u{7f}é😀\""
    );
    assert_eq!(
        text(|w| w.string("12345678\"1234567")),
        r#""12345678\"1234567""#
    );
}

#[test]
fn floats_are_written_with_as_many_digits_as_it_takes() {
    for (value, json) in [
        (0.1, "0.1"),
        (-0.5, "-0.5"),
        (1e300, "1e300"),
        (1e-7, "1e-7"),
        (123456.75, "123456.75"),
    ] {
        assert_eq!(text(|w| w.float(value)), json);
    }
    assert_eq!(text(|w| w.float32(0.1)), "0.1");
    assert_eq!(text(|w| w.float32(f32::MAX)), "3.4028235e38");
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(text(|w| w.float(value)), "null");
    }
}

#[test]
fn whole_floats_are_written_as_integers() {
    for (value, json) in [
        (1.0, "1"),
        (-2.0, "-2"),
        (0.0, "0"),
        (-0.0, "-0"),
        (1e15, "1000000000000000"),
        (9007199254740991.0, "9007199254740991"),
        (-9007199254740994.0, "-9007199254740994"),
        (i64::MAX as f64, "9223372036854776000"),
        (1.5e20, "150000000000000000000"),
        (1e21, "1e21"),
    ] {
        assert_eq!(text(|w| w.float(value)), json);
        assert_eq!(json.parse::<f64>(), Ok(value));
    }
    for (value, json) in [
        (5.0, "5"),
        (-0.0, "-0"),
        (16777216.0, "16777216"),
        (1e20, "100000000000000000000"),
    ] {
        assert_eq!(text(|w| w.float32(value)), json);
    }
}

#[test]
fn integers_are_written_whole() {
    assert_eq!(
        encode(&vec![i64::MIN, 0, 7, i64::MAX]),
        b"[-9223372036854775808,0,7,9223372036854775807]"
    );
    assert_eq!(encode(&u64::MAX), b"18446744073709551615");
}

#[test]
fn absent_members_are_left_out() {
    let none: Option<i32> = None;
    let json = text(|w| {
        w.object(&[
            ("a", &none),
            ("b", &1),
            ("c", &Always(&none)),
            ("d", &Some(none)),
            ("e", &None::<Box<i32>>),
        ]);
    });
    assert_eq!(json, r#"{"b":1,"c":null,"d":null}"#);
    assert_eq!(text(|w| w.object(&[])), "{}");
}

#[test]
fn items_are_never_left_out() {
    assert_eq!(encode(&vec![None, Some(true)]), b"[null,true]");
    let map = BTreeMap::from([("a".to_owned(), None), ("b".to_owned(), Some(1))]);
    assert_eq!(encode(&map), br#"{"a":null,"b":1}"#);
}

#[test]
fn additional_members_come_after_the_named_and_never_in_their_place() {
    let more = BTreeMap::from([("a".to_owned(), 1), ("z\"".to_owned(), 2)]);
    assert_eq!(
        text(|w| w.object_with(&[("a", &true)], &more)),
        r#"{"a":true,"z\"":2}"#
    );
    assert_eq!(encode(&more), br#"{"a":1,"z\"":2}"#);
}

#[test]
fn raw_json_is_written_as_it_is() {
    assert_eq!(
        encode(&vec![Raw::parse("[1.0, {}]").unwrap()]),
        b"[[1.0,{}]]"
    );
}
