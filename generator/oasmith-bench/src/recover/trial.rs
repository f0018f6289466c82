//! One document in one export style: there and back, and what was lost on the way.

use std::collections::HashMap;

use anyhow::{Result, bail};
use oasmith_source::{Diagnostics, Severity, render};
use oasmith_spec::Node;
use oasmith_spec::dereference::{Mappings, Options, dereference};
use oasmith_spec::merge::{Policies, merge};
use oasmith_spec::recover::{Ledger, Recovered, recover};

use super::agreed::Names;
use super::document::Document;
use super::hash::{self, Hashes};
use super::judged::{self, Judged};
use super::score::{Agreement, Class, ratio};
use super::split::Carried;
use super::truth::{self, Sides, Truth};
use super::{Settings, Style, names, renamed, same, size, split};
use crate::cpu;

/// The figures of one document and style.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Scored components.
    pub schemas: usize,
    pub operations: usize,
    pub ours: Agreement,
    pub verbatim: Agreement,
    pub one_to_one: f64,
    /// The same for verbatim grouping.
    pub verbatim_one_to_one: f64,
    pub names_equal: f64,
    pub names_half: f64,
    /// The same, without the packages in front of the author's names.
    pub last_half: f64,
    /// Of the names that the author gave as the title too; none where there are none.
    pub titles_kept: Option<f64>,
    pub titled: bool,
    pub numbered: usize,
    /// Operations whose meaning differs.
    pub differ: usize,
    pub cpu_seconds: f64,
    /// Of all the documents that were merged, as JSON.
    pub megabytes: f64,
    /// Components of the author's that contain themselves, and those that deserve no name.
    pub kept: usize,
    pub by_design: usize,
}

/// Figures, and what stands behind them.
pub struct Outcome {
    pub figures: Figures,
    /// What is worth a line of its own.
    pub notes: Vec<String>,
    pub names: Vec<String>,
    pub misses: Vec<String>,
}

pub fn run(document: &Document, style: Style, settings: &Settings) -> Result<Outcome> {
    let most = settings.limit_mb * 1_000_000;
    let input = dereferenced(document, style, most)?;
    let back = there_and_back(document, &input, most)?;
    Ok(judge(&document.root, &input, back, settings))
}

/// What became of a document.
struct Back {
    recovered: Recovered,
    bytes: usize,
    cpu_seconds: f64,
    notes: Vec<String>,
}

fn there_and_back(document: &Document, input: &Node, most: usize) -> Result<Back> {
    let mut notes = Vec::new();
    let (parts, carried) = split::split(input, most);
    if parts.is_empty() {
        bail!("skipped: there are no operations");
    }
    if carried == Carried::Once {
        notes.push(
            "recursive components stand in one document each, not in all that need them".into(),
        );
    }
    let bytes = parts.iter().map(size::bytes).sum();
    let before = cpu::own_seconds()?;
    let (merged, said) = merge(parts, &Policies::default(), &document.sources);
    notes.extend(errors(&said, document).map(|it| format!("merge: {it}")));
    let Some(merged) = merged else {
        bail!("nothing was merged: {}", notes.concat());
    };
    let (recovered, said) = recover(merged, &Ledger::default());
    let cpu_seconds = cpu::own_seconds()? - before;
    notes.extend(errors(&said, document).map(|it| format!("recover: {it}")));
    Ok(Back {
        recovered,
        bytes,
        cpu_seconds,
        notes,
    })
}

