//! Which files a document refers to, and which places in them.
//!
//! In: a document, then each file that is asked for. Out: [`Parts`], and the places that become components, those
//! nearest to the document first.
//! Only what is reached from the document is looked at: a broken reference in a part that nobody uses is no fault.
//! The disk is the caller's: this asks for names.

use std::collections::{HashSet, VecDeque};
use std::mem;
use std::sync::Arc;

use indexmap::IndexMap;
use oasmith_source::{Diagnostics, FileId, Span};

use super::parts::{At, Lost, Parts, ROOT};
use super::spot::{Follow, Spot, is_mapped_reference, lone_reference, named_schema, reference};
use super::{dynamic, identified};
use crate::node::{Node, Value};
use crate::resolve::kind::{self, Place};
use crate::resolve::{Address, Kind};

/// What tells one place from all others: the address of its node, which stays while the trees do.
pub type Identity = usize;

pub fn identity(node: &Node) -> Identity {
    std::ptr::from_ref(node).addr()
}

/// A file that is to be read.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Relative to the root folder; it may lead above it.
    pub name: String,
    /// The reference that asks for it.
    pub span: Span,
    /// Whether the reference may just as well be data: then nothing is wrong when there is no such file.
    pub optional: bool,
    /// Whether a text is meant when the file is neither JSON nor YAML by its name.
    pub text: bool,
}

/// A place in another file that becomes a component.
#[derive(Clone, Debug)]
pub struct Target {
    pub part: usize,
    pub fragment: String,
    /// The name under which a list of parts has it.
    pub listed: Option<String>,
    /// It is a component of another source, which has it under its own name as well: `merge` makes one of the two.
    pub of_source: bool,
}

pub type Targets = IndexMap<(Identity, Kind), Target>;

/// Looks for files until there is none left to ask for.
#[derive(Debug)]
pub struct Gather {
    parts: Parts,
    waiting: VecDeque<Job>,
    seen: HashSet<(Identity, Spot)>,
    targets: Targets,
    leads_elsewhere: bool,
    /// The documents that this one is merged with.
    sources: HashSet<FileId>,
    /// Files that are not there and need not be.
    missed: HashSet<String>,
    said: Diagnostics,
}

/// A reference to be followed.
#[derive(Debug)]
struct Job {
    part: usize,
    text: Box<str>,
    span: Span,
    spot: Spot,
    /// It may be no reference at all: of a discriminator's mapping, `resolve` knows what names there are.
    optional: bool,
}

impl Gather {
    /// `name` is that of the file in which the document stands.
    pub fn new(name: &str, document: Node) -> Gather {
        let mut said = Diagnostics::default();
        let parts = Parts::new(
            name,
            identified::by_pointers(dynamic::by_references(document), &mut said),
        );
        let mut waiting = VecDeque::new();
        walk(ROOT, parts.tree(ROOT), Spot::DOCUMENT, &mut waiting);
        Gather {
            parts,
            waiting,
            seen: HashSet::new(),
            targets: Targets::new(),
            leads_elsewhere: false,
            sources: HashSet::new(),
            missed: HashSet::new(),
            said,
        }
    }

    /// Says which files are documents of their own that are merged with this one.
    pub fn beside(self, sources: HashSet<FileId>) -> Gather {
        Gather { sources, ..self }
    }

    /// The files that are to be added before anything else can be found out; none when all is known.
    pub fn wanted(&mut self) -> Vec<Wanted> {
        let mut queue = mem::take(&mut self.waiting);
        let mut wanted: IndexMap<String, Wanted> = IndexMap::new();
        while let Some(job) = queue.pop_front() {
            if let Some(file) = self.follow(&job, &mut queue) {
                let new = job.wants(file);
                match new.optional {
                    true => self.missed.insert(new.name.clone()),
                    false => self.missed.remove(&new.name),
                };
                match wanted.get_mut(&new.name) {
                    // Whoever needs it says so.
                    Some(old) if old.optional && !new.optional => *old = new,
                    Some(_) => {}
                    None => {
                        wanted.insert(new.name.clone(), new);
                    }
                }
                self.waiting.push_back(job);
            }
        }
        wanted.into_values().collect()
    }

    /// Adds a file that was asked for; `None` when it cannot be read.
    pub fn add(&mut self, name: &str, tree: Option<Arc<Node>>) {
        self.parts.add(name, tree);
    }

    /// Whether a reference leads out of the document.
    pub fn leads_elsewhere(&self) -> bool {
        self.leads_elsewhere
    }

    /// What there is to say of the document before any file is read.
    pub fn take_said(&mut self) -> Diagnostics {
        mem::take(&mut self.said)
    }

    /// The document itself.
    pub fn into_document(self) -> Node {
        self.parts.into_root()
    }

    pub fn into_parts(self) -> (Parts, Targets) {
        (self.parts, self.targets)
    }

