//! Reads sources from the disk: the only place that does.
//!
//! In: a folder and patterns. Out: a map of texts, and which files of it were asked for, in their order.
//! `walk` finds the files of a folder, `file` reads one, `folder` reads those that a document refers to.
//! Deliberately missing: the network, and anything above the folder, except for a path that a person has given.

mod decode;
mod file;
mod folder;
mod walk;

use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use oasmith_source::{Diagnostic, Diagnostics, FileId, SourceMap, Span};

use crate::codes;

pub use folder::Folder;

/// What to read.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The folder of `oasmith.toml`, or of the document.
    pub root: &'a Path,
    /// The root as people see it before file names: `specs/portsip/`.
    pub shown_root: &'a str,
    /// Globs, or paths, relative to the root; none for every Markdown, JSON and YAML file in the root itself,
    /// documents or not: what they hold is not looked at here.
    /// A path without wildcards is read wherever it leads; a glob stays below the root.
    pub patterns: &'a [String],
    /// Where a person has written the patterns; none for what was named on the command line.
    pub written: Option<Written<'a>>,
    pub limits: Limits,
}

/// The place of each pattern in a file.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// Relative to the root.
    pub file: &'a str,
    /// In the order of the patterns.
    pub places: &'a [Range<usize>],
}

/// What is more than oasmith reads.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of one file.
    pub file_size: u64,
    /// Files of one run.
    pub files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_size: 256 << 20,
            files: 100_000,
        }
    }
}

/// What was read.
#[derive(Debug, Default)]
pub struct Loaded {
    pub sources: SourceMap,
    /// In the order of the patterns, and by name within a pattern; each file once.
    pub files: Vec<FileId>,
}

/// Reads every file that the request asks for, and says which could not be read.
pub fn load(request: &Request<'_>) -> (Loaded, Diagnostics) {
    let mut cx = Cx {
        request: *request,
        loaded: Loaded {
            sources: SourceMap::new(request.shown_root),
            files: Vec::new(),
        },
        seen: HashSet::new(),
        at: None,
        diagnostics: Diagnostics::default(),
    };
    if request.patterns.is_empty() {
        cx.folder("");
    }
    for (at, pattern) in request.patterns.iter().enumerate() {
        cx.at = Some(at);
        cx.pattern(pattern);
    }
    (cx.loaded, cx.diagnostics)
}

/// Whether a file would be among those that a request asks for, if it were there: by its path, whatever it holds.
pub fn asks_for(request: &Request<'_>, path: &Path) -> bool {
    let (Some(folder), Some(entry)) = (path.parent(), path.file_name()) else {
        return false;
    };
    let true_path = |it: &Path| Path::new(".").join(it).canonicalize().ok();
    let entry = entry.to_string_lossy();
    let takes_from = |name: &str| {
        let source = true_path(&request.root.join(name));
        source.is_some() && source == true_path(folder) && walk::may_be_source(&entry)
    };
    let below = || {
        let folder = true_path(folder)?;
        let way = folder.strip_prefix(true_path(request.root)?).ok()?;
        Some(file::in_map(&way.join(&*entry).to_string_lossy()))
    };
    let matches = |pattern: &String| {
        takes_from(pattern)
            || walk::is_glob(pattern) && below().is_some_and(|it| walk::is_match(pattern, &it))
    };
    match request.patterns {
        [] => takes_from(""),
        patterns => patterns.iter().any(matches),
    }
}

/// Reads one more file below the root, such as a name ledger.
///
/// The code of the fault tells a missing file ([`codes::FILE_MISSING`]) from one outside of the root
/// ([`codes::REF_OUTSIDE_ROOT`]), for callers that have a place and words of their own. A file that was read before
/// is not read again.
pub fn load_file(sources: &mut SourceMap, root: &Path, name: &str) -> Result<FileId, Diagnostic> {
    Folder::new(root, root).load(sources, name)
}

/// Reads one more file that a person has named: an overlay. It is read wherever it is.
pub fn load_named(sources: &mut SourceMap, root: &Path, name: &str) -> Result<FileId, Diagnostic> {
    let name = file::in_map(name);
    if let Some((known, _)) = sources.iter().find(|(_, it)| it.name() == name) {
        return Ok(known);
    }
    let path = root.join(&name);
    if !path.exists() {
        return Err(missing(&sources.shown(&name)));
    }
    file::add(sources, &path, &name, Limits::default())
}

