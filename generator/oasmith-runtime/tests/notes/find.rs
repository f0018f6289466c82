//! An operation with every place and style there is.

use super::{COOKIE_KEY, PLAIN, requires};
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::operation::{Answer, DecodeError, Encoder, Info, Operation};
use oasmith_runtime::param::Style;
use oasmith_runtime::served::Served;

/// Every place and style there is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    pub id: String,
    pub part: String,
    pub ext: String,
    pub list: Vec<String>,
    pub text: Option<String>,
    pub size: Option<i64>,
    pub exploded: Option<Vec<String>>,
    pub comma: Option<Vec<String>>,
    pub space: Option<Vec<i32>>,
    pub pipe: Option<Vec<i32>>,
    pub note: Option<String>,
    pub notes: Option<Vec<String>>,
    pub session: Option<String>,
    pub sessions: Option<Vec<String>>,
}

impl Operation for Find {
    const INFO: &'static Info = &Info {
        id: "find",
        path: "/find/{id}/part-{part}.{ext}/{list}",
        security: &[&[requires(&COOKIE_KEY)]],
        ..PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.path(&self.part, Style::Comma);
        to.path(&self.ext, Style::Comma);
        to.path(&self.list, Style::Comma);
        to.query("text", &self.text, Style::Exploded);
        to.query("size&", &self.size, Style::Exploded);
        to.query("exploded", &self.exploded, Style::Exploded);
        to.query("comma", &self.comma, Style::Comma);
        to.query("space", &self.space, Style::Space);
        to.query("pipe", &self.pipe, Style::Pipe);
        to.header("x-note", &self.note, Style::Comma);
        to.header("x-notes", &self.notes, Style::Comma);
        to.cookie("one", &self.session, Style::Comma);
        to.cookie("ma;ny", &self.sessions, Style::Comma);
    }

    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

impl Served for Find {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let part = from.path("part", Style::Comma);
        let ext = from.path("ext", Style::Comma);
        let list = from.path("list", Style::Comma);
        let text = from.query("text", Style::Exploded);
        let size = from.query("size&", Style::Exploded);
        let exploded = from.query("exploded", Style::Exploded);
        let comma = from.query("comma", Style::Comma);
        let space = from.query("space", Style::Space);
        let pipe = from.query("pipe", Style::Pipe);
        let note = from.header("x-note", Style::Comma);
        let notes = from.header("x-notes", Style::Comma);
        let session = from.cookie("one", Style::Comma);
        let sessions = from.cookie("ma;ny", Style::Comma);
        Some(Self {
            id: id?,
            part: part?,
            ext: ext?,
            list: list?,
            text,
            size,
            exploded,
            comma,
            space,
            pipe,
            note,
            notes,
            session,
            sessions,
        })
    }

    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}
