use crate::runtime::codec::{KnownEnum, OpenEnum};

/// Indicates if PBX wishes (Optional) or requires (Mandatory) TLS clients to present a client certificate:
///
/// - `DISABLE`: disable client certificate.
/// - `OPTIONAL`: client authentication optional.
/// - `MANDATORY`: force client authentication.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportVerification {
    /// `DISABLE`.
    Disable,
    /// `OPTIONAL`.
    Optional,
    /// `MANDATORY`.
    Mandatory,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for TransportVerification {
    fn as_str(&self) -> &str {
        match self {
            Self::Disable => "DISABLE",
            Self::Optional => "OPTIONAL",
            Self::Mandatory => "MANDATORY",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "DISABLE" => Self::Disable,
            "OPTIONAL" => Self::Optional,
            "MANDATORY" => Self::Mandatory,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for TransportVerification {
    const VALUES: &'static [&'static str] = &["DISABLE", "OPTIONAL", "MANDATORY"];
}

impl From<&str> for TransportVerification {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for TransportVerification {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
