//! Writes JSON.
//!
//! In: values that know how to write themselves. Out: bytes, compact.

use super::codec::{Attached, Write};
use super::scan::plain_end;
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::io::Write as _;

/// Up to here every whole number is a float.
const EXACT: i64 = 1 << 53;

/// From here on a whole number is written with an exponent, as JavaScript does.
const LONGEST: f64 = 1e21;

/// A JSON text in the making.
#[derive(Debug, Default)]
pub struct Writer {
    out: Vec<u8>,
    /// Members that the next object gets.
    tags: Vec<Tag>,
    attached: Vec<Attached>,
}

/// A member that says which alternative an object is.
#[derive(Clone, Copy, Debug)]
pub struct Tag {
    /// The member.
    pub member: &'static str,
    /// What it says.
    pub name: &'static str,
    /// It is what the member says, whatever the object says itself; otherwise where the object says nothing.
    pub is_only: bool,
}

/// A field that is written as `null` when it is `None`.
#[derive(Debug)]
pub struct Always<'a, T>(pub &'a T);

impl<T: Write> Write for Always<'_, T> {
    fn write(&self, w: &mut Writer) {
        self.0.write(w);
    }
}

impl Writer {
    /// An empty text.
    pub fn new() -> Self {
        Self {
            out: Vec::with_capacity(1024),
            tags: Vec::new(),
            attached: Vec::new(),
        }
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// What was written, and what goes beside it.
    pub fn into_parts(self) -> (Vec<u8>, Vec<Attached>) {
        (self.out, self.attached)
    }

    /// What JSON cannot hold goes beside it, and JSON has its index.
    pub fn attach(&mut self, it: impl Any + Send + Sync) {
        self.unsigned(self.attached.len() as u64);
        self.attached.push(Box::new(it));
    }

    /// An object. Members that are absent are left out.
    pub fn object(&mut self, members: &[(&str, &dyn Write)]) {
        let tags = self.members(members);
        self.end(&tags);
    }

    /// Opens an object, and returns the tags that stand for members which it does not have itself.
    fn members(&mut self, members: &[(&str, &dyn Write)]) -> Vec<Tag> {
        self.out.push(b'{');
        let mut tags = std::mem::take(&mut self.tags);
        for tag in tags.iter().filter(|it| it.is_only) {
            self.name(tag.member);
            let own = members.iter().find(|(name, _)| *name == tag.member);
            self.names(tag, own.map(|it| it.1));
        }
        for (name, value) in members {
            let tag = tags.iter().position(|it| it.member == *name);
            if tag.is_some_and(|at| tags[at].is_only) {
                continue;
            }
            let before = self.out.len();
            value.member(name, self);
            if let Some(at) = tag
                && self.out.len() > before
            {
                tags.remove(at);
            }
        }
        tags
    }

    /// The name of an alternative: a number or a boolean, where the member that says it is one.
    fn names(&mut self, tag: &Tag, own: Option<&dyn Write>) {
        let start = self.out.len();
        if let Some(own) = own {
            own.write(self);
        }
        let is_text = !matches!(self.out.get(start), Some(b'-' | b'0'..=b'9' | b't' | b'f'));
        let is_said = matches!(tag.name, "true" | "false") || tag.name.parse::<f64>().is_ok();
        if is_text || is_said {
            self.out.truncate(start);
        }
        match is_text {
            true => self.string(tag.name),
            false if is_said => self.raw(tag.name),
            false => {}
        }
    }

    /// Closes an object.
    fn end(&mut self, tags: &[Tag]) {
        for tag in tags.iter().filter(|it| !it.is_only) {
            self.name(tag.member);
            self.string(tag.name);
        }
        self.out.push(b'}');
    }

    /// Gives the next object a member that names it.
    pub fn tag(&mut self, tag: Tag) {
        match self.tags.iter_mut().find(|it| it.member == tag.member) {
            Some(known) if tag.is_only => *known = tag,
            Some(_) => {}
            None => self.tags.push(tag),
        }
    }

    /// What is written, or was, is no object, and no member names what stands in it.
    pub fn untag(&mut self) {
        self.tags.clear();
    }

    /// An object with members that have no field of their own.
    pub fn object_with<T: Write>(
        &mut self,
        members: &[(&str, &dyn Write)],
        additional: &BTreeMap<String, T>,
    ) {
        let mut tags = self.members(members);
        for (name, value) in additional {
            let tag = tags.iter().position(|it| it.member == name);
            if tag.is_some_and(|at| tags[at].is_only) {
                continue;
            }
            // A named member has its field; the same name again would make the text ambiguous.
            if !members.iter().any(|(named, _)| named == name) {
                self.name(name);
                value.write(self);
                if let Some(at) = tag {
                    tags.remove(at);
                }
            }
        }
        self.end(&tags);
    }

    /// The name of a member. Its value must come next.
    pub fn name(&mut self, name: &str) {
        // The value of the member before ends in anything but this.
        match self.out.last() {
            Some(b'{') => self.out.push(b'"'),
            _ => self.out.extend_from_slice(b",\""),
        }
        self.inside(name.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    /// An array.
    pub fn array<T: Write>(&mut self, items: &[T]) {
        self.untag();
        self.out.push(b'[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push(b',');
            }
            item.write(self);
        }
        self.out.push(b']');
    }

    /// An array with a type for each place, up to the last one that is there.
    pub fn tuple(&mut self, items: &[&dyn Write]) {
        self.untag();
        self.out.push(b'[');
        let last = items.iter().rposition(|it| !it.is_absent());
        for (index, item) in items.iter().take(last.map_or(0, |it| it + 1)).enumerate() {
            if index > 0 {
                self.out.push(b',');
            }
            item.write(self);
        }
        self.out.push(b']');
    }

    /// A string.
    pub fn string(&mut self, text: &str) {
        self.out.push(b'"');
        self.inside(text.as_bytes());
        self.out.push(b'"');
    }

    #[inline]
    fn inside(&mut self, bytes: &[u8]) {
        let mut from = 0;
        loop {
            let end = plain_end(bytes, from);
            self.out.extend_from_slice(&bytes[from..end]);
            let Some(&byte) = bytes.get(end) else { return };
            self.escape(byte);
            from = end + 1;
        }
    }

    fn escape(&mut self, byte: u8) {
        let letter = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            _ => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                self.out.extend_from_slice(b"\\u00");
                self.out.push(HEX[usize::from(byte >> 4)]);
                self.out.push(HEX[usize::from(byte & 15)]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', letter]);
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.out
            .extend_from_slice(if value { b"true" } else { b"false" });
    }

    /// `null`.
    pub fn null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    /// A whole number.
    pub fn integer(&mut self, value: i64) {
        if value < 0 {
            self.out.push(b'-');
        }
        self.unsigned(value.unsigned_abs());
    }

    /// A whole number that is not negative.
    pub fn unsigned(&mut self, value: u64) {
        let (digits, start) = digits(value);
        self.out.extend_from_slice(&digits[start..]);
    }

    /// A number, with as many digits as it takes to read the same one back; a whole one is written as an integer, since
    /// many take nothing else for one. JSON has no infinities: they are `null`.
    pub fn float(&mut self, value: f64) {
        // What is too large for the conversion is not equal to what it gives.
        let whole = value.abs() as i64;
        if whole as f64 == value.abs() && whole < EXACT {
            if value.is_sign_negative() {
                self.out.push(b'-');
            }
            self.unsigned(whole.unsigned_abs());
        } else if !value.is_finite() {
            self.null();
        } else if let Some((scaled, power)) = short_decimal(value.abs()) {
            if value.is_sign_negative() {
                self.out.push(b'-');
            }
            self.unsigned(scaled / power);
            self.out.push(b'.');
            // The power keeps the zeros in front, and makes way for the point itself.
            let (digits, start) = digits(power + scaled % power);
            self.out.extend_from_slice(&digits[start + 1..]);
        } else {
            self.long_float(&value, value);
        }
    }

    /// [`float`](Self::float), with the digits that an `f32` needs.
    pub fn float32(&mut self, value: f32) {
        match value.is_finite() {
            true => self.long_float(&value, value.into()),
            false => self.null(),
        }
    }

    /// `shown` is what `value` has the digits of.
    fn long_float(&mut self, shown: &(impl Display + Debug), value: f64) {
        // Writing to a vector does not fail. `{:?}` goes over to exponents where digits would be many, and early.
        let _ = match value.fract() == 0.0 && value.abs() < LONGEST {
            true => write!(self.out, "{shown}"),
            false => write!(self.out, "{shown:?}"),
        };
    }

    /// JSON that is known to be well formed.
    pub(super) fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }
}

/// Decimal digits, and where they start.
fn digits(mut value: u64) -> ([u8; 20], usize) {
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    for [ten, one] in digits.as_chunks_mut().0.iter_mut().rev() {
        let pair = (value % 100) as u8;
        (*ten, *one) = (b'0' + pair / 10, b'0' + pair % 10);
        value /= 100;
        start -= 2;
        if value == 0 {
            break;
        }
    }
    (digits, start + usize::from(digits[start] == b'0'))
}

/// A number that has few digits as a whole number over a power of ten. Most numbers in JSON are such, and this is
/// several times as fast as the general way.
fn short_decimal(value: f64) -> Option<(u64, u64)> {
    // With at most 15 digits, a decimal and the number it is read as determine one another. Both operands of the
    // division are exact, so that it rounds as reading does; the fewest decimals are tried first.
    let mut power = 10.0;
    while power <= 1e6 {
        let scaled = (value * power).round();
        if scaled >= 1e15 {
            return None;
        }
        if scaled / power == value {
            return Some((scaled as u64, power as u64));
        }
        power *= 10.0;
    }
    None
}
