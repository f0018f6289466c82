//! From a table of operations to a router.
//!
//! axum finds the path, `choice` which of the operations at one path it is; here is what happens to a request then.

use super::admission::{
    authenticate, check_accepted, check_headers, check_made, has_none, is_of, receive,
};
use super::body::{Body, BoxFuture};
use super::capture::capture_path;
use super::choice::{
    Missing, allowed, chosen, is_also_at, is_whole, literals, not_allowed, pattern, within,
};
use super::declared::Declared;
use super::limits::in_time;
use super::operation::{Answer, Info, Operation};
use super::options::{Limits, Options, Problems};
use super::problem::Problem;
use super::security::SchemeKind;
use super::served::{self, Base, Served};
use super::server::{Auth, Context, Error};
use super::template::path_and_query;
use axum::body::HttpBody;
use axum::extract::Request;
use axum::response::Response;
use axum::routing::{MethodRouter, any};
use http::{HeaderName, Method, StatusCode, header};
use std::any::Any;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use tower_service::Service;

/// What an operation comes to.
type Outcome = Result<Answer, Error>;

type Run = dyn Fn(Context, Body) -> BoxFuture<'static, Outcome> + Send + Sync;

/// What a request comes to.
type Answering = BoxFuture<'static, Result<Response, Infallible>>;

/// Answers the operation `O`, with what an `A` holds.
pub type Handler<A, O> =
    for<'a> fn(&'a A, Context, O) -> BoxFuture<'a, Result<<O as Operation>::Output, Error>>;

/// An operation, and what answers it.
pub struct Route {
    info: &'static Info,
    /// Media types of bodies that are not read.
    unread: Vec<String>,
    /// The body is handed on as it comes.
    uploads: bool,
    run: Box<Run>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Route({} {})", self.info.verb(), self.info.path)
    }
}

impl Route {
    /// `call` answers the operation `O`, with what `api` holds.
    pub fn new<A, O>(api: &Arc<A>, call: Handler<A, O>) -> Self
    where
        A: Send + Sync + 'static,
        O: Served,
    {
        let api = api.clone();
        let run = move |cx: Context, body: Body| match served::decode::<O>(&cx.parts, body) {
            Ok(operation) => {
                Box::pin(handle(api.clone(), call, cx, operation)) as BoxFuture<'static, Outcome>
            }
            Err(problem) => Box::pin(std::future::ready(Err(Error::from(*problem)))),
        };
        Self {
            info: O::INFO,
            unread: Vec::new(),
            uploads: O::INFO.uploads,
            run: Box::new(run),
        }
    }
}

impl Route {
    /// Has requests checked for the operation `O`; `answer` answers those that are right, by their bytes. Of a body that
    /// is a stream there are none. Requests with a body of a media type in `unread` are right.
    pub fn checked<O: Served>(
        unread: Vec<String>,
        answer: impl Fn(&http::request::Parts, &[u8]) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let kept = unread.clone();
        let run = move |cx: Context, body: Body| {
            let bytes = body.as_bytes().cloned().unwrap_or_default();
            let is_right = match is_of(&kept, &cx.parts) {
                true => None,
                false => served::decode::<O>(&cx.parts, body).err(),
            };
            let outcome = match is_right {
                None => Ok(answer(&cx.parts, &bytes)),
                Some(problem) => Err(Error::from(*problem)),
            };
            Box::pin(std::future::ready(outcome)) as BoxFuture<'static, Outcome>
        };
        Self {
            info: O::INFO,
            unread,
            // Nobody reads a form after it was checked, so it is read for that.
            uploads: O::INFO.uploads && !consumes_forms(O::INFO),
            run: Box::new(run),
        }
    }
}

fn consumes_forms(info: &Info) -> bool {
    let mut media = info.consumes.iter();
    media.any(|it| it.starts_with("multipart/"))
}

/// Keeps what a handler borrows for as long as it is at work.
async fn handle<A, O: Served>(
    api: Arc<A>,
    call: Handler<A, O>,
    cx: Context,
    operation: O,
) -> Outcome {
    call(&api, cx, operation).await.map(O::encode_answer)
}

