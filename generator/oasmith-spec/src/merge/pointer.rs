//! References of a document to its own parts, read and written as steps.

use crate::node::push_step;
use crate::resolve::reference::{Reference, unescape};

/// The steps of `#/components/schemas/Pet`; nothing when the text refers to somewhere else.
pub(super) fn steps(reference: &str) -> Option<Vec<String>> {
    if !reference.starts_with("#/") {
        return None;
    }
    match Reference::parse(reference, "") {
        Reference::Pointer(pointer) => {
            let steps = pointer.split('/').skip(1);
            Some(steps.map(unescape).collect())
        }
        _ => None,
    }
}

/// The kind and name of the component that a reference leads to or into.
pub(super) fn component(reference: &str) -> Option<(String, String)> {
    match steps(reference)?.as_slice() {
        [components, kind, name, ..] if components == "components" => {
            Some((kind.clone(), name.clone()))
        }
        _ => None,
    }
}

/// The reference of these steps. What a URI fragment cannot hold is percent-encoded (RFC 3986, 3.5).
pub(super) fn reference<S: AsRef<str>>(steps: &[S]) -> Box<str> {
    let mut pointer = String::from("#");
    for step in steps {
        push_step(&mut pointer, step.as_ref());
    }
    let mut text = String::with_capacity(pointer.len());
    for letter in pointer.chars() {
        match letter {
            '%' => text.push_str("%25"),
            ' ' => text.push_str("%20"),
            other => text.push(other),
        }
    }
    text.into()
}

/// The JSON Pointer of a reference into the document.
pub(super) fn json_pointer(reference: &str) -> Option<String> {
    let mut pointer = String::new();
    for step in steps(reference)? {
        push_step(&mut pointer, &step);
    }
    Some(pointer)
}
