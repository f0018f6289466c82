use super::TenantDealer;
use crate::runtime::members::members;

/// What `GET /tenants/{id}/dealers` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TenantDealerList {
    /// `items`.
    pub items: Option<Vec<TenantDealer>>,
}

members! {
    crate::runtime; TenantDealerList;
    items,
}
