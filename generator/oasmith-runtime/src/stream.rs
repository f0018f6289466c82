//! Bodies that are a value after the other: JSON Lines, JSON text sequences, server-sent events.
//!
//! The same types on both sides: a client reads what comes, a server hands over any stream.

use super::answer::Answer;
use super::body::{Body, BoxError, TooLarge};
use super::codec::{self, Json};
use super::reader::Reader;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// How long one value may be.
const MAX_VALUE: usize = 16 << 20;

type Boxed<T> = Pin<Box<dyn Stream<Item = Result<T, BoxError>> + Send>>;

macro_rules! stream_of {
    ($(#[$docs:meta])* $name:ident of $item:ty) => {
        $(#[$docs])*
        pub struct $name<T>(Boxed<$item>);

        impl<T: Send + 'static> $name<T> {
            /// What a stream yields.
            pub fn new<S, E>(values: S) -> Self
            where
                S: Stream<Item = Result<$item, E>> + Send + 'static,
                E: Into<BoxError>,
            {
                Self(Box::pin(Mapped {
                    values: Box::pin(values),
                    map: |value: Result<$item, E>| value.map_err(Into::into),
                }))
            }

            /// What is there already.
            pub fn of<I>(values: I) -> Self
            where
                I: IntoIterator<Item = $item>,
                I::IntoIter: Send + Unpin + 'static,
            {
                Self(Box::pin(There(values.into_iter())))
            }

            /// The next one, or `None` at the end. After one that could not be read there may be more.
            pub async fn next(&mut self) -> Option<Result<$item, BoxError>> {
                poll_fn(|cx| self.0.as_mut().poll_next(cx)).await
            }
        }

        impl<T> Stream for $name<T> {
            type Item = Result<$item, BoxError>;

            fn poll_next(
                mut self: Pin<&mut Self>,
                cx: &mut Context<'_>,
            ) -> Poll<Option<Self::Item>> {
                self.0.as_mut().poll_next(cx)
            }
        }

        impl<T> std::fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
}

stream_of! {
    /// JSON values, one after the other.
    JsonLines of T
}

stream_of! {
    /// Server-sent events.
    EventStream of Event<T>
}

/// A server-sent event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What it says.
    pub data: T,
    /// What kind of event it is; `message` where there is none.
    pub event: Option<String>,
    /// What to ask for after a lost connection, in the header `Last-Event-ID`.
    pub id: Option<String>,
    /// How long to wait before connecting again, in milliseconds.
    pub retry: Option<u64>,
}

impl<T> Event<T> {
    /// An event that says `data`.
    pub fn new(data: T) -> Self {
        Self {
            data,
            event: None,
            id: None,
            retry: None,
        }
    }
}

impl<T: Json + Send + 'static> JsonLines<T> {
    /// Values on lines of their own.
    pub fn from_body(body: Body) -> Self {
        let read = reader::<T>(&body);
        let read = Box::new(move |json: &[u8]| read(json, None));
        Self(framed(body, Lines::new(b'\n', read)))
    }

    /// Values on lines of their own.
    pub fn into_body(self) -> Body {
        written(self.0, |value| {
            [codec::encode(value), b"\n".to_vec()].concat()
        })
    }

    /// Values with a record separator before them (RFC 7464).
    pub fn from_sequence(body: Body) -> Self {
        let read = reader::<T>(&body);
        let read = Box::new(move |json: &[u8]| read(json, None));
        Self(framed(body, Lines::new(0x1e, read)))
    }

    /// Values with a record separator before them (RFC 7464).
    pub fn into_sequence(self) -> Body {
        let write = |value: &T| [b"\x1e".to_vec(), codec::encode(value), b"\n".to_vec()].concat();
        written(self.0, write)
    }
}

impl<T: Json + Send + 'static> EventStream<T> {
    /// Events whose data is JSON. `[DONE]` in its place ends them, as many APIs have it.
    pub fn from_body(body: Body) -> Self {
        let read = reader::<T>(&body);
        let read = move |data: String, event: Option<&str>| match data.trim() {
            "[DONE]" => None,
            _ => Some(read(data.as_bytes(), event)),
        };
        Self(framed(body, Events::new(Box::new(read))))
    }

    /// Events whose data is JSON.
    pub fn into_body(self) -> Body {
        let data = |data: &T| String::from_utf8(codec::encode(data)).unwrap_or_default();
        written(self.0, move |event| {
            event.text(event.data.event(), data(&event.data))
        })
    }
}

impl EventStream<String> {
    /// Events whose data is text.
    pub fn from_text_body(body: Body) -> Self {
        Self(framed(
            body,
            Events::new(Box::new(|data, _| Some(Ok(data)))),
        ))
    }

