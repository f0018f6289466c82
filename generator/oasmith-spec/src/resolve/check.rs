//! Finds out where each reference leads, reports those that lead nowhere, and keeps whose they are.

use super::anchors;
use super::fault::{self, Wrong};
use super::kind::{self, Kind, Place};
use super::links::Links;
use super::part::Part;
use super::reference::Reference;
use super::visit::{self, Owner, Use};
use crate::codes::{self, REF_WRONG_KIND};
use crate::model::{
    Callback, Document, Header, Parameter, RefOr, RequestBody, Response, Schema, SchemaObject,
};
use crate::node::{Node, Value};
use crate::read;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics, Severity, SourceMap, Span};
use std::collections::{HashMap, VecDeque};

/// Bytes of the document that are read again because a reference names them where they stand. Each makes a copy, so
/// a small document could ask for a huge one.
const READ_AGAIN: usize = 32 << 20;

/// How many faults come with a guess at what was meant. A guess takes a look at every name.
const GUESSES: usize = 50;

/// What was found out about the references of a document.
pub struct Checked {
    pub links: Links,
    pub diagnostics: Diagnostics,
    pub faults: Vec<Fault>,
    /// Schemas of which something is not known: any value is one.
    pub unread: Vec<Fault>,
    /// The parts that refer to a unit. Only looked up, never iterated.
    pub users: HashMap<Owner, Vec<Owner>>,
}

/// An error, and the part that it was found in.
pub struct Fault {
    pub owner: Owner,
    pub span: Span,
    /// The error in its words.
    pub message: String,
}

/// Follows every reference of a document.
pub fn check(document: &Document, root: &Node, sources: &SourceMap) -> Checked {
    let mut cx = Cx {
        document,
        root,
        sources,
        links: Links::new(document),
        reader: read::Cx::of(root),
        anchors: None,
        waiting: VecDeque::new(),
        read_again: 0,
        explained: 0,
        owner: Owner::Document,
        faults: Vec::new(),
        unread: Vec::new(),
        unknown: IndexMap::new(),
        users: HashMap::new(),
        diagnostics: Diagnostics::default(),
    };
    visit::document(document, &mut |owner, it| {
        cx.owner = owner;
        cx.check(it);
    });
    while let Some(it) = cx.waiting.pop_front() {
        cx.owner = it.owner;
        cx.reference(it.kind, &it.target, it.span);
    }
    for (target, schema) in cx.unknown {
        // No pointer of the document is written so.
        let unit = cx.links.schemas.add(format!("? {target}"), schema);
        cx.links.schemas.link(&target, unit);
    }
    Checked {
        links: cx.links,
        diagnostics: cx.diagnostics,
        faults: cx.faults,
        unread: cx.unread,
        users: cx.users,
    }
}

struct Cx<'a> {
    document: &'a Document,
    root: &'a Node,
    sources: &'a SourceMap,
    links: Links,
    reader: read::Cx<'a>,
    /// Found when the first anchor is asked for.
    anchors: Option<HashMap<String, String>>,
    /// The references in what was read again.
    waiting: VecDeque<Waiting>,
    read_again: usize,
    explained: usize,
    /// What the reference at hand stands in.
    owner: Owner,
    faults: Vec<Fault>,
    unread: Vec<Fault>,
    /// References to schemas that cannot be followed, and what is taken for each.
    unknown: IndexMap<String, Schema>,
    users: HashMap<Owner, Vec<Owner>>,
    diagnostics: Diagnostics,
}

struct Waiting {
    owner: Owner,
    kind: Kind,
    target: String,
    span: Span,
}

impl<'a> Cx<'a> {
    fn check(&mut self, it: Use<'_>) {
        match it {
            Use::Reference(kind, it) => self.reference(kind, &it.target, it.span),
            Use::Mapping(value, span) => self.mapping(value, span),
            Use::Scheme(name, span) => self.scheme(name, span),
            Use::Unread(why, span) => self.unread.push(Fault {
                owner: self.owner,
                span,
                message: why.to_owned(),
            }),
        }
    }

