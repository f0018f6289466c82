//! What is to stand in a folder, by relative path.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Component, Path};

use super::{Fault, marker};

/// The files of a folder, the marker included, in path order. Every path stays inside the folder.
#[derive(Debug)]
pub struct Tree<'a> {
    files: BTreeMap<&'a str, Cow<'a, str>>,
}

impl<'a> Tree<'a> {
    /// Takes `(path, text)`, with `/` between the parts of a path, and adds the marker.
    pub fn new(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Tree<'a>, Fault> {
        let mut tree: BTreeMap<&str, Cow<'_, str>> = BTreeMap::new();
        for (path, text) in files {
            if !stays_inside(path) {
                let reason = io::Error::new(io::ErrorKind::InvalidInput, "leads out of the folder");
                return Err(Fault::refused("write", Path::new(path))(reason));
            }
            tree.insert(path, Cow::Borrowed(text));
        }
        let marker = marker::text(&entries(&tree));
        tree.insert(marker::NAME, Cow::Owned(marker));
        Ok(Tree { files: tree })
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (*path, text.as_ref()))
    }

    pub fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// What the folder itself holds: files, and folders by their first part.
    pub fn entries(&self) -> BTreeSet<&str> {
        entries(&self.files)
    }
}

fn entries<'a>(files: &BTreeMap<&'a str, Cow<'_, str>>) -> BTreeSet<&'a str> {
    files
        .keys()
        .map(|path| path.split_once('/').map_or(*path, |(first, _)| first))
        .collect()
}

/// Plain parts only: no `..`, no root, no drive, and nothing that another system reads as one.
fn stays_inside(path: &str) -> bool {
    let plain = |part: &str| {
        let mut components = Path::new(part).components();
        matches!(components.next(), Some(Component::Normal(_))) && components.next().is_none()
    };
    path.split('/')
        .all(|part| plain(part) && !part.contains(['\\', ':', '\0']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_out_of_the_folder_are_refused() {
        for path in [
            "../a",
            "a/../../b",
            "/etc/x",
            "",
            "a//b",
            ".",
            "c:\\x",
            "a\\..\\b",
        ] {
            assert!(Tree::new([(path, "")]).is_err(), "{path:?}");
        }
        assert!(Tree::new([("src/models/a.rs", "")]).is_ok());
    }
}
