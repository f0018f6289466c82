#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// Stands in `outbound_caller_ids` of `Tenant`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OutboundCallerId {
    /// The unique ID of trunk.
    pub provider_id: Option<String>,
    /// The caller ID.
    pub caller_id: Option<String>,
    /// The descriptive information about this outbound caller id.
    pub description: Option<String>,
}

impl OutboundCallerId {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `provider_id`.
    pub fn provider_id(mut self, value: impl Into<String>) -> Self {
        self.provider_id = Some(value.into());
        self
    }
    /// Sets `caller_id`.
    pub fn caller_id(mut self, value: impl Into<String>) -> Self {
        self.caller_id = Some(value.into());
        self
    }
    /// Sets `description`.
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; OutboundCallerId;
    provider_id, caller_id, description,
}

#[cfg(feature = "server")]
impl Checked for OutboundCallerId {
    fn check(&self, c: &mut Check) {
        c.length("caller_id", self.caller_id.as_deref(), Some(1), Some(64));
        c.length("description", self.description.as_deref(), None, Some(1024));
    }
}
