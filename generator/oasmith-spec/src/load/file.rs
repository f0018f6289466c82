//! One file: whether it may be read, its bytes, its name.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path};

use oasmith_source::{Diagnostic, FileId, SourceMap, Span};

use super::{Limits, decode};
use crate::codes;

/// Whether a path, all links followed, is inside a folder. One that does not exist is not.
pub(super) fn is_below(path: &Path, root: &Path) -> bool {
    match (path.canonicalize(), root.canonicalize()) {
        (Ok(path), Ok(root)) => path.starts_with(root),
        _ => false,
    }
}

/// Reads a file into the map.
///
/// One that is not UTF-8 goes there too, as far as it can be shown, so that the fault has a place.
pub(super) fn add(
    sources: &mut SourceMap,
    path: &Path,
    name: &str,
    limits: Limits,
) -> Result<FileId, Diagnostic> {
    let shown = sources.shown(name);
    let bytes = bytes(path, limits).map_err(|error| unreadable(&shown, &error))?;
    if bytes.len() as u64 > limits.file_size {
        let message = format!("`{shown}` has more than {} bytes", limits.file_size);
        return Err(Diagnostic::error(&codes::FILE_TOO_LARGE, message));
    }
    match decode::text(bytes, &shown) {
        Ok(text) => Ok(sources.add(name, text)),
        Err(undecoded) => {
            let file = sources.add(name, undecoded.shown);
            Err(undecoded
                .fault
                .at(Span::new(file, undecoded.at, undecoded.at)))
        }
    }
}

/// Reads up to one byte more than the limit: a file may grow while it is read.
fn bytes(path: &Path, limits: Limits) -> io::Result<Vec<u8>> {
    // A device or a pipe may never end.
    let length = path.metadata()?;
    if !length.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let length = length.len().min(limits.file_size);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    File::open(path)?
        .take(limits.file_size.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    let path = if path.is_empty() { "." } else { path };
    Diagnostic::error(
        &codes::FILE_UNREADABLE,
        format!("`{path}` cannot be read: {error}"),
    )
}

/// The name as the map has it: `/` between its parts, on every system, and no `./`.
pub(super) fn in_map(name: &str) -> String {
    let parts = Path::new(name).components();
    let mut out = String::new();
    for part in parts.filter(|it| !matches!(it, Component::CurDir)) {
        if !out.is_empty() && !out.ends_with('/') {
            out.push('/');
        }
        match part {
            Component::RootDir => out.push('/'),
            it => out.push_str(&it.as_os_str().to_string_lossy()),
        }
    }
    out
}
