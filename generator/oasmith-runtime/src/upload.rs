//! A form with files, on its way: whole where it is sent, part by part where it is received.
//!
//! A handler takes the files as they come, and at the end the rest of the form, which is then read and checked like any
//! other; or all of it at once, in memory. Nothing is read before it is asked for, so a sender is as fast as what is done
//! with the files.
//! Deliberately missing: files on the disk of the server. Where they go is up to whoever takes them.

use super::body::{Body, BoxError, TooLarge};
use super::codec::Json;
use super::decoder::Decoder;
use super::encoder::Encoder;
use super::file::File;
use super::form::{Form, Members, style};
use super::multipart::{Gathered, written};
use super::operation::Info;
use super::parts::{Head, Parts, Step};
use super::problem::{Problem, Violation};
use super::said::Value;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

/// How much the parts may hold together that are kept while files are taken.
const MAX_KEPT: usize = 2 << 20;

/// A form with files. `T` is the form as a whole.
pub struct Multipart<T>(State<T>);

enum State<T> {
    Whole(T, &'static Members),
    Coming(Box<Coming>, Check<T>),
}

/// What is wrong with a form.
type Check<T> = fn(&T) -> Vec<Violation>;

impl<T: Json> Multipart<T> {
    /// A form to send.
    pub fn new(form: T, members: &'static Members) -> Self {
        Self(State::Whole(form, members))
    }

    /// Ends in 413 when more than `bytes` come, all parts together.
    pub fn limit(mut self, bytes: u64) -> Self {
        if let State::Coming(it, _) = &mut self.0 {
            it.reading().left = bytes;
        }
        self
    }

    /// The next file; `None` when all parts have come. The other parts before it are kept for [`collect`](Self::collect),
    /// 2 MB of them. What is left of the file before is stepped over.
    pub async fn next_file(&mut self) -> Result<Option<Part>, Box<Problem>> {
        self.coming()?.next_file().await
    }

    /// The text of a member that is no file, if its part came before the file that was taken last.
    pub fn text(&self, member: &str) -> Option<&str> {
        match &self.0 {
            State::Whole(..) => None,
            State::Coming(it, _) => match it.kept.said.values.get(member)?.0.as_slice() {
                [Value::Text(text)] => Some(text),
                _ => None,
            },
        }
    }

    /// The form, checked. Files that were not taken are in it, and those that were are empty. 413 when it is more than
    /// `limit` bytes, apart from what was taken.
    pub async fn collect(self, limit: usize) -> Result<T, Box<Problem>> {
        match self.0 {
            State::Whole(form, _) => Ok(form),
            State::Coming(mut it, check) => {
                it.keep_all(limit).await?;
                it.form(check)
            }
        }
    }

    /// The parts, also of a form that was made in memory.
    fn coming(&mut self) -> Result<&mut Coming, Box<Problem>> {
        static UNKNOWN: Info = Info::PLAIN;
        if let State::Whole(form, members) = &self.0 {
            let sent = written(form, members).ok();
            let coming = sent.and_then(|it| Coming::new(&it.media, it.body, members, &UNKNOWN));
            let coming = coming.ok_or_else(|| boxed(StatusCode::BAD_REQUEST))?;
            self.0 = State::Coming(Box::new(coming), |_| Vec::new());
        }
        match &mut self.0 {
            State::Coming(it, _) => Ok(it),
            State::Whole(..) => Err(boxed(StatusCode::INTERNAL_SERVER_ERROR)),
        }
    }
}

impl<T> std::fmt::Debug for Multipart<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Multipart")
    }
}

/// A file as it comes.
#[derive(Debug)]
#[non_exhaustive]
pub struct Part {
    /// The member of the form.
    pub member: String,
    /// What the sender calls it. Never a path to write to: whoever sends it chooses it.
    pub name: Option<String>,
    /// The media type.
    pub media: Option<String>,
    /// The content, until the next file is asked for. What it fails with becomes a [`Problem`] that tells the sender.
    pub body: Body,
}

impl From<Part> for File {
    fn from(part: Part) -> Self {
        let mut file = Self::from(part.body);
        (file.name, file.media) = (part.name, part.media);
        file
    }
}

