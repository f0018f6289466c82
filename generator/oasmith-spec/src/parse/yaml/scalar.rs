//! What a scalar means: the core schema (YAML 1.2.2, 10.3.2).
//!
//! `yes`, `on` and dates are strings, as they are in YAML 1.2.

use oasmith_source::{Diagnostic, Span};
use saphyr_parser::{ScalarStyle, Tag};

use super::fault;
use crate::node::Value;

/// What a scalar is read as, and what of it JSON cannot say.
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) lost: Option<Box<Diagnostic>>,
}

impl From<Value> for Read {
    fn from(value: Value) -> Read {
        Read { value, lost: None }
    }
}

/// The value of a scalar.
pub(super) fn value(text: &str, style: ScalarStyle, tag: Option<&Tag>, at: Span) -> Read {
    let string = || Value::String(text.into());
    match tag.map(|tag| (tag, core_tag(tag))) {
        None if style == ScalarStyle::Plain => plain(text, at),
        None | Some((_, Some("" | "str"))) => string().into(),
        Some((tag, Some(name))) => {
            let read = plain(text, at);
            let fits = match &read.value {
                Value::Null => name == "null",
                Value::Bool(_) => name == "bool",
                Value::Number(it) if name == "int" => {
                    it.bytes().all(|it| it.is_ascii_digit() || it == b'-')
                }
                Value::Number(_) => name == "float",
                _ => false,
            };
            match fits || read.lost.is_some() {
                true => read,
                false => lost(string(), misfit(text, tag, at)),
            }
        }
        // What another reader makes of the text is its own affair: `!Sub`, `!Ref`, `!!binary`.
        Some((tag, None)) => lost(string(), unknown_tag(tag, at)),
    }
}

fn lost(value: Value, what: Diagnostic) -> Read {
    Read {
        value,
        lost: Some(Box::new(what)),
    }
}

/// What a tag says that makes something else of a mapping or a sequence.
pub(super) fn collection_tag(tag: Option<&Tag>, own: &str, at: Span) -> Option<Diagnostic> {
    let tag = tag?;
    let is_other = core_tag(tag).is_none_or(|it| !it.is_empty() && it != own);
    is_other.then(|| unknown_tag(tag, at))
}

/// The name of a tag of the core schema; the non-specific tag `!` is the empty one.
fn core_tag(tag: &Tag) -> Option<&str> {
    const KNOWN: [&str; 7] = ["str", "int", "float", "bool", "null", "map", "seq"];
    let name = match tag.suffix.as_str() {
        "" | "!" => "",
        suffix if tag.is_yaml_core_schema() => suffix,
        // Written in full: `!<tag:yaml.org,2002:str>`.
        suffix => suffix.strip_prefix("tag:yaml.org,2002:")?,
    };
    (name.is_empty() || KNOWN.contains(&name)).then_some(name)
}

fn plain(text: &str, at: Span) -> Read {
    let value = match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => match text.as_bytes()[0] {
            b'+' | b'-' | b'.' | b'0'..=b'9' => return number(text, at),
            _ => Value::String(text.into()),
        },
    };
    value.into()
}

/// A scalar that starts as numbers do.
fn number(text: &str, at: Span) -> Read {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return lost(Value::Null, not_finite(text, at));
    }
    let based = |prefix, radix| {
        let digits: &str = text.strip_prefix(prefix)?;
        let all = !digits.is_empty() && digits.chars().all(|it| it.is_digit(radix));
        all.then_some((digits, radix))
    };
    if let Some((digits, radix)) = based("0x", 16).or_else(|| based("0o", 8)) {
        return match u128::from_str_radix(digits, radix) {
            Ok(number) => Value::Number(number.to_string().into()).into(),
            Err(_) => lost(Value::String(text.into()), too_large(at)),
        };
    }
    let value = match decimal(text) {
        Some(number) => Value::Number(number.into()),
        None => Value::String(text.into()),
    };
    value.into()
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, written as JSON writes it.
fn decimal(text: &str) -> Option<String> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => ("-", &text[1..]),
        b'+' => ("", &text[1..]),
        _ => ("", text),
    };
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let exponent_digits = exponent.get(1..).unwrap_or_default();
    let exponent_digits = exponent_digits
        .strip_prefix(['+', '-'])
        .unwrap_or(exponent_digits);
    let well_formed = digits(whole)
        && digits(fraction)
        && digits(exponent_digits)
        && exponent.is_empty() == exponent_digits.is_empty()
        && !(whole.is_empty() && fraction.is_empty());
    if !well_formed {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let (point, fraction) = match (mantissa.contains('.'), fraction) {
        (false, _) => ("", ""),
        (true, "") => (".", "0"),
        (true, digits) => (".", digits),
    };
    Some([sign, whole, point, fraction, exponent].concat())
}

fn not_finite(text: &str, at: Span) -> Diagnostic {
    let message = format!("`{text}` has no counterpart in JSON, and is read as `null`");
    fault::left_out(message, at, "quote it if it is meant as a string")
}

fn too_large(at: Span) -> Diagnostic {
    let message = "the number has more than 128 bits, and is read as a string".to_owned();
    fault::left_out(message, at, "write it in decimal digits")
}

fn unknown_tag(tag: &Tag, at: Span) -> Diagnostic {
    let message = format!(
        "the tag `{}` has no counterpart in JSON, and is left out",
        shown(tag)
    );
    fault::left_out(message, at, "remove the tag")
}

fn misfit(text: &str, tag: &Tag, at: Span) -> Diagnostic {
    let message = format!("`{text}` is not what its tag `{}` says", shown(tag));
    fault::left_out(message, at, "it is read as a string")
}

/// A tag as people write it.
fn shown(tag: &Tag) -> String {
    if tag.is_yaml_core_schema() {
        return format!("!!{}", tag.suffix);
    }
    format!("{}{}", tag.handle, tag.suffix)
}
