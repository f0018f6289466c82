#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /holidays` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateHolidayRequest {
    /// The name of the holiday.
    pub name: String,
    /// A valid country code based on iso3166-1 alpha-3 standard. see: <https://www.iso.org/iso-3166-country-codes.html>
    pub region: String,
    /// Whether the holiday consists of consecutive days.
    pub consecutive: bool,
    /// Does the holiday take effect every year.
    pub every_year: bool,
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

impl CreateHolidayRequest {
    /// With what is required.
    pub fn new(
        name: impl Into<String>,
        region: impl Into<String>,
        consecutive: bool,
        every_year: bool,
    ) -> Self {
        Self {
            name: name.into(),
            region: region.into(),
            consecutive,
            every_year,
            year_start: None,
            year_end: None,
            month_start: None,
            month_end: None,
            day_start: None,
            day_end: None,
            hour_start: None,
            hour_end: None,
            minute_start: None,
            minute_end: None,
        }
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

impl Json for CreateHolidayRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            name: Json::blank(),
            region: Json::blank(),
            consecutive: Json::blank(),
            every_year: Json::blank(),
            year_start: None,
            year_end: None,
            month_start: None,
            month_end: None,
            day_start: None,
            day_end: None,
            hour_start: None,
            hour_end: None,
            minute_start: None,
            minute_end: None,
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("name", &mut self.name),
            ("region", &mut self.region),
            ("consecutive", &mut self.consecutive),
            ("every_year", &mut self.every_year),
            ("year_start", &mut self.year_start),
            ("year_end", &mut self.year_end),
            ("month_start", &mut self.month_start),
            ("month_end", &mut self.month_end),
            ("day_start", &mut self.day_start),
            ("day_end", &mut self.day_end),
            ("hour_start", &mut self.hour_start),
            ("hour_end", &mut self.hour_end),
            ("minute_start", &mut self.minute_start),
            ("minute_end", &mut self.minute_end),
        ])
    }
}

impl Write for CreateHolidayRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("name", &self.name),
            ("region", &self.region),
            ("consecutive", &self.consecutive),
            ("every_year", &self.every_year),
            ("year_start", &self.year_start),
            ("year_end", &self.year_end),
            ("month_start", &self.month_start),
            ("month_end", &self.month_end),
            ("day_start", &self.day_start),
            ("day_end", &self.day_end),
            ("hour_start", &self.hour_start),
            ("hour_end", &self.hour_end),
            ("minute_start", &self.minute_start),
            ("minute_end", &self.minute_end),
        ]);
    }
}

#[cfg(feature = "server")]
impl Checked for CreateHolidayRequest {
    fn check(&self, c: &mut Check) {
        c.length("name", Some(&self.name), Some(1), Some(64));
    }
}
