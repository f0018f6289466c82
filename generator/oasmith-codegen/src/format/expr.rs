//! Expressions and blocks.
//!
//! In: a `syn` expression and where it stands. Out: its text, further lines indented from the margin.

use super::chain::{chain, links};
use super::closure::closure;
use super::flat::{flat, width};
use super::list::{self, narrow, narrow_struct};
use super::usual::{flat_expr, flat_member, short_expr};
use super::{STEP, WIDTH, item, pad};
use quote::{ToTokens, quote};
use syn::{Block, Expr, ExprAssign, ExprMatch, ExprStruct, Stmt};

/// rustfmt's `chain_width`.
pub(super) const CHAIN: usize = 60;
/// No kind that `short_expr` writes has to be narrower.
const SHORT: usize = 60;

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// Of the line on which it begins.
    pub(super) indent: usize,
    /// Where it begins.
    pub(super) column: usize,
    /// What must stand behind its end on the same line: `;`, `,`, `)?;`.
    pub(super) tail: usize,
    /// How wide it may be on one line, whatever the line has.
    pub(super) most: usize,
}

impl At {
    /// At the start of a line.
    pub(super) fn start(indent: usize, tail: usize) -> Self {
        At {
            indent,
            column: indent,
            tail,
            most: WIDTH,
        }
    }

    pub(super) fn after(self, text: &str) -> Self {
        At {
            column: self.column + width(text),
            most: self.most.saturating_sub(width(text)),
            ..self
        }
    }

    fn before(self, text: &str) -> Self {
        At {
            tail: self.tail + width(text),
            most: self.most.saturating_sub(width(text)),
            ..self
        }
    }
}

/// On one line if rustfmt would have it so, else on several.
pub(super) fn layout(expr: &Expr, at: At) -> String {
    // What is this short is narrow in all of its parts, and need not be measured one by one.
    if let Some(text) = short_expr(expr, SHORT) {
        let fits = width(&text) <= at.most && at.column + width(&text) + at.tail <= WIDTH;
        return if fits { text } else { broken(expr, at) };
    }
    if one_line(expr) && has_line(expr, at.indent) {
        let text = flat_expr(expr);
        if width(&text) <= at.most && at.column + width(&text) + at.tail <= WIDTH {
            return text;
        }
    }
    broken(expr, at)
}

/// Whether the only argument of a call, where it is wide, has room on a line of its own with a comma: that is where
/// rustfmt measures it.
fn has_line(expr: &Expr, indent: usize) -> bool {
    match expr {
        Expr::Call(it) if it.args.len() == 1 => {
            let wide = width(&flat_expr(&it.args[0]));
            wide <= list::ARGUMENTS || indent + STEP + wide < WIDTH
        }
        _ => true,
    }
}

/// Whether rustfmt allows an expression on one line, given room: its width by kind, whatever the line has.
pub(super) fn one_line(expr: &Expr) -> bool {
    match expr {
        Expr::Match(_) | Expr::ForLoop(_) | Expr::If(_) => false,
        Expr::Call(it) => one_line(&it.func) && narrow(&it.args.iter().collect::<Vec<_>>()),
        Expr::MethodCall(it) => {
            one_line(&it.receiver)
                && narrow(&it.args.iter().collect::<Vec<_>>())
                && short_chain(expr)
        }
        Expr::Tuple(it) => narrow(&it.elems.iter().collect::<Vec<_>>()),
        Expr::Array(it) => narrow(&it.elems.iter().collect::<Vec<_>>()),
        Expr::Struct(it) => {
            it.fields.iter().all(|field| one_line(&field.expr)) && narrow_struct(&fields(it))
        }
        Expr::Reference(it) => one_line(&it.expr),
        Expr::Try(it) => one_line(&it.expr),
        Expr::Await(it) => one_line(&it.base) && short_chain(expr),
        Expr::Closure(it) => one_line(&it.body) && !matches!(*it.body, Expr::Block(_)),
        Expr::Async(it) => block_of_one(&it.block).is_some_and(one_line),
        Expr::Block(_) => false,
        Expr::Assign(it) => short_chain(&it.left) && one_line(&it.right),
        Expr::Return(it) => it.expr.as_deref().is_none_or(one_line),
        Expr::Macro(it) => {
            macro_items(it).is_none_or(|items| narrow(&items.iter().collect::<Vec<_>>()))
        }
        _ => true,
    }
}

