//! `OAS322` verb-in-path

use crate::options::{RuleOption, Takes};
use crate::rules::prelude::*;
use crate::template::place_of;

declare_rule! {
    /// A path has a verb of HTTP in it.
    ///
    /// ## Why
    /// The method says what is done, the path to what.
    /// ## Options
    /// `allowed`: words that are no verbs here, such as `post` of a blog; none by itself.
    /// ## Fires
    /// ```yaml fires
    /// paths: { /get-cats: {} }
    /// #         ^^^
    /// ```
    /// ## Silent
    /// ```yaml silent
    /// paths: { /cats: {}, /postings: {} }
    /// ```
    pub VERB_IN_PATH = "OAS322" "verb-in-path" {
        group: Naming, severity: Info, preset: Strict, since: "0.1.0",
        check: Check::Objects(&[Kind::Paths], check),
        options: OPTIONS,
    }
}

const OPTIONS: &[RuleOption] = &[RuleOption {
    name: "allowed",
    takes: Takes::Words(&[]),
}];

fn check(at: At<'_, '_>, cx: &mut Cx<'_, '_>) {
    let allowed = cx.words("allowed");
    for member in at.object().into_iter().flat_map(|it| it.iter()) {
        let path = &*member.key.text;
        let words = path.split(['/', '-', '_']);
        let verbs = ["get", "post", "put", "delete", "patch"];
        let mut words = words.filter(|it| !allowed.contains(it));
        if let Some(verb) = words.find(|it| verbs.contains(it)) {
            cx.report(place_of(path, member.key.span, verb), format!("`{path}` has the verb `{verb}` in it"))
                .help("let the method say it");
        }
    }
}
