//! The one place where requests are sent: attempts, credentials, redirects, and the time they may take.
//!
//! In: a request, and what the client and the call are set to. Out: the answer, not decoded, or why there is none.
//! Knows no operation by its type: compiled once.

use super::body::{Body, BoxError, TooLarge};
use super::client::Client;
use super::credentials::authorize;
use super::encoder::EncodeError;
use super::error::{Error, Received};
use super::media::essence;
use super::operation::{Answer, Info, Meaning};
use super::outgoing::Outgoing;
use super::redirect::{self, MAX_REDIRECTS};
use super::retry::{RetryPolicy, is_passing};
use super::stall;
use super::transport::{BoxFuture, Permanent};
use http::header::{CONTENT_TYPE, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// What a call is set to, in place of its client's settings.
#[derive(Clone, Default)]
pub(super) struct Options {
    pub(super) headers: Vec<(String, String)>,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) retry: Option<RetryPolicy>,
    /// What the body of a success has to be, which is handed on as it comes.
    pub(super) accept: Option<String>,
}

/// What came of a request, before its content is looked at.
pub(super) enum Exchanged {
    Success(Answer),
    Declared(Box<Received>),
    Failed(Error<Infallible>),
}

/// How long the body of an error is waited for: its status says most.
const ERROR_BODY: Duration = Duration::from_secs(5);

/// Sees calls come and go.
pub(super) trait Observer: Send + Sync {
    /// A call that was told of.
    fn call(
        &self,
        info: &'static Info,
        under_way: BoxFuture<'static, Exchanged>,
    ) -> BoxFuture<'static, Exchanged>;

    /// An attempt begins, of the call that is under way.
    fn attempt(&self, number: u32);
}

/// Sends `request`, as often as it takes.
pub(super) fn exchange(
    client: Client,
    info: &'static Info,
    request: Result<http::Request<Body>, EncodeError>,
    options: Options,
) -> BoxFuture<'static, Exchanged> {
    let observer = client.settings.observer.clone();
    let under_way = Box::pin(send(client, info, request, options));
    match observer {
        Some(observer) => observer.call(info, under_way),
        None => under_way,
    }
}

async fn send(
    client: Client,
    info: &'static Info,
    request: Result<http::Request<Body>, EncodeError>,
    options: Options,
) -> Exchanged {
    let request = match request {
        Ok(request) => Outgoing::new(request),
        Err(error) => return Exchanged::Failed(Error::Encode { info, error }),
    };
    let limit = options.timeout.unwrap_or(client.settings.timeout);
    let exchange = Exchange {
        client: &client,
        info,
        options: &options,
        started: Instant::now(),
        limit,
    };
    let exchanged = timeout(limit, exchange.attempts(request)).await;
    exchanged.unwrap_or_else(|_| exchange.timed_out(limit))
}

struct Exchange<'a> {
    client: &'a Client,
    info: &'static Info,
    options: &'a Options,
    started: Instant,
    /// For all of it.
    limit: Duration,
}

