use super::TimeRange;

/// Stands in `monday` of `OfficeHours`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OfficeHoursDay {
    /// When enabled, all day is working time, when disabled, all day is vacation time.
    pub enabled: Option<bool>,
    /// Multiple start and end time periods make up the working time.
    pub ranges: Option<Vec<TimeRange>>,
}

impl OfficeHoursDay {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `enabled`.
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }
    /// Sets `ranges`.
    pub fn ranges(mut self, value: Vec<TimeRange>) -> Self {
        self.ranges = Some(value);
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; OfficeHoursDay;
    enabled, ranges,
}
