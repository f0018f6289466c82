//! The files of one document, and what a reference from one to another names.
//!
//! Everything is looked up in trees that were parsed before; a file that is not there is a fault of its own, for the
//! caller to ask for it or to report it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::spot::lone_reference;
use crate::node::{Node, Object, Value, push_step};
use crate::resolve::{Address, Fragment, unescape};

/// The document itself, among its parts.
pub const ROOT: usize = 0;

/// How many references may be followed on the way to one place.
const MAX_JUMPS: usize = 64;

/// A document and all the files that it refers to.
#[derive(Debug)]
pub struct Parts {
    parts: Vec<Part>,
    by_name: HashMap<Box<str>, Known>,
    index: Index,
}

#[derive(Debug)]
struct Part {
    name: Box<str>,
    tree: Arc<Node>,
    /// The first one that refers to it.
    asker: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Part(usize),
    /// It was asked for in vain.
    Absent,
}

/// Where the members of large objects stand, by the address of the object: thousands of references may lead into one.
#[derive(Debug, Default)]
struct Index(RefCell<HashMap<usize, HashMap<Box<str>, usize>>>);

impl Index {
    /// How many members an object has that is looked through each time.
    const FEW: usize = 32;

    fn get<'a>(&self, object: &'a Object, name: &str) -> Option<&'a Node> {
        if object.len() <= Self::FEW {
            return object.get(name);
        }
        let mut known = self.0.borrow_mut();
        let address = std::ptr::from_ref(object).addr();
        let places = known.entry(address).or_insert_with(|| places(object));
        let member = object.iter().nth(*places.get(name)?)?;
        Some(&member.value)
    }
}

/// The first place of each name.
fn places(object: &Object) -> HashMap<Box<str>, usize> {
    let mut places = HashMap::with_capacity(object.len());
    for (at, it) in object.iter().enumerate() {
        places.entry((*it.key.text).into()).or_insert(at);
    }
    places
}

/// A place in one of the files.
#[derive(Clone, Debug)]
pub struct At<'a> {
    pub part: usize,
    pub node: &'a Node,
    /// As it is written behind a `#`: a JSON Pointer in canonical form, or an anchor.
    pub fragment: String,
    /// It is a place of the document, though the reference says that it is one of another file.
    pub astray: bool,
}

/// Why a reference leads nowhere.
#[derive(Clone, Debug)]
pub enum Lost<'a> {
    /// Nobody has asked for this file yet.
    Unasked(String),
    /// There is no such file, which was said when it was asked for.
    Absent(String),
    /// `fragment` is there, and has no `step`.
    Nothing {
        last: At<'a>,
        step: String,
    },
    NoAnchor(String),
    Absolute,
    Remote,
    Endless,
    /// It leads to something that it is in itself, and that is to be put in its place.
    Around,
}

impl Parts {
    pub fn new(name: &str, tree: Node) -> Parts {
        let mut parts = Parts {
            parts: Vec::new(),
            by_name: HashMap::new(),
            index: Index::default(),
        };
        parts.add(name, Some(Arc::new(tree)));
        parts
    }

    /// Adds a file; `None` when it is not there.
    pub fn add(&mut self, name: &str, tree: Option<Arc<Node>>) {
        let known = match tree {
            Some(tree) => {
                self.parts.push(Part {
                    name: name.into(),
                    tree,
                    asker: None,
                });
                Known::Part(self.parts.len() - 1)
            }
            None => Known::Absent,
        };
        self.by_name.insert(name.into(), known);
    }

    pub fn name(&self, part: usize) -> &str {
        &self.parts[part].name
    }

    pub fn tree(&self, part: usize) -> &Node {
        &self.parts[part].tree
    }

    /// The tree, to be kept while others are added.
    pub fn shared(&self, part: usize) -> Arc<Node> {
        Arc::clone(&self.parts[part].tree)
    }

    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// The part that was the first to refer to this one.
    pub fn asker(&self, part: usize) -> Option<usize> {
        self.parts[part].asker
    }

    pub fn ask(&mut self, part: usize, from: usize) {
        self.parts[part].asker.get_or_insert(from);
    }

