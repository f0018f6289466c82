//! One case: a document, the rules of theirs that it is about, and what they say.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use oasmith_source::{SourceMap, Span};
use oasmith_spec::Node;
use oasmith_spec::extract::Format;
use oasmith_spec::node::{Value as Tree, push_step};
use oasmith_spec::parse::parse_at;
use serde_json::Value;

use super::Suite;
use super::ours::Found;

/// How the files of cases end.
pub const EXPECTED: &str = ".expect.json";

pub struct Case {
    pub name: String,
    pub rules: Vec<String>,
    pub document: PathBuf,
    /// A rule is set otherwise than to a severity.
    pub has_options: bool,
    /// JSON Pointers; fewer than findings where a place is not said.
    places: Vec<String>,
    is_found: bool,
}

/// Lines and columns, from the first to the one behind the last.
type Range = RangeInclusive<(usize, usize)>;

impl Case {
    pub fn read(file: &Path, suite: Suite) -> Result<Case> {
        let text = fs::read_to_string(file)
            .with_context(|| format!("could not read {}", file.display()))?;
        let said: Value = serde_json::from_str(&text)
            .with_context(|| format!("{} is no case", file.display()))?;
        let base = file.to_string_lossy();
        let base = base.trim_end_matches(EXPECTED);
        let endings = ["yaml", "yml", "json"];
        let document = endings.map(|it| PathBuf::from(format!("{base}.{it}")));
        let document = document.into_iter().find(|it| it.is_file());
        let name = Path::new(base).file_name().unwrap_or_default();
        let case = Case {
            name: name.to_string_lossy().into_owned(),
            rules: Vec::new(),
            document: document.with_context(|| format!("{base} has no document"))?,
            has_options: false,
            places: Vec::new(),
            is_found: false,
        };
        Ok(match suite {
            Suite::Spectral => case.of_spectral(&said),
            Suite::Redocly => case.of_redocly(&said),
        })
    }

    fn of_spectral(self, said: &Value) -> Case {
        let findings = said["actual_spectral_6_16_3"].as_array().cloned();
        let findings = findings.unwrap_or_default();
        let paths = findings.iter().filter_map(|it| it["path"].as_array());
        Case {
            rules: said["rule"]
                .as_str()
                .map(str::to_owned)
                .into_iter()
                .collect(),
            places: paths.map(|it| pointer(it)).collect(),
            is_found: !findings.is_empty(),
            ..self
        }
    }

    fn of_redocly(self, said: &Value) -> Case {
        let rules = said["config"]["rules"].as_object();
        let options = |it: &Value| {
            let set = it.as_object().into_iter().flatten();
            set.filter(|(key, _)| *key != "severity").count() > 0
        };
        let raw = said["raw"].as_str().unwrap_or_default();
        let findings = said["expected"].as_array().cloned().unwrap_or_default();
        let located = findings
            .iter()
            .filter_map(|it| it["location"][0]["pointer"].as_str());
        let mut places: Vec<String> = located.map(str::to_owned).collect();
        // What could not be read as data is there as text; as a number, where only that was counted.
        places.extend(raw.split("\"pointer\": \"").skip(1).filter_map(|it| {
            let end = it.find('"')?;
            Some(it[..end].to_owned())
        }));
        let is_counted = raw.trim().parse::<usize>().is_ok_and(|it| it > 0);
        let is_on = |it: &Value| it != "off" && it["severity"] != "off";
        let named = rules.into_iter().flatten().filter(|it| is_on(it.1));
        let named = named.map(|it| it.0.clone());
        let mut rules_of_case: Vec<String> = named.collect();
        if rules_of_case.is_empty() {
            let told = findings.iter().filter_map(|it| it["ruleId"].as_str());
            rules_of_case.extend(told.map(str::to_owned));
            rules_of_case.sort();
            rules_of_case.dedup();
        }
        Case {
            rules: rules_of_case,
            has_options: rules.into_iter().flatten().any(|it| options(it.1)),
            is_found: !findings.is_empty() || !places.is_empty() || is_counted,
            places,
            ..self
        }
    }

    /// In what both disagree.
    pub fn disagreement(&self, rules: &[String], found: &[Found]) -> Result<Option<String>> {
        let ours: Vec<&Found> = found.iter().filter(|it| rules.contains(&it.name)).collect();
        let names = self.rules.join(", ");
        match (self.is_found, ours.first()) {
            (false, None) => return Ok(None),
            (true, None) => return Ok(Some(format!("{names} finds something, and ours do not"))),
            (false, Some(it)) => {
                let (name, line) = (&it.name, it.place.line);
                return Ok(Some(format!(
                    "{names} is silent, and ours: {name} in line {line}"
                )));
            }
            (true, Some(_)) => {}
        }
        let text = fs::read_to_string(&self.document)?;
        let mut sources = SourceMap::default();
        let file = sources.add("case", text.as_str());
        let format = match self.document.extension() {
            Some(it) if it == "json" => Format::Json,
            _ => Format::Yaml,
        };
        let (root, _) = parse_at(&sources, Span::new(file, 0, text.len()), format);
        let Some(root) = root else { return Ok(None) };
        for place in &self.places {
            let range = range(&root, place.trim_start_matches('#'), &sources);
            let mut ours = ours.iter().flat_map(|it| it.places());
            if !ours.any(|it| range.contains(&it)) {
                return Ok(Some(format!(
                    "{names} finds {place}, and ours are elsewhere"
                )));
            }
        }
        Ok(None)
    }
}

fn pointer(path: &[Value]) -> String {
    let mut pointer = String::new();
    for step in path {
        match step.as_str() {
            Some(it) => push_step(&mut pointer, it),
            None => push_step(&mut pointer, &step.to_string()),
        }
    }
    pointer
}

/// What a pointer names, with its key, or the nearest thing around it that is there.
fn range(root: &Node, pointer: &str, sources: &SourceMap) -> Range {
    let (mut node, mut span) = (root, root.span);
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let next = match &node.value {
            Tree::Object(it) => it
                .member(&step)
                .map(|it| (&it.value, it.key.span.to(it.value.span))),
            Tree::Array(items) => {
                let item = step.parse().ok().and_then(|it: usize| items.get(it));
                item.map(|it| (it, it.span))
            }
            _ => None,
        };
        let Some((inner, place)) = next else { break };
        (node, span) = (inner, place);
    }
    let at = |offset: u32| {
        let at = sources.position(Span {
            start: offset,
            end: offset,
            ..span
        });
        (at.line as usize, at.column as usize)
    };
    at(span.start)..=at(span.end)
}
