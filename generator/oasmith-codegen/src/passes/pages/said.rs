//! What a person says of an operation's pages, in place of what names tell.
//!
//! In: words and their texts, from `x-oasmith-pagination` or `oasmith.toml`. Out: a [`PageRule`], then [`Paging`], or
//! what does not fit the operation.

use super::members::Answered;
use super::{ends, first, is_number, listed};
use crate::ir::{
    Api, Field, First, Hop, Method, Paging, Param, Place, Route, Turning, Type, TypeKind,
};

/// What is said of an operation's pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pagination {
    /// It has none, whatever its names look like.
    Off,
    By(PageRule),
}

/// How pages follow each other. Members are JSON Pointers into the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRule {
    by: By,
    /// The query parameter that turns pages.
    param: Option<String>,
    /// The number of the first page.
    first: Option<u64>,
    items: Option<String>,
    total: Option<String>,
    pages: Option<String>,
    more: Option<String>,
    /// The token or URL of the next page.
    next: Option<String>,
    /// The member of an item that names it.
    id: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Offset,
    Page,
    Token,
    Last,
    Url,
    Link,
}

const WAYS: [(&str, By); 6] = [
    ("offset", By::Offset),
    ("page", By::Page),
    ("token", By::Token),
    ("last", By::Last),
    ("url", By::Url),
    ("link", By::Link),
];

/// The words that are known.
const WORDS: [&str; 9] = [
    "by", "param", "first", "items", "total", "pages", "more", "next", "id",
];

impl PageRule {
    /// Reads the words. What is wrong is told with the index of the word, if it is one.
    pub fn read(words: &[(&str, &str)]) -> Result<Self, (Option<usize>, String)> {
        let text = |word: &str| {
            let found = words.iter().position(|it| it.0 == word);
            found.map(|at| (at, words[at].1))
        };
        let member = |word: &str| text(word).map(|it| it.1.to_owned());
        if let Some(at) = words.iter().position(|it| !WORDS.contains(&it.0)) {
            let known = WORDS.map(|it| format!("`{it}`")).join(", ");
            let message = format!("`{}` says nothing of pages; known are {known}", words[at].0);
            return Err((Some(at), message));
        }
        let Some((at, way)) = text("by") else {
            return Err((
                None,
                "`by` is missing, which says how pages are turned".to_owned(),
            ));
        };
        let Some((_, by)) = WAYS.iter().find(|it| it.0 == way) else {
            let known = WAYS.map(|it| format!("`{}`", it.0)).join(", ");
            return Err((
                Some(at),
                format!("`{way}` turns no pages; known are {known}"),
            ));
        };
        let first = match text("first") {
            Some((at, number)) => match number.parse() {
                Ok(number) => Some(number),
                Err(_) => return Err((Some(at), "`first` is not the number of a page".to_owned())),
            },
            None => None,
        };
        Ok(Self {
            by: *by,
            param: member("param"),
            first,
            items: member("items"),
            total: member("total"),
            pages: member("pages"),
            more: member("more"),
            next: member("next"),
            id: member("id"),
        })
    }
}

/// The paging of an operation by a rule, or what does not fit.
pub fn paging(it: &Method, rule: &PageRule, api: &Api) -> Result<Paging, String> {
    let (answer, _) = listed(it).ok_or("it does not answer JSON in one way")?;
    let answered = Answered::of(answer, api);
    let (items, item) = match &rule.items {
        Some(path) => match at(answer, path, api)? {
            (route, Type::List(item)) => (route, *item),
            _ => return Err(format!("`{path}` is no list")),
        },
        None => answered
            .list()
            .ok_or("no list stands out in its answer; `items` says which it is")?,
    };
    let value = |said: &Option<String>, found: Option<Route>, is_it: fn(&Type) -> bool, what| {
        let Some(path) = said else { return Ok(found) };
        let (route, ty) = at(answer, path, api)?;
        match is_it(&ty) {
            true => Ok(Some(route)),
            false => Err(format!("`{path}` is no {what}")),
        }
    };
    let (total, pages, more) = ends(&answered);
    let by = turning(it, rule, (answer, &item), api)?;
    Ok(Paging {
        by,
        items,
        item,
        total: value(&rule.total, total, is_number, "number")?,
        pages: value(&rule.pages, pages, is_number, "number")?,
        more: value(&rule.more, more, |it| *it == Type::Bool, "boolean")?,
    })
}

fn turning(
    it: &Method,
    rule: &PageRule,
    (answer, item): (&Type, &Type),
    api: &Api,
) -> Result<Turning, String> {
    let next = || {
        let path = rule.next.as_deref();
        let path = path.ok_or("`next` is missing, which says where the next page is told")?;
        match at(answer, path, api)? {
            (route, Type::String) => Ok(route),
            _ => Err(format!("`{path}` is no text")),
        }
    };
    let number = || param(it, rule, is_number, "number");
    let text = || param(it, rule, |it| *it == Type::String, "text");
    Ok(match rule.by {
        By::Offset => Turning::Offset(number()?.name.clone()),
        By::Page => {
            let param = number()?;
            let first = rule.first.map(First::Known);
            let first = first.or_else(|| first::first(param, &Answered::of(answer, api)));
            let first =
                first.ok_or("`first` is missing, which says what the first page is called")?;
            Turning::Page(param.name.clone(), first)
        }
        By::Token => Turning::Token(text()?.name.clone(), next()?),
        By::Last => {
            let param = text()?.name.clone();
            let id = rule.id.as_deref().unwrap_or("/id");
            match at(item, id, api)? {
                (route, Type::String) if route.len() == 1 => Turning::Last(
                    param,
                    route.into_iter().next().ok_or("an item has no name")?,
                ),
                _ => return Err(format!("`{id}` is no text of an item")),
            }
        }
        By::Url => Turning::Url(next()?),
        By::Link => Turning::Link,
    })
}

fn param<'m>(
    it: &'m Method,
    rule: &PageRule,
    is_it: fn(&Type) -> bool,
    what: &str,
) -> Result<&'m Param, String> {
    let name = rule.param.as_deref();
    let name = name.ok_or("`param` is missing, which names the parameter that turns pages")?;
    let mut queries = it.params.iter().filter(|it| it.place == Place::Query);
    match queries.find(|it| it.wire == name) {
        Some(param) if is_it(&param.ty) => Ok(param),
        Some(_) => Err(format!("the parameter `{name}` is no {what}")),
        None => Err(format!("it has no query parameter `{name}`")),
    }
}

/// The way to a member, and its type.
fn at(ty: &Type, pointer: &str, api: &Api) -> Result<(Route, Type), String> {
    let missing = || format!("there is no member `{pointer}`");
    let (mut route, mut ty) = (Route::new(), ty.clone());
    let steps = pointer.strip_prefix('/').unwrap_or(pointer);
    for step in steps.split('/').filter(|_| !steps.is_empty()) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let field = field(&ty, &step, api).ok_or_else(missing)?;
        route.push(Hop {
            name: field.name.clone(),
            wire: field.wire.clone(),
            presence: field.presence,
        });
        ty = field.ty.clone();
    }
    Ok((route, ty))
}

fn field<'a>(ty: &Type, wire: &str, api: &'a Api) -> Option<&'a Field> {
    let Type::Named(id) = ty else { return None };
    let TypeKind::Struct(it) = &api.ty(*id).kind else {
        return None;
    };
    // A box would be in the way.
    it.fields.iter().find(|it| it.wire == wire && !it.boxed)
}
