//! Long bodies: how far they are, how long they may be, and where they come from or go to.

use super::body::{Body, BoxError, TooLarge};
use bytes::Bytes;
use futures_core::Stream;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// How much is read at once.
const CHUNK: usize = 64 << 10;

impl Body {
    /// What `source` reads, such as a file of tokio's, sent as it comes.
    pub fn read_from(source: impl AsyncRead + Send + 'static) -> Self {
        Self::stream(Source {
            source: Box::pin(source),
            buffer: vec![0; CHUNK],
        })
    }

    /// Writes it to `target`, such as a file of tokio's, as it comes; tells how many bytes it was.
    pub async fn write_to(
        mut self,
        target: &mut (dyn AsyncWrite + Send + Unpin),
    ) -> Result<u64, BoxError> {
        let mut length = 0;
        while let Some(chunk) = self.chunk().await {
            let chunk = chunk?;
            let mut rest = &chunk[..];
            while !rest.is_empty() {
                match poll_fn(|cx| Pin::new(&mut *target).poll_write(cx, rest)).await? {
                    0 => return Err(io::Error::from(io::ErrorKind::WriteZero).into()),
                    written => rest = &rest[written..],
                }
            }
            length += chunk.len() as u64;
        }
        poll_fn(|cx| Pin::new(&mut *target).poll_flush(cx)).await?;
        Ok(length)
    }

    /// Calls `told` after each chunk, with how many bytes there were so far. A request with such a body is sent once.
    pub fn on_progress(self, told: impl FnMut(u64) + Send + 'static) -> Self {
        Self::stream(Counted {
            body: self,
            so_far: 0,
            told: Box::new(told),
        })
    }

    /// Ends in [`TooLarge`] when there are more than `bytes`.
    pub fn limit(self, bytes: usize) -> Self {
        Self::stream(Limited {
            body: self,
            limit: bytes,
            left: bytes,
        })
    }
}

struct Source {
    source: Pin<Box<dyn AsyncRead + Send>>,
    buffer: Vec<u8>,
}

impl Stream for Source {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let it = &mut *self;
        let mut buffer = ReadBuf::new(&mut it.buffer);
        match it.source.as_mut().poll_read(cx, &mut buffer) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(error)) => Poll::Ready(Some(Err(error))),
            Poll::Ready(Ok(())) => match buffer.filled() {
                [] => Poll::Ready(None),
                filled => Poll::Ready(Some(Ok(Bytes::copy_from_slice(filled)))),
            },
        }
    }
}

struct Counted {
    body: Body,
    so_far: u64,
    told: Box<dyn FnMut(u64) + Send>,
}

impl Stream for Counted {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let it = &mut *self;
        let next = Pin::new(&mut it.body).poll_next(cx);
        if let Poll::Ready(Some(Ok(chunk))) = &next {
            it.so_far += chunk.len() as u64;
            (it.told)(it.so_far);
        }
        next
    }
}

struct Limited {
    body: Body,
    limit: usize,
    left: usize,
}

impl Stream for Limited {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let it = &mut *self;
        let next = Pin::new(&mut it.body).poll_next(cx);
        let Poll::Ready(Some(Ok(chunk))) = &next else {
            return next;
        };
        match it.left.checked_sub(chunk.len()) {
            Some(left) => it.left = left,
            None => {
                // What is too long is not read on.
                it.body = Body::empty();
                return Poll::Ready(Some(Err(TooLarge { limit: it.limit }.into())));
            }
        }
        next
    }
}
