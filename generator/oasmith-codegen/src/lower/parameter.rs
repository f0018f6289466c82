//! The parameters of an operation, its own and those of its path.

mod accept;
pub(super) mod carried;
mod constant;
mod overlap;
pub(super) mod untyped;

use super::constraints::constraints;
use super::flatten::flatten_value;
use super::literal::literal;
use super::names::{self, Scope};
use super::shared::{self, Part};
use super::site::{Direction, Site};
use super::{Cx, docs, unchecked};
use crate::codes;
use crate::ir::{self, ConstantParam, Param, Place, Style, Via};
pub use accept::accept;
use carried::Carried;
use indexmap::IndexSet;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::{
    Operation, Parameter, ParameterFormat, ParameterPlace, PathItem, Schema, SchemaObject,
    SecurityRequirement,
};
use oasmith_spec::template;
use std::borrow::Cow;
use std::collections::HashMap;

/// What callers give, and what is sent anyway.
pub struct Parameters {
    /// In the order in which callers give them: those of the path by its template, then what else is required, then the
    /// rest.
    pub given: Vec<Param>,
    pub constants: Vec<ConstantParam>,
}

/// `Err` says why there can be no operation.
pub fn lower_parameters(
    id: &str,
    path: &str,
    item: &PathItem,
    (operation, required_of_callers): (&Operation, &[SecurityRequirement]),
    scope: &mut Scope,
    cx: &mut Cx<'_>,
) -> Result<Parameters, String> {
    if path.contains("}{") {
        let message = format!("two parameters of `{path}` stand side by side");
        let told = Diagnostic::warning(&codes::PARAMETERS_ADJACENT, message);
        cx.diagnostics.push(
            told.at(operation.key_span)
                .help("a server reads the second from the last `.` on"),
        );
    }
    if path.contains(char::is_control) {
        return Err("its path holds a control character".to_owned());
    }
    if ir::fragment(path).contains('{') {
        return Err("its path has a parameter behind `#`, which is never sent".to_owned());
    }
    let declared = declared(item, operation, cx);
    let of_path = declared
        .iter()
        .filter(|it| it.place == ParameterPlace::Path);
    let of_path: HashMap<&str, &&Parameter> =
        of_path.map(|it| (it.name.value.as_str(), it)).collect();
    let in_path = template::names(path);
    scope.keep(in_path.chain(declared.iter().map(|it| it.name.value.as_str())));
    let site = Site::new(id, "", Direction::Request);
    let mut all = Parameters {
        given: Vec::with_capacity(declared.len()),
        constants: Vec::new(),
    };
    for wire in template::names(path).collect::<IndexSet<_>>() {
        let own = of_path.get(wire).copied().copied();
        if let Some(constant) = own.and_then(|it| constant::constant(it, cx)) {
            all.constants.push(constant);
            continue;
        }
        let mut param = match own {
            Some(own) => lower_parameter(&site, own, scope, cx)?,
            None => undeclared(wire, operation, scope, cx),
        };
        let is_wide =
            own.is_some_and(|it| it.allow_reserved) || item.wide.iter().any(|it| it == wire);
        param.reserved = is_wide && may_be_wide(&param, path);
        all.given.push(param);
    }
    let is_authorized = cx.document.uses_authorization(required_of_callers);
    let beside: Vec<&Parameter> = declared
        .iter()
        .copied()
        .filter(|it| it.place != ParameterPlace::Path && !is_ignored(it, is_authorized))
        .collect();
    lower_beside(&site, path, (&beside, &declared), scope, &mut all, cx)?;
    let places = declared.iter().rev();
    let places: HashMap<&str, Span> = places
        .map(|it| (it.name.value.as_str(), it.name.span))
        .collect();
    let place = |wire: &str| {
        let own = places.get(wire);
        own.map_or(operation.key_span, |it| *it)
    };
    overlap::tell(&all.given, &all.constants, place, cx);
    Ok(all)
}

/// Whether a parameter of a path can hold several segments: one text that is a place of its own.
fn may_be_wide(param: &Param, path: &str) -> bool {
    param.via == Via::Scalars
        && param.style == Style::Comma
        && !matches!(param.ty, ir::Type::List(_))
        && !ir::names_in_query(path).contains(&param.wire.as_str())
}

