//! What a request must pass before its content is read: credentials, media type, size.

use super::body::{Body, TooLarge};
use super::decoder::{cookies, is_cookie};
use super::limits::{in_time, steady};
use super::media::{essence, is_media};
use super::operation::{Answer, Info};
use super::options::Limits;
use super::param::{unescape, unescape_query};
use super::security::{Credential, Requirement, SchemeKind, basic};
use super::server::{Auth, Error, Principal};
use axum::RequestExt;
use axum::body::HttpBody;
use axum::extract::FromRequest;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};

/// Finds out who is calling: 401 when nobody shows, or whatever `auth` refuses with.
pub(super) async fn authenticate(
    info: &'static Info,
    auth: Option<&Auth>,
    parts: &Parts,
) -> Result<Option<Principal>, Error> {
    if info.security.is_empty() {
        return Ok(None);
    }
    let mut refusal = None;
    for alternative in info.security.iter().filter(|required| !required.is_empty()) {
        let Some(credentials) = credentials(alternative, parts) else {
            continue;
        };
        match ask(auth, credentials).await {
            Ok(principal) => return Ok(principal),
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    match refusal {
        // OAS 3.1, Security Requirement Object: an empty one makes security optional.
        None if info.security.iter().any(|required| required.is_empty()) => Ok(None),
        None => Err(challenge(
            info,
            Error::unauthorized(),
            "Bearer realm=\"api\"",
        )),
        Some(error) if error.code() == StatusCode::UNAUTHORIZED => {
            // RFC 6750, section 3.1: only who showed a token is told that it does not do.
            let shown = authorization(parts, "bearer").is_some();
            Err(challenge(info, error, bearer(shown)))
        }
        Some(error) => Err(error),
    }
}

fn bearer(shown: bool) -> &'static str {
    match shown {
        true => "Bearer realm=\"api\", error=\"invalid_token\"",
        false => "Bearer realm=\"api\"",
    }
}

/// All of the credentials that are required; the principal is that of the first.
async fn ask(
    auth: Option<&Auth>,
    credentials: Vec<(&'static Requirement, Credential)>,
) -> Result<Option<Principal>, Error> {
    // Nobody to ask lets nobody in.
    let auth = auth.ok_or_else(Error::unauthorized)?;
    let mut principal = None;
    for (required, credential) in credentials {
        let found = auth(required.scheme, credential).await?;
        if !found.has_scopes(required.scopes) {
            return Err(insufficient(required));
        }
        principal.get_or_insert(found);
    }
    Ok(principal)
}

/// RFC 6750, section 3.1: 403, and the scopes that would do.
fn insufficient(required: &Requirement) -> Error {
    let error = Error::forbidden();
    let is_token = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
    let scopes = required.scopes.iter().filter(|it| it.bytes().all(is_token));
    let scopes: Vec<&str> = scopes.copied().collect();
    let challenge = format!(
        "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"{}\"",
        scopes.join(" ")
    );
    match HeaderValue::from_str(&challenge) {
        Ok(challenge) if required.scheme.kind == SchemeKind::Bearer => {
            error.header(header::WWW_AUTHENTICATE, challenge)
        }
        _ => error,
    }
}

fn credentials(
    required: &'static [Requirement],
    parts: &Parts,
) -> Option<Vec<(&'static Requirement, Credential)>> {
    let all = required
        .iter()
        .map(|it| Some((it, credential(it.scheme.kind, parts)?)));
    all.collect()
}

fn credential(kind: SchemeKind, parts: &Parts) -> Option<Credential> {
    match kind {
        SchemeKind::Bearer => authorization(parts, "bearer").map(Credential::bearer),
        SchemeKind::Basic => authorization(parts, "basic").and_then(basic::decode),
        SchemeKind::Header(name) => parts.headers.get(name)?.to_str().ok().map(Credential::key),
        SchemeKind::Query(name) => {
            let pairs = parts
                .uri
                .query()?
                .split('&')
                .filter_map(|pair| pair.split_once('='));
            let mut keys =
                pairs.filter(|(known, _)| unescape_query(known).is_some_and(|it| it == name));
            unescape_query(keys.next()?.1).map(Credential::key)
        }
        SchemeKind::Cookie(name) => {
            let mut keys = cookies(&parts.headers).filter(|(known, _)| is_cookie(known, name));
            unescape(keys.next()?.1).map(Credential::key)
        }
    }
}

/// RFC 9110, section 11.1: the name of an authentication scheme has no case.
fn authorization<'p>(parts: &'p Parts, scheme: &str) -> Option<&'p str> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (given, credential) = value.split_once(' ')?;
    let credential = credential.trim();
    (given.eq_ignore_ascii_case(scheme) && !credential.is_empty()).then_some(credential)
}

