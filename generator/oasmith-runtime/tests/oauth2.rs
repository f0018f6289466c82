//! Tokens from a token URL.

mod notes;
mod wire;

use notes::*;
use oasmith_runtime::client::Client;
use oasmith_runtime::oauth2::OAuth2;
use oasmith_runtime::token::TokenSource;
use wire::{Wire, note, respond, wire};

/// A token URL that gives out `t1`, `t2`, ... with `more`, and an API that takes the one that `good` names.
async fn issuer(more: &'static str, good: &'static str) -> Wire {
    wire(move |number, asked| {
        if asked.starts_with("POST /token ") {
            let token =
                format!("{{\"access_token\":\"t{number}\",\"token_type\":\"Bearer\"{more}}}");
            return respond("200 OK", &[], &token);
        }
        match asked.contains(good) {
            true => note(),
            false => respond("401 Unauthorized", &[], ""),
        }
    })
    .await
}

fn client(wire: &Wire, source: OAuth2) -> Client {
    let builder = Client::builder(wire.base.clone()).token_source(&BEARER, source);
    builder.build().unwrap()
}

fn show() -> Show {
    Show { id: "x".to_owned() }
}

fn body(asked: &str) -> &str {
    asked.split_once("\r\n\r\n").unwrap().1
}

#[tokio::test]
async fn a_client_gets_a_token_for_itself() {
    let wire = issuer(r#","expires_in":"3600""#, "Bearer t1\r\n").await;
    let url = format!("{}/token", wire.base);
    let source = OAuth2::client_credentials(url, "me:1", "s&t")
        .scopes(["read", "write"])
        .parameter("audience", "notes");
    let client = client(&wire, source);
    client.call(show()).await.unwrap();
    client.call(show()).await.unwrap();
    let asked = wire.asked();
    assert_eq!(asked.len(), 3);
    assert_eq!(
        body(&asked[0]),
        "grant_type=client_credentials&scope=read%20write&audience=notes"
    );
    // `me%3A1:s%26t`
    let head = &asked[0];
    assert!(
        head.contains("authorization: Basic bWUlM0ExOnMlMjZ0\r\n"),
        "{head}"
    );
    assert!(head.contains("content-type: application/x-www-form-urlencoded\r\n"));
}

#[tokio::test]
async fn a_token_url_may_be_relative_to_the_api() {
    for url in ["token", "/token", "../token", "./a/../token"] {
        let wire = issuer("", "Bearer t1\r\n").await;
        client(&wire, OAuth2::client_credentials(url, "me", "s"))
            .call(show())
            .await
            .unwrap();
        assert!(wire.asked()[0].starts_with("POST /token "), "{url}");
    }
    let source = OAuth2::client_credentials("token", "me", "s");
    let transport = axum::Router::new();
    let alone = source.token(&transport).await.unwrap_err();
    assert!(alone.to_string().contains("relative"), "{alone}");
}

#[tokio::test]
async fn a_user_gets_a_token_and_a_refresh_token_the_next() {
    let wire = issuer(r#","refresh_token":"r1""#, "Bearer t3\r\n").await;
    let url = format!("{}/token", wire.base);
    let source = OAuth2::password(url, "anna", "pä").client("app", "");
    let client = client(&wire, source);
    // The first token is refused.
    client.call(show()).await.unwrap();
    let asked = wire.asked();
    assert_eq!(
        body(&asked[0]),
        "grant_type=password&username=anna&password=p%C3%A4&client_id=app"
    );
    assert_eq!(
        body(&asked[2]),
        "grant_type=refresh_token&refresh_token=r1&client_id=app"
    );
}

#[tokio::test]
async fn a_refresh_token_that_is_refused_is_given_up() {
    let wire = wire(|_, asked| {
        if asked.contains("grant_type=refresh_token") {
            return respond("400 Bad Request", &[], r#"{"error":"invalid_grant"}"#);
        }
        match asked.starts_with("POST /token ") {
            true => respond("200 OK", &[], r#"{"access_token":"t","refresh_token":"r"}"#),
            false if asked.contains("GET /notes/refused") => respond("401", &[], ""),
            false => note(),
        }
    })
    .await;
    let url = format!("{}/token", wire.base);
    let signed_in = client(
        &wire,
        OAuth2::password(url.clone(), "anna", "p").client_in_body(),
    );
    let refused = Show {
        id: "refused".to_owned(),
    };
    assert_eq!(
        signed_in.call(refused).await.unwrap_err().status().unwrap(),
        401
    );
    // Signed in, refused, refreshed in vain, signed in again, refused.
    assert_eq!(wire.times(), 5);
    // There is nothing else to begin with.
    let client = client(&wire, OAuth2::refresh_token(url, "old"));
    let error = client.call(show()).await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(
        source.to_string(),
        "the token URL answers 400 Bad Request: invalid_grant"
    );
}

#[tokio::test]
async fn what_a_token_url_says_is_not_trusted() {
    for (status, answer, said) in [
        ("200 OK", "{}", "the token URL answers no token"),
        ("200 OK", "<html>t0k", "the token URL answers no token"),
        ("500", "", "the token URL answers 500 Internal Server Error"),
        (
            "302 Found",
            "{\"error\":\"a\",\"error_description\":\"b\\nc\"}",
            "the token URL answers 302 Found: a: b c",
        ),
    ] {
        let wire = wire(move |_, _| respond(status, &["location: /x"], answer)).await;
        let url = format!("{}/token", wire.base);
        let client = client(&wire, OAuth2::client_credentials(url, "a", "b"));
        let error = client.call(show()).await.unwrap_err();
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), said);
        assert_eq!(wire.times(), 1);
    }
}

#[test]
fn its_secrets_are_not_printed() {
    let source = OAuth2::password("https://h/token", "anna", "s3cret").client("a", "t0p");
    let printed = format!("{source:?}");
    assert!(
        !printed.contains("s3cret") && !printed.contains("t0p"),
        "{printed}"
    );
}
