use super::EventAuth;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
#[cfg(feature = "server")]
use crate::runtime::pattern::Pattern;

/// Stands in `cdr_event` of `CreateTenantRequest`.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct EventHook {
    /// Enabled this event or not.
    pub enabled: Option<bool>,
    /// `auth`.
    pub auth: Option<EventAuth>,
    /// The username for authentication, when auth is `BASIC` or `DIGEST`.
    pub username: Option<String>,
    /// The password for authentication, when auth is `BASIC` or `DIGEST`.
    pub password: Option<String>,
    /// The token for authentication, when auth is `BEARER`.
    pub token: Option<String>,
    /// The event url.
    pub url: Option<String>,
}

impl EventHook {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `enabled`.
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }
    /// Sets `auth`.
    pub fn auth(mut self, value: EventAuth) -> Self {
        self.auth = Some(value);
        self
    }
    /// Sets `username`.
    pub fn username(mut self, value: impl Into<String>) -> Self {
        self.username = Some(value.into());
        self
    }
    /// Sets `password`.
    pub fn password(mut self, value: impl Into<String>) -> Self {
        self.password = Some(value.into());
        self
    }
    /// Sets `token`.
    pub fn token(mut self, value: impl Into<String>) -> Self {
        self.token = Some(value.into());
        self
    }
    /// Sets `url`.
    pub fn url(mut self, value: impl Into<String>) -> Self {
        self.url = Some(value.into());
        self
    }
    /// `enabled`, or its default `false`.
    pub fn enabled_or_default(&self) -> bool {
        self.enabled.unwrap_or(false)
    }
    /// `auth`, or its default `Disable`.
    pub fn auth_or_default(&self) -> EventAuth {
        self.auth.clone().unwrap_or(EventAuth::Disable)
    }
}

crate::runtime::redacted::redacted! {
    crate::runtime; EventHook;
    enabled, auth, username, [password], [token], url,
}

crate::runtime::members::members! {
    crate::runtime; EventHook;
    enabled, auth, username, password, token, url,
}

#[cfg(feature = "server")]
impl Checked for EventHook {
    fn check(&self, c: &mut Check) {
        static USERNAME: Pattern = Pattern::new("[a-z0-9]{6,64}");
        c.known("auth", self.auth.as_ref());
        c.length("username", self.username.as_deref(), Some(6), Some(64));
        c.pattern("username", self.username.as_deref(), &USERNAME);
        c.length("password", self.password.as_deref(), Some(6), Some(64));
        c.pattern("password", self.password.as_deref(), &USERNAME);
        c.length("url", self.url.as_deref(), Some(1), Some(128));
        c.pattern("url", self.url.as_deref(), &USERNAME);
    }
}
