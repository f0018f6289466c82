//! The styles: how lists and objects are put into one text.
//!
//! OAS 3.1, Parameter Object, "Style Values". Separators are reserved characters, so an item never holds one that is
//! not escaped; where there are no escapes, or the separator counts in its escaped form too, such items are refused.

use super::param::{Escape, Style, escape};

/// A value whose scalars are texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fields {
    /// `null`
    Null,
    /// A scalar.
    Text(String),
    /// The items of a list.
    List(Vec<Fields>),
    /// The members of an object.
    Object(Vec<(String, Fields)>),
}

/// How a style is spelled.
pub(super) struct Marks {
    /// Goes before everything.
    pub(super) first: &'static str,
    /// Between items, and between members.
    pub(super) between: &'static str,
    /// Between the name of a member and its value.
    pub(super) pair: &'static str,
    /// The name of the parameter stands before the value.
    pub(super) named: bool,
    /// The name of the parameter stands before each item, and not before members.
    pub(super) each: bool,
}

pub(super) fn marks(style: Style) -> Marks {
    let (first, between, pair) = match style {
        Style::Comma | Style::Json => ("", ",", ","),
        Style::Exploded | Style::Nested | Style::Plain | Style::Deep => ("", ",", "="),
        Style::Space => ("", "%20", "%20"),
        Style::Pipe => ("", "%7C", "%7C"),
        Style::Label => (".", ",", ","),
        Style::LabelExploded => (".", ".", "="),
        Style::Matrix => (";", ",", ","),
        Style::MatrixExploded => (";", ";", "="),
    };
    Marks {
        first,
        between,
        pair,
        named: matches!(style, Style::Matrix | Style::MatrixExploded),
        each: style == Style::MatrixExploded,
    }
}

/// Adds the value of the parameter `name` as one text. Adds nothing for an empty list or object.
pub(super) fn put(
    name: &str,
    value: &Fields,
    style: Style,
    escape: Escape,
    out: &mut String,
) -> Result<(), &'static str> {
    let marks = marks(style);
    // `.` separates, and is nothing that is escaped otherwise.
    let inside = match (style, escape) {
        (Style::LabelExploded, _) => Escape::Marks,
        (_, Escape::Reserved) => Escape::Usual,
        _ => escape,
    };
    match value {
        Fields::Null => {}
        Fields::Text(text) => {
            out.push_str(marks.first);
            if marks.named {
                put_name(name, !text.is_empty(), out);
            }
            escape.put(text, out);
        }
        Fields::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let item = scalar(item)?;
                holds(item, marks.between, inside)?;
                out.push_str(if index == 0 {
                    marks.first
                } else {
                    marks.between
                });
                if marks.each || (marks.named && index == 0) {
                    put_name(name, !item.is_empty() || !marks.each, out);
                }
                inside.put(item, out);
            }
        }
        Fields::Object(members) => {
            let present = members.iter().filter(|(_, value)| *value != Fields::Null);
            for (index, (member, value)) in present.enumerate() {
                let value = scalar(value)?;
                holds(member, marks.between, inside)?;
                holds(member, marks.pair, inside)?;
                holds(value, marks.between, inside)?;
                out.push_str(if index == 0 {
                    marks.first
                } else {
                    marks.between
                });
                if marks.named && !marks.each && index == 0 {
                    put_name(name, true, out);
                }
                inside.put(member, out);
                if !marks.each || !value.is_empty() {
                    out.push_str(marks.pair);
                }
                inside.put(value, out);
            }
        }
    }
    Ok(())
}

fn put_name(name: &str, has_value: bool, out: &mut String) {
    escape(name, out);
    // RFC 6570, section 3.2.7: the name alone stands for an empty value.
    out.push_str(if has_value { "=" } else { "" });
}

/// The text of an item or member.
pub(super) fn scalar(value: &Fields) -> Result<&str, &'static str> {
    match value {
        Fields::Text(text) => Ok(text),
        Fields::Null => Err("has an item that is `null`"),
        Fields::List(_) | Fields::Object(_) => {
            Err("has a list or an object inside, which its style cannot say")
        }
    }
}

/// Refuses a text that would be taken apart where it should not.
fn holds(text: &str, separator: &str, escape: Escape) -> Result<(), &'static str> {
    let broken = match (escape, separator) {
        (Escape::Nothing, separator) => text.contains(separator),
        (_, "%20") => text.contains(' '),
        (_, "%7C") => text.contains('|'),
        _ => false,
    };
    if broken {
        return Err("has an item that holds the separator");
    }
    Ok(())
}
