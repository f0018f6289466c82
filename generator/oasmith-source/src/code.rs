//! Diagnostic codes, each documented where it is declared.

/// A kind of diagnostic: `OAS` and three digits, a name that reads well after "allow", and its documentation.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    pub id: &'static str,
    pub name: &'static str,
    /// Markdown. The first line is the summary; the rest says why it matters and what to do.
    pub docs: &'static str,
}

impl Code {
    /// The first line of the documentation.
    pub fn summary(&self) -> &'static str {
        self.docs.trim_start().lines().next().unwrap_or_default()
    }
}

/// Declares codes with their documentation, and `ALL`, the table of them in order.
///
/// ```
/// oasmith_source::codes! {
///     /// A source file does not exist.
///     pub FILE_MISSING = "OAS001" "file-missing";
/// }
/// assert_eq!(FILE_MISSING.summary(), "A source file does not exist.");
/// ```
#[macro_export]
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ pub $ident:ident = $id:literal $name:literal;)+) => {
        $($(#[doc = $doc])+ pub static $ident: $crate::Code = $crate::Code {
            id: $id,
            name: $name,
            docs: concat!($($doc, "\n"),+),
        };)+
        /// Every code that is declared here, in order.
        pub static ALL: &[&$crate::Code] = &[$(&$ident),+];
    };
}
