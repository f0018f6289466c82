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

crate::runtime::open_enum::open_enum! {
    crate::runtime; CongestionManagementMetric;
    WaitTime = "WAIT_TIME", TimeDepth = "TIME_DEPTH", Size = "SIZE",
}
