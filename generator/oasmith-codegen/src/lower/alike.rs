//! Whether two schemas hold the same: members of the same names and types, whatever else is said of them.
//!
//! For media types, which many documents write the same schema at, once by reference and once as a copy.

use super::classify::named;
use super::flatten::flatten;
use oasmith_spec::media_type::essence;
use oasmith_spec::model::{MediaType, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};

/// How many pairs of schemas are looked at, and how deep they may stand; what is alike up to there is alike.
const MOST: usize = 300;
const DEEPEST: usize = 40;

/// Whether two media types hold the same, by their names too: what a patch means is in its name alone.
pub fn mean_the_same(
    (name, a): (&str, &MediaType),
    (other, b): (&str, &MediaType),
    document: &Valid<Document>,
) -> bool {
    let (name, other) = (essence(name), essence(other));
    let is_patch = |it: &str| it.contains("patch+");
    let is_other = name != other && (is_patch(&name) || is_patch(&other));
    !is_other && hold_the_same(a, b, document)
}

/// Whether the schemas of two media types are the same.
pub fn hold_the_same(a: &MediaType, b: &MediaType, document: &Valid<Document>) -> bool {
    match (&a.schema, &b.schema) {
        (Some(a), Some(b)) => are_alike(a, b, document),
        (None, None) => true,
        _ => false,
    }
}

pub fn are_alike(a: &Schema, b: &Schema, document: &Valid<Document>) -> bool {
    Comparing {
        document,
        left: MOST,
        depth: 0,
    }
    .schemas(a, b)
}

struct Comparing<'d> {
    document: &'d Valid<Document>,
    left: usize,
    depth: usize,
}

impl Comparing<'_> {
    fn schemas(&mut self, a: &Schema, b: &Schema) -> bool {
        if self.left == 0 || self.depth == DEEPEST {
            return true;
        }
        self.left -= 1;
        self.depth += 1;
        let are_alike = match (a, b) {
            (Schema::Bool(a), Schema::Bool(b)) => a.value == b.value,
            (Schema::Object(a), Schema::Object(b)) => self.objects(a, b),
            _ => false,
        };
        self.depth -= 1;
        are_alike
    }

    fn objects(&mut self, a: &SchemaObject, b: &SchemaObject) -> bool {
        if let (Some(a), Some(b)) = (&a.reference, &b.reference)
            && a.target == b.target
        {
            return true;
        }
        let flat = |it| flatten(it, self.document);
        match (flat(a), flat(b)) {
            (Some(a), Some(b)) => self.flat(&a, &b),
            _ => false,
        }
    }

    fn flat(&mut self, a: &SchemaObject, b: &SchemaObject) -> bool {
        let format = |it: &SchemaObject| it.format.as_ref().map(|it| it.value.clone());
        a.types == b.types
            && format(a) == format(b)
            && a.required.len() == b.required.len()
            && have_same_values(a, b)
            && self.members(a, b)
            && self.both(
                a.additional_properties.as_ref(),
                b.additional_properties.as_ref(),
            )
            && self.both(a.items.as_ref(), b.items.as_ref())
            && self.each(&a.one_of, &b.one_of)
            && self.each(&a.any_of, &b.any_of)
            && self.each(&a.prefix_items, &b.prefix_items)
    }

    fn members(&mut self, a: &SchemaObject, b: &SchemaObject) -> bool {
        // Names tell most apart, and cost nothing.
        a.properties.len() == b.properties.len()
            && a.properties.keys().all(|it| b.properties.contains_key(it))
            && a.properties.iter().all(|(name, a)| {
                let other = b.properties.get(name);
                other.is_some_and(|b| self.schemas(&a.schema, &b.schema))
            })
    }

    fn both(&mut self, a: Option<&Schema>, b: Option<&Schema>) -> bool {
        match (a, b) {
            (None, None) => true,
            (Some(a), Some(b)) => self.schemas(a, b),
            _ => false,
        }
    }

    fn each(&mut self, a: &[Schema], b: &[Schema]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.schemas(a, b))
    }
}

fn have_same_values(a: &SchemaObject, b: &SchemaObject) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (named(a).collect(), named(b).collect());
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b))
}
