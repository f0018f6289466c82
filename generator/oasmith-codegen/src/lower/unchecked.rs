//! Keywords that narrow a value and that the generated server does not check.
//!
//! They are told once each, with the first place and how many there are: a document that closes all its objects should
//! not drown out the rest.

use super::classify::{SchemaForm, classify_object};
use super::impossible::{leaves_nothing, rules_out_values};
use super::schema::{exceeds_its_type, scalar};
use super::{Cx, rule};
use crate::codes;
use crate::ir;
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::SchemaObject;

/// By keyword: the first place, and how many.
pub type Unchecked = IndexMap<&'static str, (Span, usize)>;

/// Notes those of one schema: keywords that are no rules, and all of them where rules have no place.
pub fn note(it: &SchemaObject, cx: &mut Cx<'_>) {
    let (rules, missing) = rule::rules(it, cx);
    // Several types are alternatives that each keep the rest of the schema.
    let has_no_place = match classify_object(it) {
        SchemaForm::Union => !(it.one_of.is_empty() && it.any_of.is_empty()),
        SchemaForm::Tuple | SchemaForm::StringEnum | SchemaForm::IntegerEnum => true,
        _ => false,
    };
    let lost = rules.iter().filter(|_| has_no_place).map(|it| it.keyword);
    note_these(missing.into_iter().chain(lost), it, cx);
    note_these(beside(it, cx).into_iter(), it, cx);
    if leaves_nothing(it) {
        cx.impossible.insert(it.span);
    }
}

/// What is said of a value besides what has made a type of it, which does not keep how a text was written.
fn beside(it: &SchemaObject, cx: &Cx<'_>) -> Vec<&'static str> {
    let has_type_of_its_own = match classify_object(it) {
        SchemaForm::String => scalar(it, cx.options) != Some(ir::Type::String),
        SchemaForm::Integer if exceeds_its_type(it) => {
            return vec!["minimum or maximum beyond 64 bits"];
        }
        _ if rules_out_values(it) => {
            return vec!["bounds or pattern that rule out a value of an enum"];
        }
        _ => false,
    };
    let said = [
        (it.pattern.is_some(), "pattern beside a format"),
        (
            it.min_length.or(it.max_length).is_some() && !is_length_of_uuid(it),
            "minLength or maxLength beside a format",
        ),
    ];
    let said = said.into_iter().filter(|it| it.0 && has_type_of_its_own);
    said.map(|it| it.1).collect()
}

/// All of them have 36 characters.
fn is_length_of_uuid(it: &SchemaObject) -> bool {
    let is_uuid = it.format.as_ref().is_some_and(|it| it.value == "uuid");
    let (least, most) = (it.min_length.unwrap_or(0), it.max_length.unwrap_or(36));
    is_uuid && (least..=most).contains(&36)
}

/// Notes all of them: those beside a reference, whose type is that of its component.
pub fn note_all(it: &SchemaObject, cx: &mut Cx<'_>) {
    let (rules, missing) = rule::rules(it, cx);
    let lost = rules.iter().map(|it| it.keyword);
    note_these(missing.into_iter().chain(lost), it, cx);
}

/// Notes these keywords.
pub fn note_these(
    keywords: impl Iterator<Item = &'static str>,
    it: &SchemaObject,
    cx: &mut Cx<'_>,
) {
    for keyword in keywords {
        cx.unchecked.entry(keyword).or_insert((it.span, 0)).1 += 1;
    }
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
