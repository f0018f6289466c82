use super::DealerLevel;

/// Stands in `items` of `TenantDealerList`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TenantDealer {
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
    /// The display name of user.
    pub display_name: Option<String>,
}

impl TenantDealer {
    /// `enabled`, or its default `true`.
    pub fn enabled_or_default(&self) -> bool {
        self.enabled.unwrap_or(true)
    }
}

crate::runtime::members::members! {
    crate::runtime; TenantDealer;
    id, enabled, level, name, display_name,
}
