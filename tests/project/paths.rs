//! The paths that a Rust file names: `std::fs::File`, `syn`.
//!
//! In: a file. Out: every path, those of a braced `use` spelled out. Looks at tokens, so that those inside macros
//! count too; leaves out comments, texts, what is there for tests only, and code that is only quoted.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// Every path of a file, in its order.
pub fn paths(text: &str) -> Vec<String> {
    let file = syn::parse_file(text).expect("a source file is Rust");
    let mut found = Vec::new();
    for item in file.items.iter().filter(|it| !is_test(it)) {
        walk(item.to_token_stream(), "", &mut found);
    }
    found
}

fn is_test(item: &syn::Item) -> bool {
    let syn::Item::Mod(it) = item else {
        return false;
    };
    it.attrs
        .iter()
        .any(|it| it.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]")
}

/// `prefix` is what stands before an open brace: `std::` of `use std::{fs, io}`.
fn walk(tokens: TokenStream, prefix: &str, found: &mut Vec<String>) {
    let mut path = prefix.to_owned();
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                if !path.ends_with("::") {
                    finish(&mut path, prefix, found);
                }
                path += &name.to_string();
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' => path += ":",
            TokenTree::Punct(mark) if mark.as_char() == '!' && path == "quote" => {
                path += "!";
                finish(&mut path, prefix, found);
            }
            TokenTree::Group(_) if found.last().is_some_and(|it| it == "quote!") => {
                found.pop();
            }
            TokenTree::Group(group) => {
                let inside = match group.delimiter() {
                    Delimiter::Brace if path.ends_with("::") => path.clone(),
                    _ => String::new(),
                };
                finish(&mut path, prefix, found);
                walk(group.stream(), &inside, found);
            }
            _ => finish(&mut path, prefix, found),
        }
    }
    finish(&mut path, prefix, found);
}

fn finish(path: &mut String, prefix: &str, found: &mut Vec<String>) {
    if path.len() > prefix.len() {
        found.push(std::mem::take(path).trim_matches(':').to_owned());
    }
    prefix.clone_into(path);
}

#[test]
fn paths_are_spelled_out() {
    let text = "use std::{fs::{self, File}, io}; fn f(x: a::B) { c::<d::E>(); m!(\"n\", o::p); quote!(q::r); }";
    assert_eq!(
        paths(text).join(" "),
        "use std std::fs std::fs::self std::fs::File std::io fn f x a::B c d::E m o::p"
    );
}
