//! Names for errors, by their statuses and by the operations that declare them.

use super::{ROLE, candidate, ids, in_role, roles, with};
use crate::recover::found::ClassIndex;
use crate::recover::name::{Candidate, Cx, apart};
use crate::recover::verbs::{self, Action};
use crate::recover::words::{common_prefix, common_suffix, says_something, singular};

/// By what is declared of it: that it is one, of what, with which status.
pub(super) fn declared(failures: &[(&Action, &str)], found: &mut Vec<Candidate>) {
    let actions: Vec<&Action> = failures.iter().map(|it| it.0).collect();
    let evidence = format!("error of {}", ids(&actions));
    if actions.len() > 1 {
        found.push(candidate(ROLE, vec!["error".into()], evidence.clone()));
        let nouns: Vec<Vec<String>> = actions.iter().map(|it| singular(&it.noun)).collect();
        let nouns: Vec<&[String]> = nouns.iter().map(Vec::as_slice).collect();
        let common = common_suffix(&nouns);
        if says_something(common) {
            found.push(candidate(ROLE, with(common, "error"), evidence.clone()));
        }
    }
    if let Some(words) = reason_of_all(failures) {
        found.push(candidate(ROLE, words, evidence.clone()));
    }
    if let [(only, _)] = failures {
        found.push(candidate(ROLE, body_of(only), evidence));
    }
}

/// What the error of one operation holds. `get a error` is what the operation fails with, in code.
pub(super) fn body_of(action: &Action) -> Vec<String> {
    with(&in_role(action, "error"), "body")
}

/// What an error is called by the status that all operations have it with: `not found error`.
fn reason_of_all(failures: &[(&Action, &str)]) -> Option<Vec<String>> {
    let (_, status) = failures.first()?;
    let reason = reason(status).filter(|_| failures.iter().all(|it| it.1 == *status))?;
    let words: Vec<String> = reason.split(' ').map(str::to_owned).collect();
    Some(with(&words, "error"))
}

fn reason(status: &str) -> Option<&'static str> {
    Some(match status {
        "400" => "bad request",
        "401" => "unauthorized",
        "403" => "forbidden",
        "404" => "not found",
        "409" => "conflict",
        "422" => "validation",
        "429" => "too many requests",
        "500" => "server",
        "503" => "unavailable",
        _ => return None,
    })
}

/// An error of several operations is none of the first: it is that of what their ids start with, or another one than
/// that which all others have.
pub(super) fn shared(cx: &Cx<'_, '_>, class: ClassIndex, found: &mut Vec<Candidate>) {
    let failures = roles(cx, class).failures;
    let actions: Vec<&Action> = failures.iter().map(|it| it.0).collect();
    let ids_of_all: Vec<&[String]> = actions.iter().map(|it| it.words.as_slice()).collect();
    if !ids_of_all.iter().any(|it| *it != ids_of_all[0]) {
        return;
    }
    let prefix = without_verb(common_prefix(&ids_of_all));
    let evidence = format!("error of {}", ids(&actions));
    let of_status: Vec<Vec<String>> = reason_of_all(&failures).into_iter().collect();
    let kinds = of_status.into_iter().chain([vec!["error".to_owned()]]);
    let kinds: Vec<Candidate> = kinds
        .map(|it| candidate(ROLE, it, evidence.clone()))
        .collect();
    if says_something(prefix) {
        let of_prefix = kinds.iter().rev();
        let of_prefix = of_prefix.map(|it| [prefix, &*it.words].concat());
        found.extend(of_prefix.map(|it| candidate(ROLE, it, evidence.clone())));
    }
    found.extend(apart::by_properties(cx, class, &kinds));
}

/// The words up to those that only lead to what differs: `radar` of `radar get`, `rules` of `rules for a`.
fn without_verb(mut words: &[String]) -> &[String] {
    let leads = |it: &str| {
        let is_article = matches!(it, "a" | "an" | "the" | "all");
        is_article || verbs::is_preposition(it) || verbs::verb(it).is_some()
    };
    while let [rest @ .., last] = words
        && leads(last)
    {
        words = rest;
    }
    words
}
