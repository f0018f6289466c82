//! Problem details (RFC 9457): what a refusal says.

use super::codec::{self, Json, Raw, Write};
use super::reader::{Fault, Reader};
use super::writer::Writer;
use http::StatusCode;

/// How much of a member's name a pointer repeats: a sender must not be able to blow up the answer.
const MAX_NAME: usize = 256;

/// One thing that is wrong with a request or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Where: a JSON Pointer, empty for the whole.
    pub pointer: String,
    /// What: never repeats the value.
    pub detail: String,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.pointer.as_str() {
            "" => f.write_str(&self.detail),
            pointer => write!(f, "{pointer}: {}", self.detail),
        }
    }
}

/// Adds a step to a JSON Pointer (RFC 6901).
pub fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    let mut end = step.len().min(MAX_NAME);
    while !step.is_char_boundary(end) {
        end -= 1;
    }
    for char in step[..end].chars() {
        match char {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(char),
        }
    }
    if end < step.len() {
        pointer.push('…');
    }
}

impl Json for Violation {
    fn blank() -> Self {
        Self {
            pointer: String::new(),
            detail: String::new(),
        }
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let (mut pointer, mut detail) = (None, None);
        r.members(&mut [("pointer", &mut pointer), ("detail", &mut detail)])?;
        Ok(Self {
            pointer: pointer.unwrap_or_default(),
            detail: detail.unwrap_or_default(),
        })
    }
}

impl Write for Violation {
    fn write(&self, w: &mut Writer) {
        w.object(&[("pointer", &self.pointer), ("detail", &self.detail)]);
    }
}

/// Why a request was refused, as `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The status it is sent with.
    pub status: StatusCode,
    /// A URI for this kind of problem; `None` is `about:blank`.
    pub kind: Option<String>,
    /// The kind of problem, in words.
    pub title: Option<String>,
    /// What went wrong this time.
    pub detail: Option<String>,
    /// A URI for this occurrence.
    pub instance: Option<String>,
    /// Everything that is wrong with the request, where that can be told.
    pub errors: Vec<Violation>,
}

impl Problem {
    /// A problem that its status tells all about.
    pub fn new(status: StatusCode) -> Self {
        Self {
            status,
            kind: None,
            title: status.canonical_reason().map(str::to_owned),
            detail: None,
            instance: None,
            errors: Vec::new(),
        }
    }

    /// Sets what went wrong this time.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets everything that is wrong with the request.
    pub fn errors(mut self, errors: Vec<Violation>) -> Self {
        self.errors = errors;
        self
    }

    /// Reads the body of an answer with `status`.
    pub fn parse(status: StatusCode, body: &[u8]) -> Option<Self> {
        let mut problem = codec::decode::<Self>(body).ok()?;
        problem.status = status;
        let told = problem.title.is_some() || problem.detail.is_some() || problem.kind.is_some();
        told.then_some(problem)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.title.as_deref() {
            Some(title) => f.write_str(title)?,
            None => write!(f, "{}", self.status)?,
        }
        if let Some(detail) = &self.detail {
            write!(f, ": {detail}")?;
        }
        for (index, violation) in self.errors.iter().enumerate() {
            write!(f, "{} {violation}", if index == 0 { ":" } else { ";" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// RFC 9457, section 3.1: members of the wrong type are ignored.
impl Json for Problem {
    fn blank() -> Self {
        Self {
            title: None,
            ..Self::new(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.object(&mut |r, name| {
            let value = Raw::read(r)?;
            match name {
                "type" => {
                    self.kind = value
                        .decode()
                        .ok()
                        .filter(|kind: &String| kind != "about:blank")
                }
                "title" => self.title = value.decode().ok(),
                "detail" => self.detail = value.decode().ok(),
                "instance" => self.instance = value.decode().ok(),
                "errors" => self.errors = value.decode().unwrap_or_default(),
                "status" => {
                    let status = value
                        .decode::<u32>()
                        .ok()
                        .and_then(|code| u16::try_from(code).ok());
                    self.status = status
                        .and_then(|code| StatusCode::from_u16(code).ok())
                        .unwrap_or(self.status);
                }
                _ => {}
            }
            Ok(())
        })
    }
}

impl Write for Problem {
    fn write(&self, w: &mut Writer) {
        let kind = self
            .kind
            .clone()
            .unwrap_or_else(|| "about:blank".to_owned());
        let errors = (!self.errors.is_empty()).then(|| self.errors.clone());
        w.object(&[
            ("type", &kind),
            ("title", &self.title),
            ("status", &u32::from(self.status.as_u16())),
            ("detail", &self.detail),
            ("instance", &self.instance),
            ("errors", &errors),
        ]);
    }
}
