use crate::runtime::codec::{KnownEnum, OpenEnum};

/// Dealer level includes:
///
/// - `DISTRIBUTOR`: the first level of dealers.
/// - `SUB_DISTRIBUTOR`: the second level of dealers.
/// - `RESELLER`: the third level of dealers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DealerLevel {
    /// `DISTRIBUTOR`.
    Distributor,
    /// `SUB_DISTRIBUTOR`.
    SubDistributor,
    /// `RESELLER`.
    Reseller,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for DealerLevel {
    fn as_str(&self) -> &str {
        match self {
            Self::Distributor => "DISTRIBUTOR",
            Self::SubDistributor => "SUB_DISTRIBUTOR",
            Self::Reseller => "RESELLER",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "DISTRIBUTOR" => Self::Distributor,
            "SUB_DISTRIBUTOR" => Self::SubDistributor,
            "RESELLER" => Self::Reseller,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for DealerLevel {
    const VALUES: &'static [&'static str] = &["DISTRIBUTOR", "SUB_DISTRIBUTOR", "RESELLER"];
}

impl From<&str> for DealerLevel {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for DealerLevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
