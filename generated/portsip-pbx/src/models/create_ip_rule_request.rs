use super::IpRuleTarget;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;
use jiff::Timestamp;

/// What `POST /ip_filters` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateIpRuleRequest {
    /// The `CIDR` notation IP address and prefix length,
    /// like "192.0.2.0/24" or "2001:db8::/32", as defined in RFC 4632 and RFC 4291.
    pub cidr: String,
    /// `target`.
    pub target: IpRuleTarget,
    /// IP rule's expire time.
    pub expire_at: Option<Timestamp>,
    /// Remarks for the IP rule.
    pub description: Option<String>,
}

impl CreateIpRuleRequest {
    /// With what is required.
    pub fn new(cidr: impl Into<String>, target: IpRuleTarget) -> Self {
        Self {
            cidr: cidr.into(),
            target,
            expire_at: None,
            description: None,
        }
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

impl Json for CreateIpRuleRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            cidr: Json::blank(),
            target: Json::blank(),
            expire_at: None,
            description: None,
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("cidr", &mut self.cidr),
            ("target", &mut self.target),
            ("expire_at", &mut self.expire_at),
            ("description", &mut self.description),
        ])
    }
}

impl Write for CreateIpRuleRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("cidr", &self.cidr),
            ("target", &self.target),
            ("expire_at", &self.expire_at),
            ("description", &self.description),
        ]);
    }
}

#[cfg(feature = "server")]
impl Checked for CreateIpRuleRequest {
    fn check(&self, c: &mut Check) {
        c.known("target", Some(&self.target));
        c.length("description", self.description.as_deref(), None, Some(255));
    }
}
