use crate::runtime::codec::{KnownEnum, OpenEnum};

/// Method for adding Group, Queue or DID/DDI Names to Caller ID:
/// Can be either:
///
/// - `DISABLE`: Do not add.
/// - `APPEND`: Append names.
/// - `PREPEND`: Prepend names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContactAppendType {
    /// `DISABLE`.
    Disable,
    /// `APPEND`.
    Append,
    /// `PREPEND`.
    Prepend,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for ContactAppendType {
    fn as_str(&self) -> &str {
        match self {
            Self::Disable => "DISABLE",
            Self::Append => "APPEND",
            Self::Prepend => "PREPEND",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "DISABLE" => Self::Disable,
            "APPEND" => Self::Append,
            "PREPEND" => Self::Prepend,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for ContactAppendType {
    const VALUES: &'static [&'static str] = &["DISABLE", "APPEND", "PREPEND"];
}

impl From<&str> for ContactAppendType {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for ContactAppendType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
