//! Forms: what was encoded is what is decoded, and what it looks like on its way.

use http::{HeaderMap, Method, StatusCode};
use oasmith_runtime::body::Body;
use oasmith_runtime::codec::{self, Json, Raw, Write};
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::file::File;
use oasmith_runtime::form::{Form, Members};
use oasmith_runtime::operation::{
    self, Answer, DecodeError, EncodeError, Encoder, Info, Operation,
};
use oasmith_runtime::parts::{Malformed, Parts, Step};
use oasmith_runtime::problem::Problem;
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::served::{self, Served};
use oasmith_runtime::writer::Writer;
use proptest::prelude::*;
use std::collections::BTreeMap;

macro_rules! model {
    ($model:ident { $($field:ident: $ty:ty),* $(,)? }) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        struct $model { $($field: Option<$ty>),* }

        impl Json for $model {
            fn blank() -> Self {
                Self::default()
            }

            fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
                r.members(&mut [$((stringify!($field), &mut self.$field)),*])
            }
        }

        impl Write for $model {
            fn write(&self, w: &mut Writer) {
                w.object(&[$((stringify!($field), &self.$field)),*]);
            }
        }
    };
}

model!(Address { city: String, lines: Vec<String>, floor: i32 });
model!(Charge {
    name: String,
    amount: i64,
    rate: f64,
    live: bool,
    tags: Vec<String>,
    counts: Vec<i32>,
    comma: Vec<String>,
    pipe: Vec<String>,
    deep: Address,
    deeps: Vec<Address>,
    deep_map: BTreeMap<String, String>,
    expand: Vec<String>,
    json: Address,
    jsons: Vec<Address>,
    raw: Raw,
    file: File,
    files: Vec<File>,
});

const MEMBERS: &Members = &[
    ("comma", Form::Comma),
    ("pipe", Form::Pipe),
    ("deep", Form::Deep),
    ("deeps", Form::Deep),
    ("deep_map", Form::Deep),
    ("expand", Form::Deep),
    ("json", Form::Json),
    ("jsons", Form::JsonItems),
    ("raw", Form::Json),
    ("file", Form::File("application/octet-stream")),
    ("files", Form::File("image/png")),
];

const FORM: Info = Info {
    id: "charge",
    method: Method::POST,
    path: "/charges",
    consumes: &["application/x-www-form-urlencoded"],
    ..Info::PLAIN
};

macro_rules! operation {
    ($name:ident by $method:ident) => {
        #[derive(Clone, Debug, PartialEq)]
        struct $name(Charge);

        impl Operation for $name {
            const INFO: &'static Info = &FORM;
            type Output = ();
            type Error = ();

            fn encode(self, to: &mut Encoder) {
                to.$method(&self.0, MEMBERS);
            }
            fn decode_answer(_: Answer) -> Result<(), DecodeError> {
                Ok(())
            }
        }

        impl Served for $name {
            fn decode(from: &mut Decoder<'_>) -> Option<Self> {
                Some(Self(from.$method(MEMBERS)?))
            }
            fn encode_answer(_: ()) -> Answer {
                Answer::empty(200)
            }
        }
    };
}
operation!(Urlencoded by form);
operation!(Multipart by multipart);

fn there_and_back<O: Served>(operation: O) -> Result<O, Box<Problem>> {
    let (parts, body) = operation::encode(operation).unwrap().into_parts();
    served::decode(&parts, body)
}

fn form(it: Charge) -> String {
    let request = operation::encode(Urlencoded(it)).unwrap();
    String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap()
}

fn refused(it: Charge) -> EncodeError {
    operation::encode(Urlencoded(it)).unwrap_err()
}

fn read(form: &'static str) -> Result<Charge, (StatusCode, String)> {
    let (parts, ()) = http::Request::post("/charges")
        .body(())
        .unwrap()
        .into_parts();
    let read = served::decode::<Urlencoded>(&parts, Body::from(form));
    read.map(|it| it.0)
        .map_err(|problem| (problem.status, problem.errors[0].to_string()))
}

