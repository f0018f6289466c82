use super::{TransportProtocol, TransportVerification};
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /transports` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateTransportRequest {
    /// `protocol`.
    pub protocol: TransportProtocol,
    /// The port of transport.
    pub port: i32,
    /// `verification`.
    pub verification: Option<TransportVerification>,
}

impl CreateTransportRequest {
    /// With what is required.
    pub fn new(protocol: TransportProtocol, port: i32) -> Self {
        Self {
            protocol,
            port,
            verification: None,
        }
    }
    /// Sets `verification`.
    pub fn verification(mut self, value: TransportVerification) -> Self {
        self.verification = Some(value);
        self
    }
}

impl Json for CreateTransportRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            protocol: Json::blank(),
            port: Json::blank(),
            verification: None,
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("protocol", &mut self.protocol),
            ("port", &mut self.port),
            ("verification", &mut self.verification),
        ])
    }
}

impl Write for CreateTransportRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("protocol", &self.protocol),
            ("port", &self.port),
            ("verification", &self.verification),
        ]);
    }
}

#[cfg(feature = "server")]
impl Checked for CreateTransportRequest {
    fn check(&self, c: &mut Check) {
        c.known("protocol", Some(&self.protocol));
        c.integer("port", Some(i128::from(self.port)), Some(0), Some(65535));
        c.known("verification", self.verification.as_ref());
    }
}