impl Exchange<'_> {
    async fn attempts(&self, mut request: Outgoing) -> Exchanged {
        let settings = &*self.client.settings;
        let policy = self.options.retry.as_ref().unwrap_or(&settings.retry);
        let covered = policy.covers(&request.parts.method, &request.parts.headers);
        let is_repeated = covered && request.is_repeatable();
        for attempt in 1.. {
            if let Some(observer) = &settings.observer {
                observer.attempt(attempt);
            }
            let came = self.attempt(&mut request).await;
            let wait = match passing(&came) {
                Passing::No => {
                    settings.budget.give();
                    return came;
                }
                _ if !is_repeated => return came,
                Passing::Lost => policy.wait(attempt, None),
                Passing::Answered(headers) => policy.wait(attempt, Some(headers)),
            };
            // What came is worth more than a time-out.
            let wait =
                wait.filter(|wait| self.started.elapsed().saturating_add(*wait) < self.limit);
            match wait {
                Some(wait) if settings.budget.take() => sleep(wait).await,
                _ => return came,
            }
        }
        unreachable!("every policy has a last attempt")
    }

    async fn attempt(&self, request: &mut Outgoing) -> Exchanged {
        let set = self.options.attempt_timeout;
        let sent = self.send(request);
        match set.or(self.client.settings.attempt_timeout) {
            Some(limit) => {
                let sent = timeout(limit, sent).await;
                sent.unwrap_or_else(|_| self.timed_out(limit))
            }
            None => sent.await,
        }
    }

    /// Sends it once, or twice when the first token is refused.
    async fn send(&self, request: &mut Outgoing) -> Exchanged {
        let info = self.info;
        let mut is_renewed = false;
        loop {
            let own = &self.options.headers;
            let mut ready = request.take();
            let tokens = match authorize(self.client, info, &mut ready.parts, own).await {
                Ok(tokens) => tokens,
                Err(error) => return Exchanged::Failed(error),
            };
            let response = match self.carry(ready).await {
                Ok(response) => response,
                Err(source) => return Exchanged::Failed(Error::Transport { info, source }),
            };
            let is_refused = response.status() == StatusCode::UNAUTHORIZED;
            if !is_refused || is_renewed || tokens.is_empty() || !request.is_repeatable() {
                return self.receive(response).await;
            }
            tokens
                .iter()
                .for_each(|(source, held)| source.refused(held));
            is_renewed = true;
        }
    }

    async fn carry(&self, mut request: Outgoing) -> Result<http::Response<Body>, BoxError> {
        for _ in 0..=MAX_REDIRECTS {
            let response = self.client.transport.send(request.request()).await?;
            let status = response.status();
            if !status.is_redirection() || self.info.meaning(status) == Meaning::Success {
                return Ok(response);
            }
            match redirect::next(&request, status, response.headers()) {
                Some(next) if self.client.settings.follows_redirects => request = next,
                _ => return Ok(response),
            }
        }
        Err(redirect::endless().into())
    }

    async fn receive(&self, response: http::Response<Body>) -> Exchanged {
        let (info, settings) = (self.info, &*self.client.settings);
        let (parts, body) = response.into_parts();
        let (status, mut headers) = (parts.status, parts.headers);
        // It opens a session, and errors print what they came with.
        for (_, value) in headers.iter_mut().filter(|(name, _)| *name == SET_COOKIE) {
            value.set_sensitive(true);
        }
        let mut answer = Answer {
            status,
            headers,
            body,
        };
        let limit = settings.max_answer_bytes;
        if let Some(media) = self
            .options
            .accept
            .as_deref()
            .filter(|_| status.is_success())
        {
            return match answer.is_of(&[media]) || !answer.headers.contains_key(CONTENT_TYPE) {
                true => Exchanged::Success(Answer {
                    body: stall::guard(answer.body, settings.idle_timeout),
                    ..answer
                }),
                false => Exchanged::Failed(self.other_media(answer, media).await),
            };
        }
        if info.read_as(status).is_some() {
            answer.body = match info.streams && !answer.is_of(info.collects) {
                true => stall::guard(answer.body, settings.idle_timeout),
                false => match answer.body.collect(limit).await {
                    Ok(bytes) => bytes.into(),
                    Err(source) if source.is::<TooLarge>() => {
                        let error = Error::TooLarge {
                            info,
                            status,
                            limit,
                        };
                        return Exchanged::Failed(error);
                    }
                    Err(source) => return Exchanged::Failed(Error::Transport { info, source }),
                },
            };
            return Exchanged::Success(answer);
        }
        // The status is what matters: as much of the body as comes is kept with it.
        let left = self.limit.saturating_sub(self.started.elapsed());
        let body = timeout(ERROR_BODY.min(left / 2), answer.body.collect_some(limit)).await;
        let answer = Box::new(Received {
            info,
            status,
            headers: answer.headers,
            body: body.unwrap_or_default(),
        });
        match info.meaning(status) {
            Meaning::Error => Exchanged::Declared(answer),
            _ => Exchanged::Failed(Error::Undeclared { answer }),
        }
    }

    /// An answer of another media type than was asked for.
    async fn other_media(&self, answer: Answer, asked: &str) -> Error<Infallible> {
        let said = answer.headers.get(CONTENT_TYPE);
        let said = said.and_then(|it| it.to_str().ok()).map(essence);
        let message = format!("is {}, not {asked}", said.unwrap_or_default());
        let limit = self.client.settings.max_answer_bytes;
        let body = timeout(ERROR_BODY, answer.body.collect_some(limit)).await;
        Error::Decode {
            answer: Box::new(Received {
                info: self.info,
                status: answer.status,
                headers: answer.headers,
                body: body.unwrap_or_default(),
            }),
            pointer: String::new(),
            message,
        }
    }

    fn timed_out(&self, after: Duration) -> Exchanged {
        let info = self.info;
        Exchanged::Failed(Error::Timeout { info, after })
    }
}

/// Whether the same request may fare better soon.
enum Passing<'a> {
    No,
    /// Nothing came back.
    Lost,
    Answered(&'a HeaderMap),
}

fn passing(came: &Exchanged) -> Passing<'_> {
    let answer = match came {
        Exchanged::Failed(Error::Transport { source, .. }) if !source.is::<Permanent>() => {
            return Passing::Lost;
        }
        Exchanged::Failed(Error::Timeout { .. }) => return Passing::Lost,
        Exchanged::Failed(Error::Undeclared { answer }) | Exchanged::Declared(answer) => answer,
        _ => return Passing::No,
    };
    match is_passing(answer.status) {
        true => Passing::Answered(&answer.headers),
        false => Passing::No,
    }
}
