#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /admin/username` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChangeUsernameRequest {
    /// The user's account name.
    /// Only letters, numbers, and the following special characters can be added: underscore, dash, single quote, and period (_, -, ', and .).
    /// Username cannot start or end with period (.).
    /// `admin`, `system`, `administrator`, and `root` are reserved names for system admin only with case ignored.
    pub name: String,
}

impl ChangeUsernameRequest {
    /// With what is required.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

impl Json for ChangeUsernameRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            name: Json::blank(),
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("name", &mut self.name)])
    }
}

impl Write for ChangeUsernameRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[("name", &self.name)]);
    }
}

#[cfg(feature = "server")]
impl Checked for ChangeUsernameRequest {
    fn check(&self, c: &mut Check) {
        c.length("name", Some(&self.name), Some(1), Some(64));
    }
}
