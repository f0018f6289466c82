//! Sends webhooks and callbacks: requests whose receivers say themselves where they want them.
//!
//! In: the URL of a receiver, which whoever subscribes has chosen, and which is as hostile as any input.
//! Out: a client that goes there and nowhere else. It has nothing of the client of an API: no credentials, no headers.
//! Deliberately missing: which hosts may be reached. Only what looks names up can tell, so that is a transport's to say.

use super::call::Call;
use super::client::{BuildError, Client, ClientBuilder};
use super::operation::Operation;
use super::security::{Credential, Scheme};
use http::Uri;
use reqwest::Url;
use std::fmt;
use std::sync::Arc;

/// What stands in for a base URL until there is a receiver (RFC 2606, section 2: nobody is there).
const NOBODY: &str = "http://receiver.invalid";

/// How long the answer of a receiver may be, unless it is set.
const MAX_ANSWER: usize = 1 << 20;

/// Sends webhooks and callbacks. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Sender {
    client: Client,
}

impl Sender {
    /// A sender with nothing set: no credentials, half a minute for a call, answers of 1 MiB at most.
    pub fn new() -> Result<Self, BuildError> {
        Self::with(|it| it)
    }

    /// A sender that is set up as clients are: times, retries, headers, what carries the requests.
    /// Credentials go to the receivers of what the document says that it requires them.
    pub fn with(set_up: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Self, BuildError> {
        let builder = Client::builder(NOBODY).max_answer_bytes(MAX_ANSWER);
        let mut client = set_up(builder).build()?;
        let settings = Arc::make_mut(&mut client.settings);
        settings.target = target;
        // Who receives must not choose a second time, after the first URL was looked at.
        settings.follows_redirects = false;
        Ok(Self { client })
    }

    /// The receiver at `url`, which may hold a query, and must be one of `http` or `https`, without user and password.
    pub fn to(&self, url: impl AsRef<str>) -> Result<Receiver, BuildError> {
        let mut client = self.client.clone();
        Arc::make_mut(&mut client.settings).base = checked(url.as_ref())?;
        Ok(Receiver { client })
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sender")
    }
}

/// Somebody who receives webhooks and callbacks: a method for each.
#[derive(Clone)]
pub struct Receiver {
    client: Client,
}

impl Receiver {
    /// Sends a request, once the call is awaited.
    pub fn call<O: Operation>(&self, operation: O) -> Call<'_, O> {
        self.client.call(operation)
    }

    /// The same receiver, with a credential of its own.
    pub fn with_credential(&self, scheme: &'static Scheme, credential: Credential) -> Self {
        let client = self.client.with_credential(scheme, credential);
        Self { client }
    }
}

impl fmt::Debug for Receiver {
    /// Names the host only: the rest of a receiver's URL is often what proves who is calling.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.client.settings.base.host();
        f.debug_tuple("Receiver").field(&host).finish()
    }
}

/// The URL, as what carries requests reads it too. What is wrong with it is told without it: it is a stranger's text.
fn checked(url: &str) -> Result<Uri, BuildError> {
    let refuse = |why| BuildError::new(format!("the URL of the receiver {why}"));
    let mut url = Url::parse(url).map_err(|_| refuse("is not a URL"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse("does not begin with `https://` or `http://`"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse("holds credentials"));
    }
    url.set_fragment(None);
    url.as_str().parse().map_err(|_| refuse("is not a URI"))
}

/// The receiver's own path and query: that of the operation is where a receiver who has generated it listens.
fn target(receiver: &Uri, request: &Uri) -> String {
    let own = receiver.path_and_query().map_or("/", |it| it.as_str());
    match (request.query(), receiver.query()) {
        (None, _) => own.to_owned(),
        (Some(query), None) => format!("{}?{query}", receiver.path()),
        (Some(query), Some(_)) => format!("{own}&{query}"),
    }
}
