/// IP rule's target:
///
/// - `ACCEPT`: An accepted rule.
/// - `DENY`: A rejection rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IpRuleTarget {
    /// `ACCEPT`.
    Accept,
    /// `DENY`.
    Deny,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; IpRuleTarget;
    Accept = "ACCEPT", Deny = "DENY",
}
