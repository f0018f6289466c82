//! Carries requests with reqwest.

use super::body::{Body, BoxError};
use super::transport::{BoxFuture, Permanent, Transport};
use reqwest::redirect::Policy;
use std::time::Duration;

/// The transport that a client has unless it is given another.
#[derive(Clone, Debug)]
pub struct Reqwest(reqwest::Client);

impl Reqwest {
    /// A pool of connections of its own, each of which is there after `connect_timeout` at the latest.
    pub fn new(connect_timeout: Duration) -> Result<Self, BoxError> {
        let client = reqwest::Client::builder()
            .connect_timeout(connect_timeout)
            .redirect(Policy::none())
            .build()?;
        Ok(Self(client))
    }

    /// With a client set up elsewhere (proxies, certificates). Give it `redirect::Policy::none()`: redirects are
    /// followed by the client above it, and reqwest would carry keys in headers other than `Authorization` to other
    /// origins.
    pub fn with_client(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl Transport for Reqwest {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        Box::pin(async move {
            let path = request.uri().path().to_owned();
            let request = reqwest::Request::try_from(request.map(to_reqwest))?;
            if request.url().path() != path {
                // The URL standard resolves `..` even when it is escaped: it would be another resource.
                let why = "the path cannot be sent: a URL resolves its `.` and `..` segments";
                return Err(Permanent::new(why).into());
            }
            // A URL may hold a key: it must not get into messages.
            let response = self
                .0
                .execute(request)
                .await
                .map_err(reqwest::Error::without_url)?;
            let mut answer = http::Response::new(Body::empty());
            *answer.status_mut() = response.status();
            *answer.version_mut() = response.version();
            *answer.headers_mut() = response.headers().clone();
            *answer.body_mut() = Body::stream(response.bytes_stream());
            Ok(answer)
        })
    }
}

fn to_reqwest(body: Body) -> reqwest::Body {
    match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        None => reqwest::Body::wrap_stream(body),
    }
}
