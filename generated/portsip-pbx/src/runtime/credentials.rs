//! Which credentials go with a request, and where in it.

use super::body::Body;
use super::client::{Client, Settings, absolute, line};
use super::encoder::EncodeError;
use super::error::Error;
use super::operation::Info;
use super::security::{Credential, Requirement, Scheme, SchemeKind, basic};
use super::token::{Held, Tokens};
use http::header;
use http::request::Parts as Head;
use std::convert::Infallible;
use std::sync::Arc;

/// Where a credential comes from.
#[derive(Clone)]
pub(super) enum Provider {
    Fixed(Credential),
    Source(Arc<Tokens>),
}

pub(super) fn replace(
    all: &mut Vec<(&'static Scheme, Provider)>,
    scheme: &'static Scheme,
    provider: Provider,
) {
    all.retain(|(known, _)| known.name != scheme.name);
    all.push((scheme, provider));
}

/// Adds what the operation requires to a request; `own` are the headers that the call has set itself. Tells which
/// tokens it used.
pub(super) async fn authorize(
    client: &Client,
    info: &'static Info,
    head: &mut Head,
    own: &[(String, String)],
) -> Result<Vec<(Arc<Tokens>, Held)>, Error<Infallible>> {
    let mut used = Vec::new();
    for (scheme, provider) in client.settings.providers_for(info) {
        let done = match provider {
            Provider::Fixed(credential) => put(head, scheme, credential, own),
            Provider::Source(tokens) => {
                let got = tokens.get(&*client.transport, &client.settings.base).await;
                let held = got.map_err(|source| Error::Credential { info, source })?;
                let done = put(head, scheme, &held.credential, own);
                used.push((tokens.clone(), held));
                done
            }
        };
        done.map_err(|error| Error::Encode { info, error })?;
    }
    Ok(used)
}

/// [`authorize`], with what is there.
pub(super) fn authorize_now(
    client: &Client,
    info: &'static Info,
    request: http::Request<Body>,
    own: &[(String, String)],
) -> Result<http::Request<Body>, EncodeError> {
    let (mut head, body) = request.into_parts();
    for (scheme, provider) in client.settings.providers_for(info) {
        let held = match provider {
            Provider::Fixed(credential) => Some(credential.clone()),
            Provider::Source(tokens) => tokens.held().map(|held| held.credential),
        };
        if let Some(credential) = held {
            put(&mut head, scheme, &credential, own)?;
        }
    }
    Ok(http::Request::from_parts(head, body))
}

impl Settings {
    /// The credentials for the first alternative that there are all credentials for. Where there is none, those for the
    /// first one of which any is there: the server says what else it wants.
    fn providers_for(&self, info: &'static Info) -> Vec<(&'static Scheme, &Provider)> {
        let mut some = Vec::new();
        for required in info.security {
            let known = self.known_of(required);
            let is_met = |it: &Requirement| {
                let place = it.scheme.kind.place();
                known.iter().any(|(scheme, _)| scheme.kind.place() == place)
            };
            if !known.is_empty() && required.iter().all(is_met) {
                return known;
            }
            if some.is_empty() {
                some = known;
            }
        }
        some
    }

    /// What is known of the credentials of an alternative, one for each place: what fills it stands for all schemes that
    /// it is the place of.
    fn known_of(&self, required: &[Requirement]) -> Vec<(&'static Scheme, &Provider)> {
        let mut known: Vec<(&'static Scheme, &Provider)> = Vec::new();
        for Requirement { scheme, .. } in required {
            let mut all = self.credentials.iter();
            let is_free = known
                .iter()
                .all(|(it, _)| it.kind.place() != scheme.kind.place());
            if is_free && let Some((_, provider)) = all.find(|(it, _)| it.name == scheme.name) {
                known.push((scheme, provider));
            }
        }
        known
    }
}

impl SchemeKind {
    /// Where in a request the credential stands: what it is, and its name.
    fn place(self) -> (&'static str, String) {
        match self {
            Self::Bearer | Self::Basic => ("header", header::AUTHORIZATION.to_string()),
            Self::Header(name) => ("header", name.to_ascii_lowercase()),
            Self::Query(name) => ("query", name.to_owned()),
            Self::Cookie(name) => ("cookie", name.to_owned()),
        }
    }
}

fn put(
    head: &mut Head,
    scheme: &'static Scheme,
    credential: &Credential,
    own: &[(String, String)],
) -> Result<(), EncodeError> {
    let secret = credential.secret();
    let (name, value) = match scheme.kind {
        SchemeKind::Bearer => ("authorization", format!("Bearer {secret}")),
        SchemeKind::Basic => ("authorization", basic::encode(credential)),
        SchemeKind::Header(name) => (name, secret.to_owned()),
        SchemeKind::Query(name) => {
            let target = head.uri.path_and_query().map_or("/", |it| it.as_str());
            let mut target = target.to_owned();
            target.push(if target.contains('?') { '&' } else { '?' });
            super::param::escape(name, &mut target);
            target.push('=');
            super::param::escape(secret, &mut target);
            head.uri = absolute(&head.uri, &target)?;
            return Ok(());
        }
        SchemeKind::Cookie(name) => {
            let mut cookies = match head.headers.get(header::COOKIE) {
                Some(given) => String::from_utf8_lossy(given.as_bytes()).into_owned() + "; ",
                None => String::new(),
            };
            super::param::escape(name, &mut cookies);
            cookies.push('=');
            super::param::escape(secret, &mut cookies);
            ("cookie", cookies)
        }
    };
    // What the call says itself goes before what its client knows.
    if own.iter().any(|(set, _)| set.eq_ignore_ascii_case(name)) {
        return Ok(());
    }
    let (name, mut value) = line(name, &value)?;
    value.set_sensitive(true);
    head.headers.insert(name, value);
    Ok(())
}
