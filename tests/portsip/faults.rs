//! What a caller gets when something goes wrong on the way, over real sockets: the right error for every fault.

use crate::server::{caller, serve_api};
use crate::wire::{answering, nobody, silent, whole};
use http::StatusCode;
use portsip_pbx::client::{Client, Error as Fault};
use portsip_pbx::models::*;
use portsip_pbx::operations::*;
use portsip_pbx::server::{AdministrationApi, Context, Error, TenantApi};
use std::time::Duration;

/// Answers nothing by itself, but falls over where it is told to.
struct Faulty;

impl AdministrationApi for Faulty {
    async fn show_key(&self, _: Context, _: ShowKey) -> Result<TlsKeyPair, Error> {
        panic!("the password is hunter2")
    }

    async fn delete_ip_rule(&self, _: Context, _: DeleteIpRule) -> Result<(), Error> {
        Err(Error::status(StatusCode::BAD_REQUEST).detail("still in use"))
    }

    async fn switch_tenants(&self, _: Context, _: SwitchTenants) -> Result<(), Error> {
        Ok(())
    }
}

impl TenantApi for Faulty {}

#[tokio::test]
async fn a_handler_that_panics_is_500_and_nothing_of_it_gets_out() {
    let client = caller(serve_api(Faulty).await).build().expect("a client");
    let error = client.show_key().await.expect_err("a panic");
    assert_eq!(error.status(), Some(StatusCode::INTERNAL_SERVER_ERROR));
    assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    client.switch_tenants().await.expect("the server lives");
}

#[tokio::test]
async fn the_client_gets_what_the_server_found() {
    let client = caller(serve_api(Faulty).await).build().expect("a client");
    let error = client
        .list_tenants()
        .top(1000)
        .skip(-1)
        .await
        .expect_err("out of bounds");
    let problem = error.problem().expect("a problem");
    let found: Vec<_> = problem
        .errors
        .iter()
        .map(|it| it.pointer.as_str())
        .collect();
    assert_eq!(
        (problem.status, found),
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            vec!["/query/skip", "/query/top"]
        )
    );
    let stranger = caller(serve_api(Faulty).await)
        .bearer("wrong")
        .build()
        .expect("a client");
    let error = stranger.show_license().await.expect_err("no entry");
    assert_eq!(
        error.headers().expect("headers")["www-authenticate"],
        r#"Bearer realm="api", error="invalid_token""#
    );
}

/// What the caller of `GET /key` gets for an answer.
async fn answered(answer: impl Into<Vec<u8>>) -> Fault<()> {
    let client = caller(answering(answer).await)
        .max_answer_bytes(1000)
        .timeout(Duration::from_secs(5));
    client
        .build()
        .expect("a client")
        .show_key()
        .await
        .expect_err("a fault")
}

const AS_JSON: &str = "content-type: application/json\r\n";

#[tokio::test]
async fn declared_errors_keep_status_and_bytes() {
    for status in [
        "400 Bad Request",
        "404 Not Found",
        "418 I'm a teapot",
        "499 Whatever",
    ] {
        let error = answered(whole(status, "x-trace: 7\r\n", b"\xff\x00 not a text")).await;
        let Fault::Declared {
            answer, error: (), ..
        } = &error
        else {
            panic!("{status}: {error:?}")
        };
        assert_eq!(answer.status.as_str(), &status[..3]);
        assert_eq!(
            (&answer.headers["x-trace"], &answer.body[..]),
            (&"7".parse().expect("a value"), &b"\xff\x00 not a text"[..])
        );
    }
}

#[tokio::test]
async fn undeclared_statuses_are_errors_and_keep_status_and_bytes() {
    let location = "location: ftp://elsewhere.example.com/\r\n";
    for status in [
        "204 No Content",
        "302 Found",
        "500 Oops",
        "503 Service Unavailable",
    ] {
        let body = if status.starts_with("204") {
            ""
        } else {
            "{\"crt\":\"a\"}"
        };
        let error = answered(whole(status, location, body)).await;
        let Fault::Undeclared { answer, .. } = &error else {
            panic!("{status}: {error:?}")
        };
        assert_eq!(
            (answer.status.as_str(), &answer.body[..]),
            (&status[..3], body.as_bytes())
        );
        assert_eq!(error.is_retryable(), status.starts_with("503"), "{status}");
    }
}

