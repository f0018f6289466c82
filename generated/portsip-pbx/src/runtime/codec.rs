//! What can be read from JSON and written to it.
//!
//! One concrete reader and one concrete writer: no serializer type runs through the models, which keeps them quick to
//! compile and lets all faults of a text be told at once.

use super::problem::Violation;
use super::reader::{Fault, Reader};
use super::writer::Writer;
use std::any::Any;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What goes beside JSON, which cannot hold it: files.
pub type Attached = Box<dyn Any + Send + Sync>;

/// Can be read from JSON, and written.
///
/// Either `read` or `read_into` is written for a type, and the other follows from it.
pub trait Json: Sized + Write {
    /// Whether it may be absent, as a member.
    const IS_OPTIONAL: bool = false;

    /// Whether it may be absent, at the end of a tuple.
    const IS_TRAILING: bool = false;

    /// Whether an empty text, which is none of its values, means in an answer that there is none: many servers write an
    /// instant so that is not there.
    const IS_NONE_IF_EMPTY: bool = false;

    /// What reading begins with, and what stands in the place of a value that is missing or wrong until that is told.
    fn blank() -> Self;

    /// Reads one value.
    #[inline]
    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let mut it = Self::blank();
        it.read_into(r)?;
        Ok(it)
    }

    /// Reads one value in the place of a blank one.
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        *self = Self::read(r)?;
        Ok(())
    }

    /// What `null` is, where it is a value.
    fn of_null() -> Option<Self> {
        None
    }

    /// What `null` is as a member, unless it means that there is no value.
    fn of_null_member() -> Option<Self> {
        Self::of_null()
    }
}

/// Can be written as JSON.
pub trait Write {
    /// Writes one value.
    fn write(&self, w: &mut Writer);

    /// Writes a member of an object, unless it is absent.
    fn member(&self, name: &str, w: &mut Writer) {
        w.name(name);
        self.write(w);
    }

    /// Whether nothing is written of it at the end of a tuple.
    fn is_absent(&self) -> bool {
        false
    }

    /// The name of an event that has this for its data, where that follows from it.
    fn event(&self) -> Option<&'static str> {
        None
    }
}

/// A string with known values, and room for others.
pub trait OpenEnum: Sized {
    /// The value as it is sent.
    fn as_str(&self) -> &str;
    /// The variant for `text`.
    fn from_text(text: &str) -> Self;
}

/// An open enum that knows its values.
pub trait KnownEnum {
    /// The values that the document names.
    const VALUES: &'static [&'static str];

    /// Whether the document names this value.
    fn is_known(&self) -> bool;
}

/// What is wrong with a JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Faults {
    /// It is not JSON at all; otherwise it is not the JSON that was expected.
    pub syntax: bool,
    /// Everything that is wrong with it; never empty.
    pub violations: Vec<Violation>,
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, violation) in self.violations.iter().enumerate() {
            f.write_str(if index > 0 { "; " } else { "" })?;
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// The JSON text of `value`, compact.
pub fn encode<T: Write + ?Sized>(value: &T) -> Vec<u8> {
    let mut w = Writer::new();
    value.write(&mut w);
    w.into_bytes()
}

/// The value of a JSON text.
pub fn decode<T: Json>(bytes: &[u8]) -> Result<T, Faults> {
    decode_from(Reader::new(bytes)?)
}

/// The value of a JSON text that holds nothing but what the document names: no other member or value, no `null` for
/// what may only be absent.
pub fn decode_exact<T: Json>(bytes: &[u8]) -> Result<T, Faults> {
    decode_from(Reader::new(bytes)?.exact())
}

pub(super) fn decode_from<T: Json>(mut r: Reader<'_>) -> Result<T, Faults> {
    let value = T::read(&mut r);
    r.finish()?;
    // A value that could not be read has left a fault behind; this is for hand-written `read`s that forgot to.
    value.map_err(|_| Faults {
        syntax: false,
        violations: vec![Violation {
            pointer: String::new(),
            detail: "is not as expected".to_owned(),
        }],
    })
}

/// Reads a value as far as it goes: what is left of it when members are wrong, and every fault.
///
/// Blanks stand in the place of required members that could not be read, so the value is good for finding out what else
/// is wrong, and for nothing more.
pub fn salvage<T: Json>(bytes: &[u8]) -> (Option<T>, Option<Faults>) {
    salvage_from(Reader::new(bytes))
}

/// [`salvage`], from a reader that was set up for it.
pub(super) fn salvage_from<T: Json>(
    reader: Result<Reader<'_>, Faults>,
) -> (Option<T>, Option<Faults>) {
    let mut r = match reader {
        Ok(r) => r.strict(),
        Err(faults) => return (None, Some(faults)),
    };
    let value = T::read(&mut r).ok();
    (value, r.finish().err())
}

/// Any JSON, kept as text: nothing of it is lost, and nothing is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Raw(String);

impl Raw {
    /// Checks that `json` is JSON. Space between tokens is dropped.
    pub fn parse(json: &str) -> Result<Self, Faults> {
        decode(json.as_bytes())
    }

    /// `value` as JSON.
    pub fn of<T: Write + ?Sized>(value: &T) -> Self {
        Self(String::from_utf8(encode(value)).unwrap_or_default())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads it as something known.
    pub fn decode<T: Json>(&self) -> Result<T, Faults> {
        decode(self.0.as_bytes())
    }
}

impl Json for Raw {
    fn blank() -> Self {
        Self("null".to_owned())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        r.raw().map(|text| Self(compact(text)))
    }

    fn of_null() -> Option<Self> {
        Some(Self::blank())
    }
}

impl Write for Raw {
    fn write(&self, w: &mut Writer) {
        w.raw(&self.0);
    }
}

/// Well-formed JSON without the space between tokens.
fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut string = false;
    let mut escape = false;
    for char in text.chars() {
        if string || !matches!(char, ' ' | '\n' | '\r' | '\t') {
            out.push(char);
        }
        string ^= char == '"' && !escape;
        escape = char == '\\' && !escape;
    }
    out
}

impl Json for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        r.string().map(Cow::into_owned)
    }
}

