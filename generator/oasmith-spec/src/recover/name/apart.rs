//! Names for schemas whose every name is taken: what tells them apart from those that have it.

use super::{Candidate, Claim, Cx, members, pascal};
use crate::node::Node;
use crate::recover::found::ClassIndex;
use crate::recover::words::split;
use std::collections::HashSet;

/// As many properties as are tried.
const MANY: usize = 16;

/// What is left when two schemas differ in no property.
pub(super) const OTHERS: [&str; 10] = [
    "other",
    "another",
    "further",
    "additional",
    "alternative",
    "extra",
    "special",
    "separate",
    "distinct",
    "particular",
];

/// Longer names than those that were tried, in the same order.
pub(super) fn candidates(
    cx: &Cx<'_, '_>,
    class: ClassIndex,
    tried: &[Candidate],
) -> Vec<Candidate> {
    let mut names = by_properties(cx, class, tried);
    for it in tried {
        for other in OTHERS {
            let words = [vec![other.to_owned()], it.words.clone()].concat();
            names.push(candidate(words, it.evidence.clone()));
        }
    }
    names
}

/// Those by what the owners of the names have not, or have more.
pub(super) fn by_properties(
    cx: &Cx<'_, '_>,
    class: ClassIndex,
    tried: &[Candidate],
) -> Vec<Candidate> {
    let mut names = Vec::new();
    for it in tried {
        if let Some(owner) = cx.owners.get(&pascal(&it.words)) {
            for (word, property) in differing(cx, class, *owner) {
                let words = [it.words.clone(), vec![word.into()], split(property)].concat();
                let evidence = format!("{}, {word} {property}", it.evidence);
                names.push(candidate(words, evidence));
            }
        }
    }
    names
}

fn candidate(words: Vec<String>, evidence: String) -> Candidate {
    Candidate {
        rank: 0,
        words,
        evidence,
        claim: Claim::First,
    }
}

/// Names what cannot stand without a name, when all words are used up: in letters, since a number is no name.
pub(super) fn in_letters(cx: &mut Cx<'_, '_>, class: ClassIndex) {
    let most = cx.taken.len();
    for number in class.0..=class.0 + most {
        if !cx.is_open(class) {
            return;
        }
        let words = vec!["recursive".to_owned(), letters(number)];
        let candidate = Candidate {
            rank: 0,
            words,
            evidence: "nothing that is not another's".into(),
            claim: Claim::First,
        };
        cx.first_free(class, &[candidate]);
    }
}

/// `a`, `b` and so on up to `z`, `ba`.
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.insert(0, char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return letters.into_iter().collect();
        }
    }
}

/// The properties or values that one schema has and the other has not.
fn differing<'c>(
    cx: &Cx<'_, 'c>,
    class: ClassIndex,
    owner: ClassIndex,
) -> Vec<(&'static str, &'c str)> {
    let names = |class: ClassIndex| {
        let node: &'c Node = cx.found.classes[class.0].node;
        members::names(node)
    };
    let (own, its) = (names(class), names(owner));
    let [own_set, its_set] = [&own, &its].map(|it| it.iter().copied().collect::<HashSet<_>>());
    let more = own
        .iter()
        .filter(|it| !its_set.contains(*it))
        .map(|it| ("with", *it));
    let less = its
        .iter()
        .filter(|it| !own_set.contains(*it))
        .map(|it| ("without", *it));
    more.take(MANY).chain(less.take(MANY)).collect()
}
