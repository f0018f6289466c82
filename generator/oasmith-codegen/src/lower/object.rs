//! An object becomes a struct, or a map when its members have no names.

use super::classify::{
    SchemaForm, classify_object, integer, is_nullable, leaves_names_open, members_without_names,
    named,
};
use super::constraints::{constraints, each, said_of_all_values};
use super::directions::one_way;
use super::home::lower_member;
use super::literal::literal;
use super::names::{self, Scope};
use super::schema::lower_schema;
use super::site::Site;
use super::{Cx, docs, rule, unchecked, union};
use crate::ir;
use oasmith_spec::Node;
use oasmith_spec::model::{Schema, SchemaObject};
use oasmith_spec::node::Value;
use std::collections::HashSet;

pub fn lower_object(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let mut open = cx.open.iter();
    let is_it =
        |(span, direction, _): &&(_, _, _)| *span == it.span && *direction == site.direction;
    if let Some((_, _, id)) = open.find(is_it) {
        return ir::Type::Named(*id);
    }
    let id = cx.declare(site, it.span, docs::of_schema(it));
    cx.open.push((it.span, site.direction, id));
    fill_object(id, it, site, cx);
    cx.open.pop();
    ir::Type::Named(id)
}

/// Lowers the members of a struct that is declared already, so that they may refer to it.
pub fn fill_object(id: ir::TypeId, it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) {
    let files = std::mem::take(&mut cx.files);
    let mut scope = Scope::with(&["new"]);
    scope.keep(it.properties.keys().map(String::as_str));
    let mut fields = Vec::with_capacity(it.properties.len());
    let (mut constants, mut other_way) = (Vec::new(), Vec::new());
    let required: HashSet<&str> = it.required.iter().map(|it| it.value.as_str()).collect();
    let is_shut = |it: &Schema| !allows_something(it);
    let is_closed =
        it.additional_properties.as_ref().is_some_and(is_shut) && it.pattern_properties.is_empty();
    for (wire, property) in &it.properties {
        if one_way(&property.schema, cx.document).is_some_and(|it| it != site.direction) {
            other_way.push(wire.clone());
            continue;
        }
        let is_required = required.contains(wire.as_str());
        if let Some((value, of)) = constant(&property.schema, is_required, cx) {
            constants.push(ir::Constant {
                wire: wire.clone(),
                value,
                of,
            });
            continue;
        }
        let mut field = lower_field(wire, &property.schema, is_required, site, &mut scope, cx);
        if let Some(files) = files.get(wire) {
            field.ty = files.ty();
            // `null` leaves no trace in a form.
            if field.presence != ir::Presence::Required {
                field.presence = ir::Presence::Optional;
            }
            // Those of a string do not hold for a file.
            let said = std::mem::take(&mut field.constraints);
            let own = property.schema.as_object().filter(|_| !said.is_empty());
            if let Some(own) = own {
                let lost = ["pattern or bounds of a file"];
                unchecked::note_these(lost.into_iter(), own, cx);
            }
            (field.default, field.secret) = (None, false);
        }
        if field.presence == ir::Presence::Required {
            let place = property.schema.span();
            cx.required_places.insert((id, fields.len()), place);
        }
        fields.push(field);
    }
    let has_others = it
        .additional_properties
        .as_ref()
        .is_some_and(allows_something)
        || !it.pattern_properties.is_empty()
        || is_base(it, site, cx)
        || needs_others(it);
    let values = members_without_names(it).filter(|_| has_others);
    let additional = has_others.then(|| match &values {
        Some(values) => lower_values(values, it, site, cx),
        None => ir::Type::Raw,
    });
    let additional_constraints = match &additional {
        Some(ty) => each(said_of_all_values(it).as_deref(), ty, cx).unwrap_or_default(),
        None => Box::default(),
    };
    cx.define(
        id,
        ir::TypeKind::Struct(ir::Struct {
            fields,
            constants,
            additional,
            additional_constraints,
            is_closed,
            other_way,
            rules: rule::rules(it, cx).0,
        }),
    );
}

/// Whether values have members of what builds on this schema.
fn is_base(it: &SchemaObject, site: &Site, cx: &Cx<'_>) -> bool {
    (it.discriminator.is_some() || cx.bases.contains(&*site.pointer))
        && it.additional_properties.is_none()
        && it.one_of.is_empty()
        && it.any_of.is_empty()
}

/// Whether there must be more members than are named, and others may be there.
fn needs_others(it: &SchemaObject) -> bool {
    let named = it.properties.len() as u64;
    it.additional_properties.is_none() && it.min_properties.is_some_and(|it| it > named)
}

