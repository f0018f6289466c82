//! Numbers: `-? int frac? exp?` (RFC 8259, 6), kept as written.

use super::{Cx, Parsed};

impl Cx<'_> {
    /// Reads the number that starts here.
    pub(super) fn number(&mut self) -> Parsed<Box<str>> {
        let start = self.at;
        self.skip_one(|it| it == b'-');
        if self.skip_one(|it| it == b'0') {
            if self.peek().is_some_and(|it| it.is_ascii_digit()) {
                return Err(self.bad_number(start, "a number has a needless leading zero"));
            }
        } else {
            self.digits(start, "a minus sign has no digit after it")?;
        }
        if self.skip_one(|it| it == b'.') {
            self.digits(start, "a decimal point has no digit after it")?;
        }
        if self.skip_one(|it| matches!(it, b'e' | b'E')) {
            self.skip_one(|it| matches!(it, b'+' | b'-'));
            self.digits(start, "an exponent has no digit")?;
        }
        Ok(self.text[start..self.at].into())
    }

    /// Skips one digit or more.
    fn digits(&mut self, start: usize, none: &str) -> Parsed<()> {
        if !self.skip_one(|it| it.is_ascii_digit()) {
            return Err(self.bad_number(start, none));
        }
        while self.skip_one(|it| it.is_ascii_digit()) {}
        Ok(())
    }

    fn skip_one(&mut self, is: impl Fn(u8) -> bool) -> bool {
        let skip = self.peek().is_some_and(is);
        self.at += usize::from(skip);
        skip
    }
}
