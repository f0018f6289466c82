//! A request that may be sent more than once.

use super::body::Body;
use bytes::Bytes;
use http::header;
use http::request::Parts;

/// A request on its way. One whose body is a stream can be sent once.
#[derive(Debug)]
pub(super) struct Outgoing {
    pub(super) parts: Parts,
    body: Content,
}

#[derive(Debug)]
enum Content {
    Bytes(Bytes),
    /// `None` once it was sent.
    Stream(Option<Body>),
}

impl Outgoing {
    pub(super) fn new(request: http::Request<Body>) -> Self {
        let (parts, body) = request.into_parts();
        let body = match body.as_bytes() {
            Some(bytes) => Content::Bytes(bytes.clone()),
            None => Content::Stream(Some(body)),
        };
        Self { parts, body }
    }

    /// Whether it can be sent again after it was sent.
    pub(super) fn is_repeatable(&self) -> bool {
        matches!(self.body, Content::Bytes(_))
    }

    /// Whether there is nothing in the body.
    pub(super) fn is_empty(&self) -> bool {
        matches!(&self.body, Content::Bytes(bytes) if bytes.is_empty())
    }

    /// The same request, if it can be sent again.
    pub(super) fn again(&self) -> Option<Self> {
        let body = match &self.body {
            Content::Bytes(bytes) => Content::Bytes(bytes.clone()),
            Content::Stream(_) => return None,
        };
        Some(Self {
            parts: self.parts.clone(),
            body,
        })
    }

    /// The same request, to change and send. A stream goes with it.
    pub(super) fn take(&mut self) -> Self {
        let body = match &mut self.body {
            Content::Bytes(bytes) => Content::Bytes(bytes.clone()),
            Content::Stream(body) => Content::Stream(body.take()),
        };
        Self {
            parts: self.parts.clone(),
            body,
        }
    }

    /// What a transport sends.
    pub(super) fn request(&mut self) -> http::Request<Body> {
        let body = match &mut self.body {
            Content::Bytes(bytes) => bytes.clone().into(),
            Content::Stream(body) => body.take().unwrap_or_default(),
        };
        http::Request::from_parts(self.parts.clone(), body)
    }

    /// Leaves the body out, and what tells of it.
    pub(super) fn drop_body(&mut self) {
        self.body = Content::Bytes(Bytes::new());
        for name in [
            header::CONTENT_TYPE,
            header::CONTENT_LENGTH,
            header::CONTENT_ENCODING,
            header::CONTENT_LANGUAGE,
            header::CONTENT_LOCATION,
            header::TRANSFER_ENCODING,
        ] {
            self.parts.headers.remove(name);
        }
    }
}
