//! `OAS322` verb-in-path

use crate::rules::prelude::*;

declare_rule! {
    /// A path has a verb of HTTP in it.
    ///
    /// ## Why
    /// The method says what is done, the path to what.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /get-cats: {} }
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: {}, /postings: {} }
    /// ```
    pub VERB_IN_PATH = "OAS322" "verb-in-path" {
        group: Naming, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
    }
}

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let path = &*member.key.text;
        let mut words = path.split(['/', '-', '_']);
        let verbs = ["get", "post", "put", "delete", "patch"];
        if let Some(verb) = words.find(|it| verbs.contains(it)) {
            cx.report(member.key.span, format!("`{path}` has the verb `{verb}` in it"))
                .help("let the method say it");
        }
    }
}
