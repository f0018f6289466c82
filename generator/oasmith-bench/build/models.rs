//! What generated models consist of: definitions, and the names that their members and values have in JSON.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use syn::{File, Item, ItemUse, UseTree, Visibility};

use crate::wires::{self, Wires};

#[derive(Default)]
pub struct Models {
    pub definitions: HashMap<String, Item>,
    /// By type: the name in JSON of each field or variant.
    pub wires: HashMap<String, Wires>,
    /// What the models import from other crates, by their text.
    pub imports: BTreeMap<String, ItemUse>,
}

impl Models {
    /// Takes up what a file of the generated crate holds.
    pub fn add(&mut self, file: File) -> Result<()> {
        for item in file.items {
            match item {
                Item::Struct(it) => self.define(it.ident.to_string(), Item::Struct(it)),
                Item::Enum(it) => self.define(it.ident.to_string(), Item::Enum(it)),
                Item::Type(it) => self.define(it.ident.to_string(), Item::Type(it)),
                Item::Impl(it) => self.name(wires::of_impl(&it)),
                Item::Macro(it) => self.name(wires::of_macro(&it)?),
                Item::Use(it) => self.import(it),
                _ => {}
            }
        }
        Ok(())
    }

    fn define(&mut self, name: String, item: Item) {
        self.definitions.insert(name, item);
    }

    fn name(&mut self, found: Option<(String, Wires)>) {
        self.wires.extend(found);
    }

    fn import(&mut self, it: ItemUse) {
        let (UseTree::Path(path), Visibility::Inherited) = (&it.tree, &it.vis) else {
            return;
        };
        let own = ["crate", "self", "super"];
        if !own.iter().any(|own| path.ident == own) {
            let key = quote::quote!(#it).to_string();
            self.imports.insert(key, it);
        }
    }
}
