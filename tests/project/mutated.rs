//! Nothing that is done to a document makes a stage panic: whole texts, trees, and bytes without any sense.
//!
//! The small documents of these tests are broken by chance, the same each time, and what is still a tree is judged, read
//! and resolved.

use oasmith_lint::{Preset, Settings, judge};
use oasmith_source::{SourceMap, Span, render};
use oasmith_spec::Node;
use oasmith_spec::extract::Format;
use oasmith_spec::node::{Key, Value};
use oasmith_spec::{parse, read, resolve};

const DOCUMENTS: [&str; 4] = [
    include_str!("../zoo/zoo.yaml"),
    include_str!("../media/api.yaml"),
    include_str!("../names/names.yaml"),
    include_str!("../styles/styles.yaml"),
];

/// How many texts and how many trees are made of each document.
const ROUNDS: usize = 80;

#[test]
fn broken_texts_have_an_answer() {
    let mut chance = Chance(1);
    let mut trees = 0;
    for document in DOCUMENTS {
        for _ in 0..ROUNDS {
            trees += usize::from(run(&broken(document, &mut chance), Format::Yaml));
        }
    }
    // Otherwise only the parser was tried.
    assert!(trees > ROUNDS / 2, "{trees}");
}

#[test]
fn broken_trees_have_an_answer() {
    let mut chance = Chance(2);
    for document in DOCUMENTS {
        let mut sources = SourceMap::default();
        let file = sources.add("a.yaml", document);
        let whole = Span::new(file, 0, document.len());
        let (root, _) = parse::parse_at(&sources, whole, Format::Yaml);
        let root = root.expect("a document");
        let mut parts = Vec::new();
        gather(&root, &mut parts);
        for _ in 0..ROUNDS {
            let mut tree = root.clone();
            for _ in 0..=chance.below(3) {
                let mut at = chance.below(parts.len());
                change(&mut tree, &mut at, &parts, &mut chance);
            }
            stages(&tree, &sources);
        }
    }
}

#[test]
fn bytes_by_chance_have_an_answer() {
    let mut chance = Chance(3);
    const SIGNS: &[u8] = b"{}[]\",:'\\ \n\r\t-#&*!|>%@`~?<=0.eu\xc3\xa9\xff\0";
    for round in 0..1_500 {
        let bytes = (0..chance.below(60)).map(|_| match round % 2 {
            0 => SIGNS[chance.below(SIGNS.len())],
            _ => chance.below(256) as u8,
        });
        let bytes: Vec<u8> = bytes.collect();
        let text = String::from_utf8_lossy(&bytes);
        run(&text, Format::Yaml);
        run(&text, Format::Json);
    }
}

/// A linear congruential generator: Knuth's MMIX.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// Whether there was a tree.
fn run(text: &str, format: Format) -> bool {
    let mut sources = SourceMap::default();
    let file = sources.add("a.yaml", text);
    let (root, faults) = parse::parse_at(&sources, Span::new(file, 0, text.len()), format);
    for fault in &faults {
        render::concise(fault, &sources);
    }
    if let Some(root) = &root {
        stages(root, &sources);
    }
    root.is_some()
}

fn stages(root: &Node, sources: &SourceMap) {
    let settings = Settings {
        preset: Preset::Strict,
        ..Settings::default()
    };
    for finding in judge(root, sources, &settings).findings {
        render::concise(&finding.diagnostic(), sources);
    }
    let (document, _) = read::read(root);
    if let Some(document) = document {
        let (_, faults) = resolve::resolve(document, root, sources);
        for fault in &faults {
            render::concise(fault, sources);
        }
    }
}

/// A text with a few pieces taken out, put in, or repeated elsewhere.
fn broken(text: &str, chance: &mut Chance) -> String {
    const PIECES: [&str; 14] = [
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        "'",
        "\n",
        "  ",
        "null",
        "-1",
        "1e999",
        "$ref: '#'",
        "\u{feff}",
    ];
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=chance.below(3) {
        let at = chance.below(chars.len());
        let end = (at + chance.below(30)).min(chars.len());
        match chance.below(3) {
            0 => drop(chars.drain(at..end)),
            1 => {
                let piece = PIECES[chance.below(PIECES.len())];
                chars.splice(at..at, piece.chars());
            }
            _ => {
                let copy = chars[at..end].to_vec();
                let to = chance.below(chars.len());
                chars.splice(to..to, copy);
            }
        }
    }
    chars.into_iter().collect()
}

fn gather(node: &Node, parts: &mut Vec<Node>) {
    parts.push(node.clone());
    match &node.value {
        Value::Array(items) => items.iter().for_each(|it| gather(it, parts)),
        Value::Object(object) => object.iter().for_each(|it| gather(&it.value, parts)),
        _ => {}
    }
}

/// Changes the part at a place, counted from the root on: whether it was there.
fn change(node: &mut Node, at: &mut usize, parts: &[Node], chance: &mut Chance) -> bool {
    if *at == 0 {
        mutate(node, parts, chance);
        return true;
    }
    *at -= 1;
    match &mut node.value {
        Value::Array(items) => items.iter_mut().any(|it| change(it, at, parts, chance)),
        Value::Object(object) => {
            let mut members = object.members.iter_mut();
            members.any(|it| change(&mut it.value, at, parts, chance))
        }
        _ => false,
    }
}

fn mutate(node: &mut Node, parts: &[Node], chance: &mut Chance) {
    let other = &parts[chance.below(parts.len())];
    let span = node.span;
    match (chance.below(6), &mut node.value) {
        (0, Value::Object(object)) if !object.is_empty() => {
            object.members.remove(chance.below(object.members.len()));
        }
        (1, Value::Object(object)) => {
            // A name from elsewhere, with the value that it has there.
            let Some(theirs) = other.as_object().and_then(|it| it.iter().next()) else {
                return;
            };
            if object.get(&theirs.key.text).is_none() {
                object.push(theirs.key.clone(), theirs.value.clone());
            }
        }
        (2, Value::Object(object)) if object.get("$ref").is_none() => {
            let targets = [
                "#",
                "#/paths",
                "#/components/schemas/A~1",
                "",
                "other.yaml#/a",
                "#/%zz",
            ];
            let target = targets[chance.below(targets.len())];
            object.push(Key::new("$ref", span), Node::string(target, span));
        }
        (3, Value::Array(items)) => items.push(other.clone()),
        (4, value) => *value = Value::Null,
        (_, value) => *value = other.value.clone(),
    }
}
