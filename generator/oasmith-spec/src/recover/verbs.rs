//! What an operation does and to what, as its id says it.
//!
//! `retrieveCurrentTenantStatus` retrieves a `tenant status`, the current one.

use super::find::Operation;
use super::words::{self, split};

/// An operation id taken apart.
pub(super) struct Action {
    /// As people know it: the id, or `GET /pets`.
    pub shown: String,
    /// All words of the id; made from method and path when there is none.
    pub words: Vec<String>,
    pub verb: Verb,
    /// What it is done to, without a determiner, as written (`ip rules`).
    pub noun: Vec<String>,
    /// `current`, `my`: which one of them.
    pub determiner: Option<String>,
    /// The last fixed part of the path (`password policy`), and whether a parameter follows.
    pub path_noun: Vec<String>,
    pub by_key: bool,
    /// What goes in is called: a `request`, or the `payload` of a webhook or callback.
    pub sends: &'static str,
}

/// As much of an id as a reason shows.
const SHOWN: usize = 80;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Answers what there is.
    Read,
    Create,
    Other,
}

pub(super) fn action(operation: &Operation<'_>) -> Action {
    // A webhook has a name in place of a path, and the URL of a callback comes from elsewhere.
    let path = operation.event.unwrap_or(operation.path);
    let segments = path.split('/').filter(|it| !it.is_empty());
    let segments: Vec<&str> = segments.collect();
    let is_parameter = |it: &str| it.starts_with('{');
    let fixed = segments.iter().rev().find(|it| !is_parameter(it));
    let path_noun = fixed.map(|it| split(it)).unwrap_or_default();
    let words = operation.id.map(|it| words_of_id(it, operation.method));
    let words = without_route(words.unwrap_or_default(), operation);
    let words = match operation.event {
        _ if !words.is_empty() => words,
        Some(event) => split(event),
        None => words_of_path(operation.method, &segments),
    };
    let (verb, noun) = verb_and_noun(&words);
    let verb = verb.unwrap_or(match operation.method {
        "get" | "head" => Verb::Read,
        _ => Verb::Other,
    });
    let (determiner, noun) = match operation.event {
        // What happens is no thing.
        Some(_) if operation.id.is_none() => (None, Vec::new()),
        _ => without_determiner(noun),
    };
    let shown = operation.id.filter(|it| !it.is_empty()).map(str::to_owned);
    let method = || format!("{} {path}", operation.method.to_uppercase());
    Action {
        shown: shown.unwrap_or_else(method).chars().take(SHOWN).collect(),
        verb,
        determiner,
        noun,
        path_noun,
        by_key: segments.last().is_some_and(|it| is_parameter(it)),
        words,
        sends: match operation.event {
            Some(_) => "payload",
            None => "request",
        },
    }
}

/// The words of an id, the verb first where it stands in a group (`domains/update`), and taken off what it is glued to
/// (`getpagination` of a GET).
fn words_of_id(id: &str, method: &str) -> Vec<String> {
    if let Some((group, rest)) = id.rsplit_once('/') {
        let (group, mut words) = (words::singular(&split(group)), split(rest));
        let known = words
            .iter()
            .any(|it| group.contains(&words::singular_word(it)));
        if !words.is_empty() && verb(&words[0]).is_some() && !known {
            words.splice(1..1, group);
        }
        return words;
    }
    let mut words = split(id);
    let glued = words.first().filter(|it| verb(it).is_none());
    let rest = glued.and_then(|it| it.strip_prefix(method));
    // Shorter rests are words of their own: `posts`, `postal`.
    if let Some(rest) = rest.filter(|it| it.len() >= 4).map(str::to_owned) {
        words[0] = rest;
        words.insert(0, method.to_owned());
    }
    words
}

