//! Broken texts give faults, never panics.

use oasmith_source::{SourceMap, render};
use oasmith_spec::extract::extract;
use oasmith_spec::parse::parse;
use oasmith_spec::write;

const JSON: &str =
    r#"{"openapi":"3.1.0","a":[1,-2.5e3,true,null,"é\n\u00e9\ud83d\ude00"],"b":{"c":{},"d":[[]]}}"#;

const YAML: &str = "openapi: 3.1.0\na: &x [1, -2.5e3, ~, 'é', \"\\n\"]\nb:\n  <<: {c: *x}\n  d: |+\n    text\n\n  \
    ? e\n  : - f\n    - >-\n      g\n  h: [\n    i\n  ]\n# end\n";

const PAGE: &str = "---\ntitle: x\n---\n# Pets\n\n{% hint %}\n\n```json\n{\"openapi\":\"3.1.0\",\"paths\":{}}\n```\n\n\
    Cats\n----\n\n- ~~~yaml\n  openapi: 3.1.0\n  ~~~\n\n<!-- x -->\n````yml\nopenapi: é\n````\n";

#[test]
fn no_mutation_makes_a_panic() {
    let mut random = Xorshift(0x2545_f491_4f6c_dd1d);
    for (name, text) in [
        ("a.json", JSON),
        ("a.yaml", YAML),
        ("a.md", PAGE),
        ("a", PAGE),
    ] {
        for _ in 0..4_000 {
            run(name, &mutated(text, &mut random));
        }
    }
}

#[test]
fn no_prefix_makes_a_panic() {
    for (name, text) in [("a.json", JSON), ("a.yaml", YAML), ("a.md", PAGE)] {
        for (end, _) in text.char_indices() {
            run(name, &text[..end]);
        }
    }
}

/// Everything that happens to a text, and to what is found in it.
fn run(name: &str, text: &str) {
    let mut sources = SourceMap::default();
    let file = sources.add(name, text);
    let (fragments, mut diagnostics) = extract(&sources, file);
    for fragment in &fragments {
        let (node, faults) = parse(&sources, fragment);
        assert_eq!(node.is_none(), faults.has_errors(), "{text:?}");
        diagnostics.extend(faults);
        if let Some(node) = node {
            write::json(&node);
            write::yaml(&node);
        }
    }
    for it in &diagnostics {
        render::pretty(it, &sources, render::Style::Plain);
        render::json(it, &sources);
    }
}

/// A text with a few bytes replaced, inserted, taken out or repeated.
fn mutated(text: &str, random: &mut Xorshift) -> String {
    const BYTES: &[u8] = b"{}[]\",:'\\ \n\r\t-#&*!|>%@`~?<=0.eu\xc3\xa9\xff\0";
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        let byte = BYTES[random.below(BYTES.len())];
        match random.below(4) {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            2 => drop(bytes.remove(at)),
            _ => {
                let end = (at + random.below(12)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let to = random.below(bytes.len());
                bytes.splice(to..to, piece);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

struct Xorshift(u64);

impl Xorshift {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) as usize % limit
    }
}
