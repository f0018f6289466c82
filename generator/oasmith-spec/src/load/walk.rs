//! Which files a folder holds, and which of them a pattern matches.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

/// How deeply `**` looks.
const MAX_DEPTH: usize = 64;

const ENDINGS: [&str; 4] = ["md", "json", "yaml", "yml"];

pub(super) fn is_glob(pattern: &str) -> bool {
    pattern.contains(['*', '?', '[', '{'])
}

/// The Markdown, JSON and YAML files of a folder itself, by their names below the root, sorted.
pub(super) fn sources_in(root: &Path, folder: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in entries(&root.join(folder))? {
        let name = joined(folder, &entry);
        if may_be_source(&entry) && root.join(&name).is_file() {
            names.push(name);
        }
    }
    Ok(names)
}

/// Whether a file of that name is taken from a folder.
pub(super) fn may_be_source(entry: &str) -> bool {
    let ending = Path::new(entry).extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| ENDINGS.contains(&it)) && !entry.starts_with('.')
}

/// The files below the root that a glob matches, sorted by name; or what is wrong with the glob.
pub(super) fn matching(root: &Path, pattern: &str) -> Result<Vec<String>, String> {
    let pattern = plain(pattern);
    let mut walk = Walk {
        root,
        true_root: root.canonicalize().unwrap_or_default(),
        glob: matcher(pattern)?,
        hidden: pattern.starts_with('.') || pattern.contains("/."),
        depth: match pattern.contains("**") {
            true => MAX_DEPTH,
            false => pattern.matches('/').count(),
        },
        visited: HashSet::new(),
        found: Vec::new(),
    };
    walk.folder("", 0);
    walk.found.sort_unstable();
    Ok(walk.found)
}

/// Whether a name below the root is one that a glob matches.
pub(super) fn is_match(pattern: &str, name: &str) -> bool {
    matcher(plain(pattern)).is_ok_and(|it| it.is_match(name))
}

fn plain(pattern: &str) -> &str {
    pattern.strip_prefix("./").unwrap_or(pattern)
}

fn matcher(pattern: &str) -> Result<GlobMatcher, String> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    let glob = glob.map_err(|error| error.kind().to_string())?;
    Ok(glob.compile_matcher())
}

struct Walk<'a> {
    root: &'a Path,
    true_root: PathBuf,
    glob: GlobMatcher,
    /// Whether the pattern asks for names that start with a dot.
    hidden: bool,
    depth: usize,
    /// True paths: a link to a folder above would otherwise be followed for ever.
    visited: HashSet<PathBuf>,
    found: Vec<String>,
}

impl Walk<'_> {
    /// Looks into a folder. A link out of the root is not followed, and a folder that cannot be read has nothing in
    /// it that could be.
    fn folder(&mut self, folder: &str, depth: usize) {
        let path = self.root.join(folder);
        let is_new = path
            .canonicalize()
            .is_ok_and(|it| it.starts_with(&self.true_root) && self.visited.insert(it));
        if !is_new {
            return;
        }
        for entry in entries(&path).unwrap_or_default() {
            if entry.starts_with('.') && !self.hidden {
                continue;
            }
            let name = joined(folder, &entry);
            if !self.root.join(&name).is_dir() {
                if self.glob.is_match(&name) {
                    self.found.push(name);
                }
            } else if depth < self.depth {
                self.folder(&name, depth + 1);
            }
        }
    }
}

/// The names in a folder, sorted; those that are not Unicode cannot be written down in `sources` either.
fn entries(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort_unstable();
    Ok(names)
}

fn joined(folder: &str, name: &str) -> String {
    match folder.trim_end_matches('/') {
        "" if !folder.starts_with('/') => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}
