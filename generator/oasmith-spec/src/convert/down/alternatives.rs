//! `null` among the schemas of `anyOf` and `oneOf`.
//!
//! OAS 3.0 says it by `nullable`, which counts only beside a `type`: so it moves into an alternative that has one.
//! Where none has, as for a reference, `null` stays an alternative of its own. `nullable` is set outside as well: there
//! the specification gives it no effect, and many tools do.

use super::types::{add_null, is_only_null};
use crate::convert::edit::{boolean, is_null, list, set};
use crate::node::{Member, Node, Object, Value};
use oasmith_source::Span;

pub(super) fn take_null(object: &mut Object) {
    for keyword in ["anyOf", "oneOf"] {
        let Some(Value::Array(items)) = object.get_mut(keyword).map(|it| &mut it.value) else {
            continue;
        };
        let nulls: Vec<bool> = items.iter().map(is_only_null).collect();
        let Some(first) = nulls.iter().position(|it| *it) else {
            continue;
        };
        let at = items[first].span;
        // What two alternatives of `oneOf` take is refused, and is to stay so.
        let is_exclusive = keyword == "oneOf";
        let others = nulls.iter().filter(|it| !**it).count();
        if others == 0 || (is_exclusive && nulls.len() - others > 1) {
            continue;
        }
        let mut carrier = false;
        for (item, _) in items.iter_mut().zip(&nulls).filter(|(_, null)| !**null) {
            carrier = !(is_exclusive && takes_null(item)) && add_null(item, at);
            if carrier {
                break;
            }
        }
        if carrier {
            let mut nulls = nulls.into_iter();
            items.retain(|_| nulls.next() == Some(false));
        }
        outside(object, at);
        if carrier {
            unwrap(object, keyword);
        }
    }
}

fn takes_null(schema: &Node) -> bool {
    schema.get("nullable").is_some()
}

/// Sets `nullable` beside the alternatives, unless another keyword there forbids `null`.
fn outside(object: &mut Object, at: Span) {
    let values = list(object, "enum");
    let forbids = object.get("type").is_some() || !values.is_empty() && !values.iter().any(is_null);
    if !forbids {
        set(object, "nullable", boolean(true, at));
    }
}

/// Puts an only alternative in place of the keyword, where nothing beside it would be said twice.
fn unwrap(object: &mut Object, keyword: &str) {
    let [only] = list(object, keyword) else {
        return;
    };
    let Some(inner) = only.as_object() else {
        return;
    };
    let is_plain = |it: &Member| is_annotation(&it.key.text) || &*it.key.text == "nullable";
    let beside = || object.iter().filter(|it| &*it.key.text != keyword);
    let twice = |it: &Member| &*it.key.text != "nullable" && inner.get(&it.key.text).is_some();
    if !beside().all(is_plain) || beside().any(twice) {
        return;
    }
    object.remove("nullable");
    let Some(at) = object
        .members
        .iter()
        .position(|it| &*it.key.text == keyword)
    else {
        return;
    };
    let list = object.members.remove(at);
    if let Value::Array(items) = list.value.value {
        let inner = items.into_iter().filter_map(|it| match it.value {
            Value::Object(it) => Some(it.members),
            _ => None,
        });
        let inner: Vec<Member> = inner.flatten().collect();
        object.members.splice(at..at, inner);
    }
}

fn is_annotation(keyword: &str) -> bool {
    keyword.starts_with("x-")
        || matches!(
            keyword,
            "title"
                | "description"
                | "default"
                | "example"
                | "deprecated"
                | "readOnly"
                | "writeOnly"
                | "xml"
                | "externalDocs"
        )
}
