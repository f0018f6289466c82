//! Strings and their escapes (RFC 8259, 7).

use super::{Cx, Parsed};

impl Cx<'_> {
    /// Reads the string whose opening quote is here, and steps over its closing quote.
    pub(super) fn string(&mut self) -> Parsed<Box<str>> {
        let open = self.at;
        self.at += 1;
        let start = self.at;
        match self.plain(open)? {
            // Most strings have no escape: one copy, no second buffer.
            b'"' => {
                let text = &self.text[start..self.at];
                self.at += 1;
                Ok(text.into())
            }
            _ => self.escaped(open, start),
        }
    }

    /// Goes on with a string that has an escape here.
    fn escaped(&mut self, open: usize, start: usize) -> Parsed<Box<str>> {
        let mut out = String::from(&self.text[start..self.at]);
        loop {
            self.escape(open, &mut out)?;
            let start = self.at;
            let stop = self.plain(open)?;
            out.push_str(&self.text[start..self.at]);
            if stop == b'"' {
                self.at += 1;
                return Ok(out.into());
            }
        }
    }

    /// Skips what stands for itself, up to a quote or a backslash, and says which.
    fn plain(&mut self, open: usize) -> Parsed<u8> {
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let length = rest
                .iter()
                .position(|it| matches!(it, b'"' | b'\\' | 0..0x20));
            self.at += length.unwrap_or(rest.len());
            match self.peek() {
                Some(stop @ (b'"' | b'\\')) => return Ok(stop),
                Some(control) => {
                    self.control_in_string(control);
                    self.at += 1;
                }
                None => return Err(self.unclosed_string(open)),
            }
        }
    }

    /// Reads the escape whose backslash is here.
    fn escape(&mut self, open: usize, out: &mut String) -> Parsed<()> {
        let start = self.at;
        self.at += 1;
        let Some(letter) = self.peek() else {
            return Err(self.unclosed_string(open));
        };
        self.at += 1;
        out.push(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode(start)?,
            _ => {
                // The letter may have more bytes than one, and is read with what follows.
                self.at -= 1;
                let letter = self.text[self.at..].chars().next();
                self.at += letter.map_or(0, char::len_utf8);
                self.bad_escape(start);
                // Of a quote its author only feared that it would close the string.
                let kept = if letter == Some('\'') {
                    start + 1
                } else {
                    start
                };
                out.push_str(&self.text[kept..self.at]);
                return Ok(());
            }
        });
        Ok(())
    }

    /// Reads what follows `\u`, and the second half where this is the first half of a surrogate pair.
    fn unicode(&mut self, start: usize) -> Parsed<char> {
        let first = self.hex4(start)?;
        if let Some(char) = char::from_u32(first) {
            return Ok(char);
        }
        let low = self.at;
        let rest = &self.text.as_bytes()[low..];
        let is_high = first < 0xdc00;
        if !is_high || !rest.starts_with(b"\\u") {
            return Ok(self.lone_surrogate(start));
        }
        self.at += 2;
        let second = self.hex4(low)?;
        let pair = matches!(second, 0xdc00..=0xdfff)
            .then(|| 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        Ok(pair.and_then(char::from_u32).unwrap_or_else(|| {
            self.at = low;
            self.lone_surrogate(start)
        }))
    }

    fn hex4(&mut self, start: usize) -> Parsed<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|it| char::from(it).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.bad_unicode(start));
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }
}
