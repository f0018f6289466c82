//! Finds the schemas that stand in operations, and which of them are copies of each other.
//!
//! In: the unwrapped document. Out: classes of equal schemas in order of first use, each with its uses and places.
//! Schemas inside components are the author's choice and are left alone, unless only an exporter can have left the
//! components (`leftover`); an operation into whose schemas something points that is no reference of a schema is left
//! alone too, so that the pointer still leads somewhere.

use super::cycles::Cycles;
use super::envelope::{self, Holds};
use super::found::{Class, ClassIndex, Found, Operation, PLACES, Use};
use super::intern::{Id, Interner};
use super::schema::{self, Form, Step};
use super::{leftover, listed, own_word, pinned, rebuild};
use crate::node::{Node, Object};
use crate::parts::METHODS;
use std::collections::{HashMap, HashSet};

/// A place longer than this is cut. It stays recognisable, and deep nesting of long names stays cheap.
const PLACE_LENGTH: usize = 240;

pub(super) fn find<'a>(
    document: &'a Node,
    cycles: &'a Cycles,
    interner: &mut Interner<'a>,
) -> Found<'a> {
    let mut finder = Finder {
        interner,
        cycles,
        found: Found {
            title: document
                .pointer("/info/title")
                .and_then(Node::as_str)
                .unwrap_or_default(),
            operations: Vec::new(),
            classes: Vec::new(),
            members: HashMap::new(),
            wraps: HashSet::new(),
            distinct_wraps: HashSet::new(),
            recursive: HashMap::new(),
            interior: leftover::only_cycles(document),
        },
        by_id: HashMap::new(),
        seen: HashSet::new(),
        seen_within: HashSet::new(),
        place: String::new(),
    };
    let pinned = pinned::path_items(document, cycles);
    for kind in ["paths", "webhooks"] {
        let items = document.get(kind).and_then(Node::as_object);
        for item in items.into_iter().flat_map(Object::iter) {
            let key = &*item.key.text;
            if !pinned.contains(&(kind, key.to_owned())) {
                finder.path_item(key, (kind == "webhooks").then_some(key), &item.value);
            }
        }
    }
    let interior = finder.found.interior;
    for component in rebuild::existing(document) {
        finder.component(&component.key.text, &component.value, interior);
    }
    finder.found
}

struct Finder<'a, 'i> {
    cycles: &'a Cycles,
    interner: &'i mut Interner<'a>,
    found: Found<'a>,
    by_id: HashMap<Id, ClassIndex>,
    seen: HashSet<(ClassIndex, Use<'a>)>,
    seen_within: HashSet<(ClassIndex, Option<ClassIndex>)>,
    /// The place where the walk is.
    place: String,
}

/// What the walk passed on its way to a schema.
#[derive(Clone, Copy)]
struct Way<'a> {
    /// What a place is part of when it is part of no class.
    part_of: Use<'a>,
    use_: Use<'a>,
    /// The class that it is in.
    within: Option<ClassIndex>,
    /// Whether a list was passed since the body or the property.
    listed: bool,
    /// What an operation answers, as long as nothing but compositions was passed.
    answer: Option<Answer>,
    /// The property of the envelope around it, if this is what that holds.
    enveloped: Option<&'a str>,
}

#[derive(Clone, Copy)]
struct Answer {
    operation: usize,
    /// The whole, once it is passed.
    whole: Option<ClassIndex>,
}

impl<'a> Way<'a> {
    /// The way on, inside a schema of a class.
    fn inside(self, class: ClassIndex) -> Self {
        let answer = self.answer.map(|it| Answer {
            whole: it.whole.or(Some(class)),
            ..it
        });
        Way {
            use_: Use::Branch(class, "value"),
            within: Some(class),
            listed: false,
            answer,
            enveloped: None,
            ..self
        }
    }
}

