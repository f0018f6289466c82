//! Finds the OpenAPI documents of a folder.
//!
//! In: files and folders. Out: the files that are a document or the root of one, and the pages that hold one.
//! The texts are not parsed: that is the part of the program under test, and of the process with limits.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use oasmith_source::SourceMap;
use oasmith_spec::extract;

/// An OpenAPI document, or the root of one that is split over files.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path below the folder that was given.
    pub name: String,
    pub path: PathBuf,
    /// The folder that was given: references may lead as far.
    pub folder: PathBuf,
    pub bytes: u64,
}

/// The documents among `paths` and in the folders among them, by name.
pub fn find(paths: &[PathBuf]) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for path in paths {
        let path = fs::canonicalize(path).with_context(|| format!("no {}", path.display()))?;
        if path.is_dir() {
            below(&path, &path, &mut documents)?;
        } else {
            // What was named is taken for a document, whatever it holds.
            let folder = path.parent().unwrap_or(&path);
            documents.push(document(&path, folder)?);
        }
    }
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    documents.dedup_by(|a, b| a.path == b.path);
    Ok(documents)
}

fn below(folder: &Path, root: &Path, documents: &mut Vec<Document>) -> Result<()> {
    let unreadable = || format!("could not read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let kind = entry.file_type().with_context(unreadable)?;
        let path = entry.path();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if kind.is_dir() && !is_hidden {
            below(&path, root, documents)?;
        } else if kind.is_file() && is_document(&path)? {
            documents.push(document(&path, root)?);
        }
    }
    Ok(())
}

fn document(path: &Path, root: &Path) -> Result<Document> {
    let bytes = fs::metadata(path).with_context(|| format!("could not read {}", path.display()))?;
    let name = path.strip_prefix(root).unwrap_or(path);
    Ok(Document {
        name: name.to_string_lossy().into_owned(),
        path: path.to_owned(),
        folder: root.to_owned(),
        bytes: bytes.len(),
    })
}

fn is_document(path: &Path) -> Result<bool> {
    let ending = path.extension().and_then(|it| it.to_str());
    let is_page = match ending {
        Some("json" | "yaml" | "yml") => false,
        Some("md" | "markdown" | "mdx") => true,
        _ => return Ok(false),
    };
    let bytes = fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    let text = decode(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    Ok(if is_page {
        let mut sources = SourceMap::default();
        let file = sources.add("page.md", text);
        !extract::extract(&sources, file).0.is_empty()
    } else if text.trim_start().starts_with('{') {
        has_member(text)
    } else {
        has_line(text)
    })
}

/// Text in whatever encoding, well enough to see what it is.
fn decode(bytes: &[u8]) -> String {
    let wide = |read: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|it| read([it[0], it[1]]));
        String::from_utf16_lossy(&units.collect::<Vec<_>>())
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// A block mapping with the key `openapi`.
fn has_line(text: &str) -> bool {
    text.lines().any(|line| {
        let key = line.split(':').next().unwrap_or_default();
        line.contains(':') && matches!(key.trim_end(), "openapi" | "\"openapi\"" | "'openapi'")
    })
}

/// A flow mapping or a JSON object with the key `openapi` at its top.
fn has_member(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            'o' if depth == 1 && is_key(&text[at..], quoted) => return true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

fn is_key(text: &str, quoted: bool) -> bool {
    let key = if quoted { "openapi\"" } else { "openapi" };
    let rest = text.strip_prefix(key);
    rest.is_some_and(|it| it.trim_start().starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::{has_line, has_member};

    #[test]
    fn a_document_is_told_by_its_root() {
        for (text, wanted) in [
            ("openapi: 3.1.0\n", true),
            ("# a comment\n\"openapi\": 3.1.0\n", true),
            ("type: object\nproperties:\n  openapi: {}\n", false),
            ("openapi\n", false),
            (r#"{"info":{},"openapi" : "3.1.0"}"#, true),
            (r#"{"info":{"openapi":"3.1.0"}}"#, false),
            (r#"{"info":"{ openapi: }"}"#, false),
            ("{openapi: 3.1.0}", true),
        ] {
            let found = if text.starts_with('{') {
                has_member(text)
            } else {
                has_line(text)
            };
            assert_eq!(found, wanted, "{text}");
        }
    }
}
