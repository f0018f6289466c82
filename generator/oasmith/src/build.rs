//! Generates code from a build script.
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), oasmith::build::Error> {
//!     oasmith::build::Api::new("specs/petstore").generate()?;
//!     Ok(())
//! }
//! ```
//!
//! The code is one file in `OUT_DIR`, named as the package with `_` in place of `-`. It can stand in any module:
//!
//! ```ignore
//! pub mod petstore {
//!     include!(concat!(env!("OUT_DIR"), "/petstore.rs"));
//! }
//! ```
//!
//! In: the path of an API, as the command takes it. Out: the file, and on the standard output what cargo is to know:
//! which files to watch, and every finding with file and line.
//! Writes to `OUT_DIR` and nowhere else: the name ledger is read and never written.

mod cargo;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use oasmith_codegen::{Shape, ir};
use oasmith_source::{Diagnostic, Severity, render};

use crate::findings::{Findings, Stopped};
use crate::pipeline::Generated;
use crate::{api, codes, pipeline, write};

/// What is to be generated beside models and operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Client,
    Server,
}

/// One API to generate. What is not set here comes from `oasmith.toml`, or from the document.
#[derive(Clone, Debug)]
#[must_use = "nothing is generated before `generate` is called"]
pub struct Api {
    path: PathBuf,
    name: Option<String>,
    targets: Option<ir::Targets>,
    formats: Vec<(String, String)>,
    operations: Vec<String>,
    root: Option<PathBuf>,
    out_dir: Option<PathBuf>,
}

impl Api {
    /// A folder with `oasmith.toml`, that file, or a document; relative to the package's folder.
    pub fn new(path: impl Into<PathBuf>) -> Api {
        Api {
            path: path.into(),
            name: None,
            targets: None,
            formats: Vec::new(),
            operations: Vec::new(),
            root: None,
            out_dir: None,
        }
    }

    /// The package name, which also names the file: `petstore`.
    pub fn name(mut self, name: impl Into<String>) -> Api {
        self.name = Some(name.into());
        self
    }

    /// What to generate beside models and operations: none, `[Target::Client]`, ...
    pub fn targets(mut self, targets: impl IntoIterator<Item = Target>) -> Api {
        let targets: Vec<_> = targets.into_iter().collect();
        self.targets = Some(ir::Targets {
            // Its answers are a file of a package, and there is none here.
            mock: false,
            docs: false,
            client: targets.contains(&Target::Client),
            server: targets.contains(&Target::Server),
        });
        self
    }

    /// Says what a format means that no registry knows: `.format("date_time", "date-time")`.
    pub fn format(mut self, format: impl Into<String>, meaning: impl Into<String>) -> Api {
        self.formats.push((format.into(), meaning.into()));
        self
    }

    /// Generates only these operations and the types that they use: an id, `tag:pets`, `/pets/**`, `GET /pets`.
    pub fn operations<T: Into<String>>(mut self, which: impl IntoIterator<Item = T>) -> Api {
        self.operations = which.into_iter().map(Into::into).collect();
        self
    }

    /// The folder that references from file to file may not leave, where it is not that of the document.
    pub fn root(mut self, folder: impl Into<PathBuf>) -> Api {
        self.root = Some(folder.into());
        self
    }

