//! `OAS224` component-unused

use oasmith_spec::resolve::local_pointer;
use std::collections::HashSet;
use crate::rules::prelude::*;

declare_rule! {
    /// A component is used nowhere.
    ///
    /// ## Why
    /// It is read, generated and maintained for nothing, or a reference to it was forgotten.
    /// ## Fires
    /// ```yaml fires
    /// paths: {}
    /// components: { schemas: { Cat: {} } }
    /// #                        ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: { get: { responses: { "200": { description: a cat, content: { application/json: { schema: { $ref: "#/components/schemas/Cat" } } } } } } } }
    /// components: { schemas: { Cat: {} } }
    /// ```
    pub COMPONENT_UNUSED = "OAS224" "component-unused" {
        group: References, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Document(check),
    }
}

fn check(doc: &Doc<'_>, cx: &mut Cx<'_, '_>) {
    // A document of components alone is a library for others.
    let is_library = ["paths", "webhooks"].iter().all(|it| doc.root.get(it).is_none());
    let Some(components) = doc.all(Kind::Components).next().filter(|_| !is_library) else {
        return;
    };
    let used = used(doc);
    let sections = components.object().into_iter().flat_map(|it| it.iter());
    for section in sections {
        if Kind::Components
            .field(&section.key.text, doc.version)
            .is_none()
        {
            continue;
        }
        for member in section.value.as_object().into_iter().flat_map(|it| it.iter()) {
            let pointer = format!("#/components/{}/{}", section.key.text, escaped(&member.key.text));
            if !used.contains(&*pointer) {
                let name = &member.key.text;
                cx.report(member.key.span, format!("the component `{name}` is used nowhere"))
                    .help("remove it, or refer to it");
            }
        }
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What references and mappings name, up to the component.
fn used<'a>(doc: &Doc<'a>) -> HashSet<String> {
    let mut used = HashSet::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut add = |text: &'a str| {
        if !seen.insert(text) {
            return;
        }
        let text = if text.contains('/') {
            text.to_owned()
        } else {
            format!("#/components/schemas/{text}")
        };
        let text = match text.contains('%') {
            true => local_pointer(&text).map_or(text, |it| format!("#{it}")),
            false => text,
        };
        let mut ends = text.match_indices('/').map(|(at, _)| at);
        let end = ends.nth(3).unwrap_or(text.len());
        used.insert(text[..end].to_owned());
    };
    every_reference(doc.root, &mut add);
    let discriminators = doc.all(Kind::Discriminator);
    let mappings = discriminators.filter_map(|it| it.get("mapping")?.as_object());
    for member in mappings.flat_map(|it| it.iter()) {
        member.value.as_str().into_iter().for_each(&mut add);
    }
    // Security schemes are named by requirements.
    let requirements = doc.all(Kind::SecurityRequirement);
    for member in requirements.filter_map(|it| it.object()).flat_map(|it| it.iter()) {
        used.insert(format!("#/components/securitySchemes/{}", escaped(&member.key.text)));
    }
    used
}

/// In extensions and examples too: what a tool of one's own refers to is used.
fn every_reference<'a>(node: &'a Node, add: &mut impl FnMut(&'a str)) {
    match &node.value {
        Value::Array(items) => items.iter().for_each(|it| every_reference(it, add)),
        Value::Object(object) => {
            for member in object.iter() {
                match (&*member.key.text, member.value.as_str()) {
                    ("$ref", Some(text)) => add(text),
                    _ => every_reference(&member.value, add),
                }
            }
        }
        _ => {}
    }
}
