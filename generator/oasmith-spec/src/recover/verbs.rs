//! What an operation does and to what, as its id says it.
//!
//! `retrieveCurrentTenantStatus` retrieves a `tenant status`, the current one.

use super::found::Operation;
use super::path::{self, Shared};
use super::words::{self, split};
use crate::plural;
use std::borrow::Cow;

/// An operation id taken apart.
pub(super) struct Action {
    /// As people know it: the id, or `GET /pets`.
    pub shown: String,
    /// All words of the id; made from method and path when there is none.
    pub words: Vec<String>,
    pub verb: Verb,
    /// What it is done to, without a determiner, as written (`ip rules`).
    pub noun: Vec<String>,
    /// What the id says before its verb: `public` of `publicGetUser`.
    pub group: Vec<String>,
    /// The first tag.
    pub tag: Vec<String>,
    /// `current`, `my`: which one of them.
    pub determiner: Option<String>,
    /// The last fixed part of the path (`password policy`), and whether a parameter follows.
    pub path_noun: Vec<String>,
    /// What that belongs to: the fixed part before it.
    pub path_owner: Vec<String>,
    /// The fixed parts of the path, without those that all paths start with.
    pub route: Vec<String>,
    pub by_key: bool,
    /// What goes in is called: a `request`, or the `payload` of a webhook or callback.
    pub sends: &'static str,
}

/// Longer words are several without a space between them: `createanapikeyforaserviceaccount`. The path says it better.
const LONGEST_WORD: usize = 20;

/// The same of what is glued to a verb: `getinputtokencounts`.
const LONGEST_GLUED: usize = 14;

/// As much of an id as a reason shows.
const SHOWN: usize = 80;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Answers what there is.
    Read,
    Create,
    /// There is nothing any more that could be answered.
    Destroy,
    Other,
}

