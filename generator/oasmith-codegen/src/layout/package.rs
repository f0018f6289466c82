//! The files of a package that are not Rust: its manifest and its README.
//!
//! Their text is in `templates/`; what stands in it is decided here.

use crate::emit::{Formats, example as calls, sanitise};
use crate::file_set::FileSet;
use crate::ir::{
    Answer, Api, Content, ErrorBody, Field, Group, Method, Output, Place, Presence, SchemeKind,
    Type, TypeKind,
};
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
        r#"{ version = "0.13", default-features = false, features = ["stream"] }"#,
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
    Dependency::new(
        "tracing",
        r#"{ version = "0.1", default-features = false, features = ["std"] }"#,
        For::Tracing,
    ),
    Dependency::new(
        "utoipa-swagger-ui",
        r#"{ version = "10", default-features = false, features = ["vendored"] }"#,
        For::Docs,
    ),
    Dependency::new("uuid", r#""1""#, For::Uuid),
];

/// The features, in the order in which the manifest has them.
const FEATURES: &[Feature] = &[
    Feature::new("client", For::Client, &[]).by_default(),
    Feature::new("server", For::Server, &[]).by_default(),
    Feature::new("serde", For::Serde, &[]).by_default(),
    // Whoever depends on the crate wants the API, and its answers in a test at most.
    Feature::new("mock", For::Mock, &["server"]),
    Feature::new("docs", For::Docs, &["server"]),
    Feature::new("rustls", For::Tls, &["reqwest?/rustls"]).by_default(),
    Feature::new(
        "blocking",
        For::Blocking,
        &["client", "tokio/rt-multi-thread"],
    ),
    Feature::new("record", For::Record, &["client"]),
    Feature::new("tracing", For::Tracing, &["client"]),
];

struct Feature {
    name: &'static str,
    part: For,
    /// Besides the dependencies for its part.
    enables: &'static [&'static str],
    is_default: bool,
}

impl Feature {
    const fn new(name: &'static str, part: For, enables: &'static [&'static str]) -> Self {
        Feature {
            name,
            part,
            enables,
            is_default: false,
        }
    }

    const fn by_default(mut self) -> Self {
        self.is_default = true;
        self
    }
}

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
    Docs,
    /// What carries the client's requests safely.
    Tls,
    Blocking,
    Record,
    Tracing,
    Jiff,
    Uuid,
    Base64,
}

impl For {
    /// Whether it is only there with a feature.
    fn is_optional(self) -> bool {
        !matches!(self, For::All | For::Jiff | For::Uuid | For::Base64)
    }

    /// Whether the feature for `part` brings it.
    fn comes_with(self, part: For) -> bool {
        self == part || (self == For::ClientAndServer && matches!(part, For::Client | For::Server))
    }

