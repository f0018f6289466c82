//! Whether a value of the document is one of a schema, and where it is not.
//!
//! In: a value, a schema, and on which way the value is. Out: [`Fault`]s, each at the smallest part of the value that
//! shows it, with the keyword that it breaks.
//! What cannot be told is no fault: a reference into another file, a pattern with look-around, `$dynamicRef`, and what
//! takes more work than is spent on one value. `oneOf` is read as `anyOf`: that several alternatives hold is a fault of
//! the schema, and not of the value.

mod alternatives;
mod list;
mod object;
mod scalar;

use crate::document::Doc;
use crate::version::Version;
use oasmith_sample::Pattern;
use oasmith_source::Span;
use oasmith_spec::Node;
use oasmith_spec::node::{Member, Object, Value};
use std::collections::HashMap;

/// What is wrong with a value.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) place: Span,
    pub(crate) message: String,
    pub(crate) help: String,
    /// The keyword of the schema that says so.
    pub(crate) keyword: Span,
    pub(crate) sort: Sort,
}

/// What sort of fault it is: not everybody minds each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// JSON Schema says that it is invalid.
    Invalid,
    /// It is not of its `format`, which JSON Schema takes for a remark (2020-12, validation, 7.2.1).
    Format,
    /// A member that is `readOnly` in a request, or `writeOnly` in a response.
    Direction,
}

/// On which way a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Way {
    Request,
    Response,
    /// Either: what is written at a schema.
    Any,
}

/// Checks values of a document.
pub(crate) struct Checker<'d, 'a> {
    doc: &'d Doc<'a>,
    patterns: HashMap<&'a str, Option<Pattern>>,
    way: Way,
    /// Steps that are left for the value at hand.
    steps: usize,
    depth: usize,
    /// What is said at the end; nothing while alternatives are tried.
    faults: Vec<Fault>,
    is_trying: bool,
    is_broken: bool,
    is_unknown: bool,
}

/// A value's place in what is checked.
#[derive(Clone, Copy)]
struct Spot<'v, 'a> {
    /// The name that it has in the document.
    name: Option<Span>,
    subject: Subject<'v>,
    /// The outermost schema of it.
    whole: &'a Node,
}

