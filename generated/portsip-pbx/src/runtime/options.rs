//! What a router may be told besides what answers: where it stands, limits, the shape of refusals, layers, its document.
//!
//! Everything has a default that suits a server in the open: a sender has 30 seconds for a body, 64 KiB for headers.
//! There is no decompression in here: a body with a content coding is refused, unless a layer has undone it before.

use super::operation::{Answer, Operation};
use super::problem::Problem;
use super::server::Context;
use axum::routing::MethodRouter;
use std::sync::Arc;
use std::time::Duration;

/// Turns a refusal into an answer.
pub(super) type Problems = Arc<dyn Fn(&Context, Problem) -> Answer + Send + Sync>;

/// Puts layers around one operation.
pub(super) type Layer = Box<dyn FnOnce(MethodRouter) -> MethodRouter>;

/// Makes the answer of what stands beside the API.
pub(super) type Beside = Arc<dyn Fn() -> Answer + Send + Sync>;

/// What a router is told.
#[must_use]
pub struct Options {
    pub(super) base: Option<String>,
    pub(super) limits: Limits,
    pub(super) problems: Option<Problems>,
    pub(super) layers: Vec<(&'static str, Layer)>,
    pub(super) beside: Vec<(&'static str, Beside)>,
    pub(super) declared: Option<&'static str>,
    pub(super) checks_answers: bool,
}

/// What a request may cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) body: Option<usize>,
    pub(super) headers: usize,
    pub(super) body_time: Option<Duration>,
    pub(super) handler_time: Option<Duration>,
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Options {
    /// The defaults.
    pub fn new() -> Self {
        let limits = Limits {
            body: None,
            headers: 64 << 10,
            body_time: Some(Duration::from_secs(30)),
            handler_time: None,
        };
        Self {
            base: None,
            limits,
            problems: None,
            layers: Vec::new(),
            beside: Vec::new(),
            declared: None,
            checks_answers: cfg!(debug_assertions),
        }
    }

    /// Paths begin after `base`, rather than where the document has them.
    pub fn base(mut self, base: impl Into<String>) -> Self {
        self.base = Some(base.into());
        self
    }

    /// How long a body may be that is read into memory: 413 beyond. Unless this is set, axum's `DefaultBodyLimit` is
    /// what counts, 2 MB by default. Bodies that a handler reads as they come have no limit.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.limits.body = Some(bytes);
        self
    }

    /// How long names and values of all headers may be together: 431 beyond, 64 KiB by default. What HTTP itself allows
    /// is up to what serves the router.
    pub fn max_headers(mut self, bytes: usize) -> Self {
        self.limits.headers = bytes;
        self
    }

    /// How long a sender may take for a body (408), or for the next chunk of one that a handler reads as it comes.
    /// 30 seconds by default; `None` is for ever.
    pub fn body_time(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.limits.body_time = limit.into();
        self
    }

    /// How long a handler may take until it answers (503). For ever by default. It is dropped when the time is up.
    pub fn handler_time(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.limits.handler_time = limit.into();
        self
    }

    /// Makes the answers of all refusals, in place of `application/problem+json`. Headers that belong to a refusal, such
    /// as `Allow`, are added to what this makes.
    pub fn problems(
        mut self,
        answer: impl Fn(&Context, Problem) -> Answer + Send + Sync + 'static,
    ) -> Self {
        self.problems = Some(Arc::new(answer));
        self
    }

    /// Puts layers around the operation `O`: `layer_for::<ListPets>(|it| it.layer(...))`. They see the request once it is
    /// clear which operation it is for, and before it is checked.
    pub fn layer_for<O: Operation>(
        mut self,
        layer: impl FnOnce(MethodRouter) -> MethodRouter + 'static,
    ) -> Self {
        self.layers.push((O::INFO.id, Box::new(layer)));
        self
    }

    /// Whether answers are held to the document in debug builds, as they are by default: one that is not what it declares
    /// becomes a 500 that says what is wrong, and where. In release nobody looks.
    pub fn check_answers(mut self, checks: bool) -> Self {
        self.checks_answers = checks && cfg!(debug_assertions);
        self
    }

    /// The document that answers are held to: generated routers set it.
    pub fn declared(mut self, json: &'static str) -> Self {
        // So that nothing of it is in what is released.
        self.declared = cfg!(debug_assertions).then_some(json);
        self
    }

    /// Serves this document at `/openapi.json`, behind the base path, to everybody.
    pub fn document(self, json: &'static str) -> Self {
        let answer = move || Answer::stream(200, "application/json", json.into());
        self.beside("/openapi.json", Arc::new(answer))
    }

    /// Answers `GET` of a path that is none of the API's.
    pub(super) fn beside(mut self, path: &'static str, answer: Beside) -> Self {
        self.beside.retain(|(known, _)| *known != path);
        self.beside.push((path, answer));
        self
    }
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let layers: Vec<_> = self.layers.iter().map(|(id, _)| id).collect();
        f.debug_struct("Options")
            .field("base", &self.base)
            .field("limits", &self.limits)
            .field("layers", &layers)
            .finish_non_exhaustive()
    }
}
