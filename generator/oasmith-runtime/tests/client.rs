//! The client: what it sends, and what it makes of answers.

mod notes;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use notes::*;
use oasmith_runtime::body::{Body, BoxError};
use oasmith_runtime::client::{Client, ClientBuilder, Error, Failure};
use oasmith_runtime::operation::Operation;
use oasmith_runtime::security::Credential;
use oasmith_runtime::transport::{BoxFuture, Transport};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// The API on a socket.
async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/api", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app()).await });
    base
}

/// A server that says `answer`, whatever it is asked, and then hangs up. Gives back what it was asked.
async fn say(answer: &'static str) -> (String, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let asked = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut asked = Vec::new();
        while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
            let mut chunk = [0; 4096];
            let length = socket.read(&mut chunk).await.unwrap();
            asked.extend_from_slice(&chunk[..length]);
        }
        socket.write_all(answer.as_bytes()).await.unwrap();
        String::from_utf8(asked).unwrap()
    });
    (base, asked)
}

fn builder(base: impl Into<String>) -> ClientBuilder {
    Client::builder(base.into())
        .credential(&BEARER, Credential::bearer("t0k"))
        .credential(&KEY, Credential::key("k1"))
        .credential(&QUERY_KEY, Credential::key("k&2"))
        .credential(&COOKIE_KEY, Credential::key("c;3"))
}

/// The same API over a socket and in the same process.
async fn both() -> Vec<Client> {
    vec![
        builder(serve().await).build().unwrap(),
        builder("http://in.process/api/")
            .transport(app())
            .build()
            .unwrap(),
    ]
}

fn show(id: &str) -> Show {
    Show { id: id.to_owned() }
}

#[tokio::test]
async fn what_is_sent_is_what_comes_back() {
    for client in both().await {
        let note = client.call(show("a/b ?#%2F+ü😀")).await.unwrap();
        assert_eq!(
            (note.status, note.title.as_str()),
            (StatusCode::OK, "a/b ?#%2F+ü😀")
        );
        assert_eq!(note.headers["content-type"], "application/json");
        let mut note = Note::new("abc", 1);
        note.parts = Some(vec![Note::new("def", 2)]);
        let created = client
            .call(Create {
                top: Some(5),
                body: note.clone(),
            })
            .await
            .unwrap();
        assert_eq!((created.status.as_u16(), created.into_inner()), (201, note));
        client.call(Switch {}).await.unwrap();
        client.call(Odd {}).await.unwrap();
        client
            .call(Delete { id: "x".to_owned() })
            .timeout(Duration::from_secs(9))
            .await
            .unwrap();
        let mut find = Find {
            id: "a".to_owned(),
            part: "-".to_owned(),
            ext: ".".to_owned(),
            list: vec!["x".to_owned()],
            ..Find::default()
        };
        find.session = Some("s".to_owned());
        client.call(find).await.unwrap();
        assert_eq!(
            *client
                .call(ShowFile {
                    name: "ä".to_owned()
                })
                .await
                .unwrap(),
            "any ä"
        );
    }
}

#[tokio::test]
async fn bodies_are_streamed_both_ways() {
    for client in both().await {
        let mut file = client.call(Export {}).await.unwrap();
        let mut all = Vec::new();
        while let Some(chunk) = file.body.chunk().await {
            all.extend_from_slice(&chunk.unwrap());
        }
        assert_eq!(all, b"a,b\n");
        // A body is a stream itself.
        let body = Body::stream(Body::from(vec![7; 3 << 20]));
        let said = client
            .call(Upload {
                id: "up".to_owned(),
                body,
            })
            .await
            .unwrap();
        assert_eq!(*said, "up 3145728");
    }
}

#[tokio::test]
async fn a_call_can_be_spawned() {
    let client = builder("http://in.process/api")
        .transport(app())
        .build()
        .unwrap();
    let sending = client.call(show("x")).send();
    assert_eq!(tokio::spawn(sending).await.unwrap().unwrap().title, "x");
}

