//! How the next page is asked for, once one has come.
//!
//! In: what an operation says of a page. Out: whether there is another one, and what asks for it.
//! Every way of paging is one method here, so that an operation only names its parameters and members.
//! What never ends is an error: a token that came before, or the same items again.

use super::codec::{self, Write};
use http::HeaderMap;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What comes after a page.
pub(super) enum Step {
    Last,
    /// The operation asks for it, or another query does.
    Next(Option<String>),
    /// There is more, and no way to it.
    Lost(&'static str),
    /// This page has come before.
    Same,
}

/// What is known of the pages that have come, the last one above all.
pub struct Turn {
    got: u64,
    total: Option<u64>,
    pages: Option<u64>,
    more: Option<bool>,
    /// The number that the page has by itself.
    number: Option<u64>,
    /// The number of the first page, as far as it is known.
    first: Option<u64>,
    step: Step,
    /// How many items have come, those before the first page included.
    seen: Option<u64>,
    /// Of the page before: how many items it had, and what tells them from others.
    before: Option<(u64, u64)>,
    mark: u64,
    /// What tells the tokens and queries apart that have been used.
    used: HashSet<u64>,
}

impl std::fmt::Debug for Turn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Turn").field("seen", &self.seen).finish()
    }
}

impl Turn {
    pub(super) fn new() -> Self {
        Self {
            got: 0,
            total: None,
            pages: None,
            more: None,
            number: None,
            first: None,
            step: Step::Last,
            seen: None,
            before: None,
            mark: 0,
            used: HashSet::new(),
        }
    }

    /// What the page that was looked at leads to.
    pub(super) fn take(&mut self) -> Step {
        self.before = (self.got > 0).then_some((self.got, self.mark));
        (self.got, self.total, self.pages, self.more) = (0, None, None, None);
        self.number = None;
        std::mem::replace(&mut self.step, Step::Last)
    }

    /// The items of the page.
    pub fn items<T: Write>(&mut self, items: Option<&Vec<T>>) {
        if let Some(items) = items.filter(|it| !it.is_empty()) {
            self.got = items.len() as u64;
            self.mark = mark(&codec::encode(items));
        }
    }

    /// How many items there are in all pages.
    pub fn total<N: Number>(&mut self, total: Option<&N>) {
        self.total = total.and_then(N::number);
    }

    /// How many pages there are.
    pub fn pages<N: Number>(&mut self, pages: Option<&N>) {
        self.pages = pages.and_then(N::number);
    }

    /// Whether there are more.
    pub fn more(&mut self, more: Option<&bool>) {
        self.more = more.copied();
    }

    /// Which page it is, as it says itself.
    pub fn number<N: Number>(&mut self, number: Option<&N>) {
        self.number = number.and_then(N::number);
    }

    /// `at` is the number of items before the page.
    pub fn offset(&mut self, at: &mut dyn Number) {
        let next = at.number().unwrap_or(0).saturating_add(self.got);
        self.seen = Some(next);
        self.count_on(next, at);
    }

    /// `at` is the number of the page, where the first one is `first`.
    pub fn page(&mut self, at: &mut dyn Number, first: u64) {
        let page = at.number().unwrap_or(first);
        let passed = page.saturating_sub(first);
        // Who begins in the middle has passed as many full pages.
        let seen = self
            .seen
            .unwrap_or_else(|| passed.saturating_mul(self.got))
            .saturating_add(self.got);
        self.seen = Some(seen);
        if self.pages.is_some_and(|pages| passed + 1 >= pages) {
            self.more = Some(false);
        }
        self.count_on(page.saturating_add(1), at);
    }

    /// `at` is the number of the page, and what the first one is called is not documented: who did not ask for one by its
    /// number is told it by the page.
    pub fn page_after(&mut self, at: &mut dyn Number) {
        // Where pages begin at 0 or 1, 1 is what ends a list later and never too early.
        let (given, told) = (at.number(), self.number);
        let first = self.first.or(given.map(|it| it.min(1))).or(told);
        self.first = first;
        self.page(at, first.unwrap_or(1));
        if first.is_none() && matches!(self.step, Step::Next(_)) {
            self.step = Step::Lost("does not say which number it has, as the next one's follows");
        }
    }

