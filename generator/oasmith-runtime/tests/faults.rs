//! What goes wrong on a network: each fault ends in its error, in time.

mod notes;
mod wire;

use notes::*;
use oasmith_runtime::body::TooLarge;
use oasmith_runtime::client::{Client, ClientBuilder, Error, RetryPolicy, Token};
use oasmith_runtime::reqwest_transport::Reqwest;
use oasmith_runtime::stall::Stalled;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::rustls;
use wire::{Say, Wire, note, respond, wire};

fn builder(wire: &Wire) -> ClientBuilder {
    Client::builder(wire.base.clone())
        .retry(RetryPolicy::none())
        .timeout(Duration::from_millis(400))
        .max_answer_bytes(1 << 20)
}

async fn failure(says: impl Fn() -> Vec<Say> + Send + Sync + 'static) -> Error<()> {
    let wire = wire(move |_, _| says()).await;
    let client = builder(&wire).build().unwrap();
    let begun = Instant::now();
    let error = client.call(show()).await.unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(5), "{error}");
    error
}

/// The same, of a client that waits as long as a loaded machine takes.
async fn patient_failure(says: impl Fn() -> Vec<Say> + Send + Sync + 'static) -> Error<()> {
    let wire = wire(move |_, _| says()).await;
    let client = builder(&wire).timeout(Duration::from_secs(300));
    client.build().unwrap().call(show()).await.unwrap_err()
}

fn show() -> Show {
    Show { id: "x".to_owned() }
}

fn bytes(text: &str) -> Say {
    Say::Bytes(text.into())
}

fn long() -> Say {
    Say::Wait(Duration::from_secs(60))
}

#[tokio::test]
async fn what_comes_too_slowly_is_a_timeout() {
    let slow_headers = || {
        let mut says = vec![bytes("HTTP/1.1 200 OK\r\n")];
        for _ in 0..100 {
            says.extend([Say::Wait(Duration::from_millis(50)), bytes("x-a: b\r\n")]);
        }
        says
    };
    let slow_body = || {
        let mut says = vec![bytes("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n")];
        for _ in 0..100 {
            says.extend([Say::Wait(Duration::from_millis(50)), bytes(" ")]);
        }
        says
    };
    let stall = || {
        vec![
            bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"),
            long(),
        ]
    };
    for error in [
        failure(slow_headers).await,
        failure(slow_body).await,
        failure(stall).await,
    ] {
        assert!(error.is_timeout() && error.is_retryable(), "{error:?}");
        assert_eq!(
            error.to_string(),
            "GET /notes/{id}: no answer came within 400ms"
        );
    }
}

#[tokio::test]
async fn an_error_whose_body_stalls_keeps_its_status() {
    let error = failure(|| {
        let head = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 9\r\n\r\n{";
        vec![bytes(head), long()]
    })
    .await;
    assert_eq!(error.status().unwrap().as_u16(), 503);
}

#[tokio::test]
async fn an_answer_without_end_is_not_taken() {
    let endless = || {
        let head = bytes("HTTP/1.1 200 OK\r\n\r\n");
        vec![head, Say::Endless(vec![b' '; 1 << 16])]
    };
    assert!(matches!(
        patient_failure(endless).await,
        Error::TooLarge { .. }
    ));
    // Nor are headers, and of an error only as much is kept as an answer may have.
    let headers = || {
        let head = bytes("HTTP/1.1 200 OK\r\n");
        vec![head, Say::Endless(b"x-a: aaaaaaaaaaaaaaaa\r\n".to_vec())]
    };
    assert!(matches!(
        patient_failure(headers).await,
        Error::Transport { .. }
    ));
    let refusal = || {
        let head = bytes("HTTP/1.1 404 Not Found\r\n\r\n");
        vec![head, Say::Endless(vec![b'x'; 1 << 16])]
    };
    let error = patient_failure(refusal).await;
    assert_eq!(error.body().unwrap().len(), 1 << 20);
    assert!(error.to_string().len() < 1000, "{error}");
}

/// 154,800,001 zeros as gzip (RFC 1951, RFC 1952), in less than a megabyte: one literal, then the longest matches.
fn bomb() -> Vec<u8> {
    let mut bits = Bits::default();
    bits.push(0b011, 3);
    bits.push_code(0b0011_0000, 8);
    for _ in 0..600_000 {
        // Length 258, distance 1.
        bits.push_code(0b1100_0101, 8);
        bits.push_code(0, 5);
    }
    bits.push_code(0, 7);
    let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    let (sum, length) = (0x547c_cf14_u32, 154_800_001_u32);
    [
        &head[..],
        &bits.finish(),
        &sum.to_le_bytes(),
        &length.to_le_bytes(),
    ]
    .concat()
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, bits: u32, count: u32) {
        self.held |= bits << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held.to_le_bytes()[0]);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// Codes go with their highest bit first.
    fn push_code(&mut self, code: u32, count: u32) {
        self.push(code.reverse_bits() >> (32 - count), count);
    }

    fn finish(mut self) -> Vec<u8> {
        self.push(0, 7);
        self.bytes
    }
}