/// A single link may fill the line.
fn short_chain(expr: &Expr) -> bool {
    links(expr).1.len() < 2 || width(&flat_expr(expr)) <= CHAIN
}

/// On several lines.
fn broken(expr: &Expr, at: At) -> String {
    match expr {
        Expr::Call(it) => list::broken(
            &format!("{}(", flat_expr(&it.func)),
            &it.args.iter().collect::<Vec<_>>(),
            ")",
            at,
        ),
        Expr::MethodCall(_) | Expr::Await(_) | Expr::Field(_) => chain(expr, at),
        Expr::Try(it) => layout(&it.expr, at.before("?")) + "?",
        Expr::Tuple(it) => list::broken("(", &it.elems.iter().collect::<Vec<_>>(), ")", at),
        Expr::Array(it) => list::broken("[", &it.elems.iter().collect::<Vec<_>>(), "]", at),
        Expr::Reference(it) => {
            let sign = if it.mutability.is_some() {
                "&mut "
            } else {
                "&"
            };
            sign.to_owned() + &layout(&it.expr, at.after(sign))
        }
        Expr::Struct(it) => struct_literal(it, at),
        Expr::Closure(it) => closure(it, at),
        Expr::Match(it) => match_(it, at.indent),
        Expr::Block(it) => block(&it.block, at.indent),
        Expr::Async(it) => {
            let head = if it.capture.is_some() {
                "async move "
            } else {
                "async "
            };
            head.to_owned() + &block(&it.block, at.indent)
        }
        Expr::Assign(it) => assignment(it, at),
        Expr::Return(it) => match it.expr.as_deref() {
            Some(value) => "return ".to_owned() + &layout(value, at.after("return ")),
            None => "return".to_owned(),
        },
        Expr::Macro(it) => macro_(it, at),
        Expr::ForLoop(it) => {
            let start = format!("for {} in ", flat(&it.pat));
            let over = layout(&it.expr, at.after(&start).before(" {"));
            format!("{start}{over} {}", block(&it.body, at.indent))
        }
        Expr::If(it) if it.else_branch.is_none() => {
            let head = format!("if {} ", flat(&it.cond));
            head + &block(&it.then_branch, at.indent)
        }
        Expr::Path(_) | Expr::Lit(_) => flat_expr(expr),
        _ => unknown(expr, at.indent),
    }
}

