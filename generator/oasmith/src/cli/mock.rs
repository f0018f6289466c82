//! `oasmith mock`
//!
//! In: an API. Out: a server, for as long as it is wanted: the generated crate with its feature `mock`, and a program
//! of a few lines that listens. Requests are checked by the code that checks them in earnest, so there is no second
//! opinion on what is right; that costs a build by cargo, which keeps what did not change.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use oasmith::findings::{Findings, Stopped};
use oasmith::write::{self, Tree};
use oasmith::{api, codes, pipeline};
use oasmith_codegen::{FileSet, Shape, ir};
use oasmith_source::Diagnostic;

use super::Said;
use super::args::Mock;

/// The program, which is the same for every API.
const MAIN: &str = include_str!("mock/main.rs");
const MANIFEST: &str = include_str!("../../../../templates/mock/Cargo.toml.j2");

pub fn run(args: &Mock, findings: &mut Findings) -> Result<Said, Stopped> {
    let mut api = api::open(&args.api, findings)?;
    api.widen(args.root.as_deref(), findings)?;
    api.config.targets = ir::Targets {
        client: false,
        server: true,
        mock: true,
        docs: false,
    };
    api.config.seed = args.seed;
    // A mock is there to find mistakes of its callers.
    if api.config.assert_formats.is_empty() {
        api.config.assert_formats = ir::FORMATS.map(|(_, format)| format).to_vec();
    }
    let made = pipeline::generated(&api, Shape::Crate, findings)?;
    // What the API sends is answered by others.
    let served = made.api.groups.iter().filter(|it| !it.is_received);
    if served.flat_map(|it| &it.methods).next().is_none() {
        return stop("there are no operations to answer", findings);
    }
    let package = made.api.package.as_str();
    let Some(folder) = args.folder.clone().or_else(|| cache(package)) else {
        return stop(
            "there is no folder for a cache: give one with `--folder`",
            findings,
        );
    };
    if let Err(fault) = put(&folder, package, &made.files) {
        return findings.stop(fault.diagnostic());
    }
    serve(&folder, args, findings)
}

/// The generated crate, and the program beside it.
fn put(folder: &Path, package: &str, api: &FileSet) -> Result<(), write::Fault> {
    let mut program = FileSet::default();
    program.insert("Cargo.toml", MANIFEST.replace("{{ package }}", package));
    program.insert("src/main.rs", MAIN);
    write::folder(&folder.join("api"), &Tree::new(api.iter())?)?;
    write::folder(&folder.join("program"), &Tree::new(program.iter())?)?;
    Ok(())
}

/// Builds it and becomes it, until it is stopped.
fn serve(folder: &Path, args: &Mock, findings: &mut Findings) -> Result<Said, Stopped> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = folder.join("target");
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--manifest-path"])
        .arg(folder.join("program/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .status();
    match built {
        Ok(status) if status.success() => {}
        Ok(_) => return stop("cargo could not build it", findings),
        Err(error) => return stop(&format!("cargo cannot be run: {error}"), findings),
    }
    let program = format!("debug/mock{}", std::env::consts::EXE_SUFFIX);
    let mut program = Command::new(target.join(program));
    program.arg(args.port.to_string());
    program.args(args.stateful.then_some("stateful"));
    match become_(&mut program) {
        Ok(()) => Ok(Said::fine("")),
        Err(error) => stop(&format!("the mock cannot be run: {error}"), findings),
    }
}

/// Whoever stops this process means the server, so it takes its place.
#[cfg(unix)]
fn become_(program: &mut Command) -> io::Result<()> {
    use std::os::unix::process::CommandExt;
    Err(program.exec())
}

#[cfg(not(unix))]
fn become_(program: &mut Command) -> io::Result<()> {
    match program.status()?.success() {
        true => Ok(()),
        false => Err(io::Error::other("it failed")),
    }
}

/// Where caches are on this system.
fn cache(package: &str) -> Option<PathBuf> {
    let set = |name| {
        std::env::var_os(name)
            .filter(|it| !it.is_empty())
            .map(PathBuf::from)
    };
    let caches = set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| Some(set("HOME")?.join(".cache")))?;
    Some(caches.join("oasmith/mock").join(package))
}

fn stop(why: &str, findings: &mut Findings) -> Result<Said, Stopped> {
    findings.stop(Diagnostic::error(&codes::MOCK_UNSERVED, why.to_owned()))
}
