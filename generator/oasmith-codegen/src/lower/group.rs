//! Operations grouped by their first tag, in the order of the document.

use super::address::{Lowered, addresses};
use super::names::{self, Scope};
use super::operation::{MethodScope, lower_operation, skip_left_out};
use super::received::{Received, received};
use super::security::Schemes;
use super::select::{Known, Selection};
use super::{Cx, docs};
use crate::ir::Group;
use indexmap::IndexMap;
use oasmith_spec::model::{LeftOut, Operation, Tag};
use std::collections::HashMap;

/// The group of operations without a tag.
const UNTAGGED: &str = "default";

pub fn lower_groups(schemes: &Schemes, cx: &mut Cx<'_>) -> Vec<Group> {
    let document = cx.document;
    let mut methods = MethodScope::default();
    let mut groups: IndexMap<&str, Group> = IndexMap::new();
    let mut modules = Scope::with(names::TAKEN_MODULES);
    let mut traits = Scope::default();
    let mut selection = Selection::new(&cx.options.operations);
    let mut owners = Lowered::new();
    for (path, item) in &document.paths {
        for operation in &item.operations {
            if !selection.takes(known(path, operation)) {
                continue;
            }
            let Some(method) = lower_operation(
                path,
                item,
                operation,
                &document.security,
                schemes,
                &mut methods,
                cx,
            ) else {
                continue;
            };
            let tag = operation
                .tags
                .first()
                .map_or(UNTAGGED, |it| it.value.as_str());
            let group = groups.entry(tag).or_insert_with(|| {
                let declared = document.tags.iter().find(|it| it.name == tag);
                let shared = match operation.tags.is_empty() {
                    true => "without a tag".to_owned(),
                    false => format!("tagged {tag}"),
                };
                new_group(tag, shared, declared, &mut modules, &mut traits)
            });
            if !operation.callbacks.is_empty() {
                owners.insert(operation.span, method.clone());
            }
            group.methods.push(method);
        }
        for it in &item.left_out {
            if selection.takes(known_left_out(path, it)) {
                skip_left_out(path, it, cx);
            }
        }
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    for Received { words, requests } in received(document) {
        let mut group = new_group(
            words,
            format!("tagged {words}"),
            None,
            &mut modules,
            &mut traits,
        );
        group.is_received = true;
        let mut names = HashMap::new();
        for (path, item, operation) in requests {
            if selection.takes(known(&path, operation)) {
                let method =
                    lower_operation(&path, item, operation, &[], schemes, &mut methods, cx);
                names.extend(method.iter().map(|it| (operation.span, it.name.clone())));
                group.methods.extend(method);
            }
        }
        group.addresses = addresses(document, &owners, &names);
        groups.extend(Some(group).filter(|it| !it.methods.is_empty()));
    }
    for (name, item) in &document.webhooks {
        let path = format!("webhook `{name}`");
        for it in &item.left_out {
            if selection.takes(known_left_out(&path, it)) {
                skip_left_out(&path, it, cx);
            }
        }
    }
    selection.tell_unused(&mut cx.diagnostics);
    groups
}

fn known<'a>(path: &'a str, it: &'a Operation) -> Known<'a> {
    Known {
        path,
        method: Some(&it.method),
        id: it.id.as_ref().map(|it| it.value.as_str()),
        tags: it.tags.iter().map(|it| it.value.as_str()).collect(),
    }
}

fn known_left_out<'a>(path: &'a str, it: &'a LeftOut) -> Known<'a> {
    Known {
        path,
        method: it.method.as_deref(),
        id: it.id.as_deref(),
        tags: it.tags.iter().map(String::as_str).collect(),
    }
}

fn new_group(
    tag: &str,
    shared: String,
    declared: Option<&Tag>,
    modules: &mut Scope,
    traits: &mut Scope,
) -> Group {
    let docs = declared.map(|it| {
        let said = docs::text(it.summary.as_ref(), it.description.as_ref());
        docs::with_more(said, it.external_docs.as_deref())
    });
    Group {
        tag: tag.to_owned(),
        shared,
        module: modules.take(names::module(tag), "_tag").name(),
        trait_name: traits
            .take(names::camel(&format!("{tag} api")), "Tag")
            .name(),
        docs: docs.unwrap_or_default(),
        is_received: false,
        addresses: Vec::new(),
        methods: Vec::new(),
    }
}
