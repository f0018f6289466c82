//! A mock: answers that were made beforehand, to requests that are right.
//!
//! In: the answers of each operation, as JSON. Out: routes that check requests as those of a server do, and answer.
//! A request may say which answer it prefers (RFC 7240): `Prefer: code=404, example=name, dynamic=true`. What there is
//! no answer for is not preferred, as that clause has it; what was is told by `Preference-Applied`.
//! A mock with a memory keeps what is created ([`Mock::stateful`]), as long as a request prefers nothing else.

use super::body::Body;
use super::codec::{self, Json, Raw, Write};
use super::operation::{Answer, Info, Meaning};
use super::problem::Problem;
use super::reader::{Fault, Reader};
use super::resources::{Done, Resources, Role};
use super::served::Served;
use super::server::{Auth, Context, Options, Principal, Route, router};
use super::writer::Writer;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The answers of an API, and whose turn it is.
#[derive(Debug)]
pub struct Mock {
    /// By method and path template: `GET /pets/{id}`.
    answers: BTreeMap<String, Vec<Made>>,
    turn: AtomicUsize,
    /// Media types of bodies that are taken as they are.
    unread: BTreeMap<String, Vec<String>>,
    resources: Option<Resources>,
}

/// How long a body may be: so that one with too many items is told about them.
const MAX_BODY: usize = 16 << 20;

/// How long a problem may be that stands in a header.
const MAX_PROBLEM: usize = 4096;

/// The member of the file that says what there is to keep.
const RESOURCES: &str = "resources";
/// The member of the file that names media types which are declared and not generated.
const UNREAD: &str = "unread";

impl Mock {
    /// What `oasmith` made. A text that is none of that has no answers.
    pub fn new(answers: &str) -> Arc<Self> {
        let told: BTreeMap<String, Raw> = codec::decode(answers.as_bytes()).unwrap_or_default();
        Arc::new(Self::of(&told, None))
    }

    /// The same, with a memory: what is created is listed, read, updated and destroyed, where the paths of the API make
    /// that plain. It begins with nothing.
    pub fn stateful(answers: &str) -> Arc<Self> {
        let told: BTreeMap<String, Raw> = codec::decode(answers.as_bytes()).unwrap_or_default();
        let resources = told.get(RESOURCES).map(Resources::new);
        Arc::new(Self::of(&told, resources))
    }

    fn of(told: &BTreeMap<String, Raw>, resources: Option<Resources>) -> Self {
        let is_operation = |of: &str| of != RESOURCES && of != UNREAD;
        let answers = told.iter().filter(|(of, _)| is_operation(of));
        let unread = told.get(UNREAD).map(Raw::decode);
        let answers = answers.map(|(of, made)| (of.clone(), made.decode().unwrap_or_default()));
        Self {
            answers: answers.collect(),
            turn: AtomicUsize::new(0),
            unread: unread.and_then(Result::ok).unwrap_or_default(),
            resources,
        }
    }

    /// The answer of an operation to a request that is right, whose body is `body`.
    pub fn answer(&self, info: &Info, parts: &Parts, body: &[u8]) -> Answer {
        let of = format!("{} {}", info.verb(), info.path);
        let made = self.answers.get(&of).map(Vec::as_slice).unwrap_or_default();
        let wanted = Preferences::of(&parts.headers);
        if wanted == Preferences::default()
            && let Some(resources) = &self.resources
            && let Some(role) = resources.role(&of)
        {
            return match resources.act(role, info, parts, body) {
                Ok(done) => kept(made, role, &done, parts),
                Err(status) => refused(made, status),
            };
        }
        let mut applied = Vec::new();
        let mut left: Vec<&Made> = made.iter().collect();
        let fits = wanted.code.map(|code| (code, best(&left, code)));
        match fits.filter(|(_, fits)| !fits.is_empty()) {
            Some((code, fits)) => {
                left = fits;
                applied.push(format!("code={code}"));
            }
            // A request that is right is not refused, even where no success could be made.
            None => left.retain(|it| it.is_meant(info)),
        }
        let code = wanted.code.filter(|_| !applied.is_empty());
        if let Some(name) = wanted.example {
            let is_named = |it: &&Made| it.name.as_ref() == Some(&name);
            if left.iter().any(is_named) {
                left.retain(is_named);
                // A name that no header can carry was not sent by one.
                applied.push(format!("example={name}"));
            }
        }
        let dynamic: Vec<&Made> = left.iter().copied().filter(|it| it.is_random).collect();
        let chosen = if wanted.dynamic && !dynamic.is_empty() {
            applied.push("dynamic=true".to_owned());
            dynamic.get(self.turn.fetch_add(1, Ordering::Relaxed) % dynamic.len())
        } else {
            left.first()
        };
        match chosen {
            Some(made) => tell(made.answer(code), &applied),
            None => Answer::problem(
                Problem::new(StatusCode::NOT_IMPLEMENTED).detail("no answer could be made for it"),
            ),
        }
    }

