//! Which schemas contain themselves, and which references lead back to themselves with nothing in between.

use super::kind::Kind;
use super::links::{Links, Table};
use super::strong::{Edges, components};
use crate::codes::REF_CYCLE;
use crate::model::{Document, Position, Ref, RefOr, Schema, Spanned};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};
use std::collections::HashSet;

/// The cycles that each schema is part of, by unit.
#[derive(Clone, Debug)]
pub struct Cycles {
    /// Through whatever holds values.
    all: Vec<Option<usize>>,
    /// With no array or map in between.
    tight: Vec<Option<usize>>,
}

impl Cycles {
    pub fn is_recursive(&self, unit: usize) -> bool {
        self.all.get(unit).is_some_and(Option::is_some)
    }

    pub fn in_same_cycle(&self, a: usize, b: usize) -> bool {
        let tight = |unit| self.tight.get(unit).copied().flatten();
        tight(a).is_some() && tight(a) == tight(b)
    }
}

/// How a reference stands in the schema that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// `$ref` and `allOf`: the schema is that of the same value.
    Same,
    /// The value may be, or have in it once, what the reference names.
    Once,
    /// In an array or a map.
    Many,
}

struct Edge {
    to: usize,
    reach: Reach,
    span: Span,
}

type Graph = Vec<Vec<Edge>>;

pub fn find(document: &Document, links: &Links) -> Cycles {
    let graph = schemas(document, links);
    Cycles {
        all: components(&edges(&graph, Reach::Many)),
        tight: components(&edges(&graph, Reach::Once)),
    }
}

/// References that lead back to themselves with nothing in between: they mean nothing.
pub struct Empty {
    pub kind: Kind,
    /// The units that the chain leads through.
    pub units: Vec<usize>,
    pub span: Span,
    pub fault: Diagnostic,
}

/// Finds the references that lead back to themselves with nothing in between.
pub fn empty_chains(document: &Document, links: &Links) -> Vec<Empty> {
    let it = &document.components;
    let graphs = [
        (Kind::Schema, schemas(document, links)),
        (Kind::Parameter, chains(&it.parameters, &links.parameters)),
        (
            Kind::RequestBody,
            chains(&it.request_bodies, &links.request_bodies),
        ),
        (Kind::Response, chains(&it.responses, &links.responses)),
        (Kind::Header, chains(&it.headers, &links.headers)),
        (Kind::Callback, chains(&it.callbacks, &links.callbacks)),
    ];
    let found = graphs.iter().flat_map(|(kind, graph)| empty(*kind, graph));
    found.collect()
}

/// Finds the alternatives that lead back to themselves with nothing in between: by those, a value is what it is. One that
/// builds on the schema whose alternative it is says more, and is none.
pub fn empty_choices(document: &Document, links: &Links) -> Vec<Empty> {
    let (table, components) = (&links.schemas, &document.components.schemas);
    let edges = |unit| {
        let mut edges = Vec::new();
        choices(table.get(components, unit), &mut |it| {
            let to = table.unit(&it.target).into_iter();
            let (reach, span) = (Reach::Same, it.span);
            edges.extend(to.map(|to| Edge { to, reach, span }));
        });
        edges
    };
    let graph: Graph = (0..table.len()).map(edges).collect();
    empty(Kind::Schema, &graph)
}

/// The references that a schema is, or that are its alternatives.
fn choices<'a>(schema: &'a Schema, add: &mut dyn FnMut(&'a Ref)) {
    if let Schema::Object(it) = schema {
        it.reference.iter().for_each(&mut *add);
        let alternatives = it.one_of.iter().chain(&it.any_of);
        alternatives.for_each(|it| choices(it, add));
    }
}

/// Takes the references out of the schemas of such a chain, which are then what else they say.
pub fn cut(it: &Empty, document: &mut Document, links: &mut Links) {
    let units: HashSet<usize> = it.units.iter().copied().collect();
    for unit in &it.units {
        let components = &mut document.components.schemas;
        let place = links.schemas.get_mut(components, *unit);
        let nothing = Schema::Bool(Spanned::new(true, it.span));
        let mut schema = std::mem::replace(place, nothing);
        let is_back = |it: &Ref| {
            let to = links.schemas.unit(&it.target);
            to.is_some_and(|to| units.contains(&to))
        };
        cut_schema(&mut schema, &is_back, &it.fault.message);
        *links.schemas.get_mut(components, *unit) = schema;
    }
}