#[tokio::test]
async fn errors_say_what_the_server_said() {
    for client in both().await {
        let error = client.call(show("none")).await.unwrap_err();
        assert!(matches!(&error, Error::Declared { .. }));
        assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
        assert_eq!(
            error.problem().unwrap().detail.as_deref(),
            Some("no such note")
        );
        assert_eq!(
            error.to_string(),
            "GET /notes/{id}: answered 404 Not Found: no such note"
        );
        assert!(!error.is_retryable());

        let error = client.call(show("todo")).await.unwrap_err();
        assert!(matches!(&error, Error::Undeclared { .. }));
        assert_eq!(error.status(), Some(StatusCode::NOT_IMPLEMENTED));
        assert!(
            error
                .to_string()
                .starts_with("GET /notes/{id}: answered 501 Not Implemented (not declared)")
        );

        // Not an error by its number, and no success that could be read as the declared one.
        let error = client.call(show("odd")).await.unwrap_err();
        assert!(matches!(error, Error::Undeclared { answer, .. } if answer.status.as_u16() == 299));

        let taken = Create {
            top: None,
            body: Note::new("taken", 1),
        };
        let error = client.call(taken).await.unwrap_err();
        assert_eq!(
            error.declared(),
            Some(&Taken {
                by: "anna".to_owned()
            })
        );
        assert_eq!(&error.body().unwrap()[..], br#"{"by":"anna"}"#);

        let wrong = Create {
            top: Some(0),
            body: Note::new("", 1),
        };
        let error = client.call(wrong).await.unwrap_err();
        assert_eq!(error.problem().unwrap().errors.len(), 3);
    }
}

#[tokio::test]
async fn failures_of_all_operations_are_one_type() {
    async fn run(client: &Client, title: &str) -> Result<String, Failure> {
        let note = client
            .call(Create {
                top: None,
                body: Note::new(title, 1),
            })
            .await?;
        Ok(client.call(show(&note.title)).await?.into_inner().title)
    }
    let client = builder("http://in.process/api")
        .transport(app())
        .build()
        .unwrap();
    assert_eq!(run(&client, "abc").await.unwrap(), "abc");
    let failure = run(&client, "none").await.unwrap_err();
    assert_eq!(
        (failure.status(), failure.declared::<()>()),
        (Some(StatusCode::NOT_FOUND), Some(&()))
    );
    let failure = run(&client, "taken").await.unwrap_err();
    assert_eq!(failure.declared::<Taken>().unwrap().by, "anna");
    assert!(failure.problem().is_none() && !failure.is_retryable() && !failure.is_timeout());
    // It goes where any error goes.
    let _: BoxError = failure.into();
}

/// What a client makes of a whole answer.
async fn told(answer: &'static str) -> Error<()> {
    let (base, _) = say(answer).await;
    let client = builder(base).max_answer_bytes(1000).build().unwrap();
    client.call(show("x")).await.unwrap_err()
}

#[tokio::test]
async fn an_answer_cut_short_is_an_error() {
    let error =
        told("HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{\"title\":\"x\",\"size\":1}").await;
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
    assert!(error.is_retryable() && std::error::Error::source(&error).is_some());
    // The status of an error is kept, with what came of its body.
    let error = told("HTTP/1.1 404 Not Found\r\ncontent-length: 90\r\n\r\nhalf").await;
    assert_eq!(
        (error.status(), error.body().map(|it| &it[..])),
        (Some(StatusCode::NOT_FOUND), Some(&b"half"[..]))
    );
    assert!(matches!(
        told("HTTP/1.1 200 OK\r\n\r\n{\"title\":\"x\"").await,
        Error::Decode { .. }
    ));
    assert!(matches!(told("HTTP/1.1").await, Error::Transport { .. }));
}

#[tokio::test]
async fn an_answer_that_is_not_json_is_kept() {
    let error = told("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>").await;
    assert_eq!(
        error.to_string(),
        "GET /notes/{id}: the answer (200 OK) was not understood: expected a value at byte 0"
    );
    assert_eq!(
        (error.status(), error.body().map(|it| &it[..])),
        (Some(StatusCode::OK), Some(&b"<html>"[..]))
    );
    let error = told("HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{\"title\":[]}").await;
    assert_eq!(
        error.to_string(),
        "GET /notes/{id}: the answer (200 OK) was not understood: /title expected a string, found an array"
    );
}

#[tokio::test]
async fn an_error_that_is_not_as_declared_still_says_what_the_server_says() {
    let (base, _) =
        say("HTTP/1.1 409 Conflict\r\ncontent-length: 16\r\n\r\n{\"title\":\"Busy\"}").await;
    let create = Create {
        top: None,
        body: Note::new("x", 1),
    };
    let error = Client::new(base).unwrap().call(create).await.unwrap_err();
    assert!(matches!(&error, Error::Decode { pointer, .. } if pointer == "/by"));
    assert_eq!(
        error.to_string(),
        "POST /notes: answered 409 Conflict (not as declared: /by is required): Busy"
    );
}

#[tokio::test]
async fn an_answer_too_long_is_not_taken() {
    let body = "x".repeat(2000);
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: 2000\r\n\r\n{body}");
    let error = told(answer.leak()).await;
    assert!(matches!(error, Error::TooLarge { limit: 1000, .. }));
    assert_eq!(error.status(), Some(StatusCode::OK));
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::new(base).unwrap();
    let error = client
        .call(show("x"))
        .timeout(Duration::from_millis(50))
        .await
        .unwrap_err();
    assert!(error.is_timeout() && error.is_retryable() && error.status().is_none());
}

#[tokio::test]
async fn nobody_there_is_a_transport_error() {
    let client = builder("http://127.0.0.1:1").build().unwrap();
    let error = client.call(Switch {}).await.unwrap_err();
    let mut said = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        said += &format!(": {error}");
        source = error.source();
    }
    // The URL holds a key.
    assert!(
        matches!(error, Error::Transport { .. }) && !said.contains("k%262"),
        "{said}"
    );
}

