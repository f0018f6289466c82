//! `[lint]` of `oasmith.toml`.

use oasmith_lint::{Preset, Rule, Takes, Told};
use oasmith_source::{Diagnostic, Severity, Span, suggest};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

use super::table::{Faults, Table, in_file_order, string};
use crate::codes;

/// How the document is judged. Paths are relative to the folder of `oasmith.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lint {
    pub preset: Option<Preset>,
    pub baseline: Option<String>,
    pub rules: Levels,
    pub options: Vec<RuleTold>,
    pub overrides: Vec<Override>,
}

/// Rules by name, and their severities; `None` is `off`.
pub type Levels = Vec<(&'static str, Option<Severity>)>;

/// An option of a rule, and what it is set to.
pub type RuleTold = ((&'static str, &'static str), Told);

/// Other severities for a part of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    pub files: Vec<String>,
    pub paths: Vec<String>,
    pub rules: Levels,
}

const SEVERITIES: [&str; 4] = ["off", "info", "warning", "error"];

pub(super) fn read(table: &DeTable<'_>, faults: &mut Faults) -> Lint {
    let mut table = Table::new("`[lint]`", table);
    let mut lint = Lint::default();
    if let Some((word, at)) = table.string("preset", faults) {
        lint.preset = Preset::ALL.into_iter().find(|it| it.name() == word);
        if lint.preset.is_none() {
            faults.choice(at, "preset", word, &Preset::ALL.map(Preset::name));
        }
    }
    if let Some((file, _)) = table.string("baseline", faults) {
        lint.baseline = Some(file.to_owned());
    }
    if let Some(rules) = table.table("rules", faults) {
        lint.rules = levels(rules, Some(&mut lint.options), faults);
    }
    for (part, at) in table.tables("overrides", faults) {
        let mut part = Table::new("`[[lint.overrides]]`", part);
        let mut strings = |key| {
            let strings = part.strings(key, faults).unwrap_or_default();
            strings.into_iter().map(|(it, _)| it.to_owned()).collect()
        };
        let (files, paths): (Vec<String>, Vec<String>) = (strings("files"), strings("paths"));
        let rules = part.table("rules", faults);
        let rules = rules.map(|it| levels(it, None, faults)).unwrap_or_default();
        part.finish(faults);
        if let Err(pattern) = oasmith_lint::Override::new(&files, &paths, Default::default()) {
            faults.value(at.clone(), format!("`{pattern}` is no pattern"));
        }
        if files.is_empty() && paths.is_empty() {
            faults.value(at, "an override has neither `files` nor `paths`".into());
        }
        lint.overrides.push(Override {
            files,
            paths,
            rules,
        });
    }
    table.finish(faults);
    lint
}

/// Severities by rule. A table sets options as well, where they may be set.
fn levels(
    table: &DeTable<'_>,
    mut options: Option<&mut Vec<RuleTold>>,
    faults: &mut Faults,
) -> Levels {
    let mut levels = Levels::new();
    for (key, value) in in_file_order(table) {
        let name: &str = key.get_ref();
        let Some(rule) = oasmith_lint::find(name) else {
            unknown_rule(name, key.span(), faults);
            continue;
        };
        let word = match (value.get_ref(), &mut options) {
            (DeValue::Table(table), Some(options)) => with_options(rule, table, options, faults),
            _ => string(&format!("`{name}`"), value, faults),
        };
        if let Some(severity) = word.and_then(|(word, at)| severity(word, at, faults)) {
            levels.push((rule.name(), severity));
        }
    }
    levels
}

fn severity(word: &str, at: Range<usize>, faults: &mut Faults) -> Option<Option<Severity>> {
    Some(match word {
        "off" => None,
        "info" => Some(Severity::Info),
        "warning" => Some(Severity::Warning),
        "error" => Some(Severity::Error),
        _ => {
            faults.choice(at, "severity", word, &SEVERITIES);
            return None;
        }
    })
}

/// Reads `{ severity = "info", most = 2 }`: the severity, where it has one, is returned.
fn with_options<'a>(
    rule: &'static Rule,
    table: &'a DeTable<'_>,
    options: &mut Vec<RuleTold>,
    faults: &mut Faults,
) -> Option<(&'a str, Range<usize>)> {
    let mut table = Table::new("this rule", table);
    let severity = table.string("severity", faults);
    for option in rule.options {
        let told = match option.takes {
            Takes::Words(_) => table.strings(option.name, faults).map(|it| {
                let words = it.into_iter().map(|(word, _)| word.to_owned());
                Told::Words(words.collect())
            }),
            Takes::Count(_) => table.count(option.name, faults).map(Told::Count),
            Takes::Flag(_) => table.flag(option.name, faults).map(Told::Flag),
            Takes::Choice(words) => table.string(option.name, faults).and_then(|(word, at)| {
                let known = words.iter().find(|it| **it == word);
                if known.is_none() {
                    faults.choice(at, option.name, word, words);
                }
                known.map(|it| Told::Choice(it))
            }),
        };
        options.extend(told.map(|it| ((rule.name(), option.name), it)));
    }
    table.finish(faults);
    severity
}

fn unknown_rule(name: &str, at: std::ops::Range<usize>, faults: &mut Faults) {
    let span = Span::new(faults.file, at.start, at.end);
    let fault = Diagnostic::error(&codes::CONFIG_UNKNOWN_KEY, format!("unknown rule `{name}`"));
    let names = oasmith_lint::ALL.iter().map(|it| it.name());
    let help = match suggest::nearest(name, names) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`oasmith rules` lists them".to_owned(),
    };
    faults.found.push(fault.at(span).help(help));
}

impl Lint {
    /// As rules are run by it, and by a preset that goes before its own.
    pub fn settings(&self, preset: Option<Preset>) -> oasmith_lint::Settings {
        let part = |it: &Override| {
            let levels = it.rules.iter().copied().collect();
            // The patterns were looked at when they were read.
            oasmith_lint::Override::new(&it.files, &it.paths, levels).unwrap_or_default()
        };
        oasmith_lint::Settings {
            preset: preset.or(self.preset).unwrap_or_default(),
            levels: self.rules.iter().copied().collect(),
            options: self.options.iter().cloned().collect(),
            overrides: self.overrides.iter().map(part).collect(),
        }
    }
}
