//! Calls and handlers as a person writes them.

use crate::server::{Tokens, caller, in_process, serve, serve_api};
use bytes::Bytes;
use http::{StatusCode, header};
use portsip_pbx::client::{Client, Failure};
use portsip_pbx::models::{Tenant, TenantList, TenantSummary, UpdateTenantRequest};
use portsip_pbx::operations::{
    DeleteTenant, ExportIpRules, ExportIpRulesOutput, ListTenants, ShowTenant, SwitchTenants,
    UpdateTenant,
};
use portsip_pbx::runtime::body::Body;
use portsip_pbx::runtime::problem::Problem;
use portsip_pbx::server::{
    AdministrationApi, Context, Error, IntoProblem, Options, TenantApi, router_with,
};
use portsip_pbx::servers::Server;
use std::sync::{Arc, Mutex};

/// What a person writes who serves a part of the API.
#[derive(Clone)]
struct Pbx;

impl AdministrationApi for Pbx {
    async fn list_tenants(&self, _: Context, request: ListTenants) -> Result<TenantList, Error> {
        let mut page = TenantList::default();
        page.count = Some(i64::from(request.top.unwrap_or(100)));
        let mut tenant = TenantSummary::default();
        tenant.name = request.filter;
        page.items = Some(vec![tenant]);
        Ok(page)
    }

    async fn show_tenant(&self, _: Context, request: ShowTenant) -> Result<Tenant, Error> {
        match request.id.as_str() {
            "none" => Err(Error::not_found().detail("there is no such tenant")),
            _ => {
                let mut it = Tenant::default();
                it.id = Some(request.id);
                Ok(it)
            }
        }
    }

    async fn delete_tenant(&self, _: Context, _: DeleteTenant) -> Result<(), Error> {
        room()?;
        Ok(())
    }

    async fn switch_tenants(&self, _: Context, request: SwitchTenants) -> Result<(), Error> {
        assert_eq!(request.id.as_deref(), Some("9"));
        Ok(())
    }

    async fn export_ip_rules(
        &self,
        _: Context,
        _: ExportIpRules,
    ) -> Result<ExportIpRulesOutput, Error> {
        let (send, chunks) = tokio::sync::mpsc::channel(1);
        tokio::spawn(async move {
            for line in ["cidr,target\n", "10.0.0.0/8,DENY\n", "::/0,ACCEPT\n"] {
                send.send(line).await.expect("a reader");
            }
        });
        let mut it = ExportIpRulesOutput::new(Body::stream(Chunks(chunks)));
        it.content_disposition = Some("attachment; filename=\"rules ü.csv\"".to_owned());
        Ok(it)
    }
}

impl TenantApi for Pbx {}

struct Chunks(tokio::sync::mpsc::Receiver<&'static str>);

impl futures_core::Stream for Chunks {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.0
            .poll_recv(cx)
            .map(|line| line.map(|line| Ok(line.into())))
    }
}

#[tokio::test]
async fn a_call_reads_as_a_sentence() {
    let client = caller(serve_api(Pbx).await).build().expect("a client");
    let page = client
        .list_tenants()
        .filter("name eq 'a&b=ü/%'")
        .top(50)
        .await
        .expect("a page");
    assert_eq!((page.status, page.count), (StatusCode::OK, Some(50)));
    let items = page.into_inner().items.expect("items");
    assert_eq!(items[0].name.as_deref(), Some("name eq 'a&b=ü/%'"));
}

/// Knows one tenant.
#[derive(Clone)]
struct Single(Arc<Mutex<Tenant>>);

impl AdministrationApi for Single {
    async fn show_tenant(&self, _: Context, _: ShowTenant) -> Result<Tenant, Error> {
        Ok(self.0.lock().expect("a tenant").clone())
    }

    async fn update_tenant(&self, _: Context, request: UpdateTenant) -> Result<(), Error> {
        let change = request.body.unwrap_or_default();
        let mut tenant = self.0.lock().expect("a tenant");
        tenant.website = change.website;
        tenant.timezone = change.timezone;
        Ok(())
    }
}

impl TenantApi for Single {}

#[tokio::test]
async fn what_was_read_is_changed_and_written_back() {
    let mut known = Tenant::default();
    known.id = Some("7".to_owned());
    known.website = Some("https://example.com".to_owned());
    known.timezone = Some("Europe/Riga".to_owned());
    let api = Single(Arc::new(Mutex::new(known)));
    let client = in_process(api.clone()).build().expect("a client");

    let tenant = client.show_tenant("7").await.expect("a tenant");
    let change = UpdateTenantRequest::from(tenant.into_inner()).timezone("Asia/Tokyo");
    client.update_tenant("7", change).await.expect("changed");

    let tenant = api.0.lock().expect("a tenant");
    assert_eq!(tenant.timezone.as_deref(), Some("Asia/Tokyo"));
    assert_eq!(tenant.website.as_deref(), Some("https://example.com"));
}

