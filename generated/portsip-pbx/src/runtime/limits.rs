//! Time limits: of what is waited for, and of streams.
//!
//! What is done at once costs no timer.

use super::body::{Body, BoxError};
use bytes::Bytes;
use futures_core::Stream;
use std::future::{Future, poll_fn};
use std::io;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Sleep, sleep, timeout};

/// What `work` comes to, unless it takes longer than `limit`.
pub(super) async fn in_time<T>(
    limit: Option<Duration>,
    work: impl Future<Output = T>,
) -> Option<T> {
    let Some(limit) = limit else {
        return Some(work.await);
    };
    let mut work = pin!(work);
    match poll_fn(|cx| Poll::Ready(work.as_mut().poll(cx))).await {
        Poll::Ready(done) => Some(done),
        Poll::Pending => timeout(limit, work).await.ok(),
    }
}

/// A stream whose sender may not pause for longer than `limit`.
pub(super) fn steady(body: Body, limit: Option<Duration>) -> Body {
    match limit {
        Some(limit) => Body::stream(Steady {
            body,
            limit,
            pause: None,
        }),
        None => body,
    }
}

struct Steady {
    body: Body,
    limit: Duration,
    pause: Option<Pin<Box<Sleep>>>,
}

impl Stream for Steady {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(chunk) = Pin::new(&mut self.body).poll_next(cx) {
            self.pause = None;
            return Poll::Ready(chunk);
        }
        let limit = self.limit;
        let pause = self.pause.get_or_insert_with(|| Box::pin(sleep(limit)));
        match pause.as_mut().poll(cx) {
            Poll::Ready(()) => {
                let why = "the sender paused for too long";
                Poll::Ready(Some(Err(
                    io::Error::new(io::ErrorKind::TimedOut, why).into()
                )))
            }
            Poll::Pending => Poll::Pending,
        }
    }
}
