use super::IpRule;

/// What `GET /ip_filters` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IpRuleList {
    /// Total number of resource.
    pub count: Option<i64>,
    /// `items`.
    pub items: Option<Vec<IpRule>>,
}

crate::runtime::members::members! {
    crate::runtime; IpRuleList;
    count, items,
}
