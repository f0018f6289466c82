/// What `POST /dealer/password` takes.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ResetCurrentDealerPasswordRequest {
    /// The password of dealer.
    pub old_password: Option<String>,
    /// The password of dealer.
    pub new_password: Option<String>,
}

impl ResetCurrentDealerPasswordRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `old_password`.
    pub fn old_password(mut self, value: impl Into<String>) -> Self {
        self.old_password = Some(value.into());
        self
    }
    /// Sets `new_password`.
    pub fn new_password(mut self, value: impl Into<String>) -> Self {
        self.new_password = Some(value.into());
        self
    }
}

crate::runtime::redacted::redacted! {
    crate::runtime; ResetCurrentDealerPasswordRequest;
    [old_password], [new_password],
}

crate::runtime::members::members! {
    crate::runtime; ResetCurrentDealerPasswordRequest;
    old_password, new_password,
}
