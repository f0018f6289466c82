//! Requests that the API sends: webhooks and callbacks.
//!
//! OAS 3.1, OpenAPI Object, `webhooks`, and Callback Object. Whoever is called decides where, so the path is made from
//! the name, and what guards the API itself does not guard them.

use oasmith_spec::model::{Operation, PathItem};
use oasmith_spec::{Document, Valid};
use std::collections::HashSet;

/// A group of such requests, each with the path that it is received under.
pub struct Received<'d> {
    /// The words for the group: `webhooks`
    pub words: &'static str,
    pub requests: Vec<(String, &'d PathItem, &'d Operation)>,
}

pub fn received(document: &Valid<Document>) -> [Received<'_>; 2] {
    [
        Received {
            words: "webhooks",
            requests: webhooks(document),
        },
        Received {
            words: "callbacks",
            requests: callbacks(document),
        },
    ]
}

fn webhooks(document: &Valid<Document>) -> Vec<(String, &PathItem, &Operation)> {
    let each = document.webhooks.iter().flat_map(|(name, item)| {
        let path = format!("/{}", segment(name));
        item.operations
            .iter()
            .map(move |it| (path.clone(), item, it))
    });
    let mut taken = HashSet::new();
    each.filter(|(path, _, it)| taken.insert((path.clone(), it.method.clone())))
        .collect()
}

/// A callback that several operations refer to is one.
fn callbacks(document: &Valid<Document>) -> Vec<(String, &PathItem, &Operation)> {
    let mut found = Vec::new();
    let (mut seen, mut taken) = (HashSet::new(), HashSet::new());
    for (owner, operation) in operations(document) {
        for (name, callback) in &operation.callbacks {
            let callback = document.callback(callback);
            let each = callback.paths.values();
            let each = each.flat_map(|item| item.operations.iter().map(move |it| (item, it)));
            for (item, it) in each.filter(|(_, it)| seen.insert(it.span)) {
                let plain = format!("/{}", segment(name));
                let longer = format!("/{}/{}", segment(&owner), segment(name));
                let path = [plain, longer]
                    .into_iter()
                    .find(|path| taken.insert((path.clone(), it.method.clone())));
                found.extend(path.map(|path| (path, item, it)));
            }
        }
    }
    found
}

/// What the key of a callback says of where it goes.
pub struct Said<'d> {
    /// The operation whose requests the key speaks of.
    pub owner: &'d Operation,
    pub key: &'d str,
    pub request: &'d Operation,
}

/// Every key of every callback, and each operation that has it.
pub fn said(document: &Valid<Document>) -> Vec<Said<'_>> {
    let mut found = Vec::new();
    for (_, owner) in operations(document) {
        for callback in owner.callbacks.values() {
            for (key, item) in &document.callback(callback).paths {
                let requests = item.operations.iter();
                found.extend(requests.map(|request| Said {
                    owner,
                    key,
                    request,
                }));
            }
        }
    }
    found
}

/// All operations, each with its id or path.
fn operations(document: &Valid<Document>) -> impl Iterator<Item = (String, &Operation)> {
    document.paths.iter().flat_map(|(path, item)| {
        item.operations.iter().map(move |it| {
            let name = it.id.as_ref().map_or(path, |it| &it.value);
            (name.clone(), it)
        })
    })
}

/// A name as a segment of a path that needs no escapes.
fn segment(name: &str) -> String {
    let plain = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '_' | '~' => c,
        _ => '-',
    };
    let text: String = name.chars().map(plain).collect();
    match text.trim_matches('-') {
        "" | "." | ".." => "request".to_owned(),
        text => text.to_owned(),
    }
}
