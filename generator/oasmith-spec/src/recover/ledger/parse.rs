//! Reads the ledger, with the place of each fault.

use super::{By, Entry, Ledger, comments};
use crate::codes;
use oasmith_source::{Diagnostic, Diagnostics, FileId, SourceMap, Span};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'a> = Spanned<DeValue<'a>>;

impl Ledger {
    /// Reads the ledger. With errors, the result is what could be read, which is not to be written back.
    pub fn parse(sources: &SourceMap, file: FileId) -> (Ledger, Diagnostics) {
        let text = sources.file(file).text();
        let mut cx = Cx {
            file,
            values: Vec::new(),
            diagnostics: Diagnostics::default(),
        };
        // A byte order mark is allowed at the start of a file and says nothing.
        let offset = text.len() - text.trim_start_matches('\u{feff}').len();
        if offset > 0 {
            cx.fault(0..offset, "the ledger starts with a byte order mark");
            return (Ledger::default(), cx.diagnostics);
        }
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let range = error.span().unwrap_or(0..0);
                match conflict(text) {
                    Some(range) => cx.unresolved(range),
                    None => cx.fault(range, error.message().to_lowercase()),
                }
                return (Ledger::default(), cx.diagnostics);
            }
        };
        let mut ledger = Ledger::default();
        for (key, value) in table.get_ref().iter() {
            match (&**key.get_ref(), value.get_ref().as_array()) {
                ("schema", Some(list)) => {
                    ledger.entries = list.iter().filter_map(|it| cx.entry(it)).collect();
                }
                ("schema", None) => cx.fault(value.span(), "entries start with `[[schema]]`"),
                (other, _) => cx.fault(key.span(), format!("unknown key `{other}`")),
            }
        }
        comments::keep(text, std::mem::take(&mut cx.values), &mut ledger);
        cx.names_once(&ledger);
        cx.joins(&ledger);
        (ledger, cx.diagnostics)
    }
}

/// Where Git left both sides of a conflict.
fn conflict(text: &str) -> Option<Range<usize>> {
    let mut lines = text.split_inclusive('\n');
    let mut start = 0;
    let line = lines.find(|it| {
        start += it.len();
        it.starts_with("<<<<<<< ")
    })?;
    let start = start - line.len();
    Some(start..start + line.trim_end().len())
}

struct Cx {
    file: FileId,
    /// Where the values of entries stand.
    values: Vec<Range<usize>>,
    diagnostics: Diagnostics,
}

impl Cx {
    fn fault(&mut self, range: Range<usize>, message: impl Into<String>) {
        let span = Span::new(self.file, range.start, range.end);
        let fault = Diagnostic::error(&codes::LEDGER_SYNTAX, message).at(span);
        self.diagnostics.push(fault);
    }

    fn unresolved(&mut self, range: Range<usize>) {
        let span = Span::new(self.file, range.start, range.end);
        let fault = Diagnostic::error(
            &codes::LEDGER_SYNTAX,
            "two versions of the ledger are to be merged here",
        );
        self.diagnostics.push(fault.at(span).help(
            "keep the entries of both sides and take out the three lines of markers; the next run puts them in order",
        ));
    }

    fn entry(&mut self, value: &Value<'_>) -> Option<Entry> {
        let Some(table) = value.get_ref().as_table() else {
            self.fault(value.span(), "an entry is a table");
            return None;
        };
        let mut entry = Entry::default();
        for (key, value) in table.iter() {
            match value.get_ref().as_array() {
                Some(items) => self.values.extend(items.iter().map(Spanned::span)),
                None => self.values.push(value.span()),
            }
            match &**key.get_ref() {
                "name" => {
                    entry.name = self.name(value)?;
                    let range = value.span();
                    entry.span = Some(Span::new(self.file, range.start, range.end));
                }
                "same_as" => entry.same_as = self.text(value),
                "key" => entry.key = self.text(value),
                "places" => entry.places = self.texts(value),
                "evidence" => entry.evidence = self.text(value),
                "by" => entry.by = self.by(value),
                "note" => entry.note = self.text(value),
                "describe" => entry.describe = self.table(value),
                "twins" => entry.twins = self.texts(value),
                other => self.fault(key.span(), format!("unknown key `{other}`")),
            }
        }
        if entry.name.is_empty() {
            self.fault(value.span(), "an entry needs a `name`");
            return None;
        }
        Some(entry)
    }

    /// OAS 3.1, Components Object: names are made of these letters.
    fn name(&mut self, value: &Value<'_>) -> Option<String> {
        let name = self.text(value)?;
        let allowed = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_');
        if name.is_empty() || !name.chars().all(allowed) {
            self.fault(value.span(), format!("`{name}` is no name of a component"));
            return None;
        }
        Some(name)
    }

    fn text(&mut self, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.fault(value.span(), "this must be a string");
        }
        text.map(str::to_owned)
    }

    fn texts(&mut self, value: &Value<'_>) -> Vec<String> {
        let Some(list) = value.get_ref().as_array() else {
            self.fault(value.span(), "this must be a list of strings");
            return Vec::new();
        };
        list.iter().filter_map(|it| self.text(it)).collect()
    }

    fn table(&mut self, value: &Value<'_>) -> BTreeMap<String, String> {
        let Some(table) = value.get_ref().as_table() else {
            self.fault(value.span(), "this must be a table of strings");
            return BTreeMap::new();
        };
        let pairs = table.iter();
        let pairs = pairs.filter_map(|(at, it)| Some((at.get_ref().to_string(), self.text(it)?)));
        pairs.collect()
    }

    fn by(&mut self, value: &Value<'_>) -> By {
        if value.get_ref().as_str() != Some("hand") {
            self.fault(value.span(), "`by` is \"hand\" or left out");
        }
        By::Hand
    }

    /// Names that differ in case only are one file on some disks, so they count as one.
    fn names_once(&mut self, ledger: &Ledger) {
        let mut seen: HashMap<String, Option<Span>> = HashMap::new();
        for entry in &ledger.entries {
            let Some(first) = seen.insert(entry.name.to_ascii_lowercase(), entry.span) else {
                continue;
            };
            let message = format!("`{}` names two schemas", entry.name);
            let mut fault = Diagnostic::error(&codes::LEDGER_NAME_TWICE, message);
            if let (Some(span), Some(first)) = (entry.span, first) {
                fault = fault.labelled(span, "again here").also(first, "first here");
            }
            let help = "rename one; two schemas that differ in prose only are joined by `same_as`";
            self.diagnostics.push(fault.help(help));
        }
    }

    /// `same_as` leads to an entry that stands for itself.
    fn joins(&mut self, ledger: &Ledger) {
        let known: HashMap<&str, &Entry> =
            ledger.entries.iter().map(|it| (&*it.name, it)).collect();
        for entry in &ledger.entries {
            let Some(other) = &entry.same_as else {
                continue;
            };
            let range = entry.span.map_or(0..0, Span::range);
            match known.get(&**other) {
                None => self.fault(
                    range,
                    format!("`same_as` names `{other}`, which is no entry"),
                ),
                Some(target) if target.same_as.is_some() => {
                    let message = format!("`same_as` names `{other}`, which is joined itself");
                    self.fault(range, message);
                }
                Some(_) => {}
            }
        }
    }
}
