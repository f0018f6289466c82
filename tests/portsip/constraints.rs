//! What a server refuses and where, compared with what the document forbids.
//!
//! In: requests that the document allows. Every value that has a bound is put outside of it, one bound after the other,
//! however deep it stands.

use crate::document;
use crate::examples::json;
use crate::operations::case;
use crate::sample::Sampler;
use crate::schema::{Schema, breaches};
use serde_json::{Value, json as value};

#[test]
fn a_server_finds_what_the_document_forbids_and_nothing_else() {
    let mut spoiled = 0;
    for operation in document::operations() {
        let Some(content) = operation.body else {
            continue;
        };
        let schema = Schema::of(content.schema);
        for turn in 0..32 {
            // The first has nothing but what is required, the second everything; then by chance.
            let mut request = Sampler::new(turn as u64).request(&operation);
            let Some(mut body) = json(request.body()) else {
                continue;
            };
            spoiled += spoil(&schema, &mut body, turn);
            *request.body_mut() = body.to_string().into();
            let problem = (case(operation.id).receive)(&request).problem;
            let found = problem.map(|it| it.errors).unwrap_or_default().into_iter();
            let found = found.map(|it| it.pointer.trim_start_matches("/body").to_owned());
            let expected = breaches(&schema, &body).into_iter();
            let expected = expected.filter_map(|it| Some(it.split_once(' ')?.0.to_owned()));
            assert_eq!(sorted(found), sorted(expected), "{}: {body}", operation.id);
        }
    }
    assert!(spoiled > 1000, "{spoiled} values are no test");
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<_> = texts.collect();
    all.sort_unstable();
    all
}

/// Puts all values out of their bounds; how many there were.
fn spoil(schema: &Schema, it: &mut Value, turn: usize) -> usize {
    match it {
        Value::Object(members) => {
            let known = schema.properties();
            let spoiled = known
                .filter_map(|(name, schema)| Some(spoil(&schema, members.get_mut(name)?, turn)));
            spoiled.sum()
        }
        Value::Array(items) => {
            let schema = schema.items();
            items
                .iter_mut()
                .map(|item| spoil(&schema, item, turn))
                .sum()
        }
        _ => match out_of_bounds(schema).as_slice() {
            [] => 0,
            values => {
                *it = values[turn % values.len()].clone();
                1
            }
        },
    }
}

/// A value beyond each bound. Those that Rust's type cannot hold are left out: they are refused before any check.
fn out_of_bounds(schema: &Schema) -> Vec<Value> {
    let bound = |keyword| schema.integer(keyword);
    let signed = schema.text("format") != Some("uint32");
    let candidates = [
        (!schema.values().is_empty()).then(|| value!("NO SUCH VALUE")),
        bound("minimum")
            .filter(|it| signed || *it > 0)
            .map(|it| value!(it - 1)),
        bound("maximum").map(|it| value!(it + 1)),
        bound("minLength")
            .filter(|it| *it > 0)
            .map(|it| value!("a".repeat(it as usize - 1))),
        bound("maxLength").map(|it| value!("1".repeat(it as usize + 1))),
        // As long as is allowed, with nothing in it that the pattern looks for.
        schema
            .get("pattern")
            .map(|_| value!("Ü".repeat(bound("minLength").unwrap_or(0) as usize))),
    ];
    candidates.into_iter().flatten().collect()
}
