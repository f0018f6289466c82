//! `date-time` and `date`, by jiff.
//!
//! A server takes what RFC 3339 says. In an answer that is meant which can be: a time without an offset is one of UTC, a
//! date of HTTP an instant, and what lies beyond jiff's range, as the `9999-12-31T23:59:59Z` of "never", the last instant
//! that there is. An empty text is no value: what may be absent or null is so then.

use super::codec::{Json, Write};
use super::param::Scalar;
use super::reader::{Fault, Reader};
use super::writer::Writer;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::rfc2822;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;

/// Headers whose date HTTP writes its own way, whatever a document says (RFC 9110, 5.6.7; RFC 8594).
const HTTP_DATES: [&str; 6] = [
    "Date",
    "Expires",
    "If-Modified-Since",
    "If-Unmodified-Since",
    "Last-Modified",
    "Sunset",
];

const LATE: &str = "is later than 9999-12-30T22:00:00.999999999Z";
const EARLY: &str = "is earlier than -009999-01-02T01:59:59Z";

impl Json for Timestamp {
    const IS_NONE_IF_EMPTY: bool = true;

    fn blank() -> Self {
        Self::default()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = r.string()?;
        match text.parse() {
            Ok(it) => Ok(it),
            Err(_) => odd(r, instant(&text), "is not a date and time with an offset"),
        }
    }
}

impl Write for Timestamp {
    fn write(&self, w: &mut Writer) {
        w.string(&self.to_string());
    }
}

impl Scalar for Timestamp {
    const EXPECTED: &'static str = "a date and time with an offset, up to 9999-12-30T22:00:00Z";

    fn to_param(&self) -> String {
        self.to_string()
    }

    fn from_param(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn to_header(&self, name: &str) -> String {
        let printed = is_http_date(name).then(|| {
            rfc2822::DateTimePrinter::new()
                .timestamp_to_rfc9110_string(self)
                .ok()
        });
        printed.flatten().unwrap_or_else(|| self.to_string())
    }

    fn from_header(name: &str, text: &str) -> Option<Self> {
        let by_http = || http_date(text).filter(|_| is_http_date(name));
        Self::from_param(text).or_else(by_http)
    }

    fn meant(text: &str) -> Option<Self> {
        instant(text).map(|(it, _)| it)
    }
}

impl Json for Date {
    const IS_NONE_IF_EMPTY: bool = true;

    fn blank() -> Self {
        Self::default()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = r.string()?;
        match Self::from_param(&text) {
            Some(it) => Ok(it),
            None => odd(r, day(&text), "is not a date"),
        }
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
        // jiff would take the day of a date and time, too.
        let is_day = !text.contains(['T', 't', ' ']);
        is_day.then(|| text.parse().ok())?
    }

    fn meant(text: &str) -> Option<Self> {
        day(text).map(|(it, _)| it)
    }
}

/// What is meant by a text that is not as it should be, for whoever reads leniently, and why it is not as it should be.
#[cold]
fn odd<T>(
    r: &mut Reader<'_>,
    meant: Option<(T, Option<&'static str>)>,
    wrong: &'static str,
) -> Result<T, Fault> {
    match meant {
        Some((it, _)) if r.is_lenient() => Ok(it),
        Some((_, Some(why))) => Err(r.reject(why)),
        _ => Err(r.reject(wrong)),
    }
}

/// The instant that is meant, and why it is another one.
fn instant(text: &str) -> Option<(Timestamp, Option<&'static str>)> {
    if let Some(at) = http_date(text) {
        return Some((at, None));
    }
    if let Some(is_late) = beyond(text) {
        return Some(nearest(is_late));
    }
    let pieces = Pieces::parse(text).ok()?;
    let at = DateTime::from_parts(pieces.date(), pieces.time().unwrap_or(Time::midnight()));
    let offset = match pieces.to_numeric_offset() {
        Some(offset) => offset,
        None if pieces.time_zone_annotation().is_none() => Offset::UTC,
        // What its offset is, a table of time zones would have to say.
        None => return None,
    };
    match offset.to_timestamp(at) {
        Ok(at) => Some((at, None)),
        Err(_) => Some(nearest(at.year() > 0)),
    }
}

fn nearest(is_late: bool) -> (Timestamp, Option<&'static str>) {
    match is_late {
        true => (Timestamp::MAX, Some(LATE)),
        false => (Timestamp::MIN, Some(EARLY)),
    }
}

/// The day that is meant, and why it is another one.
fn day(text: &str) -> Option<(Date, Option<&'static str>)> {
    match beyond(text) {
        Some(true) => Some((Date::MAX, Some("is later than 9999-12-31"))),
        Some(false) => Some((Date::MIN, Some("is earlier than -009999-01-01"))),
        None => Some((Pieces::parse(text).ok()?.date(), None)),
    }
}

/// Whether a year of more than four digits, as in `+999999999-12-31`, is later than all that jiff has or earlier.
fn beyond(text: &str) -> Option<bool> {
    let year = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = year.find(|it: char| !it.is_ascii_digit())?;
    let is_beyond = digits > 4 && year[..digits].parse::<u32>().is_ok_and(|it| it > 9999);
    // What follows is right in any year, or in one with a 29th of February.
    let rest = format!("2000{}", &year[digits..]);
    (is_beyond && Pieces::parse(&rest).is_ok()).then(|| !text.starts_with('-'))
}

fn is_http_date(header: &str) -> bool {
    HTTP_DATES.iter().any(|it| header.eq_ignore_ascii_case(it))
}

fn http_date(text: &str) -> Option<Timestamp> {
    rfc2822::DateTimeParser::new().parse_timestamp(text).ok()
}
