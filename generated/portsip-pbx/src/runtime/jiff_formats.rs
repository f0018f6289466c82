//! `date-time` and `date`, by jiff.

use super::codec::{Json, Write};
use super::param::Scalar;
use super::reader::{Fault, Reader};
use super::writer::Writer;
use jiff::Timestamp;
use jiff::civil::Date;

impl Json for Timestamp {
    fn blank() -> Self {
        Self::default()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = r.string()?;
        text.parse()
            .map_err(|_| r.reject("is not a date and time with an offset"))
    }
}

impl Write for Timestamp {
    fn write(&self, w: &mut Writer) {
        w.string(&self.to_string());
    }
}

impl Scalar for Timestamp {
    const EXPECTED: &'static str = "a date and time with an offset";

    fn to_param(&self) -> String {
        self.to_string()
    }

    fn from_param(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Json for Date {
    fn blank() -> Self {
        Self::default()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = r.string()?;
        text.parse().map_err(|_| r.reject("is not a date"))
    }
}

impl Write for Date {
    fn write(&self, w: &mut Writer) {
        w.string(&self.to_string());
    }
}

impl Scalar for Date {
    const EXPECTED: &'static str = "a date";

    fn to_param(&self) -> String {
        self.to_string()
    }

    fn from_param(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}
