//! A string with known values becomes an open enum.

use super::names::{self, Scope};
use super::site::Site;
use super::{Cx, docs};
use crate::ir;
use oasmith_spec::model::SchemaObject;
use oasmith_spec::node::Value;
use std::collections::HashSet;

pub fn lower_enum(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let id = cx.declare(site, it.span, docs::of_schema(it));
    fill_enum(id, it, cx);
    ir::Type::Named(id)
}

pub fn fill_enum(id: ir::TypeId, it: &SchemaObject, cx: &mut Cx<'_>) {
    define(id, &values(it), false, it, cx);
}

/// Defines an enum of these values, each of which counts once.
pub fn define(
    id: ir::TypeId,
    values: &[String],
    is_open: bool,
    it: &SchemaObject,
    cx: &mut Cx<'_>,
) {
    let mut seen = HashSet::new();
    let names = texts(
        it,
        &["x-enum-varnames", "x-enumNames", "x-enum-names"],
        values.len(),
    );
    let docs = texts(
        it,
        &["x-enum-descriptions", "x-enumDescriptions"],
        values.len(),
    );
    let values = values.iter().enumerate();
    let values = values.filter(|(_, it)| seen.insert(*it));
    // The variant for values that the document does not name.
    let mut scope = Scope::with(&["Unknown"]);
    let variants = values
        .map(|(at, wire)| {
            let words = names.as_ref().map_or(wire.as_str(), |it| it[at]);
            let description = docs.as_ref().map(|it| it[at].to_owned());
            ir::Variant {
                name: cx.unique(&mut scope, names::camel(words), "Value", wire, it.span),
                wire: wire.clone(),
                docs: docs::text(None, description.as_ref()),
            }
        })
        .collect();
    cx.define(
        id,
        ir::TypeKind::StringEnum(ir::StringEnum { variants, is_open }),
    );
}

/// What an extension says of each value, if it says something of each: widespread ones name and describe variants.
fn texts<'d>(it: &'d SchemaObject, names: &[&str], count: usize) -> Option<Vec<&'d str>> {
    let mut found = names.iter().filter_map(|name| it.extensions.get(*name));
    let Value::Array(texts) = &found.next()?.value else {
        return None;
    };
    let texts: Option<Vec<&str>> = texts.iter().map(|it| it.as_str()).collect();
    texts.filter(|it| it.len() == count)
}

/// The values without `null`, in the order of the document.
pub fn values(it: &SchemaObject) -> Vec<String> {
    let listed = it.values.iter().flat_map(|values| &values.value);
    let named = listed.chain(&it.constant).filter_map(|it| it.as_str());
    named.map(str::to_owned).collect()
}
