//! YAML in block style: the structure. [`scalar`] says how strings are written.

mod scalar;

use crate::node::{Key, Node, Object, Value};
use scalar::Style;

/// An implicit key has at most 1024 characters (YAML 1.2.2, 7.4.2); a longer one is marked with `?`.
const LONGEST_KEY: usize = 1000;

pub(super) fn document(node: &Node) -> String {
    let mut out = String::new();
    match &node.value {
        Value::Object(object) if !object.is_empty() => mapping(object, 0, &mut out),
        Value::Array(items) if !items.is_empty() => sequence(items, 0, &mut out),
        Value::String(text) => {
            // At the root a block scalar would have no indentation.
            scalar::quoted(text, &mut out);
            out.push('\n');
        }
        _ => {
            leaf(node, 0, &mut out);
        }
    }
    out
}

/// Writes the members on lines of their own. The first line's indentation stands already.
fn mapping(object: &Object, indent: usize, out: &mut String) {
    for (at, member) in object.iter().enumerate() {
        if at > 0 {
            blanks(indent, out);
        }
        key(&member.key, indent, out);
        match &member.value.value {
            Value::Object(inner) if !inner.is_empty() => {
                out.push('\n');
                blanks(indent + 2, out);
                mapping(inner, indent + 2, out);
            }
            Value::Array(items) if !items.is_empty() => {
                out.push('\n');
                blanks(indent + 2, out);
                sequence(items, indent + 2, out);
            }
            _ => {
                out.push(' ');
                leaf(&member.value, indent + 2, out);
            }
        }
    }
}

/// Writes the items on lines of their own. The first line's indentation stands already.
fn sequence(items: &[Node], indent: usize, out: &mut String) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            blanks(indent, out);
        }
        out.push_str("- ");
        match &item.value {
            Value::Object(inner) if !inner.is_empty() => mapping(inner, indent + 2, out),
            Value::Array(items) if !items.is_empty() => sequence(items, indent + 2, out),
            _ => leaf(item, indent + 2, out),
        }
    }
}

fn key(key: &Key, indent: usize, out: &mut String) {
    let start = out.len();
    match scalar::style(&key.text) {
        Style::Plain => out.push_str(&key.text),
        _ => scalar::quoted(&key.text, out),
    }
    if out.len() - start > LONGEST_KEY {
        out.insert_str(start, "? ");
        out.push('\n');
        blanks(indent, out);
    }
    out.push(':');
}

/// Writes what has nothing inside, and the line break. `indent` is that of further lines.
fn leaf(node: &Node, indent: usize, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(text) => out.push_str(text),
        Value::Array(_) => out.push_str("[]"),
        Value::Object(_) => out.push_str("{}"),
        Value::String(text) => match scalar::style(text) {
            Style::Plain => out.push_str(text),
            Style::Quoted => scalar::quoted(text, out),
            Style::Literal => return scalar::literal(text, indent, out),
        },
    }
    out.push('\n');
}

fn blanks(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}
