//! A JSONPath (RFC 9535), and what it matches.
//!
//! The crate behind it looks at `serde_json`'s values. A part of our tree is shown to it as such: only places come
//! back, so what these values cannot hold is not lost, and a path that names single places needs none.

use serde_json_path::{JsonPath, PathElement};

use super::cost;
use super::hits::{Hits, Step};
use super::scan::{Scan, scan};
use crate::node::{Node, Value};

#[derive(Debug)]
pub(super) struct Path {
    text: Box<str>,
    scan: Scan,
    /// What follows the names and indices that the path starts with; `None` for nothing.
    rest: Option<JsonPath>,
}

/// Why a text is not a path that is followed.
pub(super) enum Fault {
    TooLong,
    /// What is wrong, and from which byte on.
    Syntax {
        message: String,
        at: usize,
    },
}

/// A path asks for too much on this tree.
#[derive(Debug)]
pub(super) struct TooMuch;

impl Path {
    pub(super) fn parse(text: &str) -> Result<Path, Fault> {
        let scan = scan(text).ok_or(Fault::TooLong)?;
        let whole = parse(text)?;
        let rest = match scan.rest {
            1 => Some(whole),
            at => Some(parse(&format!("${}", text.get(at..).unwrap_or_default()))?),
        };
        Ok(Path {
            rest: rest.filter(|_| scan.rest < text.len()),
            text: text.into(),
            scan,
        })
    }

    /// The path as it is written, or its beginning.
    pub(super) fn shown(&self) -> String {
        const WIDTH: usize = 80;
        match self.text.char_indices().nth(WIDTH) {
            Some((end, _)) => format!("{}...", &self.text[..end]),
            None => self.text.to_string(),
        }
    }

    /// How far the names and indices lead that the path starts with: to a value, and the name that it lacks.
    pub(super) fn miss<'n>(&self, root: &'n Node) -> Option<(&'n Node, &str)> {
        let mut node = root;
        for step in &self.scan.steps {
            match (step.of(node), step) {
                (Some(next), _) => node = next,
                (None, Step::Member(name)) => return Some((node, name)),
                (None, Step::Item(_)) => return None,
            }
        }
        None
    }

    /// Finds every place that the path matches.
    pub(super) fn find(&self, root: &Node) -> Result<Hits, TooMuch> {
        let mut hits = Hits::default();
        let steps = || self.scan.steps.iter();
        let Some(start) = steps().try_fold(root, |node, step| step.of(node)) else {
            return Ok(hits);
        };
        let Some(rest) = &self.rest else {
            hits.add(steps().cloned());
            return Ok(hits);
        };
        if !cost::is_bearable(start, &self.scan) {
            return Err(TooMuch);
        }
        let shown = shown(start);
        for node in rest.query_located(&shown).iter() {
            let below = node.location().iter().map(|it| match it {
                PathElement::Name(name) => Step::Member((*name).into()),
                PathElement::Index(at) => Step::Item(*at),
            });
            hits.add(steps().cloned().chain(below));
        }
        Ok(hits)
    }
}

fn parse(text: &str) -> Result<JsonPath, Fault> {
    JsonPath::parse(text).map_err(|error| Fault::Syntax {
        message: error.message().to_owned(),
        at: error.position(),
    })
}

/// A tree as the crate wants it. Numbers are rounded to what filters compare.
fn shown(node: &Node) -> serde_json::Value {
    use serde_json::Value as Shown;
    match &node.value {
        Value::Null => Shown::Null,
        Value::Bool(it) => Shown::Bool(*it),
        Value::Number(text) => number(text),
        Value::String(text) => Shown::String(text.to_string()),
        Value::Array(items) => Shown::Array(items.iter().map(shown).collect()),
        Value::Object(object) => {
            let members = object.iter();
            let members = members.map(|it| (it.key.text.to_string(), shown(&it.value)));
            Shown::Object(members.collect())
        }
    }
}

fn number(text: &str) -> serde_json::Value {
    if let Ok(it) = text.parse::<i64>() {
        return it.into();
    }
    let float = text.parse::<f64>().unwrap_or(f64::NAN);
    // JSON has no infinity: the largest number stands for what is larger.
    float.clamp(f64::MIN, f64::MAX).into()
}
