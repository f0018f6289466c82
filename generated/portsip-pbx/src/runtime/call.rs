//! A call: an operation on its way through a client.
//!
//! What does not depend on the operation's type is compiled once, behind a box.

use super::body::{Body, BoxFuture};
use super::client::Client;
use super::credentials::authorize_now;
use super::drift::Watch;
use super::encoder::EncodeError;
use super::error::{Error, Received};
use super::exchange::{Exchanged, Options, exchange};
use super::operation::{self, Answer, DecodeError, ErrorBody, Info, Meaning, Operation};
use super::retry::{IDEMPOTENCY_KEY, RetryPolicy};
use http::header::ACCEPT;
use http::{HeaderMap, StatusCode};
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// A declared success: status, headers, and what the operation answers.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// What the operation answers.
    pub body: T,
}

impl<T> Response<T> {
    /// What the operation answers.
    pub fn into_inner(self) -> T {
        self.body
    }

    /// Status, headers, and what the operation answers.
    pub fn into_parts(self) -> (StatusCode, HeaderMap, T) {
        (self.status, self.headers, self.body)
    }
}

impl<T> std::ops::Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T> std::ops::DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.body
    }
}

/// A call in the making: set what is optional, then `.await` it.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<'c, O> {
    client: &'c Client,
    pub(crate) operation: O,
    options: Options,
}

impl<O: std::fmt::Debug> std::fmt::Debug for Call<'_, O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Headers may hold credentials.
        f.debug_tuple("Call").field(&self.operation).finish()
    }
}

impl<'c, O: Operation> Call<'c, O> {
    pub(super) fn new(client: &'c Client, operation: O) -> Self {
        Self {
            client,
            operation,
            options: Options::default(),
        }
    }

    /// How long this call may take, all attempts included, in place of what the client is set to.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// How long one attempt may take, in place of what the client is set to.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout = Some(timeout);
        self
    }

    /// When this call is sent again, in place of what the client is set to.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }

    /// Sends this call once.
    pub fn no_retry(self) -> Self {
        self.retry(RetryPolicy::none())
    }

    /// Sets the header `Idempotency-Key`: for servers that carry out a key once, so that the call may be sent again.
    pub fn idempotency_key(self, key: impl Into<String>) -> Self {
        self.header(IDEMPOTENCY_KEY, key)
    }

    /// Adds a header to this call, in place of the client's own.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.options.headers.push((name.into(), value.into()));
        self
    }

    /// The request that would be sent, with the credentials that are there: no token is fetched for it.
    pub fn request(self) -> Result<http::Request<Body>, Error<O::Error>> {
        let own = &self.options.headers;
        let request = operation::encode(self.operation)
            .and_then(|request| self.client.settings.prepare(request, own))
            .and_then(|request| authorize_now(self.client, O::INFO, request, own));
        request.map_err(|error| Error::Encode {
            info: O::INFO,
            error,
        })
    }

    /// Sends it. What is returned borrows nothing: it can be spawned.
    pub fn send(self) -> Sending<O::Output, O::Error> {
        let (client, operation, options) = apart(self);
        Sending::start::<O>(client, operation::encode(operation), options)
    }
}

impl<O: Operation> Call<'_, O> {
    /// Sends it, and asks for an answer of this media type in place of the one that has a type: what comes back is bytes,
    /// handed on as they come. An answer of another media type is an error.
    pub fn accepting(mut self, media: impl Into<String>) -> Sending<Body, O::Error> {
        let media = media.into();
        self.options.accept = Some(media.clone());
        let (client, operation, options) = apart(self.header(ACCEPT.as_str(), media));
        Sending {
            info: O::INFO,
            exchange: exchanged::<O>(client, operation::encode(operation), options),
            // Nothing is declared of what comes.
            watch: None,
            decode: |answer| Ok(answer.body),
            decode_error: O::Error::decode,
        }
    }
}

