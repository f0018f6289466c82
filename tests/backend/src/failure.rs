//! What can go wrong behind the API, and what a caller is told of it.

use http::StatusCode;
use portsip_pbx::runtime::problem::{Problem, Violation};
use portsip_pbx::server::IntoProblem;
use rusqlite::ErrorCode;

/// Why a handler does not succeed.
#[derive(Debug)]
pub enum Failure {
    /// There is nothing of this id.
    NotFound,
    /// Something else has this name, or what else must be its own.
    Taken,
    /// The request has no content, and means nothing without.
    Empty,
    /// A text of the query is not of its grammar.
    Syntax(Violation),
    /// The request is understood, and breaks a rule that the document does not tell.
    Rule(Violation),
    /// Another writer has the database for too long.
    Busy,
    /// The database cannot be written.
    ReadOnly,
    /// The server is going down.
    Stopped,
    /// The database is broken, or does not hold what was put there.
    Storage(String),
}

impl Failure {
    /// A rule that the value at `pointer` breaks.
    pub fn rule(pointer: &str, detail: impl Into<String>) -> Self {
        Self::Rule(Violation {
            pointer: pointer.to_owned(),
            detail: detail.into(),
        })
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::ConstraintViolation) => Self::Taken,
            _ if error == rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            _ => Self::Storage(error.to_string()),
        }
    }
}

impl IntoProblem for Failure {
    fn into_problem(self) -> Problem {
        let unavailable = Problem::new(StatusCode::SERVICE_UNAVAILABLE);
        match self {
            Self::NotFound => Problem::new(StatusCode::NOT_FOUND),
            Self::Taken => {
                Problem::new(StatusCode::CONFLICT).detail("there is one like this already")
            }
            Self::Empty => Problem::new(StatusCode::BAD_REQUEST).detail("a body is required"),
            Self::Syntax(fault) => Problem::new(StatusCode::BAD_REQUEST).errors(vec![fault]),
            Self::Rule(fault) => Problem::new(StatusCode::UNPROCESSABLE_ENTITY).errors(vec![fault]),
            Self::Busy => unavailable.detail("the database is busy, try again"),
            Self::ReadOnly => unavailable.detail("nothing can be changed at present"),
            Self::Stopped => unavailable.detail("the server is going down"),
            Self::Storage(why) => {
                // For the operator. A caller learns nothing of what is inside.
                tracing::error!(why, "the database failed");
                Problem::new(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Syntax(fault) | Self::Rule(fault) => write!(f, "{fault}"),
            Self::Storage(why) => f.write_str(why),
            other => write!(f, "{other:?}"),
        }
    }
}

impl std::error::Error for Failure {}
