//! Requests and answers, without a transport: what was encoded is what is decoded.

mod notes;

use http::{HeaderMap, HeaderValue, StatusCode};
use notes::*;
use oasmith_runtime::body::Body;
use oasmith_runtime::codec::Json;
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::operation::{self, Answer, EncodeError, Info, Meaning, Operation, Statuses};
use oasmith_runtime::param::{Param, Style};
use oasmith_runtime::problem::Problem;
use oasmith_runtime::served::{self, Served};
use proptest::prelude::*;

const ODD: &[&str] = &[
    "a/b ?#%2F+ü",
    ".",
    "..",
    "...",
    "😀",
    "\"'\\",
    "a,b|c d",
    "&=;:@",
    "%",
    "\u{1}\n",
    "-._~",
    "{id}",
];

fn there_and_back<O: Served>(operation: O) -> Result<O, Box<Problem>> {
    let (parts, body) = operation::encode(operation).unwrap().into_parts();
    served::decode(&parts, body)
}

fn find(text: &str) -> Find {
    let text = text.to_owned();
    let mut it = Find::default();
    (it.id, it.part, it.ext, it.list) = (
        text.clone(),
        text.clone(),
        text.clone(),
        vec![text.clone(), "b".to_owned(), text],
    );
    it
}

fn refusal(it: Find) -> EncodeError {
    operation::encode(it).unwrap_err()
}

#[test]
fn odd_characters_come_back_from_every_place() {
    for text in ODD.iter().copied() {
        let mut it = find(text);
        it.text = Some(text.to_owned());
        it.exploded = Some(vec![text.to_owned(), String::new(), text.to_owned()]);
        it.comma = Some(vec![text.to_owned(), text.to_owned()]);
        it.session = Some(text.to_owned());
        it.sessions = Some(vec![text.to_owned(), String::new()]);
        if !text.contains('\n') {
            it.note = Some(text.to_owned());
        }
        assert_eq!(there_and_back(it.clone()), Ok(it));
    }
}

#[test]
fn a_request_looks_as_the_styles_say() {
    let mut it = find("a-b");
    it.size = Some(-5);
    it.text = Some(String::new());
    it.exploded = Some(vec!["x y".to_owned(), "z".to_owned()]);
    it.comma = Some(vec!["x,y".to_owned(), "z".to_owned()]);
    (it.space, it.pipe) = (Some(vec![1, 2]), Some(vec![3, 4]));
    it.notes = Some(vec!["n".to_owned(), "ü m".to_owned()]);
    it.session = Some("s;\"".to_owned());
    it.sessions = Some(vec!["t".to_owned(), "u".to_owned()]);
    let request = operation::encode(it).unwrap();
    assert_eq!(
        request.uri().to_string(),
        "/find/a-b/part-a%2Db.a%2Db/a-b,b,a-b?text=&size%26=-5&exploded=x%20y&exploded=z&comma=x%2Cy,z&space=1%202&pipe=3%7C4"
    );
    assert_eq!(request.headers()["x-notes"].as_bytes(), "n,ü m".as_bytes());
    assert_eq!(request.headers()["cookie"], "one=s%3B%22; ma%3Bny=t,u");
}

#[test]
fn dots_that_would_be_resolved_are_escaped() {
    let path = |text: &str| {
        operation::encode(Delete {
            id: text.to_owned(),
        })
        .unwrap()
        .uri()
        .to_string()
    };
    assert_eq!(
        [path("."), path(".."), path("...")],
        ["/notes/%2E", "/notes/%2E%2E", "/notes/..."]
    );
}

