//! The module `mock`: a router that answers what was made beforehand.
//!
//! The answers themselves are a file of the package, which whoever calls this crate writes.

use super::names::{Home, item};
use super::servers::base_path;
use super::{Cx, Feature, Module};
use quote::quote;

/// The file of a package that holds the answers of its mock, which `generate` leaves to its caller.
pub const ANSWERS: &str = "mock.json";

/// The module.
pub(super) fn mock(cx: &Cx<'_>) -> Module {
    let base = base_path(cx);
    // From `src/mock.rs`.
    let answers = format!("../{ANSWERS}");
    let routes = cx.served().flat_map(|group| &group.methods).map(|it| {
        let input = item(Home::Operations, &it.input);
        quote!(mock.route::<#input>())
    });
    Module {
        name: "mock".to_owned(),
        is_public: true,
        feature: Some(Feature::Mock),
        docs: vec![
            "A mock: requests are checked, and answered with what was made beforehand.".to_owned(),
        ],
        items: quote! {
            /// The base path of the document.
            pub const BASE: &str = #base;

            const ANSWERS: &str = include_str!(#answers);

            /// A router for everything, under the base path of the document. Any credentials will do, where some are
            /// required; `Prefer: code=404, example=name, dynamic=true` (RFC 7240) chooses among the answers.
            pub fn router() -> axum::Router {
                serve(&Mock::new(ANSWERS))
            }

            /// The same with a memory, empty at first: what is created is listed, read, updated and destroyed, where
            /// the paths make that plain.
            pub fn stateful_router() -> axum::Router {
                serve(&Mock::stateful(ANSWERS))
            }

            fn serve(mock: &Arc<Mock>) -> axum::Router {
                mock.router(BASE, vec![#(#routes),*])
            }
        },
        text: None,
        children: Vec::new(),
    }
}
