use super::TenantDealer;

/// What `GET /tenants/{id}/dealers` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TenantDealerList {
    /// `items`.
    pub items: Option<Vec<TenantDealer>>,
}

crate::runtime::members::members! {
    crate::runtime; TenantDealerList;
    items,
}
