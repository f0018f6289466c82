//! The part of the harness that an API needs: how each input is filled and shown.
//!
//! Names come from the IR; the rest is the same for every crate, and stands in `in_crate.rs`.

use std::fmt::Write;

use oasmith_codegen::ir::{Choice, Content, Method, Name, Place, RequestBody};

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
    let bodies = it.body.iter().flat_map(RequestBody::each);
    bodies.into_iter().all(|it| match &it.content {
        Content::Empty | Content::Json(_) | Content::Text => true,
        Content::Form(form) => !form
            .members
            .iter()
            .any(|it| matches!(it.1, oasmith_codegen::ir::FormMember::File(_))),
        Content::Stream | Content::Items(..) | Content::Choice(_) => false,
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

/// What of a sample is one of several bodies: `body/Json`.
pub fn variant_key(variant: &Name) -> String {
    format!("body/{}", variant.as_str())
}

fn filling_one_of(it: &RequestBody, choice: &Choice) -> String {
    let ty = choice.name.as_str();
    let each = choice.bodies.iter().map(|(variant, _)| {
        let (key, variant) = (variant_key(variant), variant.as_str());
        format!("if let Some(it) = it.maybe({key:?})? {{ Some(ops::{ty}::{variant}(it)) }} else ")
    });
    let each: String = each.collect();
    let required = match it.required {
        true => ".ok_or(\"no body was sampled\")?",
        false => "",
    };
    format!("{}: ({each} {{ None }}){required}, ", it.name.as_str())
}

fn showing_one_of(it: &RequestBody, choice: &Choice) -> String {
    let ty = choice.name.as_str();
    let each = choice.bodies.iter().map(|(variant, _)| {
        let (key, variant) = (variant_key(variant), variant.as_str());
        let pattern = format!("ops::{ty}::{variant}(it)");
        let pattern = match it.required {
            true => pattern,
            false => format!("Some({pattern})"),
        };
        format!("{pattern} => out.need({key:?}, it), ")
    });
    let each: String = each.collect();
    format!("match &it.{} {{ {each} _ => {{}} }}; ", it.name.as_str())
}

fn filling(at: usize, it: &Method) -> String {
    let params = it.params.iter();
    let params = params.map(|it| (it.name.as_str(), key(it.place, &it.wire), it.required));
    let (mut fill, mut show) = (String::new(), String::new());
    let body = it.body.iter().filter(|it| match &it.content {
        Content::Choice(choice) => {
            fill += &filling_one_of(it, choice);
            show += &showing_one_of(it, choice);
            false
        }
        content => *content != Content::Empty,
    });
    let body: Vec<_> = body
        .map(|it| (it.name.as_str(), "body".to_owned(), !is_optional(it)))
        .collect();
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
