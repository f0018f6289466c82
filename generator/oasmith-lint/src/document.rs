//! A document as its objects: each with its kind, its node and what it is part of.
//!
//! In: the tree. Out: [`Doc`], in the order of the document, parents before their parts.
//! References are not followed by the walk, so that every object is there once; [`Doc::follow`] leads to their targets.

mod operation;

use crate::example;
use crate::grammar::{Kind, Members, Shape, schema};
use crate::instance::Fault;
use crate::version::Version;
use oasmith_source::Span;
use oasmith_spec::Node;
use oasmith_spec::node::{Key, Member, Object, Value};
use oasmith_spec::resolve::local_pointer;
pub use operation::Operation;
use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

/// A document and its objects.
pub struct Doc<'a> {
    pub root: &'a Node,
    pub version: Version,
    sites: Vec<Site<'a>>,
    by_kind: Vec<Vec<u32>>,
    /// Schemas by their keywords, in the order of [`schema::KEYWORDS`]: most rules look at few of many.
    by_keyword: Vec<Vec<u32>>,
    references: Vec<u32>,
    targets: RefCell<HashMap<&'a str, Option<&'a Node>>>,
    components: OnceCell<HashMap<(&'a str, &'a str), &'a Node>>,
    /// The objects by where their nodes are in memory.
    indices: OnceCell<HashMap<*const Node, u32>>,
    tags: OnceCell<HashSet<&'a str>>,
    /// What is wrong with examples, by the object that has them: several rules tell it.
    faults: OnceCell<Vec<(u32, Fault)>>,
}

struct Site<'a> {
    node: &'a Node,
    kind: Kind,
    step: Step<'a>,
    parent: u32,
}