    fn reference(&mut self, kind: Kind, target: &str, span: Span) {
        let found = match kind {
            Kind::Schema => self.find::<Schema>(target, span),
            Kind::Parameter => self.find::<RefOr<Parameter>>(target, span),
            Kind::RequestBody => self.find::<RefOr<RequestBody>>(target, span),
            Kind::Response => self.find::<RefOr<Response>>(target, span),
            Kind::Header => self.find::<RefOr<Header>>(target, span),
            Kind::Callback => self.find::<RefOr<Callback>>(target, span),
            _ => Err(self.unfollowed(kind, target, span)),
        };
        match found {
            Ok(unit) => self.used(kind, unit),
            Err(wrong) => {
                let fault = self.explain(wrong, kind, target, span);
                let found = Fault {
                    owner: self.owner,
                    span,
                    message: fault.message.clone(),
                };
                match kind {
                    Kind::Schema => {
                        self.unknown(target, &found);
                        self.unread.push(found);
                    }
                    _ => self.faults.push(found),
                }
                self.diagnostics.push(fault);
            }
        }
    }

    /// A schema that cannot be had is any: what has it can still be sent.
    fn unknown(&mut self, target: &str, fault: &Fault) {
        if !self.unknown.contains_key(target) {
            let mut any = SchemaObject::new(fault.span);
            any.unread = Some(fault.message.clone());
            let any = Schema::Object(Box::new(any));
            self.unknown.insert(target.to_owned(), any);
        }
    }

    fn used(&mut self, kind: Kind, unit: usize) {
        let users = self.users.entry(Owner::Unit(kind, unit)).or_default();
        if users.last() != Some(&self.owner) {
            users.push(self.owner);
        }
    }

    /// The unit that a reference names, which it is linked to from then on.
    fn find<T: Part>(&mut self, target: &str, span: Span) -> Result<usize, Wrong> {
        if let Some(unit) = T::table(&mut self.links).unit(target) {
            return Ok(unit);
        }
        let pointer = self.pointer(target, span)?;
        let unit = match T::table(&mut self.links).unit_at(&pointer) {
            Some(unit) => unit,
            None => self.read_at::<T>(pointer, span)?,
        };
        T::table(&mut self.links).link(target, unit);
        Ok(unit)
    }

    /// The canonical pointer that a reference means.
    fn pointer(&mut self, target: &str, span: Span) -> Result<String, Wrong> {
        match Reference::parse(target, self.file(span)) {
            Reference::Pointer(pointer) => Ok(pointer),
            Reference::Anchor(name) => {
                let anchors = self.anchors.get_or_insert_with(|| anchors::find(self.root));
                anchors.get(&name).cloned().ok_or(Wrong::NoAnchor)
            }
            other => Err(other.into()),
        }
    }

    /// Reads what stands at a place outside of `components`.
    fn read_at<T: Part>(&mut self, pointer: String, span: Span) -> Result<usize, Wrong> {
        let place = kind::at(&pointer);
        let Some(node) = self.reader.lookup.find(&pointer) else {
            return Err(Wrong::Nothing(pointer));
        };
        match place {
            // `read` takes a text in the place of a schema for one, but nobody means the title of a document.
            Place::Unknown if matches!(node.value, Value::String(_) | Value::Number(_)) => {
                return Err(Wrong::Unreadable(node.span, None));
            }
            Place::Unknown => {}
            Place::One(kind) if kind == T::KIND => {}
            Place::One(Kind::Parameter) if T::KIND == Kind::Header => self.header(&pointer, span),
            _ => return Err(Wrong::Kind(place, node.span)),
        }
        self.read_again = self.read_again.saturating_add(node.span.range().len());
        if self.read_again > READ_AGAIN {
            return Err(Wrong::TooMuch);
        }
        let value = self.reader.whole(|cx| T::read(cx, node));
        let said = self.reader.take_diagnostics();
        if place == Place::Unknown {
            // In a place that `read` knows, it has said the same already.
            self.diagnostics.extend(said);
        }
        let value = value.map_err(|why| Wrong::Unreadable(node.span, Some(why)))?;
        let value = value.ok_or(Wrong::Unreadable(node.span, None))?;
        let owner = Owner::Unit(T::KIND, T::table(&mut self.links).len());
        let outer = std::mem::replace(&mut self.owner, owner);
        value.visit(&mut |it| self.later(it));
        self.owner = outer;
        Ok(T::table(&mut self.links).add(pointer, value))
    }

