//! What a path is about, for operations that have no id.
//!
//! In: the paths of a document. Out: the words that an id would have.

use super::found::Operation;
use super::verbs;
use super::words::{says_something, singular, split};
use std::collections::{HashMap, HashSet};

/// What is fixed of each segment; nothing of those that are parameters.
pub(super) fn segments(path: &str) -> impl Iterator<Item = &str> {
    let segments = path.split('/').filter(|it| !it.is_empty());
    segments.map(fixed_part)
}

/// What is fixed of a segment and says what it is about: `accounts` of `accounts{extension}` and of `accounts.json`,
/// nothing of `{sid}.json`.
pub(super) fn fixed_part(segment: &str) -> &str {
    let fixed = segment.split('{').next().unwrap_or("");
    let known = [".json", ".xml"];
    let bare = known.iter().find_map(|it| fixed.strip_suffix(it));
    bare.unwrap_or(fixed)
}

/// `GET /tenants/{id}/dealers` has no id: `get dealers`, and `get tenant dealers` where others have dealers too.
pub(super) fn words(method: &str, segments: &[&str], shared: &Shared) -> Vec<String> {
    let mut words = match method {
        "get" => vec!["get".to_owned()],
        "post" => vec!["create".to_owned()],
        "put" | "patch" => vec!["update".to_owned()],
        other => split(other),
    };
    let things = things(segments);
    // `/exports/{id}/start`: start export.
    if let [of @ .., (last, false)] = &*things
        && !of.is_empty()
        && let Some((first, rest)) = split(last).split_first()
        && verbs::verb(first).is_some()
    {
        words = vec![first.clone()];
        match rest {
            [] => words.extend(nouns(shortest(of, shared))),
            rest => words.extend_from_slice(rest),
        }
        return words;
    }
    words.extend(nouns(shortest(&things, shared)));
    match method {
        // One of them is made.
        "post" => singular(&words),
        _ => words,
    }
}

/// The end of a path that no other has, if it says what the path is about.
fn shortest<'t, 's>(things: &'t [Thing<'s>], shared: &Shared) -> &'t [Thing<'s>] {
    let short = ends(things).find(|it| shared.says_enough(it));
    short.unwrap_or(things)
}

/// A fixed segment of a path, and whether it names one thing: a parameter or another thing follows.
type Thing<'s> = (&'s str, bool);

/// What a path is about, from the whole to the part.
fn things<'s>(segments: &[&'s str]) -> Vec<Thing<'s>> {
    // `/api/tenants` is about tenants; `/api` alone is about the API.
    let says_nothing = |at, it| at == 0 && it == "api" && segments.len() > 1;
    let fixed = segments.iter().enumerate().filter(|(at, it)| {
        let at = *at;
        !it.is_empty() && !is_version(it) && !says_nothing(at, **it)
    });
    let last = fixed.clone().next_back().map(|it| it.0);
    // What another thing belongs to is one: `/signers/tickers` are signer tickers.
    let is_one = |at| Some(at) != last || segments.get(at + 1).is_some_and(|it| it.is_empty());
    fixed.map(|(at, it)| (*it, is_one(at))).collect()
}

/// The fixed segments of a path, as written.
pub(super) fn route(segments: &[&str]) -> Vec<String> {
    let things = things(segments).into_iter();
    things.map(|it| it.0.to_owned()).collect()
}

fn nouns(things: &[Thing<'_>]) -> Vec<String> {
    let nouns = things.iter().map(|(segment, one)| match one {
        true => singular(&split(segment)),
        false => split(segment),
    });
    nouns.flatten().collect()
}

/// As many segments as are tried for what tells a path apart.
const LONGEST_END: usize = 8;

/// The ends of a path, shortest first.
fn ends<'t, 's>(things: &'t [Thing<'s>]) -> impl Iterator<Item = &'t [Thing<'s>]> {
    let longest = things.len().min(LONGEST_END);
    (1..=longest).map(|it| &things[things.len() - it..])
}

fn key(things: &[Thing<'_>]) -> String {
    let segments: Vec<&str> = things.iter().map(|it| it.0).collect();
    segments.join("/").to_ascii_lowercase()
}

/// What an end of a path cannot say, because others say it too.
pub(super) struct Shared {
    /// Ends that paths about different things have in common.
    ends: HashSet<String>,
    /// What operations with an id are done to.
    nouns: HashSet<Vec<String>>,
}

pub(super) fn shared(operations: &[Operation<'_>]) -> Shared {
    let mut first: HashMap<String, String> = HashMap::new();
    let mut shared = Shared {
        ends: HashSet::new(),
        nouns: HashSet::new(),
    };
    for operation in operations.iter().filter(|it| it.event.is_none()) {
        let segments: Vec<&str> = segments(operation.path).collect();
        let things = things(&segments);
        let whole = key(&things);
        for end in ends(&things).map(key) {
            match first.get(&end) {
                Some(other) if *other != whole => drop(shared.ends.insert(end)),
                Some(_) => {}
                None => drop(first.insert(end, whole.clone())),
            }
        }
        let noun = verbs::noun_of_id(operation);
        shared.nouns.extend(noun.map(|it| singular(&it)));
    }
    shared
}

impl Shared {
    fn says_enough(&self, end: &[Thing<'_>]) -> bool {
        let noun = singular(&nouns(end));
        says_something(&noun)
            && noun != ["error"]
            && !self.nouns.contains(&noun)
            && !self.ends.contains(&key(end))
    }
}

/// `v1`, `v1beta2`, `v2.1`, `2010-04-01`: which edition of the API, not a thing in it.
fn is_version(segment: &str) -> bool {
    if segment
        .bytes()
        .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b'-'))
    {
        return true;
    }
    let rest = segment.strip_prefix(['v', 'V']).unwrap_or("");
    rest.starts_with(|it: char| it.is_ascii_digit())
        && rest
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || it == '.')
}
