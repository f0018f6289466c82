//! From a table of operations to a router.
//!
//! axum finds the path; which of the operations at one path it is, is decided here, since templates may differ by what
//! axum does not match on (`/files/{name}` and `/files/{name}.json`), and by the names of their places.

use super::admission::{authenticate, receive, unacceptable};
use super::body::{Body, BoxFuture};
use super::operation::{self, Answer, Info, Operation};
use super::problem::Problem;
use super::server::{Auth, Context, Error};
use super::template::{
    Piece, capture, capture_path, fragment_fit, has_places, path_and_query, pieces, push_literal,
};
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderValue, Method, StatusCode, header};
use std::any::Any;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::Poll;

type Run = dyn Fn(Context, Body) -> BoxFuture<'static, Answer> + Send + Sync;

/// Answers the operation `O`, with what an `A` holds.
pub type Handler<A, O> =
    for<'a> fn(&'a A, Context, O) -> BoxFuture<'a, Result<<O as Operation>::Output, Error>>;

/// An operation, and what answers it.
pub struct Route {
    info: &'static Info,
    run: Box<Run>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Route({} {})", self.info.method, self.info.path)
    }
}

impl Route {
    /// `call` answers the operation `O`, with what `api` holds.
    pub fn new<A, O>(api: &Arc<A>, call: Handler<A, O>) -> Self
    where
        A: Send + Sync + 'static,
        O: Operation,
    {
        let api = api.clone();
        let run = move |cx: Context, body: Body| match operation::decode::<O>(&cx.parts, body) {
            Ok(operation) => {
                Box::pin(handle(api.clone(), call, cx, operation)) as BoxFuture<'static, Answer>
            }
            Err(problem) => Box::pin(std::future::ready(Answer::problem(*problem))),
        };
        Self {
            info: O::INFO,
            run: Box::new(run),
        }
    }
}

/// Keeps what a handler borrows for as long as it is at work.
async fn handle<A, O: Operation>(
    api: Arc<A>,
    call: Handler<A, O>,
    cx: Context,
    operation: O,
) -> Answer {
    match call(&api, cx, operation).await {
        Ok(output) => O::encode_answer(output),
        Err(error) => error.into_answer(),
    }
}

/// A router for `routes`, whose paths begin after `base`. Everything that is not there is 404.
pub fn router(base: &str, routes: Vec<Route>, auth: Option<Auth>) -> axum::Router {
    let base = base.trim_matches('/');
    let mut places: BTreeMap<String, Vec<Route>> = BTreeMap::new();
    for route in routes {
        places
            .entry(pattern(base, route.info.path))
            .or_default()
            .push(route);
    }
    let mut router = axum::Router::new();
    for (pattern, mut routes) in places {
        // The template that says more goes first.
        routes.sort_by_key(|route| Reverse(literals(route.info.path)));
        let place = Arc::new(Place {
            routes,
            auth: auth.clone(),
        });
        let handler = move |request: Request| {
            let place = place.clone();
            Box::pin(async move { respond(place.answer(request).await) })
                as BoxFuture<'static, Response>
        };
        router = router.route(&pattern, axum::routing::any(handler));
    }
    router.fallback(|| async { respond(refusal(StatusCode::NOT_FOUND)) })
}

/// The pattern for axum. Places are named by where they are: axum wants one name for one place.
fn pattern(base: &str, template: &'static str) -> String {
    let mut out = String::new();
    if !base.is_empty() {
        out.push('/');
        push_literal(base, &mut out);
    }
    let path = path_and_query(template).0.trim_start_matches('/');
    for (index, segment) in path.split('/').enumerate() {
        out.push('/');
        // axum takes `:` and `*` at the start of a segment for a mistake: here they match like anything.
        if has_places(segment) || segment.starts_with([':', '*']) {
            out.push_str(&format!("{{p{index}}}"));
        } else {
            push_literal(segment, &mut out);
        }
    }
    out
}

/// How much a template says: of the path, and of the query.
fn literals(template: &'static str) -> (usize, usize) {
    let (path, query) = path_and_query(template);
    let length = |part| {
        let lengths = pieces(part).into_iter().map(|piece| match piece {
            Piece::Literal(literal) => literal.len(),
            Piece::Place(_) => 0,
        });
        lengths.sum()
    };
    (length(path), length(query))
}

/// The operations that axum finds at one pattern.
struct Place {
    routes: Vec<Route>,
    auth: Option<Auth>,
}

