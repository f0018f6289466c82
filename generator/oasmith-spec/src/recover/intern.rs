//! Hash-consing: equal schemas get equal numbers, each distinct value once.
//!
//! In: schemas. Out: a number for each, equal exactly when they say the same as they stand, whatever the order of members
//! and of what the specification calls a set, and however numbers are written; a stable key for the ledger; and a second
//! number that leaves prose out, by which twins are found.
//! Time is linear in the number of nodes: each is looked up once by the numbers of its children.

use super::schema;
use crate::equal::{self, Values};
use crate::node::number;
use crate::node::{Node, Object, Value};
use crate::parts::{Holds, in_schema};
use foldhash::HashMap;
use std::borrow::Cow;

/// A distinct value. Children have smaller numbers than their parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Id(pub u32);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape<'a> {
    Null,
    Bool(bool),
    Number(Cow<'a, str>),
    String(&'a str),
    /// What is a set is sorted by its keys.
    Array(Vec<Id>),
    /// Sorted by name.
    Object(Vec<(&'a str, Id)>),
}

#[derive(Default)]
pub(super) struct Interner<'a> {
    ids: HashMap<Shape<'a>, Id>,
    /// By number. Shapes are held twice so that numbers lead back to them.
    distinct: Vec<Distinct<'a>>,
    meanings: HashMap<Meaning<'a>, Id>,
    /// Objects by address, so that what stands in others is looked at once.
    known: HashMap<*const Node, Id>,
}

struct Distinct<'a> {
    shape: Shape<'a>,
    /// Depends on the value alone, so it is the same on every machine and in every version.
    key: u64,
    /// Read as a schema and without prose; made when first asked for.
    meaning: Option<Id>,
}

/// A schema without prose: schemas in it by their meanings, data by their values.
#[derive(PartialEq, Eq, Hash)]
struct Meaning<'a>(Vec<(&'a str, Vec<(&'a str, Part)>)>);

#[derive(PartialEq, Eq, Hash)]
enum Part {
    Value(Id),
    Schema(Id),
}

/// What a value is, by the keyword that has it.
#[derive(Clone, Copy)]
enum As {
    /// A schema, or a list of such.
    Schema,
    /// Schemas by names that are no keywords.
    Schemas,
    /// Values of which each counts once, in any order.
    Set,
    Sets,
    Data,
}

impl<'a> Interner<'a> {
    pub(super) fn intern(&mut self, schema: &'a Node) -> Id {
        self.of(As::Schema, schema)
    }

    fn of(&mut self, kind: As, node: &'a Node) -> Id {
        if let Some(id) = self.known.get(&std::ptr::from_ref(node)) {
            return *id;
        }
        let shape = match &node.value {
            Value::Null => Shape::Null,
            Value::Bool(it) => Shape::Bool(*it),
            Value::Number(it) => Shape::Number(number::canonical(it)),
            Value::String(it) => Shape::String(it),
            Value::Array(list) => Shape::Array(self.list(kind, list)),
            Value::Object(object) => {
                let members = object.iter();
                let mut members: Vec<_> = members
                    .map(|it| {
                        let (kind, value) = member(kind, object, &it.key.text, &it.value);
                        (&*it.key.text, self.of(kind, value))
                    })
                    .collect();
                members.sort_unstable();
                Shape::Object(members)
            }
        };
        let id = self.of_shape(shape);
        if matches!(node.value, Value::Object(_)) {
            self.known.insert(node, id);
        }
        id
    }

    fn list(&mut self, kind: As, list: &'a [Node]) -> Vec<Id> {
        let of_items = match kind {
            As::Schema => As::Schema,
            _ => As::Data,
        };
        let mut items: Vec<Id> = list.iter().map(|it| self.of(of_items, it)).collect();
        if let As::Set = kind {
            // By what they are, since numbers depend on what was seen before.
            items.sort_unstable_by_key(|it| (self.distinct[it.0 as usize].key, *it));
            items.dedup();
        }
        items
    }

    /// All distinct values, each after those it is made of.
    pub(super) fn shapes(&self) -> impl ExactSizeIterator<Item = &Shape<'a>> {
        self.distinct.iter().map(|it| &it.shape)
    }

    pub(super) fn shape(&self, id: Id) -> &Shape<'a> {
        &self.distinct[id.0 as usize].shape
    }

    /// A schema without what an exporter may have brought from its place: annotations, and null.
    pub(super) fn core(&mut self, id: Id) -> Id {
        let Shape::Object(members) = self.shape(id) else {
            return id;
        };
        let members = members.clone();
        let own = members.iter().filter(|it| !schema::is_of_place(it.0));
        let own = own.map(|(name, id)| match *name {
            "type" => (*name, self.without_null(*id)),
            name => (name, *id),
        });
        let own: Vec<_> = own.collect();
        match own == members {
            true => id,
            false => self.of_shape(Shape::Object(own)),
        }
    }

    /// Types without null, where they are several.
    fn without_null(&mut self, types: Id) -> Id {
        let Shape::Array(list) = self.shape(types) else {
            return types;
        };
        let is_null = |it: &Id| matches!(self.shape(*it), Shape::String("null") | Shape::Null);
        let others: Vec<Id> = list.iter().filter(|it| !is_null(it)).copied().collect();
        match *others {
            [one] => one,
            [_, _, ..] if others.len() < list.len() => self.of_shape(Shape::Array(others)),
            _ => types,
        }
    }

    fn of_shape(&mut self, shape: Shape<'a>) -> Id {
        if let Some(id) = self.ids.get(&shape) {
            return *id;
        }
        let id = Id(self.distinct.len() as u32);
        let key = self.key_of_shape(&shape);
        self.distinct.push(Distinct {
            shape: shape.clone(),
            key,
            meaning: None,
        });
        self.ids.insert(shape, id);
        id
    }

    /// The stable key, as the ledger has it.
    pub(super) fn key(&self, id: Id) -> String {
        format!("{:016x}", self.distinct[id.0 as usize].key)
    }

    /// A number that is equal for schemas that differ in nothing but prose.
    pub(super) fn meaning(&mut self, id: Id) -> Id {
        if let Some(known) = self.distinct[id.0 as usize].meaning {
            return known;
        }
        let meaning = match self.distinct[id.0 as usize].shape.clone() {
            Shape::Object(members) => {
                let said = members.into_iter().filter(|it| !schema::is_prose(it.0));
                let parts = said
                    .map(|(name, id)| (name, self.parts(name, id)))
                    .collect();
                // The first schema of a meaning stands for all of them.
                *self.meanings.entry(Meaning(parts)).or_insert(id)
            }
            _ => id,
        };
        self.distinct[id.0 as usize].meaning = Some(meaning);
        meaning
    }

    /// The value of a keyword, with schemas in it by their meanings.
    fn parts(&mut self, keyword: &str, id: Id) -> Vec<(&'a str, Part)> {
        if !schema::is_schema_keyword(keyword) {
            return vec![("", Part::Value(id))];
        }
        match self.distinct[id.0 as usize].shape.clone() {
            Shape::Object(named) if schema::is_named_schemas(keyword) => named
                .into_iter()
                .map(|(name, id)| (name, Part::Schema(self.meaning(id))))
                .collect(),
            Shape::Array(list) => list
                .into_iter()
                .map(|id| ("", Part::Schema(self.meaning(id))))
                .collect(),
            _ => vec![("", Part::Schema(self.meaning(id)))],
        }
    }

    fn key_of_shape(&self, shape: &Shape<'_>) -> u64 {
        let of = |id: &Id| self.distinct[id.0 as usize].key.to_le_bytes();
        let mut hash = Fnv::default();
        match shape {
            Shape::Null => hash.write(b"n"),
            Shape::Bool(it) => hash.write(if *it { b"t" } else { b"f" }),
            Shape::Number(it) => hash.text(b'd', it),
            Shape::String(it) => hash.text(b's', it),
            Shape::Array(items) => {
                hash.write(b"a");
                items.iter().for_each(|it| hash.write(&of(it)));
            }
            Shape::Object(members) => {
                hash.write(b"o");
                for (name, id) in members {
                    hash.text(b'k', name);
                    hash.write(&of(id));
                }
            }
        }
        hash.0
    }
}

/// What a member of an object is, and its value.
fn member<'a>(of: As, object: &Object, name: &str, value: &'a Node) -> (As, &'a Node) {
    let kind = match (of, in_schema(name)) {
        (As::Schemas, _) => As::Schema,
        (As::Sets, _) => As::Set,
        (As::Set | As::Data, _) => As::Data,
        (As::Schema, Some(Holds::Map(_))) => As::Schemas,
        (As::Schema, Some(_)) => As::Schema,
        (As::Schema, None) => match (name, value.as_array()) {
            ("type", Some([only])) => return (As::Data, only),
            _ => match equal::values(object, name, value) {
                Values::Set => As::Set,
                Values::Sets => As::Sets,
                Values::Other => As::Data,
            },
        },
    };
    (kind, value)
}

/// FNV-1a, 64 bits. Only ledger entries are compared by it, so a collision made on purpose can confuse no schema.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn text(&mut self, tag: u8, text: &str) {
        self.write(&[tag]);
        self.write(text.as_bytes());
        self.write(&[0xff]);
    }
}