/// Parameters that stand beside the path: what is required goes first.
fn lower_beside(
    site: &Site,
    path: &str,
    (beside, declared): (&[&Parameter], &[&Parameter]),
    scope: &mut Scope,
    all: &mut Parameters,
    cx: &mut Cx<'_>,
) -> Result<(), String> {
    let sent = ir::names_in_query(path);
    let mut optional = Vec::new();
    for it in beside {
        let wire = &it.name.value;
        if let Some(why) = sent_already(it, &sent, declared) {
            let message = format!("parameter `{wire}` {why}");
            let told = Diagnostic::info(&codes::PARAMETER_LEFT_OUT, message).at(it.span);
            cx.diagnostics.push(told);
            continue;
        }
        if let Some(constant) = constant::constant(it, cx) {
            all.constants.push(constant);
            continue;
        }
        match lower_parameter(site, it, scope, cx) {
            Ok(param) if param.required => all.given.push(param),
            Ok(param) => optional.push(param),
            Err(reason) if it.required => return Err(reason),
            Err(reason) => {
                cx.diagnostics
                    .push(Diagnostic::warning(&codes::PARAMETER_LEFT_OUT, &reason).at(it.span));
                cx.degrade(reason);
            }
        }
    }
    all.given.extend(optional);
    Ok(())
}

/// Why what a parameter would send is sent in any case.
fn sent_already(it: &Parameter, in_path: &[&str], declared: &[&Parameter]) -> Option<&'static str> {
    let is_cookie = |it: &&Parameter| it.place == ParameterPlace::Cookie;
    let name = it.name.value.as_str();
    match it.place {
        ParameterPlace::Query if in_path.contains(&name) => Some("stands in the path already"),
        ParameterPlace::Header
            if name.eq_ignore_ascii_case("Cookie") && declared.iter().any(is_cookie) =>
        {
            Some("is made of the parameters in cookies")
        }
        _ => None,
    }
}

/// OAS 3.1, Operation Object: an operation's parameter overrides the path's of equal name and place. Of two headers
/// whose names differ in upper and lower case, the later one counts likewise (RFC 9110, 5.1).
fn declared<'d, 'c: 'd>(
    item: &'d PathItem,
    operation: &'d Operation,
    cx: &mut Cx<'c>,
) -> Vec<&'d Parameter> {
    let document = cx.document;
    let each = item.parameters.iter().chain(&operation.parameters);
    let all: Vec<&'d Parameter> = each.map(|it| document.parameter(it)).collect();
    let mut declared = Vec::with_capacity(all.len());
    for (it, later) in all.iter().zip(repeated(&all)) {
        match later {
            None => declared.push(*it),
            Some(later) if later.name.value != it.name.value => {
                let (name, later) = (&it.name.value, &later.name.value);
                let message = format!("parameter `{name}` is the header `{later}`, which counts");
                let told = Diagnostic::info(&codes::PARAMETER_LEFT_OUT, message).at(it.span);
                cx.diagnostics.push(told);
            }
            Some(_) => {}
        }
    }
    declared
}

/// For each parameter the next one of its place and name.
fn repeated<'d>(all: &[&'d Parameter]) -> Vec<Option<&'d Parameter>> {
    let mut known = HashMap::with_capacity(all.len());
    let mut later: Vec<_> = all
        .iter()
        .rev()
        .map(|it| {
            let name = match it.place {
                ParameterPlace::Header => Cow::Owned(it.name.value.to_ascii_lowercase()),
                _ => Cow::Borrowed(it.name.value.as_str()),
            };
            known.insert((it.place, name), *it)
        })
        .collect();
    later.reverse();
    later
}

/// OAS 3.1, Parameter Object: header parameters of these names shall be ignored, since other parts of the document say
/// what they hold. Where none says so of `Authorization`, the operation could not be called without the parameter.
fn is_ignored(it: &Parameter, is_authorized: bool) -> bool {
    let is = |name| it.name.value.eq_ignore_ascii_case(name);
    it.place == ParameterPlace::Header
        && (is("Accept") || is("Content-Type") || (is("Authorization") && is_authorized))
}

/// A segment that no parameter describes is a string; `read` has said so.
fn undeclared(wire: &str, operation: &Operation, scope: &mut Scope, cx: &mut Cx<'_>) -> Param {
    Param {
        name: cx.unique(scope, names::snake(wire), "_path", wire, operation.key_span),
        wire: wire.to_owned(),
        place: Place::Path,
        ty: ir::Type::String,
        required: true,
        style: Style::Comma,
        via: Via::Scalars,
        reserved: false,
        blank: false,
        docs: ir::Docs::default(),
        constraints: ir::Constraints::default(),
        default: None,
    }
}

