//! The client: where the API is, who is calling, and what carries the requests.

use super::body::{Body, BoxError};
use super::drift::Watch;
use super::encoder::{EncodeError, OwnServer};
use super::exchange::Observer;
use super::operation::{Info, Operation};
use super::reqwest_transport::Reqwest;
use super::retry::Budget;
use super::security::{Credential, Requirement, Scheme, SchemeKind, basic};
use super::token::{Held, Tokens};
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::request::Parts as Head;
use http::uri::{Parts, PathAndQuery, Uri};
use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use super::call::{Call, Response, Sending};
pub use super::drift::Drift;
pub use super::error::{Error, Failure, Received};
pub use super::retry::RetryPolicy;
pub use super::token::{Token, TokenSource};
pub use super::transport::{BoxFuture, Transport};

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
    is_declared: bool,
    /// The path and query of a request, from the base and its own.
    pub(super) target: fn(&Uri, &Uri) -> String,
    pub(super) follows_redirects: bool,
    headers: HeaderMap,
    credentials: Vec<(&'static Scheme, Provider)>,
    pub(super) timeout: Duration,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) idle_timeout: Duration,
    pub(super) retry: RetryPolicy,
    pub(super) budget: Arc<Budget>,
    pub(super) max_answer_bytes: usize,
    pub(super) watch: Option<Arc<Watch>>,
    pub(super) observer: Option<Arc<dyn Observer>>,
}

/// Where a credential comes from.
#[derive(Clone)]
enum Provider {
    Fixed(Credential),
    Source(Arc<Tokens>),
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

impl Client {
    /// A client with nothing set: no credentials, half a minute for a call.
    pub fn new(base: impl Into<BaseUrl>) -> Result<Self, BuildError> {
        Self::builder(base).build()
    }

    /// Begins a client.
    pub fn builder(base: impl Into<BaseUrl>) -> ClientBuilder {
        ClientBuilder {
            base: base.into(),
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

    /// Makes a request that was encoded ready to be sent, but for credentials: base URL and headers.
    pub(super) fn prepare(
        &self,
        mut request: http::Request<Body>,
        own: &[(String, String)],
    ) -> Result<http::Request<Body>, EncodeError> {
        let settings = &*self.settings;
        for (name, value) in &settings.headers {
            if !request.headers().contains_key(name) {
                request.headers_mut().insert(name, value.clone());
            }
        }
        for (name, value) in own {
            let (name, value) = line(name, value)?;
            request.headers_mut().insert(name, value);
        }
        let server = request.extensions_mut().remove::<OwnServer>();
        let base = match server.filter(|_| settings.is_declared) {
            Some(server) => settings.own(server)?,
            None => settings.base.clone(),
        };
        let target = (settings.target)(&base, request.uri());
        *request.uri_mut() = absolute(&base, &target)?;
        Ok(request)
    }

    /// Adds what the operation requires to a request; `own` are the headers that the call has set itself. Tells which
    /// tokens it used.
    pub(super) async fn authorize(
        &self,
        info: &'static Info,
        head: &mut Head,
        own: &[(String, String)],
    ) -> Result<Vec<(Arc<Tokens>, Held)>, Error<Infallible>> {
        let mut used = Vec::new();
        for (scheme, provider) in self.settings.providers_for(info) {
            let put = match provider {
                Provider::Fixed(credential) => authorize(head, scheme, credential, own),
                Provider::Source(tokens) => {
                    let got = tokens.get(&*self.transport).await;
                    let held = got.map_err(|source| Error::Credential { info, source })?;
                    let put = authorize(head, scheme, &held.credential, own);
                    used.push((tokens.clone(), held));
                    put
                }
            };
            put.map_err(|error| Error::Encode { info, error })?;
        }
        Ok(used)
    }

    /// [`authorize`](Self::authorize), with what is there.
    pub(super) fn authorize_now(
        &self,
        info: &'static Info,
        request: http::Request<Body>,
        own: &[(String, String)],
    ) -> Result<http::Request<Body>, EncodeError> {
        let (mut head, body) = request.into_parts();
        for (scheme, provider) in self.settings.providers_for(info) {
            let held = match provider {
                Provider::Fixed(credential) => Some(credential.clone()),
                Provider::Source(tokens) => tokens.held().map(|held| held.credential),
            };
            if let Some(credential) = held {
                authorize(&mut head, scheme, &credential, own)?;
            }
        }
        Ok(http::Request::from_parts(head, body))
    }
}

fn replace(
    all: &mut Vec<(&'static Scheme, Provider)>,
    scheme: &'static Scheme,
    provider: Provider,
) {
    all.retain(|(known, _)| known.name != scheme.name);
    all.push((scheme, provider));
}

fn absolute(base: &Uri, target: &str) -> Result<Uri, EncodeError> {
    let too_long = |_| EncodeError::new("/path", "is too long for a URI");
    let mut parts = Parts::default();
    parts.scheme = base.scheme().cloned();
    parts.authority = base.authority().cloned();
    parts.path_and_query = Some(PathAndQuery::try_from(target).map_err(too_long)?);
    Uri::from_parts(parts).map_err(|_| EncodeError::new("/path", "does not make a URI"))
}

impl Settings {
    /// The URL of an operation's own server, which may be relative to the base.
    fn own(&self, OwnServer(url): OwnServer) -> Result<Uri, EncodeError> {
        let wrong = |_| EncodeError::new("/path", "has a server that is not a URL");
        let url: Uri = url.parse().map_err(wrong)?;
        if url.authority().is_some() {
            return Ok(url);
        }
        absolute(&self.base, url.path())
    }

    /// The credentials for the first alternative that there are all credentials for.
    fn providers_for(&self, info: &'static Info) -> Vec<(&'static Scheme, &Provider)> {
        let find = |required: &Requirement| {
            let mut known = self.credentials.iter();
            let found = known.find(|(scheme, _)| scheme.name == required.scheme.name);
            found.map(|(_, provider)| (required.scheme, provider))
        };
        let mut alternatives = info.security.iter().filter(|required| !required.is_empty());
        let satisfied =
            alternatives.find_map(|required| required.iter().map(find).collect::<Option<Vec<_>>>());
        // Without any, the request goes out as it is, and the server says what it wants.
        satisfied.unwrap_or_default()
    }
}

fn authorize(
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

fn line(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), EncodeError> {
    let refuse = |message| EncodeError::new(format!("/header/{name}"), message);
    let parsed = HeaderName::from_bytes(name.as_bytes());
    let name = parsed.map_err(|_| refuse("is not a header name"))?;
    let value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| refuse("holds a character that a header cannot carry"))?;
    Ok((name, value))
}

impl ClientBuilder {
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

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}
