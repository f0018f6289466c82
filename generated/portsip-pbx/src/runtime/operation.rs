//! An operation: what the document says of it, and its codec both ways.
//!
//! No transport in sight: a client encodes and sends, a server receives and decodes, and either can be tested alone.

use super::body::Body;
use super::problem::Problem;
use super::security::Requirement;
use http::{HeaderMap, Method, StatusCode};

pub use super::answer::{Answer, DecodeError};
pub use super::decoder::Decoder;
pub use super::encoder::{EncodeError, Encoder};

/// What the document says of an operation.
pub struct Info {
    /// The operation id.
    pub id: &'static str,
    /// The method.
    pub method: Method,
    /// The path template, relative to the server's URL.
    pub path: &'static str,
    /// The media types of the request body, all of which are read alike. The first is sent.
    pub consumes: &'static [&'static str],
    /// The media types of the answers. Empty: none is declared.
    pub produces: &'static [&'static str],
    /// The statuses of declared successes.
    pub success: &'static [Statuses],
    /// The statuses of declared errors.
    pub errors: &'static [Statuses],
    /// The answer's body is a stream, not to be collected.
    pub streams: bool,
    /// The request's body is a stream, not to be collected.
    pub uploads: bool,
    /// Alternatives of schemes that are all required; empty: none is.
    pub security: &'static [&'static [Requirement]],
}

/// Prints which operation it is: `list_tenants (GET /tenants)`.
impl std::fmt::Debug for Info {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} {})", self.id, self.method, self.path)
    }
}

/// The statuses that an answer is declared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statuses {
    /// One.
    Status(u16),
    /// All with this hundreds digit.
    Range(u8),
    /// All that are not declared otherwise.
    Default,
}

/// What a status means to an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A declared success.
    Success,
    /// A declared error.
    Error,
    /// Nothing that the document tells of.
    Undeclared,
}

impl Info {
    /// What `status` means. An exact status goes before a range, a range before the default.
    pub fn meaning(&self, status: StatusCode) -> Meaning {
        let mut success = rank(self.success, status);
        if success == 1 && !status.is_success() {
            // A `default` that stands for success does so for successes only.
            success = 0;
        }
        let error = rank(self.errors, status);
        match (success, error) {
            (0, 0) => Meaning::Undeclared,
            _ if success > error => Meaning::Success,
            // Nobody means a success to be an error: with `default` alone declared for errors, it is undeclared.
            _ if error == 1 && status.is_success() => Meaning::Undeclared,
            _ => Meaning::Error,
        }
    }
}

fn rank(declared: &[Statuses], status: StatusCode) -> u8 {
    let code = status.as_u16();
    let ranks = declared.iter().map(|declared| match *declared {
        Statuses::Status(exact) if exact == code => 3,
        Statuses::Range(hundreds) if u16::from(hundreds) == code / 100 => 2,
        Statuses::Default => 1,
        _ => 0,
    });
    ranks.max().unwrap_or(0)
}

/// An operation's input, with the codec of its request and of its answers.
pub trait Operation: Sized + Send + 'static {
    /// What the document says of it.
    const INFO: &'static Info;
    /// What a success answers.
    type Output: Send + 'static;
    /// What declared errors answer: `()` when they have no content.
    type Error: ErrorBody;
    /// Writes the request.
    fn encode(self, to: &mut Encoder);
    /// Reads the request. What is wrong with it collects in `from`.
    fn decode(from: &mut Decoder<'_>) -> Option<Self>;
    /// Writes the answer.
    fn encode_answer(output: Self::Output) -> Answer;
    /// Reads a declared success.
    fn decode_answer(answer: Answer) -> Result<Self::Output, DecodeError>;
}

/// The content of declared error answers.
pub trait ErrorBody: Sized + Send + Sync + std::fmt::Debug + 'static {
    /// Reads a declared error.
    fn decode(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, DecodeError>;
    /// Writes it.
    fn encode(self) -> Answer;
}

/// Errors without content: their status tells all.
impl ErrorBody for () {
    fn decode(_: StatusCode, _: &HeaderMap, _: &[u8]) -> Result<Self, DecodeError> {
        Ok(())
    }

    fn encode(self) -> Answer {
        Answer::problem(Problem::new(StatusCode::INTERNAL_SERVER_ERROR))
    }
}

/// The request of an operation; its URI has a path and a query only.
pub fn encode<O: Operation>(operation: O) -> Result<http::Request<Body>, EncodeError> {
    let mut encoder = Encoder::new(O::INFO.path);
    operation.encode(&mut encoder);
    encoder.finish(O::INFO)
}

/// The operation of a request, or everything that is wrong with it: 400 when it is broken, 422 when it is understood.
pub fn decode<O: Operation>(parts: &http::request::Parts, body: Body) -> Result<O, Box<Problem>> {
    let query = parts.uri.query().unwrap_or_default();
    let mut decoder = Decoder::new(O::INFO, parts.uri.path(), query, &parts.headers, body);
    let operation = O::decode(&mut decoder);
    match (operation, decoder.problem()) {
        (Some(operation), None) => Ok(operation),
        (_, Some(problem)) => Err(Box::new(problem)),
        (None, None) => Err(Box::new(Problem::new(StatusCode::BAD_REQUEST))),
    }
}
