use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /admin/password` takes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ResetSystemAdminPasswordRequest {
    /// The old password of system admin.
    pub old_password: String,
    /// The new password pf system admin.
    pub new_password: String,
}

impl ResetSystemAdminPasswordRequest {
    /// With what is required.
    pub fn new(old_password: impl Into<String>, new_password: impl Into<String>) -> Self {
        Self {
            old_password: old_password.into(),
            new_password: new_password.into(),
        }
    }
}

impl std::fmt::Debug for ResetSystemAdminPasswordRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::runtime::secret;
        secret::debug_struct(
            f,
            "ResetSystemAdminPasswordRequest",
            &[
                ("old_password", &secret::Redacted),
                ("new_password", &secret::Redacted),
            ],
        )
    }
}

impl Json for ResetSystemAdminPasswordRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            old_password: Json::blank(),
            new_password: Json::blank(),
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("old_password", &mut self.old_password),
            ("new_password", &mut self.new_password),
        ])
    }
}

impl Write for ResetSystemAdminPasswordRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("old_password", &self.old_password),
            ("new_password", &self.new_password),
        ]);
    }
}
