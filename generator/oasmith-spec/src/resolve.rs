//! Checks every reference of a document, and follows the good ones from then on.
//!
//! In: a `Document`, the tree it was read from, the sources. Out: `Valid<Document>`, in which no reference dangles.
//! A local reference may name a component, an anchor, or any place by JSON Pointer; what it names outside of
//! `components` is read on demand. Cycles of schemas are recorded, never inlined.
//! Missing: references to other files, which `bundle` has followed before; `$id` as a base of references.

pub(crate) mod anchors;
mod check;
mod cycles;
mod fault;
pub(crate) mod kind;
mod links;
pub(crate) mod nearest;
mod part;
pub(crate) mod reference;
pub(crate) mod strong;
mod visit;

pub(crate) use anchors::find as anchors;
pub(crate) use fault::{Wrong, explain};
pub use kind::{Kind, Place};
pub(crate) use nearest::nearest;
pub use reference::local_pointer;
pub(crate) use reference::{Address, Fragment, Reference, unescape};

use crate::model::{
    Callback, Document, Header, Parameter, Ref, RefOr, RequestBody, Response, Schema,
};
use crate::node::Node;
use links::Links;
use oasmith_source::{Diagnostics, SourceMap};

/// A document of which every reference is known to lead somewhere. Only [`resolve`] makes one.
#[derive(Clone, Debug)]
pub struct Valid<T> {
    document: T,
    links: Links,
    cycles: cycles::Cycles,
}

/// What a reference to a schema names.
#[derive(Clone, Copy, Debug)]
pub struct SchemaTarget<'a> {
    /// The canonical JSON Pointer, the same however the reference is written: `/components/schemas/Pet`.
    pub pointer: &'a str,
    /// The name of the component, when it is one.
    pub name: Option<&'a str>,
    pub schema: &'a Schema,
    unit: usize,
}

/// Checks all references of a document; `root` is the tree that it was read from.
///
/// All faults are reported at once. With any error there is no valid document.
pub fn resolve(
    document: Document,
    root: &Node,
    sources: &SourceMap,
) -> (Option<Valid<Document>>, Diagnostics) {
    let (links, mut diagnostics) = check::links(&document, root, sources);
    if diagnostics.has_errors() {
        return (None, diagnostics);
    }
    cycles::empty_chains(&document, &links, &mut diagnostics);
    if diagnostics.has_errors() {
        return (None, diagnostics);
    }
    let cycles = cycles::find(&document, &links);
    let valid = Valid {
        document,
        links,
        cycles,
    };
    (Some(valid), diagnostics)
}

impl<T> std::ops::Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.document
    }
}

impl Valid<Document> {
    /// The schema that a reference names: one step, so it may itself be a reference.
    pub fn schema(&self, reference: &Ref) -> &Schema {
        self.target(reference).schema
    }

    /// The schema that a reference names, and what it is called.
    pub fn target(&self, reference: &Ref) -> SchemaTarget<'_> {
        let unit = self.links.schemas.unit(&reference.target);
        self.schema_unit(unit.unwrap_or_else(|| foreign(reference)))
    }

    /// The schema that a value of a discriminator's mapping names; `None` when `resolve` has warned about it.
    pub fn mapped(&self, value: &str) -> Option<SchemaTarget<'_>> {
        let unit = self.links.mapped(value)?;
        Some(self.schema_unit(unit))
    }

    /// A component schema by its name.
    pub fn component(&self, name: &str) -> Option<SchemaTarget<'_>> {
        let unit = self.components.schemas.get_index_of(name)?;
        Some(self.schema_unit(unit))
    }

    /// The parameter itself, to the end of a chain of references.
    pub fn parameter<'a>(&'a self, it: &'a RefOr<Parameter>) -> &'a Parameter {
        let (links, components) = (&self.links.parameters, &self.components.parameters);
        links.follow(components, it)
    }

    /// The request body itself, to the end of a chain of references.
    pub fn request_body<'a>(&'a self, it: &'a RefOr<RequestBody>) -> &'a RequestBody {
        let (links, components) = (&self.links.request_bodies, &self.components.request_bodies);
        links.follow(components, it)
    }

    /// The response itself, to the end of a chain of references.
    pub fn response<'a>(&'a self, it: &'a RefOr<Response>) -> &'a Response {
        let (links, components) = (&self.links.responses, &self.components.responses);
        links.follow(components, it)
    }

    /// The header itself, to the end of a chain of references.
    pub fn header<'a>(&'a self, it: &'a RefOr<Header>) -> &'a Header {
        let (links, components) = (&self.links.headers, &self.components.headers);
        links.follow(components, it)
    }

    /// The callback itself, to the end of a chain of references.
    pub fn callback<'a>(&'a self, it: &'a RefOr<Callback>) -> &'a Callback {
        let (links, components) = (&self.links.callbacks, &self.components.callbacks);
        links.follow(components, it)
    }

    /// Whether a component schema is part of a cycle of references, through arrays and maps or not.
    pub fn is_recursive(&self, component: &str) -> bool {
        let unit = self.components.schemas.get_index_of(component);
        unit.is_some_and(|unit| self.cycles.is_recursive(unit))
    }

    /// Whether `a` and `b` contain each other with no array or map in between, so that a type for `a` which holds a
    /// `b` directly needs a box. `a` and `b` may be the same: then whether it contains itself.
    pub fn in_same_cycle(&self, a: SchemaTarget<'_>, b: SchemaTarget<'_>) -> bool {
        self.cycles.in_same_cycle(a.unit, b.unit)
    }

    fn schema_unit(&self, unit: usize) -> SchemaTarget<'_> {
        let components = &self.document.components.schemas;
        SchemaTarget {
            pointer: self.links.schemas.pointer(unit),
            name: components.get_index(unit).map(|(name, _)| name.as_str()),
            schema: self.links.schemas.get(components, unit),
            unit,
        }
    }
}

fn foreign(reference: &Ref) -> ! {
    unreachable!(
        "resolve knows every reference of its document, and not `{}`",
        reference.target
    )
}
