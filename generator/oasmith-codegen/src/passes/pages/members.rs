//! What an answer has in it that may tell of pages: its own members, and those of what is put around them.

use super::is_number;
use crate::ir::{Api, Field, Hop, Route, Type, TypeKind};

/// Members that hold what is said of a list, and not what is in it.
const AROUND: &[&str] = &[
    "meta",
    "metadata",
    "pagination",
    "paging",
    "page",
    "pages",
    "pageinfo",
    "pageable",
    "links",
    "cursors",
    "next",
    "responsemetadata",
    "data",
    "result",
    "response",
];

/// Lists that are usual beside the one that is asked for.
const ASIDE: &[&str] = &["errors", "warnings", "included", "links", "messages"];

/// What a list is called where there are several.
const LISTS: &[&str] = &[
    "items", "data", "results", "entries", "records", "values", "value",
];

/// The members of an answer, those that are nearest first.
pub struct Answered<'a> {
    ty: &'a Type,
    members: Vec<(Route, &'a Field)>,
}

impl<'a> Answered<'a> {
    pub fn of(ty: &'a Type, api: &'a Api) -> Self {
        let mut members: Vec<(Route, &Field)> = Vec::new();
        let mut around = vec![(Route::new(), ty)];
        // Three levels, so that a type which holds itself ends.
        for _ in 0..3 {
            let mut inner = Vec::new();
            for (route, ty) in around {
                for field in fields(ty, api) {
                    let mut route = route.clone();
                    route.push(Hop {
                        name: field.name.clone(),
                        wire: field.wire.clone(),
                        presence: field.presence,
                    });
                    if AROUND.contains(&plain(&field.wire).as_str()) {
                        inner.push((route.clone(), &field.ty));
                    }
                    members.push((route, field));
                }
            }
            around = inner;
        }
        Answered { ty, members }
    }

    /// The way to the list, and what it is of: the answer itself, or the one list that stands out.
    pub fn list(&self) -> Option<(Route, Type)> {
        if let Type::List(item) = self.ty {
            return Some((Route::new(), (**item).clone()));
        }
        for depth in 1..=2 {
            let near = self.members.iter().filter(|it| it.0.len() == depth);
            let lists: Vec<(&Route, &Type, String)> = near
                .filter_map(|(route, field)| match &field.ty {
                    Type::List(item) => Some((route, &**item, plain(&field.wire))),
                    _ => None,
                })
                .filter(|(_, _, name)| !ASIDE.contains(&name.as_str()))
                .collect();
            let named = || lists.iter().find(|it| LISTS.contains(&it.2.as_str()));
            let (route, item, _) = match lists.as_slice() {
                [] => continue,
                [one] => one,
                _ => named()?,
            };
            return Some(((*route).clone(), (*item).clone()));
        }
        None
    }

    pub fn number(&self, names: &[&str]) -> Option<Route> {
        self.find(names, |it| is_number(&it.ty))
    }

    /// Whether the answer itself has a list of this name.
    pub fn has_list(&self, name: &str) -> bool {
        let is_list = |(route, it): &(Route, &Field)| {
            route.len() == 1 && plain(&it.wire) == name && matches!(it.ty, Type::List(_))
        };
        self.members.iter().any(is_list)
    }

    pub fn flag(&self, names: &[&str]) -> Option<Route> {
        self.find(names, |it| it.ty == Type::Bool)
    }

    pub fn text(&self, names: &[&str]) -> Option<Route> {
        self.find(names, |it| it.ty == Type::String)
    }

    /// `count` is as often what this page has, so its description has to say which.
    pub fn counted_total(&self) -> Option<Route> {
        self.find(&["count"], |it| {
            let said = [&it.docs.summary, &it.docs.description];
            let says_total = |it: &&String| it.to_lowercase().contains("total");
            is_number(&it.ty) && said.into_iter().flatten().any(|it| says_total(&it))
        })
    }

    /// A text in one of the members `outer`.
    pub fn text_behind(&self, name: &str, outer: &[&str]) -> Option<Route> {
        let mut found = self.members.iter().filter(|(route, field)| {
            let before = route.len().checked_sub(2).map(|at| plain(&route[at].wire));
            let is_behind = before.is_some_and(|it| outer.contains(&it.as_str()));
            is_behind && plain(&field.wire) == name && field.ty == Type::String
        });
        found.next().map(|(route, _)| route.clone())
    }

    /// The text `next` that has a neighbour `previous`.
    pub fn next_beside_previous(&self) -> Option<Route> {
        let is_text = |it: &Field| it.ty == Type::String;
        let mut found = self.members.iter().filter(|(route, field)| {
            let parent = &route[..route.len() - 1];
            let mut others = self.members.iter();
            let has_previous = others.any(|(other, it)| {
                let name = plain(&it.wire);
                &other[..other.len() - 1] == parent
                    && ["previous", "prev"].contains(&name.as_str())
                    && is_text(it)
            });
            plain(&field.wire) == "next" && is_text(field) && has_previous
        });
        found.next().map(|(route, _)| route.clone())
    }

    /// The first name that is there counts.
    fn find(&self, names: &[&str], is_it: impl Fn(&Field) -> bool) -> Option<Route> {
        names.iter().find_map(|name| {
            let mut members = self.members.iter();
            let found = members.find(|(_, it)| plain(&it.wire) == *name && is_it(it));
            found.map(|(route, _)| route.clone())
        })
    }
}

fn fields<'a>(ty: &Type, api: &'a Api) -> &'a [Field] {
    match ty {
        Type::Named(id) => match &api.ty(*id).kind {
            TypeKind::Struct(it) => &it.fields,
            _ => &[],
        },
        _ => &[],
    }
}

/// `page[size]`, `pageSize` and `page_size` are one name.
pub fn plain(wire: &str) -> String {
    let letters = wire.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|it| it.to_ascii_lowercase()).collect()
}
