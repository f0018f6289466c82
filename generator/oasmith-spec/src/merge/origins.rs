//! Components that came into a part with a reference to another file, and are in the merged document anyway.
//!
//! In: the parts. Out: which of their components are copies of what another source defines, or of what another part has
//! from the same file; and the parts without them, with references to the one that stays.
//! A component keeps the span of its text through bundling, so that two of one text are known by it.

use super::variants::{Id, NewNames, definitions};
use crate::node::{Member, Node};
use oasmith_source::Span;
use std::collections::{HashMap, HashSet};

/// For each part, its components that are copies, each with the one that it is a copy of.
pub(super) struct Origins(Vec<HashMap<Id, (usize, Id)>>);

/// A component of a part.
struct Found {
    part: usize,
    id: Id,
    is_added: bool,
}

impl Origins {
    pub(super) fn of(parts: &[Node]) -> Origins {
        let mut copies = vec![HashMap::new(); parts.len()];
        let mut all = parts.iter().flat_map(definitions);
        if parts.len() < 2 || !all.any(|(_, it)| is_added(it)) {
            return Origins(copies);
        }
        let mut by_text: HashMap<(String, Span), Vec<Found>> = HashMap::new();
        let mut texts: HashMap<Id, HashSet<Span>> = HashMap::new();
        for (part, node) in parts.iter().enumerate() {
            for (id, member) in definitions(node) {
                let text = member.value.span;
                texts.entry(id.clone()).or_default().insert(text);
                let is_added = is_added(member);
                let found = Found { part, id, is_added };
                let key = (found.id.0.clone(), text);
                by_text.entry(key).or_default().push(found);
            }
        }
        for found in by_text.into_values() {
            let is_free = |it: &&Found| texts[&it.id].len() == 1;
            let listed = found.iter().find(|it| !it.is_added);
            let stays = listed
                .or_else(|| found.iter().find(is_free))
                .or(found.first());
            let Some(stays) = stays.map(|it| (it.part, it.id.clone())) else {
                continue;
            };
            for it in found.into_iter().filter(|it| it.is_added) {
                if (it.part, &it.id) != (stays.0, &stays.1) {
                    copies[it.part].insert(it.id, stays.clone());
                }
            }
        }
        Origins(copies)
    }

    pub(super) fn is_copy(&self, part: usize, id: &Id) -> bool {
        self.0[part].contains_key(id)
    }

    /// The component that a part means: where it is defined, and what it is called there.
    pub(super) fn meant<'s>(&'s self, part: usize, id: &'s Id) -> (usize, &'s Id) {
        match self.0[part].get(id) {
            Some((part, id)) => (*part, id),
            None => (part, id),
        }
    }

    /// Takes the copies out of the parts, which are to call what they mean as it is called where it is defined.
    pub(super) fn leave_out_copies(&self, parts: &mut [Node], new: &mut [NewNames]) {
        for (at, part) in parts.iter_mut().enumerate() {
            let copies = &self.0[at];
            if copies.is_empty() {
                continue;
            }
            leave_out(part, copies);
            for (own, (part, id)) in copies {
                let name = new[*part].get(id).unwrap_or(&id.1).clone();
                if name != own.1 {
                    new[at].insert(own.clone(), name);
                }
            }
        }
    }
}

/// Whether nobody wrote the name of a component in the document: bundling did.
pub(super) fn is_added(member: &Member) -> bool {
    member.key.span.start == member.key.span.end
}

fn leave_out(part: &mut Node, copies: &HashMap<Id, (usize, Id)>) {
    let components = part.as_object_mut().and_then(|it| it.get_mut("components"));
    let Some(kinds) = components.and_then(Node::as_object_mut) else {
        return;
    };
    for kind in kinds.members.iter_mut() {
        let Some(entries) = kind.value.as_object_mut() else {
            continue;
        };
        let name = kind.key.text.to_string();
        entries
            .members
            .retain(|it| !copies.contains_key(&(name.clone(), it.key.text.to_string())));
    }
}
