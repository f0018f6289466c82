//! What would change if it were written, and how.
//!
//! In: texts, and what stands on the disk. Out: differences in path order.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::{Fault, Tree, marker};

/// One file that is not as it would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub path: String,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is not there yet.
    Added,
    /// It is no longer made.
    Removed,
    /// The first line that differs; empty where one text has ended.
    Changed {
        line: usize,
        old: String,
        new: String,
    },
}

/// Compares a folder with what it is to hold. What oasmith did not make is not looked at.
pub fn compare(folder: &Path, tree: &Tree<'_>) -> Result<Vec<Difference>, Fault> {
    let mut found = Vec::new();
    for (path, text) in tree.iter() {
        if let Some(kind) = compare_file(&folder.join(path), text)? {
            found.push(Difference {
                path: path.to_owned(),
                kind,
            });
        }
    }
    let mut made = marker::read(folder)?.unwrap_or_default();
    made.extend(tree.entries().into_iter().map(str::to_owned));
    let mut standing = BTreeSet::new();
    for entry in made {
        list(folder, entry, &mut standing)?;
    }
    found.extend(
        standing
            .into_iter()
            .filter(|path| !tree.contains(path))
            .map(|path| Difference {
                path,
                kind: Kind::Removed,
            }),
    );
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Compares one file with what it is to hold; `None` when they are equal.
pub fn compare_file(path: &Path, text: &str) -> Result<Option<Kind>, Fault> {
    match fs::read(path) {
        Ok(bytes) if bytes == text.as_bytes() => Ok(None),
        Ok(bytes) => {
            let old = String::from_utf8_lossy(&bytes);
            // What git makes of line ends in a checkout (`core.autocrlf`) is no change.
            let is_same = old.split("\r\n").eq(text.split('\n'));
            Ok((!is_same).then(|| first_difference(&old, text)))
        }
        Err(error) if is_absence(&error) => Ok(Some(Kind::Added)),
        Err(error) => Err(Fault::refused("read", path)(error)),
    }
}

/// A file under something that is not a folder, or a folder in place of the file, is not there either.
fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    )
}

/// All files under `entry`, by path relative to `folder`. Links are not followed.
fn list(folder: &Path, entry: String, found: &mut BTreeSet<String>) -> Result<(), Fault> {
    let mut open = vec![entry];
    while let Some(path) = open.pop() {
        let full = folder.join(&path);
        match fs::symlink_metadata(&full) {
            Ok(it) if it.is_dir() => {
                let refused = || Fault::refused("list", &full);
                for child in fs::read_dir(&full).map_err(refused())? {
                    let name = child.map_err(refused())?.file_name();
                    open.push(format!("{path}/{}", name.to_string_lossy()));
                }
            }
            Ok(_) => {
                found.insert(path);
            }
            Err(error) if is_absence(&error) => {}
            Err(error) => return Err(Fault::refused("read", &full)(error)),
        }
    }
    Ok(())
}

fn first_difference(old: &str, new: &str) -> Kind {
    // Split at line feeds only, so that a difference in line ends is one.
    let (mut a, mut b) = (old.split('\n'), new.split('\n'));
    let mut line = 0;
    loop {
        line += 1;
        let (old, new) = (a.next(), b.next());
        if old != new || old.is_none() {
            return Kind::Changed {
                line,
                old: old.unwrap_or_default().to_owned(),
                new: new.unwrap_or_default().to_owned(),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_differing_line_is_named_with_both_texts() {
        let changed = |line, old: &str, new: &str| Kind::Changed {
            line,
            old: old.to_owned(),
            new: new.to_owned(),
        };
        assert_eq!(first_difference("a\nb\nc", "a\nx\nc"), changed(2, "b", "x"));
        assert_eq!(first_difference("a\n", "a\nb\n"), changed(2, "", "b"));
        assert_eq!(first_difference("a\r\n", "a\n"), changed(1, "a\r", "a"));
        assert_eq!(first_difference("a", "a\n"), changed(2, "", ""));
    }
}
