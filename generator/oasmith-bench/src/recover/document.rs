//! Finds and reads documents that have components.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use oasmith_source::{Severity, SourceMap, Span, render};
use oasmith_spec::Node;
use oasmith_spec::extract::Format;
use oasmith_spec::parse;

use crate::folder;

/// A document and the text it was read from.
pub struct Document {
    pub sources: SourceMap,
    pub root: Node,
}

/// The files among `paths` and in the folders among them, in path order.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let inside = folder::files(path)?;
            found.extend(inside.into_iter().filter(|it| format(it).is_some()));
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

pub fn name(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or(file.as_os_str());
    stem.to_string_lossy().into_owned()
}

fn format(file: &Path) -> Option<Format> {
    match file.extension()?.to_str()? {
        "json" => Some(Format::Json),
        "yaml" | "yml" => Some(Format::Yaml),
        _ => None,
    }
}

/// Reads a file; nothing when it is no OpenAPI document with component schemas.
pub fn read(file: &Path) -> Result<Option<Document>> {
    let format = format(file).unwrap_or(Format::Yaml);
    let text = fs::read_to_string(file).context("could not read it")?;
    parse(name(file), text, format)
}

/// A document's text as a tree.
pub fn parse(name: String, text: String, format: Format) -> Result<Option<Document>> {
    let mut sources = SourceMap::default();
    let id = sources.add(name, text);
    let whole = Span::new(id, 0, sources.file(id).text().len());
    let (root, diagnostics) = parse::parse_at(&sources, whole, format);
    let Some(root) = root else {
        let errors = diagnostics
            .iter()
            .filter(|it| it.severity == Severity::Error);
        let first = errors.map(|it| render::concise(it, &sources)).next();
        bail!("{}", first.unwrap_or_default().trim_end());
    };
    let schemas = root
        .pointer("/components/schemas")
        .and_then(Node::as_object);
    let has_schemas = schemas.is_some_and(|it| !it.is_empty());
    if root.get("openapi").is_none() || !has_schemas {
        return Ok(None);
    }
    Ok(Some(Document { sources, root }))
}
