//! Its operations.

use super::super::sample::*;
use super::{list, map, named, rules};
use crate::ir::*;

fn object(wire: &str, place: Place, style: Style, ty: Type) -> Param {
    Param {
        via: Via::Json,
        style,
        ..param(wire, place, ty)
    }
}

fn constant(wire: &str, place: Place, value: &str) -> ConstantParam {
    ConstantParam {
        wire: wire.to_owned(),
        place,
        value: value.to_owned(),
        style: Style::Exploded,
        reserved: place == Place::Query,
    }
}

pub(super) fn cats() -> Vec<Method> {
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
    list_all.constants = vec![
        constant("Action", Place::Query, "`List` All"),
        constant("X-Target", Place::Header, "a.b"),
        constant("lang", Place::Cookie, "en"),
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
                name("Late"),
                headed(
                    "UpdateErrorLate",
                    answer(429, Content::Stream),
                    vec![header("Retry-After", Type::I64)],
                ),
            ),
            (
                name("Away"),
                headed(
                    "UpdateErrorAway",
                    answer(303, Content::Empty),
                    vec![header("Location", Type::String)],
                ),
            ),
            (
                name("Other"),
                Answer {
                    status: Statuses::Default,
                    ..answer(0, Content::Json(Type::Raw))
                },
            ),
        ],
        defined: Defined::Here,
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

pub(super) fn files() -> Vec<Method> {
    let mut export = method("export", "Export", "GET", "/files");
    export.output = Output::Plain(headed(
        "ExportOutput",
        answer(200, Content::Stream),
        vec![
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
            AnswerHeader {
                form: HeaderForm::Members,
                ..header("X-Rate", map(Type::I64))
            },
            AnswerHeader {
                form: HeaderForm::Exploded,
                ..header("X-Rates", map(Type::I64))
            },
        ],
    ));
    let mut upload = method("upload", "Upload", "POST", "/files");
    upload.body = Some(body(Content::Stream, "application/zip"));
    upload.output = Output::Several {
        name: name("UploadOutput"),
        variants: vec![
            (
                name("Created"),
                headed(
                    "UploadOutputCreated",
                    answer(201, Content::Text),
                    vec![header("Location", Type::String)],
                ),
            ),
            (
                name("Rest"),
                headed(
                    "UploadOutputRest",
                    Answer {
                        status: Statuses::Range(2),
                        ..answer(0, Content::Empty)
                    },
                    vec![header("Retry-After", Type::I64)],
                ),
            ),
        ],
    };
    let mut note = method("note", "Note", "POST", "/notes");
    note.body = Some(RequestBody {
        required: false,
        ..body(Content::Text, "text/markdown")
    });
    note.output = Output::Plain(headed(
        "NoteOutput",
        answer(204, Content::Empty),
        vec![header("Location", Type::String)],
    ));
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
    let members = vec![("model", FormMember::File("image/png".to_owned()))];
    let parts = form(FormKind::Multipart, members);
    let url = form(FormKind::UrlEncoded, vec![("model", FormMember::Deep)]);
    let mut choose = method("choose", "Choose", "POST", "/choice");
    choose.body = Some(one_of(
        "ChooseBody",
        vec![
            ("Multipart", body(parts, "multipart/form-data")),
            ("Json", body(Content::Json(named(4)), "application/json")),
            (
                "Form",
                body(url.clone(), "application/x-www-form-urlencoded"),
            ),
            (
                "Lines",
                body(
                    Content::Items(named(0), Framing::Lines),
                    "application/x-ndjson",
                ),
            ),
            ("Text", body(Content::Text, "text/plain")),
            ("Bytes", body(Content::Stream, "application/octet-stream")),
        ],
    ));
    let mut pick = method("pick", "Pick", "PUT", "/choice");
    let either = one_of(
        "PickBody",
        vec![
            ("Json", body(Content::Json(named(4)), "application/json")),
            ("Form", body(url, "application/x-www-form-urlencoded")),
        ],
    );
    pick.body = Some(RequestBody {
        required: false,
        ..either
    });
    vec![charge, plain, send, choose, pick]
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
