//! A file in a form.

use super::codec::{Json, Write};
use super::reader::{Fault, Reader};
use super::writer::Writer;
use bytes::Bytes;

/// A file that is sent as a part of a form: its content, and what it is called.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The content.
    pub bytes: Bytes,
    /// What the sender calls it. Never a path to write to: whoever sends it chooses it.
    pub name: Option<String>,
    /// The media type; where there is none, the declared one.
    pub media: Option<String>,
}

impl File {
    /// A file with a name.
    pub fn new(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self {
            name: Some(name.into()),
            ..Self::from(bytes.into())
        }
    }

    /// Sets the media type: `image/png`.
    pub fn media(mut self, media: impl Into<String>) -> Self {
        self.media = Some(media.into());
        self
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self {
            bytes,
            name: None,
            media: None,
        }
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

/// Without the content, which may be long and a secret.
impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("File")
            .field("bytes", &format_args!("[{} bytes]", self.bytes.len()))
            .field("name", &self.name)
            .field("media", &self.media)
            .finish()
    }
}

impl Json for File {
    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        r.file()
    }
}

impl Write for File {
    fn write(&self, w: &mut Writer) {
        w.file(self);
    }
}
