//! Security schemes and requirements.
//!
//! OAuth 2 and OpenID Connect tokens travel as bearer tokens (RFC 6750); mutual TLS is the transport's, and asks
//! nothing of a request.

use super::names::{self, Scope};
use super::received::received;
use super::{Cx, docs};
use crate::codes;
use crate::ir::{Flow, FlowKind, Name, Place, Requirement, Scheme, SchemeKind};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::{
    OAuthFlow, ParameterPlace, SecurityRequirement, SecurityScheme, SecuritySchemeKind,
};
use oasmith_spec::{Document, Valid};

/// The schemes by their names in the document, each with its index. Those that ask nothing of a request are not there.
pub type Schemes = IndexMap<String, (usize, Scheme)>;

/// Methods of the client's builder and of the authenticator are named by the schemes. They are called on a type that
/// has those of the prelude's traits as well.
const TAKEN: &[&str] = &[
    "as_mut",
    "as_ref",
    "attempt_timeout",
    "build",
    "clone",
    "clone_from",
    "connect_timeout",
    "credential",
    "default_header",
    "drop",
    "idle_timeout",
    "into",
    "max_answer_bytes",
    "new",
    "on_drift",
    "retry",
    "strict",
    "timeout",
    "to_owned",
    "to_string",
    "token_source",
    "trace",
    "transport",
    "try_into",
    "user_agent",
];

pub fn lower_schemes(cx: &mut Cx<'_>) -> Schemes {
    let document = cx.document;
    let mut scope = Scope::with(TAKEN);
    let mut schemes = Schemes::new();
    let unknown = unknown(document);
    for (wire, scheme) in &document.components.security_schemes {
        let Some(kind) = kind(&scheme.kind) else {
            // Nothing to send, or nobody knows what.
            continue;
        };
        let name = cx.unique(&mut scope, names::snake(wire), "_scheme", wire, scheme.span);
        let index = schemes.len();
        schemes.insert(
            wire.clone(),
            (index, lower_scheme(wire, name, kind, scheme)),
        );
    }
    for (wire, span) in unknown {
        let message = format!(
            "nothing is known of the security scheme `{wire}`, so its credentials are what stands in `Authorization`"
        );
        cx.unsatisfiable(message, span);
        let scheme = Scheme {
            wire: wire.to_owned(),
            name: cx.unique(&mut scope, names::snake(wire), "_scheme", wire, span),
            kind: in_authorization(),
            flows: Vec::new(),
            docs: crate::ir::Docs::default(),
        };
        schemes.insert(wire.to_owned(), (schemes.len(), scheme));
    }
    schemes
}

/// RFC 9110, 11.6.2: where credentials travel, whatever they are; their content is the caller's.
fn in_authorization() -> SchemeKind {
    SchemeKind::ApiKey {
        place: Place::Header,
        wire: "Authorization".to_owned(),
    }
}

/// The schemes that are not declared or cannot be read, and without which there is no way to call an operation.
fn unknown(document: &Valid<Document>) -> IndexMap<&str, Span> {
    let declared = &document.components.security_schemes;
    let own = document.paths.values().flat_map(|it| &it.operations);
    let received = received(document).into_iter().flat_map(|it| it.requests);
    let operations = own.chain(received.map(|(_, _, it)| it));
    let lists = operations.filter_map(|it| it.security.as_deref());
    let mut found = IndexMap::new();
    for ways in lists.chain([document.security.as_slice()]) {
        if Guesses::of(ways, declared) == Guesses::Forbidden {
            continue;
        }
        for it in ways {
            for name in it.schemes.keys().filter(|it| is_unknown(it, declared)) {
                found.entry(name.as_str()).or_insert(it.span);
            }
        }
    }
    found
}

type Declared = IndexMap<String, SecurityScheme>;

fn is_unknown(name: &str, declared: &Declared) -> bool {
    let kind = declared.get(name).map(|it| &it.kind);
    matches!(kind, None | Some(SecuritySchemeKind::Unreadable))
}

/// Whether a scheme of which nothing is known may be what most are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guesses {
    /// There is no way to authenticate without.
    Allowed,
    Forbidden,
}

impl Guesses {
    fn of(ways: &[SecurityRequirement], declared: &Declared) -> Self {
        let guessed =
            |it: &SecurityRequirement| it.schemes.keys().any(|name| is_unknown(name, declared));
        match ways.iter().all(guessed) {
            true => Guesses::Allowed,
            false => Guesses::Forbidden,
        }
    }
}

fn lower_scheme(wire: &str, name: Name, kind: SchemeKind, scheme: &SecurityScheme) -> Scheme {
    Scheme {
        wire: wire.to_owned(),
        name,
        kind,
        flows: flows(&scheme.kind),
        docs: docs::text(None, scheme.description.as_ref()),
    }
}

fn kind(kind: &SecuritySchemeKind) -> Option<SchemeKind> {
    match kind {
        SecuritySchemeKind::Http { scheme, .. } => Some(match scheme.as_str() {
            "bearer" => SchemeKind::Bearer,
            "basic" => SchemeKind::Basic,
            _ => in_authorization(),
        }),
        SecuritySchemeKind::OAuth2 { .. } | SecuritySchemeKind::OpenIdConnect { .. } => {
            Some(SchemeKind::Bearer)
        }
        SecuritySchemeKind::ApiKey { name, place } => {
            let place = match place {
                ParameterPlace::Query | ParameterPlace::QueryString => Place::Query,
                ParameterPlace::Cookie => Place::Cookie,
                ParameterPlace::Header | ParameterPlace::Path => Place::Header,
            };
            Some(SchemeKind::ApiKey {
                place,
                wire: name.clone(),
            })
        }
        SecuritySchemeKind::MutualTls | SecuritySchemeKind::Unreadable => None,
    }
}