#[test]
fn what_a_place_cannot_hold_is_refused() {
    assert_eq!(refusal(find("")), EncodeError::new("/path/id", "is empty"));
    let with = |change: fn(&mut Find)| {
        let mut it = find("a");
        change(&mut it);
        refusal(it).to_string()
    };
    let said = "the request cannot be written: /header/x-note holds a character that a header cannot carry";
    for note in ["a\r\nx-admin: 1", "a\n", "\0", "\u{7f}"] {
        let mut it = find("a");
        it.note = Some(note.to_owned());
        assert_eq!(refusal(it).to_string(), said);
    }
    assert!(with(|it| it.note = Some(" a".to_owned())).contains("begins or ends with space"));
    assert!(
        with(|it| it.notes = Some(vec!["a,b".to_owned()]))
            .contains("/header/x-notes has an item that holds the separator")
    );
    assert!(with(|it| it.id = "a".repeat(100_000)).contains("/path is too long for a URI"));
}

#[test]
fn an_empty_list_is_no_list() {
    let mut it = find("a");
    (it.exploded, it.comma, it.space, it.notes, it.sessions) = (
        Some(vec![]),
        Some(vec![]),
        Some(vec![]),
        Some(vec![]),
        Some(vec![]),
    );
    assert_eq!(there_and_back(it), Ok(find("a")));
}

