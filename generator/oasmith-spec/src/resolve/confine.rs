//! Leaves out of a document what has a fault, and all that refers to it.
//!
//! In: a document, and what is broken in it. Out: the same document without these parts, in which the operations are
//! remembered as left out.

use super::check::{Checked, Fault};
use super::kind::Kind;
use super::links::Links;
use super::visit::Owner;
use crate::model::{Components, Document, LeftOut, PathItem};
use indexmap::IndexMap;
use std::collections::HashMap;

/// The parts that cannot stay, each with the reason.
pub type Broken = HashMap<Owner, String>;

/// Takes the parts out, and says whether there was any.
pub fn leave_out(document: &mut Document, broken: &Broken) -> bool {
    // The order matters: what is inside of a part goes by the number that it had.
    let parts = [
        callbacks(document, broken),
        operations(document, broken),
        webhooks(document, broken),
        components(&mut document.components, broken),
    ];
    parts.contains(&true)
}

/// The faulty parts, and those that lead to them.
pub fn broken(faults: &[Fault], checked: &Checked) -> Broken {
    let mut broken = Broken::new();
    let mut open: Vec<Owner> = Vec::new();
    for it in faults {
        mark(it.owner, &it.message, &mut broken, &mut open);
    }
    // Those nearest to a fault first, so that it is told by the shortest way.
    let mut next = 0;
    while let Some(&owner) = open.get(next) {
        next += 1;
        let reason = broken.get(&owner).map(String::as_str).unwrap_or_default();
        let reason = passed_on(reason, owner, &checked.links);
        for user in checked.users.get(&owner).into_iter().flatten() {
            mark(*user, &reason, &mut broken, &mut open);
        }
    }
    broken
}

/// The first reason counts.
fn mark(owner: Owner, reason: &str, broken: &mut Broken, open: &mut Vec<Owner>) {
    broken.entry(owner).or_insert_with(|| {
        open.push(owner);
        reason.to_owned()
    });
}

/// The reason of a part, for those that use it: where the fault is, and not how one gets there.
pub fn passed_on(reason: &str, owner: Owner, links: &Links) -> String {
    const IN: &str = ", in `#";
    match owner {
        Owner::Unit(kind, unit) if !reason.contains(IN) => {
            format!("{reason}{IN}{}`", links.pointer(kind, unit))
        }
        _ => reason.to_owned(),
    }
}

fn callbacks(document: &mut Document, broken: &Broken) -> bool {
    let mut any = false;
    for (path, item) in document.paths.values_mut().enumerate() {
        for (index, operation) in item.operations.iter_mut().enumerate() {
            let owner = |number| Owner::Callback(path, index, number);
            let lost = operation
                .callbacks
                .keys()
                .enumerate()
                .filter_map(|(number, name)| {
                    let reason = broken.get(&owner(number))?.clone();
                    Some(LeftOut::callback(name, operation, reason))
                });
            item.left_out.extend(lost.collect::<Vec<_>>());
            any |= remove(&mut operation.callbacks, |number| {
                broken.contains_key(&owner(number))
            });
        }
    }
    any
}

fn operations(document: &mut Document, broken: &Broken) -> bool {
    let paths = document.paths.values_mut().enumerate();
    let paths = paths.map(|(path, item)| {
        let own = |index| broken.get(&Owner::Operation(path, index));
        in_item(item, broken.get(&Owner::Path(path)), own)
    });
    paths.fold(false, |any, it| any | it)
}

fn webhooks(document: &mut Document, broken: &Broken) -> bool {
    let webhooks = document.webhooks.values_mut().enumerate();
    let webhooks = webhooks.map(|(webhook, item)| {
        let own = |index| broken.get(&Owner::WebhookOperation(webhook, index));
        in_item(item, broken.get(&Owner::Webhook(webhook)), own)
    });
    webhooks.fold(false, |any, it| any | it)
}

/// Leaves out operations of an item: all for a reason that they share, or each for its own.
fn in_item<'b>(
    item: &mut PathItem,
    shared: Option<&'b String>,
    own: impl Fn(usize) -> Option<&'b String>,
) -> bool {
    let before = item.left_out.len();
    if let (Some(reason), Some(_)) = (shared, item.unfollowed.take()) {
        let all = LeftOut::all(reason.clone(), item.key_span);
        item.left_out.push(all);
    }
    item.leave_out(|index, _| own(index).or(shared).cloned());
    let mut any = item.left_out.len() > before;
    if shared.is_some() {
        any |= !item.parameters.is_empty();
        item.parameters.clear();
    }
    any
}

fn components(it: &mut Components, broken: &Broken) -> bool {
    let is_broken = |kind| move |unit| broken.contains_key(&Owner::Unit(kind, unit));
    let parts = [
        remove(&mut it.schemas, is_broken(Kind::Schema)),
        remove(&mut it.responses, is_broken(Kind::Response)),
        remove(&mut it.parameters, is_broken(Kind::Parameter)),
        remove(&mut it.request_bodies, is_broken(Kind::RequestBody)),
        remove(&mut it.headers, is_broken(Kind::Header)),
        remove(&mut it.callbacks, is_broken(Kind::Callback)),
    ];
    parts.contains(&true)
}

/// Removes what is wanted gone, by its index before, and says whether there was any.
fn remove<T>(map: &mut IndexMap<String, T>, is_wanted_gone: impl Fn(usize) -> bool) -> bool {
    let before = map.len();
    let mut index = 0;
    map.retain(|_, _| {
        index += 1;
        !is_wanted_gone(index - 1)
    });
    map.len() < before
}
