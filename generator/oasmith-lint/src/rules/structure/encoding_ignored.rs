//! `OAS215` encoding-ignored

use oasmith_source::suggest;
use crate::rules::prelude::*;

declare_rule! {
    /// An encoding is ignored: its media type has none, or its name is no property.
    ///
    /// ## Why
    /// `encoding` only applies to `multipart` and `application/x-www-form-urlencoded`, and its names must be those of
    /// properties (OAS 3.1, Media Type Object, `encoding`). Anywhere else it has no effect.
    /// ## Fires
    /// ```yaml fires
    /// components: { requestBodies: { Cat: { content: { application/json: { schema: { type: object, properties: { photo: {} } }, encoding: { photo: { contentType: image/png } } } } } } }
    /// #                                                                                                                         ^^^^^^^^
    /// ```
    /// ```yaml fires
    /// components: { requestBodies: { Cat: { content: { multipart/form-data: { schema: { type: object, properties: { photo: {} } }, encoding: { foto: { contentType: image/png } } } } } } }
    /// #                                                                                                                                        ^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// components: { requestBodies: { Cat: { content: { multipart/form-data: { schema: { type: object, properties: { photo: {} } }, encoding: { photo: { contentType: image/png } } } } } } }
    /// ```
    pub ENCODING_IGNORED = "OAS215" "encoding-ignored" {
        group: Structure, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::MediaType], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let Some(encoding) = at.member("encoding") else {
        return;
    };
    let media_type = at.name().map_or("", |it| &it.text).to_ascii_lowercase();
    let has_parts = media_type.starts_with("multipart/")
        || media_type.starts_with("application/x-www-form-urlencoded")
        || media_type.contains('*');
    if !has_parts && media_type.contains('/') {
        cx.report(encoding.key.span, format!("`{media_type}` has no encodings"))
            .help("remove it; `multipart` and `application/x-www-form-urlencoded` have them");
        return;
    }
    let Some(schema) = at.get("schema").and_then(|it| at.doc().follow(it)) else {
        return;
    };
    // What is put together, or open, may have more.
    let is_plain = ["allOf", "anyOf", "oneOf", "additionalProperties", "patternProperties"]
        .iter()
        .all(|it| schema.get(it).is_none());
    let Some(properties) = schema.get("properties").and_then(Node::as_object).filter(|_| is_plain) else {
        return;
    };
    for member in encoding.value.as_object().into_iter().flat_map(|it| it.iter()) {
        let name = &*member.key.text;
        if properties.get(name).is_some() {
            continue;
        }
        let finding = cx.report(member.key.span, format!("`{name}` is no property of this body"));
        match suggest::nearest(name, properties.iter().map(|it| &*it.key.text)) {
            Some(nearest) => finding.help(format!("did you mean `{nearest}`?")),
            None => finding.help("remove it, or declare the property"),
        };
    }
}
