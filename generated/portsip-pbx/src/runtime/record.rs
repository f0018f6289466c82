//! Answers kept in a file, so that tests need no server.
//!
//! A [`Recorder`] passes requests on and writes a line of JSON for each answer; a [`Replayer`] answers from such a file.
//! They belong together by method, path, query and a hash of the body, and among equals by their order. Nothing of a
//! request is kept but that, and what may be a secret is put out before it is written or hashed: values of headers,
//! query parameters, form fields and members of JSON whose names say so.
//! An answer is held in memory until it is over: this is for tests.
//! Deliberately missing: origins, so that another port makes no difference, and bodies of requests that are streams or
//! forms of parts, which are not compared.

use super::body::{Body, BoxError};
use super::codec;
use super::members::members;
use super::redaction::{Secrets, plain};
use super::transport::{BoxFuture, Permanent, Transport};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderName, HeaderValue, StatusCode, header};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

/// A request, as far as it is told from others, and its answer.
#[derive(Clone, Debug, Default)]
struct Pair {
    method: Option<String>,
    path: Option<String>,
    query: Option<String>,
    /// A hash; nothing where there is no body, or one that is not compared.
    body: Option<String>,
    status: Option<u32>,
    headers: Option<BTreeMap<String, Vec<String>>>,
    text: Option<String>,
    /// In place of `text`: bytes that are none.
    hex: Option<String>,
}

members! { super; Pair; method, path, query, body, status, headers, text, hex }

impl Pair {
    fn of(request: &http::Request<Body>, secrets: &Secrets) -> Self {
        let query = request.uri().query();
        Self {
            method: Some(request.method().to_string()),
            path: Some(request.uri().path().to_owned()),
            query: query.map(|it| secrets.out_of_pairs(it)),
            body: hash(request, secrets),
            ..Self::default()
        }
    }

    fn differs(&self, other: &Self) -> Option<&'static str> {
        match () {
            () if self.method != other.method => Some("method"),
            () if self.path != other.path => Some("path"),
            () if self.query != other.query => Some("query"),
            () if self.body != other.body => Some("body"),
            () => None,
        }
    }

    fn line(&self) -> String {
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        match &self.query {
            Some(query) => format!("{} {}?{query}", text(&self.method), text(&self.path)),
            None => format!("{} {}", text(&self.method), text(&self.path)),
        }
    }
}

/// Tells bodies apart: FNV-1a, which is the same everywhere.
fn hash(request: &http::Request<Body>, secrets: &Secrets) -> Option<String> {
    let media = request.headers().get(header::CONTENT_TYPE);
    let media = media.and_then(|it| it.to_str().ok()).unwrap_or_default();
    let bytes = request.body().as_bytes().filter(|it| !it.is_empty())?;
    if media.starts_with("multipart/") {
        return None;
    }
    let text = secrets.out_of_body(media, bytes);
    let bytes = text.as_deref().map_or(&bytes[..], str::as_bytes);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    Some(format!("{hash:016x}"))
}

/// Where the lines go.
type File = Arc<Mutex<dyn Write + Send>>;

/// Writes down what another transport brings.
pub struct Recorder {
    inner: Box<dyn Transport>,
    file: File,
    secrets: Arc<Secrets>,
}

impl Recorder {
    /// Writes what `inner` brings to `file`.
    pub fn new(inner: impl Transport, file: impl Write + Send + 'static) -> Self {
        Self {
            inner: Box::new(inner),
            file: Arc::new(Mutex::new(file)),
            secrets: Arc::default(),
        }
    }

    /// Takes values of this name for secrets, too: in the names of headers, parameters and members.
    pub fn redact(mut self, name: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.secrets)
            .named
            .push(plain(&name.into()));
        self
    }
}

impl Transport for Recorder {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        let mut pair = Pair::of(&request, &self.secrets);
        Box::pin(async move {
            let (parts, body) = self.inner.send(request).await?.into_parts();
            pair.status = Some(parts.status.as_u16().into());
            pair.headers = Some(self.secrets.out_of_headers(&parts.headers));
            let recorded = Recorded {
                body,
                come: BytesMut::new(),
                media: parts.headers.get(header::CONTENT_TYPE).cloned(),
                pair: Some(pair),
                file: self.file.clone(),
                secrets: self.secrets.clone(),
            };
            Ok(http::Response::from_parts(parts, Body::stream(recorded)))
        })
    }
}

/// A body that is written down when it is over, or given up.
struct Recorded {
    body: Body,
    come: BytesMut,
    media: Option<HeaderValue>,
    /// Until it is written.
    pair: Option<Pair>,
    file: File,
    secrets: Arc<Secrets>,
}

