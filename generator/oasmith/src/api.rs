//! What an API is when a person names one by a path, or by those of several documents.
//!
//! In: a folder with `oasmith.toml`, that file itself, or documents. Out: where its sources are, and its settings.
//! The working folder only says where a relative path starts; nothing that is made depends on it.

use std::path::{Component, Path, PathBuf};

use oasmith_source::{Diagnostic, SourceMap};
use oasmith_spec::codes as spec;
use oasmith_spec::load::{Limits, Request, Written, asks_for, load_file};

use crate::codes;
use crate::config::{self, Config};
use crate::findings::{Findings, Stopped};

/// What a file that is to be written holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// An OpenAPI document.
    Document,
    /// What is told about one.
    Report,
}

/// The name of the configuration file.
pub const CONFIG: &str = "oasmith.toml";

/// One API: its folder and its settings.
#[derive(Clone, Debug)]
pub struct Api {
    /// The folder to which all names are relative.
    pub root: PathBuf,
    /// The folder as a person would open it: empty, or with a `/` at the end.
    pub shown_root: String,
    /// The folder that references between files may not leave; [`Api::root`] unless the settings name another.
    pub reach: PathBuf,
    /// The configuration that was read.
    pub config_file: Option<PathBuf>,
    pub config: Config,
}

impl Api {
    /// What is to be loaded.
    pub fn request(&self) -> Request<'_> {
        Request {
            root: &self.root,
            shown_root: &self.shown_root,
            patterns: &self.config.sources,
            written: self.written(),
            limits: Limits::default(),
        }
    }

    fn written(&self) -> Option<Written<'_>> {
        let file = self.config_file.as_ref()?.file_name()?.to_str()?;
        let places = &self.config.sources_at;
        Some(Written { file, places })
    }

    /// The folder of the generated crate, where the settings have one.
    pub fn output(&self) -> Option<PathBuf> {
        let output = self.config.output.as_ref()?;
        Some(self.path(output))
    }

    /// The name ledger, where there is a place for one.
    pub fn ledger(&self) -> Option<PathBuf> {
        let names = self.config.names.as_ref()?;
        Some(self.path(names))
    }

    /// Refuses a file to be written that is among the sources, links followed, or that would be the next time.
    pub fn check_not_source(
        &self,
        output: &Path,
        holds: Holds,
        findings: &mut Findings,
    ) -> Result<(), Stopped> {
        let message = if self.is_source(output, &findings.sources) {
            format!("`{}` is a source of this API", output.display())
        } else if self.would_be_source(output, holds) {
            let output = output.display();
            format!("`{output}` would be a source of this API from now on")
        } else {
            return Ok(());
        };
        findings.stop(
            Diagnostic::error(&codes::OUTPUT_IS_SOURCE, message)
                .help("choose another path, or name the files that are sources in `sources`"),
        )
    }

    fn is_source(&self, output: &Path, sources: &SourceMap) -> bool {
        // What cannot be found is not there yet.
        output.canonicalize().is_ok_and(|place| {
            sources.iter().any(|(_, file)| {
                let source = self.root.join(file.name()).canonicalize();
                source.is_ok_and(|it| it == place)
            })
        })
    }

    fn would_be_source(&self, output: &Path, holds: Holds) -> bool {
        // Where nobody named the sources, only documents are some.
        let may_be = holds == Holds::Document || !self.config.sources.is_empty();
        may_be && asks_for(&self.request(), output)
    }

    /// Lets references between files lead as far as a folder that was given on the command line.
    pub fn widen(&mut self, root: Option<&Path>, findings: &mut Findings) -> Result<(), Stopped> {
        let Some(root) = root else {
            return Ok(());
        };
        if !root.is_dir() {
            let message = format!("`{}` is not a folder", root.display());
            return findings.stop(Diagnostic::error(&spec::FILE_MISSING, message));
        }
        self.reach = root.to_owned();
        Ok(())
    }

    /// A path that is relative to the folder of the API, without detours.
    pub fn path(&self, name: &str) -> PathBuf {
        tidy(&self.root.join(name))
    }
}

