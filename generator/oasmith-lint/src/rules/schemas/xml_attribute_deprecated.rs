//! `OAS285` xml-attribute-deprecated

use crate::version::Version;
use crate::rules::prelude::*;

declare_rule! {
    /// The form of an XML node is said in words of OpenAPI 3.1.
    ///
    /// ## Why
    /// `attribute` and `wrapped` are deprecated in favour of `nodeType` (OAS 3.2, XML Object), and must not stand beside it.
    /// ## Fires
    /// ```yaml fires
    /// openapi: 3.2.0
    /// components: { schemas: { Id: { type: string, xml: { attribute: true } } } }
    /// #                                                   ^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// openapi: 3.2.0
    /// components: { schemas: { Id: { type: string, xml: { nodeType: attribute } } } }
    /// ```
    pub XML_ATTRIBUTE_DEPRECATED = "OAS285" "xml-attribute-deprecated" {
        group: Schemas, severity: Info, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Xml], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    if cx.doc.version != Version::V32 {
        return;
    }
    for (old, new) in [("attribute", "attribute"), ("wrapped", "element")] {
        if let Some(key) = at.key_of(old) {
            cx.report(key, format!("`{old}` is deprecated"))
                .help(format!("write `nodeType: {new}`"));
        }
    }
}
