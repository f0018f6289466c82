//! Serves the mock on a port of this machine.

use std::net::Ipv4Addr;
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let port = args.next().and_then(|port| port.parse().ok());
    let router = match args.next().as_deref() {
        Some("stateful") => api::mock::stateful_router(),
        _ => api::mock::router(),
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0))).await?;
    println!("listening on http://{}{}", listener.local_addr()?, api::mock::BASE);
    axum::serve(listener, router.into_make_service()).await
}
