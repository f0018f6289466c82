//! A document in, components and names out.

#![allow(dead_code, reason = "each test file uses its part")]

use oasmith_source::{SourceMap, Span, render};
use oasmith_spec::extract::Format;
use oasmith_spec::recover::{Ledger, recover};
use oasmith_spec::{Node, parse, write};

/// A document of operations, each as `get /pets/{id} getPet`, the schema it takes and the schema it answers.
pub fn api(operations: &[(&str, &str, &str)]) -> String {
    let mut text = "{openapi: 3.1.0, paths: {".to_owned();
    for (operation, takes, answers) in operations {
        let mut words = operation.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let (method, path, id) = (word(), word(), word());
        let body = |it: &str| format!("content: {{application/json: {{schema: {it}}}}}");
        text += &format!("'{path}': {{{method}: {{operationId: {id}, ");
        if !takes.is_empty() {
            text += &format!("requestBody: {{{}}}, ", body(takes));
        }
        if !answers.is_empty() {
            text += &format!("responses: {{'200': {{{}}}}}", body(answers));
        }
        text += "}}, ";
    }
    text + "}}"
}

pub struct Outcome {
    pub document: Node,
    pub ledger: Ledger,
    pub said: String,
}

pub fn run(document: &str, ledger: &str) -> Outcome {
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", document);
    let all = Span::new(file, 0, document.len());
    let (document, faults) = parse::parse_at(&sources, all, Format::Yaml);
    assert!(faults.is_empty(), "{faults:?}");
    let file = sources.add("names.toml", ledger);
    let (ledger, mut diagnostics) = Ledger::parse(&sources, file);
    let (recovered, more) = recover(document.expect("a document"), &ledger);
    diagnostics.extend(more);
    let said = diagnostics.iter().map(|it| render::concise(it, &sources));
    Outcome {
        document: recovered.document,
        ledger: recovered.ledger,
        said: said.collect(),
    }
}

impl Outcome {
    pub fn schemas(&self) -> String {
        let schemas = self.document.pointer("/components/schemas");
        schemas.map_or_else(String::new, write::yaml)
    }

    /// The names in order of first use, each with its evidence.
    pub fn names(&self) -> String {
        let schemas = self.document.pointer("/components/schemas");
        let schemas = schemas.and_then(Node::as_object);
        let lines = schemas.into_iter().flat_map(|it| it.iter()).map(|it| {
            let entry = self.ledger.get(&it.key.text);
            let evidence = entry.and_then(|it| it.evidence.as_deref());
            format!("{}: {}\n", it.key.text, evidence.unwrap_or("-"))
        });
        lines.collect()
    }

    pub fn ledger(&self) -> String {
        let text = self.ledger.to_toml();
        text.lines()
            .filter(|it| !it.starts_with('#'))
            .map(|it| format!("{it}\n"))
            .collect()
    }
}
