//! The documentation of every rule is its test: what is said to fire fires, at a place, and what is said to be silent is
//! silent.

use oasmith_lint::{ALL, Finding, Preset, Rule, Settings, Told, lint};
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
fn every_finding_is_where_the_example_marks_it() {
    let mut faults = Vec::new();
    for rule in ALL {
        for (_, example) in examples(rule).into_iter().filter(|it| it.0) {
            let text = whole(&example);
            let (found, _) = judge(&text);
            let own = found.iter().filter(|it| it.rule.name() == rule.name());
            let own: BTreeSet<_> = own
                .map(|it| it.primary.span.range())
                .map(|it| (it.start, it.end))
                .collect();
            let marked = marks(&text);
            if marked.is_empty() || own != marked {
                let shown = |them: &BTreeSet<(usize, usize)>| {
                    let texts = them
                        .iter()
                        .map(|it| text.get(it.0..it.1).unwrap_or("(nowhere)"));
                    texts.collect::<Vec<_>>().join(", ")
                };
                faults.push(format!(
                    "{}: {} is found, {} is marked",
                    rule.name(),
                    shown(&own),
                    shown(&marked)
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is marked: a comment of carets stands below a line and points at parts of it. Its own first column, which is the
/// sign of a comment, goes with a caret behind it.
fn marks(text: &str) -> BTreeSet<(usize, usize)> {
    let mut marks = BTreeSet::new();
    let (mut before, mut start) = (0, 0);
    for line in text.lines() {
        let carets = line
            .strip_prefix('#')
            .filter(|it| it.trim_start().starts_with('^'));
        match carets {
            Some(carets) => {
                let carets = match carets.starts_with('^') {
                    true => format!("^{carets}"),
                    false => format!(" {carets}"),
                };
                let mut at = 0;
                for group in carets.split(' ') {
                    if !group.is_empty() {
                        marks.insert((before + at, before + at + group.len()));
                    }
                    at += group.len() + 1;
                }
            }
            None => before = start,
        }
        start += line.len() + 1;
    }
    marks
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

#[test]
fn options_are_explained_and_only_rules_that_have_some_say_so() {
    for rule in ALL {
        let section = rule.code.docs.split("## Options").nth(1);
        assert_eq!(
            section.is_some(),
            !rule.options.is_empty(),
            "{}",
            rule.name()
        );
        for option in rule.options {
            let name = format!("`{}`:", option.name);
            assert!(section.is_some_and(|it| it.contains(&name)), "{name}");
        }
    }
}

#[test]
fn options_decide_what_a_rule_minds() {
    let cases = [
        (
            "verb-in-path",
            "allowed",
            Told::Words(vec!["get".into()]),
            "paths: { /get-cats: {} }",
        ),
        (
            "operation-tags-several",
            "most",
            Told::Count(2),
            "paths: { /a: { get: { tags: [a, b] } } }",
        ),
        (
            "format-unknown",
            "known",
            Told::Words(vec!["date_time".into()]),
            "components: { schemas: { A: { type: string, format: date_time } } }",
        ),
        (
            "server-placeholder",
            "hosts",
            Told::Words(Vec::new()),
            "servers: [{ url: 'https://example.com' }]",
        ),
        (
            "rate-limit-missing",
            "headers",
            Told::Words(vec!["limit".into()]),
            "paths: { /a: { get: { responses: { '200': { description: a, headers: { Limit: {} } } } } } }",
        ),
        (
            "list-parameter-style-missing",
            "in",
            Told::Words(vec!["path".into()]),
            "components: { parameters: { A: { name: a, in: query, schema: { type: array } } } }",
        ),
    ];
    for (rule, option, told, text) in cases {
        let text = whole(text);
        let rule = oasmith_lint::find(rule).expect("a rule");
        let count = |options: &[((&'static str, &'static str), Told)]| {
            let mut sources = SourceMap::default();
            let file = sources.add("api.yaml", text.as_str());
            let all = Span::new(file, 0, text.len());
            let (root, _) = parse::parse_at(&sources, all, Format::Yaml);
            let settings = Settings {
                preset: Preset::Strict,
                options: options.iter().cloned().collect(),
                ..Settings::default()
            };
            let found = lint(&root.expect("a document"), &settings);
            found
                .iter()
                .filter(|it| it.rule.name() == rule.name())
                .count()
        };
        assert_eq!(count(&[]), 1, "{}", rule.name());
        assert_eq!(
            count(&[((rule.name(), option), told)]),
            0,
            "{}",
            rule.name()
        );
    }
}
