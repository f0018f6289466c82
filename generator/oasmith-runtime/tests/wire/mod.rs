//! A server that says what a test wants it to, byte by byte, over a real socket.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Where it is, and what it was asked, one text for each request.
pub struct Wire {
    pub base: String,
    pub asked: Arc<Mutex<Vec<String>>>,
}

impl Wire {
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    pub fn times(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

/// What it does, one after the other.
pub enum Say {
    Bytes(Vec<u8>),
    Wait(Duration),
    /// The same again and again.
    Endless(Vec<u8>),
}

/// A server that answers each request with `answer` of its number and its text, and hangs up.
pub async fn wire(answer: impl Fn(usize, &str) -> Vec<Say> + Send + Sync + 'static) -> Wire {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let (log, answer) = (asked.clone(), Arc::new(answer));
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let (log, answer) = (log.clone(), answer.clone());
            tokio::spawn(async move {
                let Some(request) = read(&mut socket).await else {
                    return;
                };
                let number = {
                    let mut log = log.lock().unwrap();
                    log.push(request.clone());
                    log.len()
                };
                for say in answer(number, &request) {
                    say_it(&mut socket, say).await;
                }
                let _ = socket.shutdown().await;
            });
        }
    });
    Wire { base, asked }
}

async fn say_it(socket: &mut TcpStream, say: Say) {
    match say {
        Say::Bytes(bytes) => drop(socket.write_all(&bytes).await),
        Say::Wait(time) => tokio::time::sleep(time).await,
        Say::Endless(bytes) => while socket.write_all(&bytes).await.is_ok() {},
    }
}

/// A request with its body, whose length it tells.
async fn read(socket: &mut TcpStream) -> Option<String> {
    let mut come = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&come).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                let is_length = name.eq_ignore_ascii_case("content-length");
                is_length.then(|| value.trim().parse::<usize>().ok())?
            });
            if body.len() >= length.unwrap_or(0) {
                return Some(text);
            }
        }
        let mut chunk = [0; 4096];
        match socket.read(&mut chunk).await {
            Ok(length) if length > 0 => come.extend_from_slice(&chunk[..length]),
            _ => return None,
        }
    }
}

/// A whole answer: `respond("200 OK", &["x-a: b"], "...")`.
pub fn respond(status: &str, headers: &[&str], body: &str) -> Vec<Say> {
    let mut text = format!("HTTP/1.1 {status}\r\nconnection: close\r\n");
    for header in headers {
        text.extend([header, "\r\n"]);
    }
    text += &format!("content-length: {}\r\n\r\n{body}", body.len());
    vec![Say::Bytes(text.into_bytes())]
}

/// The note that all is well with.
pub fn note() -> Vec<Say> {
    respond(
        "200 OK",
        &["content-type: application/json"],
        r#"{"title":"x","size":1}"#,
    )
}
