//! Credentials that expire: where they come from, and when they are fetched.

use super::body::{BoxError, BoxFuture};
use super::security::Credential;
use super::transport::Transport;
use http::Uri;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A credential, and until when it is good.
#[derive(Clone, Debug)]
pub struct Token {
    credential: Credential,
    lifetime: Option<Duration>,
}

impl Token {
    /// A credential that is good until the server refuses it.
    pub fn new(credential: Credential) -> Self {
        Self {
            credential,
            lifetime: None,
        }
    }

    /// A bearer token.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self::new(Credential::bearer(token))
    }

    /// Sets how long it is good for, from now. It is renewed a little before that.
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    /// The credential.
    pub fn credential(&self) -> &Credential {
        &self.credential
    }
}

/// Fetches a credential. It is asked when there is none, a little before one expires, and once after a 401; never twice
/// at a time. A closure that returns a future is one.
pub trait TokenSource: Send + Sync + 'static {
    /// A new credential. `transport` is the client's.
    fn token<'a>(&'a self, transport: &'a dyn Transport) -> BoxFuture<'a, Result<Token, BoxError>>;

    /// The same, for a client whose API is at `base`: what a client calls.
    fn token_for<'a>(
        &'a self,
        transport: &'a dyn Transport,
        _base: &'a Uri,
    ) -> BoxFuture<'a, Result<Token, BoxError>> {
        self.token(transport)
    }
}

impl<F, R> TokenSource for F
where
    F: Fn() -> R + Send + Sync + 'static,
    R: Future<Output = Result<Token, BoxError>> + Send + 'static,
{
    fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Token, BoxError>> {
        Box::pin(self())
    }
}

/// When a source is asked again that had nothing new for a credential that is still good.
const AGAIN: Duration = Duration::from_secs(5);

/// The credential of a source, kept until it expires.
pub(super) struct Tokens {
    source: Box<dyn TokenSource>,
    held: Mutex<State>,
    /// Held by the one that fetches.
    fetching: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    /// How many times a credential was fetched, or was not to be had.
    fetches: u64,
    failure: Option<Shared>,
}

/// A credential, and what tells it from the one before.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) credential: Credential,
    number: u64,
    renewed_at: Option<Instant>,
    expires_at: Option<Instant>,
}

impl Held {
    fn new(token: Token, number: u64) -> Self {
        let (now, lifetime) = (Instant::now(), token.lifetime);
        // The clock of the server is not ours, and a request takes its time.
        let early = |lifetime: Duration| (lifetime / 10).min(Duration::from_secs(60));
        Self {
            credential: token.credential,
            number,
            renewed_at: lifetime.and_then(|it| now.checked_add(it - early(it))),
            expires_at: lifetime.and_then(|it| now.checked_add(it)),
        }
    }

    fn is_fresh(&self) -> bool {
        self.renewed_at.is_none_or(|at| Instant::now() < at)
    }

    fn is_valid(&self) -> bool {
        self.expires_at.is_none_or(|at| Instant::now() < at)
    }
}

impl Tokens {
    pub(super) fn new(source: impl TokenSource) -> Self {
        Self {
            source: Box::new(source),
            held: Mutex::default(),
            fetching: tokio::sync::Mutex::new(()),
        }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        // Nothing in here is left half done by a panic.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The credential that is there, if it is still good.
    pub(super) fn held(&self) -> Option<Held> {
        self.state().held.clone().filter(Held::is_valid)
    }

    /// A credential that is good. While it is fetched, the other calls wait, or use the old one as long as that is good.
    pub(super) async fn get(
        &self,
        transport: &dyn Transport,
        base: &Uri,
    ) -> Result<Held, BoxError> {
        let (old, fetches) = {
            let state = self.state();
            (state.held.clone().filter(Held::is_valid), state.fetches)
        };
        let _fetching = match old {
            Some(held) if held.is_fresh() => return Ok(held),
            Some(held) => match self.fetching.try_lock() {
                Ok(fetching) => fetching,
                Err(_) => return Ok(held),
            },
            None => self.fetching.lock().await,
        };
        if let Some(come) = self.since(fetches) {
            return come;
        }
        let fetched = self.source.token_for(transport, base).await;
        self.keep(fetched)
    }

    /// What another call has fetched meanwhile, or why it has not.
    fn since(&self, fetches: u64) -> Option<Result<Held, BoxError>> {
        let state = self.state();
        if state.fetches == fetches {
            return None;
        }
        match (&state.held, &state.failure) {
            (Some(held), _) if held.is_valid() => Some(Ok(held.clone())),
            (_, Some(failure)) => Some(Err(Box::new(failure.clone()))),
            _ => None,
        }
    }

    fn keep(&self, fetched: Result<Token, BoxError>) -> Result<Held, BoxError> {
        let mut state = self.state();
        state.fetches += 1;
        match fetched {
            Ok(token) => {
                let held = Held::new(token, state.fetches);
                (state.held, state.failure) = (Some(held.clone()), None);
                Ok(held)
            }
            Err(error) => {
                let failure = Shared(error.into());
                state.failure = Some(failure.clone());
                match state.held.as_mut().filter(|it| it.is_valid()) {
                    Some(held) => {
                        held.renewed_at = Instant::now().checked_add(AGAIN);
                        Ok(held.clone())
                    }
                    None => Err(Box::new(failure)),
                }
            }
        }
    }

    /// The server has refused this one.
    pub(super) fn refused(&self, refused: &Held) {
        let mut state = self.state();
        if state
            .held
            .as_ref()
            .is_some_and(|it| it.number == refused.number)
        {
            state.held = None;
        }
    }
}

/// An error that several calls fail with.
#[derive(Clone)]
struct Shared(Arc<dyn std::error::Error + Send + Sync>);

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::fmt::Display for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Shared {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
