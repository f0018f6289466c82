use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /admin/notification/test_email` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendGlobalNotificationTestEmailRequest {
    /// The recipient's e-mail address.
    pub recipient: String,
    /// Mail subject.
    pub subject: String,
    /// Mail content.
    pub content: String,
}

impl SendGlobalNotificationTestEmailRequest {
    /// With what is required.
    pub fn new(
        recipient: impl Into<String>,
        subject: impl Into<String>,
        content: impl Into<String>,
    ) -> Self {
        Self {
            recipient: recipient.into(),
            subject: subject.into(),
            content: content.into(),
        }
    }
}

impl Json for SendGlobalNotificationTestEmailRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            recipient: Json::blank(),
            subject: Json::blank(),
            content: Json::blank(),
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("recipient", &mut self.recipient),
            ("subject", &mut self.subject),
            ("content", &mut self.content),
        ])
    }
}

impl Write for SendGlobalNotificationTestEmailRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("recipient", &self.recipient),
            ("subject", &self.subject),
            ("content", &self.content),
        ]);
    }
}
