use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /key` takes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateKeyRequest {
    /// Content of this certificate file for TLS or WSS transport protocol.
    /// The certificate file MUST be PEM-encoded with X.509.
    pub crt: String,
    /// Content of this private certificate file for TLS or WSS transport protocol.
    pub key: String,
}

impl UpdateKeyRequest {
    /// With what is required.
    pub fn new(crt: impl Into<String>, key: impl Into<String>) -> Self {
        Self {
            crt: crt.into(),
            key: key.into(),
        }
    }
}

impl std::fmt::Debug for UpdateKeyRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::runtime::secret;
        secret::debug_struct(
            f,
            "UpdateKeyRequest",
            &[("crt", &self.crt), ("key", &secret::Redacted)],
        )
    }
}

impl Json for UpdateKeyRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            crt: Json::blank(),
            key: Json::blank(),
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("crt", &mut self.crt), ("key", &mut self.key)])
    }
}

impl Write for UpdateKeyRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[("crt", &self.crt), ("key", &self.key)]);
    }
}
