//! One file: whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Fault, Outcome};

/// Writes a text to a path. A file that holds it already is not touched.
pub fn file(path: &Path, text: &str) -> Result<Outcome, Fault> {
    let refused = || Fault::refused("write", path);
    match fs::metadata(path) {
        // `/dev/stdout` leads to whatever the output goes to, which is not to be replaced under its writer.
        Ok(it) if it.is_file() && !path.starts_with("/dev") => {
            if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
                return Ok(Outcome::Unchanged);
            }
            // A link stays one: what it leads to is replaced.
            let target = fs::canonicalize(path).map_err(refused())?;
            replace(&target, text, Some(it.permissions())).map_err(refused())?;
        }
        Ok(it) if it.is_dir() => {
            return Err(refused()(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        // A pipe or a device cannot be replaced, only written to.
        Ok(_) => {
            let mut to = fs::OpenOptions::new()
                .append(true)
                .open(path)
                .map_err(refused())?;
            to.write_all(text.as_bytes())
                .and_then(|()| to.flush())
                .map_err(refused())?;
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            replace(path, text, None).map_err(refused())?;
        }
        Err(error) => return Err(refused()(error)),
    }
    Ok(Outcome::Written)
}

/// Writes a text to a path where there is nothing yet.
pub fn new_file(path: &Path, text: &str) -> Result<(), Fault> {
    let refused = || Fault::refused("write", path);
    let mut to = match fs::File::create_new(path) {
        Ok(to) => to,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Fault::Exists {
                path: path.to_owned(),
            });
        }
        Err(error) => return Err(refused()(error)),
    };
    to.write_all(text.as_bytes()).map_err(|error| {
        // Half a file is worse than none; that it cannot be removed either would add nothing.
        let _ = fs::remove_file(path);
        refused()(error)
    })
}

fn replace(target: &Path, text: &str, permissions: Option<fs::Permissions>) -> io::Result<()> {
    let (to, draft) = draft(target)?;
    let done = finish(to, &draft, target, text, permissions);
    if done.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&draft);
    }
    done
}

fn finish(
    mut to: fs::File,
    draft: &Path,
    target: &Path,
    text: &str,
    permissions: Option<fs::Permissions>,
) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        fs::set_permissions(draft, permissions)?;
    }
    fs::rename(draft, target)
}

/// A new file beside the target: a rename within one folder cannot leave the file system.
fn draft(target: &Path) -> io::Result<(fs::File, PathBuf)> {
    let name = target
        .file_name()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    for attempt in 0.. {
        let mut draft = OsString::from(".");
        draft.push(name);
        draft.push(format!(".oasmith-{}-{attempt}", std::process::id()));
        let draft = target.with_file_name(draft);
        match fs::File::create_new(&draft) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 1000 => {}
            made => return made.map(|file| (file, draft)),
        }
    }
    unreachable!("the last attempt returns")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_an_equal_one_is_not_touched() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("a.toml");
        assert_eq!(file(&path, "1").unwrap(), Outcome::Written);
        assert_eq!(file(&path, "1").unwrap(), Outcome::Unchanged);
        assert_eq!(file(&path, "2").unwrap(), Outcome::Written);
        assert_eq!(fs::read_to_string(&path).unwrap(), "2");
        assert_eq!(names(root.path()), ["a.toml"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link_and_a_mode_stays() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let root = tempfile::tempdir().unwrap();
        let (path, link) = (root.path().join("a"), root.path().join("link"));
        fs::write(&path, "1").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("a", &link).unwrap();
        file(&link, "2").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "2");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_folder_in_the_way_is_a_fault_and_leaves_nothing_behind() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("a")).unwrap();
        assert!(file(&root.path().join("a"), "1").is_err());
        assert!(new_file(&root.path().join("a"), "1").is_err());
        assert!(file(&root.path().join("no/a"), "1").is_err());
        assert_eq!(names(root.path()), ["a"]);
    }
}
