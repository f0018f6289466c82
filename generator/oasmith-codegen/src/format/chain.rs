//! Chains of fields and method calls: on one line, broken in the last call, or one link a line.

use super::expr::{At, CHAIN, layout};
use super::flat::{flat, width};
use super::list::{self, narrow};
use super::usual::{flat_expr, flat_member};
use super::{STEP, WIDTH, pad};
use quote::quote;
use syn::Expr;

/// A chain's root and its links (`.field`, `.method()`), from left to right.
pub(super) fn links(expr: &Expr) -> (&Expr, Vec<&Expr>) {
    let mut links = Vec::new();
    let mut rest = expr;
    loop {
        let inner = match rest {
            Expr::MethodCall(it) => &it.receiver,
            Expr::Field(it) => &it.base,
            Expr::Await(it) => &it.base,
            // `?` belongs to the link before it.
            Expr::Try(it) => {
                rest = &it.expr;
                continue;
            }
            _ => break,
        };
        links.push(rest);
        rest = inner;
    }
    links.reverse();
    (rest, links)
}

pub(super) fn chain(expr: &Expr, at: At) -> String {
    let (root, links) = links(expr);
    let root = layout(root, At { tail: 0, ..at });
    // A root that ends within an indentation takes its first link along.
    let along = usize::from(width(&root) + at.column <= STEP + at.indent);
    let Some((last, before)) = links.split_last() else {
        return root;
    };
    let start = before
        .iter()
        .fold(root.clone(), |text, it| text + &flat_link(it));
    let column = at.column + width(&start);
    let here = link(
        last,
        At {
            column,
            ..At::start(at.indent, at.tail)
        },
    );
    if before.len() < along
        || (!start.contains('\n') && better_here(&here, last, &start, links.len(), at))
    {
        return start + &here;
    }
    // Behind what ends on a line of its own, links are not set apart.
    let inner = at.indent + if root.contains('\n') { 0 } else { STEP };
    let mut text = root;
    for (index, it) in links.iter().enumerate() {
        if index >= along {
            text.push('\n');
            pad(inner, &mut text);
        }
        let is_last = index + 1 == links.len();
        text.push_str(&link(
            it,
            At::start(inner, if is_last { at.tail } else { 0 }),
        ));
    }
    text
}

/// Whether the last link is better broken behind the rest of the chain than put on a line of its own.
fn better_here(here: &str, last: &Expr, start: &str, links: usize, at: At) -> bool {
    let lines = here.lines().count();
    let room = WIDTH.saturating_sub(at.column + at.tail);
    let room = if links == 1 { room } else { room.min(CHAIN) }.saturating_sub(width(start));
    let apart = link(last, At::start(at.indent + STEP, at.tail));
    let fits = width(here.lines().next().unwrap_or_default()) <= room;
    fits && (lines == 1 || lines >= 5 || apart.lines().count() >= lines)
}

fn flat_link(expr: &Expr) -> String {
    link(
        expr,
        At {
            column: 0,
            ..At::start(0, 0)
        },
    )
}

fn link(expr: &Expr, at: At) -> String {
    match expr {
        Expr::MethodCall(it) => {
            let method = &it.method;
            let open = match &it.turbofish {
                None => format!(".{method}("),
                Some(types) => format!(".{}(", flat(quote!(#method #types))),
            };
            let items: Vec<&Expr> = it.args.iter().collect();
            let args: Vec<String> = it.args.iter().map(flat_expr).collect();
            let one = format!("{open}{})", args.join(", "));
            if narrow(&items) && at.column + width(&one) + at.tail <= WIDTH {
                one
            } else {
                list::broken(&open, &items, ")", at)
            }
        }
        Expr::Field(it) => format!(".{}", flat_member(&it.member)),
        _ => ".await".to_owned(),
    }
}
