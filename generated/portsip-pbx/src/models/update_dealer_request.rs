use super::Dealer;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `POST /dealers/{id}` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateDealerRequest {
    /// Enable this dealer or not.
    pub enabled: Option<bool>,
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
    /// The maximum number of tenants that the dealer is allowed to create.
    pub max_tenants: Option<i32>,
    /// The maximum number of extensions that the dealer is allowed to create.
    pub max_extensions: Option<i32>,
    /// Whether or not the reseller is allowed to have full control over the tenant.
    /// This attribute is not valid if not modified by first level dealer.
    pub tenant_full_access: Option<bool>,
}

impl UpdateDealerRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `enabled`.
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
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
    /// Sets `max_tenants`.
    pub fn max_tenants(mut self, value: i32) -> Self {
        self.max_tenants = Some(value);
        self
    }
    /// Sets `max_extensions`.
    pub fn max_extensions(mut self, value: i32) -> Self {
        self.max_extensions = Some(value);
        self
    }
    /// Sets `tenant_full_access`.
    pub fn tenant_full_access(mut self, value: bool) -> Self {
        self.tenant_full_access = Some(value);
        self
    }
    /// `enabled`, or its default `true`.
    pub fn enabled_or_default(&self) -> bool {
        self.enabled.unwrap_or(true)
    }
    /// `max_tenants`, or its default `100`.
    pub fn max_tenants_or_default(&self) -> i32 {
        self.max_tenants.unwrap_or(100)
    }
    /// `max_extensions`, or its default `50000`.
    pub fn max_extensions_or_default(&self) -> i32 {
        self.max_extensions.unwrap_or(50000)
    }
    /// `tenant_full_access`, or its default `true`.
    pub fn tenant_full_access_or_default(&self) -> bool {
        self.tenant_full_access.unwrap_or(true)
    }
}

crate::runtime::members::members! {
    crate::runtime; UpdateDealerRequest;
    enabled, email, display_name, website, phone, address, description, max_tenants,
    max_extensions, tenant_full_access,
}

#[cfg(feature = "server")]
impl Checked for UpdateDealerRequest {
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
        c.integer(
            "max_tenants",
            self.max_tenants.map(i128::from),
            Some(0),
            None,
        );
        c.integer(
            "max_extensions",
            self.max_extensions.map(i128::from),
            Some(0),
            None,
        );
    }
}

crate::runtime::convert::convert! {
    Dealer => UpdateDealerRequest;
    enabled, email, display_name, website, phone, address, description, max_tenants,
    max_extensions, tenant_full_access,
}