#[tokio::test]
async fn what_is_compressed_is_not_blown_up() {
    // Nobody asked for it, and nobody unpacks it: what is kept is what came.
    let bomb: &[u8] = bomb().leak();
    let length = bomb.len();
    let error = failure(move || {
        let head = "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n";
        let head = format!("{head}content-length: {length}\r\n\r\n");
        vec![bytes(&head), Say::Bytes(bomb.to_vec())]
    })
    .await;
    assert!(matches!(error, Error::Decode { .. }), "{error:?}");
    assert_eq!(error.body().unwrap(), bomb);
}

#[tokio::test]
async fn what_is_not_understood_says_where() {
    for (body, said) in [
        ("{\"title\":\"\u{fffd}\",\"size\":[]}", "/size expected"),
        ("{\"size\":1}", "/title is required"),
        ("[]", "expected an object, found an array"),
        ("", "is empty"),
    ] {
        let error = failure(move || respond("200 OK", &[], body)).await;
        assert!(matches!(error, Error::Decode { .. }));
        assert!(error.to_string().contains(said), "{error}");
    }
    let error = failure(|| {
        let mut says = vec![bytes("HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n")];
        says.push(Say::Bytes(b"{\"title\":\"\xff\"".to_vec()));
        says
    })
    .await;
    assert!(
        error.to_string().contains("is not UTF-8 at byte 10"),
        "{error}"
    );
    let error = failure(|| respond("299 Odd", &[], "x")).await;
    assert_eq!(
        error.to_string(),
        "GET /notes/{id}: answered 299 <unknown status code> (not declared)"
    );
}

#[tokio::test]
async fn what_a_server_says_is_repeated_within_bounds() {
    for (body, said) in [
        ("", "answered 404 Not Found"),
        (
            "no\r\n\tsuch \u{1b}[31mnote",
            "answered 404 Not Found: no such [31mnote",
        ),
        (
            r#"{"title":"Gone","detail":"since May"}"#,
            "answered 404 Not Found: Gone: since May",
        ),
        (
            r#"{"title":"Not Found","detail":"since May"}"#,
            "answered 404 Not Found: since May",
        ),
    ] {
        let error = failure(move || respond("404 Not Found", &[], body)).await;
        assert_eq!(error.to_string(), format!("GET /notes/{{id}}: {said}"));
    }
    let long: &str = "ä".repeat(9999).leak();
    let error = failure(move || respond("404 Not Found", &[], long)).await;
    assert!(error.to_string().chars().count() < 400);
}

