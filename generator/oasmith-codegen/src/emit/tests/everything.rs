//! One API with everything in it, names that hurt included.

mod methods;

use super::sample::*;
use crate::ir::*;
use methods::{cats, files};

fn named(index: usize) -> Type {
    Type::Named(TypeId(index))
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

fn map(ty: Type) -> Type {
    Type::Map(Box::new(ty))
}

fn nullable(ty: Type) -> Type {
    Type::Nullable(Box::new(ty))
}

/// Where a value is bounded in every way.
fn rules() -> Constraints {
    let bound = |value: &str| {
        Some(Bound {
            value: value.to_owned(),
            exclusive: false,
        })
    };
    Constraints {
        min_length: Some(1),
        max_length: Some(64),
        pattern: Some("[a-z\"]+".to_owned()),
        format: Some(Format::Email),
        minimum: bound("-1"),
        maximum: Some(Bound {
            value: "1e2".to_owned(),
            exclusive: true,
        }),
        multiple_of: Some("0.5".to_owned()),
        values: vec!["2".to_owned(), "-2".to_owned()],
        min_items: Some(1),
        max_items: Some(9),
        unique_items: true,
        rules: Vec::new(),
        items: None,
    }
}

fn ruled(wire: &str, ty: Type, presence: Presence) -> Field {
    let items = Some(Box::new(rules()));
    Field {
        constraints: Constraints { items, ..rules() },
        presence,
        ..field(wire, ty)
    }
}

pub(crate) fn everything() -> Api {
    let mut api = api(types(), cats());
    api.groups.push(group("files", "FilesApi", files()));
    api.schemes.push(Scheme {
        wire: "user".to_owned(),
        name: name("user"),
        kind: SchemeKind::Basic,
        flows: Vec::new(),
        docs: docs("User and password."),
    });
    api.schemes.push(Scheme {
        wire: "key".to_owned(),
        name: name("key"),
        kind: SchemeKind::ApiKey {
            place: Place::Query,
            wire: "api_key".to_owned(),
        },
        flows: Vec::new(),
        docs: Docs::default(),
    });
    api.servers = servers();
    api
}

fn types() -> Vec<TypeDef> {
    let kinds = [
        ("string", Type::String),
        ("bool", Type::Bool),
        ("i32", Type::I32),
        ("i64", Type::I64),
        ("u32", Type::U32),
        ("u64", Type::U64),
        ("f32", Type::F32),
        ("f64", Type::F64),
        ("instant", Type::DateTime),
        ("day", Type::Date),
        ("uuid", Type::Uuid),
        ("base64", Type::Base64),
        ("raw", Type::Raw),
        ("model", named(1)),
        ("level", named(2)),
        ("empty", named(3)),
        ("strings", list(Type::String)),
        ("models", list(named(1))),
        ("levels", list(named(2))),
        ("lists", list(list(Type::I32))),
        ("maybes", list(nullable(Type::String))),
        ("by_name", map(named(1))),
        ("numbers", map(Type::F64)),
        (
            "pair",
            Type::Tuple {
                items: vec![Type::I32, named(1)],
                least: 2,
            },
        ),
        (
            "shorter",
            Type::Tuple {
                items: vec![Type::I32, Type::Nullable(Box::new(named(1)))],
                least: 1,
            },
        ),
        ("one_of", named(14)),
        ("either", named(15)),
    ];
    let all = |presence: Presence| {
        let fields = kinds
            .iter()
            .map(|(wire, ty)| ruled(wire, ty.clone(), presence));
        fields.collect::<Vec<_>>()
    };
    let mut hostile: Vec<Field> = [
        "r",
        "key",
        "it",
        "w",
        "c",
        "f",
        "to",
        "from",
        "value",
        "additional",
        "answer",
        "self_",
    ]
    .iter()
    .map(|wire| required(wire, Type::I32))
    .collect();
    hostile.push(Field {
        name: name("r#type"),
        ..required("type", Type::String)
    });
    hostile.push(Field {
        boxed: true,
        ..required("parent", named(1))
    });
    let open = TypeKind::Struct(Struct {
        constants: Vec::new(),
        is_closed: false,
        other_way: Vec::new(),
        rules: Vec::new(),
        fields: hostile,
        additional: Some(named(1)),
        additional_constraints: Box::default(),
    });
    vec![
        model("Optional", "every", all(Presence::Optional)),
        model(
            "Inner",
            "inner",
            vec![field("name", Type::String), secret("password")],
        ),
        string_enum(
            "Level",
            "inner",
            &[("Udp", "UDP"), ("Option", "\"quoted\"")],
        ),
        model("Empty", "inner", Vec::new()),
        model("Required", "every", all(Presence::Required)),
        model("Nullable", "every", all(Presence::Nullable)),
        model("ThreeState", "every", all(Presence::OptionalNullable)),
        def("Hostile", "hostile", open),
        model("Node", "node", nodes()),
        defaults(),
        // Names that emitted code uses itself.
        model(
            "Reader",
            "reader",
            vec![field("write", named(11)), required("x", list(named(12)))],
        ),
        model(
            "Option",
            "option",
            vec![field("vec", list(Type::String)), secret("token")],
        ),
        string_enum(
            "Result",
            "result",
            &[("Ok", "ok"), ("Err", "err"), ("None", "none")],
        ),
        model("Answer", "answer", vec![]),
        tagged(),
        shaped(),
        // `Reader` with members that always say the same.
        constants("Constants", Vec::new()),
        constants("MoreConstants", vec![required("seen", Type::I32)]),
    ]
}

fn alternative(variant: &str, ty: Type) -> Alternative {
    Alternative {
        name: name(variant),
        ty,
        docs: Docs::default(),
        constraints: Constraints::default(),
        boxed: false,
        inline: false,
        is_read_for_others: false,
        tags: Vec::new(),
        shapes: Vec::new(),
    }
}

/// Alternatives that a member names.
fn tagged() -> TypeDef {
    let with = |variant: &str, ty: Type, tags: &[&str]| Alternative {
        tags: tags.iter().map(|it| (*it).to_owned()).collect(),
        ..alternative(variant, ty)
    };
    let alternatives = vec![
        with("Inner", named(1), &["inner", "\"quoted\""]),
        Alternative {
            boxed: true,
            ..with("Itself", named(14), &["itself"])
        },
        with("Reader", named(10), &["reader"]),
        with("Nothing", Type::Unit, &["nothing"]),
    ];
    let tag = Some("kind".to_owned());
    let kind = TypeKind::Union(Union {
        alternatives,
        tag,
        untagged: Untagged::Unknown,
        is_open: false,
    });
    def("OneOf", "one_of", kind)
}

/// Alternatives that differ in shape.
fn shaped() -> TypeDef {
    let with = |variant: &str, ty: Type, shapes: Vec<Shape>| Alternative {
        constraints: rules(),
        shapes,
        ..alternative(variant, ty)
    };
    let member = |wire: &str, required| Member {
        wire: wire.to_owned(),
        required,
        shapes: vec![Shape::Texts(vec!["a".to_owned()]), Shape::Null],
    };
    let members = vec![member("\"quoted\"", true), member("two", false)];
    let alternatives = vec![
        with(
            "Text",
            Type::String,
            vec![Shape::Formatted(Format::IdnEmail), Shape::Text],
        ),
        with("Instant", Type::DateTime, vec![Shape::DateTime]),
        with(
            "Count",
            Type::I64,
            vec![Shape::Integer(Width::I64), Shape::Null],
        ),
        with("Share", Type::F64, vec![Shape::Number]),
        with(
            "Texts",
            list(Type::String),
            vec![Shape::List(vec![Shape::Text], Count::default())],
        ),
        with("Inner", named(1), vec![Shape::Object(members)]),
        with("Map", map(named(1)), vec![Shape::Object(Vec::new())]),
        with(
            "Level",
            named(2),
            vec![Shape::Texts(vec!["UDP".to_owned()])],
        ),
    ];
    let kind = TypeKind::Union(Union {
        alternatives,
        tag: None,
        untagged: Untagged::Unknown,
        is_open: true,
    });
    def("Either", "either", kind)
}

fn constants(type_name: &str, fields: Vec<Field>) -> TypeDef {
    let constant = |wire: &str, value: &str, of: ConstantOf| Constant {
        wire: wire.to_owned(),
        value: value.to_owned(),
        of,
    };
    let text = |wire: &str| constant(wire, "a `\"b\"`", ConstantOf::Text);
    let kind = TypeKind::Struct(Struct {
        is_closed: false,
        other_way: Vec::new(),
        rules: Vec::new(),
        constants: vec![
            text("object"),
            text("seen"),
            constant("level", "-2", ConstantOf::Integer),
            constant("done", "true", ConstantOf::Boolean),
        ],
        fields,
        additional: None,
        additional_constraints: Box::default(),
    });
    def(type_name, "constants", kind)
}

fn secret(wire: &str) -> Field {
    Field {
        secret: true,
        ..field(wire, Type::String)
    }
}

fn nodes() -> Vec<Field> {
    let presences = [
        ("required", Presence::Required),
        ("optional", Presence::Optional),
        ("nullable", Presence::Nullable),
        ("three", Presence::OptionalNullable),
    ];
    let boxed = presences.iter().map(|(wire, presence)| Field {
        boxed: true,
        presence: *presence,
        ..field(wire, named(8))
    });
    boxed.collect()
}

fn defaults() -> TypeDef {
    let with = |wire: &str, ty: Type, default: Literal| Field {
        default: Some(default),
        ..field(wire, ty)
    };
    let fields = vec![
        with("on", Type::Bool, Literal::Bool(true)),
        with("port", Type::I32, Literal::Number("-5".to_owned())),
        with("ratio", Type::F64, Literal::Number("1".to_owned())),
        with("name", Type::String, Literal::String("a \"b\"".to_owned())),
        with("level", named(2), Literal::Variant(TypeId(2), name("Udp"))),
        field("default", Type::String),
        with("sub", Type::I32, Literal::Number("7".to_owned())),
    ];
    model("Defaults", "defaults", fields)
}

fn servers() -> Vec<Server> {
    let variable = |wire: &str, default: &str| ServerVariable {
        name: name(wire),
        wire: wire.to_owned(),
        default: default.to_owned(),
        values: Vec::new(),
        enum_name: None,
        docs: Docs::default(),
    };
    let protocol = ServerVariable {
        values: vec![
            Variant {
                name: name("Http"),
                wire: "http".to_owned(),
                docs: Docs::default(),
            },
            Variant {
                name: name("Https"),
                wire: "https".to_owned(),
                docs: Docs::default(),
            },
        ],
        enum_name: Some(name("Protocol")),
        ..variable("protocol", "https")
    };
    let main = Server {
        name: name("Server"),
        url: "{protocol}://{hostname}:{port}/api".to_owned(),
        docs: docs("Your own."),
        variables: vec![
            protocol,
            variable("hostname", "HOSTNAME"),
            variable("port", "8887"),
        ],
    };
    let sandbox = Server {
        name: name("Sandbox"),
        url: "https://sandbox.example/{odd}/api/".to_owned(),
        docs: Docs::default(),
        variables: Vec::new(),
    };
    vec![main, sandbox]
}
