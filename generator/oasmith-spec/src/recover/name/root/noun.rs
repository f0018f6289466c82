//! What operations are about: the noun that all of them have in common.

use super::shared;
use crate::recover::verbs::Action;
use crate::recover::words::{self, says_something, singular};

/// The noun that all operations are about: the same one, what their nouns have in common, or that of what a key retrieves.
pub(super) fn agreed(actions: &[&Action]) -> Option<Vec<String>> {
    let by_key = |it: &&Action| {
        let is_many = |it: &String| matches!(&**it, "settings" | "options" | "preferences");
        it.by_key && it.noun.last() == it.path_noun.last() && !it.noun.last().is_some_and(is_many)
    };
    match actions.iter().any(by_key) {
        // `/credentials/{id}` is one of them.
        true => agreed_as(actions, words::element),
        false => agreed_as(actions, singular),
    }
}

/// Those that tell what is read: the reads, unless others that answer the same are about another thing and no path is
/// about what the reads are about. What is at `/users/{id}` is a user, and what `POST /users/export` answers need not be.
pub(super) fn telling<'c>(reads: &[&'c Action], others: &[&'c Action]) -> Vec<&'c Action> {
    let Some(noun) = agreed(reads) else {
        return reads.to_vec();
    };
    let is_about = |it: &&Action| it.by_key || singular(&it.path_noun).last() == noun.last();
    match reads.iter().any(is_about) {
        true => reads.to_vec(),
        false => [reads, others].concat(),
    }
}

/// One of what all operations list.
pub(super) fn agreed_element(actions: &[&Action]) -> Option<Vec<String>> {
    agreed_as(actions, |noun| match noun {
        // `getReportsList` lists reports.
        [thing @ .., list] if list == "list" && !thing.is_empty() => words::element(thing),
        noun => words::element(noun),
    })
}

fn agreed_as(actions: &[&Action], one: fn(&[String]) -> Vec<String>) -> Option<Vec<String>> {
    let says_enough = |noun: &[String]| {
        let is_path = |it: &Action| singular(&it.path_noun) == noun;
        // The settings of zones and of accounts are settings.
        let is_of_several =
            actions.len() > 1 && !noun.is_empty() && actions.iter().all(|it| is_path(it));
        is_of_several || says_something(noun) || actions.iter().any(|it| is_resource(noun, it))
    };
    let of = |actions: &[&Action]| {
        let nouns: Vec<Vec<String>> = actions.iter().map(|it| one(&it.noun)).collect();
        let nouns: Vec<&[String]> = nouns.iter().map(Vec::as_slice).collect();
        Some(shared::common(&nouns)).filter(|it| says_enough(it))
    };
    // What else is answered like what has a key is one of those.
    let by_key = || actions.iter().copied().filter(|it| it.by_key);
    of(actions).or_else(|| of(&by_key().collect::<Vec<_>>()))
}

/// `events` and `/events/{id}`: where a path is about what says little elsewhere, it says enough.
fn is_resource(noun: &[String], action: &Action) -> bool {
    let is_filler = noun.iter().all(|it| words::is_filler(it));
    // `/responses/{id}` is a response, and `/settings` are those of everything.
    let is_all = singular(&action.noun) == noun && (action.by_key || action.path_owner.is_empty());
    (!is_filler || is_all) && !noun.is_empty() && singular(&action.path_noun) == noun
}
