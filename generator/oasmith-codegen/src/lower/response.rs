//! The declared answers of an operation, successes and errors.

use super::alike::are_alike;
use super::body::{lower_content, split_streams};
use super::names::{self, Scope};
use super::parameter::carried;
use super::schema::lower_schema;
use super::shared::{self, Part};
use super::site::{Direction, Site};
use super::{Cx, docs};
use crate::codes;
use crate::ir::{
    Answer, AnswerHeader, Content, Defined, ErrorBody, Headed, HeaderForm, Name, Output, Statuses,
    Type,
};
use indexmap::IndexMap;
use oasmith_source::Diagnostic;
use oasmith_spec::media_type::is_json;
use oasmith_spec::model::{
    Header, MediaType, Operation, ParameterFormat, RefOr, Response, StatusRange,
};
use oasmith_spec::{Document, Valid};
use std::collections::HashMap;

/// The answers of one operation, before they have names.
pub struct Answers {
    success: Vec<(Answer, Vec<AnswerHeader>)>,
    errors: Vec<(Answer, Vec<AnswerHeader>)>,
    /// Media types of successes that are declared and not generated.
    pub offers: Vec<String>,
}

pub fn lower_responses(id: &str, operation: &Operation, cx: &mut Cx<'_>) -> Answers {
    let declared = &operation.responses;
    let is_success = success_rule(declared);
    let mut answers = Answers {
        success: Vec::new(),
        errors: Vec::new(),
        offers: Vec::new(),
    };
    let count = declared
        .iter()
        .filter(|(status, _)| is_success(*status))
        .count();
    let mut seen = Seen::new();
    for (status, response) in declared {
        let response = cx.document.response(response);
        cx.degraded.extend(response.unread.iter().cloned());
        let words = match (is_success(*status), count) {
            (true, 1) => format!("{id} response"),
            (true, _) => format!("{id} {} response", status_words(*status)),
            // An internal server error is one already.
            (false, _) => match status_words(*status) {
                it if it.to_lowercase().ends_with("error") => format!("{id} {it}"),
                it => format!("{id} {it} error"),
            },
        };
        // RFC 9110, 9.3.2: no answer to HEAD has content, whatever the document says.
        let is_head = operation.method.as_str() == "HEAD";
        let has_content = !is_head && may_have_content(*status);
        let streams =
            split_streams(&response.content).filter(|_| is_success(*status) && has_content);
        let (answer, mut offers) = match &streams {
            _ if is_head => (empty_answer(*status, response), Vec::new()),
            Some([values, _]) => {
                let part = (Part::Values, values);
                lower_answer(*status, response, part, &words, cx)
            }
            None => {
                let part = (Part::Whole, &response.content);
                lower_answer(*status, response, part, &words, cx)
            }
        };
        let answer = match answer.content {
            // Errors are collected before they are read.
            Content::Items(..) if !is_success(*status) => Answer {
                content: Content::Stream,
                ..answer
            },
            _ => answer,
        };
        let headers = lower_headers(id, (&words, response), &mut seen, cx);
        if is_success(*status) {
            answers.success.push((answer, headers.clone()));
            if let Some([_, streams]) = &streams {
                let part = (Part::Streams, streams);
                let (streamed, more) = lower_answer(*status, response, part, &words, cx);
                answers.success.push((streamed, headers));
                offers.extend(more);
            }
            offers.retain(|it| !answers.offers.contains(it));
            answers.offers.extend(offers);
        } else {
            answers.errors.push((answer, headers));
        }
    }
    if answers.success.is_empty() {
        answers.success.push((nothing_declared(), Vec::new()));
    }
    answers
}

/// Which declared answers are successes: those of 2xx; where there is none, those of 3xx; failing that, `default`.
fn success_rule(declared: &[(StatusRange, RefOr<Response>)]) -> fn(StatusRange) -> bool {
    let in_hundreds = |it: StatusRange, wanted: u16| match it {
        StatusRange::Status(status) => status / 100 == wanted,
        StatusRange::Range(hundreds) => u16::from(hundreds) == wanted,
        StatusRange::Default => false,
    };
    let any = |wanted| declared.iter().any(|(it, _)| in_hundreds(*it, wanted));
    if any(2) {
        |it| matches!(it, StatusRange::Status(200..=299) | StatusRange::Range(2))
    } else if any(3) {
        |it| matches!(it, StatusRange::Status(300..=399) | StatusRange::Range(3))
    } else {
        |it| it == StatusRange::Default
    }
}

