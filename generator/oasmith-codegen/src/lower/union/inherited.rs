//! The discriminator that alternatives have from what all of them are made of.
//!
//! `Cat` and `Dog` are each `allOf: [Pet]`, and `Pet` says which member tells them apart: a choice between the two that
//! says nothing itself means the same.
//! Only a discriminator whose mapping has a name for each counts: exporters that write none often put other names than
//! those of the components into the member.

use oasmith_spec::model::{Discriminator, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};
use std::borrow::Cow;

use crate::lower::alternatives::{mapped, reference_of};

/// How many schemas of one alternative are looked at.
const MOST: usize = 100;

/// The schema, with the discriminator that its alternatives share.
pub fn with_discriminator<'s>(
    it: &'s SchemaObject,
    document: &Valid<Document>,
) -> Cow<'s, SchemaObject> {
    let declared = match it.one_of.is_empty() {
        true => &it.any_of,
        false => &it.one_of,
    };
    if it.discriminator.is_some() || declared.len() < 2 {
        return Cow::Borrowed(it);
    }
    match shared(declared, document) {
        Some(by) => Cow::Owned(SchemaObject {
            discriminator: Some(by.clone()),
            ..it.clone()
        }),
        None => Cow::Borrowed(it),
    }
}

fn shared<'d>(all: &'d [Schema], document: &'d Valid<Document>) -> Option<&'d Discriminator> {
    let mut all = all.iter().map(|it| it.as_object());
    let first = inherited(all.next()??, document);
    let rest: Vec<Vec<_>> = all
        .map(|it| Some(inherited(it?, document)))
        .collect::<Option<_>>()?;
    let is_in =
        |by: &&Discriminator, many: &[&Discriminator]| many.iter().any(|it| std::ptr::eq(*it, *by));
    first
        .into_iter()
        .find(|by| rest.iter().all(|many| is_in(by, many)))
}

/// The discriminators of what a component is made of, as far as they have a name for it.
fn inherited<'d>(it: &'d SchemaObject, document: &'d Valid<Document>) -> Vec<&'d Discriminator> {
    let Some(reference) = reference_of(it) else {
        return Vec::new();
    };
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
    found.retain(|by| !mapped(reference, by, document).is_empty());
    found
}
