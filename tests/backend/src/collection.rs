//! Things of one kind: created, listed, shown, changed, destroyed.
//!
//! In: bodies as the API has them. Out: models, read from what is kept.
//! SQL is put together from this crate's own words only; whatever comes from a request is a parameter.

use crate::failure::Failure;
use crate::page::Page;
use portsip_pbx::runtime::codec::{self, Json, Write};
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

/// What kind of thing, and what of it can be asked for.
#[derive(Debug)]
pub struct Collection {
    /// The table.
    pub table: &'static str,
    /// What `filter` and `orderby` know.
    pub fields: &'static [Field],
    /// Where `search` looks.
    pub searched: &'static [&'static str],
}

/// A member that can be asked for.
#[derive(Debug)]
pub struct Field {
    /// Its name in the document.
    pub name: &'static str,
    /// What it is compared as.
    pub kind: Kind,
}

/// What a member is compared as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letter by letter.
    Text,
    /// By size.
    Number,
    /// True or false.
    Flag,
    /// By time.
    Time,
}

impl Field {
    /// The member, as SQL.
    pub fn column(&self) -> String {
        column(self.name)
    }
}

/// The member called `name`, as SQL.
pub fn column(name: &'static str) -> String {
    match name {
        "id" => "id".to_owned(),
        name => format!("(body ->> '{name}')"),
    }
}

/// Keeps `body`; answers its id.
pub fn create(db: &Connection, of: &Collection, body: &dyn Write) -> Result<String, Failure> {
    let sql = format!("INSERT INTO {} (body) VALUES (?1)", of.table);
    db.execute(&sql, [text(body)])?;
    Ok(db.last_insert_rowid().to_string())
}

/// What is wanted of all there are, and how many there are without paging.
pub fn list<T: Json>(
    db: &mut Connection,
    of: &Collection,
    page: &Page,
) -> Result<(i64, Vec<T>), Failure> {
    // Both questions are about one state of the table.
    let db = db.transaction()?;
    let Page {
        condition, order, ..
    } = page;
    let values = || params_from_iter(&page.values);
    let count = format!("SELECT count(*) FROM {} WHERE {condition}", of.table);
    let count = db.query_one(&count, values(), |row| row.get(0))?;
    let items = format!(
        "SELECT json_set(body, '$.id', CAST(id AS TEXT)) FROM {} WHERE {condition} ORDER BY {order} LIMIT {} OFFSET {}",
        of.table, page.top, page.skip,
    );
    let mut items = db.prepare(&items)?;
    let texts = items.query_map(values(), |row| row.get::<_, String>(0))?;
    let items = texts.map(|text| read(&text?)).collect::<Result<_, _>>()?;
    Ok((count, items))
}

/// The one with this id.
pub fn show<T: Json>(db: &Connection, of: &Collection, id: &str) -> Result<T, Failure> {
    let sql = format!(
        "SELECT json_set(body, '$.id', CAST(id AS TEXT)) FROM {} WHERE id = ?1",
        of.table
    );
    let found = db.query_one(&sql, [number(id)?], |row| row.get::<_, String>(0));
    let found = found.optional()?.ok_or(Failure::NotFound)?;
    read(&found)
}

/// Changes what `body` has, and leaves the rest (RFC 7396). Lists are replaced as a whole.
pub fn update(db: &Connection, of: &Collection, id: &str, body: &dyn Write) -> Result<(), Failure> {
    let sql = format!(
        "UPDATE {} SET body = json_patch(body, ?2) WHERE id = ?1",
        of.table
    );
    one(db.execute(&sql, params![number(id)?, text(body)])?)
}

/// Removes the one with this id.
pub fn destroy(db: &Connection, of: &Collection, id: &str) -> Result<(), Failure> {
    let sql = format!("DELETE FROM {} WHERE id = ?1", of.table);
    one(db.execute(&sql, [number(id)?])?)
}

/// The members of one model that another has too: what is kept of a request.
pub fn kept<T: Json>(request: &dyn Write) -> Result<T, Failure> {
    read(&text(request))
}

/// Ids are texts to callers. What is no number is the id of nothing.
pub fn number(id: &str) -> Result<i64, Failure> {
    let digits = !id.is_empty() && id.bytes().all(|it| it.is_ascii_digit()) && !id.starts_with('0');
    let number = digits.then(|| id.parse().ok()).flatten();
    number.ok_or(Failure::NotFound)
}

/// A model, as it is kept.
pub fn text(body: &dyn Write) -> String {
    String::from_utf8_lossy(&codec::encode(body)).into_owned()
}

/// A model, from what is kept.
pub fn read<T: Json>(text: &str) -> Result<T, Failure> {
    codec::decode(text.as_bytes()).map_err(|faults| Failure::Storage(format!("{faults:?}")))
}

fn one(changed: usize) -> Result<(), Failure> {
    match changed {
        0 => Err(Failure::NotFound),
        _ => Ok(()),
    }
}
