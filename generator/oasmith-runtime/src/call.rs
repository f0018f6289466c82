//! A call: an operation on its way through a client.
//!
//! What does not depend on the operation's type is compiled once, behind a box.

use super::body::{Body, BoxFuture, TooLarge};
use super::client::Client;
use super::encoder::EncodeError;
use super::error::{Error, Received};
use super::operation::{self, Answer, DecodeError, ErrorBody, Info, Meaning, Operation};
use http::{HeaderMap, StatusCode};
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};
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
    headers: Vec<(String, String)>,
    timeout: Option<Duration>,
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
            headers: Vec::new(),
            timeout: None,
        }
    }

    /// How long this call may take, in place of what the client is set to.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Adds a header to this call, in place of the client's own.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The request that would be sent, credentials included.
    pub fn request(self) -> Result<http::Request<Body>, Error<O::Error>> {
        let request = operation::encode(self.operation).map_err(Error::Encode)?;
        self.client
            .prepare(O::INFO, request, &self.headers)
            .map_err(Error::Encode)
    }

    /// Sends it. What is returned borrows nothing: it can be spawned.
    pub fn send(self) -> Sending<O::Output, O::Error> {
        let request = operation::encode(self.operation);
        let request = request.and_then(|it| self.client.prepare(O::INFO, it, &self.headers));
        let exchange = exchange(self.client.clone(), O::INFO, request, self.timeout);
        Sending {
            exchange: Box::pin(exchange),
            decode: O::decode_answer,
            decode_error: <O::Error as ErrorBody>::decode,
        }
    }
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
    exchange: BoxFuture<'static, Exchanged>,
    decode: fn(Answer) -> Result<T, DecodeError>,
    decode_error: fn(StatusCode, &HeaderMap, &[u8]) -> Result<E, DecodeError>,
}

impl<T, E> std::fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sending")
    }
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let (decode, decode_error) = (self.decode, self.decode_error);
        self.exchange
            .as_mut()
            .poll(cx)
            .map(|exchanged| match exchanged {
                Exchanged::Success(answer) => succeed(answer, decode),
                Exchanged::Declared(answer) => Err(fail(answer, decode_error)),
                Exchanged::Undeclared(answer) => Err(Error::Undeclared { answer }),
                Exchanged::Encode(error) => Err(Error::Encode(error)),
                Exchanged::Transport(error) => Err(Error::Transport(error)),
                Exchanged::TooLarge(status, limit) => Err(Error::TooLarge { status, limit }),
                Exchanged::Timeout => Err(Error::Timeout),
            })
    }
}

fn succeed<T, E>(
    answer: Answer,
    decode: fn(Answer) -> Result<T, DecodeError>,
) -> Result<Response<T>, Error<E>> {
    let (status, headers) = (answer.status, answer.headers.clone());
    match decode(answer) {
        Ok(body) => Ok(Response {
            status,
            headers,
            body,
        }),
        Err(error) => {
            let answer = Box::new(Received {
                status,
                headers,
                body: error.bytes,
            });
            Err(Error::Decode {
                answer,
                pointer: error.pointer,
                message: error.message,
            })
        }
    }
}

fn fail<E>(
    answer: Box<Received>,
    decode: fn(StatusCode, &HeaderMap, &[u8]) -> Result<E, DecodeError>,
) -> Error<E> {
    match decode(answer.status, &answer.headers, &answer.body) {
        Ok(error) => Error::Declared { answer, error },
        Err(error) => Error::Decode {
            answer,
            pointer: error.pointer,
            message: error.message,
        },
    }
}

/// What came of a request, before its content is looked at.
enum Exchanged {
    Success(Answer),
    Declared(Box<Received>),
    Undeclared(Box<Received>),
    Encode(EncodeError),
    Transport(super::body::BoxError),
    TooLarge(StatusCode, usize),
    Timeout,
}

/// The one place where a request is sent.
async fn exchange(
    client: Client,
    info: &'static Info,
    request: Result<http::Request<Body>, EncodeError>,
    timeout: Option<Duration>,
) -> Exchanged {
    let request = match request {
        Ok(request) => request,
        Err(error) => return Exchanged::Encode(error),
    };
    let limit = timeout.unwrap_or(client.settings.timeout);
    let exchange = carry(&client, info, request);
    tokio::time::timeout(limit, exchange)
        .await
        .unwrap_or(Exchanged::Timeout)
}

async fn carry(client: &Client, info: &'static Info, request: http::Request<Body>) -> Exchanged {
    let (parts, body) = match client.transport.send(request).await {
        Ok(response) => response.into_parts(),
        Err(error) => return Exchanged::Transport(error),
    };
    let (status, headers) = (parts.status, parts.headers);
    let limit = client.settings.max_answer_bytes;
    match info.meaning(status) {
        Meaning::Success if info.streams => Exchanged::Success(Answer {
            status,
            headers,
            body,
        }),
        Meaning::Success => match body.collect(limit).await {
            Ok(bytes) => Exchanged::Success(Answer {
                status,
                headers,
                body: bytes.into(),
            }),
            Err(error) if error.is::<TooLarge>() => Exchanged::TooLarge(status, limit),
            Err(error) => Exchanged::Transport(error),
        },
        meaning => {
            // The status is what matters: as much of the body as comes is kept with it.
            let body = body.collect_some(limit).await;
            let answer = Box::new(Received {
                status,
                headers,
                body,
            });
            match meaning {
                Meaning::Error => Exchanged::Declared(answer),
                _ => Exchanged::Undeclared(answer),
            }
        }
    }
}
