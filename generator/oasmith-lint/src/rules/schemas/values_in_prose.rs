//! `OAS283` values-in-prose

use crate::types;
use crate::rules::prelude::*;

declare_rule! {
    /// A description lists values that the schema does not.
    ///
    /// ## Why
    /// A reader learns what may be sent, and no tool does: not the editor, the generated type, or the check in front of the
    /// server. `enum` says it to all of them.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Kind: { type: string, description: "One of `cat`, `dog` or `bird`." } } }
    /// #                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Kind: { type: string, description: "One of `cat` or `dog`.", enum: [cat, dog] }, Text: { type: string, description: "Wraps `this` in `that`." } } }
    /// ```
    pub VALUES_IN_PROSE = "OAS283" "values-in-prose" {
        group: Schemas, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Schemas(&["description"], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(node) = at.get("description") else {
        return;
    };
    let is_text = types::declared(at.node()).contains(&"string");
    let is_told = ["enum", "const", "pattern", "format", "anyOf", "oneOf", "allOf", "examples", "x-extensible-enum"];
    if !is_text || is_told.iter().any(|it| at.get(it).is_some()) {
        return;
    }
    let values = node.as_str().map(listed).unwrap_or_default();
    if values.len() > 1 {
        let mut shown: Vec<String> = values.iter().take(SHOWN).map(|it| format!("`{it}`")).collect();
        if values.len() > SHOWN {
            shown.push("…".into());
        }
        let message = format!("the values {} stand in the description only", shown.join(", "));
        cx.report(node.span, message).help("add them as `enum`");
    }
}

/// So many are named in the message.
const SHOWN: usize = 4;

/// What comes before a list of all values.
const LEADS: [&str; 8] = [
    "one of",
    "possible values are",
    "possible values:",
    "allowed values are",
    "allowed values:",
    "valid values are",
    "valid values:",
    "must be either",
];

/// The words in quotes behind such a phrase, with nothing but commas between them.
fn listed(text: &str) -> Vec<&str> {
    let lower = text.to_ascii_lowercase();
    let lead = LEADS.iter().find_map(|it| Some(lower.find(it)? + it.len()));
    // What is said of "exactly one of" is said of members, and not of values.
    let lead = lead.filter(|it| !lower[..*it].ends_with("exactly one of"));
    let Some(mut rest) = lead.and_then(|it| text.get(it..)) else {
        return Vec::new();
    };
    rest = rest.trim_start_matches([':', ' ', '\n']);
    let mut values = Vec::new();
    loop {
        let Some(quote) = rest.chars().next().filter(|it| matches!(it, '`' | '"' | '\'')) else {
            return values;
        };
        let Some((value, after)) = rest[1..].split_once(quote) else {
            return values;
        };
        let is_word = |it: char| it.is_ascii_alphanumeric() || "_-.:/".contains(it);
        if value.is_empty() || value.len() > 40 || !value.chars().all(is_word) {
            return Vec::new();
        }
        values.push(value);
        let after = after.trim_start_matches(' ');
        let after = after.strip_prefix(',').unwrap_or(after).trim_start();
        let joins = ["or ", "and ", "| ", "/ "];
        rest = joins.iter().find_map(|it| after.strip_prefix(it)).unwrap_or(after);
    }
}
