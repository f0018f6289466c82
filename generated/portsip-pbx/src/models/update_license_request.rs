use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /license` takes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateLicenseRequest {
    /// License key of PortSIP PBX.
    pub license_key: String,
}

impl UpdateLicenseRequest {
    /// With what is required.
    pub fn new(license_key: impl Into<String>) -> Self {
        Self {
            license_key: license_key.into(),
        }
    }
}

impl std::fmt::Debug for UpdateLicenseRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::runtime::secret;
        secret::debug_struct(
            f,
            "UpdateLicenseRequest",
            &[("license_key", &secret::Redacted)],
        )
    }
}

impl Json for UpdateLicenseRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            license_key: Json::blank(),
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("license_key", &mut self.license_key)])
    }
}

impl Write for UpdateLicenseRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[("license_key", &self.license_key)]);
    }
}
