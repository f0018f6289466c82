//! Runs rules over a document.
//!
//! In: a document and which rules are wanted. Out: findings in the order of their places.
//! The same object inlined many times is judged once: its findings say how many copies there are.

use crate::document::{At, Doc};
use crate::fingerprint::location;
use crate::grammar::Kind;
use crate::ignore::Ignores;
use crate::report::{Cx, Finding};
use crate::rule::{Check, Rule};
use crate::rules;
use crate::settings::Settings;
use oasmith_source::{Diagnostics, SourceMap, Span};
use oasmith_spec::Node;
use oasmith_spec::node::Value;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{Duration, Instant};

/// What came of judging a document.
#[derive(Debug)]
pub struct Judged {
    pub findings: Vec<Finding>,
    pub timings: Vec<Timing>,
    /// What is wrong with the directions in the document.
    pub said: Diagnostics,
}

/// What a rule cost.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    pub rule: &'static Rule,
    pub time: Duration,
    pub findings: usize,
}

/// Judges a document by its tree alone: what it says is to be ignored is not.
pub fn lint(root: &Node, settings: &Settings) -> Vec<Finding> {
    let sources = SourceMap::default();
    each(&Doc::new(root), &sources, settings, &Ignores::default()).0
}

/// Judges a document, but for what it says is to be ignored.
pub fn judge(root: &Node, sources: &SourceMap, settings: &Settings) -> Judged {
    let doc = Doc::new(root);
    let ignores = Ignores::gather(&doc, sources);
    let (findings, timings) = each(&doc, sources, settings, &ignores);
    Judged {
        findings,
        timings,
        said: ignores.said(|rule| settings.wants(rule)),
    }
}

fn each(
    doc: &Doc<'_>,
    sources: &SourceMap,
    settings: &Settings,
    ignores: &Ignores,
) -> (Vec<Finding>, Vec<Timing>) {
    let mut all = Vec::new();
    let mut timings = Vec::new();
    for rule in rules::ALL.iter().filter(|it| settings.wants(it)) {
        let begin = Instant::now();
        let severity = settings.severity(rule).unwrap_or(rule.levels.severity);
        let mut cx = Cx::new(doc, rule, severity, &settings.options);
        run(rule, &mut cx);
        let mut found = cx.findings();
        found.retain_mut(|(object, finding)| {
            let span = finding.primary.span;
            match settings.severity_at(rule, span, *object, sources) {
                Some(severity) => finding.severity = severity,
                None => return false,
            }
            !ignores.cover(rule, span, *object)
        });
        let findings = fold_copies(found);
        timings.push(Timing {
            rule,
            time: begin.elapsed(),
            findings: findings.len(),
        });
        all.extend(findings);
    }
    let place = |span: Span| (span.file, span.start, span.end);
    all.sort_by_key(|it| (place(it.primary.span), it.rule.code.id));
    (all, timings)
}

fn run(rule: &'static Rule, cx: &mut Cx<'_, '_>) {
    let doc = cx.doc;
    match rule.check {
        Check::Document(check) => check(doc, cx),
        Check::Operation(check) => {
            for operation in doc.operations() {
                cx.look_at(operation.at);
                check(operation, cx);
            }
        }
        Check::Objects(kinds, check) => {
            for at in kinds.iter().flat_map(|kind| doc.all(*kind)) {
                cx.look_at(at);
                check(at, cx);
            }
        }
        Check::Schemas(keywords, check) => {
            for at in doc.schemas_with(keywords) {
                cx.look_at(at);
                check(at, cx);
            }
        }
        Check::References(check) => {
            for at in doc.references() {
                cx.look_at(at);
                check(at, cx);
            }
        }
        Check::Every(check) => {
            for at in doc.every() {
                cx.look_at(at);
                check(at, cx);
            }
        }
    }
}

/// Of findings that say the same of equal objects, the first stays, and counts the others.
fn fold_copies(findings: Vec<(Option<At<'_, '_>>, Finding)>) -> Vec<Finding> {
    let mut said: HashMap<String, usize> = HashMap::new();
    for (_, finding) in &findings {
        *said.entry(finding.message.clone()).or_default() += 1;
    }
    let mut hashes: HashMap<*const Node, u64> = HashMap::new();
    let mut first: HashMap<(String, String, usize, u64), usize> = HashMap::new();
    let mut repeated: HashMap<(String, *const Node), usize> = HashMap::new();
    let mut kept: Vec<Finding> = Vec::new();
    for (object, mut finding) in findings {
        let Some(object) = object else {
            kept.push(finding);
            continue;
        };
        finding.pointer = object.pointer();
        finding.location = location(object);
        // What nobody else says need not be compared, which is dear for large objects.
        if said.get(&finding.message) == Some(&1) {
            kept.push(finding);
            continue;
        }
        let copy = copied_with(object);
        let hash = *hashes
            .entry(std::ptr::from_ref(copy))
            .or_insert_with(|| hash_of(copy));
        // Two parts of one object are no copies of each other, and neither is what is said of one object twice.
        let part = finding
            .pointer
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned();
        let same = (finding.message.clone(), std::ptr::from_ref(object.node()));
        let times = repeated.entry(same).or_default();
        *times += 1;
        let key = (finding.message.clone(), part, *times, hash);
        match first.get(&key) {
            Some(at) => kept[*at].copies += 1,
            None => {
                first.insert(key, kept.len());
                kept.push(finding);
            }
        }
    }
    kept
}

/// The largest schema around an object that is no component: what an exporter copies.
/// An object that is in no other schema is compared with the object around it, so that two places that merely look alike
/// (`schema: { type: string }`) are told apart.
fn copied_with<'a>(object: At<'_, 'a>) -> &'a Node {
    let is_schema = |it: &At<'_, '_>| it.kind() == Kind::Schema;
    let around = object.ancestors().take_while(is_schema).last();
    let outermost = match around {
        Some(schema) => schema,
        None => return object.parent().unwrap_or(object).node(),
    };
    outermost.node()
}

fn hash_of(node: &Node) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash_into(node, &mut hasher);
    hasher.finish()
}

fn hash_into(node: &Node, to: &mut DefaultHasher) {
    std::mem::discriminant(&node.value).hash(to);
    match &node.value {
        Value::Null => {}
        Value::Bool(it) => it.hash(to),
        Value::Number(it) | Value::String(it) => it.hash(to),
        Value::Array(items) => {
            items.len().hash(to);
            items.iter().for_each(|it| hash_into(it, to));
        }
        Value::Object(object) => {
            object.len().hash(to);
            for it in object.iter() {
                it.key.text.hash(to);
                hash_into(&it.value, to);
            }
        }
    }
}
