//! What a discriminator calls an alternative, and which alternatives have its member.

use super::{DEEPEST, Mapping, reference_of};
use crate::lower::classify::{SchemaForm, classify_object, is_string_enum};
use crate::lower::enumeration;
use crate::lower::flatten::flatten;
use oasmith_source::Span;
use oasmith_spec::model::{Schema, SchemaObject};
use oasmith_spec::node::Value;
use oasmith_spec::{Document, Valid};
use std::collections::HashSet;

/// What a discriminator calls an alternative: the names that are mapped to it, or its own.
pub fn tags(by: &Mapping<'_>, alternative: &Schema, document: &Valid<Document>) -> Vec<String> {
    let mut tags = Tags {
        document,
        found: Vec::new(),
        seen: HashSet::new(),
    };
    tags.collect(alternative, by);
    let mut known = HashSet::new();
    tags.found.retain(|it| known.insert(it.clone()));
    tags.found
}

/// What an alternative says itself that the member is, where a mapping has other names for it and none of these: nothing
/// can be both, and payloads mostly have what the schema says.
pub fn contradicting(
    by: &Mapping<'_>,
    alternative: &Schema,
    document: &Valid<Document>,
) -> Vec<String> {
    let own = alternative.as_object();
    let Some((own, reference)) = own.and_then(|it| Some((it, reference_of(it)?))) else {
        return Vec::new();
    };
    let mapped = by.names_of(reference, document);
    let flat = flatten(own, document).filter(|_| !mapped.is_empty());
    let said = flat.map(|it| told_values(&it, &by.by.property_name, document));
    let is_mapped = |it: &String| by.by.mapping.contains_key(it);
    said.filter(|it| !it.iter().any(is_mapped))
        .unwrap_or_default()
}

/// Whether an alternative neither has the discriminator's member nor is named by its mapping.
pub fn lacks_tag(by: &Mapping<'_>, alternative: &Schema, document: &Valid<Document>) -> bool {
    let Some(own) = alternative.as_object() else {
        return false;
    };
    let is_mapped = reference_of(own).is_some_and(|it| !by.names_of(it, document).is_empty());
    let flat = flatten(own, document).filter(|_| !is_mapped);
    flat.is_some_and(|it| {
        matches!(classify_object(&it), SchemaForm::Object)
            && !it.properties.contains_key(&by.by.property_name)
    })
}

/// Whether an alternative allows no member of the discriminator's name.
pub fn forbids_tag(it: &SchemaObject, alternative: &Schema, document: &Valid<Document>) -> bool {
    let (Some(by), Some(own)) = (&it.discriminator, alternative.as_object()) else {
        return false;
    };
    flatten(own, document).is_some_and(|it| {
        let is_closed = matches!(&it.additional_properties, Some(Schema::Bool(it)) if !it.value);
        is_closed
            && it.pattern_properties.is_empty()
            && !it.properties.contains_key(&by.property_name)
    })
}

/// Whether an alternative has the discriminator's member, or one of its own alternatives has.
pub fn declares_tag(it: &SchemaObject, alternative: &Schema, document: &Valid<Document>) -> bool {
    let by = it.discriminator.as_ref();
    by.is_some_and(|it| declares(&it.property_name, alternative, document, 0))
}

fn declares(member: &str, it: &Schema, document: &Valid<Document>, depth: usize) -> bool {
    let flat = it.as_object().and_then(|it| flatten(it, document));
    let Some(flat) = flat.filter(|_| depth < DEEPEST) else {
        return true;
    };
    let mut inner = flat.one_of.iter().chain(&flat.any_of);
    let by = flat.discriminator.as_ref();
    flat.properties.contains_key(member)
        || by.is_some_and(|it| it.property_name == member)
        || inner.any(|it| declares(member, it, document, depth + 1))
}

/// Whether a value may be an object, which alone can have a member that names it.
pub fn may_be_object(it: &Schema, document: &Valid<Document>) -> bool {
    can_be_object(it, document, 0)
}

