//! The client: where the API is, who is calling, and what carries the requests.

use super::body::{Body, BoxError};
use super::encoder::{EncodeError, OwnServer};
use super::operation::{Info, Operation};
use super::reqwest_transport::Reqwest;
use super::security::{Credential, Requirement, Scheme, SchemeKind, basic};
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::uri::{Parts, PathAndQuery, Uri};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use super::call::{Call, Response, Sending};
pub use super::error::{Error, Failure, Received};
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
    fn new(message: impl Into<String>) -> Self {
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
    base: Uri,
    /// The base is a server of the document.
    is_declared: bool,
    headers: HeaderMap,
    credentials: Vec<(&'static Scheme, Credential)>,
    pub(super) timeout: Duration,
    pub(super) max_answer_bytes: usize,
}

/// Sets a client up.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    base: BaseUrl,
    transport: Option<Arc<dyn Transport>>,
    headers: Vec<(String, String)>,
    credentials: Vec<(&'static Scheme, Credential)>,
    timeout: Duration,
    max_answer_bytes: usize,
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
            timeout: Duration::from_secs(30),
            max_answer_bytes: 16 << 20,
        }
    }

    /// The same client with another credential: for tokens that expire.
    pub fn with_credential(&self, scheme: &'static Scheme, credential: Credential) -> Self {
        let mut settings = (*self.settings).clone();
        settings
            .credentials
            .retain(|(known, _)| known.name != scheme.name);
        settings.credentials.push((scheme, credential));
        Self {
            transport: self.transport.clone(),
            settings: Arc::new(settings),
        }
    }

    /// Calls an operation, once the call is awaited.
    pub fn call<O: Operation>(&self, operation: O) -> Call<'_, O> {
        Call::new(self, operation)
    }

    /// Makes a request that was encoded ready to be sent: base URL, headers, credentials.
    pub(super) fn prepare(
        &self,
        info: &'static Info,
        mut request: http::Request<Body>,
        extra: &[(String, String)],
    ) -> Result<http::Request<Body>, EncodeError> {
        let settings = &*self.settings;
        for (name, value) in &settings.headers {
            if !request.headers().contains_key(name) {
                request.headers_mut().insert(name, value.clone());
            }
        }
        let own = request.extensions_mut().remove::<OwnServer>();
        let base = match own.filter(|_| settings.is_declared) {
            Some(own) => settings.own(own)?,
            None => settings.base.clone(),
        };
        let mut target = base.path().trim_end_matches('/').to_owned();
        target.push_str(request.uri().path());
        if let Some(query) = request.uri().query() {
            target.push('?');
            target.push_str(query);
        }
        for (scheme, credential) in settings.credentials_for(info) {
            authorize(&mut request, &mut target, scheme, credential)?;
        }
        for (name, value) in extra {
            let (name, value) = line(name, value)?;
            request.headers_mut().insert(name, value);
        }
        *request.uri_mut() = absolute(&base, &target)?;
        Ok(request)
    }
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
    fn credentials_for(&self, info: &'static Info) -> Vec<(&'static Scheme, &Credential)> {
        let find = |required: &Requirement| {
            let mut known = self.credentials.iter();
            let found = known.find(|(scheme, _)| scheme.name == required.scheme.name);
            found.map(|(_, credential)| (required.scheme, credential))
        };
        let mut alternatives = info.security.iter().filter(|required| !required.is_empty());
        let satisfied =
            alternatives.find_map(|required| required.iter().map(find).collect::<Option<Vec<_>>>());
        // Without any, the request goes out as it is, and the server says what it wants.
        satisfied.unwrap_or_default()
    }
}

fn authorize(
    request: &mut http::Request<Body>,
    target: &mut String,
    scheme: &'static Scheme,
    credential: &Credential,
) -> Result<(), EncodeError> {
    let secret = credential.secret();
    let (name, value) = match scheme.kind {
        SchemeKind::Bearer => ("authorization", format!("Bearer {secret}")),
        SchemeKind::Basic => ("authorization", basic::encode(credential)),
        SchemeKind::Header(name) => (name, secret.to_owned()),
        SchemeKind::Query(name) => {
            target.push(if target.contains('?') { '&' } else { '?' });
            super::param::escape(name, target);
            target.push('=');
            super::param::escape(secret, target);
            return Ok(());
        }
        SchemeKind::Cookie(name) => {
            let mut cookies = match request.headers().get(header::COOKIE) {
                Some(given) => String::from_utf8_lossy(given.as_bytes()).into_owned() + "; ",
                None => String::new(),
            };
            super::param::escape(name, &mut cookies);
            cookies.push('=');
            super::param::escape(secret, &mut cookies);
            ("cookie", cookies)
        }
    };
    let (name, mut value) = line(name, &value)?;
    value.set_sensitive(true);
    request.headers_mut().insert(name, value);
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
    /// How long a call may take; for a streamed answer, until it begins. Half a minute unless set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
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
        self.credentials
            .retain(|(known, _)| known.name != scheme.name);
        self.credentials.push((scheme, credential));
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
            None => Arc::new(Reqwest::new().map_err(|source| BuildError {
                message: "the transport could not be set up".to_owned(),
                source: Some(source),
            })?),
        };
        let settings = Settings {
            base: base(&self.base)?,
            is_declared: self.base.is_declared,
            headers,
            credentials: self.credentials,
            timeout: self.timeout,
            max_answer_bytes: self.max_answer_bytes,
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
    if uri
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
    {
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
        f.debug_struct("Client")
            .field("base", &self.settings.base)
            .field("credentials", &self.settings.credentials)
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
