//! How a client is set up: where the API is, how long things may take, and what goes with every request.

use super::body::BoxError;
use super::client::{Client, Settings, line};
use super::credentials::{Provider, replace};
use super::drift::Watch;
use super::exchange::Observer;
use super::reqwest_transport::Reqwest;
use super::retry::{Budget, RetryPolicy};
use super::security::{Credential, Scheme};
use super::token::{TokenSource, Tokens};
use super::transport::Transport;
use http::HeaderMap;
use http::uri::Uri;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Where an API is served: an absolute URL, such as `https://pbx.example.com:8887/api`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    url: String,
    is_declared: bool,
}

impl BaseUrl {
    /// A URL for all operations, wherever the document has them. Checked when the client is built.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            is_declared: false,
        }
    }

    /// A server of the document. Operations that have one of their own there are called at that.
    pub fn declared(url: impl Into<String>) -> Self {
        Self {
            is_declared: true,
            ..Self::new(url)
        }
    }
}

impl From<&str> for BaseUrl {
    fn from(url: &str) -> Self {
        Self::new(url)
    }
}

impl From<String> for BaseUrl {
    fn from(url: String) -> Self {
        Self::new(url)
    }
}

/// Why a client could not be built.
#[derive(Debug)]
pub struct BuildError {
    message: String,
    source: Option<BoxError>,
}

impl BuildError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

/// Sets a client up.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base: BaseUrl,
    transport: Option<Arc<dyn Transport>>,
    headers: Vec<(String, String)>,
    credentials: Vec<(&'static Scheme, Provider)>,
    connect_timeout: Duration,
    timeout: Duration,
    attempt_timeout: Option<Duration>,
    idle_timeout: Duration,
    retry: RetryPolicy,
    max_answer_bytes: usize,
    pub(super) watch: Option<Watch>,
    pub(super) observer: Option<Arc<dyn Observer>>,
}

impl ClientBuilder {
    /// With nothing set.
    pub(super) fn new(base: BaseUrl) -> Self {
        Self {
            base,
            transport: None,
            headers: Vec::new(),
            credentials: Vec::new(),
            connect_timeout: Duration::from_secs(10),
            timeout: Duration::from_secs(30),
            attempt_timeout: None,
            idle_timeout: Duration::from_secs(300),
            retry: RetryPolicy::default(),
            max_answer_bytes: 16 << 20,
            watch: None,
            observer: None,
        }
    }

    /// How long a call may take, all attempts included; for a streamed answer, until it begins. Half a minute unless
    /// set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long one attempt of a call may take. As long as the call unless set.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How long a connection may take to be there. Ten seconds unless set; means nothing to a transport that is given.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a streamed answer may be silent. Five minutes unless set.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// When requests are sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// What the client calls itself.
    pub fn user_agent(self, value: impl Into<String>) -> Self {
        self.default_header("user-agent", value)
    }

    /// A header of every request that does not set it itself.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// How long an answer that is not streamed may be. 16 MiB unless set.
    pub fn max_answer_bytes(mut self, limit: usize) -> Self {
        self.max_answer_bytes = limit;
        self
    }

    /// What carries the requests: reqwest unless set.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// The credential for a security scheme, sent to the operations that require it.
    pub fn credential(mut self, scheme: &'static Scheme, credential: Credential) -> Self {
        replace(&mut self.credentials, scheme, Provider::Fixed(credential));
        self
    }

    /// Where credentials for a security scheme come from, when they expire.
    pub fn token_source(mut self, scheme: &'static Scheme, source: impl TokenSource) -> Self {
        let provider = Provider::Source(Arc::new(Tokens::new(source)));
        replace(&mut self.credentials, scheme, provider);
        self
    }

    /// The client.
    pub fn build(self) -> Result<Client, BuildError> {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let (name, value) =
                line(name, value).map_err(|error| BuildError::new(error.to_string()))?;
            headers.insert(name, value);
        }
        let transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(
                Reqwest::new(self.connect_timeout).map_err(|source| BuildError {
                    message: "the transport could not be set up".to_owned(),
                    source: Some(source),
                })?,
            ),
        };
        let settings = Settings {
            base: base(&self.base)?,
            is_declared: self.base.is_declared,
            target: |base, request| format!("{}{request}", base.path().trim_end_matches('/')),
            follows_redirects: true,
            headers,
            credentials: self.credentials,
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            idle_timeout: self.idle_timeout,
            budget: Arc::new(Budget::of(&self.retry)),
            retry: self.retry,
            max_answer_bytes: self.max_answer_bytes,
            watch: self.watch.map(Arc::new),
            observer: self.observer,
        };
        Ok(Client {
            transport,
            settings: Arc::new(settings),
        })
    }
}

fn base(url: &BaseUrl) -> Result<Uri, BuildError> {
    let refuse = |why: &str| BuildError::new(format!("the base URL `{}` {why}", url.url));
    let uri: Uri = url.url.parse().map_err(|_| refuse("is not a URL"))?;
    if !matches!(uri.scheme_str(), Some("http" | "https")) {
        return Err(refuse("does not begin with `https://` or `http://`"));
    }
    if uri.authority().is_some_and(|it| it.as_str().contains('@')) {
        // Not repeated in the message: it may hold a password.
        return Err(BuildError::new(
            "the base URL holds credentials; set them on the client",
        ));
    }
    if uri.query().is_some() || url.url.contains('#') {
        return Err(refuse("has a query or a fragment"));
    }
    Ok(uri)
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}
