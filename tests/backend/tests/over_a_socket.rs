//! The generated client and the backend, over a real socket.

mod running;

use http::StatusCode;
use jiff::Timestamp;
use portsip_pbx::client::{Client, Error};
use portsip_pbx::models::*;
use running::{Running, temporary};

fn rule(cidr: &str, target: IpRuleTarget) -> CreateIpRuleRequest {
    CreateIpRuleRequest::new(cidr, target)
}

fn status<E>(error: Error<E>) -> StatusCode {
    error.status().expect("an answer")
}

#[tokio::test]
async fn ip_rules_are_created_found_changed_destroyed_and_exported() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let expires: Timestamp = "2030-01-01T00:00:00Z".parse().expect("a time");
    for (index, cidr) in ["10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32"]
        .into_iter()
        .enumerate()
    {
        let target = if index == 1 {
            IpRuleTarget::Deny
        } else {
            IpRuleTarget::Accept
        };
        let rule = rule(cidr, target)
            .expire_at(expires)
            .description(format!("rule {index}"));
        assert!(
            client
                .create_ip_rule(rule)
                .await
                .expect("created")
                .id
                .is_some()
        );
    }

    let page = client
        .list_ip_rules()
        .filter("target eq 'ACCEPT'")
        .orderby("cidr desc")
        .top(1);
    let page = page.await.expect("a page");
    let items = page.items.as_deref().expect("items");
    assert_eq!((page.count, items.len()), (Some(2), 1));
    assert_eq!(items[0].cidr.as_deref(), Some("2001:db8::/32"));

    let found = client
        .list_ip_rules()
        .search("RULE 1")
        .await
        .expect("found");
    let id = found
        .items
        .as_ref()
        .and_then(|it| it[0].id.clone())
        .expect("an id");
    let read = client.show_ip_rule(&id).await.expect("shown").into_inner();
    assert_eq!(read.target, Some(IpRuleTarget::Deny));
    let change = UpdateIpRuleRequest::from(read.clone()).target(IpRuleTarget::Accept);
    client.update_ip_rule(&id, change).await.expect("changed");
    let changed = client.show_ip_rule(&id).await.expect("shown").into_inner();
    assert_eq!(changed.target, Some(IpRuleTarget::Accept));
    assert_eq!(
        (changed.expire_at, changed.description),
        (read.expire_at, read.description)
    );

    client.delete_ip_rule(&id).await.expect("destroyed");
    let gone = client.show_ip_rule(&id).await.expect_err("it is gone");
    assert_eq!(status(gone), StatusCode::NOT_FOUND);

    let export = client.export_ip_rules().await.expect("a file").into_inner();
    let name = export.content_disposition.as_deref();
    assert_eq!(name, Some("attachment; filename=\"ip_filters.jsonl\""));
    server.stop().await;
}

#[tokio::test]
async fn pages_neither_overlap_nor_leave_out() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    for index in 0..7 {
        let rule = rule(&format!("10.0.{index}.0/24"), IpRuleTarget::Accept);
        client.create_ip_rule(rule).await.expect("created");
    }
    let mut seen = Vec::new();
    for skip in [0, 3, 6, 9] {
        // All of them are equal by what orders them.
        let page = client
            .list_ip_rules()
            .orderby("target")
            .skip(skip)
            .top(3)
            .await
            .expect("a page");
        seen.extend(
            page.into_inner()
                .items
                .into_iter()
                .flatten()
                .filter_map(|it| it.id),
        );
    }
    assert_eq!(seen, ["1", "2", "3", "4", "5", "6", "7"]);
    server.stop().await;
}

#[tokio::test]
async fn tenants_are_read_changed_written_and_given_to_dealers() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let request = CreateTenantRequest::new("Acme", "acme.example", "Europe/Riga", "EUR", "LVA");
    let id = client
        .create_tenant(request)
        .await
        .expect("created")
        .into_inner()
        .id
        .expect("an id");

    let page = client
        .list_tenants()
        .filter("enabled eq true and contains(domain, 'acme')");
    assert_eq!(page.await.expect("a page").count, Some(1));
    let tenant = client.show_tenant(&id).await.expect("shown").into_inner();
    let change = UpdateTenantRequest::from(tenant).timezone("Europe/Berlin");
    client.update_tenant(&id, change).await.expect("changed");
    let tenant = client.show_tenant(&id).await.expect("shown").into_inner();
    assert_eq!(tenant.timezone.as_deref(), Some("Europe/Berlin"));
    assert_eq!(tenant.domain.as_deref(), Some("acme.example"));

    let dealer = CreateDealerRequest::new(DealerLevel::Reseller, "anna", "secret", 5, 50);
    let dealer = client
        .create_dealer(dealer)
        .await
        .expect("created")
        .into_inner()
        .id
        .expect("an id");
    client
        .designate_tenant_to_dealer(&id, &dealer)
        .await
        .expect("given");
    let dealers = client
        .retrieve_tenant_dealer(&id)
        .await
        .expect("dealers")
        .into_inner();
    let names: Vec<_> = dealers
        .items
        .into_iter()
        .flatten()
        .map(|it| it.name)
        .collect();
    assert_eq!(names, [Some("anna".to_owned())]);
    client.delete_dealer(&dealer).await.expect("destroyed");
    let dealers = client
        .retrieve_tenant_dealer(&id)
        .await
        .expect("dealers")
        .into_inner();
    assert_eq!(dealers.items, Some(Vec::new()));

    client.delete_tenant(&id).await.expect("destroyed");
    let gone = client
        .retrieve_tenant_dealer(&id)
        .await
        .expect_err("it is gone");
    assert_eq!(status(gone), StatusCode::NOT_FOUND);
    server.stop().await;
}

