use super::TenantSummary;

/// What `GET /tenants` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TenantList {
    /// Total number of resource.
    pub count: Option<i64>,
    /// `items`.
    pub items: Option<Vec<TenantSummary>>,
}

crate::runtime::members::members! {
    crate::runtime; TenantList;
    count, items,
}
