//! No public item of the crate says `serde_json::Value`: everything has a type, and `serde_json` no say in ours.

use proc_macro2::{TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};

/// The one file that is there for `serde_json`'s sake.
const SHIMS: &str = "runtime/serde_shims.rs";

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if !path.ends_with(SHIMS) {
            found.push(path);
        }
    }
}

/// Whether some path ends in `Value`, or begins with `serde_json`.
fn names_value(tokens: TokenStream) -> bool {
    let mut path = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => {
            path = false;
            names_value(group.stream())
        }
        TokenTree::Ident(name) => (path && name == "Value") || name == "serde_json",
        TokenTree::Punct(mark) => {
            path = mark.as_char() == ':';
            false
        }
        TokenTree::Literal(_) => false,
    })
}

#[test]
fn nothing_in_the_crate_is_a_json_value() {
    let mut files = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("generated/portsip-pbx/src");
    sources(&folder, &mut files);
    assert!(files.len() > 50, "{} files are not the crate", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        let runtime = file.starts_with(folder.join("runtime"));
        // The runtime's reader has a `Value` of its own, and is the same for every API.
        let found = match runtime {
            true => text.contains("serde_json::"),
            false => names_value(text.parse().expect("Rust")),
        };
        assert!(!found, "{}", file.display());
    }
}

#[test]
fn a_json_value_would_be_found() {
    for text in [
        "pub x: Option<serde_json::Value>",
        "use serde_json as j;",
        "fn f(v: json::Value) {}",
        "m!(a::Value)",
    ] {
        assert!(names_value(text.parse().expect("tokens")), "{text}");
    }
    for text in [
        "/// A `serde_json::Value`\nstruct X;",
        "enum E { Value }",
        "const X: &str = \"serde_json::Value\";",
    ] {
        assert!(!names_value(text.parse().expect("tokens")), "{text}");
    }
}
