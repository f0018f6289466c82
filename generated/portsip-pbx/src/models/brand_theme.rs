/// The color scheme:
/// Can be either:
///
/// - `BLUE`: Blue
/// - `DARK`: Dark
/// - `GREEN`: Green
/// - `LIGHT_BLUE`: Light Blue
/// - `PURPLE`: Purple
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BrandTheme {
    /// `BLUE`.
    Blue,
    /// `DARK`.
    Dark,
    /// `GREEN`.
    Green,
    /// `LIGHT_BLUE`.
    LightBlue,
    /// `PURPLE`.
    Purple,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; BrandTheme;
    Blue = "BLUE", Dark = "DARK", Green = "GREEN", LightBlue = "LIGHT_BLUE", Purple = "PURPLE",
}