/// What this module does not know, laid out by `prettyplease`.
fn unknown(expr: &Expr, indent: usize) -> String {
    let Ok(file) = syn::parse2::<syn::File>(quote!(fn it() { #expr })) else {
        return flat(expr);
    };
    let text = prettyplease::unparse(&file);
    let body = text
        .lines()
        .skip(1)
        .take(text.lines().count().saturating_sub(2));
    let moved: Vec<String> = body
        .enumerate()
        .map(|(index, line)| match index {
            0 => line.trim_start().to_owned(),
            _ => " ".repeat(indent) + line.strip_prefix("    ").unwrap_or(line),
        })
        .collect();
    moved.join("\n")
}

fn macro_(it: &syn::ExprMacro, at: At) -> String {
    let Some(items) = macro_items(it) else {
        return flat(it);
    };
    let items: Vec<&Expr> = items.iter().collect();
    let path = flat(&it.mac.path);
    match it.mac.delimiter {
        syn::MacroDelimiter::Bracket(_) => list::broken(&format!("{path}!["), &items, "]", at),
        _ => list::macro_arguments(&format!("{path}!("), &items, ")", at),
    }
}

/// The arguments of a macro, if they are expressions.
fn macro_items(it: &syn::ExprMacro) -> Option<Vec<Expr>> {
    let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
    let items = it.mac.parse_body_with(parser).ok()?;
    Some(items.into_iter().collect())
}

/// `head` and what is assigned, which goes to the next line where that keeps it in one piece.
pub(super) fn right_side(head: &str, value: &Expr, at: At) -> String {
    let start = format!("{head} ");
    let here = layout(value, at.after(&start));
    let column = at.column + width(&start);
    let first = width(here.lines().next().unwrap_or_default());
    let fits = column + first + at.tail <= WIDTH;
    let one = !here.contains('\n') && column + width(&here) + at.tail <= WIDTH;
    if one {
        return start + &here;
    }
    let inner = at.indent + STEP;
    let next = layout(value, At::start(inner, at.tail));
    let next_fits = !next.contains('\n') && inner + width(&next) + at.tail <= WIDTH;
    let is_better = prefers_next(&here, &next) && next.lines().all(|it| width(it) <= WIDTH);
    if next_fits || is_better || !fits {
        format!("{head}\n{}{next}", " ".repeat(inner))
    } else {
        start + &here
    }
}

/// Whether what goes on for several lines begins better on a line of its own: `prefer_next_line` of rustfmt.
fn prefers_next(here: &str, next: &str) -> bool {
    let opens = |it: &str| {
        it.lines()
            .next()
            .and_then(|it| it.chars().last())
            .filter(|it| "([{".contains(*it))
    };
    let is_opened_by_all = opens(here).is_none() || opens(here) == opens(next);
    here.lines().count() > next.lines().count() + 1 || !is_opened_by_all
}

/// What is assigned to is a chain like any other, which is broken when it is long.
fn assignment(it: &ExprAssign, at: At) -> String {
    if short_chain(&it.left) {
        return right_side(&format!("{} =", flat(&it.left)), &it.right, at);
    }
    let left = chain(&it.left, At { tail: 0, ..at });
    let (before, last) = left.rsplit_once('\n').unwrap_or_default();
    let right = right_side(&format!("{last} ="), &it.right, At { column: 0, ..at });
    format!("{before}\n{right}")
}

fn struct_literal(it: &ExprStruct, at: At) -> String {
    let inner = at.indent + STEP;
    let mut text = format!("{} {{\n", flat(&it.path));
    for field in &it.fields {
        pad(inner, &mut text);
        let at = At::start(inner, 1);
        match field.colon_token {
            Some(_) => {
                let head = format!("{}:", flat_member(&field.member));
                text.push_str(&field_value(&head, &field.expr, at));
            }
            None => text.push_str(&flat_member(&field.member)),
        }
        text.push_str(",\n");
    }
    if let Some(rest) = &it.rest {
        pad(inner, &mut text);
        text.push_str("..");
        text.push_str(&flat(rest));
        text.push('\n');
    }
    pad(at.indent, &mut text);
    text + "}"
}

/// The value of a field stands behind its name unless not even its first line has room there: `rewrite_field` of rustfmt,
/// which leaves no room for the comma on a line below.
fn field_value(head: &str, value: &Expr, at: At) -> String {
    let start = format!("{head} ");
    // `?` is counted twice behind a call.
    let is_tried = matches!(value, Expr::Try(it) if matches!(*it.expr, Expr::MethodCall(_)));
    let (spare, below) = if is_tried { (";", 2) } else { ("", 0) };
    let here = layout(value, at.after(&start).before(spare));
    let first = at.column + width(&start) + width(here.lines().next().unwrap_or_default());
    let inner = at.indent + STEP;
    let next = layout(value, At::start(inner, below));
    let fits_nowhere = !next.contains('\n') && inner + width(&next) > WIDTH;
    let is_open = matches!(value, Expr::Call(_)) && here.contains('\n');
    let tail = if is_open { 0 } else { at.tail };
    if first + tail <= WIDTH || matches!(value, Expr::Lit(_)) || fits_nowhere {
        start + &here
    } else {
        format!("{head}\n{}{next}", " ".repeat(inner))
    }
}

fn fields(it: &ExprStruct) -> String {
    let mut fields = it.fields.to_token_stream();
    if let Some(rest) = &it.rest {
        fields.extend(quote!(..#rest));
    }
    let text = flat(fields);
    text.strip_suffix(',').map(str::to_owned).unwrap_or(text)
}

fn match_(it: &ExprMatch, indent: usize) -> String {
    let mut text = format!("match {} {{\n", flat(&it.expr));
    for arm in &it.arms {
        pad(indent + STEP, &mut text);
        text.push_str(&self::arm(arm, indent + STEP));
        text.push('\n');
    }
    pad(indent, &mut text);
    text + "}"
}

fn arm(it: &syn::Arm, indent: usize) -> String {
    let head = format!("{} => ", pattern(&it.pat, indent));
    let column = match head.rsplit_once('\n') {
        Some((_, last)) => width(last),
        None => indent + width(&head),
    };
    let at = At {
        column,
        ..At::start(indent, 1)
    };
    if let Expr::Block(body) = &*it.body {
        return head + &block(&body.block, indent);
    }
    let here = layout(&it.body, at);
    let fits = at.column + width(here.lines().next().unwrap_or_default()) < WIDTH;
    if !here.contains('\n') && fits {
        return format!("{head}{here},");
    }
    let inner = indent + STEP;
    let next = layout(&it.body, At::start(inner, 0));
    if next.contains('\n') && fits && may_extend(&it.body) && !prefers_next(&here, &next) {
        return format!("{head}{here},");
    }
    let (inside, outside) = (" ".repeat(inner), " ".repeat(indent));
    format!("{head}{{\n{inside}{next}\n{outside}}}")
}

/// The pattern of an arm, with what it binds on lines of its own where the arrow has no room behind it.
fn pattern(it: &syn::Pat, indent: usize) -> String {
    let text = flat(it);
    match it {
        syn::Pat::TupleStruct(it) if indent + width(&text) + width(" => {") > WIDTH => {
            let mut apart = flat(&it.path) + "(\n";
            for item in &it.elems {
                super::line(&(flat(item) + ","), indent + STEP, &mut apart);
            }
            pad(indent, &mut apart);
            apart + ")"
        }
        _ => text,
    }
}

/// Whether the body of an arm may begin behind the arrow and go on for several lines.
fn may_extend(body: &Expr) -> bool {
    match body {
        // A chain may not; one call has only its arguments to go on with.
        Expr::MethodCall(it) => matches!(*it.receiver, Expr::Path(_)),
        Expr::Await(_) | Expr::Field(_) => false,
        Expr::Reference(it) => may_extend(&it.expr),
        Expr::Try(it) => may_extend(&it.expr),
        _ => true,
    }
}

/// The only expression of a block.
pub(super) fn block_of_one(block: &Block) -> Option<&Expr> {
    match block.stmts.as_slice() {
        [Stmt::Expr(expr, None)] => Some(expr),
        _ => None,
    }
}

pub(super) fn block(it: &Block, indent: usize) -> String {
    if it.stmts.is_empty() {
        return "{}".to_owned();
    }
    let mut text = "{\n".to_owned();
    for stmt in &it.stmts {
        statement(stmt, indent + STEP, &mut text);
    }
    pad(indent, &mut text);
    text + "}"
}

fn statement(stmt: &Stmt, indent: usize, out: &mut String) {
    let at = At::start(indent, 1);
    let text = match stmt {
        Stmt::Item(it) => return item::items(std::slice::from_ref(it), indent, out),
        Stmt::Local(it) => {
            for attribute in &it.attrs {
                item::attribute(attribute, indent, out);
            }
            let pat = flat(&it.pat);
            match &it.init {
                Some(init) if init.diverge.is_none() => {
                    let head = format!("let {pat} =");
                    match pat.strip_prefix("mut ") {
                        // A name that has no room behind `let mut` goes to the next line.
                        Some(name) if indent + width(&head) > WIDTH + 1 => {
                            let rest = right_side(&format!("{name} ="), &init.expr, at);
                            format!("let mut\n{}{rest};", " ".repeat(indent))
                        }
                        _ => right_side(&head, &init.expr, at) + ";",
                    }
                }
                _ => flat(it),
            }
        }
        Stmt::Expr(expr, semicolon) => {
            let end = if semicolon.is_some() { ";" } else { "" };
            let at = At {
                tail: end.len(),
                ..at
            };
            match without_attributes(expr) {
                Some((attributes, expr)) => {
                    attributes
                        .iter()
                        .for_each(|it| item::attribute(it, indent, out));
                    layout(&expr, at) + end
                }
                None => layout(expr, at) + end,
            }
        }
        Stmt::Macro(it) => flat(it),
    };
    super::line(&text, indent, out);
}

/// Attributes stand on lines of their own.
fn without_attributes(expr: &Expr) -> Option<(Vec<syn::Attribute>, Expr)> {
    let mut expr = match expr {
        Expr::MethodCall(it) if !it.attrs.is_empty() => syn::parse2(quote!(#it)).ok()?,
        _ => return None,
    };
    match &mut expr {
        Expr::MethodCall(it) => Some((std::mem::take(&mut it.attrs), expr)),
        _ => None,
    }
}