fn parts(content_type: &str, body: &'static str) -> Result<Charge, StatusCode> {
    let request = http::Request::post("/charges").header("content-type", content_type);
    let (parts, ()) = request.body(()).unwrap().into_parts();
    let read = served::decode::<Multipart>(&parts, Body::from(body));
    read.map(|it| it.0).map_err(|problem| problem.status)
}

fn texts<const N: usize>(texts: [&str; N]) -> Option<Vec<String>> {
    Some(texts.map(str::to_owned).to_vec())
}

fn address(city: &str) -> Address {
    Address {
        city: Some(city.to_owned()),
        lines: texts(["1", "b&c"]),
        floor: Some(-3),
    }
}

fn everything() -> Charge {
    Charge {
        // A text that looks like a number, a word or JSON stays a text.
        name: Some("007".to_owned()),
        amount: Some(i64::MIN),
        rate: Some(1.5e-7),
        live: Some(true),
        tags: texts(["1", "true", "null", "{}", ""]),
        counts: Some(vec![1]),
        comma: texts(["a,b", "c d"]),
        pipe: texts(["a b"]),
        deep: Some(address("[x]=&ü")),
        deeps: Some(vec![address("a"), Address::default(), address("")]),
        deep_map: Some(
            [
                ("10".to_owned(), "x".to_owned()),
                ("a".to_owned(), "2".to_owned()),
            ]
            .into(),
        ),
        expand: Some((0..12).map(|it| it.to_string()).collect()),
        json: Some(address("5")),
        jsons: Some(vec![address("one")]),
        raw: Some(Raw::parse("{\"a\":[1,null]}").unwrap()),
        ..Charge::default()
    }
}

#[test]
fn a_form_looks_as_its_table_says() {
    let it = Charge {
        name: Some("a b".to_owned()),
        tags: texts(["x", "y"]),
        comma: texts(["a,b", "c"]),
        pipe: texts(["1", "2"]),
        deep: Some(address("B&B")),
        deeps: Some(vec![Address {
            floor: Some(1),
            ..Address::default()
        }]),
        json: Some(Address {
            floor: Some(2),
            ..Address::default()
        }),
        ..Charge::default()
    };
    assert_eq!(
        form(it).replace("%5B", "[").replace("%5D", "]"),
        "name=a%20b&tags=x&tags=y&comma=a%2Cb,c&pipe=1%7C2\
         &deep[city]=B%26B&deep[lines][]=1&deep[lines][]=b%26c&deep[floor]=-3\
         &deeps[0][floor]=1&json=%7B%22floor%22%3A2%7D"
    );
}

#[test]
fn a_form_comes_back_as_it_was() {
    // An empty object leaves no trace, and the items after it would move: indices keep them apart, not the gap.
    let mut it = everything();
    it.deeps = Some(vec![address("a"), address("")]);
    assert_eq!(there_and_back(Urlencoded(it.clone())), Ok(Urlencoded(it)));
    let nothing = Urlencoded(Charge::default());
    assert_eq!(there_and_back(nothing.clone()), Ok(nothing));
}

#[test]
fn senders_have_ways_of_their_own() {
    let it = read("deep[lines][]=a&deep%5Blines%5D[]=b&name=x+y&expand[10]=k&expand[9]=j&live=true&unknown[=1").unwrap();
    assert_eq!(it.deep.unwrap().lines, texts(["a", "b"]));
    assert_eq!(it.name.as_deref(), Some("x y"));
    assert_eq!(it.expand, texts(["j", "k"]));
    // One of a list is a list, and a repeated scalar is a fault.
    assert_eq!(read("counts=5").unwrap().counts, Some(vec![5]));
    assert_eq!(
        read("name=a&name=b").unwrap_err(),
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            "/body/name: is given more than once".to_owned()
        )
    );
}