/// A router for `routes`, whose paths begin after `base` unless `options` say otherwise. Everything that is not there is
/// 404, by a fallback: `reset_fallback` before `merge` with another such router.
pub fn router(
    base: &str,
    routes: Vec<Route>,
    auth: Option<Auth>,
    mut options: Options,
) -> axum::Router {
    let told_base = options.base.take();
    let base = told_base.as_deref().unwrap_or(base).trim_matches('/');
    let shared = Arc::new(Shared {
        auth,
        limits: options.limits,
        problems: options.problems.take(),
        base: Base(base.split('/').filter(|it| !it.is_empty()).count()),
        declared: options
            .declared
            .filter(|_| options.checks_answers)
            .map(Declared::new),
    });
    let own = |it: &Route| pattern(base, it.info.path, it.info.wide);
    let mut wide: Vec<String> = routes
        .iter()
        .filter(|it| !it.info.wide.is_empty())
        .map(own)
        .collect();
    wide.sort_by_key(String::len);
    wide.dedup();
    let mut places: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    for route in routes {
        let own = own(&route);
        let pattern = within(&own, &wide).to_owned();
        let mut placed = Placed::new(route, &shared, &mut options);
        placed.by_method = own == pattern && is_whole(placed.route.info);
        // axum does not go on to another pattern: what begins alike is found there as well.
        for other in wide
            .iter()
            .filter(|it| **it != pattern && is_also_at(&own, it))
        {
            let there = Placed {
                by_method: false,
                ..placed.clone()
            };
            places.entry(other.clone()).or_default().push(there);
        }
        places.entry(pattern).or_default().push(placed);
    }
    let mut router = axum::Router::new();
    for (path, answer) in options.beside {
        let pattern = pattern(base, path, &[]);
        if !places.contains_key(&pattern) {
            let told = move || std::future::ready(respond(answer(), &Method::GET));
            router = router.route(&pattern, axum::routing::get(told));
        }
    }
    for (pattern, mut routes) in places {
        // The template that says more goes first.
        routes.sort_by_key(|it| {
            (
                Reverse(literals(it.route.info.path)),
                it.route.info.wide.len(),
            )
        });
        router = router.route_service(&pattern, Place::new(routes, &shared));
    }
    router.fallback(move |request: Request| {
        let refused = shared.refuse(request, Error::not_found());
        std::future::ready(refused)
    })
}

/// What all operations of a router have in common.
struct Shared {
    auth: Option<Auth>,
    limits: Limits,
    problems: Option<Problems>,
    base: Base,
    declared: Option<Declared>,
}

impl Shared {
    /// An outcome, or what is wrong with its answer.
    fn held(&self, info: &Info, outcome: Outcome) -> Outcome {
        let answer = match &outcome {
            Ok(answer) => Some(answer),
            Err(error) => error.as_answer(),
        };
        let wrong = match (&self.declared, answer) {
            (Some(declared), Some(answer)) => declared.wrong(info, answer),
            _ => Vec::new(),
        };
        if wrong.is_empty() {
            return outcome;
        }
        let problem = Problem::new(StatusCode::INTERNAL_SERVER_ERROR)
            .detail("the answer is not what the document declares")
            .errors(wrong);
        Err(problem.into())
    }

    /// The answer to a request that goes no further.
    fn refuse(&self, request: Request, error: Error) -> Response {
        let cx = Context::new(None, request.into_parts().0);
        respond(self.tell(&cx, error), &cx.parts.method)
    }

    fn tell(&self, cx: &Context, error: Error) -> Answer {
        error.into_answer(|problem| match &self.problems {
            Some(problems) => problems(cx, problem),
            None => Answer::problem(problem),
        })
    }

    async fn handle(&self, route: &Route, mut cx: Context, body: axum::body::Body) -> Outcome {
        let limits = &self.limits;
        check_headers(limits, &cx.parts)?;
        cx.principal = authenticate(route.info, self.auth.as_ref(), &cx.parts).await?;
        check_accepted(route.info, &cx.parts)?;
        let body = match is_of(&route.unread, &cx.parts) || has_none(route.info, &body) {
            true => Body::empty(),
            // In a box, so that a request without a body does not carry the room for one about.
            false => Box::pin(receive(route.info, route.uploads, limits, &cx.parts, body)).await?,
        };
        let parts = cx.parts.clone();
        let answered = in_time(limits.handler_time, (route.run)(cx, body)).await;
        match answered {
            Some(outcome) => check_made(route.info, &parts, self.held(route.info, outcome)),
            None => Err(Error::status(StatusCode::SERVICE_UNAVAILABLE)),
        }
    }
}

/// A route, and the layers around it.
#[derive(Clone)]
struct Placed {
    route: Arc<Route>,
    /// axum's pattern says all that its template does.
    by_method: bool,
    layered: Option<MethodRouter>,
}

impl Placed {
    fn new(route: Route, shared: &Arc<Shared>, options: &mut Options) -> Self {
        let route = Arc::new(route);
        let id = route.info.id;
        let (mine, rest) = std::mem::take(&mut options.layers)
            .into_iter()
            .partition::<Vec<_>, _>(|(of, _)| *of == id);
        options.layers = rest;
        let layered = (!mine.is_empty()).then(|| {
            let (route, shared) = (route.clone(), shared.clone());
            let inner = any(move |request: Request| {
                Box::pin(serve(shared.clone(), route.clone(), request)) as Answering
            });
            mine.into_iter().fold(inner, |it, (_, layer)| layer(it))
        });
        Self {
            route,
            by_method: false,
            layered,
        }
    }
}

