//! One document in one export style: there and back, and what was lost on the way.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, bail};
use oasmith_source::{Diagnostics, Severity, render};
use oasmith_spec::Node;
use oasmith_spec::dereference::{Mappings, Options, dereference};
use oasmith_spec::merge::merge;
use oasmith_spec::node::Value;
use oasmith_spec::recover::{Ledger, recover};

use super::document::Document;
use super::hash::{self, Hashes};
use super::score::{Agreement, Class, Table, ratio};
use super::split::Carried;
use super::truth::{self, Component, Truth};
use super::{Settings, Style, names, same, size, split};
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
    let author = &document.root;
    let most = settings.limit_mb * 1_000_000;
    let input = dereferenced(document, style, most)?;
    let (parts, carried) = split::split(&input, most);
    if parts.is_empty() {
        bail!("skipped: there are no operations");
    }
    let bytes: usize = parts.iter().map(size::bytes).sum();
    let mut notes = Vec::new();
    if carried == Carried::Once {
        notes.push(
            "recursive components stand in one document each, not in all that need them".into(),
        );
    }
    let before = cpu::own_seconds()?;
    let (merged, said) = merge(parts, &document.sources);
    notes.extend(errors(&said, document).map(|it| format!("merge: {it}")));
    let Some(merged) = merged else {
        bail!("nothing was merged: {}", notes.concat());
    };
    let (recovered, said) = recover(merged, &Ledger::default());
    let cpu_seconds = cpu::own_seconds()? - before;
    notes.extend(errors(&said, document).map(|it| format!("recover: {it}")));

    let different = same::differences(&input, &recovered.document);
    notes.extend(different.first.map(|it| format!("meaning: {it}")));
    let verbatim = verbatim(author, &input);
    let mut class = Named::default();
    let ours = truth::walk(
        author,
        &recovered.document,
        &mut |it| match it.innermost() {
            Some(name) => Class::Shared(class.number(name)),
            None => Class::Inline,
        },
    );
    let judged = Judged::new(&ours, &input);
    let cx = Cx {
        truth: &ours,
        class_names: &class.names,
    };
    let scored = |at: usize| judged.scored.contains(&at);
    let table = ours.table.only(scored);
    let by_name: HashSet<&str> = judged
        .scored
        .iter()
        .map(|at| ours.components[*at].name)
        .collect();
    let verbatim_table = verbatim
        .table
        .only(|at| by_name.contains(verbatim.components[at].name));
    let matched = table.one_to_one();
    let agree = |test: fn(&str, &str) -> bool| {
        let agreeing = matched
            .iter()
            .filter(|(at, class)| cx.agrees(*at, *class, test));
        ratio(agreeing.count() as f64, matched.len() as f64)
    };
    let numbered = numbered(&recovered.document, &input);
    notes.extend(numbered.iter().map(|it| format!("numbered: {it}")));
    let figures = Figures {
        schemas: judged.scored.len(),
        operations: ours.operations,
        ours: table.agreement(),
        verbatim: verbatim_table.agreement(),
        one_to_one: ratio(matched.len() as f64, judged.scored.len() as f64),
        verbatim_one_to_one: ratio(
            verbatim_table.one_to_one().len() as f64,
            judged.scored.len() as f64,
        ),
        names_equal: agree(names::equal),
        names_half: agree(names::half),
        titled: judged.is_titled(&ours),
        numbered: numbered.len(),
        differ: different.operations,
        cpu_seconds,
        megabytes: bytes as f64 / 1e6,
        kept: judged.kept,
        by_design: judged.by_design,
    };
    Ok(Outcome {
        figures,
        notes,
        names: if settings.names {
            cx.names(&table, &recovered.ledger)
        } else {
            Vec::new()
        },
        misses: if settings.misses {
            cx.misses(&table)
        } else {
            Vec::new()
        },
    })
}