pub(super) fn actions(operations: &[Operation<'_>]) -> Vec<Action> {
    let shared = path::shared(operations);
    let actions = operations.iter().map(|it| action(it, &shared));
    let mut actions: Vec<Action> = actions.collect();
    let routes: Vec<&[String]> = actions.iter().map(|it| it.route.as_slice()).collect();
    let of_all = words::common_prefix(&routes).len();
    for action in &mut actions {
        action.route.drain(..of_all);
    }
    actions
}

fn action(operation: &Operation<'_>, shared: &Shared) -> Action {
    // A webhook has a name in place of a path, and the URL of a callback comes from elsewhere.
    let route = operation.event.unwrap_or(operation.path);
    let segments: Vec<&str> = path::segments(route).collect();
    let mut fixed = segments.iter().rev().filter(|it| !it.is_empty()).peekable();
    // `/users/me` is a user.
    let me = fixed.next_if(|it| is_me(it) && segments.len() > 1);
    let path_noun = fixed.next().map(|it| split(it)).unwrap_or_default();
    let path_owner = fixed.next().map(|it| split(it)).unwrap_or_default();
    let words = match (words_of_id(operation), operation.event) {
        (Some(words), None) => with_noun(words, &path_noun, &path_owner),
        (Some(words), _) => words,
        (None, Some(event)) => split(event),
        (None, None) => path::words(operation.method, &segments, shared),
    };
    let (verb, noun) = verb_and_noun(&words, operation);
    let verb = verb.unwrap_or(match operation.method {
        "get" | "head" => Verb::Read,
        _ => Verb::Other,
    });
    let (determiner, noun) = match operation.event {
        // What happens is no thing.
        Some(_) if operation.id.is_none() => (None, Vec::new()),
        _ if me.is_some() && matches!(&*noun, [only] if is_me(only)) => {
            (Some("current".to_owned()), words::singular(&path_noun))
        }
        _ => without_determiner(noun),
    };
    let shown = operation.id.filter(|it| !it.is_empty()).map(str::to_owned);
    let method = || format!("{} {route}", operation.method.to_uppercase());
    Action {
        shown: shown.unwrap_or_else(method).chars().take(SHOWN).collect(),
        verb,
        determiner,
        group: group(&words, &noun),
        tag: operation.tag.map(split).unwrap_or_default(),
        noun,
        path_noun,
        path_owner,
        route: path::route(&segments),
        by_key: segments.last().is_some_and(|it| it.is_empty()),
        words,
        sends: match operation.event {
            Some(_) => "payload",
            None => "request",
        },
    }
}

/// What stands before the verb, where the noun stands behind it.
fn group(words: &[String], noun: &[String]) -> Vec<String> {
    let at = words.iter().position(|it| verb(it).is_some());
    let (group, rest) = words.split_at(at.unwrap_or(0));
    match !noun.is_empty() && rest.get(1..).is_some_and(|it| it.starts_with(noun)) {
        true => words::singular(group),
        false => Vec::new(),
    }
}

fn is_me(word: &str) -> bool {
    matches!(word, "me" | "self" | "myself" | "current" | "whoami")
}

/// Of an id that says what is done and not to what, the path says that: `create`, `findAll`, `getById`.
fn with_noun(mut words: Vec<String>, path_noun: &[String], path_owner: &[String]) -> Vec<String> {
    if !is_verb_alone(&words) {
        return words;
    }
    if words.len() == 1 {
        let is_said = path_noun.contains(&words[0]);
        let noun = if is_said { path_owner } else { path_noun };
        words.extend(words::singular(noun));
        return words;
    }
    let noun = match words::says_something(path_noun) {
        true => path_noun.to_vec(),
        false => [&*words::singular(path_owner), path_noun].concat(),
    };
    match &*words[1] {
        "all" | "many" => words.splice(2..2, noun),
        "one" => words.splice(1..2, words::singular(&noun)),
        _ => words.splice(1..1, words::singular(&noun)),
    };
    words
}

/// Whether the words of an id say nothing of what something is done to.
fn is_verb_alone(words: &[String]) -> bool {
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let is_which = match rest {
        [] => true,
        [which] => matches!(&**which, "all" | "many" | "one"),
        [by, _, ..] => by == "by",
    };
    is_which && verb(first).is_some()
}

/// The words of an operation's id, without what its framework has put behind them.
fn words_of_id(operation: &Operation<'_>) -> Option<Vec<String>> {
    let words = in_order(&by_hand(operation.id?), operation.method);
    let mut words = without_route(words, operation);
    // `search_with_post` is a search.
    if let [_, .., with, method] = &*words
        && method == operation.method
        && is_preposition(with)
    {
        words.truncate(words.len() - 2);
    }
    let is_word = |it: &String| it.len() <= LONGEST_WORD;
    (!words.is_empty() && words.iter().all(is_word)).then_some(words)
}

/// What an operation that has an id is done to.
pub(super) fn noun_of_id(operation: &Operation<'_>) -> Option<Vec<String>> {
    let words = words_of_id(operation)?;
    Some(verb_and_noun(&words, operation).1)
}

/// What frameworks make of the class and the function behind an operation, as a person would write it: `User/find` of
/// `UserController_findOne`, `User_Get` of `User_GetAsync`, and `create` of the second one, `create_1`.
fn by_hand(id: &str) -> Cow<'_, str> {
    let uncounted = id.trim_end_matches(|it: char| it.is_ascii_digit());
    let uncounted = Some(uncounted).filter(|it| it.len() < id.len());
    // A number without a line before it may be a part of the name.
    let uncounted = uncounted.and_then(|it| match it.strip_suffix('_') {
        None => Some(it).filter(|it| is_verb_alone(&split(it))),
        uncounted => uncounted,
    });
    let id = uncounted.unwrap_or(id);
    let id = id.strip_suffix("Async").unwrap_or(id);
    let parts = id.split_once(['_', '.']);
    let parts =
        parts.and_then(|(class, function)| Some((class.strip_suffix("Controller")?, function)));
    let Some((class, function)) = parts.filter(|it| !it.0.is_empty()) else {
        return Cow::Borrowed(id);
    };
    let mut bare = ["One", "All", "Many"]
        .iter()
        .filter_map(|it| function.strip_suffix(it));
    let bare = bare.find(|it| verb(it).is_some()).unwrap_or(function);
    Cow::Owned(format!("{class}/{bare}"))
}

/// The words of an id, the verb first where it stands in a group (`domains/update`), and taken off what it is glued to
/// (`getpagination` of a GET).
fn in_order(id: &str, method: &str) -> Vec<String> {
    if let Some((group, rest)) = id.rsplit_once('/') {
        let (group, mut words) = (words::singular(&split(group)), split(rest));
        let known = words.iter().any(|it| group.contains(&plural::singular(it)));
        if !words.is_empty() && verb(&words[0]).is_some() && !known {
            words.splice(1..1, group);
        } else if let ([_], false) = (&*words, known) {
            // `emails/metrics` are those of emails, and what is done by `emails/share` is done to one.
            let at = usize::from(is_done(id, method));
            words.splice(at..at, group);
        }
        return words;
    }
    let mut words = split(id);
    let glued = words.first().filter(|it| verb(it).is_none());
    let rest = glued.and_then(|it| it.strip_prefix(method));
    // Shorter rests are words of their own: `posts`, `postal`.
    if let Some(rest) = rest.filter(|it| it.len() >= 4).map(str::to_owned) {
        if rest.len() > LONGEST_GLUED {
            return Vec::new();
        }
        words[0] = rest;
        words.insert(0, method.to_owned());
    }
    words
}

