//! A document as an outline that a person can read: what `oasmith dump --after read` and `resolve` show.
//!
//! Leaves out prose, examples and constraints; the merged document has them.

mod shape;

use super::{
    Callback, Components, Document, MediaType, Operation, Parameter, ParameterFormat,
    ParameterPlace, PathItem, Ref, RefOr, RequestBody, Response, Schema, SecurityRequirement,
    SecuritySchemeKind,
};
use indexmap::IndexMap;
use shape::shape;

/// One line for each thing, two blanks for each level.
pub fn print(document: &Document) -> String {
    let mut to = Outline::default();
    let info = &document.info;
    to.line(format!("openapi {}", document.openapi.value));
    to.line(format!("info {} {}", info.title, info.version));
    for server in &document.servers {
        to.line(format!("server {}", server.url.value));
    }
    if !document.security.is_empty() {
        to.security(Some(&document.security));
    }
    for tag in &document.tags {
        to.line(format!("tag {}", tag.name));
    }
    to.path_items("paths", &document.paths);
    to.path_items("webhooks", &document.webhooks);
    to.components(&document.components);
    to.text
}

#[derive(Default)]
struct Outline {
    text: String,
    level: usize,
}

impl Outline {
    fn line(&mut self, text: impl AsRef<str>) {
        let text = text.as_ref().trim_end();
        for _ in 0..self.level {
            self.text.push_str("  ");
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn inside(&mut self, print: impl FnOnce(&mut Self)) {
        self.level += 1;
        print(self);
        self.level -= 1;
    }

    /// A heading and what is under it, unless that is nothing.
    fn map<T>(
        &mut self,
        heading: &str,
        map: &IndexMap<String, T>,
        print: impl Fn(&mut Self, &str, &T),
    ) {
        if map.is_empty() {
            return;
        }
        self.line(heading);
        self.inside(|to| map.iter().for_each(|(name, it)| print(to, name, it)));
    }

    fn path_items(&mut self, heading: &str, items: &IndexMap<String, PathItem>) {
        self.map(heading, items, |to, path, item| {
            to.line(path);
            to.inside(|to| to.path_item(item));
        });
    }

    fn path_item(&mut self, item: &PathItem) {
        if let Some(reference) = &item.unfollowed {
            self.line(format!("$ref {}", reference.target));
        }
        item.parameters.iter().for_each(|it| self.parameter("", it));
        for operation in &item.operations {
            self.operation(operation);
        }
    }

    fn operation(&mut self, it: &Operation) {
        let id = it.id.as_ref().map_or("(no id)", |it| &it.value);
        let tags: Vec<&str> = it.tags.iter().map(|it| it.value.as_str()).collect();
        self.line(format!("{} {id} [{}]", it.method, tags.join(", ")));
        self.inside(|to| {
            to.security(it.security.as_deref());
            it.parameters.iter().for_each(|it| to.parameter("", it));
            it.request_body.iter().for_each(|it| to.body("body", it));
            for (status, response) in &it.responses {
                to.response(&status.to_string(), response);
            }
            for (name, callback) in &it.callbacks {
                to.callback(name, callback);
            }
        });
    }

    fn security(&mut self, requirements: Option<&[SecurityRequirement]>) {
        let Some(requirements) = requirements else {
            return;
        };
        let together = |it: &SecurityRequirement| {
            let names: Vec<&str> = it.schemes.keys().map(String::as_str).collect();
            names.join(" + ")
        };
        let mut alternatives: Vec<String> = requirements.iter().map(together).collect();
        if alternatives.is_empty() {
            alternatives.push(String::new());
        }
        let named = alternatives
            .iter()
            .map(|it| if it.is_empty() { "nothing" } else { it });
        let named: Vec<&str> = named.collect();
        self.line(format!("security {}", named.join(" | ")));
    }

    fn parameter(&mut self, name: &str, it: &RefOr<Parameter>) {
        let text = match it {
            RefOr::Ref(it) => format!("parameter {}", arrow(it)),
            RefOr::Value(it) => {
                let mark = if it.required { "" } else { "?" };
                let (place, own, format) = (place(it.place), &it.name.value, format_of(&it.format));
                format!("{place} {own}{mark}: {format}")
            }
        };
        self.named(name, text);
    }

    fn body(&mut self, name: &str, it: &RefOr<RequestBody>) {
        match it {
            RefOr::Ref(it) => self.line(format!("{name} {}", arrow(it))),
            RefOr::Value(it) => {
                let mark = if it.required { "" } else { "?" };
                self.line(format!("{name}{mark} {}", content(&it.content)));
            }
        }
    }

    fn response(&mut self, name: &str, it: &RefOr<Response>) {
        match it {
            RefOr::Ref(it) => self.line(format!("{name} {}", arrow(it))),
            RefOr::Value(it) => {
                self.line(format!("{name} {}", content(&it.content)));
                let headers = it.headers.keys();
                self.inside(|to| headers.for_each(|it| to.line(format!("header {it}"))));
            }
        }
    }

    fn callback(&mut self, name: &str, it: &RefOr<Callback>) {
        match it {
            RefOr::Ref(it) => self.line(format!("callback {name} {}", arrow(it))),
            RefOr::Value(it) => self.path_items(&format!("callback {name}"), &it.paths),
        }
    }

    fn components(&mut self, it: &Components) {
        self.map("schemas", &it.schemas, Self::schema);
        self.map("parameters", &it.parameters, Self::parameter);
        self.map("request bodies", &it.request_bodies, Self::body);
        self.map("responses", &it.responses, Self::response);
        self.map("headers", &it.headers, |to, name, it| match it {
            RefOr::Ref(it) => to.named(name, arrow(it)),
            RefOr::Value(it) => to.named(name, format_of(&it.format)),
        });
        self.map("callbacks", &it.callbacks, Self::callback);
        self.map("security schemes", &it.security_schemes, |to, name, it| {
            to.named(name, scheme(&it.kind));
        });
    }

    /// A component: its properties on lines of their own.
    fn schema(&mut self, name: &str, it: &Schema) {
        let object = it.as_object().filter(|it| !it.properties.is_empty());
        let Some(object) = object else {
            return self.named(name, shape(it));
        };
        self.named(name, shape::around(object));
        self.inside(|to| {
            for (name, property) in &object.properties {
                let mark = shape::mark(object, name);
                to.line(format!("{name}{mark}: {}", shape(&property.schema)));
            }
        });
    }

    fn named(&mut self, name: &str, text: impl AsRef<str>) {
        let text = text.as_ref();
        match name {
            "" => self.line(text),
            _ => self.line(format!("{name}: {text}")),
        }
    }
}

fn arrow(it: &Ref) -> String {
    format!("-> {}", it.target)
}

fn place(it: ParameterPlace) -> &'static str {
    match it {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
        ParameterPlace::QueryString => "querystring",
    }
}

fn format_of(it: &ParameterFormat) -> String {
    match it {
        ParameterFormat::Schema(it) => shape(it),
        ParameterFormat::Content(name, it) => media_type(name, it),
    }
}

fn content(map: &IndexMap<String, MediaType>) -> String {
    let all: Vec<String> = map.iter().map(|(name, it)| media_type(name, it)).collect();
    all.join(", ")
}

fn media_type(name: &str, it: &MediaType) -> String {
    match (&it.schema, &it.item_schema) {
        (Some(it), _) => format!("{name} {}", shape(it)),
        (None, Some(it)) => format!("{name} stream of {}", shape(it)),
        (None, None) => name.to_owned(),
    }
}

fn scheme(it: &SecuritySchemeKind) -> String {
    match it {
        SecuritySchemeKind::ApiKey { name, place: it } => format!("API key {} {name}", place(*it)),
        SecuritySchemeKind::Http { scheme, .. } => format!("HTTP {scheme}"),
        SecuritySchemeKind::OAuth2 { flows } => {
            let flows: Vec<&str> = flows.iter().map(|it| it.kind.as_str()).collect();
            format!("OAuth 2 {}", flows.join(", "))
        }
        SecuritySchemeKind::OpenIdConnect { url } => format!("OpenID Connect {url}"),
        SecuritySchemeKind::MutualTls => "mutual TLS".to_owned(),
        SecuritySchemeKind::Unreadable => "unreadable".to_owned(),
    }
}
