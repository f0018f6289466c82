use crate::runtime::members::members;
use crate::runtime::redacted::redacted;

/// What `GET /sbc/token` answers.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct AccessToken {
    /// The access token.
    pub token: Option<String>,
}

redacted! {
    crate::runtime; AccessToken;
    [token],
}

members! {
    crate::runtime; AccessToken;
    token,
}
