use super::IpRuleTarget;
use jiff::Timestamp;

/// What `GET /ip_filters/{id}` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct IpRule {
    /// The unique ID of IP rule.
    pub id: Option<String>,
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

crate::runtime::members::members! {
    crate::runtime; IpRule;
    id, cidr, target, expire_at, description,
}
