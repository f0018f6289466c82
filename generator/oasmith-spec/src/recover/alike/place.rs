//! Annotations that an exporter wrote from a reference's place into the copy.
//!
//! In OAS 3.1 a reference has siblings: `{ $ref: User, description: who owns it }`. One kind of exporter writes
//! `allOf: [copy]` beside them, and nothing is lost; the other writes them over the copy, and then annotations at the
//! top of a copy say nothing about what it is a copy of.
//! Which kind it was is told by the document, by how many wrappers it has for each copy that differs at the top; or by
//! the ledger, where that was decided before.

use crate::node::{Member, Node};
use crate::recover::export::{Annotations, Contradiction, Export, Guess, Nullable, Shows};
use crate::recover::found::{Class, ClassIndex, Found, OfPlace, Use};
use crate::recover::intern::Id;
use crate::recover::schema;
use std::collections::HashMap;

use super::Sameness;
use super::named::Named;

/// What was found out about annotations.
pub(super) struct ByPlace {
    /// Pairs of classes that are one schema but for what their places say.
    pub pairs: Vec<(ClassIndex, ClassIndex)>,
    /// What that was decided by, as far as the ledger is to keep it.
    pub export: Export,
    /// What the ledger says and the document does not show.
    pub contradicted: Vec<Contradiction>,
}

/// Only that is decided which something depends on and many copies show; what is `decided` already stays so, whatever
/// the counts say.
pub(super) fn annotated(
    found: &Found<'_>,
    cores: &[Id],
    sameness: &Sameness,
    named: &Named,
    decided: Export,
) -> ByPlace {
    let (null_only, mut several): (Vec<_>, Vec<_>) = groups(found, cores, sameness)
        .into_iter()
        .partition(|group| differ_in_null_only(found, group) && !is_null_inside(found, group));
    let by_null = Guess::of(
        Shows::new(Nullable::OfPlaces, several.len(), 1),
        Shows::new(Nullable::OfSchemas, null_only.len(), NULLS),
    );
    let asks_for_null = !null_only.is_empty();
    if decided.nullable.unwrap_or(by_null.what) == Nullable::OfPlaces {
        several.extend(null_only);
    }
    // An exporter that writes siblings around copies leaves few that differ at the top; one that writes them into copies
    // leaves only the wrappers that the author had.
    let differing = several.iter().map(|it| it.len() - 1).sum();
    let by_copies = Guess::of(
        Shows::new(Annotations::AroundCopies, found.distinct_wraps.len(), 1),
        Shows::new(Annotations::InCopies, differing, 1),
    );
    let annotations = decided.annotations.unwrap_or(by_copies.what);
    let mut by_place = ByPlace {
        pairs: Vec::new(),
        export: decided,
        contradicted: Vec::new(),
    };
    if annotations == Annotations::InCopies {
        let pairs = several.iter().flat_map(|it| named.pairs(it, found, cores));
        by_place.pairs = pairs.collect();
    }
    if differing > 0 {
        let said = by_copies.settle("annotations", &mut by_place.export.annotations);
        by_place.contradicted.extend(said);
    }
    // Around copies, null is around them too.
    let is_around = differing > 0 && annotations == Annotations::AroundCopies;
    if asks_for_null && !is_around {
        let said = by_null.settle("nullable", &mut by_place.export.nullable);
        by_place.contradicted.extend(said);
    }
    by_place
}

/// Classes that are equal but for annotations at the top, where those may be of their places.
fn groups(found: &Found<'_>, cores: &[Id], sameness: &Sameness) -> Vec<Vec<ClassIndex>> {
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
    let groups = order.iter().filter_map(|it| groups.remove(it));
    let several = groups.filter(|it| it.len() > 1);
    let several = several.filter(|group| {
        let class = |it: &&ClassIndex| &found.classes[it.0];
        match says_more_in_places(found, group) {
            // References with and without siblings were written out.
            true => !group.iter().all(|it| is_body(class(&it))),
            // Several descriptions may as well be those of several schemas.
            false => group.iter().any(|it| is_in_properties(class(&it))),
        }
    });
    several.collect()
}

