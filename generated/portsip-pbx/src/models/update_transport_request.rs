use super::{Transport, TransportVerification};
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `POST /transports/{id}` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateTransportRequest {
    /// The port of transport.
    pub port: Option<i32>,
    /// `verification`.
    pub verification: Option<TransportVerification>,
}

impl UpdateTransportRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `port`.
    pub fn port(mut self, value: i32) -> Self {
        self.port = Some(value);
        self
    }
    /// Sets `verification`.
    pub fn verification(mut self, value: TransportVerification) -> Self {
        self.verification = Some(value);
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; UpdateTransportRequest;
    port, verification,
}

#[cfg(feature = "server")]
impl Checked for UpdateTransportRequest {
    fn check(&self, c: &mut Check) {
        c.integer("port", self.port.map(i128::from), Some(0), Some(65535));
        c.known("verification", self.verification.as_ref());
    }
}

crate::runtime::convert::convert! {
    Transport => UpdateTransportRequest;
    port, verification,
}
