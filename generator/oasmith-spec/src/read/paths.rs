//! Paths, Path Item and Operation Objects.

use super::cx::is_extension;
use super::follow::reference;
use super::version::Version;
use super::{Cx, body, info, parameter, security};
use crate::codes::{WRONG_TYPE, WRONG_VALUE};
use crate::model::{Callback, LeftOut, Operation, PathItem, RefOr, Response, Spanned, StatusRange};
use crate::node::{Member, Node, Object, Value};
use crate::parts::METHODS;
use crate::resolve::kind::{self, Place};
use crate::resolve::{Kind, Reference, Wrong, explain};
use indexmap::IndexMap;
use indexmap::map::Entry;
use oasmith_source::{Diagnostic, Span};

/// Paths Object: its keys are paths, extensions apart.
pub fn paths<'a>(cx: &mut Cx<'a>, member: Option<&'a Member>) -> IndexMap<String, PathItem> {
    let mut paths = IndexMap::new();
    for entry in cx.entries(member).iter().filter(|it| !is_extension(it)) {
        let mut path = entry.key.text.to_string();
        if !path.starts_with('/') {
            // OAS 3.1, Paths Object: a path begins with a slash. Nothing else can be meant.
            let message =
                format!("the path `{path}` does not begin with `/`, and is taken as `/{path}`");
            cx.push(Diagnostic::warning(&WRONG_VALUE, message).at(entry.key.span));
            path.insert(0, '/');
        }
        let Some(item) = path_item(cx, &entry.value, entry.key.span) else {
            continue;
        };
        match paths.entry(path) {
            Entry::Vacant(entry) => {
                entry.insert(item);
            }
            Entry::Occupied(entry) => {
                let reason = format!("the path `{}` is there twice", entry.key());
                let first: &mut PathItem = entry.into_mut();
                let again = item.operations.iter();
                let again = again.map(|it| LeftOut::one(it, reason.clone()));
                first.left_out.extend(again.chain(item.left_out));
            }
        }
    }
    paths
}

/// `webhooks`, or the expressions of a Callback Object: their keys are not paths.
pub fn webhooks<'a>(
    cx: &mut Cx<'a>,
    member: impl Into<Option<&'a Member>>,
) -> IndexMap<String, PathItem> {
    let entries = cx.entries(member);
    path_items(cx, entries)
}

pub fn path_items<'a>(cx: &mut Cx<'a>, entries: &'a [Member]) -> IndexMap<String, PathItem> {
    let mut items = IndexMap::new();
    for entry in entries.iter().filter(|it| !is_extension(it)) {
        if let Some(item) = path_item(cx, &entry.value, entry.key.span) {
            items.insert(entry.key.text.to_string(), item);
        }
    }
    items
}

/// A path item, whatever is wrong with it: what cannot be read of it is in `left_out`.
fn path_item<'a>(cx: &mut Cx<'a>, node: &'a Node, key_span: Span) -> Option<PathItem> {
    if matches!(node.value, Value::Null) {
        let message = "a path item is null, and taken as `{}`";
        cx.push(Diagnostic::warning(&WRONG_TYPE, message).at(node.span));
        return Some(empty(key_span));
    }
    match cx.whole(|cx| cx.object(node, "a path item")) {
        Ok(object) => Some(members(cx, object?, node.span, key_span)),
        Err(reason) => Some(PathItem {
            left_out: vec![LeftOut::all(reason, key_span)],
            ..empty(key_span)
        }),
    }
}

fn members<'a>(cx: &mut Cx<'a>, object: &'a Object, span: Span, key_span: Span) -> PathItem {
    let before = cx.diagnostics.len();
    let mut item = referred(cx, object, key_span).unwrap_or_else(|| {
        let fault = cx.error_since(before);
        let left_out = fault.map(|reason| LeftOut::all(reason, key_span));
        PathItem {
            left_out: left_out.into_iter().collect(),
            ..empty(key_span)
        }
    });
    item.span = span;
    // OAS 3.1, Path Item Object: what a `$ref` and its siblings both give is undefined. Here the nearer one counts.
    item.summary = cx.text(object.member("summary")).or(item.summary);
    item.description = cx.text(object.member("description")).or(item.description);
    let shared = cx.whole(|cx| {
        let servers = info::servers(cx, object.member("servers"));
        let parameters = parameter::parameters(cx, object.member("parameters"));
        (servers, parameters)
    });
    add_operations(cx, object, &mut item);
    match shared {
        Ok((servers, parameters)) => {
            item.servers.extend(servers);
            item.parameters.extend(parameters);
        }
        Err(reason) => item.leave_out(|_, _| Some(reason.clone())),
    }
    item
}

