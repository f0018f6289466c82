//! What a client sends to an operation, and what a server answers.
//!
//! In: an operation of a document. Out: a value for each parameter that is sent, each header, and the body. Which bytes
//! they become is not known here: the body of a form is an object, that of a stream a list of its items, that of a file
//! a text.

use crate::choice::Choice;
use crate::cx::Cx;
use crate::make::whole;
use crate::value::Value;
use crate::{Direction, Mode, Reason, Settings, holds};
use indexmap::IndexMap;
use oasmith_spec::Valid;
use oasmith_spec::event::{self, Data};
use oasmith_spec::media_type::{essence, is_json};
use oasmith_spec::model::{
    Document, Example, MediaType, Operation, Parameter, ParameterFormat, ParameterPlace,
    ParameterStyle, PathItem, Schema, StatusRange,
};

/// What is sent to an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    pub parameters: Vec<Given>,
    pub body: Option<Body>,
}

/// A parameter that is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub place: ParameterPlace,
    pub name: String,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// As declared, which may be a range: `application/json`, `image/*`.
    pub media_type: String,
    pub value: Value,
}

/// What an operation answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, Value)>,
    pub body: Option<Body>,
}

/// How often a value is tried that has to fit into its place.
const ATTEMPTS: u64 = 24;

/// An input of an operation; the body of the media type `media`, or of the first one for JSON, or of the first one.
///
/// `item` and `path` are where the operation stands. Parameters that are not required are sent now and then, and always
/// in `Example` mode.
pub fn input(
    document: &Valid<Document>,
    (path, item): (&str, &PathItem),
    operation: &Operation,
    media: Option<&str>,
    settings: &Settings,
) -> Result<Input, Reason> {
    let asked = Asked {
        document,
        settings,
        name: format!("{} {path}", operation.method),
        direction: Direction::Request,
    };
    let mut parameters = Vec::new();
    for it in parameters_of(document, item, operation) {
        parameters.extend(asked.parameter(it)?);
    }
    for name in oasmith_spec::template::names(path) {
        let is_it = |it: &Given| it.place == ParameterPlace::Path && it.name == name;
        if !parameters.iter().any(is_it) {
            parameters.push(undeclared(name));
        }
    }
    let body = match &operation.request_body {
        Some(body) => {
            let body = document.request_body(body);
            let is_sent = body.required || asked.is_sent("body");
            match is_sent {
                true => asked.body(&body.content, media)?,
                false => None,
            }
        }
        None => None,
    };
    Ok(Input { parameters, body })
}

/// An answer of an operation for one of its declared statuses; the body as with [`input`].
pub fn answer(
    document: &Valid<Document>,
    path: &str,
    operation: &Operation,
    status: StatusRange,
    settings: &Settings,
) -> Result<Answer, Reason> {
    answer_as(document, path, operation, (status, None), settings)
}

/// An answer with a body of the media type `media`.
pub fn answer_as(
    document: &Valid<Document>,
    path: &str,
    operation: &Operation,
    (status, media): (StatusRange, Option<&str>),
    settings: &Settings,
) -> Result<Answer, Reason> {
    let asked = Asked {
        document,
        settings,
        name: format!("{} {path} {status}", operation.method),
        direction: Direction::Response,
    };
    let declared = operation.responses.iter().find(|it| it.0 == status);
    let Some((_, declared)) = declared else {
        return Err(Reason::new(format!("{status} is not declared")));
    };
    let response = document.response(declared);
    let mut headers = Vec::new();
    for (name, it) in &response.headers {
        let it = document.header(it);
        // OAS 3.1, Response Object: a `Content-Type` there is ignored.
        let is_ours = !name.eq_ignore_ascii_case("content-type");
        if is_ours && (it.required || asked.is_sent(name)) {
            let value = asked.placed(name, Carrier::HEADER, &it.format, &it.examples);
            match value {
                Ok(value) => headers.push((name.clone(), value)),
                Err(why) if it.required => return Err(why.within(name)),
                Err(_) => {}
            }
        }
    }
    Ok(Answer {
        status: status_of(status, operation),
        headers,
        body: asked.body(&response.content, media)?,
    })
}

