//! The documentation of every rule is its test: what is said to fire fires, at a place, and what is said to be silent is
//! silent.

use oasmith_lint::{ALL, Finding, Preset, Rule, Settings, lint};
use oasmith_source::{SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::parse;
use std::collections::BTreeSet;

/// The examples in a rule's documentation: `fires` or `silent`, and the text.
fn examples(rule: &Rule) -> Vec<(bool, String)> {
    let mut examples = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for line in rule.code.docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => examples.extend(open.take()),
            (Some("yaml fires"), None) => open = Some((true, String::new())),
            (Some("yaml silent"), None) => open = Some((false, String::new())),
            (None, Some((_, text))) => *text += &format!("{line}\n"),
            _ => {}
        }
    }
    examples
}

/// An example, with what every document has and none needs to show.
fn whole(example: &str) -> String {
    let has = |key: &str| example.lines().any(|it| it.starts_with(key));
    let version = if has("openapi:") {
        ""
    } else {
        "openapi: 3.1.0\n"
    };
    let info = match has("info:") {
        true => "",
        false => "info: { title: Cats, version: '1' }\n",
    };
    format!("{version}{info}{example}")
}

fn judge(text: &str) -> (Vec<Finding>, SourceMap) {
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", text);
    let all = Span::new(file, 0, text.len());
    let (root, said) = parse::parse_at(&sources, all, Format::Yaml);
    assert!(!said.has_errors(), "{text}\n{said:?}");
    let settings = Settings {
        preset: Preset::Strict,
        ..Settings::default()
    };
    (lint(&root.expect("a document"), &settings), sources)
}

#[test]
fn what_is_said_to_fire_fires_and_what_is_said_to_be_silent_is_silent() {
    let mut faults = Vec::new();
    for rule in ALL {
        let examples = examples(rule);
        for fires in [true, false] {
            if !examples.iter().any(|it| it.0 == fires) {
                faults.push(format!("{}: no example that fires={fires}", rule.name()));
            }
        }
        for (fires, example) in examples {
            let text = whole(&example);
            let (found, _) = judge(&text);
            let own = found
                .iter()
                .filter(|it| it.rule.name() == rule.name())
                .count();
            if (own > 0) != fires {
                faults.push(format!(
                    "{}: fires={fires}, found {own} in\n{text}",
                    rule.name()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_place_is_inside_the_document_and_no_larger_than_what_it_is_about() {
    for rule in ALL {
        for (_, example) in examples(rule) {
            let text = whole(&example);
            let (found, _) = judge(&text);
            for it in found.iter().filter(|it| it.rule.name() == rule.name()) {
                let range = it.primary.span.range();
                let shown = text.get(range.clone());
                assert!(
                    shown.is_some_and(|it| !it.is_empty()),
                    "{}: {range:?}",
                    rule.name()
                );
                assert!(range.len() < text.len() / 2, "{}: {shown:?}", rule.name());
            }
        }
    }
}

#[test]
fn codes_and_names_are_unique_in_order_and_every_finding_has_a_remedy() {
    let codes: Vec<&str> = ALL.iter().map(|it| it.code.id).collect();
    let names: BTreeSet<&str> = ALL.iter().map(|it| it.code.name).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    assert_eq!(names.len(), codes.len());
    for rule in ALL {
        assert!(rule.code.summary().trim().ends_with('.'), "{}", rule.name());
        assert!(rule.code.docs.contains("## Why"), "{}", rule.name());
        for (_, example) in examples(rule) {
            for it in judge(&whole(&example)).0 {
                assert!(!it.help.is_empty(), "{}: {}", it.rule.name(), it.message);
                let is_plain = !it.message.ends_with('.') && !it.message.contains('\n');
                assert!(is_plain, "{}: {}", it.rule.name(), it.message);
            }
        }
    }
}