impl Write for String {
    fn write(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Write for &str {
    fn write(&self, w: &mut Writer) {
        w.string(self);
    }
}

impl Json for bool {
    fn blank() -> Self {
        false
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        r.boolean()
    }
}

impl Write for bool {
    fn write(&self, w: &mut Writer) {
        w.boolean(*self);
    }
}

macro_rules! integers {
    ($($ty:ident by $write:ident),*) => {$(
        impl Json for $ty {
            fn blank() -> Self {
                0
            }

            fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
                // In range: the conversion keeps the value.
                r.integer($ty::MIN.into(), $ty::MAX.into()).map(|value| value as $ty)
            }
        }

        impl Write for $ty {
            fn write(&self, w: &mut Writer) {
                w.$write((*self).into());
            }
        }
    )*};
}
integers!(i32 by integer, i64 by integer, u32 by unsigned, u64 by unsigned);

impl Json for f64 {
    fn blank() -> Self {
        0.0
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        r.float()
    }
}

impl Write for f64 {
    fn write(&self, w: &mut Writer) {
        w.float(*self);
    }
}

impl Json for f32 {
    fn blank() -> Self {
        0.0
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        match r.number("a number")?.parse::<f32>() {
            Ok(value) if value.is_finite() => Ok(value),
            _ => Err(r.reject("is out of range")),
        }
    }
}

impl Write for f32 {
    fn write(&self, w: &mut Writer) {
        w.float32(*self);
    }
}

/// What breaks a recursion, or is large.
impl<T: Json> Json for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.inner(&mut **self)
    }
}

impl<T: Write> Write for Box<T> {
    fn write(&self, w: &mut Writer) {
        (**self).write(w);
    }
}

impl<T: Json> Json for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.array(&mut |r| {
            let mut item = T::blank();
            r.inner(&mut item)?;
            self.push(item);
            Ok(())
        })
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, w: &mut Writer) {
        w.array(self);
    }
}

impl<T: Json> Json for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members_and(&mut [], self)
    }
}

impl<T: Write> Write for BTreeMap<String, T> {
    fn write(&self, w: &mut Writer) {
        w.object_with(&[], self);
    }
}

/// As an item of a list or map, or as a whole body: `None` is `null`. As a member, `None` is left out.
impl<T: Json> Json for Option<T> {
    const IS_OPTIONAL: bool = true;

    fn blank() -> Self {
        None
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        *self = None;
        if r.null() || T::IS_NONE_IF_EMPTY && r.empty_text() {
            return Ok(());
        }
        let read = self.insert(T::blank()).read_into(r);
        if read.is_err() {
            *self = None;
        }
        read
    }

    fn of_null() -> Option<Self> {
        Some(None)
    }

    /// Where absent, `null` and a value are three states, it is `Some(None)`.
    fn of_null_member() -> Option<Self> {
        T::of_null().map(Some)
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, w: &mut Writer) {
        match self {
            Some(value) => value.write(w),
            None => w.null(),
        }
    }

    fn member(&self, name: &str, w: &mut Writer) {
        if let Some(value) = self {
            w.name(name);
            value.write(w);
        }
    }
}
