/// What `GET /dealer/status` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DealerStatus {
    /// The version information of PortSIP PBX.
    pub version: Option<String>,
    /// The maximum number of sub-dealers.
    pub max_dealers: Option<i32>,
    /// The number of current sub-dealers.
    pub current_dealers: Option<i32>,
    /// The maximum number of authorized users purchased by the dealer from distributor.
    pub max_users: Option<i32>,
    /// The number of current users of the dealer.
    pub current_users: Option<i32>,
    /// The maximum number of tenants the current dealer is allowed to create.
    pub max_tenants: Option<i32>,
    /// The number of current tenants of the dealer.
    pub current_tenants: Option<i32>,
}

crate::runtime::members::members! {
    crate::runtime; DealerStatus;
    version, max_dealers, current_dealers, max_users, current_users, max_tenants, current_tenants,
}
