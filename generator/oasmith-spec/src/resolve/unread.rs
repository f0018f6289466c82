//! Tells each operation that it uses a schema of which something is not known.
//!
//! In: a document, and what was found out about its schemas. Out: the same document, in which such operations say so.

use super::check::Checked;
use super::confine::{Broken, broken};
use super::kind::Kind;
use super::visit::Owner;
use crate::model::{Callback, Document, Operation, PathItem, RefOr};

/// Says it of every operation, once.
pub fn tell(document: &mut Document, checked: &Checked) {
    if checked.unread.is_empty() {
        return;
    }
    let known = broken(&checked.unread, checked);
    for (path, item) in document.paths.values_mut().enumerate() {
        let own = |index| Owner::Operation(path, index);
        in_item(item, Owner::Path(path), own, &known);
        for (index, operation) in item.operations.iter_mut().enumerate() {
            let callbacks = operation.callbacks.values_mut().enumerate();
            callbacks.for_each(|(at, it)| {
                in_callback(it, known.get(&Owner::Callback(path, index, at)));
            });
        }
    }
    for (webhook, item) in document.webhooks.values_mut().enumerate() {
        let own = |index| Owner::WebhookOperation(webhook, index);
        in_item(item, Owner::Webhook(webhook), own, &known);
    }
    for (unit, it) in document.components.callbacks.values_mut().enumerate() {
        in_callback(it, known.get(&Owner::Unit(Kind::Callback, unit)));
    }
}

fn in_item(item: &mut PathItem, shared: Owner, own: impl Fn(usize) -> Owner, known: &Broken) {
    for (index, it) in item.operations.iter_mut().enumerate() {
        say(it, known.get(&own(index)).or(known.get(&shared)));
    }
}

fn in_callback(it: &mut RefOr<Callback>, why: Option<&String>) {
    if let RefOr::Value(it) = it {
        let items = it.paths.values_mut();
        items.for_each(|it| it.operations.iter_mut().for_each(|it| say(it, why)));
    }
}

fn say(operation: &mut Operation, why: Option<&String>) {
    let said = why.map(|it| format!("a schema allows any value: {it}"));
    operation.unread.extend(said);
}
