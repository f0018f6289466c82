//! Parameters and headers of answers that are one text or several, as the value is: `a`, and `a,b`.
//!
//! A separator inside of a text is escaped, so both come back as they were given, but for a list of one, which is its
//! item. Where there are no escapes, as in a header, and where a separator counts in its escaped form too, a text that
//! holds one is refused: it would come back as several.

use super::answer::{Answer, Texts, header_texts};
use super::codec::{Json, Write};
use super::decoder::{Decoder, plain, texts};
use super::encoder::Encoder;
use super::objects::Found;
use super::param::{Shape, Style};
use super::problem::Problem;
use super::styles::Fields;
use http::StatusCode;

impl Encoder {
    /// Adds a parameter, if there is a value. In the path it fills the next place.
    pub fn one_or_several(
        &mut self,
        place: &'static str,
        name: &str,
        value: Option<&impl Write>,
        style: Style,
    ) {
        let Some(value) = value else {
            return;
        };
        match (fields(value, place, style), place) {
            (Ok(fields), "path") => self.fill(&fields, style),
            (Err(message), "path") => self.refuse("path", name, message),
            (fields, _) => self.put(place, name, fields, style),
        }
    }
}

fn fields(value: &impl Write, place: &str, style: Style) -> Result<Fields, &'static str> {
    let fields = Fields::of(value).ok_or("is nested too deeply")?;
    let separator = match (place, style) {
        ("header", _) => Some(','),
        (_, Style::Space) => Some(' '),
        (_, Style::Pipe) => Some('|'),
        _ => None,
    };
    match &fields {
        Fields::Text(text) if separator.is_some_and(|it| text.contains(it)) => {
            Err("is a text that holds the separator")
        }
        _ => Ok(fields),
    }
}

impl Decoder<'_> {
    /// An optional parameter.
    pub fn one_or_several<T: Json>(
        &mut self,
        place: &'static str,
        name: &str,
        style: Style,
    ) -> Option<T> {
        let found = self.find(place, name, style);
        self.object(place, name, style, found)
    }

    /// A required parameter.
    pub fn need_one_or_several<T: Json>(
        &mut self,
        place: &'static str,
        name: &str,
        style: Style,
    ) -> Option<T> {
        match self.find(place, name, style) {
            Found::Absent => {
                self.note(place, name, "is required");
                None
            }
            found => self.object(place, name, style, found),
        }
    }

    fn find(&self, place: &str, name: &str, style: Style) -> Found {
        let found = match place {
            "path" => {
                let raw = self.path.iter().find(|(known, _)| *known == name);
                match raw.map(|(_, raw)| texts(name, raw, Shape::Many, style, &plain)) {
                    Some(Some(texts)) => Texts::Found(texts),
                    Some(None) => Texts::Broken,
                    None => Texts::Absent,
                }
            }
            "query" => self.query_texts(name, Shape::Many, style),
            "cookie" => self.cookie_texts(name, Shape::Many, style),
            _ => header_texts(self.headers, name, Shape::Many),
        };
        match found {
            Texts::Absent => Found::Absent,
            Texts::Broken => Found::Broken,
            Texts::Found(texts) => Found::Fields(as_many_as(texts)),
        }
    }
}

impl Answer {
    /// Adds a header, if there is a value.
    pub fn header_one_or_several<T: Write>(self, name: &str, value: &Option<T>) -> Self {
        let value = value.as_ref();
        match value.map(|it| fields(it, "header", Style::Comma)) {
            Some(Ok(fields)) => self.put_styled(name, &fields, Style::Comma),
            Some(Err(_)) => Self::problem(Problem::new(StatusCode::INTERNAL_SERVER_ERROR)),
            None => self,
        }
    }

    /// The value of a header, if there is one that can be read.
    pub fn one_or_several_param<T: Json>(&self, name: &str) -> Option<T> {
        let texts = self.found(name, header_texts(&self.headers, name, Shape::Many))?;
        let (value, faults) = as_many_as(texts).to();
        let value = value.filter(|_| faults.is_empty());
        if value.is_none() {
            self.note_header(name, "what the document says");
        }
        value
    }
}

/// One text is itself.
fn as_many_as(texts: Vec<String>) -> Fields {
    match <[String; 1]>::try_from(texts) {
        Ok([text]) => Fields::Text(text),
        Err(texts) => Fields::List(texts.into_iter().map(Fields::Text).collect()),
    }
}
