//! Serves the mock on a port of this machine.

use std::net::Ipv4Addr;
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0))).await?;
    println!("listening on http://{}{}", listener.local_addr()?, api::mock::BASE);
    axum::serve(listener, api::mock::router()).await
}
