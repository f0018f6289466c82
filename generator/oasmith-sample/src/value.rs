//! A JSON value without a place, whose numbers are as written.
//!
//! `Display` is its JSON. Two values are equal when JSON Schema says so: members in any order, numbers by value.

use crate::decimal::Decimal;
use oasmith_spec::node;
use std::collections::HashMap;
use std::fmt;

#[derive(Clone, Debug)]
pub enum Value {
    Null,
    Bool(bool),
    /// A JSON number.
    Number(String),
    String(String),
    Array(Vec<Value>),
    /// No name is there twice.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The member of an object.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let members = self.as_object()?;
        members.iter().find(|it| it.0 == name).map(|it| &it.1)
    }

    pub fn as_object(&self) -> Option<&[(String, Value)]> {
        match self {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// How many values are in it, itself included.
    pub(crate) fn size(&self) -> usize {
        match self {
            Value::Array(items) => 1 + items.iter().map(Value::size).sum::<usize>(),
            Value::Object(members) => 1 + members.iter().map(|it| it.1.size()).sum::<usize>(),
            _ => 1,
        }
    }
}

impl From<&node::Node> for Value {
    fn from(node: &node::Node) -> Self {
        match &node.value {
            node::Value::Null => Value::Null,
            node::Value::Bool(it) => Value::Bool(*it),
            node::Value::Number(it) => Value::Number(it.to_string()),
            node::Value::String(it) => Value::String(it.to_string()),
            node::Value::Array(items) => Value::Array(items.iter().map(Value::from).collect()),
            node::Value::Object(object) => {
                let members = object.iter();
                Value::Object(
                    members
                        .map(|it| (it.key.text.to_string(), Value::from(&it.value)))
                        .collect(),
                )
            }
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::String(a), Value::String(b)) => a == b,
            (Value::Number(a), Value::Number(b)) => {
                a == b || Decimal::parse(a).is_some_and(|a| Decimal::parse(b) == Some(a))
            }
            (Value::Array(a), Value::Array(b)) => a == b,
            (Value::Object(a), Value::Object(b)) if a.len() == b.len() => {
                let others: HashMap<&str, &Value> =
                    b.iter().map(|it| (it.0.as_str(), &it.1)).collect();
                a.iter()
                    .all(|(name, value)| others.get(name.as_str()).is_some_and(|it| *it == value))
            }
            _ => false,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("null"),
            Value::Bool(it) => write!(f, "{it}"),
            Value::Number(it) => f.write_str(it),
            Value::String(it) => text(it, f),
            Value::Array(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    f.write_str(if at > 0 { "," } else { "" })?;
                    item.fmt(f)?;
                }
                f.write_str("]")
            }
            Value::Object(members) => {
                f.write_str("{")?;
                for (at, (name, value)) in members.iter().enumerate() {
                    f.write_str(if at > 0 { "," } else { "" })?;
                    text(name, f)?;
                    f.write_str(":")?;
                    value.fmt(f)?;
                }
                f.write_str("}")
            }
        }
    }
}

/// RFC 8259, 7.
fn text(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write;
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            c if c < ' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::Value;

    fn number(text: &str) -> Value {
        Value::Number(text.to_owned())
    }

    #[test]
    fn numbers_are_equal_by_value_and_members_in_any_order() {
        assert_eq!(number("1.50"), number("15e-1"));
        assert_ne!(number("1"), number("1.0000001"));
        let [a, b] = [("a", number("1")), ("b", Value::Null)].map(|(k, v)| (k.to_owned(), v));
        let object =
            |members: [&(String, Value); 2]| Value::Object(members.map(Clone::clone).into());
        assert_eq!(object([&a, &b]), object([&b, &a]));
    }

    #[test]
    fn texts_are_escaped() {
        let value = Value::Object(vec![(
            "\"".to_owned(),
            Value::String("\\\n\u{1}é".to_owned()),
        )]);
        assert_eq!(value.to_string(), r#"{"\"":"\\\n\u0001é"}"#);
    }
}
