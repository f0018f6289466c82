use crate::runtime::codec::{KnownEnum, OpenEnum};

/// The transport protocol:
/// Can be either:
///
/// - `UDP`:
/// - `TCP`:
/// - `TLS`:
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportProtocol {
    /// `UDP`.
    Udp,
    /// `TCP`.
    Tcp,
    /// `TLS`.
    Tls,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for TransportProtocol {
    fn as_str(&self) -> &str {
        match self {
            Self::Udp => "UDP",
            Self::Tcp => "TCP",
            Self::Tls => "TLS",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "UDP" => Self::Udp,
            "TCP" => Self::Tcp,
            "TLS" => Self::Tls,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for TransportProtocol {
    const VALUES: &'static [&'static str] = &["UDP", "TCP", "TLS"];
}

impl From<&str> for TransportProtocol {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for TransportProtocol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
