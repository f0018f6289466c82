//! Bytes become text as files do, and a page, a document of JSON and one of YAML; every fault can be shown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oasmith_source::{SourceMap, render};
use oasmith_spec::extract::extract;
use oasmith_spec::parse::parse;
use oasmith_spec::write;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for name in ["a.md", "a.json", "a.yaml"] {
        let mut sources = SourceMap::default();
        let file = sources.add(name, text.as_ref());
        let (fragments, mut faults) = extract(&sources, file);
        for fragment in &fragments {
            let (node, more) = parse(&sources, fragment);
            faults.extend(more);
            if let Some(node) = node {
                write::json(&node);
                write::yaml(&node);
            }
        }
        for fault in &faults {
            render::pretty(fault, &sources, render::Style::Plain);
        }
    }
});
