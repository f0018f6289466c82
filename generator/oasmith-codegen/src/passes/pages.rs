//! Finds the operations that answer a list a page at a time.
//!
//! The evidence is names: a parameter that says where a page begins, and in the answer a list and what follows from it
//! to the next page. What a server says itself goes first (a token, a URL, `Link`), and what is counted comes last.
//! One list has to stand out, and a number alone is no evidence: `offset` needs a size or a total beside it.
//! Deliberately missing: tokens that travel in the body of the request.

mod first;
mod members;
mod said;

use crate::ir::{
    AnswerHeader, Api, Content, Hop, Method, Output, Paging, Param, Place, Route, Turning, Type,
    TypeKind,
};
use members::{Answered, plain};

pub use said::{PageRule, Pagination, paging as paging_by};

const OFFSETS: &[&str] = &["skip", "offset", "startindex", "startat", "pageoffset"];
const PAGES: &[&str] = &["page", "pageno", "pagenum", "pagenumber", "pageindex"];
/// What parameters are called that say how many things a page has.
pub const SIZES: &[&str] = &[
    "top",
    "limit",
    "pagesize",
    "perpage",
    "size",
    "maxresults",
    "pagelimit",
    "count",
    "max",
];
const TOKENS: &[&str] = &[
    "cursor",
    "pagetoken",
    "nexttoken",
    "nextpagetoken",
    "nextcursor",
    "continuationtoken",
    "continuation",
    "startcursor",
    "pagecursor",
    "paginationtoken",
    "continue",
    "bookmark",
    "marker",
    "after",
    "startingafter",
];
const URLS: &[&str] = &[
    "nexturl",
    "nextpageurl",
    "nextpageuri",
    "nextlink",
    "odatanextlink",
];
const TOTALS: &[&str] = &[
    "total",
    "totalcount",
    "totalitems",
    "totalresults",
    "totalrecords",
    "totalelements",
    "totalsize",
    "recordstotal",
];
const PAGE_COUNTS: &[&str] = &["totalpages", "pagecount", "numpages", "pagestotal"];
const MORE: &[&str] = &["hasmore", "hasnext", "hasnextpage", "hasmoreitems", "more"];

pub fn find(api: &mut Api) {
    let served = api.groups.iter().filter(|it| !it.is_received);
    let found: Vec<(String, Paging)> = served
        .flat_map(|it| &it.methods)
        .filter_map(|it| Some((it.id.clone(), paging(it, api)?.ok()?)))
        .collect();
    let mut found = found.into_iter().peekable();
    for method in api.groups.iter_mut().flat_map(|it| &mut it.methods) {
        if let Some((_, paging)) = found.next_if(|(id, _)| *id == method.id) {
            method.paging = Some(paging);
        }
    }
}

/// The parameter of an operation whose pages cannot be turned, since nobody says what the first one is called.
pub fn uncounted<'m>(it: &'m Method, api: &Api) -> Option<&'m Param> {
    paging(it, api)?.err()
}

fn paging<'m>(it: &'m Method, api: &Api) -> Option<Result<Paging, &'m Param>> {
    if it.http != "GET" {
        return None;
    }
    let (answer, headers) = listed(it)?;
    let answered = Answered::of(answer, api);
    let (items, item) = answered.list()?;
    let (total, pages, more) = ends(&answered);
    let has_link = headers
        .iter()
        .any(|it| it.wire.eq_ignore_ascii_case("link"));
    let told = by_token(it, &answered)
        .or_else(|| by_url(it, &answered))
        .or_else(|| (has_link && is_turned(it)).then_some(Turning::Link))
        // Where nothing says that there is more, the last page has no end.
        .or_else(|| more.as_ref().and_then(|_| by_last(it, &item, api)));
    let has_end = total.is_some() || pages.is_some() || more.is_some();
    let by = match told {
        Some(by) => Ok(by),
        None => by_number(it, has_end, &answered)?,
    };
    Some(by.map(|by| Paging {
        by,
        items,
        item,
        total,
        pages,
        more,
    }))
}

