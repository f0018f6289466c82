use super::DealerLevel;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /dealers` takes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateDealerRequest {
    /// Enable this dealer or not.
    pub enabled: Option<bool>,
    /// `level`.
    pub level: DealerLevel,
    /// The user's account name.
    /// Only letters, numbers, and the following special characters can be added: underscore, dash, single quote, and period (_, -, ', and .).
    /// Username cannot start or end with period (.).
    /// `admin`, `system`, `administrator`, and `root` are reserved names for system admin only with case ignored.
    pub name: String,
    /// The password of dealer.
    pub password: String,
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
    pub max_tenants: i32,
    /// The maximum number of extensions that the dealer is allowed to create.
    pub max_extensions: i32,
    /// Whether or not the reseller is allowed to have full control over the tenant.
    /// This attribute is not valid if not modified by first level dealer.
    pub tenant_full_access: Option<bool>,
}

impl CreateDealerRequest {
    /// With what is required.
    pub fn new(
        level: DealerLevel,
        name: impl Into<String>,
        password: impl Into<String>,
        max_tenants: i32,
        max_extensions: i32,
    ) -> Self {
        Self {
            enabled: None,
            level,
            name: name.into(),
            password: password.into(),
            email: None,
            display_name: None,
            website: None,
            phone: None,
            address: None,
            description: None,
            max_tenants,
            max_extensions,
            tenant_full_access: None,
        }
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
    /// Sets `tenant_full_access`.
    pub fn tenant_full_access(mut self, value: bool) -> Self {
        self.tenant_full_access = Some(value);
        self
    }
    /// `enabled`, or its default `true`.
    pub fn enabled_or_default(&self) -> bool {
        self.enabled.unwrap_or(true)
    }
    /// `tenant_full_access`, or its default `true`.
    pub fn tenant_full_access_or_default(&self) -> bool {
        self.tenant_full_access.unwrap_or(true)
    }
}

impl std::fmt::Debug for CreateDealerRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::runtime::secret;
        secret::debug_struct(
            f,
            "CreateDealerRequest",
            &[
                ("enabled", &self.enabled),
                ("level", &self.level),
                ("name", &self.name),
                ("password", &secret::Redacted),
                ("email", &self.email),
                ("display_name", &self.display_name),
                ("website", &self.website),
                ("phone", &self.phone),
                ("address", &self.address),
                ("description", &self.description),
                ("max_tenants", &self.max_tenants),
                ("max_extensions", &self.max_extensions),
                ("tenant_full_access", &self.tenant_full_access),
            ],
        )
    }
}

impl Json for CreateDealerRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            enabled: None,
            level: Json::blank(),
            name: Json::blank(),
            password: Json::blank(),
            email: None,
            display_name: None,
            website: None,
            phone: None,
            address: None,
            description: None,
            max_tenants: Json::blank(),
            max_extensions: Json::blank(),
            tenant_full_access: None,
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("enabled", &mut self.enabled),
            ("level", &mut self.level),
            ("name", &mut self.name),
            ("password", &mut self.password),
            ("email", &mut self.email),
            ("display_name", &mut self.display_name),
            ("website", &mut self.website),
            ("phone", &mut self.phone),
            ("address", &mut self.address),
            ("description", &mut self.description),
            ("max_tenants", &mut self.max_tenants),
            ("max_extensions", &mut self.max_extensions),
            ("tenant_full_access", &mut self.tenant_full_access),
        ])
    }
}

impl Write for CreateDealerRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("enabled", &self.enabled),
            ("level", &self.level),
            ("name", &self.name),
            ("password", &self.password),
            ("email", &self.email),
            ("display_name", &self.display_name),
            ("website", &self.website),
            ("phone", &self.phone),
            ("address", &self.address),
            ("description", &self.description),
            ("max_tenants", &self.max_tenants),
            ("max_extensions", &self.max_extensions),
            ("tenant_full_access", &self.tenant_full_access),
        ]);
    }
}

#[cfg(feature = "server")]
impl Checked for CreateDealerRequest {
    fn check(&self, c: &mut Check) {
        c.known("level", Some(&self.level));
        c.length("name", Some(&self.name), Some(1), Some(64));
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
            Some(i128::from(self.max_tenants)),
            Some(0),
            None,
        );
        c.integer(
            "max_extensions",
            Some(i128::from(self.max_extensions)),
            Some(0),
            None,
        );
    }
}
