#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
#[cfg(feature = "server")]
use crate::runtime::pattern::Pattern;

/// What `GET /voicemail` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct VoicemailServer {
    /// The extension number of voicemail server.
    pub extension_number: Option<String>,
    /// Duration the voicemail will be kept before auto deleted, in days.
    pub retain_days: Option<i32>,
    /// The minimum length of a voicemail, in seconds.
    /// Any callings shorter than this value will not be saved as voicemail.
    pub min_seconds: Option<i32>,
}

impl VoicemailServer {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `extension_number`.
    pub fn extension_number(mut self, value: impl Into<String>) -> Self {
        self.extension_number = Some(value.into());
        self
    }
    /// Sets `retain_days`.
    pub fn retain_days(mut self, value: i32) -> Self {
        self.retain_days = Some(value);
        self
    }
    /// Sets `min_seconds`.
    pub fn min_seconds(mut self, value: i32) -> Self {
        self.min_seconds = Some(value);
        self
    }
    /// `retain_days`, or its default `30`.
    pub fn retain_days_or_default(&self) -> i32 {
        self.retain_days.unwrap_or(30)
    }
    /// `min_seconds`, or its default `1`.
    pub fn min_seconds_or_default(&self) -> i32 {
        self.min_seconds.unwrap_or(1)
    }
}

crate::runtime::members::members! {
    crate::runtime; VoicemailServer;
    extension_number, retain_days, min_seconds,
}

#[cfg(feature = "server")]
impl Checked for VoicemailServer {
    fn check(&self, c: &mut Check) {
        static EXTENSION_NUMBER: Pattern = Pattern::new("[0-9]{3,64}");
        c.length(
            "extension_number",
            self.extension_number.as_deref(),
            Some(3),
            Some(64),
        );
        c.pattern(
            "extension_number",
            self.extension_number.as_deref(),
            &EXTENSION_NUMBER,
        );
        c.integer(
            "retain_days",
            self.retain_days.map(i128::from),
            Some(0),
            None,
        );
        c.integer(
            "min_seconds",
            self.min_seconds.map(i128::from),
            Some(0),
            None,
        );
    }
}
