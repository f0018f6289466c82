//! Bodies that are `multipart/form-data` (RFC 7578).
//!
//! As with other forms, a model writes and reads JSON, of which the parts are made; files travel beside it, and the JSON
//! tells them by their index. What is in memory is one piece of bytes, which can be sent again; a form with a file that is
//! read while it is sent is a stream.

use super::body::{Body, BoxError};
use super::codec::{self, Attached, Json, Raw, Write};
use super::decoder::Decoder;
use super::encoder::Encoder;
use super::file::File;
use super::form::{Form, Members, Refusal, each_member, items, style, text};
use super::media::is_media;
use super::parts::{Head, Parts, Step};
use super::reader::Reader;
use super::said::{Said, Value};
use super::writer::Writer;
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderValue, header};
use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll};

impl Encoder {
    /// Sets the body: a form of parts.
    pub fn multipart(&mut self, value: &impl Write, members: &Members) {
        match written(value, members) {
            Ok(it) => self.put_parts(&it.media, it.body, it.length),
            Err(Refusal { name, message }) => self.refuse("body", &name, message),
        }
    }

    pub(super) fn put_parts(&mut self, media: &str, body: Body, length: Option<u64>) {
        self.stream("multipart/form-data", body);
        if let Ok(media) = HeaderValue::from_str(media) {
            self.headers.insert(header::CONTENT_TYPE, media);
        }
        if let Some(length) = length {
            self.headers.insert(header::CONTENT_LENGTH, length.into());
        }
    }
}

/// A form as it is sent.
pub(super) struct Written {
    pub(super) body: Body,
    /// The media type, with the boundary.
    pub(super) media: String,
    /// How long a stream is, where that is known.
    pub(super) length: Option<u64>,
}

/// The form that `value` is.
pub(super) fn written(value: &impl Write, members: &Members) -> Result<Written, Refusal> {
    let mut w = Writer::new();
    value.write(&mut w);
    let (json, files) = w.into_parts();
    // Nobody can guess it, so nothing that is sent holds it.
    let boundary = format!("{:016x}{:016x}", random(), random());
    let mut form = Pieces {
        out: Vec::new(),
        done: VecDeque::new(),
        length: Some(0),
        boundary: &boundary,
        files: &files,
    };
    each_member(&json, &mut |name, value| {
        form.member(name, value, style(members, name));
        Ok(())
    })?;
    form.line(&["--", &boundary, "--"]);
    let media = format!("multipart/form-data; boundary={boundary}");
    if form.done.is_empty() {
        return Ok(Written {
            body: form.out.into(),
            media,
            length: None,
        });
    }
    form.close();
    Ok(Written {
        length: form.length,
        body: Body::stream(Sending(form.done)),
        media,
    })
}

fn random() -> u64 {
    // The standard library's only source of randomness: the keys of its hashes.
    RandomState::new().hash_one(0)
}

/// A form in the making.
struct Pieces<'a> {
    /// What comes after what is done.
    out: Vec<u8>,
    done: VecDeque<Piece>,
    /// Of what is done, where that is known.
    length: Option<u64>,
    boundary: &'a str,
    files: &'a [Attached],
}

/// A part of a stream.
struct Piece {
    body: Body,
    /// How many bytes are still to come, if that is known.
    left: Option<u64>,
}

impl Pieces<'_> {
    fn member(&mut self, name: &str, value: &str, form: Option<Form>) {
        match value.as_bytes().first() {
            Some(b'n') => {}
            Some(b'[') if form != Some(Form::Json) => items(value)
                .into_iter()
                .for_each(|item| self.value(name, item, form)),
            _ => self.value(name, value, form),
        }
    }

    fn value(&mut self, name: &str, value: &str, form: Option<Form>) {
        // Of what may be anything, a number is told from the text that looks like it.
        let is_json = match form {
            Some(Form::Json | Form::JsonItems) => !value.starts_with('"'),
            _ => value.starts_with(['{', '[']),
        };
        let media = match form {
            Some(Form::File(media)) => return self.file(name, value, media),
            Some(Form::Part(media)) => Some(media),
            _ => is_json.then_some("application/json"),
        };
        self.head(name, None, media);
        self.line(&[&text(value)]);
    }

    fn file(&mut self, name: &str, index: &str, media: &str) {
        let index = index.parse().ok();
        let file = index.and_then(|index: usize| self.files.get(index));
        let Some(file) = file.and_then(|it| it.downcast_ref::<File>()) else {
            return;
        };
        let media = file.media.as_deref().unwrap_or(media);
        // Without one, many servers take a file for a text.
        let called = file.name.as_deref().unwrap_or("file");
        self.head(name, Some(called), Some(media));
        match file.as_bytes() {
            Some(bytes) => self.out.extend_from_slice(bytes),
            None => {
                self.close();
                self.piece(file.clone().into_body(), file.known_length());
            }
        }
        self.line(&[]);
    }

    fn head(&mut self, name: &str, file: Option<&str>, media: Option<&str>) {
        self.line(&["--", self.boundary]);
        let disposition = "Content-Disposition: form-data; name=\"";
        match file {
            Some(file) => {
                self.line(&[
                    disposition,
                    &quoted(name),
                    "\"; filename=\"",
                    &quoted(file),
                    "\"",
                ]);
            }
            None => self.line(&[disposition, &quoted(name), "\""]),
        }
        // A line break would begin another header.
        if let Some(media) = media.filter(|it| HeaderValue::from_str(it).is_ok()) {
            self.line(&["Content-Type: ", media]);
        }
        self.line(&[]);
    }

    fn line(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.out.extend_from_slice(piece.as_bytes());
        }
        self.out.extend_from_slice(b"\r\n");
    }

    /// What was put together so far is done.
    fn close(&mut self) {
        let out = std::mem::take(&mut self.out);
        let length = out.len() as u64;
        self.piece(out.into(), Some(length));
    }

    fn piece(&mut self, body: Body, left: Option<u64>) {
        self.length = self.length.zip(left).and_then(|(a, b)| a.checked_add(b));
        self.done.push_back(Piece { body, left });
    }
}

