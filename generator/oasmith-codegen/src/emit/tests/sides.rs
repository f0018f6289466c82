use super::everything::everything;
use super::sample::*;
use super::{file, item};
use crate::ir::*;
use insta::assert_snapshot;

fn cats() -> Api {
    let list = Method {
        docs: docs("List cats."),
        params: vec![param("top", Place::Query, Type::I32)],
        output: Output::Plain(answer(
            200,
            Content::Json(Type::List(Box::new(Type::Named(TypeId(0))))),
        )),
        ..method("list_cats", "ListCats", "GET", "/cats")
    };
    let show = Method {
        params: vec![param("id", Place::Path, Type::String)],
        ..method("show_cat", "ShowCat", "GET", "/cats/{id}")
    };
    api(
        vec![model("Cat", "cat", vec![field("name", Type::String)])],
        vec![list, show],
    )
}

#[test]
fn the_client_takes_what_is_required_and_calls_take_the_rest() {
    assert_snapshot!(file(&cats(), "src/client/cats.rs"), @r#"
    //! Calls of operations tagged CATS.

    use crate::operations::{ListCats, ShowCat};
    use crate::runtime::client::{Call, Client};

    impl Client {
        /// List cats.
        ///
        /// ```ignore
        /// let answer = client.list_cats().top(50).await?;
        /// ```
        pub fn list_cats(&self) -> Call<'_, ListCats> {
            self.call(ListCats::default())
        }

        /// `GET /cats/{id}`
        ///
        /// ```ignore
        /// client.show_cat("id").await?;
        /// ```
        pub fn show_cat(&self, id: impl Into<String>) -> Call<'_, ShowCat> {
            self.call(ShowCat::new(id))
        }
    }

    impl Call<'_, ListCats> {
        /// Sets `top`.
        pub fn top(mut self, value: i32) -> Self {
            self.operation.top = Some(value);
            self
        }
    }
    "#);
}

#[test]
fn the_server_has_a_trait_and_its_routes() {
    assert_snapshot!(file(&cats(), "src/server/cats.rs"), @"
    //! The server's side of operations tagged CATS.

    use crate::models::Cat;
    use crate::operations::{ListCats, ShowCat};
    use crate::runtime::server::{Context, Error, Route};
    use std::sync::Arc;

    /// Operations tagged CATS.
    ///
    /// Implement what you serve; the rest answers 501.
    #[allow(unused_variables)]
    pub trait CatsApi: Send + Sync + 'static {
        /// List cats.
        fn list_cats(
            &self,
            cx: Context,
            request: ListCats,
        ) -> impl Future<Output = Result<Vec<Cat>, Error>> + Send {
            async { Err(Error::not_implemented()) }
        }

        /// `GET /cats/{id}`
        fn show_cat(
            &self,
            cx: Context,
            request: ShowCat,
        ) -> impl Future<Output = Result<(), Error>> + Send {
            async { Err(Error::not_implemented()) }
        }
    }

    /// The operations of this file.
    pub(crate) fn routes<A: CatsApi>(api: &Arc<A>) -> Vec<Route> {
        vec![
            Route::new(api, |api, cx, request: ListCats| {
                Box::pin(A::list_cats(api, cx, request))
            }),
            Route::new(api, |api, cx, request: ShowCat| {
                Box::pin(A::show_cat(api, cx, request))
            }),
        ]
    }
    ");
}

#[test]
fn routers_ask_the_authenticator() {
    assert_snapshot!(file(&cats(), "src/server/mod.rs"), @r#"
    //! The server: traits to implement, and a router for what does.

    mod cats;

    use crate::runtime::server::Auth;
    pub use crate::runtime::server::{Context, Error, IntoProblem, Options, Principal};
    pub use cats::CatsApi;
    use std::sync::Arc;

    /// Decides who is calling. Asked before any handler of an operation that requires credentials.
    pub trait Authenticator: Send + Sync + 'static {
        /// Who a credential for `bearerAuth` stands for.
        fn bearer_auth(&self, token: &str) -> impl Future<Output = Result<Principal, Error>> + Send;
    }

    fn auth(authenticator: impl Authenticator) -> Auth {
        let authenticator = Arc::new(authenticator);
        Arc::new(move |scheme, credential| {
            let authenticator = authenticator.clone();
            Box::pin(async move {
                match scheme.name {
                    "bearerAuth" => authenticator.bearer_auth(credential.secret()).await,
                    _ => Err(Error::unauthorized()),
                }
            })
        })
    }

    /// The document that this is made from, for [`Options::document`].
    pub const DOCUMENT: &str = include_str!("../../openapi.json");

    /// A router for everything, under `/`, as the document has it.
    pub fn router<A>(api: A, authenticator: impl Authenticator) -> axum::Router
    where
        A: CatsApi,
    {
        router_with(api, authenticator, Options::new())
    }

    /// A router for everything, with a base path, limits or layers of your own.
    pub fn router_with<A>(api: A, authenticator: impl Authenticator, options: Options) -> axum::Router
    where
        A: CatsApi,
    {
        let api = Arc::new(api);
        let routes = cats::routes(&api);
        crate::runtime::server::router(
            "/",
            routes,
            Some(auth(authenticator)),
            options.declared(DOCUMENT),
        )
    }
    "#);
}

