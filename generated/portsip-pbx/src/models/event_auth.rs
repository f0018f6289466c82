/// The authentication method of event URL:
/// Can be either:
///
/// - `DISABLE`: Disable authentication.
/// - `BASIC`: Use basic authentication.
/// - `DIGEST`: Use digest authentication.
/// - `BEARER`: Use bearer authentication.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventAuth {
    /// `DISABLE`.
    Disable,
    /// `BASIC`.
    Basic,
    /// `DIGEST`.
    Digest,
    /// `BEARER`.
    Bearer,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; EventAuth;
    Disable = "DISABLE", Basic = "BASIC", Digest = "DIGEST", Bearer = "BEARER",
}