    /// The document as it was read.
    pub fn into_root(mut self) -> Node {
        let root = self.parts.swap_remove(ROOT);
        Arc::unwrap_or_clone(root.tree)
    }

    pub fn top(&self, part: usize) -> At<'_> {
        At {
            part,
            node: self.tree(part),
            fragment: String::new(),
            astray: false,
        }
    }

    /// A place that was found before.
    pub fn at(&self, part: usize, fragment: &str) -> Option<At<'_>> {
        let fragment = match fragment.is_empty() || fragment.starts_with('/') {
            true => Fragment::Pointer(fragment.to_owned()),
            false => Fragment::Anchor(fragment.to_owned()),
        };
        self.find(part, &fragment, &mut 0).ok()
    }

    /// What a reference that stands in a part names.
    pub fn locate(&self, from: usize, text: &str) -> Result<At<'_>, Lost<'_>> {
        self.seek(from, text, &mut MAX_JUMPS.clone())
    }

    /// The end of a chain of references without siblings. Places of the document are ends: they have a pointer.
    pub fn end<'a>(&'a self, mut at: At<'a>) -> Result<At<'a>, Lost<'a>> {
        let mut jumps = MAX_JUMPS;
        while at.part != ROOT
            && let Some(text) = lone_reference(at.node)
        {
            let astray = at.astray;
            at = self.seek(at.part, text, &mut jumps)?;
            at.astray |= astray;
        }
        Ok(at)
    }

    fn seek(&self, from: usize, text: &str, jumps: &mut usize) -> Result<At<'_>, Lost<'_>> {
        *jumps = jumps.checked_sub(1).ok_or(Lost::Endless)?;
        let (uri, fragment) = text.split_once('#').unwrap_or((text, ""));
        let part = self.part(from, uri)?;
        let fragment = Fragment::parse(fragment);
        let found = self.find(part, &fragment, jumps);
        let is_lost = matches!(found, Err(Lost::Nothing { .. } | Lost::NoAnchor(_)));
        if is_lost && uri.is_empty() && part != ROOT {
            // Some authors mean the document, wherever they write `#/components`.
            if let Ok(at) = self.find(ROOT, &fragment, jumps) {
                return Ok(At { astray: true, ..at });
            }
        }
        found
    }

    /// How a URI that is relative to a part is written in the document.
    pub fn relative_to_root(&self, part: usize, uri: &str) -> String {
        if !matches!(Address::parse(uri), Address::Path(_)) {
            return uri.to_owned();
        }
        let end = uri.find(['?', '#']).unwrap_or(uri.len());
        let (path, rest) = uri.split_at(end);
        let target = joined(self.name(part), path);
        let mut folders: Vec<&str> = self.name(ROOT).split('/').collect();
        folders.pop();
        let steps: Vec<&str> = target.split('/').collect();
        let shared = folders
            .iter()
            .zip(&steps)
            .take_while(|(a, b)| a == b && **a != "..");
        let shared = shared.count().min(steps.len() - 1);
        format!(
            "{}{}{rest}",
            "../".repeat(folders.len() - shared),
            steps[shared..].join("/")
        )
    }

    fn part(&self, from: usize, uri: &str) -> Result<usize, Lost<'_>> {
        let name = match Address::parse(uri) {
            Address::Here => return Ok(from),
            Address::Path(path) => joined(self.name(from), &path),
            Address::Absolute => return Err(Lost::Absolute),
            Address::Remote => return Err(Lost::Remote),
        };
        match self.by_name.get(name.as_str()) {
            Some(Known::Part(part)) => Ok(*part),
            Some(Known::Absent) => Err(Lost::Absent(name)),
            None => Err(Lost::Unasked(name)),
        }
    }

    fn find(
        &self,
        part: usize,
        fragment: &Fragment,
        jumps: &mut usize,
    ) -> Result<At<'_>, Lost<'_>> {
        let mut at = self.top(part);
        let pointer = match fragment {
            Fragment::Anchor(name) => return self.anchor(part, name),
            Fragment::Pointer(pointer) => pointer,
        };
        // `pet.yaml#/` is how some write the whole file.
        if pointer == "/" && at.node.get("").is_none() {
            return Ok(at);
        }
        for step in pointer.split('/').skip(1) {
            let name = unescape(step);
            loop {
                if let Some(node) = self.child(at.node, &name) {
                    at.node = node;
                    push_step(&mut at.fragment, &name);
                    break;
                }
                // The file behind a reference has what is looked for.
                match at.node.as_object().and_then(super::spot::reference) {
                    Some(text) => {
                        let text = text.as_str().unwrap_or_default();
                        at = self.seek(at.part, text, jumps)?;
                    }
                    None => {
                        return Err(Lost::Nothing {
                            last: at,
                            step: name,
                        });
                    }
                }
            }
        }
        Ok(at)
    }

    fn child<'a>(&self, node: &'a Node, step: &str) -> Option<&'a Node> {
        match &node.value {
            Value::Object(object) => self.index.get(object, step),
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    fn anchor(&self, part: usize, name: &str) -> Result<At<'_>, Lost<'_>> {
        match with_anchor(self.tree(part), name) {
            Some(node) => Ok(At {
                node,
                fragment: name.to_owned(),
                ..self.top(part)
            }),
            None => Err(Lost::NoAnchor(name.to_owned())),
        }
    }
}

