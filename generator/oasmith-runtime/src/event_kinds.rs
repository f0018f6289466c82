//! What stands in the data of events of several kinds: the name of the event tells which it is.

use super::reader::Reader;

impl<'a> Reader<'a> {
    /// The name of the event whose data comes, once.
    pub fn event(&mut self) -> Option<&'a str> {
        self.event.take()
    }
}

/// Implements the codec of such data, and the conversions into it:
/// `event_kinds! { crate::runtime; Data; Number(i64) = "number": [INTEGER], Other(Other) = "other" | "more": [OBJECT] }`.
/// Data of an event of another name, or of none, is told by its shape; an event that is sent without a name gets that of its
/// data.
#[allow(unused_macros, reason = "the runtime itself has no such models")]
macro_rules! event_kinds {
    ($($root:ident)::+; $model:ident; $($variant:ident $(($payload:ty))? = $name:literal $(| $more:literal)* : $shapes:expr),+ $(,)?) => {
        impl $($root)::+::codec::Json for $model {
            #[inline]
            fn blank() -> Self {
                Self::Unknown($($root)::+::codec::Json::blank())
            }

            #[inline]
            fn read(
                r: &mut $($root)::+::reader::Reader<'_>,
            ) -> std::result::Result<Self, $($root)::+::reader::Fault> {
                #[allow(unused_imports, reason = "most unions need a few of them")]
                use $($root)::+::shapes::{
                    ANY, BOOLEAN, DATE, DATE_TIME, FALSE, INT32, INTEGER, LIST, NULL, NUMBER, OBJECT, STRING, TRUE, UINT32, UINT64,
                    UUID, optional, required,
                };
                const SHAPES: &[&[$($root)::+::shapes::Shape]] = &[$(&$shapes),+];
                match r.event() {
                    $(Some($name $(| $more)*) => return r.value().map(Self::$variant),)+
                    _ => {}
                }
                let mut choice = r.choose(SHAPES);
                $(if choice.is_next() {
                    return r.value().map(Self::$variant);
                })+
                r.value().map(Self::Unknown)
            }
        }

        impl $($root)::+::codec::Write for $model {
            #[inline]
            fn write(&self, w: &mut $($root)::+::writer::Writer) {
                match self {
                    $(Self::$variant(it) => w.value(it),)+
                    Self::Unknown(it) => w.value(it),
                }
            }

            #[inline]
            fn event(&self) -> std::option::Option<&'static str> {
                match self {
                    $(Self::$variant(_) => Some($name),)+
                    Self::Unknown(_) => None,
                }
            }
        }

        $($(
            impl std::convert::From<$payload> for $model {
                #[inline]
                fn from(it: $payload) -> Self {
                    Self::$variant(std::convert::Into::into(it))
                }
            }
        )?)+
    };
}
#[allow(unused_imports, reason = "the runtime itself has no such models")]
pub(crate) use event_kinds;
