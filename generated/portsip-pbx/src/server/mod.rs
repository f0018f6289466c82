//! The server: traits to implement, and a router for what does.

mod administration;
mod tenant;

use crate::runtime::server::Auth;
pub use crate::runtime::server::{Context, Error, IntoProblem, Options, Principal};
pub use administration::AdministrationApi;
use std::sync::Arc;
pub use tenant::TenantApi;

/// Decides who is calling. Asked before any handler of an operation that requires credentials.
pub trait Authenticator: Send + Sync + 'static {
    /// Who a credential for `bearer` stands for.
    fn bearer(&self, token: &str) -> impl Future<Output = Result<Principal, Error>> + Send;
}

fn auth(authenticator: impl Authenticator) -> Auth {
    let authenticator = Arc::new(authenticator);
    Arc::new(move |scheme, credential| {
        let authenticator = authenticator.clone();
        Box::pin(async move {
            match scheme.name {
                "bearer" => authenticator.bearer(credential.secret()).await,
                _ => Err(Error::unauthorized()),
            }
        })
    })
}

/// The document that this is made from, for [`Options::document`].
pub const DOCUMENT: &str = include_str!("../../openapi.json");

/// A router for everything, under `/api`, as the document has it.
pub fn router<A>(api: A, authenticator: impl Authenticator) -> axum::Router
where
    A: AdministrationApi + TenantApi,
{
    router_with(api, authenticator, Options::new())
}

/// A router for everything, with a base path, limits or layers of your own.
pub fn router_with<A>(api: A, authenticator: impl Authenticator, options: Options) -> axum::Router
where
    A: AdministrationApi + TenantApi,
{
    let api = Arc::new(api);
    let mut routes = administration::routes(&api);
    routes.extend(tenant::routes(&api));
    crate::runtime::server::router(
        "/api",
        routes,
        Some(auth(authenticator)),
        options.declared(DOCUMENT),
    )
}