impl Recorded {
    fn write(&mut self) -> std::io::Result<()> {
        let Some(mut pair) = self.pair.take() else {
            return Ok(());
        };
        let media = self.media.as_ref().and_then(|it| it.to_str().ok());
        let redacted = self
            .secrets
            .out_of_body(media.unwrap_or_default(), &self.come);
        match redacted.or_else(|| String::from_utf8(self.come.to_vec()).ok()) {
            Some(text) => pair.text = Some(text),
            None => pair.hex = Some(self.come.iter().map(|byte| format!("{byte:02x}")).collect()),
        }
        let mut line = codec::encode(&pair);
        line.push(b'\n');
        locked(&self.file).write_all(&line)
    }
}

impl Stream for Recorded {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = Pin::new(&mut self.body).poll_next(cx);
        match &next {
            Poll::Ready(Some(Ok(chunk))) => self.come.extend_from_slice(chunk),
            Poll::Ready(Some(Err(_))) | Poll::Pending => {}
            Poll::Ready(None) => {
                if let Err(error) = self.write() {
                    return Poll::Ready(Some(Err(error.into())));
                }
            }
        }
        next
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        // Who gave the answer up is not there to be told.
        let _ = self.write();
    }
}

/// Answers from a file that a [`Recorder`] wrote, each answer once.
pub struct Replayer {
    /// Those that are left.
    left: Mutex<Vec<Pair>>,
    secrets: Secrets,
}

impl Replayer {
    /// Reads the file.
    pub fn new(file: impl Read) -> Result<Self, BoxError> {
        let text = std::io::read_to_string(file)?;
        let lines = text.lines().enumerate().filter(|(_, it)| !it.is_empty());
        let pairs = lines.map(|(number, line)| {
            codec::decode(line.as_bytes())
                .map_err(|faults| format!("line {}: {faults}", number + 1))
        });
        Ok(Self {
            left: Mutex::new(pairs.collect::<Result<_, _>>()?),
            secrets: Secrets::default(),
        })
    }

    /// Takes values of this name for secrets, as the recorder did.
    pub fn redact(mut self, name: impl Into<String>) -> Self {
        self.secrets.named.push(plain(&name.into()));
        self
    }

    /// How many answers nobody has asked for yet.
    pub fn left(&self) -> usize {
        locked(&self.left).len()
    }

    fn answer(&self, request: &http::Request<Body>) -> Result<http::Response<Body>, BoxError> {
        let asked = Pair::of(request, &self.secrets);
        let mut left = locked(&self.left);
        match left.iter().position(|it| it.differs(&asked).is_none()) {
            Some(at) => replayed(left.remove(at)),
            None => Err(Permanent::new(missed(&asked, &left)).into()),
        }
    }
}

impl Transport for Replayer {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        let answer = self.answer(&request);
        Box::pin(async move { answer })
    }
}

/// What differs from the answers that are left.
fn missed(asked: &Pair, left: &[Pair]) -> String {
    let like = |what: &str| left.iter().find(|it| it.differs(asked) == Some(what));
    let nearest = ["body", "query"]
        .into_iter()
        .find_map(|what| Some((what, like(what)?)));
    let asked = asked.line();
    match nearest {
        Some(("body", _)) => format!("no answer to {asked} is left: its body is another one"),
        Some((_, other)) => format!("no answer to {asked} is left, but one to {}", other.line()),
        None => format!("no answer to {asked} is left, of {} others", left.len()),
    }
}

fn replayed(pair: Pair) -> Result<http::Response<Body>, BoxError> {
    let status = pair.status.and_then(|it| u16::try_from(it).ok());
    let mut answer = http::Response::new(match (pair.text, pair.hex) {
        (Some(text), _) => text.into(),
        (None, Some(hex)) => unhex(&hex).ok_or("`hex` is no bytes")?.into(),
        (None, None) => Body::empty(),
    });
    *answer.status_mut() = StatusCode::from_u16(status.unwrap_or_default())?;
    for (name, values) in pair.headers.into_iter().flatten() {
        let name = HeaderName::try_from(name)?;
        for value in values {
            answer.headers_mut().append(name.clone(), value.try_into()?);
        }
    }
    Ok(answer)
}

fn unhex(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes().chunks(2);
    let byte = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok();
    digits.map(byte).collect()
}

fn locked<T: ?Sized>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing in here is left half done by a panic.
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

impl std::fmt::Debug for Recorder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Recorder")
    }
}

impl std::fmt::Debug for Replayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Replayer")
            .field("left", &self.left())
            .finish()
    }
}
