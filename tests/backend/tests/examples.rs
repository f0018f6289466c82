//! The examples of the generated crate, run against the backend.

mod running;

macro_rules! example {
    ($name:ident, $path:literal) => {
        #[path = $path]
        #[allow(dead_code, reason = "a test calls what `main` does")]
        mod $name;
    };
}
example!(
    change_tenant,
    "../../../generated/portsip-pbx/examples/change_tenant.rs"
);
example!(
    download_rules,
    "../../../generated/portsip-pbx/examples/download_rules.rs"
);
example!(
    handle_errors,
    "../../../generated/portsip-pbx/examples/handle_errors.rs"
);
example!(
    list_tenants,
    "../../../generated/portsip-pbx/examples/list_tenants.rs"
);
example!(
    token_source,
    "../../../generated/portsip-pbx/examples/token_source.rs"
);

use portsip_pbx::client::Client;
use portsip_pbx::models::{CreateIpRuleRequest, CreateTenantRequest, IpRuleTarget};
use running::{Running, temporary};

/// A tenant that is enabled; its id.
async fn tenant(client: &Client, name: &str) -> String {
    let domain = format!("{name}.example");
    let request = CreateTenantRequest::new(name, domain, "Europe/Riga", "EUR", "LVA");
    let created = client.create_tenant(request).await.expect("created");
    created.into_inner().id.expect("an id")
}

#[tokio::test]
async fn tenants_are_listed_to_the_last_page() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    for number in 0..120 {
        tenant(&client, &format!("t{number}")).await;
    }
    assert_eq!(list_tenants::list(&client).await.expect("listed"), 120);
    server.stop().await;
}

#[tokio::test]
async fn a_tenant_is_changed_and_errors_are_told() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let id = tenant(&client, "acme").await;
    change_tenant::move_to(&client, &id, "Europe/Oslo")
        .await
        .expect("changed");
    let changed = client.show_tenant(id.as_str()).await.expect("shown");
    assert_eq!(changed.timezone.as_deref(), Some("Europe/Oslo"));
    let told = handle_errors::describe(&client, &id).await;
    assert_eq!(told, "found Some(\"acme\")");
    let told = handle_errors::describe(&client, "none").await;
    assert!(told.starts_with("there is no such tenant"), "{told}");
    assert!(told.contains("do not try again"), "{told}");
    server.stop().await;
}

#[tokio::test]
async fn rules_become_a_file() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let rule = CreateIpRuleRequest::new("10.0.0.0/8", IpRuleTarget::Deny);
    client.create_ip_rule(rule).await.expect("created");
    let path = folder.path().join("rules.csv");
    let length = download_rules::download(&client, &path)
        .await
        .expect("downloaded");
    let text = std::fs::read_to_string(&path).expect("a file");
    assert_eq!(text.len() as u64, length);
    assert!(text.contains("10.0.0.0/8"), "{text}");
    server.stop().await;
}

#[tokio::test]
async fn a_token_comes_from_a_file() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let path = folder.path().join("token");
    let client = token_source::connect(server.url(), path.clone()).expect("a client");
    let error = client.list_tenants().await.expect_err("no token yet");
    assert!(error.status().is_none(), "{error}");
    std::fs::write(&path, server.token()).expect("written");
    client.list_tenants().await.expect("listed");
    server.stop().await;
}