/// The first flow of each kind whose token URL can be asked. One that is relative is so to the server that a client is
/// made for.
fn flows(kind: &SecuritySchemeKind) -> Vec<Flow> {
    let SecuritySchemeKind::OAuth2 { flows } = kind else {
        return Vec::new();
    };
    let mut usable: Vec<Flow> = Vec::new();
    for it in flows.iter().filter_map(flow) {
        if usable.iter().all(|known| known.kind != it.kind) {
            usable.push(it);
        }
    }
    usable
}

fn flow(it: &OAuthFlow) -> Option<Flow> {
    let refresh = it.refresh_url.as_ref().or(it.token_url.as_ref());
    let (kind, url) = match it.kind.as_str() {
        "clientCredentials" => (FlowKind::ClientCredentials, it.token_url.as_ref()),
        "password" => (FlowKind::Password, it.token_url.as_ref()),
        "authorizationCode" | "deviceAuthorization" => (FlowKind::RefreshToken, refresh),
        _ => return None,
    };
    Some(Flow {
        kind,
        token_url: url.filter(|it| can_be_asked(it))?.clone(),
        scopes: it.scopes.keys().cloned().collect(),
    })
}

/// Whether a token URL is one of HTTP, or a reference that is relative to one (RFC 3986, section 4.2).
fn can_be_asked(url: &str) -> bool {
    let first = url.split(['/', '?', '#']).next().unwrap_or_default();
    let is_relative = !url.is_empty() && !first.contains(':') && !url.starts_with('#');
    let is_uri = url
        .bytes()
        .all(|it| it.is_ascii_graphic() && !b"{}<>\"\\^`|".contains(&it));
    is_uri && (url.starts_with("https://") || url.starts_with("http://") || is_relative)
}

/// The alternatives that are declared, without those that nobody can meet because a scheme of theirs is not known.
/// Where no other is left, `Err` says what is not known: it must not become "no security".
pub fn lower_requirements(
    declared: &[SecurityRequirement],
    schemes: &Schemes,
    cx: &mut Cx<'_>,
) -> Result<Vec<Vec<Requirement>>, String> {
    let mut alternatives = Vec::with_capacity(declared.len());
    let mut unknown = None;
    let guesses = Guesses::of(declared, &cx.document.components.security_schemes);
    for it in declared {
        match conjunction(it, schemes, guesses, cx) {
            Ok(all) => {
                let unknown = it.schemes.keys();
                let declared = &cx.document.components.security_schemes;
                let unknown: Vec<_> = unknown.filter(|it| is_unknown(it, declared)).collect();
                for name in unknown {
                    cx.degrade(format!("nothing is known of the security scheme `{name}`"));
                }
                alternatives.push(all);
            }
            Err(fault) => {
                unknown.get_or_insert((fault, it.span));
            }
        }
    }
    let is_certificate = |it: &&SecurityRequirement| {
        !it.schemes.is_empty()
            && conjunction(it, schemes, guesses, cx).is_ok_and(|all| all.is_empty())
    };
    let certificate = declared.iter().find(is_certificate).map(|it| it.span);
    if let Some(span) = certificate
        && alternatives.len() > 1
    {
        cx.tell_certificate(span);
    }
    if let Some((fault, span)) = unknown {
        if alternatives.is_empty() {
            return Err(format!("it requires {fault}"));
        }
        let message = format!("this way to authenticate is left out: it requires {fault}");
        cx.unsatisfiable(message, span);
    }
    if alternatives.iter().all(Vec::is_empty) {
        // `{}`, or a certificate: a request has nothing of it, as if nothing were required.
        alternatives.clear();
    }
    Ok(alternatives)
}

/// The schemes that an alternative asks for; `Err` names one of which nobody knows what it asks.
fn conjunction(
    it: &SecurityRequirement,
    schemes: &Schemes,
    guesses: Guesses,
    cx: &Cx<'_>,
) -> Result<Vec<Requirement>, String> {
    let declared = &cx.document.components.security_schemes;
    let mut all = Vec::with_capacity(it.schemes.len());
    for (name, scopes) in &it.schemes {
        let known = schemes.get(name);
        let known = known.filter(|_| guesses == Guesses::Allowed || !is_unknown(name, declared));
        match (known, declared.get(name).map(|it| &it.kind)) {
            (Some((scheme, _)), _) => all.push(Requirement {
                scheme: *scheme,
                scopes: scopes.clone(),
            }),
            (None, Some(SecuritySchemeKind::Unreadable)) => {
                return Err(format!(
                    "the security scheme `{name}`, which cannot be read"
                ));
            }
            (None, Some(_)) => {}
            (None, None) => {
                return Err(format!(
                    "the security scheme `{name}`, which is not declared"
                ));
            }
        }
    }
    Ok(all)
}

impl Cx<'_> {
    fn tell_certificate(&mut self, span: Span) {
        let message = "a client's certificate is one way to authenticate, and only what ends TLS sees it: \
                       the server takes requests without any credentials";
        self.unsatisfiable(message.to_owned(), span);
    }

    fn unsatisfiable(&mut self, message: String, span: Span) {
        self.diagnostics
            .push(Diagnostic::warning(&codes::SECURITY_LEFT_OUT, message).at(span));
    }
}