/// The document without references, as an exporter would see it.
pub fn dereferenced(document: &Document, style: Style, most: usize) -> Result<Node> {
    let options = Options {
        siblings: style.siblings(),
        mappings: Mappings::Dropped,
        // A value takes ten bytes of JSON at the least, with its name.
        limit: most / 10,
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
fn verbatim<'a>(author: &'a Node, input: &'a Node) -> Truth<'a> {
    let hashes = Hashes::of_tree(input);
    truth::walk(author, input, &mut |it| {
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

/// Which of the author's components count.
struct Judged {
    scored: HashSet<usize>,
    kept: usize,
    by_design: usize,
}

impl Judged {
    fn new(truth: &Truth<'_>, input: &Node) -> Self {
        let mut judged = Judged {
            scored: HashSet::new(),
            kept: 0,
            by_design: 0,
        };
        for (at, component) in truth.components.iter().enumerate() {
            if split::has(input, component.name) {
                judged.kept += 1;
            } else if deserves_name(component) {
                judged.scored.insert(at);
            } else {
                judged.by_design += 1;
            }
        }
        judged
    }

    fn is_titled(&self, truth: &Truth<'_>) -> bool {
        let titled = |at: &&usize| truth.components[**at].schema.get("title").is_some();
        2 * self.scored.iter().filter(titled).count() >= self.scored.len()
    }
}

/// Objects with properties, compositions of several schemas, and enumerations of several strings used more than once.
fn deserves_name(component: &Component<'_>) -> bool {
    let schema = component.schema;
    let has_properties = schema.get("properties").and_then(Node::as_object);
    let composed = ["allOf", "oneOf", "anyOf"].iter().any(|keyword| {
        let branches = schema.get(keyword).and_then(Node::as_array);
        branches.is_some_and(|it| it.len() > 1)
    });
    let values = schema
        .get("enum")
        .and_then(Node::as_array)
        .unwrap_or_default();
    let strings = values.iter().filter(|it| it.as_str().is_some()).count();
    let nulls = values
        .iter()
        .filter(|it| matches!(it.value, Value::Null))
        .count();
    let is_enum = strings > 1 && strings + nulls == values.len();
    has_properties.is_some_and(|it| !it.is_empty()) || composed || (is_enum && component.met > 1)
}

/// The names that recovering gave which end with a number.
fn numbered(recovered: &Node, input: &Node) -> Vec<String> {
    let schemas = recovered
        .pointer("/components/schemas")
        .and_then(Node::as_object);
    let names = schemas
        .into_iter()
        .flat_map(|it| it.iter())
        .map(|it| &*it.key.text);
    let ours = names.filter(|it| names::is_numbered(it) && !split::has(input, it));
    ours.map(str::to_owned).collect()
}

struct Cx<'t, 'a> {
    truth: &'t Truth<'a>,
    class_names: &'t [&'a str],
}

impl Cx<'_, '_> {
    fn agrees(&self, component: usize, class: Class, test: fn(&str, &str) -> bool) -> bool {
        let ours = self.class_name(class);
        let mut aliases = self.truth.components[component].aliases.iter();
        aliases.any(|it| test(it, ours))
    }

    fn class_name(&self, class: Class) -> &str {
        match class {
            Class::Inline => "(inline)",
            Class::Shared(number) => self.class_names[number as usize],
        }
    }

    /// The author's names beside ours.
    fn names(&self, table: &Table, ledger: &Ledger) -> Vec<String> {
        let matched: HashMap<usize, Class> = table.one_to_one().into_iter().collect();
        let components = table.components().into_iter();
        components
            .map(|at| {
                let author = &self.truth.components[at];
                let Some(class) = matched.get(&at) else {
                    return format!("- {} -> not one to one", author.name);
                };
                let ours = self.class_name(*class);
                let mark = match () {
                    () if self.agrees(at, *class, names::equal) => '=',
                    () if self.agrees(at, *class, names::half) => '~',
                    () => '!',
                };
                let evidence = ledger.get(ours).and_then(|it| it.evidence.as_deref());
                let place = author.places.get(class).map_or("", |it| it);
                let evidence = evidence.unwrap_or_default();
                format!("{mark} {} -> {ours}   [{evidence}]   {place}", author.name)
            })
            .collect()
    }

    /// Components that were not found as one, and classes of several components.
    fn misses(&self, table: &Table) -> Vec<String> {
        let mut lines = Vec::new();
        for at in table.components() {
            let author = &self.truth.components[at];
            let classes: Vec<_> = table.classes(at).collect();
            if let [(Class::Shared(_), _)] = classes[..] {
                continue;
            }
            lines.push(format!("recall: {} is", author.name));
            for (class, count) in classes.iter().take(6) {
                let place = author.places.get(class).map_or("", |it| it);
                lines.push(format!("    {} x{count}, {place}", self.class_name(*class)));
            }
            if classes.len() > 6 {
                lines.push(format!("    and {} more", classes.len() - 6));
            }
        }
        for (class, components) in table.mixed() {
            lines.push(format!("precision: {} stands for", self.class_name(class)));
            for at in components.iter().take(6) {
                let author = &self.truth.components[*at];
                let place = author.places.get(&class).map_or("", |it| it);
                lines.push(format!("    {}, {place}", author.name));
            }
            if components.len() > 6 {
                lines.push(format!("    and {} more", components.len() - 6));
            }
        }
        lines
    }
}
