//! `OAS246` path-ambiguous

use oasmith_source::Span;
use std::collections::HashMap;
use crate::rules::prelude::*;

declare_rule! {
    /// Two paths match one URL, and neither is more specific.
    ///
    /// ## Why
    /// Static segments go before templates; where each path has a template at a place where the other is static, it
    /// depends on the tool which one is meant (OAS 3.1, Paths Object).
    /// ## Fires
    /// ```yaml fires
    /// paths: { "/{kind}/first": {}, "/cats/{id}": {} }
    /// #                             ^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { "/cats/first": {}, "/cats/{id}": {} }
    /// ```
    pub PATH_AMBIGUOUS = "OAS246" "path-ambiguous" {
        group: Parameters, severity: Warning, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let members: Vec<_> = at.object().into_iter().flat_map(|it| it.iter()).collect();
    let paths = members.iter().filter(|it| it.key.text.starts_with('/'));
    // Only paths with a template can be meant by another's URL, and those are compared by length.
    let mut by_length: HashMap<usize, Vec<Path<'_>>> = HashMap::new();
    for member in paths {
        let path = &*member.key.text;
        let segments: Vec<&str> = path.split('/').collect();
        let others = by_length.entry(segments.len()).or_default();
        if others.len() < MANY
            && let Some((other, span, _)) = others.iter().find(|it| is_ambiguous(&it.2, &segments))
        {
            cx.report(member.key.span, format!("`{path}` and `{other}` match one URL"))
                .also(*span, "the other one")
                .help("make one of them more specific");
        }
        others.push((path, member.key.span, segments));
    }
}

/// A path, its place, and its segments.
type Path<'a> = (&'a str, Span, Vec<&'a str>);

/// Documents with more paths of one length than this are not compared, for it takes the square of it.
const MANY: usize = 3_000;

/// Each has a template where the other is static, and all other segments can be the same.
fn is_ambiguous(a: &[&str], b: &[&str]) -> bool {
    let is_template = |it: &str| it.starts_with('{') && it.ends_with('}');
    let (mut first, mut second) = (false, false);
    for (a, b) in a.iter().zip(b) {
        match (is_template(a), is_template(b)) {
            (true, false) => first = true,
            (false, true) => second = true,
            (true, true) => {}
            (false, false) if a == b => {}
            (false, false) => return false,
        }
    }
    first && second
}
