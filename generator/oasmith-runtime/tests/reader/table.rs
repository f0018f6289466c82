//! Tables of members: what is missed, given twice, `null`, of one value, or not in them.

use super::told;
use oasmith_runtime::codec::{Faults, Json, Write, decode, salvage};
use oasmith_runtime::reader::{Constant, Fault, Null, Only, Reader};
use oasmith_runtime::writer::Writer;

/// Has no other members, and is always of one kind.
#[derive(Debug, PartialEq)]
struct Fish {
    name: String,
    owner: Option<String>,
    fins: Option<i64>,
}

impl Json for Fish {
    fn blank() -> Self {
        Self {
            name: Json::blank(),
            owner: None,
            fins: None,
        }
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.only_members(&mut [
            ("kind", &mut Constant("fish")),
            ("name", &mut self.name),
            ("owner", &mut Null(&mut self.owner)),
            ("fins", &mut self.fins),
        ])
    }
}

impl Write for Fish {
    fn write(&self, w: &mut Writer) {
        w.object(&[("name", &self.name)]);
    }
}

fn all(faults: Option<Faults>) -> String {
    faults.map(told).unwrap_or_default()
}

fn lenient(json: &str) -> String {
    all(decode::<Fish>(json.as_bytes()).err())
}

fn strict(json: &str) -> String {
    all(salvage::<Fish>(json.as_bytes()).1)
}

#[test]
fn who_reads_strictly_minds_more() {
    let good = r#"{"kind":"fish","name":"a","owner":null}"#;
    assert_eq!((lenient(good), strict(good)), Default::default());
    let json = r#"{"kind":1,"name":"a","owner":"b","scales":2}"#;
    assert_eq!(lenient(json), "");
    assert_eq!(
        strict(json),
        "/kind: expected a string, found a number; /scales: is not a member of this object"
    );
    assert_eq!(lenient("{}"), "/name: is required; /owner: is required");
    assert_eq!(
        strict(r#"{"kind":"cat"}"#),
        "/kind: is not fish; /name: is required; /owner: is required"
    );
    assert_eq!(
        strict(r#"{"name":null,"owner":null}"#),
        "/name: may not be null; /kind: is required"
    );
}

#[test]
fn members_that_are_given_twice_are_told() {
    assert_eq!(
        lenient(r#"{"name":"a","owner":"b","name":"c"}"#),
        "/name: is given twice"
    );
    // As good as absent, and so not given.
    assert_eq!(
        lenient(r#"{"name":"a","owner":null,"fins":null,"fins":1}"#),
        ""
    );
}

#[test]
fn what_is_right_is_left_beside_what_is_wrong() {
    let (fish, faults) =
        salvage::<Vec<Fish>>(br#"[{"kind":"fish","name":1,"owner":"b","fins":2}]"#);
    assert_eq!(all(faults), "/0/name: expected a string, found a number");
    let fish = fish.and_then(|mut it| it.pop()).expect("a fish");
    assert_eq!((fish.owner.as_deref(), fish.fins), (Some("b"), Some(2)));
}

/// Says a number and a boolean that are always the same.
#[derive(Debug, PartialEq)]
struct Pong;

impl Json for Pong {
    fn blank() -> Self {
        Self
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("type", &mut Only(-1)), ("ok", &mut Only(true))])
    }
}

impl Write for Pong {
    fn write(&self, w: &mut Writer) {
        w.object(&[("type", &-1_i64), ("ok", &true)]);
    }
}

#[test]
fn a_number_that_is_always_the_same_is_minded_by_who_is_strict_and_a_boolean_by_all() {
    let rows = [
        (r#"{"type":-1,"ok":true}"#, "", ""),
        (r#"{"type":-1.0,"ok":true}"#, "", ""),
        (r#"{"type":2,"ok":true}"#, "", "/type: is not -1"),
        (
            r#"{"type":"x","ok":true}"#,
            "",
            "/type: expected an integer, found a string",
        ),
        (
            r#"{"type":-1,"ok":false}"#,
            "/ok: is not true",
            "/ok: is not true",
        ),
        ("{}", "", "/type: is required; /ok: is required"),
    ];
    for (json, lenient, strict) in rows {
        assert_eq!(
            all(decode::<Pong>(json.as_bytes()).err()),
            lenient,
            "{json}"
        );
        assert_eq!(all(salvage::<Pong>(json.as_bytes()).1), strict, "{json}");
    }
}
