//! Parameters, headers, bodies and answers that are components, and parameters of a whole path: what they hold is lowered
//! once for all operations that have them, and named after the component or the path.

use super::body::Lowered;
use super::names;
use super::parameter::carried::Carried;
use super::{Cx, Site, site::Direction};
use crate::ir::{HeaderForm, RequestBody, Type};
use indexmap::IndexMap;
use oasmith_source::Span;
use oasmith_spec::Document;
use oasmith_spec::model::{RefOr, Response};
use std::collections::HashMap;

/// What was made of something at a place, and what could not be typed in it.
type Made<T> = HashMap<(Span, Part), (T, Vec<String>)>;

/// The media types of an answer that are looked at together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Whole,
    Values,
    Streams,
}

#[derive(Default)]
pub struct Shared {
    /// The names of what is shared, by its place.
    names: HashMap<Span, String>,
    pub parameters: Made<Result<Carried, &'static str>>,
    pub headers: Made<(Type, HeaderForm)>,
    pub bodies: Made<Option<RequestBody>>,
    pub answers: Made<Lowered>,
}

impl Shared {
    pub fn new(document: &Document) -> Self {
        let mut shared = Shared::default();
        let components = &document.components;
        shared.name(&components.parameters, |it| it.span);
        shared.name(&components.headers, |it| it.span);
        shared.name(&components.request_bodies, |it| it.span);
        shared.name(&components.responses, |it| it.span);
        for (name, response) in &components.responses {
            shared.name_headers(name, response);
        }
        shared.name_of_paths(document);
        shared
    }

    /// A parameter of all operations of a path is that path's, which is called by its last word; unless two are called the
    /// same. So its name stays when the path gets another operation.
    fn name_of_paths(&mut self, document: &Document) {
        let mut named: IndexMap<String, Vec<Span>> = IndexMap::new();
        for (path, item) in &document.paths {
            let is_word = |it: &&str| !it.is_empty() && !it.contains('{');
            let Some(noun) = path.rsplit('/').find(is_word) else {
                continue;
            };
            for it in &item.parameters {
                if let RefOr::Value(it) = it {
                    let words = format!("{noun} {}", it.name.value);
                    let words = names::split(&words).join(" ");
                    named.entry(words).or_default().push(it.span);
                }
            }
        }
        for (words, places) in named {
            if let [only] = places.as_slice() {
                self.names.entry(*only).or_insert(words);
            }
        }
    }

    fn name<'d, T: 'd>(
        &mut self,
        components: impl IntoIterator<Item = (&'d String, &'d RefOr<T>)>,
        span: fn(&T) -> Span,
    ) {
        for (name, it) in components {
            if let RefOr::Value(it) = it {
                // What an alias of YAML repeats has the name of the first.
                self.names
                    .entry(span(it))
                    .or_insert_with(|| name.to_owned());
            }
        }
    }

    /// A header that stands in an answer is that one's.
    fn name_headers(&mut self, response: &str, it: &RefOr<Response>) {
        let RefOr::Value(it) = it else { return };
        for (wire, header) in &it.headers {
            if let RefOr::Value(header) = header {
                let words = format!("{} {wire}", response_words(response));
                self.names.entry(header.span).or_insert(words);
            }
        }
    }
}

/// What is made of the value at a place: once where that is shared, and its name is handed on.
pub fn once<T: Clone>(
    (span, part): (Span, Part),
    store: fn(&mut Shared) -> &mut Made<T>,
    cx: &mut Cx<'_>,
    make: impl FnOnce(Option<&str>, &mut Cx<'_>) -> T,
) -> T {
    let Some(owner) = cx.shared.names.get(&span).cloned() else {
        return make(None, cx);
    };
    let key = (span, part);
    if let Some((made, degraded)) = store(&mut cx.shared).get(&key).cloned() {
        cx.degraded.extend(degraded);
        return made;
    }
    let outer = std::mem::take(&mut cx.degraded);
    let made = make(Some(&owner), cx);
    let degraded = std::mem::replace(&mut cx.degraded, outer);
    cx.degraded.extend(degraded.iter().cloned());
    store(&mut cx.shared).insert(key, (made.clone(), degraded));
    made
}

/// Where the schema of a parameter or header stands: in a component, which may bear the name of a schema, or in an
/// operation.
pub fn site(
    owner: Option<&str>,
    kind: &str,
    in_operation: impl FnOnce() -> Site,
    direction: Direction,
    cx: &Cx<'_>,
) -> Site {
    match owner {
        Some(name) if cx.type_names.has(&names::camel(name)) => {
            Site::new(&format!("{name} {kind}"), "", direction)
        }
        Some(name) => Site::new(name, "", direction),
        None => in_operation(),
    }
}

/// The words for what an answer holds that is a component: its name says mostly that it is one.
pub fn response_words(name: &str) -> String {
    words(name, "response", &["response", "error", "result"])
}

pub fn request_words(name: &str) -> String {
    words(name, "request", &["request", "body", "payload", "input"])
}

fn words(name: &str, kind: &str, says_so: &[&str]) -> String {
    let words = names::split(name);
    match words.iter().any(|it| says_so.contains(&it.as_str())) {
        true => name.to_owned(),
        false => format!("{name} {kind}"),
    }
}
