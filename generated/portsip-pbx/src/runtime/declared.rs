//! Holds answers to the document, so that a wrong one shows while a server is being built.
//!
//! In: a document, and an answer in JSON. Out: everything that is wrong with it. For debug builds: what clients send is
//! checked by generated lines, what a server says itself by this, and in release by nobody.
//! Deliberately missing: formats, `unevaluated…`, `$dynamicRef`, and members that are `writeOnly`. A pattern that the
//! engine does not know holds, and so does a `oneOf` of which two alternatives do.

use super::any::Any;
use super::check::{Check, HERE, Limit};
use super::media::essence;
use super::operation::{Answer, Info};
use super::param::unescape;
use super::problem::Violation;
use http::header;
use std::sync::OnceLock;

/// How deep values and schemas are looked into.
const DEEPEST: usize = 100;

/// What `type` may say.
const TYPES: [&str; 7] = [
    "null", "boolean", "integer", "number", "string", "array", "object",
];

/// A document, read when the first answer is held to it.
#[derive(Debug)]
pub(super) struct Declared {
    json: &'static str,
    document: OnceLock<Option<Any>>,
}

impl Declared {
    pub(super) fn new(json: &'static str) -> Self {
        Self {
            json,
            document: OnceLock::new(),
        }
    }

    /// What is wrong with an answer. Streams, and what is declared for another status or media type, are not looked at.
    pub(super) fn wrong(&self, info: &Info, answer: &Answer) -> Vec<Violation> {
        let document = self
            .document
            .get_or_init(|| Any::parse(self.json.as_bytes()));
        let mut check = Check::new();
        if let (Some(document), Some(body)) = (document, answer.body.as_bytes())
            && let Some(schema) = schema(document, info, answer)
        {
            match Any::parse(body) {
                Some(value) => Holder { document, depth: 0 }.hold(&value, schema, &mut check),
                None => check.fail(HERE, "is not JSON"),
            }
        }
        check.into_violations()
    }
}

/// The schema that is declared for an answer.
fn schema<'d>(document: &'d Any, info: &Info, answer: &Answer) -> Option<&'d Any> {
    let media = answer.headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let media = essence(media).to_ascii_lowercase();
    if !media.ends_with("/json") && !media.ends_with("+json") {
        return None;
    }
    let item = follow(document, document.get("paths")?.get(info.path)?)?;
    let operation = match info.extension {
        "" | "QUERY" => item.get(&info.verb().to_ascii_lowercase())?,
        own => item.get("additionalOperations")?.get(own)?,
    };
    let status = answer.status.as_u16();
    let names = [
        status.to_string(),
        format!("{}XX", status / 100),
        format!("{}xx", status / 100),
        "default".to_owned(),
    ];
    let responses = operation.get("responses")?;
    let response = names.iter().find_map(|it| responses.get(it))?;
    let Any::Object(content) = follow(document, response)?.get("content")? else {
        return None;
    };
    let declared = content
        .iter()
        .find(|it| essence(&it.0).eq_ignore_ascii_case(&media));
    declared?.1.get("schema")
}

/// What a reference leads to, and what is none itself.
fn follow<'d>(document: &'d Any, mut it: &'d Any) -> Option<&'d Any> {
    // References that lead round end here.
    for _ in 0..DEEPEST {
        match it.get("$ref").and_then(Any::text) {
            Some(reference) => it = target(document, reference)?,
            None => return Some(it),
        }
    }
    None
}

/// RFC 6901, sections 4 and 6.
fn target<'d>(document: &'d Any, reference: &str) -> Option<&'d Any> {
    let pointer = reference.strip_prefix('#')?;
    let mut steps = pointer.split('/').skip(1);
    steps.try_fold(document, |it, step| {
        let step = unescape(step)?.replace("~1", "/").replace("~0", "~");
        match it {
            Any::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => it.get(&step),
        }
    })
}

struct Holder<'d> {
    document: &'d Any,
    depth: usize,
}

impl<'d> Holder<'d> {
    fn hold(&mut self, value: &Any, schema: &'d Any, c: &mut Check) {
        if self.depth == DEEPEST {
            return;
        }
        self.depth += 1;
        match schema {
            Any::Bool(false) => c.fail(HERE, "is not allowed"),
            // OAS 3.0, Schema Object: `nullable`.
            _ if *value == Any::Null && schema.get("nullable") == Some(&Any::Bool(true)) => {}
            _ => {
                self.parts(value, schema, c);
                if typed(value, schema, c) {
                    numbers(value, schema, c);
                    texts(value, schema, c);
                    self.items(value, schema, c);
                    self.members(value, schema, c);
                }
            }
        }
        self.depth -= 1;
    }

    fn holds(&mut self, value: &Any, schema: &'d Any) -> bool {
        let mut check = Check::new();
        self.hold(value, schema, &mut check);
        check.into_violations().is_empty()
    }

    /// What a schema is made of.
    fn parts(&mut self, value: &Any, schema: &'d Any, c: &mut Check) {
        if let Some(reference) = schema.get("$ref").and_then(Any::text)
            && let Some(schema) = target(self.document, reference)
        {
            self.hold(value, schema, c);
        }
        let list = |name| schema.get(name).map(Any::list).unwrap_or_default();
        for schema in list("allOf") {
            self.hold(value, schema, c);
        }
        for name in ["anyOf", "oneOf"] {
            let alternatives = list(name);
            if !alternatives.is_empty() && !alternatives.iter().any(|it| self.holds(value, it)) {
                c.no_alternative();
            }
        }
        if schema.get("not").is_some_and(|it| self.holds(value, it)) {
            c.fail(HERE, "is what it must not be");
        }
        if let Some(case) = schema.get("if") {
            let branch = match self.holds(value, case) {
                true => "then",
                false => "else",
            };
            if let Some(branch) = schema.get(branch) {
                self.hold(value, branch, c);
            }
        }
    }

