//! IR by hand: an API with every construct, of which the tests look at one at a time.

use crate::ir::*;

pub(crate) fn name(text: &str) -> Name {
    Name(text.to_owned())
}

pub(crate) fn docs(text: &str) -> Docs {
    Docs {
        summary: Some(text.to_owned()),
        ..Docs::default()
    }
}

/// An optional field without anything else.
pub(crate) fn field(wire: &str, ty: Type) -> Field {
    Field {
        name: name(wire),
        wire: wire.to_owned(),
        ty,
        presence: Presence::Optional,
        docs: Docs::default(),
        constraints: Constraints::default(),
        format: None,
        default: None,
        secret: false,
        boxed: false,
    }
}

pub(crate) fn required(wire: &str, ty: Type) -> Field {
    Field {
        presence: Presence::Required,
        ..field(wire, ty)
    }
}

pub(crate) fn model(type_name: &str, module: &str, fields: Vec<Field>) -> TypeDef {
    let kind = TypeKind::Struct(Struct {
        constants: Vec::new(),
        is_closed: false,
        other_way: Vec::new(),
        rules: Vec::new(),
        fields,
        additional: None,
        additional_constraints: Box::default(),
    });
    def(type_name, module, kind)
}

pub(crate) fn string_enum(type_name: &str, module: &str, wires: &[(&str, &str)]) -> TypeDef {
    let variants = wires.iter().map(|(variant, wire)| Variant {
        name: name(variant),
        wire: (*wire).to_owned(),
        docs: Docs::default(),
    });
    def(
        type_name,
        module,
        TypeKind::Enum(Enum {
            of: EnumOf::Strings,
            is_open: false,
            variants: variants.collect(),
        }),
    )
}

pub(crate) fn def(type_name: &str, module: &str, kind: TypeKind) -> TypeDef {
    TypeDef {
        name: name(type_name),
        module: name(module),
        docs: Docs::default(),
        kind,
        in_requests: true,
        in_responses: true,
        checked: true,
        origin: format!("/components/schemas/{type_name}"),
    }
}

pub(crate) fn param(wire: &str, place: Place, ty: Type) -> Param {
    Param {
        name: name(&wire.replace('-', "_").to_lowercase()),
        wire: wire.to_owned(),
        place,
        ty,
        required: place == Place::Path,
        style: if place == Place::Query {
            Style::Exploded
        } else {
            Style::Comma
        },
        via: Via::Scalars,
        reserved: false,
        blank: false,
        docs: Docs::default(),
        constraints: Constraints::default(),
        default: None,
    }
}

pub(crate) fn answer(status: u16, content: Content) -> Answer {
    let media = match content {
        Content::Empty => None,
        Content::Json(_) => Some("application/json"),
        Content::Text => Some("text/plain"),
        Content::Items(..) => Some("text/event-stream"),
        Content::Stream | Content::Form(_) | Content::Choice(_) => Some("application/octet-stream"),
    };
    Answer {
        status: Statuses::Status(status),
        media: media.map(str::to_owned),
        content,
        or_text: false,
        headed: None,
        docs: Docs::default(),
    }
}

/// The same with headers.
pub(crate) fn headed(ty: &str, of: Answer, headers: Vec<AnswerHeader>) -> Answer {
    let name = name(ty);
    Answer {
        headed: Some(Headed { name, headers }),
        ..of
    }
}

/// A header of an answer.
pub(crate) fn header(wire: &str, ty: Type) -> AnswerHeader {
    AnswerHeader {
        name: name(&wire.replace('-', "_").to_lowercase()),
        wire: wire.to_owned(),
        ty,
        form: HeaderForm::Value,
        required: false,
        docs: Docs::default(),
    }
}

/// `GET /cats`, with an empty answer.
pub(crate) fn method(snake: &str, input: &str, http: &str, path: &str) -> Method {
    Method {
        id: input[..1].to_lowercase() + &input[1..],
        name: name(snake),
        input: name(input),
        http: http.to_owned(),
        server: None,
        path: path.to_owned(),
        docs: Docs::default(),
        params: Vec::new(),
        constants: Vec::new(),
        accept: None,
        body: None,
        output: Output::Plain(answer(200, Content::Empty)),
        offers: Vec::new(),
        error: ErrorBody::Untyped {
            declared: vec![Statuses::Range(4)],
        },
        security: vec![vec![Requirement {
            scheme: 0,
            scopes: Vec::new(),
        }]],
        paging: None,
        degraded: Vec::new(),
    }
}

pub(crate) fn body(content: Content, media: &str) -> RequestBody {
    RequestBody {
        form: None,
        constraints: Default::default(),
        name: name("body"),
        media: media.to_owned(),
        also: Vec::new(),
        content,
        required: true,
        docs: Docs::default(),
    }
}

/// One of several bodies.
pub(crate) fn one_of(ty: &str, bodies: Vec<(&str, RequestBody)>) -> RequestBody {
    let media: Vec<String> = bodies.iter().map(|it| it.1.media.clone()).collect();
    let bodies = bodies.into_iter().map(|(variant, it)| (name(variant), it));
    let choice = Choice {
        name: name(ty),
        bodies: bodies.collect(),
    };
    RequestBody {
        also: media[1..].to_vec(),
        ..body(Content::Choice(choice), &media[0])
    }
}

pub(crate) fn group(module: &str, trait_name: &str, methods: Vec<Method>) -> Group {
    Group {
        is_received: false,
        addresses: Vec::new(),
        tag: module.to_uppercase(),
        shared: format!("tagged {}", module.to_uppercase()),
        module: name(module),
        trait_name: name(trait_name),
        docs: Docs::default(),
        methods,
    }
}

/// An API of these types and methods, with a bearer token.
pub(crate) fn api(types: Vec<TypeDef>, methods: Vec<Method>) -> Api {
    Api {
        package: "cat-store".to_owned(),
        title: "Cat store".to_owned(),
        version: "2.1".to_owned(),
        docs: Docs::default(),
        types,
        conversions: Vec::new(),
        groups: vec![group("cats", "CatsApi", methods)],
        servers: Vec::new(),
        schemes: vec![Scheme {
            wire: "bearerAuth".to_owned(),
            name: name("bearer_auth"),
            kind: SchemeKind::Bearer,
            flows: Vec::new(),
            docs: Docs::default(),
        }],
        targets: Targets {
            mock: false,
            docs: false,
            client: true,
            server: true,
        },
        examples: Vec::new(),
        null_is_absent: false,
        numbers_in_texts: false,
        skipped: Vec::new(),
    }
}
