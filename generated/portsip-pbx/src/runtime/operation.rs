//! An operation: what the document says of it, and a caller's half of its codec.
//!
//! No transport in sight: a client encodes and sends, a server receives and decodes, and either can be tested alone.
//! The server's half is in `served`, for a client would only pay for it.

use super::body::Body;
use super::security::Requirement;
use http::{Method, StatusCode};

pub use super::answer::{Answer, DecodeError};
pub use super::encoder::{EncodeError, Encoder};

/// What the document says of an operation.
pub struct Info {
    /// The operation id.
    pub id: &'static str,
    /// The method, unless it is an extension.
    pub method: Method,
    /// A method that `http` has no constant for, such as `COPY`. Empty: it is `method`.
    pub extension: &'static str,
    /// The path template, relative to the server's URL.
    pub path: &'static str,
    /// The names of the places in the path that may hold several segments.
    pub wide: &'static [&'static str],
    /// The media types of the request body, all of which are read alike. The first is sent.
    pub consumes: &'static [&'static str],
    /// The media types of the answers. Empty: none is declared.
    pub produces: &'static [&'static str],
    /// Media types of successes that are declared beside those and have no type: a caller may ask for one.
    pub offers: &'static [&'static str],
    /// What answers are asked for with, where that is more than their media types.
    pub accept: &'static str,
    /// The statuses of declared successes.
    pub success: &'static [Statuses],
    /// All declared successes hold the same.
    pub alike: bool,
    /// The statuses of declared errors.
    pub errors: &'static [Statuses],
    /// The answer's body is a stream, not to be collected.
    pub streams: bool,
    /// Of those the media types that are collected all the same: what they hold is read as a whole.
    pub collects: &'static [&'static str],
    /// The request's body is a stream, not to be collected.
    pub uploads: bool,
    /// Of those the media types that are collected all the same.
    pub gathers: &'static [&'static str],
    /// Alternatives of schemes that are all required; empty: none is.
    pub security: &'static [&'static [Requirement]],
}

/// Prints which operation it is: `list_tenants (GET /tenants)`.
impl std::fmt::Debug for Info {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} {})", self.id, self.verb(), self.path)
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
    /// What holds where a description says nothing else.
    pub const PLAIN: Self = Self {
        id: "",
        method: Method::GET,
        extension: "",
        path: "",
        wide: &[],
        consumes: &[],
        produces: &[],
        offers: &[],
        accept: "",
        success: &[],
        alike: false,
        errors: &[],
        streams: false,
        collects: &[],
        uploads: false,
        gathers: &[],
        security: &[],
    };

    /// The method as it is sent.
    pub fn verb(&self) -> &str {
        match self.extension {
            "" => self.method.as_str(),
            own => own,
        }
    }

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

impl Info {
    /// The status that a success is read as. One that is not declared is read as the one that is: frameworks declare 200,
    /// whatever is sent in the end. Where there are several that differ, nobody can tell which one it would be.
    pub fn read_as(&self, status: StatusCode) -> Option<StatusCode> {
        if self.meaning(status) == Meaning::Success {
            return Some(status);
        }
        let is_success = |it: &Statuses| matches!(it, Statuses::Status(200..300));
        let (first, rest) = self.success.split_first()?;
        let is_one = rest
            .iter()
            .all(|it| it == first || (self.alike && is_success(it)));
        match *first {
            Statuses::Status(code) if status.is_success() && is_success(first) && is_one => {
                StatusCode::from_u16(code).ok()
            }
            _ => None,
        }
        .filter(|_| self.meaning(status) == Meaning::Undeclared)
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

/// An operation's input, with what a caller needs of the codec: requests are written and answers read.
pub trait Operation: Sized + Send + 'static {
    /// What the document says of it.
    const INFO: &'static Info;
    /// What a success answers.
    type Output: Send + 'static;
    /// What declared errors answer: `()` when they have no content.
    type Error: ErrorBody;
    /// Writes the request.
    fn encode(self, to: &mut Encoder);
    /// Reads a declared success.
    fn decode_answer(answer: Answer) -> Result<Self::Output, DecodeError>;
}

/// The content of declared error answers.
pub trait ErrorBody: Sized + Send + Sync + std::fmt::Debug + 'static {
    /// Reads a declared error, whose body is in memory.
    fn decode(answer: Answer) -> Result<Self, DecodeError>;
}

/// Errors without content: their status tells all.
impl ErrorBody for () {
    fn decode(_: Answer) -> Result<Self, DecodeError> {
        Ok(())
    }
}

/// The request of an operation; its URI has a path and a query only.
pub fn encode<O: Operation>(operation: O) -> Result<http::Request<Body>, EncodeError> {
    let mut encoder = Encoder::new(O::INFO.path);
    operation.encode(&mut encoder);
    encoder.finish(O::INFO)
}
