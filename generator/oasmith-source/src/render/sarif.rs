//! SARIF 2.1.0, which code scanning services read: one run with the rules that found something, and the findings.

use super::Reported;
use super::members::members;
use crate::{Code, Label, Severity, SourceMap};
use serde_json::Value;
use std::fmt::Write;

/// The whole file.
pub fn sarif(findings: &[Reported<'_>]) -> String {
    let mut rules: Vec<&Reported<'_>> = Vec::new();
    let mut results = Vec::new();
    for it in findings {
        let known = rules
            .iter()
            .position(|rule| rule.diagnostic.code == it.diagnostic.code);
        let index = known.unwrap_or_else(|| {
            rules.push(it);
            rules.len() - 1
        });
        results.push(result(it, index));
    }
    let rules: Vec<_> = rules.into_iter().map(rule).collect();
    let driver = members(&[
        ("name", "oasmith".into()),
        ("version", env!("CARGO_PKG_VERSION").into()),
    ]);
    let head = members(&[
        (
            "$schema",
            "https://json.schemastore.org/sarif-2.1.0.json".into(),
        ),
        ("version", "2.1.0".into()),
    ]);
    format!(
        "{{{head},\"runs\":[{{\"tool\":{{\"driver\":{{{driver},\"rules\":[{}]}}}},\
         \"columnKind\":\"unicodeCodePoints\",\"results\":[{}]}}]}}\n",
        lines(&rules),
        lines(&results),
    )
}

/// One a line, so that two reports can be compared.
fn lines(entries: &[String]) -> String {
    entries
        .iter()
        .map(|it| format!("\n{it}"))
        .collect::<Vec<_>>()
        .join(",")
}

fn rule(it: &Reported<'_>) -> String {
    let code = it.diagnostic.code;
    let fields = members(&[
        ("id", code.id.into()),
        ("name", code.name.into()),
        ("shortDescription", text(code.summary().trim())),
        ("help", help(code)),
    ]);
    let level = members(&[("level", level(it.diagnostic.severity).into())]);
    format!("{{{fields},\"defaultConfiguration\":{{{level}}}}}")
}

fn help(code: &Code) -> Value {
    let line = |it: &'static str| it.strip_prefix(' ').unwrap_or(it);
    let docs: Vec<_> = code.docs.lines().map(line).collect();
    let docs = docs.join("\n");
    // In alphabetical order, which every map of serde_json keeps.
    serde_json::json!({ "markdown": docs.trim(), "text": escaped(docs.trim()) })
}

fn result(it: &Reported<'_>, rule: usize) -> String {
    let diagnostic = it.diagnostic;
    let mut out = members(&[
        ("ruleId", diagnostic.code.id.into()),
        ("ruleIndex", rule.into()),
        ("level", level(diagnostic.severity).into()),
        ("message", text(&it.text())),
    ]);
    let primary = diagnostic.primary.as_ref();
    let location = primary.map(|label| format!("{{{}}}", physical(label, it.sources)));
    let _ = write!(out, ",\"locations\":[{}]", location.unwrap_or_default());
    if !diagnostic.secondary.is_empty() {
        let related = diagnostic.secondary.iter().enumerate();
        let related: Vec<_> = related
            .map(|(id, label)| {
                let id = members(&[("id", id.into()), ("message", text(&label.text))]);
                format!("{{{id},{}}}", physical(label, it.sources))
            })
            .collect();
        let _ = write!(out, ",\"relatedLocations\":[{}]", related.join(","));
    }
    let fingerprint = members(&[("oasmith/v1", it.fingerprint.as_str().into())]);
    let _ = write!(out, ",\"partialFingerprints\":{{{fingerprint}}}");
    format!("{{{out}}}")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn physical(label: &Label, sources: &SourceMap) -> String {
    let file = sources.file(label.span.file);
    let [start, end] = [label.span.start, label.span.end].map(|at| file.position(at as usize));
    let uri = members(&[("uri", uri(&sources.path(label.span.file)).into())]);
    let region = members(&[
        ("startLine", start.line.into()),
        ("startColumn", start.column.into()),
        ("endLine", end.line.into()),
        ("endColumn", end.column.into()),
    ]);
    format!("\"physicalLocation\":{{\"artifactLocation\":{{{uri}}},\"region\":{{{region}}}}}")
}

fn text(text: &str) -> Value {
    serde_json::json!({ "text": escaped(text) })
}

/// Brackets make links in a plain text message (SARIF 2.1.0, 3.11.6).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('[', "\\[")
        .replace(']', "\\]")
}

/// A path as a relative reference (RFC 3986, 3.3): the first part must not look like a scheme.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte as char);
            }
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}
