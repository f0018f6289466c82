//! Lists in brackets: arguments, tuples, arrays, fields of struct literals.
//!
//! rustfmt's three ways: on one line, if narrow enough for the kind; with the last item flowing over (a closure, or the
//! only item, if it has brackets of its own); one item a line.

use super::closure::{self, without_braces};
use super::expr::{At, layout, one_line};
use super::flat::{flat, width};
use super::usual::flat_expr;
use super::{STEP, WIDTH, pad};
use syn::Expr;

/// rustfmt's `fn_call_width` and `array_width`.
pub(super) const ARGUMENTS: usize = 60;
/// rustfmt's `struct_lit_width`.
const STRUCT: usize = 18;
/// rustfmt's `short_array_element_width_threshold`.
const SHORT_ITEM: usize = 10;

/// Whether items of this text may stand on one line, if the line has room.
pub(super) fn narrow(items: &[&Expr]) -> bool {
    let room = match items {
        // A single item may fill the line, unless it is a call as well.
        [only] => most(only),
        _ => ARGUMENTS,
    };
    fits(items, room) && items.iter().all(|it| one_line(it))
}

/// How wide an item may be that is the only one. A call in a call is kept narrow; calls of methods do not count.
fn most(item: &Expr) -> usize {
    match item {
        Expr::Call(it) => {
            let of_call =
                it.args.len() == 1 && it.args.iter().all(|it| matches!(it, Expr::Call(_)));
            if of_call { ARGUMENTS + 2 } else { ARGUMENTS }
        }
        Expr::Macro(_) => ARGUMENTS,
        Expr::Reference(it) => most(&it.expr),
        Expr::Try(it) => most(&it.expr),
        _ => WIDTH,
    }
}

pub(super) fn narrow_struct(fields: &str) -> bool {
    width(fields) <= STRUCT
}

/// Whether items have room on one line. Long lists are not looked at to their end.
fn fits(items: &[&Expr], room: usize) -> bool {
    let mut taken = 2 * items.len().saturating_sub(1);
    items.iter().all(|it| {
        taken += width(&flat_expr(it));
        taken <= room
    })
}

/// `open`, the items on several lines if they have to be, `close`.
pub(super) fn broken(open: &str, items: &[&Expr], close: &str, at: At) -> String {
    if items.is_empty() {
        return format!("{open}{close}");
    }
    overflowing(open, items, close, at)
        .or_else(|| alone(open, items, close, at))
        .unwrap_or_else(|| vertical(open, items, close, at))
}

/// A single item that cannot flow over may still fill the line.
fn alone(open: &str, items: &[&Expr], close: &str, at: At) -> Option<String> {
    let [only] = items else { return None };
    let item = flat_expr(only);
    let text = format!("{open}{item}{close}");
    let fits = width(&text) <= at.most && at.column + width(&text) + at.tail <= WIDTH;
    // It is measured where it would stand on a line of its own, with a comma.
    let has_line = at.indent + STEP + width(&item) < WIDTH;
    (fits && has_line && one_line(only)).then_some(text)
}

/// All items but the last on the first line, and the last one as long as it likes.
fn overflowing(open: &str, items: &[&Expr], close: &str, at: At) -> Option<String> {
    let (last, before) = items.split_last()?;
    if !can_overflow(last, items.len()) || !before.iter().all(|it| one_line(it)) {
        return None;
    }
    // Of several closures none flows over.
    let is_closure = |it: &&Expr| matches!(it, Expr::Closure(_));
    if is_closure(last) && before.iter().any(is_closure) {
        return None;
    }
    let inner = at.indent + STEP;
    let is_block = before.is_empty() && matches!(last, Expr::Async(_));
    if is_block && one_line(last) && inner + width(&flat_expr(last)) < WIDTH {
        // A block stays in one piece if a line of its own can hold it.
        return None;
    }
    let mut text = String::from(open);
    for item in before {
        text.push_str(&flat_expr(item));
        text.push_str(", ");
    }
    let column = at.column + width(&text);
    let tail = at.tail + width(close);
    if let Expr::Closure(closure) = last
        && let Some(last) = without_braces(closure, At { column, tail, ..at })
        && width(&text) + width(&last) - width(open) <= ARGUMENTS
        && width(&text) + width(&last) + width(close) <= at.most
    {
        return Some(format!("{text}{last}{close}"));
    }
    let within = at.most.saturating_sub(width(open) + width(close));
    let most = match items {
        // Inside of a call, a call has what that one leaves.
        [_] => most(last).min(within),
        _ => most(last),
    };
    let ahead = width(&text) - width(open);
    let last = match as_closure(last) {
        Some((sign, closure)) if !before.is_empty() => {
            let head = closure::head(closure);
            let first_line = width(&text) - width(open) + width(sign) + width(&head) + width(" {");
            let room = (ARGUMENTS - 1).min(at.most.saturating_sub(width(open) + 2));
            if first_line > room {
                return None;
            }
            let at = At {
                column: column + width(sign),
                ..at
            };
            format!("{sign}{}", closure::in_block(closure, at))
        }
        _ => layout(
            last,
            At {
                column,
                tail,
                most,
                ..at
            },
        ),
    };
    let first = last.lines().next().map_or(0, width);
    let fits = column + first + tail <= WIDTH
        && ahead + first <= ARGUMENTS.min(within)
        && last.contains('\n');
    // Behind a name of some length, a chain flows over in the arguments of its last call only.
    let is_whole = width(open) <= STEP || is_chain_whole(items[0], &last);
    (fits && is_whole).then(|| format!("{text}{last}{close}"))
}

