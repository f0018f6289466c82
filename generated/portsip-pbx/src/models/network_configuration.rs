/// What `GET /network` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NetworkConfiguration {
    /// The web domain for PortSIP PBX
    pub web_domain: Option<String>,
    /// The private IPv4 of system.
    pub private_ipv4: Option<String>,
    /// The public IPv4 of system.
    pub public_ipv4: Option<String>,
    /// Indicates if IPv6 would be enabled.
    pub enable_ipv6: Option<bool>,
    /// The private IPv6 of system.
    pub private_ipv6: Option<String>,
    /// The public IPv6 of system.
    pub public_ipv6: Option<String>,
    /// The primary DNS server.
    pub primary_dns_server: Option<String>,
    /// The secondary DNS server.
    pub secondary_dns_server: Option<String>,
}

impl NetworkConfiguration {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `web_domain`.
    pub fn web_domain(mut self, value: impl Into<String>) -> Self {
        self.web_domain = Some(value.into());
        self
    }
    /// Sets `private_ipv4`.
    pub fn private_ipv4(mut self, value: impl Into<String>) -> Self {
        self.private_ipv4 = Some(value.into());
        self
    }
    /// Sets `public_ipv4`.
    pub fn public_ipv4(mut self, value: impl Into<String>) -> Self {
        self.public_ipv4 = Some(value.into());
        self
    }
    /// Sets `enable_ipv6`.
    pub fn enable_ipv6(mut self, value: bool) -> Self {
        self.enable_ipv6 = Some(value);
        self
    }
    /// Sets `private_ipv6`.
    pub fn private_ipv6(mut self, value: impl Into<String>) -> Self {
        self.private_ipv6 = Some(value.into());
        self
    }
    /// Sets `public_ipv6`.
    pub fn public_ipv6(mut self, value: impl Into<String>) -> Self {
        self.public_ipv6 = Some(value.into());
        self
    }
    /// Sets `primary_dns_server`.
    pub fn primary_dns_server(mut self, value: impl Into<String>) -> Self {
        self.primary_dns_server = Some(value.into());
        self
    }
    /// Sets `secondary_dns_server`.
    pub fn secondary_dns_server(mut self, value: impl Into<String>) -> Self {
        self.secondary_dns_server = Some(value.into());
        self
    }
    /// `enable_ipv6`, or its default `true`.
    pub fn enable_ipv6_or_default(&self) -> bool {
        self.enable_ipv6.unwrap_or(true)
    }
}

crate::runtime::members::members! {
    crate::runtime; NetworkConfiguration;
    web_domain, private_ipv4, public_ipv4, enable_ipv6, private_ipv6, public_ipv6,
    primary_dns_server, secondary_dns_server,
}