/// RFC 9110, section 15.5.2: a 401 says what would do.
fn challenge(info: &'static Info, mut error: Error, bearer: &'static str) -> Error {
    let mut told = Vec::new();
    for required in info.security.iter().copied().flatten() {
        let challenge = match required.scheme.kind {
            SchemeKind::Bearer => bearer,
            SchemeKind::Basic => "Basic realm=\"api\", charset=\"UTF-8\"",
            // No scheme is registered for keys; the header must be there all the same.
            SchemeKind::Header(_) | SchemeKind::Query(_) | SchemeKind::Cookie(_) => "ApiKey",
        };
        if !told.contains(&challenge) {
            told.push(challenge);
            let challenge = HeaderValue::from_static(challenge);
            error = error.header(header::WWW_AUTHENTICATE, challenge);
        }
    }
    error
}

/// 431 (RFC 6585, section 5).
pub(super) fn check_headers(limits: &Limits, parts: &Parts) -> Result<(), Error> {
    let headers = parts.headers.iter();
    let length: usize = headers
        .map(|(name, value)| name.as_str().len() + value.len())
        .sum();
    match length > limits.headers {
        true => Err(Error::status(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)),
        false => Ok(()),
    }
}

/// Whether there is no body, or none that anybody asks for.
pub(super) fn has_none(info: &'static Info, body: &axum::body::Body) -> bool {
    info.consumes.is_empty() || body.is_end_stream()
}

/// The body, if it is of the declared media type, not too long, and here in time.
pub(super) async fn receive(
    info: &'static Info,
    uploads: bool,
    limits: &Limits,
    parts: &Parts,
    body: axum::body::Body,
) -> Result<Body, Error> {
    check_media(info, parts)?;
    let lasting = limits.body_time;
    if uploads && !is_of(info.gathers, parts) {
        return Ok(steady(Body::stream(body.into_data_stream()), lasting));
    }
    match in_time(lasting, collect(limits.body, parts, body)).await {
        Some(Ok(bytes)) => Ok(bytes.into()),
        Some(Err(status)) => Err(Error::status(status)),
        // RFC 9110, section 15.5.9: what still comes is not the next request.
        None => Err(Error::status(StatusCode::REQUEST_TIMEOUT)
            .header(header::CONNECTION, HeaderValue::from_static("close"))),
    }
}

fn check_media(info: &'static Info, parts: &Parts) -> Result<(), Error> {
    let unsupported = Error::status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let mut codings = parts.headers.get_all(header::CONTENT_ENCODING).into_iter();
    if codings.any(|it| !it.as_bytes().eq_ignore_ascii_case(b"identity")) {
        // RFC 9110, section 12.5.3: says which codings would do.
        let identity = HeaderValue::from_static("identity");
        return Err(unsupported
            .detail("the body must have no content coding")
            .header(header::ACCEPT_ENCODING, identity));
    }
    let given = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let is_declared = |given: &str| info.consumes.iter().any(|media| is_media(given, media));
    match given.is_some_and(is_declared) {
        true => Ok(()),
        false => {
            Err(unsupported.detail(format!("the body must be {}", info.consumes.join(" or "))))
        }
    }
}

/// Whether a body is of one of these media types, such as those that nobody reads here.
pub(super) fn is_of(media: &[impl AsRef<str>], parts: &Parts) -> bool {
    if media.is_empty() {
        return false;
    }
    let given = parts.headers.get(header::CONTENT_TYPE);
    let given = given.and_then(|it| it.to_str().ok()).unwrap_or_default();
    media.iter().any(|media| is_media(given, media.as_ref()))
}

