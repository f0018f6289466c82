//! A model from another one that has all its members.

/// Implements `From`: `convert! { Tenant => UpdateTenantRequest; name, domain }`. What the first one has beyond these
/// members is dropped.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! convert {
    ($from:path => $to:ident; $($field:ident),+ $(,)?) => {
        impl std::convert::From<$from> for $to {
            fn from(it: $from) -> Self {
                Self { $($field: it.$field),+ }
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use convert;
