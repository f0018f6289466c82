//! An `oasmith.toml` to start with.
//!
//! In: a document. Out: the text of a configuration in which every key is shown with what it does.

use indexmap::IndexMap;
use minijinja::{Environment, Value as Context};
use oasmith_lint::FORMATS;
use oasmith_spec::Node;
use oasmith_spec::node::Value;

use oasmith_source::suggest;

const TEMPLATE: &str = include_str!("../../../templates/oasmith.toml.j2");

/// Members that hold values, not schemas: a `format` in there is data.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// The configuration for a document that was read from these sources.
pub fn scaffold(document: &Node, sources: &[String]) -> String {
    let title = document.get("info").and_then(|it| it.get("title"));
    let name = kebab(title.and_then(Node::as_str).unwrap_or_default());
    let formats = unregistered(document).into_iter().map(|(format, times)| {
        let times = match times {
            1 => "once".to_owned(),
            _ => format!("{times} times"),
        };
        Context::from_pairs([("line", line(format)), ("times", times)])
    });
    let sources: Vec<String> = sources.iter().map(|it| quoted(it)).collect();
    let context = Context::from_pairs([
        ("name", Context::from(quoted(&name))),
        ("output", Context::from(quoted(&name))),
        ("sources", Context::from(sources.join(", "))),
        ("formats", formats.collect()),
    ]);
    let text = Environment::new().render_str(TEMPLATE, context);
    // The engine takes the last line break for its own.
    let text = text.map(|it| it + "\n");
    text.unwrap_or_else(|error| unreachable!("the template asks for what it is given: {error}"))
}

/// As long as a package name is made.
const MAX_NAME: usize = 40;

/// `Swagger Petstore, v2` -> `swagger-petstore-v2`
fn kebab(title: &str) -> String {
    let words: Vec<_> = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let name = words.join("-");
    let mut name = match name.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        Some(_) => format!("api-{name}"),
        None => "api".to_owned(),
    };
    if name.len() > MAX_NAME {
        // The name is ASCII. It ends with a whole word, where there is more than one.
        let end = name[..=MAX_NAME].rfind('-').unwrap_or(MAX_NAME);
        name.truncate(end);
    }
    name
}

/// `date_time = "date-time"`
fn line(format: &str) -> String {
    let meaning = suggest::nearest(format, FORMATS.iter().copied()).unwrap_or("string");
    format!("{} = {}", key(format), quoted(meaning))
}

fn key(text: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !text.is_empty() && text.chars().all(bare) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The formats that no registry knows, in the order of the document, and how often each stands there.
fn unregistered(document: &Node) -> IndexMap<&str, usize> {
    let mut found = IndexMap::new();
    let mut open = vec![document];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Object(object) => {
                if let Some(format) = object.get("format").and_then(Node::as_str)
                    && !FORMATS.contains(&format)
                {
                    *found.entry(format).or_insert(0) += 1;
                }
                let schemas = object.iter().filter(|it| !DATA.contains(&&*it.key.text));
                open.extend(schemas.map(|it| &it.value).rev());
            }
            Value::Array(items) => open.extend(items.iter().rev()),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_package_names_of_whole_words() {
        for (title, name) in [
            ("Swagger Petstore, v2", "swagger-petstore-v2"),
            ("3 cats", "api-3-cats"),
            ("\u{202e}\0", "api"),
            (
                "The one and only interface of all the cats there are",
                "the-one-and-only-interface-of-all-the",
            ),
        ] {
            assert_eq!(kebab(title), name);
        }
        assert_eq!(kebab(&"x".repeat(10_000)), "x".repeat(MAX_NAME));
    }
}
