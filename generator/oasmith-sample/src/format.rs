//! Texts of a format, and whether a text is of one.
//!
//! The formats of JSON Schema 2020-12 (7.3) and of OpenAPI that say how a text looks. Of others nothing is known, and
//! any text will do.

use crate::choice::Choice;
use core::net::{Ipv4Addr, Ipv6Addr};

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const WORDS: &[&str] = &[
    "alder", "birch", "cedar", "hazel", "larch", "maple", "rowan",
];

/// A text of a format; `None` of one that says nothing of how a text looks.
pub fn text(format: &str, choice: &mut Choice) -> Option<String> {
    let mut number = |low, high| choice.between(low, high);
    Some(match format {
        "date-time" => {
            let second = ["", ".5", ".125", ".000001"][number(0, 3)];
            let (day, time) = (date(&mut number), clock(&mut number));
            format!("{day}T{time}{second}Z")
        }
        "date" => date(&mut number),
        "time" => format!("{}Z", clock(&mut number)),
        "duration" => ["P1D", "PT15M", "P3Y6M4DT12H30M5S", "P2W"][number(0, 3)].to_owned(),
        "uuid" => uuid(choice),
        "uri" | "url" | "iri" => format!("https://{}.example/{}", word(choice), word(choice)),
        "uri-reference" | "iri-reference" => format!("/{}/{}", word(choice), word(choice)),
        "email" | "idn-email" => format!("{}@{}.example", word(choice), word(choice)),
        "hostname" | "idn-hostname" => format!("{}.example", word(choice)),
        "ipv4" => format!("192.0.2.{}", number(0, 255)),
        "ipv6" => format!("2001:db8::{:x}", number(1, 0xffff)),
        "byte" => {
            let groups = choice.below(8);
            base64(groups, choice)
        }
        "json-pointer" => format!("/{}/{}", word(choice), choice.below(9)),
        "regex" => format!("^{}$", word(choice)),
        _ => return None,
    })
}

/// Whether a text is of a format. Of a format that is not known, any is.
pub fn holds(format: &str, text: &str) -> bool {
    match format {
        "date-time" => text
            .split_once(['T', 't', ' '])
            .is_some_and(|(day, time)| is_date(day) && is_time(time)),
        "date" => is_date(text),
        "time" => is_time(text),
        "duration" => is_duration(text),
        "uuid" => is_uuid(text),
        "uri" | "url" | "iri" => is_uri(text),
        "email" | "idn-email" => is_email(text),
        "hostname" => is_host(text),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "byte" => is_base64(text),
        "json-pointer" => text.is_empty() || text.starts_with('/'),
        "regex" => regex_syntax::parse(text).is_ok(),
        _ => true,
    }
}

/// Base64 of three bytes a group, and of a few more.
pub fn base64(groups: usize, choice: &mut Choice) -> String {
    let mut out: String = (0..groups * 4)
        .map(|_| char::from(BASE64[choice.below(64)]))
        .collect();
    // RFC 4648, 3.5: the bits that stand for nothing are zero.
    match choice.below(3) {
        0 => {}
        1 => out.extend([
            char::from(BASE64[choice.below(64)]),
            char::from(BASE64[choice.below(4) * 16]),
            '=',
            '=',
        ]),
        _ => {
            let ends = [choice.below(64), choice.below(64), choice.below(16) * 4];
            out.extend(ends.map(|it| char::from(BASE64[it])));
            out.push('=');
        }
    }
    out
}

fn word(choice: &mut Choice) -> &'static str {
    WORDS[choice.below(WORDS.len())]
}

fn date(number: &mut impl FnMut(usize, usize) -> usize) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        number(1970, 2099),
        number(1, 12),
        number(1, 28)
    )
}

fn clock(number: &mut impl FnMut(usize, usize) -> usize) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        number(0, 23),
        number(0, 59),
        number(0, 59)
    )
}

