//! Whether two JSON texts say the same: members in any order, numbers by value, instants and UUIDs however they are
//! written.

use oasmith_sample::UNDECLARED;
use serde_json::Value;

/// Where they differ, and how; `absent` stands for no text.
pub fn difference(sent: &str, got: &str) -> Option<String> {
    if sent == got {
        return None;
    }
    let read = |text: &str| serde_json::from_str::<Value>(text).ok();
    match (read(sent), read(got)) {
        (Some(sent), Some(got)) => values(&sent, &got, String::new()),
        _ => Some(format!(": sent {}, got {}", short(sent), short(got))),
    }
}

fn values(sent: &Value, got: &Value, place: String) -> Option<String> {
    match (sent, got) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            pairs.find_map(|(at, (a, b))| values(a, b, format!("{place}/{at}")))
        }
        (Value::Object(a), Value::Object(b)) => {
            let new = b.keys().find(|it| !a.contains_key(*it));
            if let Some(name) = new {
                return Some(format!("{place}/{name} was not sent"));
            }
            a.iter().find_map(|(name, sent)| {
                let place = format!("{place}/{name}");
                match b.get(name) {
                    Some(got) => values(sent, got, place),
                    // A member that may be left out, and that is nothing.
                    None if sent.is_null() => None,
                    // One that a model has no field for.
                    None if sent.as_str() == Some(UNDECLARED) => None,
                    None => Some(format!("{place} is lost: {}", short(&sent.to_string()))),
                }
            })
        }
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => None,
        (Value::String(a), Value::String(b)) if a == b || is_same_thing(a, b) => None,
        _ if sent == got => None,
        _ => Some(format!(
            "{place}: sent {}, got {}",
            short(&sent.to_string()),
            short(&got.to_string())
        )),
    }
}

/// Whether they are two ways to write an instant or a UUID (RFC 9562, 4: upper case is read as well).
fn is_same_thing(a: &str, b: &str) -> bool {
    let instant = |text: &str| text.parse::<jiff::Timestamp>().ok();
    let is_uuid = |text: &str| text.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    (is_uuid(a) && a.eq_ignore_ascii_case(b)) || instant(a).is_some_and(|a| instant(b) == Some(a))
}

/// Whether a member is a header whose date HTTP writes its own way, to the second.
pub fn is_http_date(member: &str) -> bool {
    const NAMES: [&str; 6] = [
        "date",
        "expires",
        "if-modified-since",
        "if-unmodified-since",
        "last-modified",
        "sunset",
    ];
    let header = member.to_ascii_lowercase().replace('_', "-");
    let header = header.strip_prefix("header/");
    header.is_some_and(|it| NAMES.contains(&it))
}

/// Whether two texts are one instant, to the second.
pub fn is_same_second(sent: &str, got: &str) -> bool {
    let second = |json: &str| {
        let text: String = serde_json::from_str(json).ok()?;
        let at = text.parse::<jiff::Timestamp>();
        let by_http = |_| jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(&text);
        Some(at.or_else(by_http).ok()?.as_second())
    };
    second(sent).is_some_and(|it| second(got) == Some(it))
}

fn short(text: &str) -> String {
    match text.char_indices().nth(160) {
        Some((at, _)) => format!("{}...", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{difference, is_http_date, is_same_second};

    #[test]
    fn dates_of_http_are_compared_to_the_second() {
        assert!(is_http_date("header/Last-Modified") && !is_http_date("header/x-made"));
        let (sent, got) = (
            "\"2015-10-21T07:28:00.5Z\"",
            "\"Wed, 21 Oct 2015 07:28:00 GMT\"",
        );
        assert!(is_same_second(sent, got) && is_same_second(got, sent));
        assert!(!is_same_second("\"2015-10-21T07:28:01Z\"", got));
        assert!(!is_same_second("\"x\"", "\"x\""));
    }

    #[test]
    fn the_place_of_a_difference_is_told() {
        for (sent, got, told) in [
            (r#"{"a":1.0,"b":[2]}"#, r#"{"b":[2e0],"a":1}"#, None),
            ("3751086388682195500.0", "3.7510863886821955e18", None),
            (r#"{"a":null,"b":"undeclared"}"#, "{}", None),
            (
                r#""2000-01-23T04:56:07.0+01:00""#,
                r#""2000-01-23T03:56:07Z""#,
                None,
            ),
            (
                r#"{"a":[{"b":1}]}"#,
                r#"{"a":[{"b":2}]}"#,
                Some("/a/0/b: sent 1, got 2"),
            ),
            (r#"{"a":1}"#, "{}", Some("/a is lost: 1")),
            ("{}", r#"{"a":1}"#, Some("/a was not sent")),
            ("absent", "1", Some(": sent absent, got 1")),
        ] {
            assert_eq!(difference(sent, got).as_deref(), told, "{sent} {got}");
        }
    }
}
