//! From the traits to a server: limits, time-outs, logs, and an end that loses nothing.

use crate::api::Backend;
use crate::database::Database;
use crate::tokens::Tokens;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use http::StatusCode;
use portsip_pbx::server::router;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

/// How much of anything there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a body.
    pub body: usize,
    /// How long a request may take, its body included.
    pub request: Duration,
    /// How long requests may still take once the server is told to end.
    pub end: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 256 * 1024,
            request: Duration::from_secs(10),
            end: Duration::from_secs(10),
        }
    }
}

/// The API, with the layers around it. The last is the first that a request meets.
pub fn app(database: &Arc<Database>, limits: Limits) -> Router {
    router(Backend(database.clone()), Tokens(database.clone()))
        .layer(DefaultBodyLimit::max(limits.body))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            limits.request,
        ))
        // Method, path, status and time of each request at `debug`; failures at `error`. No headers: they hold tokens.
        .layer(TraceLayer::new_for_http())
}

/// Serves until `stop` is done, and then until the requests that are running are.
pub async fn serve<S>(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    stop: S,
) -> std::io::Result<()>
where
    S: Future<Output = ()> + Send + 'static,
{
    let (told, mut is_told) = tokio::sync::watch::channel(false);
    let stopped = async move {
        stop.await;
        tracing::info!("ending: no new requests");
        told.send_replace(true);
    };
    // Made into a service once, since axum copies the whole table of a router for each connection otherwise.
    let served = axum::serve(listener, app.into_make_service()).with_graceful_shutdown(stopped);
    let too_late = async move {
        // An error means that the sender is gone, and with it the server.
        let _ = is_told.wait_for(|told| *told).await;
        tokio::time::sleep(limits.end).await;
    };
    tokio::select! {
        done = served => done,
        () = too_late => {
            tracing::warn!("ended with requests still running");
            Ok(())
        }
    }
}
