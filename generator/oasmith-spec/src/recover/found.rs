//! What is found in operations: classes of equal schemas, with how and where they are used.

use super::alike::Standing;
use super::intern::Id;
use super::listed;
use super::schema::Form;
use crate::node::Node;
use std::collections::{HashMap, HashSet};

/// More places than these do not help to recognise a schema.
pub(super) const PLACES: usize = 64;

/// What was found. The maps are for looking up only.
pub(super) struct Found<'a> {
    /// What the API is called.
    pub title: &'a str,
    pub operations: Vec<Operation<'a>>,
    pub classes: Vec<Class<'a>>,
    /// Schemas that are members of a class, by address in the document.
    pub members: HashMap<*const Node, ClassIndex>,
    /// Schemas that wrap another one, by address in the document.
    pub wraps: HashSet<*const Node>,
    /// The distinct ones of those.
    pub distinct_wraps: HashSet<Id>,
    /// What contains itself, by the text of the references to it.
    pub recursive: HashMap<&'a str, ClassIndex>,
    /// Whether what stands in components is looked for as well.
    pub interior: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ClassIndex(pub usize);

pub(super) struct Operation<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub id: Option<&'a str>,
    /// The first group that it is listed in.
    pub tag: Option<&'a str>,
    /// The name of the webhook or callback, where the API calls and does not answer.
    pub event: Option<&'a str>,
}

/// Schemas that are equal.
pub(super) struct Class<'a> {
    pub id: Id,
    /// What its copies are as they stand, where they are not all equal.
    pub copies: Vec<Id>,
    pub form: Form,
    /// The first of them, or the one that stands for all.
    pub node: &'a Node,
    /// Keywords at the top that belong to the places: an exporter wrote the siblings of references into the copies.
    pub of_place: Option<OfPlace>,
    /// The property that holds the elements, when this is a page of a list.
    pub list: Option<&'a str>,
    /// Whether what an operation answers is a property of it, beside what is said of the call.
    pub is_envelope: bool,
    /// The property of such an answer in which it stands as what is answered.
    pub enveloped: Option<&'a str>,
    pub uses: Vec<Use<'a>>,
    /// The classes that it stands in, the innermost of each place; `None` for none.
    pub within: Vec<Option<ClassIndex>>,
    /// `GET /pets 200 items[]`, in order, at most [`PLACES`] of them.
    pub places: Vec<String>,
    pub count: usize,
    /// Whether it contains itself, and so cannot stand in place.
    pub is_recursive: bool,
    /// Whether it stands only where a reference will be, in copies that an exporter cut off.
    pub is_gone: bool,
}

/// How a schema is used; each way once per class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Use<'a> {
    /// The body of a request.
    Request(usize),
    /// The body of a 2xx or 3xx response.
    Answer(usize),
    /// The body of another response: of a status, or `default`.
    Failure(usize, &'a str),
    /// A parameter, or a header of a response.
    Parameter(usize, &'a str),
    /// The element of a list that an operation takes or answers.
    Listed(usize),
    /// The value of a property.
    Property(ClassIndex, &'a str),
    /// An element of the value of a property.
    Element(ClassIndex, &'a str),
    /// A branch of a composition by its keyword, or another place in a component that has no name of its own.
    Branch(ClassIndex, &'static str),
    /// A place in a body that is no component itself.
    Loose(usize),
    /// A place in a component of this name that is no object itself.
    Component(&'a str),
}

/// What at the top of equal schemas is not the schema's own, and left out of the component.
#[derive(Clone, Debug, Default)]
pub(super) struct OfPlace {
    /// Annotations that the places do not share.
    pub left_out: Vec<String>,
    /// Whether only some of the places allow null.
    pub null: bool,
}

impl Use<'_> {
    /// The class that this is a part of.
    pub(super) fn owner(&self) -> Option<ClassIndex> {
        match self {
            Use::Property(it, _) | Use::Element(it, _) | Use::Branch(it, _) => Some(*it),
            _ => None,
        }
    }
}

impl<'a> Found<'a> {
    pub(super) fn id(&self, class: ClassIndex) -> Id {
        self.classes[class.0].id
    }
}

impl<'a> Class<'a> {
    /// Becomes what a set of classes is as one.
    pub(super) fn stand(&mut self, standing: Standing<'a>) {
        self.id = standing.id;
        self.node = standing.node;
        self.of_place = standing.of_place;
        self.list = listed::property(standing.node).or(self.list);
    }

    /// Takes in the uses and places of another class that is the same schema.
    pub(super) fn absorb(&mut self, other: Class<'a>) {
        self.copies.extend(other.copies);
        self.count += other.count;
        self.is_recursive |= other.is_recursive;
        self.is_gone &= other.is_gone;
        self.list = self.list.or(other.list);
        self.is_envelope |= other.is_envelope;
        self.enveloped = self.enveloped.or(other.enveloped);
        self.uses.extend(other.uses);
        self.within.extend(other.within);
        let room = PLACES.saturating_sub(self.places.len());
        self.places.extend(other.places.into_iter().take(room));
    }

    /// Renumbers the owners in the uses; each way of use stays there once.
    pub(super) fn reindex(&mut self, index: &[ClassIndex]) {
        let mut seen = HashSet::new();
        for use_ in &mut self.uses {
            if let Use::Property(owner, _) | Use::Element(owner, _) | Use::Branch(owner, _) = use_ {
                *owner = index[owner.0];
            }
        }
        self.uses.retain(|it| seen.insert(*it));
        for within in self.within.iter_mut().flatten() {
            *within = index[within.0];
        }
    }
}
