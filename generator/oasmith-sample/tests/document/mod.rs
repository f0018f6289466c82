//! Documents of tests.

use oasmith_source::SourceMap;
use oasmith_spec::model::Document;
use oasmith_spec::{Valid, extract, parse, read, resolve};

/// A document with `rest` after its head.
pub fn valid(rest: &str) -> Valid<Document> {
    let text = format!("openapi: 3.1.0\ninfo: {{ title: Pets, version: '1' }}\n{rest}");
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", text);
    let (fragments, _) = extract::extract(&sources, file);
    let (root, _) = parse::parse(&sources, &fragments[0]);
    let root = root.unwrap_or_else(|| panic!("not YAML: {rest}"));
    let (document, _) = read::read(&root);
    let document = document.unwrap_or_else(|| panic!("no document: {rest}"));
    let (valid, _) = resolve::resolve(document, &root, &sources);
    valid.unwrap_or_else(|| panic!("not valid: {rest}"))
}
