//! Names for what several operations take or answer, by what all of them have in common.
//!
//! In: the operations, and the schema. Out: the words of names that are true of each operation, the most telling first.

use super::{in_role, with};
use crate::node::Node;
use crate::plural;
use crate::recover::name::members;
use crate::recover::verbs::{self, Action, Verb};
use crate::recover::words::{common_prefix, common_suffix, says_something, singular, split};

/// What plays a role in all operations: named by the one id that they have, or by the words that all ids have, the path
/// that all stand under, the group that all are in, and in the end by what it has itself.
pub(super) fn in_role_of(actions: &[&Action], node: &Node, role: &str) -> Vec<Vec<String>> {
    let Some(first) = actions.first() else {
        return Vec::new();
    };
    if actions.iter().all(|it| it.words == first.words) {
        return vec![in_role(first, role)];
    }
    // What is done says less than to what: it comes behind the place of what it is done to.
    let done = of_ids(actions);
    let (said, done) = match &*done {
        [verb] if verbs::verb(verb).is_some() => (Vec::new(), done),
        _ => (done, Vec::new()),
    };
    let all = [
        said,
        of_path(actions),
        of_tag(actions),
        done,
        members::of_few(node).unwrap_or_else(|| members::of_some(node)),
    ];
    let said = all.into_iter().filter(|it| !it.is_empty());
    said.map(|it| with(&it, role)).collect()
}

/// What all lists of words end with, or else what all of them start with or have in the middle, each word as one thing.
pub(super) fn common(lists: &[&[String]]) -> Vec<String> {
    if let suffix @ [_, ..] = common_suffix(lists) {
        return suffix.to_vec();
    }
    let ones = lists.iter().map(|it| {
        let words = it.iter();
        words.map(|it| plural::singular(it)).collect()
    });
    let ones: Vec<Vec<String>> = ones.collect();
    let ones: Vec<&[String]> = ones.iter().map(Vec::as_slice).collect();
    match common_prefix(&ones) {
        [] => inside(&ones).to_vec(),
        prefix => prefix.to_vec(),
    }
}

/// The longest run of words that all lists have.
fn inside<'l>(lists: &[&'l [String]]) -> &'l [String] {
    let Some((first, others)) = lists.split_first() else {
        return &[];
    };
    let first = &first[..first.len().min(LONGEST)];
    let in_all = |run: &&[String]| {
        let has = |it: &&[String]| it.windows(run.len()).any(|it| it == *run);
        others.iter().all(has)
    };
    let lengths = (1..=first.len()).rev();
    let mut runs = lengths.flat_map(|it| first.windows(it));
    runs.find(in_all).unwrap_or_default()
}

/// As many words as are looked for in others.
const LONGEST: usize = 16;

/// `remove` of `remove user` and `remove post`; that something is read says nothing of what.
fn of_ids(actions: &[&Action]) -> Vec<String> {
    let ids: Vec<&[String]> = actions.iter().map(|it| it.words.as_slice()).collect();
    let prefix = common_prefix(&ids);
    let rests: Vec<&[String]> = ids.iter().map(|it| &it[prefix.len()..]).collect();
    let mut words = [prefix, common_suffix(&rests)].concat();
    // Of `create a token` and `rotate a token`, the token.
    if words.first().is_some_and(|it| is_article(it)) {
        words.remove(0);
    }
    if words.iter().any(|it| !leads(it)) {
        return words;
    }
    let is_gone = actions.iter().all(|it| it.verb == Verb::Destroy);
    is_gone.then(|| "delete".to_owned()).into_iter().collect()
}

/// Whether a word only leads to what is meant.
fn leads(word: &str) -> bool {
    is_article(word) || verbs::is_preposition(word) || verbs::verb(word) == Some(Verb::Read)
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "all")
}

/// `auth` of `/auth/login` and `/auth/register`.
fn of_path(actions: &[&Action]) -> Vec<String> {
    let paths: Vec<&[String]> = actions.iter().map(|it| it.route.as_slice()).collect();
    let last = common_prefix(&paths).last();
    last.map(|it| singular(&split(it))).unwrap_or_default()
}

fn of_tag(actions: &[&Action]) -> Vec<String> {
    let tag = actions.first().map_or(&[][..], |it| &it.tag);
    let is_shared = actions.iter().all(|it| it.tag == tag);
    match is_shared && tag.len() <= super::LONGEST_GROUP && says_something(tag) {
        true => singular(tag),
        false => Vec::new(),
    }
}