    /// Events whose data is text.
    pub fn into_text_body(self) -> Body {
        written(self.0, |event| event.text(None, event.data.clone()))
    }
}

impl Answer {
    /// The body as JSON on lines.
    pub fn read_lines<T: Json + Send + 'static>(self) -> JsonLines<T> {
        JsonLines::from_body(self.body)
    }

    /// The body as a JSON text sequence.
    pub fn read_sequence<T: Json + Send + 'static>(self) -> JsonLines<T> {
        JsonLines::from_sequence(self.body)
    }

    /// The body as events whose data is JSON.
    pub fn read_events<T: Json + Send + 'static>(self) -> EventStream<T> {
        EventStream::from_body(self.body)
    }

    /// The body as events whose data is text.
    pub fn read_text_events(self) -> EventStream<String> {
        EventStream::from_text_body(self.body)
    }
}

impl<T> Event<T> {
    /// The event as it is sent. Without a name it has that of its data.
    fn text(&self, name: Option<&str>, data: String) -> Vec<u8> {
        let mut out = String::new();
        let mut field = |name: &str, value: &str| {
            // A line break would begin another field.
            for line in value.split(['\r', '\n']) {
                out.extend([name, ": ", line, "\n"]);
            }
        };
        let one_line = |text: &str| text.replace(['\r', '\n', '\0'], " ");
        if let Some(event) = self.event.as_deref().or(name) {
            field("event", &one_line(event));
        }
        if let Some(id) = &self.id {
            field("id", &one_line(id));
        }
        if let Some(retry) = self.retry {
            field("retry", &retry.to_string());
        }
        field("data", &data.replace("\r\n", "\n"));
        out.push('\n');
        out.into_bytes()
    }
}

/// Reads a value.
type Read<T> = Box<dyn Fn(&[u8]) -> Result<T, BoxError> + Send>;

/// Reads the values of a body, which may be the data of an event with a name; strictly first where they are watched.
fn reader<T: Json>(body: &Body) -> impl Fn(&[u8], Option<&str>) -> Result<T, BoxError> + use<T> {
    let watcher = body.watcher();
    move |json, event| {
        let start = || Reader::new(json).map(|it| it.of_event(event));
        let Some(watcher) = &watcher else {
            return Ok(codec::decode_from(start()?)?);
        };
        let found = match codec::decode_from(start()?.exact()) {
            Ok(value) => return Ok(value),
            Err(found) => found,
        };
        // What is wrong even so is no drift.
        let value = codec::decode_from(start()?)?;
        match watcher(&found.violations) {
            true => Err(found.into()),
            false => Ok(value),
        }
    }
}

fn written<T: 'static>(
    values: Boxed<T>,
    write: impl Fn(&T) -> Vec<u8> + Send + Unpin + 'static,
) -> Body {
    Body::stream(Mapped {
        values,
        map: move |value: Result<T, BoxError>| value.map(|value| Bytes::from(write(&value))),
    })
}

/// A stream of what another stream yields, changed.
struct Mapped<S: ?Sized, F> {
    values: Pin<Box<S>>,
    map: F,
}

impl<S: Stream + ?Sized, F: FnMut(S::Item) -> U + Unpin, U> Stream for Mapped<S, F> {
    type Item = U;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<U>> {
        let it = &mut *self;
        it.values
            .as_mut()
            .poll_next(cx)
            .map(|value| value.map(&mut it.map))
    }
}

/// A stream of what is there already.
struct There<I>(I);

impl<I: Iterator + Unpin> Stream for There<I> {
    type Item = Result<I::Item, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}

/// Finds values in bytes.
trait Framing {
    type Value;
    /// The next value in what has come so far.
    fn next(&mut self, come: &mut BytesMut, is_all: bool) -> Next<Self::Value>;
    /// How much of what was taken out is kept for a value that goes on.
    fn held(&self) -> usize {
        0
    }
}

enum Next<T> {
    Value(Result<T, BoxError>),
    /// Nothing until more comes.
    More,
    /// Nothing, whatever comes.
    End,
}

fn framed<F>(body: Body, framing: F) -> Boxed<F::Value>
where
    F: Framing + Send + Unpin + 'static,
{
    Box::pin(Framed {
        body,
        come: BytesMut::new(),
        is_all: false,
        is_over: false,
        framing,
    })
}

/// The values in a body.
struct Framed<F> {
    body: Body,
    come: BytesMut,
    is_all: bool,
    is_over: bool,
    framing: F,
}

impl<F: Framing + Unpin> Framed<F> {
    fn end(&mut self) {
        (self.body, self.come, self.is_over) = (Body::empty(), BytesMut::new(), true);
    }
}