fn decode_find(path: &str, headers: &[(&'static str, &str)]) -> Result<Find, Box<Problem>> {
    let mut request = http::Request::new(());
    *request.uri_mut() = path.parse().unwrap();
    for (name, value) in headers {
        request
            .headers_mut()
            .append(*name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
    }
    served::decode(&request.into_parts().0, Body::empty())
}

#[test]
fn what_others_write_differently_is_understood() {
    let path = "/v1/api/find/%61/part-b.c/d,e%2cf?text=x+y%2B&size%26=1&comma=a&comma=b,c&space=1+2%203&pipe=1|2%7c3&unknown=%zz&&exploded";
    let it = decode_find(
        path,
        &[
            ("x-notes", "a , b"),
            ("x-notes", "c"),
            ("cookie", "zero=0;one=1"),
            ("cookie", "ma;ny=1; ma%3bny=a,b"),
        ],
    )
    .unwrap();
    let own = |texts: &[&str]| {
        Some(
            texts
                .iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        (it.id.as_str(), it.part.as_str(), it.ext.as_str()),
        ("a", "b", "c")
    );
    assert_eq!(Some(it.list), own(&["d", "e,f"]));
    assert_eq!((it.text.as_deref(), it.size), (Some("x y+"), Some(1)));
    assert_eq!(
        (it.exploded, it.comma, it.notes, it.sessions),
        (
            own(&[""]),
            own(&["a", "b", "c"]),
            own(&["a", "b", "c"]),
            own(&["a", "b"])
        )
    );
    assert_eq!(
        (it.space, it.pipe, it.session.as_deref()),
        (Some(vec![1, 2, 3]), Some(vec![1, 2, 3]), Some("1"))
    );
    let it = decode_find("/find/a/part-b.c/d?space=&comma=", &[]).unwrap();
    assert_eq!((it.space, it.comma), (Some(Vec::new()), own(&[""])));
}

#[test]
fn every_fault_of_a_request_is_told() {
    let told = |path: &str, headers: &[(&'static str, &str)]| {
        let problem = decode_find(path, headers).unwrap_err();
        let errors: Vec<String> = problem.errors.iter().map(ToString::to_string).collect();
        format!("{} {}", problem.status.as_u16(), errors.join("; "))
    };
    assert_eq!(
        told(
            "/find/a/part-b.c/d?size%26=x&space=1%20y&pipe=+1&text=a&text=b",
            &[("x-note", "a"), ("x-note", "b")]
        ),
        "422 /query/text: is given more than once; /query/size&: is not an integer; \
         /query/space: has an item that is not an integer; /query/pipe: has an item that is not an integer; \
         /header/x-note: is given more than once"
    );
    assert_eq!(
        told("/find/a%zz/part-b.c/d?text=%ff", &[]),
        "400 /path/id: is not well formed; /query/text: is not well formed"
    );
    assert_eq!(
        told("/find/a/part-b.c/d?%f=1", &[]),
        "400 /query: is not well formed"
    );
    assert_eq!(
        told("/find/a/part-b/d", &[]),
        "422 /path/id: is required; /path/part: is required; /path/ext: is required"
    );
}

#[test]
fn numbers_in_texts_are_plain() {
    for text in ["inf", "NaN", "+1", "0x1", "1_0", "", " 1", "١"] {
        let path = format!(
            "/find/a/part-b.c/d?size%26={}",
            text.replace(' ', "%20").replace('١', "%D9%A1")
        );
        assert!(decode_find(&path, &[]).is_err(), "{text}");
    }
}

#[test]
fn a_status_means_what_is_declared_for_it() {
    let meaning = |success, errors, status: u16| {
        let info = Info {
            method: http::Method::GET,
            success,
            errors,
            ..Info::PLAIN
        };
        info.meaning(StatusCode::from_u16(status).unwrap())
    };
    use Meaning::{Error, Success, Undeclared};
    use Statuses::{Default, Range, Status};
    assert_eq!(meaning(&[Status(200)], &[Range(4)], 200), Success);
    assert_eq!(meaning(&[Status(200)], &[Range(4)], 404), Error);
    assert_eq!(meaning(&[Status(200)], &[Range(4)], 201), Undeclared);
    assert_eq!(meaning(&[Status(200)], &[Range(4)], 500), Undeclared);
    assert_eq!(meaning(&[Range(2)], &[Status(202), Default], 202), Error);
    assert_eq!(meaning(&[Range(2)], &[Status(202), Default], 204), Success);
    assert_eq!(meaning(&[Status(200)], &[Default], 503), Error);
    assert_eq!(meaning(&[Status(200)], &[Default], 201), Undeclared);
    assert_eq!(meaning(&[Default], &[], 204), Success);
    assert_eq!(meaning(&[Default], &[], 404), Undeclared);
    assert_eq!(meaning(&[Status(302)], &[], 302), Success);
}

#[test]
fn headers_of_an_answer_come_back() {
    let answer = Answer::empty(204)
        .header("x-size", &Some(7))
        .header("x-list", &Some(vec!["a".to_owned(), "b".to_owned()]))
        .header("x-none", &None::<String>);
    assert_eq!(answer.header_param::<i64>("x-size"), Some(7));
    assert_eq!(
        answer.header_param::<Vec<String>>("x-list").unwrap(),
        ["a", "b"]
    );
    assert_eq!(answer.header_param::<String>("x-none"), None);
    assert_eq!(answer.header_param::<bool>("x-size"), None);
    let broken = Answer::empty(204).header("x-note", &Some("a\r\nset-cookie: b=c".to_owned()));
    assert_eq!(
        (
            broken.status.as_u16(),
            broken.headers.contains_key("set-cookie")
        ),
        (500, false)
    );
}

#[test]
fn headers_have_lines_lists_and_json() {
    let cookies = Some(vec!["a=1, b".to_owned(), "c=2".to_owned()]);
    let (list, json) = (Some(vec![1, 2]), Some(vec![vec!["ü,\n".to_owned()]]));
    let answer = Answer::empty(200)
        .header_lines("set-cookie", &cookies)
        .header("x-list", &list)
        .header_json("x-json", &json);
    assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 2);
    assert_eq!(answer.headers["x-list"], "1,2");
    assert_eq!(answer.lines_param("set-cookie"), cookies);
    assert_eq!(answer.header_param("x-list"), list);
    assert_eq!(answer.json_param("x-json"), json);
    assert_eq!(
        answer.header_param("set-cookie"),
        Some("a=1, b, c=2".to_owned())
    );
}

#[test]
fn the_query_of_a_template_is_sent() {
    let act = Act {
        name: "a&b".to_owned(),
    };
    let request = operation::encode(act.clone()).unwrap();
    assert_eq!(request.uri(), "/acts?action=a%26b");
    assert_eq!(there_and_back(act.clone()), Ok(act));
    assert_eq!(
        operation::encode(Stop {}).unwrap().uri(),
        "/acts?action=stop+it"
    );
    assert_eq!(operation::encode(ByHeader {}).unwrap().uri(), "/targets");
    let mut to = operation::Encoder::new("/acts?action=x");
    to.query_value("y", &1, Style::Exploded);
    let uri = to.finish(Stop::INFO).unwrap().uri().to_string();
    assert_eq!(uri, "/acts?action=x&y=1");
}

#[test]
fn an_answer_that_is_not_as_declared_keeps_its_bytes() {
    let error =
        Show::decode_answer(Answer::text(200, "text/html", "<html>".to_owned())).unwrap_err();
    assert_eq!(
        (error.to_string().as_str(), &error.bytes[..]),
        (
            "came as text/html: expected a value at byte 0",
            &b"<html>"[..]
        )
    );
    let error = Show::decode_answer(Answer::json(200, &vec![1])).unwrap_err();
    assert_eq!(error.to_string(), "expected an object, found an array");
    let error = Show::decode_answer(Answer::text(
        200,
        "",
        r#"{"title":"","size":"x"}"#.to_owned(),
    ))
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "/size: expected an integer, found a string"
    );
}

#[test]
fn an_empty_text_may_set_a_flag() {
    fn read<T: Param>(query: &str) -> [Option<T>; 2] {
        let headers = HeaderMap::new();
        let mut from = Decoder::new(&Info::PLAIN, "/", query, &headers, Body::empty());
        let optional = from.blank().query("q", Style::Exploded);
        [optional, from.blank().need_query("q", Style::Exploded)]
    }
    for query in ["q", "q=", "q=true"] {
        assert_eq!(read::<bool>(query), [Some(true); 2], "{query}");
    }
    assert_eq!(read::<bool>("q=false"), [Some(false); 2]);
    assert_eq!(read::<bool>(""), [None; 2]);
    assert_eq!(read::<i64>("q"), [None; 2]);
}

#[test]
fn a_byte_order_mark_before_json_is_stepped_over() {
    let json = "\u{feff}{\"title\":\"a\",\"size\":1,\"due\":null}";
    let answer = Answer::text(200, "application/json", json.to_owned());
    assert_eq!(Show::decode_answer(answer).unwrap().title, "a");
    let nothing = Answer::text(200, "application/json", "\u{feff}".to_owned());
    let error = Show::decode_answer(nothing).unwrap_err();
    assert_eq!(error.to_string(), "is empty");
}

#[test]
fn an_undeclared_success_is_read_as_the_only_one() {
    const OK: Statuses = Statuses::Status(200);
    const CREATED: Statuses = Statuses::Status(201);
    let of = |success, alike| Info {
        success,
        alike,
        errors: &[Statuses::Status(404), Statuses::Default],
        ..Info::PLAIN
    };
    for (info, status, read_as) in [
        (of(&[OK], false), 204, Some(200)),
        (of(&[OK], false), 200, Some(200)),
        (of(&[OK], false), 301, None),
        (of(&[OK], false), 404, None),
        // Values and a stream of them.
        (of(&[OK, OK], false), 206, Some(200)),
        (of(&[OK, CREATED], false), 201, Some(201)),
        (of(&[OK, CREATED], false), 202, None),
        (of(&[OK, CREATED], true), 202, Some(200)),
        (of(&[Statuses::Range(2)], false), 204, Some(204)),
        (of(&[Statuses::Status(301)], false), 200, None),
        (of(&[], false), 200, None),
    ] {
        let status = StatusCode::from_u16(status).unwrap();
        let found = info.read_as(status).map(|it| it.as_u16());
        assert_eq!(found, read_as, "{:?} {status}", info.success);
    }
}

#[test]
fn a_problem_comes_back() {
    let mut problem = Problem::new(StatusCode::NOT_FOUND).detail("no \"x\"");
    problem.kind = Some("https://example.com/p".to_owned());
    let json = oasmith_runtime::codec::encode(&problem);
    assert_eq!(
        String::from_utf8_lossy(&json),
        r#"{"type":"https://example.com/p","title":"Not Found","status":404,"detail":"no \"x\""}"#
    );
    assert_eq!(Problem::parse(StatusCode::NOT_FOUND, &json), Some(problem));
}

#[test]
fn members_of_a_problem_that_are_odd_are_ignored() {
    let odd =
        br#"{"type":1,"title":"Bad","status":"x","errors":{"name":["is short"]},"traceId":"0"}"#;
    let problem = Problem::parse(StatusCode::BAD_REQUEST, odd).unwrap();
    assert_eq!(
        (problem.to_string().as_str(), problem.status.as_u16()),
        ("Bad", 400)
    );
    assert_eq!(Problem::parse(StatusCode::BAD_REQUEST, b"{}"), None);
    assert_eq!(Problem::parse(StatusCode::BAD_REQUEST, b"<html>"), None);
}

#[test]
fn an_error_without_content_has_no_body_to_read() {
    use operation::ErrorBody;
    let answer = Answer::text(404, "text/html", "<html>".to_owned());
    assert_eq!(<() as ErrorBody>::decode(answer), Ok(()));
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[./~%+&=;,|{} \"-]{0,4}"]
}

/// What HTTP carries in a header.
fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace(char::is_control, "").trim().to_owned())
}

fn some_find() -> impl Strategy<Value = Find> {
    let segment = || text().prop_filter("a segment is not empty", |text| !text.is_empty());
    let some = |item: BoxedStrategy<String>| prop::option::of(prop::collection::vec(item, 1..4));
    (
        (
            segment(),
            segment(),
            segment(),
            prop::collection::vec(text(), 2..4),
        ),
        (
            prop::option::of(text()),
            any::<Option<i64>>(),
            some(text().boxed()),
            some(text().boxed()),
        ),
        (
            prop::option::of(prop::collection::vec(any::<i32>(), 1..4)),
            prop::option::of(prop::collection::vec(any::<i32>(), 1..4)),
        ),
        (
            prop::option::of(line()),
            some(
                line()
                    .prop_map(|it| it.replace(',', "").trim().to_owned())
                    .boxed(),
            ),
            prop::option::of(text()),
            some(text().boxed()),
        ),
    )
        .prop_map(
            |(
                (id, part, ext, list),
                (text, size, exploded, comma),
                (space, pipe),
                (note, notes, session, sessions),
            )| Find {
                id,
                part,
                ext,
                list,
                text,
                size,
                exploded,
                comma,
                space,
                pipe,
                note,
                notes,
                session,
                sessions,
            },
        )
}

proptest! {
    #[test]
    fn any_request_comes_back(it in some_find()) {
        prop_assert_eq!(there_and_back(it.clone()), Ok(it));
    }

    #[test]
    fn any_request_is_read_or_refused(path in "(/[!-~]{0,8}){0,6}", query in "[!-~]{0,30}", header in "[ -~]{0,10}", body in any::<Vec<u8>>()) {
        let uri = format!("{path}?{}", query.replace('#', ""));
        let mut request = http::Request::new(());
        if let Ok(uri) = uri.parse() {
            *request.uri_mut() = uri;
        }
        request.headers_mut().insert("cookie", HeaderValue::from_bytes(header.as_bytes()).unwrap());
        let parts = request.into_parts().0;
        let _ = served::decode::<Find>(&parts, body.clone().into());
        let _ = served::decode::<Create>(&parts, body.into());
    }
}

#[test]
fn styles_are_no_matter_for_scalars() {
    for style in [Style::Comma, Style::Exploded, Style::Space, Style::Pipe] {
        let mut to = operation::Encoder::new("/a");
        to.query_value("x", &"a b|c,d".to_owned(), style);
        let uri = to.finish(Switch::INFO).unwrap().uri().to_string();
        assert_eq!(uri, "/a?x=a%20b%7Cc%2Cd");
    }
}

#[test]
fn models_nest_as_deep_as_json_may() {
    let mut note = Note::new("", 0);
    for _ in 1..128 {
        let mut child = Note::new("", 0);
        child.parent = Some(Box::new(note));
        note = child;
    }
    let json = oasmith_runtime::codec::encode(&note);
    // What a worker thread has, and less.
    let small = std::thread::Builder::new().stack_size(512 << 10);
    let read = small
        .spawn(move || oasmith_runtime::codec::decode::<Note>(&json))
        .unwrap();
    assert!(read.join().unwrap() == Ok(note));
}

#[test]
fn of_400_and_422_the_one_that_is_declared_is_told() {
    use Statuses::{Default, Range, Status};
    let status = |errors: &'static [Statuses], body: &'static str| {
        // Nothing is freed: the table of an operation is one for ever.
        let info: &'static Info = Box::leak(Box::new(Info {
            id: "create",
            method: http::Method::POST,
            path: "/notes",
            consumes: &["application/json"],
            success: &[Status(201)],
            errors,
            ..Info::PLAIN
        }));
        let headers = HeaderMap::new();
        let mut decoder = Decoder::new(info, "/notes", "", &headers, body.into());
        let _: Option<Note> = decoder.json();
        decoder.problem().map(|it| it.status.as_u16())
    };
    for (errors, broken, wrong) in [
        (&[] as &[_], 400, 422),
        (&[Status(400)], 400, 400),
        (&[Status(422)], 422, 422),
        (&[Status(400), Status(422)], 400, 422),
        (&[Range(4)], 400, 422),
        (&[Status(400), Default], 400, 422),
    ] {
        assert_eq!(status(errors, "{"), Some(broken), "{errors:?}");
        assert_eq!(status(errors, "7"), Some(wrong), "{errors:?}");
    }
}

