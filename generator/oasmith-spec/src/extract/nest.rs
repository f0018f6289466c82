//! What an indented line of a page stands in: an item of a list, or a block of MkDocs such as a tab.
//!
//! A fence that is indented by four or more is indented code outside of these (CommonMark 0.31, 4.4), and a fence in them.

use super::fence::{list_marker, split_indent};

/// The lines above that a line may stand in: each is indented less than the next.
#[derive(Debug, Default)]
pub(super) struct Nest(Vec<Above>);

#[derive(Debug)]
struct Above {
    indent: usize,
    holds_blocks: bool,
}

/// As far as what an item of a list holds may be indented, a fence in it included.
const WIDEST: usize = 8;

impl Nest {
    /// Takes a line that stands outside of code blocks.
    pub(super) fn take(&mut self, line: &str) {
        let (indent, text) = split_indent(line);
        if text.is_empty() {
            return;
        }
        while self.0.last().is_some_and(|it| it.indent >= indent) {
            self.0.pop();
        }
        self.0.push(Above {
            indent,
            holds_blocks: list_marker(text).is_some() || opens_block(text),
        });
    }

    /// Whether a block that is indented so far stands in an item or block.
    pub(super) fn holds(&self, indent: usize) -> bool {
        let above = self.0.iter().rev().find(|it| it.indent < indent);
        above.is_some_and(|it| it.holds_blocks && indent - it.indent <= WIDEST)
    }
}

/// `=== "YAML"`, `!!! note` and `??? note`, as MkDocs has them: what they hold is indented by four.
fn opens_block(text: &str) -> bool {
    let marks = ["=== \"", "===! \"", "===+ \"", "!!! ", "??? ", "???+ "];
    marks.iter().any(|it| text.starts_with(it))
}