/// Finds out what a path names, and reads the settings.
pub fn open(path: &Path, findings: &mut Findings) -> Result<Api, Stopped> {
    if path.is_dir() {
        let config = path.join(CONFIG);
        return if config.exists() {
            configured(path, CONFIG, findings)
        } else {
            findings.stop(config_missing(path))
        };
    }
    let root = match path.parent() {
        Some(it) if !it.as_os_str().is_empty() => it,
        _ => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.ends_with(".toml") {
        return configured(root, &name, findings);
    }
    Ok(Api {
        config: Config::for_document(name),
        ..at(root)
    })
}

/// Finds out what one path names, or makes one API of the documents that several name, in their order.
pub fn open_all(paths: &[PathBuf], findings: &mut Findings) -> Result<Api, Stopped> {
    if let [one] = paths {
        return open(one, findings);
    }
    let is_api = |it: &&PathBuf| it.is_dir() || it.extension().is_some_and(|it| it == "toml");
    if let Some(api) = paths.iter().find(is_api) {
        let message = format!("`{}` is no document", api.display());
        return findings.stop(
            Diagnostic::error(&codes::ARGUMENT_NOT_DOCUMENT, message).help(
                "of several, name documents only, or list all as `sources` of one `oasmith.toml`",
            ),
        );
    }
    let files: Vec<PathBuf> = paths.iter().map(|it| tidy(&absolute(it))).collect();
    let root = shared_folder(&files);
    let named = |it: &PathBuf| {
        let name = it.strip_prefix(&root).unwrap_or(it);
        name.to_string_lossy().into_owned()
    };
    let sources = files.iter().map(named).collect();
    // As a person would write it, who is in the working folder.
    let root = match paths.iter().all(|it| it.is_relative()) {
        true => PathBuf::from(way(Path::new("."), &root)),
        false => root,
    };
    Ok(Api {
        config: Config {
            sources,
            ..Config::for_document("")
        },
        ..at(&root)
    })
}

/// The folder that all files are in, at whatever depth.
fn shared_folder(files: &[PathBuf]) -> PathBuf {
    let mut folders = files.iter().filter_map(|it| it.parent());
    let Some(first) = folders.next() else {
        return PathBuf::from(".");
    };
    let all: Vec<_> = folders.collect();
    let mut above = first.ancestors();
    let shared = above.find(|it| all.iter().all(|folder| folder.starts_with(it)));
    shared.unwrap_or(first).to_owned()
}

/// From the root of the file system on; where there is no working folder, as it is.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Every spec directly in a folder that has no configuration.
pub fn folder(path: &Path) -> Api {
    Api {
        config: Config {
            sources: Vec::new(),
            ..Config::for_document("")
        },
        ..at(path)
    }
}

fn at(root: &Path) -> Api {
    Api {
        shown_root: shown(root),
        root: root.to_owned(),
        reach: root.to_owned(),
        config_file: None,
        config: Config::for_document(""),
    }
}

fn configured(root: &Path, name: &str, findings: &mut Findings) -> Result<Api, Stopped> {
    let api = at(root);
    findings.sources = SourceMap::new(&api.shown_root);
    let file = match load_file(&mut findings.sources, root, name) {
        Ok(file) => file,
        Err(fault) => return findings.stop(fault),
    };
    let read = config::parse(&findings.sources, file);
    let config = findings.take(read)?;
    Ok(Api {
        config_file: Some(root.join(name)),
        reach: match &config.root {
            Some(folder) => root.join(folder),
            None => root.to_owned(),
        },
        config,
        ..api
    })
}

fn config_missing(folder: &Path) -> Diagnostic {
    let message = format!("`{}` has no `{CONFIG}`", folder.display());
    Diagnostic::error(&codes::CONFIG_MISSING, message)
        .help("make one with `oasmith init`, or name a document in this folder")
}

/// `./specs//portsip` -> `specs/portsip/`
fn shown(root: &Path) -> String {
    let tidy = tidy(root);
    match tidy.to_string_lossy() {
        it if it == "." => String::new(),
        it if it.ends_with('/') => it.into_owned(),
        it => format!("{it}/"),
    }
}

/// How to get from one folder to another: empty, or with a `/` at the end.
pub fn way(from: &Path, to: &Path) -> String {
    let real = |it: &Path| it.canonicalize().unwrap_or_else(|_| it.to_owned());
    let (from, to) = (real(from), real(to));
    let (from, to): (Vec<_>, Vec<_>) = (from.components().collect(), to.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| Component::ParentDir);
    let parts: PathBuf = up.chain(to[shared..].iter().copied()).collect();
    parts
        .components()
        .map(|it| format!("{}/", it.as_os_str().to_string_lossy()))
        .collect()
}

/// Takes out the detours of a path, for people to read. Where a link makes them mean something, they stay.
fn tidy(path: &Path) -> PathBuf {
    let mut short = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(last(&short), Some(Component::Normal(_))) => {
                short.pop();
            }
            other => short.push(other),
        }
    }
    if short.as_os_str().is_empty() {
        short.push(".");
    }
    if same_place(path, &short) {
        short
    } else {
        path.to_owned()
    }
}

/// Whether two paths lead to one place. Of what does not exist yet, the folders above decide.
fn same_place(a: &Path, b: &Path) -> bool {
    // The parent of a bare name is the working folder.
    let real = |it: &Path| Path::new(".").join(it).canonicalize().ok();
    match (real(a), real(b)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => match (a.parent(), b.parent()) {
            (Some(a), Some(b)) => same_place(a, b),
            _ => false,
        },
        _ => false,
    }
}

fn last(path: &Path) -> Option<Component<'_>> {
    path.components().next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_shown_as_people_would_open_them() {
        for (root, seen) in [
            (".", ""),
            ("./", ""),
            ("specs", "specs/"),
            ("./specs//portsip/", "specs/portsip/"),
            ("src/../src", "src/"),
            ("../specs", "../specs/"),
            ("../../x", "../../x/"),
            ("/", "/"),
            ("/a/./b", "/a/b/"),
        ] {
            assert_eq!(shown(Path::new(root)), seen, "{root}");
        }
    }

    #[test]
    fn a_document_stands_alone_and_has_no_ledger() {
        let api = open(Path::new("pets/store.yaml"), &mut Findings::default()).unwrap();
        assert_eq!(api.config.sources, ["store.yaml"]);
        assert_eq!(
            (api.root.as_path(), &*api.shown_root),
            (Path::new("pets"), "pets/")
        );
        assert_eq!((api.ledger(), api.output()), (None, None));
    }
}
