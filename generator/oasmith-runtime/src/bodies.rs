//! A request whose body is one of several, which its media type tells.
//!
//! Only APIs that have such requests get this module: what reads each of the bodies is where all such bodies are read.

use super::decoder::Decoder;
use super::media::is_media;

impl Decoder<'_> {
    /// Whether the body is of one of these media types or ranges of them, of which the parameters do not matter.
    pub fn is_of(&self, media: &[&str]) -> bool {
        let given = self.content_type().unwrap_or_default();
        media.iter().any(|it| is_media(given, it))
    }

    /// The body, which may be left out.
    pub fn optional_body<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.has_body() {
            true => read(self).map(Some),
            false => Some(None),
        }
    }
}
