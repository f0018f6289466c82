//! A folder of files, replaced as a whole.
//!
//! The new one is made beside the old one, on the same file system, and the two change places by renames.
//! Files that stay as they are keep their inode, and with it the time by which cargo tells what to rebuild.
//! Runs at the same time take turns.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Fault, Outcome, Tree, compare, marker};

/// Makes the folder hold these files. What others put beside the files and folders that oasmith
/// made stays; what they put inside of such a folder does not.
pub fn folder(target: &Path, tree: &Tree<'_>) -> Result<Outcome, Fault> {
    let target = &real(target)?;
    let parent = match target.parent() {
        Some(it) if !it.as_os_str().is_empty() => it,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(Fault::refused("create", parent))?;
    let _turn = Turn::take(parent);
    let made = made_here(target, tree)?;
    if target.is_dir() && compare(target, tree)?.is_empty() {
        return Ok(Outcome::Unchanged);
    }
    let mut work = Work::inside(parent)?;
    let (new, old) = (work.path.join("new"), work.path.join("old"));
    fill(&new, target, tree)?;
    // From here on somebody's files may stand in `old`, and whatever goes wrong leaves them there.
    work.keep = true;
    if let Err(reason) = swap(target, &new, &old) {
        work.keep = !matches!(old.try_exists(), Ok(false));
        let path = if work.keep { &old } else { target };
        return Err(Fault::refused("put in place", path)(reason));
    }
    carry_over(target, &old, &made)?;
    work.keep = false;
    Ok(Outcome::Written)
}

/// Whether the folder may be replaced by these files; changes nothing.
pub fn check(target: &Path, tree: &Tree<'_>) -> Result<(), Fault> {
    made_here(&real(target)?, tree).map(|_| ())
}

/// Where a link leads; any other path as it is given.
fn real(target: &Path) -> Result<PathBuf, Fault> {
    match fs::symlink_metadata(target) {
        Ok(it) if it.is_symlink() => {
            fs::canonicalize(target).map_err(Fault::refused("write", target))
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Fault::refused("write", target)(error))
        }
        _ => Ok(target.to_owned()),
    }
}

/// The entries that oasmith made and may replace.
fn made_here(target: &Path, tree: &Tree<'_>) -> Result<BTreeSet<String>, Fault> {
    let made = check_ours(target)?;
    check_room(target, tree, &made)?;
    Ok(made)
}

/// The entries that oasmith made. A folder with others and no marker is somebody else's.
fn check_ours(target: &Path) -> Result<BTreeSet<String>, Fault> {
    let refused = || Fault::refused("read", target);
    if target.is_file() {
        return Err(Fault::NotFolder {
            path: target.to_owned(),
        });
    }
    let mut entries = match fs::read_dir(target) {
        Ok(it) => it,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(refused()(error)),
    };
    if let Some(made) = marker::read(target)? {
        return Ok(made);
    }
    match entries.next() {
        None => Ok(BTreeSet::new()),
        Some(entry) => Err(Fault::NotOurs {
            folder: target.to_owned(),
            found: entry
                .map_err(refused())?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        }),
    }
}

/// Refuses to write where something stands that oasmith did not make.
fn check_room(target: &Path, tree: &Tree<'_>, made: &BTreeSet<String>) -> Result<(), Fault> {
    let in_the_way = tree
        .entries()
        .into_iter()
        .filter(|entry| !made.contains(*entry))
        .map(|entry| target.join(entry))
        .find(|path| fs::symlink_metadata(path).is_ok());
    match in_the_way {
        Some(path) => Err(Fault::Occupied { path }),
        None => Ok(()),
    }
}

fn fill(new: &Path, old: &Path, tree: &Tree<'_>) -> Result<(), Fault> {
    let mut folder = PathBuf::new();
    for (path, text) in tree.iter() {
        let to = new.join(path);
        // Files of one folder stand together.
        if let Some(parent) = to.parent().filter(|it| *it != folder) {
            fs::create_dir_all(parent).map_err(Fault::refused("create", parent))?;
            folder = parent.to_owned();
        }
        if !keep(&old.join(path), &to, text) {
            fs::write(&to, text).map_err(Fault::refused("write", &to))?;
        }
    }
    Ok(())
}

