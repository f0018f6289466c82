//! Reading JSON: what is accepted, what is not, and what is said about it.

mod chance;
mod depth;
mod table;

use oasmith_runtime::codec::{Faults, Json, Raw, Write, decode, encode};
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::writer::Writer;
use std::collections::BTreeMap;

/// `pointer: detail`, one a line; a `!` in front when the text is not JSON.
fn told(faults: Faults) -> String {
    format!("{}{faults}", if faults.syntax { "!" } else { "" })
}

fn faults<T: Json + std::fmt::Debug>(json: &str) -> String {
    told(decode::<T>(json.as_bytes()).unwrap_err())
}

#[derive(Debug, Default, PartialEq)]
struct Item {
    name: String,
    size: i32,
    open: Option<bool>,
    due: Option<Option<String>>,
    more: BTreeMap<String, i64>,
}

impl Json for Item {
    fn blank() -> Self {
        Self::default()
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members_and(
            &mut [
                ("name", &mut self.name),
                ("size", &mut self.size),
                ("open", &mut self.open),
                ("due", &mut self.due),
            ],
            &mut self.more,
        )
    }
}

impl Write for Item {
    fn write(&self, w: &mut Writer) {
        w.object_with(
            &[
                ("name", &self.name),
                ("size", &self.size),
                ("open", &self.open),
                ("due", &self.due),
            ],
            &self.more,
        );
    }
}

const GOOD: &[&str] = &[
    "null",
    " true ",
    "false",
    "\t\"\"\r\n",
    "0",
    "-0",
    "0.0",
    "-0.5e+10",
    "1E400",
    "1e-400",
    "123456789012345678901234567890",
    "[]",
    "[ ]",
    "{}",
    "{ }",
    "[1,2 , 3]",
    "[[[]]]",
    r#"{"":0}"#,
    r#"{"a":{"a":[]}}"#,
    r#"{"a":1,"b":2}"#,
    r#""\"\\\/\b\f\n\r\t""#,
    r#""\u0000""#,
    r#""\u00e9é\uD834\udd1e""#,
    r#""\uDBFF\uDFFF""#,
    "\"\u{7f}\u{2028}\u{feff}\"",
    "[\"12345678\",\"1234567\",\"123456789\"]",
];

const BAD: &[&str] = &[
    "",
    " ",
    "nul",
    "nulll",
    "True",
    "tru e",
    "NaN",
    "Infinity",
    "-Infinity",
    "undefined",
    "'a'",
    "a",
    "01",
    "-01",
    "-",
    "+1",
    ".5",
    "1.",
    "1.e1",
    "1e",
    "1e+",
    "1e1.5",
    "0x1",
    "1_0",
    "--1",
    "1-",
    "-a",
    "1a",
    "0e",
    "00",
    "\u{ff11}",
    "[",
    "]",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[,]",
    "[1 2]",
    "[1]]",
    "[1}",
    "[1;2]",
    "[1:2]",
    "{",
    "}",
    "{\"a\"",
    "{\"a\":",
    "{\"a\":1",
    "{\"a\":1,",
    "{\"a\":1,}",
    "{,}",
    "{\"a\" 1}",
    "{\"a\"::1}",
    "{a:1}",
    "{'a':1}",
    "{1:1}",
    "{null:1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1}}",
    "{\"a\":1]",
    "{\"a\",1}",
    "{\"a\":1,,\"b\":2}",
    "{}{}",
    "{} 1",
    "1 2",
    "\"\" \"\"",
    "\"",
    "\"a",
    "\"\\\"",
    "\"\\",
    "\"\\x41\"",
    "\"\\'\"",
    "\"\\u\"",
    "\"\\u12\"",
    "\"\\u123\"",
    "\"\\u12G4\"",
    "\"\\u+123\"",
    "\"\\U0041\"",
    "\"\\a\"",
    "\"\\\u{1}\"",
    "\"\n\"",
    "\"\t\"",
    "\"\0\"",
    "\"\u{1f}\"",
    "\"1234567\u{1f}\"",
    "\"\\u1",
    "\"\\ud800\\u1",
    "\"\\ud800\\",
    r#""\ud800""#,
    r#""\udc00""#,
    r#""\ud800\ud800""#,
    r#""\ud800a""#,
    r#""\ud800\n""#,
    r#""\udc00\ud800""#,
    r#""\ud800\u0041""#,
    "\u{feff}1",
    "\u{a0}1",
    "1\u{c}",
    "1\u{b}",
    "//a\n1",
    "/**/1",
    "1//",
    "\0",
    "1\0",
    "[1\0]",
    "#1",
];

