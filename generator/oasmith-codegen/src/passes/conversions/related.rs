//! Which two models tell of the same thing: an answer and a body of one resource, or the halves of one component.

use super::{Pair, structure};
use crate::ir::{Api, Content, Method, Struct, Type, TypeId};
use indexmap::{IndexMap, IndexSet};
use std::collections::HashSet;

/// The most answers of one resource: more only share a word, such as `/{a}/{b}/list`.
const MOST_ANSWERS: usize = 64;

/// What comes back, and what is sent, in the order of the document.
pub fn pairs(api: &Api) -> IndexSet<Pair> {
    let mut found = IndexSet::new();
    halves(api, &mut found);
    let resources = resources(api);
    for (at, method) in api.methods().enumerate() {
        for to in sent(method, api) {
            let members = structure(to, api).map(members).unwrap_or_default();
            for key in keys(method, &resources) {
                let Some(resource) = resources.get(key) else {
                    continue;
                };
                let is_one = resource.answers.len() <= MOST_ANSWERS;
                let others = resource
                    .answers
                    .iter()
                    .filter(|it| it.method != at && (is_one || it.path == method.path.as_str()));
                found.extend(others.filter_map(|it| Some((source(it.id, &members, api)?, to))));
            }
        }
    }
    found.retain(|(from, to)| from != to);
    found
}

/// A component of which one half is sent and the other answered.
fn halves(api: &Api, found: &mut IndexSet<Pair>) {
    let mut by_origin: IndexMap<&str, Vec<TypeId>> = IndexMap::new();
    for (at, def) in api.types.iter().enumerate() {
        by_origin.entry(&def.origin).or_default().push(TypeId(at));
    }
    for ids in by_origin.values() {
        if let [one, other] = ids[..] {
            let is_pair = |from: TypeId, to: TypeId| {
                api.ty(from).in_responses && api.ty(to).in_requests && !api.ty(to).in_responses
            };
            found.extend(is_pair(one, other).then_some((one, other)));
            found.extend(is_pair(other, one).then_some((other, one)));
        }
    }
}

/// What is answered under paths that mean one thing.
#[derive(Default)]
struct Resource<'a> {
    answers: Vec<Answered<'a>>,
    is_read: bool,
}

struct Answered<'a> {
    id: TypeId,
    /// Which of all methods.
    method: usize,
    path: &'a str,
}

fn resources(api: &Api) -> IndexMap<&str, Resource<'_>> {
    let mut found: IndexMap<&str, Resource<'_>> = IndexMap::new();
    for (method, it) in api.methods().enumerate() {
        let resource = found.entry(key(&it.path)).or_default();
        resource.is_read |= it.http == "GET";
        let path = it.path.as_str();
        let answers = answered(it).into_iter();
        resource
            .answers
            .extend(answers.map(|id| Answered { id, method, path }));
    }
    found
}

/// The resource of a path: its last word, `pets` of `/pets/{id}`; the whole path where it has none.
fn key(path: &str) -> &str {
    let mut words = path.rsplit('/').filter(|it| is_word(it));
    words.next().unwrap_or(path)
}

fn is_word(segment: &str) -> bool {
    !segment.is_empty() && !segment.contains('{')
}

/// The resources that a method may be about. A word that is never read is something to do with what stands before:
/// `/pets/{id}/rename`.
fn keys<'a>(method: &'a Method, resources: &IndexMap<&str, Resource<'_>>) -> Vec<&'a str> {
    let own = key(&method.path);
    let is_read = resources.get(own).is_some_and(|it| it.is_read);
    let above = method
        .path
        .rsplit_once('/')
        .filter(|(_, last)| is_word(last) && !is_read)
        .map(|(above, _)| key(above))
        .filter(|it| is_word(it));
    std::iter::once(own).chain(above).collect()
}

/// The models that a successful answer is made of.
fn answered(method: &Method) -> Vec<TypeId> {
    let contents = method.output.answers().into_iter().map(|it| &it.content);
    contents.filter_map(model_of).collect()
}

/// The model that is sent, or each of several, and what it does nothing but hold: `{ pet: { .. } }`.
fn sent(method: &Method, api: &Api) -> Vec<TypeId> {
    let bodies = method.body.iter().flat_map(|it| it.each());
    let outers = bodies.filter_map(|it| model_of(&it.content));
    let all = outers.flat_map(|outer| {
        let inner = structure(outer, api)
            .filter(|it| it.fields.len() == 1)
            .and_then(|it| only_model(it, api));
        std::iter::once(outer).chain(inner)
    });
    all.collect()
}

fn model_of(content: &Content) -> Option<TypeId> {
    match content {
        Content::Json(ty) => model_in(ty),
        _ => None,
    }
}

/// The model that a type is, or is a list of.
fn model_in(ty: &Type) -> Option<TypeId> {
    // Deeper than lists of lists there is nothing that anyone would change and send.
    match ty {
        Type::Named(id) => Some(*id),
        Type::List(inner) | Type::Nullable(inner) => match &**inner {
            Type::Named(id) => Some(*id),
            _ => None,
        },
        _ => None,
    }
}

fn members(it: &Struct) -> HashSet<&str> {
    it.fields.iter().map(|it| it.wire.as_str()).collect()
}

/// What of an answer can be what is sent: itself, or what it is an envelope of, `{ items: [..], count }`. An envelope
/// has no member in common with what is sent.
fn source(answer: TypeId, sent: &HashSet<&str>, api: &Api) -> Option<TypeId> {
    let outer = structure(answer, api)?;
    let mut fields = outer.fields.iter();
    if fields.any(|it| sent.contains(it.wire.as_str())) {
        Some(answer)
    } else {
        only_model(outer, api)
    }
}

/// The one struct that another one holds, itself or a list of it.
fn only_model(it: &Struct, api: &Api) -> Option<TypeId> {
    let models = it.fields.iter().filter_map(|it| model_in(&it.ty));
    let mut models = models.filter(|id| structure(*id, api).is_some());
    models.next().filter(|_| models.next().is_none())
}
