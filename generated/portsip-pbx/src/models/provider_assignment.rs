use super::ProviderAssignee;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `GET /providers/{id}/assignees/{tenant_id}` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ProviderAssignment {
    /// The semicolon-separated list of DID/DDI pool number range or DID/DDI number.
    /// Assign a DID/DDI pool number range or DID/DDI number to the tenant.
    /// For example: 3000;12000-18000.
    /// The DID/DDI pool number range should not overlap with other tenant DID/DDI pool number ranges and numbers.
    pub did_numbers: Option<String>,
    /// The max number of concurrent calls.
    pub concurrency: Option<i32>,
}

impl ProviderAssignment {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `did_numbers`.
    pub fn did_numbers(mut self, value: impl Into<String>) -> Self {
        self.did_numbers = Some(value.into());
        self
    }
    /// Sets `concurrency`.
    pub fn concurrency(mut self, value: i32) -> Self {
        self.concurrency = Some(value);
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; ProviderAssignment;
    did_numbers, concurrency,
}

#[cfg(feature = "server")]
impl Checked for ProviderAssignment {
    fn check(&self, c: &mut Check) {
        c.integer(
            "concurrency",
            self.concurrency.map(i128::from),
            Some(0),
            None,
        );
    }
}

crate::runtime::convert::convert! {
    ProviderAssignee => ProviderAssignment;
    did_numbers, concurrency,
}
