//! `OAS247` path-with-query

use crate::rules::prelude::*;

declare_rule! {
    /// A path has a query or a fragment in it.
    ///
    /// ## Why
    /// Parameters of a query are declared as such; what stands behind `?` or `#` in a path is not matched by most
    /// tools.
    /// ## Fires
    /// ```yaml fires
    /// paths: { "/cats?kind=old": {} }
    /// #        ^^^^^^^^^^^^^^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: {} }
    /// ```
    pub PATH_WITH_QUERY = "OAS247" "path-with-query" {
        group: Parameters, severity: Error, preset: Recommended, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let path = &*member.key.text;
        let outside = outside_of_braces(path);
        if path.starts_with('/') && outside.contains(['?', '#']) {
            cx.report(member.key.span, format!("`{path}` has a query or a fragment"))
                .help("declare a parameter with `in: query`");
        }
    }
}

fn outside_of_braces(path: &str) -> String {
    let mut depth = 0_u32;
    let outside = path.chars().filter(|it| {
        match it {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}
