use super::DealerLevel;

/// What `GET /dealers/{id}` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dealer {
    /// The unique ID of dealer.
    pub id: Option<String>,
    /// Enable this dealer or not.
    pub enabled: Option<bool>,
    /// `level`.
    pub level: Option<DealerLevel>,
    /// The user's account name.
    /// Only letters, numbers, and the following special characters can be added: underscore, dash, single quote, and period (_, -, ', and .).
    /// Username cannot start or end with period (.).
    /// `admin`, `system`, `administrator`, and `root` are reserved names for system admin only with case ignored.
    pub name: Option<String>,
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

impl Dealer {
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
    crate::runtime; Dealer;
    id, enabled, level, name, email, display_name, website, phone, address, description,
    max_tenants, max_extensions, tenant_full_access,
}
