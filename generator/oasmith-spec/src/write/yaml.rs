//! YAML in block style: the structure. [`scalar`] says how strings are written.

mod scalar;

use super::comments::{Around, Comments, Line, Remaining};
use crate::node::{Key, Member, Node, Object, Value};
use scalar::Style;

pub(super) use scalar::needs_escape;

/// An implicit key has at most 1024 characters (YAML 1.2.2, 7.4.2); a longer one is marked with `?`.
const LONGEST_KEY: usize = 1000;

pub(super) fn document(node: &Node, comments: Option<&Comments>) -> String {
    let mut writer = Writer {
        out: String::new(),
        comments: comments.map(Remaining::new),
    };
    if let Some(comments) = comments {
        writer.lines(&comments.head);
        if comments.head_is_apart {
            writer.out.push('\n');
        }
    }
    writer.root(node);
    if let Some(comments) = comments {
        writer.lines(&comments.tail);
    }
    writer.out
}

struct Writer<'a> {
    out: String,
    comments: Option<Remaining<'a>>,
}

impl<'a> Writer<'a> {
    fn root(&mut self, node: &Node) {
        match &node.value {
            Value::Object(object) if !object.is_empty() => self.mapping(object, 0),
            Value::Array(items) if !items.is_empty() => self.sequence(items, 0),
            Value::String(text) => {
                // At the root a block scalar would have no indentation.
                scalar::quoted(text, &mut self.out);
                self.out.push('\n');
            }
            _ => self.leaf(node, 0, None),
        }
    }

    /// Writes the members on lines of their own. The first line's indentation stands already.
    fn mapping(&mut self, object: &Object, indent: usize) {
        for (at, member) in object.iter().enumerate() {
            if at > 0 {
                blanks(indent, &mut self.out);
            }
            self.member(member, indent);
        }
    }

    fn member(&mut self, member: &Member, indent: usize) {
        self.above_member(member, indent);
        let comments = self.comments.as_mut();
        let around = comments.and_then(|it| it.around_member(member));
        key(&member.key, indent, &mut self.out);
        match &member.value.value {
            Value::Object(inner) if !inner.is_empty() => {
                self.beside(around);
                self.out.push('\n');
                blanks(indent + 2, &mut self.out);
                self.mapping(inner, indent + 2);
            }
            Value::Array(items) if !items.is_empty() => {
                self.beside(around);
                self.out.push('\n');
                blanks(indent + 2, &mut self.out);
                self.sequence(items, indent + 2);
            }
            _ => {
                self.out.push(' ');
                self.leaf(&member.value, indent + 2, around);
            }
        }
        self.below(around, indent);
    }

    /// Writes the items on lines of their own. The first line's indentation stands already.
    fn sequence(&mut self, items: &[Node], indent: usize) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                blanks(indent, &mut self.out);
            }
            self.item(item, indent);
        }
    }

    fn item(&mut self, item: &Node, indent: usize) {
        self.above_item(item, indent);
        let comments = self.comments.as_mut();
        let around = comments.and_then(|it| it.around_item(item));
        self.out.push_str("- ");
        match &item.value {
            Value::Object(inner) if !inner.is_empty() => self.mapping(inner, indent + 2),
            Value::Array(items) if !items.is_empty() => self.sequence(items, indent + 2),
            _ => self.leaf(item, indent + 2, around),
        }
        self.below(around, indent);
    }

    /// Writes what has nothing inside, and the line break. `indent` is that of further lines.
    fn leaf(&mut self, node: &Node, indent: usize, around: Option<&Around>) {
        let out = &mut self.out;
        match &node.value {
            Value::Null => out.push_str("null"),
            Value::Bool(true) => out.push_str("true"),
            Value::Bool(false) => out.push_str("false"),
            Value::Number(text) => scalar::number(text, out),
            Value::Array(_) => out.push_str("[]"),
            Value::Object(_) => out.push_str("{}"),
            Value::String(text) => match scalar::style(text) {
                Style::Plain => out.push_str(text),
                Style::Quoted => scalar::quoted(text, out),
                Style::Literal => {
                    scalar::literal_header(text, out);
                    self.beside(around);
                    return scalar::literal(text, indent, &mut self.out);
                }
            },
        }
        self.beside(around);
        self.out.push('\n');
    }

    /// Writes what stands above a member. The indentation stands already, and does so after.
    fn above_member(&mut self, member: &Member, indent: usize) {
        if let Some(comments) = &mut self.comments {
            for comment in comments.above_member(member) {
                self.out.push_str(comment);
                self.out.push('\n');
                blanks(indent, &mut self.out);
            }
        }
    }

    /// Writes what stands above an item, and above the first thing in it: there is no room for that after the dash.
    fn above_item(&mut self, item: &Node, indent: usize) {
        let Some(comments) = &mut self.comments else {
            return;
        };
        let mut above = comments.above_item(item).to_vec();
        let mut inner = item;
        loop {
            inner = match &inner.value {
                Value::Object(object) => {
                    let Some(first) = object.members.first() else {
                        break;
                    };
                    above.extend_from_slice(comments.above_member(first));
                    break;
                }
                Value::Array(items) => match items.first() {
                    Some(first) => first,
                    None => break,
                },
                _ => break,
            };
            above.extend_from_slice(comments.above_item(inner));
        }
        for comment in above {
            self.out.push_str(&comment);
            self.out.push('\n');
            blanks(indent, &mut self.out);
        }
    }

    fn beside(&mut self, around: Option<&Around>) {
        if let Some(comment) = around.and_then(|it| it.beside.as_deref()) {
            self.out.push(' ');
            self.out.push_str(comment);
        }
    }

    fn below(&mut self, around: Option<&Around>, indent: usize) {
        for comment in around.into_iter().flat_map(|it| &it.below) {
            blanks(indent, &mut self.out);
            self.out.push_str(comment);
            self.out.push('\n');
        }
    }

    fn lines(&mut self, lines: &[Line]) {
        for line in lines {
            if line.after_blank && !self.out.is_empty() {
                self.out.push('\n');
            }
            self.out.push_str(&line.text);
            self.out.push('\n');
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

fn blanks(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}
