//! Operations grouped by their first tag, in the order of the document.

use super::address::{Lowered, addresses};
use super::names::{self, Scope};
use super::operation::{MethodScope, lower_operation, skip_left_out};
use super::received::{Received, received};
use super::security::Schemes;
use super::select::{Known, Selection};
use super::{Cx, docs};
use crate::ir::{Docs, Group, Method};
use indexmap::IndexMap;
use oasmith_spec::model::{LeftOut, Operation, PathItem, SecurityRequirement};
use std::collections::HashMap;

mod part;

/// The group of operations without a tag.
const UNTAGGED: &str = "default";

pub fn lower_groups(schemes: &Schemes, cx: &mut Cx<'_>) -> Vec<Group> {
    let document = cx.document;
    let mut lowering = Lowering {
        schemes,
        selection: Selection::new(&cx.options.operations),
        methods: MethodScope::default(),
        owners: Lowered::new(),
        modules: Scope::with(names::TAKEN_MODULES),
        traits: Scope::default(),
        cx,
    };
    let mut groups = lowering.called();
    for it in received(document) {
        groups.extend(lowering.received(it));
    }
    for (name, item) in &document.webhooks {
        lowering.skip(&format!("webhook `{name}`"), item);
    }
    lowering.selection.tell_unused(&mut lowering.cx.diagnostics);
    groups
}

/// What all groups share while they are made.
struct Lowering<'a, 'd> {
    schemes: &'a Schemes,
    selection: Selection<'a>,
    methods: MethodScope,
    /// The methods of operations with callbacks.
    owners: Lowered,
    modules: Scope,
    traits: Scope,
    cx: &'a mut Cx<'d>,
}

/// The operations of one tag, before it is known whether they are one group.
struct Tagged {
    is_tagged: bool,
    methods: Vec<Method>,
}

impl Lowering<'_, '_> {
    /// The groups of what clients call.
    fn called(&mut self) -> Vec<Group> {
        let document = self.cx.document;
        let mut tagged: IndexMap<&str, Tagged> = IndexMap::new();
        for (path, item) in &document.paths {
            for operation in &item.operations {
                let Some(method) = self.method(path, item, operation, &document.security) else {
                    continue;
                };
                if !operation.callbacks.is_empty() {
                    self.owners.insert(operation.span, method.clone());
                }
                let tag = operation.tags.first();
                let entry = tagged.entry(tag.map_or(UNTAGGED, |it| it.value.as_str()));
                let tagged = entry.or_insert_with(|| Tagged {
                    is_tagged: tag.is_some(),
                    methods: Vec::new(),
                });
                tagged.methods.push(method);
            }
            self.skip(path, item);
        }
        let mut groups = Vec::new();
        for (tag, Tagged { is_tagged, methods }) in tagged {
            let shared = match is_tagged {
                true => format!("tagged {tag}"),
                false => "without a tag".to_owned(),
            };
            for part in part::parts(methods) {
                let name = part.name(tag, is_tagged);
                let mut group = self.group(&name, part.shared(&shared));
                group.docs = self.docs(tag);
                group.methods = part.methods;
                groups.push(group);
            }
        }
        groups
    }

    /// The group of requests that the API sends, if there are any.
    fn received(&mut self, received: Received<'_>) -> Option<Group> {
        let mut group = self.group(received.words, format!("tagged {}", received.words));
        group.is_received = true;
        let mut names = HashMap::new();
        for (path, item, operation) in received.requests {
            let method = self.method(&path, item, operation, &[]);
            names.extend(method.iter().map(|it| (operation.span, it.name.clone())));
            group.methods.extend(method);
        }
        group.addresses = addresses(self.cx.document, &self.owners, &names);
        Some(group).filter(|it| !it.methods.is_empty())
    }

    /// The method of an operation that is wanted and has an honest form.
    fn method(
        &mut self,
        path: &str,
        item: &PathItem,
        operation: &Operation,
        guards: &[SecurityRequirement],
    ) -> Option<Method> {
        if !self.selection.takes(known(path, operation)) {
            return None;
        }
        let (schemes, methods) = (self.schemes, &mut self.methods);
        lower_operation(path, item, operation, guards, schemes, methods, self.cx)
    }

    /// Tells which operations of a path cannot be read, of those that are wanted.
    fn skip(&mut self, path: &str, item: &PathItem) {
        for it in &item.left_out {
            if self.selection.takes(known_left_out(path, it)) {
                skip_left_out(path, it, self.cx);
            }
        }
    }

    fn group(&mut self, name: &str, shared: String) -> Group {
        let trait_name = names::camel(&format!("{name} api"));
        Group {
            tag: name.to_owned(),
            shared,
            module: self.modules.take(names::module(name), "_tag").name(),
            trait_name: self.traits.take(trait_name, "Tag").name(),
            docs: Docs::default(),
            is_received: false,
            addresses: Vec::new(),
            methods: Vec::new(),
        }
    }

    fn docs(&self, tag: &str) -> Docs {
        let declared = self.cx.document.tags.iter().find(|it| it.name == tag);
        let docs = declared.map(|it| {
            let said = docs::text(it.summary.as_ref(), it.description.as_ref());
            docs::with_more(said, it.external_docs.as_deref())
        });
        docs.unwrap_or_default()
    }
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
