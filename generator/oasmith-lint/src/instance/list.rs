//! Lists.

use super::scalar::{count, is_same};
use super::{Checker, Spot, Subject};
use oasmith_spec::Node;
use oasmith_spec::node::{Member, Object, Value};

/// Longer lists are not searched for items that are there twice.
const COMPARED: usize = 256;

impl<'a> Checker<'_, 'a> {
    pub(super) fn list_keyword(
        &mut self,
        items: &[Node],
        value: &Node,
        at: Spot<'_, 'a>,
        schema: &'a Object,
        it: &'a Member,
    ) {
        match &*it.key.text {
            "items" => {
                // JSON Schema 2020-12, core, 10.3.1.2: those behind the ones that `prefixItems` has.
                let prefix = schema.get("prefixItems").and_then(Node::as_array);
                for item in items.iter().skip(prefix.map_or(0, <[Node]>::len)) {
                    self.item(item, &it.value);
                }
            }
            "prefixItems" => {
                let schemas = it.value.as_array().unwrap_or_default();
                for (item, schema) in items.iter().zip(schemas) {
                    self.item(item, schema);
                }
            }
            "minItems" | "maxItems" => self.size(items.len(), "items", value, at, it),
            "uniqueItems" if matches!(it.value.value, Value::Bool(true)) => self.unique(items, it),
            "contains" => self.contains(items, value, at, schema, it),
            _ => {}
        }
    }

    fn item(&mut self, item: &Node, schema: &'a Node) {
        let at = Spot {
            name: None,
            subject: Subject::Item,
            whole: schema,
        };
        self.schema(item, at, schema);
    }

    fn unique(&mut self, items: &[Node], it: &'a Member) {
        if items.len() > COMPARED {
            self.is_unknown = true;
            return;
        }
        self.spend(items.len() * items.len() / 16);
        let is_twice = |at: &usize| items[..*at].iter().any(|it| is_same(it, &items[*at]));
        if let Some(twice) = (0..items.len()).find(is_twice) {
            self.fault(items[twice].span, it.key.span, || {
                let message = "this item is there twice, and `uniqueItems` is `true`";
                (message.into(), "remove it".into())
            });
        }
    }

    fn contains(
        &mut self,
        items: &[Node],
        value: &Node,
        at: Spot<'_, 'a>,
        schema: &'a Object,
        it: &'a Member,
    ) {
        if schema.get("minContains").and_then(count) == Some(0) {
            return;
        }
        for item in items {
            if self.holds(|this| this.item(item, &it.value)) != Some(false) {
                return;
            }
        }
        self.fault(at.small(value), it.key.span, || {
            let message = format!("{} has no item as `contains` asks", at.subject);
            (message, "add one".into())
        });
    }
}