    fn is_needed(self, api: &Api, formats: Formats) -> bool {
        match self {
            For::All | For::Serde => true,
            For::Client | For::Tls | For::Blocking | For::Record | For::Tracing => {
                api.targets.client
            }
            For::Server => api.targets.server,
            For::ClientAndServer => api.targets.client || api.targets.server,
            For::Mock => api.targets.server && api.targets.mock,
            For::Docs => api.targets.server && api.targets.docs,
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
    for example in &api.examples {
        files.insert(format!("examples/{}", example.name), &example.text);
    }
    files
}

fn manifest(api: &Api) -> String {
    let formats = Formats::of(api);
    let needed: Vec<&Dependency> = DEPENDENCIES
        .iter()
        .filter(|it| it.part.is_needed(api, formats))
        .collect();
    let features = FEATURES.iter().filter(|it| it.part.is_needed(api, formats));
    let features = features.map(|it| {
        let of_part = needed.iter().filter(|one| one.part.comes_with(it.part));
        let mut enables: Vec<String> = of_part.map(|it| format!("dep:{}", it.name)).collect();
        enables.extend(it.enables.iter().map(|it| (*it).to_owned()));
        context! { name => it.name, is_default => it.is_default, enables => enables }
    });
    let lines: Vec<String> = needed.iter().map(|it| it.line()).collect();
    render(
        MANIFEST,
        context! {
            package => api.package.as_str(),
            description => quoted(&format!("{} in Rust", sanitise(&api.title).join(" "))),
            features => features.collect::<Vec<_>>(),
            dependencies => lines,
            examples => programs(api),
            needed => [(api.targets.client, "client"), (api.targets.server, "server")]
                .iter()
                .filter_map(|(is_there, name)| is_there.then_some(*name))
                .collect::<Vec<_>>(),
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
            docs => api.targets.server && api.targets.docs,
            mock => api.targets.server && api.targets.mock,
            operations => api.methods().count(),
            models => api.types.len(),
            has_servers => !api.servers.is_empty(),
            credential => credential(example.map(|(_, it)| it), api),
            error => declared_error(api),
            setters => api.types.iter().any(|it| it.in_requests),
            nullable => fields(api).any(|it| it.presence == Presence::OptionalNullable),
            open => api.types.iter().any(|it| matches!(it.kind, TypeKind::Enum(_))),
            conversion => conversion(api),
            raw => Formats::of(api).raw,
            trailing => Formats::of(api).trailing,
            authenticated => api.methods().any(|it| !it.security.is_empty()),
            paged => paged(api),
            download => download(api),
            examples => programs(api),
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
    let has_options = |it: &Method| is_simple(it) && calls::setters(it).count() > 0;
    all()
        .find(|(_, it)| has_options(it))
        .or_else(|| all().find(|(_, it)| is_simple(it)))
        .or_else(|| all().next())
}

fn example_values(group: &Group, it: &Method, api: &Api) -> Value {
    context! {
        method => it.name.as_str(),
        input => it.input.as_str(),
        call => calls::call(it),
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
    Some(calls::bare(list))
}

/// What gives the first stream of bytes that an operation answers.
fn download(api: &Api) -> Option<String> {
    let called = api.groups.iter().filter(|it| !it.is_received);
    let mut called = called.flat_map(|it| &it.methods);
    called.find_map(|it| {
        let (answer, inner) = match &it.output {
            Output::Plain(answer) if answer.headed.is_some() => (answer, ".body"),
            Output::Plain(answer) => (answer, ""),
            Output::Several { .. } => return None,
        };
        let call = calls::call(it);
        let is_bytes = answer.content == Content::Stream;
        is_bytes.then(|| format!("{call}.await?.into_inner(){inner}"))
    })
}

/// The first declared error that has a content: `ShowTenantError::NotFound`.
fn declared_error(api: &Api) -> Option<String> {
    let called = api.groups.iter().filter(|it| !it.is_received);
    let mut called = called.flat_map(|it| &it.methods);
    called.find_map(|it| match &it.error {
        ErrorBody::Typed { name, variants, .. } => {
            let (variant, _) = variants.first()?;
            Some(format!("{}::{}", name.as_str(), variant.as_str()))
        }
        ErrorBody::Untyped { .. } => None,
    })
}

fn fields(api: &Api) -> impl Iterator<Item = &Field> {
    let structs = api.types.iter().filter_map(|it| match &it.kind {
        TypeKind::Struct(it) => Some(it),
        _ => None,
    });
    structs.flat_map(|it| &it.fields)
}

/// The first struct that is made from another: `UpdateTenantRequest::from(tenant)`.
fn conversion(api: &Api) -> Option<Value> {
    let mut ends = api
        .conversions
        .iter()
        .map(|it| (api.ty(it.from), api.ty(it.to)));
    let (from, to) = ends.find(|(from, _)| matches!(from.kind, TypeKind::Struct(_)))?;
    Some(context! { from => from.name.as_str(), to => to.name.as_str() })
}

/// The names of the examples, as cargo has them.
fn programs(api: &Api) -> Vec<String> {
    let names = api
        .examples
        .iter()
        .map(|it| it.name.trim_end_matches(".rs"));
    names.map(str::to_owned).collect()
}

/// The name of the model that an operation answers.
fn model<'a>(it: &Method, api: &'a Api) -> Option<&'a str> {
    match &it.output {
        Output::Plain(Answer {
            content: Content::Json(Type::Named(id)),
            headed: None,
            ..
        }) => Some(api.ty(*id).name.as_str()),
        _ => None,
    }
}

/// The builder's calls for what the operation of the example requires, or else for the first scheme.
fn credential(shown: Option<&Method>, api: &Api) -> Option<String> {
    let required = shown.and_then(|it| it.security.iter().find(|it| !it.is_empty()));
    let required: Vec<usize> = match required {
        Some(all) => all.iter().map(|it| it.scheme).collect(),
        None => vec![0],
    };
    let (mut places, mut calls) = (Vec::new(), Vec::new());
    for scheme in required.into_iter().filter_map(|it| api.schemes.get(it)) {
        let name = scheme.name.as_str();
        // What stands in one place is sent once.
        let authorization = (Place::Header, "authorization".to_owned());
        let (place, call) = match &scheme.kind {
            SchemeKind::Bearer => (authorization, format!("{name}(\"token\")")),
            SchemeKind::Basic => (authorization, format!("{name}(\"user\", \"password\")")),
            SchemeKind::ApiKey { place, wire } => {
                let wire = match place {
                    Place::Header => wire.to_ascii_lowercase(),
                    _ => wire.clone(),
                };
                ((*place, wire), format!("{name}(\"key\")"))
            }
        };
        if !places.contains(&place) {
            places.push(place);
            calls.push(call);
        }
    }
    (!calls.is_empty()).then(|| calls.join("."))
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
