use super::{TransportProtocol, TransportVerification};
use crate::runtime::members::members;

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

members! {
    crate::runtime; Transport;
    id, protocol, port, verification,
}
