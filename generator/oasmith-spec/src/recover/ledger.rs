//! The name ledger: which name each shared schema has, so that it never moves.
//!
//! A TOML file beside the sources, committed, sorted by name, made to be reviewed and edited.
//! [`Ledger::parse`] reads it and [`Ledger::to_toml`] writes it; what it says is carried out by `recover`.

mod comments;
mod parse;

use super::export::Export;
use oasmith_source::Span;
use std::collections::BTreeMap;

/// The names given so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub entries: Vec<Entry>,
    /// What was decided about the whole document.
    pub export: Export,
    /// Where that stands, by its key.
    pub decided: Vec<(String, Span)>,
    /// A person's comments before the first entry and after the last one, each a line with its `#`.
    pub head: Vec<String>,
    pub tail: Vec<String>,
}

/// One name, and how the schema that has it is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// The name of the entry whose schema stands for this one too; the two differ in prose only.
    pub same_as: Option<String>,
    /// A hash of the schema as it stands; a person who adds an entry leaves it out.
    pub key: Option<String>,
    /// Where the schema stands, a few of them: `GET /pets 200 items[]`. They recognise it when its text has changed.
    pub places: Vec<String>,
    /// Why it has this name.
    pub evidence: Option<String>,
    /// Who named it.
    pub by: By,
    /// A person's reason for this entry.
    pub note: Option<String>,
    /// A person's comments on it, each a line with its `#`. They are written before it.
    pub comments: Vec<String>,
    /// Descriptions that a person wrote, by JSON Pointer from the schema: what stands for several twins often describes
    /// only the first of them.
    pub describe: BTreeMap<String, String>,
    /// Other names whose schemas differ from this one in prose only.
    pub twins: Vec<String>,
    /// Where the name stands in the file; `None` when it has just been given.
    pub span: Option<Span>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    #[default]
    Evidence,
    /// A person; written `by = "hand"`.
    Hand,
}

const HEADER: &str = "\
# The names of shared schemas. oasmith writes this file and keeps every name that stands in it.
# Change a `name` to rename a schema. Delete an entry to have it named anew.
# `same_as` on an entry joins it with another that differs in prose only, and `describe` gives the prose for both.
# `note` and `by = \"hand\"` are yours.
";

/// Stands above what is decided about the document.
const DECIDED: &str = "\
# `annotations`: what stood beside references was written `in-copies` or `around-copies`. `nullable`: null that only some
# copies allow is `of-places` or `of-schemas`. Both are found out once many copies show it, for another answer moves names.
";

/// Stands above what is decided about recursion.
const RECURSION: &str = "\
# `recursion`: a schema that holds shorter copies of itself was cut off and is `folded` again, unless you say `as-written`.
";

impl Ledger {
    /// The file's text. Equal ledgers have equal texts, and reading the text gives the ledger back.
    pub fn to_toml(&self) -> String {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let mut out = HEADER.to_owned();
        lines(&mut out, &self.head);
        let (recursion, places): (Vec<_>, Vec<_>) =
            self.export.words().partition(|it| it.0 == "recursion");
        for (comment, decided) in [(DECIDED, places), (RECURSION, recursion)] {
            if !decided.is_empty() {
                out.push('\n');
                out.push_str(comment);
            }
            for (key, word) in decided {
                line(&mut out, key, Some(word));
            }
        }
        for entry in entries {
            write(entry, &mut out);
        }
        if !self.tail.is_empty() {
            out.push('\n');
            lines(&mut out, &self.tail);
        }
        out
    }

    /// The entry of a name.
    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.name == name)
    }
}

fn write(entry: &Entry, out: &mut String) {
    out.push('\n');
    lines(out, &entry.comments);
    out.push_str("[[schema]]\n");
    line(out, "name", Some(&entry.name));
    line(out, "same_as", entry.same_as.as_deref());
    line(out, "key", entry.key.as_deref());
    list(out, "places", &entry.places);
    line(out, "evidence", entry.evidence.as_deref());
    line(out, "by", (entry.by == By::Hand).then_some("hand"));
    line(out, "note", entry.note.as_deref());
    table(out, "describe", &entry.describe);
    list(out, "twins", &entry.twins);
}

fn lines(out: &mut String, comments: &[String]) {
    for comment in comments {
        out.push_str(comment);
        out.push('\n');
    }
}

fn line(out: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        out.push_str(&format!("{key} = {}\n", quoted(value)));
    }
}

fn list(out: &mut String, key: &str, values: &[String]) {
    match values {
        [] => {}
        [one] => out.push_str(&format!("{key} = [{}]\n", quoted(one))),
        several => {
            out.push_str(&format!("{key} = [\n"));
            for value in several {
                out.push_str(&format!("    {},\n", quoted(value)));
            }
            out.push_str("]\n");
        }
    }
}

fn table(out: &mut String, key: &str, values: &BTreeMap<String, String>) {
    let pairs = values.iter();
    let pairs: Vec<String> = pairs
        .map(|(at, text)| format!("{} = {}", quoted(at), quoted(text)))
        .collect();
    if !pairs.is_empty() {
        out.push_str(&format!("{key} = {{ {} }}\n", pairs.join(", ")));
    }
}

/// A basic string (TOML 1.0, String).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                out.push_str(&format!("\\u{:04X}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
