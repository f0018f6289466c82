//! Where each part of a merged document came from.
//!
//! In: the sources' documents, as [`trace`] keeps them beside what was made of them, and what is asked about. Out: an
//! [`Explanation`]: the place that counts, all others that say the same or something else, what was moved down, what was
//! decided. Everything is told by the spans that nodes keep through all stages, so that merging itself notes nothing.
//! Deliberately missing: how it is shown.

mod asked;
mod places;

use super::difference::Difference;
use super::meaning::{self, Budget};
use super::{Policies, prepared, unique, unite};
use crate::node::{Key, Member, Node, Object, Value};
use crate::parts;
use crate::recover::{Entry, Ledger};
use asked::Asked;
use oasmith_source::{Diagnostic, Diagnostics, SourceMap, Span};

pub use asked::NotOne;
pub use places::Place;

/// What was merged, and what came of it.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The documents of the sources as they were united: renamed, with what differs moved down.
    parts: Vec<Node>,
    pub merged: Node,
}

/// Where one thing came from.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// `GET /tenants/{id}`, `#/components/schemas/Tenant`.
    pub subject: String,
    pub parts: Vec<Part>,
    /// What merging said about it.
    pub decisions: Vec<Diagnostic>,
}

/// One part of what is explained: an operation of a path, the definition of a component.
#[derive(Clone, Debug)]
pub struct Part {
    /// `GET showTenant`; empty for the thing itself.
    pub name: String,
    /// The place whose text is in the merged document.
    pub place: Span,
    /// Where else a path stands; what is said there is told operation by operation.
    pub also: Vec<Span>,
    /// Where else the sources describe it.
    pub again: Vec<Again>,
    /// What its own source says elsewhere, for more than this: `security`.
    pub moved: Vec<(String, Span)>,
    /// The components that stand in it.
    pub uses: Vec<Place>,
    /// Where it is referred to, or where its copies stood.
    pub used: Vec<Place>,
    /// The actions of overlays that have a say in it.
    pub changed: Vec<Span>,
    /// How a recovered component got its name.
    pub named: Option<Entry>,
}

/// A second description.
#[derive(Clone, Debug)]
pub struct Again {
    pub place: Span,
    /// The JSON Pointer of the first difference; `None` when both say the same.
    pub differs: Option<String>,
}

/// Merges, and keeps what is needed to explain the result. `merge` is this without the keeping.
pub fn trace(
    parts: Vec<Node>,
    policies: &Policies,
    sources: &SourceMap,
) -> (Option<Trace>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let (parts, version) = prepared(parts, policies, sources, &mut diagnostics);
    let merged = unite(parts.clone(), version, policies, &mut diagnostics);
    let trace = merged.map(|merged| {
        unique::check(&merged, &[], &mut diagnostics);
        Trace { parts, merged }
    });
    (trace, diagnostics)
}

impl Trace {
    /// Explains a path, `GET /path`, a JSON Pointer, the name of a component, or an operation id.
    ///
    /// `document` is what the later stages made of the merged one, `actions` are those of overlays that were applied to
    /// it, and `said` is what merging said.
    pub fn explain(
        &self,
        what: &str,
        document: &Node,
        actions: &[Span],
        ledger: &Ledger,
        said: &Diagnostics,
    ) -> Result<Explanation, NotOne> {
        let cx = Cx {
            trace: self,
            document,
            actions,
            ledger,
        };
        let asked = asked::find(what, document)?;
        let parts = match &asked {
            Asked::Item { kind, path } => cx.item(kind, path),
            Asked::Operation { kind, path, method } => {
                let operation = cx.operation(kind, path, method).into_iter();
                // The subject says it.
                let unnamed = |it| Part {
                    name: String::new(),
                    ..it
                };
                operation.map(unnamed).collect()
            }
            Asked::Component { kind, name } => cx.component(kind, name).into_iter().collect(),
            Asked::Pointer(pointer) => cx.pointer(pointer).into_iter().collect(),
        };
        let spans = cx.spans(&asked);
        let decisions = said.iter().filter(|it| is_about(it, &spans));
        Ok(Explanation {
            subject: asked.to_string(),
            decisions: decisions.cloned().collect(),
            parts,
        })
    }
}

struct Cx<'a> {
    trace: &'a Trace,
    document: &'a Node,
    actions: &'a [Span],
    ledger: &'a Ledger,
}

