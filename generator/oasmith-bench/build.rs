//! Makes the serde twins of the generated models: the same structs and enums, with serde's derives.
//!
//! In: `generated/portsip-pbx/src/models/*.rs`. Out: `twin.rs`, with the detailed tenant, what the server by hand reads
//! and writes, and all that they hold.
//! Read from the generated code itself, so that both codecs are always measured on the same fields.

#[path = "build/models.rs"]
mod models;
#[path = "build/twin.rs"]
mod twin;
#[path = "build/wires.rs"]
mod wires;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use models::Models;

/// What `GET /tenants/{id}` answers.
const ROOT: &str = "Tenant";

/// What `POST /tenants` takes and answers, and what `GET /network` answers.
const SERVED: [&str; 3] = [
    "CreateTenantRequest",
    "CreatedResource",
    "NetworkConfiguration",
];

const FOLDER: &str = "../../generated/portsip-pbx/src/models";

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={FOLDER}");
    if let Err(error) = write_twin() {
        println!("cargo::error={error:#}");
    }
}

fn write_twin() -> Result<()> {
    let twin = twin::twin(&read_models()?, ROOT, &SERVED)?;
    let twin = syn::parse2(twin).context("the twin is not Rust")?;
    let out = std::env::var_os("OUT_DIR").context("cargo sets OUT_DIR")?;
    let place = PathBuf::from(out).join("twin.rs");
    fs::write(&place, prettyplease::unparse(&twin))
        .with_context(|| format!("could not write {}", place.display()))
}

fn read_models() -> Result<Models> {
    let entries = fs::read_dir(FOLDER).with_context(|| format!("could not read {FOLDER}"))?;
    let files = entries.map(|entry| Ok(entry?.path()));
    let mut files = files.collect::<Result<Vec<PathBuf>>>()?;
    files.sort();
    let mut models = Models::default();
    for file in files {
        let unreadable = || format!("could not read {}", file.display());
        let text = fs::read_to_string(&file).with_context(unreadable)?;
        let file = syn::parse_file(&text).with_context(unreadable)?;
        models.add(file).with_context(unreadable)?;
    }
    Ok(models)
}
