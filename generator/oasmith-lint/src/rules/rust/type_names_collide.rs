//! `OAS351` type-names-collide

use heck::ToUpperCamelCase;
use oasmith_spec::acronym;
use oasmith_spec::node::Key;
use std::collections::HashMap;
use crate::rules::prelude::*;

declare_rule! {
    /// Two components have names that are one in Rust.
    ///
    /// ## Why
    /// Types are written in upper camel case, so `cat-list` and `CatList` are the same word. oasmith tells them apart
    /// by a suffix, and the author should by a name.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { cat-list: { type: object }, CatList: { type: object } } }
    /// #                                                    ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { cat-list: { type: object }, CatPage: { type: object } } }
    /// ```
    pub TYPE_NAMES_COLLIDE = "OAS351" "type-names-collide" {
        group: Rust, severity: Info, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Components], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let mut seen: HashMap<String, &Key> = HashMap::new();
    let schemas = at.get("schemas").and_then(Node::as_object);
    for member in schemas.into_iter().flat_map(|it| it.iter()) {
        let name = &*member.key.text;
        let camel = acronym::as_words(name).to_upper_camel_case();
        match seen.get(&camel) {
            Some(first) => {
                let message = format!("`{name}` and `{}` are one name in Rust", first.text);
                cx.report(member.key.span, message)
                    .also(first.span, "the other one")
                    .help("rename one of them; oasmith adds a suffix to the second");
            }
            None => {
                seen.insert(camel, &member.key);
            }
        }
    }
}
