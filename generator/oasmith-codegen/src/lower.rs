//! A valid document becomes what is to be emitted.
//!
//! In: `Valid<Document>`. Out: [`ir::Api`].
//! The last stage that may refuse anything. It refuses operation by operation: one that has a part without an honest
//! form is degraded, one without any form is skipped, and each time a diagnostic names the place.

mod address;
mod alike;
mod alternatives;
mod base;
mod body;
mod classify;
mod component;
mod constraints;
mod directions;
mod docs;
mod endless;
mod enumeration;
mod flatten;
mod form;
mod group;
mod home;
mod impossible;
mod items;
mod literal;
mod names;
mod nullable;
mod object;
mod operation;
mod options;
mod paging;
mod parameter;
mod pattern;
mod received;
mod response;
mod restated;
mod rule;
mod schema;
mod security;
mod select;
mod server;
mod several;
mod shared;
mod site;
mod unchecked;
mod union;

use crate::codes;
use crate::ir::{self, Name};
use crate::passes;
use crate::passes::pages::Pagination;
pub use body::framing;
use component::Becomes;
use indexmap::{IndexMap, IndexSet};
use names::{Given, Scope};
use oasmith_source::{Diagnostic, Diagnostics, Span};
use oasmith_spec::model::Schema;
use oasmith_spec::{Document, Valid};
pub use options::Options;
use site::{Direction, Site};
use std::collections::{HashMap, HashSet, VecDeque};

/// Lowers a document. Never fails: what cannot be generated is left out and said.
pub fn lower(document: &Valid<Document>, options: &Options) -> (ir::Api, Diagnostics) {
    let mut cx = Cx::new(document, options);
    let schemes = security::lower_schemes(&mut cx);
    let groups = group::lower_groups(&schemes, &mut cx);
    tell_without_operations(&mut cx);
    cx.lower_components();
    endless::make_raw(&mut cx);
    unchecked::tell(&mut cx);
    parameter::carried::tell(&mut cx);
    body::tell_left_out(&mut cx);
    body::tell_any_texts(&mut cx);
    schema::tell_contradictions(&mut cx);
    schema::tell_decimals(&mut cx);
    impossible::tell(&mut cx);
    let servers = server::lower_servers(&document.servers, &mut cx);
    let package = options
        .package
        .clone()
        .unwrap_or_else(|| package_name(&document.info.title));
    let description = document.info.description.as_ref();
    let mut api = ir::Api {
        package,
        title: document.info.title.clone(),
        version: document.info.version.clone(),
        docs: docs::with_more(
            docs::text(document.info.summary.as_ref(), description),
            document.external_docs.as_deref(),
        ),
        types: cx.types,
        conversions: Vec::new(),
        groups,
        servers,
        schemes: schemes.into_values().map(|(_, scheme)| scheme).collect(),
        targets: options.targets,
        examples: Vec::new(),
        null_is_absent: options.null_is_absent,
        numbers_in_texts: cx.numbers_in_texts,
        skipped: cx.skipped,
    };
    for alike in passes::run(&mut api, &cx.degraded_types) {
        union::tell_alike(&alike, &cx.union_places, &mut cx.diagnostics);
    }
    cx.operation_places
        .retain(|id, _| !cx.paging.contains_key(id));
    paging::apply(&mut api, cx.paging, options, &mut cx.diagnostics);
    paging::tell_uncounted(&api, &cx.operation_places, options, &mut cx.diagnostics);
    // What many operations reach is met as often.
    (api, cx.diagnostics.without_repeats())
}

/// Whoever has a file of schemas expects their models.
fn tell_without_operations(cx: &mut Cx<'_>) {
    let document = cx.document;
    let schemas = &document.components.schemas;
    let first = schemas.values().next().map(Schema::span);
    let Some(first) = first.filter(|_| document.paths.is_empty() && document.webhooks.is_empty())
    else {
        return;
    };
    let message = format!(
        "there are no operations, so none of {} schemas is generated",
        schemas.len()
    );
    let fault = Diagnostic::warning(&codes::SELECTION_EMPTY, message).at(first);
    let help = "merge this document with the one whose operations refer to them";
    cx.diagnostics.push(fault.help(help));
}

