//! Carries requests.

use super::body::{Body, BoxError};

pub use super::body::BoxFuture;

/// Carries one request and brings its answer. Knows nothing of operations.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URI is absolute.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>>;
}