#[tokio::test]
async fn a_stream_that_stalls_or_breaks_ends_in_an_error() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\na,b\n";
    for (then, is_stall) in [(vec![long()], true), (Vec::new(), false)] {
        let then = std::sync::Mutex::new(then);
        let wire = wire(move |_, _| {
            let mut says = vec![bytes(head)];
            says.append(&mut then.lock().unwrap());
            says
        })
        .await;
        let client = builder(&wire)
            .idle_timeout(Duration::from_millis(200))
            .build()
            .unwrap();
        let mut file = client.call(Export {}).await.unwrap().into_inner();
        assert_eq!(&file.chunk().await.unwrap().unwrap()[..], b"a,b\n");
        let begun = Instant::now();
        let error = file.chunk().await.unwrap().unwrap_err();
        assert_eq!(error.is::<Stalled>(), is_stall, "{error}");
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn a_stream_has_no_end_but_its_reader() {
    let wire = wire(|_, _| {
        let head = bytes("HTTP/1.1 200 OK\r\n\r\n");
        vec![head, Say::Endless(vec![b' '; 1 << 16])]
    })
    .await;
    let client = builder(&wire).build().unwrap();
    let file = client.call(Export {}).await.unwrap().into_inner();
    let error = file.collect(1 << 20).await.unwrap_err();
    assert!(error.is::<TooLarge>());
}

#[tokio::test]
async fn a_stream_outlives_its_token() {
    let wire = wire(|_, _| {
        let head = "HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\na,b\n";
        let pause = Say::Wait(Duration::from_millis(300));
        vec![bytes(head), pause, bytes("c,d\n")]
    })
    .await;
    let source = || async { Ok(Token::bearer("t").expires_in(Duration::from_millis(50))) };
    let builder = builder(&wire).token_source(&BEARER, source);
    let client = builder.build().unwrap();
    let file = client.call(Export {}).await.unwrap().into_inner();
    assert_eq!(&file.collect(99).await.unwrap()[..], b"a,b\nc,d\n");
}

/// A server with a certificate for `name`, and that certificate.
async fn tls(name: &str) -> (u16, reqwest::Certificate) {
    let signed = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
    let key = signed.signing_key.serialize_der().try_into().unwrap();
    let settings = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![signed.cert.der().clone()], key)
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(std::sync::Arc::new(settings));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let Ok(mut socket) = acceptor.accept(socket).await else {
                continue;
            };
            let _ = socket.read(&mut [0; 4096]).await;
            for say in note() {
                if let Say::Bytes(bytes) = say {
                    let _ = socket.write_all(&bytes).await;
                }
            }
            let _ = socket.shutdown().await;
        }
    });
    let trusted = reqwest::Certificate::from_der(signed.cert.der()).unwrap();
    (port, trusted)
}

#[tokio::test]
async fn who_cannot_be_trusted_is_told_nothing() {
    // A certificate that nobody vouches for, and one for another name.
    let (port, _) = tls("localhost").await;
    let client = Client::builder(format!("https://localhost:{port}"));
    let client = client.retry(RetryPolicy::none()).build().unwrap();
    let error = client.call(show()).await.unwrap_err();
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
    for (name, is_right) in [("localhost", true), ("elsewhere.example", false)] {
        let (port, trusted) = tls(name).await;
        let trusting = reqwest::Client::builder().tls_certs_only([trusted]);
        let client = Client::builder(format!("https://localhost:{port}"))
            .transport(Reqwest::with_client(trusting.build().unwrap()))
            .retry(RetryPolicy::none())
            .build()
            .unwrap();
        let said = client.call(show()).await;
        assert_eq!(said.is_ok(), is_right, "{said:?}");
        let is_lost = matches!(said, Err(Error::Transport { .. }));
        assert_eq!(is_lost, !is_right);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_at_once_share_a_client() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/api", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app()).await });
    // One machine has not the ports for a connection each: those that wait for one share a few.
    let gate = std::sync::Arc::new(tokio::sync::Semaphore::new(200));
    let source = || async { Ok(Token::bearer("t0k").expires_in(Duration::from_secs(60))) };
    let client = Client::builder(base)
        .token_source(&BEARER, source)
        .timeout(Duration::from_secs(60))
        .build()
        .unwrap();
    let calls: Vec<_> = (0..10_000)
        .map(|number| {
            let id = number.to_string();
            let (sending, gate) = (client.call(Show { id }).send(), gate.clone());
            tokio::spawn(async move {
                let _permit = gate.acquire().await;
                sending.await.unwrap().title.clone()
            })
        })
        .collect();
    for (number, call) in calls.into_iter().enumerate() {
        assert_eq!(call.await.unwrap(), number.to_string());
    }
}
