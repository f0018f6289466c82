//! An operation with a server of its own is called there, unless all operations are called elsewhere.

use crate::zoo::client::{BaseUrl, Client, Transport};
use crate::zoo::runtime::body::{Body, BoxError, BoxFuture};
use crate::zoo::servers::Server;
use std::sync::{Arc, Mutex};

/// Notes where requests go, and answers all of them.
#[derive(Clone, Default)]
struct Noted(Arc<Mutex<Vec<String>>>);

impl Transport for Noted {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        self.0
            .lock()
            .expect("no panic")
            .push(request.uri().to_string());
        Box::pin(async {
            let mut answer = http::Response::new(Body::empty());
            *answer.status_mut() = http::StatusCode::NO_CONTENT;
            Ok(answer)
        })
    }
}

async fn called(base: impl Into<BaseUrl>) -> String {
    let noted = Noted::default();
    let client = Client::builder(base).transport(noted.clone()).build();
    let client = client.expect("a client");
    client.upload().await.expect("an answer");
    let called = noted.0.lock().expect("no panic");
    called[0].clone()
}

#[tokio::test]
async fn an_operation_is_called_at_its_own_server() {
    let declared = called(Server::default()).await;
    assert_eq!(declared, "http://uploads.example/up/uploads");
    let elsewhere = called("http://localhost:1/test").await;
    assert_eq!(elsewhere, "http://localhost:1/test/uploads");
}
