use super::SbcTransport;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `GET /sbc` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SbcConfiguration {
    /// The SBC domain.
    pub domain: Option<String>,
    /// The SBC web port for http.
    pub http_port: Option<i32>,
    /// The SBC web port fot https.
    pub https_port: Option<i32>,
    /// `transports`.
    pub transports: Option<Vec<SbcTransport>>,
}

impl SbcConfiguration {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `domain`.
    pub fn domain(mut self, value: impl Into<String>) -> Self {
        self.domain = Some(value.into());
        self
    }
    /// Sets `http_port`.
    pub fn http_port(mut self, value: i32) -> Self {
        self.http_port = Some(value);
        self
    }
    /// Sets `https_port`.
    pub fn https_port(mut self, value: i32) -> Self {
        self.https_port = Some(value);
        self
    }
    /// Sets `transports`.
    pub fn transports(mut self, value: Vec<SbcTransport>) -> Self {
        self.transports = Some(value);
        self
    }
    /// `http_port`, or its default `8882`.
    pub fn http_port_or_default(&self) -> i32 {
        self.http_port.unwrap_or(8882)
    }
    /// `https_port`, or its default `8883`.
    pub fn https_port_or_default(&self) -> i32 {
        self.https_port.unwrap_or(8883)
    }
}

crate::runtime::members::members! {
    crate::runtime; SbcConfiguration;
    domain, http_port, https_port, transports,
}

#[cfg(feature = "server")]
impl Checked for SbcConfiguration {
    fn check(&self, c: &mut Check) {
        c.integer(
            "http_port",
            self.http_port.map(i128::from),
            Some(0),
            Some(65535),
        );
        c.integer(
            "https_port",
            self.https_port.map(i128::from),
            Some(0),
            Some(65535),
        );
        c.each("transports", self.transports.as_deref());
    }
}