/// `PortSIP PBX Rest API` -> `port-sip-pbx-rest-api`
fn package_name(title: &str) -> String {
    let name = names::module(title);
    name.as_str().trim_end_matches('_').replace('_', "-")
}

/// The state of one lowering.
struct Cx<'d> {
    document: &'d Valid<Document>,
    options: &'d Options,
    types: Vec<ir::TypeDef>,
    type_names: Scope,
    component_names: HashMap<String, Name>,
    /// What a component becomes, by JSON Pointer, as far as it has been asked.
    becomes: HashMap<String, Becomes>,
    /// Components that have a type, by JSON Pointer and, where the directions differ, by direction.
    components: HashMap<(String, Option<Direction>), ir::TypeId>,
    /// Components whose members are still to be lowered. A queue, so that a chain of a thousand needs no deep stack.
    waiting: VecDeque<(ir::TypeId, &'d Schema, Site)>,
    /// Components that have read-only or write-only members somewhere inside.
    directional: HashSet<String>,
    /// The chain of components without a type of their own that is being followed.
    following: Vec<String>,
    /// What components without a type of their own have become, and what could not be typed in them; likewise what
    /// stands in components that have a type for each direction, and is the same in both, and members.
    in_place: HashMap<schema::Place, (ir::Type, Vec<String>)>,
    homes: home::Homes<'d>,
    /// Components that stand for whatever builds on them, by JSON Pointer.
    bases: HashSet<&'d str>,
    /// The places of unions, by JSON Pointer.
    union_places: HashMap<String, Span>,
    /// The places of required members that have a type of the document's, by struct and index.
    required_places: HashMap<(ir::TypeId, usize), Span>,
    /// The structs in place whose members are being lowered: what stands in its own members is the same type.
    open: Vec<(Span, Direction, ir::TypeId)>,
    /// How deep the schema at hand stands in others.
    depth: usize,
    /// What is being put together from parts, by place.
    composing: Vec<Span>,
    /// The unions that are being lowered, by place.
    unions: Vec<Span>,
    /// How often unions inside of unions were made, by place.
    unions_made: HashMap<Span, usize>,
    /// Forms with files, by JSON Pointer of their component.
    forms: HashMap<String, ir::TypeId>,
    /// What stands in components that are no schemas.
    shared: shared::Shared,
    /// The members of the object to be lowered next that are files.
    files: IndexMap<String, form::Files>,
    unchecked: unchecked::Unchecked,
    /// The parameters that have no type, by place.
    texts: IndexSet<Span>,
    /// Members of forms that have no type.
    form_texts: IndexSet<Span>,
    /// Parameters inside of which something has no type.
    member_texts: IndexSet<Span>,
    /// Media types that are left out, as it is told, with the places.
    left_out: IndexMap<String, IndexSet<Span>>,
    /// Texts in any media type.
    any_texts: IndexSet<Span>,
    /// Compositions whose parts no value satisfies together.
    contradictions: IndexSet<Span>,
    /// Parameters that are arrays with a schema for each place, as texts.
    tuple_texts: IndexSet<Span>,
    /// Where a number is said to be decimal.
    decimals: IndexSet<Span>,
    /// Whether some number may be written as a text.
    numbers_in_texts: bool,
    /// Schemas whose bounds leave no value.
    impossible: IndexSet<Span>,
    /// What could not be typed in the operation or component at hand.
    degraded: Vec<String>,
    degraded_types: HashMap<ir::TypeId, Vec<String>>,
    skipped: Vec<ir::Skipped>,
    /// What the document says of the pages of operations, by their ids.
    paging: IndexMap<String, (Pagination, Span)>,
    /// Where operations stand, by their ids.
    operation_places: HashMap<String, Span>,
    diagnostics: Diagnostics,
}

