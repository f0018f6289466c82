//! A server that answers all operations as it is told, and remembers what it was asked.

use crate::operations::{answer, operations};
use crate::sample::Sent;
use bytes::Bytes;
use http::Request;
use portsip_pbx::client::{Client, ClientBuilder};
use portsip_pbx::operations::*;
use portsip_pbx::runtime::operation::{Operation, encode};
use portsip_pbx::server::{
    AdministrationApi, Authenticator, Context, Error, Principal, TenantApi, router,
};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};

/// Implements both traits for all operations.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<State>>);

#[derive(Default)]
pub struct State {
    /// What it answers next.
    pub next: Option<Sent>,
    /// What it was asked last, as a request that would ask the same.
    pub asked: Option<Request<Bytes>>,
    /// Who asked.
    pub subject: Option<String>,
}

impl Recorder {
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no handler panics with the lock held")
    }

    async fn serve<O: Operation>(&self, cx: Context, operation: O) -> Result<O::Output, Error> {
        // Handlers wait for something: their futures must be able to move between threads.
        tokio::task::yield_now().await;
        let mut state = self.state();
        state.subject = cx.principal.map(|it| it.subject);
        let asked = encode(operation).expect("a request that HTTP can carry");
        state.asked = Some(asked.map(|body| body.as_bytes().cloned().unwrap_or_default()));
        let next = state.next.take().expect("an answer");
        Ok(O::decode_answer(answer(next)).expect("an answer of this operation"))
    }
}

macro_rules! recorder {
    ($($server:ident { $($method:ident: $input:ident($($argument:ident),*),)* })*) => {$(
        impl $server for Recorder {$(
            async fn $method(&self, cx: Context, request: $input) -> Result<<$input as Operation>::Output, Error> {
                self.serve(cx, request).await
            }
        )*}
    )*};
}
operations!(recorder);

/// Knows one token.
pub struct Tokens;

impl Authenticator for Tokens {
    async fn bearer(&self, token: &str) -> Result<Principal, Error> {
        tokio::task::yield_now().await;
        match token {
            "secret" => Ok(Principal::new("anna")),
            _ => Err(Error::status(http::StatusCode::UNAUTHORIZED)),
        }
    }
}

/// Serves an API on a free port.
pub async fn serve(app: axum::Router) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// Serves `api` under its own base path, to callers with a token.
pub async fn serve_api<A: AdministrationApi + TenantApi>(api: A) -> SocketAddr {
    serve(router(api, Tokens)).await
}

/// A client over a socket.
pub fn caller(address: SocketAddr) -> ClientBuilder {
    Client::builder(format!("http://{address}/api")).bearer("secret")
}

/// A client in the same process.
pub fn in_process<A: AdministrationApi + TenantApi>(api: A) -> ClientBuilder {
    Client::builder("http://in.process/api")
        .transport(router(api, Tokens))
        .bearer("secret")
}
