/// What `POST /dealers/{id}/password` takes.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ResetDealerPasswordRequest {
    /// The password of dealer.
    pub password: Option<String>,
}

impl ResetDealerPasswordRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `password`.
    pub fn password(mut self, value: impl Into<String>) -> Self {
        self.password = Some(value.into());
        self
    }
}

crate::runtime::redacted::redacted! {
    crate::runtime; ResetDealerPasswordRequest;
    [password],
}

crate::runtime::members::members! {
    crate::runtime; ResetDealerPasswordRequest;
    password,
}
