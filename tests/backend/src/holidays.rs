//! Holidays.

use crate::collection::{self, Collection, Field, Kind};
use crate::failure::Failure;
use crate::page::Wanted;
use portsip_pbx::models::{
    CreateHolidayRequest, CreatedHoliday, Holiday, HolidayList, UpdateHolidayRequest,
};
use rusqlite::Connection;

const HOLIDAYS: Collection = Collection {
    table: "holidays",
    fields: &[
        Field {
            name: "id",
            kind: Kind::Text,
        },
        Field {
            name: "name",
            kind: Kind::Text,
        },
        Field {
            name: "region",
            kind: Kind::Text,
        },
        Field {
            name: "consecutive",
            kind: Kind::Flag,
        },
        Field {
            name: "every_year",
            kind: Kind::Flag,
        },
        Field {
            name: "year_start",
            kind: Kind::Number,
        },
        Field {
            name: "month_start",
            kind: Kind::Number,
        },
        Field {
            name: "day_start",
            kind: Kind::Number,
        },
    ],
    searched: &["name", "region"],
};

pub fn list(db: &mut Connection, wanted: &Wanted) -> Result<HolidayList, Failure> {
    let page = wanted.of(&HOLIDAYS)?;
    let (count, items) = collection::list(db, &HOLIDAYS, &page)?;
    let mut list = HolidayList::default();
    (list.count, list.items) = (Some(count), Some(items));
    Ok(list)
}

pub fn create(db: &Connection, request: &CreateHolidayRequest) -> Result<CreatedHoliday, Failure> {
    let holiday: Holiday = collection::kept(request)?;
    let mut created = CreatedHoliday::default();
    created.id = Some(collection::create(db, &HOLIDAYS, &holiday)?);
    Ok(created)
}

pub fn show(db: &Connection, id: &str) -> Result<Holiday, Failure> {
    collection::show(db, &HOLIDAYS, id)
}

pub fn update(db: &Connection, id: &str, change: &UpdateHolidayRequest) -> Result<(), Failure> {
    collection::update(db, &HOLIDAYS, id, change)
}

pub fn destroy(db: &Connection, id: &str) -> Result<(), Failure> {
    collection::destroy(db, &HOLIDAYS, id)
}
