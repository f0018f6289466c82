//! Lists that come a page at a time, as streams.
//!
//! In: a call of an operation that is [`Paged`]. Out: a stream of its pages, or of their items.
//! Both send nothing before they are asked, borrow nothing, and end with the first error.
//! A list ends with the total, or with the sign for more, where the API has one; else with a page that is empty or
//! shorter than the one before it.

use super::body::Body;
use super::call::{Call, Response, Sending, apart};
use super::client::Client;
use super::encoder::EncodeError;
use super::error::{Error, Received};
use super::exchange::Options;
use super::operation::{self, Operation};
use super::turning::{Step, Turn};
use bytes::Bytes;
use futures_core::Stream;
use http::uri::{PathAndQuery, Uri};
use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

/// An operation that answers a list a page at a time.
pub trait Paged: Operation + Clone {
    /// What the list is of.
    type Item: Send + 'static;
    /// The items of a page.
    fn items(page: Self::Output) -> Vec<Self::Item>;
    /// Makes this ask for what comes after `page`, and tells `turn` what it says of that.
    fn turn(&mut self, page: &Response<Self::Output>, turn: &mut Turn);
}

impl<O: Paged> Call<'_, O> {
    /// This page and those after it.
    pub fn pages(self) -> Pages<O> {
        let (client, operation, options) = apart(self);
        Pages {
            client,
            operation,
            options,
            query: None,
            turn: Turn::new(),
            asking: Asking::Idle,
            ready: VecDeque::new(),
            prefetch: 0,
        }
    }

    /// The items of this page and of those after it.
    pub fn items(self) -> Items<O> {
        Items {
            pages: self.pages(),
            items: Vec::new().into_iter(),
        }
    }
}

/// What comes of asking for a page.
type Page<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Error>>;

/// Pages, one after the other. Each is a call with the same options; the first error is the end.
#[must_use = "nothing is asked for until the first page is"]
pub struct Pages<O: Paged> {
    client: Client,
    operation: O,
    options: Options,
    /// In place of the operation's own.
    query: Option<String>,
    turn: Turn,
    asking: Asking<O>,
    ready: VecDeque<Page<O>>,
    prefetch: usize,
}

enum Asking<O: Operation> {
    Idle,
    Sent(Sending<O::Output, O::Error>),
    Done,
}

impl<O: Paged> Pages<O> {
    /// How many pages may be fetched ahead, none if it is not set. They come while the stream is polled.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.prefetch = pages;
        self
    }

    /// The next page, or `None` at the end.
    pub async fn next(&mut self) -> Option<Page<O>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Fetches until `most` pages are ready, as far as it goes without waiting.
    fn fetch(&mut self, most: usize, cx: &mut Context<'_>) {
        while self.ready.len() < most {
            match &mut self.asking {
                Asking::Done => return,
                Asking::Idle => self.asking = Asking::Sent(self.ask()),
                Asking::Sent(sending) => match Pin::new(sending).poll(cx) {
                    Poll::Pending => return,
                    Poll::Ready(came) => self.receive(came),
                },
            }
        }
    }

    fn ask(&self) -> Sending<O::Output, O::Error> {
        let request = operation::encode(self.operation.clone());
        let request = match &self.query {
            Some(query) => request.and_then(|it| with_query(it, query)),
            None => request,
        };
        Sending::start::<O>(self.client.clone(), request, self.options.clone())
    }

    fn receive(&mut self, came: Page<O>) {
        self.asking = Asking::Done;
        let page = match came {
            Ok(page) => page,
            Err(error) => return self.ready.push_back(Err(error)),
        };
        self.operation.turn(&page, &mut self.turn);
        let fault = match self.turn.take() {
            Step::Last => None,
            Step::Next(query) => {
                self.query = query;
                self.asking = Asking::Idle;
                None
            }
            Step::Lost(message) => Some(fault::<O>(&page, message)),
            Step::Same => {
                let message = "has the items of the page before it: the server does not turn pages";
                return self.ready.push_back(Err(fault::<O>(&page, message)));
            }
        };
        self.ready.push_back(Ok(page));
        self.ready.extend(fault.map(Err));
    }
}

fn with_query(
    mut request: http::Request<Body>,
    query: &str,
) -> Result<http::Request<Body>, EncodeError> {
    let target = format!("{}?{query}", request.uri().path());
    let target = PathAndQuery::try_from(target)
        .map_err(|_| EncodeError::new("/query", "of the next page does not make a URI"))?;
    *request.uri_mut() = Uri::from(target);
    Ok(request)
}

fn fault<O: Paged>(page: &Response<O::Output>, message: &str) -> Error<O::Error> {
    Error::Decode {
        answer: Box::new(Received {
            info: O::INFO,
            status: page.status,
            headers: page.headers.clone(),
            body: Bytes::new(),
        }),
        pointer: String::new(),
        message: message.to_owned(),
    }
}

// Nothing in here is pinned.
impl<O: Paged> Unpin for Pages<O> {}
impl<O: Paged> Unpin for Items<O> {}

impl<O: Paged> Stream for Pages<O> {
    type Item = Page<O>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let it = &mut *self;
        it.fetch(it.prefetch.max(1), cx);
        match (it.ready.pop_front(), &it.asking) {
            (Some(page), _) => {
                it.fetch(it.prefetch, cx);
                Poll::Ready(Some(page))
            }
            (None, Asking::Done) => Poll::Ready(None),
            (None, _) => Poll::Pending,
        }
    }
}

impl<O: Paged> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("turn", &self.turn).finish()
    }
}

/// The items of pages, one after the other.
#[must_use = "nothing is asked for until the first item is"]
pub struct Items<O: Paged> {
    pages: Pages<O>,
    items: vec::IntoIter<O::Item>,
}

impl<O: Paged> Items<O> {
    /// How many pages may be fetched ahead, none if it is not set. They come while the stream is polled.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.pages.prefetch = pages;
        self
    }

    /// The next item, or `None` at the end.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error<O::Error>>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl<O: Paged> Stream for Items<O> {
    type Item = Result<O::Item, Error<O::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                let most = self.pages.prefetch;
                self.pages.fetch(most, cx);
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(cx)) {
                Some(Ok(page)) => self.items = O::items(page.body).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<O: Paged> fmt::Debug for Items<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.pages).finish()
    }
}
