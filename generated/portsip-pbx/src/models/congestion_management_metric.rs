use crate::runtime::codec::{KnownEnum, OpenEnum};

/// Precondition: "enable_congestion_management" parameter MUST be set to true.
/// The recommended is WAIT_TIME based on the expected wait time for each FIFO.
///
/// - `WAIT_TIME`:
/// - `TIME_DEPTH`:
/// - `SIZE`:
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CongestionManagementMetric {
    /// `WAIT_TIME`.
    WaitTime,
    /// `TIME_DEPTH`.
    TimeDepth,
    /// `SIZE`.
    Size,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for CongestionManagementMetric {
    fn as_str(&self) -> &str {
        match self {
            Self::WaitTime => "WAIT_TIME",
            Self::TimeDepth => "TIME_DEPTH",
            Self::Size => "SIZE",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "WAIT_TIME" => Self::WaitTime,
            "TIME_DEPTH" => Self::TimeDepth,
            "SIZE" => Self::Size,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for CongestionManagementMetric {
    const VALUES: &'static [&'static str] = &["WAIT_TIME", "TIME_DEPTH", "SIZE"];
}

impl From<&str> for CongestionManagementMetric {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for CongestionManagementMetric {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
