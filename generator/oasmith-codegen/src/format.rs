//! Prints tokens as rustfmt would.
//!
//! In: the tokens of one file, which `emit` wrote. Out: its text.
//! Output has to pass `rustfmt --check` without running rustfmt, and `prettyplease` alone does not: it fills 89 columns
//! where rustfmt breaks by kind (struct literals after 18 characters, calls and chains after 60), it keeps the order of
//! imports, and sets no blank lines. So the constructs that `emit` writes are laid out here by rustfmt's rules,
//! one kind in a function; whatever is not known here goes to `prettyplease`, which is right but may look different.
//! What is deliberately missing: comments (tokens have none), configuration, and all grammar that `emit` does not use.

mod chain;
mod closure;
mod expr;
mod flat;
mod function;
mod item;
mod list;
mod uses;
mod usual;

use proc_macro2::TokenStream;

/// rustfmt's `max_width`.
const WIDTH: usize = 100;
/// rustfmt's `tab_spaces`.
const STEP: usize = 4;

/// The text of a file of `tokens`, led by `head` (comment lines) where that is not empty.
///
/// Of tokens that are no Rust file there is the reason only, as an error of whoever compiles them.
pub(crate) fn format(head: &str, tokens: TokenStream) -> String {
    let mut text = String::from(head);
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => {
            for attribute in &file.attrs {
                item::attribute(attribute, 0, &mut text);
            }
            if !file.items.is_empty() && !text.is_empty() {
                text.push('\n');
            }
            item::items(&file.items, 0, &mut text);
        }
        Err(error) => {
            let reason = error.to_string();
            line(
                &quote::quote!(compile_error!(#reason);).to_string(),
                0,
                &mut text,
            );
        }
    }
    text
}

/// `text` to a new line, `indent` columns in.
fn line(text: &str, indent: usize, out: &mut String) {
    pad(indent, out);
    out.push_str(text);
    out.push('\n');
}

fn pad(indent: usize, out: &mut String) {
    const BLANKS: &str = "                                                                ";
    let mut rest = indent;
    while rest > 0 {
        let some = rest.min(BLANKS.len());
        out.push_str(&BLANKS[..some]);
        rest -= some;
    }
}
