//! Closures, whose braces come and go with the room that there is.

use super::expr::{At, block_of_one, layout, one_line};
use super::flat::{flat, width};
use super::usual::flat_expr;
use super::{STEP, WIDTH};
use quote::quote;
use syn::{Expr, ExprClosure};

pub(super) fn head(it: &ExprClosure) -> String {
    let (inputs, capture) = (&it.inputs, &it.capture);
    flat(quote!(#capture |#inputs|))
}

pub(super) fn closure(it: &ExprClosure, at: At) -> String {
    if let Some(text) = without_braces(it, at) {
        return text;
    }
    in_braces(it, at)
}

/// A closure with nothing but one expression in its braces, on one line without them if there is room.
pub(super) fn without_braces(it: &ExprClosure, at: At) -> Option<String> {
    let Expr::Block(body) = &*it.body else {
        return None;
    };
    let only = block_of_one(&body.block).filter(|it| one_line(it))?;
    let text = format!("{} {}", head(it), flat_expr(only));
    (at.column + width(&text) + at.tail <= WIDTH).then_some(text)
}

fn in_braces(it: &ExprClosure, at: At) -> String {
    match &*it.body {
        Expr::Match(_) | Expr::Block(_) | Expr::Struct(_) => {
            let head = head_at(it, at.column) + " ";
            let body = layout(&it.body, at.after(&head));
            head + &body
        }
        _ => in_block(it, at),
    }
}

/// A closure whose body does not fit behind its head gets braces.
pub(super) fn in_block(it: &ExprClosure, at: At) -> String {
    if matches!(*it.body, Expr::Match(_) | Expr::Block(_)) {
        return in_braces(it, at);
    }
    let inner = at.indent + STEP;
    let body = layout(&it.body, At::start(inner, 0));
    let (inside, outside) = (" ".repeat(inner), " ".repeat(at.indent));
    format!("{} {{\n{inside}{body}\n{outside}}}", head_at(it, at.column))
}

/// The head of a closure, whose parameters stand below one another when they do not leave room for `|| {`. Where not
/// even that helps, rustfmt takes the closure as it is written.
fn head_at(it: &ExprClosure, column: usize) -> String {
    let head = head(it);
    let end = column + width(&head);
    if it.inputs.len() < 2 || !(WIDTH - 3..WIDTH).contains(&end) {
        return head;
    }
    let inputs: Vec<String> = it.inputs.iter().map(flat).collect();
    let margin = format!(",\n{}", " ".repeat(column + 1));
    format!("|{}|", inputs.join(&margin))
}
