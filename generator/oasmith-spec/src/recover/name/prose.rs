//! Names that descriptions give.
//!
//! A description that starts as comments in Go do (`ObjectMeta is metadata that...`) names its schema outright; what
//! others call the thing (`Represents a pet that...`) is the last evidence there is.

use super::{Candidate, Claim, Cx};
use crate::node::Node;
use crate::recover::found::ClassIndex;
use crate::recover::words::{says_something, singular, split};

/// Words between a name and what is said of it.
const SAYS: [&str; 30] = [
    "is",
    "are",
    "represents",
    "describes",
    "contains",
    "holds",
    "defines",
    "specifies",
    "provides",
    "adapts",
    "selects",
    "captures",
    "indicates",
    "keeps",
    "records",
    "stores",
    "allows",
    "maps",
    "has",
    "encapsulates",
    "lists",
    "identifies",
    "configures",
    "controls",
    "lets",
    "can",
    "handles",
    "shows",
    "wraps",
    "may",
];

/// Words that end what a thing is called.
const ENDS: [&str; 38] = [
    "that",
    "which",
    "who",
    "whose",
    "for",
    "of",
    "in",
    "on",
    "to",
    "from",
    "by",
    "with",
    "without",
    "when",
    "where",
    "is",
    "are",
    "was",
    "has",
    "have",
    "can",
    "may",
    "will",
    "must",
    "should",
    "used",
    "containing",
    "returned",
    "and",
    "or",
    "as",
    "at",
    "if",
    "per",
    "within",
    "between",
    "associated",
    "representing",
];

/// Words before what a thing is called.
const BEFORE: [&str; 26] = [
    "a",
    "an",
    "the",
    "this",
    "represents",
    "describes",
    "defines",
    "contains",
    "details",
    "information",
    "about",
    "of",
    "object",
    "containing",
    "representing",
    "describing",
    "single",
    "basic",
    "specifies",
    "holds",
    "all",
    "any",
    "each",
    "one",
    "some",
    "schema",
];

/// The names that schemas are given by the first word of their descriptions.
pub(super) fn identifiers(cx: &Cx<'_, '_>) -> Vec<(ClassIndex, Candidate)> {
    let named = cx.open().filter_map(|class| {
        let words = identifier(cx.found.classes[class.0].node)?;
        (words.len() > 1).then(|| (class, candidate(words, Claim::Only)))
    });
    named.collect()
}

/// What a description calls its schema, strongest first.
pub(super) fn candidates(cx: &Cx<'_, '_>, class: ClassIndex) -> Vec<Candidate> {
    let node = cx.found.classes[class.0].node;
    let words = [identifier(node), noun(node)];
    let words = words.into_iter().flatten();
    words.map(|it| candidate(it, Claim::First)).collect()
}

fn candidate(words: Vec<String>, claim: Claim) -> Candidate {
    Candidate {
        rank: 0,
        words,
        evidence: "description".into(),
        claim,
    }
}

fn description(node: &Node) -> Option<&str> {
    node.get("description").and_then(Node::as_str)
}

fn identifier(node: &Node) -> Option<Vec<String>> {
    let mut words = description(node)?.split_whitespace();
    let (first, second) = (words.next()?, words.next()?);
    let is_name = first.starts_with(|it: char| it.is_ascii_uppercase())
        && first.bytes().all(|it| it.is_ascii_alphanumeric())
        && !matches!(
            first,
            "This" | "It" | "There" | "That" | "What" | "Which" | "If"
        );
    (is_name && SAYS.contains(&second)).then(|| split(first))
}

fn noun(node: &Node) -> Option<Vec<String>> {
    let text = description(node)?;
    let sentence = text.split(['.', ',', ';', ':', '(', '\n']).next()?;
    let mut words = Vec::new();
    for word in sentence.split_whitespace() {
        let lower = word.to_ascii_lowercase();
        match words.is_empty() {
            true if BEFORE.contains(&&*lower) => {}
            false if ENDS.contains(&&*lower) => break,
            _ => words.extend(split(word)),
        }
    }
    let words = singular(&words);
    (words.len() <= 4 && says_something(&words)).then_some(words)
}