impl Cx<'_> {
    /// The path item itself, then its operations.
    fn item(&self, kind: &str, path: &str) -> Vec<Part> {
        let Some(item) = self.of_paths(kind, path) else {
            return Vec::new();
        };
        let mut own = part("", item.key.span);
        let places = self.members(kind, path).map(|it| it.key.span);
        own.also = places.filter(|it| *it != item.key.span).collect();
        let inside: Vec<Span> = self.members(kind, path).map(|it| it.value.span).collect();
        own.moved = moved(&item.value, &inside);
        let later = member(self.document, kind, path).unwrap_or(item);
        let members = later.value.as_object().into_iter().flat_map(Object::iter);
        let own_members = members
            .clone()
            .filter(|it| parts::operations(it).is_empty());
        own.changed = self.changed([&later.key], own_members.map(|it| &it.value));
        let methods = members;
        let methods = methods.flat_map(parts::operations);
        let operations = methods.filter_map(|it| self.operation(kind, path, &it.key.text));
        std::iter::once(own).chain(operations).collect()
    }

    fn operation(&self, kind: &str, path: &str, method: &str) -> Option<Part> {
        let merged = member(&self.trace.merged, kind, path);
        let later = member(self.document, kind, path);
        let mut items = merged.into_iter().chain(later);
        let operation = items.find_map(|it| self::operation(&it.value, method))?;
        let id = operation.value.get("operationId").and_then(Node::as_str);
        let name = format!("{} {}", parts::shown_method(method), id.unwrap_or_default());
        let mut part = part(name.trim_end(), operation.key.span);
        let others = self.members(kind, path);
        let others = others.filter_map(|it| self::operation(&it.value, method));
        part.again = self.agains(operation, others);
        part.moved = moved(&operation.value, &[operation.value.span]);
        let recovered = member(self.document, kind, path);
        let recovered = recovered.and_then(|it| self::operation(&it.value, method));
        if let Some(it) = recovered {
            part.uses = places::uses(&it.value);
            part.changed = self.changed([&it.key], [&it.value]);
        }
        Some(part)
    }

    /// The path item as it was merged, or else as an overlay added it.
    fn of_paths(&self, kind: &str, path: &str) -> Option<&Member> {
        member(&self.trace.merged, kind, path).or_else(|| member(self.document, kind, path))
    }

    /// The actions in whose text something stands.
    fn changed<'n>(
        &self,
        keys: impl IntoIterator<Item = &'n Key>,
        nodes: impl IntoIterator<Item = &'n Node>,
    ) -> Vec<Span> {
        let mut spans: Vec<Span> = keys.into_iter().map(|it| it.span).collect();
        if !self.actions.is_empty() {
            nodes.into_iter().for_each(|it| add_spans(it, &mut spans));
        }
        let actions = self.actions.iter();
        let had_a_say = |action: Span| spans.iter().any(|it| contains(action, *it));
        actions.copied().filter(|it| had_a_say(*it)).collect()
    }

    fn component(&self, kind: &str, name: &str) -> Option<Part> {
        let components = self.document.get("components")?;
        let definition = member(components, kind, name)?;
        let mut part = part("", definition.key.span);
        let others = self
            .trace
            .parts
            .iter()
            .filter_map(|it| it.get("components"));
        let others = others.filter_map(|it| member(it, kind, name));
        let origin = self.trace.merged.get("components");
        match origin.and_then(|it| member(it, kind, name)) {
            Some(own) => part.again = self.agains(own, others),
            None => part.named = self.ledger.get(name).cloned(),
        }
        part.changed = self.changed([&definition.key], [&definition.value]);
        part.used = places::used(self.document, kind, name);
        part.uses = places::uses(&definition.value);
        Some(part)
    }

    fn pointer(&self, pointer: &str) -> Option<Part> {
        let node = self.document.pointer(pointer)?;
        let mut part = part("", node.span);
        let others = self.trace.parts.iter();
        part.again = others
            .filter_map(|it| asked::same_place(pointer, self.document, it))
            .filter(|it| it.span != node.span)
            .map(|it| again(it.span, self.difference(node, it).map(|it| it.pointer)))
            .collect();
        part.uses = places::uses(node);
        part.changed = self.changed([], [node]);
        Some(part)
    }

    /// What other parts say, compared with what counts.
    fn agains<'n>(&self, counts: &Member, all: impl Iterator<Item = &'n Member>) -> Vec<Again> {
        all.filter(|it| it.key.span != counts.key.span)
            .map(|it| {
                let found = self.difference(&counts.value, &it.value);
                again(it.key.span, found.map(|it| it.pointer))
            })
            .collect()
    }

    fn difference<'n>(&self, first: &'n Node, second: &'n Node) -> Option<Difference<'n>> {
        meaning::difference(first, second, &self.trace.merged, &Budget::default())
    }

    /// The member of this name in every part that has it.
    fn members<'s>(&'s self, kind: &'s str, name: &'s str) -> impl Iterator<Item = &'s Member> {
        let parts = self.trace.parts.iter();
        parts.filter_map(move |it| member(it, kind, name))
    }

    /// All that the parts say about it.
    fn spans(&self, asked: &Asked) -> Vec<Span> {
        let whole = |it: &Member| [it.key.span, it.value.span];
        let parts = self.trace.parts.iter();
        match asked {
            Asked::Item { kind, path } => self.members(kind, path).flat_map(whole).collect(),
            Asked::Operation { kind, path, method } => self
                .members(kind, path)
                .filter_map(|it| operation(&it.value, method))
                .flat_map(whole)
                .collect(),
            Asked::Component { kind, name } => parts
                .filter_map(|it| member(it.get("components")?, kind, name))
                .flat_map(whole)
                .collect(),
            Asked::Pointer(pointer) => parts
                .filter_map(|it| asked::same_place(pointer, self.document, it))
                .map(|it| it.span)
                .collect(),
        }
    }
}