impl<'a> Finder<'a, '_> {
    fn path_item(&mut self, path: &'a str, event: Option<&'a str>, item: &'a Node) {
        let Some(item) = item.as_object() else { return };
        let first = self.found.operations.len();
        for member in item.iter() {
            let method = &*member.key.text;
            if METHODS.contains(&method) {
                self.operation(method, path, event, &member.value);
            }
        }
        let others = item.get("additionalOperations").and_then(Node::as_object);
        for member in others.into_iter().flat_map(Object::iter) {
            self.operation(&member.key.text, path, event, &member.value);
        }
        // After the operations, so that there is one that the parameters belong to.
        if let Some(parameters) = item.get("parameters")
            && first < self.found.operations.len()
        {
            self.at(format!("{path} "), |it| it.parameters(first, parameters));
        }
    }

    fn operation(
        &mut self,
        method: &'a str,
        path: &'a str,
        event: Option<&'a str>,
        node: &'a Node,
    ) {
        let Some(object) = node.as_object() else {
            return;
        };
        let operation = self.found.operations.len();
        let tags = object.get("tags").and_then(Node::as_array);
        self.found.operations.push(Operation {
            method,
            path,
            id: object.get("operationId").and_then(Node::as_str),
            tag: tags.and_then(|it| it.first()?.as_str()),
            event,
        });
        let place = format!("{} {path} ", method.to_uppercase());
        self.at(place, |it| {
            if let Some(parameters) = object.get("parameters") {
                it.parameters(operation, parameters);
            }
            if let Some(content) = object.get("requestBody").and_then(|it| it.get("content")) {
                it.at("request".into(), |it| {
                    it.content(operation, Use::Request(operation), content);
                });
            }
            let responses = object.get("responses").and_then(Node::as_object);
            for response in responses.into_iter().flat_map(Object::iter) {
                let status = &*response.key.text;
                it.at(status.into(), |it| {
                    it.response(operation, status, &response.value)
                });
            }
        });
        let callbacks = object.get("callbacks").and_then(Node::as_object);
        for callback in callbacks.into_iter().flat_map(Object::iter) {
            let items = callback.value.as_object();
            for item in items.into_iter().flat_map(Object::iter) {
                self.path_item(&item.key.text, Some(&callback.key.text), &item.value);
            }
        }
    }

    fn parameters(&mut self, operation: usize, parameters: &'a Node) {
        for parameter in parameters.as_array().unwrap_or_default() {
            let text = |name| parameter.get(name).and_then(Node::as_str);
            let (Some(name), Some(place)) = (text("name"), text("in")) else {
                continue;
            };
            let use_ = Use::Parameter(operation, name);
            self.at(format!("{place} {name}"), |it| {
                it.holder(operation, use_, parameter)
            });
        }
    }

    fn response(&mut self, operation: usize, status: &'a str, response: &'a Node) {
        let use_ = match status.as_bytes().first() {
            Some(b'2' | b'3') => Use::Answer(operation),
            _ => Use::Failure(operation, status),
        };
        if let Some(content) = response.get("content") {
            self.content(operation, use_, content);
        }
        let headers = response.get("headers").and_then(Node::as_object);
        for header in headers.into_iter().flat_map(Object::iter) {
            let name = &*header.key.text;
            let use_ = Use::Parameter(operation, name);
            self.at(format!(" header {name}"), |it| {
                it.holder(operation, use_, &header.value)
            });
        }
    }

    /// A parameter or header: a schema, or the content of one media type.
    fn holder(&mut self, operation: usize, use_: Use<'a>, holder: &'a Node) {
        if let Some(schema) = holder.get("schema") {
            self.root(operation, use_, schema);
        }
        if let Some(content) = holder.get("content") {
            self.content(operation, use_, content);
        }
    }

    fn content(&mut self, operation: usize, use_: Use<'a>, content: &'a Node) {
        for media in content.as_object().into_iter().flat_map(Object::iter) {
            // OAS 3.2: the items of a stream have a schema of their own.
            let schemas = ["schema", "itemSchema"].map(|it| media.value.get(it));
            for schema in schemas.into_iter().flatten() {
                match &*media.key.text {
                    "application/json" => self.root(operation, use_, schema),
                    other => self.at(format!(" {other}"), |it| it.root(operation, use_, schema)),
                }
            }
        }
    }

    fn root(&mut self, operation: usize, use_: Use<'a>, schema: &'a Node) {
        let way = Way {
            part_of: Use::Loose(operation),
            use_,
            within: None,
            listed: false,
            answer: match use_ {
                Use::Answer(operation) => Some(Answer {
                    operation,
                    whole: None,
                }),
                _ => None,
            },
            enveloped: None,
        };
        self.at(" ".into(), |it| it.schema(way, schema));
    }

    fn schema(&mut self, way: Way<'a>, node: &'a Node) {
        let Some(object) = node.as_object() else {
            return;
        };
        if let (Use::Property(class, name), true, Some(_)) =
            (way.use_, way.listed, object.get("$ref"))
        {
            self.listing_operation(class, name);
        }
        if let Some((text, schema)) = self.cycles.of(node) {
            return self.recursive(way, text, schema);
        }
        if let Some(inner) = schema::wrapped(object) {
            self.found.wraps.insert(node);
            let id = self.interner.intern(node);
            self.found.distinct_wraps.insert(id);
            return self.schema(way, inner);
        }
        let way = match schema::form(object) {
            Form::Plain if object.iter().any(|it| &*it.key.text == "$id") => return,
            Form::Plain => way,
            Form::Object => way.inside(self.member(way, Form::Object, node)),
            // What stands in an alternative is there for what the choice is used for.
            Form::Choice => {
                let within = Some(self.member(way, Form::Choice, node));
                Way { within, ..way }
            }
        };
        self.subschemas(way, object);
    }

    /// What a reference leads to that contains itself: the reference is one of its places.
    fn recursive(&mut self, way: Way<'a>, text: &'a str, node: &'a Node) {
        let Some(object) = node.as_object() else {
            return;
        };
        let form = match schema::form(object) {
            Form::Plain => Form::Object,
            form => form,
        };
        let class = self.member(way, form, node);
        self.found.classes[class.0].is_recursive = true;
        if self.found.recursive.insert(text, class).is_none() {
            self.subschemas(way.inside(class), object);
        }
    }

    fn subschemas(&mut self, way: Way<'a>, object: &'a Object) {
        let children = schema::subschemas(object);
        let own = own_word::of_branches(&children);
        for ((step, child), word) in children.into_iter().zip(own) {
            self.step(way, step, word, child);
        }
    }

    /// A component of the document. Its name is known, and it stands for itself; `interior` asks for what is in it.
    fn component(&mut self, name: &'a str, node: &'a Node, interior: bool) {
        let Some(object) = node.as_object() else {
            return;
        };
        let part_of = Use::Component(name);
        let way = Way {
            part_of,
            use_: part_of,
            within: None,
            listed: false,
            answer: None,
            enveloped: None,
        };
        let way = match schema::form(object) {
            Form::Plain => way,
            Form::Object => way.inside(self.class(Form::Object, node)),
            Form::Choice => {
                self.class(Form::Choice, node);
                way
            }
        };
        if interior {
            self.at(format!("#{name} "), |it| it.subschemas(way, object));
        }
    }

    /// `word` is what tells a branch from others, wherever it stands among them.
    fn step(&mut self, way: Way<'a>, step: Step<'a>, word: Option<&str>, child: &'a Node) {
        let answer = way.answer.filter(|_| matches!(step, Step::Branch(..)));
        let enveloped = self.enveloped(way, step, child);
        let way = Way {
            answer,
            enveloped: enveloped.map(|it| it.0).or(way.enveloped),
            ..way
        };
        let (text, way) = match (step, way.use_) {
            (Step::Property(name), Use::Branch(class, _)) => {
                let use_ = enveloped.map_or(Use::Property(class, name), |it| it.1);
                (format!(".{name}"), Way { use_, ..way })
            }
            (Step::Property(name), _) => {
                let use_ = way.part_of;
                (format!(".{name}"), Way { use_, ..way })
            }
            (Step::Element, _) => (
                "[]".into(),
                Way {
                    listed: true,
                    ..way
                },
            ),
            (Step::Branch(keyword, at), use_) => {
                let text = match word {
                    Some(word) => format!("({keyword} {word})"),
                    None => format!("({keyword} {at})"),
                };
                let use_ = match use_ {
                    Use::Branch(class, _) => Use::Branch(class, keyword),
                    other => other,
                };
                (text, Way { use_, ..way })
            }
            (Step::Other, _) => {
                let use_ = way.part_of;
                ("(...)".into(), Way { use_, ..way })
            }
        };
        self.at(text, |it| it.schema(way, child));
    }

    /// The property of an envelope, and how it is used: it is what the operation answers.
    fn enveloped(
        &mut self,
        way: Way<'a>,
        step: Step<'a>,
        child: &'a Node,
    ) -> Option<(&'a str, Use<'a>)> {
        let (Step::Property(name), Use::Branch(class, _)) = (step, way.use_) else {
            return None;
        };
        let Answer { operation, whole } = way.answer?;
        let node = self.found.classes[class.0].node;
        let holds = envelope::holds(&self.found.operations[operation], node, name, child)?;
        for class in [Some(class), whole].into_iter().flatten() {
            let class = &mut self.found.classes[class.0];
            match holds {
                Holds::One => class.is_envelope = true,
                Holds::List => class.list = Some(name),
            }
        }
        Some((name, Use::Answer(operation)))
    }

    /// The class of a schema, made when it is the first of its kind.
    fn class(&mut self, form: Form, node: &'a Node) -> ClassIndex {
        let id = self.interner.intern(node);
        let next = ClassIndex(self.found.classes.len());
        let index = *self.by_id.entry(id).or_insert(next);
        if index == next {
            self.found.classes.push(Class {
                id,
                copies: vec![id],
                form,
                node,
                of_place: None,
                list: listed::property(node),
                is_envelope: false,
                enveloped: None,
                uses: Vec::new(),
                within: Vec::new(),
                places: Vec::new(),
                count: 0,
                is_recursive: false,
                is_gone: false,
            });
        }
        index
    }

    /// Notes that a schema is one of its class.
    fn member(&mut self, way: Way<'a>, form: Form, node: &'a Node) -> ClassIndex {
        let index = self.class(form, node);
        let use_ = self.use_of(way);
        let class = &mut self.found.classes[index.0];
        class.enveloped = class.enveloped.or(way.enveloped);
        // A component that an exporter could not inline stands for many copies.
        class.count += match way.part_of {
            Use::Component(_) => 2,
            _ => 1,
        };
        let of_itself = matches!(use_, Use::Property(it, _) | Use::Element(it, _) | Use::Branch(it, _) if it == index);
        if !of_itself && self.seen.insert((index, use_)) {
            class.uses.push(use_);
        }
        if self.seen_within.insert((index, way.within)) {
            class.within.push(way.within);
        }
        let place = self.place.replace(" .", " ");
        let place = place.trim_end();
        if class.places.len() < PLACES && class.places.last().is_none_or(|it| it != place) {
            class.places.push(place.to_owned());
        }
        self.found.members.insert(node, index);
        index
    }

    fn use_of(&mut self, way: Way<'a>) -> Use<'a> {
        match (way.use_, way.listed) {
            (Use::Request(it) | Use::Answer(it), true) => Use::Listed(it),
            (Use::Property(class, name), true) => match self.listing_operation(class, name) {
                Some(operation) => Use::Listed(operation),
                None => Use::Element(class, name),
            },
            (Use::Failure(..), true) => way.part_of,
            (use_, _) => use_,
        }
    }

    /// The operation whose list this is, when the class is the wrapper around its elements.
    fn listing_operation(&mut self, owner: ClassIndex, name: &'a str) -> Option<usize> {
        let class = &mut self.found.classes[owner.0];
        let Some(&Use::Answer(at)) = class.uses.last() else {
            return None;
        };
        let operation = &self.found.operations[at];
        if class.list.is_none() && listed::is_named_by(operation, name, class.node) {
            class.list = Some(name);
        }
        (class.list == Some(name)).then_some(at)
    }

    fn at(&mut self, step: String, inside: impl FnOnce(&mut Self)) {
        let length = self.place.len();
        if length < PLACE_LENGTH {
            let room = PLACE_LENGTH - length;
            let fits = step.char_indices().map(|(at, it)| at + it.len_utf8());
            let end = fits.take_while(|end| *end <= room).last().unwrap_or(0);
            self.place.push_str(&step[..end]);
        }
        inside(self);
        self.place.truncate(length);
    }
}
