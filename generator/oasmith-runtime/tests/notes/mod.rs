//! A small API, written as the generator would.
#![allow(dead_code, reason = "each test uses a part of it")]

mod find;
mod models;

use http::Method;
use oasmith_runtime::body::Body;
use oasmith_runtime::check::{Check, Checked};
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::operation::{Answer, DecodeError, Encoder, Info, Operation, Statuses};
use oasmith_runtime::param::Style;
use oasmith_runtime::security::{Requirement, Scheme, SchemeKind};
use oasmith_runtime::served::Served;
use oasmith_runtime::server::{Auth, Context, Error, Options, Principal, Route, router};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

pub use find::Find;
pub use models::*;

pub static BEARER: Scheme = Scheme {
    name: "bearer",
    kind: SchemeKind::Bearer,
};
pub static BASIC: Scheme = Scheme {
    name: "basic",
    kind: SchemeKind::Basic,
};
pub static KEY: Scheme = Scheme {
    name: "key",
    kind: SchemeKind::Header("x-key"),
};
pub static OAUTH: Scheme = Scheme {
    name: "oauth",
    kind: SchemeKind::Bearer,
};
pub static QUERY_KEY: Scheme = Scheme {
    name: "query",
    kind: SchemeKind::Query("api key"),
};
pub static COOKIE_KEY: Scheme = Scheme {
    name: "cookie",
    kind: SchemeKind::Cookie("session"),
};

const fn requires(scheme: &'static Scheme) -> Requirement {
    Requirement {
        scheme,
        scopes: &[],
    }
}

/// What most operations have in common.
const PLAIN: Info = Info {
    method: Method::GET,
    success: &[Statuses::Status(200)],
    errors: &[Statuses::Range(4)],
    ..Info::PLAIN
};

/// Declares an operation whose whole input is a path parameter or nothing.
macro_rules! simple {
    ($name:ident($($field:ident as $wire:literal)?), $output:ty, $info:expr, $encode:expr, $decode:expr) => {
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name { $(pub $field: String)? }

        impl Operation for $name {
            const INFO: &'static Info = &$info;
            type Output = $output;
            type Error = ();
            fn encode(self, _to: &mut Encoder) { $(_to.path(&self.$field, Style::Comma);)? }
            fn decode_answer(answer: Answer) -> Result<$output, DecodeError> { $decode(answer) }
        }

        impl Served for $name {
            fn decode(_from: &mut Decoder<'_>) -> Option<Self> {
                $(let $field = _from.path($wire, Style::Comma);)?
                Some(Self { $($field: $field?)? })
            }
            fn encode_answer(output: $output) -> Answer { $encode(output) }
        }
    };
}

simple!(
    Show(id as "id"),
    Note,
    Info {
        id: "show",
        path: "/notes/{id}",
        security: &[&[requires(&BEARER)], &[requires(&BASIC)]],
        ..PLAIN
    },
    |note: Note| Answer::json(200, &note),
    Answer::read_json
);
simple!(
    Delete(id as "note_id"),
    (),
    Info { id: "delete", method: Method::DELETE, path: "/notes/{note_id}", ..PLAIN },
    |()| Answer::empty(200),
    |_| Ok(())
);
simple!(
    Switch(),
    (),
    Info {
        id: "switch",
        path: "/notes/switch",
        security: &[&[], &[requires(&KEY), requires(&QUERY_KEY)]],
        ..PLAIN
    },
    |()| Answer::empty(200),
    |_| Ok(())
);
simple!(
    Export(),
    Body,
    Info {
        id: "export",
        path: "/notes/export",
        streams: true,
        ..PLAIN
    },
    |body| Answer::stream(200, "application/octet-stream", body),
    |answer: Answer| Ok(answer.into_body())
);
simple!(
    ShowFile(name as "name"),
    String,
    Info { id: "showFile", path: "/files/{name}", ..PLAIN },
    |text| Answer::text(200, "text/plain; charset=utf-8", text),
    Answer::read_text
);
simple!(
    Typed(),
    String,
    Info {
        id: "typed",
        path: "/typed",
        produces: &["text/plain", "image/*"],
        ..PLAIN
    },
    |text| Answer::text(200, "text/plain", text),
    Answer::read_text
);
simple!(
    ShowJsonFile(name as "name"),
    String,
    Info { id: "showJsonFile", path: "/files/{name}.json", ..PLAIN },
    |text| Answer::text(200, "text/plain; charset=utf-8", text),
    Answer::read_text
);

