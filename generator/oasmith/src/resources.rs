//! What a mock may keep: things that paths create, list, read, update and destroy plainly.
//!
//! In: a document, and the same in Rust's terms, which knows how lists are read in pages. Out: for each operation that
//! has to do with such things, what it does, and where they stand in its body and its answer.
//! Plain is `POST /pets` beside `GET /pets/{id}`, where the thing has a member for the key. A member of an answer is as
//! it was sent where both have equal schemas; all others are as in the document's examples.

mod alike;
mod list;
mod shape;

use alike::alike;
use list::list;
use oasmith_codegen::ir;
use oasmith_sample::{Direction, Settings, Value, holds, value};
use oasmith_spec::media_type::is_json;
use oasmith_spec::model::{
    Document, MediaType, Operation, ParameterFormat, ParameterPlace, PathItem, RefOr, Schema,
    StatusRange,
};
use oasmith_spec::resolve::Valid;
use serde_json::{Value as Json, json};
use shape::Shape;

/// How many keys are made in advance, where a schema leaves little choice.
const POOL: u64 = 64;

/// What the roles of operations are, by method and path.
pub fn roles(document: &Valid<Document>, api: &ir::Api) -> Vec<(String, Json)> {
    let mut out = Vec::new();
    for (path, item) in &document.paths {
        let Some((above, place)) = key_place(path) else {
            continue;
        };
        let list_item = document
            .paths
            .iter()
            .find(|(path, _)| path.trim_end_matches('/') == above);
        if let Some(list) = list_item {
            let resource = Resource::of(document, list, (path, item), place);
            out.extend(resource.into_iter().flat_map(|it| it.roles(api)));
        }
    }
    out
}

/// `/pets` and `id` of `/pets/{id}`.
fn key_place(path: &str) -> Option<(&str, &str)> {
    let (above, last) = path.trim_end_matches('/').rsplit_once('/')?;
    let place = last.strip_prefix('{')?.strip_suffix('}')?;
    let is_plain = !place.contains(['{', '}']) && !above.is_empty();
    is_plain.then_some((above, place))
}

type Path<'a> = (&'a String, &'a PathItem);

/// Things of one kind.
struct Resource<'a> {
    document: &'a Valid<Document>,
    place: &'a str,
    list: Path<'a>,
    item: Path<'a>,
    /// The thing as it is read.
    shown: Shape<'a>,
    /// What clients say of a thing.
    sent: Vec<Shape<'a>>,
    ids: (&'static str, Vec<String>),
    body_key: Option<&'a str>,
}

impl<'a> Resource<'a> {
    fn of(
        document: &'a Valid<Document>,
        list: Path<'a>,
        item: Path<'a>,
        place: &'a str,
    ) -> Option<Self> {
        let (create, read) = (operation(list.1, "POST")?, operation(item.1, "GET")?);
        let shown = Shape::of(answered(document, read)?, document)
            .inside(place)?
            .1;
        let schema = path_schema(document, item.1, read, place)?;
        let created = answered(document, create).map(|it| Shape::of(it, document));
        let sent = sent(document, create).map(|it| Shape::of(it, document).unwrapped(&shown));
        let body_key = sent.as_ref().and_then(|it| it.key(place));
        let created = created.and_then(|it| it.inside(place));
        // Nobody would know the key of what was created.
        let created = created.map(|it| it.1);
        if created.is_none() && body_key.is_none() {
            return None;
        }
        let keys = [Some(&shown), created.as_ref()].into_iter().flatten();
        let keys = keys.filter_map(|it| Some(it.members.get(it.key(place)?)?.schema));
        let keys: Vec<&Schema> = std::iter::once(schema).chain(keys).collect();
        let mut all: Vec<Shape<'a>> = sent.into_iter().collect();
        for update in ["PUT", "PATCH", "POST"] {
            let update = operation(item.1, update).and_then(|it| self::sent(document, it));
            all.extend(update.map(|it| Shape::of(it, document).unwrapped(&shown)));
        }
        Some(Resource {
            document,
            place,
            list,
            item,
            ids: ids(document, &keys)?,
            shown,
            sent: all,
            body_key,
        })
    }

