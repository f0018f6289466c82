//! The server's half of an operation's codec: requests are read and answers written.

use super::answer::Answer;
use super::body::Body;
use super::decoder::Decoder;
use super::operation::{ErrorBody, Operation};
use super::problem::Problem;
use http::StatusCode;

/// An operation that somebody serves.
pub trait Served: Operation<Error: ErrorAnswer> {
    /// Reads the request. What is wrong with it collects in `from`.
    fn decode(from: &mut Decoder<'_>) -> Option<Self>;
    /// Writes the answer.
    fn encode_answer(output: Self::Output) -> Answer;
}

/// Declared errors, as they are answered.
pub trait ErrorAnswer: ErrorBody {
    /// Writes the error.
    fn encode(self) -> Answer;
}

/// Errors without content: their status tells all.
impl ErrorAnswer for () {
    fn encode(self) -> Answer {
        Answer::problem(Problem::new(StatusCode::INTERNAL_SERVER_ERROR))
    }
}

/// How many segments of a path stand in front of what the document describes: an extension of requests that are served.
#[derive(Clone, Copy, Debug)]
pub(super) struct Base(pub(super) usize);

impl Base {
    /// The path without them.
    pub(super) fn behind(self, path: &str) -> &str {
        let inside = path.trim_start_matches('/');
        let mut starts = inside.match_indices('/').map(|(at, _)| &inside[at + 1..]);
        match self.0.checked_sub(1) {
            Some(before) => starts.nth(before).unwrap_or_default(),
            None => path,
        }
    }
}

/// The operation of a request, or everything that is wrong with it: 400 when it is broken, 422 when it is understood.
pub fn decode<O: Served>(parts: &http::request::Parts, body: Body) -> Result<O, Box<Problem>> {
    let query = parts.uri.query().unwrap_or_default();
    let base = parts.extensions.get::<Base>();
    let path = base.map_or(parts.uri.path(), |it| it.behind(parts.uri.path()));
    let mut decoder = Decoder::new(O::INFO, path, query, &parts.headers, body);
    let operation = O::decode(&mut decoder);
    match (operation, decoder.problem()) {
        (Some(operation), None) => Ok(operation),
        (_, Some(problem)) => Err(Box::new(problem)),
        (None, None) => Err(Box::new(Problem::new(StatusCode::BAD_REQUEST))),
    }
}