#[test]
fn a_parameter_of_one_value_is_held_to_it() {
    const INFO: &Info = &Info {
        path: "/{v}/pets",
        ..Info::PLAIN
    };
    let told = |path: &str, query: &str, header: &str, cookie: &str| {
        let mut headers = http::HeaderMap::new();
        for (name, value) in [("x-target", header), ("cookie", cookie)] {
            if !value.is_empty() {
                headers.insert(name, value.parse().unwrap());
            }
        }
        let mut from = Decoder::new(INFO, path, query, &headers, Body::empty());
        from.constant("path", "v", "2", Style::Comma);
        from.constant("query", "Action", "List Pets", Style::Exploded);
        from.constant("header", "X-Target", "a,b", Style::Comma);
        from.constant("cookie", "lang", "en", Style::Exploded);
        let found = from.problem().map(|it| it.errors).unwrap_or_default();
        let found = found
            .iter()
            .map(|it| format!("{}: {}", it.pointer, it.detail));
        found.collect::<Vec<_>>().join("; ")
    };
    assert_eq!(told("/2/pets", "Action=List+Pets", "a,b", "lang=en"), "");
    assert_eq!(
        told("/3/pets", "Action=list", "a", "lang=de"),
        "/path/v: is not 2; /query/Action: is not List Pets; /header/X-Target: is not a,b; /cookie/lang: is not en"
    );
    assert_eq!(
        told("/2/pets", "Action=List+Pets&Action=List+Pets", "", ""),
        "/query/Action: is given more than once; /header/X-Target: is required; /cookie/lang: is required"
    );
}

#[test]
fn an_answer_that_came_as_a_text_is_the_value_that_the_text_stands_for() {
    fn read<T: Json>(media: &'static str, text: &str) -> Result<T, String> {
        let answer = Answer::stream(200, media, text.to_owned().into());
        answer.read_json_or_text().map_err(|it| it.to_string())
    }
    let plain = "text/plain; charset=utf-8";
    assert_eq!(read(plain, "\u{feff}a \"b\""), Ok("a \"b\"".to_owned()));
    assert_eq!(read(plain, "42"), Ok(42_i64));
    assert_eq!(read(plain, "true"), Ok(true));
    assert_eq!(
        read::<i64>(plain, "many"),
        Err("is not an integer".to_owned())
    );
    assert_eq!(read("application/json", "\"a\""), Ok("a".to_owned()));
    assert_eq!(read("text/json", "42"), Ok(42_i64));
    assert!(read::<String>("application/json", "a").is_err());
}
