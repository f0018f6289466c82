//! What several names of properties say of the one thing that all of them hold.
//!
//! In: the names, each with how often it is used. Out: words that are true of what every one of them holds: what the names
//! have in common, or else what the thing has itself.

use super::{Evidence, Named};
use crate::node::Node;
use crate::plural;
use crate::recover::name::members;
use crate::recover::verbs;
use crate::recover::words::{
    common_ending, common_prefix, common_suffix, says_something, singular, split,
};

pub(super) fn in_common(names: &[Named<'_>], node: &Node) -> Evidence {
    let lists: Vec<&[String]> = names.iter().map(|it| it.words.as_slice()).collect();
    let shown: Vec<&str> = names.iter().map(|it| it.name).take(3).collect();
    let shown = format!("properties {}", shown.join(", "));
    let mut common = common_suffix(&lists).to_vec();
    if common == ["at"] {
        // Of `created_at` and `closed_at`.
        common = vec!["time".to_owned()];
    }
    if !common.is_empty() {
        return Evidence {
            enough: common.len() > 1 || says_something(&common),
            words: common,
            text: shown,
        };
    }
    // `formulas` and `good_events_formula` hold formulas.
    let ones: Vec<Vec<String>> = names.iter().map(|it| singular(&it.words)).collect();
    let most = of_most(ones.iter().map(Vec::as_slice).collect());
    if !most.is_empty() {
        return Evidence {
            enough: most.len() > 1,
            words: most.to_vec(),
            text: shown,
        };
    }
    let raw: Vec<&str> = names.iter().map(|it| it.name).collect();
    let ending = common_ending(&raw).map(|it| split(&it));
    let ending = ending.filter(|it| !it.is_empty());
    let telling = telling(names);
    let words = match (ending.or_else(|| used_mostly(names)), &*telling) {
        (Some(said), _) => said,
        (None, [one]) => one.words.clone(),
        (None, some @ [_, ..]) if some.len() < names.len() => in_common(some, node).words,
        (None, _) => of_different(names, node),
    };
    Evidence {
        enough: false,
        words,
        text: shown,
    }
}

/// The names that say something: that a thing is the `value` of another, or `on` it, does not make it something else.
fn telling<'n>(names: &[Named<'n>]) -> Vec<Named<'n>> {
    let only = |says: fn(&[String]) -> bool| -> Vec<Named<'n>> {
        let some = names.iter().filter(|it| says(&it.words));
        some.cloned().collect()
    };
    match only(|it| says_something(it) && !leads(it)) {
        none if none.is_empty() => only(|it| !leads(it)),
        some => some,
    }
}

fn leads(words: &[String]) -> bool {
    matches!(words, [one] if verbs::is_preposition(one))
}

/// What properties hold whose names do not end alike: none of them says what the others hold.
fn of_different(names: &[Named<'_>], node: &Node) -> Vec<String> {
    let lists: Vec<&[String]> = names.iter().map(|it| it.words.as_slice()).collect();
    let start = start_of_all(names);
    if says_something(&start) && !leads(&start) {
        return start;
    }
    if let Some(words) = said_mostly(&lists) {
        return words;
    }
    // What has an `id` and nothing else is no id.
    if let Some(members) = members::of_few(node).filter(|it| it.len() > 1) {
        return members;
    }
    match names {
        [a, b] => [&*a.words, &["or".to_owned()], &b.words].concat(),
        _ if node.get("enum").is_some() || names.len() > FEW => vec!["value".to_owned()],
        _ if node.get("properties").is_some() => vec!["part".to_owned()],
        [first, ..] => first.words.clone(),
        [] => Vec::new(),
    }
}

/// Whether words are all that is left to say of what has nothing in common.
pub(super) fn is_vague(words: &[String]) -> bool {
    matches!(words, [one] if one == "value" || one == "part")
}

/// `response type` of `response_types_supported` and `response_type`.
fn start_of_all(names: &[Named<'_>]) -> Vec<String> {
    let ones = names.iter().map(|it| {
        let words = it.words.iter();
        words.map(|it| plural::singular(it)).collect()
    });
    let ones: Vec<Vec<String>> = ones.collect();
    let ones: Vec<&[String]> = ones.iter().map(Vec::as_slice).collect();
    common_prefix(&ones).to_vec()
}

/// The name of more than half of the properties: one `on` among events makes them nothing else.
fn used_mostly(names: &[Named<'_>]) -> Option<Vec<String>> {
    let all: usize = names.iter().map(|it| it.times).sum();
    let mostly = names.iter().find(|it| it.times > 1 && 2 * it.times > all);
    mostly.map(|it| it.words.clone())
}

/// The words that more than half of the names have, wherever: `currency code` of those, `base currency` and `code`.
fn said_mostly(names: &[&[String]]) -> Option<Vec<String>> {
    let mut words: Vec<&String> = Vec::new();
    for word in names.iter().copied().flatten() {
        let times = names.iter().filter(|it| it.contains(word)).count();
        if 2 * times > names.len() && !words.contains(&word) {
            words.push(word);
        }
    }
    (!words.is_empty()).then(|| words.into_iter().cloned().collect())
}

/// Of more names than these that have nothing in common, the first says nothing.
const FEW: usize = 6;

/// The words that more than half of the names end with: `elapsed` of `step_elapsed`, `total_elapsed` and `duration`.
pub(super) fn of_most<'n>(names: Vec<&'n [String]>) -> &'n [String] {
    let alike = |name: &&'n [String]| -> Vec<&'n [String]> {
        let alike = names.iter().filter(|it| it.last() == name.last());
        alike.copied().collect()
    };
    let most = names.iter().map(alike);
    let most = most
        .into_iter()
        .find(|it| 2 * it.len() > names.len() && it.len() > 1);
    most.map_or(&[], |it| common_suffix(&it))
}
