//! Reads files one by one as they are asked for, and none outside of a folder.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use oasmith_source::{Diagnostic, FileId, SourceMap};

use super::{Limits, file, missing, outside, too_many};
use oasmith_source::suggest::nearest;

/// Where files may be read.
#[derive(Debug)]
pub struct Folder {
    /// The folder that names are relative to.
    root: PathBuf,
    /// The true path of the folder that nothing may lead out of; `None` when there is none.
    reach: Option<PathBuf>,
    limits: Limits,
    /// The true paths of folders: documents are split over thousands of files in a few dozens of them.
    folders: HashMap<PathBuf, Option<PathBuf>>,
}

impl Folder {
    /// Names are relative to `root`, and may lead above it as long as they stay in `reach`.
    pub fn new(root: &Path, reach: &Path) -> Folder {
        Folder {
            root: root.to_owned(),
            reach: reach.canonicalize().ok(),
            limits: Limits::default(),
            folders: HashMap::new(),
        }
    }

    /// Reads a file, unless it was read before.
    ///
    /// The code of the fault tells a missing file from one that is outside of the folder.
    pub fn load(&mut self, sources: &mut SourceMap, name: &str) -> Result<FileId, Diagnostic> {
        if let Some(known) = sources.find(name) {
            return Ok(known);
        }
        if sources.len() >= self.limits.files {
            return Err(too_many(self.limits.files));
        }
        let path = self.root.join(name);
        match self.true_path(&path) {
            Some(place) if self.reaches(&place) => file::add(sources, &path, name, self.limits),
            Some(_) => Err(outside(&sources.shown(name))),
            // What does not exist has no true path; the way it is written decides then.
            None if self.may_reach(&path) => {
                let fault = missing(&sources.shown(name));
                Err(match self.neighbour(&path) {
                    Some(meant) => Diagnostic {
                        help: vec![format!("did you mean `{meant}`, which is in that folder?")],
                        ..fault
                    },
                    None => fault,
                })
            }
            None => Err(outside(&sources.shown(name))),
        }
    }

    /// The file that was probably meant: `Pet.yaml` for `pet.yml`.
    fn neighbour(&mut self, path: &Path) -> Option<String> {
        let folder = path.parent()?;
        if !self.true_folder(folder).is_some_and(|it| self.reaches(&it)) {
            return None;
        }
        let mut names: Vec<String> = Path::new(".")
            .join(folder)
            .read_dir()
            .ok()?
            .filter_map(|it| it.ok()?.file_name().into_string().ok())
            .collect();
        names.sort_unstable();
        let wanted = path.file_name()?.to_str()?;
        nearest(wanted, names.iter().map(String::as_str)).map(str::to_owned)
    }

    fn reaches(&self, place: &Path) -> bool {
        self.reach.as_ref().is_some_and(|it| place.starts_with(it))
    }

    /// The path with all links followed; `None` when there is no such file.
    fn true_path(&mut self, path: &Path) -> Option<PathBuf> {
        let is_plain = path.symlink_metadata().ok()?.is_file();
        match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) if is_plain => Some(self.true_folder(folder)?.join(name)),
            _ => path.canonicalize().ok(),
        }
    }

    fn true_folder(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        // The parent of a bare name is the working folder.
        let place = Path::new(".").join(folder).canonicalize().ok();
        self.folders.insert(folder.to_owned(), place.clone());
        place
    }

    /// Whether a path that leads nowhere stays in the folder as it is written.
    fn may_reach(&self, path: &Path) -> bool {
        let Ok(mut place) = Path::new(".").canonicalize() else {
            return false;
        };
        for part in path.components() {
            match part {
                Component::CurDir => {}
                Component::ParentDir => {
                    place.pop();
                }
                other => place.push(other),
            }
        }
        let root = self.root.canonicalize();
        let inner = path.strip_prefix(&self.root).map(Path::components);
        let is_below = inner.is_ok_and(|mut parts| {
            parts.all(|it| matches!(it, Component::Normal(_) | Component::CurDir))
        });
        self.reaches(&place) || (is_below && root.is_ok_and(|it| self.reaches(&it)))
    }
}
