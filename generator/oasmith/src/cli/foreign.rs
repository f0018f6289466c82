//! Reads a 3.0 document with `openapiv3`, as tools that know only 3.0 do.
//!
//! In: the document, and what it was before it was converted. Out: what that crate cannot read, each with its place.
//! What stood there before, and is refused all the same, is a warning: the crate has gaps (a callback that is a
//! reference, a bound of an integer that is written `1.0`). What the conversion wrote has to be readable.
//!
//! The crate says neither where a fault is nor, for nested schemas, what it is, and takes time by the power of the depth
//! to say it. So each part is read by itself, with stubs in place of the parts in it, the innermost first.

use std::collections::HashMap;

use oasmith::codes;
use oasmith_source::{Diagnostic, Diagnostics, Span};
use oasmith_spec::node::{Node, Object, Value};
use oasmith_spec::parts::{self, Part};
use oasmith_spec::write;
use openapiv3::{Callback, OpenAPI, Operation, PathItem, ReferenceOr};
use serde::de::DeserializeOwned;

/// How much stack the crate may use: it recurses with large frames, as deeply as `serde_json` lets it.
const STACK: usize = 256 << 20;

/// What is wrong, or the fault that forbids to write the document.
pub fn check(document: &Node, original: &Node) -> (Result<(), Box<Diagnostic>>, Diagnostics) {
    let mut cx = Cx {
        refused: Vec::new(),
    };
    cx.read(&mut document.clone(), Part::Document);
    if cx.refused.is_empty() {
        return (Ok(()), whole(document));
    }
    let before = before(original);
    let mut said = Diagnostics::default();
    let mut fine = Ok(());
    for refused in cx.refused {
        let was_so = before.get(&refused.node.span);
        let ours = !was_so.is_some_and(|was| was.iter().any(|it| same(it, &refused)));
        said.push(refused.diagnostic(ours));
        if ours {
            fine = Err(Box::new(unreadable()));
        }
    }
    (fine, said)
}

struct Cx {
    refused: Vec<Refused>,
}

/// A part that the crate does not read, with stubs in place of the parts in it.
struct Refused {
    part: Part,
    node: Node,
    why: String,
}

impl Refused {
    fn diagnostic(&self, ours: bool) -> Diagnostic {
        let message = format!("`openapiv3` does not read this: {}", self.why);
        let at = self.node.span;
        if ours {
            return Diagnostic::error(&codes::CONVERTED_UNREADABLE, message).at(at);
        }
        let help = "it stood so in the source, and is written all the same";
        Diagnostic::warning(&codes::FOREIGN_READER, message)
            .at(at)
            .help(help)
    }
}

impl Cx {
    /// Reads the parts in a part, and puts stubs in their place; then the part.
    fn read(&mut self, node: &mut Node, part: Part) {
        for (part, _, child) in parts::children_mut(node, part) {
            // `additionalProperties` may be a boolean.
            if matches!(child.value, Value::Bool(_)) {
                continue;
            }
            self.read(child, part);
            *child = stub(part, child.span);
        }
        if let Err(error) = parsed(part, &write::json_compact(node)) {
            let why = error.to_string();
            // The place in the text of a part says nothing.
            let why = why.split(" at line ").next().unwrap_or(&why).to_owned();
            let node = node.clone();
            self.refused.push(Refused { part, node, why });
        }
    }
}

