//! Bodies that come from readers which make their thread wait, such as files of the standard library.
//!
//! They are read on the threads that tokio keeps for that, a chunk at a time, when the body is asked for more.

use super::body::Body;
use bytes::Bytes;
use futures_core::Stream;
use std::future::Future;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::task::{JoinHandle, spawn_blocking};

/// How much is read at once.
const CHUNK: usize = 64 << 10;

impl Body {
    /// What `source` reads, sent as it comes.
    pub fn read_from_blocking(source: impl Read + Send + 'static) -> Self {
        Self::stream(Source::Idle(Box::new(source)))
    }
}

type Reader = Box<dyn Read + Send>;

enum Source {
    Idle(Reader),
    Reading(JoinHandle<(Reader, io::Result<Vec<u8>>)>),
    Over,
}

impl Stream for Source {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::mem::replace(&mut *self, Source::Over) {
                Source::Idle(source) => *self = Source::Reading(spawn_blocking(|| read(source))),
                Source::Reading(mut reading) => {
                    let Poll::Ready(read) = Pin::new(&mut reading).poll(cx) else {
                        *self = Source::Reading(reading);
                        return Poll::Pending;
                    };
                    return Poll::Ready(match read.map_err(io::Error::other) {
                        Ok((_, Ok(chunk))) if chunk.is_empty() => None,
                        Ok((source, Ok(chunk))) => {
                            *self = Source::Idle(source);
                            Some(Ok(chunk.into()))
                        }
                        Ok((_, Err(error))) | Err(error) => Some(Err(error)),
                    });
                }
                Source::Over => return Poll::Ready(None),
            }
        }
    }
}

fn read(mut source: Reader) -> (Reader, io::Result<Vec<u8>>) {
    let mut chunk = vec![0; CHUNK];
    let read = loop {
        match source.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => break read,
        }
    };
    let read = read.map(|length| {
        chunk.truncate(length);
        chunk
    });
    (source, read)
}
