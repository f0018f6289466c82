//! What a scalar means: the core schema (YAML 1.2.2, 10.3.2).
//!
//! `yes`, `on` and dates are strings, as they are in YAML 1.2.

use oasmith_source::{Diagnostic, Span};
use saphyr_parser::{ScalarStyle, Tag};

use super::Parsed;
use crate::codes;
use crate::node::Value;

/// The value of a scalar.
pub(super) fn value(text: &str, style: ScalarStyle, tag: Option<&Tag>, at: Span) -> Parsed<Value> {
    match tag.map(|tag| (tag, core_tag(tag))) {
        None if style == ScalarStyle::Plain => plain(text, at),
        None | Some((_, Some("" | "str"))) => Ok(Value::String(text.into())),
        Some((tag, Some(name))) => {
            let value = plain(text, at)?;
            let fits = match &value {
                Value::Null => name == "null",
                Value::Bool(_) => name == "bool",
                Value::Number(it) if name == "int" => {
                    it.bytes().all(|it| it.is_ascii_digit() || it == b'-')
                }
                Value::Number(_) => name == "float",
                _ => false,
            };
            if fits {
                Ok(value)
            } else {
                Err(misfit(text, tag, at))
            }
        }
        Some((tag, None)) => Err(unknown_tag(tag, at)),
    }
}

/// Refuses tags that make something else of a mapping or a sequence.
pub(super) fn check_collection_tag(tag: Option<&Tag>, own: &str, at: Span) -> Parsed<()> {
    match tag {
        Some(tag) if core_tag(tag).is_none_or(|it| !it.is_empty() && it != own) => {
            Err(unknown_tag(tag, at))
        }
        _ => Ok(()),
    }
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

fn plain(text: &str, at: Span) -> Parsed<Value> {
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => match text.as_bytes()[0] {
            b'+' | b'-' | b'.' | b'0'..=b'9' => number(text, at)?,
            _ => Value::String(text.into()),
        },
    })
}

/// A scalar that starts as numbers do.
fn number(text: &str, at: Span) -> Parsed<Value> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Err(not_finite(text, at));
    }
    let based = |prefix, radix| {
        let digits: &str = text.strip_prefix(prefix)?;
        let all = !digits.is_empty() && digits.chars().all(|it| it.is_digit(radix));
        all.then_some((digits, radix))
    };
    if let Some((digits, radix)) = based("0x", 16).or_else(|| based("0o", 8)) {
        return match u128::from_str_radix(digits, radix) {
            Ok(number) => Ok(Value::Number(number.to_string().into())),
            Err(_) => Err(too_large(at)),
        };
    }
    Ok(match decimal(text) {
        Some(number) => Value::Number(number.into()),
        None => Value::String(text.into()),
    })
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

fn unsupported(message: String, at: Span) -> Diagnostic {
    Diagnostic::error(&codes::YAML_UNSUPPORTED, message).at(at)
}

fn not_finite(text: &str, at: Span) -> Box<Diagnostic> {
    let fault = unsupported(format!("`{text}` has no counterpart in JSON"), at);
    Box::new(fault.help("quote it if it is meant as a string"))
}

fn too_large(at: Span) -> Box<Diagnostic> {
    Box::new(unsupported(
        "the number has more than 128 bits".to_owned(),
        at,
    ))
}

fn unknown_tag(tag: &Tag, at: Span) -> Box<Diagnostic> {
    let fault = unsupported(
        format!("the tag `{}` has no counterpart in JSON", shown(tag)),
        at,
    );
    Box::new(fault.help("remove the tag"))
}

fn misfit(text: &str, tag: &Tag, at: Span) -> Box<Diagnostic> {
    Box::new(unsupported(
        format!("`{text}` is not what its tag `{}` says", shown(tag)),
        at,
    ))
}

/// A tag as people write it.
fn shown(tag: &Tag) -> String {
    if tag.is_yaml_core_schema() {
        return format!("!!{}", tag.suffix);
    }
    format!("{}{}", tag.handle, tag.suffix)
}
