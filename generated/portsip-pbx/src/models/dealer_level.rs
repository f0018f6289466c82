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

crate::runtime::open_enum::open_enum! {
    crate::runtime; DealerLevel;
    Distributor = "DISTRIBUTOR", SubDistributor = "SUB_DISTRIBUTOR", Reseller = "RESELLER",
}
