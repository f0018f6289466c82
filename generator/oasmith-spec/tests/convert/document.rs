//! Converts small documents, and shows what came out and what was said.
#![allow(dead_code, reason = "each test uses a part of it")]

use oasmith_source::{Diagnostics, SourceMap, Span, render};
use oasmith_spec::extract::Format;
use oasmith_spec::{Node, parse, write};

/// A document of a version, around the text of some of its members.
pub fn parsed(text: &str) -> (SourceMap, Node) {
    let mut sources = SourceMap::default();
    let file = sources.add("a.yaml", text);
    let all = Span::new(file, 0, text.len());
    let (node, faults) = parse::parse_at(&sources, all, Format::Yaml);
    assert!(faults.is_empty(), "{faults:?}");
    (sources, node.expect("a tree"))
}

/// The converted document, and what was said.
pub fn converted(text: &str, convert: fn(Node) -> (Node, Diagnostics)) -> String {
    let (sources, node) = parsed(text);
    let (node, said) = convert(node);
    let said: String = said
        .iter()
        .map(|it| render::concise(it, &sources))
        .collect();
    format!("{}{said}", write::yaml(&node))
}

/// The schemas of a document of `version` after it was converted, and what was said.
pub fn schemas(version: &str, text: &str, convert: fn(Node) -> (Node, Diagnostics)) -> String {
    let text = format!("openapi: {version}\npaths: {{}}\ncomponents: {{schemas: {{\n{text}\n}}}}");
    let (sources, node) = parsed(&text);
    let (node, said) = convert(node);
    let schemas = node.pointer("/components/schemas").expect("schemas");
    let said: String = said
        .iter()
        .map(|it| render::concise(it, &sources))
        .collect();
    format!("{}{said}", write::yaml(schemas))
}
