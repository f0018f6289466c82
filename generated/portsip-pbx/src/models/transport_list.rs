use super::Transport;

/// What `GET /transports` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TransportList {
    /// Total number of resource.
    pub count: Option<i64>,
    /// `items`.
    pub items: Option<Vec<Transport>>,
}

crate::runtime::members::members! {
    crate::runtime; TransportList;
    count, items,
}
