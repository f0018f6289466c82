//! What a person says of pages, in the document or in the settings, goes before what names tell.

use super::{Cx, Options};
use crate::codes;
use crate::ir::Api;
use crate::passes::pages::{PageRule, Pagination, paging_by, uncounted};
use indexmap::IndexMap;
use oasmith_source::{Diagnostic, Diagnostics, Span};
use oasmith_spec::model::Operation;
use oasmith_spec::node::{Node, Value};
use std::collections::HashMap;

/// Notes where an operation stands, and what it says of itself: `x-oasmith-pagination`.
pub fn note(id: &str, operation: &Operation, cx: &mut Cx<'_>) {
    cx.operation_places
        .insert(id.to_owned(), operation.key_span);
    let Some(node) = &operation.pagination else {
        return;
    };
    match read(node) {
        Ok(said) => drop(cx.paging.insert(id.to_owned(), (said, node.span))),
        Err((message, span)) => cx.diagnostics.push(unclear(message).at(span)),
    }
}

fn read(node: &Node) -> Result<Pagination, (String, Span)> {
    let object = match &node.value {
        Value::Bool(false) => return Ok(Pagination::Off),
        Value::Object(it) => it,
        _ => {
            let message = "`x-oasmith-pagination` is neither an object nor false";
            return Err((message.to_owned(), node.span));
        }
    };
    let mut words = Vec::new();
    for it in object.iter() {
        let text: &str = match &it.value.value {
            Value::String(text) | Value::Number(text) => text,
            _ => {
                let message = format!("`{}` is neither a text nor a number", it.key.text);
                return Err((message, it.value.span));
            }
        };
        words.push((&*it.key.text, text));
    }
    let rule = PageRule::read(&words).map_err(|(at, message)| {
        let word = at.and_then(|at| object.iter().nth(at));
        (message, word.map_or(node.span, |it| it.value.span))
    });
    rule.map(Pagination::By)
}

/// Does what was said. The settings go before the document.
pub fn apply(
    api: &mut Api,
    document: IndexMap<String, (Pagination, Span)>,
    options: &Options,
    diagnostics: &mut Diagnostics,
) {
    let document = document
        .iter()
        .map(|(id, (said, span))| (id, said, Some(*span)));
    let settings = options.pagination.iter().map(|(id, said)| (id, said, None));
    for (id, said, span) in document.chain(settings) {
        let at = |fault: Diagnostic| match span {
            Some(span) => fault.at(span),
            None => fault,
        };
        let paging = match (api.methods().find(|it| it.id == *id), said) {
            // Left out, with a reason that was told, or not asked for.
            (None, _) if span.is_some() => continue,
            (None, _) => {
                let message = format!("`{id}` under `[generate.pagination]` is no operation");
                diagnostics.push(unclear(message));
                continue;
            }
            (Some(_), Pagination::Off) => None,
            (Some(method), Pagination::By(rule)) => match paging_by(method, rule, api) {
                Ok(paging) => Some(paging),
                Err(why) => {
                    diagnostics.push(at(unclear(format!("`{id}` has no such pages: {why}"))));
                    None
                }
            },
        };
        let mut methods = api.groups.iter_mut().flat_map(|it| &mut it.methods);
        if let Some(method) = methods.find(|it| it.id == *id) {
            method.paging = paging;
        }
    }
}

/// Tells once of the lists that have no pages, since nobody says whether the first one is 0 or 1. `places` are those of
/// operations that say nothing of pages themselves.
pub fn tell_uncounted(
    api: &Api,
    places: &HashMap<String, Span>,
    options: &Options,
    diagnostics: &mut Diagnostics,
) {
    let left = api.methods().filter(|it| it.paging.is_none());
    let left = left.filter(|it| !options.pagination.contains_key(&it.id));
    let mut left = left.filter_map(|it| Some((it, uncounted(it, api)?, places.get(&it.id)?)));
    let Some((first, param, place)) = left.next() else {
        return;
    };
    let others = match left.count() {
        0 => String::new(),
        n => format!("; so it is with {n} others"),
    };
    let message = format!(
        "`{}` has no pages, since nothing says whether the first `{}` is 0 or 1{others}",
        first.id, param.wire
    );
    let told = Diagnostic::info(&codes::PAGINATION_UNCLEAR, message).at(*place);
    let help = "give the parameter a default, or say `first` in `x-oasmith-pagination`";
    diagnostics.push(told.help(help));
}

fn unclear(message: String) -> Diagnostic {
    Diagnostic::warning(&codes::PAGINATION_UNCLEAR, message)
}