/// Takes over a file that holds the text already, with its times. Not every file system can; then it is written.
fn keep(old: &Path, new: &Path, text: &str) -> bool {
    fs::symlink_metadata(old).is_ok_and(|it| it.is_file())
        && fs::read(old).is_ok_and(|bytes| bytes == text.as_bytes())
        && fs::hard_link(old, new).is_ok()
}

/// Puts `new` in the place of `target`, which moves to `old`.
fn swap(target: &Path, new: &Path, old: &Path) -> io::Result<()> {
    match fs::rename(target, old) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return fs::rename(new, target),
        Err(error) => return Err(error),
    }
    fs::rename(new, target).inspect_err(|_| {
        // The first error is the one to tell.
        let _ = fs::rename(old, target);
    })
}

/// Moves what oasmith did not make (a `target` folder, a `Cargo.lock`) from the old folder to the new one.
fn carry_over(target: &Path, old: &Path, made: &BTreeSet<String>) -> Result<(), Fault> {
    let entries = match fs::read_dir(old) {
        Ok(it) => it,
        // There was no folder before.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Fault::refused("list", old)(error)),
    };
    for entry in entries {
        let name = entry.map_err(Fault::refused("list", old))?.file_name();
        if name.to_str().is_some_and(|it| made.contains(it)) {
            continue;
        }
        let from = old.join(&name);
        fs::rename(&from, target.join(&name)).map_err(Fault::refused("move", &from))?;
    }
    Ok(())
}

/// The right to write below a folder: a lock on the folder itself, which leaves no file behind.
struct Turn {
    _locked: Option<fs::File>,
}

impl Turn {
    /// Waits for the others. On a file system without locks nobody waits; each rename is still whole.
    fn take(folder: &Path) -> Turn {
        let locked = fs::File::open(folder).ok();
        #[cfg(unix)]
        let locked = locked
            .filter(|it| rustix::fs::flock(it, rustix::fs::FlockOperation::LockExclusive).is_ok());
        Turn { _locked: locked }
    }
}

/// A folder beside the target that is gone when the run is over.
struct Work {
    path: PathBuf,
    keep: bool,
}

impl Work {
    /// The drafts stand one level below, so that a glob like `generated/*` never takes one of them for a package.
    fn inside(parent: &Path) -> Result<Work, Fault> {
        for attempt in 0.. {
            let path = parent.join(format!(".oasmith-{}-{attempt}", std::process::id()));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Work { path, keep: false }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 1000 => {}
                Err(error) => return Err(Fault::refused("create", &path)(error)),
            }
        }
        unreachable!("the last attempt returns")
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if !self.keep {
            // What cannot be removed is litter, not a fault.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    fn put(target: &Path, files: &[(&str, &str)]) -> Result<Outcome, Fault> {
        folder(target, &Tree::new(files.iter().copied()).unwrap())
    }

    fn text(path: PathBuf) -> String {
        fs::read_to_string(path).unwrap_or_default()
    }

