//! Whether a text is of a format.
//!
//! JSON Schema 2020-12, 7.3: formats that say how a text looks, by the grammars of their RFCs. Deliberately missing:
//! `regex`, since the engine here is not the one that is meant, and `idn-hostname`, which takes the tables of IDNA.

use std::net::{Ipv4Addr, Ipv6Addr};

/// A format that is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// RFC 3339, `date-time`.
    DateTime,
    /// RFC 3339, `full-date`.
    Date,
    /// RFC 3339, `full-time`.
    Time,
    /// RFC 3339, appendix A.
    Duration,
    /// RFC 9562, section 4.
    Uuid,
    /// RFC 5321, section 4.1.2.
    Email,
    /// RFC 6531, section 3.3.
    IdnEmail,
    /// RFC 1123, section 2.1.
    Hostname,
    /// RFC 2673, section 3.2.
    Ipv4,
    /// RFC 4291, section 2.2.
    Ipv6,
    /// RFC 3986, section 3.
    Uri,
    /// RFC 3986, section 4.1.
    UriReference,
    /// RFC 3987, section 2.2.
    Iri,
    /// RFC 3987, section 2.2.
    IriReference,
    /// RFC 6570.
    UriTemplate,
    /// RFC 6901, section 3.
    JsonPointer,
    /// A draft that never became an RFC.
    RelativeJsonPointer,
}

impl Format {
    /// Whether a text is of this format.
    pub fn holds(self, text: &str) -> bool {
        match self {
            Self::DateTime => is_date_time(text),
            Self::Date => is_date(text),
            Self::Time => is_time(text),
            Self::Duration => is_duration(text),
            Self::Uuid => is_uuid(text),
            Self::Email => is_email(text, Letters::Ascii),
            Self::IdnEmail => is_email(text, Letters::All),
            Self::Hostname => is_hostname(text, Letters::Ascii),
            Self::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
            Self::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
            Self::Uri => is_uri(text, Letters::Ascii),
            Self::UriReference => is_reference(text, Letters::Ascii),
            Self::Iri => is_uri(text, Letters::All),
            Self::IriReference => is_reference(text, Letters::All),
            Self::UriTemplate => is_uri_template(text),
            Self::JsonPointer => is_pointer(text),
            Self::RelativeJsonPointer => is_relative_pointer(text),
        }
    }
}

/// Which letters there are besides those of ASCII.
#[derive(Clone, Copy, PartialEq)]
enum Letters {
    Ascii,
    All,
}

impl Letters {
    /// RFC 3987, section 2.2: `ucschar`, and what is like it.
    fn has(self, c: char) -> bool {
        self == Self::All && c >= '\u{a0}' && !matches!(c, '\u{fff0}'..='\u{ffff}')
    }
}

/// So many digits, as a number.
fn number(text: &str, digits: usize) -> Option<u32> {
    let is_number = text.len() == digits && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

fn is_date_time(text: &str) -> bool {
    text.split_once(['T', 't'])
        .is_some_and(|(date, time)| is_date(date) && is_time(time))
}

fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits| number(parts.next()?, digits);
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

fn is_time(text: &str) -> bool {
    let Some((clock, rest)) = text.split_at_checked(8) else {
        return false;
    };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let rest = fraction.trim_start_matches(|it: char| it.is_ascii_digit());
            if rest.len() == fraction.len() {
                return false;
            }
            rest
        }
        None => rest,
    };
    let parts: Vec<_> = clock.split(':').map(|it| number(it, 2)).collect();
    let [Some(hour), Some(minute), Some(second)] = parts[..] else {
        return false;
    };
    let Some(offset) = offset(rest) else {
        return false;
    };
    // RFC 3339, section 5.7: a leap second is the last of a day in UTC.
    let day = 24 * 60;
    let utc = (hour * 60 + minute + day).wrapping_add_signed(-offset) % day;
    hour < 24 && minute < 60 && (second < 60 || (second == 60 && utc == 23 * 60 + 59))
}

/// The minutes by which a clock is ahead of UTC.
fn offset(text: &str) -> Option<i32> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    let all = i32::try_from(hours * 60 + minutes).ok();
    let all = all.filter(|_| hours < 24 && minutes < 60)?;
    match text.as_bytes().first()? {
        b'+' => Some(all),
        b'-' => Some(-all),
        _ => None,
    }
}

fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    match time {
        None => has_units(date, "W") || has_units(date, "YMD"),
        Some(time) => (date.is_empty() || has_units(date, "YMD")) && has_units(time, "HMS"),
    }
}

/// Numbers with units, one after the other without a gap between them.
fn has_units(text: &str, units: &str) -> bool {
    let mut next = None;
    for part in text.split_inclusive(|it: char| !it.is_ascii_digit()) {
        let Some(unit) = part.chars().last().filter(|_| part.len() > 1) else {
            return false;
        };
        let at = units.find(unit);
        match (at, next) {
            (Some(at), None) => next = Some(at + 1),
            (Some(at), Some(expected)) if at == expected => next = Some(at + 1),
            _ => return false,
        }
    }
    next.is_some()
}

