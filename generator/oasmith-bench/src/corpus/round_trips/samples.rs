//! What is sent through a crate: random inputs, and answers of each declared status.

use std::fmt::Write;

use oasmith_codegen::ir::{Answer, AnswerHeader, Api, Content, Method, Statuses};
use oasmith_sample::{Body, OneOf, Reason, Settings, Value, answer_as, input};
use oasmith_spec::Valid;
use oasmith_spec::model::{Document, MediaType, Operation, PathItem, StatusRange};

use super::carried::{as_typed, carried, place};
use super::harness::{is_comparable, key, variant_key};
use super::headers;

/// Attempts for a value that its media type can carry.
const ATTEMPTS: u64 = 8;

#[derive(Debug, Default)]
pub struct Samples {
    pub all: Vec<Sample>,
    pub streamed: usize,
    pub not_sampled: Vec<String>,
}

#[derive(Debug)]
pub struct Sample {
    /// Its place among the methods.
    pub operation: usize,
    pub kind: Kind,
    /// `GET /pets answer 200 1`
    pub name: String,
    /// Names and JSON: `query/top`, `body`; of an answer also `status`.
    pub members: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Input,
    Answer,
}

impl Samples {
    /// One a line, as the harness reads them. JSON has neither tabs nor line breaks in it.
    pub fn lines(&self) -> String {
        let mut out = String::new();
        for it in &self.all {
            let kind = match it.kind {
                Kind::Input => "input",
                Kind::Answer => "answer",
            };
            // Writing to a string does not fail.
            let _ = write!(out, "{}\t{kind}", it.operation);
            for (name, json) in &it.members {
                let _ = write!(out, "\t{name}\t{json}");
            }
            out.push('\n');
        }
        out
    }
}

/// Some samples of each input and answer.
pub fn samples(
    document: &Valid<Document>,
    api: &Api,
    methods: &[&Method],
    count: usize,
) -> Samples {
    let mut sampling = Sampling {
        document,
        api,
        out: Samples::default(),
        count: count as u64,
    };
    for (at, method) in methods.iter().enumerate() {
        let item = document.paths.get_key_value(&method.path);
        let found = item.and_then(|(path, item)| {
            let operation = item.operations.iter().find(|it| it.method == method.http);
            Some((path.as_str(), item, operation?))
        });
        match found {
            Some(found) => sampling.operation(at, method, found),
            None => sampling.not_sampled(method, "all", "the document does not have it"),
        }
    }
    sampling.out
}

struct Sampling<'a> {
    document: &'a Valid<Document>,
    api: &'a Api,
    out: Samples,
    count: u64,
}

type Found<'a> = (&'a str, &'a PathItem, &'a Operation);

impl<'a> Sampling<'a> {
    fn operation(&mut self, at: usize, method: &Method, found: Found<'a>) {
        for seed in 0..self.count {
            if !is_comparable(method) {
                self.out.streamed += 1;
                continue;
            }
            match self.input(method, found, seed) {
                Ok(members) => self.keep(at, method, Kind::Input, format!("input {seed}"), members),
                Err(why) => {
                    self.not_sampled(method, "input", &why);
                    break;
                }
            }
        }
        for answer in answers(method) {
            let headers = answer.headers();
            if answer.content == Content::Empty && headers.is_empty() {
                continue;
            }
            for seed in 0..self.count {
                let name = format!("answer {} {seed}", range(answer.status));
                let content = &answer.content;
                if !matches!(content, Content::Json(_) | Content::Text | Content::Empty) {
                    self.out.streamed += 1;
                    continue;
                }
                match self.answer(answer, headers, found, seed) {
                    Ok(members) => self.keep(at, method, Kind::Answer, name, members),
                    Err(why) => {
                        self.not_sampled(method, &name, &why);
                        break;
                    }
                }
            }
        }
    }

    fn keep(
        &mut self,
        operation: usize,
        method: &Method,
        kind: Kind,
        name: String,
        members: Vec<(String, String)>,
    ) {
        self.out.all.push(Sample {
            operation,
            kind,
            name: format!("{} {} {name}", method.http, method.path),
            members,
        });
    }

    fn not_sampled(&mut self, method: &Method, what: &str, why: &str) {
        let told = format!("{} {} {what}: not sampled: {why}", method.http, method.path);
        self.out.not_sampled.push(told.replace(['\n', '\t'], " "));
    }

