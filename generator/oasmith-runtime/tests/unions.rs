//! The member that names an alternative, where the alternative itself does not know of it.

use oasmith_runtime::codec::{self, Json, Write};
use oasmith_runtime::format_shapes::{IPV4, IPV6};
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::shapes::{
    BOOLEAN, DATE, DATE_TIME, FALSE, INT32, INTEGER, LIST, NUMBER, OBJECT, STRING, Shape, TRUE,
    UINT32, UINT64, required,
};
use oasmith_runtime::writer::Writer;
use std::collections::BTreeMap;

/// Closed, so that nothing else may be in it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Cat {
    lives: Option<i64>,
    toy: Option<Toy>,
}

impl Json for Cat {
    fn blank() -> Self {
        Self::default()
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.only_members(&mut [("lives", &mut self.lives), ("toy", &mut self.toy)])
    }
}

impl Write for Cat {
    fn write(&self, w: &mut Writer) {
        w.object(&[("lives", &self.lives), ("toy", &self.toy)]);
    }
}

/// Names itself, if it likes.
#[derive(Clone, Debug, Default, PartialEq)]
struct Toy {
    kind: Option<String>,
}

impl Json for Toy {
    fn blank() -> Self {
        Self::default()
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.only_members(&mut [("kind", &mut self.kind)])
    }
}

impl Write for Toy {
    fn write(&self, w: &mut Writer) {
        w.object(&[("kind", &self.kind)]);
    }
}