fn can_be_object(it: &Schema, document: &Valid<Document>, depth: usize) -> bool {
    let flat = it.as_object().and_then(|it| flatten(it, document));
    let Some(flat) = flat.filter(|_| depth < DEEPEST) else {
        return true;
    };
    match classify_object(&flat) {
        SchemaForm::Union => {
            let mut inner = flat.one_of.iter().chain(&flat.any_of).peekable();
            inner.peek().is_none() || inner.any(|it| can_be_object(it, document, depth + 1))
        }
        SchemaForm::OneAlternative(it) => can_be_object(it, document, depth + 1),
        SchemaForm::List(_)
        | SchemaForm::Tuple
        | SchemaForm::StringEnum
        | SchemaForm::IntegerEnum
        | SchemaForm::String
        | SchemaForm::Boolean
        | SchemaForm::Integer
        | SchemaForm::LargeInteger
        | SchemaForm::Number => false,
        SchemaForm::Reference(_)
        | SchemaForm::Composed
        | SchemaForm::Object
        | SchemaForm::Map
        | SchemaForm::Anything
        | SchemaForm::Nothing => true,
    }
}

struct Tags<'d> {
    document: &'d Valid<Document>,
    found: Vec<String>,
    /// The places that were looked at, since unions may contain one another.
    seen: HashSet<Span>,
}

impl Tags<'_> {
    fn collect(&mut self, alternative: &Schema, by: &Mapping<'_>) {
        let Some(it) = alternative.as_object() else {
            return;
        };
        let reference = reference_of(it);
        let mapped = reference.map(|it| by.names_of(it, self.document));
        if let Some(mapped) = mapped.filter(|it| !it.is_empty()) {
            self.found.extend(mapped);
            return;
        }
        let target = reference.map(|it| self.document.target(it));
        let place = target.as_ref().map_or(it.span, |it| it.schema.span());
        let Some(flat) = flatten(it, self.document).filter(|_| !self.seen.contains(&place)) else {
            return;
        };
        self.seen.insert(place);
        let member = &by.by.property_name;
        let named = told_values(&flat, member, self.document);
        if !named.is_empty() {
            self.found.extend(named);
            return;
        }
        let own = flat.discriminator.as_ref();
        let inner = flat.one_of.iter().chain(&flat.any_of);
        let inner = inner.filter_map(|it| flatten(it.as_object()?, self.document));
        // A union that another member tells apart is one thing to this one, unless its alternatives say otherwise. So is
        // one with a name of its own whose alternatives do not have the member: they could not keep what it says.
        let is_other = match own {
            Some(it) => it.property_name != *member,
            None => {
                let name = target.as_ref().and_then(|it| it.name);
                name.is_some() && !declares(member, alternative, self.document, 0)
            }
        } && inner
            .map(|it| told_values(&it, member, self.document))
            .all(|it| it.is_empty());
        if matches!(classify_object(&flat), SchemaForm::Union) && !is_other {
            let own = own.map(Mapping::new);
            let by = own.as_ref().unwrap_or(by);
            for inner in flat.one_of.iter().chain(&flat.any_of) {
                self.collect(inner, by);
            }
        } else if let Some(name) = target.and_then(|it| it.name)
            && !wraps_reference(it)
        {
            self.found.push(name.to_owned());
        }
    }
}

/// Whether a schema stands in place and is what it refers to: a discriminator knows it by no name (OAS 3.1,
/// Discriminator Object: "inline schemas will not be considered").
fn wraps_reference(it: &SchemaObject) -> bool {
    it.reference.is_none() && it.all_of.len() == 1 && it.properties.is_empty()
}

/// The values that a schema gives to a member, in the words of a mapping: whatever they are, its keys are texts.
fn told_values(it: &SchemaObject, member: &str, document: &Valid<Document>) -> Vec<String> {
    let named = named_values(it, member, document);
    let property = it.properties.get(member).filter(|_| named.is_empty());
    let flat = property.and_then(|it| flatten(it.schema.as_object()?, document));
    let Some(flat) = flat else {
        return named;
    };
    let listed = flat.values.iter().flat_map(|it| &it.value);
    let told = flat
        .constant
        .iter()
        .chain(listed)
        .map(|it| match &it.value {
            Value::Number(text) => Some(text.to_string()),
            Value::Bool(value) => Some(value.to_string()),
            _ => None,
        });
    told.collect::<Option<_>>().unwrap_or_default()
}

/// The texts that a schema gives to a member.
pub fn named_values(it: &SchemaObject, member: &str, document: &Valid<Document>) -> Vec<String> {
    let property = it
        .properties
        .get(member)
        .and_then(|it| it.schema.as_object());
    let Some(flat) = property.and_then(|it| flatten(it, document)) else {
        return Vec::new();
    };
    if !is_string_enum(&flat) {
        return Vec::new();
    }
    enumeration::values(&flat)
}