fn nothing_declared() -> Answer {
    Answer {
        status: Statuses::Range(2),
        media: None,
        content: Content::Empty,
        or_text: false,
        headed: None,
        docs: Default::default(),
    }
}

/// The answer, and the media types that are declared for it and not generated.
fn lower_answer(
    status: StatusRange,
    response: &Response,
    (part, content): (Part, &IndexMap<String, MediaType>),
    words: &str,
    cx: &mut Cx<'_>,
) -> (Answer, Vec<String>) {
    let key = (response.span, part);
    let lowered = shared::once(
        key,
        |it| &mut it.answers,
        cx,
        |owner, cx| {
            let words = owner.map_or(words.to_owned(), shared::response_words);
            let words = match part {
                Part::Streams => format!("{words} stream"),
                Part::Whole | Part::Values => words,
            };
            let site = Site::new(&words, "", Direction::Response);
            lower_content(content, &site, response.span, cx)
        },
    );
    if !may_have_content(status) {
        return (empty_answer(status, response), Vec::new());
    }
    let answer = Answer {
        status: statuses(status),
        media: lowered.media,
        content: lowered.content,
        or_text: lowered.or_text,
        headed: None,
        docs: docs::text(None, response.description.as_ref()),
    };
    (answer, lowered.left_out)
}

/// RFC 9110, 15.3.5 and 15.4.5: some have no content, whatever the document says.
fn may_have_content(status: StatusRange) -> bool {
    !matches!(status, StatusRange::Status(204 | 304))
}

fn empty_answer(status: StatusRange, response: &Response) -> Answer {
    Answer {
        status: statuses(status),
        media: None,
        content: Content::Empty,
        or_text: false,
        headed: None,
        docs: docs::text(None, response.description.as_ref()),
    }
}

fn statuses(status: StatusRange) -> Statuses {
    match status {
        StatusRange::Status(status) => Statuses::Status(status),
        StatusRange::Range(hundreds) => Statuses::Range(hundreds),
        StatusRange::Default => Statuses::Default,
    }
}

