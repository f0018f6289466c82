use crate::runtime::codec::{KnownEnum, OpenEnum};

/// The match method of contact:
/// Can be either:
///
/// - `DISABLE`: Disable match.
/// - `MATCH_EXACTLY`: Match exactly.
/// - `MATCH_LENGTH`: Match at least specified number of characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContactMatchType {
    /// `DISABLE`.
    Disable,
    /// `MATCH_EXACTLY`.
    MatchExactly,
    /// `MATCH_LENGTH`.
    MatchLength,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for ContactMatchType {
    fn as_str(&self) -> &str {
        match self {
            Self::Disable => "DISABLE",
            Self::MatchExactly => "MATCH_EXACTLY",
            Self::MatchLength => "MATCH_LENGTH",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "DISABLE" => Self::Disable,
            "MATCH_EXACTLY" => Self::MatchExactly,
            "MATCH_LENGTH" => Self::MatchLength,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for ContactMatchType {
    const VALUES: &'static [&'static str] = &["DISABLE", "MATCH_EXACTLY", "MATCH_LENGTH"];
}

impl From<&str> for ContactMatchType {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for ContactMatchType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
