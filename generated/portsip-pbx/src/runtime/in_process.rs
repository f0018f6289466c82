//! A router as a transport: client and server in one process, without a socket.

use super::body::{Body, BoxError};
use super::route::to_axum;
use super::transport::{BoxFuture, Transport};
use tower_service::Service;

impl Transport for axum::Router {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        let mut router = self.clone();
        Box::pin(async move {
            // A router is always ready, and does not fail.
            let response = router.call(request.map(to_axum)).await?;
            Ok(response.map(|body| Body::stream(body.into_data_stream())))
        })
    }
}
