//! A valid document becomes what is to be emitted.
//!
//! In: `Valid<Document>`. Out: [`ir::Api`].
//! The last stage that may refuse anything. It refuses operation by operation: one that has a part without an honest
//! form is degraded, one without any form is skipped, and each time a diagnostic names the place.

mod address;
mod alike;
mod alternatives;
mod body;
mod classify;
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
use alternatives::Plan;
pub use body::framing;
use classify::{SchemaForm, classify, classify_object};
use flatten::{flatten, flatten_and_tell, has_two_choices};
use indexmap::{IndexMap, IndexSet};
use names::{Given, Scope};
use oasmith_source::{Diagnostic, Diagnostics, Span};
use oasmith_spec::model::{Schema, SchemaObject};
use oasmith_spec::resolve::SchemaTarget;
use oasmith_spec::{Document, Valid};
use site::{Direction, Site};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};

/// What a person may choose.
#[derive(Clone, Debug)]
pub struct Options {
    /// The package name; from the title of the document if not given.
    pub package: Option<String>,
    pub targets: ir::Targets,
    /// Formats that are not registered, and the registered ones that they mean: `date_time`, `date-time`.
    pub formats: IndexMap<String, String>,
    /// What is said of the pages of operations, by their ids.
    pub pagination: IndexMap<String, Pagination>,
    /// In requests, `null` stands for an absent member, whatever a schema says.
    pub null_is_absent: bool,
    /// The formats that a server checks. JSON Schema 2020-12 has them describe and not assert, so there are none unless
    /// somebody asks.
    pub assert_formats: Vec<ir::Format>,
    /// The operations that are wanted: `getPet`, `tag:pets`, `/pets/**`, `GET /pets`; all of them when it is empty.
    pub operations: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let targets = ir::Targets {
            mock: false,
            docs: false,
            client: true,
            server: true,
        };
        Options {
            package: None,
            targets,
            formats: IndexMap::new(),
            pagination: IndexMap::new(),
            null_is_absent: false,
            assert_formats: Vec::new(),
            operations: Vec::new(),
        }
    }
}

impl Options {
    fn meaning<'a>(&'a self, format: &'a str) -> &'a str {
        self.formats.get(format).map_or(format, String::as_str)
    }

    /// The format of a schema, if it is to be checked.
    fn asserted(&self, it: &SchemaObject) -> Option<ir::Format> {
        let format = ir::format_named(self.meaning(&it.format.as_ref()?.value))?;
        self.assert_formats.contains(&format).then_some(format)
    }
}

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
    schema::tell_contradictions(&mut cx);
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
        skipped: cx.skipped,
    };
    for alike in passes::run(&mut api, &cx.degraded_types) {
        union::tell_alike(&alike, &cx.union_places, &mut cx.diagnostics);
    }
    paging::apply(&mut api, cx.paging, options, &mut cx.diagnostics);
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
    /// Compositions whose parts no value satisfies together.
    contradictions: IndexSet<Span>,
    /// Schemas whose bounds leave no value.
    impossible: IndexSet<Span>,
    /// What could not be typed in the operation or component at hand.
    degraded: Vec<String>,
    degraded_types: HashMap<ir::TypeId, Vec<String>>,
    skipped: Vec<ir::Skipped>,
    /// What the document says of the pages of operations, by their ids.
    paging: IndexMap<String, (Pagination, Span)>,
    diagnostics: Diagnostics,
}

