//! Texts of a format, and whether a text is of one.
//!
//! The formats of JSON Schema 2020-12 (7.3) and of OpenAPI that say how a text looks. Of others nothing is known, and
//! any text will do. What a generated server can check is checked by the same lines here.

use crate::choice::Choice;
use oasmith_runtime::formats::Format;
use oasmith_runtime::source::format_named;

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
        // RFC 3339, 5.6: a space may stand for the `T`, and the type that is generated takes it.
        "date-time" => Format::DateTime.holds(&text.replacen(' ', "T", 1)),
        "url" => Format::Uri.holds(text),
        "byte" => is_base64(text),
        "regex" => regex_syntax::parse(text).is_ok(),
        _ => format_named(format).is_none_or(|it| it.holds(text)),
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
            ("date-time", "2024-02-30 00:00:00Z"),
            ("uri-reference", "a b"),
            ("url", "/only/a/path"),
            ("byte", "abc"),
            ("regex", "("),
        ] {
            assert!(!holds(format, text), "{format}: {text}");
        }
        assert!(holds("date-time", "2024-02-03 00:00:00Z"));
        assert!(holds("never-heard-of", "anything"));
    }
}
