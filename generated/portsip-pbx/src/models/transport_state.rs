/// Status of transport includes:
///
/// - `ACTIVATED`:
/// - `DEACTIVATED`:
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportState {
    /// `ACTIVATED`.
    Activated,
    /// `DEACTIVATED`.
    Deactivated,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; TransportState;
    Activated = "ACTIVATED", Deactivated = "DEACTIVATED",
}