simple!(
    Act(name as "name"),
    String,
    Info { id: "act", path: "/acts?action={name}", ..PLAIN },
    |text| Answer::text(200, "text/plain; charset=utf-8", text),
    Answer::read_text
);
simple!(
    Stop(),
    (),
    Info {
        id: "stop",
        path: "/acts?action=stop+it",
        ..PLAIN
    },
    |()| Answer::empty(200),
    |_| Ok(())
);
simple!(
    ByHeader(),
    String,
    Info {
        id: "byHeader",
        path: "/targets#X-Target=A.b",
        ..PLAIN
    },
    |text| Answer::text(200, "text/plain; charset=utf-8", text),
    Answer::read_text
);
simple!(
    ByQuery(),
    String,
    Info {
        id: "byQuery",
        path: "/targets#list",
        ..PLAIN
    },
    |text| Answer::text(200, "text/plain; charset=utf-8", text),
    Answer::read_text
);

simple!(
    ByBoth(),
    String,
    Info {
        id: "byBoth",
        path: "/targets#list&page",
        ..PLAIN
    },
    |text| Answer::text(200, "text/plain; charset=utf-8", text),
    Answer::read_text
);

simple!(
    Scoped(),
    (),
    Info {
        id: "scoped",
        path: "/scoped",
        security: &[&[Requirement {
            scheme: &BEARER,
            scopes: &["read", "write"]
        }]],
        ..PLAIN
    },
    |()| Answer::empty(200),
    |_| Ok(())
);

simple!(
    Versioned(),
    String,
    Info {
        id: "versioned",
        path: "/versioned",
        produces: &["text/plain"],
        accept: "text/vnd.notes;version=2",
        ..PLAIN
    },
    |text| Answer::text(200, "text/plain", text),
    Answer::read_text
);
simple!(
    Twice(),
    (),
    Info {
        id: "twice",
        path: "/twice",
        security: &[&[requires(&OAUTH), requires(&BEARER), requires(&KEY)]],
        ..PLAIN
    },
    |()| Answer::empty(200),
    |_| Ok(())
);

simple!(
    Odd(),
    (),
    Info {
        id: "odd",
        path: "/:odd/*a b/{",
        ..PLAIN
    },
    |()| Answer::empty(200),
    |_| Ok(())
);

#[derive(Clone, Debug, PartialEq)]
pub struct Create {
    pub top: Option<i32>,
    pub body: Note,
}

impl Operation for Create {
    const INFO: &'static Info = &Info {
        id: "create",
        method: Method::POST,
        path: "/notes",
        consumes: &["application/json"],
        success: &[Statuses::Status(201)],
        errors: &[Statuses::Status(409)],
        ..PLAIN
    };
    type Output = Note;
    type Error = Taken;

    fn encode(self, to: &mut Encoder) {
        to.query("top", &self.top, Style::Exploded);
        to.json(&self.body);
    }

    fn decode_answer(answer: Answer) -> Result<Note, DecodeError> {
        answer.read_json()
    }
}

impl Served for Create {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let top = from.query("top", Style::Exploded);
        let body = from.json();
        let it = Self { top, body: body? };
        from.check(&it);
        Some(it)
    }

    fn encode_answer(output: Note) -> Answer {
        Answer::json(201, &output)
    }
}

impl Checked for Create {
    fn check(&self, c: &mut Check) {
        c.within("query", &mut |c| {
            c.integer("top", self.top.map(Into::into), Some(1), Some(50));
        });
        c.object("body", Some(&self.body));
    }
}

#[derive(Debug)]
pub struct Upload {
    pub id: String,
    pub body: Body,
}

impl Operation for Upload {
    const INFO: &'static Info = &Info {
        id: "upload",
        method: Method::PUT,
        path: "/notes/{id}/file",
        consumes: &["application/octet-stream"],
        uploads: true,
        ..PLAIN
    };
    type Output = String;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.stream("application/octet-stream", self.body);
    }

    fn decode_answer(answer: Answer) -> Result<String, DecodeError> {
        answer.read_json()
    }
}

impl Served for Upload {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let body = from.stream();
        Some(Self {
            id: id?,
            body: body?,
        })
    }

    fn encode_answer(output: String) -> Answer {
        Answer::json(200, &output)
    }
}

/// How many handlers that would never end were dropped.
pub static DROPPED: AtomicUsize = AtomicUsize::new(0);

struct Gone;