fn written(names: &[&'static str], value: &dyn Write) -> String {
    let mut w = Writer::new();
    w.tagged("kind", names, value);
    String::from_utf8(w.into_bytes()).unwrap()
}

/// As a server reads it: what is not allowed is refused.
fn read<T: Json>(json: &str) -> Option<T> {
    let mut r = Reader::new(json.as_bytes()).unwrap().strict();
    assert!(r.tag("kind").is_some());
    // A look ahead leaves the name to the value that is read.
    assert!(r.tag("sort").is_none());
    let value = r.value().ok();
    r.finish().ok().and(value)
}

#[test]
fn a_member_that_names_an_alternative_is_not_for_the_items_of_a_list() {
    let toys = vec![Toy::default(), Toy::default()];
    assert_eq!(written(&["toys"], &toys), "[{},{}]");
}

#[test]
fn an_object_is_named_whether_it_knows_of_it_or_not() {
    let lives = Some(9);
    let cat = Cat { lives, toy: None };
    let map = BTreeMap::from([("lives".to_owned(), 9)]);
    let named = Toy {
        kind: Some("ball".to_owned()),
    };
    let rows: [(&[&str], &dyn Write, &str); 7] = [
        (&["cat"], &cat, r#"{"kind":"cat","lives":9}"#),
        (&["cat", "kitten"], &cat, r#"{"lives":9,"kind":"cat"}"#),
        (&["cat"], &map, r#"{"kind":"cat","lives":9}"#),
        (&["cat", "kitten"], &map, r#"{"lives":9,"kind":"cat"}"#),
        (&["toy"], &named, r#"{"kind":"toy"}"#),
        (&["toy", "ball"], &named, r#"{"kind":"ball"}"#),
        (&["toy", "ball"], &Toy::default(), r#"{"kind":"toy"}"#),
    ];
    for (names, value, wanted) in rows {
        assert_eq!(written(names, value), wanted);
    }
}

#[test]
fn the_member_that_names_an_object_is_not_foreign_to_it() {
    let cat = read::<Cat>(r#"{"lives":9,"kind":"cat"}"#);
    let wanted = Cat {
        lives: Some(9),
        toy: None,
    };
    assert_eq!(cat, Some(wanted));
    let map = read::<BTreeMap<String, i64>>(r#"{"kind":"cat","lives":9}"#);
    assert_eq!(map, Some(BTreeMap::from([("lives".to_owned(), 9)])));
    let texts = read::<BTreeMap<String, String>>(r#"{"kind":"cat"}"#);
    let wanted = BTreeMap::from([("kind".to_owned(), "cat".to_owned())]);
    assert_eq!(texts, Some(wanted));
}

#[test]
fn unions_in_unions_are_named_by_several_members() {
    let mut r = Reader::new(br#"{"kind":"pet","sort":"cat","lives":9}"#).unwrap();
    assert_eq!(r.tag("kind").as_deref(), Some("pet"));
    assert_eq!(r.tag("sort").as_deref(), Some("cat"));
    let cat = Cat {
        lives: Some(9),
        toy: None,
    };
    assert_eq!(r.value::<Cat>(), Ok(cat.clone()));
    struct Inner(Cat);
    impl Write for Inner {
        fn write(&self, w: &mut Writer) {
            w.tagged("sort", &["cat"], &self.0);
        }
    }
    let wanted = r#"{"kind":"pet","sort":"cat","lives":9}"#;
    assert_eq!(written(&["pet"], &Inner(cat)), wanted);
}

#[test]
fn what_stands_inside_is_not_named() {
    let toy = Some(Toy::default());
    let cat = Cat { lives: None, toy };
    assert_eq!(written(&["cat"], &cat), r#"{"kind":"cat","toy":{}}"#);
    assert_eq!(read::<Cat>(r#"{"kind":"cat","toy":{"sort":"x"}}"#), None);
    assert!(codec::salvage::<Cat>(br#"{"kind":"cat"}"#).1.is_some());
}

#[test]
fn the_one_of_two_booleans_that_a_member_may_be_tells_what_an_object_is() {
    const SHAPES: &[&[Shape]] = &[
        &[OBJECT.with(&[required("done", &[BOOLEAN]), required("why", &[STRING])])],
        &[OBJECT.with(&[required("done", &[TRUE])])],
        &[OBJECT.with(&[required("done", &[FALSE])])],
    ];
    let rows = [
        (r#"{"done":true}"#, 1),
        (r#"{"done":false}"#, 2),
        (r#"{"done":false,"why":7}"#, 2),
    ];
    for (text, expected) in rows {
        assert_eq!(chosen(text, SHAPES), Some(expected), "{text}");
    }
}

fn chosen(text: &str, shapes: &[&'static [Shape]]) -> Option<usize> {
    let mut choice = Reader::new(text.as_bytes()).unwrap().choose(shapes);
    (0..shapes.len()).find(|_| choice.is_next())
}

#[test]
fn a_text_is_a_date_where_its_reader_takes_it_for_one() {
    const SHAPES: &[&[Shape]] = &[&[DATE_TIME], &[DATE], &[STRING]];
    let rows = [
        ("2024-02-29T10:00:00Z", 0),
        ("2024-02-29t10:00:00.125+02:00", 0),
        ("2024-02-29 23:59:60-11:30", 0),
        ("2024-02-29", 1),
        ("2024-02-29T10:00:00", 2),
        ("2024-02-29 10:00", 2),
        ("2023-02-29", 2),
        ("2024-99-99", 2),
        ("2024-02-29T25:00:00Z", 2),
        ("2024-02-29T10:00:00+0200", 2),
        ("2024-02-29T10:0é:00Z", 2),
        ("", 2),
    ];
    for (text, expected) in rows {
        let json = format!("\"{text}\"");
        assert_eq!(chosen(&json, SHAPES), Some(expected), "{text}");
    }
}

#[test]
fn a_format_tells_texts_apart_and_rules_none_out() {
    const SHAPES: &[&[Shape]] = &[
        &[OBJECT.with(&[required("from", &[IPV4]), required("to", &[IPV4])])],
        &[OBJECT.with(&[required("from", &[IPV6]), required("to", &[IPV6])])],
    ];
    let rows = [
        (r#"{"from":"10.0.0.1","to":"10.0.0.9"}"#, 0),
        (r#"{"from":"fd00::1","to":"fd00::9"}"#, 1),
        (r#"{"from":"10.0.0.0/24","to":"fd00::9"}"#, 1),
        (r#"{"from":"any","to":"any"}"#, 0),
    ];
    for (json, expected) in rows {
        assert_eq!(chosen(json, SHAPES), Some(expected), "{json}");
    }
}

#[test]
fn integers_are_of_the_first_type_that_has_room_for_them() {
    const SHAPES: &[&[Shape]] = &[
        &[UINT64, LIST.of(&[INT32])],
        &[INTEGER, LIST.of(&[INTEGER])],
        &[STRING, NUMBER],
    ];
    let rows = [
        ("5", Some(0)),
        ("5.0", Some(0)),
        ("-5", Some(1)),
        ("-5e0", Some(1)),
        ("9223372036854775808", Some(0)),
        ("18446744073709551616", Some(2)),
        ("-9223372036854775809", Some(2)),
        ("1e99", Some(2)),
        ("0.5", Some(2)),
        ("[1,2]", Some(0)),
        ("[1,3000000000]", Some(1)),
    ];
    for (text, expected) in rows {
        assert_eq!(chosen(text, SHAPES), expected, "{text}");
    }
    // The only one with the kind of the value says what is wrong with it.
    assert_eq!(chosen("-5", &[&[STRING], &[UINT64]]), Some(1));
    assert_eq!(chosen("-5", &[&[UINT64], &[UINT32]]), None);
}

#[test]
fn lists_are_told_apart_by_how_many_items_they_have() {
    const SHAPES: &[&[Shape]] = &[
        &[LIST.of(&[NUMBER])],
        &[LIST.of(&[NUMBER]).sized(2, 2)],
        &[LIST.of(&[NUMBER, STRING]).sized(2, 3)],
    ];
    const PAIRS: &[&[Shape]] = &[&[LIST.sized(2, 2)], &[LIST.sized(3, usize::MAX)]];
    let rows = [
        ("[1,2]", SHAPES, Some(1)),
        ("[1,2,3]", SHAPES, Some(2)),
        ("[1,2,3,4]", SHAPES, Some(0)),
        ("[1,\"a\"]", SHAPES, Some(2)),
        ("[1,2]", PAIRS, Some(0)),
        ("[1,2,3,4]", PAIRS, Some(1)),
        ("[1]", PAIRS, None),
    ];
    for (text, shapes, expected) in rows {
        assert_eq!(chosen(text, shapes), expected, "{text}");
    }
}

#[test]
fn a_number_in_a_query_that_would_come_back_as_another_text_is_a_text() {
    let chosen = |text: &str, shapes: &[&'static [Shape]]| {
        let json = format!("\"{text}\"");
        let mut choice = Reader::of_texts(json.as_bytes()).unwrap().choose(shapes);
        (0..shapes.len()).find(|_| choice.is_next())
    };
    let rows = [
        ("10", 0),
        ("-7", 0),
        ("1.5", 1),
        ("1.50", 2),
        ("1.0", 2),
        ("-0", 1),
        ("1e3", 2),
        ("123456789012345678901", 2),
        ("ten", 2),
    ];
    for (text, expected) in rows {
        assert_eq!(
            chosen(text, &[&[INTEGER], &[NUMBER], &[STRING]]),
            Some(expected),
            "{text}"
        );
    }
    // Where it may be none, it is the number.
    assert_eq!(chosen("1.0", &[&[BOOLEAN], &[INTEGER]]), Some(1));
    assert_eq!(chosen("1.50", &[&[BOOLEAN], &[NUMBER]]), Some(1));
}
