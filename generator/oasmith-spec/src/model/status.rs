//! Statuses that responses are declared for.

/// Which statuses a response is declared for. A status goes before a range, a range before `default`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusRange {
    /// `200`
    Status(u16),
    /// `4XX`: the hundreds digit.
    Range(u8),
    Default,
}

impl StatusRange {
    /// `200`, `4XX`, `default`; the range also in lower case.
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            b"default" => Some(StatusRange::Default),
            [hundreds @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => {
                Some(StatusRange::Range(hundreds - b'0'))
            }
            [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => text.parse().ok().map(StatusRange::Status),
            _ => None,
        }
    }

    /// Whether every status meant is 2xx or 3xx.
    pub fn is_success(self) -> bool {
        match self {
            StatusRange::Status(status) => (200..400).contains(&status),
            StatusRange::Range(hundreds) => matches!(hundreds, 2 | 3),
            StatusRange::Default => false,
        }
    }

    /// Whether every status meant is 4xx or 5xx.
    pub fn is_error(self) -> bool {
        match self {
            StatusRange::Status(status) => status >= 400,
            StatusRange::Range(hundreds) => hundreds >= 4,
            StatusRange::Default => false,
        }
    }
}

impl std::fmt::Display for StatusRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            StatusRange::Status(status) => write!(f, "{status}"),
            StatusRange::Range(hundreds) => write!(f, "{hundreds}XX"),
            StatusRange::Default => f.write_str("default"),
        }
    }
}