    /// Looks at what a reference names, once; a file that has to be there first is returned.
    fn follow(&mut self, job: &Job, queue: &mut VecDeque<Job>) -> Option<String> {
        let is_link = job.spot == Spot::Data && names_file(&job.text);
        self.leads_elsewhere |= is_link || !job.optional && !is_local(&job.text);
        let found = self.parts.locate(job.part, &job.text).and_then(|first| {
            let listed = listed_name(&first);
            match job.spot.component() {
                Some(kind) => Ok((self.parts.end(first)?, listed, Some(kind))),
                None => Ok((first, listed, None)),
            }
        });
        let (at, listed, kind) = match found {
            Ok(it) => it,
            Err(Lost::Unasked(name)) => return Some(name),
            // It is needed now: asked for once more, so that the caller says why it is not there.
            Err(Lost::Absent(name)) => {
                return (!job.optional && self.missed.remove(&name)).then_some(name);
            }
            // Said where the document is written anew.
            Err(_) => return None,
        };
        self.leads_elsewhere |= at.part != ROOT;
        let (id, part) = (identity(at.node), at.part);
        if let Some(kind) = kind
            && !stays(&at)
        {
            let target = self.targets.entry((id, kind)).or_insert_with(|| Target {
                part: at.part,
                fragment: at.fragment.clone(),
                listed: None,
                of_source: is_component(&at.fragment, kind)
                    && self.sources.contains(&self.parts.tree(at.part).span.file),
            });
            if at.fragment.is_empty() && target.listed.is_none() {
                target.listed = listed;
            }
        }
        if self.seen.insert((id, job.spot)) {
            walk(at.part, at.node, job.spot, queue);
        }
        if part != job.part {
            self.parts.ask(part, job.part);
        }
        None
    }
}

impl Job {
    fn wants(&self, name: String) -> Wanted {
        Wanted {
            name,
            span: self.span,
            optional: self.optional,
            text: !matches!(self.spot, Spot::At(_)),
        }
    }
}

/// Whether a place is one of the document that every reader finds by its pointer.
///
/// What stands in an extension is not read as a part of the document, and the references in it stay as they are: a
/// component is made of it.
pub fn stays(at: &At<'_>) -> bool {
    let is_pointer = at.fragment.starts_with('/');
    at.part == ROOT && (!is_pointer || kind::at(&at.fragment) != Place::Unknown)
}

/// Whether a fragment is the place of a component of this kind: `/components/schemas/Pet`.
fn is_component(fragment: &str, kind: Kind) -> bool {
    let name = fragment.strip_prefix("/components/").and_then(|it| {
        let name = it.strip_prefix(kind.components()?)?;
        name.strip_prefix('/')
    });
    name.is_some_and(|it| !it.contains('/'))
}

fn names_file(text: &str) -> bool {
    let uri = text.split_once('#').map_or(text, |it| it.0);
    matches!(Address::parse(uri), Address::Path(_))
}

fn is_local(text: &str) -> bool {
    text.is_empty() || text.starts_with('#')
}

/// `UserList` for `index.yaml#/UserList`.
fn listed_name(at: &At<'_>) -> Option<String> {
    let is_entry = lone_reference(at.node).is_some() && at.fragment.starts_with('/');
    is_entry.then(|| at.fragment.clone())
}

/// Every reference in a value, in order.
fn walk(part: usize, node: &Node, spot: Spot, found: &mut VecDeque<Job>) {
    if spot == Spot::Data {
        return;
    }
    match &node.value {
        Value::Object(object) => {
            if let Some(text) = reference(object)
                && may_follow(spot, part, node)
            {
                found.push_back(job(part, text, spot));
            }
            for member in object.iter() {
                let is_link = spot == Spot::one(Kind::Link) && &*member.key.text == "operationRef";
                match is_link && member.value.as_str().is_some_and(names_file) {
                    // Only where the operation stands is of interest, and nothing that it refers to.
                    true => found.push_back(Job {
                        optional: true,
                        ..job(part, &member.value, Spot::Data)
                    }),
                    false => walk(part, &member.value, spot.member(&member.key.text), found),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                walk(part, item, spot.item(), found);
            }
        }
        Value::String(text) if spot == Spot::Mapped && is_mapped_reference(text) => {
            found.push_back(Job {
                optional: true,
                ..job(part, node, Spot::one(Kind::Schema))
            });
        }
        Value::String(name) if spot == Spot::Mapped && part != ROOT => {
            found.push_back(Job {
                text: named_schema(name).into(),
                optional: true,
                ..job(part, node, Spot::one(Kind::Schema))
            });
        }
        _ => {}
    }
}

/// Whether the `$ref` of an object is a reference: where it may be data, it stands alone and leads out of the document,
/// or to a place in another file, which nobody would find afterwards.
pub fn may_follow(spot: Spot, part: usize, node: &Node) -> bool {
    match spot.follow() {
        Follow::Point(_) | Follow::Inline => true,
        Follow::Try => lone_reference(node).is_some_and(|it| part != ROOT || !is_local(it)),
        Follow::Leave => false,
    }
}

fn job(part: usize, text: &Node, spot: Spot) -> Job {
    Job {
        part,
        text: text.as_str().unwrap_or_default().into(),
        span: text.span,
        spot,
        optional: spot.follow() == Follow::Try,
    }
}
