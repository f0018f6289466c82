//! Lists that are longer than a page.

use crate::server::{Tokens, serve};
use portsip_pbx::client::Client;
use portsip_pbx::models::{TenantList, TenantSummary};
use portsip_pbx::operations::ListTenants;
use portsip_pbx::server::{AdministrationApi, Context, Error, TenantApi, router};

/// Has five tenants, and gives what it is asked for.
struct Five;

impl AdministrationApi for Five {
    async fn list_tenants(&self, _: Context, request: ListTenants) -> Result<TenantList, Error> {
        let (skip, top) = (request.skip.unwrap_or(0), request.top.unwrap_or(100));
        let tenants = (skip..5.min(skip + top)).map(|number| {
            let mut tenant = TenantSummary::default();
            tenant.name = Some(format!("t{number}"));
            tenant
        });
        let mut list = TenantList::default();
        list.count = Some(5);
        list.items = Some(tenants.collect());
        Ok(list)
    }
}

impl TenantApi for Five {}

#[tokio::test]
async fn a_list_comes_as_a_stream_without_configuration() {
    let address = serve(router(Five, Tokens)).await;
    let client = Client::builder(format!("http://{address}/api")).bearer("secret");
    let client = client.build().unwrap();

    let mut pages = client.list_tenants().top(2).pages().prefetch(1);
    let mut lengths = Vec::new();
    while let Some(page) = pages.next().await {
        lengths.push(page.unwrap().items.as_ref().unwrap().len());
    }
    assert_eq!(lengths, [2, 2, 1]);

    let mut tenants = client.list_tenants().skip(1).top(2).items();
    let mut names = Vec::new();
    while let Some(tenant) = tenants.next().await {
        names.push(tenant.unwrap().name.unwrap());
    }
    assert_eq!(names, ["t1", "t2", "t3", "t4"]);
}
