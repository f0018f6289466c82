//! A page that shows the document: Swagger UI, whose files are in the crate `utoipa-swagger-ui-vendored`.
//!
//! In: the document. Out: what is served for the page. The page is the same for every API and gets the document as data,
//! so no word of it is ever HTML or a script; nothing comes from anywhere else, and a policy has browsers see to that.

use super::operation::Answer;
use super::options::{Beside, Options};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use std::borrow::Cow;
use std::sync::Arc;
use utoipa_swagger_ui::Config;

/// The files of the page, of those that there are; the first is the page itself.
const FILES: [(&str, &str); 10] = [
    ("/docs/", HTML),
    ("/docs/favicon-16x16.png", "image/png"),
    ("/docs/favicon-32x32.png", "image/png"),
    ("/docs/index.css", CSS),
    ("/docs/oauth2-redirect.html", HTML),
    ("/docs/oauth2-redirect.js", SCRIPT),
    ("/docs/swagger-initializer.js", SCRIPT),
    ("/docs/swagger-ui-bundle.js", SCRIPT),
    ("/docs/swagger-ui-standalone-preset.js", SCRIPT),
    ("/docs/swagger-ui.css", CSS),
];

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// What the page may do: its own scripts, and calls to its own origin. Pictures that a document shows from elsewhere
/// would tell that somebody reads it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

impl Options {
    /// Serves this document at `/openapi.json` and a page that shows it at `/docs/`, behind the base path, to everybody.
    /// What is tried out on the page goes to its own origin only.
    pub fn docs(self, json: &'static str) -> Self {
        let mut it = self.document(json).beside("/docs", Arc::new(moved));
        // Relative, so that the page works wherever the router is nested.
        let config = Config::new(["../openapi.json"]).validator_url("none");
        let config = Arc::new(config);
        for (path, media) in FILES {
            it = it.beside(path, file(path, media, &config));
        }
        it
    }
}

/// RFC 9110, section 15.4.9. The names in the page are relative to the folder.
fn moved() -> Answer {
    let mut answer = Answer::empty(StatusCode::PERMANENT_REDIRECT.as_u16());
    let place = HeaderValue::from_static("docs/");
    answer.headers.insert(header::LOCATION, place);
    answer
}

fn file(path: &str, media: &'static str, config: &Arc<Config<'static>>) -> Beside {
    let name = path.strip_prefix("/docs/").unwrap_or(path);
    let found = utoipa_swagger_ui::serve(name, config.clone());
    let bytes = found.ok().flatten().map(|it| match it.bytes {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    });
    Arc::new(move || {
        let Some(bytes) = bytes.clone() else {
            return Answer::empty(StatusCode::NOT_FOUND.as_u16());
        };
        let mut answer = Answer::stream(200, media, bytes.into());
        for (name, value) in [
            (header::CONTENT_SECURITY_POLICY, POLICY),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
        ] {
            answer.headers.insert(name, HeaderValue::from_static(value));
        }
        answer
    })
}