/// How an object is reached from the object around it: a field, and a name or an index where the field holds several.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    Root,
    /// `info`, `get`, `items`
    Field(&'a Key),
    /// `properties` and `id`; the field is missing in objects that are maps themselves.
    Named(Option<&'a Key>, &'a Key),
    /// `parameters` and 0
    Item(&'a Key, usize),
}

/// An object at its place.
#[derive(Clone, Copy)]
pub struct At<'d, 'a> {
    doc: &'d Doc<'a>,
    index: u32,
}

/// Deeper chains of references than this are a fault that another rule tells.
const HOPS: usize = 32;

impl<'a> Doc<'a> {
    pub fn new(root: &'a Node) -> Self {
        let version = root.get("openapi").and_then(Node::as_str).unwrap_or("3.1");
        let mut doc = Doc {
            root,
            version: Version::of(version),
            sites: Vec::new(),
            by_kind: vec![Vec::new(); Kind::COUNT],
            references: Vec::new(),
            by_keyword: vec![Vec::new(); schema::KEYWORDS.len()],
            targets: RefCell::default(),
            components: OnceCell::new(),
            indices: OnceCell::new(),
            tags: OnceCell::new(),
            faults: OnceCell::new(),
        };
        doc.visit(root, Kind::Document, Step::Root, 0);
        doc
    }

    /// All objects of a kind, in the order of the document.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = At<'_, 'a>> {
        let indices = self.by_kind[kind as usize].iter();
        indices.map(|index| At {
            doc: self,
            index: *index,
        })
    }

    /// All schemas that have one of these keywords, in the order of the document.
    pub fn schemas_with(&self, keywords: &[&str]) -> impl Iterator<Item = At<'_, 'a>> {
        let lists = keywords.iter().filter_map(|it| schema::position(it));
        let mut indices: Vec<u32> = lists.flat_map(|it| &self.by_keyword[it]).copied().collect();
        if keywords.len() > 1 {
            indices.sort_unstable();
            indices.dedup();
        }
        indices.into_iter().map(|index| At { doc: self, index })
    }

    /// All objects that have a `$ref`, in the order of the document.
    pub fn references(&self) -> impl Iterator<Item = At<'_, 'a>> {
        self.references.iter().map(|index| At {
            doc: self,
            index: *index,
        })
    }

    /// Every object.
    pub fn every(&self) -> impl Iterator<Item = At<'_, 'a>> {
        (0..self.sites.len() as u32).map(|index| At { doc: self, index })
    }

    /// All operations: of paths, webhooks, callbacks and components.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_, 'a>> {
        self.all(Kind::Operation).filter_map(Operation::of)
    }

    /// What a `$ref` into this document names.
    pub fn target(&self, reference: &'a str) -> Option<&'a Node> {
        if let Some(known) = self.targets.borrow().get(reference) {
            return *known;
        }
        let pointer = reference.strip_prefix('#');
        let found = pointer.and_then(|it| match it.contains('%') {
            true => self.at_pointer(&local_pointer(reference)?),
            false => self.at_pointer(it),
        });
        self.targets.borrow_mut().insert(reference, found);
        found
    }

    /// What a JSON Pointer names. Most name one of many components, which are not looked through for each.
    fn at_pointer(&self, pointer: &str) -> Option<&'a Node> {
        let component = || {
            let (kind, rest) = pointer.strip_prefix("/components/")?.split_once('/')?;
            let (name, inside) = match rest.find('/') {
                Some(at) => rest.split_at(at),
                None => (rest, ""),
            };
            self.component(kind, name)?.pointer(inside)
        };
        match pointer.contains('~') {
            true => self.root.pointer(pointer),
            false => component().or_else(|| self.root.pointer(pointer)),
        }
    }

    /// The kind of object that a node of this document is; `None` for what is none of the specification's.
    pub fn kind_of(&self, node: &Node) -> Option<Kind> {
        let indices = self.indices.get_or_init(|| {
            let each = self.sites.iter().zip(0..);
            each.map(|(site, index)| (std::ptr::from_ref(site.node), index))
                .collect()
        });
        let index = *indices.get(&std::ptr::from_ref(node))?;
        Some(self.sites[index as usize].kind)
    }

    /// A component by its kind, such as `schemas`, and its name.
    pub fn component(&self, kind: &str, name: &str) -> Option<&'a Node> {
        let components = self.components.get_or_init(|| {
            let components = self.root.get("components").and_then(Node::as_object);
            let kinds = components.into_iter().flat_map(|it| it.iter());
            let named = kinds.filter_map(|it| Some((&*it.key.text, it.value.as_object()?)));
            let each = named.flat_map(|(kind, of_kind)| {
                let named = of_kind.iter();
                named.map(move |it| ((kind, &*it.key.text), &it.value))
            });
            each.collect()
        });
        components.get(&(kind, name)).copied()
    }

    /// The names of the tags that are declared.
    pub fn tags(&self) -> &HashSet<&'a str> {
        let names = || self.all(Kind::Tag).filter_map(|it| it.text("name"));
        self.tags.get_or_init(|| names().collect())
    }

    /// The object itself, or what its `$ref` leads to. `None`: it leads to nothing, or round in a circle.
    pub fn follow(&self, node: &'a Node) -> Option<&'a Node> {
        let mut node = node;
        for _ in 0..HOPS {
            match node.get("$ref") {
                None => return Some(node),
                Some(reference) => node = self.target(reference.as_str()?)?,
            }
        }
        None
    }

    /// What is wrong with the examples of the document, each with the object that has it.
    pub(crate) fn example_faults(&self) -> impl Iterator<Item = (At<'_, 'a>, &Fault)> {
        let faults = self.faults.get_or_init(|| {
            let faults = example::faults(self);
            faults.into_iter().map(|(at, it)| (at.index, it)).collect()
        });
        faults.iter().map(|(index, fault)| {
            (
                At {
                    doc: self,
                    index: *index,
                },
                fault,
            )
        })
    }

    fn visit(&mut self, node: &'a Node, kind: Kind, step: Step<'a>, parent: u32) {
        let has_reference = node.get("$ref").is_some();
        let kind = match has_reference && kind.may_be_reference() {
            true => Kind::Reference,
            false => kind,
        };
        let index = self.sites.len() as u32;
        if has_reference {
            self.references.push(index);
        }
        self.sites.push(Site {
            node,
            kind,
            step,
            parent,
        });
        self.by_kind[kind as usize].push(index);
        let Some(object) = node.as_object() else {
            return;
        };
        match kind.members() {
            Members::Fields(_) => {
                for member in object.iter() {
                    let name = &*member.key.text;
                    if kind == Kind::Schema
                        && let Some(keyword) = schema::position(name)
                    {
                        self.by_keyword[keyword].push(index);
                    }
                    match kind.field(name, self.version) {
                        Some(field) => self.field(field.shape, member, index),
                        None if kind == Kind::Schema || name.starts_with("x-") => {}
                        None => self.misplaced(member, index),
                    }
                }
            }
            Members::Map(Shape::One(kind)) => {
                for member in object.iter() {
                    if !member.key.text.starts_with("x-") {
                        self.visit(&member.value, kind, Step::Named(None, &member.key), index);
                    }
                }
            }
            Members::Map(_) => {}
        }
    }

    /// What stands where it must not is judged as what it would be elsewhere.
    fn misplaced(&mut self, member: &'a Member, parent: u32) {
        let is_list = member.value.as_array().is_some();
        let shape = match &*member.key.text {
            "headers" => Shape::Mapped(Kind::Header),
            "content" => Shape::Mapped(Kind::MediaType),
            "responses" => Shape::One(Kind::Responses),
            "definitions" if is_map_of(&member.value, is_parameter) => {
                Shape::Mapped(Kind::Parameter)
            }
            "schemas" | "definitions" => Shape::Mapped(Kind::Schema),
            "parameters" if is_list => Shape::Listed(Kind::Parameter),
            "parameters" => Shape::Mapped(Kind::Parameter),
            _ if is_schema(&member.value) => Shape::One(Kind::Schema),
            _ if member.value.get("schema").is_some() => Shape::One(Kind::Header),
            _ => return,
        };
        self.field(shape, member, parent);
    }

    fn field(&mut self, shape: Shape, member: &'a Member, parent: u32) {
        let (key, value) = (&member.key, &member.value);
        match (shape, &value.value) {
            (Shape::One(kind), _) => self.visit(value, kind, Step::Field(key), parent),
            (Shape::SchemaOrBool, Value::Object(_)) => {
                self.visit(value, Kind::Schema, Step::Field(key), parent);
            }
            (Shape::Listed(kind), Value::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    self.visit(item, kind, Step::Item(key, at), parent);
                }
            }
            (Shape::Mapped(kind), Value::Object(named)) => {
                for it in named.iter() {
                    self.visit(&it.value, kind, Step::Named(Some(key), &it.key), parent);
                }
            }
            _ => {}
        }
    }
}

