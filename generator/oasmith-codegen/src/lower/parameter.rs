//! The parameters of an operation, its own and those of its path.

use super::constraints::constraints;
use super::flatten::flatten;
use super::literal::literal;
use super::names::{self, Scope};
use super::schema::lower_schema;
use super::site::{Direction, Site};
use super::{Cx, docs};
use crate::codes;
use crate::ir::{self, Param, Place, Style};
use oasmith_source::Diagnostic;
use oasmith_spec::model::{
    Operation, Parameter, ParameterFormat, ParameterPlace, ParameterStyle, PathItem, Schema,
};

/// In the order in which callers give them: those of the path by its template, then what else is required, then the rest.
/// `Err` says why there can be no operation.
pub fn lower_parameters(
    id: &str,
    path: &str,
    item: &PathItem,
    operation: &Operation,
    scope: &mut Scope,
    cx: &mut Cx<'_>,
) -> Result<Vec<Param>, String> {
    if path.contains("}{") {
        return Err(
            "two parameters of its path stand side by side, and nothing tells where one ends"
                .to_owned(),
        );
    }
    if path.contains(char::is_control) {
        return Err("its path holds a control character".to_owned());
    }
    let declared = declared(item, operation, cx);
    let mut params = Vec::with_capacity(declared.len());
    for wire in template_names(path) {
        let own = declared
            .iter()
            .find(|it| it.place == ParameterPlace::Path && it.name.value == wire);
        params.push(match own {
            Some(own) => lower_parameter(id, own, scope, cx)?,
            None => undeclared(wire, operation, scope, cx),
        });
    }
    let (mut required, mut optional) = (Vec::new(), Vec::new());
    for it in declared
        .into_iter()
        .filter(|it| it.place != ParameterPlace::Path && !is_ignored(it))
    {
        match lower_parameter(id, it, scope, cx) {
            Ok(param) if param.required => required.push(param),
            Ok(param) => optional.push(param),
            Err(reason) if it.required => return Err(reason),
            Err(reason) => {
                cx.diagnostics
                    .push(Diagnostic::warning(&codes::PARAMETER_LEFT_OUT, &reason).at(it.span));
                cx.degrade(reason);
            }
        }
    }
    params.extend(required);
    params.extend(optional);
    Ok(params)
}

/// OAS 3.1, Operation Object: an operation's parameter overrides the path's of equal name and place.
fn declared<'d>(item: &'d PathItem, operation: &'d Operation, cx: &Cx<'d>) -> Vec<&'d Parameter> {
    let own: Vec<_> = operation
        .parameters
        .iter()
        .map(|it| cx.document.parameter(it))
        .collect();
    let is_overridden = |it: &Parameter| {
        own.iter()
            .any(|own| own.place == it.place && own.name.value == it.name.value)
    };
    let mut all: Vec<_> = item
        .parameters
        .iter()
        .map(|it| cx.document.parameter(it))
        .collect();
    all.retain(|it| !is_overridden(it));
    all.extend(own);
    all
}

/// OAS 3.1, Parameter Object: header parameters of these names shall be ignored.
fn is_ignored(it: &Parameter) -> bool {
    const IGNORED: [&str; 3] = ["Accept", "Content-Type", "Authorization"];
    it.place == ParameterPlace::Header
        && IGNORED
            .iter()
            .any(|name| it.name.value.eq_ignore_ascii_case(name))
}