    /// A refusal, as the document declares it for the operation: what is wrong stands in the header `Problem` only.
    pub fn refusal(&self, cx: &Context, problem: Problem) -> Answer {
        let of = cx
            .operation
            .map(|info| format!("{} {}", info.verb(), info.path));
        let made = of.and_then(|of| self.answers.get(&of));
        let made: Vec<&Made> = made.into_iter().flatten().collect();
        let status = problem.status.as_u16();
        let declared = best(&made, status);
        match declared.iter().find(|it| it.media.is_some()) {
            Some(made) => {
                let mut answer = made.answer(Some(status));
                let told = codec::encode(&problem);
                if told.len() <= MAX_PROBLEM
                    && let Ok(told) = HeaderValue::from_bytes(&told)
                {
                    let name = HeaderName::from_static("problem");
                    answer.headers.insert(name, told);
                }
                answer
            }
            None => Answer::problem(problem),
        }
    }

    /// A route that checks requests for the operation `O`, and answers them. A body of a media type that is declared,
    /// and that the code does not read, is not looked at.
    pub fn route<O: Served>(self: &Arc<Self>) -> Route {
        let mock = self.clone();
        let of = format!("{} {}", O::INFO.verb(), O::INFO.path);
        let unread = self.unread.get(&of).cloned().unwrap_or_default();
        Route::checked::<O>(unread, move |parts, body| mock.answer(O::INFO, parts, body))
    }

    /// A router for routes of this mock. Anybody who shows the credentials that are required is let in.
    pub fn router(self: &Arc<Self>, base: &str, routes: Vec<Route>) -> axum::Router {
        let mock = self.clone();
        let options = Options::new()
            .max_body(MAX_BODY)
            .problems(move |cx, problem| mock.refusal(cx, problem));
        router(base, routes, Some(anybody()), options)
    }
}

/// Anybody who shows the credentials that an operation requires, whatever they are.
pub fn anybody() -> Auth {
    Arc::new(|_, _| Box::pin(std::future::ready(Ok(Principal::new("anybody")))))
}

/// What was made for success, with what was kept.
fn kept(made: &[Made], role: &Role, done: &Done, parts: &Parts) -> Answer {
    let Some(made) = made.iter().find(|it| it.is_success()) else {
        return Answer::problem(Problem::new(StatusCode::NOT_IMPLEMENTED));
    };
    let mut answer = made.answer(None);
    if let Some(body) = role.tell(&made.body, done) {
        answer.body = Body::from(body);
    }
    if let Some(place) = answer.headers.get_mut(header::LOCATION)
        && let Some(created) = role.place(done, parts)
    {
        *place = created;
    }
    answer
}

/// What was made for `status`, or a problem.
fn refused(made: &[Made], status: StatusCode) -> Answer {
    let made: Vec<&Made> = made.iter().collect();
    match best(&made, status.as_u16()).first() {
        Some(made) => made.answer(Some(status.as_u16())),
        None => Answer::problem(Problem::new(status)),
    }
}

/// Those declared for `code`: by itself, else by its hundreds, else by `default`.
fn best<'m>(all: &[&'m Made], code: u16) -> Vec<&'m Made> {
    let declared = [
        code.to_string(),
        format!("{}XX", code / 100),
        "default".to_owned(),
    ];
    let mut found = declared.iter().map(|declared| {
        let fits = all.iter().copied().filter(|it| it.declared == *declared);
        fits.collect::<Vec<_>>()
    });
    found.find(|it| !it.is_empty()).unwrap_or_default()
}

fn tell(mut answer: Answer, applied: &[String]) -> Answer {
    if let Ok(applied) = HeaderValue::from_str(&applied.join(", "))
        && !applied.is_empty()
    {
        let name = HeaderName::from_static("preference-applied");
        answer.headers.insert(name, applied);
    }
    answer
}