fn parsed(part: Part, text: &str) -> Result<(), serde_json::Error> {
    match part {
        Part::Document => read::<OpenAPI>(text),
        Part::Info => read::<openapiv3::Info>(text),
        Part::Server => read::<openapiv3::Server>(text),
        Part::Tag => read::<openapiv3::Tag>(text),
        Part::PathItem => read::<ReferenceOr<PathItem>>(text),
        Part::Operation => read::<Operation>(text),
        Part::Parameter => read::<ReferenceOr<openapiv3::Parameter>>(text),
        Part::RequestBody => read::<ReferenceOr<openapiv3::RequestBody>>(text),
        Part::Response => read::<ReferenceOr<openapiv3::Response>>(text),
        Part::Header => read::<ReferenceOr<openapiv3::Header>>(text),
        Part::MediaType => read::<openapiv3::MediaType>(text),
        Part::Encoding => read::<openapiv3::Encoding>(text),
        Part::Example => read::<ReferenceOr<openapiv3::Example>>(text),
        Part::Link => read::<ReferenceOr<openapiv3::Link>>(text),
        Part::Callback => read::<Callback>(text),
        Part::Components => read::<openapiv3::Components>(text),
        Part::SecurityScheme => read::<ReferenceOr<openapiv3::SecurityScheme>>(text),
        Part::SecurityRequirement => read::<openapiv3::SecurityRequirement>(text),
        Part::Schema => read::<ReferenceOr<openapiv3::Schema>>(text),
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<T>(text).map(drop)
}

/// The least that is read as a part.
fn stub(part: Part, span: Span) -> Node {
    let text = |key: &str| (key.to_owned(), Node::string("", span));
    let members = match part {
        Part::Info => vec![text("title"), text("version")],
        Part::Server => vec![text("url")],
        Part::Tag => vec![text("name")],
        Part::Operation => vec![(
            "responses".to_owned(),
            Node::object(Object::default(), span),
        )],
        Part::Document
        | Part::PathItem
        | Part::MediaType
        | Part::Encoding
        | Part::Callback
        | Part::Components
        | Part::SecurityRequirement
        | Part::Schema => Vec::new(),
        Part::Parameter
        | Part::RequestBody
        | Part::Response
        | Part::Header
        | Part::Example
        | Part::Link
        | Part::SecurityScheme => vec![text("$ref")],
    };
    let mut object = Object::default();
    for (key, value) in members {
        object.push(oasmith_spec::node::Key::new(&key, span), value);
    }
    Node::object(object, span)
}

/// All parts of a document by their place. Only looked up.
fn before(document: &Node) -> HashMap<Span, Vec<&Node>> {
    let mut found: HashMap<Span, Vec<&Node>> = HashMap::new();
    let mut open = vec![(document, Part::Document)];
    while let Some((node, part)) = open.pop() {
        found.entry(node.span).or_default().push(node);
        let children = parts::children(node, part).into_iter();
        open.extend(children.map(|it| (it.node, it.part)));
    }
    found
}

/// Whether a part says the same as it did, the parts in it apart.
fn same(before: &Node, refused: &Refused) -> bool {
    let (Some(old), Some(new)) = (before.as_object(), refused.node.as_object()) else {
        return before.same(&refused.node);
    };
    old.len() == new.len()
        && new.iter().all(|it| {
            let holds = parts::holds_parts(refused.part, &it.key.text);
            old.get(&it.key.text)
                .is_some_and(|old| holds || old.same(&it.value))
        })
}

/// The whole text, as another tool would read it. Where each part is fine, it can only be nested too deeply.
fn whole(document: &Node) -> Diagnostics {
    let text = write::json_compact(document);
    let reader = std::thread::Builder::new().stack_size(STACK);
    let read = reader.spawn(move || read::<OpenAPI>(&text).map_err(|it| it.to_string()));
    let why = match read.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => return Diagnostics::default(),
        Ok(Ok(Err(why))) => why,
        _ => "no answer".to_owned(),
    };
    let message = format!("`openapiv3` does not read the document as a whole: {why}");
    Diagnostic::warning(&codes::FOREIGN_READER, message).into()
}

fn unreadable() -> Diagnostic {
    let message = "`openapiv3` cannot read the converted document, so nothing is written";
    Diagnostic::error(&codes::CONVERTED_UNREADABLE, message)
        .help("merge without `--as`, and report this as a bug of oasmith")
}

#[cfg(test)]
mod tests {
    use super::*;
    use oasmith_source::{SourceMap, render};
    use oasmith_spec::extract::Format;

    const DOCUMENT: &str = "\
openapi: 3.0.4
info: {title: t, version: '1'}
paths:
  /a: {get: {responses: {'200': {description: ok, content: {a/b: {schema: {items: {type: [string]}}}}}}}}
";

    /// What is said of a document that was `before`.
    fn check_against(before: &str) -> (bool, String) {
        let mut sources = SourceMap::default();
        let [original, document] = [before, DOCUMENT].map(|text| {
            // Equal places are what parts are paired by.
            let file = sources.add("a.yaml", text);
            let all = Span::new(file, 0, text.len());
            let (node, _) = oasmith_spec::parse::parse_at(&sources, all, Format::Yaml);
            node.expect("a tree")
        });
        let original = if before == DOCUMENT {
            &document
        } else {
            &original
        };
        let (fine, said) = check(&document, original);
        let said = said.iter().map(|it| render::concise(it, &sources));
        (fine.is_ok(), said.collect())
    }

    #[test]
    fn what_stood_in_the_source_is_a_warning_and_what_was_written_is_an_error() {
        let (fine, said) = check_against(DOCUMENT);
        assert!(fine);
        insta::assert_snapshot!(said, @"a.yaml:4:83: warning[OAS156]: `openapiv3` does not read this: invalid type: sequence, expected a string");
        let (fine, said) = check_against("openapi: 3.1.0");
        assert!(!fine);
        insta::assert_snapshot!(said, @"a.yaml:4:83: error[OAS155]: `openapiv3` does not read this: invalid type: sequence, expected a string");
    }
}
