//! Requests that an API sends: whoever receives them implements a trait, and mounts its router where it likes.

use crate::zoo::models::{Animal, Meal};
use crate::zoo::operations::{AnimalBorn, PostEaten};
use crate::zoo::runtime::server::{Context, Error};
use crate::zoo::server::{CallbacksApi, Options, WebhooksApi, callbacks_router, webhooks_router};

#[derive(Clone)]
struct Listener;

impl WebhooksApi for Listener {
    async fn animal_born(&self, _: Context, request: AnimalBorn) -> Result<Animal, Error> {
        Ok(request.body)
    }
}

impl CallbacksApi for Listener {
    async fn post_eaten(&self, _: Context, request: PostEaten) -> Result<(), Error> {
        let Meal { amount, .. } = request.body;
        assert_eq!(format!("{amount:?}"), "Integer(7)");
        Ok(())
    }
}

#[tokio::test]
async fn webhooks_and_callbacks_are_received_and_checked() {
    let app = webhooks_router(Listener, Options::new().base("/hooks")).merge(callbacks_only());
    let address = crate::keeper::listen(app).await;
    let cases = [
        ("/hooks/animal-born", r#"{"kind":"fish"}"#, 200),
        ("/hooks/animal-born", r#"{"kind":"bird"}"#, 422),
        ("/calls/eaten", r#"{"food":"ok","amount":7}"#, 204),
        ("/calls/eaten", r#"{"food":"ok"}"#, 422),
    ];
    for (path, body, status) in cases {
        let request = reqwest::Client::new()
            .post(format!("{address}{path}"))
            .header("content-type", "application/json")
            .body(body);
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), status, "{path} {body}");
    }
}

/// Without the fallback, of which a router has one.
fn callbacks_only() -> axum::Router {
    callbacks_router(Listener, Options::new().base("/calls")).reset_fallback()
}
