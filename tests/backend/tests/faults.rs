//! What happens when the world is not as it should be.

mod running;

use pbx_backend::{Access, Database, issue};
use portsip_pbx::models::{CreateIpRuleRequest, IpRuleTarget};
use running::{Running, temporary};
use rusqlite::Connection;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn rule(cidr: &str) -> CreateIpRuleRequest {
    CreateIpRuleRequest::new(cidr, IpRuleTarget::Deny)
}

#[tokio::test]
async fn a_locked_database_can_be_read_and_is_503_to_writers_until_it_is_free() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let other = Connection::open(folder.path().join("pbx.db")).expect("the same file");
    other.execute_batch("BEGIN IMMEDIATE").expect("the lock");

    assert_eq!(
        client
            .list_ip_rules()
            .await
            .expect("readers do not wait")
            .count,
        Some(0)
    );
    let begun = Instant::now();
    let refused = client
        .create_ip_rule(rule("10.0.0.0/8"))
        .await
        .expect_err("it is locked");
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(503));
    assert!(begun.elapsed() < Duration::from_secs(6));

    other.execute_batch("ROLLBACK").expect("free");
    client
        .create_ip_rule(rule("10.0.0.0/8"))
        .await
        .expect("created");
    assert_eq!(client.list_ip_rules().await.expect("a page").count, Some(1));
    server.stop().await;
}

#[tokio::test]
async fn a_read_only_database_is_served_and_not_changed() {
    let folder = temporary();
    let path = folder.path().join("pbx.db");
    let writer = Database::open(&path, Access::Write).expect("a database");
    let token = issue(&writer, "tester").await.expect("a token");
    let database = Database::open(&path, Access::Read).expect("the same");
    let server = Running::serve(&database, token).await;
    let client = server.client();
    assert_eq!(client.list_ip_rules().await.expect("a page").count, Some(0));
    let refused = client
        .create_ip_rule(rule("10.0.0.0/8"))
        .await
        .expect_err("it is read-only");
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(503));
    assert_eq!(client.list_ip_rules().await.expect("a page").count, Some(0));
    server.stop().await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_not_opened() {
    let folder = temporary();
    let path = folder.path().join("pbx.db");
    std::fs::write(
        &path,
        "a text that is no database, and long enough not to be taken for an empty one",
    )
    .expect("a file");
    let error = Database::open(&path, Access::Write).expect_err("it is none");
    assert_eq!(error.to_string(), "file is not a database");
    let missing = folder.path().join("missing.db");
    Database::open(&missing, Access::Read).expect_err("there is nothing to read");
    assert!(!missing.exists());
}

#[tokio::test]
async fn a_restart_keeps_everything() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    server
        .client()
        .create_ip_rule(rule("10.0.0.0/8"))
        .await
        .expect("created");
    server.stop().await;

    let server = Running::start(&folder).await;
    let rule = server
        .client()
        .show_ip_rule("1")
        .await
        .expect("shown")
        .into_inner();
    assert_eq!(rule.cidr.as_deref(), Some("10.0.0.0/8"));
    server.stop().await;
}

#[tokio::test]
async fn a_request_in_the_middle_is_answered_before_the_server_ends() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let other = Connection::open(folder.path().join("pbx.db")).expect("the same file");
    other.execute_batch("BEGIN IMMEDIATE").expect("the lock");

    let writing = tokio::spawn(async move { client.create_ip_rule(rule("10.0.0.0/8")).await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    let url = server.url().to_owned();
    let stopping = tokio::spawn(server.stop());
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!stopping.is_finished());
    let address = url.trim_start_matches("http://").trim_end_matches("/api");
    assert!(
        TcpStream::connect(address).await.is_err(),
        "no new connections"
    );

    other.execute_batch("ROLLBACK").expect("free");
    writing.await.expect("no panic").expect("created");
    stopping.await.expect("ended");
    let kept: i64 = other
        .query_one("SELECT count(*) FROM ip_rules", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(kept, 1);
}

#[tokio::test]
async fn a_client_that_goes_away_leaves_the_server_well() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let address = server
        .url()
        .trim_start_matches("http://")
        .trim_end_matches("/api")
        .to_owned();
    for _ in 0..20 {
        let mut half = TcpStream::connect(&address).await.expect("a connection");
        let head =
            "POST /api/ip_filters HTTP/1.1\r\nhost: pbx\r\ncontent-length: 100\r\n\r\n{\"cidr\"";
        half.write_all(head.as_bytes())
            .await
            .expect("half a request");
    }
    assert_eq!(
        server.client().list_ip_rules().await.expect("a page").count,
        Some(0)
    );
    server.stop().await;
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_413() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let long = rule("10.0.0.0/8").description("x".repeat(300_000));
    let refused = server
        .client()
        .create_ip_rule(long)
        .await
        .expect_err("it is too long");
    assert_eq!(refused.status().map(|it| it.as_u16()), Some(413));
    server.stop().await;
}

#[tokio::test]
async fn tokens_are_not_in_the_file() {
    let folder = temporary();
    let path = folder.path().join("pbx.db");
    let database = Database::open(&path, Access::Write).expect("a database");
    let token = issue(&database, "tester").await.expect("a token");
    drop(database);
    let mut bytes = Vec::new();
    let mut file = tokio::fs::File::open(&path).await.expect("the file");
    file.read_to_end(&mut bytes).await.expect("its bytes");
    assert!(bytes.windows(6).any(|it| it == b"tester"));
    assert!(!bytes.windows(token.len()).any(|it| it == token.as_bytes()));
}
