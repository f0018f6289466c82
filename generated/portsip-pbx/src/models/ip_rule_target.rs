use crate::runtime::codec::{KnownEnum, OpenEnum};

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

impl OpenEnum for IpRuleTarget {
    fn as_str(&self) -> &str {
        match self {
            Self::Accept => "ACCEPT",
            Self::Deny => "DENY",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "ACCEPT" => Self::Accept,
            "DENY" => Self::Deny,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for IpRuleTarget {
    const VALUES: &'static [&'static str] = &["ACCEPT", "DENY"];
}

impl From<&str> for IpRuleTarget {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for IpRuleTarget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
