//! What a mock keeps, where the paths of an API create, list, read, update and destroy things plainly.
//!
//! In: what each operation has to do with such things, as `oasmith` found out, and requests that are right. Out: answers
//! that were made beforehand, with what was kept in their places.
//! What is kept is gone with the mock. Deliberately missing: filters, searches and orders, which mean what an API says.

use super::codec::{self, Json, Raw};
use super::operation::{Info, Meaning};
use super::param::{escape, unescape, unescape_query};
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The members of an object.
pub(super) type Members = BTreeMap<String, Raw>;

/// How many things are kept: whoever sends more is told so.
const MOST: usize = 10_000;

/// The things of an API, and who has to do with them.
#[derive(Debug)]
pub(super) struct Resources {
    roles: BTreeMap<String, Role>,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    /// By the path of the list that they are in: the key of each, and what clients said of it.
    lists: BTreeMap<String, Vec<(String, Members)>>,
    created: usize,
}

/// What an operation has to do with things.
#[derive(Debug)]
pub(super) struct Role {
    does: String,
    /// How many segments of the path stand behind that of the list. The first of them is the key.
    behind: usize,
    /// What keys are like, or a list of them.
    ids: String,
    pool: Vec<String>,
    /// The member of the body that it stands in, where it is not the body.
    body_in: Option<String>,
    /// The member of what is sent that is the key.
    body_key: Option<String>,
    /// What members are that were not sent.
    defaults: Members,
    /// The member of the answer that the thing stands in, where it is not the answer.
    inside: Option<String>,
    /// The member that is the key.
    key: Option<String>,
    is_number: bool,
    /// All of the thing is what was sent.
    is_whole: bool,
    /// Members that are as they were sent.
    carried: Vec<String>,
    /// Those of them that may be absent.
    optional: Vec<String>,
    list: List,
}

/// How an answer lists things.
#[derive(Debug)]
struct List {
    items: Vec<String>,
    /// An item, as it was made beforehand.
    item: Members,
    total: Vec<String>,
    count: Vec<String>,
    pages: Vec<String>,
    more: Vec<String>,
    /// What leads to a next page, and what says that there is none; nothing: its absence.
    ends: Vec<(Vec<String>, Option<Raw>)>,
    offset: Option<String>,
    page: Option<String>,
    first: u64,
    /// Where an answer says which page it is.
    number: Vec<String>,
    size: Option<String>,
    usual: Option<u64>,
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Done {
    One(String, Members),
    Page {
        things: Vec<(String, Members)>,
        total: usize,
        size: u64,
        number: u64,
        is_last: bool,
    },
}

impl Resources {
    /// `roles` are by method and path template.
    pub(super) fn new(roles: &Raw) -> Self {
        let roles: BTreeMap<String, Members> = roles.decode().unwrap_or_default();
        let roles = roles.into_iter().map(|(of, told)| (of, Role::of(&told)));
        Self {
            roles: roles.collect(),
            kept: Mutex::default(),
        }
    }

    pub(super) fn role(&self, of: &str) -> Option<&Role> {
        self.roles.get(of)
    }

    /// Does what `role` says, or tells why not.
    pub(super) fn act(
        &self,
        role: &Role,
        info: &Info,
        parts: &Parts,
        body: &[u8],
    ) -> Result<Done, StatusCode> {
        let (list, last) = place(parts.uri.path(), role.behind);
        // Nothing is half done where a thread ends.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if role.does == "create" {
            return kept.create(role, info, list, role.sent(body));
        }
        if role.does == "list" {
            let things = kept.lists.get(&list).map(Vec::as_slice).unwrap_or_default();
            return Ok(role
                .list
                .page(things, parts.uri.query().unwrap_or_default()));
        }
        let sent = role.sent(body);
        let key = match last {
            Some(last) => unescape(last).map(Cow::into_owned),
            None => role.key_in(&sent),
        };
        let key = key.ok_or(StatusCode::NOT_FOUND)?;
        let things = kept.lists.entry(list.clone()).or_default();
        let at = things.iter().position(|it| it.0 == key);
        let at = at.ok_or(StatusCode::NOT_FOUND)?;
        match role.does.as_str() {
            "update" => things[at].1.extend(sent),
            "replace" => things[at].1 = sent,
            "destroy" => {
                let (key, thing) = things.remove(at);
                // What was inside of it is gone as well.
                let inside = format!("{list}/{}/", last.unwrap_or_default());
                kept.lists.retain(|list, _| !list.starts_with(&inside));
                return Ok(Done::One(key, thing));
            }
            _ => {}
        }
        Ok(Done::One(key, things[at].1.clone()))
    }
}

