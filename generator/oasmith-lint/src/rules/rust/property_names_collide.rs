//! `OAS352` property-names-collide

use heck::ToSnakeCase;
use oasmith_spec::node::Key;
use std::collections::HashMap;
use crate::rules::prelude::*;

declare_rule! {
    /// Two properties have names that are one in Rust.
    ///
    /// ## Why
    /// Fields are written in snake case, so `userId` and `user_id` are the same word. oasmith tells them apart by a
    /// suffix, which says nothing to a reader.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { type: object, properties: { ownerId: {}, owner_id: {} } } } }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, properties: { ownerId: {}, id: {} } } } }
    /// ```
    pub PROPERTY_NAMES_COLLIDE = "OAS352" "property-names-collide" {
        group: Rust, severity: Info, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Schema], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let mut seen: HashMap<String, &Key> = HashMap::new();
    let properties = at.get("properties").and_then(Node::as_object);
    for member in properties.into_iter().flat_map(|it| it.iter()) {
        let name = &*member.key.text;
        match seen.get(&name.to_snake_case()) {
            Some(first) => {
                let message = format!("`{name}` and `{}` are one name in Rust", first.text);
                cx.report(member.key.span, message)
                    .also(first.span, "the other one")
                    .help("rename one of them; oasmith adds a suffix to the second");
            }
            None => {
                seen.insert(name.to_snake_case(), &member.key);
            }
        }
    }
}
