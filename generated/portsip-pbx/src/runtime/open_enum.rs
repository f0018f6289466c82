//! The codec of a string with known values: it would differ in nothing but names.

/// Implements `OpenEnum` and what follows from it: `open_enum! { crate::runtime; Colour; Black = "black" }`, and
/// `any Colour` where the document allows every other text as well.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! open_enum {
    ($($root:ident)::+; any $model:ident; $($variant:ident = $text:literal),+ $(,)?) => {
        $($root)::+::open_enum::open_enum! { @ $($root)::+; $model []; $($variant = $text),+ }
    };
    ($($root:ident)::+; $model:ident; $($variant:ident = $text:literal),+ $(,)?) => {
        $($root)::+::open_enum::open_enum! { @ $($root)::+; $model [unlisted]; $($variant = $text),+ }
    };
    (@ $($root:ident)::+; $model:ident [$($minded:ident)?]; $($variant:ident = $text:literal),+) => {
        impl $($root)::+::codec::OpenEnum for $model {
            #[inline]
            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text,
                }
            }

            #[allow(unreachable_patterns, reason = "of a value that is named twice, the first is read")]
            #[inline]
            fn from_text(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)+
                    _ => Self::Unknown(text.to_owned()),
                }
            }
        }

        impl $($root)::+::codec::KnownEnum for $model {
            const VALUES: &'static [&'static str] = &[$($text),+];

            #[inline]
            fn is_known(&self) -> bool {
                Self::VALUES.contains(&$($root)::+::codec::OpenEnum::as_str(self))
            }
        }

        impl $($root)::+::codec::Json for $model {
            #[inline]
            fn blank() -> Self {
                Self::Unknown(std::string::String::new())
            }

            #[inline]
            fn read(
                r: &mut $($root)::+::reader::Reader<'_>,
            ) -> std::result::Result<Self, $($root)::+::reader::Fault> {
                let it: Self = $($root)::+::codec::OpenEnum::from_text(&r.string()?);
                $(if let Self::Unknown(_) = it {
                    r.$minded()?;
                })?
                Ok(it)
            }
        }

        impl $($root)::+::codec::Write for $model {
            #[inline]
            fn write(&self, w: &mut $($root)::+::writer::Writer) {
                w.string($($root)::+::codec::OpenEnum::as_str(self));
            }
        }

        impl std::convert::From<&str> for $model {
            #[inline]
            fn from(text: &str) -> Self {
                $($root)::+::codec::OpenEnum::from_text(text)
            }
        }

        impl std::fmt::Display for $model {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($($root)::+::codec::OpenEnum::as_str(self))
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use open_enum;
