//! What is measured of the generated server: a trait with two methods, behind the generated router.

use std::sync::RwLock;

use axum::Router;
use portsip_pbx::models::{CreatedResource, NetworkConfiguration};
use portsip_pbx::operations::{CreateTenant, RetrieveNetworkConfigurations};
use portsip_pbx::server::{
    AdministrationApi, Authenticator, Context, Error, Principal, TenantApi, router,
};

use super::requests::{NETWORK, TENANT_ID, TOKEN};

/// The server under `/api`.
pub fn app() -> Router {
    let network = portsip_pbx::runtime::codec::decode(NETWORK.as_bytes()).unwrap_or_default();
    let network = RwLock::new(network);
    router(Pbx { network }, Tokens)
}

struct Pbx {
    network: RwLock<NetworkConfiguration>,
}

impl AdministrationApi for Pbx {
    async fn retrieve_network_configurations(
        &self,
        _: Context,
        _: RetrieveNetworkConfigurations,
    ) -> Result<NetworkConfiguration, Error> {
        let network = self.network.read().map_err(|_| Error::internal())?;
        Ok(network.clone())
    }

    async fn create_tenant(
        &self,
        _: Context,
        request: CreateTenant,
    ) -> Result<CreatedResource, Error> {
        std::hint::black_box(request.body);
        let mut created = CreatedResource::default();
        created.id = Some(TENANT_ID.to_owned());
        Ok(created)
    }
}

impl TenantApi for Pbx {}

struct Tokens;

impl Authenticator for Tokens {
    async fn bearer(&self, token: &str) -> Result<Principal, Error> {
        match token == TOKEN {
            true => Ok(Principal::new("admin")),
            false => Err(Error::unauthorized()),
        }
    }
}