    fn roles(&self, api: &ir::Api) -> Vec<(String, Json)> {
        let mut out = Vec::new();
        let mut add = |(path, item): Path<'_>, method: &str, does: &str, behind: usize| {
            let it = operation(item, method);
            out.extend(it.and_then(|it| {
                let role = self.role(it, path, does, behind, api)?;
                Some((format!("{method} {path}"), role))
            }));
        };
        add(self.list, "POST", "create", 0);
        add(self.list, "GET", "list", 0);
        if self.body_key.is_some() {
            add(self.list, "PUT", "update", 0);
        }
        add(self.item, "GET", "read", 1);
        add(self.item, "PUT", "replace", 1);
        add(self.item, "PATCH", "update", 1);
        let updates = operation(self.item.1, "POST").is_some_and(|it| it.request_body.is_some());
        if updates {
            add(self.item, "POST", "update", 1);
        }
        add(self.item, "DELETE", "destroy", 1);
        for verb in ["destroy", "delete", "remove"] {
            let path = format!("{}/{verb}", self.item.0.trim_end_matches('/'));
            if let Some((path, item)) = self.document.paths.get_key_value(&path) {
                add((path, item), "POST", "destroy", 2);
            }
        }
        out
    }

    fn role(
        &self,
        operation: &Operation,
        path: &str,
        does: &str,
        behind: usize,
        api: &ir::Api,
    ) -> Option<Json> {
        let mut role = json!({ "does": does, "behind": behind });
        let answer = answered(self.document, operation);
        let shape = match (does, answer) {
            ("list", answer) => {
                let (list, item) = list(self.document, answer?, self.place, operation, path, api)?;
                role["list"] = list;
                Some(Shape::of(item, self.document))
            }
            (_, Some(answer)) => match Shape::of(answer, self.document).inside(self.place) {
                Some((name, shape)) => {
                    role["inside"] = json!(name);
                    Some(shape)
                }
                None => None,
            },
            _ => None,
        };
        if let Some(shape) = shape {
            self.show(&shape, &mut role);
        }
        if let Some(body) = sent(self.document, operation) {
            let whole = Shape::of(body, self.document);
            let only = whole.only_inside();
            let shape = whole.unwrapped(&self.shown);
            role["body_in"] = json!(only.filter(|_| shape.is_inside));
            role["body_key"] = json!(self.body_key);
            if does == "create" || does == "replace" {
                role["defaults"] = self.defaults(&shape);
            }
        }
        role["ids"] = json!(self.ids.0);
        role["pool"] = json!(self.ids.1);
        // What says nothing is left out.
        role.as_object_mut()?.retain(|_, it| match it {
            Json::Null | Json::Bool(false) => false,
            Json::Array(items) => !items.is_empty(),
            Json::Object(members) => !members.is_empty(),
            _ => true,
        });
        Some(role)
    }

    /// Which members of an answer are as they were sent.
    fn show(&self, shape: &Shape<'_>, role: &mut Json) {
        let key = shape.key(self.place);
        let is_whole = !shape.is_plain
            && self
                .sent
                .first()
                .is_some_and(|it| alike(it.schema, shape.schema, self.document));
        let is_carried = |name: &str| {
            let Some(member) = shape.members.get(name) else {
                return false;
            };
            let sent = self.sent.iter().filter_map(|it| it.members.get(name));
            let mut sent = sent.filter(|it| !it.is_read_only).peekable();
            sent.peek().is_some()
                && !member.is_write_only
                && sent.all(|it| alike(it.schema, member.schema, self.document))
        };
        let names = shape.members.keys().copied();
        let carried: Vec<&str> = names
            .filter(|it| shape.is_plain && Some(*it) != key && is_carried(it))
            .collect();
        let optional = carried.iter().filter(|it| !shape.members[**it].is_required);
        role["optional"] = json!(optional.collect::<Vec<_>>());
        role["carried"] = json!(carried);
        role["whole"] = json!(is_whole);
        role["key"] = json!(key);
        let key = key.and_then(|it| shape.members.get(it));
        let is_text = |schema| fits(self.document, schema, Value::String("1".to_owned()));
        let is_number = |schema| fits(self.document, schema, Value::Number("1".to_owned()));
        role["number"] = json!(key.is_some_and(|it| !is_text(it.schema) && is_number(it.schema)));
    }

    /// The declared defaults of members, which servers fill in.
    fn defaults(&self, shape: &Shape<'_>) -> Json {
        let members = shape.members.iter().filter_map(|(name, member)| {
            let default = Value::from(member.default?);
            fits(self.document, member.schema, default.clone())
                .then(|| (name.to_string(), raw(&default)))
        });
        Json::Object(members.collect())
    }
}

