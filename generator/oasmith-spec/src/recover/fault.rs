//! What is said about the ledger when it meets the document.

use super::export::Contradiction;
use super::found::{ClassIndex, Found};
use super::ledger::{Entry, Ledger};
use crate::codes;
use crate::node::Node;
use oasmith_source::Diagnostic;

/// An entry that names nothing; `there` is the name that has its place, and the place.
pub(super) fn stale(entry: &Entry, there: Option<(&str, &str)>) -> Diagnostic {
    let name = &entry.name;
    match there {
        Some((other, place)) => {
            let message = format!("`{name}` names nothing: what stands at `{place}` is `{other}`");
            let said = Diagnostic::warning(&codes::LEDGER_STALE, message);
            at_name(said, entry, "").help(format!(
                "rename the entry of `{other}`, or delete this one to free the name"
            ))
        }
        None => {
            let message = format!("`{name}` no longer names anything");
            let said = Diagnostic::warning(&codes::LEDGER_STALE, message);
            at_name(said, entry, "").help("delete the entry to free the name")
        }
    }
}

/// What the ledger says of the export, against what most copies show.
pub(super) fn contradicted(ledger: &Ledger, it: &Contradiction) -> Diagnostic {
    let (key, [more, less]) = (it.key, it.counts);
    let message = format!(
        "`{key}` is \"{}\", and the document looks like \"{}\" ({more} copies for that, {less} for what is said)",
        it.said, it.shown
    );
    let said = Diagnostic::info(&codes::LEDGER_STALE, message);
    let place = ledger.decided.iter().find(|place| place.0 == key);
    let said = match place {
        Some((_, span)) => said.at(*span),
        None => said,
    };
    said.help("delete the line to have it found out again; names that are given stay")
}

/// Descriptions of the ledger for parts that a schema does not have.
pub(super) fn described_nothing<'e>(
    entry: &'e Entry,
    schema: &'e Node,
) -> impl Iterator<Item = Diagnostic> + 'e {
    let is_schema = |at: &str| schema.pointer(at).and_then(Node::as_object).is_some();
    let missing = entry.describe.keys().filter(move |it| !is_schema(it));
    missing.map(|at| {
        let message = format!(
            "`describe` names `{at}`, which `{}` does not have",
            entry.name
        );
        let said = Diagnostic::warning(&codes::LEDGER_STALE, message);
        at_name(said, entry, "")
    })
}

/// Descriptions of the ledger for a schema that another one stands for.
pub(super) fn described_elsewhere(entry: &Entry) -> Option<Diagnostic> {
    let other = entry
        .same_as
        .as_ref()
        .filter(|_| !entry.describe.is_empty())?;
    let message = format!(
        "the `describe` of `{}` has no effect, for `{other}` stands for it",
        entry.name
    );
    let said = Diagnostic::warning(&codes::LEDGER_STALE, message);
    Some(at_name(said, entry, "").help(format!("move it to the entry of `{other}`")))
}

/// Two schemas that the ledger joins and that mean different things.
pub(super) fn not_twins(
    entry: &Entry,
    found: &Found<'_>,
    this: ClassIndex,
    other: ClassIndex,
) -> Diagnostic {
    let same_as = entry.same_as.as_deref().unwrap_or_default();
    let message = format!("`{}` and `{same_as}` differ in more than prose", entry.name);
    let said = Diagnostic::error(&codes::LEDGER_NOT_TWINS, message);
    let said = at_name(said, entry, "joined here");
    let [this, other] = [this, other].map(|it| found.classes[it.0].node.span);
    said.also(other, format!("`{same_as}`"))
        .also(this, format!("`{}`", entry.name))
        .help("remove `same_as`")
}

/// A schema that is taken to be recursive.
pub(super) fn folded(found: &Found<'_>, inner: ClassIndex, outer: ClassIndex) -> Diagnostic {
    let message = "a schema that repeats itself inside is taken to be recursive";
    let [inner, outer] = [inner, outer].map(|it| found.classes[it.0].node.span);
    Diagnostic::info(&codes::RECURSION_FOLDED, message)
        .labelled(inner, "cut off in here")
        .also(outer, "what is repeated")
        .help(
            "write the whole schema under `components` to be rid of the guess, or `recursion = \"as-written\"` at the \
             head of the name ledger where the levels are meant",
        )
}

/// A name of the ledger that the document gives to something else.
pub(super) fn name_of_document(entry: &Entry, taken: &Node) -> Diagnostic {
    let message = format!("`{}` is another component of the document", entry.name);
    let said = Diagnostic::error(&codes::LEDGER_NAME_TWICE, message);
    let said = at_name(said, entry, "given here");
    said.also(taken.span, "the document's own")
        .help("rename the entry")
}

/// Puts a finding where the entry's name stands; an entry that was never in a file has no place.
fn at_name(said: Diagnostic, entry: &Entry, label: &str) -> Diagnostic {
    match entry.span {
        Some(span) => said.labelled(span, label),
        None => said,
    }
}
