use super::Dealer;
use crate::runtime::members::members;

/// What `GET /dealers` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DealerList {
    /// Total number of resource.
    pub count: Option<i64>,
    /// `items`.
    pub items: Option<Vec<Dealer>>,
}

members! {
    crate::runtime; DealerList;
    count, items,
}
