//! A document with copies where references stood: what documentation exports look like.
//!
//! In: a document. Out: the same with every local `$ref` replaced by what it names, and without the components that
//! nothing refers to any more. A reference to a part that contains itself stays, and so does the component it names.
//! `$ref` in data (extensions, examples, defaults, enumerations) is data, and what it names stays for those who read it.
//! Deliberately missing: references to other files and to nothing, which stay as they are, and `$dynamicRef`.

mod inline;
mod siblings;
mod targets;

use crate::merge::keep_first_ids;
use crate::node::{Key, Member, Node, Object};
use crate::resolve::Place;
use inline::Cx;
use oasmith_source::Diagnostics;

pub use siblings::is_annotation;
pub(crate) use siblings::join;

/// Where the siblings of an inlined reference go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Siblings {
    /// Around the copy: `{ allOf: [copy], siblings... }`.
    Wrapped,
    /// Over the members of the copy, where they only annotate; around it elsewhere.
    Merged,
}

/// What becomes of a discriminator's `mapping`, and of the names that it goes by without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mappings {
    /// The schemas it names stay components, and the alternatives beside a discriminator stay references.
    ///
    /// OAS 3.1, Discriminator Object: inline schemas are not considered, and names of components are values.
    Kept,
    /// It is taken out, as the names of components say nothing once these are gone.
    Dropped,
}

/// Which references are replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum References {
    All,
    /// Those to parts of operations: some exporters inline each component once, and write its other copies as references
    /// to the first, `#/paths/~1pets/get/responses/200/...`.
    ToCopies,
}

/// How to dereference.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub siblings: Siblings,
    pub mappings: Mappings,
    pub references: References,
    /// How many values to make at most.
    pub limit: usize,
}

impl Options {
    /// Mappings kept, and at most 50 million values.
    pub fn new(siblings: Siblings) -> Self {
        Options {
            siblings,
            mappings: Mappings::Kept,
            references: References::All,
            limit: 50_000_000,
        }
    }
}

/// Replaces references by copies of what they name; nothing when these would be too many or too deep.
pub fn dereference(document: &Node, options: &Options) -> (Option<Node>, Diagnostics) {
    let targets = targets::find(document, options.mappings);
    let mut cx = Cx::new(document, &targets, options);
    let mut diagnostics = Diagnostics::default();
    match inlined(document, &mut cx) {
        Ok(mut document) => {
            if cx.replaces_all() {
                keep_first_ids(&mut document, &mut diagnostics);
            }
            (Some(document), diagnostics)
        }
        Err(fault) => {
            diagnostics.push(*fault);
            (None, diagnostics)
        }
    }
}

fn inlined<'a>(document: &'a Node, cx: &mut Cx<'a, '_>) -> Result<Node, inline::Fault> {
    let Some(root) = document.as_object() else {
        return cx.node(document, Place::Document);
    };
    let mut out = Object::default();
    // What refers decides what is kept, so the components come last; they go where they stood.
    for member in root.iter() {
        let place = Place::Document.inside(&member.key.text);
        let value = match place {
            Place::Components if cx.replaces_all() => {
                Node::object(Object::default(), member.value.span)
            }
            _ => cx.node(&member.value, place)?,
        };
        out.push(member.key.clone(), value);
    }
    if cx.replaces_all()
        && let Some(components) = root.get("components").and_then(Node::as_object)
    {
        let kept = components_kept(components, cx)?;
        if kept.is_empty() {
            out.remove("components");
        } else if let Some(place) = out.get_mut("components").and_then(Node::as_object_mut) {
            *place = kept;
        }
    }
    Ok(Node::object(out, document.span))
}

/// The components that something still refers to, and the security schemes, which are referred to by name.
fn components_kept<'a>(
    components: &'a Object,
    cx: &mut Cx<'a, '_>,
) -> Result<Object, inline::Fault> {
    let mut others = Vec::new();
    for kind in components.iter() {
        let place = Place::Components.inside(&kind.key.text);
        if &*kind.key.text == "securitySchemes" || place == Place::Unknown {
            others.push((&*kind.key.text, cx.node(&kind.value, place)?));
        }
    }
    let mut kept = cx.kept_components()?;
    let mut out = Object::default();
    for kind in components.iter() {
        if let Some(at) = others.iter().position(|it| it.0 == &*kind.key.text) {
            out.push(kind.key.clone(), others.swap_remove(at).1);
            continue;
        }
        let named = kind.value.as_object().into_iter().flat_map(Object::iter);
        let members: Vec<Member> = named
            .filter_map(|it| {
                let value = kept.remove(&std::ptr::from_ref(&it.value))?;
                let key = Key::clone(&it.key);
                Some(Member { key, value })
            })
            .collect();
        if !members.is_empty() {
            let value = Node::object(Object { members }, kind.value.span);
            out.push(kind.key.clone(), value);
        }
    }
    Ok(out)
}
