//! What there is one of: network, options, password policy.

use crate::collection::{read, text};
use crate::failure::Failure;
use portsip_pbx::models::PasswordPolicy;
use portsip_pbx::runtime::codec::{Json, Write};
use rusqlite::{Connection, OptionalExtension};

/// Which settings.
#[derive(Clone, Copy, Debug)]
pub enum Setting {
    Network,
    Options,
    PasswordPolicy,
}

impl Setting {
    fn name(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Options => "options",
            Self::PasswordPolicy => "password_policy",
        }
    }
}

/// What is set. What never was is absent, and the document says what that means.
pub fn show<T: Json>(db: &Connection, setting: Setting) -> Result<T, Failure> {
    let sql = "SELECT body FROM settings WHERE name = ?1";
    let found = db.query_one(sql, [setting.name()], |row| row.get::<_, String>(0));
    read(found.optional()?.as_deref().unwrap_or("{}"))
}

/// Sets what `change` has, and leaves the rest (RFC 7396).
pub fn update(db: &Connection, setting: Setting, change: &dyn Write) -> Result<(), Failure> {
    let sql = "INSERT INTO settings (name, body) VALUES (?1, ?2)
        ON CONFLICT DO UPDATE SET body = json_patch(body, ?2)";
    db.execute(sql, (setting.name(), text(change)))?;
    Ok(())
}

/// The description of `min_length` says that it is at most `max_length`, whichever of them is sent.
pub fn update_password_policy(db: &mut Connection, change: &PasswordPolicy) -> Result<(), Failure> {
    let db = db.transaction()?;
    update(&db, Setting::PasswordPolicy, change)?;
    let policy: PasswordPolicy = show(&db, Setting::PasswordPolicy)?;
    if policy.min_length_or_default() > policy.max_length_or_default() {
        return Err(Failure::rule(
            "/body/min_length",
            "is greater than max_length",
        ));
    }
    Ok(db.commit()?)
}
