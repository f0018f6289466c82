//! Annotations that an exporter wrote from a reference's place into the copy.
//!
//! In OAS 3.1 a reference has siblings: `{ $ref: User, description: who owns it }`. One kind of exporter writes
//! `allOf: [copy]` beside them, and nothing is lost; the other writes them over the copy, and then annotations at the
//! top of a copy say nothing about what it is a copy of.
//! Which kind it was is told by the document: whether copies with several descriptions stand where references do.

use crate::node::Node;
use crate::recover::find::{Class, ClassIndex, Found, OfPlace, Use};
use crate::recover::intern::Id;
use crate::recover::schema;
use std::collections::HashMap;

use super::Sameness;

/// Pairs of classes that are one schema but for what their places say.
pub(super) fn annotated(
    found: &Found<'_>,
    cores: &[Id],
    sameness: &Sameness,
) -> Vec<(ClassIndex, ClassIndex)> {
    let mut order: Vec<u32> = Vec::new();
    let mut groups: HashMap<u32, Vec<ClassIndex>> = HashMap::new();
    for (at, core) in cores.iter().enumerate() {
        let colour = sameness.of(*core);
        let group = groups.entry(colour).or_insert_with(|| {
            order.push(colour);
            Vec::new()
        });
        group.push(ClassIndex(at));
    }
    let groups = order.iter().filter_map(|it| groups.get(it));
    let several: Vec<&Vec<ClassIndex>> = groups.filter(|it| it.len() > 1).collect();
    let mut pairs = Vec::new();
    if wraps_siblings(found) {
        return pairs;
    }
    for group in several {
        if !group.iter().any(|it| is_beside_reference(found, *it)) {
            continue;
        }
        pairs.extend(group[1..].iter().map(|it| (*it, group[0])));
    }
    pairs
}

/// Whether the exporter wrote siblings around the copies.
fn wraps_siblings(found: &Found<'_>) -> bool {
    !found.wraps.is_empty()
}

/// Whether a class stands only where a reference with siblings would: as a property.
fn is_beside_reference(found: &Found<'_>, class: ClassIndex) -> bool {
    let uses = &found.classes[class.0].uses;
    uses.iter().all(|it| matches!(it, Use::Property(..)))
}

/// What a set of classes is as one.
pub(in crate::recover) struct Standing<'a> {
    pub id: Id,
    pub node: &'a Node,
    pub of_place: Option<OfPlace>,
}

/// The class that stands for a set, and which annotations all of them share.
pub(super) fn standing_for<'a>(
    set: &[ClassIndex],
    cores: &[Id],
    classes: &[Class<'a>],
) -> Standing<'a> {
    let class = |it: &ClassIndex| &classes[it.0];
    let is_bare = |it: &ClassIndex| {
        let uses = &class(it).uses;
        !uses.iter().all(|it| matches!(it, Use::Property(..)))
    };
    let best = set.iter().max_by_key(|it| {
        let it = *it;
        (is_bare(it), class(it).count, std::cmp::Reverse(*it))
    });
    let best = *best.unwrap_or(&set[0]);
    let same = set.iter().all(|it| class(it).id == class(&best).id);
    if same || set.iter().any(|it| cores[it.0] != cores[best.0]) {
        return Standing {
            id: class(&best).id,
            node: class(&best).node,
            of_place: None,
        };
    }
    let nodes: Vec<&Node> = set.iter().map(|it| class(it).node).collect();
    Standing {
        id: cores[best.0],
        node: class(&best).node,
        of_place: Some(OfPlace {
            left_out: varying(class(&best).node, &nodes),
        }),
    }
}

/// The annotations at the top of a schema that change what a place means and that not all copies share.
fn varying(node: &Node, copies: &[&Node]) -> Vec<String> {
    let members = node.as_object().into_iter().flat_map(|it| it.iter());
    let names = members.map(|it| &*it.key.text);
    let names = names.filter(|it| schema::is_of_place(it) && *it != "description");
    let varying = names.filter(|name| {
        let value = node.get(name);
        !copies.iter().all(|copy| match (copy.get(name), value) {
            (Some(a), Some(b)) => a.same(b),
            _ => false,
        })
    });
    varying.map(str::to_owned).collect()
}
