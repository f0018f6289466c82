//! Bodies that are `multipart/form-data` (RFC 7578).
//!
//! As with other forms, a model writes and reads JSON, of which the parts are made; files travel beside it, and the JSON
//! tells them by their index. A form is in memory as a whole, both ways, so a server's limit for bodies holds for it.

use super::codec::{self, Json, Write};
use super::decoder::Decoder;
use super::encoder::Encoder;
use super::file::File;
use super::form::{Form, Members, Refusal, Said, Value, each_member, items, style, text};
use super::reader::Reader;
use super::writer::Writer;
use bytes::Bytes;
use http::HeaderValue;
use std::hash::{BuildHasher, RandomState};

/// How many parts a form may have.
const MAX_PARTS: usize = 1000;
/// How long the headers of a part may be.
const MAX_HEADERS: usize = 8 << 10;

impl Encoder {
    /// Sets the body: a form of parts.
    pub fn multipart(&mut self, value: &impl Write, members: &Members) {
        let mut w = Writer::new();
        value.write(&mut w);
        let (json, files) = w.into_parts();
        // Nobody can guess it, so nothing that is sent holds it.
        let boundary = format!("{:016x}{:016x}", random(), random());
        let mut parts = Parts {
            out: Vec::new(),
            boundary: &boundary,
            files: &files,
        };
        let written = each_member(&json, &mut |name, value| {
            parts.member(name, value, style(members, name));
            Ok(())
        });
        if let Err(Refusal { name, message }) = written {
            return self.refuse("body", &name, message);
        }
        parts.line(&["--", &boundary, "--"]);
        let body = parts.out;
        self.stream("multipart/form-data", body.into());
        let media = format!("multipart/form-data; boundary={boundary}");
        if let Ok(media) = HeaderValue::from_str(&media) {
            self.content_type(media);
        }
    }
}

fn random() -> u64 {
    // The standard library's only source of randomness: the keys of its hashes.
    RandomState::new().hash_one(0)
}

/// A form in the making.
struct Parts<'a> {
    out: Vec<u8>,
    boundary: &'a str,
    files: &'a [File],
}

impl Parts<'_> {
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
        let is_json = value.starts_with(['{', '[']);
        let media = match form {
            Some(Form::File(media)) => return self.file(name, value, media),
            Some(Form::Part(media)) => Some(media),
            _ => is_json.then_some("application/json"),
        };
        self.part(name, None, media, text(value).as_bytes());
    }

    fn file(&mut self, name: &str, index: &str, media: &str) {
        if let Some(file) = index
            .parse()
            .ok()
            .and_then(|index: usize| self.files.get(index))
        {
            let media = file.media.as_deref().unwrap_or(media);
            // Without one, many servers take a file for a text.
            let called = file.name.as_deref().unwrap_or("file");
            self.part(name, Some(called), Some(media), &file.bytes);
        }
    }

    fn part(&mut self, name: &str, file: Option<&str>, media: Option<&str>, content: &[u8]) {
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
        self.out.extend_from_slice(content);
        self.line(&[]);
    }

    fn line(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.out.extend_from_slice(piece.as_bytes());
        }
        self.out.extend_from_slice(b"\r\n");
    }
}

/// As the HTML standard writes names ("multipart form data"): what would end them is escaped.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn unquoted(name: &str) -> String {
    name.replace("%22", "\"")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
}

