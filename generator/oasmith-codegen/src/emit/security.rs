//! The module `security`: the schemes of the document, and what operations require of them.

use super::docs::docs;
use super::names::{Home, constant, item};
use super::{Cx, Feature, Module, names};
use crate::ir::{Api, Flow, FlowKind, Name, Place, Requirement, Scheme, SchemeKind};
use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

pub(super) type Alternatives = [Vec<Requirement>];

const LONGEST_NAME: usize = 40;

/// The module, if the document has schemes.
pub(super) fn security(cx: &Cx<'_>) -> Option<Module> {
    if cx.api.schemes.is_empty() {
        return None;
    }
    let schemes: TokenStream = cx.api.schemes.iter().map(scheme).collect();
    let flows = cx.api.schemes.iter().flat_map(|scheme| {
        let flows = scheme.flows.iter();
        flows.map(move |it| flow(it, scheme, cx))
    });
    let flows: TokenStream = flows.collect();
    let sets = &cx.requirements;
    let sets: TokenStream = sets
        .iter()
        .map(|(set, name)| requirement_set(set, name, cx))
        .collect();
    Some(Module {
        name: "security".to_owned(),
        is_public: true,
        feature: None,
        docs: vec!["How callers prove who they are.".to_owned()],
        items: quote!(#schemes #flows #sets),
        text: None,
        children: Vec::new(),
    })
}

fn scheme(it: &Scheme) -> TokenStream {
    let (name, wire) = (names::scheme(&it.name), &it.wire);
    let docs = docs(&it.docs, &format!("`{wire}`."));
    let kind = match &it.kind {
        SchemeKind::Bearer => quote!(SchemeKind::Bearer),
        SchemeKind::Basic => quote!(SchemeKind::Basic),
        SchemeKind::ApiKey {
            place: Place::Query,
            wire,
        } => quote!(SchemeKind::Query(#wire)),
        SchemeKind::ApiKey {
            place: Place::Cookie,
            wire,
        } => quote!(SchemeKind::Cookie(#wire)),
        SchemeKind::ApiKey { wire, .. } => quote!(SchemeKind::Header(#wire)),
    };
    quote! {
        #docs
        pub static #name: Scheme = Scheme {
            name: #wire,
            kind: #kind,
        };
    }
}

/// Where tokens for a scheme come from: `petstore_auth_password`. No scheme's own static has such a name.
fn flow(it: &Flow, scheme: &Scheme, cx: &Cx<'_>) -> TokenStream {
    if !cx.api.targets.client {
        return TokenStream::new();
    }
    let gate = cx.root().gate(Feature::Client);
    let (url, base) = (&it.token_url, scheme.name.as_str());
    let (what, suffix) = match it.kind {
        FlowKind::ClientCredentials => ("the client's credentials", "client_credentials"),
        FlowKind::Password => ("the password of a user", "password"),
        FlowKind::RefreshToken => ("a refresh token", "refresh_token"),
    };
    // What ends in `_` is a keyword, and no longer one with something behind it.
    let base = base.trim_start_matches("r#").trim_end_matches('_');
    let name = format_ident!("{base}_{suffix}");
    let constructor = format_ident!("{suffix}");
    let mut lines = vec![format!(
        "Tokens for `{}` by {what}, for the builder's `token_source`.",
        scheme.wire
    )];
    if !it.scopes.is_empty() {
        lines.push(format!("Scopes: {}.", it.scopes.join(", ")));
    }
    let lines = lines.iter().flat_map(|line| super::docs::sanitise(line));
    let docs = super::docs::attributes(&lines.collect::<Vec<_>>());
    let arguments: &[&str] = match it.kind {
        FlowKind::ClientCredentials => &["client_id", "client_secret"],
        FlowKind::Password => &["user", "password"],
        FlowKind::RefreshToken => &["token"],
    };
    let arguments: Vec<_> = arguments.iter().map(|it| format_ident!("{it}")).collect();
    quote! {
        #docs
        #gate
        pub fn #name(#(#arguments: impl Into<String>),*) -> OAuth2 {
            OAuth2::#constructor(#url, #(#arguments),*)
        }
    }
}

fn requirement_set(set: &Alternatives, name: &Name, cx: &Cx<'_>) -> TokenStream {
    let name = item(Home::Security, name);
    let alternatives = set.iter().map(|all| {
        let all = all.iter().filter_map(|it| {
            let scheme = names::scheme(&cx.api.schemes.get(it.scheme)?.name);
            let scopes = &it.scopes;
            Some(quote!(Requirement { scheme: &#scheme, scopes: &[#(#scopes),*] }))
        });
        quote!(&[#(#all),*])
    });
    quote! {
        pub(crate) const #name: &[&[Requirement]] = &[#(#alternatives),*];
    }
}

/// What an operation requires, by the name of its constant.
pub(super) fn requirement(set: &Alternatives, cx: &Cx<'_>) -> TokenStream {
    if set.is_empty() {
        return quote!(&[]);
    }
    match cx.requirements.get(set) {
        Some(name) => {
            let name = item(Home::Security, name);
            quote!(#name)
        }
        None => quote!(&[]),
    }
}

/// All sets of requirements, each with a name: most operations of an API share one.
pub(super) fn requirements(api: &Api) -> IndexMap<&Alternatives, Name> {
    let mut sets: IndexMap<&Alternatives, Name> = IndexMap::new();
    let all = api.methods().map(|it| it.security.as_slice());
    for set in all.filter(|it| !it.is_empty()) {
        if sets.contains_key(set) {
            continue;
        }
        let base = set_name(set, api);
        let is_taken = |name: &str| sets.values().any(|it| it.as_str() == name);
        let mut name = base.clone();
        let mut number = 2;
        while is_taken(&name) {
            name = format!("{base}_{number}");
            number += 1;
        }
        sets.insert(set, Name(name));
    }
    sets
}

/// `NEEDS_BEARER`, `NEEDS_KEY_AND_USER_OR_NOTHING`
fn set_name(set: &Alternatives, api: &Api) -> String {
    let all = |all: &Vec<Requirement>| {
        let schemes = all.iter().filter_map(|it| api.schemes.get(it.scheme));
        let names: Vec<String> = schemes.map(|it| constant(it.name.as_str())).collect();
        if names.is_empty() {
            "NOTHING".to_owned()
        } else {
            names.join("_AND_")
        }
    };
    // Alternatives may differ in nothing but scopes.
    let mut alternatives: Vec<String> = set.iter().map(all).collect();
    alternatives.dedup();
    let name = alternatives.join("_OR_");
    let is_long = name.len() > LONGEST_NAME;
    format!("NEEDS_{}", if is_long { "ONE_OF_MANY" } else { &name })
}
