//! Responses that an operation has to document.

use super::prelude::*;

/// Reports an operation that is called and documents none of these statuses, nor what stands for them.
pub(in crate::rules) fn expect(
    operation: Operation<'_, '_>,
    statuses: &[&str],
    cx: &mut Cx<'_, '_>,
) {
    let Some(responses) = operation.at.member("responses") else {
        return;
    };
    let has = |status: &str| responses.value.get(status).is_some();
    let ranges = statuses.iter().map(|it| format!("{}XX", &it[..1]));
    let is_there = has("default")
        || statuses.iter().copied().any(has)
        || ranges.into_iter().any(|it| has(&it));
    if operation.is_called() && !is_there {
        let (shown, statuses) = (operation.shown(), statuses.join(" or "));
        cx.report(
            responses.key.span,
            format!("{shown} has no {statuses} response"),
        )
        .help("add one, or a range or `default` that stands for it");
    }
}
