//! The codec of a model whose members are all optional: most are, and theirs would differ in nothing but names.

/// Implements `Json` and `Write`: `members! { crate::runtime; Tenant; id, name }`, or `Tenant; kind = "type"` where
/// the names of JSON are others than those of the fields.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! members {
    ($($root:ident)::+; $model:ident; $($field:ident),+ $(,)?) => {
        $($root)::+::members::members! { @ $($root)::+; $model; $($field [stringify!($field)]),+ }
    };
    ($($root:ident)::+; $model:ident; $($field:ident = $name:literal),+ $(,)?) => {
        $($root)::+::members::members! { @ $($root)::+; $model; $($field [$name]),+ }
    };
    (@ $($root:ident)::+; $model:ident; $($field:ident [$($name:tt)+]),+) => {
        impl $($root)::+::codec::Json for $model {
            #[inline]
            fn blank() -> Self {
                Self::default()
            }

            #[inline]
            fn read_into(
                &mut self,
                r: &mut $($root)::+::reader::Reader<'_>,
            ) -> std::result::Result<(), $($root)::+::reader::Fault> {
                r.members(&mut [$(($($name)+, &mut self.$field)),+])
            }
        }

        impl $($root)::+::codec::Write for $model {
            #[inline]
            fn write(&self, w: &mut $($root)::+::writer::Writer) {
                w.object(&[$(($($name)+, &self.$field)),+]);
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use members;
