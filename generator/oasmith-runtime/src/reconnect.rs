//! Events that go on after a lost connection.
//!
//! In: a call whose answer is a stream of events. Out: the events of that answer and of those that follow, each asked for
//! after the last event that came (HTML standard, "server-sent events": `Last-Event-ID`, `retry`, 204 for the end).
//! Bounded: after so many attempts in a row without an event, the last error stands.
//! Not for streams that end by themselves, such as those with `[DONE]`: they would begin anew.

use super::body::{BoxError, BoxFuture};
use super::call::{Call, Response, Sending, apart};
use super::client::Client;
use super::codec::Faults;
use super::error::Failure;
use super::exchange::Options;
use super::operation::{self, Operation};
use super::stream::{Event, EventStream};
use futures_core::Stream;
use http::StatusCode;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

/// How long to wait before connecting again, unless the server says so.
const WAIT: Duration = Duration::from_secs(3);
/// The shortest wait that a server can ask for, since an event and the end of the connection may follow each other at once.
const LEAST: Duration = Duration::from_millis(100);
/// The longest wait, whoever asks for it.
const LONGEST: Duration = Duration::from_secs(60);

impl<T, O> Call<'_, O>
where
    T: Send + 'static,
    O: Operation<Output = EventStream<T>> + Clone + Sync,
{
    /// The events, also those after a lost connection. The call is sent when the first one is asked for.
    pub fn reconnecting(self) -> Reconnecting<T> {
        let (client, operation, options) = apart(self);
        Reconnecting {
            connect: Box::new(move |last| connect(&client, operation.clone(), &options, last)),
            state: State::Idle,
            last: None,
            wait: WAIT,
            attempts: 5,
            failed: 0,
        }
    }
}

/// Sends the call, with the id of the last event.
type Connect<T> = dyn Fn(Option<&str>) -> Connecting<T> + Send + Sync;
type Connecting<T> = BoxFuture<'static, Result<Response<EventStream<T>>, Failure>>;

fn connect<T, O>(client: &Client, operation: O, set: &Options, last: Option<&str>) -> Connecting<T>
where
    T: Send + 'static,
    O: Operation<Output = EventStream<T>>,
{
    let mut options = set.clone();
    if let Some(id) = last {
        let header = ("last-event-id".to_owned(), id.to_owned());
        options.headers.push(header);
    }
    let sending = Sending::start::<O>(client.clone(), operation::encode(operation), options);
    Box::pin(async move { sending.await.map_err(Failure::from) })
}

/// Events of one answer after the other.
#[must_use = "nothing is asked for until the first event is"]
pub struct Reconnecting<T> {
    connect: Box<Connect<T>>,
    state: State<T>,
    /// The id of the last event.
    last: Option<String>,
    wait: Duration,
    attempts: u32,
    /// How many attempts in a row have brought nothing.
    failed: u32,
}

enum State<T> {
    Idle,
    Waiting(Pin<Box<Sleep>>),
    Connecting(Connecting<T>),
    Open(EventStream<T>),
    Over,
}

impl<T> Reconnecting<T> {
    /// How many attempts in a row may bring no event. 5 unless set.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// How long to wait before connecting again, unless the server says so: 3 s if it is not set. The wait doubles with
    /// each attempt that brings nothing, up to a minute.
    pub fn wait(mut self, wait: Duration) -> Self {
        self.wait = wait;
        self
    }

    /// Begins after this event, the last one of an earlier run.
    pub fn after(mut self, id: impl Into<String>) -> Self {
        self.last = Some(id.into());
        self
    }

    /// The id of the last event that had one.
    pub fn last_id(&self) -> Option<&str> {
        self.last.as_deref()
    }

    /// The next event, or `None` at the end. After one that could not be read there may be more.
    pub async fn next(&mut self) -> Option<Result<Event<T>, BoxError>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    fn note(&mut self, event: &Event<T>) {
        self.failed = 0;
        if let Some(id) = &event.id {
            self.last = Some(id.clone());
        }
        if let Some(millis) = event.retry {
            self.wait = Duration::from_millis(millis).max(LEAST);
        }
    }

    /// The connection is lost; whether that is the end.
    fn lost(&mut self, is_passing: bool) -> bool {
        self.failed += 1;
        let is_over = !is_passing || self.failed >= self.attempts;
        let doubled = 1_u32.checked_shl(self.failed - 1).unwrap_or(u32::MAX);
        let wait = self.wait.saturating_mul(doubled).min(LONGEST);
        self.state = match is_over {
            true => State::Over,
            false => State::Waiting(Box::pin(sleep(wait))),
        };
        is_over
    }
}

impl<T> Stream for Reconnecting<T> {
    type Item = Result<Event<T>, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let it = &mut *self;
        loop {
            match &mut it.state {
                State::Over => return Poll::Ready(None),
                State::Idle => it.state = State::Connecting((it.connect)(it.last.as_deref())),
                State::Waiting(sleep) => {
                    ready!(sleep.as_mut().poll(cx));
                    it.state = State::Idle;
                }
                State::Connecting(connecting) => match ready!(connecting.as_mut().poll(cx)) {
                    // The server wants no more connections (WHATWG HTML, 9.2.3).
                    Ok(answer) if answer.status == StatusCode::NO_CONTENT => it.state = State::Over,
                    Ok(answer) => it.state = State::Open(answer.into_inner()),
                    Err(failure) if failure.status() == Some(StatusCode::NO_CONTENT) => {
                        it.state = State::Over;
                    }
                    Err(failure) if it.lost(failure.is_retryable()) => {
                        return Poll::Ready(Some(Err(failure.into())));
                    }
                    Err(_) => {}
                },
                State::Open(events) => match ready!(Pin::new(events).poll_next(cx)) {
                    Some(Ok(event)) => {
                        it.note(&event);
                        return Poll::Ready(Some(Ok(event)));
                    }
                    // It was not understood; the connection is as good as before.
                    Some(Err(error)) if error.is::<Faults>() => {
                        return Poll::Ready(Some(Err(error)));
                    }
                    Some(Err(error)) if it.lost(true) => return Poll::Ready(Some(Err(error))),
                    None if it.lost(true) => return Poll::Ready(None),
                    Some(Err(_)) | None => {}
                },
            }
        }
    }
}

impl<T> std::fmt::Debug for Reconnecting<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reconnecting")
    }
}
