/// What `GET /im` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ImServerConfiguration {
    /// Host IPV4 address.
    pub private_ipv4: Option<String>,
    /// Host IPV6 address.
    pub private_ipv6: Option<String>,
    /// Host IPV4 address.
    pub public_ipv4: Option<String>,
    /// Host IPV6 address.
    pub public_ipv6: Option<String>,
}

impl ImServerConfiguration {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `private_ipv4`.
    pub fn private_ipv4(mut self, value: impl Into<String>) -> Self {
        self.private_ipv4 = Some(value.into());
        self
    }
    /// Sets `private_ipv6`.
    pub fn private_ipv6(mut self, value: impl Into<String>) -> Self {
        self.private_ipv6 = Some(value.into());
        self
    }
    /// Sets `public_ipv4`.
    pub fn public_ipv4(mut self, value: impl Into<String>) -> Self {
        self.public_ipv4 = Some(value.into());
        self
    }
    /// Sets `public_ipv6`.
    pub fn public_ipv6(mut self, value: impl Into<String>) -> Self {
        self.public_ipv6 = Some(value.into());
        self
    }
}

crate::runtime::members::members! {
    crate::runtime; ImServerConfiguration;
    private_ipv4, private_ipv6, public_ipv4, public_ipv6,
}
