//! Which operation at a path a request means.
//!
//! axum does not tell apart what templates may differ by: a part of a segment (`/files/{name}` and `/files/{name}.json`),
//! the query, and the names of their places.

use super::answer::Answer;
use super::capture::{capture, fragment_fit};
use super::operation::Info;
use super::server::Error;
use super::template::{Piece, has_places, path_and_query, pieces, push_literal};
use axum::extract::Request;
use http::{HeaderValue, Method, StatusCode, header};
use std::cmp::Reverse;

/// The pattern for axum. Places are named by where they are: axum wants one name for one place. What begins with a place
/// that may hold several segments is one to axum, since it knows such places at the end only.
pub(super) fn pattern(base: &str, template: &'static str, wide: &[&str]) -> String {
    let mut out = String::new();
    if !base.is_empty() {
        out.push('/');
        push_literal(base, &mut out);
    }
    let path = path_and_query(template).0.trim_start_matches('/');
    for (index, segment) in path.split('/').enumerate() {
        out.push('/');
        if holds_several(segment, wide) {
            out.push_str(&format!("{{*p{index}}}"));
            break;
        }
        // axum takes `:` and `*` at the start of a segment for a mistake: here they match like anything.
        if has_places(segment) || segment.starts_with([':', '*']) {
            out.push_str(&format!("{{p{index}}}"));
        } else {
            push_literal(segment, &mut out);
        }
    }
    out
}

fn holds_several(segment: &'static str, wide: &[&str]) -> bool {
    let mut pieces = pieces(segment).into_iter();
    pieces.any(|it| matches!(it, Piece::Place(name) if wide.contains(&name)))
}

/// The pattern under which axum finds what has the pattern `own`: where it knows one for any number of segments at that
/// place, it refuses another for one.
pub(super) fn within<'p>(own: &'p str, all: &'p [String]) -> &'p str {
    let mut wide = all.iter().filter(|it| {
        let before = it.find("{*").map(|at| &it[..at]);
        before.is_some_and(|before| {
            own.strip_prefix(before)
                .is_some_and(|it| it.starts_with('{'))
        })
    });
    wide.next().map_or(own, String::as_str)
}

/// Whether a path that has the pattern `own` may have the pattern `wide`, which ends in any number of segments.
pub(super) fn is_also_at(own: &str, wide: &str) -> bool {
    let mut own = own.split('/');
    for step in wide.split('/') {
        let Some(mine) = own.next() else {
            return false;
        };
        if step.starts_with("{*") || mine.starts_with("{*") {
            return true;
        }
        if mine != step && !mine.starts_with('{') && !step.starts_with('{') {
            return false;
        }
    }
    false
}

/// Whether axum's pattern says all that a template does.
pub(super) fn is_whole(info: &Info) -> bool {
    let template = info.path;
    let segments: Vec<&str> = template.split('/').collect();
    let (_, before) = segments.split_last().unwrap_or((&"", &[]));
    let mut segments = segments.iter();
    let is_place = |it: &str| {
        let inside = it.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
        inside.is_some_and(|it| !it.contains(['{', '}']))
    };
    path_and_query(template).0 == template
        && segments.all(|it| is_place(it) || !it.contains(['{', '}', ':', '*']))
        && !before.iter().any(|it| holds_several(it, info.wide))
}

/// How much a template says: of the path, and of the query.
pub(super) fn literals(template: &'static str) -> (usize, usize) {
    let (path, query) = path_and_query(template);
    let length = |part| {
        let lengths = pieces(part).into_iter().map(|piece| match piece {
            Piece::Literal(literal) => literal.len(),
            Piece::Place(_) => 0,
        });
        lengths.sum()
    };
    (length(path), length(query))
}

/// Why no operation is meant.
pub(super) enum Missing {
    Path,
    Method,
    /// There is none for `OPTIONS`, which is answered without.
    Options,
}

/// The operation at a path that a request means, by its number.
pub(super) fn chosen(infos: &[&Info], path: &str, request: &Request) -> Result<usize, Missing> {
    let method = request.method();
    if let Some(found) = choose(infos, method, path, request) {
        return Ok(found);
    }
    if *method == Method::HEAD
        && let Some(found) = choose(infos, &Method::GET, path, request)
    {
        // RFC 9110, section 9.3.2: HEAD is GET without the content.
        return Ok(found);
    }
    Err(match infos {
        [] => Missing::Path,
        _ if infos.iter().any(|it| it.verb() == method.as_str()) => Missing::Path,
        _ if *method == Method::OPTIONS => Missing::Options,
        _ => Missing::Method,
    })
}

/// Of the operations at a path, the one that is meant. Those that say more of the query go first.
fn choose(infos: &[&Info], method: &Method, path: &str, request: &Request) -> Option<usize> {
    let query = request.uri().query().unwrap_or_default();
    let fits = |it: &usize| {
        let info = infos[*it];
        info.verb() == method.as_str() && capture(info, path, query).is_some()
    };
    (0..infos.len())
        .filter(fits)
        .min_by_key(|it| Reverse(fragment_fit(infos[*it].path, query, request.headers())))
}

/// The methods at a path.
fn methods(infos: &[&Info]) -> Option<HeaderValue> {
    let methods = infos.iter().map(|it| it.verb());
    let mut methods: Vec<&str> = methods.collect();
    if methods.contains(&"GET") && !methods.contains(&"HEAD") {
        methods.push("HEAD");
    }
    if !methods.contains(&"OPTIONS") {
        methods.push("OPTIONS");
    }
    HeaderValue::from_str(&methods.join(", ")).ok()
}

/// There is an operation, and not of the method.
pub(super) fn not_allowed(infos: &[&Info]) -> Error {
    let error = Error::status(StatusCode::METHOD_NOT_ALLOWED);
    match methods(infos) {
        Some(methods) => error.header(header::ALLOW, methods),
        None => error,
    }
}

/// RFC 9110, section 9.3.7: what may be asked here.
pub(super) fn allowed(infos: &[&Info]) -> Answer {
    let mut answer = Answer::empty(StatusCode::NO_CONTENT.as_u16());
    answer
        .headers
        .extend(methods(infos).map(|it| (header::ALLOW, it)));
    answer
}
