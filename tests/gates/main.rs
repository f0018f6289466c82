//! Every way to prove who is calling, shown by the client and checked by the server, and methods of all kinds.

/// What the build script made of `gates.yaml`.
#[allow(dead_code, reason = "tests use parts of it")]
mod gates {
    include!(concat!(env!("OUT_DIR"), "/gates.rs"));
}

use gates::client::{Client, ClientBuilder};
use gates::operations::{AskOutput, Find};
use gates::runtime::server::{Context, Error, Principal};
use gates::server::{Authenticator, DefaultApi, router};

/// Lets in whoever says `secret`, by the name of what it was said to.
struct Doorman;

fn known(scheme: &str, secret: &str) -> Result<Principal, Error> {
    match secret {
        "secret" => Ok(Principal::new(scheme).with_scopes(["open"])),
        _ => Err(Error::unauthorized()),
    }
}

impl Authenticator for Doorman {
    async fn key(&self, key: &str) -> Result<Principal, Error> {
        known("key", key)
    }
    async fn ticket(&self, key: &str) -> Result<Principal, Error> {
        known("ticket", key)
    }
    async fn session(&self, key: &str) -> Result<Principal, Error> {
        known("session", key)
    }
    async fn user(&self, user: &str, password: &str) -> Result<Principal, Error> {
        known(user, password)
    }
    async fn bearer(&self, token: &str) -> Result<Principal, Error> {
        known("bearer", token)
    }
    async fn token(&self, token: &str) -> Result<Principal, Error> {
        known("token", token).map(|it| it.with_scopes(["open", "close"]))
    }
    async fn connect(&self, token: &str) -> Result<Principal, Error> {
        known("connect", token)
    }
    async fn digest(&self, key: &str) -> Result<Principal, Error> {
        known("digest", key.trim_start_matches("Digest "))
    }
}

struct Gates;

fn who(cx: &Context) -> Result<String, Error> {
    let subject = cx.principal.as_ref().map(|it| it.subject.clone());
    Ok(subject.unwrap_or_else(|| "nobody".to_owned()))
}

macro_rules! gates {
    ($($method:ident($input:ident)),*) => {
        $(async fn $method(&self, cx: Context, _: gates::operations::$input) -> Result<String, Error> {
            who(&cx)
        })*
    };
}

impl DefaultApi for Gates {
    gates! {
        by_key(ByKey), by_ticket(ByTicket), by_cookie(ByCookie), by_password(ByPassword), by_bearer(ByBearer),
        by_token(ByToken), by_connect(ByConnect), by_digest(ByDigest), by_both(ByBoth), by_either(ByEither),
        by_anybody(ByAnybody), by_certificate(ByCertificate), small_letters(SmallLetters)
    }
    async fn find(&self, _: Context, request: Find) -> Result<i64, Error> {
        Ok(request.body + 1)
    }
    async fn ask(&self, _: Context, _: gates::operations::Ask) -> Result<AskOutput, Error> {
        let mut output = AskOutput::new();
        output.x_count = Some(7);
        Ok(output)
    }
    async fn copy(&self, _: Context, _: gates::operations::Copy) -> Result<(), Error> {
        Ok(())
    }
}

async fn client(with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router(Gates, Doorman)).await });
    with(Client::builder(format!("http://{address}")))
        .build()
        .expect("a client")
}

/// Who came in, or the status.
macro_rules! came {
    ($client:ident: $($method:ident),*) => {
        [$(match $client.$method().await {
            Ok(it) => (stringify!($method), it.body),
            Err(error) => {
                let status = error.status().map(|it| it.as_u16());
                (stringify!($method), format!("{status:?}"))
            }
        }),*]
    };
}

fn all(builder: ClientBuilder) -> ClientBuilder {
    let builder = builder.key("secret").ticket("secret").session("secret");
    let builder = builder.user("anna", "secret").digest("Digest secret");
    builder.bearer("secret").token("secret").connect("secret")
}

#[tokio::test]
async fn each_credential_opens_what_it_is_for() {
    let client = client(all).await;
    let came = came!(client: by_key, by_ticket, by_cookie, by_password, by_bearer, by_token, by_connect, by_digest,
        by_both, by_either, by_anybody, by_certificate);
    let came = came.map(|(gate, who)| format!("{gate} {who}"));
    assert_eq!(
        came.join(", "),
        "by_key key, by_ticket ticket, by_cookie session, by_password anna, by_bearer bearer, by_token token, \
         by_connect connect, by_digest digest, by_both key, by_either anna, by_anybody key, by_certificate key"
    );
}

#[tokio::test]
async fn nobody_comes_in_without() {
    let client = client(|it| it).await;
    let came = came!(client: by_key, by_ticket, by_cookie, by_password, by_bearer, by_token, by_connect, by_digest,
        by_both, by_either, by_certificate);
    for (gate, who) in came {
        assert_eq!(who, "Some(401)", "{gate}");
    }
    assert_eq!(client.by_anybody().await.expect("an answer").body, "nobody");
}

#[tokio::test]
async fn what_is_required_together_is_not_met_by_a_part() {
    let key = client(|it| it.key("secret")).await;
    assert_eq!(
        came!(key: by_both, by_either),
        [
            ("by_both", "Some(401)".into()),
            ("by_either", "Some(401)".into())
        ]
    );
    let two = client(|it| it.ticket("secret").session("secret")).await;
    assert_eq!(came!(two: by_either), [("by_either", "ticket".into())]);
    let wrong = client(|it| it.key("wrong").ticket("secret")).await;
    assert_eq!(came!(wrong: by_both), [("by_both", "Some(401)".into())]);
    let poor = client(|it| it.connect("secret").token("")).await;
    assert_eq!(
        came!(poor: by_connect, by_token),
        [
            ("by_connect", "connect".into()),
            ("by_token", "Some(401)".into())
        ]
    );
}

#[tokio::test]
async fn methods_of_all_kinds_arrive() {
    let client = client(|it| it).await;
    assert_eq!(client.find(4).await.expect("an answer").body, 5);
    assert_eq!(client.ask().await.expect("an answer").body.x_count, Some(7));
    assert_eq!(client.copy().await.expect("an answer").status, 204);
    // RFC 9110, section 9.1: methods are case-sensitive, so this is none of its own.
    assert_eq!(
        client.small_letters().await.expect("an answer").body,
        "nobody"
    );
    let request = client.copy().request().expect("a request");
    assert_eq!(request.method().as_str(), "COPY");
}
