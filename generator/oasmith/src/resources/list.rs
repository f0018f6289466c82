//! How an answer lists things, and how it is read in pages.

use super::shape::{Shape, plain};
use super::{fits, raw};
use oasmith_codegen::SIZES;
use oasmith_codegen::ir::{self, First, Presence, Turning};
use oasmith_sample::{Direction, Settings, Value, value};
use oasmith_spec::model::{Document, Operation, ParameterFormat, ParameterPlace, Schema, Type};
use oasmith_spec::resolve::Valid;
use serde_json::{Value as Json, json};

/// The list, and the schema of its items.
pub fn list<'a>(
    document: &'a Valid<Document>,
    answer: &'a Schema,
    place: &str,
    operation: &Operation,
    path: &str,
    api: &ir::Api,
) -> Option<(Json, &'a Schema)> {
    let (way, item) = items(document, answer, place)?;
    let settings = Settings::example();
    let made = value(document, item, Direction::Response, &settings).ok()?;
    let mut told = json!({ "items": way, "item": raw(&made) });
    let mut methods = api.methods();
    let method = methods.find(|it| it.http == operation.method && it.path == path);
    if let Some(size) = number(document, operation, SIZES) {
        told["size"] = json!(size.0);
        told["usual"] = json!(size.1);
    }
    if let Some((method, paging)) = method.and_then(|it| Some((it, it.paging.as_ref()?))) {
        turn(method, paging, &mut told);
    }
    let shape = Shape::of(answer, document);
    let count = shape.members.iter().find(|(name, member)| {
        plain(name) == "count" && fits(document, member.schema, Value::Number("0".to_owned()))
    });
    if let Some((name, _)) = count.filter(|(name, _)| told["total"] != json!([name])) {
        told["count"] = json!([name]);
    }
    Some((told, item))
}

/// The way to the list, and what is in it.
fn items<'a>(
    document: &'a Valid<Document>,
    answer: &'a Schema,
    place: &str,
) -> Option<(Vec<&'a str>, &'a Schema)> {
    let has_key = |item: &&'a Schema| Shape::of(item, document).key(place).is_some();
    if let Some(item) = item(document, answer) {
        return has_key(&item).then_some((Vec::new(), item));
    }
    let shape = Shape::of(answer, document);
    let lists = shape.members.iter();
    let lists = lists.filter_map(|(name, it)| Some((vec![*name], item(document, it.schema)?)));
    let mut lists = lists.filter(|it| has_key(&it.1));
    lists.next().filter(|_| lists.next().is_none())
}

fn item<'a>(document: &'a Valid<Document>, mut schema: &'a Schema) -> Option<&'a Schema> {
    // References to references end somewhere; a bound costs less than a proof.
    for _ in 0..16 {
        let it = schema.as_object()?;
        match (&it.reference, &*it.all_of) {
            (Some(reference), _) => schema = document.schema(reference),
            (None, [only]) if it.items.is_none() => schema = only,
            _ if it.types.contains(&Type::Array) => return it.items.as_ref(),
            _ => return None,
        }
    }
    None
}

/// A parameter of the query that is a number, and its default.
fn number<'a>(
    document: &'a Valid<Document>,
    operation: &'a Operation,
    names: &[&str],
) -> Option<(&'a str, Option<u64>)> {
    let mut all = operation.parameters.iter().map(|it| document.parameter(it));
    let it = all.find(|it| {
        it.place == ParameterPlace::Query && names.contains(&plain(&it.name.value).as_str())
    })?;
    let ParameterFormat::Schema(schema) = &it.format else {
        return None;
    };
    let shape = schema.as_object().and_then(|it| it.default.as_ref());
    let default = shape.and_then(|it| Value::from(it).to_string().parse().ok());
    Some((&it.name.value, default))
}

/// How pages are turned, and where an answer says that there is no more.
fn turn(method: &ir::Method, paging: &ir::Paging, told: &mut Json) {
    let way = |route: &ir::Route| json!(route.iter().map(|it| &it.wire).collect::<Vec<_>>());
    let param = |name: &ir::Name| {
        let mut params = method.params.iter();
        json!(params.find(|it| it.name == *name).map(|it| &it.wire))
    };
    for (name, route) in [
        ("total", &paging.total),
        ("pages", &paging.pages),
        ("more", &paging.more),
    ] {
        if let Some(route) = route {
            told[name] = way(route);
        }
    }
    match &paging.by {
        Turning::Offset(name) => told["offset"] = param(name),
        Turning::Page(name, first) => {
            told["page"] = param(name);
            match first {
                First::Known(first) => told["first"] = json!(first),
                First::Told(route) => told["number"] = way(route),
            }
        }
        // Whoever cannot ask for a second page gets everything on the first.
        Turning::Token(_, route) | Turning::Url(route) => {
            told["size"] = Json::Null;
            told["usual"] = Json::Null;
            let mut end = json!({ "at": way(route) });
            match route.last().map(|it| it.presence) {
                Some(Presence::Required) => end["is"] = json!(""),
                Some(Presence::Nullable) => end["is"] = Json::Null,
                _ => {}
            }
            told["ends"] = json!([end]);
        }
        Turning::Last(..) | Turning::Link => {
            told["size"] = Json::Null;
            told["usual"] = Json::Null;
        }
    }
}
