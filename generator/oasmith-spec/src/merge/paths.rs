//! The union of the paths of all parts, and of their webhooks.
//!
//! Path items of equal path unite their methods in order of appearance. What a path item says for all its operations
//! stays there while every part says the same, and else moves down to the operations concerned.

use super::difference::{Difference, difference};
use super::meaning::{self, Budget, Find};
use super::policies::{Choice, Policies};
use super::{clash, inherit};
use crate::codes;
use crate::node::{Key, Member, Node, Object, Value};
use crate::parts::{self, METHODS, OTHER_METHODS};
use indexmap::IndexMap;
use indexmap::map::Entry;
use oasmith_source::{Diagnostic, Diagnostics, Span};

/// Members of a path item that its operations inherit.
const INHERITED: [&str; 2] = ["parameters", "servers"];

/// What paths are united with.
pub(super) struct Cx<'a> {
    pub policies: &'a Policies,
    /// Those of the merged document.
    pub components: &'a dyn Find,
    /// What an operation without `security` has.
    pub security: Option<&'a Node>,
    pub budget: &'a Budget,
}

impl Cx<'_> {
    /// Where two nodes differ, references followed.
    fn difference<'n>(&self, first: &'n Node, second: &'n Node) -> Option<Difference<'n>> {
        meaning::difference(first, second, self.components, self.budget)
    }

    /// Whether one of two operations says nothing of its security, and the other one what the document says; and that
    /// is all.
    fn differ_in_silence(&self, first: &Node, second: &Node) -> bool {
        const NAME: &str = "security";
        let says = |it: &Node| it.get(NAME).is_some();
        let (silent, other) = match (says(first), says(second)) {
            (false, true) => (first, second),
            (true, false) => (second, first),
            _ => return false,
        };
        let Some(security) = self
            .security
            .filter(|it| other.get(NAME).is_some_and(|own| own.same(it)))
        else {
            return false;
        };
        let mut spoken = silent.clone();
        if let Some(object) = spoken.as_object_mut() {
            object.push(Key::new(NAME, security.span), security.clone());
        }
        self.difference(&spoken, other).is_none()
    }
}

/// Path items by path, in order of first appearance.
#[derive(Default)]
pub(super) struct Paths(IndexMap<Box<str>, Item>);

/// A path item with its members by name; or something else that stands beside path items, such as an extension.
enum Item {
    Path(Key, Span, IndexMap<Box<str>, Member>),
    Other(Member),
}

impl Paths {
    /// Adds the path items of one part.
    pub(super) fn add(&mut self, items: Object, cx: &Cx<'_>, diagnostics: &mut Diagnostics) {
        for member in items.members {
            let path = member.key.text.clone();
            let item = Item::new(member);
            match self.0.entry(path) {
                Entry::Vacant(entry) => {
                    entry.insert(item);
                }
                Entry::Occupied(mut entry) => entry.get_mut().unite(item, cx, diagnostics),
            }
        }
    }

    pub(super) fn into_object(self) -> Object {
        Object {
            members: self.0.into_values().map(Item::into_member).collect(),
        }
    }
}

impl Item {
    fn new(member: Member) -> Self {
        let Member { key, value } = member;
        match value.value {
            Value::Object(object) if !key.text.starts_with("x-") => {
                let members = object.members.into_iter();
                let members = members.map(|it| (it.key.text.clone(), it)).collect();
                Item::Path(key, value.span, members)
            }
            other => Item::Other(Member {
                key,
                value: Node::new(other, value.span),
            }),
        }
    }

    fn into_member(self) -> Member {
        match self {
            Item::Path(key, span, members) => {
                let members = members.into_values().collect();
                let value = Node::object(Object { members }, span);
                Member { key, value }
            }
            Item::Other(member) => member,
        }
    }

    fn unite(&mut self, second: Item, cx: &Cx<'_>, diagnostics: &mut Diagnostics) {
        match (self, second) {
            (Item::Path(path, _, first), Item::Path(again, _, second)) => {
                let paths = (&*path, &again);
                unite(paths, first, second, cx, diagnostics);
            }
            (Item::Other(first), Item::Other(second)) => {
                if let Some(found) = difference(&first.value, &second.value) {
                    let name = format!("`{}`", first.key.text);
                    diagnostics.push(clash::once(&name, &found, cx.policies.info));
                    if cx.policies.info == Choice::Last {
                        *first = second;
                    }
                }
            }
            // One of them is no path item, which `read` says; the other stays.
            (first @ Item::Other(_), second @ Item::Path(..)) => *first = second,
            (Item::Path(..), Item::Other(_)) => {}
        }
    }
}