/// Whether an id is a group and a single word for what is done to it.
fn is_done(id: &str, method: &str) -> bool {
    let last = id.rsplit_once('/').map(|it| split(it.1));
    last.is_some_and(|it| it.len() == 1) && !matches!(method, "get" | "head")
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

/// The verb stands first, or last (`pets_list`), or after what the operation belongs to (`zones get settings`).
/// An operation that only reads does nothing: its `switch` and `posts` are things.
fn verb_and_noun(words: &[String], operation: &Operation<'_>) -> (Option<Verb>, Vec<String>) {
    let only_reads = matches!(operation.method, "get" | "head");
    let verb = |word: &str| verb(word).filter(|_| !(only_reads && is_thing_too(word)));
    let Some((first, rest)) = words.split_first() else {
        return (None, Vec::new());
    };
    let done = is_done(operation.id.unwrap_or_default(), operation.method);
    // `load_balancers_get` gets them, and loads nothing.
    let is_usual = |word: Option<&String>| word.is_some_and(|it| is_usual(operation.method, it));
    let ends_with_verb = rest.len() > 1 && is_usual(rest.last()) && !is_usual(Some(first));
    let known = verb(first).filter(|_| !ends_with_verb);
    if let Some(known) = known.or(done.then_some(Verb::Other)) {
        // `update or create items` is about items.
        let rest = match rest {
            [or, _, rest @ ..] if matches!(&**or, "or" | "and") => rest,
            _ => rest,
        };
        return (Some(known), up_to_preposition(rest));
    }
    // What is marked `as read` is not read.
    let is_how = |at: usize| at > 0 && words[at - 1] == "as";
    if let Some((last, rest)) = words.split_last()
        && !rest.is_empty()
        && !is_how(rest.len())
        && let Some(verb) = verb(last)
    {
        // `multi search` is a search.
        let is_kind = |it: &String| matches!(&**it, "multi" | "bulk" | "batch" | "full" | "quick");
        let noun = if rest.iter().all(is_kind) {
            words
        } else {
            rest
        };
        return (Some(verb), up_to_preposition(noun));
    }
    let middle = words
        .iter()
        .enumerate()
        .filter(|(at, _)| !is_how(*at))
        .find_map(|(at, it)| Some((at, verb(it)?)));
    if let Some((at, verb)) = middle {
        let noun = up_to_preposition(&words[at + 1..]);
        return (Some(verb), noun);
    }
    (None, up_to_preposition(words))
}

/// `pet by id` is about a pet, and `logged in user` about no logged.
fn up_to_preposition(words: &[String]) -> Vec<String> {
    let end = words.iter().enumerate().position(|(at, it)| {
        let is_participle = at == 1 && words[0].ends_with("ed");
        !is_participle && is_preposition(it)
    });
    let end = end.unwrap_or(words.len());
    words[..end].to_vec()
}

pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "by" | "for" | "from" | "to" | "in" | "with" | "of" | "via" | "using" | "on"
    )
}

fn without_determiner(words: Vec<String>) -> (Option<String>, Vec<String>) {
    let Some((first, rest)) = words.split_first().filter(|it| !it.1.is_empty()) else {
        // What `getAll` and `findOne` get, the path says.
        let words = words
            .into_iter()
            .filter(|it| !matches!(&**it, "all" | "one"));
        return (None, words.collect());
    };
    match &**first {
        "current" | "my" | "own" => (Some(first.clone()), rest.to_vec()),
        "the" | "a" | "an" | "all" | "single" | "one" | "new" => (None, rest.to_vec()),
        _ => (None, words),
    }
}

/// Verbs that name things as well.
fn is_thing_too(word: &str) -> bool {
    matches!(
        word,
        "switch" | "post" | "test" | "run" | "copy" | "trigger" | "set" | "patch" | "change"
    )
}

/// Whether a word is what a method is mostly called in ids.
fn is_usual(method: &str, word: &str) -> bool {
    match method {
        "get" | "head" => matches!(
            word,
            "get" | "list" | "show" | "retrieve" | "fetch" | "read"
        ),
        "post" => matches!(word, "create" | "add" | "post"),
        "put" | "patch" => matches!(word, "update" | "put" | "patch" | "replace" | "edit"),
        "delete" => matches!(word, "delete" | "remove" | "destroy"),
        _ => false,
    }
}

pub(super) fn verb(word: &str) -> Option<Verb> {
    Some(match word {
        "get" | "list" | "show" | "retrieve" | "fetch" | "read" | "find" | "query" | "search"
        | "check" | "view" | "describe" | "lookup" | "load" | "browse" | "download" => Verb::Read,
        "create" | "add" | "post" | "insert" | "register" | "new" => Verb::Create,
        "update" | "put" | "patch" | "set" | "edit" | "modify" | "replace" | "change" | "reset"
        | "send" | "test" | "assign" | "designate" | "switch" | "import" | "upload"
        | "regenerate" | "export" | "generate" | "refresh" | "enable" | "disable" | "start"
        | "stop" | "cancel" | "save" | "submit" | "validate" | "verify" | "upsert" | "copy"
        | "move" | "run" | "execute" | "trigger" | "rotate" | "activate" | "deactivate"
        | "attach" | "detach" | "approve" | "reject" | "publish" | "restore" | "retry"
        | "pause" | "resume" => Verb::Other,
        "delete" | "remove" | "destroy" | "revoke" | "unassign" => Verb::Destroy,
        _ => return None,
    })
}