/// The same for another library.
fn raw(value: &Value) -> Json {
    serde_json::from_str(&value.to_string()).unwrap_or_default()
}

fn operation<'a>(item: &'a PathItem, method: &str) -> Option<&'a Operation> {
    item.operations.iter().find(|it| it.method == method)
}

fn json_schema<'a>(
    mut content: impl Iterator<Item = (&'a String, &'a MediaType)>,
) -> Option<&'a Schema> {
    let (_, media) = content.find(|(media, _)| is_json(media))?;
    media.schema.as_ref()
}

/// What a success answers, of several the first.
fn answered<'a>(document: &'a Valid<Document>, operation: &'a Operation) -> Option<&'a Schema> {
    let is_success = |it: &&(StatusRange, RefOr<_>)| match it.0 {
        StatusRange::Status(status) => status / 100 == 2,
        StatusRange::Range(hundreds) => hundreds == 2,
        StatusRange::Default => false,
    };
    let mut responses = operation.responses.iter();
    let response = responses.find(is_success).or(operation.responses.first())?;
    json_schema(document.response(&response.1).content.iter())
}

/// What is sent.
fn sent<'a>(document: &'a Valid<Document>, operation: &'a Operation) -> Option<&'a Schema> {
    let body = document.request_body(operation.request_body.as_ref()?);
    json_schema(body.content.iter())
}

fn path_schema<'a>(
    document: &'a Valid<Document>,
    item: &'a PathItem,
    operation: &'a Operation,
    place: &str,
) -> Option<&'a Schema> {
    let all = operation.parameters.iter().chain(&item.parameters);
    let mut all = all.map(|it| document.parameter(it));
    let it = all.find(|it| it.place == ParameterPlace::Path && it.name.value == place)?;
    match &it.format {
        ParameterFormat::Schema(schema) => Some(schema),
        ParameterFormat::Content(..) => None,
    }
}

fn fits(document: &Valid<Document>, schema: &Schema, value: Value) -> bool {
    let settings = Settings::example();
    holds(document, schema, &value, Direction::Response, &settings).is_ok()
}

/// What keys are like that are valid in all places.
fn ids(document: &Valid<Document>, keys: &[&Schema]) -> Option<(&'static str, Vec<String>)> {
    let fits_all = |text: &str| {
        let is_number = text.bytes().all(|it| it.is_ascii_digit());
        keys.iter().all(|it| {
            fits(document, it, Value::String(text.to_owned()))
                || is_number && fits(document, it, Value::Number(text.to_owned()))
        })
    };
    if ["1", "23", "4567"].into_iter().all(fits_all) {
        return Some(("count", Vec::new()));
    }
    if fits_all("00000000-0000-4000-8000-000000000001") {
        return Some(("uuid", Vec::new()));
    }
    let narrowest = keys.iter().flat_map(|schema| {
        (0..POOL).filter_map(|seed| {
            let settings = Settings::random(seed);
            match value(document, schema, Direction::Response, &settings).ok()? {
                Value::String(text) | Value::Number(text) => Some(text),
                _ => None,
            }
        })
    });
    let mut pool: Vec<String> = Vec::new();
    for text in narrowest.filter(|it| !it.is_empty() && fits_all(it)) {
        if !pool.contains(&text) {
            pool.push(text);
        }
    }
    (!pool.is_empty()).then_some(("pool", pool))
}
