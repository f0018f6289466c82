//! The only writer of the disk.
//!
//! In: finished texts and where they go. Out: files that are whole, or what stood there before.
//! Everything is written beside its target first and takes its place by a rename, so that nobody ever sees a half.
//! Deliberately missing: any decision about contents.

mod compare;
mod file;
mod folder;
mod marker;
mod tree;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use oasmith_source::Diagnostic;

use crate::codes;

pub use compare::{Difference, Kind, compare, compare_file};
pub use file::{file, new_file};
pub use folder::{check, folder};
pub use tree::Tree;

/// Whether a write changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Written,
    /// Everything stood there already; nothing was touched.
    Unchanged,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Fault {
    /// The folder holds `found`, and nothing says that oasmith made it.
    NotOurs { folder: PathBuf, found: String },
    /// A file stands where the output folder is to be.
    NotFolder { path: PathBuf },
    /// Something that oasmith did not make stands where a file is to go.
    Occupied { path: PathBuf },
    /// A file that must not be replaced is there already.
    Exists { path: PathBuf },
    /// The system refuses.
    Refused {
        doing: &'static str,
        path: PathBuf,
        reason: io::Error,
    },
}

impl Fault {
    /// For `map_err`: what was tried, and with which path.
    fn refused(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Fault {
        move |reason| Fault::Refused {
            doing,
            path: path.to_owned(),
            reason,
        }
    }

    /// The fault as a coded finding, with its remedy.
    pub fn diagnostic(&self) -> Diagnostic {
        let (code, help) = match self {
            Fault::NotOurs { .. } => (
                &codes::OUTPUT_NOT_OURS,
                "choose another folder, or empty this one: the output is replaced as a whole",
            ),
            Fault::NotFolder { .. } => (
                &codes::OUTPUT_OCCUPIED,
                "give the path of a folder with `-o`; it need not exist",
            ),
            Fault::Occupied { .. } => (
                &codes::OUTPUT_OCCUPIED,
                "move or delete it: it would be overwritten",
            ),
            Fault::Exists { .. } => (
                &codes::FILE_EXISTS,
                "delete it first, or give another name with `-o`",
            ),
            Fault::Refused { reason, .. } => (
                &codes::WRITE_REFUSED,
                match reason.kind() {
                    io::ErrorKind::NotFound => {
                        "make the folder that it stands in, or choose another path"
                    }
                    _ => "make room for it, or choose another path",
                },
            ),
        };
        Diagnostic::error(code, self.to_string()).help(help)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NotOurs { folder, found } => write!(
                f,
                "`{}` holds `{found}` and was not made by oasmith",
                folder.display()
            ),
            Fault::NotFolder { path } => {
                write!(f, "the output `{}` is a file, not a folder", path.display())
            }
            Fault::Occupied { path } => {
                write!(f, "`{}` was not made by oasmith", path.display())
            }
            Fault::Exists { path } => write!(f, "`{}` exists already", path.display()),
            Fault::Refused {
                doing,
                path,
                reason,
            } => write!(f, "cannot {doing} `{}`: {reason}", path.display()),
        }
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Fault::Refused { reason, .. } => Some(reason),
            _ => None,
        }
    }
}