fn cut_schema(schema: &mut Schema, is_back: &dyn Fn(&Ref) -> bool, why: &str) {
    let Schema::Object(it) = schema else {
        return;
    };
    if it.reference.take_if(|it| is_back(it)).is_some() {
        it.unread = Some(why.to_owned());
    }
    let parts = it.all_of.iter_mut().chain(&mut it.one_of);
    let parts = parts.chain(&mut it.any_of);
    parts.for_each(|it| cut_schema(it, is_back, why));
}

/// What each schema refers to.
fn schemas(document: &Document, links: &Links) -> Graph {
    let (table, components) = (&links.schemas, &document.components.schemas);
    let units = 0..table.len();
    let edges = |unit| {
        let mut edges = Vec::new();
        let mut add = |reach, it: &Ref| {
            let to = table.unit(&it.target);
            edges.extend(to.map(|to| Edge {
                to,
                reach,
                span: it.span,
            }));
        };
        references(table.get(components, unit), Reach::Same, &mut add);
        edges
    };
    units.map(edges).collect()
}

fn references<'a>(schema: &'a Schema, reach: Reach, add: &mut dyn FnMut(Reach, &'a Ref)) {
    let Schema::Object(it) = schema else {
        return;
    };
    if let Some(reference) = &it.reference {
        add(reach, reference);
    }
    it.each_child(&mut |position, child| {
        let step = match position {
            Position::AllOf => Reach::Same,
            Position::Alternative | Position::Part => Reach::Once,
            Position::Many => Reach::Many,
            Position::Aside => return,
        };
        references(child, reach.max(step), add);
    });
}

/// Where each unit that is a reference leads.
fn chains<T>(components: &IndexMap<String, RefOr<T>>, table: &Table<RefOr<T>>) -> Graph {
    let edge = |unit| {
        let RefOr::Ref(it) = table.get(components, unit) else {
            return Vec::new();
        };
        let (reach, span) = (Reach::Same, it.span);
        let to = table.unit(&it.target).into_iter();
        to.map(|to| Edge { to, reach, span }).collect()
    };
    (0..table.len()).map(edge).collect()
}

/// The edges of a graph that reach no further than `most`.
fn edges(graph: &Graph, most: Reach) -> Edges {
    let near = |edges: &Vec<Edge>| {
        let near = edges.iter().filter(|it| it.reach <= most);
        near.map(|it| it.to).collect()
    };
    graph.iter().map(near).collect()
}

fn empty(kind: Kind, graph: &Graph) -> Vec<Empty> {
    let cycles = components(&edges(graph, Reach::Same));
    let mut found: IndexMap<usize, Empty> = IndexMap::new();
    for (unit, cycle) in cycles.iter().enumerate() {
        let Some(cycle) = *cycle else {
            continue;
        };
        match found.get_mut(&cycle) {
            Some(empty) => empty.units.push(unit),
            None => {
                let empty = fault(unit, graph, &cycles).map(|(span, fault)| Empty {
                    kind,
                    units: vec![unit],
                    span,
                    fault,
                });
                found.extend(empty.map(|it| (cycle, it)));
            }
        }
    }
    found.into_values().collect()
}

/// The fault of the cycle that a unit is part of, and its place.
fn fault(unit: usize, graph: &Graph, cycles: &[Option<usize>]) -> Option<(Span, Diagnostic)> {
    let inside = |unit: usize| {
        let mut edges = graph[unit].iter();
        edges.find(|it| it.reach == Reach::Same && cycles[it.to] == cycles[unit])
    };
    let first = inside(unit)?;
    let message = "the reference leads back to itself with nothing in between";
    let fault = Diagnostic::error(&REF_CYCLE, message).at(first.span);
    let back = inside(first.to).filter(|it| it.span != first.span);
    let fault = match back {
        Some(back) => fault.also(back.span, "and from there on by this"),
        None => fault,
    };
    Some((first.span, fault))
}
