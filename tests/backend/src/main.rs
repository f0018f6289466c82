//! `pbx-backend --listen 127.0.0.1:8887 --database pbx.db`

use clap::Parser;
use pbx_backend::{Access, Database, Limits, app, is_first_start, issue, serve};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// A small PBX administration backend.
///
/// The first start prints a token for `admin`. RUST_LOG sets what is logged, to standard error.
#[derive(Debug, Parser)]
struct Arguments {
    /// Where to listen.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8887")]
    listen: SocketAddr,
    /// Where everything is kept. Made if it is missing.
    #[arg(long, value_name = "FILE", default_value = "pbx.db")]
    database: PathBuf,
    /// Answers what only reads, and changes nothing.
    #[arg(long)]
    read_only: bool,
    /// Prints a token for somebody, and ends.
    #[arg(long, value_name = "NAME", conflicts_with = "read_only")]
    issue: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "ended");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let access = match arguments.read_only {
        true => Access::Read,
        false => Access::Write,
    };
    let database = Database::open(&arguments.database, access)?;
    if let Some(name) = arguments.issue {
        println!("{}", issue(&database, &name).await?);
        return Ok(());
    }
    if access == Access::Write && is_first_start(&database).await? {
        println!("token for admin: {}", issue(&database, "admin").await?);
    }
    let limits = Limits::default();
    let listener = TcpListener::bind(arguments.listen).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    serve(listener, app(&database, limits), limits, interrupted()).await?;
    Ok(())
}

/// Ctrl-C, or what a supervisor sends.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Nothing will ever tell: serve until killed.
        std::future::pending().await
    }
}
