//! Each style of a parameter, on the wire and back: OAS 3.1, Parameter Object, "Style Examples".

mod chance;
mod deep;

use http::{HeaderMap, Method};
use oasmith_runtime::body::Body;
use oasmith_runtime::codec::{Json, Write};
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::objects::Members;
use oasmith_runtime::operation::{Answer, Encoder, Info};
use oasmith_runtime::param::Style;
use oasmith_runtime::problem::Problem;
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::writer::Writer;
use std::collections::BTreeMap;

const fn info(path: &'static str) -> Info {
    Info {
        method: Method::GET,
        path,
        ..Info::PLAIN
    }
}

static PATH: Info = info("/{color}");
static BESIDE: Info = info("/x-{color}.json");
static PAIR: Info = info("/{name}{end}");
static FLAT: Info = info("/");

/// The object of the examples, with members of two types.
#[derive(Clone, Debug, Default, PartialEq)]
struct Color {
    r: Option<i32>,
    g: Option<String>,
}

impl Json for Color {
    fn blank() -> Self {
        Self::default()
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("R", &mut self.r), ("G", &mut self.g)])
    }
}

impl Write for Color {
    fn write(&self, w: &mut Writer) {
        w.object(&[("R", &self.r), ("G", &self.g)]);
    }
}

fn color() -> Color {
    Color {
        r: Some(100),
        g: Some("200".to_owned()),
    }
}

fn list() -> Vec<String> {
    ["blue", "black"].map(str::to_owned).to_vec()
}

