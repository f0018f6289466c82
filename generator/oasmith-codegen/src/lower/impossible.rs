//! Schemas whose bounds leave no value, or not all values of an enum.
//!
//! They are generated as they are written, so that a server refuses all that is sent; which is told.

use super::classify::{SchemaForm, classify_object, named};
use super::{Cx, codes, pattern};
use oasmith_source::Diagnostic;
use oasmith_spec::Node;
use oasmith_spec::model::{SchemaObject, Spanned};
use oasmith_spec::node::Value;
use regex_lite::Regex;

/// Whether no value keeps to all bounds of a schema: there is none between them, or all that are named are beyond.
pub fn leaves_nothing(it: &SchemaObject) -> bool {
    let crosses = |least: Option<u64>, most: Option<u64>| match (least, most) {
        (Some(least), Some(most)) => least > most,
        _ => false,
    };
    Numbers::of(it).are_none()
        || crosses(it.min_length, it.max_length)
        || crosses(it.min_items, it.max_items)
        || crosses(it.min_properties, it.max_properties)
        || (!is_enum(it) && matches!(beyond(it), Some((beyond, named)) if beyond == named))
}

/// Whether values of an enum are beyond its bounds or do not match its pattern. A server takes what is named.
pub fn rules_out_values(it: &SchemaObject) -> bool {
    is_enum(it) && matches!(beyond(it), Some((beyond, _)) if beyond > 0)
}

fn is_enum(it: &SchemaObject) -> bool {
    let form = classify_object(it);
    matches!(form, SchemaForm::StringEnum | SchemaForm::IntegerEnum)
}

/// How many of the values that are named are ruled out, and how many there are.
fn beyond(it: &SchemaObject) -> Option<(usize, usize)> {
    let named: Vec<&Node> = named(it).collect();
    if named.is_empty() {
        return None;
    }
    let numbers = Numbers::of(it);
    let pattern = it.pattern.as_ref();
    let pattern = pattern.and_then(|it| Regex::new(&pattern::translate(&it.value).ok()?).ok());
    let is_beyond = |value: &&&Node| is_beyond(value, it, &numbers, pattern.as_ref());
    Some((named.iter().filter(is_beyond).count(), named.len()))
}

/// What stands between the bounds, and whether these belong to it.
struct Numbers {
    least: (f64, bool),
    most: (f64, bool),
}

impl Numbers {
    fn of(it: &SchemaObject) -> Self {
        let bound = |it: &Option<Spanned<String>>| it.as_ref()?.value.parse::<f64>().ok();
        let mut least = (bound(&it.minimum).unwrap_or(f64::NEG_INFINITY), true);
        let mut most = (bound(&it.maximum).unwrap_or(f64::INFINITY), true);
        if let Some(above) = bound(&it.exclusive_minimum).filter(|it| *it >= least.0) {
            least = (above, false);
        }
        if let Some(below) = bound(&it.exclusive_maximum).filter(|it| *it <= most.0) {
            most = (below, false);
        }
        Numbers { least, most }
    }

    fn are_none(&self) -> bool {
        let belong = self.least.1 && self.most.1;
        self.least.0 > self.most.0 || (self.least.0 == self.most.0 && !belong)
    }

    fn has(&self, it: f64) -> bool {
        let above = it > self.least.0 || (it == self.least.0 && self.least.1);
        above && (it < self.most.0 || (it == self.most.0 && self.most.1))
    }
}

fn is_beyond(value: &Node, it: &SchemaObject, numbers: &Numbers, pattern: Option<&Regex>) -> bool {
    match &value.value {
        Value::Number(text) => text.parse().is_ok_and(|it| !numbers.has(it)),
        Value::String(text) => {
            let count = text.chars().count() as u64;
            it.min_length.is_some_and(|least| count < least)
                || it.max_length.is_some_and(|most| count > most)
                || pattern.is_some_and(|it| !it.is_match(text))
        }
        _ => false,
    }
}

/// Says where that is so: once, with the first place.
pub fn tell(cx: &mut Cx<'_>) {
    let places = std::mem::take(&mut cx.impossible);
    let Some(first) = places.first() else {
        return;
    };
    let message = match places.len() {
        1 => "the bounds of a schema leave no value, so a server refuses all".to_owned(),
        count => format!(
            "the bounds of a schema leave no value at {count} places, first here, so a server refuses all there"
        ),
    };
    cx.diagnostics
        .push(Diagnostic::warning(&codes::PARTS_CONTRADICT, message).at(*first));
}
