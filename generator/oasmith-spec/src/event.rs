//! What the data of server-sent events are, where a schema describes the whole event.
//!
//! OAS 3.2, "Special Considerations for `text/event-stream` Content": the item is an object with the fields of an event,
//! each a text, and what the text of `data` says is in its `contentSchema`. Before 3.2 documents were written likewise,
//! with the schema of the data as that of the member itself.

use crate::model::{Document, Schema, SchemaObject, Type};
use crate::node::Node;
use crate::resolve::Valid;

/// What stands in the data of each event.
#[derive(Debug)]
pub enum Data<'d> {
    /// Text, or text in some events and JSON in others.
    Text,
    /// JSON of one of these schemas.
    Json(Vec<Kind<'d>>),
}

/// A kind of event.
#[derive(Debug)]
pub struct Kind<'d> {
    /// What it may be called; empty where nothing is said of it.
    pub names: Vec<&'d str>,
    pub data: &'d Schema,
}

/// The data of what `item` describes; `None` where that is no event, but what stands in its data.
pub fn data<'d>(item: &'d Schema, document: &'d Valid<Document>) -> Option<Data<'d>> {
    let mut event = Event::default();
    event.collect(item, document, 0)?;
    let own = event.data.last().copied();
    let mut found: Vec<Kind<'_>> = Vec::new();
    for alternative in event.alternatives {
        let mut one = Event::default();
        one.collect(alternative, document, 0)?;
        one.alternatives.is_empty().then_some(())?;
        let data = one.data.last().copied().or(own);
        let names = one.names;
        found.extend(data.map(|data| Kind { names, data }));
    }
    if found.is_empty() {
        let (names, data) = (event.names, own?);
        found.push(Kind { names, data });
    }
    let json = found.into_iter().map(|it| {
        let data = json(it.data, document)?;
        Some(Kind { data, ..it })
    });
    let json: Option<Vec<Kind<'_>>> = json.collect();
    Some(json.map_or(Data::Text, Data::Json))
}

/// How many schemas may be inside each other here.
const DEEPEST: usize = 16;

/// What is said of an event in one schema and its parts.
#[derive(Default)]
struct Event<'d> {
    data: Vec<&'d Schema>,
    names: Vec<&'d str>,
    alternatives: Vec<&'d Schema>,
}

impl<'d> Event<'d> {
    /// `None` where the schema has members that no event has.
    fn collect(
        &mut self,
        schema: &'d Schema,
        document: &'d Valid<Document>,
        depth: usize,
    ) -> Option<()> {
        let it = schema.as_object().filter(|_| depth < DEEPEST)?;
        let is_object = it.types.iter().all(|it| *it == Type::Object);
        let is_field = |name: &String| matches!(name.as_str(), "data" | "event" | "id" | "retry");
        if !is_object || it.items.is_some() || !it.properties.keys().all(is_field) {
            return None;
        }
        let data = it.properties.get("data").map(|it| &it.schema);
        self.data.extend(data);
        if let Some(name) = it.properties.get("event") {
            self.names.extend(names(&name.schema));
        }
        self.alternatives.extend(it.one_of.iter().chain(&it.any_of));
        let parts = it.reference.iter().map(|it| document.target(it).schema);
        for part in parts.chain(&it.all_of) {
            self.collect(part, document, depth + 1)?;
        }
        Some(())
    }
}

/// The texts that a schema names in place.
fn names(it: &Schema) -> Vec<&str> {
    let Some(it) = it.as_object() else {
        return Vec::new();
    };
    let listed = it.values.as_ref().filter(|_| it.constant.is_none());
    let listed = listed.into_iter().flat_map(|it| &it.value);
    let named = listed.chain(&it.constant).filter_map(Node::as_str);
    named.collect()
}

/// The schema of the JSON that data are; `None` where they are any text.
fn json<'d>(data: &'d Schema, document: &'d Valid<Document>) -> Option<&'d Schema> {
    let mut at = data;
    for _ in 0..DEEPEST {
        let it = at.as_object()?;
        if let Some(schema) = &it.content_schema {
            return Some(schema);
        }
        match &it.reference {
            Some(reference) => at = document.target(reference).schema,
            None if is_text(it) => return None,
            None => break,
        }
    }
    Some(data)
}

/// A text, or what only describes the text that is said elsewhere.
fn is_text(it: &SchemaObject) -> bool {
    let says_more = !it.properties.is_empty()
        || !it.all_of.is_empty()
        || !it.any_of.is_empty()
        || !it.one_of.is_empty()
        || it.items.is_some();
    match it.types.as_slice() {
        [] => !says_more,
        types => types
            .iter()
            .all(|it| matches!(it, Type::String | Type::Null)),
    }
}
