//! Parts that are no documents by themselves: `paths` or `components` in a file of their own.
//!
//! In: the parts. Out: the same, each fragment with the version, the servers and the security of the first document, as
//! if its text stood there.
//! A part with a member that no document has is left as it is, and is told to be none.

use crate::node::{Key, Member, Node};

const MEMBERS: [&str; 9] = [
    "info",
    "jsonSchemaDialect",
    "servers",
    "paths",
    "webhooks",
    "components",
    "security",
    "tags",
    "externalDocs",
];

/// What a fragment says by saying nothing.
const INHERITED: [&str; 3] = ["openapi", "servers", "security"];

pub(super) fn complete(parts: &mut [Node]) {
    let document = parts.iter().find(|it| it.get("openapi").is_some());
    let Some(document) = document.and_then(Node::as_object) else {
        return;
    };
    let inherited = INHERITED.iter().filter_map(|it| document.member(it));
    let inherited: Vec<Member> = inherited.cloned().collect();
    for part in parts.iter_mut().filter(|it| is_fragment(it)) {
        let span = part.span;
        let Some(root) = part.as_object_mut() else {
            continue;
        };
        for it in &inherited {
            let is_version = &*it.key.text == "openapi";
            if root.get(&it.key.text).is_none() {
                let key = Key::new(&it.key.text, span.start());
                let at = if is_version { 0 } else { root.len() };
                root.members.insert(
                    at,
                    Member {
                        key,
                        value: it.value.clone(),
                    },
                );
            }
        }
    }
}

fn is_fragment(part: &Node) -> bool {
    let Some(root) = part.as_object() else {
        return false;
    };
    let known = |key: &str| MEMBERS.contains(&key) || key.starts_with("x-");
    let mut keys = root.iter().map(|it| &*it.key.text);
    !root.is_empty() && keys.all(known)
}
