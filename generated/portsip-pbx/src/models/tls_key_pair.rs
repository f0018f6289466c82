/// What `GET /key` answers.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct TlsKeyPair {
    /// Content of this certificate file for TLS or WSS transport protocol.
    /// The certificate file MUST be PEM-encoded with X.509.
    pub crt: Option<String>,
    /// Content of this private certificate file for TLS or WSS transport protocol.
    pub key: Option<String>,
}

crate::runtime::redacted::redacted! {
    crate::runtime; TlsKeyPair;
    crt, [key],
}

crate::runtime::members::members! {
    crate::runtime; TlsKeyPair;
    crt, key,
}
