//! Changes to a document that stand in a file of their own (OpenAPI Overlay Specification 1.0 and 1.1).
//!
//! In: a document and an [`Overlay`]. Out: the document with the overlay's actions done, one after the other, each on
//! the result of the one before. What an action adds carries the places of the overlay, so that later stages point
//! into it.
//! `read` makes an overlay of a tree, `path` finds what a target matches, `update` merges.
//! Deliberately missing: what `extends` names is not read, since whoever runs oasmith says what an overlay is for; and
//! the meaning of what is changed, which later stages look at.

mod cost;
mod hits;
mod path;
mod read;
mod scan;
mod update;

use oasmith_source::{Diagnostic, Diagnostics, Severity, Span};

use crate::bundle::joined;
use crate::codes;
use crate::node::{Node, Object};
use crate::resolve::Address;
use hits::Hits;
use oasmith_source::suggest::nearest;
use path::Path;
use update::Budget;

pub use read::read;

/// An overlay, read and found to be one.
#[derive(Debug)]
pub struct Overlay {
    version: Version,
    /// What it is written for.
    extends: Option<Node>,
    actions: Vec<Action>,
}

impl Overlay {
    /// Where its actions stand, in their order.
    pub fn actions(&self) -> impl Iterator<Item = Span> {
        self.actions.iter().map(|it| it.span)
    }

    /// Where the actions stand that copy a part of the document.
    pub fn copies(&self) -> impl Iterator<Item = Span> {
        let copies = self.actions.iter();
        copies
            .filter(|it| matches!(it.modifier, Modifier::Copy(_)))
            .map(|it| it.span)
    }

    /// The file that an overlay is written for, and where that is said. `name` is that of the overlay's own file.
    pub fn written_for(&self, name: &str) -> Option<(String, Span)> {
        let node = self.extends.as_ref()?;
        let text = node.as_str()?;
        match Address::parse(text.split_once('#').map_or(text, |it| it.0)) {
            Address::Path(path) => Some((joined(name, &path), node.span)),
            // A copy of what is published elsewhere may have any name here.
            Address::Here | Address::Absolute | Address::Remote => None,
        }
    }
}

/// What follows when an action matches nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmatched {
    Warn,
    Refuse,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    V1_0,
    V1_1,
}

#[derive(Debug)]
struct Action {
    span: Span,
    target: Target,
    modifier: Modifier,
}

#[derive(Debug)]
enum Modifier {
    Update(Node),
    Copy(Target),
    Remove,
}

/// A path, and where it is written.
#[derive(Debug)]
struct Target {
    path: Path,
    span: Span,
}

/// Does the actions of an overlay.
///
/// An action that cannot be done is left out, which is of use for looking at only.
pub fn apply(mut document: Node, overlay: &Overlay, unmatched: Unmatched) -> (Node, Diagnostics) {
    let mut cx = Cx {
        version: overlay.version,
        unmatched,
        budget: Budget::default(),
        has_failed: false,
        diagnostics: Diagnostics::default(),
    };
    for action in &overlay.actions {
        if let Err(fault) = cx.act(action, &mut document) {
            cx.has_failed = true;
            let is_full = fault.code == &codes::OVERLAY_TOO_LARGE;
            cx.diagnostics.push(*fault);
            if is_full {
                break;
            }
        }
    }
    (document, cx.diagnostics)
}

struct Cx {
    version: Version,
    unmatched: Unmatched,
    /// What the actions of one overlay may add, all together.
    budget: Budget,
    /// Whether an action could not be done.
    has_failed: bool,
    diagnostics: Diagnostics,
}

/// Why an action cannot be done.
type Done<T> = Result<T, Box<Diagnostic>>;

impl Cx {
    fn act(&mut self, action: &Action, document: &mut Node) -> Done<()> {
        let target = &action.target;
        let hits = find(target, document)?;
        if hits.is_empty() {
            self.matches_nothing(target, document);
            return Ok(());
        }
        match &action.modifier {
            Modifier::Remove => self.remove(target, &hits, document),
            Modifier::Update(value) => self.update(target, &hits, value, document),
            Modifier::Copy(source) => {
                let value = single(source, document)?.clone();
                self.update(target, &hits, &value, document)
            }
        }
    }

