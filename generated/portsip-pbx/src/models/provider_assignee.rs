/// Stands in `items` of `ProviderAssigneeList`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ProviderAssignee {
    /// The unique ID of tenant.
    pub tenant_id: Option<String>,
    /// The semicolon-separated list of DID/DDI pool number range or DID/DDI number.
    /// Assign a DID/DDI pool number range or DID/DDI number to the tenant.
    /// For example: 3000;12000-18000.
    /// The DID/DDI pool number range should not overlap with other tenant DID/DDI pool number ranges and numbers.
    pub did_numbers: Option<String>,
    /// The max number of concurrent calls.
    pub concurrency: Option<i32>,
}

crate::runtime::members::members! {
    crate::runtime; ProviderAssignee;
    tenant_id, did_numbers, concurrency,
}
