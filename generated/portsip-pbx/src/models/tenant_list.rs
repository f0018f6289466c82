use super::TenantSummary;
use crate::runtime::members::members;

/// What `GET /tenants` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TenantList {
    /// Total number of resource.
    pub count: Option<i64>,
    /// `items`.
    pub items: Option<Vec<TenantSummary>>,
}

members! {
    crate::runtime; TenantList;
    count, items,
}