fn with_anchor<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Object(object) if has_anchor(object, name) => Some(node),
        Value::Object(object) => object.iter().find_map(|it| with_anchor(&it.value, name)),
        Value::Array(items) => items.iter().find_map(|it| with_anchor(it, name)),
        _ => None,
    }
}

fn has_anchor(object: &Object, name: &str) -> bool {
    let is = |key| object.get(key).and_then(Node::as_str) == Some(name);
    is("$anchor") || is("$dynamicAnchor")
}

/// The name that `path` has when it is read from `file`. It may lead above the root folder: `../shared/pet.yaml`.
pub fn joined(file: &str, path: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => match parts.last() {
                None | Some(&"..") => parts.push(".."),
                // The root of the disk is above itself.
                Some(&"") => {}
                Some(_) => {
                    parts.pop();
                }
            },
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Whether a file is JSON or YAML, by its name.
pub fn is_document(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| {
        ["json", "yaml", "yml"]
            .iter()
            .any(|known| it.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::{Parts, joined};
    use crate::node::Node;
    use oasmith_source::{SourceMap, Span};

    #[test]
    fn what_is_relative_to_a_part_is_relative_to_the_document_afterwards() {
        let file = SourceMap::default().add("a", "");
        let tree = || Node::string("", Span::new(file, 0, 0));
        for (document, part, uri, wanted) in [
            ("api.yaml", "sub/a.yaml", "big.json", "sub/big.json"),
            (
                "v1/api.yaml",
                "v1/sub/a.yaml",
                "../big%20one.json?x#y",
                "big%20one.json?x#y",
            ),
            (
                "v1/api.yaml",
                "shared/a.yaml",
                "./big.json",
                "../shared/big.json",
            ),
            (
                "api.yaml",
                "sub/a.yaml",
                "https://a.example/b",
                "https://a.example/b",
            ),
        ] {
            let mut parts = Parts::new(document, tree());
            parts.add(part, Some(std::sync::Arc::new(tree())));
            assert_eq!(parts.relative_to_root(1, uri), wanted, "{uri}");
        }
    }

    #[test]
    fn names_are_relative_to_the_root_folder_from_every_file() {
        for (file, path, wanted) in [
            ("api.yaml", "./a/b.yaml", "a/b.yaml"),
            ("a/b.yaml", "../c.yaml", "c.yaml"),
            ("a/b.yaml", "../../c.yaml", "../c.yaml"),
            ("../c.yaml", "../d/./e.yaml", "../../d/e.yaml"),
            ("../d/e.yaml", "../f.yaml", "../f.yaml"),
            ("/d/e.yaml", "../../f.yaml", "/f.yaml"),
        ] {
            assert_eq!(joined(file, path), wanted, "{file} {path}");
        }
    }
}
