//! Who may know whom.
//!
//! `source <- spec <- {lint, codegen, sample} <- oasmith`, and the runtime, which knows none of them. In: manifests and
//! sources. Out: every forbidden edge. Methods of `Path` that ask the disk are not looked for.

use crate::paths::paths;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The crates, and which of the others each may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("oasmith-source", &[]),
    ("oasmith-runtime", &[]),
    ("oasmith-spec", &["oasmith-source"]),
    // What examples are held to is what samples are held to: formats, patterns, numbers.
    (
        "oasmith-lint",
        &["oasmith-source", "oasmith-spec", "oasmith-sample"],
    ),
    (
        "oasmith-codegen",
        &["oasmith-source", "oasmith-spec", "oasmith-runtime"],
    ),
    // Of the runtime only what judges texts, so that all hold them to the same.
    (
        "oasmith-sample",
        &["oasmith-source", "oasmith-spec", "oasmith-runtime"],
    ),
    (
        "oasmith",
        &[
            "oasmith-source",
            "oasmith-spec",
            "oasmith-lint",
            "oasmith-codegen",
            "oasmith-sample",
        ],
    ),
    // Measures the command from outside, and the stages that make one document of many from inside. What it sends
    // through generated crates is sampled, and put into their types by what the IR says of them. A form with files, which
    // no operation of PortSIP's takes, is an operation by hand on the runtime.
    (
        "oasmith-bench",
        &[
            "oasmith-source",
            "oasmith-spec",
            "oasmith-sample",
            "oasmith-codegen",
            "oasmith-runtime",
        ],
    ),
];

/// Tokens live here, and what is made of them.
const TOKENS: &[&str] = &[
    "oasmith-codegen/src/emit",
    "oasmith-codegen/src/format",
    "oasmith-codegen/src/layout",
];

/// The program of a mock, which is text here.
const MOCK: &str = "oasmith/src/cli/mock/main.rs";

/// What the generated client and server are measured beside, written by hand.
const MEASURED: &str = "oasmith-bench/src/client";
const SERVED: &str = "oasmith-bench/src/server";

/// What only some files may name: the path, and where.
const RESERVED: &[(&str, &[&str])] = &[
    // The only readers and the only writer of the disk.
    (
        "std::fs",
        &[
            "oasmith-spec/src/load",
            "oasmith/src/write",
            "oasmith-bench/",
        ],
    ),
    ("std::net", &["oasmith-runtime/src/", MOCK, SERVED]),
    ("tokio", &["oasmith-runtime/src/", MOCK, MEASURED, SERVED]),
    ("reqwest", &["oasmith-runtime/src/", MEASURED]),
    ("hyper", &["oasmith-runtime/src/"]),
    ("axum", &["oasmith-runtime/src/", MOCK, MEASURED, SERVED]),
    // Its text is copied; but for what is measured, nothing of it is used but its formats and styles.
    (
        "oasmith_runtime",
        &[
            "oasmith-codegen/src/ir.rs",
            "oasmith-sample/src/format.rs",
            "oasmith-codegen/src/emit/runtime.rs",
            "oasmith-codegen/src/layout",
            MEASURED,
        ],
    ),
    ("quote", TOKENS),
    ("syn", TOKENS),
    // These work from the IR and must not know the document.
    (
        "oasmith_spec",
        &[
            "oasmith-codegen/src/lower",
            "oasmith-codegen/src/codes.rs",
            "oasmith/src/",
            "oasmith-bench/",
            "oasmith-sample/",
            "oasmith-lint/",
        ],
    ),
];

/// Files by their path under `generator/`.
type Tree = BTreeMap<String, String>;

fn forbidden(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in tree {
        let (krate, rest) = path.split_once('/').unwrap_or((path, ""));
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == krate) else {
            found.push(format!("{krate} has no layer"));
            continue;
        };
        if rest == "Cargo.toml" {
            let edges = dependencies(text).into_iter();
            let ours = edges.filter(|it| {
                it.starts_with("oasmith") && it != krate && !allowed.contains(&it.as_str())
            });
            found.extend(ours.map(|it| format!("{path} depends on {it}")));
        } else if rest.starts_with("src/") && rest.ends_with(".rs") {
            let named = paths(text)
                .into_iter()
                .filter_map(|it| objection(path, &it, krate, allowed));
            found.extend(named.map(|it| format!("{path} names {it}")));
        }
    }
    found.dedup();
    found
}

fn dependencies(manifest: &str) -> Vec<String> {
    let table: toml::Table = manifest.parse().expect("a manifest is TOML");
    let targets = table.get("target").and_then(toml::Value::as_table);
    let targets = targets
        .into_iter()
        .flat_map(|it| it.values().filter_map(toml::Value::as_table));
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    std::iter::once(&table)
        .chain(targets)
        .flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()))
        .flat_map(|list| list.keys().cloned())
        .collect()
}

