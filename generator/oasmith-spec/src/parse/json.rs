//! JSON (RFC 8259), with the place of every key and value.
//!
//! The structure is here; [`string`] and [`number`] read the leaves, [`fault`] words what is wrong.

mod fault;
mod number;
mod string;

use std::collections::HashSet;

use oasmith_source::{Diagnostic, Diagnostics, FileId, SourceMap, Span};

use super::{MAX_DEPTH, duplicate, too_deep};
use crate::node::{Key, Node, Object, Value};

pub(super) fn parse(sources: &SourceMap, span: Span) -> (Option<Node>, Diagnostics) {
    let text = sources.file(span.file).text();
    let mut cx = Cx {
        // Cut at the end of the fragment, not at its start, so that offsets are those of the file.
        text: text.get(..span.range().end).unwrap_or(text),
        at: span.range().start,
        file: span.file,
        depth: 0,
        diagnostics: Diagnostics::default(),
        tolerated: HashSet::new(),
    };
    match cx.document() {
        Ok(node) => (Some(node), cx.diagnostics),
        Err(fault) => {
            cx.diagnostics.push(*fault);
            (None, cx.diagnostics)
        }
    }
}

/// The first fault ends the reading: what follows it would mostly be noise.
type Parsed<T> = Result<T, Box<Diagnostic>>;

struct Cx<'a> {
    text: &'a str,
    at: usize,
    file: FileId,
    depth: usize,
    /// Faults that do not end the reading.
    diagnostics: Diagnostics,
    /// The messages of those that are said once.
    tolerated: HashSet<String>,
}

impl Cx<'_> {
    fn document(&mut self) -> Parsed<Node> {
        self.skip_blanks();
        let node = self.value()?;
        self.skip_blanks();
        match self.peek() {
            None => Ok(node),
            Some(_) => Err(self.unexpected("the end of the document")),
        }
    }

    /// Reads a value that starts here.
    fn value(&mut self) -> Parsed<Node> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => self.object()?,
            Some(b'[') => self.array()?,
            Some(b'"') => Value::String(self.string()?),
            Some(b'-') if self.skips("-Infinity") => self.no_number(start),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            _ => self.literal()?,
        };
        Ok(Node::new(value, self.span_from(start)))
    }

    fn object(&mut self) -> Parsed<Value> {
        let open = self.open()?;
        let mut object = Object::default();
        while !self.closes(b'}') {
            let key = self.key(open)?;
            self.colon(&key)?;
            let value = self.value()?;
            object.push(key, value);
            self.skip_blanks();
            match self.peek() {
                Some(b',') => self.comma(b'}'),
                Some(b'}') => {}
                None => return Err(self.unclosed(open)),
                Some(_) => return Err(self.unexpected("`,` or `}` after a member")),
            }
        }
        self.close();
        duplicate::settle(&mut object, &mut self.diagnostics);
        Ok(Value::Object(object))
    }

    fn array(&mut self) -> Parsed<Value> {
        let open = self.open()?;
        let mut items = Vec::new();
        while !self.closes(b']') {
            if self.peek().is_none() {
                return Err(self.unclosed(open));
            }
            items.push(self.value()?);
            self.skip_blanks();
            match self.peek() {
                Some(b',') => self.comma(b']'),
                Some(b']') => {}
                None => return Err(self.unclosed(open)),
                Some(_) => return Err(self.unexpected("`,` or `]` after an item")),
            }
        }
        self.close();
        Ok(Value::Array(items))
    }

    fn key(&mut self, open: usize) -> Parsed<Key> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => Ok(Key {
                text: self.string()?,
                span: self.span_from(start),
            }),
            None => Err(self.unclosed(open)),
            Some(_) => Err(self.bad_key()),
        }
    }

    /// Reads the `:` and the blanks around it.
    fn colon(&mut self, key: &Key) -> Parsed<()> {
        self.skip_blanks();
        if self.peek() != Some(b':') {
            let fault = self.unexpected("`:` after a key");
            return Err(Box::new(fault.also(key.span, "the key")));
        }
        self.at += 1;
        self.skip_blanks();
        Ok(())
    }

    /// Reads a comma and the blanks after it.
    fn comma(&mut self, close: u8) {
        let comma = self.at;
        self.at += 1;
        self.skip_blanks();
        if self.closes(close) {
            self.trailing_comma(comma, close);
        }
    }

    fn literal(&mut self) -> Parsed<Value> {
        let rest = &self.text[self.at..];
        let length = rest
            .bytes()
            .take_while(|it| it.is_ascii_alphanumeric())
            .count();
        let word = &rest[..length];
        let value = match word {
            "true" | "True" | "TRUE" => Value::Bool(true),
            "false" | "False" | "FALSE" => Value::Bool(false),
            "null" | "None" | "NaN" | "Infinity" | "undefined" => Value::Null,
            _ => return Err(self.no_value()),
        };
        let start = self.at;
        self.at += length;
        match word {
            "true" | "false" | "null" => {}
            "NaN" | "Infinity" => return Ok(self.no_number(start)),
            _ => self.other_word(start),
        }
        Ok(value)
    }

    /// Steps over a word that starts here.
    fn skips(&mut self, word: &str) -> bool {
        let is_here = self.text[self.at..].starts_with(word);
        self.at += if is_here { word.len() } else { 0 };
        is_here
    }

    /// Steps over an opening bracket and the blanks after it, and gives its place.
    fn open(&mut self) -> Parsed<usize> {
        let open = self.at;
        if self.depth == MAX_DEPTH {
            return Err(too_deep(self.here(1)));
        }
        self.depth += 1;
        self.at += 1;
        self.skip_blanks();
        Ok(open)
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.at += 1;
    }

    fn closes(&self, bracket: u8) -> bool {
        self.peek() == Some(bracket)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(b'/') if self.skips_comment() => {}
                _ => return,
            }
        }
    }

    /// Steps over a comment that starts here.
    fn skips_comment(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let length = match rest.as_bytes().get(1) {
            Some(b'/') => rest.find('\n').unwrap_or(rest.len()),
            Some(b'*') => rest.find("*/").map_or(rest.len(), |it| it + 2),
            _ => return false,
        };
        self.at += length;
        self.comment(self.at - length);
        true
    }

    fn span_from(&self, start: usize) -> Span {
        Span::new(self.file, start, self.at)
    }
}
