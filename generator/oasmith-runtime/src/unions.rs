//! One of several alternatives: which one a JSON value is, and how it is written.
//!
//! A value is looked at once before it is read: the member that names the alternative where there is one, else what kind
//! of value it is and which members it has. No alternative is tried, so the faults that are told are those of the
//! alternative that was meant. A union inside of a union is looked at again, so the time that reading takes is bounded by
//! the length of the text times how deep unions stand in each other, which the depth of JSON bounds.

use super::codec::{Json, Write};
use super::reader::{Fault, Reader};
use super::scan::{Integral, integral, number_end};
use super::writer::{Tag, Writer};
use std::borrow::Cow;

/// What a JSON value has to look like. The kinds are bits, so that one shape may stand for several.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    kinds: u8,
    text: Text,
    integers: Integers,
    members: &'static [Member],
    items: &'static [Shape],
}

/// Which strings.
#[derive(Clone, Copy, Debug)]
enum Text {
    Any,
    Among(&'static [&'static str]),
    Date,
    DateTime,
    Uuid,
}

/// Which whole numbers.
#[derive(Clone, Copy, Debug)]
enum Integers {
    Any,
    Among(&'static [i64]),
    /// The least and the most.
    Within(i64, u64),
}

/// A member that tells an object from others.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    name: &'static str,
    required: bool,
    shapes: &'static [Shape],
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

const WHOLE: u8 = 4;
const FRACTION: u8 = 8;

/// What a value loses for each thing inside of it that does not fit: more than anything that fits can make up for.
///
/// It does not rule an alternative out, since only what stands in the value itself has to be as the document says.
const MISFIT: i32 = -1_000;

impl Shape {
    const fn of_kind(kinds: u8) -> Self {
        Self {
            kinds,
            text: Text::Any,
            integers: Integers::Any,
            members: &[],
            items: &[],
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

    /// Only arrays whose items have these shapes.
    pub const fn of(self, items: &'static [Shape]) -> Self {
        Self { items, ..self }
    }
}

impl Shape {
    /// How well a text fits that may stand for a value of any kind: the fewer texts fit, the better.
    fn fit_text(&self, text: &str) -> Option<i32> {
        let has = |kind: Shape| self.kinds & kind.kinds != 0;
        let is_number = number_end(text.as_bytes(), 0).ok() == Some(text.len());
        let is_whole = is_number && !matches!(integral(text), Integral::Fraction);
        if (has(TRUE) && text == "true") || (has(FALSE) && text == "false") {
            return Some(10);
        }
        // One that comes back as another text, `1.0` or `-0`, is a text where it may be one.
        let of_number = |score| Some(if is_as_written(text) { score } else { 1 });
        if self.kinds & WHOLE != 0 && is_whole && self.integers.fit(text).is_some() {
            return of_number(if self.kinds & FRACTION == 0 { 9 } else { 8 });
        }
        if self.kinds & FRACTION != 0 && is_number {
            return of_number(8);
        }
        if has(STRING) {
            return self.text.fit(text).map(|score| score + 1);
        }
        // A list of one.
        let mut items = self.items.iter().filter_map(|it| it.fit_text(text));
        (has(LIST) && (self.items.is_empty() || items.next().is_some())).then_some(1)
    }
}

/// Whether a number is written as the runtime writes it.
fn is_as_written(number: &str) -> bool {
    match number.contains(['.', 'e', 'E']) {
        true => number.parse().is_ok_and(|it: f64| it.to_string() == number),
        false => number != "-0",
    }
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
    fn fit(self, text: &str) -> Option<i32> {
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
    fn fit(self, text: &str) -> Option<i32> {
        let (fits, score) = match self {
            Text::Any => (true, 1),
            Text::Among(texts) => (texts.contains(&text), 3),
            Text::Date => (is_date(text), 2),
            Text::DateTime => (is_date_time(text), 2),
            Text::Uuid => (is_uuid(text), 2),
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

/// Which alternative was chosen, asked for one after the other.
#[derive(Debug)]
pub struct Choice(Option<usize>);

impl Choice {
    /// Whether it is the next one.
    pub fn is_next(&mut self) -> bool {
        match self.0 {
            Some(0) => {
                self.0 = None;
                true
            }
            Some(left) => {
                self.0 = Some(left - 1);
                false
            }
            None => false,
        }
    }
}

/// A shape that the value may still have.
struct Candidate<'s> {
    alternative: usize,
    shape: &'s Shape,
    /// The members seen so far, a bit each.
    seen: u64,
    score: i32,
    is_out: bool,
}

impl Reader<'_> {
    /// Any value.
    pub fn value<T: Json>(&mut self) -> Result<T, Fault> {
        T::read(self)
    }

    /// The text of the member that names the alternative, or its number or boolean as it is written. Looks ahead only.
    /// The alternative may read the object without knowing of that member.
    pub fn tag(&mut self, name: &'static str) -> Option<String> {
        let tag = self.ahead(&mut |r| {
            let mut tag = None;
            // The fault ends the search, and is forgotten with the look ahead.
            let _ = r.object(&mut |r, member| {
                if member != name {
                    return r.skip();
                }
                tag = match r.peek() {
                    b'"' => r.string().ok().map(Cow::into_owned),
                    b'{' | b'[' | b'n' => None,
                    _ => r.raw().ok().map(str::to_owned),
                };
                Err(Fault::Syntax)
            });
            tag
        });
        self.tags.extend(tag.is_some().then_some(name));
        tag
    }

    /// Which alternative comes, by the shapes of each. Looks ahead only.
    ///
    /// Where only one has the kind of the value, it is that one, whatever else is wrong with the value.
    pub fn choose(&mut self, alternatives: &[&'static [Shape]]) -> Choice {
        Choice(self.ahead(&mut |r| r.chosen(alternatives)))
    }

    fn chosen(&mut self, alternatives: &[&'static [Shape]]) -> Option<usize> {
        if self.is_text() {
            return self.chosen_of_text(alternatives);
        }
        let shapes = alternatives
            .iter()
            .enumerate()
            .flat_map(|(at, shapes)| shapes.iter().map(move |shape| (at, shape)));
        let kind = self.kind(shapes.clone().fold(0, |kinds, (_, it)| kinds | it.kinds));
        let mut candidates: Vec<Candidate<'_>> = shapes
            .filter(|(_, shape)| shape.kinds & kind != 0)
            .map(|(alternative, shape)| Candidate {
                alternative,
                shape,
                seen: 0,
                // The fewer kinds, the more a fit says.
                score: 8 - shape.kinds.count_ones() as i32,
                is_out: false,
            })
            .collect();
        let first = candidates.first()?.alternative;
        if candidates.iter().all(|it| it.alternative == first) {
            return Some(first);
        }
        self.sift(kind, &mut candidates);
        let left = candidates.iter().filter(|it| !it.is_out);
        // Of equals the first: `max_by_key` would take the last.
        let best = left.rev().max_by_key(|it| it.score);
        best.map(|it| it.alternative)
    }

    /// Where texts stand for values of every kind: the alternative that takes the fewest texts.
    fn chosen_of_text(&mut self, alternatives: &[&'static [Shape]]) -> Option<usize> {
        let mut best: Option<(usize, i32)> = None;
        for (at, shapes) in alternatives.iter().enumerate() {
            if let Some(score) = self.fit(shapes)
                && best.is_none_or(|(_, known)| known < score)
            {
                best = Some((at, score));
            }
        }
        best.map(|(at, _)| at)
    }

    fn sift(&mut self, kind: u8, candidates: &mut [Candidate<'_>]) {
        if kind == STRING.kinds {
            let text = self.string().unwrap_or_default();
            for it in candidates {
                it.judge(it.shape.text.fit(&text));
            }
        } else if kind == WHOLE {
            let text = self.number("a number").unwrap_or_default();
            for it in candidates {
                it.judge(it.shape.integers.fit(text));
            }
        } else if kind == OBJECT.kinds {
            self.sift_objects(candidates);
        } else if kind == LIST.kinds {
            for it in candidates
                .iter_mut()
                .filter(|it| !it.shape.items.is_empty())
            {
                let fit = self.ahead(&mut |r| r.fit_items(it.shape.items));
                it.judge(fit);
            }
        }
    }

    fn sift_objects(&mut self, candidates: &mut [Candidate<'_>]) {
        let _ = self.object(&mut |r, name| {
            for it in candidates.iter_mut() {
                let members = it.shape.members.iter().enumerate().take(64);
                for (bit, member) in members.filter(|(_, member)| member.name == name) {
                    it.seen |= 1 << bit;
                    if member.shapes.is_empty() {
                        it.score = it.score.saturating_add(MISFIT);
                        continue;
                    }
                    let fit = r.fit(member.shapes);
                    it.judge(fit.map(|it| 8 + it));
                }
            }
            r.skip()
        });
        for it in candidates {
            it.is_out |= missing(it.shape.members, it.seen) > 0;
        }
    }

    /// How well the members of an object inside of the value fit.
    fn fit_members(&mut self, members: &'static [Member]) -> i32 {
        let (mut seen, mut score) = (0_u64, 1_i32);
        let _ = self.object(&mut |r, name| {
            let members = members.iter().enumerate().take(64);
            for (bit, member) in members.filter(|(_, member)| member.name == name) {
                seen |= 1 << bit;
                score = score.saturating_add(r.fit(member.shapes).unwrap_or(MISFIT));
            }
            r.skip()
        });
        score.saturating_add(MISFIT * missing(members, seen))
    }

    /// How well the items fit: as well as the worst of them, unless the first rules it out. An empty array fits anyway.
    fn fit_items(&mut self, items: &'static [Shape]) -> Option<i32> {
        let mut fits: Option<Option<i32>> = None;
        let _ = self.array(&mut |r| {
            let fit = r.fit(items);
            fits = Some(match fits {
                None => fit,
                Some(known) => known.map(|it| it.min(fit.unwrap_or(MISFIT))),
            });
            r.skip()
        });
        fits.unwrap_or(Some(0))
    }

    /// How well the value to come has one of the shapes.
    fn fit(&mut self, shapes: &[Shape]) -> Option<i32> {
        if self.is_text() {
            let text = self.ahead(&mut |r| r.string().map(Cow::into_owned));
            let text = text.unwrap_or_default();
            return shapes.iter().filter_map(|it| it.fit_text(&text)).max();
        }
        let kind = self.kind(shapes.iter().fold(0, |kinds, it| kinds | it.kinds));
        let fits = shapes.iter().filter(|it| it.kinds & kind != 0);
        let fits = fits.filter_map(|shape| match kind {
            _ if kind == STRING.kinds && !matches!(shape.text, Text::Any) => {
                let text = self.ahead(&mut |r| r.string().map(Cow::into_owned));
                shape.text.fit(&text.unwrap_or_default())
            }
            _ if kind == WHOLE => {
                let text = self.ahead(&mut |r| r.number("a number").map(str::to_owned));
                shape.integers.fit(&text.unwrap_or_default())
            }
            // One that is named is better than both.
            _ if BOOLEAN.kinds & kind != 0 && shape.kinds & BOOLEAN.kinds == kind => Some(3),
            _ if kind == LIST.kinds && !shape.items.is_empty() => {
                let fit = self.ahead(&mut |r| r.fit_items(shape.items));
                Some(fit.unwrap_or(MISFIT))
            }
            _ if kind == OBJECT.kinds && !shape.members.is_empty() => {
                Some(self.ahead(&mut |r| r.fit_members(shape.members)))
            }
            _ => Some(1),
        });
        fits.max()
    }

    /// The kind of the value to come, one bit. It should be one of those that are `wanted`.
    fn kind(&mut self, wanted: u8) -> u8 {
        match self.peek() {
            b'{' if wanted & LIST.kinds != 0 && self.is_indexed() => LIST.kinds,
            b'"' => STRING.kinds,
            b'{' => OBJECT.kinds,
            b'[' => LIST.kinds,
            b't' => TRUE.kinds,
            b'f' => FALSE.kinds,
            b'n' => NULL.kinds,
            _ => {
                let text = self.ahead(&mut |r| r.number("a number").map(str::to_owned));
                match integral(&text.unwrap_or_default()) {
                    Integral::Fraction => FRACTION,
                    _ => WHOLE,
                }
            }
        }
    }
}

/// How many of the members that must be there are not.
fn missing(members: &[Member], seen: u64) -> i32 {
    let members = members.iter().enumerate().take(64);
    let missing = members.filter(|(bit, member)| member.required && seen & (1 << bit) == 0);
    missing.count() as i32
}

impl Candidate<'_> {
    fn judge(&mut self, fit: Option<i32>) {
        match fit {
            Some(score) => self.score = self.score.saturating_add(score),
            None => self.is_out = true,
        }
    }
}

impl Writer {
    /// Any value.
    pub fn value(&mut self, value: &dyn Write) {
        value.write(self);
    }

    /// An alternative that a member names. Where it has one name only, that is written, whatever the value says; of
    /// several the first, where the value says none.
    pub fn tagged(&mut self, member: &'static str, names: &[&'static str], value: &dyn Write) {
        if let Some(name) = names.first() {
            let is_only = names.len() == 1;
            self.tag(Tag {
                member,
                name,
                is_only,
            });
        }
        value.write(self);
        self.untag();
    }
}
