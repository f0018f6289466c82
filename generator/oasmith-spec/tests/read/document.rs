//! A document written in a test, up to the stage that the test is about.

use oasmith_source::render::concise;
use oasmith_source::{Diagnostics, SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::parse::parse_at;
use oasmith_spec::{Document, Node};

/// A text and the tree that it is. The file is `api/api.yaml`; it starts with a line break, so that lines count from
/// the first line of the text.
pub struct Written {
    pub sources: SourceMap,
    pub root: Node,
}

pub fn written(text: &str) -> Written {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let mut sources = SourceMap::new("");
    let file = sources.add("api/api.yaml", text);
    let (root, said) = parse_at(&sources, Span::new(file, 0, text.len()), Format::Yaml);
    assert!(said.is_empty(), "{said:?}");
    let root = root.expect("a text without faults is a tree");
    Written { sources, root }
}

impl Written {
    /// The document, and what is said about it.
    pub fn read(&self) -> (Document, String) {
        let (document, said) = oasmith_spec::read::read(&self.root);
        (document.expect("an OpenAPI document"), self.lines(&said))
    }

    /// Diagnostics, one a line, each followed by its second places and remedies.
    pub fn lines(&self, said: &Diagnostics) -> String {
        let mut lines = String::new();
        for it in said {
            lines += &concise(it, &self.sources).replace("api/api.yaml:", "");
            for label in &it.secondary {
                let place = self.sources.place(label.span).replace("api/api.yaml:", "");
                lines += &format!("  {place}: {}\n", label.text);
            }
            for help in &it.help {
                lines += &format!("  help: {help}\n");
            }
        }
        lines
    }
}