#[test]
fn no_credentials_no_authenticator() {
    let mut it = cats();
    it.groups[0]
        .methods
        .iter_mut()
        .for_each(|it| it.security.clear());
    assert_snapshot!(item(&it, "src/server/mod.rs", "pub fn router_with"), @r#"
    /// A router for everything, with a base path, limits or layers of your own.
    pub fn router_with<A>(api: A, options: Options) -> axum::Router
    where
        A: CatsApi,
    {
        let api = Arc::new(api);
        let routes = cats::routes(&api);
        crate::runtime::server::router("/", routes, None, options.declared(DOCUMENT))
    }
    "#);
}

#[test]
fn servers_have_typed_variables() {
    let it = everything();
    assert_snapshot!(item(&it, "src/servers.rs", "impl Default for Server"), @r#"
    impl Default for Server {
        fn default() -> Self {
            Self {
                protocol: Protocol::Https,
                hostname: "HOSTNAME".to_owned(),
                port: "8887".to_owned(),
            }
        }
    }
    "#);
    assert_snapshot!(item(&it, "src/servers.rs", "impl Server"), @r#"
    impl Server {
        /// Sets `protocol`; `https` unless set.
        pub fn protocol(mut self, value: Protocol) -> Self {
            self.protocol = value;
            self
        }
        /// Sets `hostname`; `HOSTNAME` unless set.
        pub fn hostname(mut self, value: impl Into<String>) -> Self {
            self.hostname = value.into();
            self
        }
        /// Sets `port`; `8887` unless set.
        pub fn port(mut self, value: impl Into<String>) -> Self {
            self.port = value.into();
            self
        }
        /// The URL.
        pub fn url(&self) -> String {
            format!(
                "{}://{}:{}/api",
                OpenEnum::as_str(&self.protocol),
                self.hostname,
                self.port
            )
        }
    }
    "#);
}

#[test]
fn requirements_are_named_once() {
    let text = file(&everything(), "src/security.rs");
    let at = text.find("/// `key`").unwrap_or_default();
    assert_snapshot!(&text[at..], @r#"
    /// `key`.
    pub static KEY: Scheme = Scheme {
        name: "key",
        kind: SchemeKind::Query("api_key"),
    };

    pub(crate) const NEEDS_BEARER_AUTH: &[&[Requirement]] = &[&[Requirement {
        scheme: &BEARER_AUTH,
        scopes: &[],
    }]];
    pub(crate) const NEEDS_USER_AND_KEY_OR_NOTHING: &[&[Requirement]] = &[
        &[
            Requirement {
                scheme: &USER,
                scopes: &[],
            },
            Requirement {
                scheme: &KEY,
                scopes: &["write"],
            },
        ],
        &[],
    ];
    "#);
}

#[test]
fn a_flow_is_where_tokens_come_from() {
    let mut api = everything();
    let flow = |kind| Flow {
        kind,
        token_url: "https://id.example.com/\"token".to_owned(),
        scopes: vec!["read:cats".to_owned(), "write:cats".to_owned()],
    };
    let kinds = [FlowKind::ClientCredentials, FlowKind::RefreshToken];
    api.schemes[0].flows = kinds.map(flow).to_vec();
    let text = file(&api, "src/security.rs");
    let at = text.find("/// Tokens").unwrap_or_default();
    let end = text.find("pub(crate) const").unwrap_or_default();
    assert_snapshot!(&text[at..end], @r#"
    /// Tokens for `bearerAuth` by the client's credentials, for the builder's `token_source`.
    /// Scopes: read:cats, write:cats.
    #[cfg(feature = "client")]
    pub fn bearer_auth_client_credentials(
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> OAuth2 {
        OAuth2::client_credentials("https://id.example.com/\"token", client_id, client_secret)
    }

    /// Tokens for `bearerAuth` by a refresh token, for the builder's `token_source`.
    /// Scopes: read:cats, write:cats.
    #[cfg(feature = "client")]
    pub fn bearer_auth_refresh_token(token: impl Into<String>) -> OAuth2 {
        OAuth2::refresh_token("https://id.example.com/\"token", token)
    }
    "#);
    api.schemes[0].name = name("self_");
    assert!(file(&api, "src/security.rs").contains("pub fn self_refresh_token("));
    assert!(file(&api, "src/runtime/mod.rs").contains("mod oauth2"));
    assert!(!file(&everything(), "src/runtime/mod.rs").contains("mod oauth2"));
}

/// Cats that are born, and a callback of `list_cats`.
fn told() -> Api {
    let mut it = cats();
    let born = Method {
        params: vec![param("late", Place::Query, Type::Bool)],
        ..method("cat_born", "CatBorn", "POST", "/cat-born")
    };
    let pieces = vec![
        AddressPiece::Param {
            field: name("top"),
            required: false,
        },
        AddressPiece::Text("/born".to_owned()),
    ];
    it.groups.push(Group {
        tag: "callbacks".to_owned(),
        shared: "tagged callbacks".to_owned(),
        module: name("callbacks"),
        trait_name: name("CallbacksApi"),
        docs: Docs::default(),
        is_received: true,
        addresses: vec![Address {
            owner: name("ListCats"),
            method: name("cat_born"),
            key: "{$request.query.top}/born".to_owned(),
            pieces,
        }],
        methods: vec![born],
    });
    it
}

#[test]
fn what_the_api_sends_is_apart_from_its_client() {
    assert_snapshot!(file(&told(), "src/sender/callbacks.rs"), @r#"
    //! Sends callbacks.

    use crate::operations::{CatBorn, ListCats};
    use crate::runtime::address::Address;
    use crate::runtime::client::Call;
    use crate::runtime::sender::Receiver;

    impl Receiver {
        /// `POST /cat-born`
        ///
        /// ```ignore
        /// sender.to(url)?.cat_born().await?;
        /// ```
        pub fn cat_born(&self) -> Call<'_, CatBorn> {
            self.call(CatBorn::default())
        }
    }

    impl Call<'_, CatBorn> {
        /// Sets `late`.
        pub fn late(mut self, value: bool) -> Self {
            self.operation.late = Some(value);
            self
        }
    }

    impl ListCats {
        /// Where `cat_born` goes, if this request says so: `{$request.query.top}/born`.
        pub fn cat_born_url(&self) -> Option<String> {
            Address::new()
                .param(self.top.as_ref())
                .text("/born")
                .finish()
        }
    }
    "#);
    assert!(!file(&told(), "src/client/mod.rs").contains("callbacks"));
}

#[test]
fn where_a_callback_goes_is_found_in_a_body_that_is_one_of_several() {
    let mut it = told();
    let groups = it.groups.iter_mut();
    for address in groups.flat_map(|it| &mut it.addresses) {
        address.pieces = vec![AddressPiece::Member {
            field: name("body"),
            required: false,
            among: Some(Among {
                name: name("ListCatsBody"),
                variants: vec![(name("Json"), true), (name("Bytes"), false)],
            }),
            pointer: "/url".to_owned(),
        }];
    }
    let file = file(&it, "src/sender/callbacks.rs");
    let found = file.split_once("Option<String> {").unwrap_or_default();
    assert_snapshot!(found.1, @r#"
            let body = match &self.body {
                Some(ListCatsBody::Json(body)) => Some(Raw::of(body)),
                Some(ListCatsBody::Bytes(_)) => None,
                None => None,
            };
            Address::new().member(body.as_ref(), "/url").finish()
        }
    }
    "#);
}

#[test]
fn nothing_is_sent_by_those_who_only_call_or_only_serve() {
    for (client, server) in [(true, false), (false, true)] {
        let mut it = told();
        it.targets = Targets {
            client,
            server,
            mock: false,
            docs: false,
        };
        let files = crate::generate(&it, crate::Shape::Crate, "{}");
        assert!(files.iter().all(|(path, _)| !path.contains("sender")));
    }
}

#[test]
fn no_feature_is_asked_for_that_the_package_does_not_have() {
    for (client, server, other) in [(true, false, "server"), (false, true, "client")] {
        let mut it = everything();
        it.targets = Targets {
            client,
            server,
            mock: false,
            docs: false,
        };
        let asked = format!("feature = \"{other}\"");
        for (path, text) in crate::generate(&it, crate::Shape::Crate, "{}").iter() {
            assert!(!path.ends_with(".rs") || !text.contains(&asked), "{path}");
        }
    }
}
