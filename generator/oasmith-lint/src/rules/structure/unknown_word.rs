//! `OAS204` unknown-word

use crate::grammar::Shape;
use oasmith_source::suggest;
use crate::rules::prelude::*;

declare_rule! {
    /// A field that takes one of a few words has another.
    ///
    /// ## Why
    /// `in`, `style`, and the types of schemas and security schemes are decisions that a tool takes by the word.
    /// With one that it does not know, it cannot tell what is meant.
    /// ## Fires
    /// ```yaml fires
    /// components: { schemas: { Age: { type: int } } }
    /// #                                     ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { schemas: { Age: { type: integer } } }
    /// ```
    pub UNKNOWN_WORD = "OAS204" "unknown-word" {
        group: Structure, severity: Error, preset: Minimal, since: "0.1.0",
        check: Check::Every(check),
    }
}

const TYPES: &[&str] = &["null", "boolean", "object", "array", "number", "integer", "string"];
/// OAS 3.0 has no `null`.
const TYPES_30: &[&str] = &["boolean", "object", "array", "number", "integer", "string"];

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let version = cx.doc.version;
    let members = at.object().into_iter().flat_map(|it| it.iter());
    for member in members {
        let Some(field) = at.kind().field(&member.key.text, version) else {
            continue;
        };
        let words = match field.shape {
            Shape::Word(words) => words,
            Shape::Type if version == crate::Version::V30 => TYPES_30,
            Shape::Type => TYPES,
            _ => continue,
        };
        let given = match &member.value.value {
            Value::Array(several) => several.as_slice(),
            _ => std::slice::from_ref(&member.value),
        };
        for node in given {
            let Some(word) = node.as_str().filter(|it| !words.contains(it)) else {
                continue;
            };
            let finding = cx.report(node.span, format!("`{word}` is no `{}`", field.name));
            match suggest::nearest(word, words.iter().copied()).or(meant(word)) {
                Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
                None => finding.help(format!("it has to be one of `{}`", words.join("`, `"))),
            };
        }
    }
}

/// Words of programming languages.
fn meant(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "int" | "int32" | "int64" | "long" | "short" | "byte" => "integer",
        "float" | "double" | "decimal" => "number",
        "bool" => "boolean",
        "str" | "text" | "date" | "datetime" | "date-time" | "guid" | "uuid" | "file" => "string",
        "list" => "array",
        "dict" | "map" | "hash" => "object",
        _ => return None,
    })
}
