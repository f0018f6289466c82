//! Servers: one URL template each, with typed variables.

use super::names::{self, Scope};
use super::{Cx, docs};
use crate::ir::{Docs, Server, ServerVariable, Variant};
use oasmith_spec::model;

/// The servers of the document. A single one is `Server`; several are named by their descriptions or hosts.
pub fn lower_servers(servers: &[model::Server], cx: &mut Cx<'_>) -> Vec<Server> {
    let mut scope = Scope::default();
    let is_single = servers.len() == 1;
    servers
        .iter()
        .map(|it| {
            let words = if is_single {
                "server".to_owned()
            } else {
                format!("{} server", words(it))
            };
            let name = cx.unique(
                &mut scope,
                names::camel(&words),
                "Alternative",
                &it.url.value,
                it.url.span,
            );
            lower_server(it, name, cx)
        })
        .collect()
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

fn lower_server(it: &model::Server, name: crate::ir::Name, cx: &mut Cx<'_>) -> Server {
    let mut scope = Scope::with(&["default", "new", "url"]);
    let variables = it.variables.iter().map(|(wire, variable)| {
        let field = cx.unique(
            &mut scope,
            names::snake(wire),
            "_variable",
            wire,
            variable.span,
        );
        lower_variable(wire, field, variable, name.as_str(), cx)
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
    name: crate::ir::Name,
    it: &model::ServerVariable,
    owner: &str,
    cx: &mut Cx<'_>,
) -> ServerVariable {
    let mut scope = Scope::with(&["Unknown"]);
    let mut values: Vec<Variant> = Vec::with_capacity(it.values.len());
    for value in &it.values {
        if values.iter().all(|known| known.wire != *value) {
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
        enum_name: (!values.is_empty()).then(|| names::camel(&format!("{owner} {wire}"))),
        values,
        docs: docs::text(None, it.description.as_ref()),
    }
}