    fn count_on(&mut self, next: u64, at: &mut dyn Number) {
        let is_same = self.got > 0 && self.before == Some((self.got, self.mark));
        let is_last = match (self.more, self.total, self.seen) {
            (Some(more), _, _) => !more,
            (None, Some(total), Some(seen)) => seen >= total,
            // A server may give fewer than were asked for, but then it does so on each page.
            _ => self.before.is_some_and(|(before, _)| self.got < before),
        };
        self.step = if is_same {
            Step::Same
        } else if is_last || self.got == 0 {
            Step::Last
        } else if at.set(next) {
            Step::Next(None)
        } else {
            Step::Lost("is followed by a page whose number is too large")
        };
    }

    /// `at` is a token that the page before answers.
    pub fn token<T: AsRef<str>>(&mut self, at: &mut dyn Token, next: Option<T>) {
        if let Some(token) = at.token() {
            self.used.insert(mark(token.as_bytes()));
        }
        if let Some(next) = self.unused(next.as_ref().map(T::as_ref)) {
            at.set(next);
            self.step = Step::Next(None);
        }
    }

    /// The next page has a URL. Its query is what is used of it: where the API is, the client decides, and credentials go
    /// nowhere else.
    pub fn url<T: AsRef<str>>(&mut self, next: Option<T>) {
        if let Some(next) = self.unused(next.as_ref().map(T::as_ref)) {
            let url = next.split('#').next().unwrap_or_default();
            self.step = match url.split_once('?') {
                Some((_, query)) => Step::Next(Some(query.to_owned())),
                None => Step::Lost("is followed by a page whose URL has no query"),
            };
        }
    }

    /// The header `Link` has a URL with `rel=next` (RFC 8288).
    pub fn link(&mut self, headers: &HeaderMap) {
        let lines = headers.get_all(http::header::LINK).iter();
        let next = lines
            .filter_map(|it| it.to_str().ok())
            .find_map(|line| links(line).find(|(_, params)| is_next(params)));
        self.url(next.map(|(url, _)| url));
    }

    /// What leads on, unless it led here already.
    fn unused<'a>(&mut self, next: Option<&'a str>) -> Option<&'a str> {
        let next = next.filter(|it| !it.is_empty() && self.more != Some(false))?;
        if self.used.insert(mark(next.as_bytes())) {
            return Some(next);
        }
        self.step = Step::Lost("names a page as the next one that has come already");
        None
    }
}

fn mark(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

/// The URLs of a `Link` header, each with its parameters.
fn links(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once('<')?;
        let (url, after) = after.split_once('>')?;
        let mut quoted = false;
        let end = after.find(|c| {
            quoted ^= c == '"';
            c == ',' && !quoted
        });
        let (params, left) = after.split_at(end.unwrap_or(after.len()));
        rest = left;
        Some((url, params))
    })
}

fn is_next(params: &str) -> bool {
    params.split(';').any(|it| match it.split_once('=') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("rel") => {
            let mut names = value.trim().trim_matches('"').split_ascii_whitespace();
            names.any(|it| it.eq_ignore_ascii_case("next"))
        }
        _ => false,
    })
}

/// A parameter or member that counts.
pub trait Number {
    /// What it is, if it is anything.
    fn number(&self) -> Option<u64>;
    /// Makes it `value`, unless that is too large for it.
    fn set(&mut self, value: u64) -> bool;
}

macro_rules! numbers {
    ($($ty:ident)*) => {$(
        impl Number for $ty {
            fn number(&self) -> Option<u64> {
                u64::try_from(*self).ok()
            }

            fn set(&mut self, value: u64) -> bool {
                $ty::try_from(value).map(|value| *self = value).is_ok()
            }
        }
    )*};
}

numbers!(i32 i64 u32 u64);

impl<N: Number + Default> Number for Option<N> {
    fn number(&self) -> Option<u64> {
        self.as_ref().and_then(N::number)
    }

    fn set(&mut self, value: u64) -> bool {
        self.get_or_insert_default().set(value)
    }
}

/// A parameter that takes a token.
pub trait Token {
    /// The token, if there is one.
    fn token(&self) -> Option<&str>;
    /// Makes it `token`.
    fn set(&mut self, token: &str);
}

impl Token for String {
    fn token(&self) -> Option<&str> {
        Some(self)
    }

    fn set(&mut self, token: &str) {
        *self = token.to_owned();
    }
}

impl Token for Option<String> {
    fn token(&self) -> Option<&str> {
        self.as_deref()
    }

    fn set(&mut self, token: &str) {
        *self = Some(token.to_owned());
    }
}
