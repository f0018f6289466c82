use super::TransportState;

/// What `GET /transports/{id}/status` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TransportStatus {
    /// `status`.
    pub status: Option<TransportState>,
}

crate::runtime::members::members! {
    crate::runtime; TransportStatus;
    status,
}