impl Place {
    async fn answer(&self, request: Request) -> Answer {
        let routes = self.at(request.uri().path());
        let method = request.method();
        if routes.is_empty() {
            return refusal(StatusCode::NOT_FOUND);
        }
        if let Some(route) = choose(&routes, method, &request) {
            return self.run(route, request).await;
        }
        if *method == Method::HEAD
            && let Some(route) = choose(&routes, &Method::GET, &request)
        {
            // RFC 9110, section 9.3.2: HEAD is GET without the content.
            return headers_only(self.run(route, request).await);
        }
        match routes.iter().any(|it| it.info.method == *method) {
            true => refusal(StatusCode::NOT_FOUND),
            false => not_allowed(&routes),
        }
    }

    /// The operations at a path: those whose templates say most of it.
    fn at(&self, path: &str) -> Vec<&Route> {
        let fits = |it: &&Route| capture_path(it.info.path, path).is_some();
        let Some(first) = self.routes.iter().find(fits) else {
            return Vec::new();
        };
        let most = literals(first.info.path).0;
        let here = |it: &&Route| literals(it.info.path).0 == most && fits(it);
        self.routes.iter().filter(here).collect()
    }

    async fn run(&self, route: &Route, request: Request) -> Answer {
        let handled = self.handle(route, request);
        let mut handled = Box::pin(handled) as BoxFuture<'_, Answer>;
        let caught = poll_fn(|cx| {
            // The future is dropped after a panic, whatever state it is in.
            match catch_unwind(AssertUnwindSafe(|| handled.as_mut().poll(cx))) {
                Ok(poll) => poll.map(Ok),
                Err(panic) => Poll::Ready(Err(panic)),
            }
        });
        caught.await.unwrap_or_else(|_: Box<dyn Any + Send>| {
            // The panic hook has told the operator; a caller is told nothing.
            refusal(StatusCode::INTERNAL_SERVER_ERROR)
        })
    }

    async fn handle(&self, route: &Route, request: Request) -> Answer {
        let (mut parts, body) = request.into_parts();
        hide(&mut parts.headers);
        let principal = match authenticate(route.info, self.auth.as_ref(), &parts).await {
            Ok(principal) => principal,
            Err(refused) => return refused,
        };
        if let Some(refused) = unacceptable(route.info, &parts) {
            return refused;
        }
        match receive(route.info, &parts, body).await {
            Ok(body) => (route.run)(Context::new(principal, parts), body).await,
            Err(refused) => refused,
        }
    }
}

/// Of the operations at a path, the one that is meant. Those that say more of the query go first.
fn choose<'r>(routes: &[&'r Route], method: &Method, request: &Request) -> Option<&'r Route> {
    let (path, query) = (
        request.uri().path(),
        request.uri().query().unwrap_or_default(),
    );
    let fits =
        |it: &&&Route| it.info.method == *method && capture(it.info.path, path, query).is_some();
    routes
        .iter()
        .filter(fits)
        .min_by_key(|it| Reverse(fragment_fit(it.info.path, query, request.headers())))
        .copied()
}

/// Keeps credentials out of whatever prints headers.
fn hide(headers: &mut http::HeaderMap) {
    for name in [header::AUTHORIZATION, header::COOKIE] {
        if let header::Entry::Occupied(mut entry) = headers.entry(name) {
            entry.iter_mut().for_each(|value| value.set_sensitive(true));
        }
    }
}

fn headers_only(mut answer: Answer) -> Answer {
    if let Some(bytes) = answer.body.as_bytes() {
        answer
            .headers
            .insert(header::CONTENT_LENGTH, bytes.len().into());
    }
    answer.body = Body::empty();
    answer
}

fn not_allowed(routes: &[&Route]) -> Answer {
    let mut methods: Vec<&str> = routes.iter().map(|it| it.info.method.as_str()).collect();
    if methods.contains(&"GET") && !methods.contains(&"HEAD") {
        methods.push("HEAD");
    }
    let mut answer = refusal(StatusCode::METHOD_NOT_ALLOWED);
    if let Ok(methods) = HeaderValue::from_str(&methods.join(", ")) {
        answer.headers.insert(header::ALLOW, methods);
    }
    answer
}

fn refusal(status: StatusCode) -> Answer {
    Answer::problem(Problem::new(status))
}

fn respond(answer: Answer) -> Response {
    let mut response = Response::new(to_axum(answer.body));
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    response
}

/// The same body for axum.
pub(super) fn to_axum(body: Body) -> axum::body::Body {
    match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        None => axum::body::Body::from_stream(body),
    }
}
