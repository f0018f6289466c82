//! Schemas of which one has to hold, or none, or one that depends on another.

use super::{Checker, Spot};
use crate::types;
use oasmith_spec::Node;
use oasmith_spec::node::{Member, Object};

impl<'a> Checker<'_, 'a> {
    /// `anyOf`, and `oneOf`.
    pub(super) fn alternatives(
        &mut self,
        value: &Node,
        at: Spot<'_, 'a>,
        schema: &'a Object,
        it: &'a Member,
    ) {
        let list = it.value.as_array().unwrap_or_default();
        if list.is_empty() {
            return;
        }
        for part in list {
            // The parts of an alternative are declared by it.
            if self.holds(|this| this.schema(value, at, part)) != Some(false) {
                return;
            }
        }
        if self.is_trying {
            self.is_broken = true;
            return;
        }
        // What is wrong with the alternative that was meant says more than that none fits.
        match self.meant(value, schema, list) {
            Some(part) => self.schema(value, at, part),
            None => self.fault(at.small(value), it.key.span, || {
                let message = format!(
                    "{} fits none of the {} alternatives",
                    at.subject,
                    list.len()
                );
                (message, "correct the value, or add an alternative".into())
            }),
        }
    }

    /// The alternative that the discriminator names, or the only one that is of the value's type.
    fn meant(&self, value: &Node, schema: &'a Object, list: &'a [Node]) -> Option<&'a Node> {
        if let Some(named) = self.discriminated(value, schema, list) {
            return Some(named);
        }
        let is_of_type = |part: &&'a Node| {
            let target = self.doc.follow(part);
            let types = target.and_then(|it| it.get("type")).map(types::named);
            types.is_none_or(|it| it.is_empty() || it.iter().any(|it| types::is_of(value, it)))
        };
        let mut candidates = list.iter().filter(is_of_type);
        let first = candidates.next()?;
        candidates.next().is_none().then_some(first)
    }

    /// OAS 3.1, Discriminator Object: the value is the name of a component, unless `mapping` has it.
    fn discriminated(
        &self,
        value: &Node,
        schema: &'a Object,
        list: &'a [Node],
    ) -> Option<&'a Node> {
        let discriminator = schema.get("discriminator")?;
        let property = discriminator.get("propertyName")?.as_str()?;
        let tag = value.get(property)?.as_str()?;
        let mapped = discriminator
            .get("mapping")
            .and_then(|it| it.get(tag)?.as_str());
        let name = mapped.unwrap_or(tag);
        let name = name.rsplit('/').next().unwrap_or(name);
        list.iter().find(|it| {
            let reference = it.get("$ref").and_then(Node::as_str);
            reference.is_some_and(|it| it.rsplit('/').next() == Some(name))
        })
    }

    pub(super) fn not(&mut self, value: &Node, at: Spot<'_, 'a>, it: &'a Member) {
        if self.holds(|this| this.schema(value, at, &it.value)) == Some(true) {
            self.fault(at.small(value), it.key.span, || {
                let message = format!("{} is what `not` excludes", at.subject);
                (message, "correct the value, or the schema".into())
            });
        }
    }

    pub(super) fn condition(
        &mut self,
        value: &Node,
        at: Spot<'_, 'a>,
        schema: &'a Object,
        it: &'a Member,
    ) {
        let branch = match self.holds(|this| this.schema(value, at, &it.value)) {
            Some(true) => "then",
            Some(false) => "else",
            None => return,
        };
        if let Some(branch) = schema.get(branch) {
            self.schema(value, at, branch);
        }
    }
}
