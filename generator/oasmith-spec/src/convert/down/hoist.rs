//! What references point to, after it has moved.
//!
//! A reference may point anywhere, also into `$defs`, which OAS 3.0 does not have, or into a schema that is put
//! differently now. What is no longer where it was becomes a component, as it was, and the references follow.

use super::{Cx, schema};
use crate::convert::edit::set;
use crate::node::{Key, Node, Object, Value};
use crate::parts::{self, Part};
use crate::read::Lookup;
use crate::resolve::{Reference, anchors, unescape};
use heck::ToPascalCase;
use indexmap::IndexMap;
use oasmith_source::Span;
use std::collections::{HashMap, HashSet};

/// Bytes of source that are kept aside: each target is a copy, and a small document could ask for many.
const KEPT: usize = 32 << 20;

/// What a copy counts for at least.
const LEAST: usize = 1 << 8;

const COMPONENTS: &str = "/components/schemas/";

/// By the text of the reference.
pub(super) type Targets = IndexMap<String, Target>;

pub(super) struct Target {
    pointer: String,
    /// What is there before anything is rewritten.
    schema: Node,
}

/// What references to schemas point to, components apart: they stay where they are.
pub(super) fn targets(document: &Node) -> Targets {
    let mut texts = Vec::new();
    let mut seen = HashSet::new();
    references(document, Part::Document, &mut |text| {
        if is_moving(text) && seen.insert(text.to_owned()) {
            texts.push(text.to_owned());
        }
    });
    let mut targets = Targets::new();
    if texts.is_empty() {
        return targets;
    }
    let anchors = anchors(document);
    let mut lookup = Lookup::new(document);
    let mut kept = 0;
    for text in texts {
        let pointer = match Reference::parse(&text, "") {
            Reference::Pointer(pointer) => Some(pointer),
            Reference::Anchor(name) => anchors.get(&name).cloned(),
            _ => None,
        };
        let found = pointer.and_then(|it| Some((lookup.find(&it)?, it)));
        let Some((schema, pointer)) = found else {
            continue;
        };
        kept += schema.span.range().len().max(LEAST);
        if kept > KEPT {
            // `resolve` says that nothing is there any more, if so.
            break;
        }
        let schema = schema.clone();
        targets.insert(text, Target { pointer, schema });
    }
    targets
}

/// Whether what a reference names may be elsewhere afterwards.
fn is_moving(text: &str) -> bool {
    let component = text.strip_prefix("#/components/schemas/");
    text.starts_with('#') && text.len() > 1 && component.is_none_or(|it| it.contains('/'))
}

/// OAS 3.0 has no `$anchor`.
fn is_anchor(text: &str) -> bool {
    !text.starts_with("#/")
}

/// Calls `visit` with each reference to a schema.
fn references<'n>(node: &'n Node, part: Part, visit: &mut impl FnMut(&'n str)) {
    if part == Part::Schema {
        if let Some(text) = node.get("$ref").and_then(Node::as_str) {
            visit(text);
        }
        let mapping = node.get("discriminator").and_then(|it| it.get("mapping"));
        for entry in mapping
            .and_then(Node::as_object)
            .into_iter()
            .flat_map(Object::iter)
        {
            if let Some(text) = entry.value.as_str() {
                visit(text);
            }
        }
    }
    for child in parts::children(node, part) {
        references(child.node, child.part, visit);
    }
}

/// Makes components of what is not where it was, and leads the references there.
pub(super) fn missing(cx: &mut Cx<'_>, document: &mut Node, targets: Targets) {
    if targets.is_empty() {
        return;
    }
    let mut renamed: HashMap<String, String> = HashMap::new();
    let mut lost = Vec::new();
    let mut lookup = Lookup::new(document);
    for (text, mut target) in targets {
        schema::lower(cx, &mut target.schema);
        let found = lookup.find(&target.pointer);
        if found.is_none_or(|it| !it.same(&target.schema)) {
            lost.push((text, target));
        } else if is_anchor(&text) {
            // What is written plainly in the pointer may not be so in a reference (RFC 6901, 6).
            renamed.insert(text, format!("#{}", target.pointer.replace('%', "%25")));
        }
    }
    let mut names: HashMap<String, String> = HashMap::new();
    for (text, target) in lost {
        // The same place may be written in several ways.
        if let Some(name) = names.get(&target.pointer) {
            renamed.insert(text, name.clone());
            continue;
        }
        let Target { pointer, schema } = target;
        let name = add(document, &pointer, schema);
        let reference = format!("#{COMPONENTS}{name}");
        names.insert(pointer, reference.clone());
        renamed.insert(text, reference);
    }
    parts::each_mut(document, Part::Document, &mut |part, node| {
        if part == Part::Schema {
            follow(node, &renamed);
        }
    });
}

