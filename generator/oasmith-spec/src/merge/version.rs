//! Which version of OpenAPI a part is written in, and which one the merged document has.

use crate::codes;
use crate::node::{Key, Node};
use oasmith_source::{Diagnostic, Diagnostics, SourceMap};

/// `3.1.2` is `(1, 2)`.
type Version = (u32, u32);

/// Takes out what is no OpenAPI document that oasmith reads, and says why.
pub(super) fn readable(parts: Vec<Node>, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        match version(&part) {
            Ok(_) => kept.push(part),
            Err(fault) => diagnostics.push(*fault),
        }
    }
    kept
}

/// The version for all parts: the highest. 3.0 and later ones do not mix, because schemas mean different things.
pub(super) fn common(parts: &[Node], sources: &SourceMap) -> Result<Option<Node>, Box<Diagnostic>> {
    let mut known = parts
        .iter()
        .filter_map(|part| Some((version(part).ok()?, part.get("openapi")?)));
    let Some((mut highest, mut node)) = known.next() else {
        return Ok(None);
    };
    for (next, its) in known {
        if (next.0 == 0) != (highest.0 == 0) {
            return Err(Box::new(mixed(node, its, sources)));
        }
        if next > highest {
            (highest, node) = (next, its);
        }
    }
    Ok(Some(node.clone()))
}

fn mixed(first: &Node, second: &Node, sources: &SourceMap) -> Diagnostic {
    let show = |node: &Node| node.as_str().unwrap_or_default().to_owned();
    let message = format!(
        "OpenAPI {} and {} do not merge into one document",
        show(first),
        show(second)
    );
    Diagnostic::error(&codes::VERSIONS_MIXED, message)
        .labelled(second.span, format!("{} here", show(second)))
        .also(first.span, format!("{} here", show(first)))
        .help(format!(
            "convert {} first, or merge each version on its own",
            sources.path(if show(first).starts_with("3.0") {
                first.span.file
            } else {
                second.span.file
            })
        ))
}

fn version(part: &Node) -> Result<Version, Box<Diagnostic>> {
    let Some(root) = part.as_object() else {
        let message = format!("an OpenAPI document is an object, this is {}", part.kind());
        return Err(not_openapi(message, part));
    };
    if let Some(swagger) = root.member("swagger") {
        return Err(swagger_2(&swagger.key));
    }
    let Some(openapi) = root.get("openapi") else {
        return Err(not_openapi(
            "the document has no `openapi` member".into(),
            part,
        ));
    };
    let Some(text) = openapi.as_str() else {
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
    let mut numbers = text.split('.');
    let (major, minor, patch) = (numbers.next()?, numbers.next()?, numbers.next());
    let minor = minor.parse().ok().filter(|it| *it <= 2)?;
    let patch = patch.map_or(Some(0), |it| it.parse().ok())?;
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
