//! A JUnit report, which nearly every CI service shows: a suite a file, a test case a finding.

use super::{Reported, name};
use std::fmt::Write;

/// The whole file. Without findings it has one test, which passed: some services take a report without tests for a
/// fault.
pub fn junit(findings: &[Reported<'_>]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (tests, failures) = (findings.len().max(1), findings.len());
    let _ = writeln!(
        out,
        r#"<testsuites name="oasmith lint" tests="{tests}" failures="{failures}">"#
    );
    if findings.is_empty() {
        out += "  <testsuite name=\"oasmith lint\" tests=\"1\" failures=\"0\">\n";
        out += "    <testcase name=\"no findings\" classname=\"oasmith lint\"/>\n  </testsuite>\n";
    }
    for (file, of_file) in by_file(findings) {
        let count = of_file.len();
        let file = escaped(&file);
        let _ = writeln!(
            out,
            r#"  <testsuite name="{file}" tests="{count}" failures="{count}">"#
        );
        of_file.into_iter().for_each(|it| case(it, &file, &mut out));
        out += "  </testsuite>\n";
    }
    out + "</testsuites>\n"
}

/// In the order of first findings. Those without a place come under the tool's own name.
fn by_file<'r, 'a>(findings: &'r [Reported<'a>]) -> Vec<(String, Vec<&'r Reported<'a>>)> {
    let mut files: Vec<(String, Vec<&Reported<'_>>)> = Vec::new();
    let mut index = std::collections::HashMap::new();
    for it in findings {
        let file = it.path().unwrap_or_else(|| "oasmith lint".into());
        let at = *index.entry(file.clone()).or_insert_with(|| {
            files.push((file, Vec::new()));
            files.len() - 1
        });
        files[at].1.push(it);
    }
    files
}

fn case(it: &Reported<'_>, file: &str, out: &mut String) {
    let place = match it.range() {
        Some((start, _)) => format!(" {start}"),
        None => String::new(),
    };
    let line = it.range().map_or(1, |(start, _)| start.line);
    let _ = writeln!(
        out,
        r#"    <testcase name="{}{place}" classname="{file}" file="{file}" line="{line}">"#,
        escaped(&it.title()),
    );
    let _ = writeln!(
        out,
        r#"      <failure type="{}" message="{}">{}</failure>"#,
        name(it.diagnostic.severity),
        escaped(&it.diagnostic.message),
        escaped(&it.text()),
    );
    *out += "    </testcase>\n";
}

/// For content and attributes alike. XML 1.0 (2.2) has no way to write most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' | '\r' | '\t' => out += &format!("&#{};", it as u32),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            it => out.push(it),
        }
    }
    out
}
