//! `OAS321` path-not-kebab-case

use heck::ToKebabCase;
use crate::rules::prelude::*;
use crate::template::place_of;

declare_rule! {
    /// A segment of a path is not in kebab case.
    ///
    /// ## Why
    /// URLs are read and typed by people, and many ignore case; one way of writing for all of them is easiest to
    /// remember.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /oldCats: {} }
    /// #         ^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { "/old-cats/{catId}": {} }
    /// ```
    pub PATH_NOT_KEBAB_CASE = "OAS321" "path-not-kebab-case" {
        group: Naming, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let path = &*member.key.text;
        let is_kebab = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, '-' | '.' | '~');
        let mut segments = path.split('/').filter(|it| !it.contains(['{', '}']));
        let Some(segment) = segments.find(|it| !it.chars().all(is_kebab)) else {
            continue;
        };
        if path.starts_with('/') {
            cx.report(place_of(path, member.key.span, segment), format!("`{segment}` in `{path}` is not in kebab case"))
                .help(format!("write `{}`", segment.to_kebab_case()));
        }
    }
}
