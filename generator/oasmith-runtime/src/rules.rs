//! Rules about whole values, of which Rust's types say nothing: `not`, `if`, `contains`, `propertyNames` and the like.
//!
//! In: a value of any type, as JSON. Each rule is a function that the generator wrote out of a schema; there is no schema
//! at run time. JSON Schema 2020-12, 6 and 10: a keyword that is about another type of value holds.

use super::check::{Check, Limit, Pattern};
use super::codec::{self, Write};
use super::reader::{Fault, Reader};

/// What is told where a rule does not hold, and whether it does.
pub type Rule = (&'static str, Holds);

/// Whether something holds for a value.
pub type Holds = fn(&Any) -> bool;

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

impl Check {
    /// Holds a value to rules.
    pub fn rules<T: Write>(&mut self, name: &str, value: Option<&T>, rules: &[Rule]) {
        let Some(value) = value else { return };
        let Some(value) = Any::parse(&codec::encode(value)) else {
            return;
        };
        for (told, holds) in rules {
            if !holds(&value) {
                self.fail(name, *told);
            }
        }
    }
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

    /// `enum` and `const`: one of these, which are JSON.
    pub fn among(&self, values: &[&str]) -> bool {
        let mut values = values.iter();
        values.any(|it| Self::parse(it.as_bytes()).is_some_and(|it| it == *self))
    }

    /// The bounds of a number.
    pub fn range(&self, min: Option<Limit>, max: Option<Limit>) -> bool {
        let Self::Number(value) = *self else {
            return true;
        };
        let above = match min {
            Some(Limit::Inclusive(min)) => value >= min,
            Some(Limit::Exclusive(min)) => value > min,
            None => true,
        };
        let below = match max {
            Some(Limit::Inclusive(max)) => value <= max,
            Some(Limit::Exclusive(max)) => value < max,
            None => true,
        };
        above && below
    }

    /// `minLength` and `maxLength`
    pub fn length(&self, min: usize, max: usize) -> bool {
        match self {
            Self::Text(text) => (min..=max).contains(&text.chars().count()),
            _ => true,
        }
    }

    /// `pattern`
    pub fn matches(&self, pattern: &'static Pattern) -> bool {
        match self {
            Self::Text(text) => pattern.matches(text),
            _ => true,
        }
    }

    /// `minItems` and `maxItems`
    pub fn size(&self, min: usize, max: usize) -> bool {
        match self {
            Self::List(items) => (min..=max).contains(&items.len()),
            _ => true,
        }
    }

    /// `items`
    pub fn items(&self, holds: Holds) -> bool {
        match self {
            Self::List(items) => items.iter().all(holds),
            _ => true,
        }
    }

    /// `contains`
    pub fn contains(&self, holds: Holds) -> bool {
        match self {
            Self::List(items) => items.iter().any(holds),
            _ => true,
        }
    }

    /// `contains`, with `minContains` and `maxContains`
    pub fn contains_between(&self, min: usize, max: usize, holds: Holds) -> bool {
        match self {
            Self::List(items) => {
                let count = items.iter().filter(|item| holds(item)).count();
                (min..=max).contains(&count)
            }
            _ => true,
        }
    }

    /// `minProperties` and `maxProperties`
    pub fn members(&self, min: usize, max: usize) -> bool {
        match self {
            Self::Object(members) => (min..=max).contains(&members.len()),
            _ => true,
        }
    }

    /// `required`
    pub fn requires(&self, names: &[&str]) -> bool {
        match self {
            Self::Object(_) => names.iter().all(|name| self.has(name)),
            _ => true,
        }
    }

    /// `dependentRequired`: where there is `name`, there are `others`.
    pub fn depends(&self, name: &str, others: &[&str]) -> bool {
        !self.has(name) || self.requires(others)
    }

    /// One of `properties`
    pub fn member(&self, name: &str, holds: Holds) -> bool {
        match self {
            Self::Object(members) => members.iter().all(|(it, value)| it != name || holds(value)),
            _ => true,
        }
    }

    /// One of `patternProperties`
    pub fn like(&self, pattern: &'static Pattern, holds: Holds) -> bool {
        match self {
            Self::Object(members) => {
                let mut like = members.iter().filter(|(name, _)| pattern.matches(name));
                like.all(|(_, value)| holds(value))
            }
            _ => true,
        }
    }

    /// `additionalProperties`: members of other names, which match none of `patterns`.
    pub fn others(&self, names: &[&str], patterns: &[&'static Pattern], holds: Holds) -> bool {
        let Self::Object(members) = self else {
            return true;
        };
        let is_other = |name: &str| {
            !names.contains(&name) && !patterns.iter().any(|pattern| pattern.matches(name))
        };
        let mut others = members.iter().filter(|(name, _)| is_other(name));
        others.all(|(_, value)| holds(value))
    }

    /// `propertyNames`
    pub fn names(&self, holds: Holds) -> bool {
        match self {
            Self::Object(members) => {
                let mut names = members.iter().map(|(name, _)| Self::Text(name.clone()));
                names.all(|name| holds(&name))
            }
            _ => true,
        }
    }

    /// `not`
    pub fn fails(&self, holds: Holds) -> bool {
        !holds(self)
    }

    /// `allOf`, and keywords beside one another.
    pub fn all(&self, of: &[Holds]) -> bool {
        of.iter().all(|holds| holds(self))
    }

    /// `anyOf`
    pub fn any(&self, of: &[Holds]) -> bool {
        of.iter().any(|holds| holds(self))
    }

    /// `oneOf`
    pub fn one(&self, of: &[Holds]) -> bool {
        of.iter().filter(|holds| holds(self)).count() == 1
    }

    /// `if`, `then`, `else`
    pub fn either(&self, case: Holds, then: Holds, otherwise: Holds) -> bool {
        if case(self) {
            then(self)
        } else {
            otherwise(self)
        }
    }

    fn has(&self, name: &str) -> bool {
        match self {
            Self::Object(members) => members.iter().any(|(it, _)| it == name),
            _ => false,
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
    fn parse(json: &[u8]) -> Option<Self> {
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
