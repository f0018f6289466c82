//! Reads values that hold no others: words, strings and numbers, also where texts stand for them.

use super::codec::Attached;
use super::reader::{Fault, Reader};
use super::scan::{Integral, integral, number_end, short_integer};
use std::borrow::Cow;

impl<'a> Reader<'a> {
    /// Whether a text comes that may stand for a value of any kind.
    pub fn is_text(&mut self) -> bool {
        self.texts && self.peek() == b'"'
    }

    /// Reads `null`, if that is what comes.
    pub fn null(&mut self) -> bool {
        self.peek() == b'n' && self.word("null")
    }

    /// Steps over an empty text, where what is meant is taken for it; tells whether there was one.
    pub fn empty_text(&mut self) -> bool {
        self.is_lenient() && self.peek() == b'"' && self.word("\"\"")
    }

    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> Result<bool, Fault> {
        match self.peek() {
            b't' if self.word("true") => Ok(true),
            b'f' if self.word("false") => Ok(false),
            b'"' if self.texts => match self.quoted()?.as_ref() {
                "true" => Ok(true),
                "false" => Ok(false),
                _ => Err(self.reject("is not `true` or `false`")),
            },
            _ => Err(self.mismatch("a boolean")),
        }
    }

    /// Reads a string.
    pub fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        match self.peek() {
            b'"' => self.quoted(),
            _ => Err(self.mismatch("a string")),
        }
    }

    /// Reads a number: its text.
    pub fn number(&mut self, expected: &str) -> Result<&'a str, Fault> {
        match self.peek() {
            b'-' | b'0'..=b'9' => {}
            b'"' if self.texts || super::NUMBERS_IN_TEXTS => return self.number_in_text(expected),
            _ => return Err(self.mismatch(expected)),
        }
        let start = self.at;
        match number_end(self.text.as_bytes(), start) {
            Ok(end) => {
                self.at = end;
                Ok(&self.text[start..end])
            }
            Err(wrong) => Err(self.wrong(wrong)),
        }
    }

    #[cold]
    fn number_in_text(&mut self, expected: &str) -> Result<&'a str, Fault> {
        match self.quoted()? {
            Cow::Borrowed(text) if number_end(text.as_bytes(), 0).ok() == Some(text.len()) => {
                Ok(text)
            }
            _ => Err(self.reject(format!("is not {expected}"))),
        }
    }

    /// Reads a whole number. JSON Schema: `1.0` and `1e3` are integers too.
    pub fn integer(&mut self, min: i128, max: i128) -> Result<i128, Fault> {
        self.peek();
        let value = match short_integer(self.text.as_bytes(), self.at) {
            Some((value, end)) => {
                self.at = end;
                value.into()
            }
            None => self.long_integer(min, max)?,
        };
        if value < min || value > max {
            return Err(self.out_of_range(min, max));
        }
        Ok(value)
    }

    fn long_integer(&mut self, min: i128, max: i128) -> Result<i128, Fault> {
        match integral(self.number("an integer")?) {
            Integral::Value(value) => Ok(value),
            Integral::Fraction => Err(self.reject("is not an integer")),
            Integral::Huge => Err(self.out_of_range(min, max)),
        }
    }

    #[cold]
    fn out_of_range(&mut self, min: i128, max: i128) -> Fault {
        self.reject(format!("is not between {min} and {max}"))
    }

    /// Reads any number that a `f64` can approximate.
    pub fn float(&mut self) -> Result<f64, Fault> {
        let text = self.number("a number")?;
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(value),
            _ => Err(self.reject("is out of range")),
        }
    }

    /// Reads what goes beside JSON, which has its index.
    pub fn attached(&mut self, expected: &str) -> Result<&'a Attached, Fault> {
        if !self.peek().is_ascii_digit() {
            return Err(self.mismatch(expected));
        }
        let index = self.integer(0, u32::MAX.into())?;
        let found = self.attached.get(index as usize);
        found.ok_or_else(|| self.reject(format!("is not {expected}")))
    }
}
