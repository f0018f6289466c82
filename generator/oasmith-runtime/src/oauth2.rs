//! Tokens by OAuth 2 (RFC 6749), from the token URL of a flow.
//!
//! Flows that a person takes part in end in a refresh token, which is where this begins.

use super::body::{Body, BoxError, BoxFuture};
use super::codec::{Json, Raw};
use super::param::escape;
use super::reader::{Fault, Reader};
use super::security::{Credential, basic};
use super::token::{Token, TokenSource};
use super::transport::Transport;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Method, StatusCode, Uri};
use reqwest::Url;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long the answer of a token URL may be.
const MAX_ANSWER: usize = 1 << 16;

/// How much of what a token URL says is repeated in a message, in characters.
const MAX_TOLD: usize = 300;

/// Gets tokens from a token URL, which may be relative to where a client has its API. A refresh token that comes with one gets the next. Never printed.
pub struct OAuth2 {
    token_url: String,
    /// What gets a token without a refresh token.
    grant: Vec<(&'static str, String)>,
    client: Option<Credential>,
    is_client_in_body: bool,
    parameters: Vec<(String, String)>,
    refresh_token: Mutex<Option<String>>,
}

impl OAuth2 {
    /// The client's own credentials (section 4.4).
    pub fn client_credentials(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        let grant = vec![("grant_type", "client_credentials".to_owned())];
        Self::new(token_url, grant).client(client_id, client_secret)
    }

    /// The password of a user (section 4.3).
    pub fn password(
        token_url: impl Into<String>,
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        let grant = vec![
            ("grant_type", "password".to_owned()),
            ("username", user.into()),
            ("password", password.into()),
        ];
        Self::new(token_url, grant)
    }

    /// A refresh token (section 6).
    pub fn refresh_token(token_url: impl Into<String>, token: impl Into<String>) -> Self {
        let it = Self::new(token_url, Vec::new());
        it.keep_refresh_token(Some(token.into()));
        it
    }

    fn new(token_url: impl Into<String>, grant: Vec<(&'static str, String)>) -> Self {
        Self {
            token_url: token_url.into(),
            grant,
            client: None,
            is_client_in_body: false,
            parameters: Vec::new(),
            refresh_token: Mutex::default(),
        }
    }

    /// Says which client asks. One without a secret has an empty one.
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.client = Some(Credential::basic(id, secret));
        self
    }

    /// Sends the client's id and secret in the body: for servers that do not take them in the header `Authorization`.
    pub fn client_in_body(mut self) -> Self {
        self.is_client_in_body = true;
        self
    }

    /// Sets what a token is asked for. What the server has in mind unless set.
    pub fn scopes<S: Into<String>>(self, scopes: impl IntoIterator<Item = S>) -> Self {
        let scopes: Vec<String> = scopes.into_iter().map(Into::into).collect();
        self.parameter("scope", scopes.join(" "))
    }

    /// Adds a parameter that the server asks for: `audience`, `resource`.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    fn keep_refresh_token(&self, token: Option<String>) {
        let kept = self.refresh_token.lock();
        *kept.unwrap_or_else(PoisonError::into_inner) = token;
    }

    async fn fetch(
        &self,
        transport: &dyn Transport,
        base: Option<&Uri>,
    ) -> Result<Token, BoxError> {
        let url = &self.url(base)?;
        let kept = self.refresh_token.lock();
        let kept = kept.unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(token) = kept {
            let grant = [
                ("grant_type", "refresh_token".to_owned()),
                ("refresh_token", token),
            ];
            match self.ask(transport, url, &grant).await {
                Err(error) if error.is::<Refused>() && !self.grant.is_empty() => {
                    self.keep_refresh_token(None);
                }
                asked => return asked,
            }
        }
        self.ask(transport, url, &self.grant).await
    }

    /// The token URL; a relative one is so to the URL of the API (RFC 3986, section 5.2).
    fn url(&self, base: Option<&Uri>) -> Result<Uri, BoxError> {
        let is_absolute = self.token_url.contains("://");
        match base.filter(|_| !is_absolute) {
            Some(base) => {
                let base = Url::parse(&base.to_string())?;
                Ok(base.join(&self.token_url)?.as_str().parse()?)
            }
            None if is_absolute => Ok(self.token_url.parse()?),
            None => Err("the token URL is relative, and nobody says to what".into()),
        }
    }

