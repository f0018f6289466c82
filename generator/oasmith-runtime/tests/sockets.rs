//! The server over real sockets, and senders that do not mean well.

mod notes;

use bytes::Bytes;
use notes::{DROPPED, Export, Upload, app, app_with};
use oasmith_runtime::body::{Body, BoxError};
use oasmith_runtime::server::{Auth, Error, Options, Route, router};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

/// Tests are not to hang.
const PATIENCE: Duration = Duration::from_secs(20);

async fn serve(app: axum::Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// A connection on which `text` was sent.
async fn sent(address: SocketAddr, text: &str) -> TcpStream {
    let mut socket = TcpStream::connect(address).await.unwrap();
    // A server that has seen enough closes while there is more to send.
    let _ = socket.write_all(text.as_bytes()).await;
    socket
}

/// What comes until the server closes.
async fn rest(socket: &mut TcpStream) -> String {
    let mut all = Vec::new();
    // A reset ends it, too.
    let _ = timeout(PATIENCE, socket.read_to_end(&mut all))
        .await
        .expect("an end");
    String::from_utf8(all).unwrap()
}

async fn ask(address: SocketAddr, text: &str) -> String {
    rest(&mut sent(address, text).await).await
}

/// The status of an answer.
fn status(answer: &str) -> u16 {
    let status = answer.get(9..12).and_then(|it| it.parse().ok());
    status.unwrap_or_else(|| panic!("no answer: {answer:?}"))
}

fn get(path: &str, headers: &str) -> String {
    format!(
        "GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer t0k\r\n{headers}\r\n"
    )
}

/// A note on its way, which says that it is `length` bytes long.
fn post(length: usize, headers: &str, body: &str) -> String {
    format!(
        "POST /api/notes HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    )
}

fn whole(body: &str) -> String {
    post(body.len(), "", body)
}

const NOTE: &str = r#"{"title":"abc","size":1}"#;

#[tokio::test]
async fn a_panic_costs_neither_its_connection_nor_others() {
    let address = serve(app()).await;
    let mut other = sent(address, "").await;
    let open = |path| get(path, "").replace("connection: close\r\n", "");
    let both = open("/api/notes/panic") + &get("/api/notes/x", "");
    let answers = ask(address, &both).await;
    let found: Vec<&str> = answers
        .match_indices("HTTP/1.1 ")
        .map(|(at, _)| &answers[at + 9..at + 12])
        .collect();
    assert_eq!(found, ["500", "200"]);
    assert!(!answers.contains("internals"), "{answers}");
    other
        .write_all(get("/api/notes/x", "").as_bytes())
        .await
        .unwrap();
    assert_eq!(status(&rest(&mut other).await), 200);
}

#[tokio::test]
async fn a_slow_sender_is_408() {
    // As long as no pause of a busy machine: what is sent as a whole is to come in time.
    let limit = Duration::from_secs(1);
    let address = serve(app_with(Options::new().body_time(limit))).await;
    let mut socket = sent(address, &post(NOTE.len(), "", "{")).await;
    for byte in NOTE.bytes().skip(1).take(2) {
        sleep(limit / 4).await;
        // A byte now and then does not keep it alive.
        let _ = socket.write_all(&[byte]).await;
    }
    let answer = rest(&mut socket).await;
    assert_eq!(
        (status(&answer), answer.contains("connection: close")),
        (408, true)
    );
    assert_eq!(status(&ask(address, &whole(NOTE)).await), 201);
}

#[tokio::test]
async fn a_slow_sender_of_what_is_read_as_it_comes_is_let_go() {
    // No machine is so busy that a short pause becomes this long.
    let limit = Duration::from_secs(1);
    let address = serve(app_with(Options::new().body_time(limit))).await;
    let head = "PUT /api/notes/x/file HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/octet-stream\r\ncontent-length: 8\r\n\r\n";
    let mut slow = sent(address, head).await;
    for _ in 0..8 {
        sleep(limit / 7).await;
        slow.write_all(b"x").await.unwrap();
    }
    assert_eq!(status(&rest(&mut slow).await), 200);
    let paused = ask(address, &(head.to_owned() + "xxx")).await;
    assert_eq!(status(&paused), 500);
}

#[tokio::test]
async fn a_handler_that_takes_too_long_is_503() {
    let limit = Duration::from_millis(50);
    let address = serve(app_with(Options::new().handler_time(limit))).await;
    assert_eq!(
        status(&ask(address, &get("/api/notes/slow", "")).await),
        503
    );
    assert_eq!(status(&ask(address, &get("/api/notes/x", "")).await), 200);
}

#[tokio::test]
async fn a_handler_is_dropped_when_its_caller_goes() {
    let address = serve(app()).await;
    let before = DROPPED.load(Ordering::SeqCst);
    let socket = sent(address, &get("/api/notes/slow", "")).await;
    sleep(Duration::from_millis(50)).await;
    drop(socket);
    let start = Instant::now();
    while DROPPED.load(Ordering::SeqCst) == before {
        assert!(start.elapsed() < PATIENCE, "the handler is still at work");
        sleep(Duration::from_millis(5)).await;
    }
}

/// A stream that never ends by itself, and what it does for its first chunk.
struct Endless {
    chunk: fn() -> Result<Bytes, BoxError>,
    polled: usize,
    gone: Arc<AtomicUsize>,
}

impl futures_core::Stream for Endless {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.polled += 1;
        Poll::Ready(Some(match self.polled {
            1 => Ok(Bytes::from_static(&[b'x'; 4096])),
            _ => (self.chunk)(),
        }))
    }
}

impl Drop for Endless {
    fn drop(&mut self) {
        self.gone.fetch_add(1, Ordering::SeqCst);
    }
}

/// A server whose export is endless, and how many of those streams are gone.
async fn serve_endless(chunk: fn() -> Result<Bytes, BoxError>) -> (SocketAddr, Arc<AtomicUsize>) {
    let gone = Arc::<AtomicUsize>::default();
    let api = Arc::new((chunk, gone.clone()));
    let routes = vec![Route::new(&api, |api, _, _: Export| {
        let (chunk, polled, gone) = (api.0, 0, api.1.clone());
        let stream = Endless {
            chunk,
            polled,
            gone,
        };
        Box::pin(async move { Ok(Body::stream(stream)) })
    })];
    let address = serve(router("/api", routes, None, Options::new())).await;
    (address, gone)
}

async fn until_gone(gone: &AtomicUsize) {
    let start = Instant::now();
    while gone.load(Ordering::SeqCst) == 0 {
        assert!(start.elapsed() < PATIENCE, "the stream is still there");
        sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_stream_is_dropped_when_its_reader_goes() {
    let (address, gone) = serve_endless(|| Ok(Bytes::from_static(&[b'x'; 4096]))).await;
    let mut socket = sent(address, &get("/api/notes/export", "")).await;
    socket.read_exact(&mut [0; 100_000]).await.unwrap();
    assert_eq!(gone.load(Ordering::SeqCst), 0);
    drop(socket);
    until_gone(&gone).await;
}

#[tokio::test]
async fn a_stream_that_breaks_does_not_look_whole() {
    for chunk in [
        || Err("no more".into()),
        || -> Result<Bytes, BoxError> { panic!("internals") },
    ] {
        let (address, gone) = serve_endless(chunk).await;
        let answer = ask(address, &get("/api/notes/export", "")).await;
        // RFC 9112, section 7.1: what is whole ends with a chunk of no length.
        assert!(!answer.ends_with("0\r\n\r\n") && !answer.contains("internals"));
        until_gone(&gone).await;
        let other = ask(address, &get("/api/notes/other", "")).await;
        assert_eq!(status(&other), 404);
    }
}

#[tokio::test]
async fn an_upload_that_is_cut_short_does_not_look_whole() {
    let api = Arc::new(tokio::sync::Mutex::new(Vec::new()));
    let routes = vec![Route::new(&api, |api, _, it: Upload| {
        Box::pin(async move {
            let read = it.body.collect(1 << 20).await;
            api.lock().await.push(read.is_ok());
            Err(Error::internal())
        })
    })];
    let address = serve(router("/api", routes, None, Options::new())).await;
    let head =
        "PUT /api/notes/x/file HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\n";
    for (rest, is_whole) in [
        ("content-length: 3\r\n\r\nabc", true),
        ("content-length: 4\r\n\r\nabc", false),
        (
            "transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            true,
        ),
        ("transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n", false),
        (
            "transfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc",
            false,
        ),
    ] {
        let mut socket = sent(address, &format!("{head}{rest}")).await;
        socket.shutdown().await.unwrap();
        let start = Instant::now();
        let found = loop {
            if let Some(found) = api.lock().await.pop() {
                break found;
            }
            assert!(start.elapsed() < PATIENCE, "{rest}");
            sleep(Duration::from_millis(5)).await;
        };
        assert_eq!(found, is_whole, "{rest}");
    }
}

#[tokio::test]
async fn a_panic_before_the_handler_is_500_as_well() {
    let auth: Auth = Arc::new(|_, _| panic!("internals"));
    let routes = vec![Route::new(&Arc::new(()), |_, _, _: notes::Show| {
        Box::pin(async { Err(Error::not_found()) })
    })];
    let address = serve(router("/api", routes, Some(auth), Options::new())).await;
    let answer = ask(address, &get("/api/notes/x", "")).await;
    assert_eq!(
        (status(&answer), answer.contains("internals")),
        (500, false)
    );
}

#[tokio::test]
async fn a_body_that_is_not_as_long_as_it_says_is_refused() {
    let address = serve(app()).await;
    // Shorter, and the sender is done.
    let mut short = sent(address, &post(100, "", NOTE)).await;
    short.shutdown().await.unwrap();
    let answer = rest(&mut short).await;
    assert!(answer.is_empty() || status(&answer) == 400, "{answer}");
    // Longer: what is beyond is not a part of it.
    assert_eq!(
        status(&ask(address, &post(NOTE.len(), "", &format!("{NOTE}}}}}"))).await),
        201
    );
    // Both lengths.
    let both = post(NOTE.len(), "transfer-encoding: chunked\r\n", "0\r\n\r\n");
    assert!(matches!(status(&ask(address, &both).await), 400 | 422));
    let twice = post(NOTE.len(), "content-length: 3\r\n", NOTE);
    assert_eq!(status(&ask(address, &twice).await), 400);
    // One that says it is huge is not waited for.
    assert_eq!(status(&ask(address, &post(1 << 40, "", "{")).await), 413);
}

#[tokio::test]
async fn headers_that_are_too_long_are_431() {
    let address = serve(app()).await;
    for length in [70_000, 1 << 20] {
        let token = format!("x-token: {}\r\n", "a".repeat(length));
        let answer = ask(address, &get("/api/notes/x", &token)).await;
        assert_eq!(status(&answer), 431, "{length}");
    }
    for (length, expected) in [(60_000, 401), (70_000, 431), (1 << 20, 431)] {
        let token = format!("Bearer {}", "a".repeat(length));
        let answer = ask(
            address,
            &get("/api/notes/x", "").replace("Bearer t0k", &token),
        )
        .await;
        assert_eq!(status(&answer), expected, "{length}");
        assert!(answer.len() < 1000, "{answer}");
    }
    let many = "x-a: b\r\n".repeat(200);
    assert_eq!(
        status(&ask(address, &get("/api/notes/x", &many)).await),
        431
    );
    let long = "a".repeat(70_000);
    let answer = ask(address, &get(&format!("/api/notes/{long}"), "")).await;
    assert_eq!(status(&answer), 414);
    assert_eq!(status(&ask(address, &get("/api/notes/x", "")).await), 200);
}

#[tokio::test]
async fn a_body_with_a_coding_is_415() {
    let address = serve(app()).await;
    let bomb = post(4, "content-encoding: gzip\r\n", "\x1f\x0b\x08\x00");
    let answer = ask(address, &bomb).await;
    assert_eq!(
        (
            status(&answer),
            answer.contains("accept-encoding: identity\r\n")
        ),
        (415, true)
    );
    let plain = post(NOTE.len(), "content-encoding: Identity\r\n", NOTE);
    assert_eq!(status(&ask(address, &plain).await), 201);
}

#[tokio::test]
async fn deep_and_huge_bodies_are_refused_in_little_time() {
    let address = serve(app()).await;
    let deep =
        |open: &str, close: &str, depth: usize| whole(&(open.repeat(depth) + &close.repeat(depth)));
    let cases = [
        (deep("[", "]", 500_000), 400),
        (deep(r#"{"parent":"#, "}", 100_000), 400),
        (whole(&format!("[{}1]", "1,".repeat(900_000))), 422),
        (
            whole(&format!(
                r#"{{"title":"{}","size":1}}"#,
                "a".repeat(1 << 20)
            )),
            422,
        ),
        (
            whole(&format!(r#"{{"size":{}}}"#, "9".repeat(1 << 20))),
            422,
        ),
        (whole(r#"{"title":"abc","title":"abd","size":1}"#), 422),
    ];
    for (request, expected) in cases {
        let start = Instant::now();
        let answer = ask(address, &request).await;
        assert_eq!(status(&answer), expected, "{request:.200}");
        assert!(answer.len() < 100_000 && start.elapsed() < PATIENCE);
    }
}

#[tokio::test]
async fn what_is_escaped_twice_is_unescaped_once() {
    let address = serve(app()).await;
    for (path, title) in [
        ("/api/notes/%252e%252e%252f", "%2e%2e%2f"),
        ("/api/notes/..%2f..%2fetc%2fpasswd", "../../etc/passwd"),
        ("/api/notes/%2e%2e", ".."),
        ("/api/notes/a%0d%0ax-evil:%201", "a\\r\\nx-evil: 1"),
        ("/api/notes/%00", "\\u0000"),
    ] {
        let answer = ask(address, &get(path, "")).await;
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        let expected = format!(r#"{{"title":"{title}","size":1,"due":"anna"}}"#);
        assert_eq!((status(&answer), body), (200, expected.as_str()));
        assert!(!answer.contains("\nx-evil"));
    }
    for path in ["/api/notes/../find", "/api/../api/notes", "/api/notes/%ff"] {
        let found = status(&ask(address, &get(path, "")).await);
        assert!(matches!(found, 400 | 404), "{path}: {found}");
    }
}

/// Half of them are the server's; the process may have 20,000 files open where this is written, and often only 1,024.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_connections_are_open_at_once() {
    let address = serve(app()).await;
    let limit = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let limit = limit
        .lines()
        .find_map(|it| it.strip_prefix("Max open files"));
    let limit = limit.and_then(|it| it.split_whitespace().next()?.parse().ok());
    let count = limit.unwrap_or(256_usize).min(20_400) / 2 - 100;
    let mut sockets = Vec::new();
    for _ in 0..count {
        sockets.push(TcpStream::connect(address).await.unwrap());
    }
    // All of them get an answer, the last first.
    for socket in sockets.iter_mut().rev() {
        let request = get("/api/notes/x", "").replace("connection: close\r\n", "");
        socket.write_all(request.as_bytes()).await.unwrap();
    }
    for socket in &mut sockets {
        let mut head = [0; 12];
        let read = timeout(PATIENCE, socket.read_exact(&mut head)).await;
        read.expect("an answer").unwrap();
        assert_eq!(&head, b"HTTP/1.1 200");
    }
}
