//! What each construct looks like when it is emitted: one example of each, as short as there is one.

use crate::run::RUN;
use insta::assert_snapshot;

/// A part of an emitted file: from the line that holds `from` to the first one that is `to`.
fn emitted(path: &str, from: &str, to: &str) -> String {
    let mut files = RUN.made.files.iter();
    let Some((_, text)) = files.find(|(name, _)| *name == path) else {
        panic!("no file {path}")
    };
    let from_there = text.lines().skip_while(|line| !line.contains(from));
    let mut part = Vec::new();
    for line in from_there {
        part.push(line);
        if line == to {
            break;
        }
    }
    part.join("\n")
}

#[test]
fn a_struct_is_its_fields_and_what_is_required() {
    let part = emitted(
        "src/models/update_transport_request.rs",
        "pub struct UpdateTransportRequest",
        "}",
    );
    assert_snapshot!(part, @"
    pub struct UpdateTransportRequest {
        /// The port of transport.
        pub port: Option<i32>,
        /// `verification`.
        pub verification: Option<TransportVerification>,
    }
    ");
}

#[test]
fn an_enum_stays_open() {
    assert_snapshot!(emitted("src/models/transport_protocol.rs", "pub enum TransportProtocol", "}"), @"
    pub enum TransportProtocol {
        /// `UDP`.
        Udp,
        /// `TCP`.
        Tcp,
        /// `TLS`.
        Tls,
        /// A value that the document does not name.
        Unknown(String),
    }
    ");
}

#[test]
fn a_model_is_read_written_and_checked() {
    let path = "src/models/create_transport_request.rs";
    assert_snapshot!(emitted(path, "impl Json for CreateTransportRequest", "}"), @r#"
    impl Json for CreateTransportRequest {
        #[inline]
        fn blank() -> Self {
            Self {
                protocol: Json::blank(),
                port: Json::blank(),
                verification: None,
            }
        }
        #[inline]
        fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
            r.members(&mut [
                ("protocol", &mut self.protocol),
                ("port", &mut self.port),
                ("verification", &mut self.verification),
            ])
        }
    }
    "#);
    assert_snapshot!(emitted(path, "impl Write for CreateTransportRequest", "}"), @r#"
    impl Write for CreateTransportRequest {
        #[inline]
        fn write(&self, w: &mut Writer) {
            w.object(&[
                ("protocol", &self.protocol),
                ("port", &self.port),
                ("verification", &self.verification),
            ]);
        }
    }
    "#);
    assert_snapshot!(emitted(path, "impl Checked for CreateTransportRequest", "}"), @r#"
    impl Checked for CreateTransportRequest {
        fn check(&self, c: &mut Check) {
            c.known("protocol", Some(&self.protocol));
            c.integer("port", Some(i128::from(self.port)), Some(0), Some(65535));
            c.known("verification", self.verification.as_ref());
        }
    }
    "#);
}

#[test]
fn a_model_without_anything_special_is_a_list_of_members() {
    let path = "src/models/update_transport_request.rs";
    assert_snapshot!(emitted(path, "members! {", "}"), @"
    crate::runtime::members::members! {
        crate::runtime; UpdateTransportRequest;
        port, verification,
    }
    ");
}

#[test]
fn an_operation_is_its_input_with_a_codec_both_ways() {
    let path = "src/operations/administration.rs";
    assert_snapshot!(emitted(path, "impl Operation for UpdateTransport ", "}"), @r#"
    impl Operation for UpdateTransport {
        const INFO: &'static Info = &Info {
            id: "updateTransport",
            method: Method::POST,
            path: "/transports/{id}",
            consumes: &["application/json"],
            success: &[Statuses::Status(200)],
            errors: &[Statuses::Range(4)],
            security: NEEDS_BEARER,
            ..Info::PLAIN
        };
        type Output = ();
        type Error = ();

        #[inline]
        fn encode(self, to: &mut Encoder) {
            to.path(&self.id, Style::Comma);
            to.json(&self.body);
        }
        fn decode_answer(_: Answer) -> Result<(), DecodeError> {
            Ok(())
        }
    }
    "#);
    assert_snapshot!(emitted(path, "impl Served for UpdateTransport ", "}"), @r#"
    impl Served for UpdateTransport {
        fn decode(from: &mut Decoder<'_>) -> Option<Self> {
            let id = from.path("id", Style::Comma);
            let body = from.json();
            let it = Self {
                id: id?,
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
    assert_snapshot!(emitted(path, "pub struct ListTenants ", "}"), @"
    pub struct ListTenants {
        /// Use the `filter` query parameter to retrieve just a subset of a collection.
        pub filter: Option<String>,
        /// Use the `search` query parameter to restrict the results of a request to match a search criterion.
        pub search: Option<String>,
        /// Use the `orderby` query parameter to specify the sort order of the items returned from server.
        /// The default order is ascending order.
        pub orderby: Option<String>,
        /// Use the `skip` query parameter to set the number of items to skip at the start of a collection.
        pub skip: Option<i32>,
        /// Use the `top` query parameter to specify the page size of the result set.
        pub top: Option<i32>,
    }
    ");
}

#[test]
fn a_call_has_a_method_and_setters() {
    let path = "src/client/administration.rs";
    assert_snapshot!(emitted(path, "pub fn update_transport(", "    }"), @"
    pub fn update_transport(
        &self,
        id: impl Into<String>,
        body: UpdateTransportRequest,
    ) -> Call<'_, UpdateTransport> {
        self.call(UpdateTransport::new(id, body))
    }
    ");
    assert_snapshot!(emitted(path, "pub fn filter(", "    }"), @"
    pub fn filter(mut self, value: impl Into<String>) -> Self {
        self.operation.filter = Some(value.into());
        self
    }
    ");
}

#[test]
fn a_server_has_a_method_and_a_route() {
    let path = "src/server/administration.rs";
    assert_snapshot!(emitted(path, "fn update_transport(", "    }"), @"
    fn update_transport(
        &self,
        cx: Context,
        request: UpdateTransport,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }
    ");
    assert_snapshot!(emitted(path, "request: UpdateTransport|", "        }),"), @"
    Route::new(api, |api, cx, request: UpdateTransport| {
        Box::pin(A::update_transport(api, cx, request))
    }),
    ");
}