/// The path item that the `$ref` of another one names.
fn referred<'a>(cx: &mut Cx<'a>, object: &'a Object, key_span: Span) -> Option<PathItem> {
    let member = object.member("$ref")?;
    let reference = reference(cx, object)?;
    let (target, place) = match Reference::parse(&reference.target, "") {
        Reference::Pointer(pointer) => (cx.lookup.find(&pointer), kind::at(&pointer)),
        _ => (None, Place::Unknown),
    };
    let is_another = !matches!(place, Place::One(Kind::PathItem) | Place::Unknown);
    if let Some(target) = target.filter(|_| is_another) {
        let wrong = Wrong::Kind(place, target.span);
        let fault = explain(&wrong, Kind::PathItem, &reference.target);
        cx.push(fault.at(reference.span));
        return None;
    }
    let Some(target) = target else {
        let unfollowed = Some(reference);
        return Some(PathItem {
            unfollowed,
            ..empty(key_span)
        });
    };
    cx.within(target, member, |cx, node| path_item(cx, node, key_span))
}

fn empty(key_span: Span) -> PathItem {
    PathItem {
        unfollowed: None,
        summary: None,
        description: None,
        servers: Vec::new(),
        parameters: Vec::new(),
        operations: Vec::new(),
        left_out: Vec::new(),
        wide: Vec::new(),
        spelt_out: Vec::new(),
        key_span,
        span: key_span,
    }
}

/// Adds the operations of a path item, in the order of writing. Those that stand here go before those of a reference.
fn add_operations<'a>(cx: &mut Cx<'a>, object: &'a Object, item: &mut PathItem) {
    let mut own: IndexMap<String, Result<Operation, LeftOut>> = IndexMap::new();
    let mut lost = Vec::new();
    for member in object.iter() {
        for (member, method) in methods(cx, member) {
            let read = operation(cx, member, method.clone(), &mut lost);
            own.entry(method).or_insert(read);
        }
    }
    item.operations.retain(|it| !own.contains_key(&it.method));
    item.left_out
        .retain(|it| it.method.as_ref().is_none_or(|it| !own.contains_key(it)));
    for read in own.into_values() {
        match read {
            Ok(operation) => item.operations.push(operation),
            Err(left_out) => item.left_out.push(left_out),
        }
    }
    item.left_out.extend(lost);
}

/// The methods that a member of a path item stands for: one, several under `additionalOperations`, else none.
fn methods<'a>(cx: &mut Cx<'a>, member: &'a Member) -> Vec<(&'a Member, String)> {
    let (key, is_32) = (&*member.key.text, cx.version >= Version::V32);
    match key {
        "query" if !is_32 => return Vec::new(),
        key if METHODS.contains(&key) => {}
        "additionalOperations" if is_32 => {
            let members = cx.entries(member).iter();
            return members.map(|it| (it, it.key.text.to_string())).collect();
        }
        _ => return Vec::new(),
    }
    let member = cx.given(Some(member)).into_iter();
    member.map(|it| (it, key.to_ascii_uppercase())).collect()
}

/// An operation, unless an error in it leaves open what it means.
fn operation<'a>(
    cx: &mut Cx<'a>,
    member: &'a Member,
    method: String,
    lost: &mut Vec<LeftOut>,
) -> Result<Operation, LeftOut> {
    // Callbacks are requests of their own: a fault in one of them leaves the operation as it is.
    let (callbacks, faulty) = callbacks(cx, member);
    let key_span = member.key.span;
    let read = cx.whole(|cx| {
        let object = cx.object(&member.value, "an operation")?;
        Some(parts(cx, object, key_span, member.value.span))
    });
    match read {
        Ok(Some(operation)) => {
            let operation = Operation {
                method,
                callbacks,
                ..operation
            };
            let faulty = faulty.into_iter();
            lost.extend(faulty.map(|(name, reason)| LeftOut::callback(&name, &operation, reason)));
            Ok(operation)
        }
        Ok(None) => unreachable!("what is no object is an error"),
        Err(reason) => Err(LeftOut {
            method: Some(method),
            id: text(&member.value, "operationId"),
            tags: tags(&member.value),
            reason,
            key_span,
        }),
    }
}

type Callbacks = IndexMap<String, RefOr<Callback>>;

