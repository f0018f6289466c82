//! The client: what it is set to, and how a request that was encoded becomes one that can be sent.

use super::body::Body;
use super::credentials::{Provider, replace};
use super::drift::Watch;
use super::encoder::{EncodeError, OwnServer};
use super::exchange::Observer;
use super::operation::Operation;
use super::retry::Budget;
use super::security::{Credential, Scheme};
use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::uri::{Parts, PathAndQuery, Uri};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use super::builder::{BaseUrl, BuildError, ClientBuilder};
pub use super::call::{Call, Response, Sending};
pub use super::drift::Drift;
pub use super::error::{Error, Failure, Received};
pub use super::retry::RetryPolicy;
pub use super::token::{Token, TokenSource};
pub use super::transport::{BoxFuture, Transport};

/// Calls operations. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Client {
    pub(super) transport: Arc<dyn Transport>,
    pub(super) settings: Arc<Settings>,
}

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) base: Uri,
    /// The base is a server of the document.
    pub(super) is_declared: bool,
    /// The path and query of a request, from the base and its own.
    pub(super) target: fn(&Uri, &Uri) -> String,
    pub(super) follows_redirects: bool,
    pub(super) headers: HeaderMap,
    pub(super) credentials: Vec<(&'static Scheme, Provider)>,
    pub(super) timeout: Duration,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) idle_timeout: Duration,
    pub(super) retry: RetryPolicy,
    pub(super) budget: Arc<Budget>,
    pub(super) max_answer_bytes: usize,
    pub(super) watch: Option<Arc<Watch>>,
    pub(super) observer: Option<Arc<dyn Observer>>,
}

impl Client {
    /// A client with nothing set: no credentials, half a minute for a call.
    pub fn new(base: impl Into<BaseUrl>) -> Result<Self, BuildError> {
        Self::builder(base).build()
    }

    /// Begins a client.
    pub fn builder(base: impl Into<BaseUrl>) -> ClientBuilder {
        ClientBuilder::new(base.into())
    }

    /// The same client with another credential.
    pub fn with_credential(&self, scheme: &'static Scheme, credential: Credential) -> Self {
        let mut settings = (*self.settings).clone();
        replace(
            &mut settings.credentials,
            scheme,
            Provider::Fixed(credential),
        );
        Self {
            transport: self.transport.clone(),
            settings: Arc::new(settings),
        }
    }

    /// Calls an operation, once the call is awaited.
    pub fn call<O: Operation>(&self, operation: O) -> Call<'_, O> {
        Call::new(self, operation)
    }
}

pub(super) fn absolute(base: &Uri, target: &str) -> Result<Uri, EncodeError> {
    let too_long = |_| EncodeError::new("/path", "is too long for a URI");
    let mut parts = Parts::default();
    parts.scheme = base.scheme().cloned();
    parts.authority = base.authority().cloned();
    parts.path_and_query = Some(PathAndQuery::try_from(target).map_err(too_long)?);
    Uri::from_parts(parts).map_err(|_| EncodeError::new("/path", "does not make a URI"))
}

// Not methods of the client: those are operations, and may have any name.
impl Settings {
    /// Makes a request that was encoded ready to be sent, but for credentials: base URL and headers.
    pub(super) fn prepare(
        &self,
        mut request: http::Request<Body>,
        own: &[(String, String)],
    ) -> Result<http::Request<Body>, EncodeError> {
        for (name, value) in &self.headers {
            if !request.headers().contains_key(name) {
                request.headers_mut().insert(name, value.clone());
            }
        }
        for (name, value) in own {
            let (name, value) = line(name, value)?;
            request.headers_mut().insert(name, value);
        }
        let server = request.extensions_mut().remove::<OwnServer>();
        let base = match server.filter(|_| self.is_declared) {
            Some(server) => self.own(server)?,
            None => self.base.clone(),
        };
        let target = (self.target)(&base, request.uri());
        *request.uri_mut() = absolute(&base, &target)?;
        Ok(request)
    }

    /// The URL of an operation's own server, which may be relative to the base.
    fn own(&self, OwnServer(url): OwnServer) -> Result<Uri, EncodeError> {
        let wrong = |_| EncodeError::new("/path", "has a server that is not a URL");
        let url: Uri = url.parse().map_err(wrong)?;
        if url.authority().is_some() {
            return Ok(url);
        }
        absolute(&self.base, url.path())
    }
}

pub(super) fn line(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), EncodeError> {
    let refuse = |message| EncodeError::new(format!("/header/{name}"), message);
    let parsed = HeaderName::from_bytes(name.as_bytes());
    let name = parsed.map_err(|_| refuse("is not a header name"))?;
    let value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| refuse("holds a character that a header cannot carry"))?;
    Ok((name, value))
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schemes = self
            .settings
            .credentials
            .iter()
            .map(|(scheme, _)| scheme.name);
        let schemes: Vec<&str> = schemes.collect();
        f.debug_struct("Client")
            .field("base", &self.settings.base)
            .field("credentials", &schemes)
            .field("timeout", &self.settings.timeout)
            .finish_non_exhaustive()
    }
}