impl Kept {
    fn create(
        &mut self,
        role: &Role,
        info: &Info,
        list: String,
        sent: Members,
    ) -> Result<Done, StatusCode> {
        if self.lists.values().map(Vec::len).sum::<usize>() >= MOST {
            return Err(StatusCode::INSUFFICIENT_STORAGE);
        }
        let told = role.key_in(&sent);
        let things = self.lists.entry(list).or_default();
        let is_free = |key: &String| !things.iter().any(|it| it.0 == *key);
        let key = match told {
            Some(key) if is_free(&key) => key,
            Some(_) if info.meaning(StatusCode::CONFLICT) == Meaning::Error => {
                return Err(StatusCode::CONFLICT);
            }
            // An API that knows no conflict takes the later one.
            Some(key) => {
                things.retain(|it| it.0 != key);
                key
            }
            None => {
                let from = self.created + 1;
                // One more than there are things: one of them is free.
                let mut keys = (from..=from + things.len()).map_while(|it| role.id(it));
                let mut at = from;
                let free = keys.find(|key| {
                    at += 1;
                    is_free(key)
                });
                self.created = at - 1;
                free.ok_or(StatusCode::INSUFFICIENT_STORAGE)?
            }
        };
        things.push((key.clone(), sent.clone()));
        Ok(Done::One(key, sent))
    }
}

/// The path of the list, and the segment behind it, if any is.
fn place(path: &str, behind: usize) -> (String, Option<&str>) {
    let mut list = path.trim_end_matches('/');
    let mut next = None;
    for _ in 0..behind {
        let (before, last) = list.rsplit_once('/').unwrap_or_default();
        (list, next) = (before, Some(last));
    }
    (list.to_owned(), next)
}

/// The text of a JSON string or number.
fn scalar(raw: &Raw) -> Option<String> {
    match raw.as_str().as_bytes().first()? {
        b'"' => raw.decode().ok(),
        b'-' | b'0'..=b'9' => Some(raw.as_str().to_owned()),
        _ => None,
    }
}

fn get<T: Json + Default>(told: &Members, name: &str) -> T {
    let value = told.get(name).and_then(|it| it.decode().ok());
    value.unwrap_or_default()
}

impl Role {
    fn of(told: &Members) -> Self {
        Self {
            does: get(told, "does"),
            behind: get::<u32>(told, "behind") as usize,
            ids: get(told, "ids"),
            pool: get(told, "pool"),
            body_in: get(told, "body_in"),
            body_key: get(told, "body_key"),
            defaults: get(told, "defaults"),
            inside: get(told, "inside"),
            key: get(told, "key"),
            is_number: get(told, "number"),
            is_whole: get(told, "whole"),
            carried: get(told, "carried"),
            optional: get(told, "optional"),
            list: List::of(&get(told, "list")),
        }
    }

    /// What was sent of the thing.
    fn sent(&self, body: &[u8]) -> Members {
        let mut all = codec::decode::<Members>(body).unwrap_or_default();
        if let Some(name) = &self.body_in {
            all = get(&all, name);
        }
        for (name, value) in &self.defaults {
            all.entry(name.clone()).or_insert_with(|| value.clone());
        }
        all
    }

    fn key_in(&self, sent: &Members) -> Option<String> {
        scalar(sent.get(self.body_key.as_ref()?)?).filter(|it| !it.is_empty())
    }

    /// The key of the thing that is created as number `at`.
    fn id(&self, at: usize) -> Option<String> {
        match self.ids.as_str() {
            "uuid" => Some(format!("00000000-0000-4000-8000-{at:012x}")),
            "pool" => self.pool.get((at - 1) % self.pool.len().max(1)).cloned(),
            _ => Some(at.to_string()),
        }
    }

    /// An answer that was made beforehand, with what was kept.
    pub(super) fn tell(&self, made: &str, done: &Done) -> Option<String> {
        let text = match done {
            Done::One(key, thing) => {
                let mut answer: Members = codec::decode(made.as_bytes()).ok()?;
                match &self.inside {
                    Some(name) => {
                        let mut inside = get(&answer, name);
                        self.show(&mut inside, key, thing);
                        answer.insert(name.clone(), Raw::of(&inside));
                    }
                    None => self.show(&mut answer, key, thing),
                }
                codec::encode(&answer)
            }
            Done::Page { things, .. } => {
                let items = things.iter().map(|(key, thing)| {
                    let mut item = self.list.item.clone();
                    self.show(&mut item, key, thing);
                    item
                });
                let items = Raw::of(&items.collect::<Vec<_>>());
                if self.list.items.is_empty() {
                    return Some(items.as_str().to_owned());
                }
                let mut answer = codec::decode(made.as_bytes()).ok()?;
                self.list.tell(&mut answer, items, done);
                codec::encode(&answer)
            }
        };
        String::from_utf8(text).ok()
    }

