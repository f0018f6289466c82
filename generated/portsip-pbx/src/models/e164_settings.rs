/// Stands in `e164` of `CreateTenantRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct E164Settings {
    /// Enable number processing or not.
    pub enabled: Option<bool>,
    /// The International code.
    pub international_code: Option<String>,
    /// Country code.
    pub country: Option<String>,
    /// Area code.
    pub area_code: Option<String>,
    /// National code.
    pub national_code: Option<String>,
    /// Add prefix.
    pub prefix: Option<String>,
    /// Remove special characters in the numbers(the "(" and ")" and spaces).
    pub remove_special_chars: Option<bool>,
    /// Remove duplicate countries.
    pub remove_duplicate_countries: Option<bool>,
    /// Remove duplicate area code.
    pub remove_duplicate_area_codes: Option<bool>,
}

impl E164Settings {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `enabled`.
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }
    /// Sets `international_code`.
    pub fn international_code(mut self, value: impl Into<String>) -> Self {
        self.international_code = Some(value.into());
        self
    }
    /// Sets `country`.
    pub fn country(mut self, value: impl Into<String>) -> Self {
        self.country = Some(value.into());
        self
    }
    /// Sets `area_code`.
    pub fn area_code(mut self, value: impl Into<String>) -> Self {
        self.area_code = Some(value.into());
        self
    }
    /// Sets `national_code`.
    pub fn national_code(mut self, value: impl Into<String>) -> Self {
        self.national_code = Some(value.into());
        self
    }
    /// Sets `prefix`.
    pub fn prefix(mut self, value: impl Into<String>) -> Self {
        self.prefix = Some(value.into());
        self
    }
    /// Sets `remove_special_chars`.
    pub fn remove_special_chars(mut self, value: bool) -> Self {
        self.remove_special_chars = Some(value);
        self
    }
    /// Sets `remove_duplicate_countries`.
    pub fn remove_duplicate_countries(mut self, value: bool) -> Self {
        self.remove_duplicate_countries = Some(value);
        self
    }
    /// Sets `remove_duplicate_area_codes`.
    pub fn remove_duplicate_area_codes(mut self, value: bool) -> Self {
        self.remove_duplicate_area_codes = Some(value);
        self
    }
    /// `enabled`, or its default `false`.
    pub fn enabled_or_default(&self) -> bool {
        self.enabled.unwrap_or(false)
    }
    /// `remove_special_chars`, or its default `false`.
    pub fn remove_special_chars_or_default(&self) -> bool {
        self.remove_special_chars.unwrap_or(false)
    }
    /// `remove_duplicate_countries`, or its default `true`.
    pub fn remove_duplicate_countries_or_default(&self) -> bool {
        self.remove_duplicate_countries.unwrap_or(true)
    }
    /// `remove_duplicate_area_codes`, or its default `true`.
    pub fn remove_duplicate_area_codes_or_default(&self) -> bool {
        self.remove_duplicate_area_codes.unwrap_or(true)
    }
}

crate::runtime::members::members! {
    crate::runtime; E164Settings;
    enabled, international_code, country, area_code, national_code, prefix, remove_special_chars,
    remove_duplicate_countries, remove_duplicate_area_codes,
}
