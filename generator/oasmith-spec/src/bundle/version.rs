//! One version of OpenAPI for files that are written in several.
//!
//! In: the bundled document, and the files it is made of. Out: the document in the highest version, with what came from
//! files of 3.0 in the words of 3.1: a schema means different things in them.
//! A file that does not say its version has that of the first one that refers to it.

use std::collections::HashSet;

use oasmith_source::{Diagnostic, Diagnostics, FileId};

use super::parts::Parts;
use crate::codes::VERSION_RAISED;
use crate::convert;
use crate::node::Node;

pub(super) fn unify(document: &mut Node, parts: &Parts, said: &mut Diagnostics) {
    let all = 0..parts.len();
    let minors: Vec<Option<u32>> = all.clone().map(|it| minor(parts, it)).collect();
    let highest = all
        .clone()
        .filter_map(|it| Some((minors[it]?, parts.tree(it).get("openapi")?)))
        .reduce(|a, b| if b.0 > a.0 { b } else { a });
    let old: Vec<usize> = all.filter(|it| minors[*it] == Some(0)).collect();
    let Some((1.., highest)) = highest.filter(|_| !old.is_empty()) else {
        return;
    };
    let files: HashSet<FileId> = old.iter().map(|it| parts.tree(*it).span.file).collect();
    said.extend(convert::raise_files(document, &|it| files.contains(&it)));
    let root = document.as_object_mut();
    if let Some(version) = root.and_then(|it| it.get_mut("openapi")) {
        *version = highest.clone();
    }
    let first = old
        .iter()
        .find_map(|it| Some((*it, parts.tree(*it).get("openapi")?)));
    if let Some((first, node)) = first {
        let to = highest.as_str().unwrap_or_default();
        let message = format!(
            "`{}` is OpenAPI 3.0, and put together as {to}",
            parts.name(first)
        );
        let raised = Diagnostic::info(&VERSION_RAISED, message).at(node.span);
        said.push(raised.also(highest.span, "the highest version"));
    }
}

fn minor(parts: &Parts, mut part: usize) -> Option<u32> {
    loop {
        match parts.tree(part).get("openapi") {
            Some(_) => return convert::minor(parts.tree(part)),
            // Whoever refers to a file was there before it.
            None => part = parts.asker(part).filter(|it| *it < part)?,
        }
    }
}