    /// Where the file goes, in place of `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Api {
        self.out_dir = Some(folder.into());
        self
    }

    /// Generates the code, and returns the path of the file.
    pub fn generate(self) -> Result<PathBuf, Error> {
        self.generate_to(&mut io::stdout().lock())
    }

    fn generate_to(self, cargo: &mut dyn Write) -> Result<PathBuf, Error> {
        let mut findings = Findings::default();
        let mut watched = Vec::new();
        let done = self.run(&mut watched, &mut findings);
        let told = cargo::tell(cargo, &watched, &findings);
        match (done, told) {
            (Ok(file), Ok(())) => Ok(file),
            (Err(Stopped), _) => Err(Error::new(&self.path, &findings)),
            (_, Err(error)) => Err(Error {
                text: format!("cannot tell cargo what was found: {error}"),
            }),
        }
    }

    fn run(&self, watched: &mut Vec<String>, findings: &mut Findings) -> Result<PathBuf, Stopped> {
        let out_dir = self.target_folder(findings)?;
        let mut api = api::open(&self.path, findings)?;
        api.widen(self.root.as_deref(), findings)?;
        self.settle(&mut api);
        let made = pipeline::generated(&api, Shape::Module, findings);
        *watched = cargo::watched(&api, findings, &out_dir);
        let made = made?;
        check_ledger(&api, &made, findings);
        let mut file = out_dir.clone();
        for (name, text) in made.files.iter() {
            file = out_dir.join(name);
            if let Err(fault) = write::file(&file, text) {
                return findings.stop(fault.diagnostic());
            }
        }
        Ok(file)
    }

    fn target_folder(&self, findings: &mut Findings) -> Result<PathBuf, Stopped> {
        let given = self.out_dir.clone();
        match given.or_else(|| std::env::var_os("OUT_DIR").map(PathBuf::from)) {
            Some(it) => Ok(it),
            None => findings.stop(
                Diagnostic::error(&codes::OUT_DIR_MISSING, "`OUT_DIR` is not set")
                    .help("call this from a build script, or set the folder with `out_dir`"),
            ),
        }
    }

    /// What is said here goes over what `oasmith.toml` says.
    fn settle(&self, api: &mut api::Api) {
        if let Some(name) = &self.name {
            api.config.name = Some(name.clone());
        }
        if let Some(targets) = self.targets {
            api.config.targets = targets;
        }
        if !self.operations.is_empty() {
            api.config.operations = self.operations.clone();
        }
        api.config.formats.extend(self.formats.iter().cloned());
    }
}

/// A ledger that somebody keeps is to be kept up to date; where there is none, nobody asked for one.
fn check_ledger(api: &api::Api, made: &Generated, findings: &mut Findings) {
    let (Some(path), Some(text)) = (api.ledger(), &made.ledger) else {
        return;
    };
    if path.exists() && !matches!(write::compare_file(&path, text), Ok(None)) {
        let message = format!("the name ledger `{}` is not up to date", path.display());
        findings.diagnostics.push(
            Diagnostic::warning(&codes::LEDGER_BEHIND, message)
                .help("run `oasmith generate` or `oasmith merge`, and commit it"),
        );
    }
}

/// Why nothing was generated. Its `Debug` reads as well as its `Display`: cargo shows what `main` returns by `Debug`.
pub struct Error {
    text: String,
}

impl Error {
    fn new(path: &Path, findings: &Findings) -> Error {
        let errors = findings.diagnostics.iter();
        let shown: String = errors
            .filter(|it| it.severity == Severity::Error)
            .map(|it| render::concise(it, &findings.sources))
            .collect();
        Error {
            text: format!(
                "cannot generate code for `{}`\n{}",
                path.display(),
                shown.trim_end()
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_a_document_is_watched() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [
            (
                "store.yaml",
                "openapi: 3.1.0\ninfo: { title: S, version: '1' }\npaths: { /a: { $ref: parts/a.yaml } }\n",
            ),
            (
                "parts/a.yaml",
                "get: { responses: { '200': { $ref: ../common.yaml#/ok } } }\n",
            ),
            ("common.yaml", "ok: { description: fine }\n"),
        ] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let mut told = Vec::new();
        Api::new(folder.path().join("store.yaml"))
            .out_dir(folder.path())
            .generate_to(&mut told)
            .unwrap();
        let told = String::from_utf8(told).unwrap();
        let shown = told.replace(&folder.path().display().to_string(), "");
        insta::assert_snapshot!(shown, @"
        cargo::rerun-if-changed=/store.yaml
        cargo::rerun-if-changed=/parts/a.yaml
        cargo::rerun-if-changed=/common.yaml
        ");
    }
}