/// A status that is meant by a declared one.
fn status_of(declared: StatusRange, operation: &Operation) -> u16 {
    let all = &operation.responses;
    let is_free = |status: u16| {
        let range = StatusRange::Range(u8::try_from(status / 100).unwrap_or(0));
        !all.iter()
            .any(|it| it.0 == StatusRange::Status(status) || it.0 == range)
    };
    match declared {
        StatusRange::Status(status) => status,
        StatusRange::Range(hundreds) => {
            let first = u16::from(hundreds) * 100;
            let is_declared = |it: &u16| all.iter().any(|one| one.0 == StatusRange::Status(*it));
            (first..first + 100)
                .find(|it| !is_declared(it))
                .unwrap_or(first)
        }
        StatusRange::Default => {
            let usual = match all.iter().any(|it| it.0.is_success()) {
                true => [500, 400, 503, 418],
                false => [200, 201, 500, 400],
            };
            // Where `4XX` and `5XX` are declared as well, it is one of the others.
            let mut all = usual.into_iter().chain(300..400).chain(201..300);
            all.find(|it| is_free(*it)).unwrap_or(599)
        }
    }
}

/// Those of the path, where the operation has none of the same name and place, and those of the operation.
fn parameters_of<'a>(
    document: &'a Valid<Document>,
    item: &'a PathItem,
    operation: &'a Operation,
) -> impl Iterator<Item = &'a Parameter> {
    let required = operation.security.as_deref().unwrap_or(&document.security);
    let is_authorized = document.uses_authorization(required);
    let each = item.parameters.iter().chain(&operation.parameters);
    let each: Vec<&Parameter> = each.map(|it| document.parameter(it)).collect();
    let has_cookies = each.iter().any(|it| it.place == ParameterPlace::Cookie);
    let mut all: IndexMap<(ParameterPlace, String), &Parameter> = IndexMap::new();
    for it in each {
        let mut name = it.name.value.clone();
        if it.place == ParameterPlace::Header {
            // RFC 9110, 5.1: names of headers are alike in upper and lower case.
            name.make_ascii_lowercase();
            // OAS 3.1, Parameter Object: headers of these names are ignored, where credentials stand in the last.
            let is_ignored = matches!(&*name, "accept" | "content-type")
                || (name == "authorization" && is_authorized);
            if is_ignored || (name == "cookie" && has_cookies) {
                continue;
            }
        }
        all.insert((it.place, name), it);
    }
    all.into_values()
}

/// A segment that no parameter describes is a text, since there is no path without it.
fn undeclared(name: &str) -> Given {
    Given {
        place: ParameterPlace::Path,
        name: name.to_owned(),
        value: Value::String("text".to_owned()),
    }
}

/// What is asked for, by everything that is made for it.
struct Asked<'a> {
    document: &'a Valid<Document>,
    settings: &'a Settings,
    /// Method, path and status: another one has other values.
    name: String,
    direction: Direction,
}

impl<'a> Asked<'a> {
    fn choice(&self, part: &str, attempt: u64) -> Choice {
        let attempt = attempt.to_string();
        Choice::of(&[&self.name, part, &attempt], self.settings.seed)
    }

    /// Whether what may be left out is sent.
    fn is_sent(&self, part: &str) -> bool {
        self.settings.mode != Mode::Random || !self.choice(part, u64::MAX).once_in(3)
    }

    fn parameter(&self, it: &'a Parameter) -> Result<Option<Given>, Reason> {
        let name = &it.name.value;
        let part = format!("{:?} {name}", it.place);
        if !it.required && !self.is_sent(&part) {
            return Ok(None);
        }
        let carrier = Carrier::of(it);
        match self.placed(&part, carrier, &it.format, &it.examples) {
            Ok(value) => Ok(Some(Given {
                place: it.place,
                name: name.clone(),
                value,
            })),
            Err(why) if it.required => Err(why.within(name)),
            Err(_) => Ok(None),
        }
    }