impl<F: Framing + Unpin> Stream for Framed<F> {
    type Item = Result<F::Value, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let it = &mut *self;
        while !it.is_over {
            match it.framing.next(&mut it.come, it.is_all) {
                Next::Value(value) => return Poll::Ready(Some(value)),
                Next::More if !it.is_all => {}
                Next::More | Next::End => {
                    it.end();
                    return Poll::Ready(None);
                }
            }
            if it.come.len() + it.framing.held() > MAX_VALUE {
                it.end();
                return Poll::Ready(Some(Err(TooLarge { limit: MAX_VALUE }.into())));
            }
            match Pin::new(&mut it.body).poll_next(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(chunk))) => it.come.extend_from_slice(&chunk),
                Poll::Ready(Some(Err(error))) => {
                    it.end();
                    return Poll::Ready(Some(Err(error)));
                }
                Poll::Ready(None) => it.is_all = true,
            }
        }
        Poll::Ready(None)
    }
}

/// Values between separators. Empty ones are none.
struct Lines<T> {
    separator: u8,
    /// How much of what has come holds no separator.
    seen: usize,
    read: Read<T>,
}

impl<T> Lines<T> {
    fn new(separator: u8, read: Read<T>) -> Self {
        Self {
            separator,
            seen: 0,
            read,
        }
    }
}

impl<T> Framing for Lines<T> {
    type Value = T;

    fn next(&mut self, come: &mut BytesMut, is_all: bool) -> Next<T> {
        loop {
            let end = come[self.seen..]
                .iter()
                .position(|byte| *byte == self.separator);
            let line = match end {
                Some(end) => come.split_to(self.seen + end + 1),
                None if is_all && !come.is_empty() => come.split(),
                None => {
                    self.seen = come.len();
                    return Next::More;
                }
            };
            self.seen = 0;
            let line = line.strip_suffix(&[self.separator]).unwrap_or(&line);
            if !line.trim_ascii().is_empty() {
                return Next::Value((self.read)(line));
            }
        }
    }
}

/// Server-sent events (HTML standard, "interpreting an event stream").
struct Events<T> {
    /// How much of what has come holds no line break.
    seen: usize,
    /// The last line ended in CR: LF is a part of that.
    after_cr: bool,
    begun: bool,
    data: Option<String>,
    event: Option<String>,
    id: Option<String>,
    retry: Option<u64>,
    read: ReadData<T>,
}

/// Reads the data of an event, which may have a name, unless it ends them all.
type ReadData<T> = Box<dyn Fn(String, Option<&str>) -> Option<Result<T, BoxError>> + Send>;

impl<T> Events<T> {
    fn new(read: ReadData<T>) -> Self {
        Self {
            seen: 0,
            after_cr: false,
            begun: false,
            data: None,
            event: None,
            id: None,
            retry: None,
            read,
        }
    }

    fn line(&mut self, line: &str) {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "data" => match &mut self.data {
                Some(data) => data.extend(["\n", value]),
                None => self.data = Some(value.to_owned()),
            },
            "event" => self.event = Some(value.to_owned()),
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" => self.retry = value.parse().ok().or(self.retry),
            _ => {}
        }
    }

    /// The event that an empty line ends. One without data is none.
    fn finish(&mut self) -> Option<Next<Event<T>>> {
        let (event, retry) = (self.event.take(), self.retry.take());
        let event = event.filter(|it| !it.is_empty());
        let data = match (self.read)(self.data.take()?, event.as_deref()) {
            Some(Ok(data)) => data,
            Some(Err(error)) => return Some(Next::Value(Err(error))),
            None => return Some(Next::End),
        };
        // The id holds until another is given.
        let id = self.id.clone().filter(|it| !it.is_empty());
        Some(Next::Value(Ok(Event {
            data,
            event,
            id,
            retry,
        })))
    }
}

impl<T> Framing for Events<T> {
    type Value = Event<T>;

    fn next(&mut self, come: &mut BytesMut, _: bool) -> Next<Event<T>> {
        loop {
            if self.after_cr && !come.is_empty() {
                self.after_cr = false;
                if come[0] == b'\n' {
                    let _ = come.split_to(1);
                }
            }
            let end = come[self.seen..]
                .iter()
                .position(|byte| matches!(byte, b'\r' | b'\n'));
            let Some(end) = end else {
                self.seen = come.len();
                return Next::More;
            };
            let line = come.split_to(self.seen + end + 1);
            self.seen = 0;
            self.after_cr = line.ends_with(b"\r");
            let line = String::from_utf8_lossy(&line[..line.len() - 1]);
            let line = match std::mem::replace(&mut self.begun, true) {
                true => &*line,
                false => line.strip_prefix('\u{feff}').unwrap_or(&line),
            };
            if !line.is_empty() {
                self.line(line);
            } else if let Some(next) = self.finish() {
                return next;
            }
        }
    }

    fn held(&self) -> usize {
        self.data.as_ref().map_or(0, String::len)
    }
}
