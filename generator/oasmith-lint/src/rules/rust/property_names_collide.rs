//! `OAS352` property-names-collide

use heck::ToSnakeCase;
use oasmith_spec::acronym;
use oasmith_spec::node::Key;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
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
    /// #                                                                        ^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { type: object, properties: { ownerId: {}, id: {} } } } }
    /// ```
    pub PROPERTY_NAMES_COLLIDE = "OAS352" "property-names-collide" {
        group: Rust, severity: Info, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(&["properties"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let properties = at.get("properties").and_then(Node::as_object);
    let Some(properties) = properties.filter(|it| !it.iter().all(|it| is_snake_case(&it.key.text))) else {
        return;
    };
    let mut seen: HashMap<String, &Key> = HashMap::new();
    for member in properties.iter() {
        let name = &*member.key.text;
        match seen.entry(acronym::as_words(name).to_snake_case()) {
            Entry::Occupied(first) => {
                let message = format!("`{name}` and `{}` are one name in Rust", first.get().text);
                cx.report(member.key.span, message)
                    .also(first.get().span, "the other one")
                    .help("rename one of them; oasmith adds a suffix to the second");
            }
            Entry::Vacant(place) => {
                place.insert(&member.key);
            }
        }
    }
}

/// Whether a name is the same in Rust for sure. No two of those collide.
fn is_snake_case(name: &str) -> bool {
    let is_plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_';
    name.bytes().all(is_plain) && !name.starts_with('_') && !name.ends_with('_') && !name.contains("__")
}
