//! Which finding this is, from one version of a document to the next.
//!
//! In: a finding and where its object is. Out: a hash of the rule, the place by names, and what is named there.
//! Lines, the order of the document and the wording of messages have no part in it, so what moves stays what it is.

use crate::document::{At, Step};
use crate::grammar::Kind;
use crate::report::Finding;
use oasmith_source::SourceMap;
use oasmith_spec::Node;

/// Longer texts are told apart by their beginning.
const SUBJECT: usize = 120;

impl Finding {
    /// Sixteen hexadecimal digits.
    pub fn fingerprint(&self, sources: &SourceMap) -> String {
        let subject = sources.text(self.primary.span);
        let subject = subject.trim_matches(['"', '\'']).chars().take(SUBJECT);
        let subject: String = subject.filter(|it| !it.is_whitespace()).collect();
        let parts = [self.rule.name(), &self.location, &subject];
        hash(&parts.join("\0"))
    }
}

/// FNV-1a, which is the same on every machine and in every version.
pub fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Like a JSON Pointer, from the operation on where that has an id, and with names for indices.
pub(crate) fn location(at: At<'_, '_>) -> String {
    let mut steps = Vec::new();
    for it in std::iter::once(at).chain(at.ancestors()) {
        if it.kind() == Kind::Operation
            && let Some(id) = it.text("operationId")
        {
            steps.push(format!("operation {id}"));
            break;
        }
        match it.step() {
            Step::Root => {}
            Step::Field(key) | Step::Named(None, key) => steps.push(key.text.to_string()),
            Step::Named(Some(field), key) => steps.push(format!("{}/{}", field.text, key.text)),
            Step::Item(field, index) => {
                steps.push(format!("{}/{}", field.text, item(it, index)));
            }
        }
    }
    steps.reverse();
    steps.join("/")
}

/// What tells an item from its neighbours when others are put in between.
fn item(at: At<'_, '_>, index: usize) -> String {
    let named = ["name", "$ref", "url"];
    let name = named.iter().find_map(|it| at.text(it));
    match (name, at.get("in").and_then(Node::as_str)) {
        (Some(name), Some(place)) => format!("{name} in {place}"),
        (Some(name), None) => name.to_owned(),
        (None, _) => index.to_string(),
    }
}