/// The JSON that an operation answers, where it is one and can be asked for again, and the headers that come with it.
fn listed(it: &Method) -> Option<(&Type, &[AnswerHeader])> {
    // What is a stream can be sent once. A form without members is what some documents give to every `GET`.
    if it.body.as_ref().is_some_and(|it| it.content.is_streamed()) {
        return None;
    }
    let Output::Plain(answer) = &it.output else {
        return None;
    };
    match &answer.content {
        Content::Json(ty) => Some((ty, answer.headers())),
        _ => None,
    }
}

/// How many items there are, how many pages, and whether there are more, by their names.
fn ends(answered: &Answered<'_>) -> (Option<Route>, Option<Route>, Option<Route>) {
    let total = answered.number(TOTALS);
    (
        total.or_else(|| answered.counted_total()),
        answered.number(PAGE_COUNTS),
        answered.flag(MORE),
    )
}

fn by_token(it: &Method, answered: &Answered<'_>) -> Option<Turning> {
    let param = text(it, TOKENS)?;
    let asked = plain(&param.wire);
    // `after` is also a time or a name, so the answer has to say just that.
    let route = match asked.as_str() {
        "after" | "startingafter" => match answered.flag(MORE) {
            Some(_) => answered.text(&["lastid"]),
            None => None,
        }
        .or_else(|| answered.text_behind("after", &["next", "cursors"])),
        _ => {
            let next = format!("next{asked}");
            let named = answered.text(&[
                &next,
                "nextpagetoken",
                "nexttoken",
                "nextcursor",
                "nextpage",
            ]);
            named.or_else(|| answered.text(&[&asked, "continuationtoken", "endcursor"]))
        }
    };
    Some(Turning::Token(param.name.clone(), route?))
}

fn by_url(it: &Method, answered: &Answered<'_>) -> Option<Turning> {
    let named = answered.text(URLS).map(Turning::Url);
    // `next` alone may be anything; between `previous` and parameters that turn pages it is a link.
    let linked = || answered.next_beside_previous().map(Turning::Url);
    named.or_else(|| is_turned(it).then(linked).flatten())
}

/// Objects with an id that begins where the one before ended.
fn by_last(it: &Method, item: &Type, api: &Api) -> Option<Turning> {
    let param = text(it, &["startingafter", "after", "afterid"])?;
    let Type::Named(id) = item else { return None };
    let TypeKind::Struct(item) = &api.ty(*id).kind else {
        return None;
    };
    let id = item.fields.iter().find(|it| it.wire == "id")?;
    let hop = Hop {
        name: id.name.clone(),
        wire: id.wire.clone(),
        presence: id.presence,
    };
    (id.ty == Type::String).then(|| Turning::Last(param.name.clone(), hop))
}

fn by_number<'m>(
    it: &'m Method,
    has_end: bool,
    answered: &Answered<'_>,
) -> Option<Result<Turning, &'m Param>> {
    if !has_end && number(it, SIZES).is_none() {
        return None;
    }
    if let Some(param) = number(it, OFFSETS) {
        return Some(Ok(Turning::Offset(param.name.clone())));
    }
    let param = number(it, PAGES)?;
    let first = first::first(param, answered).ok_or(param);
    Some(first.map(|it| Turning::Page(param.name.clone(), it)))
}

/// Whether a parameter turns pages, whichever way.
fn is_turned(it: &Method) -> bool {
    let names = [OFFSETS, PAGES].concat();
    number(it, &names).is_some() || text(it, &[TOKENS, &["page"]].concat()).is_some()
}

fn number<'m>(it: &'m Method, names: &[&str]) -> Option<&'m Param> {
    query(it, names).filter(|it| is_number(&it.ty))
}

fn text<'m>(it: &'m Method, names: &[&str]) -> Option<&'m Param> {
    query(it, names).filter(|it| it.ty == Type::String)
}

fn query<'m>(it: &'m Method, names: &[&str]) -> Option<&'m Param> {
    let mut params = it.params.iter();
    params.find(|it| it.place == Place::Query && names.contains(&plain(&it.wire).as_str()))
}

fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::I32 | Type::I64 | Type::U32 | Type::U64)
}
