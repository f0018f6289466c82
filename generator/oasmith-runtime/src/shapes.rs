//! What tells the alternatives of a union apart: kinds of JSON values, texts, numbers, members and items.
//!
//! Shapes are small tables that a generated union has one of for each alternative. They say how well one text or number
//! fits; what is done with that, and everything that reads, is up to `unions`.

use super::scan::{Integral, integral, number_end};

/// What a JSON value has to look like. The kinds are bits, so that one shape may stand for several.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub(super) kinds: u8,
    pub(super) text: Text,
    pub(super) integers: Integers,
    pub(super) members: &'static [Member],
    pub(super) items: &'static [Shape],
    /// The least and the most of them.
    pub(super) size: (usize, usize),
}

/// Which strings.
#[derive(Clone, Copy, Debug)]
pub(super) enum Text {
    Any,
    Among(&'static [&'static str]),
    Date,
    DateTime,
    Uuid,
    /// Any, and better one for which this holds.
    Better(fn(&str) -> bool),
}

/// Which whole numbers.
#[derive(Clone, Copy, Debug)]
pub(super) enum Integers {
    Any,
    Among(&'static [i64]),
    /// The least and the most.
    Within(i64, u64),
}

/// A member that tells an object from others.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) shapes: &'static [Shape],
}

/// `null`
pub const NULL: Shape = Shape::of_kind(1);
/// `true`
pub const TRUE: Shape = Shape::of_kind(2);
/// `false`
pub const FALSE: Shape = Shape::of_kind(128);
/// `true` or `false`
pub const BOOLEAN: Shape = Shape::of_kind(TRUE.kinds | FALSE.kinds);
/// A whole number of 64 bits.
pub const INTEGER: Shape = Shape::of_integers(i64::MIN, i64::MAX as u64);
/// A whole number of 32 bits.
pub const INT32: Shape = Shape::of_integers(i32::MIN as i64, i32::MAX as u64);
/// A whole number of 32 bits without a sign.
pub const UINT32: Shape = Shape::of_integers(0, u32::MAX as u64);
/// A whole number of 64 bits without a sign.
pub const UINT64: Shape = Shape::of_integers(0, u64::MAX);
/// Any number.
pub const NUMBER: Shape = Shape::of_kind(WHOLE | FRACTION);
/// Any string.
pub const STRING: Shape = Shape::of_kind(16);
/// A calendar day.
pub const DATE: Shape = Shape::of_text(Text::Date);
/// An instant.
pub const DATE_TIME: Shape = Shape::of_text(Text::DateTime);
/// A UUID.
pub const UUID: Shape = Shape::of_text(Text::Uuid);
/// An array.
pub const LIST: Shape = Shape::of_kind(32);
/// An object.
pub const OBJECT: Shape = Shape::of_kind(64);
/// Anything.
pub const ANY: Shape = Shape::of_kind(255);

pub(super) const WHOLE: u8 = 4;
pub(super) const FRACTION: u8 = 8;

impl Shape {
    const fn of_kind(kinds: u8) -> Self {
        Self {
            kinds,
            text: Text::Any,
            integers: Integers::Any,
            members: &[],
            items: &[],
            size: (0, usize::MAX),
        }
    }

    const fn of_text(text: Text) -> Self {
        Self {
            text,
            ..Self::of_kind(STRING.kinds)
        }
    }

    const fn of_integers(least: i64, most: u64) -> Self {
        Self {
            integers: Integers::Within(least, most),
            ..Self::of_kind(WHOLE)
        }
    }

    /// Only these strings.
    pub const fn among(self, texts: &'static [&'static str]) -> Self {
        Self {
            text: Text::Among(texts),
            ..self
        }
    }

    /// Any string, and better one for which this holds.
    pub const fn better_if(self, holds: fn(&str) -> bool) -> Self {
        Self {
            text: Text::Better(holds),
            ..self
        }
    }

    /// Only these whole numbers.
    pub const fn among_integers(self, values: &'static [i64]) -> Self {
        Self {
            integers: Integers::Among(values),
            ..self
        }
    }

    /// Only objects with these members.
    pub const fn with(self, members: &'static [Member]) -> Self {
        Self { members, ..self }
    }

    /// Only arrays of so many items.
    pub const fn sized(self, least: usize, most: usize) -> Self {
        Self {
            size: (least, most),
            ..self
        }
    }

    /// Only arrays whose items have these shapes.
    pub const fn of(self, items: &'static [Shape]) -> Self {
        Self { items, ..self }
    }
}

impl Shape {
    /// Whether an array has to be looked into.
    pub(super) const fn asks_for_items(&self) -> bool {
        !self.items.is_empty() || self.is_sized()
    }

    /// Whether it says how many items there are.
    pub(super) const fn is_sized(&self) -> bool {
        self.size.0 > 0 || self.size.1 < usize::MAX
    }

