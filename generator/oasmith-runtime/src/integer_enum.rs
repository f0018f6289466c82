//! The codec of an integer with known values: it would differ in nothing but names.

/// Implements all that an enum of integers has: `integer_enum! { crate::runtime; Level; Low = 1, High = 2 }`, and
/// `any Level` where the document allows every other integer as well.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! integer_enum {
    ($($root:ident)::+; any $model:ident; $($variant:ident = $value:literal),+ $(,)?) => {
        $($root)::+::integer_enum::integer_enum! { @ $($root)::+; $model []; $($variant = $value),+ }
    };
    ($($root:ident)::+; $model:ident; $($variant:ident = $value:literal),+ $(,)?) => {
        $($root)::+::integer_enum::integer_enum! { @ $($root)::+; $model [unlisted]; $($variant = $value),+ }
    };
    (@ $($root:ident)::+; $model:ident [$($minded:ident)?]; $($variant:ident = $value:literal),+) => {
        impl std::convert::From<i64> for $model {
            #[allow(unreachable_patterns, reason = "of a value that is named twice, the first is read")]
            #[inline]
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)+
                    _ => Self::Unknown(value),
                }
            }
        }

        impl std::convert::From<$model> for i64 {
            #[inline]
            fn from(it: $model) -> Self {
                match it {
                    $($model::$variant => $value,)+
                    $model::Unknown(value) => value,
                }
            }
        }

        impl $($root)::+::codec::KnownEnum for $model {
            const VALUES: &'static [&'static str] = &[$(stringify!($value)),+];

            #[inline]
            fn is_known(&self) -> bool {
                !matches!(Self::from(i64::from(*self)), Self::Unknown(_))
            }
        }

        impl $($root)::+::codec::Json for $model {
            #[inline]
            fn blank() -> Self {
                Self::Unknown(0)
            }

            #[inline]
            fn read(
                r: &mut $($root)::+::reader::Reader<'_>,
            ) -> std::result::Result<Self, $($root)::+::reader::Fault> {
                let it = Self::from(<i64 as $($root)::+::codec::Json>::read(r)?);
                $(if let Self::Unknown(_) = it {
                    r.$minded()?;
                })?
                Ok(it)
            }
        }

        impl $($root)::+::codec::Write for $model {
            #[inline]
            fn write(&self, w: &mut $($root)::+::writer::Writer) {
                w.integer(i64::from(*self));
            }
        }

        impl $($root)::+::param::Scalar for $model {
            const EXPECTED: &'static str = "an integer";

            #[inline]
            fn to_param(&self) -> std::string::String {
                i64::from(*self).to_string()
            }

            #[inline]
            fn from_param(text: &str) -> std::option::Option<Self> {
                <i64 as $($root)::+::param::Scalar>::from_param(text).map(Self::from)
            }
        }

        impl std::fmt::Display for $model {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&i64::from(*self), f)
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use integer_enum;