/// What `write` puts on the wire, and what `read` makes of it.
fn there_and_back<T>(
    info: &'static Info,
    write: impl FnOnce(&mut Encoder),
    read: impl FnOnce(&mut Decoder<'_>) -> Option<T>,
) -> (String, Result<Option<T>, Problem>) {
    let mut to = Encoder::new(info.path);
    write(&mut to);
    let parts = to.finish(info).unwrap().into_parts().0;
    let headers: Vec<_> = parts
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    let wire = match headers.is_empty() {
        true => parts.uri.to_string(),
        false => headers.join("\n"),
    };
    let query = parts.uri.query().unwrap_or_default();
    let mut from = Decoder::new(info, parts.uri.path(), query, &parts.headers, Body::empty());
    let value = read(&mut from);
    (wire, from.problem().map_or(Ok(value), Err))
}

#[test]
fn styles_of_the_path() {
    use Style::*;
    let rows = [
        (Comma, "/blue", "/blue,black", "/R,100,G,200"),
        (Exploded, "/blue", "/blue,black", "/R=100,G=200"),
        (Label, "/.blue", "/.blue,black", "/.R,100,G,200"),
        (LabelExploded, "/.blue", "/.blue.black", "/.R=100.G=200"),
        (
            Matrix,
            "/;color=blue",
            "/;color=blue,black",
            "/;color=R,100,G,200",
        ),
        (
            MatrixExploded,
            "/;color=blue",
            "/;color=blue;color=black",
            "/;R=100;G=200",
        ),
    ];
    for (style, one, many, object) in rows {
        for (info, around) in [(&PATH, ("/", "")), (&BESIDE, ("/x-", ".json"))] {
            let wire = |text: &str| around.0.to_owned() + &text[1..] + around.1;
            let blue = "blue".to_owned();
            assert_eq!(
                there_and_back(
                    info,
                    |to| to.path(&blue, style),
                    |from| from.path("color", style)
                ),
                (wire(one), Ok(Some(blue.clone()))),
                "{style:?}"
            );
            assert_eq!(
                there_and_back(
                    info,
                    |to| to.path(&list(), style),
                    |from| from.path("color", style)
                ),
                (wire(many), Ok(Some(list()))),
                "{style:?}"
            );
            assert_eq!(
                there_and_back(
                    info,
                    |to| to.path_object(&color(), style),
                    |from| from.path_object("color", style)
                ),
                (wire(object), Ok(Some(color()))),
                "{style:?}"
            );
        }
    }
}

#[test]
fn texts_lists_and_objects_in_the_style_of_objects() {
    let there_and_back_of_list = |value: Vec<String>| {
        there_and_back(
            &FLAT,
            |to| to.query_object("color", Some(&value), Style::Deep),
            |from| from.need_query_object("color", Style::Deep),
        )
    };
    assert_eq!(
        there_and_back_of_list(list()),
        (
            "/?color%5B%5D=blue&color%5B%5D=black".to_owned(),
            Ok(Some(list()))
        )
    );
    let one = vec!["blue".to_owned()];
    assert_eq!(
        there_and_back_of_list(one.clone()),
        ("/?color%5B%5D=blue".to_owned(), Ok(Some(one)))
    );
    assert_eq!(
        there_and_back_of_list(vec![]),
        ("/".to_owned(), Ok(Some(vec![])))
    );
    let nothing = String::new();
    assert_eq!(
        there_and_back(
            &FLAT,
            |to| to.query_object("color", Some(&nothing), Style::Deep),
            |from| from.need_query_object("color", Style::Deep)
        ),
        ("/?color=".to_owned(), Ok(Some(nothing.clone())))
    );
    assert_eq!(
        there_and_back(
            &FLAT,
            |to| to.query_object("color", Some(&color()), Style::Deep),
            |from| from.need_query_object("color", Style::Deep)
        ),
        (
            "/?color%5BR%5D=100&color%5BG%5D=200".to_owned(),
            Ok(Some(color()))
        )
    );
}

#[test]
fn styles_of_the_query() {
    use Style::*;
    let rows = [
        (
            Comma,
            "/?color=",
            "/?color=blue,black",
            "/?color=R,100,G,200",
        ),
        (
            Exploded,
            "/?color=",
            "/?color=blue&color=black",
            "/?R=100&G=200",
        ),
        (
            Space,
            "/?color=",
            "/?color=blue%20black",
            "/?color=R%20100%20G%20200",
        ),
        (
            Pipe,
            "/?color=",
            "/?color=blue%7Cblack",
            "/?color=R%7C100%7CG%7C200",
        ),
    ];
    for (style, empty, many, object) in rows {
        let nothing = String::new();
        assert_eq!(
            there_and_back(
                &FLAT,
                |to| to.query_value("color", &nothing, style),
                |from| from.need_query("color", style)
            ),
            (empty.to_owned(), Ok(Some(nothing.clone()))),
            "{style:?}"
        );
        assert_eq!(
            there_and_back(
                &FLAT,
                |to| to.query_value("color", &list(), style),
                |from| from.need_query("color", style)
            ),
            (many.to_owned(), Ok(Some(list()))),
            "{style:?}"
        );
        assert_eq!(
            there_and_back(
                &FLAT,
                |to| to.query_object("color", Some(&color()), style),
                |from| match style {
                    Exploded => from.need_query_members(Members::Named(&["R", "G"])),
                    _ => from.need_query_object("color", style),
                }
            ),
            (object.to_owned(), Ok(Some(color()))),
            "{style:?}"
        );
    }
}

#[test]
fn styles_of_headers_and_cookies() {
    use Style::*;
    for (style, wire) in [
        (Comma, "x-color: R,100,G,200"),
        (Exploded, "x-color: R=100,G=200"),
        (Json, r#"x-color: {"R":100,"G":"200"}"#),
    ] {
        assert_eq!(
            there_and_back(
                &FLAT,
                |to| to.header_object("X-Color", Some(&color()), style),
                |from| from.header_object("x-color", style)
            ),
            (wire.to_owned(), Ok(Some(color())))
        );
    }
    let members = Members::Named(&["R", "G"]);
    for (style, wire) in [
        (Comma, "cookie: color=R,100,G,200"),
        (Exploded, "cookie: R=100; G=200"),
        (Plain, "cookie: R=100; G=200"),
        (
            Json,
            "cookie: color=%7B%22R%22%3A100%2C%22G%22%3A%22200%22%7D",
        ),
    ] {
        assert_eq!(
            there_and_back(
                &FLAT,
                |to| to.cookie_object("color", Some(&color()), style),
                |from| match style {
                    Exploded | Plain => from.cookie_members(members, style),
                    _ => from.need_cookie_object("color", style),
                }
            ),
            (wire.to_owned(), Ok(Some(color()))),
            "{style:?}"
        );
    }
    let plain = vec!["a b%".to_owned(), "\"c\"=d".to_owned()];
    assert_eq!(
        there_and_back(
            &FLAT,
            |to| to.cookie_value("c", &plain, Plain),
            |from| from.need_cookie("c", Plain)
        ),
        (
            "cookie: c=a b%; c=\"c\"=d".to_owned(),
            Ok(Some(plain.clone()))
        )
    );
}

#[test]
fn reserved_characters_are_kept_where_asked_for() {
    let text = "a/b?c:d@e=f,g;[h]&i#j+k%2Fl m".to_owned();
    let (wire, back) = there_and_back(
        &FLAT,
        |to| {
            to.reserved().query_value("q", &text, Style::Exploded);
            to.query_value("r", &"/".to_owned(), Style::Exploded);
        },
        |from| from.query("q", Style::Exploded),
    );
    assert_eq!(
        wire,
        "/?q=a/b?c:d@e=f,g;%5Bh%5D%26i%23j%2Bk%252Fl%20m&r=%2F"
    );
    assert_eq!(back, Ok(Some(text)));
}

fn refusal(write: impl FnOnce(&mut Encoder)) -> String {
    let mut to = Encoder::new("/{color}");
    write(&mut to);
    let error = to.finish(&PATH).unwrap_err();
    format!("{} {}", error.pointer, error.message)
}

#[test]
fn what_a_style_cannot_say_is_refused() {
    let map = |name: &str, value: &str| BTreeMap::from([(name.to_owned(), value.to_owned())]);
    let nested = BTreeMap::from([("a".to_owned(), map("b", "c"))]);
    for style in [Style::Comma, Style::Exploded, Style::Matrix] {
        assert_eq!(
            refusal(|to| to.query_object("q", Some(&nested), style)),
            "/query/q has a list or an object inside, which its style cannot say"
        );
    }
    assert_eq!(
        refusal(|to| to.query_object("q", Some(&map("a]", "")), Style::Deep)),
        "/query/q has a member whose name is empty or holds a bracket"
    );
    assert_eq!(
        refusal(|to| to.header_object("x-q", Some(&map("a=", "b")), Style::Exploded)),
        "/header/x-q has an item that holds the separator"
    );
    assert_eq!(
        refusal(|to| to.cookie_value("c", &"a;b".to_owned(), Style::Plain)),
        "/cookie/c holds a character that a cookie cannot carry"
    );
    assert_eq!(
        refusal(|to| to.cookie_object("c", Some(&map("a=b", "")), Style::Plain)),
        "/cookie/c holds a character that a cookie cannot carry"
    );
    assert_eq!(
        refusal(|to| to.path(&String::new(), Style::Label)),
        "/path/color is empty"
    );
    assert_eq!(
        refusal(|to| to.path_object(&Color::default(), Style::Comma)),
        "/path/color is empty"
    );
}

#[test]
fn values_side_by_side_come_back_or_not_at_all() {
    let pair = |name: &str, end: &str, style| {
        let (name, end) = (name.to_owned(), end.to_owned());
        let write = |to: &mut Encoder| {
            to.path(&name, Style::Comma);
            to.path(&end, style);
        };
        let read = |from: &mut Decoder<'_>| {
            let name: Option<String> = from.path("name", Style::Comma);
            Some((name?, from.path::<String>("end", style)?))
        };
        let (wire, back) = there_and_back(&PAIR, write, read);
        let is_same = back.as_ref() == Ok(&Some((name.clone(), end.clone())));
        assert!(is_same || back.is_err(), "{wire} {back:?}");
        (wire, is_same)
    };
    let told = |wire: &str, is_same| (wire.to_owned(), is_same);
    let dotted = pair("v1.2", ".tar.gz", Style::Comma);
    assert_eq!(dotted, told("/v1.2.tar%2Egz", true));
    // Nothing says where the second begins.
    assert_eq!(pair("v1.2", "x", Style::Comma), told("/v1%2E2x", false));
    assert!(pair("a;end=.b", "7.5", Style::Matrix).1);
    assert!(pair("a.b", ".c", Style::Label).1);
    assert!(pair("a;endless", "7", Style::Matrix).1);
}

#[test]
fn a_list_side_by_side_with_another_value_is_told_from_it_or_refused() {
    let refusal = |style, items: &[i64]| {
        let mut to = Encoder::new("/{name}{end}");
        to.path(&vec![1, 2], style);
        to.path(&items.to_vec(), style);
        let refused = to.finish(&PAIR).err();
        refused.map(|it| format!("{} {}", it.pointer, it.message))
    };
    assert_eq!(refusal(Style::LabelExploded, &[3]), None);
    assert_eq!(
        refusal(Style::LabelExploded, &[3, 4]).as_deref(),
        Some("/path/end cannot be told from the value before it")
    );
    assert_eq!(refusal(Style::Label, &[3, 4]), None);
    assert_eq!(refusal(Style::MatrixExploded, &[3, 4]), None);
}

#[test]
fn objects_in_headers_of_answers_come_back() {
    for (style, wire) in [
        (Style::Comma, "R,100,G,200"),
        (Style::Exploded, "R=100,G=200"),
    ] {
        let answer = Answer::empty(200).header_object("x-color", &Some(color()), style);
        assert_eq!(answer.headers["x-color"], wire);
        assert_eq!(answer.object_param("x-color", style), Some(color()));
        assert_eq!(answer.object_param::<Color>("x-other", style), None);
    }
    let wrong = Answer::empty(200).header("x-color", &Some("R,x".to_owned()));
    assert_eq!(wrong.object_param::<Color>("x-color", Style::Comma), None);
}

#[test]
fn a_text_that_would_be_several_is_refused_where_nothing_is_escaped() {
    let text = "a, b".to_owned();
    for (place, style) in [("header", Style::Comma), ("query", Style::Space)] {
        assert_eq!(
            refusal(|to| to.one_or_several(place, "n", Some(&text), style)),
            format!("/{place}/n is a text that holds the separator")
        );
    }
    assert_eq!(
        there_and_back(
            &FLAT,
            |to| to.one_or_several("query", "n", Some(&text), Style::Comma),
            |from| from.need_one_or_several("query", "n", Style::Comma)
        ),
        ("/?n=a%2C%20b".to_owned(), Ok(Some(text)))
    );
}

#[test]
fn a_header_of_an_answer_is_one_text_or_several() {
    fn sent(value: impl Write) -> Answer {
        Answer::empty(200).header_one_or_several("x-n", &Some(value))
    }
    let one = sent("a".to_owned());
    assert_eq!(one.headers["x-n"], "a");
    assert_eq!(one.one_or_several_param("x-n"), Some("a".to_owned()));
    let several = sent(list());
    assert_eq!(several.headers["x-n"], "blue,black");
    assert_eq!(several.one_or_several_param("x-n"), Some(list()));
    assert_eq!(several.one_or_several_param::<String>("x-n"), None);
    assert_eq!(several.one_or_several_param::<String>("x-o"), None);
    // It would come back as several, and is the server's mistake.
    assert_eq!(sent("a,b".to_owned()).status, 500);
}
