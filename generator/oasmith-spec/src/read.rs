//! Reads a document from its tree: the typed 3.1 model.
//!
//! In: the root `Node`. Out: a `Document`. 3.0 becomes 3.1 here (`nullable`, boolean `exclusiveMinimum`, `example`),
//! and 3.2 is read as far as the model goes, so that no later stage asks for the version.
//! A fault is an error where the meaning cannot be told, and a warning where the part can be left out or be guessed:
//! real documents are full of small faults. An operation or a component with an error in it is not in the model, so that
//! what is there is sound; operations are remembered as left out. Unknown members are ignored; they are for lint to say.
//! Missing: references, which `resolve` follows (those of path items apart, since they are read in place).

mod body;
mod components;
mod cx;
mod follow;
mod info;
mod instead;
mod lookup;
mod parameter;
mod parameters_fit;
mod paths;
mod places;
mod schema;
mod security;
mod version;

pub(crate) use body::{callback, header, request_body, response};
pub(crate) use cx::Cx;
pub(crate) use lookup::Lookup;
pub(crate) use parameter::parameter;
pub use places::write_plain;
pub(crate) use schema::{of_members, schema};

use crate::codes::MEMBER_MISSING;
use crate::model::{Components, Document};
use crate::node::{Node, Object};
use oasmith_source::{Diagnostic, Diagnostics, Span};
use version::Version;

/// Reads a whole document. `None` when it is not an OpenAPI document at all.
pub fn read(root: &Node) -> (Option<Document>, Diagnostics) {
    let version = match version::of(root) {
        Ok(version) => version,
        Err(fault) => return (None, fault.into()),
    };
    let Some(object) = root.as_object() else {
        unreachable!("only an object has a version");
    };
    let mut cx = Cx::new(root, version);
    let mut document = document(&mut cx, object, root.span);
    places::plain(&mut document, &mut cx.diagnostics);
    parameters_fit::check(&mut document, &mut cx.diagnostics);
    (Some(document), cx.diagnostics)
}

fn document<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span) -> Document {
    lacks_containers(cx, object, span);
    let servers = info::servers(cx, object.member("servers"));
    let mut paths = paths::paths(cx, object.member("paths"));
    let security = cx.whole(|cx| security::requirements(cx, object.member("security")));
    if let Err(reason) = &security {
        for item in paths.values_mut() {
            item.leave_out(|_, it| it.security.is_none().then(|| reason.clone()));
        }
    }
    Document {
        openapi: version::written(cx, object, span),
        info: info::info(cx, object, span),
        servers,
        paths,
        taken_as: Vec::new(),
        webhooks: paths::webhooks(cx, object.member("webhooks")),
        components: match object.member("components") {
            Some(member) => components::components(cx, member),
            None => Components::default(),
        },
        security: security.unwrap_or_default().unwrap_or_default(),
        tags: info::tags(cx, object.member("tags")),
        external_docs: info::external_docs(cx, object.member("externalDocs")),
        span,
    }
}

/// OAS 3.0 requires `paths`, OAS 3.1 at least one of three members.
fn lacks_containers(cx: &mut Cx<'_>, object: &Object, span: Span) {
    let has = |key| object.member(key).is_some();
    let message = if cx.version == Version::V30 {
        (!has("paths")).then_some("the document lacks `paths`")
    } else {
        let none = !has("paths") && !has("components") && !has("webhooks");
        none.then_some("the document has none of `paths`, `components`, `webhooks`")
    };
    if let Some(message) = message {
        cx.push(Diagnostic::warning(&MEMBER_MISSING, message).at(span.start()));
    }
}
