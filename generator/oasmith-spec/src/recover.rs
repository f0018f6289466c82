//! Shared components, rebuilt from inlined copies.
//!
//! In: a document in which one schema may stand in twenty places, and the name ledger. Out: the document with each such
//! schema once under `components.schemas`, references in its places, and the ledger with the new names.
//! Schemas are shared when they are the same as they stand; the ledger alone joins two that differ in prose.

mod alike;
mod bind;
pub(crate) mod copies;
mod cycles;
mod envelope;
mod export;
mod fault;
mod find;
mod found;
mod intern;
mod ledger;
mod leftover;
mod listed;
mod name;
mod own_word;
mod path;
mod pinned;
mod rebuild;
mod schema;
mod unwrap;
mod verbs;
pub(crate) mod words;

pub use export::{Annotations, Export, Nullable, Recursion};
pub use ledger::{By, Entry, Ledger};

use crate::node::Node;
use alike::{Sameness, Targets, Unified};
use bind::Bound;
use found::{ClassIndex, Found, Use};
use intern::{Id, Interner};
use name::Name;
use oasmith_source::Diagnostics;
use rebuild::{ByValue, Component, Rebuild, Siblings};
use schema::Form;
use std::collections::{HashMap, HashSet};

/// A document with components, and the ledger that names them, to be written.
#[derive(Clone, Debug)]
pub struct Recovered {
    pub document: Node,
    pub ledger: Ledger,
}

/// As many places as a person needs to see what a schema is.
const PLACES_SHOWN: usize = 4;
/// As many as recognise a schema whose text has changed, should one of them go.
const PLACES_ENOUGH: usize = 2;
/// As many twins as a person would look at.
const TWINS_SHOWN: usize = 8;

/// Rebuilds the shared components of a document.
pub fn recover(mut document: Node, ledger: &Ledger) -> (Recovered, Diagnostics) {
    copies::spell_out(&mut document);
    let mut cycles = cycles::take_out(&mut document);
    unwrap::unwrap(&mut document);
    cycles.schemas_mut().for_each(unwrap::unwrap_schema);
    let mut diagnostics = Diagnostics::default();
    let mut interner = Interner::default();
    let found = find::find(&document, &cycles, &mut interner);
    let components = components(&document, &mut interner);
    let cycles: HashMap<&str, Id> = cycles
        .iter()
        .map(|(text, schema)| (text, interner.intern(schema)))
        .collect();
    let targets = Targets {
        components: &components,
        cycles: &cycles,
    };
    let Unified {
        found,
        sameness,
        export,
    } = alike::unify(found, &targets, ledger, &mut interner, &mut diagnostics);
    let bound = bind::bind(ledger, &found.classes, &mut interner);
    let mut cx = Cx {
        existing: existing(&document, &components, &sameness),
        sameness,
        document: &document,
        interner,
        found,
        bound,
        ledger,
        export,
        names: Vec::new(),
        joined: Vec::new(),
    };
    cx.names = cx.name(&mut diagnostics);
    cx.joined = cx.join(&mut diagnostics);
    let recovered = Recovered {
        document: cx.rebuild(),
        ledger: cx.updated(&mut diagnostics),
    };
    (recovered, diagnostics)
}

struct Cx<'d, 'l> {
    document: &'d Node,
    ledger: &'l Ledger,
    export: Export,
    interner: Interner<'d>,
    found: Found<'d>,
    bound: Bound,
    existing: ByValue<'d>,
    sameness: Sameness,
    /// By class; a class without a name stays inline.
    names: Vec<Option<Name>>,
    /// By class: the twin that stands for it.
    joined: Vec<Option<ClassIndex>>,
}

/// The components that the document has already.
fn components<'d>(document: &'d Node, interner: &mut Interner<'d>) -> HashMap<&'d str, Id> {
    let members = rebuild::existing(document);
    members
        .map(|it| (&*it.key.text, interner.intern(&it.value)))
        .collect()
}

/// The name of the first component of each kind, by what it is.
fn existing<'d>(
    document: &'d Node,
    components: &HashMap<&'d str, Id>,
    sameness: &Sameness,
) -> ByValue<'d> {
    let mut by_value = ByValue::default();
    for member in rebuild::existing(document) {
        let name = &*member.key.text;
        // A component that is another by reference is an alias; what it names is meant.
        if let Some(id) = components.get(name)
            && member.value.get("$ref").is_none()
        {
            by_value.entry(sameness.of(*id)).or_insert(name);
        }
    }
    by_value
}

impl Cx<'_, '_> {
    fn entry(&self, class: usize) -> Option<&Entry> {
        self.bound.entry_of[class].map(|it| &self.ledger.entries[it])
    }