fn unite(
    (path, again): (&Key, &Key),
    first: &mut IndexMap<Box<str>, Member>,
    mut second: IndexMap<Box<str>, Member>,
    cx: &Cx<'_>,
    diagnostics: &mut Diagnostics,
) {
    for name in INHERITED {
        let equal = match (first.get(name), second.get(name)) {
            (Some(a), Some(b)) => cx.difference(&a.value, &b.value).is_none(),
            (a, b) => a.is_none() && b.is_none(),
        };
        if !equal {
            move_down(first, name, cx.components);
            move_down(&mut second, name, cx.components);
        }
    }
    for (name, member) in second {
        let holds_others = &*name == OTHER_METHODS;
        let known = match first.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(member);
                continue;
            }
            Entry::Occupied(entry) => entry.into_mut(),
        };
        if holds_others {
            unite_others(path, known, member, cx, diagnostics);
        } else {
            unite_member((path, again), known, member, cx, diagnostics);
        }
    }
}

/// Unites the operations of other methods.
fn unite_others(
    path: &Key,
    first: &mut Member,
    second: Member,
    cx: &Cx<'_>,
    diagnostics: &mut Diagnostics,
) {
    let (Value::Object(first), Value::Object(second)) =
        (&mut first.value.value, second.value.value)
    else {
        return;
    };
    for member in second.members {
        let mut known = first.members.iter_mut();
        match known.find(|it| it.key.text == member.key.text) {
            Some(known) => unite_operation(path, known, member, cx, diagnostics),
            None => first.members.push(member),
        }
    }
}

fn unite_operation(
    path: &Key,
    known: &mut Member,
    member: Member,
    cx: &Cx<'_>,
    diagnostics: &mut Diagnostics,
) {
    let found = cx.difference(&known.value, &member.value);
    if let Some(mut found) = found.filter(|_| !cx.differ_in_silence(&known.value, &member.value)) {
        // What the first document says for all its operations stands at its root.
        if let Some(security) = cx.security.filter(|_| found.pointer == "/security")
            && known.value.get("security").is_none()
        {
            found.first = security;
        }
        let method = parts::shown_method(&member.key.text);
        let name = format!("`{method} {}`", path.text);
        diagnostics.push(clash::operation(&name, &found, cx.policies.operations));
        if cx.policies.operations == Choice::Last {
            *known = member;
        }
    }
}

fn unite_member(
    (path, again): (&Key, &Key),
    known: &mut Member,
    member: Member,
    cx: &Cx<'_>,
    diagnostics: &mut Diagnostics,
) {
    if METHODS.contains(&&*member.key.text) {
        return unite_operation(path, known, member, cx, diagnostics);
    }
    let Some(found) = cx.difference(&known.value, &member.value) else {
        return;
    };
    let (choice, said) = match &*member.key.text {
        "$ref" => (
            cx.policies.operations,
            two_references(path, again, cx.policies.operations),
        ),
        other => {
            let name = format!("`{other}` of `{}`", path.text);
            (
                cx.policies.info,
                clash::once(&name, &found, cx.policies.info),
            )
        }
    };
    diagnostics.push(said);
    if choice == Choice::Last {
        *known = member;
    }
}

fn move_down(item: &mut IndexMap<Box<str>, Member>, name: &str, components: &dyn Find) {
    if let Some(moved) = item.shift_remove(name) {
        let operations = item.values_mut().flat_map(parts::operations_mut);
        let operations = operations.filter_map(|it| it.value.as_object_mut());
        inherit::move_down(&moved, operations, components);
    }
}

fn two_references(first: &Key, second: &Key, choice: Choice) -> Diagnostic {
    let message = format!("`{}` refers to two different path items", first.text);
    clash::with_severity(choice.severity(), &codes::OPERATION_CLASH, message)
        .labelled(second.span, "again here")
        .also(first.span, "first here")
}
