//! OpenAPI 3.1 as 3.0.
//!
//! A schema never allows less than before. Where 3.0 has no word for a keyword, the keyword is left out and said so;
//! `loosen` finds the places where leaving something out would turn into forbidding something.
//! The steps: path items that are components are put in place, what references point to is kept aside, each part is
//! rewritten, and what a reference no longer finds becomes a component.

mod alternatives;
mod collections;
mod document;
mod hoist;
mod loosen;
mod lost;
mod path_items;
mod schema;
mod types;
mod values;

use super::edit::{empty, rename, set};
use super::up;
use crate::codes::{ANNOTATION_LEFT_OUT, PART_LEFT_OUT, SCHEMA_WIDENED};
use crate::node::Node;
use crate::parts::{self, Part};
use document::Schemes;
use loosen::Loose;
use oasmith_source::{Diagnostic, Diagnostics, Span};

pub(crate) use types::only_null;

/// What is known while a document is rewritten.
struct Cx<'s> {
    said: &'s mut Diagnostics,
    loose: Loose,
}

impl Cx<'_> {
    /// A schema allows more than before.
    fn widened(&mut self, at: Span, message: impl Into<String>) {
        self.said
            .push(Diagnostic::warning(&SCHEMA_WIDENED, message).at(at));
    }

    /// Something that the document said is missing.
    fn left_out(&mut self, at: Span, message: impl Into<String>) {
        self.said
            .push(Diagnostic::warning(&PART_LEFT_OUT, message).at(at));
    }

    /// Something that only describes is missing.
    fn noted(&mut self, at: Span, message: impl Into<String>) {
        self.said
            .push(Diagnostic::info(&ANNOTATION_LEFT_OUT, message).at(at));
    }
}

pub(super) fn lower(document: &mut Node, said: &mut Diagnostics) {
    path_items::inline(document, said);
    up::spell_null(document);
    let targets = hoist::targets(document);
    let loose = loosen::find(document);
    let schemes = Schemes::of(document);
    let mut cx = Cx { said, loose };
    parts::each_root_mut(document, Part::Document, &mut |part, node| match part {
        Part::Schema => schema::lower(&mut cx, node),
        _ => document::lower(&mut cx, &schemes, part, node),
    });
    hoist::missing(&mut cx, document, targets);
    finish(&mut cx, document);
}

/// What has to wait until all parts are rewritten, since the walk finds them by their 3.1 names.
fn finish(cx: &mut Cx<'_>, document: &mut Node) {
    let span = document.span.start();
    if document.get("webhooks").is_some() {
        follow_webhooks(document);
    }
    let Some(root) = document.as_object_mut() else {
        return;
    };
    if let Some(version) = root.get_mut("openapi") {
        *version = Node::string("3.0.4", version.span);
    }
    if let Some(webhooks) = root.member("webhooks") {
        let message = "OpenAPI 3.0 has no `webhooks`; they are kept as `x-webhooks`";
        cx.left_out(webhooks.key.span, message);
        rename(root, "webhooks", "x-webhooks");
    }
    if root.get("paths").is_none() {
        set(root, "paths", empty(span));
    }
}

/// Leads references to parts of webhooks to where these are kept; those to schemas have been led there.
fn follow_webhooks(document: &mut Node) {
    parts::each_mut(document, Part::Document, &mut |_, node| {
        let reference = node.as_object_mut().and_then(|it| it.get_mut("$ref"));
        if let Some(reference) = reference
            && let Some(rest) = reference
                .as_str()
                .and_then(|it| it.strip_prefix("#/webhooks/"))
        {
            *reference = Node::string(&format!("#/x-webhooks/{rest}"), reference.span);
        }
    });
}
