//! Which numbers are integers, though they are not called so.

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
