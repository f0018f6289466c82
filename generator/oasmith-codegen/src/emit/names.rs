//! Identifiers that emitted code uses beyond those of the IR: marks for the linker, locals, constants.
//!
//! IR names are unique where they stand, but they meet what emitted code brings along: a field `key` meets the `key` of
//! a closure, a model `Reader` the runtime's. Locals are chosen here, so that they never meet a field; types are marked
//! here with where they live, and `link` finds out how each file has to call them.

use crate::ir::Name;
use heck::ToShoutySnakeCase;
use proc_macro2::{Ident, Span};

/// The modules that items live in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    Models,
    Operations,
    Server,
    Security,
}

impl Home {
    pub(super) fn module(self) -> &'static str {
        match self {
            Home::Models => "models",
            Home::Operations => "operations",
            Home::Server => "server",
            Home::Security => "security",
        }
    }
}

/// An item of the generated crate, wherever it is used or defined: `__models__Tenant`, which no document can name,
/// since names from documents have no leading underscores.
pub(super) fn item(home: Home, name: &Name) -> Ident {
    marked(home.module(), name.as_str())
}

/// A name that means nothing outside of the place where it stands: a variant.
pub(super) fn plain(name: &Name) -> Ident {
    marked("plain", name.as_str())
}

fn marked(mark: &str, name: &str) -> Ident {
    Ident::new(&format!("__{mark}__{name}"), Span::call_site())
}

/// Takes a marked identifier apart: `("models", "Tenant")`.
pub(super) fn unmark(ident: &str) -> Option<(&str, &str)> {
    ident.strip_prefix("__")?.split_once("__")
}

/// A field, argument, method or module as the IR has it.
pub(super) fn ident(name: &Name) -> Ident {
    match name.as_str().strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name.as_str(), Span::call_site()),
    }
}

/// A local of emitted code that differs from all of `fields`, which are in scope as well.
pub(super) fn local<'n>(name: &str, fields: impl Iterator<Item = &'n Name> + Clone) -> Ident {
    let mut name = name.to_owned();
    while fields.clone().any(|it| it.as_str() == name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

/// `BEARER`, of a static.
pub(super) fn constant(name: &str) -> String {
    let plain = name.strip_prefix("r#").unwrap_or(name);
    plain.to_shouty_snake_case()
}

/// The static of a security scheme.
pub(super) fn scheme(name: &Name) -> Ident {
    item(Home::Security, &Name(constant(name.as_str())))
}

/// Names of methods that take `self` by value as a setter does, and that clippy wants to be of a trait.
pub(super) fn looks_like_a_trait_method(name: &Name) -> bool {
    let name = name.as_str();
    [
        "add", "sub", "mul", "div", "rem", "shl", "shr", "bitand", "bitor", "bitxor",
    ]
    .contains(&name)
}
