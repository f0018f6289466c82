//! The documentation of all rules as one page of Markdown.
//!
//! In: the table of rules. Out: a list by group, then each rule with its metadata and the text that stands in its file.

use crate::rule::{Group, Rule};
use crate::rules;
use oasmith_source::Severity;
use std::fmt::Write;

/// The whole page.
pub fn page() -> String {
    let mut out = String::from("# The rules of `oasmith lint`\n\n");
    out += "This page is written by `oasmith rules --format markdown`.\n";
    out += "A rule is on from its preset on: `minimal` is what is wrong, `recommended` what will hurt, `strict` house style.\n";
    for group in Group::ALL {
        let rules = || rules::ALL.iter().copied().filter(|it| it.group == group);
        if rules().next().is_none() {
            continue;
        }
        let _ = write!(
            out,
            "\n## {}\n\n| rule | preset | severity | |\n|---|---|---|---|\n",
            group.name()
        );
        for it in rules() {
            let (name, preset) = (it.name(), it.levels.from.name());
            let (severity, summary) = (severity(it.levels.severity), it.code.summary().trim());
            let _ = writeln!(
                out,
                "| [{name}](#{name}) | {preset} | {severity} | {summary} |"
            );
        }
        rules().for_each(|it| rule(it, &mut out));
    }
    out
}

fn rule(it: &Rule, out: &mut String) {
    let (name, id, since) = (it.name(), it.code.id, it.since);
    let (preset, severity) = (it.levels.from.name(), severity(it.levels.severity));
    let _ = write!(
        out,
        "\n### {name}\n\n`{id}`, {severity}, from `{preset}` on, since {since}.\n\n"
    );
    // The headings of a rule stand below its own, each with a blank line around it.
    let mut in_code = false;
    for line in it.code.docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
        let is_apart = out.ends_with("\n\n");
        match line.strip_prefix("## ") {
            Some(heading) if !in_code => {
                let before = if is_apart { "" } else { "\n" };
                let _ = write!(out, "{before}#### {heading}\n\n");
            }
            _ if line.starts_with("```") => {
                *out += if in_code { "```\n" } else { "```yaml\n" };
                in_code = !in_code;
            }
            _ if line.is_empty() && is_apart && !in_code => {}
            _ => {
                let _ = writeln!(out, "{line}");
            }
        }
    }
}

pub fn severity(it: Severity) -> &'static str {
    match it {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_that_is_kept_is_fresh() {
        assert!(
            include_str!("../RULES.md") == page(),
            "run `cargo run -- rules --format markdown > generator/oasmith-lint/RULES.md`"
        );
    }

    #[test]
    fn every_rule_is_on_the_page_with_its_examples_and_no_two_blank_lines() {
        let page = page();
        for rule in rules::ALL {
            let name = rule.name();
            assert!(page.contains(&format!("| [{name}](#{name}) |")), "{name}");
            assert!(
                page.contains(&format!("\n### {name}\n\n`{}`", rule.code.id)),
                "{name}"
            );
        }
        let fences = page.lines().filter(|it| *it == "```yaml").count();
        assert!(fences >= 2 * rules::ALL.len());
        let doubled = page
            .find("\n\n\n")
            .map(|at| &page[at.saturating_sub(80)..at]);
        assert_eq!(doubled, None);
        assert!(!page.contains("yaml fires"));
    }
}
