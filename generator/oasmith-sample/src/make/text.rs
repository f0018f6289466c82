//! A text of a length, a pattern and a format.

use crate::cx::Cx;
use crate::value::Value;
use crate::{Reason, format};
use oasmith_spec::model::SchemaObject;

/// How often a text is tried.
const ATTEMPTS: usize = 60;

/// The longest text.
const LONGEST: usize = 10_000;

/// How much longer than asked for texts become.
const MORE: usize = 16;

/// What is in texts of which nothing is said; now and then something of the second line.
const PLAIN: &[char] = &[
    'a', 'b', 'c', 'd', 'e', 'o', 'x', 'Z', '0', '7', ' ', '-', '_', '.',
];
const ODD: &[char] = &[
    '"', '\\', '/', '%', '&', '=', '+', '#', '?', ';', ',', '|', '\'', '<', '{', 'é', '漢', '😀',
];

pub fn text<'a>(all: &[&'a SchemaObject], cx: &mut Cx<'a>) -> Result<String, Reason> {
    let least = all.iter().filter_map(|it| it.min_length).max().unwrap_or(0);
    let least = usize::try_from(least).unwrap_or(usize::MAX);
    let most = all.iter().filter_map(|it| it.max_length).min();
    let most = most.map_or(usize::MAX, |it| usize::try_from(it).unwrap_or(usize::MAX));
    if least > most {
        return Err(Reason::new("no text is as long and as short as asked for"));
    }
    if least > LONGEST {
        return Err(Reason::new(format!(
            "texts of {least} characters are too long"
        )));
    }
    let mut last = Reason::new("no text was found");
    for attempt in 0..ATTEMPTS {
        let candidate = candidate(all, (least, most), attempt, cx)?;
        cx.spend(1 + candidate.len() / 64)?;
        match fits(&candidate, all, cx) {
            Ok(()) => return Ok(candidate),
            Err(why) => last = why,
        }
    }
    Err(last)
}

/// Checks what is asked of texts only: alternatives and the like are not.
fn fits<'a>(text: &str, all: &[&'a SchemaObject], cx: &mut Cx<'a>) -> Result<(), Reason> {
    let length = text.chars().count() as u64;
    for it in all {
        let is_long = it.min_length.is_none_or(|least| length >= least);
        let is_short = it.max_length.is_none_or(|most| length <= most);
        let is_of = it
            .format
            .as_ref()
            .is_none_or(|it| format::holds(&it.value, text));
        if !(is_long && is_short && is_of) {
            return Err(Reason::new("no text of the length and format was found"));
        }
        if let Some(pattern) = &it.pattern
            && !cx.is_trusted(&pattern.value, text)
            && !cx.pattern(&pattern.value)?.matches(text)
        {
            return Err(Reason::new(format!(
                "no text was found for `{}`",
                pattern.value
            )));
        }
    }
    Ok(())
}

fn candidate<'a>(
    all: &[&'a SchemaObject],
    (least, most): (usize, usize),
    attempt: usize,
    cx: &mut Cx<'a>,
) -> Result<String, Reason> {
    let patterns: Vec<&str> = all
        .iter()
        .filter_map(|it| it.pattern.as_ref().map(|it| it.value.as_str()))
        .collect();
    let formats = all.iter().filter_map(|it| it.format.as_ref());
    let encoded = all.iter().filter_map(|it| it.content_encoding.as_deref());
    let encoded = encoded.filter(|it| *it == "base64").map(|_| "byte");
    let mut formats = formats.map(|it| it.value.as_str()).chain(encoded);
    // Where both are asked for, one may lead to the other.
    let is_pattern_first = patterns.is_empty() || !attempt.is_multiple_of(3);
    if !is_pattern_first || patterns.is_empty() {
        let made = formats.find_map(|it| bounded(it, (least, most), cx));
        if let Some(text) = made {
            return Ok(text);
        }
    }
    if patterns.is_empty() {
        return Ok(plain(least, most, cx));
    }
    if patterns.len() > 1 && attempt.is_multiple_of(3) {
        // One after the other may satisfy those that ask for a start, a part or an end.
        return one_after_the_other(&patterns, most, cx);
    }
    let pattern = patterns[attempt % patterns.len()];
    match cx.pattern(pattern) {
        Ok(it) => {
            let shortest = it.shortest().max(least);
            let longest = most.min(shortest.saturating_add(MORE)).min(LONGEST);
            let length = cx.choice.between(shortest.min(longest), longest);
            let text = it.text(length, &mut cx.choice);
            Ok(filled(text, least, cx))
        }
        Err(why) => trusted(all, pattern, cx).ok_or(why),
    }
}

fn one_after_the_other<'a>(
    patterns: &[&'a str],
    most: usize,
    cx: &mut Cx<'a>,
) -> Result<String, Reason> {
    let mut out = String::new();
    for pattern in patterns {
        let pattern = cx.pattern(pattern)?;
        let longest = most.min(pattern.shortest() + MORE) / patterns.len();
        let length = cx.choice.between(0, longest);
        out += &pattern.text(length, &mut cx.choice);
    }
    Ok(out)
}

/// A text of a format; one whose length can be chosen is as long as it must be.
fn bounded(format: &str, (least, most): (usize, usize), cx: &mut Cx<'_>) -> Option<String> {
    if format == "byte" {
        let most = most.min(least.saturating_add(40)) / 4;
        let groups = cx.choice.between(least.div_ceil(4).min(most), most);
        return Some(match groups {
            0 => String::new(),
            groups => format::base64(groups - 1, &mut cx.choice),
        });
    }
    format::text(format, &mut cx.choice)
}

/// An unanchored pattern is found in longer texts, too.
fn filled(mut text: String, least: usize, cx: &mut Cx<'_>) -> String {
    let lacking = least.saturating_sub(text.chars().count());
    text.extend((0..lacking).filter_map(|_| cx.choice.of_these(&PLAIN[..8])));
    text
}

/// An example of the document for a pattern that cannot be followed: its author says that it matches.
fn trusted<'a>(all: &[&'a SchemaObject], pattern: &'a str, cx: &mut Cx<'a>) -> Option<String> {
    let ours = |it: &&&SchemaObject| it.pattern.as_ref().is_some_and(|it| it.value == pattern);
    let examples = all.iter().filter(ours);
    let examples = examples.flat_map(|it| it.examples.iter().chain(&it.default));
    let texts: Vec<String> = examples
        .filter_map(|it| it.as_str().map(str::to_owned))
        .collect();
    let text = cx.choice.of_these(&texts)?.clone();
    cx.trust(pattern, &text);
    Some(text)
}

fn plain(least: usize, most: usize, cx: &mut Cx<'_>) -> String {
    if cx.is_usual() {
        let text: String = "string"
            .chars()
            .cycle()
            .take(least.max(6).min(most))
            .collect();
        return text;
    }
    let longest = most.min(least.saturating_add(MORE));
    let length = match cx.choice.below(6) {
        0 => least,
        1 => longest,
        _ => cx.choice.between(least.max(1).min(longest), longest),
    };
    let is_odd = cx.choice.once_in(4);
    let mut one = || match is_odd && cx.choice.once_in(3) {
        true => cx.choice.of_these(ODD).copied(),
        false => cx.choice.of_these(PLAIN).copied(),
    };
    (0..length).filter_map(|_| one()).collect()
}

/// A name for a member of which nothing is said.
pub fn name(at: usize, cx: &mut Cx<'_>) -> Value {
    let stem = cx.choice.of_these(&["key", "other", "More Keys", "x-key"]);
    Value::String(format!("{}{at}", stem.unwrap_or(&"key")))
}
