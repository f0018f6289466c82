//! Tenants, and the dealers they are given to.

use crate::collection::{self, Collection, Field, Kind};
use crate::failure::Failure;
use crate::page::Wanted;
use jiff::Timestamp;
use portsip_pbx::models::{
    CreateTenantRequest, CreatedResource, Tenant, TenantDealerList, TenantList, UpdateTenantRequest,
};
use rusqlite::{Connection, ErrorCode};

const TENANTS: Collection = Collection {
    table: "tenants",
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
            name: "domain",
            kind: Kind::Text,
        },
        Field {
            name: "enabled",
            kind: Kind::Flag,
        },
        Field {
            name: "region",
            kind: Kind::Text,
        },
        Field {
            name: "timezone",
            kind: Kind::Text,
        },
        Field {
            name: "max_extensions",
            kind: Kind::Number,
        },
        Field {
            name: "created_at",
            kind: Kind::Time,
        },
    ],
    searched: &["name", "domain", "website"],
};

pub fn list(db: &mut Connection, wanted: &Wanted) -> Result<TenantList, Failure> {
    let page = wanted.of(&TENANTS)?;
    let (count, items) = collection::list(db, &TENANTS, &page)?;
    let mut list = TenantList::default();
    (list.count, list.items) = (Some(count), Some(items));
    Ok(list)
}

pub fn create(db: &Connection, request: &CreateTenantRequest) -> Result<CreatedResource, Failure> {
    let mut tenant: Tenant = collection::kept(request)?;
    tenant.enabled = Some(tenant.enabled_or_default());
    tenant.max_extensions = Some(tenant.max_extensions_or_default());
    tenant.created_at = Some(Timestamp::now());
    let mut created = CreatedResource::default();
    created.id = Some(collection::create(db, &TENANTS, &tenant)?);
    Ok(created)
}

pub fn show(db: &Connection, id: &str) -> Result<Tenant, Failure> {
    collection::show(db, &TENANTS, id)
}

pub fn update(db: &Connection, id: &str, change: &UpdateTenantRequest) -> Result<(), Failure> {
    collection::update(db, &TENANTS, id, change)
}

pub fn destroy(db: &Connection, id: &str) -> Result<(), Failure> {
    collection::destroy(db, &TENANTS, id)
}

/// The dealers that a tenant is given to.
pub fn dealers(db: &mut Connection, id: &str) -> Result<TenantDealerList, Failure> {
    let db = db.transaction()?;
    show(&db, id)?;
    let sql = "SELECT json_set(body, '$.id', CAST(id AS TEXT)) FROM dealers
        WHERE id IN (SELECT dealer FROM tenant_dealers WHERE tenant = ?1) ORDER BY id";
    let mut found = db.prepare(sql)?;
    let found = found.query_map([collection::number(id)?], |row| row.get::<_, String>(0))?;
    let mut list = TenantDealerList::default();
    list.items = Some(
        found
            .map(|it| collection::read(&it?))
            .collect::<Result<_, _>>()?,
    );
    Ok(list)
}

/// Gives a tenant to a dealer; twice is once.
pub fn designate(db: &Connection, id: &str, dealer: &str) -> Result<(), Failure> {
    let pair = (collection::number(id)?, collection::number(dealer)?);
    let sql = "INSERT INTO tenant_dealers (tenant, dealer) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    match db.execute(sql, pair) {
        Ok(_) => Ok(()),
        // A foreign key: there is no such tenant, or no such dealer.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(Failure::NotFound)
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes a tenant from a dealer.
pub fn withdraw(db: &Connection, id: &str, dealer: &str) -> Result<(), Failure> {
    let pair = (collection::number(id)?, collection::number(dealer)?);
    let sql = "DELETE FROM tenant_dealers WHERE tenant = ?1 AND dealer = ?2";
    match db.execute(sql, pair)? {
        0 => Err(Failure::NotFound),
        _ => Ok(()),
    }
}
