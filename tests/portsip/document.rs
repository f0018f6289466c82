//! The document that the crate was made from, as its tests see it.
//!
//! Read with `serde_json` and none of our own readers, so that a mistake in those shows here.

use http::{HeaderMap, HeaderValue, Method, header};
use serde_json::{Map, Value};
use std::sync::LazyLock;

/// The crate's own copy of the document.
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../generated/portsip-pbx/openapi.json");
    serde_json::from_str(text).expect("openapi.json is JSON")
});

/// An operation of the document.
pub struct Documented {
    pub id: &'static str,
    pub method: Method,
    pub path: &'static str,
    /// Those of the path come first.
    pub parameters: Vec<&'static Value>,
    pub body: Option<Content>,
    /// The one declared success.
    pub status: u16,
    pub answer: Option<Content>,
    pub answer_headers: Vec<(&'static str, &'static Value)>,
    /// The declared errors: `4XX`, `404`.
    pub errors: Vec<&'static str>,
}

/// The content of a body.
#[derive(Clone, Copy)]
pub struct Content {
    pub media: &'static str,
    pub schema: &'static Value,
    pub required: bool,
}

impl Documented {
    /// Headers of a request, with what a client adds: that it takes what is declared.
    pub fn asking(&self, headers: &HeaderMap) -> HeaderMap {
        let mut headers = headers.clone();
        if let Some(answer) = self.answer {
            headers.insert(header::ACCEPT, HeaderValue::from_static(answer.media));
        }
        headers
    }
}

/// The operations, by path.
pub fn operations() -> Vec<Documented> {
    let paths = object(&DOCUMENT["paths"]).iter();
    paths
        .flat_map(|(path, item)| {
            let members = object(item).iter();
            members.filter_map(move |(method, it)| Some(read(path, method_of(method)?, item, it)))
        })
        .collect()
}

/// The operation with this id.
pub fn operation(id: &str) -> Documented {
    let mut all = operations().into_iter();
    all.find(|it| it.id == id)
        .expect("an operation of the document")
}

fn method_of(member: &str) -> Option<Method> {
    match member {
        "get" => Some(Method::GET),
        "post" => Some(Method::POST),
        "put" => Some(Method::PUT),
        "patch" => Some(Method::PATCH),
        "delete" => Some(Method::DELETE),
        _ => None,
    }
}

fn read(
    path: &'static str,
    method: Method,
    item: &'static Value,
    it: &'static Value,
) -> Documented {
    let lists = [&item["parameters"], &it["parameters"]].into_iter();
    let parameters = lists.filter_map(Value::as_array).flatten().map(follow);
    let body = it.get("requestBody").map(follow);
    let mut answers = object(&it["responses"]).iter();
    let (status, answer) = answers
        .find(|(status, _)| status.starts_with('2'))
        .map(|(status, answer)| (status, follow(answer)))
        .expect("a declared success");
    let headers = answer.get("headers").map(object).into_iter().flatten();
    Documented {
        id: text(&it["operationId"]),
        method,
        path,
        parameters: parameters.collect(),
        body: body.and_then(content),
        status: status.parse().expect("an exact status"),
        answer: content(answer),
        answer_headers: headers
            .map(|(name, it)| (name.as_str(), &follow(it)["schema"]))
            .collect(),
        errors: object(&it["responses"])
            .keys()
            .map(String::as_str)
            .filter(|it| *it != status)
            .collect(),
    }
}

fn content(body: &'static Value) -> Option<Content> {
    let (media, content) = body.get("content").map(object)?.iter().next()?;
    Some(Content {
        media,
        schema: &content["schema"],
        required: body["required"] == true,
    })
}

/// The end of a chain of references.
pub fn follow(it: &'static Value) -> &'static Value {
    match it.get("$ref") {
        Some(reference) => {
            let pointer = text(reference).trim_start_matches('#');
            follow(
                DOCUMENT
                    .pointer(pointer)
                    .expect("a reference that leads somewhere"),
            )
        }
        None => it,
    }
}

pub fn object(it: &'static Value) -> &'static Map<String, Value> {
    it.as_object().expect("an object")
}

pub fn text(it: &'static Value) -> &'static str {
    it.as_str().expect("a text")
}