fn is_json(media: Option<&str>) -> bool {
    media.is_some_and(|it| is_media(it, "application/json"))
}

/// As the HTML standard writes names ("multipart form data"): what would end them is escaped.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// One piece after the other.
struct Sending(VecDeque<Piece>);

impl Stream for Sending {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(piece) = self.0.front_mut() {
            let Poll::Ready(next) = Pin::new(&mut piece.body).poll_next(cx) else {
                return Poll::Pending;
            };
            let length = match &next {
                Some(Ok(chunk)) => chunk.len() as u64,
                _ => 0,
            };
            let (left, is_more) = (piece.left, next.is_some());
            piece.left = left.map(|left| left.saturating_sub(length));
            // A request that says how long it is must not be anything else.
            let is_wrong = left.is_some_and(|left| length > left || !is_more && left > 0);
            match next {
                _ if is_wrong => {
                    self.0.clear();
                    let why = "a file is not as long as was said";
                    return Poll::Ready(Some(Err(why.into())));
                }
                Some(Err(error)) => {
                    self.0.clear();
                    return Poll::Ready(Some(Err(error)));
                }
                Some(chunk) => return Poll::Ready(Some(chunk)),
                None => drop(self.0.pop_front()),
            }
        }
        Poll::Ready(None)
    }
}

impl Decoder<'_> {
    /// The body: a form of parts. An empty one has no members.
    pub fn multipart<T: Json>(&mut self, members: &Members) -> Option<T> {
        let mut form = Gathered::default();
        if self.has_body()
            && let Err(member) = self.gather(members, &mut form)
        {
            self.malformed("body", &member);
            return None;
        }
        self.gathered(form, members)
    }

    /// The body, which may be left out: a form of parts.
    pub fn optional_multipart<T: Json>(&mut self, members: &Members) -> Option<Option<T>> {
        match self.has_body() {
            true => self.multipart(members).map(Some),
            false => Some(None),
        }
    }

    /// All parts, or the name of the one that is not well formed.
    fn gather(&self, members: &Members, form: &mut Gathered) -> Result<(), String> {
        let media = self.content_type().unwrap_or_default();
        let (mut parts, mut come) = Parts::new(media).ok_or_else(String::new)?;
        come.extend_from_slice(&self.body_bytes());
        let mut part: Option<(Head, BytesMut)> = None;
        loop {
            let step = parts.step(&mut come, true).map_err(|_| String::new())?;
            match (step, &mut part) {
                (Step::Part(head), _) => part = Some((head, BytesMut::new())),
                (Step::Content(bytes), Some((_, content))) => content.extend_from_slice(&bytes),
                (Step::Ended, _) => {
                    if let Some((head, content)) = part.take() {
                        form.add(head, content.freeze(), members)?;
                    }
                }
                (Step::Over | Step::More, _) => return Ok(()),
                (Step::Content(_), None) => {}
            }
        }
    }

    /// What the parts say.
    pub(super) fn gathered<T: Json>(&mut self, form: Gathered, members: &Members) -> Option<T> {
        let json = form.said.into_json(members);
        let reader = Reader::of_texts(&json).map(|it| it.with(&form.files));
        self.read_body(codec::salvage_from(reader))
    }
}

/// What the parts of a form say.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) said: Said,
    files: Vec<Attached>,
}

impl Gathered {
    /// Adds a part; tells its name when it is not well formed.
    pub(super) fn add(
        &mut self,
        head: Head,
        content: Bytes,
        members: &Members,
    ) -> Result<(), String> {
        let form = style(members, &head.member);
        if let Some(Form::File(_)) = form {
            let mut file = File::from(content);
            (file.name, file.media) = (head.file, head.media);
            self.files.push(Box::new(file));
            self.said
                .add(head.member, Value::File(self.files.len() - 1));
            return Ok(());
        }
        let Ok(text) = String::from_utf8(content.into()) else {
            return Err(head.member);
        };
        let value = match form {
            Some(Form::Json | Form::JsonItems) if is_json(head.media.as_deref()) => {
                Raw::parse(&text).map_or(Value::Text(text), Value::Json)
            }
            Some(Form::Json | Form::JsonItems) => Value::json(text),
            _ => Value::Text(text),
        };
        self.said.add(head.member, value);
        Ok(())
    }
}