impl<'d> Cx<'d> {
    fn new(document: &'d Valid<Document>, options: &'d Options) -> Self {
        let mut type_names = Scope::with(names::TAKEN_TYPES);
        Cx {
            document,
            options,
            types: Vec::new(),
            component_names: component_names(document, &mut type_names),
            type_names,
            becomes: HashMap::new(),
            components: HashMap::new(),
            waiting: VecDeque::new(),
            directional: directions::directional(document),
            following: Vec::new(),
            in_place: HashMap::new(),
            homes: home::Homes::new(document),
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
            contradictions: IndexSet::new(),
            impossible: IndexSet::new(),
            degraded: Vec::new(),
            degraded_types: HashMap::new(),
            skipped: Vec::new(),
            paging: IndexMap::new(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// The type of a component that has one of its own. Its members are lowered later.
    fn component(&mut self, target: &SchemaTarget<'d>, direction: Direction) -> ir::Type {
        let differs = self.directional.contains(target.pointer);
        let key = (target.pointer.to_owned(), differs.then_some(direction));
        if let Some(id) = self.components.get(&key) {
            return ir::Type::Named(*id);
        }
        let words = target
            .name
            .unwrap_or_else(|| target.pointer.rsplit('/').next().unwrap_or_default());
        let mut site = Site::new(words, target.pointer, direction);
        site.half = differs.then(|| half(words, direction));
        let name = self.component_names.get(target.pointer);
        let name = name
            .filter(|_| site.half.is_none_or(str::is_empty))
            .cloned();
        let docs = target
            .schema
            .as_object()
            .map(docs::of_schema)
            .unwrap_or_default();
        let id = match name {
            Some(name) => self.add_type(name, &site, docs),
            None => self.declare(&site, target.schema.span(), docs),
        };
        self.components.insert(key, id);
        if self.becomes(target) == Becomes::Enum {
            // Defaults of members need the variants.
            self.fill(id, target.schema, &site);
        } else {
            self.waiting.push_back((id, target.schema, site));
        }
        ir::Type::Named(id)
    }

    fn lower_components(&mut self) {
        while let Some((id, schema, site)) = self.waiting.pop_front() {
            let outer = std::mem::take(&mut self.degraded);
            self.fill(id, schema, &site);
            let degraded = std::mem::replace(&mut self.degraded, outer);
            if !degraded.is_empty() {
                self.degraded_types.insert(id, degraded);
            }
        }
    }

    fn fill(&mut self, id: ir::TypeId, schema: &Schema, site: &Site) {
        let Schema::Object(it) = schema else { return };
        let flat = flatten_and_tell(it, self.document);
        if flat.as_ref().is_some_and(|(_, contradicts)| *contradicts) {
            self.contradictions.insert(it.span);
        }
        let it = flat.as_ref().map_or(&**it, |(flat, _)| flat);
        unchecked::note(it, self);
        match classify_object(it) {
            SchemaForm::StringEnum | SchemaForm::IntegerEnum => {
                enumeration::fill_enum(id, it, self)
            }
            SchemaForm::Union => union::fill_union(id, it, site, self),
            SchemaForm::OneAlternative(only) => self.fill(id, only, site),
            _ => object::fill_object(id, it, site, self),
        }
    }

    /// What a component, once merged, becomes.
    fn becomes(&mut self, target: &SchemaTarget<'d>) -> Becomes {
        if let Some(known) = self.becomes.get(target.pointer) {
            return *known;
        }
        let becomes = match self.is_tree(target) {
            true => Becomes::Struct,
            false => self.becomes_in_place(target.schema, 0),
        };
        self.becomes.insert(target.pointer.to_owned(), becomes);
        becomes
    }

    /// Whether it is a map whose values are the same again, with no struct in between: only a name makes that a type.
    fn is_tree(&self, target: &SchemaTarget<'d>) -> bool {
        if !matches!(classify(target.schema), SchemaForm::Map) {
            return false;
        }
        let mut inner = Some(target.schema);
        for _ in 0..MOST_SOLE {
            let Some(it) = inner else { return false };
            inner = match classify(it) {
                SchemaForm::Map => it
                    .as_object()
                    .and_then(|it| it.additional_properties.as_ref()),
                SchemaForm::List(items) => items,
                SchemaForm::OneAlternative(only) => Some(only),
                SchemaForm::Reference(reference) => {
                    let next = self.document.target(reference);
                    if next.pointer == target.pointer {
                        return true;
                    }
                    Some(next.schema)
                }
                _ => None,
            };
        }
        false
    }

    /// What a schema becomes, inside of so many of which it is the only alternative.
    fn becomes_in_place(&self, schema: &Schema, depth: usize) -> Becomes {
        let Some(own) = schema.as_object().filter(|_| depth < MOST_SOLE) else {
            return Becomes::NoType;
        };
        // What refers to another component, and says no more, is that one's.
        let is_composed = matches!(classify_object(own), SchemaForm::Composed);
        let flat = match is_composed || has_two_choices(own) {
            true => flatten(own, self.document).map(Cow::Owned),
            false => Some(Cow::Borrowed(own)),
        };
        let Some(flat) = flat.as_deref() else {
            return Becomes::NoType;
        };
        match classify_object(flat) {
            SchemaForm::Object => Becomes::Struct,
            SchemaForm::StringEnum | SchemaForm::IntegerEnum => Becomes::Enum,
            SchemaForm::OneAlternative(only) => self.becomes_in_place(only, depth + 1),
            SchemaForm::Union => match alternatives::plan(flat, self.document, self.options) {
                Plan::Named { .. } => Becomes::Enum,
                Plan::Several(_) => Becomes::Union,
                Plan::One(only) => self.becomes_in_place(&only, depth + 1),
                Plan::Scalar(_) | Plan::Anything => Becomes::NoType,
            },
            _ => Becomes::NoType,
        }
    }

    /// A new type, named by its site, to be defined later.
    fn declare(&mut self, site: &Site, span: Span, docs: ir::Docs) -> ir::TypeId {
        let words = match site.half {
            Some(half) => format!("{} {half}", site.name),
            None => site.name.clone(),
        };
        let given = self.type_names.take_with(names::camel(&words), SPARE_WORDS);
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

/// The word behind the name of one half of a split component, of which one keeps the name: the one that is answered, but
/// where the name says already that it is sent, that one.
fn half(words: &str, direction: Direction) -> &'static str {
    let is_request = names::split(words).last().is_some_and(|it| it == "request");
    match (direction, is_request) {
        (Direction::Request, false) => "request",
        (Direction::Response, true) => "response",
        _ => "",
    }
}

/// How many schemas may be the only alternative of one another.
const MOST_SOLE: usize = 8;

/// Whether a component has a type of its own; any other is as good as written in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Becomes {
    Struct,
    Enum,
    Union,
    NoType,
}

/// The names of the components that may become types, given out before any other, so that a component keeps its name
/// whatever else is generated.
fn component_names(document: &Valid<Document>, scope: &mut Scope) -> HashMap<String, Name> {
    let named = document.components.schemas.keys().filter_map(|name| {
        let pointer = document.component(name)?.pointer.to_owned();
        Some((pointer, scope.take(names::camel(name), "Model").name()))
    });
    named.collect()
}
