//! Servers: one URL template each, with typed variables.

use super::names::{self, Scope};
use super::{Cx, docs};
use crate::codes;
use crate::ir::{Docs, Name, Server, ServerVariable, Variant};
use oasmith_source::Diagnostic;
use oasmith_spec::model;
use std::collections::HashSet;

/// The servers of the document. A single one is `Server`; several are named by their descriptions or hosts.
pub fn lower_servers(servers: &[model::Server], cx: &mut Cx<'_>) -> Vec<Server> {
    let mut scope = Scope::default();
    // All of them before their parts, so that a variable of one does not take the name of another.
    let named: Vec<_> = servers
        .iter()
        .map(|it| (it, name(it, servers.len(), &mut scope, cx)))
        .collect();
    let lowered = named.into_iter();
    lowered
        .map(|(it, name)| lower_server(it, name, &mut scope, cx))
        .collect()
}

fn name(it: &model::Server, of: usize, scope: &mut Scope, cx: &mut Cx<'_>) -> Name {
    let words = match of {
        1 => "server".to_owned(),
        _ => format!("{} server", words(it)),
    };
    let (wire, span) = (&it.url.value, it.url.span);
    cx.unique(scope, names::camel(&words), "Alternative", wire, span)
}

/// The URL of the server that an operation or its path has for itself, the first of them if there are several.
///
/// OAS 3.1, Path Item Object and Operation Object, `servers`: they replace those of the document.
pub fn own_server(
    item: &model::PathItem,
    operation: &model::Operation,
    cx: &mut Cx<'_>,
) -> Option<String> {
    let servers = match operation.servers.is_empty() {
        true => &item.servers,
        false => &operation.servers,
    };
    let own = servers.first()?;
    let document = cx.document.servers.first();
    if document.is_some_and(|it| it.url.value == own.url.value) {
        return None;
    }
    let mut url = own.url.value.clone();
    for (name, variable) in &own.variables {
        // One that is not declared says nothing.
        if variable.default.is_empty() {
            continue;
        }
        url = url.replace(&format!("{{{name}}}"), &variable.default);
    }
    if is_usable(&url) {
        if servers.len() > 1 || !own.variables.is_empty() {
            let message = format!("of the servers there are here, calls go to `{url}`");
            let told = Diagnostic::info(&codes::SERVER_LEFT_OUT, message).at(own.url.span);
            let help = "a client that is built for another URL calls all operations there";
            cx.diagnostics.push(told.help(help));
        }
        return Some(url);
    }
    let message =
        format!("`{url}` is no URL to send requests to, so the server of the API is taken");
    cx.diagnostics
        .push(Diagnostic::warning(&codes::SERVER_LEFT_OUT, message).at(own.url.span));
    None
}

/// Whether a client may send requests there: HTTP, without credentials, or a path at the server of the API.
fn is_usable(url: &str) -> bool {
    let parsed: Result<http::Uri, _> = url.parse();
    parsed.is_ok_and(|it| {
        let is_http = matches!(it.scheme_str(), Some("http" | "https"));
        let host = it.authority().map(|it| it.as_str());
        let is_plain = it.query().is_none() && !url.contains('#');
        is_plain
            && match host {
                Some(host) => is_http && !host.contains('@'),
                None => url.starts_with('/'),
            }
    })
}

/// A short description, else the host and path.
fn words(server: &model::Server) -> String {
    let description = server
        .description
        .as_deref()
        .map(str::trim)
        .unwrap_or_default();
    let is_short = (1..=4).contains(&description.split_whitespace().count());
    if is_short {
        let plain = description.trim_end_matches('.');
        let stem = plain
            .strip_suffix("server")
            .or(plain.strip_suffix("Server"))
            .unwrap_or(plain);
        return stem.to_owned();
    }
    let url = server.url.value.as_str();
    url.split_once("://")
        .map_or(url, |(_, rest)| rest)
        .to_owned()
}

fn lower_server(it: &model::Server, name: Name, types: &mut Scope, cx: &mut Cx<'_>) -> Server {
    let mut scope = Scope::with(&["default", "new", "url"]);
    let variables = it.variables.iter().map(|(wire, variable)| {
        let field = cx.unique(
            &mut scope,
            names::snake(wire),
            "_variable",
            wire,
            variable.span,
        );
        let words = format!("{} {wire}", name.as_str());
        let enum_name = (!variable.values.is_empty())
            .then(|| cx.unique(types, names::camel(&words), "Values", wire, variable.span));
        lower_variable(wire, field, variable, enum_name, cx)
    });
    let variables = variables.collect();
    Server {
        name,
        url: it.url.value.clone(),
        docs: docs::text(None, it.description.as_ref()),
        variables,
    }
}

fn lower_variable(
    wire: &str,
    name: Name,
    it: &model::ServerVariable,
    enum_name: Option<Name>,
    cx: &mut Cx<'_>,
) -> ServerVariable {
    let mut scope = Scope::with(&["Unknown"]);
    let mut values: Vec<Variant> = Vec::with_capacity(it.values.len());
    let mut known: HashSet<&str> = HashSet::with_capacity(it.values.len());
    for value in &it.values {
        if known.insert(value) {
            values.push(Variant {
                name: cx.unique(&mut scope, names::camel(value), "Value", value, it.span),
                wire: value.clone(),
                docs: Docs::default(),
            });
        }
    }
    ServerVariable {
        name,
        wire: wire.to_owned(),
        default: it.default.clone(),
        enum_name,
        values,
        docs: docs::text(None, it.description.as_ref()),
    }
}
