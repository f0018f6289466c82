//! Rules for addresses that may or may not connect.

use crate::collection::{self, Collection, Field, Kind};
use crate::failure::Failure;
use crate::page::Wanted;
use portsip_pbx::models::{
    CreateIpRuleRequest, CreatedResource, IpRule, IpRuleList, UpdateIpRuleRequest,
};
use portsip_pbx::operations::ExportIpRulesOutput;
use rusqlite::Connection;
use std::net::IpAddr;

const IP_RULES: Collection = Collection {
    table: "ip_rules",
    fields: &[
        Field {
            name: "id",
            kind: Kind::Text,
        },
        Field {
            name: "cidr",
            kind: Kind::Text,
        },
        Field {
            name: "target",
            kind: Kind::Text,
        },
        Field {
            name: "expire_at",
            kind: Kind::Time,
        },
        Field {
            name: "description",
            kind: Kind::Text,
        },
    ],
    searched: &["cidr", "description"],
};

pub fn list(db: &mut Connection, wanted: &Wanted) -> Result<IpRuleList, Failure> {
    let page = wanted.of(&IP_RULES)?;
    let (count, items) = collection::list(db, &IP_RULES, &page)?;
    let mut list = IpRuleList::default();
    (list.count, list.items) = (Some(count), Some(items));
    Ok(list)
}

pub fn create(db: &Connection, request: &CreateIpRuleRequest) -> Result<CreatedResource, Failure> {
    check_cidr(&request.cidr)?;
    let rule: IpRule = collection::kept(request)?;
    let mut created = CreatedResource::default();
    created.id = Some(collection::create(db, &IP_RULES, &rule)?);
    Ok(created)
}

pub fn show(db: &Connection, id: &str) -> Result<IpRule, Failure> {
    collection::show(db, &IP_RULES, id)
}

pub fn update(db: &Connection, id: &str, change: &UpdateIpRuleRequest) -> Result<(), Failure> {
    change.cidr.as_deref().map_or(Ok(()), check_cidr)?;
    collection::update(db, &IP_RULES, id, change)
}

pub fn destroy(db: &Connection, id: &str) -> Result<(), Failure> {
    collection::destroy(db, &IP_RULES, id)
}

/// Every rule, a line of JSON each. The pages do not say what the file is like.
pub fn export(db: &Connection) -> Result<ExportIpRulesOutput, Failure> {
    let mut rules = db.prepare("SELECT body FROM ip_rules ORDER BY id")?;
    let rules = rules.query_map([], |row| row.get::<_, String>(0))?;
    let lines: String = rules
        .map(|rule| Ok(rule? + "\n"))
        .collect::<Result<_, Failure>>()?;
    let mut output = ExportIpRulesOutput::new(lines.into_bytes());
    output.content_disposition = Some("attachment; filename=\"ip_filters.jsonl\"".to_owned());
    Ok(output)
}

/// RFC 4632 and RFC 4291, as the description of `cidr` says.
fn check_cidr(cidr: &str) -> Result<(), Failure> {
    let is_network = || {
        let (address, length) = cidr.split_once('/')?;
        let longest = match address.parse().ok()? {
            IpAddr::V4(_) => 32,
            IpAddr::V6(_) => 128,
        };
        let is_length = length.len() <= 3 && length.bytes().all(|it| it.is_ascii_digit());
        (is_length && length.parse::<u8>().ok()? <= longest).then_some(())
    };
    is_network().ok_or_else(|| Failure::rule("/body/cidr", "is no address with a prefix length"))
}
