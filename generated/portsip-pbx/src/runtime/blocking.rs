//! Calls from code that is not asynchronous.
//!
//! One runtime serves all clients of a program: it is made with the first call and stays, with one thread that keeps
//! connections alive. What waits here must not itself run on a runtime: tokio panics there, since everything else on
//! that thread would have to wait too.

use super::body::Body;
use super::call::{Call, Response, Sending};
use super::error::Error;
use super::operation::Operation;
use bytes::{Buf, Bytes};
use futures_core::Stream;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::{Mutex, OnceLock, PoisonError};
use tokio::runtime::{Builder, Runtime};

impl<O: Operation> Call<'_, O> {
    /// Sends it, and waits for the answer. Not for asynchronous code: there it panics.
    pub fn send_blocking(self) -> Result<Response<O::Output>, Error<O::Error>> {
        self.send().wait_blocking()
    }
}

impl<T, E> Sending<T, E> {
    /// Waits for the answer. Not for asynchronous code: there it panics.
    pub fn wait_blocking(self) -> Result<Response<T>, Error<E>> {
        match runtime() {
            Ok(runtime) => runtime.block_on(self),
            Err(error) => Err(Error::Transport {
                info: self.info,
                source: error.into(),
            }),
        }
    }
}

/// The values of a stream, such as the items of a list or the events of an answer, each waited for.
pub fn iter<S: Stream>(values: S) -> io::Result<Iter<S>> {
    Ok(Iter {
        runtime: runtime()?,
        values: Box::pin(values),
    })
}

/// An iterator over the values of a stream.
pub struct Iter<S> {
    runtime: &'static Runtime,
    values: Pin<Box<S>>,
}

impl<S: Stream> Iterator for Iter<S> {
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        let values = &mut self.values;
        let next = poll_fn(|cx| values.as_mut().poll_next(cx));
        self.runtime.block_on(next)
    }
}

/// The bytes of a streamed answer, to be read.
pub fn reader(body: Body) -> io::Result<Reader> {
    Ok(Reader {
        runtime: runtime()?,
        body,
        chunk: Bytes::new(),
    })
}

/// Reads a body.
pub struct Reader {
    runtime: &'static Runtime,
    body: Body,
    chunk: Bytes,
}

impl io::Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.chunk.is_empty() {
            match self.runtime.block_on(self.body.chunk()) {
                Some(chunk) => self.chunk = chunk.map_err(io::Error::other)?,
                None => return Ok(0),
            }
        }
        let length = into.len().min(self.chunk.len());
        self.chunk.copy_to_slice(&mut into[..length]);
        Ok(length)
    }
}

/// The runtime. That it cannot be made is not kept: there may be room for its thread later.
fn runtime() -> io::Result<&'static Runtime> {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    static MAKING: Mutex<()> = Mutex::new(());
    let _making = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let made = Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("connections")
        .enable_all()
        .build()?;
    Ok(RUNTIME.get_or_init(|| made))
}

impl<S> std::fmt::Debug for Iter<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Iter")
    }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reader")
    }
}