/// The names in `{}` of a path template, each once.
fn template_names(path: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for part in path.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// A segment that no parameter describes is a string; `read` has said so.
fn undeclared(wire: &str, operation: &Operation, scope: &mut Scope, cx: &mut Cx<'_>) -> Param {
    Param {
        name: cx.unique(
            scope,
            names::snake(wire),
            "_param",
            wire,
            operation.key_span,
        ),
        wire: wire.to_owned(),
        place: Place::Path,
        ty: ir::Type::String,
        required: true,
        style: Style::Comma,
        docs: ir::Docs::default(),
        constraints: ir::Constraints::default(),
        default: None,
    }
}

fn lower_parameter(
    id: &str,
    it: &Parameter,
    scope: &mut Scope,
    cx: &mut Cx<'_>,
) -> Result<Param, String> {
    let wire = &it.name.value;
    let refuse = |why: &str| format!("parameter `{wire}` {why}");
    let ParameterFormat::Schema(schema) = &it.format else {
        return Err(refuse("is written as a media type"));
    };
    let place = match it.place {
        ParameterPlace::Path => Place::Path,
        ParameterPlace::Query => Place::Query,
        ParameterPlace::Header => Place::Header,
        ParameterPlace::Cookie => Place::Cookie,
        ParameterPlace::QueryString => return Err(refuse("is a whole query string")),
    };
    let site = Site::new(id, "", Direction::Request).property(wire);
    let ty = match lower_schema(schema, &site, cx) {
        ir::Type::Nullable(inner) => *inner,
        ty => ty,
    };
    // Whether a union is one of scalars is known once it is defined.
    cx.lower_components();
    if !is_writable(&ty, cx) {
        return Err(refuse("has a value that does not fit into one"));
    }
    let style = style(it).ok_or_else(|| refuse("has a style that is not generated"))?;
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    let name = cx.unique(scope, names::snake(wire), "_param", wire, it.name.span);
    Ok(Param {
        name,
        wire: wire.clone(),
        place,
        required: it.required,
        style,
        docs: prose(it, schema, &ty, cx),
        constraints: flat
            .as_ref()
            .map(|it| constraints(it, &ty, cx))
            .unwrap_or_default(),
        default: flat
            .as_ref()
            .and_then(|it| literal(it.default.as_ref()?, &ty, cx)),
        ty,
    })
}

/// A parameter's own description goes before that of its schema.
fn prose(it: &Parameter, schema: &Schema, ty: &ir::Type, cx: &Cx<'_>) -> ir::Docs {
    let own = docs::text(None, it.description.as_ref());
    let found = if own.description.is_some() {
        own
    } else {
        docs::of_place(schema, ty, cx.document)
    };
    ir::Docs {
        deprecated: it.deprecated || found.deprecated,
        ..found
    }
}

/// A scalar, or a list of scalars.
fn is_writable(ty: &ir::Type, cx: &Cx<'_>) -> bool {
    match ty {
        ir::Type::List(item) => !matches!(**item, ir::Type::List(_)) && is_writable(item, cx),
        ir::Type::Named(id) => match &cx.defined(*id).kind {
            ir::TypeKind::StringEnum(_) => true,
            ir::TypeKind::Union(it) => {
                let is_scalar =
                    |ty: &ir::Type| !matches!(ty, ir::Type::List(_)) && is_writable(ty, cx);
                it.alternatives.iter().all(|it| is_scalar(&it.ty))
            }
            ir::TypeKind::Struct(_) => false,
        },
        ir::Type::Map(_) | ir::Type::Nullable(_) | ir::Type::Raw => false,
        _ => true,
    }
}

fn style(it: &Parameter) -> Option<Style> {
    match (it.style, it.explode) {
        (ParameterStyle::Simple, _) | (ParameterStyle::Form, false) => Some(Style::Comma),
        (ParameterStyle::Form | ParameterStyle::Cookie, _) => Some(Style::Exploded),
        (ParameterStyle::SpaceDelimited, false) => Some(Style::Space),
        (ParameterStyle::PipeDelimited, false) => Some(Style::Pipe),
        (ParameterStyle::SpaceDelimited | ParameterStyle::PipeDelimited, true) => {
            Some(Style::Exploded)
        }
        (ParameterStyle::Matrix | ParameterStyle::Label | ParameterStyle::DeepObject, _) => None,
    }
}
