//! Decides what each name is called in its file, and imports it.
//!
//! In: the items of one file, in which items of the crate are marked (`names::item`) and everything else goes by its own
//! name. Out: imports and items that compile.
//! A document may call a model `Json`, `Answer` or `Send`. Where that model is defined, the runtime's and the standard
//! library's type of that name are written with their path; in any other file the model is. So emitters write
//! `Json` or `Vec` and never think of it, and files without such a model stay readable.

mod origin;

use super::Feature;
use super::names::unmark;
use origin::{GATED, Origin, origin, prelude};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Span, TokenStream, TokenTree};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The file that is linked.
pub(super) struct File<'a> {
    /// The path of its module, from the root: `["models", "tenant"]`.
    pub(super) path: &'a [String],
    pub(super) root: Root,
    /// What the file itself is built with; imports need not repeat it.
    pub(super) gate: Option<Feature>,
}

/// How a file names the root of what is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Root {
    /// `crate`; parts are switched by features.
    Crate,
    /// `super::super`: inside of somebody's module, without features.
    Relative,
}

impl Root {
    /// The path of the root, seen from a module this deep.
    pub(super) fn path(self, depth: usize) -> TokenStream {
        match (self, depth) {
            (Root::Crate, _) => quote!(crate),
            (Root::Relative, 0) => quote!(self),
            (Root::Relative, depth) => {
                let supers = std::iter::repeat_n(quote!(super), depth);
                quote!(#(#supers)::*)
            }
        }
    }

    /// The attribute for a part that is only there with `feature`.
    pub(super) fn gate(self, feature: Feature) -> TokenStream {
        match self {
            Root::Crate => feature.gate(),
            Root::Relative => TokenStream::new(),
        }
    }
}

/// Imports and items of a file.
pub(super) fn link(file: &File<'_>, items: TokenStream) -> TokenStream {
    let items = trees(items, &mut String::new());
    let mut here = Here::default();
    here.read(&items, Context::Items);
    let mut linker = Linker {
        file,
        here,
        imports: BTreeMap::new(),
        taken: BTreeMap::new(),
        bare: BTreeSet::new(),
    };
    let items = linker.rewrite(items, Context::Items);
    let mut linked = linker.imports();
    linked.extend(items);
    linked
}

/// A token that can be read before it is moved: streams give theirs away, or copies.
enum Tree {
    Group(Delimiter, Vec<Tree>),
    /// What is in the brackets of an attribute, where no name is looked up: documentation, features, derives.
    Attribute(Group),
    Ident(Ident, Word),
    Punct(Punct),
    Literal(Literal),
}

/// What an identifier means here.
enum Word {
    Use,
    Type,
    /// `struct` and the like: what is defined comes next.
    Defining,
    /// Marked, or in capitals: the name of something that may have to be imported.
    Name(String),
    /// Members, variables, modules and all other keywords.
    Other,
}

impl Word {
    /// Most identifiers are `Other`, so that their text is in `room` only, and not in a string for each.
    fn of(ident: &Ident, room: &mut String) -> Self {
        room.clear();
        let _ = write!(room, "{ident}");
        match room.as_str() {
            "use" => Word::Use,
            "type" => Word::Type,
            "struct" | "enum" | "trait" | "static" | "const" => Word::Defining,
            it if it.starts_with(|it: char| it == '_' || it.is_ascii_uppercase()) => {
                Word::Name(it.to_owned())
            }
            _ => Word::Other,
        }
    }
}

fn trees(tokens: TokenStream, room: &mut String) -> Vec<Tree> {
    let mut behind_hash = false;
    let tree = |token| match token {
        TokenTree::Group(group) if std::mem::take(&mut behind_hash) => Tree::Attribute(group),
        TokenTree::Group(group) => {
            let (delimiter, inner) = (group.delimiter(), group.stream());
            // With the group gone nobody else has its tokens, and they are moved and not copied.
            drop(group);
            Tree::Group(delimiter, trees(inner, room))
        }
        TokenTree::Ident(ident) => {
            let word = Word::of(&ident, room);
            Tree::Ident(ident, word)
        }
        TokenTree::Punct(punct) => {
            behind_hash = punct.as_char() == '#';
            Tree::Punct(punct)
        }
        TokenTree::Literal(literal) => Tree::Literal(literal),
    };
    tokens.into_iter().map(tree).collect()
}

/// Whether tokens are those of an import, where every name stands as it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Items,
    Use,
}

impl Context {
    fn after(self, token: &Tree) -> Self {
        match token {
            Tree::Ident(_, Word::Use) => Context::Use,
            Tree::Punct(it) if it.as_char() == ';' => Context::Items,
            _ => self,
        }
    }
}

/// The names of a file, as far as others depend on them.
#[derive(Default)]
struct Here {
    /// Marked names that are defined or exported.
    defined: BTreeSet<String>,
    /// Other names that emitters import themselves, to export them.
    exported: BTreeSet<String>,
    /// Names of the runtime and the standard library that are used.
    outer: BTreeSet<String>,
}

impl Here {
    fn read(&mut self, tokens: &[Tree], mut context: Context) {
        let mut defining = false;
        let mut before = Before::default();
        for token in tokens {
            match token {
                Tree::Group(_, inner) => self.read(inner, context),
                Tree::Ident(_, Word::Name(text)) => match unmark(text) {
                    Some((_, name)) if defining || context == Context::Use => {
                        self.defined.insert(name.to_owned());
                    }
                    Some(_) => {}
                    None => self.unmarked(text, context, before.may_begin_path()),
                },
                _ => {}
            }
            defining = matches!(token, Tree::Ident(_, Word::Defining | Word::Type));
            before.step(token);
            context = context.after(token);
        }
    }

