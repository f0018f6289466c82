//! `Debug` of a model that holds secrets.

/// Implements `Debug`: `redacted! { crate::runtime; Admin; name, [password] }`. Of a field in brackets it tells only
/// whether there is a value.
macro_rules! redacted {
    ($($root:ident)::+; $model:ident; $($field:tt),+ $(,)?) => {
        impl std::fmt::Debug for $model {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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
pub(crate) use redacted;
