//! Checks every reference of a document, and follows the good ones from then on.
//!
//! In: a `Document`, the tree it was read from, the sources. Out: `Valid<Document>`, in which no reference dangles: with
//! [`resolve`] none did, and with [`confine`] the operations that had some are left out.
//! A local reference may name a component, an anchor, or any place by JSON Pointer; what it names outside of
//! `components` is read on demand. Cycles of schemas are recorded, never inlined.
//! Missing: references to other files, and by an `$id`, which `bundle` has followed before.

pub(crate) mod anchors;
mod bases;
mod check;
mod confine;
mod cycles;
mod fault;
pub(crate) mod kind;
mod links;
mod mend;
mod part;
pub(crate) mod reference;
pub(crate) mod strong;
mod unread;
mod visit;

pub(crate) use anchors::find as anchors;
pub(crate) use fault::{Wrong, explain};
pub use kind::{Kind, Place};
pub use reference::local_pointer;
pub(crate) use reference::{Address, Fragment, Reference, encoded, unescape};

use crate::model::{
    Callback, Document, Header, Parameter, ParameterPlace, Ref, RefOr, RequestBody, Response,
    Schema, SecurityRequirement, SecuritySchemeKind,
};
use crate::node::Node;
use check::{Checked, Fault};
use links::Links;
use oasmith_source::{Diagnostic, Diagnostics, Severity, SourceMap, Span};
use std::collections::{HashMap, HashSet};
use visit::Owner;

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
    mut document: Document,
    root: &Node,
    sources: &SourceMap,
) -> (Option<Valid<Document>>, Diagnostics) {
    bases::spell_out(&mut document);
    let Checked {
        links,
        mut diagnostics,
        ..
    } = check::check(&document, root, sources);
    if diagnostics.has_errors() {
        return (None, diagnostics);
    }
    let empty = cycles::empty_chains(&document, &links);
    diagnostics.extend(empty.into_iter().map(|it| it.fault));
    if diagnostics.has_errors() {
        return (None, diagnostics);
    }
    (Some(valid(document, links)), diagnostics)
}

/// Checks all references of a document, and leaves out the operations that cannot do without one which leads nowhere.
///
/// What they can do without is left out of them: an error is not declared, and a schema allows any value.
/// A component with such a reference, or with an error in it that `read` found, costs the operations that use it. All
/// faults are warnings here: what is wrong is not in the result, where [`PathItem::left_out`] tells of it.
/// `known` is what was said before, by `bundle` above all: why a file cannot be had is not said again.
///
/// [`PathItem::left_out`]: crate::model::PathItem::left_out
pub fn confine(
    mut document: Document,
    root: &Node,
    sources: &SourceMap,
    known: &Diagnostics,
) -> (Option<Valid<Document>>, Diagnostics) {
    bases::spell_out(&mut document);
    let known: HashMap<Span, &str> = known.iter().filter_map(faults_place).collect();
    let mut said = Diagnostics::default();
    let mut places: HashSet<(Span, String)> = HashSet::new();
    let mut is_first = true;
    loop {
        let mut checked = check::check(&document, root, sources);
        for it in cycles::empty_chains(&document, &checked.links) {
            not_empty(it, &mut document, &mut checked);
        }
        for it in cycles::empty_choices(&document, &checked.links) {
            not_empty(it, &mut document, &mut checked);
        }
        for it in checked.faults.iter_mut().chain(&mut checked.unread) {
            if let Some(before) = known.get(&it.span) {
                it.message = (*before).to_owned();
            }
        }
        let unread: HashSet<Span> = checked.unread.iter().map(|it| it.span).collect();
        let is_any = |it: &Diagnostic| {
            let place = it.primary.as_ref().map(|it| it.span);
            it.severity == Severity::Error && place.is_some_and(|it| unread.contains(&it))
        };
        let new = std::mem::take(&mut checked.diagnostics).into_iter();
        let new = new.map(|it| match is_any(&it) {
            true => it.help("any value is taken in its place"),
            false => it,
        });
        // Warnings are said again each time.
        let new = new.filter(|it| is_first || it.severity == Severity::Error);
        // Errors too, where something else was mended first.
        let is_new = |it: &Diagnostic| {
            faults_place(it).is_none_or(|(span, message)| {
                !known.contains_key(&span) && places.insert((span, message.to_owned()))
            })
        };
        said.extend(new.filter(is_new));
        is_first = false;
        if checked.faults.is_empty() {
            unread::tell(&mut document, &checked);
            return (Some(valid(document, checked.links)), said.as_warnings());
        }
        let broken = confine::broken(&checked.faults, &checked);
        let mended = mend::mend(&mut document, &checked, &broken);
        if !mended.is_empty() {
            said.extend(mended);
            continue;
        }
        if !confine::leave_out(&mut document, &broken) {
            return (None, said);
        }
    }
}

/// Cuts a chain that leads back to itself, where any value may stand in its place.
fn not_empty(it: cycles::Empty, document: &mut Document, checked: &mut Checked) {
    let owners = it.units.iter().map(|unit| Owner::Unit(it.kind, *unit));
    let faults = owners.map(|owner| Fault {
        owner,
        span: it.span,
        message: it.fault.message.clone(),
    });
    match it.kind {
        Kind::Schema => {
            checked.unread.extend(faults);
            cycles::cut(&it, document, &mut checked.links);
        }
        _ => checked.faults.extend(faults),
    }
    checked.diagnostics.push(it.fault);
}

/// Where something is wrong, and what it is.
fn faults_place(it: &Diagnostic) -> Option<(Span, &str)> {
    let place = it
        .primary
        .as_ref()
        .filter(|_| it.severity > Severity::Info)?;
    Some((place.span, &it.message))
}

fn valid(document: Document, links: Links) -> Valid<Document> {
    let cycles = cycles::find(&document, &links);
    Valid {
        document,
        links,
        cycles,
    }
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

    /// The component schemas, and all others that something refers to.
    pub fn targets(&self) -> impl Iterator<Item = SchemaTarget<'_>> {
        (0..self.links.schemas.len()).map(|unit| self.schema_unit(unit))
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

    /// Whether one of these requirements has its credentials in the header `Authorization`. What is not known of a scheme
    /// could have them there.
    pub fn uses_authorization(&self, required: &[SecurityRequirement]) -> bool {
        let schemes = &self.components.security_schemes;
        let mut names = required.iter().flat_map(|it| it.schemes.keys());
        names.any(|name| match schemes.get(name).map(|it| &it.kind) {
            Some(SecuritySchemeKind::ApiKey { name, place }) => {
                *place == ParameterPlace::Header && name.eq_ignore_ascii_case("Authorization")
            }
            Some(SecuritySchemeKind::MutualTls) => false,
            _ => true,
        })
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
