use super::HourlyCallCount;
use jiff::Timestamp;

/// What `GET /admin/status` answers.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SystemStatus {
    /// The version information of PortSIP PBX.
    pub version: Option<String>,
    /// The news information of PortSIP PBX.
    pub news: Option<String>,
    /// The license key of PortSIP PBX.
    pub license_key: Option<String>,
    /// The license type of product.
    pub license_type: Option<String>,
    /// The maintenance expiry time.
    pub maintenance_expires_at: Option<Timestamp>,
    /// The number of authorized concurrent calls purchased by the user.
    pub max_concurrent_calls: Option<i32>,
    /// The maximum number of authorized users purchased by the system admin.
    pub licensed_users: Option<i32>,
    /// The number of current users of the system.
    pub current_users: Option<i32>,
    /// The number of current online users of the system.
    pub online_users: Option<i32>,
    /// The number of current tenants of the system.
    pub current_tenants: Option<i32>,
    /// The number of current dealers of the system.
    pub current_dealers: Option<i32>,
    /// The current number of calls.
    pub current_calls: Option<i32>,
    /// The current number of trunks.
    pub current_trunks: Option<i32>,
    /// The current number of conference servers.
    pub current_conference_servers: Option<i32>,
    /// The current number of media servers.
    pub current_media_servers: Option<i32>,
    /// The current number of call queue servers.
    pub current_call_queue_servers: Option<i32>,
    /// The current number of ivr servers.
    pub current_ivr_servers: Option<i32>,
    /// `calls_in_24_hours`.
    pub calls_in_24_hours: Option<Vec<HourlyCallCount>>,
}

crate::runtime::redacted::redacted! {
    crate::runtime; SystemStatus;
    version, news, [license_key], license_type, maintenance_expires_at, max_concurrent_calls,
    licensed_users, current_users, online_users, current_tenants, current_dealers, current_calls,
    current_trunks, current_conference_servers, current_media_servers, current_call_queue_servers,
    current_ivr_servers, calls_in_24_hours,
}

crate::runtime::members::members! {
    crate::runtime; SystemStatus;
    version, news, license_key, license_type, maintenance_expires_at, max_concurrent_calls,
    licensed_users, current_users, online_users, current_tenants, current_dealers, current_calls,
    current_trunks, current_conference_servers, current_media_servers, current_call_queue_servers,
    current_ivr_servers, calls_in_24_hours,
}
