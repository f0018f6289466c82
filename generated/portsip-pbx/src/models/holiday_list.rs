use super::Holiday;

/// What `GET /holidays` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HolidayList {
    /// Total number of resource.
    pub count: Option<i64>,
    /// `items`.
    pub items: Option<Vec<Holiday>>,
}

crate::runtime::members::members! {
    crate::runtime; HolidayList;
    count, items,
}
