//! Dealers. Their passwords are not kept, since nobody logs in here with one.

use crate::collection::{self, Collection, Field, Kind};
use crate::failure::Failure;
use crate::page::Wanted;
use portsip_pbx::models::{
    CreateDealerRequest, CreatedResource, Dealer, DealerList, UpdateDealerRequest,
};
use rusqlite::Connection;

const DEALERS: Collection = Collection {
    table: "dealers",
    fields: &[Field {
        name: "id",
        kind: Kind::Text,
    }],
    searched: &["name"],
};

/// The first hundred: the pages give this list no parameters.
pub fn list(db: &mut Connection) -> Result<DealerList, Failure> {
    let page = Wanted::default().of(&DEALERS)?;
    let (count, items) = collection::list(db, &DEALERS, &page)?;
    let mut list = DealerList::default();
    (list.count, list.items) = (Some(count), Some(items));
    Ok(list)
}

pub fn create(db: &Connection, request: &CreateDealerRequest) -> Result<CreatedResource, Failure> {
    check_name(&request.name)?;
    let mut dealer: Dealer = collection::kept(request)?;
    dealer.enabled = Some(dealer.enabled_or_default());
    let mut created = CreatedResource::default();
    created.id = Some(collection::create(db, &DEALERS, &dealer)?);
    Ok(created)
}

pub fn show(db: &Connection, id: &str) -> Result<Dealer, Failure> {
    collection::show(db, &DEALERS, id)
}

pub fn update(db: &Connection, id: &str, change: &UpdateDealerRequest) -> Result<(), Failure> {
    collection::update(db, &DEALERS, id, change)
}

pub fn destroy(db: &Connection, id: &str) -> Result<(), Failure> {
    collection::destroy(db, &DEALERS, id)
}

/// The description of `name` says this; its schema does not.
fn check_name(name: &str) -> Result<(), Failure> {
    let is_allowed = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '\'' | '.');
    let reserved = ["admin", "system", "administrator", "root"];
    let broken = if !name.chars().all(is_allowed) {
        "has signs other than Latin letters, numbers, `_`, `-`, `'` and `.`"
    } else if name.starts_with('.') || name.ends_with('.') {
        "starts or ends with `.`"
    } else if reserved.iter().any(|it| it.eq_ignore_ascii_case(name)) {
        "is reserved"
    } else {
        return Ok(());
    };
    Err(Failure::rule("/body/name", broken))
}
