//! Each style of a parameter, on the wire and back: OAS 3.1, Parameter Object, "Style Examples".

use http::{HeaderMap, Method};
use oasmith_runtime::body::Body;
use oasmith_runtime::codec::{Json, Write};
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::objects::Members;
use oasmith_runtime::operation::{Encoder, Info};
use oasmith_runtime::param::Style;
use oasmith_runtime::problem::Problem;
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::writer::Writer;
use proptest::prelude::*;
use std::collections::BTreeMap;

const fn info(path: &'static str) -> Info {
    Info {
        id: "",
        method: Method::GET,
        extension: "",
        path,
        consumes: &[],
        produces: &[],
        success: &[],
        errors: &[],
        streams: false,
        uploads: false,
        security: &[],
    }
}

static PATH: Info = info("/{color}");
static BESIDE: Info = info("/x-{color}.json");
static FLAT: Info = info("/");

/// The object of the examples, with members of two types.
#[derive(Clone, Debug, Default, PartialEq)]
struct Color {
    r: Option<i32>,
    g: Option<String>,
}

impl Json for Color {
    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let mut it = Self::default();
        r.object(&mut |r, name| match name {
            "R" => r.field(&mut it.r),
            "G" => r.field(&mut it.g),
            _ => r.skip(),
        })?;
        Ok(it)
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

/// A tree, as a filter may be.
#[derive(Clone, Debug, PartialEq)]
struct Filter {
    size: i64,
    name: Option<String>,
    tags: Option<Vec<String>>,
    any: Option<Vec<Filter>>,
    by: BTreeMap<String, f64>,
    gone: Option<Option<bool>>,
}

impl Filter {
    fn new(size: i64) -> Self {
        Self {
            size,
            name: None,
            tags: None,
            any: None,
            by: BTreeMap::new(),
            gone: None,
        }
    }
}

impl Json for Filter {
    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let (mut size, mut it) = (None, Filter::new(0));
        let mut by = None;
        r.object(&mut |r, name| match name {
            "size" => r.field(&mut size),
            "name" => r.field(&mut it.name),
            "tags" => r.field(&mut it.tags),
            "any" => r.field(&mut it.any),
            "by" => r.field(&mut by),
            "gone" => r.field_nullable(&mut it.gone),
            _ => r.skip(),
        })?;
        it.size = r.need("size", size).unwrap_or_default();
        it.by = by.unwrap_or_default();
        Ok(it)
    }
}

impl Write for Filter {
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("size", &self.size),
            ("name", &self.name),
            ("tags", &self.tags),
            ("any", &self.any),
            ("by", &self.by),
            ("gone", &self.gone),
        ]);
    }
}

fn filter() -> Filter {
    let mut inner = Filter::new(-1);
    inner.name = Some("12".to_owned());
    let mut it = Filter::new(7);
    it.name = Some(String::new());
    it.tags = Some(vec!["true".to_owned()]);
    it.any = Some(vec![inner; 11]);
    it.by = BTreeMap::from([("a.b".to_owned(), 0.5)]);
    it.gone = Some(None);
    it
}

#[test]
fn deep_objects_come_back() {
    let (wire, back) = there_and_back(
        &FLAT,
        |to| to.query_object("f", Some(&filter()), Style::Deep),
        |from| from.query_object("f", Style::Deep),
    );
    assert_eq!(back, Ok(Some(filter())));
    let wire = wire.replace("%5B", "[").replace("%5D", "]");
    let start = "/?f[size]=7&f[name]=&f[tags][]=true&f[any][0][size]=-1&f[any][0][name]=12&";
    assert!(wire.starts_with(start), "{wire}");
    assert!(wire.ends_with("&f[by][a.b]=0.5&f[gone]"), "{wire}");
}