    fn remove(&mut self, target: &Target, hits: &Hits, document: &mut Node) -> Done<()> {
        if hits.is_here() {
            let message = "the whole document cannot be removed";
            return Err(impossible(message, target.span));
        }
        hits.remove(document);
        Ok(())
    }

    fn update(
        &mut self,
        target: &Target,
        hits: &Hits,
        value: &Node,
        document: &mut Node,
    ) -> Done<()> {
        let nodes = hits.nodes(document);
        self.check_version(target, &nodes);
        update::check_kinds(&nodes, target, value, self.version)?;
        let mut merge = update::Cx {
            target: target.span,
            version: self.version,
            budget: &mut self.budget,
            diagnostics: &mut self.diagnostics,
        };
        hits.change(document, 0, &mut |node, level| {
            merge.update(node, value, level)
        })
    }

    /// Overlay 1.0, Action Object: a target matches objects and arrays only. What an update of another means is plain
    /// from 1.1, so it is done. The specification's own examples of 1.0 remove others, so nothing is said of that.
    fn check_version(&mut self, target: &Target, nodes: &[&Node]) {
        let primitive = nodes.iter().find(|it| update::is_primitive(it));
        let Some(primitive) = primitive.filter(|_| self.version == Version::V1_0) else {
            return;
        };
        let message = format!(
            "the target matches {}, and Overlay 1.0 knows objects and arrays as targets only",
            primitive.kind()
        );
        self.diagnostics.push(
            Diagnostic::warning(&codes::OVERLAY_VERSION, message)
                .at(target.span)
                .also(primitive.span, "matched here")
                .help("write `overlay: 1.1.0`"),
        );
    }

    fn matches_nothing(&mut self, target: &Target, document: &Node) {
        // This may well be the consequence of the action that was not done.
        if self.has_failed {
            return;
        }
        let message = format!("`{}` matches nothing", target.path.shown());
        let mut fault = Diagnostic::warning(&codes::OVERLAY_NO_MATCH, message).at(target.span);
        if self.unmatched == Unmatched::Refuse {
            fault.severity = Severity::Error;
        }
        if let Some((node, name)) = target.path.miss(document) {
            fault = fault.also(node.span.start(), format!("there is no `{name}` here"));
            let members = node.as_object().into_iter().flat_map(Object::iter);
            if let Some(meant) = nearest(name, members.map(|it| &*it.key.text)) {
                fault = fault.help(format!("did you mean `{meant}`?"));
            }
        }
        self.diagnostics.push(fault);
    }
}

fn find(target: &Target, document: &Node) -> Done<Hits> {
    target.path.find(document).map_err(|_| {
        let message = format!(
            "`{}` asks for too many steps on this document",
            target.path.shown()
        );
        Box::new(
            Diagnostic::error(&codes::OVERLAY_TOO_LARGE, message)
                .at(target.span)
                .help("use fewer `..`, and no wildcards after `$` in a filter"),
        )
    })
}

/// The one node that `copy` names.
fn single<'n>(source: &Target, document: &'n Node) -> Done<&'n Node> {
    let hits = find(source, document)?;
    match hits.nodes(document).as_slice() {
        [one] => Ok(one),
        [] => {
            let message = format!("`{}` matches nothing to copy", source.path.shown());
            Err(impossible(&message, source.span))
        }
        [first, second, ..] => {
            let message = format!("`{}` matches more than one value", source.path.shown());
            let mut fault = impossible(&message, source.span);
            *fault = (*fault)
                .also(first.span, "one")
                .also(second.span, "another")
                .help("name one value: `copy` takes a single one");
            Err(fault)
        }
    }
}

fn impossible(message: &str, at: Span) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(&codes::OVERLAY_IMPOSSIBLE, message).at(at))
}