    /// A value that can be sent in its place.
    fn placed(
        &self,
        part: &str,
        carrier: Carrier,
        format: &'a ParameterFormat,
        examples: &'a [Example],
    ) -> Result<Value, Reason> {
        let (schema, examples, is_json) = match format {
            ParameterFormat::Schema(schema) => (Some(schema), examples, false),
            ParameterFormat::Content(_, it) if it.examples.is_empty() => {
                (it.schema.as_ref(), examples, true)
            }
            ParameterFormat::Content(_, it) => (it.schema.as_ref(), &it.examples[..], true),
        };
        let mut last = Reason::new("it was not tried");
        let mut spare = None;
        for attempt in 0..ATTEMPTS {
            let choice = self.choice(part, attempt);
            let value = match schema {
                Some(schema) => {
                    let value = self.value(schema, examples, choice);
                    value.map(|it| match carrier.is_deep {
                        true => self.with_names(it, schema),
                        false => self.told_apart(it, carrier, schema),
                    })
                }
                None => Ok(Value::String("text".to_owned())),
            };
            match value {
                Ok(value) if is_json || carrier.has_room(&value) => return Ok(value),
                Ok(value) if fits(&value, carrier.place) && carrier.is_told_apart(&value) => {
                    spare.get_or_insert(value);
                }
                Ok(_) => last = Reason::new("no value was found that can be sent there"),
                Err(why) => last = why,
            }
        }
        spare.ok_or(last)
    }

    /// With another letter for what separates items, where the schema lets it be.
    fn told_apart(&self, value: Value, carrier: Carrier, schema: &'a Schema) -> Value {
        if carrier.is_told_apart(&value) {
            return value;
        }
        let changed = carrier.without_separator(&value);
        let choice = self.choice("", 0);
        let mut cx = Cx::new(self.document, self.settings, self.direction, choice);
        match holds::check(&changed, schema, &mut cx).is_ok() {
            true => changed,
            false => value,
        }
    }

    /// An object, where the schema takes any value: a `deepObject` has no names but those of its members.
    fn with_names(&self, value: Value, schema: &'a Schema) -> Value {
        let object = Value::Object(vec![("key".to_owned(), value.clone())]);
        let takes = |value: &Value| {
            let choice = self.choice("", 0);
            let mut cx = Cx::new(self.document, self.settings, self.direction, choice);
            holds::check(value, schema, &mut cx).is_ok()
        };
        let is_object = matches!(value, Value::Object(_));
        match !is_object && takes(&Value::Bool(true)) && takes(&object) {
            true => object,
            false => value,
        }
    }

    fn body(
        &self,
        content: &'a IndexMap<String, MediaType>,
        media: Option<&str>,
    ) -> Result<Option<Body>, Reason> {
        let wanted = match media {
            Some(media) => content.get_key_value(media),
            None => content
                .iter()
                .find(|(name, _)| is_json(name))
                .or(content.first()),
        };
        let Some((name, it)) = wanted else {
            return match media {
                Some(media) => Err(Reason::new(format!("`{media}` is not declared"))),
                None => Ok(None),
            };
        };
        let choice = self.choice(name, 0);
        let events = self.events(name, it);
        let value = events.unwrap_or_else(|| match (&it.schema, &it.item_schema) {
            (_, Some(item)) => {
                let first = self.value(item, &it.examples, choice);
                let second = self.value(item, &[], self.choice(name, 1));
                first.and_then(|it| Ok(Value::Array(vec![it, second?])))
            }
            (Some(schema), None) => self.value(schema, &it.examples, choice),
            (None, None) => Ok(match self.example(&it.examples) {
                Some(value) => value,
                None if is_json(name) => Value::Object(Vec::new()),
                None => Value::String("text".to_owned()),
            }),
        });
        Ok(Some(Body {
            media_type: name.clone(),
            value: value.map_err(|why| why.within(name))?,
        }))
    }

    /// What stands in the data of some events, where the schema is that of whole events.
    fn events(&self, media: &str, it: &'a MediaType) -> Option<Result<Value, Reason>> {
        let item = it.item_schema.as_ref().or(it.schema.as_ref());
        let item = item.filter(|_| essence(media) == "text/event-stream")?;
        let items = match event::data(item, self.document)? {
            Data::Text => Ok(vec![Value::String("text".to_owned())]),
            Data::Json(schemas) => {
                let each = schemas.iter().zip(0..);
                let each = each.map(|(it, at)| self.value(it.data, &[], self.choice(media, at)));
                each.collect()
            }
        };
        Some(items.map(Value::Array))
    }

