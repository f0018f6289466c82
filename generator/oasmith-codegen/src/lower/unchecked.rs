//! Keywords that narrow a value and that the generated server does not check.
//!
//! They are told once each, with the first place and how many there are: a document that closes all its objects should
//! not drown out the rest.

use super::classify::{SchemaForm, classify_object};
use super::{Cx, rule};
use crate::codes;
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