    fn items(&mut self, value: &Any, schema: &'d Any, c: &mut Check) {
        let Any::List(items) = value else { return };
        let (min, max) = (count(schema, "minItems"), count(schema, "maxItems"));
        c.size(HERE, Some(items.len()), min, max);
        let is_unique = schema.get("uniqueItems") == Some(&Any::Bool(true));
        if is_unique
            && items
                .iter()
                .enumerate()
                .any(|(at, it)| items[..at].contains(it))
        {
            c.fail(HERE, "has an item twice");
        }
        let first = schema.get("prefixItems").map(Any::list).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            if let Some(schema) = first.get(index).or(schema.get("items")) {
                c.within(&index.to_string(), &mut |c| self.hold(item, schema, c));
            }
        }
        if let Some(contained) = schema.get("contains")
            && !items.iter().any(|it| self.holds(it, contained))
        {
            c.fail(HERE, "has no item of the kind that it must have");
        }
    }

    fn members(&mut self, value: &Any, schema: &'d Any, c: &mut Check) {
        let Any::Object(members) = value else { return };
        let properties = schema.get("properties");
        for name in schema.get("required").map(Any::list).unwrap_or_default() {
            let Some(name) = name.text() else { continue };
            let property = properties.and_then(|it| it.get(name));
            let property = property.and_then(|it| follow(self.document, it));
            // OAS 3.1, Schema Object: what is `writeOnly` is required of requests only.
            let is_sent = property.and_then(|it| it.get("writeOnly")) != Some(&Any::Bool(true));
            if is_sent && value.get(name).is_none() {
                c.fail(name, "is required");
            }
        }
        let (min, max) = (
            count(schema, "minProperties"),
            count(schema, "maxProperties"),
        );
        if min.is_some_and(|it| members.len() < it) || max.is_some_and(|it| members.len() > it) {
            c.fail(HERE, "has too few or too many members");
        }
        for (name, value) in members {
            let mut is_known = false;
            if let Some(schema) = properties.and_then(|it| it.get(name)) {
                is_known = true;
                c.within(name, &mut |c| self.hold(value, schema, c));
            }
            if let Some(Any::Object(patterns)) = schema.get("patternProperties") {
                for (_, schema) in patterns.iter().filter(|it| matches(&it.0, name)) {
                    is_known = true;
                    c.within(name, &mut |c| self.hold(value, schema, c));
                }
            }
            match schema.get("additionalProperties") {
                _ if is_known => {}
                Some(Any::Bool(false)) => c.fail(name, "is not a member of this object"),
                Some(more) => c.within(name, &mut |c| self.hold(value, more, c)),
                None => {}
            }
        }
    }
}

/// Whether a value is of a declared type, and one of the values that are declared.
fn typed(value: &Any, schema: &Any, c: &mut Check) -> bool {
    let types: Vec<&str> = match schema.get("type") {
        Some(Any::Text(one)) => vec![one],
        Some(several) => several.list().iter().filter_map(Any::text).collect(),
        None => Vec::new(),
    };
    // A word that is no type says nothing.
    let is_known = |it: &&str| TYPES.contains(it);
    if !types.is_empty() && types.iter().all(is_known) && !value.is(&types) {
        c.fail(HERE, format!("is not of type {}", types.join(" or ")));
        return false;
    }
    let is_none = schema
        .get("enum")
        .is_some_and(|it| !it.list().contains(value));
    if is_none || schema.get("const").is_some_and(|it| it != value) {
        c.fail(HERE, "is none of the values that the document names");
    }
    true
}

fn numbers(value: &Any, schema: &Any, c: &mut Check) {
    let number = |name| schema.get(name).and_then(Any::number);
    // OAS 3.0 has a flag in the place of a bound.
    let is_flagged = |name| matches!(schema.get(name), Some(Any::Bool(true)));
    let plain = |name, exclusive| match is_flagged(exclusive) {
        true => number(name).map(Limit::Exclusive),
        false => number(name).map(Limit::Inclusive),
    };
    let (min, max) = (
        plain("minimum", "exclusiveMinimum"),
        plain("maximum", "exclusiveMaximum"),
    );
    c.number(HERE, value.number(), min, max);
    let exclusive = |name| number(name).map(Limit::Exclusive);
    let (min, max) = (exclusive("exclusiveMinimum"), exclusive("exclusiveMaximum"));
    c.number(HERE, value.number(), min, max);
    if let Some(divisor) = schema.get("multipleOf").and_then(Any::number) {
        c.multiple_of(HERE, value.number(), divisor);
    }
}

fn texts(value: &Any, schema: &Any, c: &mut Check) {
    let (min, max) = (count(schema, "minLength"), count(schema, "maxLength"));
    c.length(HERE, value.text(), min, max);
    if let (Some(text), Some(pattern)) = (value.text(), schema.get("pattern").and_then(Any::text))
        && !matches(pattern, text)
    {
        c.fail(HERE, format!("does not match {pattern}"));
    }
}

fn count(schema: &Any, name: &str) -> Option<usize> {
    // As far as a list can be long, the conversion keeps the value.
    schema.get(name).and_then(Any::number).map(|it| it as usize)
}

fn matches(pattern: &str, text: &str) -> bool {
    regex_lite::Regex::new(pattern).map_or(true, |it| it.is_match(text))
}
