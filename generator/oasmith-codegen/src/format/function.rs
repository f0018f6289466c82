//! Functions: signatures on one line or several, bounds, bodies.

use super::expr::block;
use super::flat::{flat, width};
use super::usual::{flat_input, flat_output};
use super::{STEP, WIDTH, line, pad};
use quote::quote;
use syn::Signature;

/// A function or its declaration. `vis` is empty or `pub `.
pub(super) fn function(
    vis: &str,
    sig: &Signature,
    body: Option<&syn::Block>,
    indent: usize,
    out: &mut String,
) {
    let body = body.map(|it| block(it, indent));
    // The body's first line must fit; of a body of several lines that is the brace.
    let end = match body.as_deref() {
        Some("{}") => " {}",
        Some(_) => " {",
        None => ";",
    };
    let mut text = signature(vis, sig, indent, width(end));
    let last = text.lines().last().map_or(0, width);
    // Behind a signature of several lines, rustfmt counts the indentation twice.
    let is_full = text.contains('\n') && last + width(" {") + indent > WIDTH;
    match body {
        Some(body) if is_full || sig.generics.where_clause.is_some() => {
            text.push('\n');
            pad(indent, &mut text);
            text.push_str(&body);
        }
        Some(body) => {
            text.push_str(if is_given_up(sig, &text) { "" } else { " " });
            text.push_str(&body);
        }
        None => text.push(';'),
    }
    line(&text, indent, out);
}

/// Whether an `impl` that is returned has a name that no line can hold, which rustfmt leaves as it is, without a space
/// behind it.
fn is_given_up(sig: &Signature, text: &str) -> bool {
    let is_impl = matches!(&sig.output, syn::ReturnType::Type(_, it) if matches!(**it, syn::Type::ImplTrait(_)));
    let output = text
        .lines()
        .skip_while(|it| !it.trim_start().starts_with(')'));
    is_impl && output.skip(1).any(|it| width(it) > WIDTH)
}