/// What a value is called.
#[derive(Clone, Copy)]
enum Subject<'v> {
    /// `the example`
    Whole(&'static str),
    Member(&'v str),
    Item,
}

/// How deep schemas and values are looked into, taken together.
const DEPTH: usize = 120;

/// How many schemas are held against one value and its parts.
const STEPS: usize = 100_000;

impl<'d, 'a> Checker<'d, 'a> {
    pub(crate) fn new(doc: &'d Doc<'a>) -> Self {
        Checker {
            doc,
            patterns: HashMap::new(),
            way: Way::Any,
            steps: 0,
            depth: 0,
            faults: Vec::new(),
            is_trying: false,
            is_broken: false,
            is_unknown: false,
        }
    }

    /// What is wrong with a value, which has a name in the document, and is called `what`.
    pub(crate) fn faults(
        &mut self,
        value: &Node,
        name: Option<Span>,
        what: &'static str,
        schema: &'a Node,
        way: Way,
    ) -> Vec<Fault> {
        self.way = way;
        self.steps = STEPS;
        let subject = Subject::Whole(what);
        let whole = schema;
        self.schema(
            value,
            Spot {
                name,
                subject,
                whole,
            },
            schema,
        );
        std::mem::take(&mut self.faults)
    }

    fn schema(&mut self, value: &Node, at: Spot<'_, 'a>, schema: &'a Node) {
        if self.is_trying && self.is_broken {
            return;
        }
        match &schema.value {
            Value::Object(object) => {
                if self.steps == 0 || self.depth == DEPTH {
                    self.is_unknown = true;
                    return;
                }
                self.steps -= 1;
                self.depth += 1;
                self.keywords(value, at, object);
                self.depth -= 1;
            }
            Value::Bool(false) => self.fault(at.small(value), schema.span, || {
                (format!("{} is not allowed", at.subject), "remove it".into())
            }),
            Value::Bool(true) => {}
            _ => self.is_unknown = true,
        }
    }

    fn keywords(&mut self, value: &Node, at: Spot<'_, 'a>, schema: &'a Object) {
        let is_30 = self.doc.version == Version::V30;
        if let Some(reference) = schema.get("$ref") {
            match reference.as_str().and_then(|it| self.doc.target(it)) {
                Some(target) => self.schema(value, at, target),
                None => self.is_unknown = true,
            }
            if is_30 {
                return;
            }
        }
        let is_null = matches!(value.value, Value::Null);
        let is_nullable = |it: &Node| matches!(it.value, Value::Bool(true));
        if is_null && is_30 && schema.get("nullable").is_some_and(is_nullable) {
            return;
        }
        let types = schema.member("type");
        if types.is_some_and(|it| !self.is_of_type(value, at, it)) {
            return;
        }
        for member in schema.iter() {
            self.keyword(value, at, schema, member);
        }
    }

    fn keyword(&mut self, value: &Node, at: Spot<'_, 'a>, schema: &'a Object, it: &'a Member) {
        match &*it.key.text {
            "enum" => self.values(value, at, it),
            "const" => self.constant(value, at, it),
            "allOf" => {
                let parts = it.value.as_array().unwrap_or_default();
                parts.iter().for_each(|part| self.schema(value, at, part));
            }
            "anyOf" | "oneOf" => self.alternatives(value, at, schema, it),
            "not" => self.not(value, at, it),
            "if" => self.condition(value, at, schema, it),
            "$dynamicRef" | "$recursiveRef" => self.is_unknown = true,
            _ => match &value.value {
                Value::String(text) => self.text_keyword(text, value, at, it),
                Value::Number(number) => self.number_keyword(number, value, at, schema, it),
                Value::Array(items) => self.list_keyword(items, value, at, schema, it),
                Value::Object(object) => self.object_keyword(object, value, at, schema, it),
                Value::Null | Value::Bool(_) => {}
            },
        }
    }

    /// Whether something holds, said by nobody. `None`: it cannot be told.
    fn holds(&mut self, check: impl FnOnce(&mut Self)) -> Option<bool> {
        let before = (self.is_trying, self.is_broken, self.is_unknown);
        (self.is_trying, self.is_broken, self.is_unknown) = (true, false, false);
        check(self);
        let (is_broken, is_unknown) = (self.is_broken, self.is_unknown);
        (self.is_trying, self.is_broken, self.is_unknown) = before;
        if is_broken {
            Some(false)
        } else if is_unknown {
            None
        } else {
            Some(true)
        }
    }

    fn fault(&mut self, place: Span, keyword: Span, say: impl FnOnce() -> (String, String)) {
        self.fault_of(Sort::Invalid, place, keyword, say);
    }

    fn fault_of(
        &mut self,
        sort: Sort,
        place: Span,
        keyword: Span,
        say: impl FnOnce() -> (String, String),
    ) {
        self.is_broken = true;
        if !self.is_trying {
            let (message, help) = say();
            self.faults.push(Fault {
                place,
                message,
                help,
                keyword,
                sort,
            });
        }
    }
}

impl Spot<'_, '_> {
    /// The place of a value as a whole: a scalar itself, and the name of what has parts.
    fn small(&self, value: &Node) -> Span {
        let first = || value.as_object()?.iter().next().map(|it| it.key.span);
        match value.value {
            Value::Array(_) | Value::Object(_) => self.name.or_else(first).unwrap_or(value.span),
            _ => value.span,
        }
    }
}

impl std::fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Subject::Whole(what) => f.write_str(what),
            Subject::Member(name) => write!(f, "`{}`", shortened(name)),
            Subject::Item => f.write_str("this item"),
        }
    }
}

/// A text of the document as part of a sentence.
fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let mut short: String = chars.by_ref().take(40).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    // A message has one line.
    short.replace(['\n', '\r'], " ")
}