/// An answer that was made beforehand.
#[derive(Clone, Debug, Default)]
struct Made {
    /// What the document declares it for: `200`, `4XX`, `default`.
    declared: String,
    status: u32,
    /// The name of an example.
    name: Option<String>,
    /// One of several that anything may be in.
    is_random: bool,
    headers: Vec<Vec<String>>,
    media: Option<String>,
    body: String,
}

impl Made {
    fn is_success(&self) -> bool {
        self.status / 100 == 2
    }

    /// Whether the operation declares it as a success.
    fn is_meant(&self, info: &Info) -> bool {
        let status = u16::try_from(self.status).ok();
        let status = status.and_then(|it| StatusCode::from_u16(it).ok());
        status.is_some_and(|it| info.meaning(it) == Meaning::Success)
    }

    /// With the status that a request prefers, which it is declared for.
    fn answer(&self, code: Option<u16>) -> Answer {
        let status = u16::try_from(self.status).unwrap_or(500);
        let mut answer = Answer::empty(code.unwrap_or(status));
        for header in &self.headers {
            if let [name, value] = header.as_slice()
                && let (Ok(name), Ok(value)) =
                    (name.parse::<HeaderName>(), HeaderValue::from_str(value))
            {
                answer.headers.append(name, value);
            }
        }
        match self.media.as_deref().map(HeaderValue::from_str) {
            Some(Ok(media)) => {
                answer.headers.insert(header::CONTENT_TYPE, media);
                answer.body = Body::from(self.body.clone().into_bytes());
            }
            // As a server does that has nothing more to say.
            _ if answer.status.is_client_error() || answer.status.is_server_error() => {
                return Answer::problem(Problem::new(answer.status));
            }
            _ => {}
        }
        answer
    }
}

impl Json for Made {
    fn blank() -> Self {
        Self::default()
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let (mut declared, mut status, mut random) = (None, None, None);
        let (mut name, mut headers, mut media, mut body) = (None, None, None, None);
        r.members(&mut [
            ("declared", &mut declared),
            ("status", &mut status),
            ("random", &mut random),
            ("name", &mut name),
            ("headers", &mut headers),
            ("media", &mut media),
            ("body", &mut body),
        ])?;
        Ok(Self {
            declared: declared.unwrap_or_default(),
            status: status.unwrap_or_default(),
            is_random: random.unwrap_or_default(),
            name,
            headers: headers.unwrap_or_default(),
            media,
            body: body.unwrap_or_default(),
        })
    }
}

impl Write for Made {
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("declared", &self.declared),
            ("status", &self.status),
            ("random", &self.is_random),
            ("name", &self.name),
            ("headers", &self.headers),
            ("media", &self.media),
            ("body", &self.body),
        ]);
    }
}

/// What a request says of the answer it wants.
#[derive(Debug, Default, PartialEq, Eq)]
struct Preferences {
    code: Option<u16>,
    example: Option<String>,
    dynamic: bool,
}

impl Preferences {
    /// RFC 7240, section 2: of a preference that is there twice, the first counts. Parameters are left aside.
    fn of(headers: &HeaderMap) -> Self {
        let mut it = Self::default();
        let mut seen = Vec::new();
        let lines = headers.get_all("prefer").into_iter();
        for preference in lines.filter_map(|line| line.to_str().ok()).flat_map(parts) {
            let (name, value) = preference.split_once('=').unwrap_or((&preference, ""));
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
            let value = value
                .strip_prefix('"')
                .and_then(|it| it.strip_suffix('"'))
                .unwrap_or(value);
            if seen.contains(&name) {
                continue;
            }
            match name.as_str() {
                "code" => it.code = value.parse().ok().filter(|code| (200..600).contains(code)),
                "example" => it.example = Some(value.replace('\\', "")),
                "dynamic" => it.dynamic = matches!(value, "true" | ""),
                _ => continue,
            }
            seen.push(name);
        }
        it
    }
}

/// The preferences of a line without their parameters; commas and semicolons in quotes are text.
fn parts(line: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let (mut quoted, mut escaped, mut aside) = (false, false, false);
    for char in line.chars() {
        match char {
            ',' if !quoted => {
                out.push(String::new());
                aside = false;
                continue;
            }
            ';' if !quoted => aside = true,
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = quoted && char == '\\' && !escaped;
        if let Some(last) = out.last_mut().filter(|_| !aside) {
            last.push(char);
        }
    }
    out
}
