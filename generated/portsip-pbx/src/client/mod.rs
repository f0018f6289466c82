//! The client: a method for each operation.

mod administration;
mod tenant;

pub use crate::runtime::client::{
    BaseUrl, BuildError, Call, Client, ClientBuilder, Drift, Error, Failure, Response, RetryPolicy,
    Token, TokenSource, Transport,
};
use crate::runtime::security::Credential;
use crate::security::BEARER;

impl ClientBuilder {
    /// The credential for `bearer`.
    pub fn bearer(self, token: impl Into<String>) -> Self {
        self.credential(&BEARER, Credential::bearer(token))
    }
}
