//! Values as texts have them: in a query or a form, nothing says which texts are numbers.
//!
//! A model writes itself as JSON; its scalars become texts here, and its members and items keep their order. The way
//! back asks the model: what it wants as a number is read from the text as one, so a string of digits stays a string.

use super::codec::{Json, Write};
use super::decoder::{split, unnamed};
use super::param::{Style, number_text};
use super::problem::Violation;
use super::reader::{Fault, Reader};
use super::styles::{Fields, marks};
use super::writer::Writer;
use std::collections::BTreeMap;

impl Fields {
    /// The fields of `value`; `None` when it nests too deeply.
    pub fn of(value: &(impl Write + ?Sized)) -> Option<Self> {
        super::codec::decode(&super::codec::encode(value)).ok()
    }

    /// An object of pairs of texts. A name that is given several times has a list; a pair without a value is `null`.
    pub fn gather(pairs: impl IntoIterator<Item = (String, Option<String>)>) -> Self {
        let mut members: Vec<(String, Vec<Fields>)> = Vec::new();
        let mut places = BTreeMap::new();
        for (name, value) in pairs {
            let value = value.map_or(Fields::Null, Fields::Text);
            let at = *places.entry(name.clone()).or_insert(members.len());
            match members.get_mut(at) {
                Some((_, values)) => values.push(value),
                None => members.push((name, vec![value])),
            }
        }
        let members = members.into_iter().map(|(name, mut values)| {
            let one = if values.len() == 1 {
                values.pop()
            } else {
                None
            };
            (name, one.unwrap_or(Fields::List(values)))
        });
        Fields::Object(members.collect())
    }

    /// Reads them as what `T` expects, as a server does: what is left of it, and everything that is wrong.
    pub fn to<T: Json>(&self) -> (Option<T>, Vec<Violation>) {
        let json = super::codec::encode(self);
        let mut r = match Reader::of_texts(&json) {
            Ok(r) => r.strict(),
            Err(faults) => return (None, faults.violations),
        };
        let value = T::read(&mut r).ok();
        let faults = r.finish().err();
        (
            value,
            faults.map(|faults| faults.violations).unwrap_or_default(),
        )
    }
}

impl Json for Fields {
    fn blank() -> Self {
        Fields::Null
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        match r.peek() {
            b'"' => r.string().map(|text| Fields::Text(text.into_owned())),
            b'{' => {
                let mut members = Vec::new();
                r.object(&mut |r, name| {
                    members.push((name.to_owned(), Fields::read(r)?));
                    Ok(())
                })?;
                Ok(Fields::Object(members))
            }
            b'[' => Vec::read(r).map(Fields::List),
            _ if r.null() => Ok(Fields::Null),
            _ => r.raw().map(|json| Fields::Text(number_text(json))),
        }
    }
}

impl Write for Fields {
    fn write(&self, w: &mut Writer) {
        match self {
            Fields::Null => w.null(),
            Fields::Text(text) => w.string(text),
            Fields::List(items) => w.array(items),
            Fields::Object(members) => {
                let members: Vec<(&str, &dyn Write)> = members
                    .iter()
                    .map(|(name, value)| (name.as_str(), value as &dyn Write))
                    .collect();
                w.object(&members);
            }
        }
    }
}

/// A text that was taken apart: items or, for an object, its members.
pub(super) type Pairs = Vec<(String, Option<String>)>;

/// The members of an object, without escapes; `None` when they are malformed.
pub(super) fn pairs(
    name: &str,
    raw: &str,
    style: Style,
    plain: &dyn Fn(&str) -> Option<String>,
) -> Option<Pairs> {
    let marks = marks(style);
    let mut rest = raw.strip_prefix(marks.first)?;
    if marks.named && !marks.each {
        rest = unnamed(name, rest, plain)?;
    }
    let mut parts = split(rest, &marks);
    let mut pairs = Pairs::new();
    while let Some(part) = parts.next() {
        pairs.push(match (marks.pair, part.split_once('=')) {
            ("=", Some((name, value))) => (plain(name)?, Some(plain(value)?)),
            ("=", None) => (plain(&part)?, Some(String::new())),
            _ => (plain(&part)?, Some(plain(&parts.next()?)?)),
        });
    }
    Some(pairs)
}
