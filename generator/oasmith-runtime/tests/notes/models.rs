//! What is sent and answered.

use oasmith_runtime::check::{Check, Checked};
use oasmith_runtime::codec::{Json, KnownEnum, OpenEnum, Write};
use oasmith_runtime::operation::{Answer, DecodeError, ErrorBody};
use oasmith_runtime::pattern::Pattern;
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::served::ErrorAnswer;
use oasmith_runtime::writer::Writer;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Color {
    Red,
    Blue,
    Unknown(String),
}

impl OpenEnum for Color {
    fn as_str(&self) -> &str {
        match self {
            Self::Red => "RED",
            Self::Blue => "BLUE",
            Self::Unknown(text) => text,
        }
    }

    fn from_text(text: &str) -> Self {
        match text {
            "RED" => Self::Red,
            "BLUE" => Self::Blue,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for Color {
    const VALUES: &'static [&'static str] = &["RED", "BLUE"];

    fn is_known(&self) -> bool {
        Self::VALUES.contains(&self.as_str())
    }
}

impl Json for Color {
    fn blank() -> Self {
        Self::Unknown(String::new())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let it = Self::from_text(&r.string()?);
        if let Self::Unknown(_) = it {
            r.unlisted()?;
        }
        Ok(it)
    }
}

impl Write for Color {
    fn write(&self, w: &mut Writer) {
        w.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub title: String,
    pub size: i32,
    pub color: Option<Color>,
    pub parts: Option<Vec<Note>>,
    pub parent: Option<Box<Note>>,
    pub due: Option<Option<String>>,
}

impl Note {
    pub fn new(title: impl Into<String>, size: i32) -> Self {
        Self {
            title: title.into(),
            size,
            color: None,
            parts: None,
            parent: None,
            due: None,
        }
    }
}

impl Json for Note {
    fn blank() -> Self {
        Self::new("", 0)
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("title", &mut self.title),
            ("size", &mut self.size),
            ("color", &mut self.color),
            ("parts", &mut self.parts),
            ("parent", &mut self.parent),
            ("due", &mut self.due),
        ])
    }
}

impl Write for Note {
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("title", &self.title),
            ("size", &self.size),
            ("color", &self.color),
            ("parts", &self.parts),
            ("parent", &self.parent),
            ("due", &self.due),
        ]);
    }
}

static LETTERS: Pattern = Pattern::new("[a-z]{2}");

impl Checked for Note {
    fn check(&self, c: &mut Check) {
        c.length("title", Some(&self.title), Some(1), Some(10));
        c.pattern("title", Some(&self.title), &LETTERS);
        c.integer("size", Some(self.size.into()), Some(0), Some(100));
        c.known("color", self.color.as_ref());
        c.each("parts", self.parts.as_deref());
        c.object("parent", self.parent.as_deref().map(|it| it as _));
    }
}

/// A declared error.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub by: String,
}

impl Json for Taken {
    fn blank() -> Self {
        Self { by: String::new() }
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("by", &mut self.by)])
    }
}

impl Write for Taken {
    fn write(&self, w: &mut Writer) {
        w.object(&[("by", &self.by)]);
    }
}

impl ErrorBody for Taken {
    fn decode(answer: Answer) -> Result<Self, DecodeError> {
        answer.read_json()
    }
}

impl ErrorAnswer for Taken {
    fn encode(self) -> Answer {
        Answer::json(409, &self)
    }
}
