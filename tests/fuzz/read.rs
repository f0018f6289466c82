//! What is a tree is read as a document, and its references are resolved.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oasmith_source::{SourceMap, Span, render};
use oasmith_spec::extract::Format;
use oasmith_spec::parse::parse_at;
use oasmith_spec::{read, resolve};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut sources = SourceMap::default();
    let file = sources.add("a.yaml", text.as_ref());
    let (root, _) = parse_at(&sources, Span::new(file, 0, text.len()), Format::Yaml);
    let Some(root) = root else { return };
    let (document, mut faults) = read::read(&root);
    if let Some(document) = document {
        faults.extend(resolve::resolve(document, &root, &sources).1);
    }
    for fault in &faults {
        render::concise(fault, &sources);
    }
});
