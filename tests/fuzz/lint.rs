//! What is a tree is judged by every rule, and every place can be shown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oasmith_lint::{Preset, Settings, judge};
use oasmith_source::{SourceMap, Span, render};
use oasmith_spec::extract::Format;
use oasmith_spec::parse::parse_at;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut sources = SourceMap::default();
    let file = sources.add("a.yaml", text.as_ref());
    let (root, _) = parse_at(&sources, Span::new(file, 0, text.len()), Format::Yaml);
    let Some(root) = root else { return };
    let settings = Settings {
        preset: Preset::Strict,
        ..Settings::default()
    };
    for finding in judge(&root, &sources, &settings).findings {
        render::pretty(&finding.diagnostic(), &sources, render::Style::Plain);
    }
});