    fn existing_name(&self, class: usize) -> Option<&str> {
        let id = self.found.classes[class].id;
        self.existing.get(&self.sameness.of(id)).copied()
    }

    fn name(&self, diagnostics: &mut Diagnostics) -> Vec<Option<Name>> {
        let reserved: HashMap<&str, &Node> = rebuild::existing(self.document)
            .map(|it| (&*it.key.text, &it.value))
            .collect();
        let classes = 0..self.found.classes.len();
        let known = classes.clone().map(|class| {
            let text = match (self.existing_name(class), self.entry(class)) {
                _ if self.is_left_to_components(class) => return None,
                (Some(name), _) => name.to_owned(),
                (None, Some(entry)) => match reserved.get(&*entry.name) {
                    Some(taken) => {
                        diagnostics.push(fault::name_of_document(entry, taken));
                        return None;
                    }
                    None => entry.name.clone(),
                },
                (None, None) => return None,
            };
            Some(Name {
                text,
                evidence: String::new(),
            })
        });
        let known: Vec<_> = known.collect();
        let wanted: Vec<bool> = classes.map(|it| self.is_component(it)).collect();
        let in_document = reserved.keys().map(|it| (*it).to_owned());
        let in_ledger = self.ledger.entries.iter().map(|it| it.name.clone());
        name::name(&self.found, &wanted, known, in_document.chain(in_ledger))
    }

    /// Whether a class deserves a name.
    fn is_component(&self, class: usize) -> bool {
        let it = &self.found.classes[class];
        if self.is_left_to_components(class) {
            return false;
        }
        if self.entry(class).is_some() || self.existing_name(class).is_some() {
            return true;
        }
        match it.form {
            _ if it.is_recursive => true,
            _ if it.is_gone => false,
            // Authors name the objects they use once as well, but not what they compose others from.
            Form::Object => {
                let mut uses = it.uses.iter();
                let is_part = uses.all(|it| {
                    matches!(
                        it,
                        Use::Branch(_, "allOf") | Use::Loose(_) | Use::Component(_)
                    )
                });
                !is_part || it.count > 1 && !self.is_own_part(class)
            }
            Form::Choice => it.count > 1,
            Form::Plain => false,
        }
    }

    /// Whether a class stands nowhere but in copies of what the document has as a component: of those, references are
    /// left, and the component itself stays as its author wrote it.
    fn is_left_to_components(&self, class: usize) -> bool {
        if self.existing_name(class).is_some() || self.found.interior {
            return false;
        }
        let mut seen = HashSet::from([class]);
        let mut open = vec![class];
        while let Some(at) = open.pop() {
            for within in &self.found.classes[at].within {
                match within {
                    None => return false,
                    Some(it) if self.existing_name(it.0).is_some() => {}
                    Some(it) if seen.insert(it.0) => open.push(it.0),
                    Some(_) => {}
                }
            }
        }
        true
    }

    /// Whether a class is what one other says beside the schemas it is put together from, wherever that stands: authors
    /// refer to those first, and write what is the schema's own last.
    fn is_own_part(&self, class: usize) -> bool {
        let it = &self.found.classes[class];
        let [Use::Branch(owner, "allOf")] = *it.uses else {
            return false;
        };
        let parts = self.found.classes[owner.0].node.get("allOf");
        let parts = parts.and_then(Node::as_array).unwrap_or_default();
        let [_, .., last] = parts else {
            return false;
        };
        let last = self.found.members.get(&std::ptr::from_ref(last));
        last == Some(&ClassIndex(class)) && schema::title(it.node).is_none()
    }

    /// Which twin stands for which, as the ledger has it.
    fn join(&mut self, diagnostics: &mut Diagnostics) -> Vec<Option<ClassIndex>> {
        let mut joined = vec![None; self.found.classes.len()];
        let ledger = self.ledger;
        let by_name: HashMap<&str, usize> = ledger
            .entries
            .iter()
            .enumerate()
            .map(|(at, it)| (&*it.name, at))
            .collect();
        for (at, entry) in ledger.entries.iter().enumerate() {
            let Some(other) = entry.same_as.as_ref().and_then(|it| by_name.get(&**it)) else {
                continue;
            };
            // A stale entry joins nothing; that it is stale is said elsewhere.
            let (Some(this), Some(other)) = (self.bound.class_of[at], self.bound.class_of[*other])
            else {
                continue;
            };
            let ids = [this, other].map(|it| self.found.classes[it.0].id);
            if ids.map(|it| self.interner.meaning(it)) == [self.interner.meaning(ids[1]); 2] {
                joined[this.0] = Some(other);
                diagnostics.extend(fault::described_elsewhere(entry));
            } else {
                diagnostics.push(fault::not_twins(entry, &self.found, this, other));
            }
        }
        joined
    }

