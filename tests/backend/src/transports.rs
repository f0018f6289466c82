//! Transports: where the PBX listens.

use crate::collection::{self, Collection, Field, Kind};
use crate::failure::Failure;
use crate::page::Wanted;
use portsip_pbx::models::{
    CreateTransportRequest, CreatedResource, Transport, TransportList, TransportProtocol,
    TransportState, TransportStatus, UpdateTransportRequest,
};
use portsip_pbx::runtime::codec::OpenEnum;
use rusqlite::Connection;

const TRANSPORTS: Collection = Collection {
    table: "transports",
    fields: &[
        Field {
            name: "id",
            kind: Kind::Text,
        },
        Field {
            name: "protocol",
            kind: Kind::Text,
        },
        Field {
            name: "port",
            kind: Kind::Number,
        },
        Field {
            name: "verification",
            kind: Kind::Text,
        },
    ],
    searched: &["protocol", "port"],
};

pub fn list(db: &mut Connection, wanted: &Wanted) -> Result<TransportList, Failure> {
    let page = wanted.of(&TRANSPORTS)?;
    let (count, items) = collection::list(db, &TRANSPORTS, &page)?;
    let mut list = TransportList::default();
    (list.count, list.items) = (Some(count), Some(items));
    Ok(list)
}

pub fn create(
    db: &Connection,
    request: &CreateTransportRequest,
) -> Result<CreatedResource, Failure> {
    let transport: Transport = collection::kept(request)?;
    let mut created = CreatedResource::default();
    created.id = Some(collection::create(db, &TRANSPORTS, &transport)?);
    Ok(created)
}

pub fn show(db: &Connection, id: &str) -> Result<Transport, Failure> {
    collection::show(db, &TRANSPORTS, id)
}

pub fn update(db: &Connection, id: &str, change: &UpdateTransportRequest) -> Result<(), Failure> {
    collection::update(db, &TRANSPORTS, id, change)
}

pub fn destroy(db: &Connection, id: &str) -> Result<(), Failure> {
    collection::destroy(db, &TRANSPORTS, id)
}

/// Asked by protocol, as the pages have it: whether anything listens with it.
pub fn status(db: &Connection, protocol: &TransportProtocol) -> Result<TransportStatus, Failure> {
    let sql = "SELECT EXISTS (SELECT 1 FROM transports WHERE body ->> 'protocol' = ?1)";
    let listens = db.query_one(sql, [protocol.as_str()], |row| row.get(0))?;
    let mut status = TransportStatus::default();
    status.status = Some(match listens {
        true => TransportState::Activated,
        false => TransportState::Deactivated,
    });
    Ok(status)
}
