//! Follows redirects, without ever carrying credentials to another origin.
//!
//! In: a request as it was sent, and the answer to it. Out: the request to send next, or that the answer stands.

use super::outgoing::Outgoing;
use super::transport::Permanent;
use http::header::{self, HeaderName};
use http::{HeaderMap, Method, StatusCode};
use reqwest::Url;

/// How many redirects are followed.
pub(super) const MAX_REDIRECTS: usize = 10;

/// What another origin is told: what content is asked for, and nothing that may prove who is asking.
const HARMLESS: &[HeaderName] = &[
    header::ACCEPT,
    header::ACCEPT_ENCODING,
    header::ACCEPT_LANGUAGE,
    header::RANGE,
    header::USER_AGENT,
];

/// Why a call that is redirected has no answer.
pub(super) fn endless() -> Permanent {
    Permanent::new("the server redirects without end")
}

/// What the answer with `status` and `headers` to `sent` asks to be sent; `None` when it is the answer.
///
/// Another origin is only asked for what can be had by `GET`, without a body; a body may hold secrets. Neither is a
/// connection made less safe.
pub(super) fn next(sent: &Outgoing, status: StatusCode, headers: &HeaderMap) -> Option<Outgoing> {
    let method = method(status, &sent.parts.method)?;
    let location = headers.get(header::LOCATION)?.to_str().ok()?;
    let from = Url::parse(&sent.parts.uri.to_string()).ok()?;
    let mut to = from.join(location).ok()?;
    to.set_fragment(None);
    let is_web = matches!(to.scheme(), "http" | "https");
    let has_credentials = !to.username().is_empty() || to.password().is_some();
    if !is_web || has_credentials {
        return None;
    }
    let mut next = sent.again()?;
    next.parts.uri = to.as_str().parse().ok()?;
    if method != sent.parts.method {
        next.parts.method = method;
        next.drop_body();
    }
    if from.origin() == to.origin() {
        return Some(next);
    }
    let is_safe = next.parts.method.is_safe() && next.is_empty();
    let is_downgrade = from.scheme() == "https" && to.scheme() == "http";
    if !is_safe || is_downgrade {
        return None;
    }
    let mut kept = HeaderMap::new();
    for name in HARMLESS {
        if let Some(value) = next
            .parts
            .headers
            .remove(name)
            .filter(|it| !it.is_sensitive())
        {
            kept.insert(name, value);
        }
    }
    next.parts.headers = kept;
    Some(next)
}

/// The method to go on with (RFC 9110, section 15.4); `None` for a status that redirects nowhere.
fn method(status: StatusCode, method: &Method) -> Option<Method> {
    let is_post = *method == Method::POST;
    match status.as_u16() {
        // What everybody does with `POST`, against the first intent.
        301 | 302 if is_post => Some(Method::GET),
        303 if *method != Method::HEAD => Some(Method::GET),
        301 | 302 | 303 | 307 | 308 => Some(method.clone()),
        _ => None,
    }
}
