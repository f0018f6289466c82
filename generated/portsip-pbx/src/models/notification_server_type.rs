use crate::runtime::codec::{KnownEnum, OpenEnum};

/// The email server type.
/// Can be either:
///
/// - `SMTP`: Use generic SMTP server.
/// - `MS365` Use Microsoft 365 email service.
/// - `GMAIL` Use Google Gmail service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationServerType {
    /// `SMTP`.
    Smtp,
    /// `MS365`.
    Ms365,
    /// `GMAIL`.
    Gmail,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for NotificationServerType {
    fn as_str(&self) -> &str {
        match self {
            Self::Smtp => "SMTP",
            Self::Ms365 => "MS365",
            Self::Gmail => "GMAIL",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "SMTP" => Self::Smtp,
            "MS365" => Self::Ms365,
            "GMAIL" => Self::Gmail,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for NotificationServerType {
    const VALUES: &'static [&'static str] = &["SMTP", "MS365", "GMAIL"];
}

impl From<&str> for NotificationServerType {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for NotificationServerType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
