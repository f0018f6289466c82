//! What the first page of a list is called: 0, 1, or what the answer says.
//!
//! In: the parameter, and what is answered. Out: the number, or where it stands; `None` where nobody says.
//! A page that is skipped is missed by nobody, so nothing is guessed at.

use super::PAGE_COUNTS;
use super::members::Answered;
use crate::ir::{First, Literal, Param};

/// What answers call the number of their page.
const NUMBERS: &[&str] = &["page", "currentpage", "pagenumber", "pageindex", "pageno"];

/// How descriptions say which number the first page has, in front of the number.
const BEFORE: &[&str] = &[
    "base",
    "start at",
    "starts at",
    "starts from",
    "starts with",
    "starting at",
    "starting from",
    "starting with",
    "begins at",
    "begins with",
    "beginning at",
    "beginning with",
    "first page is",
    "default",
    "default is",
    "default value",
    "default value is",
    "defaults to",
    "for example",
    "e g page",
];

/// How they say so behind it, as in `zero-based` and `0..N`.
const BEHIND: &[&str] = &["based", "indexed", "n"];

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
    let said = docs.into_iter().flatten().map(|it| words(it));
    let said: Vec<Vec<String>> = said.collect();
    let says = |number: &str| said.iter().any(|words| counts_from(number, words));
    match (says("0"), says("1")) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

/// The words of a text, with digits for the numbers that count.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    let words = words.filter(|it| !it.is_empty()).map(str::to_lowercase);
    let digits = words.map(|it| match it.as_str() {
        "zero" => "0".to_owned(),
        "one" => "1".to_owned(),
        _ => it,
    });
    digits.collect()
}

fn counts_from(number: &str, words: &[String]) -> bool {
    let is = |phrase: &str, words: &mut dyn Iterator<Item = &String>| {
        phrase
            .split(' ')
            .all(|it| words.next().is_some_and(|word| word == it))
    };
    words.iter().enumerate().any(|(at, word)| {
        let is_before = |phrase: &&str| {
            let start = at.checked_sub(phrase.split(' ').count());
            start.is_some_and(|start| is(phrase, &mut words[start..at].iter()))
        };
        let is_behind = |phrase: &&str| is(phrase, &mut words[at + 1..].iter());
        word == number && (BEFORE.iter().any(is_before) || BEHIND.iter().any(is_behind))
    })
}
