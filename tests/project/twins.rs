//! No two models are equal member for member and check for check, unless the ledger of names says why.

use insta::assert_snapshot;
use quote::ToTokens;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syn::{Item, ItemImpl, Type};

#[test]
fn equal_models_are_apart_for_a_reason_that_the_ledger_gives() {
    let ledger = Notes::read();
    let mut by_shape: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, shape) in shapes() {
        by_shape.entry(shape).or_default().push(name);
    }
    let mut twins: Vec<String> = by_shape
        .values()
        .filter(|names| names.len() > 1)
        .map(|names| format!("{}: {}", names.join(" = "), ledger.why(names)))
        .collect();
    twins.sort();
    assert_snapshot!(twins.join("\n"), @"CreatedHoliday = CreatedResource: apart from CreatedResource because its id is readOnly");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each model, and all that its values are: members or variants with their names in JSON, types, and checks.
fn shapes() -> BTreeMap<String, String> {
    let folder = root().join("generated/portsip-pbx/src/models");
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the models") {
        let text = fs::read_to_string(entry.expect("a file").path()).expect("text");
        let file = syn::parse_file(&text).expect("Rust");
        for item in file.items {
            if let Some((name, part)) = part(&item) {
                found.entry(name).or_default().push_str(&part);
            }
        }
    }
    found
}

/// What an item says of a model.
fn part(item: &Item) -> Option<(String, String)> {
    match item {
        Item::Struct(it) => {
            let fields = it.fields.iter().map(|it| {
                let (name, ty) = (it.ident.to_token_stream(), it.ty.to_token_stream());
                format!("{name}: {ty}\n")
            });
            Some((it.ident.to_string(), fields.collect()))
        }
        Item::Impl(it) => {
            let name = named(&it.self_ty)?;
            let (of, _) = it.trait_.as_ref()?;
            let is_shape = ["Json", "Checked", "OpenEnum"]
                .iter()
                .any(|it| of.is_ident(it));
            is_shape.then(|| (name, body(it)))
        }
        // The codec of a model whose members are all optional: `members! { crate::runtime; Tenant; id, name }`.
        Item::Macro(it) if it.mac.path.segments.last()?.ident == "members" => {
            let given = it.mac.tokens.to_string();
            let mut parts = given.splitn(3, ';').map(str::trim).skip(1);
            Some((parts.next()?.to_owned(), parts.next()?.to_owned() + "\n"))
        }
        _ => None,
    }
}

fn named(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(it) => it.path.get_ident().map(ToString::to_string),
        _ => None,
    }
}

fn body(it: &ItemImpl) -> String {
    it.items
        .iter()
        .map(|it| it.to_token_stream().to_string() + "\n")
        .collect()
}

/// What the ledger notes on names.
struct Notes(BTreeMap<String, String>);

impl Notes {
    fn read() -> Self {
        let text = fs::read_to_string(root().join("specs/portsip/names.toml"));
        let table: toml::Table = text.expect("a ledger").parse().expect("TOML");
        let entries = table["schema"].as_array().expect("entries");
        let noted = entries.iter().filter_map(|it| {
            let text = |key: &str| it.get(key)?.as_str().map(str::to_owned);
            Some((text("name")?, text("note")?))
        });
        Notes(noted.collect())
    }

    /// Why models of these names are apart: a note on one of them that names another.
    fn why(&self, names: &[String]) -> &str {
        let names_another = |own: &str, note: &str| {
            let mut words = note.split_whitespace();
            words.any(|word| word != own && names.iter().any(|it| it == word))
        };
        let notes = names.iter().filter_map(|it| Some((it, self.0.get(it)?)));
        let mut reasons = notes.filter(|(own, note)| names_another(own, note));
        reasons.next().map_or("NO REASON", |(_, note)| note)
    }
}
