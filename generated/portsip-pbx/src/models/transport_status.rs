use super::TransportState;
use crate::runtime::members::members;

/// What `GET /transports/{id}/status` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TransportStatus {
    /// `status`.
    pub status: Option<TransportState>,
}

members! {
    crate::runtime; TransportStatus;
    status,
}