    fn unmarked(&mut self, name: &str, context: Context, begins_path: bool) {
        if begins_path && origin(name).is_some() && !self.outer.contains(name) {
            self.outer.insert(name.to_owned());
        }
        if context == Context::Use {
            self.exported.insert(name.to_owned());
        }
    }

    fn has(&self, name: &str) -> bool {
        self.defined.contains(name) || self.exported.contains(name)
    }
}

/// What stands before a token, as far as it tells whether a name is looked up in the file's scope.
#[derive(Default)]
struct Before {
    colon: bool,
    dot: bool,
    /// `::` or `.`, but not `..`: the name is looked up in what is before; `type`: it is defined.
    inside: bool,
}

impl Before {
    fn may_begin_path(&self) -> bool {
        !self.inside
    }

    fn step(&mut self, token: &Tree) {
        let mark = match token {
            Tree::Punct(it) => it.as_char(),
            _ => ' ',
        };
        self.inside = match token {
            Tree::Ident(_, it) => matches!(it, Word::Type),
            _ => (mark == ':' && self.colon) || (mark == '.' && !self.dot),
        };
        (self.colon, self.dot) = (mark == ':', mark == '.');
    }
}

/// The rewriting of one file.
struct Linker<'a> {
    file: &'a File<'a>,
    here: Here,
    /// Names by where they are imported from, and the feature that this takes.
    imports: BTreeMap<(String, Option<Feature>), BTreeSet<String>>,
    /// Imported names of items, and the part that they live in.
    taken: BTreeMap<String, String>,
    /// Names of the runtime and the standard library that need no path: they stand in a file again and again.
    bare: BTreeSet<String>,
}

impl Linker<'_> {
    fn rewrite(&mut self, tokens: Vec<Tree>, mut context: Context) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::with_capacity(tokens.len());
        let mut before = Before::default();
        for token in tokens {
            let (here, begins_path) = (context, before.may_begin_path());
            before.step(&token);
            context = context.after(&token);
            match token {
                Tree::Group(delimiter, inner) => {
                    out.push(Group::new(delimiter, self.rewrite(inner, here)).into());
                }
                Tree::Ident(ident, Word::Name(name)) => match unmark(&name) {
                    Some((home, name)) => self.item(home, name, &mut out),
                    None => {
                        if here == Context::Items && begins_path && !self.bare.contains(&name) {
                            out.extend(self.outer(&name));
                        }
                        out.push(ident.into());
                    }
                },
                Tree::Ident(ident, _) => out.push(ident.into()),
                Tree::Attribute(group) => out.push(group.into()),
                Tree::Punct(punct) => out.push(punct.into()),
                Tree::Literal(literal) => out.push(literal.into()),
            }
        }
        out.into_iter().collect()
    }

    /// A marked name: bare where it is defined or can be imported, else behind its module.
    fn item(&mut self, home: &str, name: &str, out: &mut Vec<TokenTree>) {
        let ident = Ident::new(name, Span::call_site());
        let path = self.file.path;
        let here = path.first().is_some_and(|it| it == home);
        let taken = self.taken.get(name).map(|it| it == home);
        if home == "plain" || (here && self.here.defined.contains(name)) || taken == Some(true) {
            return out.push(ident.into());
        }
        let parent = match here && path.len() == 2 {
            true => quote!(super),
            false => {
                let (root, home) = (self.root(), Ident::new(home, Span::call_site()));
                quote!(#root::#home)
            }
        };
        let is_foreign = taken == Some(false) || self.here.outer.contains(name);
        if is_foreign || self.here.has(name) || prelude(name) {
            return out.extend(quote!(#parent::#ident));
        }
        self.taken.insert(name.to_owned(), home.to_owned());
        self.import(parent.to_string(), None, name);
        out.push(ident.into());
    }

    /// What stands before a name of the runtime or the standard library: nothing, unless the file defines another one.
    fn outer(&mut self, name: &str) -> TokenStream {
        let Some(origin) = origin(name) else {
            return TokenStream::new();
        };
        if !self.here.exported.contains(name) {
            let root = self.root();
            let (path, gate) = match origin {
                Origin::Runtime(module) => {
                    let gate = GATED
                        .iter()
                        .find(|(known, _)| *known == module)
                        .map(|(_, gate)| *gate);
                    let module = Ident::new(module, Span::call_site());
                    (quote!(#root::runtime::#module), gate)
                }
                Origin::Outside(path) | Origin::Prelude(path) => {
                    let path = path.split("::").map(|it| Ident::new(it, Span::call_site()));
                    (quote!(::#(#path)::*), None)
                }
            };
            if self.here.defined.contains(name) {
                return quote!(#path::);
            }
            if !matches!(origin, Origin::Prelude(_)) {
                let path = path.to_string();
                // An import names a crate without `::` before it, as people write it.
                let path = path.strip_prefix(":: ").unwrap_or(&path).to_owned();
                self.import(path, gate.filter(|it| self.file.gate != Some(*it)), name);
            }
        }
        self.bare.insert(name.to_owned());
        TokenStream::new()
    }

    fn import(&mut self, from: String, gate: Option<Feature>, name: &str) {
        self.imports
            .entry((from, gate))
            .or_default()
            .insert(name.to_owned());
    }

    fn root(&self) -> TokenStream {
        self.file.root.path(self.file.path.len())
    }

    fn imports(&self) -> TokenStream {
        let lines = self.imports.iter().filter_map(|((from, gate), names)| {
            let from: TokenStream = from.parse().ok()?;
            let gate = gate.map(|it| self.file.root.gate(it));
            let names = names.iter().map(|it| Ident::new(it, Span::call_site()));
            Some(quote!(#gate use #from::{#(#names),*};))
        });
        lines.collect()
    }
}
