//! Values that were texts where they come from are read as what is asked for.

use oasmith_runtime::codec::{Json, Write};
use oasmith_runtime::styles::Fields;
use std::collections::BTreeMap;

fn text(text: &str) -> Fields {
    Fields::Text(text.to_owned())
}

fn read<T: Json>(fields: &Fields) -> Result<T, String> {
    match fields.to() {
        (Some(value), faults) if faults.is_empty() => Ok(value),
        (_, faults) => Err(faults
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("; ")),
    }
}

fn comes_back<T: Json + PartialEq + std::fmt::Debug>(value: T) {
    let fields = Fields::of(&value).unwrap();
    assert_eq!(read(&fields), Ok(value), "{fields:?}");
}

#[test]
fn a_text_is_what_is_asked_for() {
    assert_eq!(read(&text("12")), Ok("12".to_owned()));
    assert_eq!(read(&text("12")), Ok(12_i32));
    assert_eq!(read(&text("-1.5e3")), Ok(-1500.0_f64));
    assert_eq!(read(&text("true")), Ok(true));
    assert_eq!(read(&text("true")), Ok("true".to_owned()));
    assert_eq!(read(&text("7")), Ok(vec![7_u64]));
    assert_eq!(
        read::<i32>(&text("12x")),
        Err("is not an integer".to_owned())
    );
    assert_eq!(read::<f64>(&text("")), Err("is not a number".to_owned()));
    assert_eq!(
        read::<bool>(&text("yes")),
        Err("is not `true` or `false`".to_owned())
    );
    assert_eq!(
        read::<i32>(&text("\u{7}")),
        Err("is not an integer".to_owned())
    );
}

#[test]
fn what_was_written_comes_back() {
    comes_back(vec![
        "1".to_owned(),
        "null".to_owned(),
        String::new(),
        "\"ü\n".to_owned(),
    ]);
    comes_back(vec![1.5_f64, 1e300, -0.0]);
    assert_eq!(
        Fields::of(&vec![1.0_f64, 1.5, 1e21]),
        Some(Fields::List(vec![
            text("1"),
            text("1.5"),
            text("1000000000000000000000"),
        ])),
        "as a parameter that is a number by itself"
    );
    comes_back(BTreeMap::from([
        ("a".to_owned(), vec![true, false]),
        ("b".to_owned(), vec![true]),
    ]));
    comes_back(vec![Some(1_i64), None]);
}

#[test]
fn a_name_that_is_given_twice_is_a_list() {
    let pair = |name: &str, value: Option<&str>| (name.to_owned(), value.map(str::to_owned));
    let fields = Fields::gather([pair("a", Some("1")), pair("b", None), pair("a", Some("2"))]);
    let json = String::from_utf8(oasmith_runtime::codec::encode(&fields)).unwrap();
    assert_eq!(json, r#"{"a":["1","2"],"b":null}"#);
    assert_eq!(
        read::<BTreeMap<String, String>>(&fields),
        Err("/a: is given more than once; /b: expected a string, found null".to_owned())
    );
}

#[test]
fn indexes_are_items() {
    let fields = Fields::Object(vec![
        ("0".to_owned(), text("x")),
        ("1".to_owned(), text("y")),
    ]);
    assert_eq!(read(&fields), Ok(vec!["x".to_owned(), "y".to_owned()]));
    let fields = Fields::Object(vec![("x".to_owned(), text("y"))]);
    assert_eq!(
        read::<Vec<String>>(&fields),
        Err("/x: is not an index of a list".to_owned())
    );
}

struct Deep(usize);

impl Write for Deep {
    fn write(&self, w: &mut oasmith_runtime::writer::Writer) {
        match self.0 {
            0 => w.null(),
            depth => w.array(&[Deep(depth - 1)]),
        }
    }
}

#[test]
fn what_nests_too_deeply_has_no_fields() {
    assert!(Fields::of(&Deep(128)).is_some());
    assert_eq!(Fields::of(&Deep(129)), None);
}
