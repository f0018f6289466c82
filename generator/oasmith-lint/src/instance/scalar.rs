//! Types, values, texts and numbers.

use super::{Checker, Sort, Spot, shortened};
use crate::types;
use oasmith_sample::{Decimal, Pattern, is_of_format, range_of_format};
use oasmith_source::{Span, suggest};
use oasmith_spec::Node;
use oasmith_spec::node::{Member, Object, Value};

impl<'a> Checker<'_, 'a> {
    /// Whether a value is of the types; says so where it is not.
    pub(super) fn is_of_type(&mut self, value: &Node, at: Spot<'_, 'a>, it: &'a Member) -> bool {
        let is_of = match &it.value.value {
            Value::String(one) => types::is_of(value, one),
            Value::Array(several) => {
                let mut names = several.iter().filter_map(Node::as_str);
                several.is_empty() || names.any(|it| types::is_of(value, it))
            }
            _ => true,
        };
        if !is_of {
            self.fault(at.small(value), it.key.span, || {
                let types = types::named(&it.value);
                let kind = kind_for(value, &types);
                let message = format!(
                    "{} is {kind}, and the type is {}",
                    at.subject,
                    types::shown(&types)
                );
                (message, remedy(value, &types))
            });
        }
        is_of
    }

    pub(super) fn values(&mut self, value: &Node, at: Spot<'_, 'a>, it: &'a Member) {
        let Some(values) = it.value.as_array() else {
            return;
        };
        self.spend(values.len() / 16);
        if values.iter().any(|it| is_same(it, value)) {
            return;
        }
        self.fault(at.small(value), it.key.span, || {
            let texts = || values.iter().filter_map(Node::as_str);
            let nearest = value.as_str().and_then(|it| suggest::nearest(it, texts()));
            let help = match nearest {
                Some(nearest) => format!("did you mean `{}`?", shortened(nearest)),
                None if values.len() <= 6 && texts().count() == values.len() => {
                    let quoted: Vec<String> =
                        texts().map(|it| format!("`{}`", shortened(it))).collect();
                    format!("write one of {}", quoted.join(", "))
                }
                None => "write one of them, or add it to them".into(),
            };
            (format!("{} is none of the values", at.subject), help)
        });
    }

    pub(super) fn constant(&mut self, value: &Node, at: Spot<'_, 'a>, it: &'a Member) {
        if !is_same(&it.value, value) {
            self.fault(at.small(value), it.key.span, || {
                let message = format!("{} is not what `const` says", at.subject);
                (message, "correct one of both".into())
            });
        }
    }

    pub(super) fn text_keyword(
        &mut self,
        text: &str,
        value: &Node,
        at: Spot<'_, 'a>,
        it: &'a Member,
    ) {
        match &*it.key.text {
            "minLength" | "maxLength" => {
                self.size(text.chars().count(), "characters", value, at, it);
            }
            "pattern" => self.pattern(text, value.span, at, it),
            "format" => {
                let format = it.value.as_str().unwrap_or_default();
                // A text that is only longer than the grammar of its format has it is of use to nobody, and an empty
                // one is a place to fill in.
                if !text.is_empty() && !is_of_format(format, text) {
                    self.fault_of(Sort::Format, value.span, it.key.span, || {
                        let message = format!("{} is no `{format}`", at.subject);
                        (message, "correct the value, or the format".into())
                    });
                }
            }
            _ => {}
        }
    }

    /// `minLength`, `maxItems` and their like: so many parts.
    pub(super) fn size(
        &mut self,
        length: usize,
        parts: &str,
        value: &Node,
        at: Spot<'_, 'a>,
        it: &'a Member,
    ) {
        let Some(limit) = count(&it.value) else {
            return;
        };
        let (length, is_least) = (length as u64, it.key.text.starts_with("min"));
        let breaks = match is_least {
            true => length < limit,
            false => length > limit,
        };
        if breaks {
            self.fault(at.small(value), it.key.span, || {
                let bound = if is_least { "at least" } else { "at most" };
                let message = format!(
                    "{} has {length} {parts}, and may have {bound} {limit}",
                    at.subject
                );
                (message, "correct the value, or the limit".into())
            });
        }
    }

    fn pattern(&mut self, text: &str, place: Span, at: Spot<'_, 'a>, it: &'a Member) {
        let pattern = it.value.as_str().unwrap_or_default();
        let Some(matches) = self.matches(pattern, text) else {
            self.is_unknown = true;
            return;
        };
        if !matches {
            self.fault(place, it.key.span, || {
                let message = format!("{} does not match its pattern", at.subject);
                (message, "correct the value, or the pattern".into())
            });
        }
    }

    /// Whether a text matches; `None` of what is no pattern here.
    pub(super) fn matches(&mut self, pattern: &'a str, text: &str) -> Option<bool> {
        // Compiling is dear, and searching takes time by the length of the text.
        self.spend(text.len() / 64);
        let known = self.patterns.contains_key(pattern);
        if !known {
            self.spend(100);
        }
        let patterns = &mut self.patterns;
        let compiled = patterns
            .entry(pattern)
            .or_insert_with(|| Pattern::new(pattern).ok());
        compiled.as_ref().map(|it| it.matches(text))
    }

    pub(super) fn number_keyword(
        &mut self,
        number: &str,
        value: &Node,
        at: Spot<'_, 'a>,
        schema: &'a Object,
        it: &'a Member,
    ) {
        let keyword = &*it.key.text;
        if keyword == "format" {
            let format = it.value.as_str().unwrap_or_default();
            let range = range_of_format(format);
            let number = Decimal::parse(number);
            let is_of_format = |(low, high), it: Decimal| {
                it.is_integer() && (Decimal::integer(low)..=Decimal::integer(high)).contains(&it)
            };
            if let (Some(range), Some(number)) = (range, number)
                && !is_of_format(range, number)
            {
                self.fault_of(Sort::Format, value.span, it.key.span, || {
                    let message = format!("{} is no `{format}`", at.subject);
                    (message, "correct the value, or the format".into())
                });
            }
            return;
        }
        let Value::Number(limit) = &it.value.value else {
            return;
        };
        // In 3.0 it is a flag beside the limit.
        let is_strict = |flag| {
            matches!(
                schema.get(flag).map(|it| &it.value),
                Some(Value::Bool(true))
            )
        };
        let (is_least, is_strict) = match keyword {
            "minimum" => (true, is_strict("exclusiveMinimum")),
            "maximum" => (false, is_strict("exclusiveMaximum")),
            "exclusiveMinimum" => (true, true),
            "exclusiveMaximum" => (false, true),
            "multipleOf" => return self.multiple(number, limit, value.span, at, it),
            _ => return,
        };
        let Some((number, bound)) = Decimal::parse(number).zip(Decimal::parse(limit)) else {
            return;
        };
        let breaks = match (is_least, is_strict) {
            (true, false) => number < bound,
            (true, true) => number <= bound,
            (false, false) => number > bound,
            (false, true) => number >= bound,
        };
        if breaks {
            self.fault(value.span, it.key.span, || {
                let relation = match (is_least, is_strict) {
                    (true, false) => "less than",
                    (true, true) => "not greater than",
                    (false, false) => "greater than",
                    (false, true) => "not less than",
                };
                let message = format!("{} is {relation} {}", at.subject, shortened(limit));
                (message, "correct the value, or the limit".into())
            });
        }
    }

    fn multiple(
        &mut self,
        number: &str,
        step: &str,
        place: Span,
        at: Spot<'_, 'a>,
        it: &'a Member,
    ) {
        let parsed = Decimal::parse(number).zip(Decimal::parse(step));
        if parsed.and_then(|(number, step)| number.is_multiple_of(step)) == Some(false) {
            self.fault(place, it.key.span, || {
                let message = format!("{} is no multiple of {}", at.subject, shortened(step));
                (message, "correct the value, or the step".into())
            });
        }
    }

    pub(super) fn spend(&mut self, steps: usize) {
        self.steps = self.steps.saturating_sub(steps);
    }
}