fn judge(author: &Node, input: &Node, back: Back, settings: &Settings) -> Outcome {
    let mut notes = back.notes;
    let recovered = &back.recovered.document;
    let different = same::differences(&renamed::as_in(recovered, input), recovered);
    notes.extend(different.first.map(|it| format!("meaning: {it}")));
    let sides = |other| Sides {
        author,
        other,
        input,
        weight: settings.weight,
    };
    let mut class = Named::default();
    let ours = truth::walk(sides(recovered), &mut |it| match it.innermost() {
        Some(name) => Class::Shared(class.number(name)),
        None => Class::Inline,
    });
    let verbatim = verbatim(sides(input));
    let judged = Judged::new(&verbatim, input);
    let scored = |truth: &Truth<'_>, at: usize| judged.scored.contains(truth.components[at].name);
    let table = ours.table.only(|at| scored(&ours, at));
    let verbatim = verbatim.table.only(|at| scored(&verbatim, at));

    let names = Names {
        truth: &ours,
        class_names: &class.names,
    };
    let matched = table.one_to_one();
    let agree = |test: fn(&str, &str) -> bool| {
        let agreeing = matched.iter().filter(|it| names.agrees(it.0, it.1, test));
        ratio(agreeing.count() as f64, matched.len() as f64)
    };
    let told = |it: &&(usize, Class)| {
        let component = &ours.components[it.0];
        let title = component.schema.get("title").and_then(Node::as_str);
        title.is_some_and(|title| names::equal(title, component.name))
    };
    let told: Vec<&(usize, Class)> = matched.iter().filter(told).collect();
    let kept = told
        .iter()
        .filter(|it| names.agrees(it.0, it.1, names::equal));
    let titles_kept = ratio(kept.count() as f64, told.len() as f64);
    let of_scored = |count: usize| ratio(count as f64, judged.scored.len() as f64);
    let numbered = judged::numbered(recovered, input);
    notes.extend(numbered.iter().map(|it| format!("numbered: {it}")));
    let figures = Figures {
        schemas: judged.scored.len(),
        operations: ours.operations,
        ours: table.agreement(),
        verbatim: verbatim.agreement(),
        one_to_one: of_scored(matched.len()),
        verbatim_one_to_one: of_scored(verbatim.one_to_one().len()),
        names_equal: agree(names::equal),
        names_half: agree(names::half),
        last_half: agree(names::half_of_last),
        titles_kept: (!told.is_empty()).then_some(titles_kept),
        titled: judged.is_titled(),
        numbered: numbered.len(),
        differ: different.operations,
        cpu_seconds: back.cpu_seconds,
        megabytes: back.bytes as f64 / 1e6,
        kept: judged.kept,
        by_design: judged.by_design,
    };
    let mut outcome = Outcome {
        figures,
        notes,
        names: Vec::new(),
        misses: Vec::new(),
    };
    if settings.names {
        outcome.names = names.names(&table, &back.recovered.ledger);
    }
    if settings.misses {
        outcome.misses = names.misses(&table);
    }
    outcome
}

/// The document without references, as an exporter would see it.
pub fn dereferenced(document: &Document, style: Style, most: usize) -> Result<Node> {
    let options = Options {
        mappings: Mappings::Dropped,
        // A value takes ten bytes of JSON at the least, with its name.
        limit: most / 10,
        ..Options::new(style.siblings())
    };
    let (input, said) = dereference(&document.root, &options);
    let Some(input) = input else {
        bail!("skipped: {}", errors(&said, document).collect::<String>());
    };
    let bytes = size::bytes(&input);
    if bytes > most {
        bail!("skipped: {} MB without references", bytes / 1_000_000);
    }
    Ok(input)
}

fn errors<'a>(said: &'a Diagnostics, document: &'a Document) -> impl Iterator<Item = String> + 'a {
    let errors = said.iter().filter(|it| it.severity == Severity::Error);
    errors
        .take(3)
        .map(|it| render::concise(it, &document.sources).trim_end().to_owned())
}

/// What grouping by equality of the schema as it stands would find.
fn verbatim(sides: Sides<'_>) -> Truth<'_> {
    let hashes = Hashes::of_tree(sides.input);
    truth::walk(sides, &mut |it| {
        Class::Shared(match it.innermost() {
            Some(name) => hash::text(b'r', name),
            None => hashes.get(it.node),
        })
    })
}

/// Numbers for names, in order of first use.
#[derive(Default)]
struct Named<'a> {
    numbers: HashMap<&'a str, u64>,
    names: Vec<&'a str>,
}

impl<'a> Named<'a> {
    fn number(&mut self, name: &'a str) -> u64 {
        *self.numbers.entry(name).or_insert_with(|| {
            self.names.push(name);
            self.names.len() as u64 - 1
        })
    }
}
