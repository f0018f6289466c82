use super::item;
use super::sample::*;
use crate::ir::*;
use insta::assert_snapshot;

const CATS: &str = "src/operations/cats.rs";

fn cats(methods: Vec<Method>) -> Api {
    api(
        vec![model("Cat", "cat", vec![field("name", Type::String)])],
        methods,
    )
}

fn cat() -> Content {
    Content::Json(Type::Named(TypeId(0)))
}

fn update() -> Method {
    Method {
        docs: docs("Update a cat."),
        params: vec![
            param("id", Place::Path, Type::String),
            param("dry-run", Place::Query, Type::Bool),
        ],
        body: Some(body(cat(), "application/json")),
        ..method("update_cat", "UpdateCat", "PUT", "/cats/{id}")
    }
}

#[test]
fn an_input_has_what_is_sent() {
    let it = cats(vec![update()]);
    assert_snapshot!(item(&it, CATS, "pub struct UpdateCat"), @r"
    /// Update a cat: `PUT /cats/{id}`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct UpdateCat {
        /// `id`.
        pub id: String,
        /// `dry-run`.
        pub dry_run: Option<bool>,
        /// The body of the request.
        pub body: Cat,
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl UpdateCat"), @r"
    impl UpdateCat {
        /// With what is required.
        pub fn new(id: impl Into<String>, body: Cat) -> Self {
            Self {
                id: id.into(),
                body,
                dry_run: None,
            }
        }
    }
    ");
}

#[test]
fn an_operation_may_be_called_as_what_describes_it() {
    let it = cats(vec![method("info", "Info", "GET", "/cats/info")]);
    assert_snapshot!(item(&it, CATS, "impl Operation"), @r#"
    impl Operation for Info {
        const INFO: &'static crate::runtime::operation::Info = &crate::runtime::operation::Info {
            id: "info",
            method: Method::GET,
            path: "/cats/info",
            success: &[Statuses::Status(200)],
            errors: &[Statuses::Range(4)],
            security: NEEDS_BEARER_AUTH,
            ..crate::runtime::operation::Info::PLAIN
        };
        type Output = ();
        type Error = ();

        fn encode(self, _: &mut Encoder) {}
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
}

#[test]
fn an_operation_knows_its_codec_both_ways() {
    assert_snapshot!(item(&cats(vec![update()]), CATS, "impl Operation"), @r#"
    impl Operation for UpdateCat {
        const INFO: &'static Info = &Info {
            id: "updateCat",
            method: Method::PUT,
            path: "/cats/{id}",
            consumes: &["application/json"],
            success: &[Statuses::Status(200)],
            errors: &[Statuses::Range(4)],
            security: NEEDS_BEARER_AUTH,
            ..Info::PLAIN
        };
        type Output = ();
        type Error = ();

        #[inline]
        fn encode(self, to: &mut Encoder) {
            to.path(&self.id, Style::Comma);
            to.query("dry-run", &self.dry_run, Style::Exploded);
            to.json(&self.body);
        }
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
    assert_snapshot!(item(&cats(vec![update()]), CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for UpdateCat {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            let id = from.path("id", Style::Comma);
            let dry_run = from.query("dry-run", Style::Exploded);
            let body = from.json();
            let it = Self {
                id: id?,
                dry_run,
                body: body?,
            };
            from.check(&it);
            Some(it)
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn a_local_gives_way_to_a_parameter() {
    let it = Method {
        params: vec![param("from", Place::Query, Type::String)],
        ..method("list", "List", "GET", "/cats")
    };
    assert_snapshot!(item(&cats(vec![it]), CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for List {
        fn decode(from_: &mut Decoder<'_>) -> Option<Self> {
            let from = from_.query("from", Style::Exploded);
            Some(Self { from })
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn bodies_that_may_be_left_out_are_options() {
    let it = Method {
        body: Some(RequestBody {
            required: false,
            ..body(cat(), "application/merge-patch+json")
        }),
        ..method("patch", "Patch", "PATCH", "/cats")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "impl Patch"), @r"
    impl Patch {
        /// With what is required.
        pub fn new(body: impl Into<Option<Cat>>) -> Self {
            Self { body: body.into() }
        }
    }
    ");
    assert_snapshot!(item(&it, CATS, "    fn encode("), @r#"
        #[inline]
        fn encode(self, to: &mut Encoder) {
            if let Some(body) = &self.body {
                to.json_media("application/merge-patch+json", body);
            }
        }
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
    assert_snapshot!(item(&it, CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for Patch {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            let body = from.optional_json();
            let it = Self { body: body? };
            from.check(&it);
            Some(it)
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn parameters_are_checked_by_place() {
    let rules = Constraints {
        max_length: Some(9),
        ..Constraints::default()
    };
    let mut it = update();
    it.params[0].constraints = rules;
    assert_snapshot!(item(&cats(vec![it]), CATS, "impl Checked"), @r#"
    #[cfg(feature = "server")]
    impl Checked for UpdateCat {
        fn check(&self, c: &mut Check) {
            c.within("path", &mut |c| {
                c.length("id", Some(&self.id), None, Some(9));
            });
            c.object("body", Some(&self.body));
        }
    }
    "#);
}

#[test]
fn typed_headers_come_with_the_body() {
    let name = AnswerHeader {
        name: name("content_disposition"),
        wire: "Content-Disposition".into(),
        ty: Type::String,
        form: HeaderForm::Value,
        required: false,
        docs: Docs::default(),
    };
    let it = Method {
        output: Output::Plain(headed(
            "ExportOutput",
            answer(200, Content::Stream),
            vec![name],
        )),
        ..method("export", "Export", "GET", "/cats/export")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "pub struct ExportOutput"), @r"
    /// What `export` answers.
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct ExportOutput {
        /// The header `Content-Disposition`.
        pub content_disposition: Option<String>,
        /// The body.
        pub body: Body,
    }
    ");
    assert_snapshot!(item(&it, CATS, "    fn encode("), @r#"
        fn encode(self, _: &mut Encoder) {}
        fn decode_answer(answer: Answer) -> Result<ExportOutput, DecodeError> {
            let content_disposition = answer.header_param("Content-Disposition");
            Ok(ExportOutput {
                content_disposition,
                body: answer.into_body(),
            })
        }
    }
    "#);
    assert_snapshot!(item(&it, CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for Export {
        fn decode(_: &mut Decoder<'_>) -> Option<Self> {
            Some(Self {})
        }
        fn encode_answer(output: ExportOutput) -> Answer {
            let answer = Answer::stream(200, "application/octet-stream", output.body);
            answer.header("Content-Disposition", &output.content_disposition)
        }
    }
    "#);
}

#[test]
fn a_server_gives_the_headers_that_are_required() {
    let required = |it| AnswerHeader {
        required: true,
        ..it
    };
    let headers = vec![
        required(header("Location", Type::String)),
        header("Retry-After", Type::I64),
        required(header("X-Count", Type::I64)),
    ];
    let it = Method {
        output: Output::Plain(headed("MakeOutput", answer(201, Content::Empty), headers)),
        ..method("make", "Make", "POST", "/cats")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "pub struct MakeOutput"), @"
    /// What `make` answers.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct MakeOutput {
        /// The header `Location`.
        pub location: Option<String>,
        /// The header `Retry-After`.
        pub retry_after: Option<i64>,
        /// The header `X-Count`.
        pub x_count: Option<i64>,
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl MakeOutput"), @"
    impl MakeOutput {
        /// With what is required.
        pub fn new(location: impl Into<String>, x_count: i64) -> Self {
            Self {
                location: Some(location.into()),
                retry_after: None,
                x_count: Some(x_count),
            }
        }
    }
    ");
    assert_snapshot!(item(&it, CATS, "    fn encode("), @r#"
        fn encode(self, _: &mut Encoder) {}
        fn decode_answer(answer: Answer) -> Result<MakeOutput, DecodeError> {
            answer.expect_headers(&["Location", "X-Count"]);
            let location = answer.header_param("Location");
            let retry_after = answer.header_param("Retry-After");
            let x_count = answer.header_param("X-Count");
            Ok(MakeOutput {
                location,
                retry_after,
                x_count,
            })
        }
    }
    "#);
}

#[test]
fn several_successes_are_an_enum() {
    let rest = Answer {
        status: Statuses::Range(2),
        ..answer(0, Content::Text)
    };
    let it = Method {
        output: Output::Several {
            name: name("MakeOutput"),
            variants: vec![
                (name("Ok"), answer(200, cat())),
                (name("Rest"), rest),
                (name("Accepted"), answer(202, Content::Empty)),
            ],
        },
        ..method("make", "Make", "POST", "/cats")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "pub enum MakeOutput"), @r"
    /// What `make` answers.
    #[derive(Clone, Debug, PartialEq)]
    #[allow(clippy::large_enum_variant)]
    #[non_exhaustive]
    pub enum MakeOutput {
        /// 200.
        Ok(Cat),
        /// 2XX.
        Rest(StatusCode, String),
        /// 202.
        Accepted,
    }
    ");
    assert_snapshot!(item(&it, CATS, "    fn encode("), @"
        fn encode(self, _: &mut Encoder) {}
        #[inline]
        fn decode_answer(answer: Answer) -> Result<MakeOutput, DecodeError> {
            match answer.status.as_u16() {
                200 => Ok(MakeOutput::Ok(answer.read_json()?)),
                202 => Ok(MakeOutput::Accepted),
                _ => Ok(MakeOutput::Rest(answer.status, answer.read_text()?)),
            }
        }
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for Make {
        fn decode(_: &mut Decoder<'_>) -> Option<Self> {
            Some(Self {})
        }
        fn encode_answer(output: MakeOutput) -> Answer {
            match output {
                MakeOutput::Ok(body) => Answer::json(200, &body),
                MakeOutput::Rest(status, body) => Answer::text(status.as_u16(), "text/plain", body),
                MakeOutput::Accepted => Answer::empty(202),
            }
        }
    }
    "#);
}

#[test]
fn declared_errors_are_typed() {
    let other = Answer {
        status: Statuses::Default,
        ..answer(0, Content::Stream)
    };
    let it = Method {
        error: ErrorBody::Typed {
            name: name("MakeError"),
            variants: vec![
                (name("NotFound"), answer(404, cat())),
                (name("Gone"), answer(410, Content::Empty)),
                (name("Other"), other),
            ],
            defined: Defined::Here,
        },
        ..method("make", "Make", "POST", "/cats")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "pub enum MakeError"), @r"
    /// The errors that `make` declares.
    #[derive(Debug)]
    #[allow(clippy::large_enum_variant)]
    #[non_exhaustive]
    pub enum MakeError {
        /// 404.
        NotFound(Cat),
        /// 410.
        Gone,
        /// Any other status.
        Other(StatusCode, Vec<u8>),
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl ErrorBody"), @"
    impl ErrorBody for MakeError {
        #[inline]
        fn decode(answer: Answer) -> Result<Self, DecodeError> {
            match answer.status.as_u16() {
                404 => Ok(Self::NotFound(answer.read_json()?)),
                410 => Ok(Self::Gone),
                _ => Ok(Self::Other(answer.status, answer.read_bytes()?)),
            }
        }
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl ErrorAnswer"), @r#"
    #[cfg(feature = "server")]
    impl ErrorAnswer for MakeError {
        fn encode(self) -> Answer {
            match self {
                Self::NotFound(body) => Answer::json(404, &body),
                Self::Gone => Answer::empty(410),
                Self::Other(status, body) => {
                    Answer::stream(status.as_u16(), "application/octet-stream", body.into())
                }
            }
        }
    }
    "#);
}

#[test]
fn a_body_may_be_one_of_several() {
    let file = Content::Form(Form {
        ty: Type::Named(TypeId(0)),
        kind: FormKind::Multipart,
        members: vec![("name".to_owned(), FormMember::File("image/png".to_owned()))],
    });
    let it = Method {
        body: Some(one_of(
            "MakeBody",
            vec![
                ("Multipart", body(file, "multipart/form-data")),
                ("Json", body(cat(), "application/json")),
                ("Text", body(Content::Text, "text/plain")),
            ],
        )),
        ..method("make", "Make", "POST", "/cats")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "pub enum MakeBody"), @"
    /// What `make` is sent.
    #[derive(Debug)]
    #[allow(clippy::large_enum_variant)]
    #[non_exhaustive]
    pub enum MakeBody {
        /// `multipart/form-data`.
        Multipart(Multipart<Cat>),
        /// `application/json`.
        Json(Cat),
        /// `text/plain`.
        Text(String),
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl MakeBody"), @r#"
    impl MakeBody {
        const PARTS: &'static [(&'static str, Form)] = &[("name", Form::File("image/png"))];

        /// A form with files, to be sent.
        pub fn multipart(form: Cat) -> Self {
            Self::Multipart(Multipart::new(form, Self::PARTS))
        }
        fn encode(self, to: &mut Encoder) {
            match self {
                Self::Multipart(body) => to.upload(body),
                Self::Json(body) => to.json(&body),
                Self::Text(body) => to.text("text/plain", body),
            }
        }
    }
    "#);
    assert_snapshot!(item(&it, CATS, "impl Served for Make"), @r#"
    #[cfg(feature = "server")]
    impl Served for Make {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            let body = MakeBody::decode(from);
            let it = Self { body: body? };
            from.check(&it);
            Some(it)
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn errors_have_their_headers() {
    let make = |id: &str, ty: &str, defined| {
        let busy = headed(
            &format!("{ty}ErrorBusy"),
            answer(429, Content::Text),
            vec![header("Retry-After", Type::I64)],
        );
        let lost = Answer {
            status: Statuses::Default,
            ..answer(0, Content::Stream)
        };
        let lost = headed(
            &format!("{ty}ErrorLost"),
            lost,
            vec![header("X-Answer", Type::String)],
        );
        Method {
            error: ErrorBody::Typed {
                name: name(&format!("{ty}Error")),
                variants: vec![(name("Busy"), busy), (name("Lost"), lost)],
                defined,
            },
            ..method(id, ty, "POST", &format!("/{id}"))
        }
    };
    let first = ["MakeError", "MakeErrorBusy", "MakeErrorLost"].map(name);
    let it = cats(vec![
        make("make", "Make", Defined::Here),
        make("mend", "Mend", Defined::Before(first.to_vec())),
    ]);
    assert_snapshot!(item(&it, CATS, "pub enum MakeError"), @"
    /// The errors that `make` declares.
    #[derive(Debug)]
    #[allow(clippy::large_enum_variant)]
    #[non_exhaustive]
    pub enum MakeError {
        /// 429.
        Busy(MakeErrorBusy),
        /// Any other status.
        Lost(StatusCode, MakeErrorLost),
    }
    ");
    assert_snapshot!(item(&it, CATS, "pub struct MakeErrorLost"), @"
    /// The errors that `make` declares.
    #[derive(Debug)]
    #[non_exhaustive]
    pub struct MakeErrorLost {
        /// The header `X-Answer`.
        pub x_answer: Option<String>,
        /// The body.
        pub body: Vec<u8>,
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl MakeErrorLost"), @"
    impl MakeErrorLost {
        /// Without headers.
        pub fn new(body: impl Into<Vec<u8>>) -> Self {
            Self {
                x_answer: None,
                body: body.into(),
            }
        }
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl ErrorBody for MakeError"), @"
    impl ErrorBody for MakeError {
        fn decode(answer: Answer) -> Result<Self, DecodeError> {
            match answer.status.as_u16() {
                429 => Ok(Self::Busy(MakeErrorBusy::of(answer)?)),
                _ => Ok(Self::Lost(answer.status, MakeErrorLost::of(answer)?)),
            }
        }
    }
    ");
    assert_snapshot!(item(&it, CATS, "impl ErrorAnswer for MakeError"), @r#"
    #[cfg(feature = "server")]
    impl ErrorAnswer for MakeError {
        fn encode(self) -> Answer {
            match self {
                Self::Busy(body) => MakeErrorBusy::answer(body, 429),
                Self::Lost(status, body) => MakeErrorLost::answer(body, status.as_u16()),
            }
        }
    }
    "#);
    assert_snapshot!(item(&it, CATS, "pub type MendErrorBusy"), @"
    /// The errors that `mend` declares.
    pub type MendErrorBusy = MakeErrorBusy;

    /// The errors that `mend` declares.
    pub type MendErrorLost = MakeErrorLost;
    ");
}

#[test]
fn errors_of_an_earlier_operation_have_another_name() {
    let make = |id: &str, ty: &str, defined| Method {
        error: ErrorBody::Typed {
            name: name(&format!("{ty}Error")),
            variants: vec![(name("NotFound"), answer(404, cat()))],
            defined,
        },
        ..method(id, ty, "POST", &format!("/{id}"))
    };
    let it = cats(vec![
        make("make", "Make", Defined::Here),
        make("mend", "Mend", Defined::Before(vec![name("MakeError")])),
    ]);
    assert_snapshot!(item(&it, CATS, "pub type MendError"), @"
    /// The errors that `mend` declares.
    pub type MendError = MakeError;
    ");
    assert_snapshot!(item(&it, CATS, "impl Operation for Mend"), @r#"
    impl Operation for Mend {
        const INFO: &'static Info = &Info {
            id: "mend",
            method: Method::POST,
            path: "/mend",
            produces: &["application/json"],
            success: &[Statuses::Status(200)],
            errors: &[Statuses::Status(404)],
            security: NEEDS_BEARER_AUTH,
            ..Info::PLAIN
        };
        type Output = ();
        type Error = MendError;

        fn encode(self, _: &mut Encoder) {}
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
}

#[test]
fn errors_of_several_operations_are_named_by_what_they_hold() {
    let busy = headed("MakeErrorBusy", answer(429, Content::Text), Vec::new());
    let names = ["BusyError", "BusyErrorBusy"].map(name);
    let it = cats(vec![Method {
        error: ErrorBody::Typed {
            name: name("MakeError"),
            variants: vec![(name("Busy"), busy)],
            defined: Defined::HereAs(names.to_vec()),
        },
        ..method("make", "Make", "POST", "/make")
    }]);
    assert_snapshot!(item(&it, CATS, "pub enum BusyError"), @"
    /// Errors that several operations declare.
    #[derive(Clone, Debug, PartialEq)]
    #[allow(clippy::large_enum_variant)]
    #[non_exhaustive]
    pub enum BusyError {
        /// 429.
        Busy(BusyErrorBusy),
    }
    ");
    assert_snapshot!(item(&it, CATS, "pub struct BusyErrorBusy"), @"
    /// Errors that several operations declare.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct BusyErrorBusy {
        /// The body.
        pub body: String,
    }
    ");
    assert_snapshot!(item(&it, CATS, "pub type MakeError"), @"
    /// The errors that `make` declares.
    pub type MakeError = BusyError;

    /// The errors that `make` declares.
    pub type MakeErrorBusy = BusyErrorBusy;
    ");
    assert_snapshot!(item(&it, "src/operations/mod.rs", "pub use cats"), @"pub use cats::{BusyError, BusyErrorBusy, Make, MakeError, MakeErrorBusy};");
}

#[test]
fn an_operation_may_say_all_there_is_to_say() {
    let it = Method {
        body: Some(body(Content::Stream, "image/png")),
        output: Output::Plain(answer(200, Content::Stream)),
        error: ErrorBody::Typed {
            name: name("TurnError"),
            variants: vec![(name("NotFound"), answer(404, cat()))],
            defined: Defined::Here,
        },
        ..method("turn", "Turn", "POST", "/cats")
    };
    let it = item(&cats(vec![it]), CATS, "impl Operation for Turn");
    let info: Vec<&str> = it.lines().skip(1).take(12).collect();
    assert_snapshot!(info.join("\n"), @r#"
    const INFO: &'static Info = &Info {
        id: "turn",
        method: Method::POST,
        path: "/cats",
        consumes: &["image/png"],
        produces: &["application/octet-stream", "application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Status(404)],
        streams: true,
        uploads: true,
        security: NEEDS_BEARER_AUTH,
        ..Info::PLAIN
    "#);
}

#[test]
fn in_the_place_of_a_range_a_media_type_is_sent_and_taken() {
    for (content, media, sent) in [
        (Content::Stream, "image/*", "application/octet-stream"),
        (cat(), "application/*+json", "application/json"),
        (Content::Text, "application/*+xml", "application/xml"),
        (Content::Stream, "*/*", ""),
        (Content::Text, "text/*", ""),
    ] {
        let it = Method {
            body: Some(body(content, media)),
            ..method("turn", "Turn", "POST", "/cats")
        };
        let it = item(&cats(vec![it]), CATS, "impl Operation for Turn");
        assert!(!it.contains(&format!("(\"{media}\"")), "{it}");
        let taken = match sent {
            "" => format!("consumes: &[\"{media}\"],"),
            sent => format!("consumes: &[\"{media}\", \"{sent}\"],"),
        };
        assert!(it.contains(&taken), "{it}");
    }
}

#[test]
fn objects_are_written_by_their_json() {
    let object = |wire: &str, place, style| Param {
        via: Via::Json,
        style,
        ..param(wire, place, Type::Map(Box::new(Type::I64)))
    };
    let it = Method {
        params: vec![
            object("id", Place::Path, Style::Matrix),
            Param {
                required: true,
                ..object("deep", Place::Query, Style::Deep)
            },
            object("flat", Place::Query, Style::Exploded),
            Param {
                reserved: true,
                blank: true,
                ..param("size", Place::Query, Type::I64)
            },
        ],
        ..method("show", "Show", "GET", "/{id}")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "    fn encode("), @r#"
        #[inline]
        fn encode(self, to: &mut Encoder) {
            to.path_object(&self.id, Style::Matrix);
            to.query_object("deep", Some(&self.deep), Style::Deep);
            to.query_object("flat", self.flat.as_ref(), Style::Exploded);
            to.reserved().query("size", &self.size, Style::Exploded);
        }
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
    assert_snapshot!(item(&it, CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for Show {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            let id = from.path_object("id", Style::Matrix);
            let deep = from.need_query_object("deep", Style::Deep);
            let flat = from.query_members(Members::Others(&["deep", "size"]));
            let size = from.blank().query("size", Style::Exploded);
            Some(Self {
                id: id?,
                deep: deep?,
                flat,
                size,
            })
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn objects_that_take_the_rest_of_a_query_share_the_names_that_they_leave() {
    let open = |wire: &str| Param {
        via: Via::Json,
        style: Style::Exploded,
        ..param(wire, Place::Query, Type::Map(Box::new(Type::String)))
    };
    let it = Method {
        params: vec![
            open("labels"),
            param("others", Place::Query, Type::String),
            open("more"),
        ],
        ..method("show", "Show", "GET", "/cats")
    };
    assert_snapshot!(item(&cats(vec![it]), CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for Show {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            let others_ = Members::Others(&["others"]);
            let labels = from.query_members(others_);
            let others = from.query("others", Style::Exploded);
            let more = from.query_members(others_);
            Some(Self {
                labels,
                others,
                more,
            })
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn a_deep_object_leaves_what_others_call_by_such_a_name() {
    let deep = |wire: &str| Param {
        via: Via::Json,
        style: Style::Deep,
        ..param(wire, Place::Query, Type::Map(Box::new(Type::String)))
    };
    let it = Method {
        params: vec![
            deep("filter"),
            Param {
                wire: "filter[name]".to_owned(),
                ..param("filter_name", Place::Query, Type::String)
            },
            deep("page"),
        ],
        ..method("show", "Show", "GET", "/cats")
    };
    assert_snapshot!(item(&cats(vec![it]), CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for Show {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            let filter = from.query_deep("filter", Members::Others(&["filter[name]"]));
            let filter_name = from.query("filter[name]", Style::Exploded);
            let page = from.query_object("page", Style::Deep);
            Some(Self {
                filter,
                filter_name,
                page,
            })
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn what_every_call_sets_has_no_setter_of_its_own() {
    let key = Param {
        name: name("idempotency_key"),
        ..param("Idempotency-Key", Place::Header, Type::String)
    };
    let keys = param("idempotency_keys", Place::Query, Type::String);
    let it = Method {
        params: vec![key, keys],
        ..method("turn", "Turn", "POST", "/cats")
    };
    let client = item(&cats(vec![it]), "src/client/cats.rs", "impl Call");
    assert!(client.contains("pub fn idempotency_keys("), "{client}");
    assert!(!client.contains("pub fn idempotency_key("), "{client}");
}

#[test]
fn an_object_that_holds_objects_is_read_by_the_names_of_its_members() {
    let object = |wire: &str| Param {
        via: Via::Json,
        style: Style::Nested,
        ..param(wire, Place::Query, Type::Named(TypeId(0)))
    };
    let it = Method {
        params: vec![
            Param {
                required: true,
                ..object("cat")
            },
            object("other"),
        ],
        ..method("show", "Show", "GET", "/cats")
    };
    let it = cats(vec![it]);
    let lines = |start: &str| {
        let text = item(&it, CATS, start);
        let of_object = text.lines().filter(|it| it.contains("nested"));
        of_object
            .map(|it| format!("{}\n", it.trim()))
            .collect::<String>()
    };
    assert_snapshot!(lines("    fn encode("), @r"
    to.query_nested(Some(&self.cat));
    to.query_nested(self.other.as_ref());
    ");
    assert_snapshot!(lines("impl Served"), @r#"
    let cat = from.need_query_nested(&["name"]);
    let other = from.query_nested(&["name"]);
    "#);
}

#[test]
fn a_parameter_of_one_value_is_no_argument() {
    let constant = |wire: &str, place, value: &str| ConstantParam {
        wire: wire.to_owned(),
        place,
        value: value.to_owned(),
        style: Style::Comma,
        reserved: false,
    };
    let it = Method {
        constants: vec![
            constant("Action", Place::Query, "List`Cats`"),
            constant("v", Place::Path, "2"),
            constant("X-Api", Place::Header, "true"),
        ],
        ..method("list", "List", "GET", "/{v}/cats")
    };
    let it = cats(vec![it]);
    assert_snapshot!(item(&it, CATS, "pub struct List"), @"
    /// `GET /{v}/cats`.
    ///
    /// `Action` is always `List'Cats'`.
    ///
    /// `v` is always `2`.
    ///
    /// `X-Api` is always `true`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct List {}
    ");
    assert_snapshot!(item(&it, CATS, "    fn encode("), @r#"
        fn encode(self, to: &mut Encoder) {
            to.path(&String::from("2"), Style::Comma);
            to.query_value("Action", &String::from("List`Cats`"), Style::Comma);
            to.header_value("X-Api", &String::from("true"), Style::Comma);
        }
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
    assert_snapshot!(item(&it, CATS, "impl Served"), @r#"
    #[cfg(feature = "server")]
    impl Served for List {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            from.constant("query", "Action", "List`Cats`", Style::Comma);
            from.constant("path", "v", "2", Style::Comma);
            from.constant("header", "X-Api", "true", Style::Comma);
            Some(Self {})
        }
        fn encode_answer(_: ()) -> Answer {
            Answer::empty(200)
        }
    }
    "#);
}

#[test]
fn a_place_of_several_segments_and_a_version_are_said() {
    let it = Method {
        params: vec![Param {
            reserved: true,
            ..param("path", Place::Path, Type::String)
        }],
        accept: Some("application/vnd.cats+json;version=2".to_owned()),
        ..method("show_file", "ShowFile", "GET", "/files/{path}")
    };
    assert_snapshot!(item(&cats(vec![it]), CATS, "impl Operation for ShowFile"), @r#"
    impl Operation for ShowFile {
        const INFO: &'static Info = &Info {
            id: "showFile",
            method: Method::GET,
            path: "/files/{path}",
            wide: &["path"],
            accept: "application/vnd.cats+json;version=2",
            success: &[Statuses::Status(200)],
            errors: &[Statuses::Range(4)],
            security: NEEDS_BEARER_AUTH,
            ..Info::PLAIN
        };
        type Output = ();
        type Error = ();

        fn encode(self, to: &mut Encoder) {
            to.wide().path(&self.path, Style::Comma);
        }
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
}
