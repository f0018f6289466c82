//! The module `server`: a trait for each tag, one for who is calling, and routers.

use super::docs::{attributes, docs, lines, sanitise};
use super::names::{Home, ident, item};
use super::operation::method_docs;
use super::servers::base_path;
use super::{Cx, Feature, Module, Shape, output, types};
use crate::ir::{Group, Method, Scheme, SchemeKind};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// The module and its files.
pub(super) fn server(cx: &Cx<'_>) -> Module {
    let root = cx.root().path(1);
    let exports = cx.api.groups.iter().map(|group| {
        let (module, name) = (ident(&group.module), item(Home::Server, &group.trait_name));
        quote!(pub use #module::#name;)
    });
    let authenticator = authenticator(cx);
    let routers = routers(cx);
    Module {
        name: "server".to_owned(),
        is_public: true,
        feature: Some(Feature::Server),
        docs: vec!["The server: traits to implement, and a router for what does.".to_owned()],
        items: quote! {
            #(#exports)*
            pub use #root::runtime::server::{Context, Error, IntoProblem, Options, Principal};

            #authenticator
            #routers
        },
        text: None,
        children: cx.api.groups.iter().map(|it| file(it, cx)).collect(),
    }
}

fn file(group: &Group, cx: &Cx<'_>) -> Module {
    let name = item(Home::Server, &group.trait_name);
    let methods = group.methods.iter().map(|it| method(it, cx));
    let routes = group.methods.iter().map(|it| {
        let (name, input) = (ident(&it.name), item(Home::Operations, &it.input));
        quote! {
            Route::new(api, |api, cx, request: #input| {
                Box::pin(A::#name(api, cx, request))
            })
        }
    });
    let mut about = lines(&group.docs, &format!("Operations {}.", group.shared));
    about.extend([
        String::new(),
        "Implement what you serve; the rest answers 501.".to_owned(),
    ]);
    let about = attributes(&about);
    Module {
        name: group.module.as_str().to_owned(),
        is_public: false,
        feature: None,
        docs: sanitise(&format!(
            "The server's side of operations {}.",
            group.shared
        )),
        items: quote! {
            #about
            #[allow(unused_variables)]
            pub trait #name: Send + Sync + 'static {
                #(#methods)*
            }

            /// The operations of this file.
            pub(crate) fn routes<A: #name>(api: &Arc<A>) -> Vec<Route> {
                vec![#(#routes),*]
            }
        },
        text: None,
        children: Vec::new(),
    }
}

fn method(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let (name, input) = (ident(&it.name), item(Home::Operations, &it.input));
    let (docs, output) = (method_docs(it), output::ty(it, cx));
    // In `Result<_, Error>`.
    let allow = types::allow_complex(output::json(it).into_iter(), 2, 30);
    quote! {
        #docs
        #allow
        fn #name(
            &self,
            cx: Context,
            request: #input
        ) -> impl Future<Output = Result<#output, Error>> + Send {
            async { Err(Error::not_implemented()) }
        }
    }
}

/// The schemes that some operation requires.
fn used_schemes<'a>(cx: &Cx<'a>) -> Vec<&'a Scheme> {
    let required = cx.api.methods().flat_map(|it| it.security.iter().flatten());
    let used: BTreeSet<usize> = required.map(|it| it.scheme).collect();
    used.into_iter()
        .filter_map(|it| cx.api.schemes.get(it))
        .collect()
}

fn authenticator(cx: &Cx<'_>) -> TokenStream {
    let schemes = used_schemes(cx);
    if schemes.is_empty() {
        return TokenStream::new();
    }
    let methods = schemes.iter().map(|it| {
        let (name, arguments) = (ident(&it.name), credential_arguments(it));
        let docs = docs(
            &it.docs,
            &format!("Who a credential for `{}` stands for.", it.wire),
        );
        quote! {
            #docs
            fn #name(&self, #arguments) -> impl Future<Output = Result<Principal, Error>> + Send;
        }
    });
    let arms = schemes.iter().map(|it| {
        let (name, wire) = (ident(&it.name), &it.wire);
        let given = match it.kind {
            SchemeKind::Basic => quote!(credential.user(), credential.secret()),
            SchemeKind::Bearer | SchemeKind::ApiKey { .. } => quote!(credential.secret()),
        };
        quote!(#wire => authenticator.#name(#given).await,)
    });
    quote! {
        /// Decides who is calling. Asked before any handler of an operation that requires credentials.
        pub trait Authenticator: Send + Sync + 'static {
            #(#methods)*
        }

        fn auth(authenticator: impl Authenticator) -> Auth {
            let authenticator = Arc::new(authenticator);
            Arc::new(move |scheme, credential| {
                let authenticator = authenticator.clone();
                Box::pin(async move {
                    match scheme.name {
                        #(#arms)*
                        _ => Err(Error::unauthorized()),
                    }
                })
            })
        }
    }
}

