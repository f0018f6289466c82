//! How long a router takes to make: PortSIP's here, and a document's in a crate that is generated for it.
//!
//! That crate, and a program that makes its router over and over, are built in the target folder; what the program
//! prints is what is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Side;
use crate::report::{Figure, Goal, Unit};
use crate::samples::spread;
use crate::{cpu, folder, generate};

pub fn measure(large: Option<&Path>, rounds: usize) -> Result<Vec<Figure>> {
    let mut times = Vec::new();
    for _ in 0..rounds {
        let start = cpu::own_seconds()?;
        drop(std::hint::black_box(Side::Ours.app()));
        times.push((cpu::own_seconds()? - start) * 1e3);
    }
    let what = "making PortSIP's router";
    let mut figures = vec![Figure::measured(what, Unit::CpuMilliseconds, spread(times))];
    if let Some(document) = large {
        figures.push(of(document)?);
    }
    Ok(figures)
}

const PROGRAM: &str = r#"
use api::server::*;

struct Nothing;

TRAITS
AUTH
fn main() {
    // The process starts for this, as a server does: the first time counts.
    let start = nanoseconds();
    let router = ROUTER;
    println!("{}", (nanoseconds() - start) / 1e6);
    drop(router);
}

/// CPU time so far, as Linux tells it.
fn nanoseconds() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let first = told.split(' ').next().and_then(|it| it.parse().ok());
    first.expect("the system tells the CPU time of a process")
}
"#;

const MANIFEST: &str = r#"[package]
name = "maker"
version = "0.1.0"
edition = "2024"

[workspace]

[dependencies]
api = { path = "api", default-features = false, features = ["server"] }
axum = { version = "0.8", default-features = false }

[profile.release]
debug = false
"#;

/// How often the program runs.
const RUNS: usize = 11;

fn of(document: &Path) -> Result<Figure> {
    let folder = folder::scratch("router")?;
    let api = generated(document, &folder)?;
    let program = program(&api)?;
    write(&folder.join("Cargo.toml"), MANIFEST)?;
    write(&folder.join("src/main.rs"), &program)?;
    let lock = folder.join("Cargo.lock");
    fs::copy(folder::workspace().join("Cargo.lock"), &lock)
        .with_context(|| format!("could not copy to {}", lock.display()))?;
    let target = folder.join("target");
    let mut building = folder::cargo();
    building
        .args(["build", "--release", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", &target);
    cpu::run(&building)?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let output = Command::new(target.join("release/maker")).output()?;
        ensure!(output.status.success(), "the program does not run");
        times.push(String::from_utf8(output.stdout)?.trim().parse()?);
    }
    let what = format!("making the router of {}", name(document));
    Ok(Figure::measured(&what, Unit::CpuMilliseconds, spread(times)).goal(Goal::AtMost(20.0)))
}

/// The manifest of an API that is only a server.
const SETTINGS: &str = r#"[api]
name = "api"
sources = ["document.*"]

[generate]
targets = ["server"]
"#;

/// Generates the crate, and tells where it is.
fn generated(document: &Path, folder: &Path) -> Result<PathBuf> {
    let specs = folder.join("specs");
    let extension = document.extension().unwrap_or("json".as_ref());
    let copied = specs.join("document").with_extension(extension);
    // Another document, or one in another format, must leave nothing behind.
    for old in [&specs, &folder.join("api")] {
        if old.exists() {
            fs::remove_dir_all(old)
                .with_context(|| format!("could not remove {}", old.display()))?;
        }
    }
    write(&specs.join("oasmith.toml"), SETTINGS)?;
    fs::copy(document, &copied)
        .with_context(|| format!("could not copy {}", document.display()))?;
    let api = folder.join("api");
    let mut generating = Command::new(generate::build()?);
    generating.arg("generate").arg(&specs).arg("-o").arg(&api);
    cpu::run(&generating)?;
    Ok(api)
}

/// A program whose type implements every trait with what it has by default.
fn program(api: &Path) -> Result<String> {
    let place = api.join("src/server/mod.rs");
    let server = fs::read_to_string(&place)
        .with_context(|| format!("could not read {}", place.display()))?;
    let traits = server
        .lines()
        .filter_map(|line| line.strip_prefix("pub use ")?.strip_suffix("Api;"))
        .filter_map(|path| {
            Some(format!(
                "impl {}Api for Nothing {{}}\n",
                path.rsplit_once("::")?.1
            ))
        });
    let traits: String = traits.collect();
    let guarded = server
        .split_once("pub trait Authenticator: Send + Sync + 'static {")
        .and_then(|(_, rest)| rest.split_once("\n}\n"));
    let (auth, router) = match guarded {
        Some((methods, _)) => {
            let refused = "+ Send { async { Err(Error::unauthorized()) } }";
            let methods = methods.replace("+ Send;", refused);
            let auth = format!("#[allow(unused)]\nimpl Authenticator for Nothing {{{methods}}}\n");
            (auth, "router(Nothing, Nothing)")
        }
        None => (String::new(), "router(Nothing)"),
    };
    Ok(PROGRAM
        .replace("TRAITS", &traits)
        .replace("AUTH", &auth)
        .replace("ROUTER", router))
}

fn name(document: &Path) -> String {
    let name = document.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn write(path: &Path, text: &str) -> Result<()> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, text))
        .with_context(|| format!("could not write {}", path.display()))
}
