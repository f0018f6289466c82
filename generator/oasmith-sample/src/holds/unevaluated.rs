//! `unevaluatedProperties` and `unevaluatedItems`: what holds for members and items that nothing else is said of.
//!
//! JSON Schema 2020-12, 11: what counts is what the schema says itself, and what it refers to, is made of, and chooses,
//! as far as that holds for the value.

use super::{Checker, Misfit, Outcome};
use crate::Reason;
use crate::value::Value;
use oasmith_spec::model::{Schema, SchemaObject};

/// How deep schemas are looked into.
const DEPTH: usize = 60;

impl<'a> Checker<'_, 'a> {
    /// Checks what is left of a value by what a schema says of the rest.
    pub(super) fn unevaluated(&mut self, value: &Value, it: &'a SchemaObject) -> Outcome {
        let (rest, parts): (_, Vec<&Value>) = match value {
            Value::Object(members) => (
                &it.unevaluated_properties,
                members.iter().map(|it| &it.1).collect(),
            ),
            Value::Array(items) => (&it.unevaluated_items, items.iter().collect()),
            _ => return Ok(()),
        };
        let Some(rest) = rest else {
            return Ok(());
        };
        let mut seen = vec![false; parts.len()];
        self.own(value, it, &mut seen)?;
        self.beside(value, it, &mut seen, 0)?;
        for (part, _) in parts.into_iter().zip(seen).filter(|(_, seen)| !seen) {
            self.schema(part, rest)?;
        }
        Ok(())
    }

    /// Marks what a schema itself says something of.
    fn own(&mut self, value: &Value, it: &'a SchemaObject, seen: &mut [bool]) -> Outcome {
        match value {
            Value::Object(members) => {
                for ((name, _), seen) in members.iter().zip(seen) {
                    *seen |= it.additional_properties.is_some() || it.properties.contains_key(name);
                    for pattern in it.pattern_properties.keys() {
                        let pattern = self.cx.pattern(pattern).map_err(Misfit::Unknown)?;
                        *seen |= pattern.matches(name);
                    }
                }
            }
            Value::Array(items) => {
                for (at, (item, seen)) in items.iter().zip(seen).enumerate() {
                    *seen |= it.items.is_some() || at < it.prefix_items.len();
                    if let Some(contains) = &it.contains {
                        *seen |= self.is_one(item, contains)?;
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Marks what those schemas say something of that hold for the same value.
    fn beside(
        &mut self,
        value: &Value,
        it: &'a SchemaObject,
        seen: &mut [bool],
        depth: usize,
    ) -> Outcome {
        if depth > DEPTH {
            return Err(Misfit::Unknown(Reason::new("it is nested too deeply")));
        }
        let mut all: Vec<&'a Schema> = it.all_of.iter().collect();
        all.extend(it.reference.as_ref().map(|it| self.cx.follow(it)));
        for one in it.any_of.iter().chain(&it.one_of) {
            if self.is_one(value, one)? {
                all.push(one);
            }
        }
        if let Some(condition) = &it.if_ {
            let is_met = self.is_one(value, condition)?;
            all.extend(is_met.then_some(condition));
            all.extend(if is_met { &it.then } else { &it.else_ });
        }
        if let Value::Object(members) = value {
            let names = members.iter().map(|it| &it.0);
            all.extend(names.filter_map(|name| it.dependent_schemas.get(name)));
        }
        for part in all.into_iter().filter_map(Schema::as_object) {
            let says_all = match value {
                Value::Object(_) => part.unevaluated_properties.is_some(),
                _ => part.unevaluated_items.is_some(),
            };
            if says_all {
                seen.fill(true);
                return Ok(());
            }
            self.own(value, part, seen)?;
            self.beside(value, part, seen, depth + 1)?;
        }
        Ok(())
    }

    fn is_one(&mut self, value: &Value, schema: &'a Schema) -> Result<bool, Misfit> {
        match self.schema(value, schema) {
            Ok(()) => Ok(true),
            Err(Misfit::Wrong(_)) => Ok(false),
            Err(unknown) => Err(unknown),
        }
    }
}
