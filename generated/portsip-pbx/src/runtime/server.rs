//! What a handler gets, and what it may answer.

use super::admission::weight;
use super::body::BoxFuture;
use super::operation::{Answer, Info};
use super::problem::Problem;
use super::security::{Credential, Scheme};
use super::served::ErrorAnswer;
use http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode};
use std::fmt;
use std::sync::Arc;

pub use super::options::Options;
pub use super::route::{Handler, Route, router};

/// Decides who a credential stands for.
pub type Auth = Arc<
    dyn Fn(&'static Scheme, Credential) -> BoxFuture<'static, Result<Principal, Error>>
        + Send
        + Sync,
>;

/// The circumstances of a request.
#[derive(Clone)]
#[non_exhaustive]
pub struct Context {
    /// Who is calling, where the operation requires to know.
    pub principal: Option<Principal>,
    /// The request without its body.
    pub parts: Arc<http::request::Parts>,
    /// What the document says of the operation, once it is clear which one is meant.
    pub operation: Option<&'static Info>,
}

impl Context {
    /// For tests of handlers.
    pub fn new(principal: Option<Principal>, parts: http::request::Parts) -> Self {
        Self {
            principal,
            parts: Arc::new(parts),
            operation: None,
        }
    }

    /// Whether the caller would rather have this media type than what the operation answers otherwise. What is declared
    /// and has no type is answered by hand, with [`Error::answer`].
    pub fn prefers(&self, media: &str) -> bool {
        let asked = |media: &str| weight(&self.parts.headers, media);
        let mut usual = self.operation.iter().flat_map(|it| it.produces);
        asked(media) > 0.0 && usual.all(|it| asked(it) < asked(media))
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Headers and the query may hold credentials.
        f.debug_struct("Context")
            .field("principal", &self.principal)
            .field("method", &self.parts.method)
            .field("path", &self.parts.uri.path())
            .finish_non_exhaustive()
    }
}

/// Who is calling.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Principal {
    /// The name by which the server knows them.
    pub subject: String,
    /// What they are allowed to, by the scopes of OAuth 2. `None`: nobody but the authenticator and handlers decides.
    pub scopes: Option<Vec<String>>,
    more: Extensions,
}

impl Principal {
    /// Somebody.
    pub fn new(subject: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            scopes: None,
            more: Extensions::new(),
        }
    }

    /// Only what needs no other scopes than these is allowed: the rest is 403.
    pub fn with_scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Whether they have all of `scopes`, as far as that is known.
    pub fn has_scopes(&self, scopes: &[&str]) -> bool {
        let known = self.scopes.as_ref();
        known.is_none_or(|known| {
            scopes
                .iter()
                .all(|it| known.iter().any(|known| known == it))
        })
    }

    /// Adds what else is known: one value of each type.
    pub fn with<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        self.more.insert(value);
        self
    }

    /// What was added.
    pub fn get<T: Clone + Send + Sync + 'static>(&self) -> Option<&T> {
        self.more.get()
    }
}

/// What a handler answers when it does not succeed.
#[derive(Debug)]
pub struct Error(Box<Kind>);

#[derive(Debug)]
enum Kind {
    Problem(Problem, HeaderMap),
    Answer(Answer),
}

impl Error {
    /// A problem that its status tells all about.
    pub fn status(status: StatusCode) -> Self {
        Problem::new(status).into()
    }

    /// 401: it is not known who is calling.
    pub fn unauthorized() -> Self {
        Self::status(StatusCode::UNAUTHORIZED)
    }

    /// 403: who is calling may not.
    pub fn forbidden() -> Self {
        Self::status(StatusCode::FORBIDDEN)
    }

    /// 404
    pub fn not_found() -> Self {
        Self::status(StatusCode::NOT_FOUND)
    }

    /// 500: nothing more is told.
    pub fn internal() -> Self {
        Self::status(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// 501
    pub fn not_implemented() -> Self {
        Self::status(StatusCode::NOT_IMPLEMENTED)
    }

    /// A declared error of the operation.
    pub fn declared(error: impl ErrorAnswer) -> Self {
        Self::answer(error.encode())
    }

    /// An answer put together by hand; a success, too.
    pub fn answer(answer: Answer) -> Self {
        Self(Box::new(Kind::Answer(answer)))
    }

    /// Sets what went wrong this time.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        if let Kind::Problem(problem, _) = &mut *self.0 {
            problem.detail = Some(detail.into());
        }
        self
    }

    /// Adds a header, such as `Retry-After`.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        match &mut *self.0 {
            Kind::Problem(_, headers) => headers.append(name, value),
            Kind::Answer(answer) => answer.headers.append(name, value),
        };
        self
    }

    /// What was put together, unless it is a problem.
    pub(super) fn as_answer(&self) -> Option<&Answer> {
        match &*self.0 {
            Kind::Answer(answer) => Some(answer),
            Kind::Problem(..) => None,
        }
    }

    pub(super) fn code(&self) -> StatusCode {
        match &*self.0 {
            Kind::Problem(problem, _) => problem.status,
            Kind::Answer(answer) => answer.status,
        }
    }

    /// The answer; `tell` makes it of a problem.
    pub(super) fn into_answer(self, tell: impl FnOnce(Problem) -> Answer) -> Answer {
        match *self.0 {
            Kind::Problem(problem, headers) => {
                let mut answer = tell(problem);
                answer.headers.extend(headers);
                answer
            }
            Kind::Answer(answer) => answer,
        }
    }
}

/// Makes an error type usable with `?` in a handler. There is no such thing for every error: what a caller is told is a
/// decision.
pub trait IntoProblem {
    /// What the caller is told.
    fn into_problem(self) -> Problem;
}

impl IntoProblem for Problem {
    fn into_problem(self) -> Problem {
        self
    }
}

impl IntoProblem for Box<Problem> {
    fn into_problem(self) -> Problem {
        *self
    }
}

impl<E: IntoProblem> From<E> for Error {
    fn from(error: E) -> Self {
        Self(Box::new(Kind::Problem(
            error.into_problem(),
            HeaderMap::new(),
        )))
    }
}
