//! The merge key `<<`: members that a mapping takes over from others.
//!
//! It is no part of YAML 1.2, and documents use it all the same: <https://yaml.org/type/merge.html>.
//! A member that is written out wins over one that is taken over, and an earlier mapping over a later one.

use std::collections::HashSet;

use oasmith_source::{Diagnostic, Span};
use saphyr_parser::{Event, ScalarStyle};

use super::fault;
use crate::node::{Key, Member, Node, Object, Value};

/// The entries of a mapping while it is read.
#[derive(Default)]
pub(super) struct Entries {
    /// The members that are written out.
    pub(super) own: Object,
    merges: Vec<Merge>,
}

struct Merge {
    /// How many members were written before it.
    at: usize,
    span: Span,
    /// Mappings, the first of which wins.
    from: Vec<Object>,
}

/// Quoted, `"<<"` is a key like any other.
pub(super) fn is_merge_key(event: &Event<'_>) -> bool {
    matches!(event, Event::Scalar(text, ScalarStyle::Plain, _, None) if text == "<<")
}

impl Entries {
    /// Takes over the members of a mapping, or of a sequence of them, and says where there is none.
    pub(super) fn merge(&mut self, key: &Key, value: Node) -> Option<Diagnostic> {
        let at = self.own.len();
        let span = key.span.to(value.span);
        let items = match value.value {
            Value::Array(items) => items,
            single => vec![Node::new(single, value.span)],
        };
        let mut from = Vec::with_capacity(items.len());
        let mut other = None;
        for item in items {
            match item.value {
                Value::Object(object) => from.push(object),
                _ => other = Some(fault::merge(item.span)),
            }
        }
        self.merges.push(Merge { at, span, from });
        other
    }

    /// Where the last entry stands.
    pub(super) fn last_span(&self) -> Option<Span> {
        let own = self
            .own
            .members
            .last()
            .map(|it| it.key.span.to(it.value.span));
        let merge = self.merges.last().map(|it| it.span);
        own.into_iter().chain(merge).max_by_key(|it| it.end)
    }

    /// All members, those that were taken over in the place of their `<<`.
    pub(super) fn merged(self) -> Object {
        if self.merges.is_empty() {
            return self.own;
        }
        let mut taken: HashSet<Box<str>> = self.own.iter().map(|it| it.key.text.clone()).collect();
        let mut merges = self.merges.into_iter().peekable();
        let mut object = Object::default();
        for (at, member) in self.own.members.into_iter().enumerate() {
            while let Some(merge) = merges.next_if(|it| it.at <= at) {
                take_over(merge, &mut taken, &mut object);
            }
            object.members.push(member);
        }
        for merge in merges {
            take_over(merge, &mut taken, &mut object);
        }
        object
    }
}

fn take_over(merge: Merge, taken: &mut HashSet<Box<str>>, into: &mut Object) {
    for Member { key, value } in merge.from.into_iter().flat_map(|it| it.members) {
        if taken.insert(key.text.clone()) {
            into.push(key, value);
        }
    }
}