fn signature(vis: &str, sig: &Signature, indent: usize, tail: usize) -> String {
    let (constness, asyncness, name, generics) =
        (&sig.constness, &sig.asyncness, &sig.ident, &sig.generics);
    let mut head = match (constness, asyncness, generics.params.is_empty()) {
        (None, None, true) => format!("{vis}fn {name}"),
        _ => vis.to_owned() + &flat(quote!(#constness #asyncness fn #name #generics)),
    };
    // rustfmt wants room for more than the parenthesis.
    if !generics.params.is_empty() && indent + width(&head) + STEP > WIDTH {
        head = vis.to_owned() + &flat(quote!(#constness #asyncness fn #name));
        head.push_str(&generics_apart(generics, indent));
    }
    let output = flat_output(&sig.output);
    let output = if output.is_empty() {
        output
    } else {
        format!(" {output}")
    };
    let inputs: Vec<String> = sig.inputs.iter().map(flat_input).collect();
    let where_ = sig.generics.where_clause.as_ref();
    let one = format!("{head}({}){output}", inputs.join(", "));
    let tail = if where_.is_some() { 0 } else { tail };
    let full = indent + width(&one) + tail;
    let mut text = if full < WIDTH || (full == WIDTH && tail != width(";")) || inputs.is_empty() {
        one
    } else if full == WIDTH {
        // rustfmt wants one column more for the `;` of a declaration.
        format!(
            "{head}({})\n{}{}",
            inputs.join(", "),
            " ".repeat(indent),
            output.trim_start()
        )
    } else {
        let mut text = format!("{head}(\n");
        for it in &sig.inputs {
            line(
                &format!("{},", input(it, indent + STEP)),
                indent + STEP,
                &mut text,
            );
        }
        pad(indent, &mut text);
        text + ")" + &output_of_several_lines(&sig.output, output, indent)
    };
    if let Some(clause) = where_ {
        text.push_str(&predicates(clause, indent));
    }
    text
}

/// Parameters of a type on lines of their own.
fn generics_apart(generics: &syn::Generics, indent: usize) -> String {
    let mut text = "<\n".to_owned();
    for it in &generics.params {
        line(&format!("{},", flat(it)), indent + STEP, &mut text);
    }
    pad(indent, &mut text);
    text + ">"
}

/// What is returned behind arguments on lines of their own. rustfmt breaks an `impl` that is longer than a line is wide,
/// and puts the last bound on the next line where that alone makes it fit.
fn output_of_several_lines(it: &syn::ReturnType, flat_: String, indent: usize) -> String {
    let syn::ReturnType::Type(_, ty) = it else {
        return flat_;
    };
    let length = width(&flat_) - width(" -> ");
    let ty = match ty.as_ref() {
        syn::Type::Path(it) if length > WIDTH_OF_PATH => {
            return format!(" -> {}", path_apart(&it.path, indent));
        }
        syn::Type::ImplTrait(it) => it,
        _ => return flat_,
    };
    let bounds: Vec<_> = ty.bounds.iter().collect();
    let (Some(syn::TypeParamBound::Trait(first)), [_, rest @ ..]) = (bounds.first(), &*bounds)
    else {
        return flat_;
    };
    let rest: String = rest.iter().map(|it| format!("+ {}", flat(it))).collect();
    match length {
        ..WIDTH_OF_OUTPUT => flat_,
        WIDTH_OF_OUTPUT => {
            let pad = " ".repeat(indent);
            format!(" -> impl {}\n{pad}{rest}", flat(first))
        }
        _ => format!(" -> impl {} {rest}", path_apart(&first.path, indent)),
    }
}

/// The length of a returned `impl` whose last bound goes to the next line.
const WIDTH_OF_OUTPUT: usize = WIDTH - 1;
/// The same without `impl `, which rustfmt does not count, and without room for a bound.
const WIDTH_OF_PATH: usize = WIDTH_OF_OUTPUT - 6;

fn predicates(clause: &syn::WhereClause, indent: usize) -> String {
    let mut text = format!("\n{}where", " ".repeat(indent));
    for predicate in &clause.predicates {
        text.push('\n');
        let one = flat(predicate);
        if indent + STEP + width(&one) < WIDTH {
            pad(indent + STEP, &mut text);
            text.push_str(&one);
        } else {
            let bounds = one.replace(" + ", &format!("\n{}+ ", " ".repeat(indent + 2 * STEP)));
            pad(indent + STEP, &mut text);
            text.push_str(&bounds);
        }
        text.push(',');
    }
    text
}

/// A path whose arguments are on lines of their own, and theirs where those do not fit either.
fn path_apart(path: &syn::Path, indent: usize) -> String {
    let last = path.segments.last();
    let Some((name, syn::PathArguments::AngleBracketed(it))) =
        last.map(|it| (&it.ident, &it.arguments))
    else {
        return flat(path);
    };
    let mut text = format!("{name}<\n");
    for argument in &it.args {
        let one = flat(argument);
        let inner = indent + STEP;
        let one = match argument {
            _ if inner + width(&one) < WIDTH => one,
            syn::GenericArgument::AssocType(it) => match &it.ty {
                syn::Type::Path(ty) => format!("{} = {}", it.ident, path_apart(&ty.path, inner)),
                _ => one,
            },
            syn::GenericArgument::Type(syn::Type::Path(ty)) => path_apart(&ty.path, inner),
            _ => one,
        };
        line(&format!("{one},"), inner, &mut text);
    }
    pad(indent, &mut text);
    text + ">"
}

/// A type that no line can hold: the parameters of its last segment on lines of their own, and theirs as well.
pub(super) fn type_apart(ty: &syn::Type, indent: usize) -> String {
    match ty {
        syn::Type::Path(it) if it.path.segments.len() == 1 => path_apart(&it.path, indent),
        _ => flat(ty),
    }
}

/// An argument of a function, on a line of its own. rustfmt does not count `impl `.
fn input(it: &syn::FnArg, indent: usize) -> String {
    let text = flat_input(it);
    let syn::FnArg::Typed(it) = it else {
        return text;
    };
    let is_long = |spare: usize| indent + width(&text) >= WIDTH + spare;
    let ty = match it.ty.as_ref() {
        syn::Type::ImplTrait(ty) if is_long(width("impl ")) => bound_apart(ty, indent),
        syn::Type::Path(_) if is_long(0) => Some(type_apart(&it.ty, indent)),
        _ => None,
    };
    ty.map_or(text, |ty| format!("{}: {ty}", flat(&it.pat)))
}

/// `impl` of one trait, with its parameters on lines of their own.
fn bound_apart(it: &syn::TypeImplTrait, indent: usize) -> Option<String> {
    match it.bounds.first() {
        Some(syn::TypeParamBound::Trait(only)) if it.bounds.len() == 1 => {
            Some(format!("impl {}", path_apart(&only.path, indent)))
        }
        _ => None,
    }
}