#[tokio::test]
async fn a_path_that_would_be_resolved_is_not_sent() {
    for id in [".", ".."] {
        let error = builder(serve().await)
            .build()
            .unwrap()
            .call(show(id))
            .await
            .unwrap_err();
        assert!(matches!(error, Error::Transport { .. }), "{error:?}");
        let client = builder("http://in.process/api")
            .transport(app())
            .build()
            .unwrap();
        assert_eq!(client.call(show(id)).await.unwrap().title, id);
    }
}

fn request<O: Operation>(client: &Client, operation: O) -> http::Request<Body> {
    client.call(operation).request().ok().unwrap()
}

fn find() -> Find {
    Find {
        id: "a".to_owned(),
        part: "b".to_owned(),
        ext: "c".to_owned(),
        list: vec!["d".to_owned()],
        ..Find::default()
    }
}

#[test]
fn a_request_gets_the_credentials_it_requires_and_no_others() {
    let client = builder("https://pbx.example.com:8887/api/")
        .build()
        .unwrap();
    let it = request(&client, show("x"));
    assert_eq!(it.uri(), "https://pbx.example.com:8887/api/notes/x");
    assert_eq!(it.headers()["authorization"], "Bearer t0k");
    assert!(it.headers()["authorization"].is_sensitive());
    let it = request(&client, Switch {});
    assert_eq!(
        (it.uri().query(), &it.headers()["x-key"]),
        (Some("api%20key=k%262"), &"k1".parse().unwrap())
    );
    assert!(!it.headers().contains_key("authorization"));
    let it = request(
        &client,
        Find {
            session: Some("s".to_owned()),
            ..find()
        },
    );
    assert_eq!(it.headers()["cookie"], "one=s; session=c%3B3");
    let it = request(&client, Delete { id: "x".to_owned() });
    assert_eq!(it.headers(), &HeaderMap::new());
    // Without any, the request goes out all the same.
    let client = Client::new("https://pbx.example.com").unwrap();
    assert_eq!(request(&client, show("x")).headers(), &HeaderMap::new());
    // The first alternative that there is a credential for.
    let client = client.with_credential(&BASIC, Credential::basic("bob", "p:w"));
    assert_eq!(
        request(&client, show("x")).headers()["authorization"],
        "Basic Ym9iOnA6dw=="
    );
    let client = client.with_credential(&BEARER, Credential::bearer("new"));
    assert_eq!(
        request(&client, show("x")).headers()["authorization"],
        "Bearer new"
    );
}