/// The text that bytes are, read as those of a source are: UTF-8, or UTF-16 with its mark.
pub fn decoded(bytes: Vec<u8>) -> Option<String> {
    decode::text(bytes, "").ok()
}

struct Cx<'a> {
    request: Request<'a>,
    loaded: Loaded,
    /// Files by their true paths, so that two patterns or a link do not read one twice.
    seen: HashSet<PathBuf>,
    /// The pattern that is looked for.
    at: Option<usize>,
    diagnostics: Diagnostics,
}

impl Cx<'_> {
    fn pattern(&mut self, pattern: &str) {
        let path = self.request.root.join(pattern);
        if path.is_dir() {
            self.folder(pattern);
        } else if path.exists() || !walk::is_glob(pattern) {
            self.file(pattern);
        } else {
            self.glob(pattern);
        }
    }

    /// Takes the sources that stand in a folder itself.
    fn folder(&mut self, name: &str) {
        match walk::sources_in(self.request.root, name) {
            Ok(names) if names.is_empty() => self.nothing(
                "the folder holds no Markdown, JSON or YAML file",
                "name the files in `sources`",
            ),
            Ok(names) => names.iter().for_each(|it| self.below(it)),
            Err(error) => self.push(file::unreadable(&self.shown(name), &error)),
        }
    }

    fn glob(&mut self, pattern: &str) {
        match walk::matching(self.request.root, pattern) {
            Ok(names) if names.is_empty() => self.nothing(
                &format!("`{pattern}` matches no file"),
                "patterns are relative to the folder of `oasmith.toml` and do not leave it; `*` stays in one folder, \
                 `**` does not",
            ),
            Ok(names) => names.iter().for_each(|it| self.below(it)),
            Err(reason) => self.nothing(&format!("`{pattern}` is not a pattern"), &reason),
        }
    }

    /// Takes a file that was found, not named: a link may not lead it out of the root.
    fn below(&mut self, name: &str) {
        if file::is_below(&self.request.root.join(name), self.request.root) {
            self.file(name);
        } else {
            self.push(leads_out(&self.shown(name)));
        }
    }

    fn file(&mut self, name: &str) {
        let path = self.request.root.join(name);
        if !path.exists() {
            return self.push(missing(&self.shown(name)));
        }
        let true_path = path.canonicalize().unwrap_or_else(|_| path.clone());
        if !self.seen.insert(true_path) {
            return;
        }
        let limits = self.request.limits;
        if self.seen.len() > limits.files {
            // Said once: the pattern that matches one too many matches more.
            if self.seen.len() == limits.files + 1 {
                self.push(too_many(limits.files));
            }
            return;
        }
        let name = file::in_map(name);
        match file::add(&mut self.loaded.sources, &path, &name, limits) {
            Ok(file) => self.loaded.files.push(file),
            Err(fault) => self.push(fault),
        }
    }

    fn shown(&self, name: &str) -> String {
        self.loaded.sources.shown(name)
    }

    /// Notes a fault at its own place, or else at that of the pattern.
    fn push(&mut self, fault: Diagnostic) {
        let fault = match self.place().filter(|_| fault.primary.is_none()) {
            Some(place) => fault.at(place),
            None => fault,
        };
        self.diagnostics.push(fault);
    }

    fn place(&mut self) -> Option<Span> {
        let written = self.request.written?;
        let place = written.places.get(self.at?)?;
        let file = load_file(&mut self.loaded.sources, self.request.root, written.file).ok()?;
        Some(Span::new(file, place.start, place.end))
    }

    fn nothing(&mut self, message: &str, help: &str) {
        self.push(Diagnostic::error(&codes::NO_SOURCES, message).help(help));
    }
}

fn missing(path: &str) -> Diagnostic {
    Diagnostic::error(&codes::FILE_MISSING, format!("`{path}` does not exist"))
        .help("correct the path, or take it out of `sources`")
}

fn leads_out(path: &str) -> Diagnostic {
    Diagnostic::error(
        &codes::FILE_UNREADABLE,
        format!("`{path}` is a link that leads out of the folder"),
    )
    .help("name the file itself in `sources`")
}

fn outside(path: &str) -> Diagnostic {
    Diagnostic::error(
        &codes::REF_OUTSIDE_ROOT,
        format!("`{path}` is outside of the folder of the document"),
    )
    .help("copy the file into the folder")
}

fn too_many(most: usize) -> Diagnostic {
    Diagnostic::error(
        &codes::FILE_TOO_LARGE,
        format!("more than {most} files are asked for"),
    )
    .help("make the patterns in `sources` narrower")
}
