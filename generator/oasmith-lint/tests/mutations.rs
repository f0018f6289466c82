//! Nothing that is done to a document makes `lint` panic: the examples of all rules, broken by chance, the same each time.

use oasmith_lint::{ALL, Preset, Settings, judge};
use oasmith_source::render::concise;
use oasmith_source::{SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::parse;

/// How many documents are made of each example.
const ROUNDS: usize = 40;

/// A linear congruential generator: Knuth's MMIX.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// What may stand anywhere, and means something.
const PIECES: [&str; 20] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "'",
    "\"",
    "\n",
    " ",
    "#",
    "null",
    "true",
    "-1",
    "1e999",
    "$ref: '#'",
    "# oasmith: allow(field-of-wrong-type)",
    "x-lint-ignore: ",
    "\u{feff}",
    "é",
];

fn mutated(text: &str, chance: &mut Chance) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=chance.below(4) {
        let at = chance.below(chars.len() + 1);
        let end = (at + chance.below(12)).min(chars.len());
        match chance.below(4) {
            0 => drop(chars.drain(at..end)),
            1 => {
                let piece = PIECES[chance.below(PIECES.len())];
                chars.splice(at..at, piece.chars());
            }
            2 => {
                let copy = chars[at..end].to_vec();
                let to = chance.below(chars.len() + 1);
                chars.splice(to..to, copy);
            }
            _ => {
                let words = ["{}", "[]", "null", "7", "true", "text", "''"];
                let word = words[chance.below(words.len())];
                // The value behind a colon, as far as the next delimiter.
                let Some(colon) = chars[at..].iter().position(|it| *it == ':') else {
                    continue;
                };
                let from = at + colon + 1;
                let rest = chars[from..].iter();
                let long = rest
                    .take_while(|it| !matches!(it, ',' | '}' | '\n'))
                    .count();
                chars.splice(from..from + long, format!(" {word}").chars());
            }
        }
    }
    chars.into_iter().collect()
}

#[test]
fn broken_examples_have_an_answer_and_every_place_can_be_shown() {
    let settings = Settings {
        preset: Preset::Strict,
        ..Settings::default()
    };
    let mut chance = Chance(7);
    let (mut judged, mut found) = (0, 0);
    for rule in ALL {
        let docs = rule.code.docs.split("```");
        // Between fences: the text of an example, behind the line that names its language.
        for example in docs.skip(1).step_by(2) {
            let body = example
                .lines()
                .skip(1)
                .map(|it| it.strip_prefix(' ').unwrap_or(it));
            let body: Vec<_> = body.collect();
            for round in 0..ROUNDS {
                let version = ["3.0.3", "3.1.0", "3.2.0"][round % 3];
                let text = format!("openapi: {version}\n{}\n", body.join("\n"));
                let text = mutated(&text, &mut chance);
                let mut sources = SourceMap::default();
                let file = sources.add("a.yaml", text.as_str());
                let span = Span::new(file, 0, text.len());
                let (Some(root), _) = parse::parse_at(&sources, span, Format::Yaml) else {
                    continue;
                };
                let result = judge(&root, &sources, &settings);
                judged += 1;
                found += result.findings.len();
                for it in &result.findings {
                    let range = it.primary.span.range();
                    assert!(text.get(range).is_some(), "{}\n{text}", it.rule.name());
                    assert!(!concise(&it.diagnostic(), &sources).is_empty());
                    assert_eq!(it.fingerprint(&sources).len(), 16);
                }
            }
        }
    }
    // Otherwise this shows nothing.
    assert!(
        judged > 500 && found > 500,
        "{judged} documents, {found} findings"
    );
}
