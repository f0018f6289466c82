//! A server on the loopback, in a copy of this program: what it costs is not counted.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::routing::{get, put};
use portsip_pbx::runtime::body::Body as Stream;

use crate::codec::tenant;

/// How long a long transfer is, in bytes.
pub const LONG: u64 = 1_000_000_000;

/// It serves until it is dropped.
pub struct Server {
    child: Child,
    /// Where the API is.
    pub url: String,
}

impl Server {
    pub fn start() -> Result<Self> {
        let me = std::env::current_exe().context("where this program lies is not known")?;
        let mut child = Command::new(me)
            .arg("loopback")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start the server")?;
        let told = child.stdout.take().context("the server tells nothing")?;
        let mut port = String::new();
        BufReader::new(told)
            .read_line(&mut port)
            .context("the server tells no port")?;
        let url = format!("http://127.0.0.1:{}/api", port.trim());
        Ok(Self { child, url })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The copy's part: tells its port, and serves for ever.
pub fn serve() -> Result<()> {
    let [small, _] = tenant::both()?;
    let json = Bytes::from(small.json);
    let app = Router::new()
        .route(
            "/api/tenants/{id}",
            get(move || async move { ([(CONTENT_TYPE, "application/json")], json) }),
        )
        .route("/api/ip_filters/export", get(|| async { zeros(LONG) }))
        .route(
            "/api/bytes/{length}",
            get(|Path(length)| async move { zeros(length) }),
        )
        .route("/api/upload", put(count));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("there is no runtime")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?.port());
        std::io::stdout().flush()?;
        axum::serve(listener, app).await?;
        Ok(())
    })
}

/// So many bytes, as they are asked for.
fn zeros(length: u64) -> ([(axum::http::HeaderName, &'static str); 1], Body) {
    let zeros = tokio::io::AsyncReadExt::take(tokio::io::repeat(0), length);
    let body = Body::from_stream(Stream::read_from(zeros));
    ([(CONTENT_TYPE, "application/octet-stream")], body)
}

/// How many bytes came.
async fn count(body: Body) -> Result<String, String> {
    let mut body = Stream::stream(body.into_data_stream());
    let mut length = 0;
    while let Some(chunk) = body.chunk().await {
        length += chunk.map_err(|error| error.to_string())?.len();
    }
    Ok(length.to_string())
}
