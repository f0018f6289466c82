//! A string or an integer with known values becomes an open enum.

mod said;

use super::classify::{integer, named};
use super::names::{self, Scope};
use super::site::Site;
use super::{Cx, docs};
use crate::ir::{self, EnumOf};
use oasmith_spec::model::SchemaObject;
use said::Said;
use std::collections::HashSet;

/// Values that are named, in the order of the document.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// What they are, once that is known.
    pub of: Option<EnumOf>,
    values: Vec<ListedValue>,
}

#[derive(Clone, Debug)]
struct ListedValue {
    wire: String,
    /// What an alternative of its own calls it, and says of it.
    title: Option<String>,
    description: Option<String>,
}

impl Listed {
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Adds the values of an alternative. Where it has one only, what it says is said of that.
    pub fn add(&mut self, it: &SchemaObject) {
        let wires = wires(it);
        let is_one = wires.len() == 1;
        let said = |text: &Option<String>| text.clone().filter(|_| is_one);
        self.values
            .extend(wires.into_iter().map(|wire| ListedValue {
                wire,
                title: said(&it.title),
                description: said(&it.description),
            }));
    }
}

pub fn lower_enum(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let id = cx.declare(site, it.span, docs::of_schema(it));
    fill_enum(id, it, cx);
    ir::Type::Named(id)
}

pub fn fill_enum(id: ir::TypeId, it: &SchemaObject, cx: &mut Cx<'_>) {
    let values = wires(it).into_iter().map(|wire| ListedValue {
        wire,
        title: None,
        description: None,
    });
    let listed = Listed {
        of: None,
        values: values.collect(),
    };
    define(id, listed, false, it, cx);
}

/// Defines an enum of these values, each of which counts once.
pub fn define(id: ir::TypeId, listed: Listed, is_open: bool, it: &SchemaObject, cx: &mut Cx<'_>) {
    let count = listed.values.len();
    let wires: Vec<&str> = listed.values.iter().map(|it| it.wire.as_str()).collect();
    let said = Said::of(it, &wires);
    let of = listed.of.unwrap_or(match values(it).first() {
        Some(_) => EnumOf::Strings,
        None => EnumOf::Integers,
    });
    let mut seen = HashSet::new();
    // The variant for values that the document does not name.
    let mut scope = Scope::with(&["Unknown"]);
    let mut variants = Vec::with_capacity(count);
    for (at, value) in listed.values.into_iter().enumerate() {
        if !seen.insert(value.wire.clone()) {
            continue;
        }
        let words = match (&said.names, of) {
            (Some(names), _) => names[at].clone(),
            (None, EnumOf::Strings) => value.wire.clone(),
            (None, EnumOf::Integers) => value.title.unwrap_or_else(|| number_words(&value.wire)),
        };
        let said = said.docs[at].clone();
        variants.push(ir::Variant {
            name: cx.unique(
                &mut scope,
                names::variant(&words),
                "Value",
                &value.wire,
                it.span,
            ),
            docs: docs::text(None, said.or(value.description).as_ref()),
            wire: value.wire,
        });
    }
    cx.define(
        id,
        ir::TypeKind::Enum(ir::Enum {
            of,
            variants,
            is_open,
        }),
    );
}

/// `Value7`, `Minus7`
fn number_words(wire: &str) -> String {
    if wire.starts_with('-') {
        wire.to_owned()
    } else {
        format!("value {wire}")
    }
}

/// The strings that are named, in the order of the document.
pub fn values(it: &SchemaObject) -> Vec<String> {
    let named = named(it).filter_map(|it| it.as_str());
    named.map(str::to_owned).collect()
}

/// The strings that are named, or the integers in their usual form.
fn wires(it: &SchemaObject) -> Vec<String> {
    let strings = values(it);
    if !strings.is_empty() {
        return strings;
    }
    let integers = named(it).filter_map(integer);
    integers.map(|it| it.to_string()).collect()
}
