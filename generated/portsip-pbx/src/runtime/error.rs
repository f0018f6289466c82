//! Why a call failed.

use super::body::BoxError;
use super::encoder::EncodeError;
use super::operation::{ErrorBody, Info};
use super::problem::Problem;
use super::retry::is_passing;
use super::transport::Permanent;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::any::Any;
use std::fmt;
use std::time::Duration;

/// An answer, as it came. Printed without its content, which may hold secrets.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
    pub(super) info: &'static Info,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, or as much of it as came.
    pub body: Bytes,
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Received")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body", &format_args!("[{} bytes]", self.body.len()))
            .finish()
    }
}

/// Where servers say what they call a request, the usual one first.
const REQUEST_IDS: &[&str] = &[
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-trace-id",
];

/// How much of what a server says is repeated in a message, in characters.
const MAX_TOLD: usize = 300;

/// Why a call failed. `E` is what the operation's declared errors answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The request cannot be written.
    #[non_exhaustive]
    Encode {
        /// The operation.
        info: &'static Info,
        /// What cannot be written.
        error: EncodeError,
    },
    /// No credential could be had from its source: nothing was sent.
    #[non_exhaustive]
    Credential {
        /// The operation.
        info: &'static Info,
        /// Why not.
        source: BoxError,
    },
    /// The request or its answer did not arrive.
    #[non_exhaustive]
    Transport {
        /// The operation.
        info: &'static Info,
        /// Why not.
        source: BoxError,
    },
    /// No answer came in time.
    #[non_exhaustive]
    Timeout {
        /// The operation.
        info: &'static Info,
        /// The time there was.
        after: Duration,
    },
    /// The answer is longer than the client takes.
    #[non_exhaustive]
    TooLarge {
        /// The operation.
        info: &'static Info,
        /// Its status.
        status: StatusCode,
        /// What the client takes, in bytes.
        limit: usize,
    },
    /// A declared error answer.
    #[non_exhaustive]
    Declared {
        /// The answer.
        answer: Box<Received>,
        /// What it says.
        error: E,
    },
    /// An answer with a status that is not declared.
    #[non_exhaustive]
    Undeclared {
        /// The answer.
        answer: Box<Received>,
    },
    /// An answer with a declared status whose content is not what was declared.
    #[non_exhaustive]
    Decode {
        /// The answer.
        answer: Box<Received>,
        /// Where in the body: a JSON Pointer.
        pointer: String,
        /// What is wrong there.
        message: String,
    },
}

impl<E> Error<E> {
    /// The operation that was called.
    pub fn operation(&self) -> &'static Info {
        match self {
            Self::Encode { info, .. }
            | Self::Credential { info, .. }
            | Self::Transport { info, .. }
            | Self::Timeout { info, .. }
            | Self::TooLarge { info, .. } => info,
            Self::Declared { answer, .. }
            | Self::Undeclared { answer }
            | Self::Decode { answer, .. } => answer.info,
        }
    }

    /// The answer, where one came whole.
    pub fn answer(&self) -> Option<&Received> {
        match self {
            Self::Declared { answer, .. }
            | Self::Undeclared { answer }
            | Self::Decode { answer, .. } => Some(answer),
            _ => None,
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::TooLarge { status, .. } => Some(*status),
            _ => self.answer().map(|answer| answer.status),
        }
    }

    /// What the server calls this request: for its support.
    pub fn request_id(&self) -> Option<&str> {
        let headers = self.headers()?;
        let mut found = REQUEST_IDS.iter().filter_map(|name| headers.get(*name));
        found.find_map(|value| value.to_str().ok().filter(|it| !it.is_empty()))
    }

    /// The headers of the answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.answer().map(|answer| &answer.headers)
    }

    /// The body of the answer.
    pub fn body(&self) -> Option<&Bytes> {
        self.answer().map(|answer| &answer.body)
    }

    /// What the answer says, where it is a problem by RFC 9457.
    pub fn problem(&self) -> Option<Problem> {
        let answer = self.answer()?;
        if answer.status.is_success() {
            None
        } else {
            Problem::parse(answer.status, &answer.body)
        }
    }

    /// What the declared error answers.
    pub fn declared(&self) -> Option<&E> {
        match self {
            Self::Declared { error, .. } => Some(error),
            _ => None,
        }
    }

    /// Whether no answer came in time.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout { .. })
    }

    /// Whether the same request may well succeed later. Whether it may be sent twice is for the caller to know: it may
    /// have been carried out.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport { source, .. } => !source.is::<Permanent>(),
            Self::Timeout { .. } => true,
            _ => self.status().is_some_and(is_passing),
        }
    }

    pub(super) fn map<F>(self, map: impl FnOnce(E) -> F) -> Error<F> {
        match self {
            Self::Encode { info, error } => Error::Encode { info, error },
            Self::Credential { info, source } => Error::Credential { info, source },
            Self::Transport { info, source } => Error::Transport { info, source },
            Self::Timeout { info, after } => Error::Timeout { info, after },
            Self::TooLarge {
                info,
                status,
                limit,
            } => Error::TooLarge {
                info,
                status,
                limit,
            },
            Self::Declared { answer, error } => Error::Declared {
                answer,
                error: map(error),
            },
            Self::Undeclared { answer } => Error::Undeclared { answer },
            Self::Decode {
                answer,
                pointer,
                message,
            } => Error::Decode {
                answer,
                pointer,
                message,
            },
        }
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let info = self.operation();
        write!(f, "{} {}: ", info.verb(), info.path)?;
        match self {
            Self::Encode { error, .. } => error.fmt(f),
            Self::Credential { .. } => f.write_str("no credential could be had"),
            Self::Transport { .. } => f.write_str("the request or its answer did not arrive"),
            Self::Timeout { after, .. } => write!(f, "no answer came within {after:?}"),
            Self::TooLarge { status, limit, .. } => {
                write!(f, "the answer ({status}) is longer than {limit} bytes")
            }
            Self::Declared { answer, .. } => refused(f, answer, ""),
            Self::Undeclared { answer } => refused(f, answer, " (not declared)"),
            Self::Decode {
                answer,
                pointer,
                message,
            } => {
                let space = if pointer.is_empty() { "" } else { " " };
                let wrong = format!("{pointer}{space}{message}");
                match answer.status.is_success() {
                    true => write!(
                        f,
                        "the answer ({}) was not understood: {wrong}",
                        answer.status
                    ),
                    // What the server says matters more than how.
                    false => refused(f, answer, &format!(" (not as declared: {wrong})")),
                }
            }
        }
    }
}

