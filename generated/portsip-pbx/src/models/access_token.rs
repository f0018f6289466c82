/// What `GET /sbc/token` answers.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct AccessToken {
    /// The access token.
    pub token: Option<String>,
}

crate::runtime::redacted::redacted! {
    crate::runtime; AccessToken;
    [token],
}

crate::runtime::members::members! {
    crate::runtime; AccessToken;
    token,
}
