//! Objects whose members are parameters of the query, and hold objects and lists of them themselves.
//!
//! OAS 3.1 leaves undefined how these are written. Frameworks that bind a query to an object, as Spring and ASP.NET do,
//! have dots between the names of members, and indexes behind lists: `range.min=1&tags=a&tags=b&rows[0].name=c`.

use super::codec::{Json, Write};
use super::decoder::{Decoder, plain_in_query};
use super::deep::{Deep, Malformed, Steps, put};
use super::encoder::{Encoder, push_pair};
use super::objects::Found;
use super::param::{Escape, Style};
use super::styles::Fields;

impl Encoder {
    /// Adds the members of an object to the query, if there is one.
    pub fn query_nested(&mut self, value: Option<&impl Write>) {
        let escape = std::mem::replace(&mut self.escape, Escape::Usual);
        let Some(value) = value else { return };
        let query = &mut self.query;
        let mut pair = |name: &str, value: Option<&str>| push_pair(name, value, escape, query);
        let put = match Fields::of(value) {
            Some(Fields::Object(members)) => members
                .iter()
                .try_for_each(|(name, value)| put(name, value, Steps::Dots, &mut pair)),
            Some(_) => Err("is no object"),
            None => Err("is nested too deeply"),
        };
        if let Err(message) = put {
            self.refuse("query", "", message);
        }
    }
}

impl Decoder<'_> {
    /// An optional object, the members of which have these names in the query.
    pub fn query_nested<T: Json>(&mut self, names: &[&str]) -> Option<T> {
        let found = self.nested(names);
        self.object("query", "", Style::Nested, found)
    }

    /// A required object, the members of which have these names in the query.
    pub fn need_query_nested<T: Json>(&mut self, names: &[&str]) -> Option<T> {
        let found = self.nested(names);
        self.required_object("query", "", Style::Nested, found)
    }

    fn nested(&self, names: &[&str]) -> Found {
        let mut members: Vec<Deep> = names.iter().map(|_| Deep::default()).collect();
        for (known, raw) in &self.query {
            let Some((at, steps)) = member(known, names) else {
                continue;
            };
            let value = raw.map(plain_in_query);
            let steps = in_brackets(steps);
            let is_added = match (members.get_mut(at), steps) {
                (Some(member), Some(steps)) if value != Some(None) => {
                    member.add(&steps, value.flatten()).is_ok()
                }
                _ => false,
            };
            if !is_added {
                return Found::Broken;
            }
        }
        let there = names.iter().zip(members).filter(|(_, it)| !it.is_empty());
        let there = there.map(|(name, it)| Ok(((*name).to_owned(), it.fields()?)));
        match there.collect::<Result<Vec<_>, Malformed>>() {
            Ok(members) if members.is_empty() => Found::Absent,
            Ok(members) => Found::Fields(Fields::Object(members)),
            Err(Malformed) => Found::Broken,
        }
    }
}

/// The member that a name belongs to, and the steps into it. Where one name begins as another does, it is the longer one.
fn member<'k>(known: &'k str, names: &[&str]) -> Option<(usize, &'k str)> {
    let all = names.iter().enumerate().filter_map(|(at, name)| {
        let steps = known.strip_prefix(name)?;
        (steps.is_empty() || steps.starts_with(['.', '['])).then_some((at, steps))
    });
    all.min_by_key(|(_, steps)| steps.len())
}

/// The same steps, each in brackets; `None` if one has no name.
fn in_brackets(steps: &str) -> Option<String> {
    let mut all = String::new();
    let mut rest = steps;
    while !rest.is_empty() {
        let (step, behind) = match rest.strip_prefix('.') {
            Some(step) => step.split_at(step.find(['.', '[']).unwrap_or(step.len())),
            None => rest.strip_prefix('[')?.split_once(']')?,
        };
        if step.is_empty() && rest.starts_with('.') {
            return None;
        }
        all.push('[');
        all.push_str(step);
        all.push(']');
        rest = behind;
    }
    Some(all)
}
