//! YAML 1.2 with the core schema, as far as JSON can express it (OAS 3.1, Format).
//!
//! `saphyr-parser` gives events; here they become nodes. [`scalar`] says what a plain scalar means, [`anchor`] bounds
//! what aliases expand to, [`merge_key`] resolves `<<`, [`place`] turns character counts into bytes, [`lax`]
//! forgives indentation that means nothing, and [`fault`] words what is wrong.

mod anchor;
mod fault;
mod lax;
mod merge_key;
mod place;
mod scalar;

use std::collections::HashSet;

use oasmith_source::{Diagnostic, Diagnostics, SourceMap, Span};
use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks, StrInput};

use super::{MAX_DEPTH, duplicate, too_deep};
use crate::node::{Key, Node, Value};
use anchor::Anchors;
use lax::Added;
use merge_key::Entries;
use place::Places;

pub(super) fn parse(sources: &SourceMap, span: Span) -> (Option<Node>, Diagnostics) {
    let text = sources.text(span);
    let strict = read(text, Places::new(span, text, Added::default()));
    if !strict.lacks_indentation {
        return (strict.node, strict.diagnostics);
    }
    match lax::indented(text) {
        Some(lax) => {
            let lax = read(&lax.text, Places::new(span, &lax.text, lax.added));
            (lax.node, lax.diagnostics)
        }
        None => (strict.node, strict.diagnostics),
    }
}

struct Outcome {
    node: Option<Node>,
    diagnostics: Diagnostics,
    /// Whether the parser stopped because of indentation.
    lacks_indentation: bool,
}

fn read<'a>(text: &'a str, places: Places<'a>) -> Outcome {
    let mut cx = Cx {
        events: Parser::new_from_str(text),
        places,
        anchors: Anchors::default(),
        depth: 0,
        diagnostics: Diagnostics::default(),
        told: HashSet::new(),
        lacks_indentation: false,
    };
    let result = cx.document();
    let mut outcome = Outcome {
        node: None,
        diagnostics: cx.diagnostics,
        lacks_indentation: cx.lacks_indentation,
    };
    match result {
        Ok(node) => outcome.node = Some(node),
        Err(fault) => outcome.diagnostics.push(*fault),
    }
    outcome
}

/// The first fault ends the reading.
type Parsed<T> = Result<T, Box<Diagnostic>>;

struct Cx<'a> {
    events: Parser<'a, StrInput<'a>>,
    places: Places<'a>,
    anchors: Anchors,
    depth: usize,
    /// Faults that do not end the reading.
    diagnostics: Diagnostics,
    /// The messages of those that are said once.
    told: HashSet<String>,
    lacks_indentation: bool,
}

impl<'a> Cx<'a> {
    /// Reads the first document that is one of OpenAPI, or the first one: before it may stand what a site keeps about
    /// a page.
    fn document(&mut self) -> Parsed<Node> {
        let mut chosen: Option<Node> = None;
        loop {
            let (event, marks) = self.next()?;
            match event {
                Event::DocumentStart(_) => {
                    let start = self.places.span(marks);
                    let (event, marks) = self.next()?;
                    let node = self.node(event, marks)?;
                    chosen = Some(self.choice(chosen, node, start));
                }
                Event::StreamEnd => {
                    let none = || fault::no_value(self.places.span(marks));
                    return chosen.ok_or_else(none);
                }
                _ => {}
            }
        }
    }

    /// Which of two documents is kept.
    fn choice(&mut self, chosen: Option<Node>, other: Node, start: Span) -> Node {
        let Some(chosen) = chosen else {
            return other;
        };
        // Three dashes at the end start a document of nothing.
        if matches!(other.value, Value::Null) {
            return chosen;
        }
        let is_openapi = |it: &Node| it.get("openapi").is_some() || it.get("swagger").is_some();
        let (kept, left_out) = match is_openapi(&other) && !is_openapi(&chosen) {
            true => (other, chosen.span),
            false => (chosen, start),
        };
        self.tolerate(fault::another_document(left_out));
        kept
    }

    /// Says once what is left out.
    fn tolerate(&mut self, what: Diagnostic) {
        if self.told.insert(what.message.clone()) {
            self.diagnostics.push(what);
        }
    }

    fn next(&mut self) -> Parsed<(Event<'a>, Marks)> {
        match self.events.next_event() {
            Some(Ok(it)) => Ok(it),
            Some(Err(error)) => {
                self.lacks_indentation = fault::is_indentation(&error);
                Err(fault::syntax(&error, &self.places))
            }
            // The parser says so once more when it is asked again at the end; the end is nothing new.
            None => Ok((Event::StreamEnd, Marks::default())),
        }
    }