/// RFC 9562, version 4.
fn uuid(choice: &mut Choice) -> String {
    let mut digits = |count: usize| -> String {
        (0..count)
            .map(|_| char::from(b"0123456789abcdef"[choice.below(16)]))
            .collect()
    };
    let (a, b, c, d, e) = (digits(8), digits(4), digits(3), digits(3), digits(12));
    format!("{a}-{b}-4{c}-a{d}-{e}")
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// RFC 3339, `full-date`.
fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let mut part = |count| digits(parts.next()?, count);
    let (Some(year), Some(month), Some(day)) = (part(4), part(2), part(2)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// RFC 3339, `full-time`.
fn is_time(text: &str) -> bool {
    let (Some(clock), Some(rest)) = (text.get(..8), text.get(8..)) else {
        return false;
    };
    let is_clock = |clock: &str, limits: &[u32]| {
        let parts: Vec<&str> = clock.split(':').collect();
        let fits = |(part, limit): (&&str, &u32)| digits(part, 2).is_some_and(|it| it <= *limit);
        parts.len() == limits.len() && parts.iter().zip(limits).all(fits)
    };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let after = fraction.trim_start_matches(|it: char| it.is_ascii_digit());
            if after.len() == fraction.len() {
                return false;
            }
            after
        }
        None => rest,
    };
    let offset = rest.strip_prefix(['+', '-']);
    // A leap second is a time, though many a library knows none.
    is_clock(clock, &[23, 59, 59])
        && (matches!(rest, "Z" | "z") || offset.is_some_and(|it| is_clock(it, &[23, 59])))
}

/// RFC 3339, appendix A.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (days, time) = match rest.split_once('T') {
        Some((days, time)) => (days, Some(time)),
        None => (rest, None),
    };
    let units = |text: &str, mut units: &str| {
        let mut is_number = false;
        for c in text.chars() {
            if c.is_ascii_digit() {
                is_number = true;
            } else {
                let at = units.find(c).filter(|_| is_number);
                let Some(at) = at else { return false };
                units = &units[at + 1..];
                is_number = false;
            }
        }
        !is_number
    };
    let is_days = units(days, "YMD") || (units(days, "W") && time.is_none());
    is_days
        && match time {
            Some(time) => !time.is_empty() && units(time, "HMS"),
            None => !days.is_empty(),
        }
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_hex = |part: &&str| part.bytes().all(|it| it.is_ascii_hexdigit());
    parts.iter().map(|it| it.len()).eq([8, 4, 4, 4, 12]) && parts.iter().all(is_hex)
}

/// RFC 3986, 3: a scheme, and nothing that has to be escaped.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|it: char| it.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    is_scheme
        && rest
            .chars()
            .all(|it| it > ' ' && !"<>\"{}|\\^`".contains(it))
}

fn is_email(text: &str) -> bool {
    let is_plain = |it: &str| !it.is_empty() && it.chars().all(|it| it > ' ' && it != '@');
    text.split_once('@')
        .is_some_and(|(name, host)| is_plain(name) && is_plain(host) && is_host(host))
}

/// RFC 1123, 2.1.
fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || it == '-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    text.len().is_multiple_of(4) && padding <= 2 && digits.bytes().all(|it| BASE64.contains(&it))
}

#[cfg(test)]
mod tests {
    use super::{holds, text};
    use crate::choice::Choice;

    const FORMATS: &[&str] = &[
        "date-time",
        "date",
        "time",
        "duration",
        "uuid",
        "uri",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "byte",
        "json-pointer",
        "regex",
    ];

    #[test]
    fn texts_are_of_the_format_they_are_made_for() {
        for format in FORMATS {
            for seed in 0..50 {
                let text = text(format, &mut Choice::of(&[format], seed)).unwrap_or_default();
                assert!(holds(format, &text), "{format}: {text}");
            }
        }
    }

    #[test]
    fn texts_that_are_not_of_a_format_are_told() {
        for (format, text) in [
            ("date-time", "2024-02-30T00:00:00Z"),
            ("date-time", "2024-02-03T00:00:00"),
            ("date", "2023-02-29"),
            ("time", "12:00:00.Z"),
            ("duration", "P1S"),
            ("duration", "PT"),
            ("uuid", "00000000-0000-0000-0000-00000000000"),
            ("uri", "/only/a/path"),
            ("email", "a@b c"),
            ("hostname", "-a"),
            ("ipv4", "256.0.0.1"),
            ("byte", "abc"),
        ] {
            assert!(!holds(format, text), "{format}: {text}");
        }
        assert!(holds("never-heard-of", "anything"));
    }
}