    /// How well a text fits that may stand for a value of any kind: the fewer texts fit, the better.
    pub(super) fn fit_text(&self, text: &str) -> Option<i32> {
        let has = |kind: Shape| self.kinds & kind.kinds != 0;
        let is_number = number_end(text.as_bytes(), 0).ok() == Some(text.len());
        let is_whole = is_number && !matches!(integral(text), Integral::Fraction);
        if (has(TRUE) && text == "true") || (has(FALSE) && text == "false") {
            return Some(10);
        }
        // One that comes back as another text, `1.0` or twenty digits of a float, is a text where it may be one.
        let of_number = |score, comes_back| Some(if comes_back { score } else { 1 });
        if self.kinds & WHOLE != 0 && is_whole && self.integers.fit(text).is_some() {
            return match self.kinds & FRACTION {
                0 => of_number(9, !text.contains(['.', 'e', 'E']) && text != "-0"),
                _ => of_number(8, is_as_float(text)),
            };
        }
        if self.kinds & FRACTION != 0 && is_number {
            return of_number(8, is_as_float(text));
        }
        if has(STRING) {
            return self.text.fit(text).map(|score| score + 1);
        }
        // A list of one.
        let mut items = self.items.iter().filter_map(|it| it.fit_text(text));
        (has(LIST) && (self.items.is_empty() || items.next().is_some())).then_some(1)
    }
}

/// Whether a number is written as a float is that was read from it.
fn is_as_float(number: &str) -> bool {
    number.parse().is_ok_and(|it: f64| it.to_string() == number)
}

/// A member that must be there.
pub const fn required(name: &'static str, shapes: &'static [Shape]) -> Member {
    Member {
        name,
        required: true,
        shapes,
    }
}

/// A member that may be there.
pub const fn optional(name: &'static str, shapes: &'static [Shape]) -> Member {
    Member {
        name,
        required: false,
        shapes,
    }
}

impl Integers {
    /// How well a whole number fits: one that is named is better than any.
    pub(super) fn fit(self, text: &str) -> Option<i32> {
        let (fits, score) = match (self, integral(text)) {
            (Self::Any, _) => (true, 1),
            (Self::Among(values), Integral::Value(value)) => {
                (values.iter().any(|it| i128::from(*it) == value), 3)
            }
            (Self::Within(least, most), Integral::Value(value)) => {
                ((least.into()..=most.into()).contains(&value), 1)
            }
            _ => (false, 0),
        };
        fits.then_some(score)
    }
}

impl Text {
    /// How well a text fits: a named value is better than a format, and that than any text.
    pub(super) fn fit(self, text: &str) -> Option<i32> {
        let (fits, score) = match self {
            Text::Any => (true, 1),
            Text::Among(texts) => (texts.contains(&text), 3),
            Text::Date => (is_date(text), 2),
            Text::DateTime => (is_date_time(text), 2),
            Text::Uuid => (is_uuid(text), 2),
            Text::Better(holds) => (true, if holds(text) { 2 } else { 0 }),
        };
        fits.then_some(score)
    }
}

/// A day that there is: what is read as one must not be refused afterwards.
fn is_date(text: &str) -> bool {
    let [Some(year), Some(month), Some(day)] = [0..4, 5..7, 8..10].map(|it| number(text.get(it)))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let bytes = text.as_bytes();
    bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-' && (1..=days).contains(&day)
}

/// RFC 3339, 5.6, and a blank in the place of the `T`. Without an offset it is a text like any other.
fn is_date_time(text: &str) -> bool {
    let separator = matches!(text.get(10..11), Some("T" | "t" | " "));
    separator && text.get(..10).is_some_and(is_date) && text.get(11..).is_some_and(is_time)
}

fn is_time(text: &str) -> bool {
    let [Some(hour), Some(minute), Some(second)] =
        [0..2, 3..5, 6..8].map(|it| number(text.get(it)))
    else {
        return false;
    };
    let bytes = text.as_bytes();
    let is_clock = bytes[2] == b':' && bytes[5] == b':' && hour < 24 && minute < 60 && second <= 60;
    let rest = &text[8..];
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|it: char| it.is_ascii_digit()),
        None => rest,
    };
    let offset = rest.strip_prefix(['+', '-']);
    let parts = offset.and_then(|it| it.split_once(':'));
    let is_offset = parts.is_some_and(|(hours, minutes)| {
        let [hours, minutes] =
            [hours, minutes].map(|it| number(Some(it).filter(|it| it.len() == 2)));
        hours.is_some_and(|it| it < 24) && minutes.is_some_and(|it| it < 60)
    });
    is_clock && (matches!(rest, "Z" | "z") || is_offset)
}

fn number(digits: Option<&str>) -> Option<u32> {
    let digits = digits.filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
    digits.parse().ok()
}

fn is_uuid(text: &str) -> bool {
    let fits = |at: usize, byte: &u8| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.bytes().enumerate().all(|(at, byte)| fits(at, &byte))
}
