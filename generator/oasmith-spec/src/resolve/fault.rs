//! What is wrong with a reference, in words.

use super::kind::{Kind, Place};
use super::reference::{Reference, unescape};
use crate::codes::{
    REF_CYCLE, REF_OTHER_FILE, REF_OUTSIDE_ROOT, REF_REMOTE, REF_UNRESOLVED, REF_WRONG_KIND,
    TOO_DEEP,
};
use crate::node::{Node, Object, push_step};
use oasmith_source::suggest::nearest;
use oasmith_source::{Code, Diagnostic, Span};

/// Why a reference cannot be followed.
#[derive(Clone, Debug)]
pub enum Wrong {
    /// There is nothing at this pointer.
    Nothing(String),
    NoAnchor,
    /// Not a reference, but a name that nothing has.
    NoName,
    /// Something else stands there.
    Kind(Place, Span),
    /// In this file, inside of the root folder.
    OtherFile(String),
    Outside,
    Remote,
    /// A chain of references that does not end.
    Endless,
    /// What stands there is of the right kind, and has faults of its own: the first of them.
    Unreadable(Span, Option<String>),
    TooMuch,
}

/// Why a reference is not followed when there is nothing where it leads.
impl From<Reference> for Wrong {
    fn from(reference: Reference) -> Self {
        match reference {
            Reference::Pointer(pointer) => Wrong::Nothing(pointer),
            Reference::Anchor(_) => Wrong::NoAnchor,
            Reference::File(name) => Wrong::OtherFile(name),
            Reference::Outside => Wrong::Outside,
            Reference::Remote => Wrong::Remote,
        }
    }
}

/// The diagnostic for a reference to `wanted` that is written as `target`; its place is left to the caller.
pub fn explain(wrong: &Wrong, wanted: Kind, target: &str) -> Diagnostic {
    let (code, message) = fact(wrong, wanted, target);
    let mut fault = Diagnostic::error(code, message);
    if let Wrong::Kind(_, span) | Wrong::Unreadable(span, _) = wrong {
        fault = fault.also(*span, "this is what it points to");
    }
    match remedy(wrong) {
        Some(remedy) => fault.help(remedy),
        None => fault,
    }
}

fn fact(wrong: &Wrong, wanted: Kind, target: &str) -> (&'static Code, String) {
    let name = wanted.name();
    match wrong {
        Wrong::Nothing(_) => (&REF_UNRESOLVED, format!("`{target}` points to nothing")),
        Wrong::NoAnchor => (
            &REF_UNRESOLVED,
            format!("no schema has the anchor `{target}`"),
        ),
        Wrong::NoName => {
            let name = name.trim_start_matches("a ");
            (&REF_UNRESOLVED, format!("there is no {name} `{target}`"))
        }
        Wrong::Kind(Place::One(kind), _) => {
            let found = kind.name();
            (
                &REF_WRONG_KIND,
                format!("`{target}` is {found}, and {name} is needed here"),
            )
        }
        Wrong::Kind(..) => (&REF_WRONG_KIND, format!("`{target}` is not {name}")),
        Wrong::Unreadable(_, why) => {
            let why = why.as_ref().map(|it| format!(": {it}"));
            let why = why.unwrap_or_default();
            (
                &REF_WRONG_KIND,
                format!("`{target}` cannot be read as {name}{why}"),
            )
        }
        Wrong::OtherFile(file) => (
            &REF_OTHER_FILE,
            format!("`{target}` is in another file, `{file}`"),
        ),
        Wrong::Outside => (
            &REF_OUTSIDE_ROOT,
            format!("`{target}` is outside of the folder of the document"),
        ),
        Wrong::Remote => (
            &REF_REMOTE,
            format!("`{target}` is an address on the network"),
        ),
        Wrong::Endless => (
            &REF_CYCLE,
            format!("`{target}` leads to no end of references"),
        ),
        Wrong::TooMuch => (
            &TOO_DEEP,
            "references lead to more than oasmith reads".to_owned(),
        ),
    }
}

fn remedy(wrong: &Wrong) -> Option<&'static str> {
    match wrong {
        Wrong::OtherFile(_) => Some("store the file at that place, or refer into this document"),
        Wrong::Outside => Some("move the file to a place beside or below the document"),
        Wrong::Remote => Some("oasmith makes no requests; copy what is meant into this document"),
        _ => None,
    }
}

/// What was probably meant: the same place, or the same kind of thing, with another name.
pub fn guess(wrong: &Wrong, wanted: Kind, target: &str, root: &Node) -> Option<String> {
    match (wrong, wanted) {
        (Wrong::Nothing(pointer), _) => {
            let (map, name) = pointer.rsplit_once('/')?;
            let mut meant = format!("#{map}");
            push_step(&mut meant, nearest(&unescape(name), names(root, map))?);
            Some(meant)
        }
        (Wrong::NoName, Kind::SecurityScheme) => {
            let schemes = names(root, "/components/securitySchemes");
            nearest(target, schemes).map(str::to_owned)
        }
        (Wrong::NoName, _) => {
            let schemas = names(root, "/components/schemas");
            nearest(target, schemas).map(str::to_owned)
        }
        _ => None,
    }
}

fn names<'a>(root: &'a Node, pointer: &str) -> impl Iterator<Item = &'a str> {
    let object = root.pointer(pointer).and_then(Node::as_object);
    let members = object.into_iter().flat_map(Object::iter);
    members.map(|it| &*it.key.text)
}