#[test]
fn what_is_json_is_accepted() {
    for json in GOOD {
        assert!(Raw::parse(json).is_ok(), "{json}");
        serde_json::from_str::<serde::de::IgnoredAny>(json).unwrap();
        // The same inside of what is stepped over.
        let wrapped =
            format!(r#"{{"name":"a","size":1,"open":null,"more":[{json},{{"x":{json}}}]}}"#);
        assert_eq!(
            faults::<Item>(&wrapped),
            "/more: expected an integer, found an array"
        );
    }
}

#[test]
fn what_is_not_json_is_refused() {
    for json in BAD {
        let faults = Raw::parse(json).unwrap_err();
        assert!(
            faults.syntax && faults.violations.len() == 1,
            "{json}: {faults:?}"
        );
        for wrapped in [
            format!(r#"{{"name":2,"x":[{json}]}}"#),
            format!(r#"{{"x":{{"y":{json}}}}}"#),
        ] {
            // Some of them are the end of a wrapper.
            if serde_json::from_str::<serde_json::Value>(&wrapped).is_err() {
                let faults = decode::<Item>(wrapped.as_bytes()).unwrap_err();
                assert!(
                    faults.syntax && faults.violations.len() == 1,
                    "{wrapped}: {faults:?}"
                );
            }
        }
    }
}

#[test]
fn bytes_that_are_not_utf8_are_refused() {
    let bad: &[&[u8]] = &[
        b"\"\xff\"",
        b"\"\xc0\xaf\"",
        b"\"\xed\xa0\x80\"",
        b"\"\xf4\x90\x80\x80\"",
        b"\xff\xfe1\0",
        b"\"\xe2\x82\"",
    ];
    for bytes in bad {
        assert!(decode::<Raw>(bytes).unwrap_err().syntax);
    }
    assert_eq!(
        told(decode::<String>(b"\"a\xff\"").unwrap_err()),
        "!is not UTF-8 at byte 2"
    );
}

#[test]
fn every_fault_is_told_with_its_place() {
    let json = r#"{"name":1,"open":"yes","more~/":true,"due":[],"x":1.5,"y":9223372036854775808}"#;
    assert_eq!(
        faults::<Item>(json).replace("; ", "\n"),
        "/name: expected a string, found a number
/open: expected a boolean, found a string
/more~0~1: expected an integer, found a boolean
/due: expected a string, found an array
/x: is not an integer
/y: is not between -9223372036854775808 and 9223372036854775807
/size: is required"
    );
}

#[test]
fn a_member_of_the_wrong_type_is_told_once() {
    assert_eq!(
        faults::<Item>(r#"{"name":1,"size":2}"#),
        "/name: expected a string, found a number"
    );
    assert_eq!(
        faults::<Item>(r#"{"size":null,"name":""}"#),
        "/size: is required"
    );
    // A fault of a neighbour of the same name is not a fault of this one.
    let list = r#"[{"name":1,"size":1},{"size":1},{"name":"","size":"x"}]"#;
    assert_eq!(
        faults::<Vec<Item>>(list),
        "/0/name: expected a string, found a number; /1/name: is required; /2/size: expected an integer, found a string"
    );
    assert_eq!(
        faults::<BTreeMap<String, Item>>(r#"{"name":{"size":1}}"#),
        "/name/name: is required"
    );
}

#[test]
fn a_broken_text_is_told_as_broken_only() {
    assert_eq!(
        faults::<Item>(r#"{"name":1,"due":"a","x":[1,}"#),
        "!/x/1: expected a value at byte 27"
    );
    assert_eq!(faults::<Item>("{"), "!expected a member name at byte 1");
    assert_eq!(faults::<Item>("7 7"), "!expected the end at byte 2");
    assert_eq!(faults::<bool>("truth"), "!expected a value at byte 0");
    assert_eq!(faults::<f64>("01"), "!malformed number at byte 1");
}

#[test]
fn a_member_given_twice_is_told() {
    assert_eq!(
        faults::<Item>(r#"{"name":"a","size":1,"name":"b"}"#),
        "/name: is given twice"
    );
    assert_eq!(
        faults::<Item>(r#"{"name":"a","size":1,"due":null,"due":null}"#),
        "/due: is given twice"
    );
    assert_eq!(
        faults::<Item>(r#"{"name":"a","size":1,"x":1,"x":1}"#),
        "/x: is given twice"
    );
}

#[test]
fn escaped_names_are_the_same_names() {
    let item = decode::<Item>(br#"{"n\u0061me":"a","s\u0069ze":1,"\u00e9":2}"#).unwrap();
    assert_eq!((item.name.as_str(), item.size, item.more["é"]), ("a", 1, 2));
}

#[test]
fn absent_null_and_value_are_three_states() {
    let due = |json: &str| {
        decode::<Item>(format!(r#"{{"name":"","size":0{json}}}"#).as_bytes())
            .unwrap()
            .due
    };
    assert_eq!(due(""), None);
    assert_eq!(due(r#","due":null"#), Some(None));
    assert_eq!(due(r#","due":"d""#), Some(Some("d".to_owned())));
}

#[test]
fn whole_numbers_are_integers_however_they_are_written() {
    for (json, value) in [
        ("1.0", 1),
        ("1e3", 1000),
        ("-1.50e1", -15),
        ("0.0e99999999999999999999", 0),
        ("-0", 0),
        ("120e-1", 12),
        ("0.001e3", 1),
    ] {
        assert_eq!(decode::<i64>(json.as_bytes()), Ok(value), "{json}");
    }
    let long = format!("1{}e-{}", "0".repeat(400), 400);
    assert_eq!(decode::<i32>(long.as_bytes()), Ok(1));
    assert_eq!(decode::<u64>(b"18446744073709551615"), Ok(u64::MAX));
    assert_eq!(decode::<i64>(b"-9223372036854775808"), Ok(i64::MIN));
    for json in ["1.5", "1e-1", "1e-99999999999999999999", "0.1e0"] {
        assert_eq!(faults::<i64>(json), "is not an integer", "{json}");
    }
    for json in [
        "2147483648",
        "-2147483649",
        "1e99999999999999999999",
        "1e300",
        "99999999999999999999999999999999999999999",
    ] {
        assert_eq!(
            faults::<i32>(json),
            "is not between -2147483648 and 2147483647",
            "{json}"
        );
    }
    assert_eq!(faults::<u32>("-1"), "is not between 0 and 4294967295");
}

#[test]
fn numbers_out_of_range_are_told() {
    assert_eq!(faults::<f64>("1e999"), "is out of range");
    assert_eq!(faults::<f32>("1e39"), "is out of range");
    assert_eq!(decode::<f64>(b"1e-999"), Ok(0.0));
}

#[test]
fn what_is_told_is_bounded() {
    let many = format!("[{}1]", "1,".repeat(10_000));
    assert_eq!(
        decode::<Vec<String>>(many.as_bytes())
            .unwrap_err()
            .violations
            .len(),
        100
    );
    // A fault of the text itself is told however many came before.
    assert!(faults::<Vec<String>>(&many[..many.len() - 1]).starts_with("!expected `,` or `]`"));
    let name = "é".repeat(100_000);
    let long = format!(r#"{{"{name}":[{}1]}}"#, "1,".repeat(200));
    let faults = decode::<BTreeMap<String, Vec<String>>>(long.as_bytes()).unwrap_err();
    assert!(faults.to_string().len() < 100 * 400);
}

#[test]
fn raw_json_keeps_every_digit() {
    let raw = Raw::parse(" { \"a \\\" b\" : [ 1.00 , 123456789012345678901234567890 ] } ").unwrap();
    assert_eq!(
        raw.as_str(),
        r#"{"a \" b":[1.00,123456789012345678901234567890]}"#
    );
    assert_eq!(encode(&raw), raw.as_str().as_bytes());
    assert_eq!(Raw::of(&vec![1, 2]).decode::<Vec<i32>>(), Ok(vec![1, 2]));
    assert_eq!(Raw::parse(r#""\\" "#).unwrap().as_str(), r#""\\""#);
}

#[test]
fn what_is_left_of_a_broken_value_is_salvaged_with_every_fault() {
    use oasmith_runtime::codec::salvage;
    let (value, faults) = salvage::<Vec<i32>>(br#"[1, "2", 3]"#);
    assert_eq!(value, Some(vec![1, 3]));
    let faults = faults.expect("a fault");
    assert_eq!((faults.syntax, faults.violations.len()), (false, 1));
    let (value, faults) = salvage::<Vec<i32>>(b"[1, ");
    assert_eq!(value, None);
    assert!(faults.is_some_and(|it| it.syntax));
}

#[test]
fn null_is_a_value_of_a_member_that_may_be_anything_and_of_no_other() {
    let read = |r: &mut Reader<'_>| {
        let (mut any, mut text) = (None::<Raw>, None::<String>);
        r.object(&mut |r, name| match name {
            "any" => r.field(&mut any),
            _ => r.field(&mut text),
        })?;
        Ok::<_, Fault>((any, text))
    };
    let mut r = Reader::new(br#"{"any":null,"text":null}"#).unwrap();
    let (any, text) = read(&mut r).unwrap();
    assert_eq!(any.as_ref().map(Raw::as_str), Some("null"));
    assert_eq!(text, None);
}

#[test]
fn null_is_as_good_as_absent_to_a_reader_that_is_not_strict() {
    use oasmith_runtime::codec::salvage;
    let json = br#"{"name": "x", "size": 1, "open": null, "due": null}"#;
    let item: Item = decode(json).expect("an item");
    assert_eq!((item.open, item.due), (None, Some(None)));
    let (_, faults) = salvage::<Item>(json);
    assert_eq!(told(faults.expect("a fault")), "/open: may not be null");
}
