//! Credentials that expire.

mod notes;
mod wire;

use notes::*;
use oasmith_runtime::client::{Client, Error, Token};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Notify;
use wire::{Wire, note, respond, wire};

/// Answers those that come with one of the tokens from `first` on.
async fn gate(first: usize) -> Wire {
    wire(move |_, asked| {
        let is_known = (first..10).any(|it| asked.contains(&format!("Bearer t{it}\r\n")));
        match is_known {
            true => note(),
            false => respond("401 Unauthorized", &[], ""),
        }
    })
    .await
}

/// A client whose tokens are `t1`, which lives so long, `t2`, ..., and how many it has asked for.
fn client(wire: &Wire, lifetime: Duration) -> (Client, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let source = move || {
        let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let lifetime = match number {
                1 => lifetime,
                _ => Duration::from_secs(3600),
            };
            Ok(Token::bearer(format!("t{number}")).expires_in(lifetime))
        }
    };
    let builder = Client::builder(wire.base.clone()).token_source(&BEARER, source);
    (builder.build().unwrap(), count)
}

fn show() -> Show {
    Show { id: "x".to_owned() }
}

#[tokio::test]
async fn a_token_is_fetched_once_and_kept() {
    let wire = gate(1).await;
    let (client, count) = client(&wire, Duration::from_secs(3600));
    assert!(client.call(show()).request().unwrap().headers().is_empty());
    assert_eq!(count.load(Ordering::SeqCst), 0);
    let calls: Vec<_> = (0..50)
        .map(|_| tokio::spawn(client.call(show()).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    client.call(show()).await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 1);
    let request = client.call(show()).request().unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer t1");
}

#[tokio::test]
async fn a_token_that_has_expired_is_renewed_once() {
    let wire = gate(1).await;
    let (client, count) = client(&wire, Duration::from_millis(300));
    client.call(show()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(350)).await;
    let calls: Vec<_> = (0..50)
        .map(|_| tokio::spawn(client.call(show()).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(count.load(Ordering::SeqCst), 2);
    assert!(!wire.asked().iter().any(|it| it.contains("Bearer t3")));
}

#[tokio::test]
async fn a_token_is_renewed_a_little_early() {
    let wire = gate(1).await;
    let (client, _) = client(&wire, Duration::from_secs(2));
    client.call(show()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(1850)).await;
    client.call(show()).await.unwrap();
    assert!(wire.asked()[1].contains("Bearer t2"));
}

#[tokio::test]
async fn a_token_that_cannot_be_renewed_early_is_used_as_long_as_it_is_good() {
    let wire = gate(1).await;
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let source = move || {
        let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            match number {
                1 => Ok(Token::bearer("t1").expires_in(Duration::from_secs(2))),
                _ => Err("signed out".into()),
            }
        }
    };
    let builder = Client::builder(wire.base.clone()).token_source(&BEARER, source);
    let client = builder.build().unwrap();
    client.call(show()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(1850)).await;
    client.call(show()).await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 2);
    assert!(wire.asked()[1].contains("Bearer t1"));
}

#[tokio::test]
async fn a_token_that_is_refused_is_renewed_and_tried_once_more() {
    let wire = gate(2).await;
    let (client, count) = client(&wire, Duration::from_secs(3600));
    let calls: Vec<_> = (0..20)
        .map(|_| tokio::spawn(client.call(show()).send()))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(count.load(Ordering::SeqCst), 2);
    // A method that is not idempotent as well: the server has not begun.
    let wire = gate(9).await;
    let (client, count) = self::client(&wire, Duration::from_secs(3600));
    let error = client.call(show()).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 401);
    assert_eq!((wire.times(), count.load(Ordering::SeqCst)), (2, 2));
}

#[tokio::test]
async fn a_source_that_fails_is_asked_once_by_those_who_wait() {
    let wire = gate(1).await;
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let source = move || {
        counted.fetch_add(1, Ordering::SeqCst);
        async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            Err("signed out".into())
        }
    };
    let builder = Client::builder(wire.base.clone()).token_source(&BEARER, source);
    let client = builder.build().unwrap();
    let calls: Vec<_> = (0..20)
        .map(|_| tokio::spawn(client.call(show()).send()))
        .collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert!(matches!(&error, Error::Credential { .. }), "{error:?}");
        assert_eq!(
            error.to_string(),
            "GET /notes/{id}: no credential could be had"
        );
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), "signed out");
    }
    assert_eq!((count.load(Ordering::SeqCst), wire.times()), (1, 0));
    // It is asked again by the next.
    assert!(client.call(show()).await.is_err());
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_call_that_is_given_up_does_not_hold_the_others() {
    let wire = gate(2).await;
    let count = AtomicUsize::new(0);
    let asked = Arc::new(Notify::new());
    let told = asked.clone();
    let source = move || {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        let told = told.clone();
        async move {
            if number == 1 {
                told.notify_one();
                std::future::pending::<()>().await;
            }
            Ok(Token::bearer(format!("t{number}")))
        }
    };
    let builder = Client::builder(wire.base.clone()).token_source(&BEARER, source);
    let client = builder.build().unwrap();
    tokio::select! {
        _ = client.call(show()).send() => unreachable!("it waits for a token that never comes"),
        () = asked.notified() => {}
    }
    client.call(show()).await.unwrap();
}

#[test]
fn a_token_is_not_printed() {
    let printed = format!("{:?}", Token::bearer("t0k"));
    assert!(printed.contains("[redacted]") && !printed.contains("t0k"));
}
