//! References: those that stay in the model, and those that are read in place.

use super::Cx;
use super::version::Version;
use crate::codes::{REF_CYCLE, TOO_DEEP, WRONG_TYPE};
use crate::model::{Ref, RefOr};
use crate::node::{Member, Node, Object, Value};
use crate::resolve::{Kind, Reference, Wrong, explain};
use oasmith_source::{Diagnostic, Span};

/// How many references may lead from one to the next. Real documents need two.
const HOPS: usize = 16;

/// Bytes of path items that are read by reference in one document: each reference makes a copy, so a small document
/// could ask for a huge one.
const FOLLOWED: usize = 32 << 20;

/// What a path item counts for at least, since the smallest one is a value in the model.
const LEAST: usize = 1 << 10;

/// The `$ref` of an object, when it has one.
pub fn reference<'a>(cx: &mut Cx<'a>, object: &'a Object) -> Option<Ref> {
    let (target, span) = target(cx, object)?;
    // OAS 3.0, Reference Object: siblings are ignored.
    let siblings = cx.version > Version::V30;
    let mut sibling = |key| {
        let member = object.member(key).filter(|_| siblings);
        cx.text(member)
    };
    Some(Ref {
        target: target.to_owned(),
        summary: sibling("summary"),
        description: sibling("description"),
        span,
    })
}

/// The `$ref` of an object as written, and its place.
pub fn target<'a>(cx: &mut Cx<'a>, object: &'a Object) -> Option<(&'a str, Span)> {
    let member = cx.given(object.member("$ref"))?;
    let Some(text) = member.value.as_str() else {
        cx.unreadable(member, "a string");
        return None;
    };
    Some((text, member.value.span))
}

/// A reference, or what `read` makes of a node that is none. `what` is its name: `a parameter`.
pub fn ref_or<'a, T>(
    cx: &mut Cx<'a>,
    node: &'a Node,
    what: &str,
    read: impl FnOnce(&mut Cx<'a>, &'a Object, Span) -> Option<T>,
) -> Option<RefOr<T>> {
    let object = cx.object(node, what)?;
    if object.member("$ref").is_some() {
        return reference(cx, object).map(RefOr::Ref);
    }
    let value = read(cx, object, node.span)?;
    Some(RefOr::Value(Box::new(value)))
}

/// Like `ref_or`, for what can do without any member: `'204':` with nothing after it, in YAML, is a response of which
/// nothing is said.
pub fn ref_or_blank<'a, T>(
    cx: &mut Cx<'a>,
    node: &'a Node,
    what: &str,
    read: impl FnOnce(&mut Cx<'a>, &'a Object, Span) -> Option<T>,
) -> Option<RefOr<T>> {
    static BLANK: Object = Object {
        members: Vec::new(),
    };
    if !matches!(node.value, Value::Null) {
        return ref_or(cx, node, what, read);
    }
    let message = format!("{what} is null, and taken as `{{}}`");
    cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
    let value = read(cx, &BLANK, node.span)?;
    Some(RefOr::Value(Box::new(value)))
}

impl<'a> Cx<'a> {
    /// The node itself, or what its `$ref` names, for the kinds of things whose references the model does not keep.
    pub fn follow(&mut self, node: &'a Node, kind: Kind) -> Option<&'a Node> {
        match self.look(node) {
            Ok(node) => Some(node),
            Err((at, wrong)) => {
                let target = at.as_str().unwrap_or_default();
                let fault = explain(&wrong, kind, target);
                self.push(fault.at(at.span));
                None
            }
        }
    }

    /// Like `follow`, where it does not matter when there is nothing. What is wrong is said of the last `$ref`.
    pub fn look(&mut self, mut node: &'a Node) -> Result<&'a Node, (&'a Node, Wrong)> {
        for _ in 0..HOPS {
            let Some(at) = node.get("$ref") else {
                return Ok(node);
            };
            let reference = Reference::parse(at.as_str().unwrap_or_default(), "");
            let Reference::Pointer(pointer) = reference else {
                return Err((at, reference.into()));
            };
            let target = self.lookup.find(&pointer);
            node = target.ok_or((at, Wrong::Nothing(pointer)))?;
        }
        Err((node.get("$ref").unwrap_or(node), Wrong::Endless))
    }

    /// Calls `read` with what a reference names, unless that would not end.
    pub fn within<T>(
        &mut self,
        node: &'a Node,
        from: &'a Member,
        read: impl FnOnce(&mut Self, &'a Node) -> Option<T>,
    ) -> Option<T> {
        let at = from.value.span;
        if let Some(outer) = self.following.iter().find(|it| std::ptr::eq(**it, node)) {
            let fault = Diagnostic::error(&REF_CYCLE, "the reference leads back to itself").at(at);
            self.diagnostics
                .push(fault.also(outer.span, "it is inside of this"));
            return None;
        }
        if self.followed > FOLLOWED {
            // It has been said.
            return None;
        }
        self.followed += node.span.range().len().max(LEAST);
        if self.following.len() >= HOPS || self.followed > FOLLOWED {
            self.followed = usize::MAX;
            let message = "references to path items lead to more than oasmith reads";
            self.push(Diagnostic::error(&TOO_DEEP, message).at(at));
            return None;
        }
        self.following.push(node);
        let value = read(self, node);
        self.following.pop();
        value
    }
}
