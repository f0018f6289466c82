//! An operation that uses a degraded type is degraded itself.

use super::reach;
use crate::ir::{Api, TypeId};
use std::collections::HashMap;

pub fn spread(api: &mut Api, types: &HashMap<TypeId, Vec<String>>) {
    if types.is_empty() {
        return;
    }
    let mut additions = Vec::new();
    for method in api.methods() {
        let used = [reach::in_request(method), reach::in_answers(method)].concat();
        let reached = reach::closure(api, used);
        let reached = reached.iter().enumerate().filter(|(_, it)| **it);
        let reasons = reached
            .filter_map(|(at, _)| types.get(&TypeId(at)))
            .flatten();
        additions.push(reasons.cloned().collect::<Vec<_>>());
    }
    let methods = api.groups.iter_mut().flat_map(|it| &mut it.methods);
    for (method, reasons) in methods.zip(additions) {
        method.degraded.extend(reasons);
    }
}