#[test]
fn faults_are_told_by_their_places() {
    let told = |form| read(form).unwrap_err().1;
    assert_eq!(told("amount=1.5"), "/body/amount: is not an integer");
    assert_eq!(told("amount=+1"), "/body/amount: is not an integer");
    assert_eq!(told("rate=NaN"), "/body/rate: is not a number");
    assert_eq!(told("live=1"), "/body/live: is not `true` or `false`");
    assert_eq!(told("deep[floor]=x"), "/body/deep/floor: is not an integer");
    assert_eq!(
        told("json=x"),
        "/body/json: expected an object, found a string"
    );
    assert_eq!(
        told("deep[a=1"),
        "/body: has a name whose brackets do not match"
    );
    assert_eq!(read("a=%zz").unwrap_err().0, StatusCode::BAD_REQUEST);
    let deep: &str = Box::leak(format!("deep{}=1", "[a]".repeat(9999)).into_boxed_str());
    assert_eq!(told(deep), "/body: is nested too deeply");
}

#[test]
fn what_a_form_cannot_hold_is_refused() {
    let it = Charge {
        pipe: texts(["a|b"]),
        ..Charge::default()
    };
    assert_eq!(refused(it).pointer, "/body/pipe");
    let odd = [("a]".to_owned(), String::new())];
    let it = Charge {
        deep_map: Some(odd.into()),
        ..Charge::default()
    };
    assert_eq!(refused(it).pointer, "/body/deep_map");
}

#[test]
fn parts_come_back_as_they_were() {
    let mut png = File::from(b"\r\n--\0\xff".to_vec());
    png.media = Some("image/webp".to_owned());
    png.name = Some("a \"b\"\n.png".to_owned());
    let named = File::new("x", "").media("text/csv");
    let it = Charge {
        file: Some(named.clone()),
        files: Some(vec![png, named]),
        ..everything()
    };
    let it = Charge {
        deep: None,
        deeps: None,
        deep_map: None,
        expand: None,
        ..it
    };
    assert_eq!(there_and_back(Multipart(it.clone())), Ok(Multipart(it)));
}

#[test]
fn parts_say_what_they_are() {
    let it = Charge {
        name: Some("n".to_owned()),
        json: Some(Address {
            floor: Some(2),
            ..Address::default()
        }),
        file: Some(File::from(b"bytes".to_vec())),
        ..Charge::default()
    };
    let request = operation::encode(Multipart(it)).unwrap();
    let media = request.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    let boundary = media
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let body = String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap();
    assert_eq!(
        body.replace(boundary, "B").replace("\r\n", "\n"),
        "--B\nContent-Disposition: form-data; name=\"name\"\n\nn\n\
         --B\nContent-Disposition: form-data; name=\"json\"\nContent-Type: application/json\n\n{\"floor\":2}\n\
         --B\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\nContent-Type: application/octet-stream\n\nbytes\n\
         --B--\n"
    );
}

#[test]
fn parts_that_are_not_well_formed_are_refused() {
    let media = "Multipart/Form-Data; charset=x; boundary=\"b b\"";
    let part = "preamble\r\n--b b \t\r\ncontent-disposition: form-data; name=name\r\n\r\nx\r\n--b b--\r\nepilogue";
    assert_eq!(parts(media, part).unwrap().name.as_deref(), Some("x"));
    let broken = [
        ("multipart/form-data", part),
        ("multipart/form-data; boundary=", part),
        (media, "--b b"),
        (media, "--b b\r\n"),
        (media, "--b b\r\nno: name\r\n\r\nx\r\n--b b--"),
        (
            media,
            "--b b\r\nContent-Disposition: form-data; name=\"name\r\n\r\nx\r\n--b b--",
        ),
        (
            media,
            "--b b\r\nContent-Disposition: form-data; name=name\r\n\r\nx\r\n--b bc",
        ),
        (
            media,
            "--b b\r\nContent-Disposition: form-data; name=name\r\n\r\nx",
        ),
    ];
    for (media, body) in broken {
        assert_eq!(parts(media, body), Err(StatusCode::BAD_REQUEST), "{body}");
    }
}