/// The part of a path that the file must not name.
fn objection(file: &str, named: &str, krate: &str, allowed: &[&str]) -> Option<String> {
    // A name alone, such as `quote`, may be anything: a crate is always used through something in it.
    let (first, _) = named.split_once("::")?;
    let of_ours = first.replace('_', "-");
    let is_crate = LAYERS.iter().any(|(name, _)| *name == of_ours);
    if is_crate && of_ours != krate && !allowed.contains(&of_ours.as_str()) {
        return Some(first.to_owned());
    }
    let reserved = RESERVED.iter().filter(|(path, _)| is_under(named, path));
    let mut refused = reserved.filter(|(_, files)| !files.iter().any(|it| file.starts_with(it)));
    refused.next().map(|(path, _)| (*path).to_owned())
}

fn is_under(named: &str, path: &str) -> bool {
    named
        .strip_prefix(path)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn read(folder: &Path, name: &str, tree: &mut Tree) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = entry.path();
        let name = format!("{name}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), tree);
        } else if name.ends_with(".rs") || name.ends_with("Cargo.toml") {
            tree.insert(name, fs::read_to_string(path).expect("a text"));
        }
    }
}

#[test]
fn no_crate_knows_one_that_it_must_not() {
    let mut tree = Tree::new();
    read(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("generator"),
        "",
        &mut tree,
    );
    assert!(tree.len() > 100, "{} files are not the project", tree.len());
    let found = forbidden(&tree);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn forbidden_edges_are_found() {
    let cases: &[(&str, &str, &str)] = &[
        (
            "oasmith-source/Cargo.toml",
            "[dependencies]\noasmith-spec = '1'",
            "depends on oasmith-spec",
        ),
        (
            "oasmith-lint/Cargo.toml",
            "[dev-dependencies]\noasmith-codegen = '1'",
            "depends on oasmith-codegen",
        ),
        (
            "oasmith-runtime/Cargo.toml",
            "[target.'cfg(unix)'.dependencies]\noasmith-source.workspace = true",
            "depends on oasmith-source",
        ),
        (
            "oasmith-spec/src/merge.rs",
            "use oasmith_codegen::ir;",
            "names oasmith_codegen",
        ),
        (
            "oasmith-spec/src/merge.rs",
            "use std::{collections::BTreeMap, fs::{self, File}};",
            "names std::fs",
        ),
        (
            "oasmith-lint/src/rule.rs",
            "fn f() { std::fs::read(\"x\"); }",
            "names std::fs",
        ),
        (
            "oasmith-lint/src/rule.rs",
            "fn f() { g!(std::net::TcpStream) }",
            "names std::net",
        ),
        (
            "oasmith-codegen/src/emit/structs.rs",
            "type N = oasmith_spec::Node;",
            "names oasmith_spec",
        ),
        (
            "oasmith-codegen/src/format.rs",
            "use oasmith_spec::Node;",
            "names oasmith_spec",
        ),
        (
            "oasmith-codegen/src/lower.rs",
            "use quote::quote;",
            "names quote",
        ),
        (
            "oasmith/src/cli.rs",
            "fn f() { reqwest::get(\"x\"); }",
            "names reqwest",
        ),
    ];
    for (path, text, complaint) in cases {
        let tree = Tree::from([((*path).to_owned(), (*text).to_owned())]);
        assert_eq!(forbidden(&tree), [format!("{path} {complaint}")]);
    }
    let stranger = Tree::from([("oasmith-extra/Cargo.toml".to_owned(), String::new())]);
    assert_eq!(forbidden(&stranger), ["oasmith-extra has no layer"]);
}

#[test]
fn allowed_edges_are_not() {
    let cases = [
        ("oasmith-spec/src/load.rs", "use std::fs;"),
        (
            "oasmith-spec/src/merge.rs",
            "// std::fs\n/// `std::fs`\nconst X: &str = \"std::fs\"; #[cfg(test)] mod tests { use std::fs; }",
        ),
        (
            "oasmith-codegen/src/lower.rs",
            "use oasmith_spec::{Document, Valid};",
        ),
        (
            "oasmith-codegen/Cargo.toml",
            "[dependencies]\noasmith-runtime.workspace = true",
        ),
        ("oasmith/src/write/file.rs", "use std::fs::File;"),
        (
            "oasmith-codegen/src/emit/server.rs",
            "fn f() { quote! { axum::Router } }",
        ),
    ];
    let tree = cases.map(|(path, text)| (path.to_owned(), text.to_owned()));
    assert_eq!(forbidden(&Tree::from(tree)), Vec::<String>::new());
}
