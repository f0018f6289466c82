//! `OAS339` tag-repeated

use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;

declare_rule! {
    /// A tag is declared twice.
    ///
    /// ## Why
    /// Each name must be unique (OAS 3.1, OpenAPI Object); a reader sees one description of both.
    /// ## Options
    /// `ignore-case`: whether `Pets` and `pets` are one tag; no by itself.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// tags: [{ name: pets }, { name: pets }]
    /// #                              ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: {}
    /// tags: [{ name: pets }, { name: people }]
    /// ```
    pub TAG_REPEATED = "OAS339" "tag-repeated" {
        group: Documentation, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Document(check),
        options: OPTIONS,
    }
}

const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "ignore-case",
    takes: Takes::Flag(false),
}];

fn check(doc: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    let ignores_case = cx.is_on("ignore-case");
    let mut seen: HashMap<Cow<'_, str>, &Node> = HashMap::new();
    for tag in doc.all(Kind::Tag) {
        let Some(node) = tag.get("name") else { continue };
        let name = node.as_str().unwrap_or_default();
        let key = match ignores_case {
            true => Cow::Owned(name.to_ascii_lowercase()),
            false => Cow::Borrowed(name),
        };
        match seen.get(&key) {
            Some(first) => {
                cx.report(node.span, format!("the tag `{name}` is declared twice"))
                    .also(first.span, "the first")
                    .help("remove one of them");
            }
            None => {
                seen.insert(key, node);
            }
        }
    }
}
