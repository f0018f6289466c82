//! How a call looks: for the documentation of its method, and for the README.
//!
//! In: an operation. Out: lines of Rust, made of names alone: identifiers that `lower` chose, and placeholders.
//! No text of a document gets in. An argument that has no obvious value stands as the variable of its name.
//! Deliberately missing: values from the document's examples, which nobody vouches for.

use super::content::has_body;
use crate::ir::{Content, Method, Output, Param, Type};

/// The lines of documentation that show the call. `ignore`, since nobody knows in whose crate they stand; the tests of
/// this project compile them.
pub(super) fn docs(it: &Method, caller: &str) -> Vec<String> {
    let call = call(it);
    let answer = if answers_nothing(it) {
        ""
    } else {
        "let answer = "
    };
    let mut lines = vec![
        String::new(),
        "```ignore".to_owned(),
        format!("{answer}{caller}.{call}.await?;"),
    ];
    if it.paging.is_some() {
        lines.push(format!("let mut items = {caller}.{}.items();", bare(it)));
    }
    lines.push("```".to_owned());
    lines
}

/// `list_tenants().filter("...").top(50)`
pub(crate) fn call(it: &Method) -> String {
    let setters: String = setters(it).collect();
    bare(it) + &setters
}

/// `show_tenant("id")`: with what is required.
pub(crate) fn bare(it: &Method) -> String {
    let required = it.params.iter().filter(|it| it.required).map(argument);
    let body = it.body.iter().filter(|it| has_body(it));
    let body = body.map(|it| it.name.as_str().to_owned());
    let arguments: Vec<String> = required.chain(body).collect();
    format!("{}({})", it.name.as_str(), arguments.join(", "))
}

/// Setters of the first optional string, and of the last optional whole number: `.filter("...").top(50)`.
pub(crate) fn setters(it: &Method) -> impl Iterator<Item = String> {
    let mut optional = it.params.iter().filter(|it| !it.required);
    let number = optional
        .clone()
        .rfind(|it| matches!(it.ty, Type::I32 | Type::I64));
    let text = optional.find(|it| it.ty == Type::String);
    let text = text.map(|it| format!(".{}(\"...\")", it.name.as_str()));
    let number = number.map(|it| format!(".{}(50)", it.name.as_str()));
    text.into_iter().chain(number)
}

fn argument(it: &Param) -> String {
    let name = it.name.as_str();
    match it.ty {
        Type::String => format!("\"{}\"", name.trim_start_matches("r#")),
        Type::Bool => "true".to_owned(),
        Type::I32 | Type::I64 | Type::U32 | Type::U64 => "1".to_owned(),
        Type::F32 | Type::F64 => "1.0".to_owned(),
        _ => name.to_owned(),
    }
}

fn answers_nothing(it: &Method) -> bool {
    matches!(&it.output, Output::Plain(answer) if answer.content == Content::Empty)
}