/// `GET /tenants/{id}/dealers` has no id: `get tenant dealers`.
fn words_of_path(method: &str, segments: &[&str]) -> Vec<String> {
    let mut words = match method {
        "get" => vec!["get".to_owned()],
        "post" => vec!["create".to_owned()],
        "put" | "patch" => vec!["update".to_owned()],
        other => split(other),
    };
    let fixed = segments
        .iter()
        .enumerate()
        .filter(|it| !it.1.starts_with('{') && !is_version(it.1));
    // `/api/tenants` is about tenants; `/api` alone is about the API.
    let fixed = fixed.filter(|it| it.0 > 0 || *it.1 != "api" || segments.len() == 1);
    // What another thing belongs to is one: `/signers/tickers` are signer tickers.
    let last = fixed.clone().next_back().map(|it| it.0);
    for (at, segment) in fixed {
        let one = segments.get(at + 1).is_some_and(|it| it.starts_with('{'));
        let noun = split(segment);
        let one = one || Some(at) != last;
        words.extend(if one { words::singular(&noun) } else { noun });
    }
    words
}

/// `list_pets_v1_pets_get` of `GET /v1/pets`: frameworks put the route behind the name of the function.
fn without_route(mut words: Vec<String>, operation: &Operation<'_>) -> Vec<String> {
    let mut route = split(operation.path);
    route.push(operation.method.to_owned());
    if words.len() > route.len() && words.ends_with(&route) {
        words.truncate(words.len() - route.len());
    }
    words
}

/// `v1`, `v1beta2`, `v2.1`: which edition of the API, not a thing in it.
fn is_version(segment: &str) -> bool {
    let rest = segment.strip_prefix(['v', 'V']).unwrap_or("");
    rest.starts_with(|it: char| it.is_ascii_digit())
        && rest
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || it == '.')
}

/// The verb stands first, or last (`pets_list`), or after what the operation belongs to (`zones get settings`).
fn verb_and_noun(words: &[String]) -> (Option<Verb>, Vec<String>) {
    let Some((first, rest)) = words.split_first() else {
        return (None, Vec::new());
    };
    if let Some(known) = verb(first) {
        // `update or create items` is about items.
        let rest = match rest {
            [or, other, rest @ ..] if matches!(&**or, "or" | "and") && verb(other).is_some() => {
                rest
            }
            _ => rest,
        };
        return (Some(known), up_to_preposition(rest));
    }
    if let Some((last, rest)) = words.split_last()
        && !rest.is_empty()
        && let Some(verb) = verb(last)
    {
        return (Some(verb), rest.to_vec());
    }
    let middle = words
        .iter()
        .enumerate()
        .find_map(|(at, it)| Some((at, verb(it)?)));
    if let Some((at, verb)) = middle {
        let noun = up_to_preposition(&words[at + 1..]);
        return (Some(verb), noun);
    }
    (None, up_to_preposition(words))
}

/// `pet by id` is about a pet.
fn up_to_preposition(words: &[String]) -> Vec<String> {
    let end = words.iter().position(|it| {
        matches!(
            &**it,
            "by" | "for" | "from" | "to" | "in" | "with" | "of" | "via" | "using" | "on"
        )
    });
    let end = end.unwrap_or(words.len());
    words[..end].to_vec()
}

fn without_determiner(words: Vec<String>) -> (Option<String>, Vec<String>) {
    let Some((first, rest)) = words.split_first().filter(|it| !it.1.is_empty()) else {
        return (None, words);
    };
    match &**first {
        "current" | "my" | "own" => (Some(first.clone()), rest.to_vec()),
        "the" | "a" | "an" | "all" | "single" | "one" | "new" => (None, rest.to_vec()),
        _ => (None, words),
    }
}

fn verb(word: &str) -> Option<Verb> {
    Some(match word {
        "get" | "list" | "show" | "retrieve" | "fetch" | "read" | "find" | "query" | "search"
        | "check" | "view" | "describe" | "lookup" | "load" | "browse" | "download" | "export" => {
            Verb::Read
        }
        "create" | "add" | "post" | "insert" | "register" | "new" => Verb::Create,
        "update" | "put" | "patch" | "set" | "edit" | "modify" | "replace" | "change" | "reset"
        | "delete" | "remove" | "destroy" | "send" | "test" | "assign" | "designate" | "switch"
        | "import" | "upload" | "regenerate" | "generate" | "refresh" | "enable" | "disable"
        | "start" | "stop" | "cancel" | "save" | "submit" | "validate" | "verify" | "upsert"
        | "copy" | "move" | "run" | "execute" | "trigger" => Verb::Other,
        _ => return None,
    })
}