impl<'d> Cx<'d> {
    fn new(document: &'d Valid<Document>, options: &'d Options) -> Self {
        let mut type_names = Scope::with(names::TAKEN_TYPES);
        Cx {
            document,
            options,
            types: Vec::new(),
            component_names: component::given_names(document, &mut type_names),
            type_names,
            becomes: HashMap::new(),
            components: HashMap::new(),
            waiting: VecDeque::new(),
            directional: directions::directional(document),
            following: Vec::new(),
            in_place: HashMap::new(),
            homes: home::Homes::new(document),
            bases: base::bases(document),
            union_places: HashMap::new(),
            required_places: HashMap::new(),
            open: Vec::new(),
            depth: 0,
            composing: Vec::new(),
            unions: Vec::new(),
            unions_made: HashMap::new(),
            forms: HashMap::new(),
            shared: shared::Shared::new(document),
            files: IndexMap::new(),
            unchecked: unchecked::Unchecked::new(),
            texts: IndexSet::new(),
            form_texts: IndexSet::new(),
            member_texts: IndexSet::new(),
            left_out: IndexMap::new(),
            any_texts: IndexSet::new(),
            contradictions: IndexSet::new(),
            tuple_texts: IndexSet::new(),
            decimals: IndexSet::new(),
            numbers_in_texts: false,
            impossible: IndexSet::new(),
            degraded: Vec::new(),
            degraded_types: HashMap::new(),
            skipped: Vec::new(),
            paging: IndexMap::new(),
            operation_places: HashMap::new(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// A new type, named by its site, to be defined later.
    fn declare(&mut self, site: &Site, span: Span, docs: ir::Docs) -> ir::TypeId {
        let words = match site.half {
            Some(half) => format!("{} {half}", site.name),
            None => site.name.clone(),
        };
        let spare = match site.is_item() {
            true => SPARE_WORDS_OF_ITEMS,
            false => SPARE_WORDS,
        };
        let given = self.type_names.take_with(names::camel(&words), spare);
        let name = self.noted(given, words.trim_end(), span);
        self.add_type(name, site, docs)
    }

    fn add_type(&mut self, name: Name, site: &Site, docs: ir::Docs) -> ir::TypeId {
        let id = ir::TypeId(self.types.len());
        self.types.push(ir::TypeDef {
            name,
            module: site.module.clone(),
            docs,
            kind: ir::TypeKind::Struct(ir::Struct {
                fields: Vec::new(),
                constants: Vec::new(),
                additional: None,
                additional_constraints: Box::default(),
                is_closed: false,
                other_way: Vec::new(),
                rules: Vec::new(),
            }),
            in_requests: false,
            in_responses: false,
            checked: false,
            origin: site.pointer.clone(),
        });
        id
    }

    fn define(&mut self, id: ir::TypeId, kind: ir::TypeKind) {
        self.types[id.0].kind = kind;
    }

    fn defined(&self, id: ir::TypeId) -> &ir::TypeDef {
        &self.types[id.0]
    }

    fn degrade(&mut self, reason: impl Into<String>) {
        self.degraded.push(reason.into());
    }

    /// A name that is unique in its scope; a change is said.
    fn unique(
        &mut self,
        scope: &mut Scope,
        name: Name,
        spare: &str,
        wire: &str,
        span: Span,
    ) -> Name {
        let given = scope.take_for(wire, name, spare);
        self.noted(given, wire, span)
    }

    fn noted(&mut self, given: Given, wire: &str, span: Span) -> Name {
        if let Given::Changed(name) = &given {
            let message = format!(
                "`{wire}` is named `{}` in Rust, since its own name is taken",
                name.as_str()
            );
            self.diagnostics
                .push(Diagnostic::info(&codes::NAME_CHANGED, message).at(span));
        }
        given.name()
    }
}

/// What stands behind the name of a type that another one has.
const SPARE_WORDS: &[&str] = &["Model", "Details", "Value", "Content"];
const SPARE_WORDS_OF_ITEMS: &[&str] = &["Item", "Model", "Details", "Value", "Content"];