fn lower_parameter(
    operation: &Site,
    it: &Parameter,
    scope: &mut Scope,
    cx: &mut Cx<'_>,
) -> Result<Param, String> {
    let wire = &it.name.value;
    let refuse = |why: &str| format!("parameter `{wire}` {why}");
    let (place, spare) = match it.place {
        ParameterPlace::Path => (Place::Path, "_path"),
        ParameterPlace::Query | ParameterPlace::QueryString => (Place::Query, "_query"),
        ParameterPlace::Header => (Place::Header, "_header"),
        ParameterPlace::Cookie => (Place::Cookie, "_cookie"),
    };
    if place == Place::Header && http::HeaderName::from_bytes(wire.as_bytes()).is_err() {
        return Err(refuse("has a name that HTTP does not allow for a header"));
    }
    cx.degraded.extend(it.unread.iter().cloned());
    let key = (it.span, Part::Whole);
    let carried = shared::once(
        key,
        |it| &mut it.parameters,
        cx,
        |owner, cx| {
            let in_operation = || operation.property(wire);
            let site = shared::site(owner, "parameter", in_operation, Direction::Request, cx);
            carried::carried(it, &site, cx)
        },
    );
    let (carried, is_text) = match carried {
        Ok(carried) => (carried, false),
        Err(why) if it.place == ParameterPlace::QueryString => return Err(refuse(why)),
        Err(why) => {
            let reason = format!("parameter `{wire}` {why}, so it is generated as text");
            cx.diagnostics
                .push(Diagnostic::warning(&codes::PARAMETER_LEFT_OUT, &reason).at(it.span));
            cx.degrade(reason);
            (carried::as_text(it), true)
        }
    };
    let Carried { ty, style, via } = carried;
    let schema = match &it.format {
        ParameterFormat::Schema(schema) => Some(schema),
        ParameterFormat::Content(_, media) => media.schema.as_ref(),
    };
    let object = schema.and_then(Schema::as_object);
    let flat = object.filter(|_| !is_text);
    let flat = flat.and_then(|it| flatten_value(it, cx.document));
    let is_text = ty == ir::Type::String;
    let is_key = place == Place::Header && wire.eq_ignore_ascii_case("Idempotency-Key");
    let name = match is_key && is_text {
        // The setter of this name, which every call has, sets the same header.
        true => names::snake(wire),
        false => cx.unique(scope, names::snake(wire), spare, wire, it.name.span),
    };
    Ok(Param {
        name,
        wire: wire.clone(),
        place,
        required: it.required,
        style,
        via,
        reserved: it.allow_reserved && place == Place::Query && keeps_reserved(style, via),
        blank: it.allow_empty_value
            && place == Place::Query
            && via == Via::Scalars
            && !is_text
            && (!it.required || ty == ir::Type::Bool),
        docs: prose(it, schema, &ty, cx),
        constraints: match &flat {
            Some(flat) if carried::is_untyped(it, &ty, style, cx) => {
                of_texts(constraints(flat, &ty, cx), cx, flat)
            }
            Some(flat) => constraints(flat, &ty, cx),
            None => ir::Constraints::default(),
        },
        default: flat
            .as_ref()
            .and_then(|it| literal(it.default.as_ref()?, &ty, cx)),
        ty,
    })
}

/// Whether reserved characters may stand in a value as they are: not where one of them makes several of a text.
fn keeps_reserved(style: Style, via: Via) -> bool {
    style != Style::Json && (via != Via::OneOrSeveral || style == Style::Exploded)
}

/// Of texts that stand for values without a type, only what is said of names and numbers of members holds.
fn of_texts(mut found: ir::Constraints, cx: &mut Cx<'_>, schema: &SchemaObject) -> ir::Constraints {
    let is_lost = |it: &mut ir::Rule| !untyped::is_of_names(it.keyword);
    let lost = found.rules.extract_if(.., is_lost);
    unchecked::note_these(lost.map(|it| it.keyword), schema, cx);
    let items = found.items.take();
    let items = items.map(|it| Box::new(of_texts(*it, cx, schema)));
    found.items = items.filter(|it| !it.is_empty());
    found
}

/// A parameter's own description goes before that of its schema.
fn prose(it: &Parameter, schema: Option<&Schema>, ty: &ir::Type, cx: &Cx<'_>) -> ir::Docs {
    let own = docs::text(None, it.description.as_ref());
    let found = match schema {
        Some(schema) if own.description.is_none() => docs::of_place(schema, ty, cx.document),
        _ => own,
    };
    let own = it.examples.first().map(|it| &it.value);
    let example = own.or(schema.and_then(|it| it.as_object()?.examples.first()));
    ir::Docs {
        deprecated: it.deprecated || found.deprecated,
        ..docs::with_example(found, example, ty)
    }
}