impl Drop for Gone {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::SeqCst);
    }
}

/// A handler's state: nothing.
#[derive(Debug)]
pub struct Api;

pub async fn show(cx: Context, request: Show) -> Result<Note, Error> {
    match request.id.as_str() {
        "none" => Err(Error::not_found().detail("no such note")),
        "panic" => panic!("internals"),
        "slow" => {
            let _gone = Gone;
            std::future::pending().await
        }
        "todo" => Err(Error::not_implemented()),
        "odd" => Err(Error::answer(Answer::empty(299))),
        _ => {
            let mut note = Note::new(request.id, 1);
            note.due = Some(cx.principal.map(|it| it.subject));
            Ok(note)
        }
    }
}

async fn create(request: Create) -> Result<Note, Error> {
    match request.body.title.as_str() {
        "taken" => Err(Error::declared(Taken {
            by: "anna".to_owned(),
        })),
        _ => Ok(request.body),
    }
}

async fn upload(request: Upload) -> Result<String, Error> {
    let bytes = request
        .body
        .collect(100 << 20)
        .await
        .map_err(|_| Error::internal())?;
    Ok(format!("{} {}", request.id, bytes.len()))
}

pub fn app() -> axum::Router {
    app_with(Options::new())
}

pub fn app_with(options: Options) -> axum::Router {
    let api = &Arc::new(Api);
    let auth: Auth = Arc::new(|scheme, credential| {
        Box::pin(async move {
            match (scheme.name, credential.user(), credential.secret()) {
                ("bearer", _, "t0k") => Ok(Principal::new("anna")),
                ("bearer", _, "low") => Err(Error::forbidden()),
                ("bearer", _, "few") => Ok(Principal::new("anna").with_scopes(["read"])),
                ("bearer", _, "all") => Ok(Principal::new("anna").with_scopes(["write", "read"])),
                ("basic", "bob", "p:w") => Ok(Principal::new("bob")),
                ("key", _, "k1") | ("query", _, "k&2") | ("cookie", _, "c;3") => {
                    Ok(Principal::new("key"))
                }
                _ => Err(Error::unauthorized()),
            }
        })
    });
    let routes = vec![
        Route::new(api, |_, _, _: Find| Box::pin(async move { Ok(()) })),
        Route::new(api, |_, cx, request: Show| {
            Box::pin(async move { show(cx, request).await })
        }),
        Route::new(api, |_, _, _: Delete| Box::pin(async move { Ok(()) })),
        Route::new(api, |_, cx, _: Switch| {
            Box::pin(async move {
                let mut keys = cx.parts.headers.get_all("x-key").iter();
                match cx.principal {
                    // Whatever prints headers would print it.
                    _ if keys.any(|it| !it.is_sensitive()) => Err(Error::internal()),
                    Some(who) if who.subject != "key" => Err(Error::internal()),
                    _ => Ok(()),
                }
            })
        }),
        Route::new(api, |_, _, _: Export| {
            Box::pin(async move { Ok(Body::from("a,b\n")) })
        }),
        Route::new(api, |_, _, it: ShowFile| {
            Box::pin(async move { Ok(format!("any {}", it.name)) })
        }),
        Route::new(api, |_, _, it: ShowJsonFile| {
            Box::pin(async move { Ok(format!("json {}", it.name)) })
        }),
        Route::new(api, |_, _, request: Create| {
            Box::pin(async move { create(request).await })
        }),
        Route::new(api, |_, _, it: Act| Box::pin(async move { Ok(it.name) })),
        Route::new(api, |_, _, _: Stop| Box::pin(async move { Ok(()) })),
        Route::new(api, |_, _, _: ByHeader| {
            Box::pin(async move { Ok("by header".to_owned()) })
        }),
        Route::new(api, |_, _, _: ByQuery| {
            Box::pin(async move { Ok("by query".to_owned()) })
        }),
        Route::new(api, |_, _, _: ByBoth| {
            Box::pin(async move { Ok("by both".to_owned()) })
        }),
        Route::new(api, |_, _, _: Versioned| {
            Box::pin(async move { Ok("two".to_owned()) })
        }),
        Route::new(api, |_, _, _: Scoped| Box::pin(async move { Ok(()) })),
        Route::new(api, |_, _, _: Odd| Box::pin(async move { Ok(()) })),
        Route::new(api, |_, _, request: Upload| {
            Box::pin(async move { upload(request).await })
        }),
    ];
    router("/api", routes, Some(auth), options)
}