    fn input(
        &self,
        method: &Method,
        (path, item, operation): Found<'a>,
        seed: u64,
    ) -> Result<Vec<(String, String)>, String> {
        let (body, name) = match method.body.as_ref().map(|it| (&it.content, it)) {
            // Each of several in turn.
            Some((Content::Choice(choice), _)) => {
                let at = seed as usize % choice.bodies.len().max(1);
                let chosen = choice.bodies.get(at);
                let name = chosen.map(|it| variant_key(&it.0));
                (chosen.map(|it| &it.1), name.unwrap_or_default())
            }
            it => (it.map(|it| it.1), "body".to_owned()),
        };
        let content = body.map_or(&Content::Empty, |it| &it.content);
        let media = operation.request_body.as_ref().and_then(|declared| {
            let content = &self.document.request_body(declared).content;
            declared_media(content.iter(), &body?.media)
        });
        let made = attempts(seed, &mut |settings| {
            let made = input(self.document, (path, item), operation, media, settings)?;
            let fits = made
                .body
                .as_ref()
                .is_none_or(|it| can_carry(content, &it.value));
            Ok(fits.then_some(made))
        })?;
        let parameters = carried(made.parameters, method, self.api)?.into_iter();
        let mut members: Vec<(String, String)> = parameters
            .map(|it| {
                let value = as_typed(&it, method);
                (key(place(it.place), &it.name), value.to_string())
            })
            .collect();
        if let Some(body) = &made.body {
            match content {
                Content::Empty => {}
                Content::Text => members.push((name, Value::String(text(body)).to_string())),
                _ => members.push((name, body.value.to_string())),
            }
        }
        Ok(members)
    }

    fn answer(
        &self,
        answer: &Answer,
        headers: &[AnswerHeader],
        (path, _, operation): Found<'a>,
        seed: u64,
    ) -> Result<Vec<(String, String)>, String> {
        let status = range(answer.status);
        let declared = operation.responses.iter().find(|it| it.0 == status);
        let media = declared.and_then(|declared| {
            let content = &self.document.response(&declared.1).content;
            declared_media(content.iter(), answer.media.as_deref()?)
        });
        let made = attempts(seed, &mut |settings| {
            answer_as(self.document, path, operation, (status, media), settings).map(Some)
        })?;
        let mut members = vec![("status".to_owned(), made.status.to_string())];
        for it in headers {
            let given = made.headers.iter().find(|(name, _)| *name == it.wire);
            let given = given.map(|(_, value)| headers::in_order(value, &it.ty, self.api));
            if let Some(text) = given.and_then(|value| headers::text(&value, it.form)) {
                let name = format!("header/{}", it.wire.to_ascii_lowercase());
                members.push((name, Value::String(text).to_string()));
            }
        }
        if let Some(body) = &made.body
            && answer.content != Content::Empty
        {
            members.push(match answer.content {
                Content::Text => ("text".to_owned(), Value::String(text(body)).to_string()),
                _ => ("body".to_owned(), body.value.to_string()),
            });
        }
        Ok(members)
    }
}

/// The first of several attempts that leads to something; with alternatives that exclude each other, if there is one.
fn attempts<T>(
    seed: u64,
    make: &mut dyn FnMut(&Settings) -> Result<Option<T>, Reason>,
) -> Result<T, String> {
    let mut last: Option<Reason> = None;
    for one_of in [OneOf::Exactly, OneOf::AtLeast] {
        for attempt in 0..ATTEMPTS {
            let settings = Settings {
                one_of,
                ..Settings::random(seed + 1_000 * attempt)
            };
            match make(&settings) {
                Ok(Some(made)) => return Ok(made),
                Ok(None) => {}
                Err(why) => {
                    last = Some(why);
                    break;
                }
            }
        }
    }
    Err(match last {
        Some(why) => why.to_string(),
        None => "its media type can carry no value that was made".to_owned(),
    })
}

/// Whether a value leaves a trace in a body: `null` and what is empty leave none in forms, nor does an empty text; and
/// what has no members is no form.
fn can_carry(content: &Content, value: &Value) -> bool {
    match content {
        Content::Form(_) => matches!(value, Value::Object(_)) && has_no_blanks(value),
        Content::Text => value.as_str() != Some(""),
        _ => true,
    }
}

fn has_no_blanks(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty() && items.iter().all(has_no_blanks),
        Value::Object(members) => {
            !members.is_empty() && members.iter().all(|it| has_no_blanks(&it.1))
        }
        _ => true,
    }
}

fn text(body: &Body) -> String {
    match &body.value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// The declared media type that the IR means.
fn declared_media<'m>(
    content: impl Iterator<Item = (&'m String, &'m MediaType)> + Clone,
    media: &str,
) -> Option<&'m str> {
    let essence = |it: &str| {
        it.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    };
    let mut names = content.clone().map(|it| it.0.as_str());
    let exact = names.find(|it| *it == media);
    exact.or_else(|| {
        content
            .map(|it| it.0.as_str())
            .find(|it| essence(it) == essence(media))
    })
}

fn answers(method: &Method) -> Vec<&Answer> {
    let mut all = method.output.answers();
    all.extend(method.error.answers());
    all
}

fn range(statuses: Statuses) -> StatusRange {
    match statuses {
        Statuses::Status(status) => StatusRange::Status(status),
        Statuses::Range(hundreds) => StatusRange::Range(hundreds),
        Statuses::Default => StatusRange::Default,
    }
}
