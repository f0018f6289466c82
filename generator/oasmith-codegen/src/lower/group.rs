//! Operations grouped by their first tag, in the order of the document.

use super::names::{self, Scope};
use super::operation::{MethodScope, lower_operation, skip_left_out};
use super::security::Schemes;
use super::{Cx, docs};
use crate::ir::Group;
use indexmap::IndexMap;
use oasmith_spec::model::Tag;

/// The group of operations without a tag.
const UNTAGGED: &str = "default";

pub fn lower_groups(schemes: &Schemes, cx: &mut Cx<'_>) -> Vec<Group> {
    let document = cx.document;
    let mut methods = MethodScope::default();
    let mut groups: IndexMap<&str, Group> = IndexMap::new();
    let mut modules = Scope::default();
    let mut traits = Scope::default();
    for (path, item) in &document.paths {
        for operation in &item.operations {
            let Some(method) = lower_operation(path, item, operation, schemes, &mut methods, cx)
            else {
                continue;
            };
            let tag = operation
                .tags
                .first()
                .map_or(UNTAGGED, |it| it.value.as_str());
            let group = groups.entry(tag).or_insert_with(|| {
                let declared = document.tags.iter().find(|it| it.name == tag);
                new_group(tag, declared, &mut modules, &mut traits)
            });
            group.methods.push(method);
        }
        for it in &item.left_out {
            skip_left_out(path, it, cx);
        }
    }
    groups.into_values().collect()
}

fn new_group(tag: &str, declared: Option<&Tag>, modules: &mut Scope, traits: &mut Scope) -> Group {
    let docs = declared.map(|it| docs::text(it.summary.as_ref(), it.description.as_ref()));
    Group {
        tag: tag.to_owned(),
        module: modules.take(names::module(tag), "_tag").name(),
        trait_name: traits
            .take(names::camel(&format!("{tag} api")), "Tag")
            .name(),
        docs: docs.unwrap_or_default(),
        methods: Vec::new(),
    }
}
