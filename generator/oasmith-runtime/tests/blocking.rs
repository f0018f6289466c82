//! Calls from code that is not asynchronous.

mod notes;

use notes::*;
use oasmith_runtime::blocking;
use oasmith_runtime::body::Body;
use oasmith_runtime::client::{Client, Error};
use oasmith_runtime::security::Credential;
use oasmith_runtime::stream::JsonLines;
use std::io::Read;

/// The API on a socket, in a thread of its own.
fn client() -> Client {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, app()).await.unwrap();
        });
    });
    let builder = Client::builder(format!("http://{}/api", told.recv().unwrap()));
    builder
        .credential(&BEARER, Credential::bearer("t0k"))
        .build()
        .unwrap()
}

#[test]
fn what_makes_a_thread_wait_is_sent_as_a_stream() {
    let long = std::io::repeat(b'x').take(300_000);
    let upload = |body: Body| Upload {
        id: "long".to_owned(),
        body,
    };
    let client = client();
    let call = client.call(upload(Body::read_from_blocking(long)));
    assert_eq!(call.send_blocking().unwrap().into_inner(), "long 300000");
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("torn"))
        }
    }
    let call = client.call(upload(Body::read_from_blocking(Broken)));
    let error = call.send_blocking().unwrap_err();
    assert!(matches!(error, Error::Transport { .. }), "{error}");
}

#[test]
fn calls_wait_in_several_threads() {
    let client = client();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let client = &client;
            scope.spawn(move || {
                for call in 0..20 {
                    let id = format!("{thread}.{call}");
                    let note = client
                        .call(Show { id: id.clone() })
                        .send_blocking()
                        .unwrap();
                    assert_eq!(note.title, id);
                }
            });
        }
    });
    let error = client
        .call(Show {
            id: "none".to_owned(),
        })
        .send_blocking()
        .unwrap_err();
    assert!(matches!(error, Error::Declared { .. }));
}

#[test]
fn streams_are_iterators_and_readers() {
    let client = client();
    let body = client.call(Export {}).send_blocking().unwrap().into_inner();
    let mut text = String::new();
    blocking::reader(body)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, "a,b\n");
    let values = JsonLines::<i64>::from_body(Body::from("1\n2\n"));
    let values: Vec<i64> = blocking::iter(values)
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(values, [1, 2]);
}
