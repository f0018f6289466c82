use crate::runtime::codec::{KnownEnum, OpenEnum};

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

impl OpenEnum for BrandTheme {
    fn as_str(&self) -> &str {
        match self {
            Self::Blue => "BLUE",
            Self::Dark => "DARK",
            Self::Green => "GREEN",
            Self::LightBlue => "LIGHT_BLUE",
            Self::Purple => "PURPLE",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "BLUE" => Self::Blue,
            "DARK" => Self::Dark,
            "GREEN" => Self::Green,
            "LIGHT_BLUE" => Self::LightBlue,
            "PURPLE" => Self::Purple,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for BrandTheme {
    const VALUES: &'static [&'static str] = &["BLUE", "DARK", "GREEN", "LIGHT_BLUE", "PURPLE"];
}

impl From<&str> for BrandTheme {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for BrandTheme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
