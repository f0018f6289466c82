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
    lacks_indentation: bool,
}

impl<'a> Cx<'a> {
    fn document(&mut self) -> Parsed<Node> {
        loop {
            let (event, marks) = self.next()?;
            match event {
                Event::DocumentStart(_) => break,
                Event::StreamEnd => return Err(fault::no_value(self.places.span(marks))),
                _ => {}
            }
        }
        let (event, marks) = self.next()?;
        let node = self.node(event, marks)?;
        loop {
            let (event, marks) = self.next()?;
            match event {
                Event::DocumentStart(_) => {
                    return Err(fault::second_document(self.places.span(marks)));
                }
                Event::StreamEnd => return Ok(node),
                _ => {}
            }
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
                let value = scalar::value(&text, style, tag.as_deref(), start)?;
                let span = self.scalar_span(style, marks);
                self.finish(Node::new(value, span), anchor)
            }
            Event::SequenceStart(anchor, tag) => {
                scalar::check_collection_tag(tag.as_deref(), "seq", start)?;
                self.enter(start, anchor)?;
                let node = self.sequence(start)?;
                self.leave(node, anchor)
            }
            Event::MappingStart(anchor, tag) => {
                scalar::check_collection_tag(tag.as_deref(), "map", start)?;
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
            if value.span.start == value.span.end {
                // `key:` with nothing after it: the parser's place for that is where the next thing stands.
                value.span = Span::new(key.span.file, key.span.range().end, key.span.range().end);
            }
            if is_merge {
                entries.merge(&key, value)?;
            } else {
                entries.own.push(key, value);
            }
        }
    }

    /// Reads a key. OpenAPI writes status codes as numbers: any scalar is a key, by its text.
    fn key(&mut self, event: Event<'a>, marks: Marks) -> Parsed<Key> {
        let span = match &event {
            Event::Scalar(_, style, ..) => self.scalar_span(*style, marks),
            _ => self.places.span(marks),
        };
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if anchor > 0 || tag.is_some() {
                    let value = scalar::value(&text, style, tag.as_deref(), span)?;
                    self.finish(Node::new(value, span), anchor)?;
                }
                Ok(Key::new(&text, span))
            }
            Event::Alias(id) => match self.anchors.expand(id, self.depth, span)?.value {
                Value::String(text) | Value::Number(text) => Ok(Key { text, span }),
                _ => Err(fault::key(span)),
            },
            _ => Err(fault::key(span)),
        }
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