impl Decoder<'_> {
    /// The body: a form of parts. An empty one has no members.
    pub fn multipart<T: Json>(&mut self, members: &Members) -> Option<T> {
        let parts = match self.has_body() {
            true => self.parts()?,
            false => Vec::new(),
        };
        let (mut said, mut files) = (Said::default(), Vec::new());
        for part in parts {
            let value = match style(members, &part.name) {
                Some(Form::File(_)) => {
                    files.push(part.file);
                    Value::File(files.len() - 1)
                }
                form => {
                    let Ok(text) = String::from_utf8(part.file.bytes.into()) else {
                        self.malformed("body", &part.name);
                        return None;
                    };
                    match form {
                        Some(Form::Json | Form::JsonItems) => Value::json(text),
                        _ => Value::Text(text),
                    }
                }
            };
            said.add(part.name, value);
        }
        let json = said.into_json(members);
        self.read_body(codec::salvage_from(
            Reader::of_texts(&json).map(|it| it.with_files(&files)),
        ))
    }

    /// The body, which may be left out: a form of parts.
    pub fn optional_multipart<T: Json>(&mut self, members: &Members) -> Option<Option<T>> {
        match self.has_body() {
            true => self.multipart(members).map(Some),
            false => Some(None),
        }
    }

    fn parts(&mut self) -> Option<Vec<Part>> {
        let boundary = self.content_type().and_then(|it| parameter(it, "boundary"));
        let body = self.body_bytes();
        let parts = boundary.and_then(|boundary| split(&body, &boundary));
        if parts.is_none() {
            self.malformed("body", "");
        }
        parts
    }
}

struct Part {
    name: String,
    file: File,
}

/// The parts of a body; `None` when it is not well formed (RFC 2046, section 5.1.1).
fn split(body: &Bytes, boundary: &str) -> Option<Vec<Part>> {
    if boundary.is_empty() || boundary.len() > 70 {
        return None;
    }
    let delimiter = format!("\r\n--{boundary}");
    let delimiter = delimiter.as_bytes();
    // What comes before the first delimiter is to be ignored.
    let mut at = match body.starts_with(&delimiter[2..]) {
        true => delimiter.len() - 2,
        false => find(body, delimiter, 0)? + delimiter.len(),
    };
    let mut parts = Vec::new();
    while !body[at..].starts_with(b"--") {
        let start = find(body, b"\r\n", at)? + 2;
        let padded = body[at..start].iter().all(u8::is_ascii_whitespace);
        if !padded || parts.len() == MAX_PARTS {
            return None;
        }
        let end = find(body, delimiter, start)?;
        parts.push(part(body, start, end)?);
        at = end + delimiter.len();
    }
    Some(parts)
}

fn part(body: &Bytes, start: usize, end: usize) -> Option<Part> {
    let headers_end = find(&body[..end], b"\r\n\r\n", start)?;
    if headers_end - start > MAX_HEADERS {
        return None;
    }
    let headers = std::str::from_utf8(&body[start..headers_end]).ok()?;
    let header = |name: &str| {
        let mut lines = headers
            .split("\r\n")
            .filter_map(|line| line.split_once(':'));
        let found = lines.find(|(known, _)| known.trim().eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim())
    };
    let disposition = header("content-disposition")?;
    Some(Part {
        name: unquoted(&parameter(disposition, "name")?),
        file: File {
            name: parameter(disposition, "filename").map(|it| unquoted(&it)),
            media: header("content-type").map(str::to_owned),
            ..File::from(body.slice(headers_end + 4..end))
        },
    })
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let found = bytes
        .get(from..)?
        .windows(wanted.len())
        .position(|it| it == wanted);
    found.map(|at| from + at)
}

/// A parameter of a header (RFC 9110, section 5.6.6).
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        let (known, after) = rest.split_once('=')?;
        let (value, after) = value(after)?;
        if known.trim().eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = after.trim_start().strip_prefix(';')?;
    }
}

/// A token or a quoted string, and what comes after it.
fn value(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let Some(inside) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return Some((text[..end].trim().to_owned(), &text[end..]));
    };
    let (mut out, mut chars) = (String::new(), inside.char_indices());
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return Some((out, &inside[at + 1..])),
            // Only these are escaped: some senders leave `\` in the names of files as it is.
            '\\' if inside[at + 1..].starts_with(['"', '\\']) => {
                out.extend(chars.next().map(|(_, char)| char));
            }
            char => out.push(char),
        }
    }
    None
}
