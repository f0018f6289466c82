use super::Holiday;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `POST /holidays/{id}` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateHolidayRequest {
    /// The name of the holiday.
    pub name: Option<String>,
    /// A valid country code based on iso3166-1 alpha-3 standard. see: <https://www.iso.org/iso-3166-country-codes.html>
    pub region: Option<String>,
    /// Whether the holiday consists of consecutive days.
    pub consecutive: Option<bool>,
    /// Does the holiday take effect every year.
    pub every_year: Option<bool>,
    /// The start year of holiday.
    pub year_start: Option<i64>,
    /// The start year of holiday.
    pub year_end: Option<i64>,
    /// The start month of holiday.
    pub month_start: Option<i64>,
    /// The end month of holiday.
    pub month_end: Option<i64>,
    /// The start day of holiday.
    pub day_start: Option<i64>,
    /// The end day of holiday.
    pub day_end: Option<i64>,
    /// The start hour of holiday.
    pub hour_start: Option<i64>,
    /// The end hour of holiday.
    pub hour_end: Option<i64>,
    /// The start minute of holiday.
    pub minute_start: Option<i64>,
    /// The end minute of holiday.
    pub minute_end: Option<i64>,
}

impl UpdateHolidayRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `name`.
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }
    /// Sets `region`.
    pub fn region(mut self, value: impl Into<String>) -> Self {
        self.region = Some(value.into());
        self
    }
    /// Sets `consecutive`.
    pub fn consecutive(mut self, value: bool) -> Self {
        self.consecutive = Some(value);
        self
    }
    /// Sets `every_year`.
    pub fn every_year(mut self, value: bool) -> Self {
        self.every_year = Some(value);
        self
    }
    /// Sets `year_start`.
    pub fn year_start(mut self, value: i64) -> Self {
        self.year_start = Some(value);
        self
    }
    /// Sets `year_end`.
    pub fn year_end(mut self, value: i64) -> Self {
        self.year_end = Some(value);
        self
    }
    /// Sets `month_start`.
    pub fn month_start(mut self, value: i64) -> Self {
        self.month_start = Some(value);
        self
    }
    /// Sets `month_end`.
    pub fn month_end(mut self, value: i64) -> Self {
        self.month_end = Some(value);
        self
    }
    /// Sets `day_start`.
    pub fn day_start(mut self, value: i64) -> Self {
        self.day_start = Some(value);
        self
    }
    /// Sets `day_end`.
    pub fn day_end(mut self, value: i64) -> Self {
        self.day_end = Some(value);
        self
    }
    /// Sets `hour_start`.
    pub fn hour_start(mut self, value: i64) -> Self {
        self.hour_start = Some(value);
        self
    }
    /// Sets `hour_end`.
    pub fn hour_end(mut self, value: i64) -> Self {
        self.hour_end = Some(value);
        self
    }
    /// Sets `minute_start`.
    pub fn minute_start(mut self, value: i64) -> Self {
        self.minute_start = Some(value);
        self
    }
    /// Sets `minute_end`.
    pub fn minute_end(mut self, value: i64) -> Self {
        self.minute_end = Some(value);
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; UpdateHolidayRequest;
    name, region, consecutive, every_year, year_start, year_end, month_start, month_end, day_start,
    day_end, hour_start, hour_end, minute_start, minute_end,
}

#[cfg(feature = "server")]
impl Checked for UpdateHolidayRequest {
    fn check(&self, c: &mut Check) {
        c.length("name", self.name.as_deref(), Some(1), Some(64));
    }
}

crate::runtime::convert::convert! {
    Holiday => UpdateHolidayRequest;
    name, region, consecutive, every_year, year_start, year_end, month_start, month_end, day_start,
    day_end, hour_start, hour_end, minute_start, minute_end,
}
