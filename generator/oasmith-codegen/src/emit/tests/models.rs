use super::sample::*;
use super::{file, item};
use crate::ir::*;
use insta::assert_snapshot;

pub(super) fn cat(fields: Vec<Field>) -> Api {
    api(vec![model("Cat", "cat", fields)], vec![])
}

pub(super) const CAT: &str = "src/models/cat.rs";

#[test]
fn optional_members_have_setters_and_defaults_accessors() {
    let lives = Field {
        default: Some(Literal::Number("9".into())),
        ..field("lives", Type::I32)
    };
    let it = cat(vec![
        Field {
            docs: docs("What it *answers* to."),
            ..field("name", Type::String)
        },
        lives,
    ]);
    assert_snapshot!(file(&it, CAT), @r#"
    #[cfg(feature = "server")]
    use crate::runtime::check::{Check, Checked};

    /// `Cat`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        /// What it *answers* to.
        pub name: Option<String>,
        /// `lives`.
        pub lives: Option<i32>,
    }

    impl Cat {
        /// With nothing set.
        pub fn new() -> Self {
            Self::default()
        }
        /// Sets `name`.
        pub fn name(mut self, value: impl Into<String>) -> Self {
            self.name = Some(value.into());
            self
        }
        /// Sets `lives`.
        pub fn lives(mut self, value: i32) -> Self {
            self.lives = Some(value);
            self
        }
        /// `lives`, or its default `9`.
        pub fn lives_or_default(&self) -> i32 {
            self.lives.unwrap_or(9)
        }
    }

    crate::runtime::members::members! {
        crate::runtime; Cat;
        name, lives,
    }

    #[cfg(feature = "server")]
    impl Checked for Cat {
        fn check(&self, _: &mut Check) {}
    }
    "#);
}

#[test]
fn models_that_only_come_back_have_neither_new_nor_setters() {
    let mut it = cat(vec![field("name", Type::String)]);
    it.types[0].in_requests = false;
    assert_snapshot!(file(&it, CAT), @r"
    /// `Cat`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        /// `name`.
        pub name: Option<String>,
    }

    crate::runtime::members::members! {
        crate::runtime; Cat;
        name,
    }
    ");
}

