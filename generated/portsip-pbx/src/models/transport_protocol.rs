/// The transport protocol:
/// Can be either:
///
/// - `UDP`:
/// - `TCP`:
/// - `TLS`:
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportProtocol {
    /// `UDP`.
    Udp,
    /// `TCP`.
    Tcp,
    /// `TLS`.
    Tls,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; TransportProtocol;
    Udp = "UDP", Tcp = "TCP", Tls = "TLS",
}
