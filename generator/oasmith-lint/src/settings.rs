//! Which rules are wanted, at which severity, and where.

use crate::document::{At, Step};
use crate::grammar::Kind;
use crate::options::Options;
use crate::rule::{Preset, Rule};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use oasmith_source::{Severity, SourceMap, Span};
use std::collections::HashMap;

/// Rules by name: at another severity, or not at all.
pub type Levels = HashMap<&'static str, Option<Severity>>;

/// Which rules are wanted.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub preset: Preset,
    pub levels: Levels,
    pub options: Options,
    /// The last one that fits decides.
    pub overrides: Vec<Override>,
}

/// Other severities for a part of the document.
#[derive(Clone, Debug, Default)]
pub struct Override {
    files: Option<GlobSet>,
    paths: Option<GlobSet>,
    levels: Levels,
}

impl Override {
    /// For files by name, and paths of the API, where either is given. `Err`: the pattern that is none.
    pub fn new(files: &[String], paths: &[String], levels: Levels) -> Result<Override, String> {
        Ok(Override {
            files: globs(files)?,
            paths: globs(paths)?,
            levels,
        })
    }

    fn fits(&self, file: &str, path: Option<&str>) -> bool {
        let by_file = self.files.as_ref().is_none_or(|it| it.is_match(file));
        let by_path = self.paths.as_ref();
        by_file && by_path.is_none_or(|it| path.is_some_and(|path| it.is_match(path)))
    }
}

fn globs(patterns: &[String]) -> Result<Option<GlobSet>, String> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        // Braces are those of path templates, not alternatives.
        let plain = pattern.replace('{', "[{]").replace('}', "[}]");
        let glob = GlobBuilder::new(&plain).literal_separator(true).build();
        set.add(glob.map_err(|_| pattern.clone())?);
    }
    set.build().map(Some).map_err(|_| patterns.join("`, `"))
}

impl Settings {
    /// The severity of a rule; `None`: it is not wanted.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        match self.levels.get(rule.name()) {
            Some(level) => *level,
            None => rule.severity_in(self.preset),
        }
    }

    /// Whether a rule is wanted anywhere.
    pub(crate) fn wants(&self, rule: &Rule) -> bool {
        let level = |it: &Override| it.levels.get(rule.name()).copied().flatten();
        self.severity(rule).is_some() || self.overrides.iter().any(|it| level(it).is_some())
    }

    /// The severity of a finding about an object.
    pub(crate) fn severity_at(
        &self,
        rule: &Rule,
        span: Span,
        object: Option<At<'_, '_>>,
        sources: &SourceMap,
    ) -> Option<Severity> {
        let name = rule.name();
        let mut about = self
            .overrides
            .iter()
            .filter(|it| it.levels.contains_key(name));
        if about.clone().next().is_none() {
            return self.severity(rule);
        }
        let file = sources.file(span.file).name();
        let path = object.and_then(path);
        match about.rfind(|it| it.fits(file, path)) {
            Some(it) => it.levels.get(name).copied().flatten(),
            None => self.severity(rule),
        }
    }
}

/// The path that an object belongs to.
fn path<'a>(object: At<'_, 'a>) -> Option<&'a str> {
    let around = std::iter::once(object).chain(object.ancestors());
    let mut items = around.filter(|it| it.kind() == Kind::PathItem);
    items.find_map(|it| match (it.parent()?.kind(), it.step()) {
        (Kind::Paths, Step::Named(_, key)) => Some(&*key.text),
        _ => None,
    })
}
