use super::{TransportProtocol, TransportVerification};

/// What `GET /transports/{id}` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Transport {
    /// The unique ID of transport.
    pub id: Option<String>,
    /// `protocol`.
    pub protocol: Option<TransportProtocol>,
    /// The port of transport.
    pub port: Option<i32>,
    /// `verification`.
    pub verification: Option<TransportVerification>,
}

crate::runtime::members::members! {
    crate::runtime; Transport;
    id, protocol, port, verification,
}
