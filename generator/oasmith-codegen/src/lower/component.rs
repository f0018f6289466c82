//! Components that have a type of their own: which do, what they are named, and when their members are lowered.

use super::alternatives::{self, Plan};
use super::classify::{SchemaForm, classify, classify_object};
use super::flatten::{flatten, flatten_and_tell, has_two_choices};
use super::names::{self, Scope};
use super::site::{Direction, Site};
use super::{Cx, docs, enumeration, object, unchecked, union};
use crate::ir::{self, Name};
use oasmith_spec::model::Schema;
use oasmith_spec::resolve::SchemaTarget;
use oasmith_spec::{Document, Valid};
use std::borrow::Cow;
use std::collections::HashMap;

impl<'d> Cx<'d> {
    /// The type of a component that has one of its own. Its members are lowered later.
    pub fn component(&mut self, target: &SchemaTarget<'d>, direction: Direction) -> ir::Type {
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

    pub fn lower_components(&mut self) {
        while let Some((id, schema, site)) = self.waiting.pop_front() {
            let outer = std::mem::take(&mut self.degraded);
            self.fill(id, schema, &site);
            let degraded = std::mem::replace(&mut self.degraded, outer);
            if !degraded.is_empty() {
                self.degraded_types.insert(id, degraded);
            }
        }
    }

    pub fn fill(&mut self, id: ir::TypeId, schema: &Schema, site: &Site) {
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
            SchemaForm::List(_) => union::fill_list(id, it, site, self),
            _ => object::fill_object(id, it, site, self),
        }
    }

    /// What a component, once merged, becomes.
    pub fn becomes(&mut self, target: &SchemaTarget<'d>) -> Becomes {
        if let Some(known) = self.becomes.get(target.pointer) {
            return *known;
        }
        let becomes = match classify(target.schema) {
            SchemaForm::Map if self.is_tree(target) => Becomes::Struct,
            SchemaForm::List(_) if self.is_tree(target) => Becomes::Union,
            _ => self.becomes_in_place(target.schema, 0),
        };
        self.becomes.insert(target.pointer.to_owned(), becomes);
        becomes
    }

    /// Whether it is a map or a list of the same again, with no struct in between: only a name makes that a type.
    fn is_tree(&self, target: &SchemaTarget<'d>) -> bool {
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
}

/// The word behind the name of one half of a split component, of which one keeps the name: the one that is answered, but
/// where the name says already that it is sent, that one.
pub fn half(words: &str, direction: Direction) -> &'static str {
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
pub enum Becomes {
    Struct,
    Enum,
    Union,
    NoType,
}

/// The names of the components that may become types, given out before any other, so that a component keeps its name
/// whatever else is generated.
pub fn given_names(document: &Valid<Document>, scope: &mut Scope) -> HashMap<String, Name> {
    let named = document.components.schemas.keys().filter_map(|name| {
        let pointer = document.component(name)?.pointer.to_owned();
        Some((pointer, scope.take(names::camel(name), "Model").name()))
    });
    named.collect()
}
