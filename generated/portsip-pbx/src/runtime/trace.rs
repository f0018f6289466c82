//! Spans of calls, for `tracing`.
//!
//! A span has the operation's id, method and path template, the status, the attempts, and what kind of error it was.
//! Deliberately missing: URLs, headers and bodies, which may hold secrets.

use super::client::ClientBuilder;
use super::error::Error;
use super::exchange::{Exchanged, Observer};
use super::operation::Info;
use super::transport::BoxFuture;
use std::convert::Infallible;
use std::sync::Arc;
use tracing::field::Empty;
use tracing::{Instrument, Span};

struct Spans;

impl ClientBuilder {
    /// Puts a span around each call, named `call`, with `operation`, `http.request.method`, `url.template`, and in the
    /// end `http.response.status_code`, `attempts` and `error`. Each attempt is an event in it, of level debug.
    pub fn trace(mut self) -> Self {
        self.observer = Some(Arc::new(Spans));
        self
    }
}

impl Observer for Spans {
    fn call(
        &self,
        info: &'static Info,
        under_way: BoxFuture<'static, Exchanged>,
    ) -> BoxFuture<'static, Exchanged> {
        let span = tracing::info_span!(
            "call",
            otel.kind = "client",
            operation = info.id,
            http.request.method = info.verb(),
            url.template = info.path,
            http.response.status_code = Empty,
            attempts = Empty,
            error = Empty,
        );
        let told = async move {
            let came = under_way.await;
            tell(&Span::current(), &came);
            came
        };
        Box::pin(told.instrument(span))
    }

    fn attempt(&self, number: u32) {
        Span::current().record("attempts", number);
        tracing::debug!(attempt = number, "sending");
    }
}

fn tell(span: &Span, came: &Exchanged) {
    let (status, error) = match came {
        Exchanged::Success(answer) => (Some(answer.status), None),
        Exchanged::Declared(answer) => (Some(answer.status), Some("declared")),
        Exchanged::Failed(error) => (error.status(), Some(kind(error))),
    };
    if let Some(status) = status {
        span.record("http.response.status_code", status.as_u16());
    }
    if let Some(error) = error {
        span.record("error", error);
    }
}

fn kind(error: &Error<Infallible>) -> &'static str {
    match error {
        Error::Encode { .. } => "encode",
        Error::Credential { .. } => "credential",
        Error::Transport { .. } => "transport",
        Error::Timeout { .. } => "timeout",
        Error::TooLarge { .. } => "too large",
        Error::Declared { .. } => "declared",
        Error::Undeclared { .. } => "undeclared",
        Error::Decode { .. } => "decode",
    }
}
