use jiff::Timestamp;

/// Stands in `items` of `TenantList`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TenantSummary {
    /// The unique ID of tenant.
    pub id: Option<String>,
    /// The name of the tenant.
    pub name: Option<String>,
    /// The SIP domain of tenant.
    /// It is usually a fully qualified domain name (FQDN).
    /// If there is no FQDN, you can also use the IP address of the PBX server as the SIP domain.
    /// The SIP domain name is only used for SIP message authentication and does not require analysis.
    pub domain: Option<String>,
    /// The maximum number of users that the tenant is allowed to create.
    pub max_extensions: Option<i32>,
    /// The maximum number of concurrent calls that the tenant is allowed to have.
    pub max_concurrent_calls: Option<i32>,
    /// Enable this tenant or not.
    pub enabled: Option<bool>,
    /// The official website of tenant.
    pub website: Option<String>,
    /// Timezone for tenant.
    pub timezone: Option<String>,
    /// The Currency code (ISO 4217).
    pub currency: Option<String>,
    /// A valid country code based on iso3166-1 alpha-3 standard. see: <https://www.iso.org/iso-3166-country-codes.html>
    pub region: Option<String>,
    /// The name of the file.
    pub avatar_file_name: Option<String>,
    /// The file size in bytes.
    pub avatar_file_size: Option<i64>,
    /// The relative path to file url for file downloading.
    pub avatar_file_url: Option<String>,
    /// The creation time of tenant.
    pub created_at: Option<Timestamp>,
}

impl TenantSummary {
    /// `max_extensions`, or its default `1000`.
    pub fn max_extensions_or_default(&self) -> i32 {
        self.max_extensions.unwrap_or(1000)
    }
    /// `max_concurrent_calls`, or its default `20`.
    pub fn max_concurrent_calls_or_default(&self) -> i32 {
        self.max_concurrent_calls.unwrap_or(20)
    }
    /// `enabled`, or its default `true`.
    pub fn enabled_or_default(&self) -> bool {
        self.enabled.unwrap_or(true)
    }
}

crate::runtime::members::members! {
    crate::runtime; TenantSummary;
    id, name, domain, max_extensions, max_concurrent_calls, enabled, website, timezone, currency,
    region, avatar_file_name, avatar_file_size, avatar_file_url, created_at,
}
