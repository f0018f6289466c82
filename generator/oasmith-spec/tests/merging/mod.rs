#![allow(dead_code, reason = "each test uses a part of it")]
//! What the tests of merging share: parts in, text out.

use oasmith_source::{Diagnostics, SourceMap, Span, render};
use oasmith_spec::extract::Format;
use oasmith_spec::merge::{Policies, merge};
use oasmith_spec::{Node, parse, write};

/// Parts of the files `a.yaml`, `b.yaml`, ...
pub fn parse_all(parts: &[&str]) -> (SourceMap, Vec<Node>) {
    let names = ["a.yaml", "b.yaml", "c.yaml", "d.yaml"];
    let named: Vec<_> = names.into_iter().zip(parts.iter().copied()).collect();
    parse_named(&named)
}

pub fn parse_named(parts: &[(&str, &str)]) -> (SourceMap, Vec<Node>) {
    let mut sources = SourceMap::default();
    let mut nodes = Vec::new();
    for (name, text) in parts {
        let file = sources.add(*name, *text);
        let all = Span::new(file, 0, text.len());
        let (node, faults) = parse::parse_at(&sources, all, Format::Yaml);
        assert!(faults.is_empty(), "{faults:?}");
        nodes.extend(node);
    }
    (sources, nodes)
}

pub fn said(diagnostics: &Diagnostics, sources: &SourceMap) -> String {
    let lines = diagnostics.iter().map(|it| {
        let mut text = render::concise(it, sources);
        for label in &it.secondary {
            text += &format!("  {}: {}\n", sources.place(label.span), label.text);
        }
        for help in &it.help {
            text += &format!("  help: {help}\n");
        }
        text
    });
    lines.collect()
}

/// The merged document, and what was said.
pub fn check_named(parts: &[(&str, &str)], policies: &Policies) -> String {
    let (sources, nodes) = parse_named(parts);
    let (document, diagnostics) = merge(nodes, policies, &sources);
    let text = document.map_or_else(|| "nothing\n".into(), |it| write::yaml(&it));
    format!("{text}{}", said(&diagnostics, &sources))
}
