//! One JSON object a line, for programs. Members are only ever added.

use serde_json::Value;

use super::members::members as object;
use super::name;
use crate::{Diagnostic, Label, SourceMap};

/// One line, with its line break.
///
/// Lines and columns count from 1, columns in characters; the end is after the last character. A finding without a
/// place has `null` for them.
pub fn json(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let primary = diagnostic.primary.as_ref();
    let said = primary.into_iter().filter(|it| !it.text.is_empty());
    let labels = said.chain(&diagnostic.secondary);
    let labels: Vec<_> = labels.map(|it| label(it, sources)).collect();
    let mut members = vec![
        ("code", diagnostic.code.id.into()),
        ("name", diagnostic.code.name.into()),
        ("severity", name(diagnostic.severity).into()),
        ("message", diagnostic.message.as_str().into()),
    ];
    members.extend(place(primary, sources));
    let (members, help) = (object(&members), Value::from(diagnostic.help.clone()));
    let labels = labels.join(",");
    format!("{{{members},\"labels\":[{labels}],\"help\":{help}}}\n")
}

fn label(label: &Label, sources: &SourceMap) -> String {
    let mut members = vec![("text", (*label.text).into())];
    members.extend(place(Some(label), sources));
    format!("{{{}}}", object(&members))
}

fn place(label: Option<&Label>, sources: &SourceMap) -> [(&'static str, Value); 5] {
    let start = label.map(|it| sources.position(it.span));
    let end = label.map(|it| {
        let file = sources.file(it.span.file);
        file.position(it.span.range().end)
    });
    [
        ("file", label.map(|it| sources.path(it.span.file)).into()),
        ("line", start.map(|it| it.line).into()),
        ("column", start.map(|it| it.column).into()),
        ("end_line", end.map(|it| it.line).into()),
        ("end_column", end.map(|it| it.column).into()),
    ]
}
