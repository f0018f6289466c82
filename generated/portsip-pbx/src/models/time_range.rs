/// Stands in `ranges` of `OfficeHoursDay`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TimeRange {
    /// The start time for office hour with format `HH:MM` in 24 hour clock, such as "09:00".
    /// Must be earlier than `to`.
    pub from: Option<String>,
    /// The start time for office hour with format `HH:MM` in 24 hour clock, such as "17:00".
    /// Must be later than `from`.
    pub to: Option<String>,
}

impl TimeRange {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `from`.
    pub fn from(mut self, value: impl Into<String>) -> Self {
        self.from = Some(value.into());
        self
    }
    /// Sets `to`.
    pub fn to(mut self, value: impl Into<String>) -> Self {
        self.to = Some(value.into());
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; TimeRange;
    from, to,
}