    /// Reads the value that starts with this event.
    fn node(&mut self, event: Event<'a>, marks: Marks) -> Parsed<Node> {
        let start = self.places.span(marks);
        match event {
            Event::Alias(id) => self.anchors.expand(id, self.depth, start),
            Event::Scalar(text, style, anchor, tag) => {
                let read = scalar::value(&text, style, tag.as_deref(), start);
                read.lost.into_iter().for_each(|it| self.tolerate(*it));
                let span = self.scalar_span(style, marks);
                self.finish(Node::new(read.value, span), anchor)
            }
            Event::SequenceStart(anchor, tag) => {
                let lost = scalar::collection_tag(tag.as_deref(), "seq", start);
                lost.into_iter().for_each(|it| self.tolerate(it));
                self.enter(start, anchor)?;
                let node = self.sequence(start)?;
                self.leave(node, anchor)
            }
            Event::MappingStart(anchor, tag) => {
                let lost = scalar::collection_tag(tag.as_deref(), "map", start);
                lost.into_iter().for_each(|it| self.tolerate(it));
                self.enter(start, anchor)?;
                let node = self.mapping(start)?;
                self.leave(node, anchor)
            }
            _ => Err(fault::no_value(start)),
        }
    }

    fn sequence(&mut self, start: Span) -> Parsed<Node> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, marks) = self.next()?;
            if event == Event::SequenceEnd {
                let last = items.last().map(|it| it.span);
                let span = self.places.collection(start, last, marks);
                return Ok(Node::new(Value::Array(items), span));
            }
            items.push(self.node(event, marks)?);
        }
    }

    fn mapping(&mut self, start: Span) -> Parsed<Node> {
        let mut entries = Entries::default();
        loop {
            let (event, marks) = self.next()?;
            if event == Event::MappingEnd {
                let span = self.places.collection(start, entries.last_span(), marks);
                duplicate::settle(&mut entries.own, &mut self.diagnostics);
                return Ok(Node::object(entries.merged(), span));
            }
            let is_merge = merge_key::is_merge_key(&event);
            let key = self.key(event, marks)?;
            let (event, marks) = self.next()?;
            let mut value = self.node(event, marks)?;
            let Some(key) = key else {
                continue;
            };
            if value.span.start == value.span.end {
                // `key:` with nothing after it: the parser's place for that is where the next thing stands.
                value.span = Span::new(key.span.file, key.span.range().end, key.span.range().end);
            }
            if is_merge {
                let other = entries.merge(&key, value);
                other.into_iter().for_each(|it| self.tolerate(it));
            } else {
                entries.own.push(key, value);
            }
        }
    }

    /// Reads a key. OpenAPI writes status codes as numbers: any scalar is a key, by its text; nothing else is.
    fn key(&mut self, event: Event<'a>, marks: Marks) -> Parsed<Option<Key>> {
        let span = match &event {
            Event::Scalar(_, style, ..) => self.scalar_span(*style, marks),
            _ => self.places.span(marks),
        };
        if let Event::Scalar(text, _, 0, None) = &event {
            return Ok(Some(Key::new(text, span)));
        }
        let text = match &event {
            Event::Scalar(text, ..) => Some(Box::from(&**text)),
            _ => None,
        };
        let node = self.node(event, marks)?;
        let text = text.or(match node.value {
            Value::String(text) | Value::Number(text) => Some(text),
            _ => None,
        });
        if text.is_none() {
            self.tolerate(fault::key(span));
        }
        Ok(text.map(|text| Key { text, span }))
    }

    fn scalar_span(&self, style: ScalarStyle, marks: Marks) -> Span {
        match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => self.places.quoted(marks),
            _ => self.places.trimmed(marks),
        }
    }

    fn enter(&mut self, start: Span, anchor: usize) -> Parsed<()> {
        if self.depth == MAX_DEPTH {
            return Err(too_deep(start));
        }
        self.depth += 1;
        self.anchors.begin(anchor);
        Ok(())
    }

    fn leave(&mut self, node: Node, anchor: usize) -> Parsed<Node> {
        self.depth -= 1;
        self.finish(node, anchor)
    }

    /// Keeps a value for its aliases, if it has an anchor.
    fn finish(&mut self, node: Node, anchor: usize) -> Parsed<Node> {
        self.anchors.keep(anchor, &node)?;
        Ok(node)
    }
}
