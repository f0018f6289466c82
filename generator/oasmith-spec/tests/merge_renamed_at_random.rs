//! Components renamed at random: what an operation refers to is the same before and after, to any depth.

mod merging;

use merging::parse_named;
use oasmith_spec::Node;
use oasmith_spec::merge::{NameChoice, Policies, merge};

/// Numbers that are the same in every run (a linear congruential generator, by Knuth).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005);
        self.0 = self.0.wrapping_add(1442695040888963407);
        (self.0 >> 33) % limit
    }
}

const NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];

/// A part in which most components are alike in all parts, and refer to one another in circles.
fn part(path: usize, numbers: &mut Numbers) -> String {
    let mut schemas = String::new();
    let mut all = String::new();
    for (at, name) in NAMES.iter().enumerate() {
        // A fragment may mean what another part defines.
        if at > 0 && numbers.below(8) == 0 {
            continue;
        }
        let kind = ["string", "number"][usize::from(numbers.below(10) == 0)];
        let other = NAMES[(at + 1 + usize::from(numbers.below(10) == 0)) % NAMES.len()];
        schemas +=
            &format!("{name}: {{type: {kind}, not: {{$ref: '#/components/schemas/{other}'}}}}, ");
        all += &format!("{{$ref: '#/components/schemas/{name}'}}, ");
    }
    format!(
        "{{openapi: 3.1.0, paths: {{/{path}: {{get: {{x: [{all}]}}}}}}, components: {{schemas: {{{schemas}}}}}}}"
    )
}

/// A schema with what it refers to in the place of each reference, down to some depth.
fn unfold(node: &Node, document: &Node, depth: usize) -> String {
    if depth == 0 {
        return String::new();
    }
    let Some(reference) = node.get("$ref").and_then(Node::as_str) else {
        let kind = node.get("type").and_then(Node::as_str).unwrap_or("?");
        let not = node.get("not");
        let not = not.map_or(String::new(), |it| unfold(it, document, depth - 1));
        return format!("{kind} {not}");
    };
    let pointer = reference.trim_start_matches('#');
    let target = document.pointer(pointer);
    target.map_or("nothing".to_owned(), |it| unfold(it, document, depth))
}

fn meaning(path: usize, document: &Node) -> Vec<String> {
    let pointer = format!("/paths/~1{path}/get/x");
    let schemas = document.pointer(&pointer).and_then(Node::as_array);
    let schemas = schemas.expect("the operation");
    schemas.iter().map(|it| unfold(it, document, 12)).collect()
}

#[test]
fn every_operation_refers_to_what_its_source_meant() {
    let policies = Policies {
        components: NameChoice::Rename,
        ..Policies::default()
    };
    let mut numbers = Numbers(7);
    let mut renamed = 0;
    for case in 0..300 {
        let texts: Vec<String> = (0..4).map(|it| part(it, &mut numbers)).collect();
        let files = ["one.yaml", "two.yaml", "three.yaml", "four.yaml"];
        let named: Vec<_> = files
            .into_iter()
            .zip(texts.iter().map(|it| &**it))
            .collect();
        let (sources, parts) = parse_named(&named);
        let (merged, said) = merge(parts.clone(), &policies, &sources);
        assert!(!said.has_errors(), "case {case}: {said:?}");
        renamed += said.len();
        let merged = merged.expect("a document");
        for (path, own) in parts.iter().enumerate() {
            // A part that lacks a definition means the first one, with what that one refers to in its own source.
            if NAMES
                .iter()
                .any(|it| own.pointer(&format!("/components/schemas/{it}")).is_none())
            {
                continue;
            }
            assert_eq!(
                meaning(path, own),
                meaning(path, &merged),
                "case {case}, {}",
                files[path]
            );
        }
    }
    assert!(renamed > 300, "only {renamed} components were renamed");
}
