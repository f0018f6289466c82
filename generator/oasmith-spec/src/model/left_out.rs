//! Operations that are not in the model, because a fault leaves open what they mean.

use super::{Operation, PathItem};
use oasmith_source::Span;

/// An operation that has a part of which the meaning cannot be told.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// `None`: those of the path, whichever they are.
    pub method: Option<String>,
    pub id: Option<String>,
    pub tags: Vec<String>,
    /// The fault, as it was reported.
    pub reason: String,
    /// The key: the method, or the path.
    pub key_span: Span,
}

impl LeftOut {
    /// Whatever operations a path has.
    pub fn all(reason: String, key_span: Span) -> Self {
        LeftOut {
            method: None,
            id: None,
            tags: Vec::new(),
            reason,
            key_span,
        }
    }

    /// A callback of an operation, which goes without it.
    pub fn callback(name: &str, operation: &Operation, reason: String) -> Self {
        let one = LeftOut::one(operation, reason);
        LeftOut {
            method: Some(format!("callback `{name}` of {}", operation.method)),
            ..one
        }
    }

    /// One operation.
    pub fn one(operation: &Operation, reason: String) -> Self {
        LeftOut {
            method: Some(operation.method.clone()),
            id: operation.id.as_ref().map(|it| it.value.clone()),
            tags: operation.tags.iter().map(|it| it.value.clone()).collect(),
            reason,
            key_span: operation.key_span,
        }
    }
}

impl PathItem {
    /// Leaves out the operations for which there is a reason, by their index.
    pub fn leave_out(&mut self, reason: impl Fn(usize, &Operation) -> Option<String>) {
        let operations = std::mem::take(&mut self.operations);
        for (index, operation) in operations.into_iter().enumerate() {
            match reason(index, &operation) {
                Some(reason) => self.left_out.push(LeftOut::one(&operation, reason)),
                None => self.operations.push(operation),
            }
        }
    }
}
