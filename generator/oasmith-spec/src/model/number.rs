//! Which numbers are integers, though they are not called so, and which texts are numbers.

use super::{SchemaObject, Type};
use crate::node::{Node, Value};

/// OpenAPI Format Registry: the formats of integers. Each of them stands on `number` as well.
pub fn is_integer_format(format: &str) -> bool {
    matches!(
        format,
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64"
    )
}

impl SchemaObject {
    /// Makes an integer of a number whose format is one of integers. Where a fraction is named or bounds the number, the
    /// format is not what its author means.
    pub fn settle_number(&mut self) {
        let format = self.format.as_ref().map(|it| it.value.as_str());
        if self.types.contains(&Type::Number)
            && format.is_some_and(is_integer_format)
            && !self.names_fraction()
        {
            self.types.retain(|it| *it != Type::Integer);
            let number = self.types.iter_mut().find(|it| **it == Type::Number);
            number.into_iter().for_each(|it| *it = Type::Integer);
        }
    }

    /// Makes a number of one that may be written as a text as well, as ASP.NET Core does with each, and Protocol Buffers with
    /// large ones: `type: [integer, string]` with a pattern that nothing but a number matches, or a format of integers. A
    /// text says nothing more, but for the digits of a decimal.
    pub fn settle_text(&mut self) {
        let is_number = |it: &Type| matches!(it, Type::Integer | Type::Number);
        let is_other = |it: &Type| matches!(it, Type::Boolean | Type::Object | Type::Array);
        let is_both = self.types.iter().any(is_number) && self.types.contains(&Type::String);
        let says_more = self.types.iter().any(is_other)
            || self.values.is_some()
            || self.constant.is_some()
            || self.min_length.is_some()
            || self.max_length.is_some();
        if !is_both || says_more {
            return;
        }
        let format = self.format.as_ref().map(|it| it.value.as_str());
        let has_format =
            format.is_some_and(|it| is_integer_format(it) || matches!(it, "float" | "double"));
        let pattern = self.pattern.as_ref().map(|it| it.value.as_str());
        let is_integer =
            format.is_some_and(is_integer_format) && !self.types.contains(&Type::Number);
        let is_in_text = pattern.map_or(is_integer, |it| is_of_numbers(it, has_format));
        if is_in_text && format != Some("decimal") {
            self.types.retain(|it| *it != Type::String);
            (self.pattern, self.in_text) = (None, true);
            self.settle_number();
        }
    }

    fn names_fraction(&self) -> bool {
        let listed = self.values.iter().flat_map(|it| &it.value);
        let named = listed
            .chain(&self.constant)
            .chain(&self.default)
            .chain(&self.examples);
        let bounds = [
            &self.minimum,
            &self.maximum,
            &self.exclusive_minimum,
            &self.exclusive_maximum,
            &self.multiple_of,
        ];
        let mut bounds = bounds.into_iter().flatten();
        named.into_iter().any(is_fraction) || bounds.any(|it| has_fraction(&it.value))
    }
}

fn is_fraction(it: &Node) -> bool {
    matches!(&it.value, Value::Number(text) if has_fraction(text))
}

/// `1.0` and `1e3` are integers (JSON Schema 2020-12, 4.2.3).
fn has_fraction(text: &str) -> bool {
    text.contains(['.', 'e', 'E']) && text.parse().is_ok_and(|it: f64| it.fract() != 0.0)
}

/// Whether a pattern is made of nothing but what numbers are written with. Without a format beside it, it must not let
/// them begin with zeros either: those are names made of digits, such as a postal code.
fn is_of_numbers(pattern: &str, has_format: bool) -> bool {
    let Some(inner) = pattern
        .strip_prefix('^')
        .and_then(|it| it.strip_suffix('$'))
    else {
        return false;
    };
    let has_no_zeros = inner.contains("0|[1-9]");
    let has_one_point = inner.matches("\\.").count() <= 1;
    let mut rest = inner;
    while !rest.is_empty() {
        let piece = NUMBER_PIECES.iter().find_map(|it| rest.strip_prefix(it));
        match piece {
            Some(behind) => rest = behind,
            None => return false,
        }
    }
    has_one_point && (has_format || has_no_zeros)
}

/// Pieces of patterns that only digits, signs, points and exponents match, and how they are put together.
const NUMBER_PIECES: [&str; 16] = [
    "[0-9]", "[1-9]", "\\d", "\\.", "[eE]", "[+-]", "[-+]", "(?:", "(", ")", "|", "?", "*", "+",
    "-", "0",
];