/// Whether a chain that is laid out like this stands on one line but for the arguments of its last call.
fn is_chain_whole(item: &Expr, text: &str) -> bool {
    match item {
        Expr::Reference(it) => is_chain_whole(&it.expr, text),
        Expr::Try(it) => is_chain_whole(&it.expr, text),
        Expr::MethodCall(it) => {
            let before = flat_expr(&it.receiver);
            text.lines()
                .next()
                .is_some_and(|line| line.len() > before.len() + width("&"))
        }
        _ => true,
    }
}

/// A closure, and the `&mut` before it.
fn as_closure(item: &Expr) -> Option<(&'static str, &syn::ExprClosure)> {
    match item {
        Expr::Closure(it) => Some(("", it)),
        Expr::Reference(it) => match (&*it.expr, &it.mutability) {
            (Expr::Closure(closure), Some(_)) => Some(("&mut ", closure)),
            _ => None,
        },
        _ => None,
    }
}

/// `can_be_overflowed_expr` of rustfmt, as far as `emit` goes.
fn can_overflow(item: &Expr, items: usize) -> bool {
    match item {
        Expr::Closure(_) | Expr::Async(_) | Expr::Block(_) => true,
        Expr::Match(_)
        | Expr::Array(_)
        | Expr::Struct(_)
        | Expr::Call(_)
        | Expr::MethodCall(_)
        | Expr::Tuple(_) => items == 1,
        Expr::Reference(it) => can_overflow(&it.expr, items),
        Expr::Try(it) => can_overflow(&it.expr, items),
        _ => false,
    }
}

fn vertical(open: &str, items: &[&Expr], close: &str, at: At) -> String {
    let inner = at.indent + STEP;
    let mut text = format!("{open}\n");
    if items
        .iter()
        .all(|it| is_simple(it) && width(&flat_expr(it)) <= SHORT_ITEM)
    {
        let words: Vec<String> = items.iter().map(flat).collect();
        fill(&words, inner, &mut text);
    } else {
        for item in items {
            pad(inner, &mut text);
            text.push_str(&layout(item, At::start(inner, 1)));
            text.push_str(",\n");
        }
    }
    pad(at.indent, &mut text);
    text.push_str(close);
    text
}

/// `is_simple_expr` of rustfmt.
fn is_simple(item: &Expr) -> bool {
    match item {
        Expr::Lit(_) => true,
        Expr::Path(it) => it.path.segments.len() == 1,
        Expr::Reference(it) => is_simple(&it.expr),
        Expr::Field(it) => is_simple(&it.base),
        Expr::Try(it) => is_simple(&it.expr),
        Expr::Unary(it) => is_simple(&it.expr),
        _ => false,
    }
}

/// Arguments of `format!`: the template on a line, simple values together on another; no comma at the end.
pub(super) fn macro_arguments(open: &str, items: &[&Expr], close: &str, at: At) -> String {
    let inner = " ".repeat(at.indent + STEP);
    let end = format!("\n{}{close}", " ".repeat(at.indent));
    if let Some((template, values)) = items.split_first() {
        let line = values.iter().map(flat).collect::<Vec<_>>().join(", ");
        let fits = values.iter().all(|it| is_simple(it)) && width(&line) <= ARGUMENTS;
        if fits && !values.is_empty() {
            return format!("{open}\n{inner}{},\n{inner}{line}{end}", flat(template));
        }
    }
    let text = vertical(open, items, close, at);
    match text.strip_suffix(&end).and_then(|it| it.strip_suffix(',')) {
        Some(text) => format!("{text}{end}"),
        None => text,
    }
}

/// As many words a line as it has room for, each with its comma. rustfmt leaves a column free at the end, unless one
/// line is enough.
pub(super) fn fill(words: &[String], indent: usize, out: &mut String) {
    let mut column = 0;
    let mut is_first_line = true;
    for (index, word) in words.iter().enumerate() {
        let needed = width(word) + 1;
        let ends_it_all = is_first_line && index + 1 == words.len();
        let room = if ends_it_all { WIDTH } else { WIDTH - 1 };
        if column == 0 {
            pad(indent, out);
            column = indent;
        } else if column + 1 + needed > room {
            out.push('\n');
            pad(indent, out);
            column = indent;
            is_first_line = false;
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        out.push(',');
        column += needed;
    }
    out.push('\n');
}
