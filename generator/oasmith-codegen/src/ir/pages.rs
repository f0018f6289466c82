//! How an answer that is a list is read a page at a time.

use super::{Name, Presence, Type};

/// The way from one page to the next, and what a page holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Paging {
    pub by: Turning,
    /// The way from the answer to its list.
    pub items: Route,
    pub item: Type,
    /// How many items there are in all.
    pub total: Option<Route>,
    /// How many pages there are in all.
    pub pages: Option<Route>,
    /// Whether there are more.
    pub more: Option<Route>,
}

/// What asks for the next page. The names are those of parameters.
#[derive(Clone, Debug, PartialEq)]
pub enum Turning {
    /// How many items to leave out.
    Offset(Name),
    /// The number of the page, and what the first one is.
    Page(Name, First),
    /// A token of the answer.
    Token(Name, Route),
    /// The member of the last item that names it.
    Last(Name, Hop),
    /// A URL in the answer.
    Url(Route),
    /// The header `Link`.
    Link,
}

/// What the first page is called.
#[derive(Clone, Debug, PartialEq)]
pub enum First {
    Known(u64),
    /// As the answer says of itself.
    Told(Route),
}

/// The way to a value inside of an answer; empty: the answer itself.
pub type Route = Vec<Hop>;

/// A field on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Hop {
    pub name: Name,
    pub wire: String,
    pub presence: Presence,
}