/// Whether copies are described alike in all places, and only some of them may be null: one sibling, or two schemas of
/// the author's.
fn differ_in_null_only(found: &Found<'_>, group: &[ClassIndex]) -> bool {
    let node = |it: &ClassIndex| found.classes[it.0].node;
    let first = node(&group[0]);
    group[1..].iter().all(|it| is_described_as(node(it), first))
}

/// Whether null is allowed only where the schema stands in itself: its author wrote that beside the reference.
fn is_null_inside(found: &Found<'_>, group: &[ClassIndex]) -> bool {
    let class = |it: &ClassIndex| &found.classes[it.0];
    let (null, others): (Vec<&ClassIndex>, Vec<&ClassIndex>) = group
        .iter()
        .partition(|it| schema::is_nullable(class(it).node));
    let is_inside = |it: &&ClassIndex| {
        let mut owners = class(it).uses.iter().map(Use::owner);
        owners.all(|it| it.is_some_and(|it| group.contains(&it)))
    };
    !others.is_empty() && null.iter().all(is_inside)
}

/// What a schema says at its top that may be of its place, null apart.
fn described(schema: &Node) -> impl Iterator<Item = &Member> {
    let members = schema.as_object().into_iter().flat_map(|it| it.iter());
    members.filter(|it| schema::is_of_place(&it.key.text) && &*it.key.text != "nullable")
}

fn is_described_as(a: &Node, b: &Node) -> bool {
    described(a).count() == described(b).count()
        && described(a).all(|it| {
            let other = b.get(&it.key.text);
            other.is_some_and(|other| other.same(&it.value))
        })
}

fn says_more_in_places(found: &Found<'_>, group: &[ClassIndex]) -> bool {
    let count = |class: &ClassIndex| {
        let node = found.classes[class.0].node;
        described(node).count() + usize::from(schema::is_nullable(node))
    };
    let mut counts = group.iter().map(count);
    let first = counts.next();
    counts.any(|it| Some(it) != first)
}

/// An exporter that writes siblings into copies writes descriptions above all. Where copies that differ in `nullable`
/// alone are more than one for each so many others, an author has schemas with null and without.
const NULLS: usize = 6;

/// Whether a class stands only where a reference with siblings would: as a property.
fn is_in_properties(class: &Class<'_>) -> bool {
    let mut uses = class.uses.iter();
    uses.all(|it| matches!(it, Use::Property(..)))
}

fn is_body(class: &Class<'_>) -> bool {
    let mut uses = class.uses.iter();
    uses.any(|it| matches!(it, Use::Request(_) | Use::Answer(_) | Use::Failure(..)))
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
    // What stands as a body, or in a list, is described for what it is.
    let best = set.iter().max_by_key(|it| {
        let (at, it) = (*it, class(it));
        let own = (is_body(it), !is_in_properties(it));
        (own, it.count, std::cmp::Reverse(*at))
    });
    let best = *best.unwrap_or(&set[0]);
    let nodes: Vec<&Node> = set.iter().map(|it| class(it).node).collect();
    if nodes.iter().all(|it| says_the_same(it, class(&best).node)) {
        return Standing {
            id: class(&best).id,
            node: class(&best).node,
            of_place: None,
        };
    }
    Standing {
        id: cores[best.0],
        node: class(&best).node,
        of_place: Some(varying(class(&best).node, &nodes)),
    }
}

/// Whether two copies have the same annotations at the top.
fn says_the_same(a: &Node, b: &Node) -> bool {
    schema::is_nullable(a) == schema::is_nullable(b) && is_described_as(a, b)
}

/// What is at the top of a schema and not its own: annotations that a copy lacks, for a reference without siblings
/// leaves a schema as it is; and, descriptions apart, that in which copies differ.
fn varying(node: &Node, copies: &[&Node]) -> OfPlace {
    let varies = |it: &&Member| {
        let name = &*it.key.text;
        !copies.iter().all(|copy| match copy.get(name) {
            Some(_) if name == "description" => true,
            Some(other) => other.same(&it.value),
            None => false,
        })
    };
    let left_out = described(node).filter(varies);
    let is_nullable = schema::is_nullable(node);
    OfPlace {
        left_out: left_out.map(|it| it.key.text.to_string()).collect(),
        null: copies
            .iter()
            .any(|it| schema::is_nullable(it) != is_nullable),
    }
}
