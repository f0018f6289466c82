//! The prose of a document, gathered for what it is about.

use crate::ir::{Docs, Type};
use indexmap::IndexSet;
use oasmith_spec::model::{ExternalDocs, Link, Schema, SchemaObject};
use oasmith_spec::node::{Node, Value};
use oasmith_spec::write::json_compact;
use oasmith_spec::{Document, Valid};

pub fn text(summary: Option<&String>, description: Option<&String>) -> Docs {
    let present = |it: Option<&String>| {
        it.map(|it| it.trim())
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
    };
    let (summary, description) = (present(summary), present(description));
    // Many documents repeat the one in the other.
    let description = description.filter(|it| {
        summary
            .as_ref()
            .is_none_or(|summary| !same_prose(it, summary))
    });
    Docs {
        summary,
        description,
        deprecated: false,
    }
}

/// What else there is to read, behind what is said.
pub fn with_more(mut docs: Docs, more: Option<&ExternalDocs>) -> Docs {
    let Some(more) = more else {
        return docs;
    };
    let what = more.description.as_deref().unwrap_or_default().trim();
    let see = match what.trim_end_matches(['.', ':']) {
        "" => format!("See <{}>", more.url.trim()),
        what => format!("{what}: <{}>", more.url.trim()),
    };
    docs.description = Some(match docs.description {
        Some(said) => format!("{said}\n\n{see}"),
        None => see,
    });
    docs
}

/// How many links are shown of one operation.
const MOST_LINKS: usize = 16;
/// How much of each of its texts.
const LONGEST_LINK: usize = 120;

/// What may be called with the answers, behind what is said, or else behind the `request`.
pub fn with_links<'d>(
    mut docs: Docs,
    request: &str,
    links: impl Iterator<Item = &'d Link>,
) -> Docs {
    let lines: IndexSet<String> = links.map(link).collect();
    if lines.is_empty() {
        return docs;
    }
    let lines: Vec<String> = lines.into_iter().take(MOST_LINKS).collect();
    let leads = lines.join("\n");
    docs.description = Some(match (docs.description, &docs.summary) {
        (Some(said), _) => format!("{said}\n\n{leads}"),
        (None, Some(_)) => leads,
        (None, None) => format!("{}\n\n{leads}", code(request)),
    });
    docs
}

/// ``- leads to `getPet`, where `id` is `$response.body#/id` ``
fn link(it: &Link) -> String {
    let parameters = it.parameters.iter().map(|(name, value)| {
        let (name, value) = (code(name), code(value));
        format!("{name} is {value}")
    });
    let parameters: Vec<String> = parameters.collect();
    let operation = code(&it.operation);
    match parameters.is_empty() {
        true => format!("- leads to {operation}"),
        false => format!("- leads to {operation}, where {}", parameters.join(" and ")),
    }
}

/// A text of the document as code, on one line.
fn code(text: &str) -> String {
    let is_code = |it: &char| *it != '`' && !it.is_control();
    let text: String = text.chars().filter(is_code).take(LONGEST_LINK).collect();
    format!("`{}`", text.trim())
}

/// How long an example may be that is shown in a sentence.
const LONGEST_EXAMPLE: usize = 60;

/// A value that a place may have, behind what is said of it. What a type names itself needs none.
pub fn with_example(mut docs: Docs, example: Option<&Node>, ty: &Type) -> Docs {
    let is_plain = !matches!(ty, Type::Named(_) | Type::Bool | Type::Raw);
    let Some(shown) = example.filter(|_| is_plain).and_then(shown) else {
        return docs;
    };
    let example = format!("For example `{shown}`.");
    docs.description = Some(match docs.description {
        Some(said) if said.contains(shown.as_str()) => said,
        Some(said) if said.ends_with('.') => format!("{said} {example}"),
        Some(said) => format!("{said}\n\n{example}"),
        None => example,
    });
    docs
}

fn shown(it: &Node) -> Option<String> {
    let is_plain = |it: &Node| matches!(it.value, Value::String(_) | Value::Number(_));
    let text = match &it.value {
        Value::String(text) | Value::Number(text) => text.to_string(),
        Value::Array(items) if items.iter().all(is_plain) => json_compact(it),
        _ => return None,
    };
    let is_short = !text.trim().is_empty() && text.chars().count() <= LONGEST_EXAMPLE;
    let is_code = |it: char| it != '`' && !it.is_control();
    (is_short && text.chars().all(is_code)).then_some(text)
}

fn same_prose(a: &str, b: &str) -> bool {
    let plain = |it: &str| it.trim_end_matches('.').to_lowercase();
    plain(a) == plain(b)
}

/// What a schema says of the type it becomes.
pub fn of_schema(it: &SchemaObject) -> Docs {
    let said = text(it.title.as_ref(), it.description.as_ref());
    Docs {
        deprecated: it.deprecated,
        ..with_more(said, it.external_docs.as_deref())
    }
}

/// What is said at a place. A type with a name tells its own story; any other takes that of what is referred to, or of
/// what there is beside `null`.
pub fn of_place(schema: &Schema, ty: &Type, document: &Valid<Document>) -> Docs {
    let Some(it) = schema.as_object() else {
        return Docs::default();
    };
    let own = Docs {
        deprecated: it.deprecated,
        ..with_more(
            text(None, it.description.as_ref()),
            it.external_docs.as_deref(),
        )
    };
    if own.description.is_some() || matches!(ty, Type::Named(_)) {
        return own;
    }
    let flat = super::flatten::flatten_value(it, document);
    let found = flat.map(|it| Docs {
        deprecated: it.deprecated,
        ..text(None, it.description.as_ref())
    });
    found.unwrap_or(own)
}
