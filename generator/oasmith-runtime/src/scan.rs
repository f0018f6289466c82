//! The tokens of JSON: where they end, and what they stand for.
//!
//! Pure functions over the text; the reader is what puts them in order.

/// Something that is not JSON.
pub(super) struct Wrong {
    /// Where.
    pub(super) at: usize,
    /// What.
    pub(super) what: &'static str,
}

/// Where the run of bytes that a JSON string holds as they are ends. Eight at a time.
pub(super) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let found = special(eight);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    // What is left, together with some of what was seen.
    if bytes.last_chunk().is_some_and(|&eight| special(eight) == 0) {
        return bytes.len();
    }
    while bytes
        .get(at)
        .is_some_and(|&byte| byte >= 32 && byte != b'"' && byte != b'\\')
    {
        at += 1;
    }
    at
}

/// Not 0 when one of the bytes is less than 32, `"` or `\`; the lowest bit is in the first such byte.
fn special(eight: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let word = u64::from_le_bytes(eight);
    let quote = word ^ (ONES * b'"' as u64);
    let slash = word ^ (ONES * b'\\' as u64);
    // The top bit of each byte. A borrow can set it wrongly only above a byte where it is set rightly.
    let control = word.wrapping_sub(ONES * 32) & !word;
    let found = (quote.wrapping_sub(ONES) & !quote) | (slash.wrapping_sub(ONES) & !slash);
    (found | control) & (ONES * 128)
}

/// The string whose inside begins at `start`, without its escapes, and where it ends. It is plain up to `at`.
pub(super) fn unescaped(text: &str, start: usize, mut at: usize) -> Result<(String, usize), Wrong> {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(at - start + 32);
    out.push_str(&text[start..at]);
    loop {
        let what = match bytes.get(at) {
            Some(b'"') => return Ok((out, at + 1)),
            Some(b'\\') => {
                out.push(escape(bytes, &mut at)?);
                let end = plain_end(bytes, at);
                out.push_str(&text[at..end]);
                at = end;
                continue;
            }
            Some(_) => "control character in a string",
            None => "string not closed",
        };
        return Err(Wrong { at, what });
    }
}

/// The character of the escape at `at`, which moves behind it.
fn escape(bytes: &[u8], at: &mut usize) -> Result<char, Wrong> {
    let char = match bytes.get(*at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(bytes, at),
        _ => {
            return Err(Wrong {
                at: *at,
                what: "unknown escape",
            });
        }
    };
    *at += 2;
    Ok(char)
}

fn unicode(bytes: &[u8], at: &mut usize) -> Result<char, Wrong> {
    let start = *at;
    let first = hex(bytes, at)?;
    if let Some(char) = char::from_u32(first) {
        return Ok(char);
    }
    // RFC 8259, section 7: beyond the basic plane, a character is a pair of surrogates.
    if first < 0xDC00 && bytes[*at..].starts_with(b"\\u") {
        let second = hex(bytes, at)?;
        if (0xDC00..0xE000).contains(&second) {
            let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
    Err(Wrong {
        at: start,
        what: "half of a surrogate pair",
    })
}

/// The four digits after the `\u` at `at`, which moves behind them.
fn hex(bytes: &[u8], at: &mut usize) -> Result<u32, Wrong> {
    let wrong = || Wrong {
        at: *at,
        what: "malformed escape",
    };
    let digits = bytes.get(*at + 2..*at + 6).ok_or_else(wrong)?;
    let mut code = 0;
    for &digit in digits {
        code = code * 16 + char::from(digit).to_digit(16).ok_or_else(wrong)?;
    }
    *at += 6;
    Ok(code)
}

/// Where a number ends (RFC 8259, section 6), or where it goes wrong.
pub(super) fn number_end(bytes: &[u8], start: usize) -> Result<usize, Wrong> {
    let wrong = |at| {
        Err(Wrong {
            at,
            what: "malformed number",
        })
    };
    let digits = |mut at: usize| {
        while let Some(b'0'..=b'9') = bytes.get(at) {
            at += 1;
        }
        at
    };
    let whole = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut at = match bytes.get(whole) {
        Some(b'0') => whole + 1,
        Some(b'1'..=b'9') => digits(whole + 1),
        _ => return wrong(whole),
    };
    if bytes.get(at) == Some(&b'.') {
        let end = digits(at + 1);
        if end == at + 1 {
            return wrong(end);
        }
        at = end;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        let from = at + 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        at = digits(from);
        if at == from {
            return wrong(at);
        }
    }
    match bytes.get(at) {
        // `01`: the grammar has no leading zeros.
        Some(b'0'..=b'9') => wrong(at),
        _ => Ok(at),
    }
}

/// The value of an integer of at most 18 digits without fraction and exponent, and where it ends: what most are.
pub(super) fn short_integer(bytes: &[u8], start: usize) -> Option<(i64, usize)> {
    let negative = bytes.get(start) == Some(&b'-');
    let first = start + usize::from(negative);
    let (mut value, mut at) = (0_i64, first);
    while let Some(&digit @ b'0'..=b'9') = bytes.get(at) {
        if at - first == 18 {
            return None;
        }
        value = value * 10 + i64::from(digit - b'0');
        at += 1;
    }
    let zeros = at > first + 1 && bytes.get(first) == Some(&b'0');
    if at == first || zeros || matches!(bytes.get(at), Some(b'.' | b'e' | b'E')) {
        return None;
    }
    Some((if negative { -value } else { value }, at))
}

/// What a number is among the integers.
pub(super) enum Integral {
    Value(i128),
    Fraction,
    Huge,
}

/// The value of a well-formed number, if it is a whole one.
pub(super) fn integral(text: &str) -> Integral {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return Integral::Value(0);
    }
    let negative = exponent.starts_with('-');
    let shift = exponent
        .parse::<i64>()
        .unwrap_or(if negative { i64::MIN } else { i64::MAX });
    let dropped = digits.len() as i64 - significant.len() as i64 - fraction.len() as i64;
    let shift = shift.saturating_add(dropped);
    let significant = significant.trim_start_matches('0');
    if shift < 0 {
        return Integral::Fraction;
    }
    if shift.saturating_add(significant.len() as i64) > 30 {
        return Integral::Huge;
    }
    let value = significant
        .bytes()
        .fold(0, |sum, digit| sum * 10 + i128::from(digit - b'0'));
    Integral::Value(sign * value * 10_i128.pow(shift as u32))
}
