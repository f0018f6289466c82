//! A string with known values becomes an open enum.

use super::names::{self, Scope};
use super::site::Site;
use super::{Cx, docs};
use crate::ir;
use oasmith_spec::model::SchemaObject;

pub fn lower_enum(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let id = cx.declare(site, it.span, docs::of_schema(it));
    fill_enum(id, it, cx);
    ir::Type::Named(id)
}

pub fn fill_enum(id: ir::TypeId, it: &SchemaObject, cx: &mut Cx<'_>) {
    // The variant for values that the document does not name.
    let mut scope = Scope::with(&["Unknown"]);
    let variants = values(it)
        .into_iter()
        .map(|wire| ir::Variant {
            name: cx.unique(&mut scope, names::camel(wire), "Value", wire, it.span),
            wire: wire.to_owned(),
            docs: ir::Docs::default(),
        })
        .collect();
    cx.define(id, ir::TypeKind::StringEnum(ir::StringEnum { variants }));
}

/// The values without `null`, each once, in the order of the document.
fn values(it: &SchemaObject) -> Vec<&str> {
    let listed = it.values.iter().flat_map(|values| &values.value);
    let mut values = Vec::new();
    for value in listed.chain(&it.constant).filter_map(|it| it.as_str()) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}
