//! What a module passes on from its files.

use super::{Module, Shape};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// How many names one file passes on: each is a line, or a part of one.
pub(super) const MOST_NAMES: usize = 2000;

/// The names that each file of a module has: items of the module, and files of their own where there are very many.
pub(super) fn exports(files: &[(Ident, Vec<Ident>)], shape: Shape) -> (TokenStream, Vec<Module>) {
    let count: usize = files.iter().map(|(_, names)| names.len()).sum();
    if shape != Shape::Crate || count <= MOST_NAMES {
        let exports = files.iter();
        let exports = exports.map(|(file, names)| quote!(pub use #file::{#(#names),*};));
        return (exports.collect(), Vec::new());
    }
    let mut parts: Vec<(TokenStream, usize)> = Vec::new();
    for (file, names) in files {
        let has_room = |(_, count): &&mut (TokenStream, usize)| count + names.len() <= MOST_NAMES;
        if parts.last_mut().filter(has_room).is_none() {
            parts.push((TokenStream::new(), 0));
        }
        if let Some((items, count)) = parts.last_mut() {
            items.extend(quote!(pub use super::#file::{#(#names),*};));
            *count += names.len();
        }
    }
    let parts = parts.into_iter().enumerate().map(|(at, (items, _))| {
        let name = beside(files.iter().map(|(file, _)| file), &format!("exports_{at}"));
        Module::file(name, Vec::new(), items)
    });
    let parts: Vec<Module> = parts.collect();
    let names = parts.iter().map(|it| format_ident!("{}", it.name));
    (quote!(#(pub use #names::*;)*), parts)
}

/// A name for one more file, which differs from those of all others.
pub(super) fn beside<'f>(files: impl Iterator<Item = &'f Ident> + Clone, name: &str) -> String {
    let mut name = name.to_owned();
    while files.clone().any(|it| *it == name) {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn very_many_names_are_passed_on_by_files_of_their_own() {
        let files = |count: usize| -> Vec<(Ident, Vec<Ident>)> {
            let names = (0..count).map(|it| format_ident!("A{it}")).collect();
            vec![
                (format_ident!("exports_1"), names),
                (format_ident!("b"), vec![format_ident!("B")]),
            ]
        };
        let (items, parts) = exports(&files(1), Shape::Crate);
        assert_eq!(
            items.to_string(),
            "pub use exports_1 :: { A0 } ; pub use b :: { B } ;"
        );
        assert!(parts.is_empty());

        let (items, parts) = exports(&files(MOST_NAMES), Shape::Crate);
        assert_eq!(
            items.to_string(),
            "pub use exports_0 :: * ; pub use exports_1_ :: * ;"
        );
        assert_eq!(parts[1].items.to_string(), "pub use super :: b :: { B } ;");
        assert!(exports(&files(MOST_NAMES), Shape::Module).1.is_empty());
    }
}
