//! The life of a thing of each kind, from its creation to its end.
//!
//! Against the backend; or, where `OASMITH_STATEFUL_MOCK` is a URL, against a mock with a memory, of which the same is
//! expected.

mod running;

use http::StatusCode;
use portsip_pbx::client::Client;
use portsip_pbx::models::*;
use running::{Running, temporary};

/// Creates with `$create`, and holds what is read and listed to `$member`, before and after a change and after the end.
macro_rules! lives {
    ($client:ident, $create:ident($body:expr), $list:ident, $show:ident, $update:ident($change:expr), $destroy:ident,
     $member:ident: $first:expr => $then:expr) => {{
        let before = $client.$list().await.expect("a list").into_inner();
        let created = $client.$create($body).await.expect("created").into_inner();
        let id = created.id.expect("an id");
        let read = $client.$show(&id).await.expect("shown").into_inner();
        assert_eq!((read.id.as_deref(), read.$member), (Some(&*id), $first));
        let list = $client.$list().await.expect("a list").into_inner();
        assert_eq!(list.count, before.count.map(|it| it + 1));
        let listed = list.items.expect("items");
        let listed = listed.iter().find(|it| it.id.as_ref() == Some(&id));
        assert_eq!(listed.expect("it is listed").$member, $first);

        $client.$update(&id, $change).await.expect("changed");
        let read = $client.$show(&id).await.expect("shown").into_inner();
        assert_eq!(read.$member, $then);

        $client.$destroy(&id).await.expect("destroyed");
        let gone = $client.$show(&id).await.expect_err("it is gone");
        assert_eq!(gone.status(), Some(StatusCode::NOT_FOUND));
        let again = $client.$destroy(&id).await.expect_err("it is gone");
        assert_eq!(again.status(), Some(StatusCode::NOT_FOUND));
        let after = $client.$list().await.expect("a list").into_inner();
        assert_eq!(after.count, before.count);
    }};
}

#[tokio::test]
async fn what_is_created_is_read_listed_changed_and_destroyed() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = match std::env::var("OASMITH_STATEFUL_MOCK") {
        Ok(url) => Client::builder(url)
            .bearer("any")
            .build()
            .expect("a client"),
        Err(_) => server.client(),
    };
    lives!(
        client,
        create_dealer(CreateDealerRequest::new(DealerLevel::Reseller, "anna", "secret", 5, 50).phone("1")),
        list_dealers, retrieve_dealer,
        update_dealer(UpdateDealerRequest::new().phone("2")),
        delete_dealer,
        phone: Some("1".to_owned()) => Some("2".to_owned())
    );
    lives!(
        client,
        create_ip_rule(CreateIpRuleRequest::new("10.0.0.0/8", IpRuleTarget::Deny)),
        list_ip_rules, show_ip_rule,
        update_ip_rule(UpdateIpRuleRequest::new().target(IpRuleTarget::Accept)),
        delete_ip_rule,
        target: Some(IpRuleTarget::Deny) => Some(IpRuleTarget::Accept)
    );
    lives!(
        client,
        create_transport(CreateTransportRequest::new(TransportProtocol::Tls, 5061)),
        list_transports, show_transport,
        update_transport(UpdateTransportRequest::new().port(5062)),
        delete_transport,
        port: Some(5061) => Some(5062)
    );
    lives!(
        client,
        create_tenant(CreateTenantRequest::new("Acme", "acme.example", "Europe/Riga", "EUR", "LVA")),
        list_tenants, show_tenant,
        update_tenant(UpdateTenantRequest::new().timezone("Europe/Berlin")),
        delete_tenant,
        timezone: Some("Europe/Riga".to_owned()) => Some("Europe/Berlin".to_owned())
    );
    lives!(
        client,
        create_holiday(CreateHolidayRequest::new("Jāņi", "LVA", false, true).day_start(23)),
        list_holidays, show_holiday,
        update_holiday(UpdateHolidayRequest::new().day_start(24)),
        delete_holiday,
        day_start: Some(23) => Some(24)
    );
    server.stop().await;
}

#[tokio::test]
async fn pages_are_read_to_their_end() {
    let folder = temporary();
    let server = Running::start(&folder).await;
    let client = match std::env::var("OASMITH_STATEFUL_MOCK") {
        Ok(url) => Client::builder(url)
            .bearer("any")
            .build()
            .expect("a client"),
        Err(_) => server.client(),
    };
    for index in 0..7 {
        let name = format!("day {index}");
        let holiday = CreateHolidayRequest::new(name, "EST", false, true);
        client.create_holiday(holiday).await.expect("created");
    }
    let mut names = Vec::new();
    for skip in [0, 3, 6, 9] {
        let page = client.list_holidays().skip(skip).top(3);
        let page = page.await.expect("a page").into_inner();
        assert_eq!(page.count, Some(7));
        names.extend(page.items.into_iter().flatten().filter_map(|it| it.name));
    }
    names.sort();
    let expected: Vec<String> = (0..7).map(|index| format!("day {index}")).collect();
    assert_eq!(names, expected);
    let all = client.list_holidays().await.expect("a page").into_inner();
    for it in all.items.into_iter().flatten() {
        let id = it.id.expect("an id");
        client.delete_holiday(&id).await.expect("destroyed");
    }
    server.stop().await;
}
