use super::TransportProtocol;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// Stands in `transports` of `SbcConfiguration`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SbcTransport {
    /// `protocol`.
    pub protocol: Option<TransportProtocol>,
    /// The port of transport.
    pub port: Option<i32>,
}

impl SbcTransport {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `protocol`.
    pub fn protocol(mut self, value: TransportProtocol) -> Self {
        self.protocol = Some(value);
        self
    }
    /// Sets `port`.
    pub fn port(mut self, value: i32) -> Self {
        self.port = Some(value);
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; SbcTransport;
    protocol, port,
}

#[cfg(feature = "server")]
impl Checked for SbcTransport {
    fn check(&self, c: &mut Check) {
        c.known("protocol", self.protocol.as_ref());
        c.integer("port", self.port.map(i128::from), Some(0), Some(65535));
    }
}
