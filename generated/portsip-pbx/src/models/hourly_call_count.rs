use jiff::Timestamp;

/// Stands in `calls_in_24_hours` of `SystemStatus`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HourlyCallCount {
    /// Time on which calls were started.
    pub time: Option<Timestamp>,
    /// The number of calls at this time.
    pub count: Option<i32>,
}

crate::runtime::members::members! {
    crate::runtime; HourlyCallCount;
    time, count,
}
