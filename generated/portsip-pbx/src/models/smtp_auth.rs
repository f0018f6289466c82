use crate::runtime::codec::{KnownEnum, OpenEnum};

/// The authentication protocols.
/// Can be either:
///
/// - `DISABLE`: Skip authentication mechanism.
/// - `AUTO`: Use auto-selected authentication algorithms by server (Currently only supports LOGIN and PLAIN).
/// - `LOGIN`: Use LOGIN authentication mechanism.
/// - `PLAIN` Use PLAIN authentication mechanism.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SmtpAuth {
    /// `DISABLE`.
    Disable,
    /// `AUTO`.
    Auto,
    /// `LOGIN`.
    Login,
    /// `PLAIN`.
    Plain,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for SmtpAuth {
    fn as_str(&self) -> &str {
        match self {
            Self::Disable => "DISABLE",
            Self::Auto => "AUTO",
            Self::Login => "LOGIN",
            Self::Plain => "PLAIN",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "DISABLE" => Self::Disable,
            "AUTO" => Self::Auto,
            "LOGIN" => Self::Login,
            "PLAIN" => Self::Plain,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for SmtpAuth {
    const VALUES: &'static [&'static str] = &["DISABLE", "AUTO", "LOGIN", "PLAIN"];
}

impl From<&str> for SmtpAuth {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for SmtpAuth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