fn read<T>(query: &str, read: impl FnOnce(&mut Decoder<'_>) -> Option<T>) -> Result<T, String> {
    let headers = HeaderMap::new();
    let mut from = Decoder::new(&FLAT, "/", query, &headers, Body::empty());
    let value = read(&mut from);
    match from.problem() {
        Some(problem) => Err(problem.to_string()),
        None => Ok(value.unwrap()),
    }
}

fn read_filter(query: &str) -> Result<Filter, String> {
    read(query, |from| from.need_query_object("f", Style::Deep))
}

#[test]
fn what_others_write_differently_is_understood() {
    let mut wanted = Filter::new(1);
    wanted.tags = Some(vec!["a".to_owned(), "b c".to_owned()]);
    for query in [
        "f[size]=1&f[tags][]=a&f[tags][]=b+c",
        "f[size]=1&f[tags]=a&f[tags]=b%20c",
        "f[size]=1&f[tags][1]=b+c&f[tags][0]=a",
        "f%5Bsize%5D=1.0&f%5btags%5d%5B10%5D=b+c&f[tags][9]=a&f[other][x]=y&fx[size]=2",
    ] {
        assert_eq!(read_filter(query), Ok(wanted.clone()), "{query}");
    }
}

#[test]
fn faults_are_told_with_their_places() {
    let cases = [
        (
            "f[size]=x&f[tags][a]=1&f[any][0][name]=1",
            "Unprocessable Entity: /query/f/any/0/size: is required; /query/f/size: is not an integer; \
             /query/f/tags/a: is not an index of a list",
        ),
        (
            "f[size]=1&f[size]=2&f[name][x]=3",
            "Unprocessable Entity: /query/f/name: expected a string, found an object; /query/f/size: is given more than \
             once",
        ),
        (
            "f[size]=1&f[name][]=a",
            "Unprocessable Entity: /query/f/name: is a list",
        ),
        (
            "f=1",
            "Unprocessable Entity: /query/f: expected an object, found a string",
        ),
        ("", "Unprocessable Entity: /query/f/size: is required"),
        ("f[a=1", "Bad Request: /query/f: is not well formed"),
        ("f[][a]=1", "Bad Request: /query/f: is not well formed"),
        (
            "f[a]=1&f[a][b]=2",
            "Bad Request: /query/f: is not well formed",
        ),
        ("f[size]=%FF", "Bad Request: /query/f: is not well formed"),
    ];
    for (query, wanted) in cases {
        let told = read_filter(query).unwrap_err().replace("422 ", "");
        assert_eq!(told, wanted, "{query}");
    }
    let deep = format!("f{}=1", "[a]".repeat(20_000));
    assert_eq!(
        read_filter(&deep),
        Err("Bad Request: /query/f: is not well formed".to_owned())
    );
}

#[test]
fn members_that_are_not_named_are_all_the_others() {
    let query = "page=2&a=1&b=x&b=y";
    let map = read(query, |from| {
        from.query_members::<BTreeMap<String, Vec<String>>>(Members::Others(&["page"]))
    });
    let wanted = BTreeMap::from([
        ("a".to_owned(), vec!["1".to_owned()]),
        ("b".to_owned(), vec!["x".to_owned(), "y".to_owned()]),
    ]);
    assert_eq!(map, Ok(wanted));
    let none = read("page=2", |from| {
        Some(from.query_members::<Color>(Members::Named(&["R"])))
    });
    assert_eq!(none, Ok(None));
    let needed = read("page=2", |from| {
        from.need_query_members::<Color>(Members::Named(&["R"]))
    });
    assert_eq!(needed, Ok(Color::default()));
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

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[./~%+&=;,|{}\\[\\] \"0a-]{0,4}"]
}

/// Written and read again, or refused; an empty map leaves no trace.
fn comes_back(
    map: &BTreeMap<String, String>,
    info: &'static Info,
    write: impl FnOnce(&mut Encoder),
    read: impl FnOnce(&mut Decoder<'_>) -> Option<BTreeMap<String, String>>,
) -> Result<(), TestCaseError> {
    let mut to = Encoder::new(info.path);
    write(&mut to);
    let Ok(request) = to.finish(info) else {
        return Ok(());
    };
    let parts = request.into_parts().0;
    let query = parts.uri.query().unwrap_or_default();
    let mut from = Decoder::new(info, parts.uri.path(), query, &parts.headers, Body::empty());
    let back = read(&mut from);
    prop_assert_eq!(from.problem(), None);
    prop_assert_eq!(back.as_ref(), Some(map).filter(|map| !map.is_empty()));
    Ok(())
}

proptest! {
    #[test]
    fn any_map_comes_back_or_is_refused(map in prop::collection::btree_map(text(), text(), 0..4)) {
        use Style::*;
        for style in [Comma, Exploded, Label, LabelExploded, Matrix, MatrixExploded] {
            for info in [&PATH, &BESIDE] {
                comes_back(&map, info, |to| to.path_object(&map, style), |from| from.path_object("color", style))?;
            }
        }
        for style in [Comma, Space, Pipe, Deep, Exploded] {
            let write = |to: &mut Encoder| to.query_object("color", Some(&map), style);
            comes_back(&map, &FLAT, write, |from| match style {
                Exploded => from.query_members(Members::Others(&[])),
                _ => from.query_object("color", style),
            })?;
        }
        for style in [Comma, Exploded] {
            let write = |to: &mut Encoder| to.header_object("color", Some(&map), style);
            comes_back(&map, &FLAT, write, |from| from.header_object("color", style))?;
        }
        for style in [Comma, Exploded, Plain] {
            let write = |to: &mut Encoder| to.cookie_object("color", Some(&map), style);
            comes_back(&map, &FLAT, write, |from| match style {
                Comma => from.cookie_object("color", style),
                _ => from.cookie_members(Members::Others(&[]), style),
            })?;
        }
    }

    #[test]
    fn any_list_comes_back_or_is_refused(list in prop::collection::vec(text(), 2..4)) {
        use Style::*;
        for style in [Comma, Exploded, Label, LabelExploded, Matrix, MatrixExploded] {
            for info in [&PATH, &BESIDE] {
                let mut to = Encoder::new(info.path);
                to.path(&list, style);
                let Ok(request) = to.finish(info) else {
                    prop_assert!(list.iter().all(String::is_empty));
                    continue;
                };
                let parts = request.into_parts().0;
                let mut from = Decoder::new(info, parts.uri.path(), "", &parts.headers, Body::empty());
                prop_assert_eq!(from.path("color", style), Some(list.clone()));
            }
        }
    }

    #[test]
    fn any_query_is_read_or_refused(query in "([a-c%\\[\\]=&]|%5B|%5D){0,40}") {
        let headers = HeaderMap::new();
        for style in [Style::Comma, Style::Space, Style::Pipe, Style::Deep, Style::Json, Style::Exploded] {
            let mut from = Decoder::new(&FLAT, "/", &query, &headers, Body::empty());
            let _ = from.query_object::<Filter>("a", style);
            let _ = from.query::<Vec<String>>("a", style);
        }
    }
}
