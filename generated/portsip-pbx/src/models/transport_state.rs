use crate::runtime::codec::{KnownEnum, OpenEnum};

/// Status of transport includes:
///
/// - `ACTIVATED`:
/// - `DEACTIVATED`:
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportState {
    /// `ACTIVATED`.
    Activated,
    /// `DEACTIVATED`.
    Deactivated,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for TransportState {
    fn as_str(&self) -> &str {
        match self {
            Self::Activated => "ACTIVATED",
            Self::Deactivated => "DEACTIVATED",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "ACTIVATED" => Self::Activated,
            "DEACTIVATED" => Self::Deactivated,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for TransportState {
    const VALUES: &'static [&'static str] = &["ACTIVATED", "DEACTIVATED"];
}

impl From<&str> for TransportState {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for TransportState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