/// The callbacks of an operation, and those that cannot be read, with the reason.
fn callbacks<'a>(cx: &mut Cx<'a>, operation: &'a Member) -> (Callbacks, Vec<(String, String)>) {
    let object = operation.value.as_object();
    let (mut sound, mut faulty) = (Callbacks::new(), Vec::new());
    for entry in cx.entries(object.and_then(|it| it.member("callbacks"))) {
        let name = entry.key.text.to_string();
        match cx.whole(|cx| body::callback(cx, &entry.value)) {
            Ok(Some(callback)) => {
                sound.insert(name, callback);
            }
            Ok(None) => {}
            Err(reason) => faulty.push((name, reason)),
        }
    }
    (sound, faulty)
}

fn text(operation: &Node, key: &str) -> Option<String> {
    operation.get(key)?.as_str().map(str::to_owned)
}

/// As far as they can be read.
fn tags(operation: &Node) -> Vec<String> {
    let tags = operation.get("tags").and_then(Node::as_array);
    let tags = tags.unwrap_or_default().iter();
    tags.filter_map(|it| it.as_str().map(str::to_owned))
        .collect()
}

/// What an operation is called; a text without a letter is no name, and says nothing.
fn id<'a>(cx: &mut Cx<'a>, operation: &'a Object) -> Option<Spanned<String>> {
    let id = cx.spanned_text(operation.member("operationId"))?;
    id.value.contains(char::is_alphanumeric).then_some(id)
}

/// All but the method and the callbacks.
fn parts<'a>(cx: &mut Cx<'a>, object: &'a Object, key_span: Span, span: Span) -> Operation {
    let body = cx.given(object.member("requestBody"));
    let old_body = parameter::body(object);
    if object.member("responses").is_none() && cx.version == Version::V30 {
        cx.should_have("the operation", "responses", key_span);
    }
    Operation {
        method: String::new(),
        id: id(cx, object),
        tags: cx.strings(object.member("tags")),
        summary: cx.text(object.member("summary")),
        description: cx.text(object.member("description")),
        external_docs: info::external_docs(cx, object.member("externalDocs")),
        parameters: parameter::parameters_beside(cx, object.member("parameters"), &old_body),
        request_body: match old_body.as_slice() {
            [] => body.and_then(|it| body::request_body(cx, &it.value)),
            [only] if parameter::is_in(only, "body") => body::of_parameter(cx, only),
            form => body::of_form(cx, form),
        },
        responses: responses(cx, object.member("responses")),
        callbacks: IndexMap::new(),
        deprecated: cx.flag(object.member("deprecated")),
        security: security::requirements(cx, object.member("security")),
        servers: info::servers(cx, object.member("servers")),
        pagination: object.get("x-oasmith-pagination").cloned(),
        unread: cx.take_unread(),
        key_span,
        span,
    }
}

/// Responses Object: its keys are statuses, extensions apart.
fn responses<'a>(
    cx: &mut Cx<'a>,
    member: Option<&'a Member>,
) -> Vec<(StatusRange, RefOr<Response>)> {
    let mut responses: Vec<(StatusRange, RefOr<Response>)> = Vec::new();
    for entry in cx.entries(member).iter().filter(|it| !is_extension(it)) {
        let Some(status) = status(cx, entry) else {
            continue;
        };
        if responses.iter().any(|(it, _)| *it == status) {
            let message = format!("the response `{status}` is given twice; the first one counts");
            cx.push(Diagnostic::warning(&WRONG_VALUE, message).at(entry.key.span));
            continue;
        }
        let read = |cx: &mut Cx<'a>| body::response(cx, &entry.value);
        let response = match status.is_error() {
            true => cx.confined("this error is one that is not declared", read),
            false => {
                let read = cx.confined("nothing is known of this answer", read);
                let any = || RefOr::Value(Box::new(Response::any(entry.value.span)));
                Some(read.unwrap_or_else(any))
            }
        };
        responses.extend(response.map(|it| (status, it)));
    }
    responses
}

fn status(cx: &mut Cx<'_>, entry: &Member) -> Option<StatusRange> {
    let key = &*entry.key.text;
    let status = StatusRange::parse(key);
    if status.is_none() {
        let message = format!("`{key}` is not a status; the response is left out");
        let fault = Diagnostic::warning(&WRONG_VALUE, message).at(entry.key.span);
        cx.push(fault.help("write a status such as `404`, a range such as `4XX`, or `default`"));
    }
    status
}