fn credential_arguments(it: &Scheme) -> TokenStream {
    match it.kind {
        SchemeKind::Bearer => quote!(token: &str),
        SchemeKind::Basic => quote!(user: &str, password: &str),
        SchemeKind::ApiKey { .. } => quote!(key: &str),
    }
}

fn routers(cx: &Cx<'_>) -> TokenStream {
    let served: Vec<&Group> = cx.served().collect();
    let all = (!served.is_empty()).then(|| router(&served, cx));
    let received = cx.api.groups.iter().filter(|it| it.is_received);
    let received = received.map(|it| receiver(it, cx));
    quote!(#all #(#received)*)
}

fn router(groups: &[&Group], cx: &Cx<'_>) -> TokenStream {
    let (base, root) = (base_path(cx), cx.root().path(1));
    let traits = groups.iter().map(|it| item(Home::Server, &it.trait_name));
    let bounds = quote!(#(#traits)+*);
    let routes = routes(groups);
    let Guard {
        parameter,
        argument,
        auth,
    } = guard(groups.iter().flat_map(|it| &it.methods));
    let shown = base.replace('`', "");
    let docs = attributes(&[format!(
        "A router for everything, under `{shown}`, as the document has it."
    )]);
    let document = (cx.shape == Shape::Crate).then(|| {
        quote! {
            /// The document that this is made from, for [`Options::document`].
            pub const DOCUMENT: &str = include_str!("../../openapi.json");
        }
    });
    let options = match cx.shape {
        Shape::Crate => quote!(options.declared(DOCUMENT)),
        _ => quote!(options),
    };
    quote! {
        #document

        #docs
        pub fn router<A>(api: A #parameter) -> axum::Router
        where
            A: #bounds,
        {
            router_with(api #argument, Options::new())
        }

        /// A router for everything, with a base path, limits or layers of your own.
        pub fn router_with<A>(api: A #parameter, options: Options) -> axum::Router
        where
            A: #bounds,
        {
            let api = Arc::new(api);
            #routes
            #root::runtime::server::router(#base, routes, #auth, #options)
        }
    }
}

/// The router for requests that the API sends.
fn receiver(group: &Group, cx: &Cx<'_>) -> TokenStream {
    let root = cx.root().path(1);
    let (module, bound) = (ident(&group.module), item(Home::Server, &group.trait_name));
    let name = format_ident!("{}_router", group.module.as_str().trim_end_matches('_'));
    let Guard {
        parameter, auth, ..
    } = guard(group.methods.iter());
    let docs = attributes(&[
        format!("A router for {}, which the API sends to you.", group.tag),
        String::new(),
        "Each is received under its name, behind the base path of `options`.".to_owned(),
    ]);
    quote! {
        #docs
        pub fn #name<A>(api: A #parameter, options: Options) -> axum::Router
        where
            A: #bound,
        {
            let routes = #module::routes(&Arc::new(api));
            #root::runtime::server::router("/", routes, #auth, options)
        }
    }
}

/// How a router gets to know who is calling, if it has to.
struct Guard {
    parameter: TokenStream,
    argument: TokenStream,
    auth: TokenStream,
}

fn guard<'m>(mut methods: impl Iterator<Item = &'m Method>) -> Guard {
    if !methods.any(|it| it.security.iter().any(|it| !it.is_empty())) {
        return Guard {
            parameter: TokenStream::new(),
            argument: TokenStream::new(),
            auth: quote!(None),
        };
    }
    Guard {
        parameter: quote!(, authenticator: impl Authenticator),
        argument: quote!(, authenticator),
        auth: quote!(Some(auth(authenticator))),
    }
}

fn routes(groups: &[&Group]) -> TokenStream {
    let mut modules = groups.iter().map(|it| ident(&it.module));
    let first = modules.next();
    let more: Vec<_> = modules.collect();
    let mutable = (!more.is_empty()).then(|| quote!(mut));
    quote! {
        let #mutable routes = #first::routes(&api);
        #(routes.extend(#more::routes(&api));)*
    }
}
