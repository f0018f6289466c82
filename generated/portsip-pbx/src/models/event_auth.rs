use crate::runtime::codec::{KnownEnum, OpenEnum};

/// The authentication method of event URL:
/// Can be either:
///
/// - `DISABLE`: Disable authentication.
/// - `BASIC`: Use basic authentication.
/// - `DIGEST`: Use digest authentication.
/// - `BEARER`: Use bearer authentication.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventAuth {
    /// `DISABLE`.
    Disable,
    /// `BASIC`.
    Basic,
    /// `DIGEST`.
    Digest,
    /// `BEARER`.
    Bearer,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for EventAuth {
    fn as_str(&self) -> &str {
        match self {
            Self::Disable => "DISABLE",
            Self::Basic => "BASIC",
            Self::Digest => "DIGEST",
            Self::Bearer => "BEARER",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "DISABLE" => Self::Disable,
            "BASIC" => Self::Basic,
            "DIGEST" => Self::Digest,
            "BEARER" => Self::Bearer,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for EventAuth {
    const VALUES: &'static [&'static str] = &["DISABLE", "BASIC", "DIGEST", "BEARER"];
}

impl From<&str> for EventAuth {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for EventAuth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
