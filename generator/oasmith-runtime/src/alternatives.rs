//! The codec of a union: it would differ in nothing but names, and in what tells the alternatives apart.

/// Implements the codec of a union whose alternatives a member names, and the conversions into it:
/// `tagged! { crate::runtime; Pet; "kind"; Cat(Cat) = "cat" | "kitten", Fish() = "fish" }`, where a fish has nothing
/// but its name. `Other(Other) = "other" or _` is what has another name or none, and says its name itself.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! tagged {
    ($($root:ident)::+; $model:ident; $tag:literal; $($variant:ident $(($($payload:ty)?))? = $($name:literal)|+ $(or $other:tt)?),+ $(,)?) => {
        impl $($root)::+::codec::Json for $model {
            #[inline]
            fn blank() -> Self {
                Self::Unknown($($root)::+::codec::Json::blank())
            }

            #[inline]
            fn read(
                r: &mut $($root)::+::reader::Reader<'_>,
            ) -> std::result::Result<Self, $($root)::+::reader::Fault> {
                use $($root)::+::alternatives::tagged;
                match r.tag($tag).as_deref() {
                    $(Some($($name)|+) => tagged!(@ read r $variant $(($($payload)?))?),)+
                    $($($other => r.value().map(Self::$variant),)?)+
                    #[allow(unreachable_patterns, reason = "where an alternative takes every other name")]
                    _ => r.value().map(Self::Unknown),
                }
            }
        }

        impl $($root)::+::codec::Write for $model {
            #[inline]
            fn write(&self, w: &mut $($root)::+::writer::Writer) {
                use $($root)::+::alternatives::tagged;
                match self {
                    $(tagged!(@ pattern it $variant $(($($payload)?))?) => {
                        w.tagged($tag, tagged!(@ names $($other)?; $($name)+), tagged!(@ value it $(($($payload)?))?));
                    })+
                    Self::Unknown(it) => w.value(it),
                }
            }
        }

        $($($(
            impl std::convert::From<$payload> for $model {
                #[inline]
                fn from(it: $payload) -> Self {
                    Self::$variant(std::convert::Into::into(it))
                }
            }
        )?)?)+
    };
    (@ read $r:ident $variant:ident ()) => {
        $r.skip().map(|()| Self::$variant)
    };
    (@ read $r:ident $variant:ident $(($payload:ty))?) => {
        $r.value().map(Self::$variant)
    };
    (@ names; $($name:literal)+) => {
        &[$($name),+]
    };
    (@ names $other:tt; $($name:literal)+) => {
        &[]
    };
    (@ pattern $it:ident $variant:ident ()) => {
        Self::$variant
    };
    (@ pattern $it:ident $variant:ident $(($payload:ty))?) => {
        Self::$variant($it)
    };
    (@ value $it:ident ()) => {
        &std::collections::BTreeMap::<String, bool>::new()
    };
    (@ value $it:ident $(($payload:ty))?) => {
        $it
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use tagged;

/// Implements the codec of a union whose alternatives a member names that may be missing, and the conversions into it:
/// `told! { crate::runtime; Pet; named "kind"; Cat(Cat) = "Cat": [OBJECT], Dog(Dog) = "Dog": [OBJECT] }`.
/// A value without it is told by its shape, and so is what is no object: `Word(Word): [STRING]`. With `perhaps` in the place of `named`, so is one that has another text
/// there, and what is written has what the value says.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! told {
    ($($root:ident)::+; $model:ident; $how:ident $tag:literal; $($variant:ident $(($payload:ty))? $(= $($name:literal)|+)? : $shapes:expr),+ $(,)?) => {
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
                use $($root)::+::alternatives::told;
                const SHAPES: &[&[$($root)::+::shapes::Shape]] = &[$(&$shapes),+];
                match r.tag($tag).as_deref() {
                    $($(Some($($name)|+) => return r.value().map(Self::$variant),)?)+
                    told!(@ other $how) => {
                        let mut choice = r.choose(SHAPES);
                        $(if choice.is_next() {
                            return r.value().map(Self::$variant);
                        })+
                    }
                    #[allow(unreachable_patterns, reason = "where every other text is told by shape")]
                    Some(_) => {}
                }
                r.value().map(Self::Unknown)
            }
        }

        impl $($root)::+::codec::Write for $model {
            #[inline]
            fn write(&self, w: &mut $($root)::+::writer::Writer) {
                use $($root)::+::alternatives::told;
                match self {
                    $(Self::$variant(it) => told!(@ write $how w $tag it $($($name)+)?),)+
                    Self::Unknown(it) => w.value(it),
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
    (@ other named) => {
        None
    };
    (@ other perhaps) => {
        _
    };
    (@ write named $w:ident $tag:literal $it:ident $($name:literal)*) => {
        $w.tagged($tag, &[$($name),*], $it)
    };
    (@ write perhaps $w:ident $tag:literal $it:ident $($name:literal)*) => {
        $w.value($it)
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use told;

/// Implements the codec of a union whose alternatives differ in shape, and the conversions into it:
/// `shaped! { crate::runtime; Stop; Text(String): [STRING], List(Vec<String>): [LIST] }`. With `[ANY];` before them,
/// what fits none of them is none of them, though only one has its kind.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! shaped {
    ($($root:ident)::+; $model:ident; $([$($others:expr),+];)? $($variant:ident $(($payload:ty))? : $shapes:expr),+ $(,)?) => {
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
                const SHAPES: &[&[$($root)::+::shapes::Shape]] = &[$(&$shapes),+ $(, &[$($others),+])?];
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
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use shaped;

/// Implements `Scalar` for a union of scalars, which a parameter may be. Texts are read as the first alternative that
/// names them, or else as the first that takes them: `scalars! { crate::runtime; Id; Number, Level [is_known], Text }`.
#[allow(unused_macros, reason = "an API may have no such models")]
macro_rules! scalars {
    ($($root:ident)::+; $model:ident; $($variant:ident $([$known:ident])?),+ $(,)?) => {
        impl $($root)::+::param::Scalar for $model {
            const EXPECTED: &'static str = "one of several kinds of value";

            #[inline]
            fn to_param(&self) -> String {
                use $($root)::+::param::Scalar;
                match self {
                    $(Self::$variant(it) => Scalar::to_param(it),)+
                    Self::Unknown(it) => it.as_str().to_owned(),
                }
            }

            #[inline]
            fn from_param(text: &str) -> Option<Self> {
                #[allow(unused_imports, reason = "few unions need it")]
                use $($root)::+::codec::KnownEnum;
                use $($root)::+::param::Scalar;
                $($(if let Some(it) = Scalar::from_param(text) {
                    if KnownEnum::$known(&it) {
                        return Some(Self::$variant(it));
                    }
                })?)+
                $(if let Some(it) = Scalar::from_param(text) {
                    return Some(Self::$variant(it));
                })+
                None
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such models")]
pub(crate) use scalars;
