//! Long bodies: progress, limits, and what they come from and go to.

use oasmith_runtime::body::{Body, BoxError, TooLarge};
use std::sync::{Arc, Mutex};

/// A stream of these chunks, then of an error if there is one.
fn chunks(chunks: &'static [&'static str]) -> Body {
    let (send, receive) = tokio::io::duplex(64);
    let mut send = send;
    tokio::spawn(async move {
        for chunk in chunks {
            tokio::io::AsyncWriteExt::write_all(&mut send, chunk.as_bytes())
                .await
                .unwrap();
            tokio::task::yield_now().await;
        }
    });
    Body::read_from(receive)
}

#[tokio::test]
async fn progress_is_told_to_the_last_byte() {
    let told: Arc<Mutex<Vec<u64>>> = Arc::default();
    let log = told.clone();
    let body = chunks(&["ab", "cde", "f"]).on_progress(move |it| log.lock().unwrap().push(it));
    assert_eq!(body.collect(99).await.unwrap(), "abcdef");
    let told = std::mem::take(&mut *told.lock().unwrap());
    assert_eq!(told.last(), Some(&6));
    assert!(told.is_sorted());
    let one = Arc::new(Mutex::new(0));
    let log = one.clone();
    let body = Body::from("abc").on_progress(move |it| *log.lock().unwrap() = it);
    body.collect(99).await.unwrap();
    assert_eq!(*one.lock().unwrap(), 3);
}

#[tokio::test]
async fn a_limit_ends_what_is_longer() {
    for (limit, is_taken) in [(5, false), (6, true), (7, true)] {
        let come = chunks(&["ab", "cde", "f"]).limit(limit).collect(99).await;
        match come {
            Ok(bytes) => assert!(is_taken && bytes == "abcdef"),
            Err(error) => assert!(!is_taken && error.is::<TooLarge>()),
        }
    }
}

#[tokio::test]
async fn a_body_is_read_from_and_written_to_what_is_asynchronous() {
    let long = vec![b'x'; 300 << 10];
    let body = Body::read_from(std::io::Cursor::new(long.clone()));
    let (mut target, mut other) = tokio::io::duplex(1000);
    let reading = tokio::spawn(async move {
        let mut come = Vec::new();
        tokio::io::AsyncReadExt::read_to_end(&mut other, &mut come)
            .await
            .unwrap();
        come
    });
    assert_eq!(body.write_to(&mut target).await.unwrap(), long.len() as u64);
    drop(target);
    assert_eq!(reading.await.unwrap(), long);
}

#[tokio::test]
async fn what_fails_is_told_on_either_side() {
    struct Broken;
    impl tokio::io::AsyncRead for Broken {
        fn poll_read(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
            _: &mut tokio::io::ReadBuf<'_>,
        ) -> std::task::Poll<std::io::Result<()>> {
            std::task::Poll::Ready(Err(std::io::Error::other("broken")))
        }
    }
    let error: BoxError = Body::read_from(Broken).collect(9).await.unwrap_err();
    assert_eq!(error.to_string(), "broken");
    let (mut target, other) = tokio::io::duplex(1);
    drop(other);
    assert!(Body::from("abc").write_to(&mut target).await.is_err());
}
