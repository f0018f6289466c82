//! JSON (RFC 8259).

use std::fmt::Write;

use crate::node::{Node, Value};

pub(super) fn pretty(node: &Node) -> String {
    written(node, Layout::Lines { depth: 0 })
}

pub(super) fn compact(node: &Node) -> String {
    written(node, Layout::Tight)
}

fn written(node: &Node, layout: Layout) -> String {
    let mut out = String::new();
    value(node, layout, &mut out);
    out
}

#[derive(Clone, Copy)]
enum Layout {
    Tight,
    /// Each member and item on its own line.
    Lines {
        depth: usize,
    },
}

impl Layout {
    fn deeper(self) -> Layout {
        match self {
            Layout::Tight => Layout::Tight,
            Layout::Lines { depth } => Layout::Lines { depth: depth + 1 },
        }
    }

    fn line_break(self, out: &mut String) {
        if let Layout::Lines { depth } = self {
            out.push('\n');
            out.extend(std::iter::repeat_n("  ", depth));
        }
    }

    fn colon(self) -> &'static str {
        match self {
            Layout::Tight => ":",
            Layout::Lines { .. } => ": ",
        }
    }
}

fn value(node: &Node, layout: Layout, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(text) => out.push_str(text),
        Value::String(text) => string(text, out),
        Value::Array(items) => list(['[', ']'], items, layout, out, |item, layout, out| {
            value(item, layout, out);
        }),
        Value::Object(object) => list(
            ['{', '}'],
            &object.members,
            layout,
            out,
            |member, layout, out| {
                string(&member.key.text, out);
                out.push_str(layout.colon());
                value(&member.value, layout, out);
            },
        ),
    }
}

/// Writes things between brackets; nothing stands between the brackets of an empty list.
fn list<T>(
    [open, close]: [char; 2],
    things: &[T],
    layout: Layout,
    out: &mut String,
    write: impl Fn(&T, Layout, &mut String),
) {
    let inner = layout.deeper();
    out.push(open);
    for (at, thing) in things.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        inner.line_break(out);
        write(thing, inner, out);
    }
    if !things.is_empty() {
        layout.line_break(out);
    }
    out.push(close);
}

/// Writes a string with the escapes that JSON asks for, and no others.
pub(super) fn string(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|it: char| it < ' ' || it == '"' || it == '\\') {
        // What was found is one byte long.
        let (plain, after) = rest.split_at(at);
        out.push_str(plain);
        escape(after.as_bytes()[0], out);
        rest = &after[1..];
    }
    out.push_str(rest);
    out.push('"');
}

fn escape(byte: u8, out: &mut String) {
    match byte {
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'\t' => out.push_str("\\t"),
        // Writing to a string cannot fail.
        _ => {
            let _ = write!(out, "\\u{byte:04x}");
        }
    }
}
