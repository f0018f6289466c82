//! Puts files together that stand in one text.

use std::collections::HashMap;
use std::sync::Arc;

use oasmith_source::render::concise;
use oasmith_source::{Diagnostics, SourceMap, Span};
use oasmith_spec::bundle::{Gather, bundle, is_document};
use oasmith_spec::extract::Format;
use oasmith_spec::merge::NameChoice;
use oasmith_spec::{Node, parse, write};

/// Files, each under a line `==> name`; the first one is the document. Out: what is said, and without an error the document.
pub fn bundled(files: &str, policy: NameChoice) -> String {
    let mut sources = SourceMap::default();
    let mut trees = HashMap::new();
    let mut first = None;
    for file in files.split("==> ").skip(1) {
        let (name, text) = file.split_once('\n').unwrap();
        let text = unindented(text);
        let id = sources.add(name, text.as_str());
        let span = Span::new(id, 0, text.len());
        let tree = match is_document(name) {
            true => parse::parse_at(&sources, span, Format::Yaml).0.unwrap(),
            false => Node::string(&text, span),
        };
        first.get_or_insert(name.to_owned());
        trees.insert(name.to_owned(), tree);
    }
    let first = first.unwrap();
    let mut gather = Gather::new(&first, trees[&first].clone());
    loop {
        let wanted = gather.wanted();
        if wanted.is_empty() {
            break;
        }
        for it in wanted {
            gather.add(&it.name, trees.get(&it.name).cloned().map(Arc::new));
        }
    }
    let (document, said) = bundle(gather, policy);
    let document = document.filter(|_| !said.has_errors());
    shown(&said, &sources) + &document.map_or_else(String::new, |it| write::yaml(&it))
}

fn unindented(text: &str) -> String {
    let lines = text.lines().filter(|it| !it.trim().is_empty());
    let indent = lines.map(|it| it.len() - it.trim_start().len()).min();
    let cut = |line: &str| line.get(indent.unwrap_or(0)..).unwrap_or("").to_owned() + "\n";
    text.lines().map(cut).collect()
}

fn shown(said: &Diagnostics, sources: &SourceMap) -> String {
    let mut text = String::new();
    for it in said {
        text += &concise(it, sources);
        for label in &it.secondary {
            text += &format!("  {}: {}\n", sources.place(label.span), label.text);
        }
        for help in &it.help {
            text += &format!("  help: {help}\n");
        }
    }
    text
}

pub fn check(files: &str) -> String {
    bundled(files, NameChoice::Rename)
}