/// A limit of `minLength` and its like.
pub(super) fn count(limit: &Node) -> Option<u64> {
    let Value::Number(text) = &limit.value else {
        return None;
    };
    let whole = |it: f64| (it >= 0.0 && it.fract() == 0.0 && it < 1e18).then_some(it as u64);
    text.parse().ok().or_else(|| whole(text.parse().ok()?))
}

/// Whether two values are equal as JSON Schema has it: numbers by value (2020-12, core, 4.2.2).
pub(super) fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Number(x), Value::Number(y)) => {
            x == y || Decimal::parse(x).is_some_and(|x| Decimal::parse(y) == Some(x))
        }
        (Value::Array(x), Value::Array(y)) => {
            x.len() == y.len() && x.iter().zip(y).all(|(x, y)| is_same(x, y))
        }
        _ => a.same(b),
    }
}

/// A number that is no integer is told apart from one that is.
fn kind_for(value: &Node, types: &[&str]) -> &'static str {
    match value.value {
        Value::Number(_) if types.contains(&"integer") => "a number with a fraction",
        _ => value.kind(),
    }
}

fn remedy(value: &Node, types: &[&str]) -> String {
    let wants = |name| types.contains(&name);
    let is_json = |it: &str| it.trim_start().starts_with(['{', '[']);
    match &value.value {
        Value::Number(_) | Value::Bool(_) if wants("string") => "put it in quotes",
        Value::String(it) if is_json(it) && (wants("object") || wants("array")) => {
            "write the value itself, and not its text"
        }
        Value::String(it)
            if (wants("integer") || wants("number")) && it.parse::<f64>().is_ok()
                || wants("boolean") && matches!(&**it, "true" | "false") =>
        {
            "write it without quotes"
        }
        Value::Array(items) if !items.is_empty() && !wants("array") => {
            "write one item, and not a list"
        }
        Value::Null => "write a value, or allow null",
        _ => "correct the value, or the type",
    }
    .into()
}