/// What a sender is told of a body that could not be read: 413 when it was too long, what is wrong with the form; and 500
/// without any details for all else, such as a disk that is full.
impl From<BoxError> for Problem {
    fn from(error: BoxError) -> Self {
        match error.downcast::<Self>() {
            Ok(problem) => *problem,
            Err(error) if error.is::<TooLarge>() => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE).detail(error.to_string())
            }
            Err(_) => Self::new(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

impl Encoder {
    /// Sets the body: a form with files. One that was received is passed on as it comes.
    pub fn upload<T: Json>(&mut self, form: Multipart<T>) {
        let it = match form.0 {
            State::Whole(form, members) => return self.multipart(&form, members),
            State::Coming(it, _) => it,
        };
        let mut reading = it.reading();
        if reading.is_begun {
            return self.refuse("body", "", "was read already");
        }
        let body = std::mem::take(&mut reading.body);
        self.put_parts(&it.media, body, None);
    }
}

impl Decoder<'_> {
    /// The body: a form with files, to be read as it comes. One that is in memory is checked at once.
    pub fn upload<T: Json>(
        &mut self,
        members: &'static Members,
        check: Check<T>,
    ) -> Option<Multipart<T>> {
        if let Some(bytes) = self.body.as_bytes().cloned() {
            let form: T = self.multipart(members)?;
            self.violations(check(&form));
            if bytes.is_empty() {
                return Some(Multipart::new(form, members));
            }
        }
        let media = self.content_type().unwrap_or_default();
        let body = self.stream()?;
        let Some(coming) = Coming::new(media, body, members, self.info) else {
            self.malformed("body", "");
            return None;
        };
        Some(Multipart(State::Coming(Box::new(coming), check)))
    }

    /// The body, which may be left out: a form with files.
    pub fn optional_upload<T: Json>(
        &mut self,
        members: &'static Members,
        check: Check<T>,
    ) -> Option<Option<Multipart<T>>> {
        match self.has_body() {
            true => self.upload(members, check).map(Some),
            false => Some(None),
        }
    }
}

/// A form that is being received.
struct Coming {
    /// Shared with the body of the file that was taken last.
    reading: Arc<Mutex<Reading>>,
    info: &'static Info,
    members: &'static Members,
    media: String,
    kept: Gathered,
    /// How many bytes are kept.
    length: usize,
}

impl Coming {
    fn new(
        media: &str,
        body: Body,
        members: &'static Members,
        info: &'static Info,
    ) -> Option<Self> {
        let (parts, come) = Parts::new(media)?;
        let reading = Reading {
            info,
            body,
            parts,
            come,
            is_begun: false,
            is_all: false,
            left: u64::MAX,
            part: 0,
            is_inside: false,
            fault: None,
        };
        Some(Self {
            reading: Arc::new(Mutex::new(reading)),
            info,
            members,
            media: media.to_owned(),
            kept: Gathered::default(),
            length: 0,
        })
    }

    fn reading(&self) -> MutexGuard<'_, Reading> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn step(&self) -> Result<Step, Box<Problem>> {
        poll_fn(|cx| self.reading().step(cx)).await
    }

    async fn next_file(&mut self) -> Result<Option<Part>, Box<Problem>> {
        loop {
            match self.step().await? {
                Step::Part(head) => match style(self.members, &head.member) {
                    Some(Form::File(_)) => return self.file(head).map(Some),
                    _ => self.keep(head, MAX_KEPT).await?,
                },
                Step::Over => return Ok(None),
                Step::More | Step::Content(_) | Step::Ended => {}
            }
        }
    }

    /// The file that begins. The form says that it was there.
    fn file(&mut self, head: Head) -> Result<Part, Box<Problem>> {
        self.add(head.clone(), Bytes::new())?;
        let content = Content {
            part: self.reading().part,
            reading: Some(self.reading.clone()),
        };
        Ok(Part {
            member: head.member,
            name: head.file,
            media: head.media,
            body: Body::stream(content),
        })
    }

    async fn keep_all(&mut self, limit: usize) -> Result<(), Box<Problem>> {
        loop {
            match self.step().await? {
                Step::Part(head) => self.keep(head, limit).await?,
                Step::Over => return Ok(()),
                Step::More | Step::Content(_) | Step::Ended => {}
            }
        }
    }

    /// Keeps the content of the part that begins.
    async fn keep(&mut self, head: Head, limit: usize) -> Result<(), Box<Problem>> {
        let mut content = BytesMut::new();
        while let Step::Content(bytes) = self.step().await? {
            self.length += bytes.len();
            if self.length > limit {
                return Err(self.reading().fail(too_large(limit as u64)));
            }
            content.extend_from_slice(&bytes);
        }
        self.add(head, content.freeze())
    }

