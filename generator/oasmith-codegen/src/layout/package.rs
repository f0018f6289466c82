//! The files of a package that are not Rust: its manifest and its README.
//!
//! Their text is in `templates/`; what stands in it is decided here.

use crate::emit::{Formats, sanitise};
use crate::file_set::FileSet;
use crate::ir::{Answer, Api, Content, Group, Method, Output, SchemeKind, Type};
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Value, context};

const MANIFEST: &str = include_str!("../../../../templates/crate/Cargo.toml.j2");
const README: &str = include_str!("../../../../templates/crate/README.md.j2");

/// What the generated code depends on, and with which feature. The only place that names versions.
const DEPENDENCIES: &[Dependency] = &[
    Dependency::new(
        "axum",
        r#"{ version = "0.8", default-features = false, features = ["http1", "tokio"] }"#,
        For::Server,
    ),
    Dependency::new("base64", r#""0.22""#, For::Base64),
    Dependency::new("bytes", r#""1""#, For::All),
    Dependency::new("futures-core", r#""0.3""#, For::All),
    Dependency::new("http", r#""1""#, For::All),
    Dependency::new("httpdate", r#""1""#, For::Client),
    Dependency::new(
        "jiff",
        r#"{ version = "0.2", default-features = false, features = ["std"] }"#,
        For::Jiff,
    ),
    Dependency::new("regex-lite", r#""0.1""#, For::Server),
    Dependency::new(
        "reqwest",
        r#"{ version = "0.13", default-features = false, features = ["rustls", "stream"] }"#,
        For::Client,
    ),
    Dependency::new("serde", r#""1""#, For::Serde),
    Dependency::new("serde_json", r#""1""#, For::Serde),
    Dependency::new(
        "tokio",
        r#"{ version = "1", default-features = false, features = ["sync", "time"] }"#,
        For::ClientAndServer,
    ),
    Dependency::new("tower-service", r#""0.3""#, For::Server),
    Dependency::new("uuid", r#""1""#, For::Uuid),
];

struct Dependency {
    name: &'static str,
    /// A version, or a table on one line.
    source: &'static str,
    part: For,
}

impl Dependency {
    const fn new(name: &'static str, source: &'static str, part: For) -> Self {
        Dependency { name, source, part }
    }

    /// The line of the manifest.
    fn line(&self) -> String {
        let source = match (self.part.is_optional(), self.source.strip_prefix("{ ")) {
            (false, _) => self.source.to_owned(),
            (true, Some(table)) => format!("{{ optional = true, {table}"),
            (true, None) => format!("{{ optional = true, version = {} }}", self.source),
        };
        format!("{} = {source}", self.name)
    }
}

/// What needs a dependency.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    All,
    Client,
    Server,
    /// Either of them.
    ClientAndServer,
    Serde,
    Mock,
    Jiff,
    Uuid,
    Base64,
}

impl For {
    fn feature(self) -> Option<&'static str> {
        match self {
            For::Client => Some("client"),
            For::Server => Some("server"),
            For::Serde => Some("serde"),
            For::Mock => Some("mock"),
            For::All | For::ClientAndServer | For::Jiff | For::Uuid | For::Base64 => None,
        }
    }

    /// Whether it is only there with a feature.
    fn is_optional(self) -> bool {
        self.feature().is_some() || self == For::ClientAndServer
    }

    /// Whether the feature for `part` brings it.
    fn comes_with(self, part: For) -> bool {
        self == part || (self == For::ClientAndServer && matches!(part, For::Client | For::Server))
    }

    fn is_needed(self, api: &Api, formats: Formats) -> bool {
        match self {
            For::All | For::Serde => true,
            For::Client => api.targets.client,
            For::Server => api.targets.server,
            For::ClientAndServer => api.targets.client || api.targets.server,
            For::Mock => api.targets.server && api.targets.mock,
            For::Jiff => formats.jiff,
            For::Uuid => formats.uuid,
            For::Base64 => formats.base64,
        }
    }
}

/// The manifest and the README.
pub(super) fn package(api: &Api) -> FileSet {
    let mut files = FileSet::default();
    files.insert("Cargo.toml", manifest(api));
    files.insert("README.md", readme(api));
    files
}

fn manifest(api: &Api) -> String {
    let formats = Formats::of(api);
    let needed: Vec<&Dependency> = DEPENDENCIES
        .iter()
        .filter(|it| it.part.is_needed(api, formats))
        .collect();
    let features = [For::Client, For::Server, For::Serde, For::Mock];
    let features = features
        .into_iter()
        .filter(|it| it.is_needed(api, formats))
        .map(|part| {
            let of_part = needed.iter().filter(|it| it.part.comes_with(part));
            let mut enables: Vec<String> = of_part.map(|it| format!("dep:{}", it.name)).collect();
            if part == For::Mock {
                enables.push("server".to_owned());
            }
            // Whoever depends on the crate wants the API, and its answers in a test at most.
            context! { name => part.feature(), is_default => part != For::Mock, enables => enables }
        });
    let lines: Vec<String> = needed.iter().map(|it| it.line()).collect();
    render(
        MANIFEST,
        context! {
            package => api.package.as_str(),
            description => quoted(&format!("{} in Rust", sanitise(&api.title).join(" "))),
            features => features.collect::<Vec<_>>(),
            dependencies => lines,
        },
    )
}

/// A string of TOML, on one line.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out + "\""
}

fn readme(api: &Api) -> String {
    let example = example(api);
    render(
        README,
        context! {
            package => api.package.as_str(),
            library => api.package.replace('-', "_"),
            title => sanitise(&api.title).join(" "),
            version => sanitise(&api.version).join(" "),
            oasmith => env!("CARGO_PKG_VERSION"),
            client => api.targets.client,
            server => api.targets.server,
            operations => api.methods().count(),
            models => api.types.len(),
            has_servers => !api.servers.is_empty(),
            credential => credential(api),
            authenticated => api.methods().any(|it| !it.security.is_empty()),
            paged => paged(api),
            example => example.map(|(group, method)| example_values(group, method, api)),
            skipped => api.skipped.iter().map(|it| {
                context! { operation => sanitise(&it.operation).join(" "), reason => sanitise(&it.reason).join(" ") }
            }).collect::<Vec<_>>(),
        },
    )
}

/// The operation that the README shows: one that needs no arguments and answers a model, if there is one.
fn example(api: &Api) -> Option<(&Group, &Method)> {
    let all = || {
        let served = api.groups.iter().filter(|it| !it.is_received);
        served.flat_map(|group| group.methods.iter().map(move |it| (group, it)))
    };
    let is_simple = |it: &Method| {
        let no_arguments = it.body.is_none() && it.params.iter().all(|it| !it.required);
        it.http == "GET" && no_arguments && model(it, api).is_some()
    };
    let has_options = |it: &Method| is_simple(it) && setters(it).count() > 0;
    all()
        .find(|(_, it)| has_options(it))
        .or_else(|| all().find(|(_, it)| is_simple(it)))
        .or_else(|| all().next())
}

fn example_values(group: &Group, it: &Method, api: &Api) -> Value {
    let required = it
        .params
        .iter()
        .filter(|it| it.required)
        .map(|it| it.name.as_str());
    let body = it.body.iter().map(|it| it.name.as_str());
    let arguments: Vec<&str> = required.chain(body).collect();
    let setters: String = setters(it).collect();
    context! {
        method => it.name.as_str(),
        input => it.input.as_str(),
        call => format!("{}({}){setters}", it.name.as_str(), arguments.join(", ")),
        request => format!("{} {}", it.http, it.path),
        trait_name => group.trait_name.as_str(),
        model => model(it, api),
    }
}

/// A call of the first list that comes in pages and needs no arguments.
fn paged(api: &Api) -> Option<String> {
    let mut all = api.methods();
    let list = all.find(|it| {
        let no_arguments = it.body.is_none() && it.params.iter().all(|it| !it.required);
        it.paging.is_some() && no_arguments
    })?;
    Some(format!("{}()", list.name.as_str()))
}

/// A setter of the first optional string, and one of the last optional whole number: `.filter("...").top(50)`.
fn setters(it: &Method) -> impl Iterator<Item = String> {
    let mut optional = it.params.iter().filter(|it| !it.required);
    let number = optional
        .clone()
        .rfind(|it| matches!(it.ty, Type::I32 | Type::I64));
    let text = optional.find(|it| it.ty == Type::String);
    let text = text.map(|it| format!(".{}(\"...\")", it.name.as_str()));
    let number = number.map(|it| format!(".{}(50)", it.name.as_str()));
    text.into_iter().chain(number)
}

/// The name of the model that an operation answers.
fn model<'a>(it: &Method, api: &'a Api) -> Option<&'a str> {
    match &it.output {
        Output::Plain(Answer {
            content: Content::Json(Type::Named(id)),
            ..
        }) => Some(api.ty(*id).name.as_str()),
        _ => None,
    }
}

/// The builder's call for the first scheme.
fn credential(api: &Api) -> Option<String> {
    let scheme = api.schemes.first()?;
    let name = scheme.name.as_str();
    Some(match scheme.kind {
        SchemeKind::Bearer => format!("{name}(\"token\")"),
        SchemeKind::Basic => format!("{name}(\"user\", \"password\")"),
        SchemeKind::ApiKey { .. } => format!("{name}(\"key\")"),
    })
}

/// Templates are part of the program: one that does not render is a mistake of ours, shown in its place.
fn render(template: &str, values: Value) -> String {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build();
    let text = syntax.and_then(|syntax| {
        environment.set_syntax(syntax);
        environment.render_str(template, values)
    });
    text.unwrap_or_else(|error| format!("# {error}\n"))
}
