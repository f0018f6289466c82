//! The examples of a document, and the schemas that they are of.
//!
//! In: objects that may have examples. Out: each value with its name and its schema, references followed, those of
//! Example Objects included.
//! Missing: examples of media types that are not JSON and that are written as text, and those in other files: what they
//! say is not read.

use crate::document::{At, Doc};
use crate::grammar::Kind;
use crate::instance::{Checker, Fault, Sort, Way};
use crate::report::Cx;
use oasmith_source::Span;
use oasmith_spec::Node;
use oasmith_spec::node::Member;
use std::collections::HashSet;

/// A value that shows what a schema means.
#[derive(Clone, Copy)]
pub(crate) struct Example<'a> {
    pub(crate) value: &'a Node,
    /// What leads to it: `example`, or `value` of an Example Object.
    pub(crate) name: Option<Span>,
    pub(crate) schema: &'a Node,
    pub(crate) way: Way,
}

/// Objects that have examples.
const HOLDERS: [Kind; 4] = [Kind::Schema, Kind::MediaType, Kind::Parameter, Kind::Header];

/// What is wrong with all examples. One that is referred to from many places is held once against each schema.
pub(crate) fn faults<'d, 'a>(doc: &'d Doc<'a>) -> Vec<(At<'d, 'a>, Fault)> {
    let mut checker = Checker::new(doc);
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for at in HOLDERS.iter().flat_map(|kind| doc.all(*kind)) {
        for it in of(at) {
            let schema = doc.follow(it.schema).unwrap_or(it.schema);
            let pair = (
                std::ptr::from_ref(it.value),
                std::ptr::from_ref(schema),
                it.way,
            );
            if seen.insert(pair) {
                let found = checker.faults(it.value, it.name, "the example", it.schema, it.way);
                faults.extend(found.into_iter().map(|fault| (at, fault)));
            }
        }
    }
    faults
}

/// Tells the faults of one sort that the examples of such objects have.
pub(crate) fn tell(kinds: &[Kind], sort: Sort, cx: &mut Cx<'_, '_>) {
    let faults = cx.doc.example_faults();
    for (at, fault) in faults.filter(|(at, it)| it.sort == sort && kinds.contains(&at.kind())) {
        cx.look_at(at);
        cx.report(fault.place, fault.message.as_str())
            .also(fault.keyword, "the schema says so")
            .help(fault.help.as_str());
    }
}

/// The examples of an object.
fn of<'a>(at: At<'_, 'a>) -> Vec<Example<'a>> {
    match at.kind() {
        Kind::Schema => of_schema(at),
        _ => of_holder(at),
    }
}

fn of_schema<'a>(at: At<'_, 'a>) -> Vec<Example<'a>> {
    let one = at
        .member("example")
        .map(|it| (&it.value, Some(it.key.span)));
    let several = at
        .get("examples")
        .and_then(Node::as_array)
        .unwrap_or_default();
    let several = several.iter().map(|it| (it, None));
    let values = one.into_iter().chain(several);
    let made = values.map(|(value, name)| Example {
        value,
        name,
        schema: at.node(),
        way: Way::Any,
    });
    made.filter(is_readable).collect()
}

/// Those of a media type, a parameter or a header.
fn of_holder<'a>(at: At<'_, 'a>) -> Vec<Example<'a>> {
    let Some(schema) = at.get("schema") else {
        return Vec::new();
    };
    let one = at
        .member("example")
        .map(|it| (&it.value, Some(it.key.span)));
    let named = at.get("examples").and_then(Node::as_object);
    let named = named.into_iter().flat_map(|it| it.iter());
    let several = named.filter_map(|it| value_of(at.doc(), it));
    let values = one.into_iter().chain(several);
    let way = way(at);
    let made = values.map(|(value, name)| Example {
        value,
        name,
        schema,
        way,
    });
    // OAS 3.1, Media Type Object, `example`: of other formats than JSON it is a text.
    let is_text = |it: &Example<'_>| it.value.as_str().is_some() && is_of_other_format(at);
    made.filter(|it| is_readable(it) && !is_text(it)).collect()
}

/// The value of an Example Object: 3.2 has the parsed one apart.
fn value_of<'a>(doc: &Doc<'a>, example: &'a Member) -> Option<(&'a Node, Option<Span>)> {
    let object = doc.follow(&example.value)?.as_object()?;
    let member = object
        .member("dataValue")
        .or_else(|| object.member("value"))?;
    Some((&member.value, Some(member.key.span)))
}

/// A reference in place of a value is followed by some tools only.
fn is_readable(example: &Example<'_>) -> bool {
    example.value.get("$ref").is_none()
}

fn is_of_other_format(at: At<'_, '_>) -> bool {
    let name = at.name().filter(|_| at.kind() == Kind::MediaType);
    name.is_some_and(|it| it.text.contains('/') && !it.text.contains("json"))
}

fn way(at: At<'_, '_>) -> Way {
    let around = std::iter::once(at).chain(at.ancestors());
    let mut ways = around.filter_map(|it| match it.kind() {
        Kind::RequestBody | Kind::Parameter => Some(Way::Request),
        Kind::Response | Kind::Header => Some(Way::Response),
        _ => None,
    });
    ways.next().unwrap_or(Way::Any)
}
