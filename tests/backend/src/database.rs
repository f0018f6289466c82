//! The database: one file, and connections to it that never block the threads of the server.
//!
//! In: a path, and work to do on a connection. Out: what the work found.
//! A request that is given up does not stop work that has begun, so a transaction is whole or has not happened.

use crate::failure::Failure;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;

/// Readers do not wait in WAL mode, and writers wait for each other anyway.
const CONNECTIONS: usize = 8;

/// How long SQLite waits for another writer before it gives up.
const BUSY: Duration = Duration::from_secs(2);

/// What may be done with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everything; a file that is missing is made.
    Write,
    /// Reading only, of a file that is there.
    Read,
}

/// A database file that is open.
#[derive(Debug)]
pub struct Database {
    path: PathBuf,
    access: Access,
    idle: Mutex<Vec<Connection>>,
    places: Arc<Semaphore>,
}

impl Database {
    /// Opens the file, with whatever is missing in it made.
    pub fn open(path: &Path, access: Access) -> Result<Arc<Self>, Failure> {
        let it = Self {
            path: path.to_owned(),
            access,
            idle: Mutex::default(),
            places: Arc::new(Semaphore::new(CONNECTIONS)),
        };
        let connection = it.connect()?;
        if access == Access::Write {
            connection.execute_batch(include_str!("schema.sql"))?;
        }
        it.put_back(connection);
        Ok(Arc::new(it))
    }

    /// Does `work` on a connection, on a thread that may block.
    pub async fn run<T, W>(self: &Arc<Self>, work: W) -> Result<T, Failure>
    where
        T: Send + 'static,
        W: FnOnce(&mut Connection) -> Result<T, Failure> + Send + 'static,
    {
        let place = self.places.clone().acquire_owned().await;
        let place = place.map_err(|_| Failure::Stopped)?;
        let database = self.clone();
        let done = tokio::task::spawn_blocking(move || {
            let mut connection = match database.take() {
                Some(connection) => connection,
                None => database.connect()?,
            };
            let found = work(&mut connection);
            database.put_back(connection);
            drop(place);
            found
        });
        done.await.map_err(|_| Failure::Stopped)?
    }

    fn connect(&self) -> Result<Connection, Failure> {
        let mode = match self.access {
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        // Each connection is used by one thread at a time, and no path is taken for a URI.
        let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(BUSY)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        if self.access == Access::Write {
            connection.pragma_update(None, "journal_mode", "wal")?;
        }
        Ok(connection)
    }

    fn take(&self) -> Option<Connection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.pop()
    }

    fn put_back(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.push(connection);
    }
}
