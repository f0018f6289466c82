//! The part of the harness that an API needs: how each input is filled and shown.
//!
//! Names come from the IR; the rest is the same for every crate, and stands in `in_crate.rs`.

use std::fmt::Write;

use oasmith_codegen::ir::{Content, Method, Place, RequestBody};

const IN_CRATE: &str = include_str!("in_crate.rs");

/// The module that is written into a crate.
pub fn write(methods: &[&Method]) -> String {
    let mut out = IN_CRATE.to_owned();
    let mut table = String::new();
    for (at, it) in methods.iter().enumerate() {
        let name = it.input.as_str();
        let input = match is_comparable(it) {
            true => {
                out += &filling(at, it);
                format!("input_{at}")
            }
            false => "not_compared".to_owned(),
        };
        // Writing to a string does not fail.
        let _ = writeln!(table, "    ({input}, answer::<ops::{name}>),");
    }
    out + &format!("\nconst OPERATIONS: &[(Input, Answers)] = &[\n{table}];\n")
}

/// Whether an input can be filled from JSON, and compared.
pub fn is_comparable(it: &Method) -> bool {
    it.body.as_ref().is_none_or(|it| match &it.content {
        Content::Empty | Content::Json(_) | Content::Text => true,
        Content::Form(form) => !form
            .members
            .iter()
            .any(|it| matches!(it.1, oasmith_codegen::ir::FormMember::File(_))),
        Content::Stream | Content::Items(..) => false,
    })
}

/// `query/top`
pub fn key(place: Place, wire: &str) -> String {
    let place = match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Cookie => "cookie",
    };
    format!("{place}/{wire}")
}

/// Whether the body is an `Option`.
pub fn is_optional(it: &RequestBody) -> bool {
    !it.required
}

fn filling(at: usize, it: &Method) -> String {
    let params = it.params.iter();
    let params = params.map(|it| (it.name.as_str(), key(it.place, &it.wire), it.required));
    let body = it.body.iter().filter(|it| it.content != Content::Empty);
    let body = body.map(|it| (it.name.as_str(), "body".to_owned(), !is_optional(it)));
    let (mut fill, mut show) = (String::new(), String::new());
    for (name, key, required) in params.chain(body) {
        let method = if required { "need" } else { "maybe" };
        let _ = write!(fill, "{name}: it.{method}({key:?})?, ");
        let _ = write!(show, "out.{method}({key:?}, &it.{name}); ");
    }
    let ty = it.input.as_str();
    format!(
        "
fn input_{at}(it: &Given<'_>) -> Outcome {{
    let filled = ops::{ty} {{ {fill}}};
    input(filled, |it, out| {{ {show}}})
}}
"
    )
}
