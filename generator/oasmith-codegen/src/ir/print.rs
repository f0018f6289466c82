//! The IR as an outline, for people: `oasmith dump --after lower`, and the tests of `lower`.

use super::{
    Address, Answer, Api, Content, EnumOf, ErrorBody, Field, Flow, Form, Method, Output, Paging,
    Param, Place, Presence, Requirement, Route, SchemeKind, Shape, Statuses, Style, Turning, Type,
    TypeDef, TypeKind, Union, Via,
};
use std::fmt::Write;

/// One line for each thing that will be emitted.
pub fn print(api: &Api) -> String {
    let mut out = format!("api {} from {:?} {}\n", api.package, api.title, api.version);
    for server in &api.servers {
        let variables: Vec<_> = server
            .variables
            .iter()
            .map(|it| format!("{}={:?}", it.name.as_str(), it.default))
            .collect();
        line(
            &mut out,
            format_args!(
                "server {} {} ({})",
                server.name.as_str(),
                server.url,
                variables.join(", ")
            ),
        );
    }
    for scheme in &api.schemes {
        line(
            &mut out,
            format_args!(
                "scheme {} {}{}",
                scheme.name.as_str(),
                scheme_kind(&scheme.kind),
                flows(&scheme.flows)
            ),
        );
    }
    for def in &api.types {
        definition(&mut out, def, api);
    }
    for it in &api.conversions {
        let (from, to) = (api.ty(it.from), api.ty(it.to));
        line(
            &mut out,
            format_args!("from {} into {}", from.name.as_str(), to.name.as_str()),
        );
    }
    for group in &api.groups {
        line(
            &mut out,
            format_args!(
                "trait {} in {}{}",
                group.trait_name.as_str(),
                group.module.as_str(),
                if group.is_received { " [received]" } else { "" }
            ),
        );
        for it in &group.methods {
            method(&mut out, it, api);
        }
        for it in &group.addresses {
            address(&mut out, it);
        }
    }
    for it in &api.skipped {
        line(
            &mut out,
            format_args!("skipped {}: {}", it.operation, it.reason),
        );
    }
    out
}

/// `  on_done to {$request.query.url} of Add`
fn address(out: &mut String, it: &Address) {
    let (owner, method) = (it.owner.as_str(), it.method.as_str());
    line(out, format_args!("  {method} to {} of {owner}", it.key));
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}

fn scheme_kind(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Bearer => "bearer".to_owned(),
        SchemeKind::Basic => "basic".to_owned(),
        SchemeKind::ApiKey { place, wire } => format!("{} {wire}", place_name(*place)),
    }
}

fn flows(flows: &[Flow]) -> String {
    let flow = |it: &Flow| format!(" {:?} at {}", it.kind, it.token_url);
    flows.iter().map(flow).collect()
}

/// `token with read write and key, or nothing`
fn requirements(alternatives: &[Vec<Requirement>], api: &Api) -> String {
    let one = |it: &Requirement| {
        let name = api
            .schemes
            .get(it.scheme)
            .map_or("?", |it| it.name.as_str());
        match it.scopes.is_empty() {
            true => name.to_owned(),
            false => format!("{name} with {}", it.scopes.join(" ")),
        }
    };
    let all = alternatives.iter().map(|all| match all.is_empty() {
        true => "nothing".to_owned(),
        false => all.iter().map(one).collect::<Vec<_>>().join(" and "),
    });
    all.collect::<Vec<_>>().join(", or ")
}

fn place_name(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Cookie => "cookie",
    }
}

