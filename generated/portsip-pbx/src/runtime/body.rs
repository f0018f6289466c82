//! A body: nothing, bytes in memory, or a stream.
//!
//! Also holds the two boxed types that everything asynchronous here shares.

use super::problem::Violation;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// Any error that may cross threads.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A future whose type is erased.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Is told what is different in a value of a stream, and decides whether the value is refused.
pub type Watcher = Arc<dyn Fn(&[Violation]) -> bool + Send + Sync>;

type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

/// What was found different in an answer, beside its body.
pub type Notes = Arc<Mutex<Vec<Violation>>>;

/// The body of a request or an answer. It is read once.
#[derive(Default)]
pub struct Body {
    content: Content,
    /// Whoever reads the answer that this is the body of notes there what is different about the rest of it.
    notes: Option<Notes>,
}

#[derive(Default)]
enum Content {
    #[default]
    Empty,
    Full(Bytes),
    /// Bytes to be read as the document has them.
    Exact(Bytes),
    Stream(Chunks),
    /// A stream of values to be read as the document has them.
    Watched(Chunks, Watcher),
}

/// A body was longer than was allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TooLarge {
    /// What was allowed, in bytes.
    pub limit: usize,
}

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the body is longer than {} bytes", self.limit)
    }
}

impl std::error::Error for TooLarge {}

impl Body {
    /// No body.
    pub fn empty() -> Self {
        Self::default()
    }

    /// A body that is sent as it comes.
    pub fn stream<S, E>(chunks: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        Content::Stream(Box::pin(Boxed(Box::pin(chunks)))).into()
    }

    /// The whole body, when it is in memory.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        static NOTHING: Bytes = Bytes::new();
        match &self.content {
            Content::Empty => Some(&NOTHING),
            Content::Full(bytes) | Content::Exact(bytes) => Some(bytes),
            Content::Stream(_) | Content::Watched(..) => None,
        }
    }

    /// What is read strictly, to find out where it differs from the document.
    pub fn exact(bytes: Bytes) -> Self {
        Content::Exact(bytes).into()
    }

    /// A stream whose values are read strictly first, to find out where they differ from the document.
    pub fn watched(self, watcher: Watcher) -> Self {
        Self {
            content: match self.content {
                Content::Stream(chunks) => Content::Watched(chunks, watcher),
                content => content,
            },
            notes: self.notes,
        }
    }

    /// The same body; what is different about the rest of its answer is noted there.
    pub fn noted(self, notes: Notes) -> Self {
        Self {
            notes: Some(notes),
            ..self
        }
    }

    /// Notes what is different about the rest of the answer, where that is of interest.
    pub(super) fn note(&self, what: impl FnOnce() -> String) {
        if let Some(notes) = &self.notes {
            let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
            notes.push(Violation {
                pointer: String::new(),
                detail: what(),
            });
        }
    }

    /// Who watches the values of this stream.
    pub fn watcher(&self) -> Option<Watcher> {
        match &self.content {
            Content::Watched(_, watcher) => Some(watcher.clone()),
            _ => None,
        }
    }

    pub(super) fn is_exact(&self) -> bool {
        matches!(self.content, Content::Exact(_))
    }

    /// The next chunk, or `None` at the end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, BoxError>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Everything; [`TooLarge`] when that is more than `limit` bytes.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, BoxError> {
        let mut all = BytesMut::new();
        self.read_into(&mut all, limit).await?;
        Ok(all.freeze())
    }

    /// As much as comes, at most `limit` bytes: for answers whose status says more than their body.
    pub async fn collect_some(mut self, limit: usize) -> Bytes {
        let mut all = BytesMut::new();
        // What came before a fault is kept; the fault itself is of no interest here.
        let _ = self.read_into(&mut all, limit).await;
        all.freeze()
    }

    async fn read_into(&mut self, all: &mut BytesMut, limit: usize) -> Result<(), BoxError> {
        while let Some(chunk) = self.chunk().await {
            let chunk = chunk?;
            if chunk.len() > limit - all.len() {
                all.extend_from_slice(&chunk[..limit - all.len()]);
                return Err(TooLarge { limit }.into());
            }
            all.extend_from_slice(&chunk);
        }
        Ok(())
    }
}

impl Stream for Body {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Content::Stream(chunks) | Content::Watched(chunks, _) = &mut self.content {
            return chunks.as_mut().poll_next(cx);
        }
        Poll::Ready(match std::mem::take(&mut self.content) {
            Content::Full(bytes) | Content::Exact(bytes) if !bytes.is_empty() => Some(Ok(bytes)),
            _ => None,
        })
    }
}

/// A stream with its errors boxed.
struct Boxed<S>(Pin<Box<S>>);

impl<S, E> Stream for Boxed<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.as_mut().poll_next(cx);
        next.map(|item| item.map(|chunk| chunk.map_err(Into::into)))
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.content {
            Content::Empty => f.write_str("Body(empty)"),
            Content::Full(bytes) | Content::Exact(bytes) => {
                write!(f, "Body({} bytes)", bytes.len())
            }
            Content::Stream(_) | Content::Watched(..) => f.write_str("Body(stream)"),
        }
    }
}

impl From<Content> for Body {
    fn from(content: Content) -> Self {
        Self {
            content,
            notes: None,
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Content::Full(bytes).into()
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Content::Full(bytes.into()).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Content::Full(text.into()).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Content::Full(Bytes::from_static(text.as_bytes())).into()
    }
}