impl<'d, 'a> At<'d, 'a> {
    fn site(self) -> &'d Site<'a> {
        &self.doc.sites[self.index as usize]
    }

    pub fn doc(self) -> &'d Doc<'a> {
        self.doc
    }

    pub fn kind(self) -> Kind {
        self.site().kind
    }

    pub fn node(self) -> &'a Node {
        self.site().node
    }

    pub fn object(self) -> Option<&'a Object> {
        self.node().as_object()
    }

    pub fn step(self) -> Step<'a> {
        self.site().step
    }

    pub fn get(self, field: &str) -> Option<&'a Node> {
        self.node().get(field)
    }

    pub fn text(self, field: &str) -> Option<&'a str> {
        self.get(field)?.as_str()
    }

    /// Whether a field is `true`.
    pub fn is(self, field: &str) -> bool {
        matches!(self.get(field).map(|it| &it.value), Some(Value::Bool(true)))
    }

    pub fn member(self, field: &str) -> Option<&'a Member> {
        self.object()?.member(field)
    }

    /// The place of a field's name.
    pub fn key_of(self, field: &str) -> Option<Span> {
        self.member(field).map(|it| it.key.span)
    }

    /// The name that leads here, where there is one: the smallest place that says which object is meant.
    pub fn name(self) -> Option<&'a Key> {
        match self.step() {
            Step::Field(key) | Step::Named(_, key) => Some(key),
            Step::Root | Step::Item(..) => None,
        }
    }

    /// The name that leads here; of an item of a list, and of the document, the first name in it.
    pub fn place(self) -> Span {
        let first = || self.object().and_then(|it| it.iter().next());
        match self.name().or_else(|| first().map(|it| &it.key)) {
            Some(key) => key.span,
            None => self.node().span,
        }
    }

    /// The field around this object that holds it: `properties`, `parameters`, `schema`.
    pub fn field(self) -> Option<&'a str> {
        match self.step() {
            Step::Field(key) | Step::Named(Some(key), _) | Step::Item(key, _) => Some(&key.text),
            Step::Root | Step::Named(None, _) => None,
        }
    }

    pub fn parent(self) -> Option<At<'d, 'a>> {
        let index = self.site().parent;
        (self.index != 0).then_some(At { index, ..self })
    }

    /// The objects around this one, the nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = At<'d, 'a>> {
        std::iter::successors(self.parent(), |it| it.parent())
    }

    /// The nearest object of a kind around this one.
    pub fn inside(self, kind: Kind) -> Option<At<'d, 'a>> {
        self.ancestors().find(|it| it.kind() == kind)
    }

    /// The objects directly in this one.
    pub fn children(self) -> impl Iterator<Item = At<'d, 'a>> {
        let doc = self.doc;
        let parent = self.index;
        let after = (parent + 1..doc.sites.len() as u32).map(move |index| At { doc, index });
        // Parts stand behind what they are part of, and nothing else stands between them.
        after
            .take_while(move |it| it.site().parent >= parent)
            .filter(move |it| it.site().parent == parent)
    }

    /// The JSON Pointer (RFC 6901) to this object.
    pub fn pointer(self) -> String {
        let mut steps: Vec<Step<'a>> = self.ancestors().map(At::step).collect();
        steps.reverse();
        steps.push(self.step());
        let mut pointer = String::new();
        let mut push = |name: &str| {
            pointer.push('/');
            pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        };
        for step in steps {
            match step {
                Step::Root => {}
                Step::Field(key) | Step::Named(None, key) => push(&key.text),
                Step::Named(Some(field), key) => {
                    push(&field.text);
                    push(&key.text);
                }
                Step::Item(field, at) => {
                    push(&field.text);
                    push(&at.to_string());
                }
            }
        }
        pointer
    }
}

/// Whether a value looks like a schema: it has a type, or a choice of values.
fn is_schema(value: &Node) -> bool {
    let types = ["array", "boolean", "integer", "number", "object", "string"];
    let has_type = value
        .get("type")
        .and_then(Node::as_str)
        .is_some_and(|it| types.contains(&it));
    has_type || value.get("enum").is_some_and(|it| it.as_array().is_some())
}

fn is_parameter(value: &Node) -> bool {
    value.get("name").is_some() && value.get("in").is_some()
}

fn is_map_of(value: &Node, is_one: fn(&Node) -> bool) -> bool {
    value
        .as_object()
        .is_some_and(|it| it.iter().all(|it| is_one(&it.value)))
}