/// Everything that happens to a request, once it is clear which operation it is for.
async fn serve(
    shared: Arc<Shared>,
    route: Arc<Route>,
    request: Request,
) -> Result<Response, Infallible> {
    let (mut parts, body) = request.into_parts();
    if !route.info.wide.is_empty() {
        parts.extensions.insert(shared.base);
    }
    hide(&mut parts.headers, route.info);
    let mut cx = Context::new(None, parts);
    cx.operation = Some(route.info);
    let mut handled = pin!(shared.handle(&route, cx.clone(), body));
    let caught = poll_fn(|cx| {
        // The future is not polled again after a panic, whatever state it is in.
        match catch_unwind(AssertUnwindSafe(|| handled.as_mut().poll(cx))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    });
    // The panic hook has told the operator; a caller is told nothing.
    let is_over = |_: Box<dyn Any + Send>| Err(Error::internal());
    let outcome = caught.await.unwrap_or_else(is_over);
    let answer = outcome.unwrap_or_else(|error| shared.tell(&cx, error));
    Ok(respond(answer, &cx.parts.method))
}

/// The operations that axum finds at one pattern.
#[derive(Clone)]
struct Place(Arc<Operations>);

struct Operations {
    routes: Vec<Placed>,
    shared: Arc<Shared>,
    /// axum has looked at all that tells them apart but for the method.
    by_method: bool,
}

impl Service<Request> for Place {
    type Response = Response;
    type Error = Infallible;
    type Future = Answering;

    fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Answering {
        self.0.answer(request)
    }
}

impl Place {
    fn new(routes: Vec<Placed>, shared: &Arc<Shared>) -> Self {
        Self(Arc::new(Operations {
            by_method: routes.iter().all(|it| it.by_method),
            routes,
            shared: shared.clone(),
        }))
    }
}

impl Operations {
    fn answer(&self, request: Request) -> Answering {
        if self.by_method {
            let method = request.method();
            let mut routes = self.routes.iter();
            if let Some(placed) = routes.find(|it| it.route.info.method == *method) {
                return self.go(placed, request);
            }
        }
        let path = self.shared.base.behind(request.uri().path());
        let routes = self.at(path);
        let infos: Vec<&Info> = routes.iter().map(|it| it.route.info).collect();
        let refused = match chosen(&infos, path, &request) {
            Ok(at) => return self.go(routes[at], request),
            Err(Missing::Options) => respond(allowed(&infos), request.method()),
            Err(Missing::Path) => self.shared.refuse(request, Error::not_found()),
            Err(Missing::Method) => self.shared.refuse(request, not_allowed(&infos)),
        };
        Box::pin(std::future::ready(Ok(refused)))
    }

    fn go(&self, Placed { route, layered, .. }: &Placed, request: Request) -> Answering {
        match layered.clone() {
            None => Box::pin(serve(self.shared.clone(), route.clone(), request)),
            Some(mut layered) => Box::pin(layered.call(request)),
        }
    }

    /// The operations at a path: those whose templates say most of it.
    fn at(&self, path: &str) -> Vec<&Placed> {
        let segments = |path: &str| path.trim_start_matches('/').split('/').count();
        let length = segments(path);
        let fits = |it: &&Placed| {
            let info = it.route.info;
            let is_as_long =
                !info.wide.is_empty() || segments(path_and_query(info.path).0) == length;
            is_as_long && capture_path(info, path).is_some()
        };
        let Some(first) = self.routes.iter().find(fits) else {
            return Vec::new();
        };
        let most = literals(first.route.info.path).0;
        let here = |it: &&Placed| literals(it.route.info.path).0 == most && fits(it);
        self.routes.iter().filter(here).collect()
    }
}

/// Keeps credentials out of whatever prints headers.
fn hide(headers: &mut http::HeaderMap, info: &Info) {
    let schemes = || info.security.iter().copied().flatten();
    let is_key = |name: &HeaderName| {
        schemes().any(|it| match it.scheme.kind {
            SchemeKind::Header(key) => name.as_str().eq_ignore_ascii_case(key),
            _ => false,
        })
    };
    for (name, value) in headers.iter_mut() {
        if name == header::AUTHORIZATION || name == header::COOKIE || is_key(name) {
            value.set_sensitive(true);
        }
    }
}

fn respond(answer: Answer, method: &Method) -> Response {
    let mut response = Response::new(to_axum(answer.body));
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    if *method == Method::HEAD {
        without_content(&mut response);
    }
    response
}

/// RFC 9110, section 9.3.2: the length is that of the content which GET would have had.
fn without_content(response: &mut Response) {
    let body = std::mem::take(response.body_mut());
    let headers = response.headers_mut();
    if let Some(length) = body.size_hint().exact()
        && !headers.contains_key(header::CONTENT_LENGTH)
    {
        headers.insert(header::CONTENT_LENGTH, length.into());
    }
}

/// The same body for axum.
pub(super) fn to_axum(body: Body) -> axum::body::Body {
    match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        None => axum::body::Body::from_stream(body),
    }
}
