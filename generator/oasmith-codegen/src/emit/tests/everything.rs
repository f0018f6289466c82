//! One API with everything in it, names that hurt included.

use super::sample::*;
use crate::ir::*;

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
        ("pair", Type::Tuple(vec![Type::I32, named(1)])),
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
        with("Text", Type::String, vec![Shape::Text]),
        with("Instant", Type::DateTime, vec![Shape::DateTime]),
        with("Count", Type::I64, vec![Shape::Integer, Shape::Null]),
        with("Share", Type::F64, vec![Shape::Number]),
        with(
            "Texts",
            list(Type::String),
            vec![Shape::List(vec![Shape::Text])],
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
        is_open: true,
    });
    def("Either", "either", kind)
}

fn constants(type_name: &str, fields: Vec<Field>) -> TypeDef {
    let constant = |wire: &str| Constant {
        wire: wire.to_owned(),
        value: "a `\"b\"`".to_owned(),
    };
    let kind = TypeKind::Struct(Struct {
        is_closed: false,
        rules: Vec::new(),
        constants: vec![constant("object"), constant("seen")],
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

fn object(wire: &str, place: Place, style: Style, ty: Type) -> Param {
    Param {
        via: Via::Json,
        style,
        ..param(wire, place, ty)
    }
}

fn cats() -> Vec<Method> {
    let mut list_all = method("list_all", "ListAll", "GET", "/cats");
    list_all.docs = Docs {
        summary: Some("List".to_owned()),
        description: Some("All of them:\n- one\n- two".to_owned()),
        deprecated: true,
    };
    list_all.params = vec![
        param("filter", Place::Query, Type::String),
        Param {
            constraints: rules(),
            ..param("top", Place::Query, Type::I32)
        },
        Param {
            required: true,
            ..param("ids", Place::Query, list(Type::String))
        },
        param("X-Trace", Place::Header, Type::Uuid),
        Param {
            required: true,
            ..param("session", Place::Cookie, Type::String)
        },
        param("level", Place::Query, named(2)),
        param("from", Place::Query, Type::DateTime),
        Param {
            reserved: true,
            blank: true,
            ..param("size", Place::Query, Type::I64)
        },
        object("deep", Place::Query, Style::Deep, named(0)),
        object("flat", Place::Query, Style::Exploded, named(0)),
        object("X-Json", Place::Header, Style::Json, list(named(0))),
        object("crumbs", Place::Cookie, Style::Plain, map(Type::String)),
    ];
    list_all.output = Output::Plain(answer(200, Content::Json(list(named(0)))));
    let mut update = method("update", "Update", "PUT", "/cats/{id}/{other}.json");
    update.params = vec![
        param("other", Place::Path, Type::I64),
        Param {
            constraints: rules(),
            ..param("id", Place::Path, Type::String)
        },
    ];
    update.body = Some(body(Content::Json(named(4)), "application/json"));
    update.security = vec![
        vec![
            Requirement {
                scheme: 1,
                scopes: vec![],
            },
            Requirement {
                scheme: 2,
                scopes: vec!["write".to_owned()],
            },
        ],
        vec![],
    ];
    update.error = ErrorBody::Typed {
        name: name("UpdateError"),
        variants: vec![
            (name("BadRequest"), answer(400, Content::Json(named(7)))),
            (name("Gone"), answer(410, Content::Empty)),
            (name("Text"), answer(411, Content::Text)),
            (name("Bytes"), answer(412, Content::Stream)),
            (
                name("Other"),
                Answer {
                    status: Statuses::Default,
                    ..answer(0, Content::Json(Type::Raw))
                },
            ),
        ],
        same_as: None,
    };
    let mut patch = method("patch", "Patch", "PATCH", "/cats/{id}");
    patch.params = vec![param("id", Place::Path, Type::String)];
    patch.body = Some(RequestBody {
        required: false,
        ..body(Content::Json(named(9)), "application/merge-patch+json")
    });
    patch.security = vec![];
    patch.output = Output::Several {
        name: name("PatchOutput"),
        variants: vec![
            (name("Ok"), answer(200, Content::Json(named(11)))),
            (
                name("Rest"),
                Answer {
                    status: Statuses::Range(2),
                    ..answer(0, Content::Text)
                },
            ),
            (name("Accepted"), answer(202, Content::Empty)),
        ],
    };
    vec![list_all, update, patch]
}

fn files() -> Vec<Method> {
    let header = |wire: &str, ty: Type| AnswerHeader {
        name: name(&wire.replace('-', "_").to_lowercase()),
        wire: wire.to_owned(),
        ty,
        form: HeaderForm::Value,
        docs: Docs::default(),
    };
    let mut export = method("export", "Export", "GET", "/files");
    export.output = Output::WithHeaders {
        name: name("ExportOutput"),
        answer: answer(200, Content::Stream),
        headers: vec![
            header("Content-Disposition", Type::String),
            header("Answer", Type::I64),
            AnswerHeader {
                form: HeaderForm::Lines,
                ..header("Set-Cookie", list(Type::String))
            },
            AnswerHeader {
                form: HeaderForm::Json,
                ..header("X-Page", map(list(Type::I64)))
            },
        ],
    };
    let mut upload = method("upload", "Upload", "POST", "/files");
    upload.body = Some(body(Content::Stream, "application/zip"));
    upload.output = Output::Plain(answer(201, Content::Text));
    let mut note = method("note", "Note", "POST", "/notes");
    note.body = Some(RequestBody {
        required: false,
        ..body(Content::Text, "text/markdown")
    });
    note.output = Output::WithHeaders {
        name: name("NoteOutput"),
        answer: answer(204, Content::Empty),
        headers: vec![header("Location", Type::String)],
    };
    let mut many = method(
        "a_long_name_for_a_method_with_many_arguments",
        "ALongNameForAMethodWithManyArguments",
        "DELETE",
        "/n/{a}/{b}/{c}/{d}/{e}/{f}/{g}",
    );
    let places = ["a", "b", "c", "d", "e", "f", "g"];
    many.params = places
        .map(|wire| param(wire, Place::Path, Type::String))
        .to_vec();
    many.output = Output::Plain(answer(200, Content::Json(list(map(named(13))))));
    [vec![export, upload, note, many], forms(), streams()].concat()
}

fn forms() -> Vec<Method> {
    let form = |kind, members: Vec<(&str, FormMember)>| {
        let members = members
            .into_iter()
            .map(|(name, how)| (name.to_owned(), how));
        Content::Form(Form {
            ty: named(0),
            kind,
            members: members.collect(),
        })
    };
    let mut charge = method("charge", "Charge", "POST", "/charges");
    let members = vec![
        ("strings", FormMember::Comma),
        ("model", FormMember::Deep),
        ("models", FormMember::JsonItems),
        ("levels", FormMember::Absent("[]")),
    ];
    charge.body = Some(body(
        form(FormKind::UrlEncoded, members),
        "application/x-www-form-urlencoded",
    ));
    let mut plain = method("plain", "Plain", "POST", "/plain");
    plain.body = Some(RequestBody {
        required: false,
        ..body(
            form(FormKind::UrlEncoded, Vec::new()),
            "application/x-www-form-urlencoded",
        )
    });
    let mut send = method("send_parts", "SendParts", "POST", "/parts");
    let members = vec![("model", FormMember::File("image/png".to_owned()))];
    send.body = Some(RequestBody {
        required: false,
        ..body(form(FormKind::Multipart, members), "multipart/form-data")
    });
    vec![charge, plain, send]
}

fn streams() -> Vec<Method> {
    let items = |ty, framing| Content::Items(ty, framing);
    let mut bulk = method("bulk", "Bulk", "POST", "/bulk");
    bulk.body = Some(body(
        items(named(0), Framing::Lines),
        "application/x-ndjson",
    ));
    bulk.output = Output::Plain(answer(200, items(Type::Raw, Framing::Sequence)));
    let mut events = method("events", "Events", "GET", "/events");
    events.output = Output::Several {
        name: name("EventsOutput"),
        variants: vec![
            (name("Ok"), answer(200, items(named(0), Framing::Events))),
            (
                name("Text"),
                answer(201, items(Type::String, Framing::TextEvents)),
            ),
        ],
    };
    vec![bulk, events]
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
