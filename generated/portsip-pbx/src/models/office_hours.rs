use super::OfficeHoursDay;

/// Stands in `office_hours` of `CreateTenantRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OfficeHours {
    /// `monday`.
    pub monday: Option<OfficeHoursDay>,
    /// `tuesday`.
    pub tuesday: Option<OfficeHoursDay>,
    /// `wednesday`.
    pub wednesday: Option<OfficeHoursDay>,
    /// `thursday`.
    pub thursday: Option<OfficeHoursDay>,
    /// `friday`.
    pub friday: Option<OfficeHoursDay>,
    /// `saturday`.
    pub saturday: Option<OfficeHoursDay>,
    /// `sunday`.
    pub sunday: Option<OfficeHoursDay>,
}

impl OfficeHours {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `monday`.
    pub fn monday(mut self, value: OfficeHoursDay) -> Self {
        self.monday = Some(value);
        self
    }
    /// Sets `tuesday`.
    pub fn tuesday(mut self, value: OfficeHoursDay) -> Self {
        self.tuesday = Some(value);
        self
    }
    /// Sets `wednesday`.
    pub fn wednesday(mut self, value: OfficeHoursDay) -> Self {
        self.wednesday = Some(value);
        self
    }
    /// Sets `thursday`.
    pub fn thursday(mut self, value: OfficeHoursDay) -> Self {
        self.thursday = Some(value);
        self
    }
    /// Sets `friday`.
    pub fn friday(mut self, value: OfficeHoursDay) -> Self {
        self.friday = Some(value);
        self
    }
    /// Sets `saturday`.
    pub fn saturday(mut self, value: OfficeHoursDay) -> Self {
        self.saturday = Some(value);
        self
    }
    /// Sets `sunday`.
    pub fn sunday(mut self, value: OfficeHoursDay) -> Self {
        self.sunday = Some(value);
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; OfficeHours;
    monday, tuesday, wednesday, thursday, friday, saturday, sunday,
}