#[tokio::test]
async fn an_undeclared_success_is_read_as_the_declared_one() {
    let answer = whole("201 Created", AS_JSON, "{\"crt\":\"a\"}");
    let client = caller(answering(answer).await).build().expect("a client");
    let answer = client.show_key().await.expect("an answer");
    assert_eq!(
        (answer.status.as_u16(), answer.crt.as_deref()),
        (201, Some("a"))
    );
}

#[tokio::test]
async fn answers_that_are_not_what_was_declared_are_told_with_their_place() {
    let cases: &[(&[u8], &str)] = &[
        (b"<html>", ""),
        (b"", ""),
        (b"{\"crt\":\"a\"", ""),
        (b"{\"crt\":\"\xff\"}", ""),
        (b"{\"crt\":7}", "/crt"),
        (b"[]", ""),
        (b"{} {}", ""),
    ];
    for (body, place) in cases {
        let error = answered(whole("200 OK", AS_JSON, body)).await;
        let Fault::Decode {
            answer,
            pointer,
            message,
            ..
        } = &error
        else {
            panic!("{body:?}: {error:?}")
        };
        assert_eq!(
            (&answer.body[..], pointer.as_str()),
            (*body, *place),
            "{message}"
        );
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn answers_that_do_not_come_whole_are_faults_of_the_transport() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"crt\":\"a\"}".to_vec();
    let broken =
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"crt\r\nzz\r\n".to_vec();
    for answer in [
        cut,
        broken,
        b"HTTP/1.1 2".to_vec(),
        Vec::new(),
        b"SSH-2.0-x\r\n".to_vec(),
    ] {
        let error = answered(answer.clone()).await;
        assert!(
            matches!(error, Fault::Transport { .. }),
            "{}: {error:?}",
            answer.escape_ascii()
        );
        assert!(error.is_retryable());
    }
    let client = caller(nobody().await).build().expect("a client");
    assert!(matches!(
        client.show_key().await,
        Err(Fault::Transport { .. })
    ));
}

#[tokio::test]
async fn an_export_that_is_cut_short_says_so_at_its_end() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n10.0.0.0/8".to_vec();
    let client = caller(answering(cut).await).build().expect("a client");
    let export = client
        .export_ip_rules()
        .await
        .expect("its beginning")
        .into_inner();
    assert!(export.body.collect(1000).await.is_err());
}

#[tokio::test]
async fn answers_that_are_too_long_are_not_read_to_their_end() {
    let error = answered(whole("200 OK", AS_JSON, "x".repeat(1001))).await;
    let Fault::TooLarge { status, limit, .. } = error else {
        panic!("{error:?}")
    };
    assert_eq!((status, limit), (StatusCode::OK, 1000));
    let error = answered(whole("400 Bad Request", "", "x".repeat(1001))).await;
    assert_eq!(error.body().expect("as much as is taken").len(), 1000);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_waited_for_as_long_as_was_said() {
    let client = caller(silent().await).build().expect("a client");
    let error = client
        .show_key()
        .timeout(Duration::from_millis(50))
        .await
        .expect_err("no answer");
    assert!(error.is_timeout() && error.is_retryable(), "{error:?}");
    let late = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{";
    let address = answering(late).await;
    let client = Client::builder(format!("http://{address}/api"))
        .timeout(Duration::from_secs(5))
        .build();
    assert!(client.expect("a client").show_key().await.is_err());
}

#[tokio::test]
async fn a_path_that_a_url_resolves_is_refused_rather_than_sent_elsewhere() {
    let client = caller(serve_api(Faulty).await).build().expect("a client");
    for id in [".", ".."] {
        assert!(
            matches!(client.delete_tenant(id).await, Err(Fault::Transport { .. })),
            "{id}"
        );
    }
    assert!(matches!(
        client.delete_tenant("").await,
        Err(Fault::Encode { .. })
    ));
}

#[tokio::test]
async fn models_that_are_refused_by_the_handler_are_declared_errors() {
    let client = caller(serve_api(Faulty).await).build().expect("a client");
    let error = client.delete_ip_rule("1").await.expect_err("in use");
    assert!(matches!(error, Fault::Declared { .. }), "{error:?}");
    let request = CreateTransportRequest::new(TransportProtocol::Udp, 5060);
    let error = client
        .create_transport(request)
        .await
        .expect_err("not implemented");
    assert!(matches!(error, Fault::Undeclared { .. }), "{error:?}");
}
