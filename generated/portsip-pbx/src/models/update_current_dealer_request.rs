use super::CurrentDealer;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `POST /dealer` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateCurrentDealerRequest {
    /// The email address of user.
    pub email: Option<String>,
    /// The display name of user.
    pub display_name: Option<String>,
    /// The website of user.
    pub website: Option<String>,
    /// The mobile phone number of user.
    pub phone: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The description of dealer.
    pub description: Option<String>,
}

impl UpdateCurrentDealerRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `email`.
    pub fn email(mut self, value: impl Into<String>) -> Self {
        self.email = Some(value.into());
        self
    }
    /// Sets `display_name`.
    pub fn display_name(mut self, value: impl Into<String>) -> Self {
        self.display_name = Some(value.into());
        self
    }
    /// Sets `website`.
    pub fn website(mut self, value: impl Into<String>) -> Self {
        self.website = Some(value.into());
        self
    }
    /// Sets `phone`.
    pub fn phone(mut self, value: impl Into<String>) -> Self {
        self.phone = Some(value.into());
        self
    }
    /// Sets `address`.
    pub fn address(mut self, value: impl Into<String>) -> Self {
        self.address = Some(value.into());
        self
    }
    /// Sets `description`.
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; UpdateCurrentDealerRequest;
    email, display_name, website, phone, address, description,
}

#[cfg(feature = "server")]
impl Checked for UpdateCurrentDealerRequest {
    fn check(&self, c: &mut Check) {
        c.length("email", self.email.as_deref(), None, Some(128));
        c.length(
            "display_name",
            self.display_name.as_deref(),
            None,
            Some(1024),
        );
        c.length("phone", self.phone.as_deref(), None, Some(32));
        c.length("address", self.address.as_deref(), None, Some(128));
    }
}

crate::runtime::convert::convert! {
    CurrentDealer => UpdateCurrentDealerRequest;
    email, display_name, website, phone, address, description,
}