    fn add(&mut self, head: Head, content: Bytes) -> Result<(), Box<Problem>> {
        let added = self.kept.add(head, content, self.members);
        added.map_err(|member| self.reading().fail(malformed(self.info, &member)))
    }

    fn form<T: Json>(self, check: Check<T>) -> Result<T, Box<Problem>> {
        let headers = HeaderMap::new();
        let mut decoder = Decoder::new(self.info, "", "", &headers, Body::empty());
        let form = decoder.gathered::<T>(self.kept, self.members);
        form.iter().for_each(|it| decoder.violations(check(it)));
        match (form, decoder.problem()) {
            (Some(form), None) => Ok(form),
            (_, problem) => {
                let problem = problem.unwrap_or_else(|| Problem::new(StatusCode::BAD_REQUEST));
                Err(Box::new(problem))
            }
        }
    }
}

fn boxed(status: StatusCode) -> Box<Problem> {
    Box::new(Problem::new(status))
}

fn too_large(limit: u64) -> Problem {
    let detail = format!("the form is longer than {limit} bytes");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE).detail(detail)
}

fn malformed(info: &'static Info, member: &str) -> Problem {
    let headers = HeaderMap::new();
    let mut decoder = Decoder::new(info, "", "", &headers, Body::empty());
    decoder.malformed("body", member);
    let problem = decoder.problem();
    problem.unwrap_or_else(|| Problem::new(StatusCode::BAD_REQUEST))
}

/// The place in a form that is being received.
struct Reading {
    info: &'static Info,
    body: Body,
    parts: Parts,
    come: BytesMut,
    is_begun: bool,
    is_all: bool,
    /// How many bytes may still come.
    left: u64,
    /// Which part it is, counted from 1, and whether more of it is to come.
    part: usize,
    is_inside: bool,
    /// Why nothing more can be read.
    fault: Option<Box<Problem>>,
}

impl Reading {
    fn step(&mut self, cx: &mut Context<'_>) -> Poll<Result<Step, Box<Problem>>> {
        self.is_begun = true;
        loop {
            if let Some(fault) = &self.fault {
                return Poll::Ready(Err(fault.clone()));
            }
            match self.parts.step(&mut self.come, self.is_all) {
                Ok(Step::More) => {}
                Ok(step) => {
                    self.part += usize::from(matches!(step, Step::Part(_)));
                    self.is_inside = matches!(step, Step::Part(_) | Step::Content(_));
                    return Poll::Ready(Ok(step));
                }
                Err(_) => {
                    self.fail(malformed(self.info, ""));
                    continue;
                }
            }
            match Pin::new(&mut self.body).poll_next(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => self.is_all = true,
                Poll::Ready(Some(Err(error))) => drop(self.fail(lost(error))),
                Poll::Ready(Some(Ok(chunk))) => match self.left.checked_sub(chunk.len() as u64) {
                    Some(left) => {
                        self.left = left;
                        self.come.extend_from_slice(&chunk);
                    }
                    None => {
                        let detail = "the form is longer than is allowed";
                        let problem = Problem::new(StatusCode::PAYLOAD_TOO_LARGE);
                        self.fail(problem.detail(detail));
                    }
                },
            }
        }
    }

    /// Reads no more.
    fn fail(&mut self, problem: Problem) -> Box<Problem> {
        let problem = Box::new(problem);
        (self.body, self.come) = (Body::empty(), BytesMut::new());
        self.fault = Some(problem.clone());
        problem
    }
}

/// Why a request's body ends before its end: its sender has gone, or paused for too long.
fn lost(error: BoxError) -> Problem {
    let status = match error.downcast_ref::<io::Error>() {
        Some(error) if error.kind() == io::ErrorKind::TimedOut => StatusCode::REQUEST_TIMEOUT,
        _ => StatusCode::BAD_REQUEST,
    };
    Problem::new(status).detail("the form breaks off")
}

/// The content of a file.
struct Content {
    /// `None` once it has ended.
    reading: Option<Arc<Mutex<Reading>>>,
    part: usize,
}

impl Stream for Content {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(shared) = self.reading.clone() else {
            return Poll::Ready(None);
        };
        let mut reading = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let next = match reading.part == self.part {
            true if !reading.is_inside => None,
            true => match reading.step(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(Step::Content(bytes))) => return Poll::Ready(Some(Ok(bytes))),
                Poll::Ready(Ok(_)) => None,
                Poll::Ready(Err(problem)) => Some(Err(problem as BoxError)),
            },
            false => Some(Err("the form was read on".into())),
        };
        self.reading = None;
        Poll::Ready(next)
    }
}
