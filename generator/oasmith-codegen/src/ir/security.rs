//! What an operation requires of who calls it, and how that is satisfied.

use super::{Docs, Name, Place};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Requirement {
    /// An index into [`Api::schemes`](super::Api::schemes).
    pub scheme: usize,
    pub scopes: Vec<String>,
}

/// A security scheme that the generated code knows how to satisfy.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// The name in the document.
    pub wire: String,
    /// The method of the authenticator: `bearer`.
    pub name: Name,
    pub kind: SchemeKind,
    /// Where a client can get tokens by itself.
    pub flows: Vec<Flow>,
    pub docs: Docs,
}

/// A flow of OAuth 2 that needs nobody in front of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    pub kind: FlowKind,
    /// An absolute URL.
    pub token_url: String,
    pub scopes: Vec<String>,
}

/// What gets a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowKind {
    ClientCredentials,
    Password,
    /// What is left of the flows that somebody takes part in.
    RefreshToken,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// Also OAuth 2 and OpenID Connect, whose tokens travel in the same way.
    Bearer,
    Basic,
    ApiKey {
        place: Place,
        wire: String,
    },
}
