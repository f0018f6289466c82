//! What must be unique in one document: operation ids, and paths apart from the names of their parameters.

use super::operations::{self, Stands};
use super::templates::without_names;
use crate::codes;
use crate::node::Node;
use oasmith_source::{Diagnostic, Diagnostics, Span};
use std::collections::{HashMap, HashSet};

pub(super) fn check(document: &Node, copies: &[Span], diagnostics: &mut Diagnostics) {
    operation_ids(document, copies, diagnostics);
    templates(document, diagnostics);
}

/// Of an operation of which copies were made, such as one of a path item that two paths referred to, the first has the
/// id.
pub(crate) fn keep_first_ids(document: &mut Node, said: &mut Diagnostics) {
    let mut first: HashSet<(&str, Span)> = HashSet::new();
    let mut again: Vec<(Vec<String>, String, Span)> = Vec::new();
    for operation in operations::all(document) {
        if let Some((id, at)) = operation.id()
            && !first.insert((id, at.span))
        {
            let steps = operation.steps.iter().map(|it| (*it).to_owned());
            again.push((steps.collect(), operation.place().to_owned(), at.span));
        }
    }
    for (steps, place, span) in again {
        let operation = operations::at_mut(document, &steps);
        let Some(id) = operation.and_then(|it| it.remove("operationId")) else {
            continue;
        };
        let id = id.value.as_str().unwrap_or_default().to_owned();
        let message = format!(
            "operation id `{id}` is written once, and its operation stands under `{place}` too"
        );
        said.push(
            Diagnostic::info(&codes::OPERATION_ID_TWICE, message)
                .at(span)
                .help("an id names one operation (OAS 3.1, Operation Object); the one under the first path keeps it"),
        );
    }
}

fn operation_ids(document: &Node, copies: &[Span], diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, (Span, bool)> = HashMap::new();
    for operation in operations::all(document) {
        let Some((name, id)) = operation.id() else {
            continue;
        };
        let is_called_back = operation.stands != Stands::Alone;
        let Some((first, first_is)) = seen.get(name) else {
            seen.insert(name, (id.span, is_called_back));
            continue;
        };
        if id.span == *first && !copies.is_empty() {
            diagnostics.push(copied(name, operation.place(), id.span, copies));
            continue;
        }
        let message = format!("operation id `{name}` is used twice");
        // What a callback's operation is called matters to no client's method.
        let said = match is_called_back || *first_is {
            true => Diagnostic::warning(&codes::OPERATION_ID_TWICE, message)
                .help("rename one, or choose by `operation_ids` in `[merge.clashes]`"),
            false => Diagnostic::error(&codes::OPERATION_ID_TWICE, message).help("rename one, or choose by `operation_ids` in `[merge.clashes]`; the generated client needs distinct method names"),
        };
        diagnostics.push(
            said.labelled(id.span, "used here")
                .also(*first, "first used here"),
        );
    }
}

/// An operation that an overlay has copied, id and all.
fn copied(name: &str, place: &str, at: Span, copies: &[Span]) -> Diagnostic {
    let message = format!("the copy of an operation under `{place}` has its id `{name}` too");
    let said = Diagnostic::error(&codes::OPERATION_ID_TWICE, message)
        .labelled(at, "copied from here")
        .help("give the copy an id of its own by a later action; the generated client needs distinct method names");
    copies
        .iter()
        .take(COPIES_SHOWN)
        .fold(said, |said, it| said.also(*it, "this action makes a copy"))
}

/// As many actions as a person looks through for the one that is meant.
const COPIES_SHOWN: usize = 3;

fn templates(document: &Node, diagnostics: &mut Diagnostics) {
    let Some(paths) = document.get("paths").and_then(Node::as_object) else {
        return;
    };
    let mut seen: HashMap<String, (&str, Span)> = HashMap::new();
    for member in paths.iter() {
        let path = &*member.key.text;
        let Some((first, span)) = seen.get(&without_names(path)) else {
            seen.insert(without_names(path), (path, member.key.span));
            continue;
        };
        let message = format!("`{path}` and `{first}` are the same path");
        diagnostics.push(
            Diagnostic::warning(&codes::PATHS_EQUIVALENT, message)
                .labelled(member.key.span, "a request that matches this")
                .also(*span, "matches this too")
                .help("give the parameters the same names in both"),
        );
    }
}