    fn rebuild(&self) -> Node {
        let name = |class: usize| self.names[class].as_ref().map(|it| it.text.clone());
        let classes = 0..self.found.classes.len();
        let components: Vec<Option<String>> = classes
            .clone()
            .map(|it| name(self.joined[it].map_or(it, |other| other.0)))
            .collect();
        let new =
            classes.filter(|it| self.joined[*it].is_none() && self.existing_name(*it).is_none());
        let new = new.filter_map(|it| {
            Some(Component {
                name: name(it)?,
                schema: self.found.classes[it].node,
                of_place: self.found.classes[it].of_place.as_ref(),
                describe: self.entry(it).map(|it| &it.describe),
            })
        });
        let new: Vec<Component<'_>> = new.collect();
        let existing = rebuild::existing(self.document).map(|it| &*it.key.text);
        let names = existing.chain(new.iter().map(|it| &*it.name)).collect();
        let rebuild = Rebuild {
            found: &self.found,
            components: &components,
            names: &names,
            siblings: siblings(self.document),
        };
        rebuild.document(self.document, &new)
    }

    fn updated(&mut self, diagnostics: &mut Diagnostics) -> Ledger {
        let twins = self.twins();
        let mut entries = Vec::new();
        for (at, entry) in self.ledger.entries.iter().enumerate() {
            if self.bound.class_of[at].is_none() {
                diagnostics.push(fault::stale(entry, self.named_there(entry)));
                entries.push(entry.clone());
            }
        }
        for (class, twins) in twins.into_iter().enumerate() {
            let Some(name) = &self.names[class] else {
                continue;
            };
            if self.existing_name(class).is_some() {
                continue;
            }
            let it = &self.found.classes[class];
            let fresh = Entry {
                name: name.text.clone(),
                evidence: Some(name.evidence.clone()),
                ..Entry::default()
            };
            let mut entry = self.entry(class).cloned().unwrap_or(fresh);
            entry.key = Some(self.interner.key(it.id));
            entry.places = places(&entry.places, &it.places);
            entry.twins = twins;
            diagnostics.extend(fault::described_nothing(&entry, it.node));
            entries.push(entry);
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ledger {
            entries,
            export: self.export,
            ..self.ledger.clone()
        }
    }

    /// The name of what stands at a place of an entry, by another entry.
    fn named_there(&self, entry: &Entry) -> Option<(&str, &str)> {
        let mut classes = self.found.classes.iter().zip(&self.names);
        classes.find_map(|(class, name)| {
            let mut places = class.places.iter();
            let place = places.find(|it| entry.places.contains(it))?;
            Some((&*name.as_ref()?.text, &**place))
        })
    }

    /// For each class, the names of those that differ from it in prose only and are not joined with it.
    fn twins(&mut self) -> Vec<Vec<String>> {
        let mut groups: HashMap<Id, Vec<&str>> = HashMap::new();
        let mut meanings = Vec::new();
        for (class, it) in self.found.classes.iter().enumerate() {
            let meaning = self.interner.meaning(it.id);
            let name = self.names[class].as_ref().map(|it| &*it.text);
            let name = name.filter(|_| self.joined[class].is_none());
            meanings.push(name.map(|it| (meaning, it)));
            groups.entry(meaning).or_default().extend(name);
        }
        let others = |own: Option<(Id, &str)>| {
            let Some((meaning, own)) = own else {
                return Vec::new();
            };
            let group = groups.get(&meaning).map_or(&[][..], Vec::as_slice);
            let others = group.iter().filter(|it| **it != own).take(TWINS_SHOWN);
            let mut names: Vec<String> = others.map(|it| (*it).to_owned()).collect();
            names.sort();
            names
        };
        meanings.into_iter().map(others).collect()
    }
}

/// What an entry says of places stays as long as it is true and enough, so that an operation more leaves it as it is.
fn places(said: &[String], all: &[String]) -> Vec<String> {
    let mut places: Vec<String> = said.iter().filter(|it| all.contains(it)).cloned().collect();
    if places.len() < PLACES_ENOUGH {
        let more = all.iter().filter(|it| !said.contains(it));
        places.extend(more.cloned());
    }
    places.truncate(PLACES_SHOWN);
    places
}

fn siblings(document: &Node) -> Siblings {
    let version = document.get("openapi").and_then(Node::as_str);
    match version {
        Some(it) if it.starts_with("3.0") => Siblings::Around,
        _ => Siblings::Beside,
    }
}
