//! How callers prove who they are.

use crate::runtime::security::{Requirement, Scheme, SchemeKind};

/// `bearer`.
pub static BEARER: Scheme = Scheme {
    name: "bearer",
    kind: SchemeKind::Bearer,
};

pub(crate) const NEEDS_BEARER: &[&[Requirement]] = &[&[Requirement {
    scheme: &BEARER,
    scopes: &[],
}]];