#[test]
fn required_members_are_arguments_of_new() {
    let it = cat(vec![
        required("name", Type::String),
        field("age", Type::I32),
    ]);
    assert_snapshot!(item(&it, CAT, "impl Cat"), @r"
    impl Cat {
        /// With what is required.
        pub fn new(name: impl Into<String>) -> Self {
            Self {
                name: name.into(),
                age: None,
            }
        }
        /// Sets `age`.
        pub fn age(mut self, value: i32) -> Self {
            self.age = Some(value);
            self
        }
    }
    ");
}

#[test]
fn what_is_required_begins_blank() {
    let it = cat(vec![
        required("name", Type::String),
        field("age", Type::I32),
    ]);
    assert_snapshot!(item(&it, CAT, "impl Json"), @r#"
    impl Json for Cat {
        #[inline]
        fn blank() -> Self {
            Self {
                name: Json::blank(),
                age: None,
            }
        }
        #[inline]
        fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
            r.members(&mut [("name", &mut self.name), ("age", &mut self.age)])
        }
    }
    "#);
}

#[test]
fn absent_null_and_a_value_are_told_apart() {
    let presences = [
        ("a", Presence::Required),
        ("b", Presence::Optional),
        ("c", Presence::Nullable),
        ("d", Presence::OptionalNullable),
    ];
    let fields = presences.map(|(wire, presence)| Field {
        presence,
        ..field(wire, Type::Bool)
    });
    let it = cat(fields.to_vec());
    assert_snapshot!(item(&it, CAT, "pub struct"), @r"
    /// `Cat`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        /// `a`.
        pub a: bool,
        /// `b`.
        pub b: Option<bool>,
        /// `c`.
        pub c: Option<bool>,
        /// `d`.
        pub d: Option<Option<bool>>,
    }
    ");
    assert_snapshot!(item(&it, CAT, "impl Json"), @r#"
    impl Json for Cat {
        #[inline]
        fn blank() -> Self {
            Self {
                a: Json::blank(),
                b: None,
                c: None,
                d: None,
            }
        }
        #[inline]
        fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
            r.members(&mut [
                ("a", &mut self.a),
                ("b", &mut self.b),
                ("c", &mut Null(&mut self.c)),
                ("d", &mut self.d),
            ])
        }
    }
    "#);
    assert_snapshot!(item(&it, CAT, "impl Write"), @r#"
    impl Write for Cat {
        #[inline]
        fn write(&self, w: &mut Writer) {
            w.object(&[
                ("a", &self.a),
                ("b", &self.b),
                ("c", &Always(&self.c)),
                ("d", &self.d),
            ]);
        }
    }
    "#);
}

#[test]
fn other_members_are_kept_where_there_may_be_some() {
    let kind = Struct {
        constants: Vec::new(),
        is_closed: false,
        other_way: Vec::new(),
        rules: Vec::new(),
        fields: vec![field("name", Type::String)],
        additional: Some(Type::Raw),
        additional_constraints: Box::default(),
    };
    let it = api(vec![def("Cat", "cat", TypeKind::Struct(kind))], vec![]);
    assert_snapshot!(item(&it, CAT, "pub struct"), @r"
    /// `Cat`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        /// `name`.
        pub name: Option<String>,
        /// Members that have no field of their own.
        pub additional: BTreeMap<String, Raw>,
    }
    ");
    assert_snapshot!(item(&it, CAT, "impl Json"), @r#"
    impl Json for Cat {
        #[inline]
        fn blank() -> Self {
            Self::default()
        }
        #[inline]
        fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
            r.members_and(&mut [("name", &mut self.name)], &mut self.additional)
        }
    }
    "#);
    assert_snapshot!(item(&it, CAT, "impl Write"), @r#"
    impl Write for Cat {
        #[inline]
        fn write(&self, w: &mut Writer) {
            w.object_with(&[("name", &self.name)], &self.additional);
        }
    }
    "#);
}

#[test]
fn recursion_is_boxed_and_callers_do_not_see_it() {
    let it = cat(vec![Field {
        boxed: true,
        ..field("mother", Type::Named(TypeId(0)))
    }]);
    assert_snapshot!(item(&it, CAT, "impl Cat"), @r"
    impl Cat {
        /// With nothing set.
        pub fn new() -> Self {
            Self::default()
        }
        /// Sets `mother`.
        pub fn mother(mut self, value: Cat) -> Self {
            self.mother = Some(Box::new(value));
            self
        }
    }
    ");
}

#[test]
fn secrets_are_not_printed() {
    let token = Field {
        secret: true,
        ..field("token", Type::String)
    };
    let it = cat(vec![field("name", Type::String), token]);
    assert_snapshot!(item(&it, CAT, "crate::runtime::redacted"), @r"
    crate::runtime::redacted::redacted! {
        crate::runtime; Cat;
        name, [token],
    }
    ");
    let token = Field {
        secret: true,
        ..required("token", Type::String)
    };
    assert_snapshot!(item(&cat(vec![token]), CAT, "impl std::fmt::Debug"), @r#"
    impl std::fmt::Debug for Cat {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            use crate::runtime::secret;
            secret::debug_struct(f, "Cat", &[("token", &secret::Redacted)])
        }
    }
    "#);
}

#[test]
fn names_that_are_not_those_of_json_are_given() {
    let it = cat(vec![Field {
        wire: "fullName".into(),
        ..field("full_name", Type::String)
    }]);
    assert_snapshot!(item(&it, CAT, "crate::runtime::members"), @r#"
    crate::runtime::members::members! {
        crate::runtime; Cat;
        full_name = "fullName",
    }
    "#);
}

#[test]
fn enums_keep_values_that_are_not_known() {
    let it = api(
        vec![string_enum(
            "Colour",
            "cat",
            &[("Black", "black"), ("Tabby", "tabby-1")],
        )],
        vec![],
    );
    assert_snapshot!(item(&it, CAT, "pub enum"), @r"
    /// `Colour`.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Colour {
        /// `black`.
        Black,
        /// `tabby-1`.
        Tabby,
        /// A value that the document does not name.
        Unknown(String),
    }
    ");
    assert_snapshot!(item(&it, CAT, "crate::runtime::open_enum"), @r#"
    crate::runtime::open_enum::open_enum! {
        crate::runtime; Colour;
        Black = "black", Tabby = "tabby-1",
    }
    "#);
}

#[test]
fn enums_of_integers_are_copied() {
    let variant = |variant: &str, wire: &str| Variant {
        name: name(variant),
        wire: wire.into(),
        docs: Docs::default(),
    };
    let level = Enum {
        of: EnumOf::Integers,
        is_open: false,
        variants: vec![variant("Low", "1"), variant("Minus1", "-1")],
    };
    let it = api(vec![def("Level", "level", TypeKind::Enum(level))], vec![]);
    assert_snapshot!(file(&it, "src/models/level.rs"), @"
    /// `Level`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Level {
        /// `1`.
        Low,
        /// `-1`.
        Minus1,
        /// A value that the document does not name.
        Unknown(i64),
    }

    crate::runtime::integer_enum::integer_enum! {
        crate::runtime; Level;
        Low = 1, Minus1 = -1,
    }
    ");
}

#[test]
fn a_model_may_be_called_as_a_type_of_the_prelude_or_the_runtime() {
    let types = vec![
        model(
            "Option",
            "option",
            vec![field("is", Type::Named(TypeId(1)))],
        ),
        model(
            "Reader",
            "reader",
            vec![required("a", Type::Named(TypeId(0)))],
        ),
    ];
    let it = api(types, vec![]);
    assert_snapshot!(item(&it, "src/models/option.rs", "pub struct"), @r"
    /// `Option`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Option {
        /// `is`.
        pub is: ::std::option::Option<Reader>,
    }
    ");
    assert_snapshot!(file(&it, "src/models/reader.rs"), @r#"
    #[cfg(feature = "server")]
    use crate::runtime::check::{Check, Checked};
    use crate::runtime::codec::{Json, Write};
    use crate::runtime::reader::Fault;
    use crate::runtime::writer::Writer;

    /// `Reader`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Reader {
        /// `a`.
        pub a: super::Option,
    }

    impl Reader {
        /// With what is required.
        pub fn new(a: super::Option) -> Self {
            Self { a }
        }
    }

    impl Json for Reader {
        #[inline]
        fn blank() -> Self {
            Self { a: Json::blank() }
        }
        #[inline]
        fn read_into(&mut self, r: &mut crate::runtime::reader::Reader<'_>) -> Result<(), Fault> {
            r.members(&mut [("a", &mut self.a)])
        }
    }

    impl Write for Reader {
        #[inline]
        fn write(&self, w: &mut Writer) {
            w.object(&[("a", &self.a)]);
        }
    }

    #[cfg(feature = "server")]
    impl Checked for Reader {
        fn check(&self, c: &mut Check) {
            c.object("a", Some(&self.a));
        }
    }
    "#);
}

#[test]
fn locals_never_meet_fields() {
    let fields = ["r", "key", "it", "w"].map(|wire| required(wire, Type::Bool));
    assert_snapshot!(item(&cat(fields.to_vec()), CAT, "impl Json"), @r#"
    impl Json for Cat {
        #[inline]
        fn blank() -> Self {
            Self {
                r: Json::blank(),
                key: Json::blank(),
                it: Json::blank(),
                w: Json::blank(),
            }
        }
        #[inline]
        fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
            r.members(&mut [
                ("r", &mut self.r),
                ("key", &mut self.key),
                ("it", &mut self.it),
                ("w", &mut self.w),
            ])
        }
    }
    "#);
}
