//! What the first page of a list is called: 0, 1, or what the answer says.
//!
//! In: the parameter, and what is answered. Out: the number, or where it stands; `None` where nobody says.
//! A page that is skipped is missed by nobody, so nothing is guessed at.

use super::PAGE_COUNTS;
use super::members::Answered;
use crate::ir::{First, Literal, Param};

/// What answers call the number of their page.
const NUMBERS: &[&str] = &["page", "currentpage", "pagenumber", "pageindex", "pageno"];

/// How descriptions say that pages begin at 0.
const AT_ZERO: &[&str] = &[
    "0..n",
    "0-based",
    "0 based",
    "0-indexed",
    "zero-based",
    "zero based",
    "zero-indexed",
    "zero indexed",
    "starting at 0",
    "starting from 0",
    "starting with 0",
    "starts at 0",
    "starts from 0",
    "starts with 0",
    "start at 0",
    "begins at 0",
    "first page is 0",
    "for example `0`.",
];

/// How they say that pages begin at 1.
const AT_ONE: &[&str] = &[
    "1..n",
    "1-based",
    "1 based",
    "1-indexed",
    "one-based",
    "one based",
    "one-indexed",
    "starting at 1",
    "starting from 1",
    "starting with 1",
    "starts at 1",
    "starts from 1",
    "starts with 1",
    "start at 1",
    "begins at 1",
    "first page is 1",
    "defaults to 1",
    "default is 1",
    "default: 1",
    "page=1",
    "for example `1`.",
];

/// The parameter's own words go first, then the shape of Spring's pages, whose answers count from 0 always.
pub fn first(param: &Param, answered: &Answered<'_>) -> Option<First> {
    if let Some(known) = documented(param) {
        return Some(First::Known(known));
    }
    // `number` may be anything but beside a count of pages.
    let number = answered
        .number(PAGE_COUNTS)
        .and_then(|_| answered.number(&["number"]));
    if number.is_some() && answered.has_list("content") {
        return Some(First::Known(0));
    }
    let told = number.or_else(|| answered.number(NUMBERS))?;
    Some(First::Told(told))
}

/// The default, else what the description says, else the least value.
fn documented(param: &Param) -> Option<u64> {
    let begins = |text: &str| match text {
        "0" => Some(0),
        "1" => Some(1),
        _ => None,
    };
    let default = match &param.default {
        Some(Literal::Number(text)) => begins(text),
        _ => None,
    };
    let least = param.constraints.minimum.as_ref();
    let least = || least.and_then(|it| begins(&it.value));
    default.or_else(|| described(param)).or_else(least)
}

fn described(param: &Param) -> Option<u64> {
    let docs = [&param.docs.summary, &param.docs.description];
    let said: Vec<String> = docs
        .into_iter()
        .flatten()
        .map(|it| it.to_lowercase())
        .collect();
    let says = |words: &[&str]| {
        let mut places = said
            .iter()
            .flat_map(|text| words.iter().map(move |it| (text, *it)));
        places.any(|(text, words)| stands_in(words, text))
    };
    match (says(AT_ZERO), says(AT_ONE)) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

/// Whether words stand in a text, and not the start or end of others: `page=10`, `10..n`.
fn stands_in(words: &str, text: &str) -> bool {
    let mut found = text.match_indices(words);
    found.any(|(at, _)| {
        let is_part = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        !is_part(text[..at].chars().next_back())
            && !is_part(text[at + words.len()..].chars().next())
    })
}
