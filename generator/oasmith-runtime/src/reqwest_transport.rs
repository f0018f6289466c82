//! Carries requests with reqwest, over TLS by rustls.

use super::body::{Body, BoxError};
use super::transport::{BoxFuture, Transport};
use reqwest::redirect::{Attempt, Policy};

/// The transport that a client has unless it is given another.
#[derive(Clone, Debug)]
pub struct Reqwest(reqwest::Client);

/// How many redirects are followed.
const MAX_REDIRECTS: usize = 10;

impl Reqwest {
    /// A pool of connections of its own. Redirects are followed within one origin only.
    pub fn new() -> Result<Self, BoxError> {
        let client = reqwest::Client::builder()
            .redirect(Policy::custom(redirect))
            .build()?;
        Ok(Self(client))
    }

    /// With a client set up elsewhere (proxies, certificates). Its redirects are its own affair: reqwest keeps the
    /// `Authorization` header from other origins, and knows nothing of keys in other headers.
    pub fn with_client(client: reqwest::Client) -> Self {
        Self(client)
    }
}

/// Credentials are for one origin. A redirect elsewhere becomes the answer.
fn redirect(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    let same = attempt
        .previous()
        .last()
        .is_some_and(|from| from.origin() == attempt.url().origin());
    if same && attempt.previous().len() <= MAX_REDIRECTS {
        attempt.follow()
    } else {
        attempt.stop()
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
                return Err(
                    "the path cannot be sent: a URL resolves its `.` and `..` segments".into(),
                );
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
