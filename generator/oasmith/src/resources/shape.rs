//! The members of an object, whatever it is put together from.

use indexmap::IndexMap;
use oasmith_spec::model::{Document, Schema};
use oasmith_spec::node::Node;
use oasmith_spec::resolve::Valid;

/// An object.
#[derive(Clone)]
pub struct Shape<'a> {
    pub schema: &'a Schema,
    pub members: IndexMap<&'a str, Member<'a>>,
    /// Nothing but its members is said of it.
    pub is_plain: bool,
    /// It is the only member of another object.
    pub is_inside: bool,
    document: &'a Valid<Document>,
}

#[derive(Clone)]
pub struct Member<'a> {
    pub schema: &'a Schema,
    pub is_required: bool,
    pub is_read_only: bool,
    pub is_write_only: bool,
    pub default: Option<&'a Node>,
}

/// How many schemas one object is looked for in.
const MOST: usize = 200;

impl<'a> Shape<'a> {
    pub fn of(schema: &'a Schema, document: &'a Valid<Document>) -> Self {
        let mut it = Shape {
            schema,
            members: IndexMap::new(),
            is_plain: true,
            is_inside: false,
            document,
        };
        let mut required = Vec::new();
        for schema in parts(schema, document) {
            let Some(object) = schema.as_object() else {
                continue;
            };
            let chooses = [&object.any_of, &object.one_of];
            it.is_plain &= chooses.iter().all(|it| it.is_empty())
                && object.not.is_none()
                && object.if_.is_none()
                && object.dependent_required.is_empty();
            required.extend(object.required.iter().map(|it| it.value.as_str()));
            for (name, property) in &object.properties {
                let member = Member::of(&property.schema, document);
                it.members.entry(name).or_insert(member);
            }
        }
        for name in required {
            if let Some(member) = it.members.get_mut(name) {
                member.is_required = true;
            }
        }
        it
    }

    /// The member that a place in a path means: the same name, or what is just called an id.
    pub fn key(&self, place: &str) -> Option<&'a str> {
        let place = plain(place);
        let mut names = self.members.keys().copied();
        names
            .clone()
            .find(|it| plain(it) == place)
            .or_else(|| names.find(|it| matches!(plain(it).as_str(), "id" | "uuid")))
    }

    /// This object, or the only one in it that has a key, with its name.
    pub fn inside(self, place: &str) -> Option<(Option<&'a str>, Self)> {
        if self.key(place).is_some() {
            return Some((None, self));
        }
        let objects = self.members.iter().map(|(name, it)| {
            let shape = Shape::of(it.schema, self.document);
            (Some(*name), shape)
        });
        let mut objects = objects.filter(|it| it.1.key(place).is_some());
        objects.next().filter(|_| objects.next().is_none())
    }

    /// The name of the only member.
    pub fn only_inside(&self) -> Option<&'a str> {
        let mut names = self.members.keys();
        names.next().filter(|_| names.next().is_none()).copied()
    }

    /// What is sent of `shown`: this object, or the one in an envelope.
    pub fn unwrapped(self, shown: &Shape<'_>) -> Self {
        let only = self
            .only_inside()
            .filter(|it| !shown.members.contains_key(it));
        let inner = only.map(|it| Shape::of(self.members[it].schema, self.document));
        match inner.filter(|it| !it.members.is_empty()) {
            Some(inner) => Shape {
                is_inside: true,
                ..inner
            },
            None => self,
        }
    }
}

impl<'a> Member<'a> {
    fn of(schema: &'a Schema, document: &'a Valid<Document>) -> Self {
        let all = parts(schema, document).into_iter();
        let all: Vec<_> = all.filter_map(Schema::as_object).collect();
        Member {
            schema,
            is_required: false,
            is_read_only: all.iter().any(|it| it.read_only),
            is_write_only: all.iter().any(|it| it.write_only),
            default: all.iter().find_map(|it| it.default.as_ref()),
        }
    }
}

/// A schema and all that hold with it.
fn parts<'a>(schema: &'a Schema, document: &'a Valid<Document>) -> Vec<&'a Schema> {
    let mut found: Vec<&Schema> = Vec::new();
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        if found.len() >= MOST || found.iter().any(|it| std::ptr::eq(*it, schema)) {
            continue;
        }
        found.push(schema);
        if let Some(it) = schema.as_object() {
            open.extend(it.all_of.iter().rev());
            open.extend(it.reference.iter().map(|it| document.schema(it)));
        }
    }
    found
}

/// `petId`, `pet_id` and `pet-id` are one name.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
