//! Any JSON value, taken apart: what rules about whole values look at, and documents.

use super::reader::{Fault, Reader};

/// Any JSON value, taken apart.
#[derive(Clone, Debug)]
pub enum Any {
    /// `null`
    Null,
    /// A boolean.
    Bool(bool),
    /// A number. Digits that a `f64` cannot hold are of no interest to a rule.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Any>),
    /// An object.
    Object(Vec<(String, Any)>),
}

impl Any {
    /// `type`
    pub fn is(&self, types: &[&str]) -> bool {
        let kind = match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(value) if value.fract() == 0.0 && types.contains(&"integer") => "integer",
            Self::Number(_) => "number",
            Self::Text(_) => "string",
            Self::List(_) => "array",
            Self::Object(_) => "object",
        };
        types.contains(&kind)
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|it| it.0 == name).map(|it| &it.1),
            _ => None,
        }
    }

    /// The items of an array; of anything else none.
    pub(super) fn list(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a string.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a number.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            _ => None,
        }
    }
}

/// JSON Schema 2020-12, core, 4.2.2: objects are equal whatever the order of their members.
impl PartialEq for Any {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::List(a), Self::List(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => {
                a.len() == b.len() && a.iter().all(|member| b.contains(member))
            }
            _ => false,
        }
    }
}

impl Any {
    /// What a JSON text holds.
    pub(super) fn parse(json: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(json).ok()?;
        let value = Self::read(&mut reader).ok()?;
        reader.finish().ok().map(|()| value)
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        match r.peek() {
            b'n' if r.null() => Ok(Self::Null),
            b't' | b'f' => r.boolean().map(Self::Bool),
            b'"' => r.string().map(|text| Self::Text(text.into_owned())),
            b'[' => {
                let mut items = Vec::new();
                r.array(&mut |r| {
                    items.push(Self::read(r)?);
                    Ok(())
                })?;
                Ok(Self::List(items))
            }
            b'{' => {
                let mut members = Vec::new();
                r.object(&mut |r, name| {
                    members.push((name.to_owned(), Self::read(r)?));
                    Ok(())
                })?;
                Ok(Self::Object(members))
            }
            _ => r.float().map(Self::Number),
        }
    }
}