fn refused(f: &mut fmt::Formatter<'_>, answer: &Received, note: &str) -> fmt::Result {
    write!(f, "answered {}{note}", answer.status)?;
    if answer.status.is_success() {
        return Ok(());
    }
    let told = match Problem::parse(answer.status, &answer.body) {
        Some(mut problem) => {
            // The status has said it.
            if problem.title.as_deref() == answer.status.canonical_reason() {
                problem.title = problem.detail.take();
            }
            problem.to_string()
        }
        None => String::from_utf8_lossy(&answer.body[..answer.body.len().min(MAX_TOLD)]).into(),
    };
    let told = told.split(|it: char| it.is_whitespace() || it.is_control());
    let told: Vec<&str> = told.filter(|word| !word.is_empty()).collect();
    let told = told.join(" ");
    match told.char_indices().nth(MAX_TOLD) {
        _ if told.is_empty() => Ok(()),
        Some((end, _)) => write!(f, ": {}…", &told[..end]),
        None => write!(f, ": {told}"),
    }
}

impl<E: fmt::Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport { source, .. } | Self::Credential { source, .. } => Some(&**source),
            _ => None,
        }
    }
}

/// What a declared error answers, of any type.
trait Declared: fmt::Debug + Send + Sync {
    fn as_any(&self) -> &dyn Any;
}

impl<E: ErrorBody> Declared for E {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Why a call failed, whichever operation it was: `?` turns every [`Error`] into it.
#[derive(Debug)]
pub struct Failure(Error<Box<dyn Declared>>);

impl Failure {
    /// The operation that was called.
    pub fn operation(&self) -> &'static Info {
        self.0.operation()
    }

    /// What the server calls this request: for its support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id()
    }

    /// The answer, where one came whole.
    pub fn answer(&self) -> Option<&Received> {
        self.0.answer()
    }

    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status()
    }

    /// The headers of the answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.headers()
    }

    /// The body of the answer.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.body()
    }

    /// What the answer says, where it is a problem by RFC 9457.
    pub fn problem(&self) -> Option<Problem> {
        self.0.problem()
    }

    /// What the declared error answers, if it is an `E`.
    pub fn declared<E: ErrorBody>(&self) -> Option<&E> {
        self.0
            .declared()
            .and_then(|error| (**error).as_any().downcast_ref())
    }

    /// Whether no answer came in time.
    pub fn is_timeout(&self) -> bool {
        self.0.is_timeout()
    }

    /// Whether the same request may well succeed later.
    pub fn is_retryable(&self) -> bool {
        self.0.is_retryable()
    }
}

impl<E: ErrorBody> From<Error<E>> for Failure {
    fn from(error: Error<E>) -> Self {
        Self(error.map(|error| Box::new(error) as Box<dyn Declared>))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