#[test]
fn what_is_there_goes_out_where_more_is_required() {
    let sent = |client: Client| {
        let it = request(&client, Twice {});
        let text = |name: &str| {
            it.headers()
                .get(name)
                .map(|it| it.to_str().unwrap().to_owned())
        };
        (text("authorization"), text("x-key"))
    };
    let client = || Client::new("http://h").unwrap();
    let some = |text: &str| Some(text.to_owned());
    // Two schemes fill one header: the first that is known stands for both.
    let bearer = client().with_credential(&BEARER, Credential::bearer("b"));
    assert_eq!(sent(bearer.clone()), (some("Bearer b"), None));
    let key = bearer.with_credential(&KEY, Credential::key("k"));
    assert_eq!(sent(key.clone()), (some("Bearer b"), some("k")));
    let oauth = key.with_credential(&OAUTH, Credential::bearer("o"));
    assert_eq!(sent(oauth), (some("Bearer o"), some("k")));
    assert_eq!(sent(client()), (None, None));
}

#[tokio::test]
async fn a_version_is_asked_for_by_its_media_type() {
    for client in both().await {
        let it = request(&client, Versioned {});
        assert_eq!(it.headers()["accept"], "text/vnd.notes;version=2");
        assert_eq!(client.call(Versioned {}).await.unwrap().body, "two");
        let other = client
            .call(Versioned {})
            .header("accept", "image/png")
            .await;
        assert_eq!(
            other.unwrap_err().status(),
            Some(StatusCode::NOT_ACCEPTABLE)
        );
    }
}

#[test]
fn headers_of_a_call_go_before_those_of_the_client() {
    let client = Client::builder("http://h")
        .user_agent("ua/1")
        .default_header("x-note", "client")
        .build()
        .unwrap();
    let it = client
        .call(show("x"))
        .header("x-call", "1")
        .header("user-agent", "ua/2")
        .request()
        .ok()
        .unwrap();
    assert_eq!(
        (
            &it.headers()["x-call"],
            &it.headers()["user-agent"],
            &it.headers()["x-note"]
        ),
        (
            &"1".parse().unwrap(),
            &"ua/2".parse().unwrap(),
            &"client".parse().unwrap()
        )
    );
    let client = client.with_credential(&BEARER, Credential::bearer("t0k"));
    let it = client
        .call(show("x"))
        .header("authorization", "Own")
        .request()
        .ok()
        .unwrap();
    assert_eq!(it.headers()["authorization"], "Own");
    let it = client
        .call(Find {
            note: Some("own".to_owned()),
            ..find()
        })
        .request()
        .ok()
        .unwrap();
    assert_eq!(it.headers()["x-note"], "own");
}

#[tokio::test]
async fn what_cannot_be_sent_is_not() {
    let client = Client::builder("http://in.process")
        .credential(&BEARER, Credential::bearer("a\nb"))
        .transport(app())
        .build()
        .unwrap();
    let said = client.call(show("x")).await.unwrap_err().to_string();
    assert_eq!(
        said,
        "GET /notes/{id}: the request cannot be written: /header/authorization holds a character that a header cannot carry"
    );
    let error = client.call(Delete { id: String::new() }).await.unwrap_err();
    assert!(matches!(error, Error::Encode { .. }) && !error.is_retryable());
    let error = client.call(Switch {}).header("a b", "c").await.unwrap_err();
    assert!(matches!(error, Error::Encode { .. }));
}

