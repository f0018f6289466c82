//! Where answers differ from the document, for those who want to know or will not have it.
//!
//! A client takes what it can: members and values that the document does not name, `null` for what is absent, another
//! media type. This finds such things: an answer without any is read once, and one with some a second time, leniently.
//! What nobody asked for costs nothing.
//! Values of a stream are looked at one by one, when they come.
//! Deliberately missing: values that fit no alternative of a union, which may be open.

use super::answer::{Answer, DecodeError};
use super::body::{Body, Notes};
use super::client::ClientBuilder;
use super::error::Received;
use super::operation::{Info, Meaning};
use super::problem::Violation;
use bytes::Bytes;
use http::StatusCode;
use std::sync::{Arc, PoisonError};

/// A difference between an answer and the document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drift {
    /// The id of the operation.
    pub operation: &'static str,
    /// The status of the answer.
    pub status: StatusCode,
    /// Where in the body: a JSON Pointer. Empty: the answer as a whole.
    pub path: String,
    /// What is different. Never repeats a value.
    pub what: String,
}

impl std::fmt::Display for Drift {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}): ", self.operation, self.status.as_u16())?;
        f.write_str(&self.path)?;
        f.write_str(if self.path.is_empty() { "" } else { " " })?;
        f.write_str(&self.what)
    }
}

const UNDECLARED: &str = "the status is not declared";

type Told = Arc<dyn Fn(&Drift) + Send + Sync>;

/// What becomes of differences.
#[derive(Clone, Default)]
pub(super) struct Watch {
    is_strict: bool,
    told: Option<Told>,
}

impl ClientBuilder {
    /// Refuses answers that differ from the document, in a test: a member or a value that it does not name, `null` where
    /// a member may only be absent, a media type that is not declared. They fail with `Error::Decode`, which has the
    /// place; values of a stream are refused one by one.
    pub fn strict(mut self) -> Self {
        self.watch.get_or_insert_default().is_strict = true;
        self
    }

    /// Tells of answers that differ from the document, in production: of what [`strict`](Self::strict) refuses, and of
    /// statuses that are not declared. `told` is called before the caller has the answer, so it must not take long.
    pub fn on_drift(mut self, told: impl Fn(&Drift) + Send + Sync + 'static) -> Self {
        self.watch.get_or_insert_default().told = Some(Arc::new(told));
        self
    }
}

impl Watch {
    /// Reads a success, or a declared error, that came with `status`.
    pub(super) fn decode<T>(
        &self,
        info: &'static Info,
        status: StatusCode,
        mut answer: Answer,
        decode: fn(Answer) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        let bytes = answer.body.as_bytes().cloned();
        if info.meaning(status) == Meaning::Undeclared {
            let undeclared = whole(UNDECLARED);
            self.judge(info, status, vec![undeclared], bytes.clone())?;
        }
        let mut found: Vec<Violation> = undeclared_media(info, &answer).into_iter().collect();
        let notes = Notes::default();
        let exact = bytes
            .as_ref()
            .map(|bytes| decode(exact(&answer, bytes, &notes)));
        let value = match exact {
            Some(Ok(value)) => value,
            // What is wrong even so is no drift.
            Some(Err(error)) => {
                let value = decode(answer)?;
                found.extend(error.all);
                value
            }
            None => {
                let watch = self.clone();
                let body = answer.body.watched(Arc::new(move |found| {
                    found.iter().for_each(|it| watch.tell(info, status, it));
                    watch.is_strict
                }));
                answer.body = body.noted(notes.clone());
                decode(answer)?
            }
        };
        found.append(&mut notes.lock().unwrap_or_else(PoisonError::into_inner));
        self.judge(info, status, found, bytes)?;
        Ok(value)
    }

    fn judge(
        &self,
        info: &'static Info,
        status: StatusCode,
        found: Vec<Violation>,
        bytes: Option<Bytes>,
    ) -> Result<(), DecodeError> {
        for it in &found {
            self.tell(info, status, it);
        }
        match found.into_iter().next() {
            Some(first) if self.is_strict => {
                let bytes = bytes.unwrap_or_default();
                Err(DecodeError::new(first.pointer, first.detail, bytes))
            }
            _ => Ok(()),
        }
    }

    /// An answer whose status is not declared came.
    pub(super) fn undeclared(&self, answer: &Received) {
        let found = whole(UNDECLARED);
        self.tell(answer.info, answer.status, &found);
    }

    fn tell(&self, info: &'static Info, status: StatusCode, found: &Violation) {
        if let Some(told) = &self.told {
            told(&Drift {
                operation: info.id,
                status,
                path: found.pointer.clone(),
                what: found.detail.clone(),
            });
        }
    }
}

/// The same answer, to be read as the document has it.
fn exact(answer: &Answer, bytes: &Bytes, notes: &Notes) -> Answer {
    Answer {
        status: answer.status,
        headers: answer.headers.clone(),
        body: Body::exact(bytes.clone()).noted(notes.clone()),
    }
}

fn undeclared_media(info: &'static Info, answer: &Answer) -> Option<Violation> {
    let is_empty = answer.body.as_bytes().is_some_and(Bytes::is_empty);
    // What is declared beside what has a type may be read as well: a text of one value.
    let is_declared = answer.is_of(info.produces) || answer.is_of(info.offers);
    if is_empty || info.produces.is_empty() || is_declared {
        return None;
    }
    Some(whole("the media type is not declared"))
}

/// What is different about an answer as a whole.
fn whole(detail: &str) -> Violation {
    Violation {
        pointer: String::new(),
        detail: detail.to_owned(),
    }
}