async fn collect(
    limit: Option<usize>,
    parts: &Parts,
    body: axum::body::Body,
) -> Result<bytes::Bytes, StatusCode> {
    if let Some(limit) = limit {
        // What says that it is too long is not read at all.
        if body.size_hint().lower() > limit as u64 {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let bytes = Body::stream(body.into_data_stream()).collect(limit).await;
        return bytes.map_err(|error| match error.is::<TooLarge>() {
            true => StatusCode::PAYLOAD_TOO_LARGE,
            false => StatusCode::BAD_REQUEST,
        });
    }
    // axum's own extractor, so that axum's `DefaultBodyLimit` layer sets the limit, 2 MB unless set.
    let length = body.size_hint().lower();
    let mut request = http::Request::new(body);
    request.extensions_mut().clone_from(&parts.extensions);
    let request = request.with_limited_body();
    if request.body().size_hint().lower() < length {
        // What says that it is too long is not waited for.
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let bytes = bytes::Bytes::from_request(request, &()).await;
    bytes.map_err(|rejection| rejection.status())
}

/// 406 when none of the declared media types is accepted (RFC 9110, section 12.5.1).
pub(super) fn check_accepted(info: &'static Info, parts: &Parts) -> Result<(), Error> {
    let mut ranges = accepted(&parts.headers).peekable();
    if info.produces.is_empty() || ranges.peek().is_none() {
        return Ok(());
    }
    let is_accepted = |range: &str| {
        let asked = info.accept.split(',').map(str::trim);
        let declared = info.produces.iter().chain(info.offers).copied();
        let mut produced = declared.chain(asked);
        !is_refused(range) && produced.any(|media| is_media(media, range) || is_media(range, media))
    };
    if ranges.any(is_accepted) {
        return Ok(());
    }
    Err(not_acceptable(info))
}

/// 406 as well where what was asked for is declared without a type, and its handler made something else. Where a request
/// may have changed something, it is answered all the same.
pub(super) fn check_made(
    info: &'static Info,
    parts: &Parts,
    outcome: Result<Answer, Error>,
) -> Result<Answer, Error> {
    let may_have_asked = !info.offers.is_empty() && parts.method.is_safe();
    let made = outcome.as_ref().ok();
    let made = made.filter(|it| may_have_asked && it.status.is_success());
    let media = made.and_then(|it| it.headers.get(header::CONTENT_TYPE)?.to_str().ok());
    let has_asked = accepted(&parts.headers).next().is_some();
    match media {
        Some(media) if has_asked && weight(&parts.headers, media) == 0.0 => {
            Err(not_acceptable(info))
        }
        _ => outcome,
    }
}

fn not_acceptable(info: &'static Info) -> Error {
    let detail = format!("the answer is {}", info.produces.join(" or "));
    Error::status(StatusCode::NOT_ACCEPTABLE).detail(detail)
}

/// The media types and ranges that a caller names.
fn accepted(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lines = headers.get_all(header::ACCEPT).into_iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .filter(|range| !range.trim().is_empty())
}

/// How much a media type is asked for: 0 is not at all (RFC 9110, section 12.5.1).
pub(super) fn weight(headers: &HeaderMap, media: &str) -> f32 {
    let named = accepted(headers).filter(|range| is_media(media, range));
    // What is said of a type goes before what is said of a range, and that before what is said of all.
    let ranked = named.map(|range| (essence(range).matches('*').count(), quality(range)));
    let nearest = ranked.min_by_key(|(stars, _)| *stars);
    nearest.map_or(0.0, |(_, quality)| quality)
}

/// `text/html;q=0`
fn is_refused(range: &str) -> bool {
    quality(range) == 0.0
}

fn quality(range: &str) -> f32 {
    let mut weights = range
        .split(';')
        .skip(1)
        .filter_map(|it| it.trim().strip_prefix("q="));
    let weight = weights.next().and_then(|it| it.trim().parse().ok());
    weight.unwrap_or(1.0)
}
