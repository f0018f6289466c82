//! A string with known values becomes an open enum.

use super::names::{self, Scope};
use super::site::Site;
use super::{Cx, docs};
use crate::ir;
use oasmith_spec::model::SchemaObject;
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
    let values = values.iter().filter(|it| seen.insert(*it));
    // The variant for values that the document does not name.
    let mut scope = Scope::with(&["Unknown"]);
    let variants = values
        .map(|wire| ir::Variant {
            name: cx.unique(&mut scope, names::camel(wire), "Value", wire, it.span),
            wire: wire.clone(),
            docs: ir::Docs::default(),
        })
        .collect();
    cx.define(
        id,
        ir::TypeKind::StringEnum(ir::StringEnum { variants, is_open }),
    );
}

/// The values without `null`, in the order of the document.
pub fn values(it: &SchemaObject) -> Vec<String> {
    let listed = it.values.iter().flat_map(|values| &values.value);
    let named = listed.chain(&it.constant).filter_map(|it| it.as_str());
    named.map(str::to_owned).collect()
}