    /// OAS 3.1, Header Object: it is as a parameter without name and place, and people share them.
    fn header(&mut self, pointer: &str, span: Span) {
        let message = format!("`#{pointer}` is a parameter, and is taken as a header");
        self.diagnostics
            .push(Diagnostic::warning(&REF_WRONG_KIND, message).at(span));
    }

    fn later(&mut self, it: Use<'_>) {
        match it {
            Use::Reference(kind, it) => self.waiting.push_back(Waiting {
                owner: self.owner,
                kind,
                target: it.target.clone(),
                span: it.span,
            }),
            other => self.check(other),
        }
    }

    /// A reference that `read` has not been able to follow.
    fn unfollowed(&mut self, kind: Kind, target: &str, span: Span) -> Wrong {
        let pointer = match self.pointer(target, span) {
            Ok(pointer) => pointer,
            Err(wrong) => return wrong,
        };
        match (self.reader.lookup.find(&pointer), kind::at(&pointer)) {
            (None, _) => Wrong::Nothing(pointer),
            (Some(node), place) if place != Place::One(kind) => Wrong::Kind(place, node.span),
            // Written with the name of its own file, which `read` does not know.
            _ => Wrong::OtherFile(self.file(span).to_owned()),
        }
    }

    /// OAS 3.1, Discriminator Object: a name of a schema, else a reference. Without it alternatives can still be
    /// told apart, so it is no error.
    fn mapping(&mut self, value: &str, span: Span) {
        if let Some(unit) = self.links.mapped(value) {
            self.used(Kind::Schema, unit);
            return;
        }
        let named = self.document.components.schemas.get_index_of(value);
        let found = match named {
            Some(unit) => Ok(unit),
            None if value.contains(['#', '/', ':']) => self.find::<Schema>(value, span),
            None => Err(Wrong::NoName),
        };
        match found {
            Ok(unit) => {
                self.links.map(value, unit);
                self.used(Kind::Schema, unit);
            }
            Err(wrong) => self.warn(wrong, Kind::Schema, value, span),
        }
    }

    fn scheme(&mut self, name: &str, span: Span) {
        if !self.document.components.security_schemes.contains_key(name) {
            // What the others ask for is known, so the document is of use; `lower` must not take it as "no security".
            self.warn(Wrong::NoName, Kind::SecurityScheme, name, span);
        }
    }

    fn warn(&mut self, wrong: Wrong, kind: Kind, target: &str, span: Span) {
        let mut fault = self.explain(wrong, kind, target, span);
        fault.severity = Severity::Warning;
        self.diagnostics.push(fault);
    }

    fn file(&self, span: Span) -> &'a str {
        self.sources.file(span.file).name()
    }

    fn explain(&mut self, wrong: Wrong, kind: Kind, target: &str, span: Span) -> Diagnostic {
        let fault = fault::explain(&wrong, kind, target).at(span);
        self.explained += 1;
        let may_guess = self.explained <= GUESSES;
        let guess = may_guess.then(|| fault::guess(&wrong, kind, target, self.root));
        match guess.flatten() {
            Some(guess) => fault.help(format!("there is `{guess}`")),
            None if fault.code == &codes::REF_UNRESOLVED => {
                fault.help("define it, or correct the reference")
            }
            None => fault,
        }
    }
}