proptest! {
    #[test]
    fn any_text_comes_back(name in ".*", tags in prop::collection::vec(".*", 1..4), city in ".*") {
        let deep = Address { city: Some(city), lines: Some(tags.clone()), floor: None };
        let it = Charge { name: Some(name), tags: Some(tags.clone()), comma: Some(tags), deep: Some(deep.clone()), json: Some(deep), ..Charge::default() };
        prop_assert_eq!(there_and_back(Urlencoded(it.clone())), Ok(Urlencoded(it.clone())));
        let it = Charge { deep: None, comma: None, ..it };
        prop_assert_eq!(there_and_back(Multipart(it.clone())), Ok(Multipart(it)));
    }

    #[test]
    fn no_form_is_too_odd(form in ".*", name in "[a-z]{0,2}(\\[[a-z0-9]{0,2}\\]?){0,4}=?") {
        let headers = HeaderMap::new();
        for text in [form.clone(), format!("deep{name}&deeps{name}&{name}")] {
            let mut decoder = Decoder::new(&FORM, "/", "", &headers, Body::from(text));
            let _ = decoder.form::<Charge>(MEMBERS);
        }
        let (mut parts, ()) = http::Request::post("/").body(()).unwrap().into_parts();
        parts.headers.insert("content-type", "multipart/form-data; boundary=b".parse().unwrap());
        let body = format!("--b\r\nContent-Disposition: form-data; name=\"{form}\r\n\r\n{form}\r\n--b--");
        let _ = served::decode::<Multipart>(&parts, Body::from(body));
    }
}

/// The parts of a body that comes in pieces of `size` bytes: their members and contents.
fn parts_of(body: &[u8], size: usize) -> Result<Vec<(String, Vec<u8>)>, Malformed> {
    let (mut parts, mut come) = Parts::new("multipart/form-data; boundary=b").unwrap();
    let mut pieces = body.chunks(size);
    let (mut found, mut is_all) = (Vec::new(), false);
    loop {
        match parts.step(&mut come, is_all)? {
            Step::More => match pieces.next() {
                Some(piece) => come.extend_from_slice(piece),
                None => is_all = true,
            },
            Step::Part(head) => found.push((head.member, Vec::new())),
            Step::Content(bytes) => found.last_mut().unwrap().1.extend_from_slice(&bytes),
            Step::Ended => {}
            Step::Over => return Ok(found),
        }
    }
}

proptest! {
    #[test]
    fn parts_are_the_same_however_they_come(
        pieces in prop::collection::vec(prop_oneof![
            Just("\r\n--b\r\ncontent-disposition: form-data; name=x\r\n\r\n"),
            Just("\r\n--b--"), Just("\r\n--b"), Just("--b"), Just("\r\n"), Just("\r"), Just("-"), Just("b"), Just(" "), Just("x"),
        ], 0..12),
        size in 1_usize..9,
    ) {
        let body = pieces.concat();
        let whole = parts_of(body.as_bytes(), usize::MAX);
        prop_assert_eq!(parts_of(body.as_bytes(), size), whole, "{:?}", body);
    }
}

#[test]
fn a_part_ends_at_its_delimiter_and_at_nothing_like_it() {
    let head = "--b\r\ncontent-disposition: form-data; name=x\r\n\r\n";
    for content in [
        "",
        "\r",
        "\r\n",
        "\r\n-",
        "\r\n--",
        "\r\n--a",
        "--b",
        "\n--b",
        "\r\r\n--\r\nb",
    ] {
        let body = format!(
            "ignored\r\n{head}{content}\r\n--b \t\r\n{}{content}\r\n--b--ignored",
            &head[5..]
        );
        for size in 1..body.len() {
            let part = ("x".to_owned(), content.as_bytes().to_vec());
            assert_eq!(
                parts_of(body.as_bytes(), size),
                Ok(vec![part.clone(), part]),
                "{content:?}"
            );
        }
    }
}

#[test]
fn members_whose_names_look_like_parts_of_others_are_kept_apart() {
    let members = &[
        ("a", Form::Deep),
        ("a[b]", Form::Plain),
        ("a[c]", Form::Comma),
        ("a[d]", Form::Deep),
    ];
    let json = r#"{"a":{"x":"1"},"a[b]":"2","a[c]":["3","4"],"a[d]":{"y":"5"}}"#;
    let value: BTreeMap<String, Raw> = codec::decode(json.as_bytes()).unwrap();
    let mut to = Encoder::new("/charges");
    to.form(&value, members);
    let (parts, body) = to.finish(&FORM).unwrap().into_parts();
    let text = String::from_utf8(body.as_bytes().unwrap().to_vec()).unwrap();
    assert_eq!(
        text.replace("%5B", "[").replace("%5D", "]"),
        "a[x]=1&a[b]=2&a[c]=3,4&a[d][y]=5"
    );
    let mut from = Decoder::new(&FORM, "/charges", "", &parts.headers, body);
    assert_eq!(from.form(members), Some(value));
}

