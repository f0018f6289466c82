//! What a discriminator's mapping says, looked up by where it leads.

use super::reference_of;
use oasmith_spec::model::{Discriminator, Ref, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::collections::{BTreeSet, HashMap};

/// The names of a mapping, by what each is mapped to.
pub struct Mapping<'s> {
    pub by: &'s Discriminator,
    names: HashMap<&'s str, Vec<usize>>,
}

impl<'s> Mapping<'s> {
    pub fn new(by: &'s Discriminator) -> Self {
        let mut names: HashMap<&str, Vec<usize>> = HashMap::with_capacity(by.mapping.len());
        for (at, to) in by.mapping.values().enumerate() {
            names.entry(&to.value).or_default().push(at);
        }
        Mapping { by, names }
    }

    /// OAS 3.1, Discriminator Object: names that are mapped to a component, by its name or by a reference.
    pub fn names_of(&self, reference: &Ref, document: &Valid<Document>) -> Vec<String> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let places = ways_to_mean(reference, document)
            .into_iter()
            .filter_map(|it| self.names.get(it.as_str()))
            .flatten();
        // In the order of the document, each once.
        let places: BTreeSet<usize> = places.copied().collect();
        let names = places
            .into_iter()
            .filter_map(|at| self.by.mapping.get_index(at));
        names.map(|(name, _)| name.clone()).collect()
    }
}

/// The values of a mapping that mean what a reference leads to.
fn ways_to_mean(reference: &Ref, document: &Valid<Document>) -> Vec<String> {
    let target = document.target(reference);
    let name = target.name.map(str::to_owned);
    let pointers = [target.pointer.to_owned(), format!("#{}", target.pointer)];
    let written = reference.target.clone();
    name.into_iter().chain(pointers).chain([written]).collect()
}

/// OAS 3.2, Discriminator Object, `defaultMapping`: whether values whose member says something else are this alternative.
pub fn is_default(it: &SchemaObject, alternative: &Schema, document: &Valid<Document>) -> bool {
    let by = it.discriminator.as_ref();
    let default = by.and_then(|it| it.default_mapping.as_ref());
    let reference = alternative.as_object().and_then(reference_of);
    let (Some(default), Some(reference)) = (default, reference) else {
        return false;
    };
    ways_to_mean(reference, document).contains(&default.value)
}
