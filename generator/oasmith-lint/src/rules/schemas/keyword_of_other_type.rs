//! `OAS265` keyword-of-other-type

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A keyword stands beside a type that it says nothing about.
    ///
    /// ## Why
    /// A keyword for one type passes over values of the others (JSON Schema 2020-12, core, 7.6.1), so this one has no
    /// effect: `minLength` counts characters and never bounds a number.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Age: { type: integer, minLength: 1 } } }
    /// #                                              ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Age: { type: integer, minimum: 1 }, Name: { type: [string, "null"], minLength: 1 } } }
    /// ```
    pub KEYWORD_OF_OTHER_TYPE = "OAS265" "keyword-of-other-type" {
        group: Schemas, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Schemas(KEYWORDS, check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(declared) = at.get("type") else {
        return;
    };
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let keyword = &*member.key.text;
        let Some(of) = of(keyword) else { continue };
        let is_of = |it: &&str| types::names(declared, it);
        if !of.iter().any(is_of) {
            let types = types::named(declared);
            if types.is_empty() {
                return;
            }
            let message = format!("`{keyword}` says nothing about {}", types::shown(&types));
            cx.report(member.key.span, message)
                .help("remove it, or correct the type");
        }
    }
}

/// Those of [`of`].
const KEYWORDS: &[&str] = &[
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "items",
    "prefixItems",
    "minItems",
    "maxItems",
    "uniqueItems",
    "contains",
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "minProperties",
    "maxProperties",
    "propertyNames",
];

/// The types that a keyword is about.
fn of(keyword: &str) -> Option<&'static [&'static str]> {
    Some(match keyword {
        "minLength" | "maxLength" | "pattern" => &["string"],
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => &["integer", "number"],
        "items" | "prefixItems" | "minItems" | "maxItems" | "uniqueItems" | "contains" => &["array"],
        "properties" | "required" | "additionalProperties" | "patternProperties" | "minProperties"
        | "maxProperties" | "propertyNames" => &["object"],
        _ => return None,
    })
}
