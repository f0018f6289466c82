//! Which version of OpenAPI a part is written in, and which one the merged document has.

use crate::codes;
use crate::convert::to_3_1;
use crate::node::{Key, Node, Value};
use oasmith_source::{Diagnostic, Diagnostics, SourceMap, Span};

/// `3.1.2` is `(1, 2)`.
type Version = (u32, u32);

/// Takes out what is no OpenAPI document that oasmith reads, and says why.
pub(super) fn readable(parts: Vec<Node>, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let mut kept = Vec::with_capacity(parts.len());
    for mut part in parts {
        match version(&part) {
            Ok(version) => {
                spell_out(&mut part, version, diagnostics);
                kept.push(part);
            }
            Err(fault) => diagnostics.push(*fault),
        }
    }
    kept
}

/// A version is a text of numbers with dots. `openapi: 3.1` is a number in YAML, and what is meant all the same.
fn spell_out(part: &mut Node, (minor, patch): Version, diagnostics: &mut Diagnostics) {
    let Some(openapi) = part
        .as_object_mut()
        .and_then(|it| it.get_mut("openapi"))
        .filter(|it| it.as_str().is_none_or(|text| !text.contains('.')))
    else {
        return;
    };
    let text = format!("3.{minor}.{patch}");
    let message = format!("`openapi` must be a version as a string; it is read as `{text}`");
    let said = Diagnostic::warning(&codes::WRONG_TYPE, message).at(openapi.span);
    diagnostics.push(said.help(format!("write `openapi: \"{text}\"`")));
    openapi.value = Value::String(text.into());
}

/// The version for all parts: the highest. Where it is none of 3.0, parts of 3.0 are converted, because schemas mean
/// different things in them.
pub(super) fn common(
    parts: &mut [Node],
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let known = |part: &Node| Some((version(part).ok()?, part.get("openapi")?.clone()));
    let mut versions = parts.iter().filter_map(known);
    let first = versions.next()?;
    // Of equal ones the first.
    let (highest, node) = versions.fold(first, |a, b| if b.0 > a.0 { b } else { a });
    if highest.0 > 0 {
        raise(parts, &node, sources, diagnostics);
    }
    Some(node)
}

fn raise(parts: &mut [Node], to: &Node, sources: &SourceMap, diagnostics: &mut Diagnostics) {
    let old = |part: &&mut Node| version(part).is_ok_and(|it| it.0 == 0);
    let mut raised = Vec::new();
    for part in parts.iter_mut().filter(old) {
        raised.extend(part.get("openapi").map(|it| it.span));
        let (converted, said) = to_3_1(std::mem::replace(part, nothing(part.span)));
        *part = converted;
        diagnostics.extend(said);
    }
    let [first, others @ ..] = raised.as_slice() else {
        return;
    };
    let name = sources.path(first.file);
    let who = match others.len() {
        0 => format!("`{name}` is"),
        others => format!("`{name}` and {others} more are"),
    };
    let message = format!(
        "{who} OpenAPI 3.0, and merged as {}",
        to.as_str().unwrap_or_default()
    );
    let said = Diagnostic::info(&codes::VERSION_RAISED, message).at(*first);
    diagnostics.push(said.also(to.span, "the highest version"));
}

fn nothing(span: Span) -> Node {
    Node::new(Value::Null, span)
}

fn version(part: &Node) -> Result<Version, Box<Diagnostic>> {
    let Some(root) = part.as_object() else {
        let message = format!("an OpenAPI document is an object, this is {}", part.kind());
        return Err(not_openapi(message, part));
    };
    let Some(openapi) = root.get("openapi") else {
        return Err(match root.member("swagger") {
            Some(swagger) => swagger_2(&swagger.key),
            None => not_openapi("the document has no `openapi` member".into(), part),
        });
    };
    let (Value::String(text) | Value::Number(text)) = &openapi.value else {
        let message = format!("`openapi` must be a string, this is {}", openapi.kind());
        return Err(not_openapi(message, openapi));
    };
    parse(text).ok_or_else(|| {
        let message = format!("OpenAPI version `{text}` is not known");
        let fault = Diagnostic::error(&codes::UNKNOWN_VERSION, message).at(openapi.span);
        Box::new(fault.help("oasmith reads 3.0, 3.1 and 3.2"))
    })
}

/// `3.0`, `3.1.1`, `3.1.0-rc0`: the text after the patch number does not count.
fn parse(text: &str) -> Option<Version> {
    let text = text.split('-').next()?;
    let mut numbers = text.trim().split('.');
    let (major, minor, patch) = (numbers.next()?, numbers.next(), numbers.next());
    let minor = minor.unwrap_or("0").parse().ok().filter(|it| *it <= 2)?;
    // OAS 3.1, "Versions": the patch level shall not be considered by tooling.
    let patch = patch.map_or(0, |it| it.parse().unwrap_or(0));
    (major == "3" && numbers.next().is_none()).then_some((minor, patch))
}

fn not_openapi(message: String, at: &Node) -> Box<Diagnostic> {
    let fault = Diagnostic::error(&codes::NOT_OPENAPI, message).at(at.span.start());
    Box::new(fault.help("a document starts with `openapi`, as in `openapi: 3.1.0`"))
}

fn swagger_2(key: &Key) -> Box<Diagnostic> {
    let message = "the document is Swagger 2.0, not OpenAPI 3";
    let fault = Diagnostic::error(&codes::SWAGGER_2, message).at(key.span);
    Box::new(fault.help("convert it first, for example with swagger2openapi"))
}
