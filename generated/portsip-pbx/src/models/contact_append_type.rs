/// Method for adding Group, Queue or DID/DDI Names to Caller ID:
/// Can be either:
///
/// - `DISABLE`: Do not add.
/// - `APPEND`: Append names.
/// - `PREPEND`: Prepend names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContactAppendType {
    /// `DISABLE`.
    Disable,
    /// `APPEND`.
    Append,
    /// `PREPEND`.
    Prepend,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; ContactAppendType;
    Disable = "DISABLE", Append = "APPEND", Prepend = "PREPEND",
}