    async fn ask(
        &self,
        transport: &dyn Transport,
        url: &Uri,
        grant: &[(&'static str, String)],
    ) -> Result<Token, BoxError> {
        let mut request = self.request(grant)?;
        *request.uri_mut() = url.clone();
        let response = transport.send(request).await?;
        let status = response.status();
        let body = response.into_body().collect(MAX_ANSWER).await?;
        if status != StatusCode::OK {
            return Err(Refusal::read(&body).error(status));
        }
        // What is wrong with it is not repeated: it holds secrets.
        let granted = Granted::read(&body).ok_or("the token URL answers no token")?;
        if granted.refresh_token.is_some() {
            self.keep_refresh_token(granted.refresh_token);
        }
        let token = Token::bearer(granted.access_token);
        Ok(match granted.expires_in {
            Some(seconds) => token.expires_in(Duration::from_secs(seconds)),
            None => token,
        })
    }

    fn request(&self, grant: &[(&'static str, String)]) -> Result<http::Request<Body>, BoxError> {
        let mut form = String::new();
        let mut add = |name: &str, value: &str| {
            form.push_str(if form.is_empty() { "" } else { "&" });
            escape(name, &mut form);
            form.push('=');
            escape(value, &mut form);
        };
        grant.iter().for_each(|(name, value)| add(name, value));
        for (name, value) in &self.parameters {
            add(name, value);
        }
        let mut request = http::Request::new(Body::empty());
        let headers = request.headers_mut();
        // A client without a secret cannot prove itself: it only says its name (section 3.2.1).
        match &self.client {
            Some(client) if self.is_client_in_body || client.secret().is_empty() => {
                add("client_id", client.user());
                if !client.secret().is_empty() {
                    add("client_secret", client.secret());
                }
            }
            Some(client) => {
                let mut value = HeaderValue::from_str(&basic::encode(&escaped(client)))?;
                value.set_sensitive(true);
                headers.insert(AUTHORIZATION, value);
            }
            None => {}
        }
        let media = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, media);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        *request.method_mut() = Method::POST;
        *request.body_mut() = form.into();
        Ok(request)
    }
}

/// Section 2.3.1: id and secret are escaped before they are made a basic credential.
fn escaped(client: &Credential) -> Credential {
    let (mut id, mut secret) = (String::new(), String::new());
    escape(client.user(), &mut id);
    escape(client.secret(), &mut secret);
    Credential::basic(id, secret)
}

impl TokenSource for OAuth2 {
    fn token<'a>(&'a self, transport: &'a dyn Transport) -> BoxFuture<'a, Result<Token, BoxError>> {
        Box::pin(self.fetch(transport, None))
    }

    fn token_for<'a>(
        &'a self,
        transport: &'a dyn Transport,
        base: &'a Uri,
    ) -> BoxFuture<'a, Result<Token, BoxError>> {
        Box::pin(self.fetch(transport, Some(base)))
    }
}

impl std::fmt::Debug for OAuth2 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OAuth2")
            .field("token_url", &self.token_url)
            .finish_non_exhaustive()
    }
}

/// Calls `member` with each member of the object in `json`; what is wrong with it is not told.
fn members(
    json: &[u8],
    member: &mut dyn FnMut(&mut Reader<'_>, &str) -> Result<(), Fault>,
) -> Option<()> {
    let mut reader = Reader::new(json).ok()?;
    reader.object(member).ok()?;
    reader.finish().ok()
}

/// Section 5.1.
struct Granted {
    access_token: String,
    expires_in: Option<u64>,
    refresh_token: Option<String>,
}

impl Granted {
    fn read(json: &[u8]) -> Option<Self> {
        let (mut access_token, mut expires_in, mut refresh_token) = (None, None, None);
        members(json, &mut |r, name| match name {
            "access_token" => r.field(&mut access_token),
            "refresh_token" => r.field(&mut refresh_token),
            "expires_in" => {
                // Some write the number as a text.
                let value = Raw::read(r)?;
                let text = value.decode::<String>().ok();
                let written = text.and_then(|text| text.parse().ok());
                expires_in = written.or_else(|| value.decode().ok());
                Ok(())
            }
            _ => r.skip(),
        })?;
        Some(Self {
            access_token: access_token?,
            expires_in,
            refresh_token,
        })
    }
}

/// Section 5.2.
#[derive(Default)]
struct Refusal {
    error: Option<String>,
    description: Option<String>,
}

impl Refusal {
    fn read(json: &[u8]) -> Self {
        let mut it = Self::default();
        let read = members(json, &mut |r, name| match name {
            "error" => r.field(&mut it.error),
            "error_description" => r.field(&mut it.description),
            _ => r.skip(),
        });
        read.map(|()| it).unwrap_or_default()
    }

    fn error(self, status: StatusCode) -> BoxError {
        let told: Vec<String> = self.error.into_iter().chain(self.description).collect();
        let told: String = told.join(": ").chars().take(MAX_TOLD).collect();
        let told = told.replace(char::is_control, " ");
        match told.as_str() {
            "" => Box::new(Refused(format!("the token URL answers {status}"))),
            told => Box::new(Refused(format!("the token URL answers {status}: {told}"))),
        }
    }
}

/// The token URL has answered, and not with a token.
#[derive(Debug)]
struct Refused(String);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}
