//! Where the API is served.

#[cfg(feature = "client")]
use crate::runtime::client::BaseUrl;

/// `{protocol}://{hostname}:{port}/api`
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Server {
    /// Self-hosted Enterprise Server protocol.
    pub protocol: String,
    /// Self-hosted Enterprise Server hostname.
    pub hostname: String,
    /// Self-hosted Enterprise Server port.
    pub port: String,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            protocol: "https".to_owned(),
            hostname: "HOSTNAME".to_owned(),
            port: "8887".to_owned(),
        }
    }
}

impl Server {
    /// Sets `protocol`; `https` unless set.
    pub fn protocol(mut self, value: impl Into<String>) -> Self {
        self.protocol = value.into();
        self
    }
    /// Sets `hostname`; `HOSTNAME` unless set.
    pub fn hostname(mut self, value: impl Into<String>) -> Self {
        self.hostname = value.into();
        self
    }
    /// Sets `port`; `8887` unless set.
    pub fn port(mut self, value: impl Into<String>) -> Self {
        self.port = value.into();
        self
    }
    /// The URL.
    pub fn url(&self) -> String {
        format!("{}://{}:{}/api", self.protocol, self.hostname, self.port)
    }
}

#[cfg(feature = "client")]
impl From<Server> for BaseUrl {
    fn from(server: Server) -> Self {
        Self::declared(server.url())
    }
}
