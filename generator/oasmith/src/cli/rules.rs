//! `oasmith rules`

use oasmith_lint::page;

use super::Said;
use super::args::{RuleFormat, Rules};
use super::lint::preset;

pub fn run(args: &Rules) -> Said {
    if args.format == RuleFormat::Markdown {
        return Said::fine(page::page());
    }
    let wanted = args.preset.map(preset);
    let rules = oasmith_lint::ALL
        .iter()
        .filter(|rule| wanted.is_none_or(|it| rule.severity_in(it).is_some()));
    let width = oasmith_lint::ALL.iter().map(|it| it.name().len()).max();
    let width = width.unwrap_or(0);
    let lines = rules.map(|it| {
        let severity = page::severity(it.levels.severity);
        format!(
            "{}  {:width$}  {:13}  {:11}  {severity:7}  {}\n",
            it.code.id,
            it.name(),
            it.group.name(),
            it.levels.from.name(),
            it.code.summary().trim()
        )
    });
    Said::fine(lines.collect::<String>())
}