/// The headers that stand in answers, by their names, and what was made of them.
type Seen<'d> = HashMap<&'d str, Vec<(&'d Header, (Type, HeaderForm))>>;

/// OAS 3.1, Response Object: a header named `Content-Type` shall be ignored.
fn lower_headers<'d, 'c: 'd>(
    id: &str,
    (words, response): (&str, &'d Response),
    seen: &mut Seen<'d>,
    cx: &mut Cx<'c>,
) -> Vec<AnswerHeader> {
    let mut scope = Scope::with(&["body"]);
    let mut headers = Vec::new();
    for (wire, header) in &response.headers {
        let header = cx.document.header(header);
        cx.degraded.extend(header.unread.iter().cloned());
        if wire.eq_ignore_ascii_case("content-type") {
            continue;
        }
        if http::HeaderName::from_bytes(wire.as_bytes()).is_err() {
            let message = format!("the header `{wire}` has a name that HTTP does not allow");
            cx.diagnostics
                .push(Diagnostic::warning(&codes::PARAMETER_LEFT_OUT, &message).at(header.span));
            cx.degrade(message);
            continue;
        }
        let key = (header.span, Part::Whole);
        let (ty, form) = shared::once(
            key,
            |it| &mut it.headers,
            cx,
            |owner, cx| {
                let of_name = seen.entry(wire.as_str()).or_default();
                let others = || of_name.iter().filter(|_| owner.is_none());
                if let Some(same) = others().find(|it| are_same(it.0, header, cx.document)) {
                    return same.1.clone();
                }
                // The first has the name of the operation, and another one that of its answer.
                let words = others().next().map_or(id, |_| words);
                let in_operation = || Site::new(words, "", Direction::Response).property(wire);
                let site = shared::site(owner, "header", in_operation, Direction::Response, cx);
                let made = lower_header(wire, header, &site, cx);
                of_name.push((header, made.clone()));
                made
            },
        );
        headers.push(AnswerHeader {
            name: cx.unique(&mut scope, names::snake(wire), "_header", wire, header.span),
            wire: wire.clone(),
            ty,
            form,
            required: header.required,
            docs: docs::text(None, header.description.as_ref()),
        });
    }
    headers
}

fn are_same(a: &Header, b: &Header, document: &Valid<Document>) -> bool {
    match (&a.format, &b.format) {
        (ParameterFormat::Schema(one), ParameterFormat::Schema(other)) => {
            a.explode == b.explode && are_alike(one, other, document)
        }
        (ParameterFormat::Content(one, a), ParameterFormat::Content(other, b)) => {
            let schemas = a.schema.as_ref().zip(b.schema.as_ref());
            one == other && schemas.is_some_and(|(a, b)| are_alike(a, b, document))
        }
        _ => false,
    }
}

/// A value that its style has no words for is handed on as it was sent.
fn lower_header(wire: &str, header: &Header, site: &Site, cx: &mut Cx<'_>) -> (Type, HeaderForm) {
    // RFC 9110, 5.3: the one header whose lines cannot be joined.
    if wire.eq_ignore_ascii_case("set-cookie") {
        return (Type::List(Box::new(Type::String)), HeaderForm::Lines);
    }
    match &header.format {
        ParameterFormat::Schema(schema) => {
            let carried = carried::in_header(schema, header.explode, site, cx);
            carried.unwrap_or_else(|| {
                let message = format!(
                    "the header `{wire}` holds lists or objects where its style has no room for them, so it is generated as text"
                );
                let told = Diagnostic::warning(&codes::PARAMETER_LEFT_OUT, &message);
                cx.diagnostics.push(told.at(header.span));
                cx.degrade(message);
                (Type::String, HeaderForm::Value)
            })
        }
        ParameterFormat::Content(media, content) if is_json(media) => {
            let ty = match &content.schema {
                Some(schema) => lower_schema(schema, site, cx),
                None => Type::Raw,
            };
            (ty, HeaderForm::Json)
        }
        ParameterFormat::Content(..) => (Type::String, HeaderForm::Value),
    }
}

impl Answers {
    /// The types that are named after the input.
    pub fn names(&self, input: &Name) -> Vec<Name> {
        let (output, error) = (self.output(input), self.error(input));
        output.types().chain(error.types()).cloned().collect()
    }

    pub fn output(&self, input: &Name) -> Output {
        let name = || names::behind(input, "output", "Output");
        match self.success.as_slice() {
            [(answer, headers)] => Output::Plain(headed(answer, headers, name())),
            several => Output::Several {
                variants: variants(&name(), several),
                name: name(),
            },
        }
    }

    pub fn error(&self, input: &Name) -> ErrorBody {
        let is_plain = |(it, headers): &(Answer, Vec<AnswerHeader>)| {
            it.content == Content::Empty && headers.is_empty()
        };
        if self.errors.iter().all(is_plain) {
            return ErrorBody::Untyped {
                declared: self.errors.iter().map(|it| it.0.status).collect(),
            };
        }
        let name = names::behind(input, "error", "Error");
        ErrorBody::Typed {
            variants: variants(&name, &self.errors),
            name,
            defined: Defined::Here,
        }
    }
}

/// An answer with typed headers, in a struct of that name.
fn headed(it: &Answer, headers: &[AnswerHeader], name: Name) -> Answer {
    let headed = (!headers.is_empty()).then(|| Headed {
        name,
        headers: headers.to_vec(),
    });
    Answer {
        headed,
        ..it.clone()
    }
}

/// The variants of an enum, whose name those with headers have before theirs.
fn variants(of: &Name, answers: &[(Answer, Vec<AnswerHeader>)]) -> Vec<(Name, Answer)> {
    let mut scope = Scope::default();
    let mut before = None;
    let named = answers.iter().map(|(it, headers)| {
        let words = match it.status {
            Statuses::Status(status) => status_words(StatusRange::Status(status)),
            Statuses::Range(hundreds) => status_words(StatusRange::Range(hundreds)),
            Statuses::Default => status_words(StatusRange::Default),
        };
        // Of one status there are single values, and a stream behind them.
        let words = match before.replace(it.status) == Some(it.status) {
            true => format!("{words} stream"),
            false => words,
        };
        let variant = scope.take(names::camel(&words), "Answer").name();
        let name = names::behind(of, variant.as_str(), variant.as_str());
        (variant, headed(it, headers, name))
    });
    named.collect()
}

/// What a status is called: its reason phrase (RFC 9110, 15), or its number.
fn status_words(status: StatusRange) -> String {
    let words = match status {
        StatusRange::Range(2) => "success",
        StatusRange::Range(3) => "redirection",
        StatusRange::Range(4) => "client error",
        StatusRange::Range(5) => "server error",
        StatusRange::Range(_) => "informational",
        StatusRange::Default => "default",
        StatusRange::Status(status) => return named_status(status),
    };
    words.to_owned()
}

fn named_status(status: u16) -> String {
    let reason = http::StatusCode::from_u16(status)
        .ok()
        .and_then(|it| it.canonical_reason());
    reason.map_or_else(|| format!("status {status}"), |it| it.replace('\'', ""))
}
