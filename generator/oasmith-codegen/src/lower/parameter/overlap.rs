//! Parameters of a query that are sent under one name.
//!
//! An object whose members are parameters of their own has no name in the query, so that nothing keeps its members apart
//! from other parameters; nor do the brackets of `deepObject` from one whose own name has them. A server reads the value
//! into both.

use crate::codes;
use crate::ir::{ConstantParam, Param, Place, Style, Type, TypeKind, Via};
use crate::lower::Cx;
use oasmith_source::{Diagnostic, Span};
use std::collections::{HashMap, HashSet};

/// Says so, once for each two parameters.
pub fn tell(
    params: &[Param],
    constants: &[ConstantParam],
    span: impl Fn(&str) -> Span,
    cx: &mut Cx<'_>,
) {
    let in_query: Vec<&Param> = params
        .iter()
        .filter(|it| it.place == Place::Query)
        .collect();
    let constants = constants.iter().filter(|it| it.place == Place::Query);
    let constants = constants.map(|it| (it.wire.clone(), it.wire.as_str()));
    let mut taken: HashMap<String, &str> = constants.collect();
    let mut told: HashSet<(&str, &str)> = HashSet::new();
    let mut found = several_with_any(&in_query, &span, cx);
    for param in in_query {
        for name in names(param, cx) {
            let Some(first) = taken.get(&name) else {
                taken.insert(name, &param.wire);
                continue;
            };
            let pair = (*first, param.wire.as_str());
            if pair.0 != pair.1 && told.insert(pair) {
                let (first, second) = pair;
                let message =
                    format!("parameters `{first}` and `{second}` are both sent as `{name}`");
                found.push(
                    Diagnostic::warning(&codes::PARAMETERS_OVERLAP, message)
                        .at(span(pair.1))
                        .also(span(pair.0), "the other one")
                        .help(help(&name)),
                );
            }
        }
    }
    found.into_iter().for_each(|it| cx.diagnostics.push(it));
}

/// Each object that takes whatever has no other name, beside the first.
fn several_with_any(
    in_query: &[&Param],
    span: impl Fn(&str) -> Span,
    cx: &Cx<'_>,
) -> Vec<Diagnostic> {
    let mut open = in_query.iter().filter(|it| may_have_any(it, cx));
    let Some(first) = open.next() else {
        return Vec::new();
    };
    let both = |it: &&Param| {
        let message = format!(
            "parameters `{}` and `{}` both take what else is in the query",
            first.wire, it.wire
        );
        Diagnostic::warning(&codes::PARAMETERS_OVERLAP, message)
            .at(span(&it.wire))
            .also(span(&first.wire), "the other one")
            .help(help(""))
    };
    open.map(both).collect()
}

fn help(name: &str) -> &'static str {
    match name.contains('[') {
        true => "describe it once: as a member of the object, or as a parameter",
        false => "give the object a style that keeps its members apart, such as `deepObject`",
    }
}

/// Whether an object has no name in the query, and nothing says which names its members have.
fn may_have_any(it: &Param, cx: &Cx<'_>) -> bool {
    let is_spread = matches!(it.style, Style::Exploded | Style::Nested) && it.via == Via::Json;
    is_spread
        && match &it.ty {
            Type::Map(_) => true,
            Type::Named(id) => match &cx.defined(*id).kind {
                TypeKind::Struct(def) => def.additional.is_some(),
                TypeKind::Union(_) | TypeKind::Enum(_) => false,
            },
            _ => false,
        }
}

/// The names under which a parameter is sent, as far as the document tells them.
fn names(it: &Param, cx: &Cx<'_>) -> Vec<String> {
    let is_spread = matches!(it.style, Style::Exploded | Style::Nested) && it.via == Via::Json;
    let is_deep = it.style == Style::Deep;
    let id = match &it.ty {
        Type::Named(id) if is_spread || is_deep => id,
        // The names of a map are told by nobody.
        _ if is_deep => return Vec::new(),
        Type::Map(_) if is_spread => return Vec::new(),
        _ => return vec![it.wire.clone()],
    };
    match &cx.defined(*id).kind {
        TypeKind::Struct(def) => {
            let fields = def.fields.iter().map(|it| &it.wire);
            let names = fields.chain(def.constants.iter().map(|it| &it.wire));
            match is_deep {
                true => names.map(|name| format!("{}[{name}]", it.wire)).collect(),
                false => names.cloned().collect(),
            }
        }
        TypeKind::Union(_) | TypeKind::Enum(_) if is_deep => Vec::new(),
        // A scalar or a list of them, as the value is.
        TypeKind::Union(_) | TypeKind::Enum(_) => vec![it.wire.clone()],
    }
}
