use super::ProviderAssignee;
use crate::runtime::members::members;

/// What `GET /providers/{id}/assignees` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ProviderAssigneeList {
    /// `items`.
    pub items: Option<Vec<ProviderAssignee>>,
}

members! {
    crate::runtime; ProviderAssigneeList;
    items,
}
