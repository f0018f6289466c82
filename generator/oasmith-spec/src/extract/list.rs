//! What a fragment is, in one line for people.

use oasmith_source::SourceMap;

use super::Fragment;
use crate::node::Node;
use crate::parts;

/// A fragment, as `oasmith extract` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The file, as a person would open it.
    pub page: String,
    /// The nearest heading above; empty for whole files.
    pub heading: String,
    /// The line where the document starts.
    pub line: u32,
    /// `GET /tenants`, in the order in which they are written.
    pub operations: Vec<String>,
    pub bytes: usize,
}

/// Describes a fragment and what was read from it; one with a fault has no operations that are known.
pub fn list(sources: &SourceMap, fragment: &Fragment, node: Option<&Node>) -> Listed {
    Listed {
        page: sources.path(fragment.span.file),
        heading: fragment.heading.clone().unwrap_or_default(),
        line: sources.position(fragment.span).line,
        operations: node.map(operations).unwrap_or_default(),
        bytes: sources.text(fragment.span).trim().len(),
    }
}

fn operations(document: &Node) -> Vec<String> {
    let paths = document.get("paths").and_then(Node::as_object);
    let mut found = Vec::new();
    for path in paths.into_iter().flat_map(|it| it.iter()) {
        let members = path.value.as_object().into_iter().flat_map(|it| it.iter());
        for member in members.flat_map(parts::operations) {
            let method = parts::shown_method(&member.key.text);
            found.push(format!("{method} {}", path.key.text));
        }
    }
    found
}
