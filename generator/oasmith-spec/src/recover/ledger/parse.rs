//! Reads the ledger, with the place of each fault.

use super::{By, Entry, Ledger, comments};
use crate::codes;
use crate::recover::export::Decision;
use crate::recover::words::split;
use oasmith_source::suggest::nearest;
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
            joined: HashMap::new(),
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
                let message = error.message().to_lowercase();
                match conflict(text) {
                    Some(range) => cx.unresolved(range),
                    // What is left of a conflict when only its markers were taken out.
                    None if text.get(range.clone()) == Some("name") => {
                        let help = "an entry has one: write `[[schema]]` before it, where that line is missing";
                        cx.fault_with_help(range, message, help);
                    }
                    None => cx.fault(range, message),
                }
                return (Ledger::default(), cx.diagnostics);
            }
        };
        let mut ledger = Ledger::default();
        for (key, value) in table.get_ref().iter() {
            let range = value.span();
            let place = Span::new(file, range.start, range.end);
            ledger.decided.push((key.get_ref().to_string(), place));
            match (&**key.get_ref(), value.get_ref().as_array()) {
                ("schema", Some(list)) => {
                    ledger.entries = list.iter().filter_map(|it| cx.entry(it)).collect();
                }
                ("schema", None) => cx.fault(value.span(), "entries start with `[[schema]]`"),
                ("annotations", _) => ledger.export.annotations = cx.decision(value),
                ("nullable", _) => ledger.export.nullable = cx.decision(value),
                ("recursion", _) => ledger.export.recursion = cx.decision(value),
                (other, _) => cx.unknown(key.span(), other, &HEAD),
            }
        }
        comments::keep(text, std::mem::take(&mut cx.values), &mut ledger);
        cx.names_once(&ledger);
        cx.joins(&ledger);
        (ledger, cx.diagnostics)
    }
}

/// What a ledger may have.
const HEAD: [&str; 4] = ["schema", "annotations", "nullable", "recursion"];

/// What an entry may have.
const KEYS: [&str; 9] = [
    "name", "same_as", "key", "places", "evidence", "by", "note", "describe", "twins",
];

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
    /// Where the entries say what they are joined with, by where their names stand.
    joined: HashMap<Span, Range<usize>>,
    diagnostics: Diagnostics,
}

impl Cx {
    fn fault(&mut self, range: Range<usize>, message: impl Into<String>) {
        let span = Span::new(self.file, range.start, range.end);
        let fault = Diagnostic::error(&codes::LEDGER_SYNTAX, message).at(span);
        self.diagnostics.push(fault);
    }

    fn fault_with_help(
        &mut self,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let span = Span::new(self.file, range.start, range.end);
        let fault = Diagnostic::error(&codes::LEDGER_SYNTAX, message).at(span);
        self.diagnostics.push(fault.help(help));
    }

    fn unknown(&mut self, range: Range<usize>, key: &str, known: &[&str]) {
        let help = match nearest(key, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("known are `{}`", known.join("`, `")),
        };
        self.fault_with_help(range, format!("unknown key `{key}`"), help);
    }

    fn unresolved(&mut self, range: Range<usize>) {
        self.fault_with_help(
            range,
            "two versions of the ledger are to be merged here",
            "keep the entries of both sides, take out the three lines of markers, and see to it that a line \
             `[[schema]]` stands before each `name`; the next run puts them in order",
        );
    }

    fn entry(&mut self, value: &Value<'_>) -> Option<Entry> {
        let Some(table) = value.get_ref().as_table() else {
            self.fault(value.span(), "an entry is a table");
            return None;
        };
        let mut entry = Entry::default();
        let mut joined = None;
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
                "same_as" => {
                    entry.same_as = self.text(value);
                    joined = Some(value.span());
                }
                "key" => entry.key = self.text(value),
                "places" => entry.places = self.texts(value),
                "evidence" => entry.evidence = self.text(value),
                "by" => entry.by = self.by(value),
                "note" => entry.note = self.text(value),
                "describe" => entry.describe = self.table(value),
                "twins" => entry.twins = self.texts(value),
                other => self.unknown(key.span(), other, &KEYS),
            }
        }
        if entry.name.is_empty() {
            self.fault(value.span(), "an entry needs a `name`");
            return None;
        }
        self.joined.extend(entry.span.zip(joined));
        Some(entry)
    }

    fn decision<D: Decision>(&mut self, value: &Value<'_>) -> Option<D> {
        let text = value.get_ref().as_str();
        let known = D::WORDS.iter().find(|it| Some(it.0) == text);
        if known.is_none() {
            let words: Vec<&str> = D::WORDS.iter().map(|it| it.0).collect();
            let message = format!("this must be \"{}\"", words.join("\" or \""));
            let help = "delete the line to have it found out from the document again, which may move names";
            self.fault_with_help(value.span(), message, help);
        }
        known.map(|it| it.1)
    }

    /// OAS 3.1, Components Object: names are made of these letters.
    fn name(&mut self, value: &Value<'_>) -> Option<String> {
        let name = self.text(value)?;
        let allowed = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_');
        let says_nothing = !name.contains(|it: char| it.is_ascii_alphanumeric());
        if says_nothing || !name.chars().all(allowed) {
            let message = format!("`{name}` is no name of a component");
            let help = "a name is made of letters and digits, with `.`, `-` and `_` between them";
            self.fault_with_help(value.span(), message, help);
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

    /// Names of the same words are one type in Rust, and those that differ in case only are one file on some disks; so
    /// they count as one.
    fn names_once(&mut self, ledger: &Ledger) {
        let mut seen: HashMap<String, &Entry> = HashMap::new();
        for entry in &ledger.entries {
            let keys = [
                entry.name.to_ascii_lowercase(),
                split(&entry.name).join("_"),
            ];
            let [a, b] = keys.map(|it| seen.insert(it, entry));
            // The same key twice, when the name is a single word.
            let mut known = [a, b].into_iter().flatten();
            let Some(first) = known.rfind(|it| it.span != entry.span) else {
                continue;
            };
            let message = match (
                first.name == entry.name,
                first.name.eq_ignore_ascii_case(&entry.name),
            ) {
                (true, _) => format!("`{}` names two schemas", entry.name),
                (_, true) => format!(
                    "`{}` and `{}` differ in case only, and are one file on some disks",
                    first.name, entry.name
                ),
                (_, false) => format!("`{}` and `{}` are one name in Rust", first.name, entry.name),
            };
            let first = first.span;
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
            let range = entry.span.and_then(|it| self.joined.get(&it).cloned());
            let range = range.unwrap_or_default();
            let (fault, help) = match known.get(&**other) {
                None => {
                    let meant = nearest(other, known.keys().copied());
                    let meant = meant.map(|it| format!("did you mean `{it}`?"));
                    let help = "name an entry whose schema differs from this one in prose only";
                    ("is no entry", meant.unwrap_or_else(|| help.to_owned()))
                }
                Some(_) if *other == entry.name => {
                    let help =
                        "name the entry whose schema stands for this one too, or take the line out";
                    ("is this entry itself", help.to_owned())
                }
                Some(target) => match &target.same_as {
                    Some(last) => (
                        "is joined itself",
                        format!("name the one that stands for both: `{last}`"),
                    ),
                    None => continue,
                },
            };
            let message = format!("`same_as` names `{other}`, which {fault}");
            self.fault_with_help(range, message, help);
        }
    }
}
