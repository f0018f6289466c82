//! A file in a form.

use super::body::{Body, BoxError};
use super::codec::{Json, Write};
use super::reader::{Fault, Reader};
use super::writer::Writer;
use bytes::Bytes;
use futures_core::Stream;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// A file that is sent as a part of a form: its content, and what it is called.
///
/// The content is in memory, or read while it is sent: then it can be sent once, and clones of the file share it.
#[derive(Clone)]
#[non_exhaustive]
pub struct File {
    content: Content,
    /// What the sender calls it. Never a path to write to: whoever sends it chooses it.
    pub name: Option<String>,
    /// The media type; where there is none, the declared one.
    pub media: Option<String>,
}

#[derive(Clone)]
enum Content {
    Bytes(Bytes),
    /// `None` once it was taken.
    Once(Arc<Mutex<Option<Body>>>, Option<u64>),
}

impl File {
    /// A file with a name. What it holds may be bytes, or a body that is read while it is sent.
    pub fn new(name: impl Into<String>, content: impl Into<Body>) -> Self {
        Self {
            name: Some(name.into()),
            ..Self::from(content.into())
        }
    }

    /// Sets the media type: `image/png`.
    pub fn media(mut self, media: impl Into<String>) -> Self {
        self.media = Some(media.into());
        self
    }

    /// Says how many bytes a body has that is read while it is sent. Where that is known of all files, a request says how
    /// long it is. A body that turns out to have more or fewer makes the request fail.
    pub fn length(mut self, bytes: u64) -> Self {
        if let Content::Once(_, length) = &mut self.content {
            *length = Some(bytes);
        }
        self
    }

    /// The content, where it is in memory.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Once(..) => None,
        }
    }

    /// The content. It breaks off at once when it is one that is read once, and was.
    pub fn into_body(self) -> Body {
        match self.content {
            Content::Bytes(bytes) => bytes.into(),
            Content::Once(body, _) => {
                let body = body.lock().unwrap_or_else(PoisonError::into_inner).take();
                body.unwrap_or_else(|| Body::stream(Gone))
            }
        }
    }

    /// How many bytes it has, where that is known.
    pub(super) fn known_length(&self) -> Option<u64> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes.len() as u64),
            Content::Once(_, length) => *length,
        }
    }
}

/// In place of a body that was taken.
struct Gone;

impl Stream for Gone {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(Err("the file was read before".into())))
    }
}

impl From<Body> for File {
    fn from(body: Body) -> Self {
        let content = match body.as_bytes() {
            Some(bytes) => Content::Bytes(bytes.clone()),
            None => Content::Once(Arc::new(Mutex::new(Some(body))), None),
        };
        Self {
            content,
            name: None,
            media: None,
        }
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Body::from(bytes).into()
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Body::from(bytes).into()
    }
}

/// The same name and the same bytes. Of content that is read once, only the same one is equal.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        let content = match (&self.content, &other.content) {
            (Content::Bytes(a), Content::Bytes(b)) => a == b,
            (Content::Once(a, _), Content::Once(b, _)) => Arc::ptr_eq(a, b),
            _ => false,
        };
        content && self.name == other.name && self.media == other.media
    }
}

impl Eq for File {}

/// Without the content, which may be long and a secret.
impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let content = match &self.content {
            Content::Bytes(bytes) => format!("[{} bytes]", bytes.len()),
            Content::Once(..) => "[stream]".to_owned(),
        };
        f.debug_struct("File")
            .field("content", &format_args!("{content}"))
            .field("name", &self.name)
            .field("media", &self.media)
            .finish()
    }
}

/// JSON has the index of the file among those that go with it.
impl Json for File {
    fn blank() -> Self {
        Bytes::new().into()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let file = r.attached("a file")?.downcast_ref::<Self>().cloned();
        file.ok_or_else(|| r.reject("is not a file"))
    }
}

impl Write for File {
    fn write(&self, w: &mut Writer) {
        w.attach(self.clone());
    }
}
