//! Why a call failed.

use super::body::BoxError;
use super::encoder::EncodeError;
use super::operation::ErrorBody;
use super::problem::Problem;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::any::Any;
use std::fmt;

/// An answer, as it came. Printed without its content, which may hold secrets.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
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

/// Why a call failed. `E` is what the operation's declared errors answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The request cannot be written.
    Encode(EncodeError),
    /// The request or its answer did not arrive.
    Transport(BoxError),
    /// No answer came in time.
    Timeout,
    /// The answer is longer than the client takes.
    #[non_exhaustive]
    TooLarge {
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
    /// The answer, where one came whole.
    pub fn answer(&self) -> Option<&Received> {
        match self {
            Self::Declared { answer, .. }
            | Self::Undeclared { answer }
            | Self::Decode { answer, .. } => Some(answer),
            Self::Encode(_) | Self::Transport(_) | Self::Timeout | Self::TooLarge { .. } => None,
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::TooLarge { status, .. } => Some(*status),
            _ => self.answer().map(|answer| answer.status),
        }
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
        matches!(self, Self::Timeout)
    }

    /// Whether the same request may well succeed later. Whether it may be sent twice is for the caller to know: it may
    /// have been carried out.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(_) | Self::Timeout => true,
            _ => matches!(
                self.status().map(|it| it.as_u16()),
                Some(408 | 425 | 429 | 502..=504)
            ),
        }
    }

    fn map<F>(self, map: impl FnOnce(E) -> F) -> Error<F> {
        match self {
            Self::Encode(error) => Error::Encode(error),
            Self::Transport(error) => Error::Transport(error),
            Self::Timeout => Error::Timeout,
            Self::TooLarge { status, limit } => Error::TooLarge { status, limit },
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
        match self {
            Self::Encode(error) => error.fmt(f),
            Self::Transport(_) => f.write_str("the request or its answer did not arrive"),
            Self::Timeout => f.write_str("no answer came in time"),
            Self::TooLarge { status, limit } => {
                write!(f, "the answer ({status}) is longer than {limit} bytes")
            }
            Self::Declared { answer, .. } => refused(f, answer, ""),
            Self::Undeclared { answer } => refused(f, answer, " (not declared)"),
            Self::Decode {
                answer,
                pointer,
                message,
            } => {
                write!(f, "the answer ({}) was not understood: ", answer.status)?;
                f.write_str(pointer)?;
                f.write_str(if pointer.is_empty() { "" } else { " " })?;
                f.write_str(message)
            }
        }
    }
}

fn refused(f: &mut fmt::Formatter<'_>, answer: &Received, note: &str) -> fmt::Result {
    write!(f, "answered {}{note}", answer.status)?;
    match Problem::parse(answer.status, &answer.body) {
        Some(problem) if !answer.status.is_success() => write!(f, ": {problem}"),
        _ => Ok(()),
    }
}

impl<E: fmt::Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => Some(&**error),
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
