//! Carries requests.

use super::body::{Body, BoxError};
use std::borrow::Cow;

pub use super::body::BoxFuture;

/// Carries one request and brings its answer. Knows nothing of operations.
///
/// Redirects are the client's: a transport brings them as they come.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URI is absolute.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>>;
}

/// Why a transport will not carry a request, however often it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permanent(Cow<'static, str>);

impl Permanent {
    /// For this reason.
    pub fn new(why: impl Into<Cow<'static, str>>) -> Self {
        Self(why.into())
    }
}

impl std::fmt::Display for Permanent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Permanent {}