/// The value of a member or parameter that must be there and has one only.
pub fn constant(
    schema: &Schema,
    is_required: bool,
    cx: &Cx<'_>,
) -> Option<(String, ir::ConstantOf)> {
    let flat = super::flatten::flatten(schema.as_object().filter(|_| is_required)?, cx.document)?;
    if is_nullable(&flat) {
        return None;
    }
    let of = match classify_object(&flat) {
        SchemaForm::StringEnum => ir::ConstantOf::Text,
        SchemaForm::IntegerEnum => ir::ConstantOf::Integer,
        SchemaForm::Boolean => ir::ConstantOf::Boolean,
        _ => return None,
    };
    let value = |it: &Node| match of {
        ir::ConstantOf::Text => it.as_str().map(str::to_owned),
        ir::ConstantOf::Integer => integer(it).map(|it| it.to_string()),
        ir::ConstantOf::Boolean => match &it.value {
            Value::Bool(it) => Some(it.to_string()),
            _ => None,
        },
    };
    let mut values: Vec<String> = named(&flat).filter_map(value).collect();
    values.dedup();
    let [value] = <[String; 1]>::try_from(values).ok()?;
    Some((value, of))
}

fn lower_field(
    wire: &str,
    schema: &Schema,
    is_required: bool,
    site: &Site,
    scope: &mut Scope,
    cx: &mut Cx<'_>,
) -> ir::Field {
    let owner = &site.name;
    let (ty, is_nullable) = match lower_member(wire, schema, site, cx) {
        ir::Type::Nullable(inner) => (*inner, true),
        ty => (ty, false),
    };
    let presence = match (is_required, is_nullable) {
        (true, false) => ir::Presence::Required,
        (true, true) => ir::Presence::Nullable,
        (false, false) => ir::Presence::Optional,
        (false, true) => ir::Presence::OptionalNullable,
    };
    let flat = schema
        .as_object()
        .and_then(|it| super::flatten::flatten_value(it, cx.document));
    let secret = is_secret(owner, wire, flat.as_ref()) && ty == ir::Type::String;
    // What looks like a secret alarms those who look for them.
    let example = flat.as_ref().filter(|_| !secret);
    let example = example.and_then(|it| it.examples.first());
    let docs = docs::of_place(schema, &ty, cx.document);
    ir::Field {
        name: cx.unique(scope, names::snake(wire), "_field", wire, schema.span()),
        wire: wire.to_owned(),
        constraints: flat
            .as_ref()
            .map(|it| constraints(it, &ty, cx))
            .unwrap_or_default(),
        format: flat.as_ref().and_then(|it| cx.options.said(it)),
        default: flat
            .as_ref()
            .and_then(|it| literal(it.default.as_ref()?, &ty, cx)),
        secret,
        docs: docs::with_example(docs, example, &ty),
        ty,
        presence,
        boxed: false,
    }
}

fn allows_something(schema: &Schema) -> bool {
    !matches!(schema, Schema::Bool(it) if !it.value)
}

/// What must not be printed: `format: password`, and names whose last word says so. A `key` by itself is one of a map,
/// unless it is a key's or a credential's.
fn is_secret(owner: &str, wire: &str, schema: Option<&SchemaObject>) -> bool {
    const WORDS: [&str; 6] = ["password", "passwd", "passphrase", "secret", "token", "key"];
    const OWNERS: [&str; 3] = ["key", "credential", "credentials"];
    let is_password =
        schema.is_some_and(|it| it.format.as_ref().is_some_and(|it| it.value == "password"));
    let words = names::snake(wire);
    let mut words = words.as_str().rsplit('_');
    let says_so = match (words.next(), words.next()) {
        (Some("key"), None) => names::snake(owner)
            .as_str()
            .split('_')
            .any(|it| OWNERS.contains(&it)),
        (Some(last), before) => {
            WORDS.contains(&last) && !before.is_some_and(|it| HARMLESS.contains(&it))
        }
        (None, _) => false,
    };
    is_password || says_so
}

/// What stands before keys that tell things apart, and before tokens that say where a list goes on: they open nothing.
const HARMLESS: [&str; 22] = [
    "cache",
    "continuation",
    "datetime",
    "foreign",
    "group",
    "idempotency",
    "issue",
    "lookup",
    "message",
    "metadata",
    "next",
    "object",
    "page",
    "pagination",
    "partition",
    "primary",
    "project",
    "public",
    "routing",
    "shard",
    "sort",
    "sync",
];

pub fn lower_map(it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    let value = match members_without_names(it) {
        Some(schema) if allows_something(&schema) => lower_values(&schema, it, site, cx),
        _ => ir::Type::Raw,
    };
    ir::Type::Map(Box::new(value))
}

/// What members are that have no names in the document.
fn lower_values(values: &Schema, it: &SchemaObject, site: &Site, cx: &mut Cx<'_>) -> ir::Type {
    if leaves_names_open(it) {
        let known: Vec<Schema> = it.pattern_properties.values().cloned().collect();
        union::lower_open_union(known, it.span, &site.values(), cx)
    } else {
        lower_schema(values, &site.values(), cx)
    }
}
