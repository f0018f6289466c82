/// The authentication protocols.
/// Can be either:
///
/// - `DISABLE`: Skip authentication mechanism.
/// - `AUTO`: Use auto-selected authentication algorithms by server (Currently only supports LOGIN and PLAIN).
/// - `LOGIN`: Use LOGIN authentication mechanism.
/// - `PLAIN` Use PLAIN authentication mechanism.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SmtpAuth {
    /// `DISABLE`.
    Disable,
    /// `AUTO`.
    Auto,
    /// `LOGIN`.
    Login,
    /// `PLAIN`.
    Plain,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; SmtpAuth;
    Disable = "DISABLE", Auto = "AUTO", Login = "LOGIN", Plain = "PLAIN",
}