fn part(name: &str, place: Span) -> Part {
    Part {
        name: name.to_owned(),
        place,
        also: Vec::new(),
        again: Vec::new(),
        moved: Vec::new(),
        uses: Vec::new(),
        used: Vec::new(),
        changed: Vec::new(),
        named: None,
    }
}

fn again(place: Span, differs: Option<String>) -> Again {
    Again { place, differs }
}

/// What an operation or path item has that stands outside of the texts that describe it.
fn moved(node: &Node, inside: &[Span]) -> Vec<(String, Span)> {
    let is_outside = |span: Span| !inside.iter().any(|it| contains(*it, span));
    let mut found = Vec::new();
    for name in ["servers", "security"] {
        let value = node.get(name).filter(|it| is_outside(it.span));
        found.extend(value.map(|it| (name.to_owned(), it.span)));
    }
    let parameters = node.get("parameters").and_then(Node::as_array);
    let parameters = parameters.unwrap_or_default().iter();
    for parameter in parameters.filter(|it| is_outside(it.span)) {
        let text = |key: &str| parameter.get(key).and_then(Node::as_str);
        let name = text("name").or_else(|| text("$ref")).unwrap_or_default();
        found.push((format!("parameter {name}"), parameter.span));
    }
    found
}

/// Whether a finding points into one of these places.
fn is_about(said: &Diagnostic, spans: &[Span]) -> bool {
    let labels = said.primary.iter().chain(&said.secondary);
    let mut labels = labels.map(|it| it.span);
    labels.any(|label| spans.iter().any(|it| contains(*it, label)))
}

/// The places of a node and of all that is in it.
fn add_spans(node: &Node, spans: &mut Vec<Span>) {
    spans.push(node.span);
    match &node.value {
        Value::Array(items) => items.iter().for_each(|it| add_spans(it, spans)),
        Value::Object(object) => {
            for it in object.iter() {
                spans.push(it.key.span);
                add_spans(&it.value, spans);
            }
        }
        _ => {}
    }
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end
}

fn member<'n>(of: &'n Node, kind: &str, name: &str) -> Option<&'n Member> {
    of.get(kind)?.as_object()?.member(name)
}

/// The operation of a path item by its method.
fn operation<'n>(item: &'n Node, method: &str) -> Option<&'n Member> {
    let members = item.as_object()?.iter();
    let mut operations = members.flat_map(parts::operations);
    operations.find(|it| &*it.key.text == method)
}

/// The names of a document's members of one kind.
fn names<'n>(of: &'n Node, kind: &str) -> impl Iterator<Item = &'n Key> {
    let members = of.get(kind).and_then(Node::as_object);
    members.into_iter().flat_map(Object::iter).map(|it| &it.key)
}
