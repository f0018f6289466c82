//! What a request must pass before its content is read: credentials, media type, size.

use super::body::Body;
use super::decoder::{cookies, is_cookie};
use super::operation::{Answer, Info};
use super::param::{unescape, unescape_query};
use super::problem::Problem;
use super::security::{Credential, Requirement, Scheme, SchemeKind, basic};
use super::server::{Auth, Error, Principal};
use axum::body::HttpBody;
use axum::extract::FromRequest;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};

/// Finds out who is calling: 401 when nobody shows, or whatever `auth` refuses with.
pub(super) async fn authenticate(
    info: &'static Info,
    auth: Option<&Auth>,
    parts: &Parts,
) -> Result<Option<Principal>, Answer> {
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
        None => Err(challenge(info, Error::unauthorized())),
        Some(error) if error.code() == StatusCode::UNAUTHORIZED => Err(challenge(info, error)),
        Some(error) => Err(error.into_answer()),
    }
}

/// All of the credentials that are required; the principal is that of the first.
async fn ask(
    auth: Option<&Auth>,
    credentials: Vec<(&'static Scheme, Credential)>,
) -> Result<Option<Principal>, Error> {
    // Nobody to ask lets nobody in.
    let auth = auth.ok_or_else(Error::unauthorized)?;
    let mut principal = None;
    for (scheme, credential) in credentials {
        let found = auth(scheme, credential).await?;
        principal.get_or_insert(found);
    }
    Ok(principal)
}

fn credentials(
    required: &'static [Requirement],
    parts: &Parts,
) -> Option<Vec<(&'static Scheme, Credential)>> {
    let all = required
        .iter()
        .map(|it| Some((it.scheme, credential(it.scheme.kind, parts)?)));
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
fn challenge(info: &'static Info, error: Error) -> Answer {
    let mut answer = error.into_answer();
    let mut told = Vec::new();
    for required in info.security.iter().copied().flatten() {
        let challenge = match required.scheme.kind {
            SchemeKind::Bearer => "Bearer",
            SchemeKind::Basic => "Basic realm=\"api\", charset=\"UTF-8\"",
            // No scheme is registered for keys; the header must be there all the same.
            SchemeKind::Header(_) | SchemeKind::Query(_) | SchemeKind::Cookie(_) => "ApiKey",
        };
        if !told.contains(&challenge) {
            told.push(challenge);
            answer.headers.append(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static(challenge),
            );
        }
    }
    answer
}

/// The body, if it is of the declared media type and not too long.
pub(super) async fn receive(
    info: &'static Info,
    parts: &Parts,
    body: axum::body::Body,
) -> Result<Body, Answer> {
    if info.consumes.is_empty() {
        return Ok(Body::empty());
    }
    if body.is_end_stream() {
        return Ok(Body::empty());
    }
    let given = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let is_declared = |given: &str| info.consumes.iter().any(|media| is_media(given, media));
    if !given.is_some_and(is_declared) {
        let problem = Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        return Err(Answer::problem(problem.detail(format!(
            "the body must be {}",
            info.consumes.join(" or ")
        ))));
    }
    if info.uploads {
        return Ok(Body::stream(body.into_data_stream()));
    }
    // axum's own extractor, so that axum's `DefaultBodyLimit` layer sets the limit, 2 MB unless set.
    let mut request = http::Request::new(body);
    request.extensions_mut().clone_from(&parts.extensions);
    match bytes::Bytes::from_request(request, &()).await {
        Ok(bytes) => Ok(bytes.into()),
        Err(rejection) => Err(Answer::problem(Problem::new(rejection.status()))),
    }
}

/// 406 when none of the declared media types is accepted (RFC 9110, section 12.5.1).
pub(super) fn unacceptable(info: &'static Info, parts: &Parts) -> Option<Answer> {
    let lines = parts.headers.get_all(header::ACCEPT).into_iter();
    let ranges = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .filter(|range| !range.trim().is_empty());
    let mut ranges = ranges.peekable();
    if info.produces.is_empty() || ranges.peek().is_none() {
        return None;
    }
    let is_accepted = |range: &str| {
        let mut produced = info.produces.iter();
        !is_refused(range) && produced.any(|media| is_media(media, range) || is_media(range, media))
    };
    if ranges.any(is_accepted) {
        return None;
    }
    let detail = format!("the answer is {}", info.produces.join(" or "));
    Some(Answer::problem(
        Problem::new(StatusCode::NOT_ACCEPTABLE).detail(detail),
    ))
}

/// `text/html;q=0`
fn is_refused(range: &str) -> bool {
    let weights = range
        .split(';')
        .skip(1)
        .filter_map(|it| it.trim().strip_prefix("q="));
    weights.into_iter().any(|it| it.trim().parse() == Ok(0.0))
}

/// Whether `given` is what is declared, which may be a range such as `image/*`. Parameters are left aside.
fn is_media(given: &str, declared: &str) -> bool {
    let essence = |media: &str| {
        media
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    };
    let (given, declared) = (essence(given), essence(declared));
    match declared.split_once('*') {
        _ if declared == "*/*" => given.contains('/'),
        Some((main, suffix)) => {
            let rest = given.strip_prefix(main);
            rest.is_some_and(|rest| rest.ends_with(suffix))
        }
        None => given == declared,
    }
}