    /// Where a thing is that was created, for those who come the same way.
    pub(super) fn place(&self, done: &Done, parts: &Parts) -> Option<HeaderValue> {
        let (Done::One(key, _), "create") = (done, self.does.as_str()) else {
            return None;
        };
        let host = parts.headers.get(header::HOST)?.to_str().ok()?;
        let mut place = format!("http://{host}{}/", parts.uri.path().trim_end_matches('/'));
        escape(key, &mut place);
        HeaderValue::from_str(&place).ok()
    }

    fn show(&self, it: &mut Members, key: &str, thing: &Members) {
        if self.is_whole {
            it.clone_from(thing);
        }
        for name in &self.optional {
            it.remove(name);
        }
        for name in &self.carried {
            if let Some(value) = thing.get(name) {
                it.insert(name.clone(), value.clone());
            }
        }
        if let Some(name) = &self.key {
            let number = Raw::parse(key).ok().filter(|_| self.is_number);
            let value = number.unwrap_or_else(|| Raw::of(&key));
            it.insert(name.clone(), value);
        }
    }
}

impl List {
    fn of(told: &Members) -> Self {
        let ends: Vec<Members> = get(told, "ends");
        let ends = ends.iter().map(|it| (get(it, "at"), it.get("is").cloned()));
        Self {
            items: get(told, "items"),
            item: get(told, "item"),
            total: get(told, "total"),
            count: get(told, "count"),
            pages: get(told, "pages"),
            more: get(told, "more"),
            ends: ends.collect(),
            offset: get(told, "offset"),
            page: get(told, "page"),
            first: get(told, "first"),
            number: get(told, "number"),
            size: get(told, "size"),
            usual: get(told, "usual"),
        }
    }

    /// The things that a query asks for.
    fn page(&self, things: &[(String, Members)], query: &str) -> Done {
        let total = things.len();
        let number = |name: &Option<String>| {
            let name = name.as_deref()?;
            let mut pairs = query.split('&').filter_map(|it| it.split_once('='));
            let given = pairs.find(|(it, _)| unescape_query(it).is_some_and(|it| it == name));
            given?.1.parse::<u64>().ok()
        };
        let size = number(&self.size).or(self.usual).unwrap_or(u64::MAX);
        let page = number(&self.page).unwrap_or(self.first);
        let pages = page.saturating_sub(self.first);
        let from = match pages {
            0 => number(&self.offset).unwrap_or(0),
            pages => pages.saturating_mul(size),
        };
        let from = usize::try_from(from).unwrap_or(total).min(total);
        let until = from.saturating_add(usize::try_from(size).unwrap_or(total));
        let until = until.min(total);
        Done::Page {
            things: things[from..until].to_vec(),
            total,
            size,
            number: page,
            is_last: until == total,
        }
    }

    fn tell(&self, answer: &mut Members, items: Raw, done: &Done) {
        let Done::Page {
            things,
            total,
            size,
            number,
            is_last,
        } = done
        else {
            return;
        };
        put(answer, &self.items, Some(items));
        let total = *total as u64;
        put(answer, &self.total, Some(Raw::of(&total)));
        put(answer, &self.count, Some(Raw::of(&(things.len() as u64))));
        let pages = total.div_ceil((*size).max(1));
        put(answer, &self.pages, Some(Raw::of(&pages)));
        put(answer, &self.number, Some(Raw::of(number)));
        put(answer, &self.more, Some(Raw::of(&!is_last)));
        for (at, end) in &self.ends {
            put(answer, at, end.clone());
        }
    }
}

/// Puts a value at the end of a way; nothing takes away what is there.
fn put(into: &mut Members, way: &[String], value: Option<Raw>) {
    match (way, value) {
        ([], _) => {}
        ([last], Some(value)) => drop(into.insert(last.clone(), value)),
        ([last], None) => drop(into.remove(last)),
        ([first, rest @ ..], value) => {
            if let Some(Ok(mut inside)) = into.get(first).map(Raw::decode::<Members>) {
                put(&mut inside, rest, value);
                into.insert(first.clone(), Raw::of(&inside));
            }
        }
    }
}
