//! Answers of a server that is newer than the document, or that is not exact: nothing breaks, and nothing is lost that
//! has a place.

use jiff::Timestamp;
use portsip_pbx::models::*;
use portsip_pbx::runtime::codec::{Json, decode, encode};
use serde_json::{Value, json};

fn read<T: Json>(json: &Value) -> T {
    decode(json.to_string().as_bytes()).unwrap_or_else(|faults| panic!("{json}: {faults}"))
}

fn written<T: Json>(value: &T) -> Value {
    serde_json::from_slice(&encode(value)).expect("JSON")
}

#[test]
fn members_that_nobody_knows_are_passed_over() {
    let transport: Transport = read(&json!({
        "id": "1", "mtu": 1500, "nested": { "port": "no", "deep": [[{}]] }, "port": 5060, "": null,
    }));
    assert_eq!(transport, read(&json!({ "id": "1", "port": 5060 })));
}

#[test]
fn values_that_nobody_knows_are_kept() {
    let sent = json!({ "protocol": "QUIC", "verification": "" });
    let transport: Transport = read(&sent);
    assert_eq!(
        transport.protocol,
        Some(TransportProtocol::Unknown("QUIC".to_owned()))
    );
    assert_eq!(written(&transport), sent);
    // An unknown value that is spelled as a known one is the known one.
    assert_eq!(
        read::<Transport>(&json!({ "protocol": "UDP" })).protocol,
        Some(TransportProtocol::Udp)
    );
}

#[test]
fn null_is_as_good_as_nothing() {
    let rule: IpRule = read(
        &json!({ "id": null, "cidr": "::/0", "target": null, "expire_at": null, "description": null }),
    );
    assert_eq!(rule, read(&json!({ "cidr": "::/0" })));
    assert_eq!(written(&rule), json!({ "cidr": "::/0" }));
    let list: TransportList = read(&json!({ "count": 1, "items": null }));
    assert_eq!(list.items, None);
}

#[test]
fn instants_are_instants() {
    let instant: Timestamp = "2017-07-21T17:32:28Z".parse().expect("an instant");
    for text in [
        "2017-07-21T17:32:28Z",
        "2017-07-21T19:32:28+02:00",
        "2017-07-21t17:32:28.000z",
        // Without an offset it is one of UTC.
        "2017-07-21T17:32:28",
        "2017-07-21 17:32:28",
    ] {
        let rule: IpRule = read(&json!({ "expire_at": text }));
        assert_eq!(rule.expire_at, Some(instant), "{text}");
        assert_eq!(
            written(&rule),
            json!({ "expire_at": "2017-07-21T17:32:28Z" })
        );
    }
    let rule: IpRule = read(&json!({ "expire_at": "" }));
    assert_eq!(rule.expire_at, None);
    for text in ["17:32", "2017-07-21T17:32:28[Europe/Berlin]"] {
        let json = json!({ "expire_at": text }).to_string();
        let faults = decode::<IpRule>(json.as_bytes()).expect_err(text);
        assert_eq!(faults.violations[0].pointer, "/expire_at", "{text}");
    }
}

#[test]
fn numbers_are_what_they_are_worth() {
    let list: TransportList = read(&json!({ "count": 9_007_199_254_740_993_i64 }));
    assert_eq!(list.count, Some(9_007_199_254_740_993));
    // JSON Schema, section 6.1.1: `1.0` is an integer.
    for (text, port) in [("5060.0", 5060), ("5.06e3", 5060), ("-0", 0)] {
        let json = format!("{{\"port\":{text}}}");
        assert_eq!(
            decode::<Transport>(json.as_bytes()).expect(text).port,
            Some(port)
        );
    }
    for text in ["5060.5", "1e99", "\"5060\"", "true", "2147483648"] {
        let json = format!("{{\"port\":{text}}}");
        let faults = decode::<Transport>(json.as_bytes()).expect_err(text);
        assert_eq!(faults.violations[0].pointer, "/port", "{text}");
    }
}

#[test]
fn nothing_that_is_secret_is_printed() {
    let secret = "hunter2";
    let debug = |text: String| {
        assert!(!text.contains(secret), "{text}");
        text
    };
    let dealer: CreateDealerRequest = read(&json!({
        "name": "d", "level": "RESELLER", "password": secret, "max_tenants": 1, "max_extensions": 1,
    }));
    let text = debug(format!("{dealer:?}"));
    assert!(
        text.contains("name: \"d\"") && text.contains("password: [redacted]"),
        "{text}"
    );
    debug(format!("{dealer:#?}"));
    debug(format!(
        "{:?}",
        read::<AccessToken>(&json!({ "token": secret }))
    ));
    debug(format!(
        "{:?}",
        read::<TlsKeyPair>(&json!({ "crt": "public", "key": secret }))
    ));
    let hook = json!({ "cdr_event": { "password": secret, "username": "anna12" } });
    debug(format!("{:?}", read::<Tenant>(&hook)));
    let operation = portsip_pbx::operations::CreateDealer::new(dealer);
    debug(format!("{operation:?}"));
    // It is left out when printed, not when sent.
    assert_eq!(written(&operation.body)["password"], secret);
}

#[test]
fn declared_defaults_are_offered_and_never_filled_in() {
    let dealer: CreateDealerRequest = read(&json!({
        "name": "d", "level": "RESELLER", "password": "x", "max_tenants": 1, "max_extensions": 1,
    }));
    assert_eq!((dealer.enabled, dealer.enabled_or_default()), (None, true));
    assert_eq!(written(&dealer).get("enabled"), None);
}

/// The serde shims, where a caller wants them.
#[test]
fn serde_sees_the_same_json() {
    let json = json!({ "id": "1", "protocol": "QUIC", "port": 5060, "verification": "DISABLE" });
    let transport: Transport = read(&json);
    assert_eq!(serde_json::to_value(&transport).expect("JSON"), json);
    assert_eq!(
        serde_json::from_value::<Transport>(json.clone()).expect("a transport"),
        transport
    );
    assert_eq!(
        serde_json::from_str::<Transport>(&json.to_string()).expect("a transport"),
        transport
    );
    let error =
        serde_json::from_value::<Transport>(json!({ "port": "no" })).expect_err("not a port");
    assert!(error.to_string().contains("/port"), "{error}");
}
