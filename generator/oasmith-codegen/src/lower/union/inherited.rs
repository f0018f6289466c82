//! The discriminator that alternatives have from what all of them are made of.
//!
//! `Cat` and `Dog` are each `allOf: [Pet]`, and `Pet` says which member tells them apart: a choice between the two that
//! says nothing itself means the same.
//! Where its mapping has no name for one of them, the name of the component is only a guess: exporters that write no
//! mapping often put other names into the member.

use oasmith_spec::model::{Discriminator, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::borrow::Cow;

use crate::lower::alternatives::{Mapping, reference_of};
use crate::lower::classify::is_null;

/// How many schemas of one alternative are looked at.
const MOST: usize = 100;

/// How far a discriminator is to be trusted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    Full,
    /// Its member may say something else than the names of components.
    Guess,
}

/// The schema, with the discriminator that its alternatives share.
pub fn with_discriminator<'s>(
    it: &'s SchemaObject,
    document: &Valid<Document>,
) -> (Cow<'s, SchemaObject>, Trust) {
    let declared = match it.one_of.is_empty() {
        true => &it.any_of,
        false => &it.one_of,
    };
    if it.discriminator.is_some() || declared.len() < 2 {
        return (Cow::Borrowed(it), Trust::Full);
    }
    match shared(declared, document) {
        Some((by, trust)) => {
            let it = SchemaObject {
                discriminator: Some(by.clone()),
                ..it.clone()
            };
            (Cow::Owned(it), trust)
        }
        None => (Cow::Borrowed(it), Trust::Full),
    }
}

/// The first that all alternatives have, those before that can be trusted.
fn shared<'d>(
    all: &'d [Schema],
    document: &'d Valid<Document>,
) -> Option<(&'d Discriminator, Trust)> {
    let all = all.iter().filter(|it| !is_null(it));
    let all: Vec<&SchemaObject> = all.map(Schema::as_object).collect::<Option<_>>()?;
    let inherited: Vec<Vec<_>> = all.iter().map(|it| inherited(it, document)).collect();
    let (first, rest) = inherited.split_first()?;
    let is_in =
        |by: &&Discriminator, many: &[&Discriminator]| many.iter().any(|it| std::ptr::eq(*it, *by));
    let is_mapped = |by: &Discriminator| {
        let by = Mapping::new(by);
        let mut references = all.iter().filter_map(|it| reference_of(it));
        references.all(|it| !by.names_of(it, document).is_empty())
    };
    let shared = first.iter().copied();
    let mut shared = shared.filter(|by| rest.iter().all(|many| is_in(by, many)));
    let first = shared.clone().next()?;
    match shared.find(|by| is_mapped(by)) {
        Some(by) => Some((by, Trust::Full)),
        None => Some((first, Trust::Guess)),
    }
}

/// The discriminators of an alternative that is a component.
fn inherited<'d>(it: &'d SchemaObject, document: &'d Valid<Document>) -> Vec<&'d Discriminator> {
    match reference_of(it) {
        Some(_) => discriminators(it, document),
        None => Vec::new(),
    }
}

/// The discriminators of what a schema is made of.
pub fn discriminators<'d>(
    it: &'d SchemaObject,
    document: &'d Valid<Document>,
) -> Vec<&'d Discriminator> {
    let mut found = Vec::new();
    let mut waiting: Vec<&SchemaObject> = vec![it];
    for _ in 0..MOST {
        let Some(it) = waiting.pop() else {
            break;
        };
        found.extend(it.discriminator.as_ref());
        let referred = it.reference.as_ref().map(|it| document.target(it).schema);
        let parts = referred.into_iter().chain(&it.all_of);
        waiting.extend(parts.filter_map(Schema::as_object));
    }
    found
}
