//! An operation becomes a method: its input, its answers, and what it asks of the caller.

use super::names::{self, Scope};
use super::security::{Schemes, lower_requirements};
use super::{Cx, docs, paging, parameter, response, server, several};
use crate::codes;
use crate::ir::{self, Content, Name};
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::model::{LeftOut, Operation, PathItem, SecurityRequirement};
use std::collections::HashSet;

/// Names of methods and inputs, unique across the API: two traits with one method name on one type are ambiguous.
pub struct MethodScope {
    methods: Scope,
    inputs: Scope,
    /// Operation ids that were met. Only looked up, never iterated.
    ids: HashSet<String>,
}

impl Default for MethodScope {
    fn default() -> Self {
        // The methods that the client has anyway.
        let methods = Scope::with(&["builder", "call", "clone", "fmt", "new", "with_credential"]);
        // `A` is what implements a trait, where its routes are made.
        let inputs = Scope::with(&[names::TAKEN_TYPES, &["A"]].concat());
        MethodScope {
            methods,
            inputs,
            ids: HashSet::new(),
        }
    }
}

impl MethodScope {
    /// The id of an operation. Of those that share one the first keeps it (OAS 3.1, Operation Object: it is unique), and
    /// the others are as if they had none, so that their names do not depend on their order.
    fn id(&mut self, operation: &Operation, path: &str) -> String {
        match &operation.id {
            Some(id) if self.ids.insert(id.value.clone()) => id.value.clone(),
            _ => made_up_id(&operation.method, path),
        }
    }

    /// What the input is called: something that its answers can be named after, too.
    fn input(&mut self, method: &Name, parts: &Parts) -> Name {
        let asked = names::camel(method.as_str().trim_start_matches("r#"));
        let mut given = self.inputs.take(asked, "Operation").name();
        loop {
            let named = parts.names(&given);
            if !named.iter().any(|it| self.inputs.has(it)) {
                named.into_iter().for_each(|it| {
                    self.inputs.take(it, "");
                });
                return given;
            }
            given = self.inputs.take(given, "Operation").name();
        }
    }
}

/// The method, guarded as it says itself or else as `guards` do; `None` when the operation has no honest form, which a diagnostic says.
pub fn lower_operation(
    path: &str,
    item: &PathItem,
    operation: &Operation,
    guards: &[SecurityRequirement],
    schemes: &Schemes,
    scope: &mut MethodScope,
    cx: &mut Cx<'_>,
) -> Option<ir::Method> {
    cx.degraded.clear();
    let id = scope.id(operation, path);
    match lower_parts(&id, path, item, operation, (guards, schemes), cx) {
        Ok(parts) => {
            paging::note(&id, operation, cx);
            let span = operation
                .id
                .as_ref()
                .map_or(operation.key_span, |it| it.span);
            let name = cx.unique(
                &mut scope.methods,
                names::snake(&id),
                "_operation",
                &id,
                span,
            );
            let input = scope.input(&name, &parts);
            Some(finish(id, name, input, path, operation, parts, cx))
        }
        Err(reason) => {
            let label = format!("{} {path}", operation.method);
            skip(label, reason, operation.key_span, cx);
            None
        }
    }
}

/// Tells of an operation that is not in the document any more, because of a fault.
pub fn skip_left_out(path: &str, it: &LeftOut, cx: &mut Cx<'_>) {
    let label = match &it.method {
        Some(method) => format!("{method} {path}"),
        None => path.to_owned(),
    };
    skip(label, it.reason.clone(), it.key_span, cx);
}

fn skip(operation: String, reason: String, span: Span, cx: &mut Cx<'_>) {
    let message = format!("{operation} is left out: {reason}");
    cx.diagnostics
        .push(Diagnostic::warning(&codes::OPERATION_SKIPPED, message).at(span));
    cx.skipped.push(ir::Skipped { operation, reason });
}

struct Parts {
    params: parameter::Parameters,
    accept: Option<String>,
    body: Option<ir::RequestBody>,
    answers: response::Answers,
    security: Vec<Vec<ir::Requirement>>,
    server: Option<String>,
}

