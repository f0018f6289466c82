/// The match method of contact:
/// Can be either:
///
/// - `DISABLE`: Disable match.
/// - `MATCH_EXACTLY`: Match exactly.
/// - `MATCH_LENGTH`: Match at least specified number of characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContactMatchType {
    /// `DISABLE`.
    Disable,
    /// `MATCH_EXACTLY`.
    MatchExactly,
    /// `MATCH_LENGTH`.
    MatchLength,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; ContactMatchType;
    Disable = "DISABLE", MatchExactly = "MATCH_EXACTLY", MatchLength = "MATCH_LENGTH",
}
