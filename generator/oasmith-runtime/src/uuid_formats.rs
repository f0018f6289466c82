//! `uuid`, by the crate of that name.

use super::codec::{Json, Write};
use super::param::Scalar;
use super::reader::{Fault, Reader};
use super::writer::Writer;
use uuid::Uuid;

impl Json for Uuid {
    const IS_NONE_IF_EMPTY: bool = true;

    fn blank() -> Self {
        Self::nil()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = r.string()?;
        text.parse().map_err(|_| r.reject("is not a UUID"))
    }
}

impl Write for Uuid {
    fn write(&self, w: &mut Writer) {
        w.string(
            self.as_hyphenated()
                .encode_lower(&mut Uuid::encode_buffer()),
        );
    }
}

impl Scalar for Uuid {
    const EXPECTED: &'static str = "a UUID";

    fn to_param(&self) -> String {
        self.to_string()
    }

    fn from_param(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}
