//! What the build script makes: one file that stands in any module, with the same items as the committed crate.

use crate::items::public_items;
use crate::run::committed;
use portsip::client::Client;
use portsip::models::TenantList;
use portsip::operations::ListTenants;
use portsip::server::{
    AdministrationApi, Authenticator, Context, Error, Principal, TenantApi, router,
};
use std::path::Path;

/// In a module that is not at the top, as a careful user would have it.
#[allow(dead_code)]
mod portsip {
    include!(concat!(env!("OUT_DIR"), "/portsip_pbx.rs"));
}

struct Pbx;

impl AdministrationApi for Pbx {
    async fn list_tenants(&self, cx: Context, request: ListTenants) -> Result<TenantList, Error> {
        assert_eq!(cx.principal.map(|it| it.subject).as_deref(), Some("anna"));
        Ok(TenantList {
            count: request.top.map(i64::from),
            ..TenantList::default()
        })
    }
}

impl TenantApi for Pbx {}

impl Authenticator for Pbx {
    async fn bearer(&self, _: &str) -> Result<Principal, Error> {
        Ok(Principal::new("anna"))
    }
}

#[tokio::test]
async fn its_client_talks_to_its_server() {
    let client = Client::builder("http://in.process/api")
        .transport(router(Pbx, Pbx))
        .bearer("token");
    let client = client.build().expect("a client");
    let page = client.list_tenants().top(7).await.expect("a page");
    assert_eq!(page.count, Some(7));
}

#[test]
fn it_has_the_items_of_the_committed_crate() {
    let module = public_items(&Path::new(env!("OUT_DIR")).join("portsip_pbx.rs"));
    let mut krate = public_items(&committed().join("src/lib.rs"));
    assert!(krate.len() > 500, "{} items are not the crate", krate.len());
    // Only a crate has features, of which serde is one, and files that are not Rust, such as the document.
    let of_crates = [
        "runtime::blocking::",
        "runtime::record::",
        "runtime::redaction::",
        "runtime::serde_shims::",
        "runtime::trace::",
        "models::shims ",
        "const server::DOCUMENT ",
    ];
    krate.retain(|it| !of_crates.iter().any(|only| it.contains(only)));
    let difference: Vec<_> = (module.iter().filter(|it| !krate.contains(it)))
        .chain(krate.iter().filter(|it| !module.contains(it)))
        .collect();
    let some = &difference[..difference.len().min(10)];
    assert!(
        difference.is_empty(),
        "{} differ, such as {some:#?}",
        difference.len()
    );
}
