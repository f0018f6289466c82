use super::{IpRule, IpRuleTarget};
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use jiff::Timestamp;

/// What `POST /ip_filters/{id}` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateIpRuleRequest {
    /// The `CIDR` notation IP address and prefix length,
    /// like "192.0.2.0/24" or "2001:db8::/32", as defined in RFC 4632 and RFC 4291.
    pub cidr: Option<String>,
    /// `target`.
    pub target: Option<IpRuleTarget>,
    /// IP rule's expire time.
    pub expire_at: Option<Timestamp>,
    /// Remarks for the IP rule.
    pub description: Option<String>,
}

impl UpdateIpRuleRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `cidr`.
    pub fn cidr(mut self, value: impl Into<String>) -> Self {
        self.cidr = Some(value.into());
        self
    }
    /// Sets `target`.
    pub fn target(mut self, value: IpRuleTarget) -> Self {
        self.target = Some(value);
        self
    }
    /// Sets `expire_at`.
    pub fn expire_at(mut self, value: Timestamp) -> Self {
        self.expire_at = Some(value);
        self
    }
    /// Sets `description`.
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; UpdateIpRuleRequest;
    cidr, target, expire_at, description,
}

#[cfg(feature = "server")]
impl Checked for UpdateIpRuleRequest {
    fn check(&self, c: &mut Check) {
        c.known("target", self.target.as_ref());
        c.length("description", self.description.as_deref(), None, Some(255));
    }
}

crate::runtime::convert::convert! {
    IpRule => UpdateIpRuleRequest;
    cidr, target, expire_at, description,
}
