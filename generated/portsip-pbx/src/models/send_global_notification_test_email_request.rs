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
    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let mut recipient = None;
        let mut subject = None;
        let mut content = None;
        r.members(&mut [
            ("recipient", &mut recipient),
            ("subject", &mut subject),
            ("content", &mut content),
        ])?;
        let recipient = r.need("recipient", recipient);
        let subject = r.need("subject", subject);
        let content = r.need("content", content);
        Ok(Self {
            recipient: recipient.unwrap_or_default(),
            subject: subject.unwrap_or_default(),
            content: content.unwrap_or_default(),
        })
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
