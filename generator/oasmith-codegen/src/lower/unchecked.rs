//! Keywords that narrow a value and that the generated server does not check.
//!
//! They are told once each, with the first place and how many there are: a document that closes all its objects should
//! not drown out the rest.

use super::Cx;
use super::classify::{SchemaForm, classify_object, is_string_enum};
use crate::codes;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::{Schema, SchemaObject};

/// By keyword: the first place, and how many.
pub type Unchecked = IndexMap<&'static str, (Span, usize)>;

/// Notes those of one schema.
pub fn note(it: &SchemaObject, cx: &mut Cx<'_>) {
    let is_closed = matches!(&it.additional_properties, Some(Schema::Bool(it)) if !it.value);
    let has_values = it.values.is_some() || it.constant.is_some();
    let keywords = [
        (
            "additionalProperties: false",
            is_closed && !it.properties.is_empty(),
        ),
        ("minProperties", it.min_properties.is_some()),
        ("maxProperties", it.max_properties.is_some()),
        ("patternProperties", !it.pattern_properties.is_empty()),
        ("propertyNames", it.property_names.is_some()),
        ("dependentRequired", !it.dependent_required.is_empty()),
        ("contains", it.contains.is_some()),
        ("not", it.not.is_some()),
        ("if", it.if_.is_some()),
        (
            "enum or const of other values than strings and numbers",
            has_values && !is_string_enum(it) && !is_number(it),
        ),
    ];
    for (keyword, _) in keywords.into_iter().filter(|(_, is)| *is) {
        cx.unchecked.entry(keyword).or_insert((it.span, 0)).1 += 1;
    }
}

/// Whether it is a number, whose values are checked.
fn is_number(it: &SchemaObject) -> bool {
    matches!(
        classify_object(it),
        SchemaForm::Integer | SchemaForm::Number
    )
}

/// Says what was noted.
pub fn tell(cx: &mut Cx<'_>) {
    for (keyword, (first, count)) in std::mem::take(&mut cx.unchecked) {
        let places = if count == 1 {
            "here".to_owned()
        } else {
            format!("at {count} places, first here")
        };
        let message = format!("`{keyword}` is not checked by the generated server, {places}");
        cx.diagnostics
            .push(Diagnostic::info(&codes::CONSTRAINT_NOT_CHECKED, message).at(first));
    }
}