fn definition(out: &mut String, def: &TypeDef, api: &Api) {
    let (name, module) = (def.name.as_str(), def.module.as_str());
    match &def.kind {
        TypeKind::Struct(it) => {
            line(out, format_args!("struct {name} in {module}{}", usage(def)));
            for it in &it.constants {
                line(out, format_args!("  {} = {:?}", it.wire, it.value));
            }
            for it in &it.fields {
                field(out, it, api);
            }
            if let Some(ty) = &it.additional {
                let limits = limits(&it.additional_constraints);
                line(out, format_args!("  ..: {}{limits}", type_name(ty, api)));
            }
        }
        TypeKind::Union(it) => union(out, def, it, api),
        TypeKind::Enum(it) => {
            let open = if it.is_open { " | .." } else { "" };
            let variants: Vec<_> = it
                .variants
                .iter()
                .map(|variant| match it.of {
                    EnumOf::Strings => format!("{}={:?}", variant.name.as_str(), variant.wire),
                    EnumOf::Integers => format!("{}={}", variant.name.as_str(), variant.wire),
                })
                .collect();
            line(
                out,
                format_args!(
                    "enum {name} in {module}{} {}{open}",
                    usage(def),
                    variants.join(" ")
                ),
            );
        }
    }
}

fn union(out: &mut String, def: &TypeDef, it: &Union, api: &Api) {
    let (name, module) = (def.name.as_str(), def.module.as_str());
    let by = it
        .tag
        .as_ref()
        .map(|it| format!(" by {it:?}"))
        .unwrap_or_default();
    line(
        out,
        format_args!("union {name} in {module}{}{by}", usage(def)),
    );
    for it in &it.alternatives {
        let ty = type_name(&it.ty, api);
        let ty = if it.boxed { format!("Box<{ty}>") } else { ty };
        let tags: Vec<_> = it.tags.iter().map(|it| format!("{it:?}")).collect();
        let shapes: Vec<_> = it.shapes.iter().map(shape).collect();
        let told = [tags, shapes].concat().join(" | ");
        line(
            out,
            format_args!(
                "  {}({ty}) {told}{}",
                it.name.as_str(),
                limits(&it.constraints)
            ),
        );
    }
    if it.is_open {
        line(out, format_args!("  .."));
    }
}