impl Parts {
    /// The types that are named after the input.
    fn names(&self, input: &Name) -> Vec<Name> {
        let body = self.body.as_ref().map(|it| &it.content);
        let body = matches!(body, Some(Content::Choice(_))).then(|| body_name(input));
        body.into_iter().chain(self.answers.names(input)).collect()
    }

    /// The body; one of several is named after the input.
    fn take_body(&mut self, input: &Name) -> Option<ir::RequestBody> {
        let mut body = self.body.take()?;
        if let Content::Choice(choice) = &mut body.content {
            choice.name = body_name(input);
        }
        Some(body)
    }
}

fn body_name(input: &Name) -> Name {
    names::behind(input, "body", "Body")
}

fn lower_parts(
    id: &str,
    path: &str,
    item: &PathItem,
    operation: &Operation,
    (guards, schemes): (&[SecurityRequirement], &Schemes),
    cx: &mut Cx<'_>,
) -> Result<Parts, String> {
    // RFC 9110, 9.1: a method is a token.
    if http::Method::from_bytes(operation.method.as_bytes()).is_err() {
        return Err(format!("`{}` is no method of HTTP", operation.method));
    }
    let required = operation.security.as_deref().unwrap_or(guards);
    let security = lower_requirements(required, schemes, cx)?;
    // Names of `Call`'s own methods, and of the body.
    let mut scope = Scope::with(&[
        "accepting",
        "attempt_timeout",
        "body",
        "header",
        "idempotency_key",
        "into_future",
        "items",
        "new",
        "no_retry",
        "pages",
        "reconnecting",
        "request",
        "retry",
        "send",
        "send_blocking",
        "timeout",
    ]);
    let params =
        parameter::lower_parameters(id, path, item, (operation, required), &mut scope, cx)?;
    let accept = parameter::accept(item, operation, cx);
    let body = operation
        .request_body
        .as_ref()
        .filter(|it| !several::says_nothing(it, &operation.method, cx.document))
        .and_then(|it| several::lower_request_body(id, it, cx));
    let answers = response::lower_responses(id, operation, cx);
    cx.degraded.extend(operation.unread.iter().cloned());
    let server = server::own_server(item, operation, cx);
    Ok(Parts {
        params,
        accept,
        body,
        answers,
        security,
        server,
    })
}

fn finish(
    id: String,
    name: Name,
    input: Name,
    path: &str,
    operation: &Operation,
    mut parts: Parts,
    cx: &mut Cx<'_>,
) -> ir::Method {
    let docs = docs::text(operation.summary.as_ref(), operation.description.as_ref());
    let docs = docs::with_more(docs, operation.external_docs.as_deref());
    let answers = operation.responses.iter();
    let answers = answers.map(|(_, it)| cx.document.response(it));
    let links = answers.flat_map(|it| &it.links);
    let docs = docs::with_links(docs, &format!("{} {path}", operation.method), links);
    ir::Method {
        body: parts.take_body(&input),
        output: parts.answers.output(&input),
        error: parts.answers.error(&input),
        offers: parts.answers.offers,
        id,
        name,
        input,
        http: operation.method.clone(),
        path: path.to_owned(),
        server: parts.server,
        docs: ir::Docs {
            deprecated: operation.deprecated,
            ..docs
        },
        params: parts.params.given,
        constants: parts.params.constants,
        accept: parts.accept,
        security: parts.security,
        paging: None,
        degraded: std::mem::take(&mut cx.degraded),
    }
}

/// `GET /pets/{id}` -> `get_pets_by_id`
fn made_up_id(method: &str, path: &str) -> String {
    let mut words = vec![method.to_lowercase()];
    for segment in path.split('/').filter(|it| !it.is_empty()) {
        match segment
            .strip_prefix('{')
            .and_then(|it| it.strip_suffix('}'))
        {
            Some(name) if !name.contains('{') => {
                words.extend(["by".to_owned(), name.to_owned()]);
            }
            _ => words.push(segment.replace(['{', '}'], " ")),
        }
    }
    words.join("_")
}
