//! A server that answers with what it was sent, and a client that talks to it.

use crate::zoo::client::Client;
use crate::zoo::models::{Animal, Meal};
use crate::zoo::operations::{AddMeal, ReplaceAnimal};
use crate::zoo::runtime::server::{Context, Error};
use crate::zoo::server::DefaultApi;
use std::sync::{Arc, Mutex};

/// The animal that was replaced last: its id and what it is near to, as the server saw them.
pub type Seen = Arc<Mutex<Vec<ReplaceAnimal>>>;

#[derive(Clone, Default)]
pub struct Keeper {
    pub seen: Seen,
}

impl DefaultApi for Keeper {
    async fn replace_animal(&self, _: Context, request: ReplaceAnimal) -> Result<Animal, Error> {
        self.seen.lock().expect("no panic").push(request.clone());
        Ok(request.body)
    }

    async fn add_meal(&self, _: Context, request: AddMeal) -> Result<Meal, Error> {
        Ok(request.body)
    }
}

/// The server on a socket of its own, and where its operations are.
pub async fn serve(keeper: Keeper) -> String {
    let address = listen(crate::zoo::server::router(keeper)).await;
    format!("{address}/v1")
}

/// A router on a socket of its own, and its address.
pub async fn listen(app: axum::Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, app).await });
    format!("http://{address}")
}

pub async fn client(keeper: Keeper) -> Client {
    let address = serve(keeper).await;
    Client::builder(address).build().expect("a client")
}
