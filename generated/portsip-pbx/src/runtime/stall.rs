//! A body that must go on.

use super::body::{Body, BoxError};
use bytes::Bytes;
use futures_core::Stream;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep};

/// A streamed body was silent for too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stalled {
    /// How long.
    pub after: Duration,
}

impl std::fmt::Display for Stalled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "nothing came for {:?}", self.after)
    }
}

impl std::error::Error for Stalled {}

/// `body`, which ends in [`Stalled`] when nothing comes of it for as long as `limit`.
pub(super) fn guard(body: Body, limit: Duration) -> Body {
    Body::stream(Guarded {
        body,
        limit,
        silence: Box::pin(sleep(limit)),
    })
}

struct Guarded {
    body: Body,
    limit: Duration,
    silence: Pin<Box<Sleep>>,
}

impl Stream for Guarded {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let it = &mut *self;
        if let Poll::Ready(next) = Pin::new(&mut it.body).poll_next(cx) {
            // Silence counts from when more is asked for: whoever reads slowly is not the server's fault.
            let until = Instant::now().checked_add(it.limit);
            until
                .into_iter()
                .for_each(|until| it.silence.as_mut().reset(until));
            return Poll::Ready(next);
        }
        match it.silence.as_mut().poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                it.body = Body::empty();
                Poll::Ready(Some(Err(Stalled { after: it.limit }.into())))
            }
        }
    }
}