fn follow(schema: &mut Node, renamed: &HashMap<String, String>) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    let set = |node: &mut Node| {
        if let Some(new) = node.as_str().and_then(|it| renamed.get(it)) {
            *node = Node::string(new, node.span);
        }
    };
    if let Some(reference) = object.get_mut("$ref") {
        set(reference);
    }
    let mapping = object
        .get_mut("discriminator")
        .and_then(Node::as_object_mut);
    let mapping = mapping.and_then(|it| it.get_mut("mapping")?.as_object_mut());
    for entry in mapping.into_iter().flat_map(|it| it.members.iter_mut()) {
        set(&mut entry.value);
    }
}

/// Adds a component, and says under which name.
fn add(document: &mut Node, pointer: &str, schema: Node) -> String {
    let span = schema.span;
    let schemas = schemas(document, span);
    let name = name(pointer, |it| {
        schemas.as_ref().is_none_or(|all| all.get(it).is_none())
    });
    if let Some(schemas) = schemas {
        schemas.push(Key::new(&name, span), schema);
    }
    name
}

fn schemas(document: &mut Node, span: Span) -> Option<&mut Object> {
    let mut object = document.as_object_mut()?;
    for key in ["components", "schemas"] {
        if object.get(key).is_none() {
            set(
                object,
                key,
                Node::new(Value::Object(Object::default()), span),
            );
        }
        object = object.get_mut(key)?.as_object_mut()?;
    }
    Some(object)
}

/// The name that it had, with as much of its way before it as makes it the only one.
fn name(pointer: &str, is_free: impl Fn(&str) -> bool) -> String {
    let is_name = |it: &str| is_free(it) && !it.bytes().all(|it| it.is_ascii_digit());
    let mut words = words(pointer);
    let mut name = words.pop().unwrap_or_else(|| "Schema".to_owned());
    if !is_name(&name) {
        name = name.to_pascal_case();
    }
    while !is_name(&name) {
        let more = words.pop().unwrap_or_else(|| "Other".to_owned());
        name = more.to_pascal_case() + &name;
    }
    name
}

/// The names on a way, from the outside in. `Pair/prefixItems/1` is the second of a pair.
fn words(pointer: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_list = false;
    for step in pointer.split('/').skip(1).map(unescape) {
        if let Some(number) = step.parse().ok().filter(|_| is_list) {
            let owner = words.pop().unwrap_or_default();
            words.push(owner.to_pascal_case() + &ordinal(number));
            is_list = false;
            continue;
        }
        is_list = matches!(
            &*step,
            "prefixItems" | "allOf" | "anyOf" | "oneOf" | "parameters"
        );
        let is_structure = matches!(
            &*step,
            "$defs" | "definitions" | "properties" | "components" | "schemas" | "paths"
        );
        let word = clean(&step);
        if !is_list && !is_structure && !word.is_empty() {
            words.push(word);
        }
    }
    words
}

fn ordinal(number: usize) -> String {
    const FIRST: [&str; 10] = [
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth",
        "Tenth",
    ];
    match FIRST.get(number) {
        Some(word) => (*word).to_owned(),
        // `K`, `L`, ..., `AA`: a number at the end of a name says nothing.
        None => letters(number),
    }
}

fn letters(number: usize) -> String {
    let before = (number / 26)
        .checked_sub(1)
        .map_or_else(String::new, letters);
    format!("{before}{}", char::from(b'A' + (number % 26) as u8))
}

/// OAS 3.0, Components Object: `^[a-zA-Z0-9\.\-_]+$`.
fn clean(word: &str) -> String {
    let legal = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_');
    word.chars().filter(legal).collect()
}
