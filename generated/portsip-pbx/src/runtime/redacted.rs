//! `Debug` of a model that holds secrets.

/// Implements `Debug`: `redacted! { crate::runtime; Admin; name, [password] }`. Of a field in brackets it tells only
/// whether there is a value.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! redacted {
    ($($root:ident)::+; $model:ident; $($field:tt),+ $(,)?) => {
        impl std::fmt::Debug for $model {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                use $($root)::+::redacted::redacted;
                use $($root)::+::secret::{debug_struct, redacted};
                debug_struct(f, stringify!($model), &[$(redacted!(@ self $field)),+])
            }
        }
    };
    (@ $it:ident [$field:ident]) => {
        (stringify!($field), &redacted(&$it.$field))
    };
    (@ $it:ident $field:ident) => {
        (stringify!($field), &$it.$field)
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use redacted;