    /// Every entry of a folder, hidden ones included.
    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_folder_is_replaced_and_nothing_is_left_beside_it() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("made/crate");
        put(&target, &[("Cargo.toml", "a"), ("src/lib.rs", "b")]).unwrap();
        put(&target, &[("Cargo.toml", "a"), ("src/main.rs", "c")]).unwrap();
        assert_eq!(names(&target), [".oasmith", "Cargo.toml", "src"]);
        assert_eq!(names(&target.join("src")), ["main.rs"]);
        assert_eq!(names(&root.path().join("made")), ["crate"]);
    }

    #[test]
    fn a_file_that_stays_keeps_its_time_and_equal_output_touches_nothing() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("crate");
        put(&target, &[("a", "same"), ("b", "old")]).unwrap();
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        let file = fs::File::options()
            .write(true)
            .open(target.join("a"))
            .unwrap();
        file.set_modified(long_ago).unwrap();
        let modified = || fs::metadata(target.join("a")).unwrap().modified().unwrap();

        assert_eq!(
            put(&target, &[("a", "same"), ("b", "new")]).unwrap(),
            Outcome::Written
        );
        assert_eq!(modified(), long_ago);
        assert_eq!(
            put(&target, &[("a", "same"), ("b", "new")]).unwrap(),
            Outcome::Unchanged
        );
        assert_eq!(text(target.join("b")), "new");
    }

    #[test]
    fn what_others_put_beside_the_generated_files_stays() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("crate");
        put(&target, &[("a", "1"), ("src/gone.rs", "")]).unwrap();
        fs::create_dir(target.join("target")).unwrap();
        fs::write(target.join("target/x"), "built").unwrap();
        put(&target, &[("a", "2")]).unwrap();
        assert_eq!(text(target.join("target/x")), "built");
        assert_eq!(names(&target), [".oasmith", "a", "target"]);

        let fault = put(&target, &[("target", "3")]).unwrap_err();
        assert!(matches!(fault, Fault::Occupied { .. }));
        assert_eq!(text(target.join("a")), "2");
    }

    #[test]
    fn an_empty_folder_is_taken_and_another_is_refused_untouched() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("crate");
        fs::create_dir(&target).unwrap();
        put(&target, &[("a", "1")]).unwrap();

        let other = root.path().join("other");
        fs::create_dir(&other).unwrap();
        fs::write(other.join("letter.txt"), "dear").unwrap();
        let fault = put(&other, &[("a", "1")]).unwrap_err();
        assert!(
            fault
                .to_string()
                .ends_with("holds `letter.txt` and was not made by oasmith")
        );
        assert_eq!(names(&other), ["letter.txt"]);
    }

    #[test]
    fn a_fault_half_way_leaves_the_old_folder() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("crate");
        put(&target, &[("a", "1")]).unwrap();
        // `x` would have to be a file and a folder.
        let fault = put(&target, &[("a", "2"), ("x", ""), ("x/y", "")]).unwrap_err();
        assert!(matches!(fault, Fault::Refused { .. }));
        assert_eq!(names(&target), [".oasmith", "a"]);
        assert_eq!(text(target.join("a")), "1");
        assert_eq!(names(root.path()), ["crate"]);
    }

    #[test]
    fn what_cannot_change_places_stays_where_it_is() {
        let root = tempfile::tempdir().unwrap();
        let [target, new, old] = ["crate", "new", "old"].map(|it| root.path().join(it));
        put(&target, &[("a", "1")]).unwrap();
        swap(&target, &new, &old).unwrap_err();
        assert_eq!(names(root.path()), ["crate"]);
        assert_eq!(text(target.join("a")), "1");
    }

    #[test]
    fn what_cannot_be_carried_over_is_not_lost() {
        let root = tempfile::tempdir().unwrap();
        let [target, old] = ["crate", "old"].map(|it| root.path().join(it));
        for folder in [&target, &old] {
            fs::create_dir_all(folder.join("target")).unwrap();
            fs::write(folder.join("target/x"), "built").unwrap();
        }
        let fault = carry_over(&target, &old, &BTreeSet::new()).unwrap_err();
        assert!(fault.to_string().contains("old/target"), "{fault}");
        assert_eq!(text(old.join("target/x")), "built");
    }

    #[test]
    fn runs_at_the_same_time_leave_one_whole_folder() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("crate");
        put(&target, &[("a", "0"), ("src/b", "0")]).unwrap();
        fs::write(target.join("mine"), "kept").unwrap();
        std::thread::scope(|scope| {
            for run in 1..=4 {
                let (target, mark) = (&target, run.to_string());
                scope.spawn(move || {
                    for round in 0..8 {
                        let mark = format!("{mark}.{round}");
                        put(target, &[("a", &mark), ("src/b", &mark)]).unwrap();
                    }
                });
            }
        });
        assert_eq!(text(target.join("a")), text(target.join("src/b")));
        assert_eq!(text(target.join("mine")), "kept");
        assert_eq!(names(root.path()), ["crate"]);
    }
}
