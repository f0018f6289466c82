//! `OAS323` property-case-mixed

use heck::{ToLowerCamelCase, ToSnakeCase};
use std::collections::HashSet;
use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;

declare_rule! {
    /// A property is written in another case than most of its document.
    ///
    /// ## Why
    /// Callers have to remember which is which.
    /// ## Options
    /// `case`: `snake_case` or `camelCase`, or `most` for that of most properties, which it is by itself.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Cat: { properties: { first_name: {}, last_name: {}, birth_day: {}, homeTown: {} } } } }
    /// #                                                                                           ^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Cat: { properties: { first_name: {}, last_name: {}, birth_day: {}, age: {} } } } }
    /// ```
    pub PROPERTY_CASE_MIXED = "OAS323" "property-case-mixed" {
        group: Naming, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Document(check),
        options: OPTIONS,
    }
}

const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "case",
    takes: Takes::Choice(&["most", "snake_case", "camelCase"]),
}];

fn check(doc: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    let mut named = Vec::new();
    for schema in doc.all(Kind::Schema) {
        let properties = schema.get("properties").and_then(Node::as_object);
        let keys = properties.into_iter().flat_map(|it| it.iter()).map(|it| &it.key);
        named.extend(keys.filter_map(|key| Some((key, case(&key.text)?))));
    }
    let count = |case| named.iter().filter(|it| it.1 == case).count();
    let (snake, camel) = (count(Case::Snake), count(Case::Camel));
    // Where neither is the rule, none is the exception.
    let (usual, whose) = match cx.choice("case") {
        "snake_case" => (Case::Snake, "is not in snake case"),
        "camelCase" => (Case::Camel, "is not in camel case"),
        _ if snake >= 3 * camel => (Case::Snake, "is written in another case than most"),
        _ if camel >= 3 * snake => (Case::Camel, "is written in another case than most"),
        _ => return,
    };
    let mut told = HashSet::new();
    for (key, case) in named {
        if case != usual && told.insert(&*key.text) {
            let name = &key.text;
            let better = match usual {
                Case::Snake => name.to_snake_case(),
                Case::Camel => name.to_lower_camel_case(),
            };
            cx.report(key.span, format!("the property `{name}` {whose}"))
                .help(format!("write `{better}`"));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Snake,
    Camel,
}

/// `None`: one word, which is both, or neither.
fn case(name: &str) -> Option<Case> {
    let has_upper = name.chars().any(|it| it.is_ascii_uppercase());
    let is_lower_first = name.starts_with(|it: char| it.is_ascii_lowercase());
    match (name.contains('_'), has_upper) {
        (true, false) => Some(Case::Snake),
        (false, true) if is_lower_first => Some(Case::Camel),
        _ => None,
    }
}
