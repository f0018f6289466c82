use super::ProviderAssignee;

/// What `GET /providers/{id}/assignees` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ProviderAssigneeList {
    /// `items`.
    pub items: Option<Vec<ProviderAssignee>>,
}

crate::runtime::members::members! {
    crate::runtime; ProviderAssigneeList;
    items,
}
