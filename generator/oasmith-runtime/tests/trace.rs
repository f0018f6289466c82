//! Spans of calls, as a subscriber sees them.

mod notes;
mod wire;

use notes::*;
use oasmith_runtime::client::{Client, RetryPolicy};
use oasmith_runtime::security::Credential;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use wire::{note, respond, wire};

/// Writes down every field of every span.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Visit for &Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let line = format!("{}={value:?}", field.name());
        self.0.lock().unwrap().push(line);
    }
}

impl<S: tracing::Subscriber> Layer<S> for Log {
    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        attributes.record(&mut &*self);
    }

    fn on_record(&self, _: &Id, values: &Record<'_>, _: Context<'_, S>) {
        values.record(&mut &*self);
    }
}

async fn seen(answer: impl Fn(usize) -> Vec<wire::Say> + Send + Sync + 'static) -> Vec<String> {
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(log.clone()));
    let wire = wire(move |number, _| answer(number)).await;
    let quick = Duration::from_millis(1);
    let client = Client::builder(wire.base)
        .credential(&BEARER, Credential::bearer("s3cret"))
        .retry(RetryPolicy::new().backoff(quick, quick))
        .trace()
        .build()
        .unwrap();
    let _ = client
        .call(Show {
            id: "p4th".to_owned(),
        })
        .await;
    log.0.lock().unwrap().clone()
}

#[tokio::test]
async fn a_span_tells_what_was_called_and_what_came_of_it() {
    let seen = seen(|number| match number {
        1 => respond("503 Service Unavailable", &[], "b0dy"),
        _ => note(),
    });
    let seen = seen.await.join("\n");
    assert_eq!(
        seen,
        "otel.kind=\"client\"\noperation=\"show\"\nhttp.request.method=\"GET\"\n\
         url.template=\"/notes/{id}\"\nattempts=1\nattempts=2\nhttp.response.status_code=200"
    );
}

#[tokio::test]
async fn a_span_tells_the_kind_of_error_and_no_secret() {
    let seen = seen(|_| respond("404 Not Found", &["x-token: t0ken"], "b0dy")).await;
    let seen = seen.join("\n");
    assert!(
        seen.ends_with("http.response.status_code=404\nerror=\"declared\""),
        "{seen}"
    );
    for secret in ["s3cret", "t0ken", "b0dy", "p4th", "127.0.0.1"] {
        assert!(!seen.contains(secret), "{seen}");
    }
}