#[test]
fn a_base_url_is_checked() {
    let said = |url: &str| Client::new(url).unwrap_err().to_string();
    assert_eq!(
        said("/api"),
        "the base URL `/api` does not begin with `https://` or `http://`"
    );
    assert_eq!(
        said("ftp://h"),
        "the base URL `ftp://h` does not begin with `https://` or `http://`"
    );
    assert_eq!(
        said("http://h/a b"),
        "the base URL `http://h/a b` is not a URL"
    );
    assert_eq!(
        said("http://h/?a=b"),
        "the base URL `http://h/?a=b` has a query or a fragment"
    );
    assert_eq!(
        said("https://user:secret@h"),
        "the base URL holds credentials; set them on the client"
    );
    let error = Client::builder("http://h")
        .default_header("x", "a\nb")
        .build()
        .unwrap_err();
    assert!(error.to_string().contains("/header/x holds a character"));
}

#[test]
fn secrets_are_not_printed() {
    let client = builder("http://h/api").build().unwrap();
    let call = client.call(show("x")).header("x-secret", "t0k");
    let printed = format!("{client:?} {:?} {call:?}", builder("http://h"));
    assert!(
        printed.contains("http://h/api") && !printed.contains("t0k") && !printed.contains("k1"),
        "{printed}"
    );
}

/// A transport that answers without end.
struct Endless;

impl Transport for Endless {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        struct Zeros;
        impl futures_core::Stream for Zeros {
            type Item = Result<Bytes, BoxError>;
            fn poll_next(
                self: std::pin::Pin<&mut Self>,
                _: &mut std::task::Context<'_>,
            ) -> std::task::Poll<Option<Self::Item>> {
                std::task::Poll::Ready(Some(Ok(Bytes::from_static(&[0; 1024]))))
            }
        }
        Box::pin(async { Ok(http::Response::new(Body::stream(Zeros))) })
    }
}

#[tokio::test]
async fn an_answer_without_end_is_not_taken() {
    // As long as a loaded machine takes.
    let client = Client::builder("http://h")
        .transport(Endless)
        .timeout(Duration::from_secs(600))
        .build()
        .unwrap();
    assert!(matches!(
        client.call(show("x")).await,
        Err(Error::TooLarge { .. })
    ));
    assert!(client.call(Export {}).await.is_ok());
}

#[tokio::test]
async fn an_answer_of_another_media_type_is_asked_for_and_handed_on() {
    let ask = async |answer: &'static str| {
        let (base, asked) = say(answer).await;
        let client = builder(base).build().unwrap();
        let came = client.call(show("1")).accepting("application/pdf").await;
        let came = match came {
            Ok(answer) => Ok(answer.into_inner().collect(9).await.unwrap()),
            Err(error) => Err(error.to_string()),
        };
        (came, asked.await.unwrap())
    };
    let pdf =
        "HTTP/1.1 200 OK\r\nContent-Type: Application/PDF; v=2\r\nContent-Length: 4\r\n\r\n%PDF";
    let (came, asked) = ask(pdf).await;
    assert_eq!(came, Ok(Bytes::from("%PDF")));
    assert!(asked.contains("accept: application/pdf\r\n"), "{asked}");
    assert!(!asked.contains("json"), "{asked}");

    let unsaid = "HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\n%PDF";
    assert_eq!(ask(unsaid).await.0, Ok(Bytes::from("%PDF")));

    let json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(
        ask(json).await.0,
        Err("GET /notes/{id}: the answer (200 OK) was not understood: is application/json, not application/pdf".to_owned())
    );
}