#[tokio::test]
async fn transports_holidays_and_settings() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let state = client
        .get_transport_status(TransportProtocol::Tls)
        .await
        .expect("a status");
    assert_eq!(state.into_inner().status, Some(TransportState::Deactivated));
    let transport = CreateTransportRequest::new(TransportProtocol::Tls, 5061);
    client
        .create_transport(transport.clone())
        .await
        .expect("created");
    let state = client
        .get_transport_status(TransportProtocol::Tls)
        .await
        .expect("a status");
    assert_eq!(state.into_inner().status, Some(TransportState::Activated));
    let taken = client
        .create_transport(transport)
        .await
        .expect_err("the port is taken");
    assert_eq!(status(taken), StatusCode::CONFLICT);

    let holiday = CreateHolidayRequest::new("Jāņi", "LVA", false, true)
        .month_start(6)
        .day_start(23);
    let id = client
        .create_holiday(holiday)
        .await
        .expect("created")
        .into_inner()
        .id
        .expect("an id");
    client
        .update_holiday(&id, UpdateHolidayRequest::new().day_start(24))
        .await
        .expect("changed");
    let holiday = client.show_holiday(&id).await.expect("shown").into_inner();
    assert_eq!(
        (
            holiday.name.as_deref(),
            holiday.month_start,
            holiday.day_start
        ),
        (Some("Jāņi"), Some(6), Some(24))
    );

    let mut network = NetworkConfiguration::default();
    network.web_domain = Some("pbx.example".to_owned());
    client
        .update_network_configurations(network.clone())
        .await
        .expect("set");
    let read = client
        .retrieve_network_configurations()
        .await
        .expect("read")
        .into_inner();
    assert_eq!(read, network);

    let mut policy = PasswordPolicy::default();
    policy.max_length = Some(10);
    client
        .update_tenant_password_policy(policy.clone())
        .await
        .expect("set");
    (policy.max_length, policy.min_length) = (None, Some(12));
    let refused = client
        .update_tenant_password_policy(policy)
        .await
        .expect_err("12 is more than 10");
    assert_eq!(status(refused), StatusCode::UNPROCESSABLE_ENTITY);
    let kept = client
        .retrieve_tenant_password_policy()
        .await
        .expect("read")
        .into_inner();
    assert_eq!((kept.min_length, kept.max_length), (None, Some(10)));
    server.stop().await;
}

#[tokio::test]
async fn what_is_wrong_is_refused() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = server.client();
    let refused = |error| status::<()>(error).as_u16();
    assert_eq!(
        refused(
            client
                .list_ip_rules()
                .filter("cidr eq")
                .await
                .expect_err("half a filter")
        ),
        400
    );
    assert_eq!(
        refused(
            client
                .list_ip_rules()
                .filter("body eq 'x'")
                .await
                .expect_err("no member")
        ),
        422
    );
    assert_eq!(
        refused(
            client
                .list_ip_rules()
                .orderby("cidr up")
                .await
                .expect_err("no direction")
        ),
        400
    );
    assert_eq!(
        refused(
            client
                .list_ip_rules()
                .orderby("id; DROP TABLE ip_rules")
                .await
                .expect_err("no order")
        ),
        422
    );
    assert_eq!(
        refused(
            client
                .list_ip_rules()
                .top(1_000)
                .await
                .expect_err("too many")
        ),
        422
    );
    assert_eq!(
        refused(
            client
                .create_ip_rule(rule("10.0.0.0/33", IpRuleTarget::Deny))
                .await
                .expect_err("no network")
        ),
        422
    );
    assert_eq!(
        refused(client.create_ip_rule(None).await.expect_err("no body")),
        400
    );
    assert_eq!(
        refused(client.show_ip_rule("1 OR 1=1").await.expect_err("no id")),
        404
    );
    let root = CreateDealerRequest::new(DealerLevel::Reseller, "ROOT", "secret", 5, 50);
    assert_eq!(
        refused(
            client
                .create_dealer(root)
                .await
                .expect_err("a reserved name")
        ),
        422
    );
    assert_eq!(
        refused(client.show_license().await.expect_err("not a part of this")),
        501
    );
    let nobody = Client::builder(server.url())
        .bearer("guess")
        .build()
        .expect("a client");
    assert_eq!(
        refused(nobody.list_dealers().await.expect_err("no such token")),
        401
    );
    server.stop().await;
}