/// No method of it: its setters are called as parameters are.
pub(super) fn apart<O>(call: Call<'_, O>) -> (Client, O, Options) {
    (call.client.clone(), call.operation, call.options)
}

impl<O: Operation> IntoFuture for Call<'_, O> {
    type Output = Result<Response<O::Output>, Error<O::Error>>;
    type IntoFuture = Sending<O::Output, O::Error>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

/// A call under way. Its type names what comes back, not the operation.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<T, E> {
    pub(super) info: &'static Info,
    exchange: BoxFuture<'static, Exchanged>,
    watch: Option<Arc<Watch>>,
    decode: fn(Answer) -> Result<T, DecodeError>,
    decode_error: fn(Answer) -> Result<E, DecodeError>,
}

impl<T, E: ErrorBody> Sending<T, E> {
    /// Sends the request of an operation, as it was encoded.
    pub(super) fn start<O: Operation<Output = T, Error = E>>(
        client: Client,
        request: Result<http::Request<Body>, EncodeError>,
        options: Options,
    ) -> Self {
        Sending {
            info: O::INFO,
            watch: client.settings.watch.clone(),
            exchange: exchanged::<O>(client, request, options),
            decode: O::decode_answer,
            decode_error: E::decode,
        }
    }
}

fn exchanged<O: Operation>(
    client: Client,
    request: Result<http::Request<Body>, EncodeError>,
    options: Options,
) -> BoxFuture<'static, Exchanged> {
    let request = request.and_then(|it| client.settings.prepare(it, &options.headers));
    exchange(client, O::INFO, request, options)
}

impl<T, E> std::fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sending")
    }
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let exchanged = ready!(self.exchange.as_mut().poll(cx));
        let (info, watch) = (self.info, self.watch.take());
        Poll::Ready(match exchanged {
            Exchanged::Success(answer) => succeed(info, answer, self.decode, watch),
            Exchanged::Declared(answer) => Err(fail(answer, self.decode_error, watch)),
            Exchanged::Failed(error) => {
                if let (Some(watch), Error::Undeclared { answer }) = (watch, &error) {
                    watch.undeclared(answer);
                }
                Err(error.map(|never| match never {}))
            }
        })
    }
}

fn succeed<T, E>(
    info: &'static Info,
    answer: Answer,
    decode: fn(Answer) -> Result<T, DecodeError>,
    watch: Option<Arc<Watch>>,
) -> Result<Response<T>, Error<E>> {
    let (status, headers) = (answer.status, answer.headers.clone());
    match read(info, answer, decode, watch) {
        Ok(body) => Ok(Response {
            status,
            headers,
            body,
        }),
        Err(error) => {
            let answer = Box::new(Received {
                info,
                status,
                headers,
                body: error.bytes,
            });
            // What cannot be read as the declared success is none.
            Err(match info.meaning(status) {
                Meaning::Undeclared => Error::Undeclared { answer },
                _ => Error::Decode {
                    answer,
                    pointer: error.pointer,
                    message: error.message,
                },
            })
        }
    }
}

fn read<T>(
    info: &'static Info,
    mut answer: Answer,
    decode: fn(Answer) -> Result<T, DecodeError>,
    watch: Option<Arc<Watch>>,
) -> Result<T, DecodeError> {
    let status = answer.status;
    answer.status = info.read_as(status).unwrap_or(status);
    match watch {
        Some(watch) => watch.decode(info, status, answer, decode),
        None => decode(answer),
    }
}

fn fail<E>(
    answer: Box<Received>,
    decode: fn(Answer) -> Result<E, DecodeError>,
    watch: Option<Arc<Watch>>,
) -> Error<E> {
    let whole = Answer {
        status: answer.status,
        headers: answer.headers.clone(),
        body: answer.body.clone().into(),
    };
    match read(answer.info, whole, decode, watch) {
        Ok(error) => Error::Declared { answer, error },
        Err(error) => Error::Decode {
            answer,
            pointer: error.pointer,
            message: error.message,
        },
    }
}
