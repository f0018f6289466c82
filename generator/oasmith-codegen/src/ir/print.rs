//! The IR as an outline, for people: `oasmith dump --after lower`, and the tests of `lower`.

mod types;

use super::{
    Address, Answer, Api, Content, Defined, ErrorBody, First, Flow, Form, Method, Output, Paging,
    Param, Place, RequestBody, Requirement, Route, SchemeKind, Statuses, Style, Turning, Via,
};
use std::fmt::Write;
use types::{definition, limits, named, type_name};

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
    for it in &it.constants {
        let (place, wire) = (place_name(it.place), &it.wire);
        line(out, format_args!("    {place} {wire} = {:?}", it.value));
    }
    for param in &it.params {
        parameter(out, param, api);
    }
    if let Some(media) = &it.accept {
        line(out, format_args!("    accept {media}"));
    }
    if let Some(body) = &it.body {
        match &body.content {
            Content::Choice(choice) => choice.bodies.iter().for_each(|(variant, it)| {
                let name = format!("{}::{} ", choice.name.as_str(), variant.as_str());
                request_body(out, &name, it, body.required, api);
            }),
            _ => request_body(out, "", body, body.required, api),
        }
    }
    if !it.offers.is_empty() {
        line(out, format_args!("    offers {}", it.offers.join(", ")));
    }
    match &it.output {
        Output::Plain(it) => line(out, format_args!("    -> {}", answer(it, api))),
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
            defined: Defined::Before(names),
            ..
        } => {
            let name = names.first().map_or("", super::Name::as_str);
            line(out, format_args!("    !! as {name}"));
        }
        ErrorBody::Typed { name, variants, .. } => {
            variants.iter().for_each(|(variant, answered)| {
                line(
                    out,
                    format_args!(
                        "    !! {}::{} {}",
                        it.error.shared_types().first().unwrap_or(name).as_str(),
                        variant.as_str(),
                        answer(answered, api)
                    ),
                );
            })
        }
    }
}

/// `name` is that of a variant, if it is one of several.
fn request_body(out: &mut String, name: &str, it: &RequestBody, required: bool, api: &Api) {
    let optional = if required { "" } else { "?" };
    let or = it.form.as_ref();
    let or = or.map_or(String::new(), |it| format!(" or {}", form(it, api)));
    let media: Vec<&str> = it.all_media().collect();
    let (media, content) = (media.join(" or "), content(&it.content, api));
    line(
        out,
        format_args!("    body: {name}{media} {content}{optional}{or}"),
    );
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
    let or_text = if it.or_text { " or text" } else { "" };
    let answer = format!(
        "{}{media}{or_text} {}",
        statuses(it.status),
        content(&it.content, api)
    );
    let Some(headed) = &it.headed else {
        return answer;
    };
    let headers = headed.headers.iter();
    let headers = headers.map(|it| {
        let required = if it.required { " required" } else { "" };
        format!("{}: {}{required}", it.wire, type_name(&it.ty, api))
    });
    let headers: Vec<_> = headers.collect();
    format!(
        "{} {answer} with {}",
        headed.name.as_str(),
        headers.join(", ")
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
        Content::Choice(it) => it.name.as_str().to_owned(),
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
        Turning::Page(name, First::Known(first)) => {
            format!("by page {} from {first}", name.as_str())
        }
        Turning::Page(name, First::Told(number)) => {
            format!("by page {} after {}", name.as_str(), way(number))
        }
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