#[tokio::test]
async fn one_question_mark_serves_all_operations() {
    async fn calls(client: &Client, id: &str) -> Result<Option<String>, Failure> {
        client.switch_tenants().id("9").await?;
        let tenant = client.show_tenant(id).await?;
        Ok(tenant.into_inner().id)
    }
    let client = caller(serve_api(Pbx).await).build().expect("a client");
    let odd = "a/b ?#%2F+ü";
    assert_eq!(
        calls(&client, odd).await.expect("a tenant").as_deref(),
        Some(odd)
    );
    let failure = calls(&client, "none").await.expect_err("no tenant");
    assert_eq!(failure.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(
        failure.to_string(),
        "GET /tenants/{id}: answered 404 Not Found: there is no such tenant"
    );
}

#[tokio::test]
async fn a_call_can_be_spawned() {
    let client = in_process(Pbx).build().expect("a client");
    let sending = client.show_tenant("1").send();
    drop(client);
    let tenant = tokio::spawn(sending)
        .await
        .expect("no panic")
        .expect("a tenant");
    assert_eq!(tenant.id.as_deref(), Some("1"));
}

#[tokio::test]
async fn an_export_comes_as_a_stream_with_its_file_name() {
    for client in [caller(serve_api(Pbx).await), in_process(Pbx)] {
        let client = client.build().expect("a client");
        let mut export = client.export_ip_rules().await.expect("an export");
        assert_eq!(
            export.content_disposition.as_deref(),
            Some("attachment; filename=\"rules ü.csv\"")
        );
        assert_eq!(
            export.headers[header::CONTENT_TYPE],
            "application/octet-stream"
        );
        let mut lines = Vec::new();
        while let Some(chunk) = export.body.body.chunk().await {
            lines.extend_from_slice(&chunk.expect("a chunk"));
        }
        assert_eq!(lines, b"cidr,target\n10.0.0.0/8,DENY\n::/0,ACCEPT\n");
    }
}

#[tokio::test]
async fn a_fixed_path_goes_before_one_with_a_place() {
    let client = caller(serve_api(Pbx).await).build().expect("a client");
    client
        .switch_tenants()
        .id("9")
        .await
        .expect("the fixed path");
    // OAS 3.1, Paths Object: it is matched before the template, whatever methods it has.
    let error = client
        .show_tenant("switch")
        .await
        .expect_err("not the id of a tenant");
    assert_eq!(error.status(), Some(StatusCode::METHOD_NOT_ALLOWED));
}

/// An error of the server's own.
struct NoRoom {
    left: u32,
}

impl IntoProblem for NoRoom {
    fn into_problem(self) -> Problem {
        let status = StatusCode::INSUFFICIENT_STORAGE;
        Problem::new(status).detail(format!("room for {} more", self.left))
    }
}

fn room() -> Result<(), NoRoom> {
    Err(NoRoom { left: 0 })
}

#[tokio::test]
async fn an_error_of_the_server_s_own_becomes_a_problem() {
    let client = caller(serve_api(Pbx).await).build().expect("a client");
    let error = client.delete_tenant("1").await.expect_err("no room");
    let problem = error.problem().expect("a problem");
    assert_eq!(problem.to_string(), "Insufficient Storage: room for 0 more");
}

#[tokio::test]
async fn what_is_not_implemented_answers_501() {
    let client = caller(serve_api(Pbx).await).build().expect("a client");
    let error = client
        .show_license()
        .await
        .expect_err("nothing is implemented");
    assert_eq!(error.status(), Some(StatusCode::NOT_IMPLEMENTED));
}

#[tokio::test]
async fn an_api_can_stand_under_another_path() {
    for base in ["", "/", "/pbx/v22", "/pbx/v22/"] {
        let address = serve(router_with(Pbx, Tokens, Options::new().base(base))).await;
        let client = Client::builder(format!("http://{address}{base}"))
            .bearer("secret")
            .build()
            .expect("a client");
        assert_eq!(
            client
                .show_tenant("1")
                .await
                .expect("a tenant")
                .id
                .as_deref(),
            Some("1"),
            "{base:?}"
        );
    }
}

#[test]
fn the_server_s_variables_have_their_defaults() {
    assert_eq!(Server::default().url(), "https://HOSTNAME:8887/api");
    let server = Server::default()
        .protocol("http")
        .hostname("pbx.example.com")
        .port("80");
    assert_eq!(server.url(), "http://pbx.example.com:80/api");
    let client = Client::builder(server)
        .bearer("secret")
        .build()
        .expect("a client");
    let request = client
        .switch_tenants()
        .id("9")
        .request()
        .expect("a request");
    assert_eq!(
        request.uri(),
        "http://pbx.example.com:80/api/tenants/switch?id=9"
    );
    assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer secret");
}
