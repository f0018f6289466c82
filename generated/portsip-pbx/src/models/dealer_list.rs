use super::Dealer;

/// What `GET /dealers` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DealerList {
    /// Total number of resource.
    pub count: Option<i64>,
    /// `items`.
    pub items: Option<Vec<Dealer>>,
}

crate::runtime::members::members! {
    crate::runtime; DealerList;
    count, items,
}
