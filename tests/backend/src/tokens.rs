//! Bearer tokens: made, kept as hashes, recognised.
//!
//! A token is 256 random bits, so its hash needs neither salt nor slowness: there is nothing to guess.

use crate::database::Database;
use crate::failure::Failure;
use portsip_pbx::server::{Authenticator, Error, Principal};
use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use subtle::ConstantTimeEq;

/// Knows the tokens of a database.
#[derive(Clone, Debug)]
pub struct Tokens(pub Arc<Database>);

impl Authenticator for Tokens {
    async fn bearer(&self, token: &str) -> Result<Principal, Error> {
        let hash = hash(token);
        let known = self.0.run(move |db| {
            let sql = "SELECT hash, subject FROM tokens WHERE hash = ?1";
            let row = db.query_one(sql, [hash], |row| {
                Ok((row.get::<_, Vec<u8>>(0)?, row.get(1)?))
            });
            Ok(row.optional()?)
        });
        let known: Option<(Vec<u8>, String)> = known.await?;
        match known {
            // The index compared hashes, and what it takes tells nothing of the token; this does not lean on that.
            Some((known, subject)) if bool::from(known.ct_eq(&hash)) => Ok(Principal::new(subject)),
            _ => Err(Error::unauthorized()),
        }
    }
}

/// Makes a token for somebody. It is told once, and kept nowhere.
pub async fn issue(database: &Arc<Database>, subject: &str) -> Result<String, Failure> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| Failure::Storage(error.to_string()))?;
    let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let (hash, subject) = (hash(&token), subject.to_owned());
    let kept = database.run(move |db| {
        db.execute(
            "INSERT INTO tokens (hash, subject) VALUES (?1, ?2)",
            (hash, subject),
        )?;
        Ok(())
    });
    kept.await?;
    Ok(token)
}

/// Whether nobody has a token yet.
pub async fn is_first_start(database: &Arc<Database>) -> Result<bool, Failure> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM tokens)";
    database
        .run(|db| Ok(db.query_one(sql, [], |row| row.get(0))?))
        .await
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
