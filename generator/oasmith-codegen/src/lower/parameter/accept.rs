//! What an operation's parameter `Accept` asks for.
//!
//! It is no parameter (OAS 3.1, Parameter Object), as answers are declared with their media types. But some APIs choose
//! their version by it, which no answer declares: `application/vnd.pets+json;version=2`.

use crate::codes;
use crate::lower::Cx;
use crate::lower::flatten::flatten_value;
use oasmith_source::Diagnostic;
use oasmith_spec::model::{
    Operation, Parameter, ParameterFormat, ParameterPlace, PathItem, SchemaObject,
};
use oasmith_spec::node::{Node, Value};

/// The one value that the parameter has: by `const`, an `enum` of one, or its default. What has several values or none is
/// left out, which is told.
pub fn accept(item: &PathItem, operation: &Operation, cx: &mut Cx<'_>) -> Option<String> {
    let document = cx.document;
    let all = item.parameters.iter().chain(&operation.parameters);
    let mut all = all.map(|it| document.parameter(it)).rev();
    let it = all.find(|it| {
        it.place == ParameterPlace::Header && it.name.value.eq_ignore_ascii_case("Accept")
    })?;
    let values = schema(it, cx).map_or_else(Vec::new, |it| values(&it));
    if let [one] = values.as_slice() {
        return http::HeaderValue::from_str(one)
            .is_ok()
            .then(|| one.clone());
    }
    if it.required || !values.is_empty() {
        let message = "parameter `Accept` is left out: answers are asked for by their media types";
        let told = Diagnostic::info(&codes::PARAMETER_LEFT_OUT, message).at(it.span);
        let help = "a call's `header` asks for another; a `const` or default of it is sent always";
        cx.diagnostics.push(told.help(help));
    }
    None
}

fn schema(it: &Parameter, cx: &Cx<'_>) -> Option<SchemaObject> {
    let ParameterFormat::Schema(schema) = &it.format else {
        return None;
    };
    schema
        .as_object()
        .and_then(|it| flatten_value(it, cx.document))
}

/// The media types that a schema names.
fn values(it: &SchemaObject) -> Vec<String> {
    let text = |node: &Node| match &node.value {
        Value::String(text) if text.contains('/') => Some(text.trim().to_owned()),
        _ => None,
    };
    if let Some(one) = &it.constant {
        return text(one).into_iter().collect();
    }
    match &it.values {
        Some(all) => all.value.iter().filter_map(text).collect(),
        None => it.default.as_ref().and_then(text).into_iter().collect(),
    }
}
