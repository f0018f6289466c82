//! Rules about whole values, of which Rust's types say nothing: `not`, `if`, `contains`, `propertyNames` and the like.
//!
//! In: a value of any type, as JSON. Each rule is a function that the generator wrote out of a schema; there is no schema
//! at run time. JSON Schema 2020-12, 6 and 10: a keyword that is about another type of value holds.

use super::check::{Check, Limit};
use super::codec::{self, Write};
use super::pattern::Pattern;

pub use super::any::Any;

/// What is told where a rule does not hold, and whether it does.
pub type Rule = (&'static str, Holds);

/// Whether something holds for a value.
pub type Holds = fn(&Any) -> bool;

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
            Self::Object(_) => names.iter().all(|name| self.get(name).is_some()),
            _ => true,
        }
    }

    /// `dependentRequired`: where there is `name`, there are `others`.
    pub fn depends(&self, name: &str, others: &[&str]) -> bool {
        self.get(name).is_none() || self.requires(others)
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
}