#[test]
fn what_is_absent_is_meant_where_the_form_shows_which_it_is() {
    let members = &[
        (
            "tags",
            Form::AbsentOf(&[("kind", &["a", "c"])], &["size"], "[]"),
        ),
        ("tags", Form::AbsentOf(&[("name", &[])], &["size"], "[]")),
    ];
    for (json, has_tags) in [
        (r#"{"kind":"a"}"#, true),
        (r#"{"kind":"b"}"#, false),
        (r#"{"name":"x"}"#, true),
        (r#"{"kind":"c","name":"x"}"#, true),
        (r#"{"kind":"a","size":"1"}"#, false),
    ] {
        let value: BTreeMap<String, Raw> = codec::decode(json.as_bytes()).unwrap();
        let mut to = Encoder::new("/charges");
        to.form(&value, members);
        let (parts, body) = to.finish(&FORM).unwrap().into_parts();
        let mut from = Decoder::new(&FORM, "/charges", "", &parts.headers, body);
        let read: BTreeMap<String, Raw> = from.form(members).unwrap();
        assert_eq!(read.contains_key("tags"), has_tags, "{json}");
        assert_eq!(read.len(), value.len() + usize::from(has_tags), "{json}");
    }
}

#[test]
fn what_is_not_named_may_be_json() {
    for (json, members) in [
        (
            r#"{"a":"{","b":{"x":"1"},"c":{"x":"2"}}"#,
            [("a", Form::Plain), ("", Form::OthersJson)],
        ),
        (
            r#"{"a":"[]","b":[{"x":"1"}]}"#,
            [("a", Form::Plain), ("", Form::OthersJsonItems)],
        ),
    ] {
        let value: BTreeMap<String, Raw> = codec::decode(json.as_bytes()).unwrap();
        let read = |write: &dyn Fn(&mut Encoder), is_multipart| {
            let mut to = Encoder::new("/charges");
            write(&mut to);
            let (parts, body) = to.finish(&FORM).unwrap().into_parts();
            let mut from = Decoder::new(&FORM, "/charges", "", &parts.headers, body);
            match is_multipart {
                true => from.multipart(&members),
                false => from.form(&members),
            }
        };
        let form = read(&|to| to.form(&value, &members), false);
        assert_eq!(form.as_ref(), Some(&value));
        let parts = read(&|to| to.multipart(&value, &members), true);
        assert_eq!(parts, Some(value));
    }
}

#[test]
fn parts_that_may_be_anything_keep_what_they_are() {
    let members = &[("a", Form::Json), ("b", Form::JsonItems)];
    let json = r#"{"a":7,"b":["7",7,true,{"c":[]}]}"#;
    let value: BTreeMap<String, Raw> = codec::decode(json.as_bytes()).unwrap();
    let mut to = Encoder::new("/charges");
    to.multipart(&value, members);
    let (parts, body) = to.finish(&FORM).unwrap().into_parts();
    let mut from = Decoder::new(&FORM, "/charges", "", &parts.headers, body);
    assert_eq!(from.multipart(members), Some(value));
}

#[test]
fn a_form_has_so_many_parts_and_so_much_space_behind_delimiters() {
    let part = "--b\r\ncontent-disposition: form-data; name=x\r\n\r\n\r\n";
    let count =
        |count| parts_of((part.repeat(count) + "--b--").as_bytes(), usize::MAX).map(|it| it.len());
    assert_eq!(count(1000), Ok(1000));
    assert_eq!(count(1001), Err(Malformed));
    let padded = |spaces| part.replacen("--b", &format!("--b{}", " ".repeat(spaces)), 1) + "--b--";
    assert!(parts_of(padded(1 << 10).as_bytes(), 7).is_ok());
    assert_eq!(
        parts_of(padded((1 << 10) + 1).as_bytes(), 7),
        Err(Malformed)
    );
}
