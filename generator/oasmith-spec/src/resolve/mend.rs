//! Does without what an operation can do without, where that is broken.
//!
//! In: a document, and what is broken in it. Out: the same document, in which such a part says as much as is known of
//! it, and what was done to which. What an operation cannot do without is left to `confine`.

use super::check::Checked;
use super::confine::{Broken, passed_on};
use super::visit::{self, Owner, Use, Visitor};
use crate::codes::PART_UNREAD;
use crate::model::{
    Callback, Components, Document, Header, Operation, ParameterFormat, PathItem, RefOr, Response,
    StatusRange,
};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Span};
use std::collections::HashMap;

/// Returns what was done, which may leave more to do; nothing if there was nothing.
pub fn mend(document: &mut Document, checked: &Checked, broken: &Broken) -> Vec<Diagnostic> {
    let faults = checked.faults.iter();
    let mut cx = Cx {
        checked,
        broken,
        faults: faults.map(|it| (it.span, it.message.as_str())).collect(),
        said: Vec::new(),
    };
    // What is mended where it is declared is sound where it is used.
    cx.headers(&mut document.components.headers);
    if cx.said.is_empty() {
        cx.components(&mut document.components);
    }
    if cx.said.is_empty() {
        let items = document.paths.values_mut();
        let items = items.chain(document.webhooks.values_mut());
        items.for_each(|it| cx.path_item(it));
    }
    cx.said
}

struct Cx<'a> {
    checked: &'a Checked,
    broken: &'a Broken,
    /// What is wrong with a reference, by its place.
    faults: HashMap<Span, &'a str>,
    said: Vec<Diagnostic>,
}

impl Cx<'_> {
    fn components(&mut self, it: &mut Components) {
        let responses = it.responses.values_mut();
        responses.for_each(|it| self.response(it));
        let callbacks = it.callbacks.values_mut();
        callbacks.for_each(|it| self.callback(it));
    }

    fn path_item(&mut self, it: &mut PathItem) {
        it.operations.iter_mut().for_each(|it| self.operation(it));
    }

    fn callback(&mut self, it: &mut RefOr<Callback>) {
        if let RefOr::Value(it) = it {
            it.paths.values_mut().for_each(|it| self.path_item(it));
        }
    }

    fn operation(&mut self, it: &mut Operation) {
        let unread = self.responses(&mut it.responses);
        it.unread.extend(unread);
        it.callbacks.values_mut().for_each(|it| self.callback(it));
    }

    /// An error that is not declared is one that may come all the same.
    fn responses(&mut self, all: &mut Vec<(StatusRange, RefOr<Response>)>) -> Vec<String> {
        let mut unread = Vec::new();
        let has_success = all.iter().any(|it| it.0.is_success());
        let is_error = |it: StatusRange| match it {
            StatusRange::Default => has_success,
            it => it.is_error(),
        };
        all.retain_mut(|(status, it)| {
            self.response(it);
            let reason = self.reason(&*it, visit::response);
            let Some(reason) = reason else {
                return true;
            };
            let span = place(it, |it| it.span);
            if is_error(*status) {
                let message = format!("the answer `{status}` is left out: {reason}");
                unread.push(self.say(span, message));
                return false;
            }
            *it = RefOr::Value(Box::new(Response::any(span)));
            let message = format!("nothing is known of the answer `{status}`: {reason}");
            unread.push(self.say(span, message));
            true
        });
        unread
    }

    fn response(&mut self, it: &mut RefOr<Response>) {
        if let RefOr::Value(it) = it {
            self.headers(&mut it.headers);
        }
    }

    fn headers(&mut self, all: &mut IndexMap<String, RefOr<Header>>) {
        for (name, it) in all {
            let Some(reason) = self.reason(&*it, visit::header) else {
                continue;
            };
            let span = place(it, |it| it.span);
            let unread = vec![self.say(span, format!("the header `{name}` is any text: {reason}"))];
            *it = RefOr::Value(Box::new(Header {
                unread,
                format: ParameterFormat::any(span),
                ..match it {
                    RefOr::Value(it) => (**it).clone(),
                    RefOr::Ref(reference) => Header {
                        description: reference.description.clone(),
                        ..Header::any(span)
                    },
                }
            }));
        }
    }

    /// What is wrong in a part that is walked over, if something is.
    fn reason<'p, T>(&self, part: &'p T, walk: fn(&'p T, Visitor<'_, 'p>)) -> Option<String> {
        let mut reason = None;
        walk(part, &mut |it| {
            if let Use::Reference(kind, it) = it {
                let found = match self.checked.links.unit(kind, &it.target) {
                    Some(unit) => self.of_unit(Owner::Unit(kind, unit)),
                    None => self.faults.get(&it.span).map(|it| (*it).to_owned()),
                };
                reason = reason.take().or(found);
            }
        });
        reason
    }

    fn of_unit(&self, owner: Owner) -> Option<String> {
        let reason = self.broken.get(&owner)?;
        Some(passed_on(reason, owner, &self.checked.links))
    }

    /// Tells what was done, and returns it for the owner that does without.
    fn say(&mut self, span: Span, message: String) -> String {
        let said = Diagnostic::warning(&PART_UNREAD, &message).at(span);
        self.said.push(said);
        message
    }
}

fn place<T>(it: &RefOr<T>, span: impl FnOnce(&T) -> Span) -> Span {
    match it {
        RefOr::Value(it) => span(it),
        RefOr::Ref(it) => it.span,
    }
}