    fn value(
        &self,
        schema: &'a Schema,
        examples: &'a [Example],
        choice: Choice,
    ) -> Result<Value, Reason> {
        let mut cx = Cx::new(self.document, self.settings, self.direction, choice);
        if let Some(value) = self.example(examples)
            && holds::check(&value, schema, &mut cx).is_ok()
        {
            return Ok(value);
        }
        whole(schema, &mut cx)
    }

    /// The example that was asked for, or the first one.
    fn example(&self, examples: &[Example]) -> Option<Value> {
        let first = match &self.settings.mode {
            Mode::Random => return None,
            Mode::Example => examples.first(),
            Mode::Named(name) => {
                let named = examples.iter().find(|it| it.name.as_deref() == Some(name));
                named.or(examples.first())
            }
        };
        first.map(|it| Value::from(&it.value))
    }
}

/// Where a value is sent, and how its parts are told apart there.
#[derive(Clone, Copy)]
struct Carrier {
    place: ParameterPlace,
    /// What no item may have in it.
    separator: Option<char>,
    /// Whether there are words for lists and objects inside of each other.
    is_deep: bool,
}

impl Carrier {
    const HEADER: Self = Carrier {
        place: ParameterPlace::Header,
        separator: Some(','),
        is_deep: false,
    };

    fn of(it: &Parameter) -> Self {
        let separator = match (it.place, it.style) {
            (ParameterPlace::Header, _) => Some(','),
            (_, ParameterStyle::SpaceDelimited) => Some(' '),
            (_, ParameterStyle::PipeDelimited) => Some('|'),
            _ => None,
        };
        Carrier {
            place: it.place,
            separator,
            is_deep: it.style == ParameterStyle::DeepObject,
        }
    }

    fn has_room(self, value: &Value) -> bool {
        let is_flat = |it: &&Value| !matches!(it, Value::Array(_) | Value::Object(_));
        fits(value, self.place)
            && self.is_told_apart(value)
            && (self.is_deep || parts(value).iter().all(is_flat))
    }

    /// Whether no item, and no member or its name, has in it what separates them.
    fn is_told_apart(self, value: &Value) -> bool {
        let is_apart = |text: &str| self.separator.is_none_or(|it| !text.contains(it));
        let names = match value {
            Value::Object(members) => members.as_slice(),
            _ => &[],
        };
        names.iter().all(|it| is_apart(&it.0))
            && parts(value).iter().all(|part| match part {
                Value::String(text) => is_apart(text),
                _ => true,
            })
    }

    fn without_separator(self, value: &Value) -> Value {
        let mut value = value.clone();
        let parts: Vec<&mut Value> = match &mut value {
            Value::Array(items) => items.iter_mut().collect(),
            Value::Object(members) => members.iter_mut().map(|it| &mut it.1).collect(),
            _ => Vec::new(),
        };
        for part in parts {
            if let (Value::String(text), Some(separator)) = (part, self.separator) {
                *text = text.replace(separator, "-");
            }
        }
        value
    }
}

fn parts(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => members.iter().map(|it| &it.1).collect(),
        _ => Vec::new(),
    }
}

/// Whether a value can be told from none, and from other texts, where it is sent.
fn fits(value: &Value, place: ParameterPlace) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty() && items.iter().all(|it| fits(it, place)),
        Value::Object(members) => {
            !members.is_empty() && members.iter().all(|it| fits(&it.1, place))
        }
        Value::String(text) => match place {
            // A segment that is nothing, or a step up, is no longer there when a path is made plain (RFC 3986, 5.2.4).
            ParameterPlace::Path => !matches!(text.as_str(), "" | "." | ".."),
            // RFC 9110, 5.5.
            ParameterPlace::Header | ParameterPlace::Cookie => {
                text.trim() == text
                    && text.chars().all(|it| (' '..='~').contains(&it))
                    && !text.is_empty()
            }
            ParameterPlace::Query | ParameterPlace::QueryString => !text.is_empty(),
        },
        _ => true,
    }
}
