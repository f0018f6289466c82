//! The language of `filter`: `enabled eq true and (name eq 'a' or not contains(domain, 'b'))`.
//!
//! In: a text of a request, and the fields that it may name. Out: a condition of SQL, and its parameters.
//! The pages only say that `filter` restricts a collection; this is OData's way to write that, without arithmetic.
//!
//! ```text
//! any     = all *("or" all)
//! all     = term *("and" term)
//! term    = "not" term / "(" any ")" / function "(" field "," text ")" / field operator value
//! ```

mod words;

use crate::collection::{Collection, Field, Kind};
use crate::failure::Failure;
use portsip_pbx::runtime::problem::Violation;
use rusqlite::types::Value;
use words::{Place, Word, words};

/// SQLite has limits for these, too, and would say so as an error of the server.
const MAX_LENGTH: usize = 2_000;
const MAX_NESTING: usize = 20;

/// The condition for `filter`.
pub fn condition(
    filter: &str,
    of: &Collection,
    values: &mut Vec<Value>,
) -> Result<String, Failure> {
    if filter.len() > MAX_LENGTH {
        return Err(Failure::rule("/query/filter", "is too long"));
    }
    let words = words(filter)
        .map_err(|at| syntax(at, "a text that does not end, or a sign of no meaning"))?;
    let mut reader = Reader {
        words: &words,
        end: filter.chars().count() + 1,
        of,
        values,
    };
    let condition = reader.any(0)?;
    match reader.words.first() {
        None => Ok(condition),
        Some(_) => Err(reader.expected("`and`, `or` or the end")),
    }
}

struct Reader<'f> {
    words: &'f [(Place, Word)],
    end: Place,
    of: &'f Collection,
    values: &'f mut Vec<Value>,
}

impl Reader<'_> {
    fn any(&mut self, depth: usize) -> Result<String, Failure> {
        let mut out = self.all(depth)?;
        while self.takes("or") {
            out = format!("{out} OR {}", self.all(depth)?);
        }
        Ok(out)
    }

    fn all(&mut self, depth: usize) -> Result<String, Failure> {
        let mut out = self.term(depth)?;
        while self.takes("and") {
            out = format!("{out} AND {}", self.term(depth)?);
        }
        Ok(out)
    }

    fn term(&mut self, depth: usize) -> Result<String, Failure> {
        if depth > MAX_NESTING {
            return Err(self.expected("less nesting"));
        }
        if self.takes("not") {
            return Ok(format!("NOT {}", self.term(depth + 1)?));
        }
        if self.takes("(") {
            let inner = self.any(depth + 1)?;
            self.must(")")?;
            return Ok(format!("({inner})"));
        }
        for (name, found) in FUNCTIONS {
            if self.takes(name) {
                return self.function(found);
            }
        }
        self.comparison()
    }

    /// What is absent contains nothing.
    fn function(&mut self, found: &str) -> Result<String, Failure> {
        self.must("(")?;
        let (at, field) = self.field()?;
        if field.kind != Kind::Text {
            return Err(rule(at, "is no text"));
        }
        self.must(",")?;
        let value = match self.next() {
            Some((_, Word::Text(text))) => Value::Text(text.clone()),
            _ => return Err(self.expected("a text in single quotes")),
        };
        self.must(")")?;
        let found = found
            .replace("{it}", &field.column())
            .replace("{value}", &self.value(value));
        Ok(format!("coalesce({found}, 0)"))
    }

    fn comparison(&mut self) -> Result<String, Failure> {
        let (at, field) = self.field()?;
        let known = OPERATORS.iter().find(|(name, _)| self.takes(name));
        let Some((_, operator)) = known else {
            return Err(self.expected("`eq`, `ne`, `gt`, `ge`, `lt` or `le`"));
        };
        let Some((place, word)) = self.next() else {
            return Err(self.expected("a value"));
        };
        let is_order = !operator.starts_with("IS");
        let value = match (word, field.kind) {
            (Word::Name(null), _) if null == "null" && !is_order => Value::Null,
            (Word::Name(flag), Kind::Flag) if !is_order && (flag == "true" || flag == "false") => {
                Value::Integer((flag == "true").into())
            }
            (Word::Number(number), Kind::Number) => number.clone(),
            (Word::Text(text), Kind::Text) => Value::Text(text.clone()),
            (Word::Text(text), Kind::Time) => time(*place, text)?,
            (Word::Sign(_), _) => return Err(syntax(*place, "expected a value")),
            _ => return Err(rule(at, "cannot be compared with that in this way")),
        };
        let column = match field.kind {
            Kind::Time => format!("unixepoch({}, 'subsec')", field.column()),
            _ => field.column(),
        };
        // What is absent is neither more nor less than anything.
        let compared = format!("{column} {operator} {}", self.value(value));
        Ok(match is_order {
            true => format!("coalesce({compared}, 0)"),
            false => format!("({compared})"),
        })
    }

    fn field(&mut self) -> Result<(Place, &'static Field), Failure> {
        let Some((at, Word::Name(name))) = self.words.first() else {
            return Err(self.expected("the name of a member"));
        };
        self.words = &self.words[1..];
        let found = self.of.fields.iter().find(|field| field.name == name);
        found
            .map(|field| (*at, field))
            .ok_or_else(|| rule(*at, "is no member to filter by"))
    }

    fn value(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    fn next(&mut self) -> Option<&(Place, Word)> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn takes(&mut self, wanted: &str) -> bool {
        let is_next = self.words.first().is_some_and(|(_, word)| word.is(wanted));
        if is_next {
            self.words = &self.words[1..];
        }
        is_next
    }

    fn must(&mut self, wanted: &str) -> Result<(), Failure> {
        match self.takes(wanted) {
            true => Ok(()),
            false => Err(self.expected(&format!("`{wanted}`"))),
        }
    }

    fn expected(&self, what: &str) -> Failure {
        let at = self.words.first().map_or(self.end, |(at, _)| *at);
        syntax(at, &format!("expected {what}"))
    }
}

/// `IS`, since in SQL nothing equals `NULL`.
const OPERATORS: [(&str, &str); 6] = [
    ("eq", "IS"),
    ("ne", "IS NOT"),
    ("gt", ">"),
    ("ge", ">="),
    ("lt", "<"),
    ("le", "<="),
];

const FUNCTIONS: [(&str, &str); 3] = [
    ("contains", "instr({it}, {value}) > 0"),
    ("startswith", "substr({it}, 1, length({value})) = {value}"),
    (
        "endswith",
        "substr({it}, -max(1, length({value}))) = {value}",
    ),
];

fn time(at: Place, text: &str) -> Result<Value, Failure> {
    let time: jiff::Timestamp = text
        .parse()
        .map_err(|_| rule(at, "is no time (RFC 3339)"))?;
    Ok(Value::Real(time.as_millisecond() as f64 / 1_000.0))
}

fn syntax(at: Place, detail: &str) -> Failure {
    Failure::Syntax(Violation {
        pointer: "/query/filter".to_owned(),
        detail: format!("at character {at}: {detail}"),
    })
}

fn rule(at: Place, detail: &str) -> Failure {
    Failure::rule("/query/filter", format!("at character {at}: {detail}"))
}

#[cfg(test)]
mod tests;
