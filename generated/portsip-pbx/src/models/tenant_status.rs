use super::HourlyCallCount;

/// What `GET /tenant/status` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TenantStatus {
    /// The version information of PortSIP PBX.
    pub version: Option<String>,
    /// The maximum number of authorized users purchased by the tenant from System Admin or Dealer.
    pub licensed_users: Option<i32>,
    /// The number of current users of the tenant.
    pub current_users: Option<i32>,
    /// The number of current online users of the tenant.
    pub online_users: Option<i32>,
    /// The current number of calls.
    pub current_calls: Option<i32>,
    /// The current number of call queues.
    pub current_queues: Option<i32>,
    /// The current number of conference rooms.
    pub current_conference_rooms: Option<i32>,
    /// The current number of ring groups.
    pub current_ring_groups: Option<i32>,
    /// The current number of virtual receptionists.
    pub current_ivrs: Option<i32>,
    /// The current number of trunks.
    pub current_trunks: Option<i32>,
    /// `calls_in_24_hours`.
    pub calls_in_24_hours: Option<Vec<HourlyCallCount>>,
}

crate::runtime::members::members! {
    crate::runtime; TenantStatus;
    version, licensed_users, current_users, online_users, current_calls, current_queues,
    current_conference_rooms, current_ring_groups, current_ivrs, current_trunks, calls_in_24_hours,
}
