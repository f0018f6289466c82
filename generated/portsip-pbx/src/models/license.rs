/// What `GET /license` answers.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct License {
    /// API version of PortSIP PBX.
    pub api_version: Option<String>,
    /// Product name of PortSIP PBX.
    pub product_name: Option<String>,
    /// Max Simultaneous Calls allowed for this version.
    pub max_sim_calls: Option<i32>,
    /// License key of PortSIP PBX.
    pub license_key: Option<String>,
    /// Company name of license user.
    pub company_name: Option<String>,
    /// Contact email of license user.
    pub contact_email: Option<String>,
}

crate::runtime::redacted::redacted! {
    crate::runtime; License;
    api_version, product_name, max_sim_calls, [license_key], company_name, contact_email,
}

crate::runtime::members::members! {
    crate::runtime; License;
    api_version, product_name, max_sim_calls, license_key, company_name, contact_email,
}
