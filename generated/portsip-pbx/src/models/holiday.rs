/// What `GET /holidays/{id}` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Holiday {
    /// The unique ID of holiday.
    pub id: Option<String>,
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

crate::runtime::members::members! {
    crate::runtime; Holiday;
    id, name, region, consecutive, every_year, year_start, year_end, month_start, month_end,
    day_start, day_end, hour_start, hour_end, minute_start, minute_end,
}