fn is_uuid(text: &str) -> bool {
    let is_hex = |part: &str| part.bytes().all(|it| it.is_ascii_hexdigit());
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && text.split('-').all(is_hex)
}

fn is_email(text: &str, letters: Letters) -> bool {
    // Inside of quotes there may be such a sign, in a host there may not.
    let Some((name, host)) = text.rsplit_once('@') else {
        return false;
    };
    let is_host = match host.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
        Some(address) => match address.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => address.parse::<Ipv4Addr>().is_ok(),
        },
        None => is_hostname(host, letters),
    };
    // RFC 5321, section 4.5.3.1.1.
    is_host && name.len() <= 64 && is_local(name, letters)
}

fn is_local(name: &str, letters: Letters) -> bool {
    if let Some(quoted) = name.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
        return is_quoted(quoted, letters);
    }
    let is_plain =
        |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || letters.has(c);
    name.split('.')
        .all(|atom| !atom.is_empty() && atom.chars().all(is_plain))
}

fn is_quoted(text: &str, letters: Letters) -> bool {
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let is_right = match c {
            '\\' => chars.next().is_some_and(|it| matches!(it, ' '..='~')),
            '"' => false,
            _ => matches!(c, ' '..='~') || letters.has(c),
        };
        if !is_right {
            return false;
        }
    }
    true
}

fn is_hostname(text: &str, letters: Letters) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || letters.has(c))
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

fn is_uri(text: &str, letters: Letters) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|it: char| it.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    is_scheme && is_relative(rest, letters)
}

fn is_reference(text: &str, letters: Letters) -> bool {
    // RFC 3986, section 4.2: a `:` in the first segment would make what is before it a scheme.
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    is_uri(text, letters) || (!first.contains(':') && is_relative(text, letters))
}

/// What follows the scheme: `//authority`, a path, a query, a fragment.
fn is_relative(text: &str, letters: Letters) -> bool {
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (text, query) = text.split_once('?').unwrap_or((text, ""));
    let (authority, path) = match text.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (Some(&rest[..end]), &rest[end..])
        }
        None => (None, text),
    };
    authority.is_none_or(|it| is_authority(it, letters))
        && has_only(path, ":@/", letters)
        && has_only(query, ":@/?", letters)
        && has_only(fragment, ":@/?", letters)
}

fn is_authority(text: &str, letters: Letters) -> bool {
    let (user, rest) = text.rsplit_once('@').unwrap_or(("", text));
    let (host, port) = match rest.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((address, port)) if address.parse::<Ipv6Addr>().is_ok() => ("", port),
            _ => return false,
        },
        None => rest.split_at(rest.find(':').unwrap_or(rest.len())),
    };
    let is_port = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
        && has_only(user, ":", letters)
        && has_only(host, "", letters)
}

/// RFC 3986, section 2: what needs no escape, escapes, and `more`.
fn has_only(text: &str, more: &str, letters: Letters) -> bool {
    let mut parts = text.split('%');
    let is_plain = |c: char| {
        c.is_ascii_alphanumeric()
            || "-._~!$&'()*+,;=".contains(c)
            || more.contains(c)
            || letters.has(c)
    };
    let is_first = parts.next().is_some_and(|it| it.chars().all(is_plain));
    is_first
        && parts.all(|part| {
            let escape = part.as_bytes().get(..2);
            escape.is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
                && part[2..].chars().all(is_plain)
        })
}

fn is_uri_template(text: &str) -> bool {
    let mut parts = text.split('{');
    let is_literal = |it: &str| !it.contains(|c: char| c <= ' ' || "\"'<>\\^`|}\u{7f}".contains(c));
    parts.next().is_some_and(is_literal)
        && parts.all(|part| {
            let parts = part.split_once('}');
            parts.is_some_and(|(it, rest)| is_expression(it) && is_literal(rest))
        })
}

/// RFC 6570, section 2.2: `+a,b:3,c*`
fn is_expression(text: &str) -> bool {
    let variables = text.trim_start_matches(|c| "+#./;?&".contains(c));
    let is_name = |name: &str| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "_.%".contains(c);
        name.starts_with(is_plain)
            && name.chars().all(is_plain)
            && has_only(name, "", Letters::Ascii)
    };
    let is_variable = |it: &str| match it.split_once(':') {
        Some((name, length)) => {
            let is_length = (1..=4).contains(&length.len())
                && length.bytes().all(|it| it.is_ascii_digit())
                && !length.starts_with('0');
            is_name(name) && is_length
        }
        None => is_name(it.strip_suffix('*').unwrap_or(it)),
    };
    text.len() - variables.len() <= 1 && variables.split(',').all(is_variable)
}

fn is_pointer(text: &str) -> bool {
    let mut escapes = text.split('~').skip(1);
    (text.is_empty() || text.starts_with('/')) && escapes.all(|it| it.starts_with(['0', '1']))
}

fn is_relative_pointer(text: &str) -> bool {
    let digits = text.len()
        - text
            .trim_start_matches(|it: char| it.is_ascii_digit())
            .len();
    let (up, rest) = text.split_at(digits);
    let is_number = up == "0" || (!up.is_empty() && !up.starts_with('0'));
    is_number && (rest == "#" || is_pointer(rest))
}
