//! What of a collection is wanted: `filter`, `search`, `orderby`, `skip` and `top`.
//!
//! In: the texts of a request. Out: parts of SQL, and the parameters for them.

use crate::collection::{Collection, column};
use crate::failure::Failure;
use crate::filter;
use portsip_pbx::runtime::problem::Violation;
use rusqlite::types::Value;

/// What of a collection is wanted, as SQL.
#[derive(Debug)]
pub struct Page {
    /// After `WHERE`.
    pub condition: String,
    /// What the condition's `?1`, `?2` stand for.
    pub values: Vec<Value>,
    /// After `ORDER BY`.
    pub order: String,
    /// How many to leave out at the start.
    pub skip: i32,
    /// How many at most.
    pub top: i32,
}

/// The texts of a request for a collection.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// An expression.
    pub filter: Option<String>,
    /// A word.
    pub search: Option<String>,
    /// Members, each with a direction: `name desc, id`.
    pub orderby: Option<String>,
    /// How many to leave out at the start.
    pub skip: Option<i32>,
    /// How many at most.
    pub top: Option<i32>,
}

impl Wanted {
    /// The same in SQL, or what is wrong with it.
    pub fn of(&self, collection: &Collection) -> Result<Page, Failure> {
        let mut values = Vec::new();
        let mut condition = match given(&self.filter) {
            Some(filter) => format!("({})", filter::condition(filter, collection, &mut values)?),
            None => "true".to_owned(),
        };
        if let Some(search) = given(&self.search) {
            values.push(Value::Text(search.to_owned()));
            condition = format!("{condition} AND {}", found(collection, values.len()));
        }
        let orderby = given(&self.orderby).unwrap_or("id");
        Ok(Page {
            condition,
            values,
            order: order(orderby, collection)?,
            // The document's defaults; its bounds were checked before.
            skip: self.skip.unwrap_or(0),
            top: self.top.unwrap_or(100),
        })
    }
}

/// A text that says something: forms send empty ones for what was left blank.
fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.trim().is_empty())
}

/// Somewhere in one of the members, in capitals or not.
fn found(of: &Collection, place: usize) -> String {
    let members = of.searched.iter().copied().map(column);
    let found = members.map(|it| format!("instr(lower({it}), lower(?{place})) > 0"));
    format!("({})", found.collect::<Vec<_>>().join(" OR "))
}

/// The id comes last, so that no two pages share a thing.
fn order(orderby: &str, of: &Collection) -> Result<String, Failure> {
    let mut out = String::new();
    let mut named = Vec::new();
    for key in orderby.split(',') {
        let mut words = key.split(' ').filter(|word| !word.is_empty());
        let name = words.next().unwrap_or_default();
        let Some(field) = of.fields.iter().find(|field| field.name == name) else {
            return Err(match name {
                "" => syntax("expected the name of a member"),
                _ => Failure::rule("/query/orderby", "names no member to order by"),
            });
        };
        if named.contains(&field.name) {
            return Err(Failure::rule("/query/orderby", "names a member twice"));
        }
        named.push(field.name);
        let direction = match (words.next(), words.next()) {
            (None | Some("asc"), None) => "ASC",
            (Some("desc"), None) => "DESC",
            _ => {
                return Err(syntax(
                    "expected `asc` or `desc` after a member, and then a comma",
                ));
            }
        };
        out.push_str(&format!("{} {direction}, ", field.column()));
    }
    Ok(out + "id")
}

fn syntax(detail: &str) -> Failure {
    Failure::Syntax(Violation {
        pointer: "/query/orderby".to_owned(),
        detail: detail.to_owned(),
    })
}
