/// Indicates if PBX wishes (Optional) or requires (Mandatory) TLS clients to present a client certificate:
///
/// - `DISABLE`: disable client certificate.
/// - `OPTIONAL`: client authentication optional.
/// - `MANDATORY`: force client authentication.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportVerification {
    /// `DISABLE`.
    Disable,
    /// `OPTIONAL`.
    Optional,
    /// `MANDATORY`.
    Mandatory,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; TransportVerification;
    Disable = "DISABLE", Optional = "OPTIONAL", Mandatory = "MANDATORY",
}