fn shape(it: &Shape) -> String {
    let all = |shapes: &[Shape]| shapes.iter().map(shape).collect::<Vec<_>>().join(" | ");
    match it {
        Shape::Texts(texts) => format!("{texts:?}"),
        Shape::Integers(values) => format!("[{}]", values.join(", ")),
        Shape::List(items) if items.is_empty() => "List".to_owned(),
        Shape::List(items) => format!("List of {}", all(items)),
        Shape::Object(members) if members.is_empty() => "Object".to_owned(),
        Shape::Object(members) => {
            let members = members.iter().map(|it| {
                let optional = match it {
                    it if it.shapes.is_empty() => return format!("no {}", it.wire),
                    it if it.required => "",
                    _ => "?",
                };
                format!("{}{optional}: {}", it.wire, all(&it.shapes))
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        plain => format!("{plain:?}"),
    }
}

fn usage(def: &TypeDef) -> String {
    let marks = [
        (def.in_requests, "sent"),
        (def.in_responses, "answered"),
        (def.checked, "checked"),
    ];
    let marks: Vec<_> = marks
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, mark)| *mark)
        .collect();
    if marks.is_empty() {
        String::new()
    } else {
        format!(" [{}]", marks.join(" "))
    }
}

fn field(out: &mut String, it: &Field, api: &Api) {
    let ty = type_name(&it.ty, api);
    let ty = if it.boxed { format!("Box<{ty}>") } else { ty };
    let ty = match it.presence {
        Presence::Required => ty,
        Presence::Optional => format!("{ty}?"),
        Presence::Nullable => format!("{ty}|null"),
        Presence::OptionalNullable => format!("({ty}|null)?"),
    };
    let secret = if it.secret { " secret" } else { "" };
    let default = it
        .default
        .as_ref()
        .map(|it| format!(" = {it:?}"))
        .unwrap_or_default();
    line(
        out,
        format_args!(
            "  {}: {ty}{secret}{default}{}",
            named(it.name.as_str(), &it.wire),
            limits(&it.constraints)
        ),
    );
}

/// The Rust name, and the one in the document where the two differ.
fn named(name: &str, wire: &str) -> String {
    if name == wire {
        name.to_owned()
    } else {
        format!("{name} ({wire})")
    }
}

fn limits(it: &super::Constraints) -> String {
    let bound = |sign: &str, it: &Option<super::Bound>| {
        let strict = |it: &super::Bound| if it.exclusive { "" } else { "=" };
        it.as_ref()
            .map(|it| format!("{sign}{}{}", strict(it), it.value))
    };
    let number = |word: &str, it: Option<u64>| it.map(|it| format!("{word}={it}"));
    let all = [
        number("min_length", it.min_length),
        number("max_length", it.max_length),
        it.pattern.as_ref().map(|it| format!("/{it}/")),
        it.format.map(|it| format!("{it:?}")),
        bound(">", &it.minimum),
        bound("<", &it.maximum),
        it.multiple_of
            .as_ref()
            .map(|it| format!("multiple_of={it}")),
        (!it.values.is_empty()).then(|| format!("among {}", it.values.join(" "))),
        number("min_items", it.min_items),
        number("max_items", it.max_items),
        it.unique_items.then(|| "unique".to_owned()),
        it.items.as_ref().map(|it| format!("each{}", limits(it))),
    ];
    let rules = it.rules.iter().map(|it| it.keyword.to_owned());
    all.into_iter()
        .flatten()
        .chain(rules)
        .map(|it| format!(" {it}"))
        .collect()
}

fn method(out: &mut String, it: &Method, api: &Api) {
    let state = if it.degraded.is_empty() {
        ""
    } else {
        " degraded"
    };
    line(
        out,
        format_args!(
            "  {} {} {} ({}){state}",
            it.name.as_str(),
            it.http,
            it.path,
            it.id
        ),
    );
    if let Some(url) = &it.server {
        line(out, format_args!("    at {url}"));
    }
    if !it.security.is_empty() {
        let needs = requirements(&it.security, api);
        line(out, format_args!("    needs {needs}"));
    }
    for param in &it.params {
        parameter(out, param, api);
    }
    if let Some(body) = &it.body {
        let optional = if body.required { "" } else { "?" };
        let or = body.form.as_ref();
        let or = or.map_or(String::new(), |it| format!(" or {}", form(it, api)));
        line(
            out,
            format_args!(
                "    body: {} {}{optional}{or}",
                std::iter::once(&body.media)
                    .chain(&body.also)
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(" or "),
                content(&body.content, api)
            ),
        );
    }
    match &it.output {
        Output::Plain(it) => line(out, format_args!("    -> {}", answer(it, api))),
        Output::WithHeaders {
            name,
            answer: it,
            headers,
        } => {
            let headers: Vec<_> = headers
                .iter()
                .map(|it| format!("{}: {}", it.wire, type_name(&it.ty, api)))
                .collect();
            line(
                out,
                format_args!(
                    "    -> {} {} with {}",
                    name.as_str(),
                    answer(it, api),
                    headers.join(", ")
                ),
            );
        }
        Output::Several { name, variants } => variants.iter().for_each(|(variant, it)| {
            line(
                out,
                format_args!(
                    "    -> {}::{} {}",
                    name.as_str(),
                    variant.as_str(),
                    answer(it, api)
                ),
            );
        }),
    }
    if let Some(it) = &it.paging {
        line(out, format_args!("    pages {}", paging(it)));
    }
    match &it.error {
        ErrorBody::Untyped { declared } => declared
            .iter()
            .for_each(|it| line(out, format_args!("    !! {}", statuses(*it)))),
        ErrorBody::Typed {
            same_as: Some(first),
            ..
        } => line(out, format_args!("    !! as {}", first.as_str())),
        ErrorBody::Typed { name, variants, .. } => variants.iter().for_each(|(variant, it)| {
            line(
                out,
                format_args!(
                    "    !! {}::{} {}",
                    name.as_str(),
                    variant.as_str(),
                    answer(it, api)
                ),
            );
        }),
    }
}

fn parameter(out: &mut String, it: &Param, api: &Api) {
    let optional = if it.required { "" } else { "?" };
    let default = it
        .default
        .as_ref()
        .map(|it| format!(" = {it:?}"))
        .unwrap_or_default();
    let (name, ty) = (named(it.name.as_str(), &it.wire), type_name(&it.ty, api));
    let place = place_name(it.place);
    // Scalars and lists look as one expects in most places.
    let style = match (it.via, it.style) {
        (Via::Scalars, Style::Comma | Style::Exploded) => String::new(),
        (_, style) => format!(" {style:?}").to_lowercase(),
    };
    let marks = [(it.reserved, " reserved"), (it.blank, " blank")];
    let marks: String = marks.iter().filter(|it| it.0).map(|it| it.1).collect();
    line(
        out,
        format_args!(
            "    {place} {name}: {ty}{optional}{style}{marks}{default}{}",
            limits(&it.constraints)
        ),
    );
}

fn answer(it: &Answer, api: &Api) -> String {
    let media = it
        .media
        .as_deref()
        .map(|it| format!(" {it}"))
        .unwrap_or_default();
    format!(
        "{}{media} {}",
        statuses(it.status),
        content(&it.content, api)
    )
}

fn statuses(it: Statuses) -> String {
    match it {
        Statuses::Status(status) => status.to_string(),
        Statuses::Range(hundreds) => format!("{hundreds}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

fn content(it: &Content, api: &Api) -> String {
    match it {
        Content::Empty => "()".to_owned(),
        Content::Json(ty) => type_name(ty, api),
        Content::Text => "text".to_owned(),
        Content::Stream => "stream".to_owned(),
        Content::Form(it) => form(it, api),
        Content::Items(ty, framing) => format!("{framing:?} of {}", type_name(ty, api)),
    }
}

fn form(it: &Form, api: &Api) -> String {
    let members = it
        .members
        .iter()
        .map(|(name, how)| format!(" {name}={how:?}"));
    let members: String = members.collect();
    format!("{:?} of {}{members}", it.kind, type_name(&it.ty, api))
}

fn type_name(ty: &Type, api: &Api) -> String {
    match ty {
        Type::Named(id) => api.ty(*id).name.as_str().to_owned(),
        Type::List(item) => format!("[{}]", type_name(item, api)),
        Type::Map(value) => format!("{{{}}}", type_name(value, api)),
        Type::Tuple(items) => {
            let items: Vec<_> = items.iter().map(|it| type_name(it, api)).collect();
            format!("({})", items.join(", "))
        }
        Type::Nullable(inner) => format!("{}|null", type_name(inner, api)),
        scalar => format!("{scalar:?}"),
    }
}

/// `by skip, items in items, total in count`
fn paging(it: &Paging) -> String {
    let way = |route: &Route| match route.as_slice() {
        [] => "the answer".to_owned(),
        hops => hops
            .iter()
            .map(|it| it.wire.as_str())
            .collect::<Vec<_>>()
            .join("."),
    };
    let mut said = match &it.by {
        Turning::Offset(name) => format!("by offset {}", name.as_str()),
        Turning::Page(name, first) => format!("by page {} from {first}", name.as_str()),
        Turning::Token(name, next) => format!("by token {} = {}", name.as_str(), way(next)),
        Turning::Last(name, id) => format!("by {} = {} of the last item", name.as_str(), id.wire),
        Turning::Url(next) => format!("by URL {}", way(next)),
        Turning::Link => "by Link".to_owned(),
    };
    said += &format!(", items in {}", way(&it.items));
    for (word, route) in [
        ("total", &it.total),
        ("pages", &it.pages),
        ("more", &it.more),
    ] {
        if let Some(route) = route {
            said += &format!(", {word} in {}", way(route));
        }
    }
    said
}
