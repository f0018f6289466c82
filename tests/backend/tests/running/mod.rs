//! A backend that serves on a port of its own, for as long as a test wants.

use pbx_backend::{Access, Database, Limits, app, issue, serve};
use portsip_pbx::client::Client;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A folder for a database.
pub fn temporary() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A backend that serves.
pub struct Running {
    url: String,
    token: String,
    stop: oneshot::Sender<()>,
    served: JoinHandle<std::io::Result<()>>,
}

impl Running {
    /// Serves what is kept in `folder`.
    pub async fn start(folder: &TempDir) -> Self {
        let database =
            Database::open(&folder.path().join("pbx.db"), Access::Write).expect("a database");
        let token = issue(&database, "tester").await.expect("a token");
        Self::serve(&database, token).await
    }

    /// Serves a database that knows `token`.
    pub async fn serve(database: &Arc<Database>, token: String) -> Self {
        let limits = Limits::default();
        let app = app(database, limits);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/api", listener.local_addr().expect("an address"));
        let (stop, stopped) = oneshot::channel();
        let stopped = async { stopped.await.unwrap_or_default() };
        let served = tokio::spawn(serve(listener, app, limits, stopped));
        Self {
            url,
            token,
            stop,
            served,
        }
    }

    /// Where it serves.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A token that it knows.
    #[allow(dead_code, reason = "one of the tests needs it")]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// A client with a token.
    pub fn client(&self) -> Client {
        let client = Client::builder(self.url()).bearer(self.token.as_str());
        client.build().expect("a client")
    }

    /// Tells it to end, and waits until it has.
    pub async fn stop(self) {
        self.stop.send(()).expect("it serves");
        self.served.await.expect("no panic").expect("no failure");
    }
}
