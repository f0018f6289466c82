//! PortSIP's pages: the names of its components, and that its operations mean the same before and after.

use oasmith_source::{Diagnostics, SourceMap};
use oasmith_spec::node::{Node, Object, Value};
use oasmith_spec::recover::{Ledger, Recovered, recover};
use oasmith_spec::{extract, merge, parse};
use std::collections::{HashMap, HashSet};

const PAGES: [(&str, &str); 2] = [
    (
        "administrations.md",
        include_str!("../../../specs/portsip/administrations.md"),
    ),
    (
        "tenants.md",
        include_str!("../../../specs/portsip/tenants.md"),
    ),
];
const NAMES: &str = include_str!("../../../specs/portsip/names.toml");

fn merged() -> Node {
    let document = merged_pages(&PAGES);
    let operations = document
        .pointer("/paths")
        .and_then(Node::as_object)
        .expect("paths");
    let operations = operations.iter().filter_map(|it| it.value.as_object());
    assert_eq!(operations.map(Object::len).sum::<usize>(), 73);
    document
}

fn merged_pages(pages: &[(&str, &str)]) -> Node {
    let mut sources = SourceMap::default();
    let mut parts = Vec::new();
    for (name, text) in pages {
        let file = sources.add(*name, *text);
        for fragment in extract::extract(&sources, file).0 {
            parts.extend(parse::parse(&sources, &fragment).0);
        }
    }
    let (document, diagnostics) = merge::merge(parts, &merge::Policies::default(), &sources);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    document.expect("a document")
}

fn ledger() -> Ledger {
    let mut sources = SourceMap::default();
    let file = sources.add("names.toml", NAMES);
    let (ledger, diagnostics) = Ledger::parse(&sources, file);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    ledger
}

fn recovered(ledger: &Ledger) -> Recovered {
    let (recovered, diagnostics): (_, Diagnostics) = recover(merged(), ledger);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    recovered
}

fn schemas(document: &Node) -> &Object {
    let schemas = document.pointer("/components/schemas");
    schemas.and_then(Node::as_object).expect("schemas")
}

fn names(document: &Node) -> String {
    let mut text = String::new();
    for member in schemas(document).iter() {
        let line = text.rsplit('\n').next().unwrap_or_default();
        let glue = match line.len() + member.key.text.len() {
            _ if text.is_empty() => "",
            0..110 => " ",
            _ => "\n",
        };
        text += glue;
        text += &member.key.text;
    }
    text
}

#[test]
fn components_have_the_names_of_the_ledger() {
    insta::assert_snapshot!(names(&recovered(&ledger()).document), @"
    NetworkConfiguration SystemStatus HourlyCallCount ChangeUsernameRequest ResetSystemAdminPasswordRequest
    SystemOptions CongestionManagementMetric AutoAnswerAlertInfoHeader SystemNotificationSettings
    NotificationServerType SmtpAuth UpdateSystemNotificationSettingsRequest SendGlobalNotificationTestEmailRequest
    SbcConfiguration SbcTransport TransportProtocol AccessToken ImServerConfiguration DealerList Dealer
    DealerLevel CreateDealerRequest CreatedResource UpdateDealerRequest ResetDealerPasswordRequest IpRuleList
    IpRule IpRuleTarget CreateIpRuleRequest UpdateIpRuleRequest TransportList Transport TransportVerification
    CreateTransportRequest UpdateTransportRequest TransportStatus TransportState TenantList TenantSummary
    CreateTenantRequest OfficeHours OfficeHoursDay TimeRange E164Settings EventHook EventAuth ContactMatchType
    ContactAppendType Tenant OutboundCallerId UpdateTenantRequest TenantDealerList TenantDealer License
    UpdateLicenseRequest TlsKeyPair UpdateKeyRequest UpdateBrandInformationRequest BrandTheme CurrentDealer
    UpdateCurrentDealerRequest DealerStatus ResetCurrentDealerPasswordRequest ProviderAssigneeList
    ProviderAssignee ProviderAssignment CurrentTenant UpdateSettingsRequest TenantStatus PasswordPolicy
    VoicemailServer HolidayList Holiday CreateHolidayRequest CreatedHoliday UpdateHolidayRequest
    ");
}

#[test]
fn evidence_alone_gives_most_of_the_names() {
    insta::assert_snapshot!(names(&recovered(&Ledger::default()).document), @"
    NetworkConfiguration SystemStatus CallsIn24Hours ChangeUsernameRequest ResetSystemAdminPasswordRequest
    ListOptionsResponse CongestionManagementMetric AutoAnswerAlertInfoHeader SystemNotificationSettings
    SystemNotificationType SystemNotificationAuth UpdateSystemNotificationSettingsRequest
    SendGlobalNotificationTestEmailRequest SbcConfiguration SbcTransport TransportProtocol SbcToken
    ImServerConfiguration ImServerToken DealerList Dealer DealerLevel CreateDealerRequest CreatedDealer
    UpdateDealerRequest ResetDealerPasswordRequest IpRuleList IpRule IpRuleTarget CreateIpRuleRequest
    CreatedIpRule UpdateIpRuleRequest TransportList Transport TransportVerification CreateTransportRequest
    CreatedTransport UpdateTransportRequest TransportStatus TenantList TenantSummary CreateTenantRequest
    OfficeHours OfficeHoursDay OfficeHoursDayRange E164Settings TenantEvent TenantEventAuth ContactMatchType
    ContactAppendType CreatedTenant Tenant OutboundCallerId UpdateTenantRequest TenantDealerList TenantDealer
    License UpdateLicenseRequest Key UpdateKeyRequest UpdateBrandInformationRequest CurrentDealer
    UpdateCurrentDealerRequest DealerStatus ResetCurrentDealerPasswordRequest ProviderAssigneeList
    ProviderAssigneeEntry ProviderAssignee CurrentTenant UpdateSettingsRequest TenantStatus PasswordPolicy
    VoicemailServer HolidayList Holiday CreateHolidayRequest CreatedHoliday UpdateHolidayRequest
    ");
}

#[test]
fn the_committed_ledger_is_up_to_date() {
    assert_eq!(recovered(&ledger()).ledger.to_toml(), NAMES);
}

#[test]
fn adding_a_page_moves_no_name() {
    for first in [0, 1] {
        let (before, _) = recover(merged_pages(&PAGES[first..=first]), &Ledger::default());
        let after = recovered(&before.ledger).ledger;
        for entry in &before.ledger.entries {
            let same = after.get(&entry.name).expect("a name that was given");
            assert_eq!(same.key, entry.key, "{}", entry.name);
        }
    }
}

#[test]
fn no_two_components_are_equal_but_for_prose_unless_the_ledger_says_why() {
    let recovered = recovered(&ledger());
    let mut seen: HashMap<String, &str> = HashMap::new();
    for member in schemas(&recovered.document).iter() {
        let mut schema = member.value.clone();
        // In one direction of travel, `readOnly` changes no field.
        without(&mut schema, &["description", "readOnly"]);
        let text = oasmith_spec::write::json_compact(&schema);
        let name = &*member.key.text;
        if let Some(first) = seen.insert(text, name) {
            let reason = recovered.ledger.get(name).and_then(|it| it.note.as_ref());
            assert!(reason.is_some(), "{first} and {name} are equal");
        }
    }
}

#[test]
fn operations_mean_the_same_before_and_after() {
    let mut before = merged();
    undo_wrapping(&mut before);
    let after = dereferenced(&recovered(&Ledger::default()).document);
    assert!(
        before
            .pointer("/paths")
            .expect("paths")
            .same(after.pointer("/paths").expect("paths"))
    );
}

#[test]
fn joined_twins_change_prose_only() {
    let mut before = merged();
    undo_wrapping(&mut before);
    let mut after = dereferenced(&recovered(&ledger()).document);
    for document in [&mut before, &mut after] {
        without(document, &["description"]);
    }
    assert!(
        before
            .pointer("/paths")
            .expect("paths")
            .same(after.pointer("/paths").expect("paths"))
    );
}

/// Takes out members that hold text or a boolean; a property of that name holds an object.
fn without(node: &mut Node, names: &[&str]) {
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(|it| without(it, names)),
        Value::Object(object) => {
            let members = &mut object.members;
            members.retain(|it| it.value.as_object().is_some() || !names.contains(&&*it.key.text));
            members
                .iter_mut()
                .for_each(|it| without(&mut it.value, names));
        }
        _ => {}
    }
}

/// `{ allOf: [X], annotations... }` as X with these annotations, at every depth.
fn undo_wrapping(node: &mut Node) {
    match &mut node.value {
        Value::Array(items) => items.iter_mut().for_each(undo_wrapping),
        Value::Object(object) => {
            object
                .members
                .iter_mut()
                .for_each(|it| undo_wrapping(&mut it.value));
            let inner = object.get("allOf").and_then(Node::as_array);
            if let Some(
                [
                    Node {
                        value: Value::Object(inner),
                        ..
                    },
                ],
            ) = inner
            {
                let inner = inner.clone();
                object.remove("allOf");
                *object = annotated(inner, object);
            }
        }
        _ => {}
    }
}

/// Every reference replaced by what it refers to, with its siblings.
fn dereferenced(document: &Node) -> Node {
    fn visit(node: &Node, schemas: &Object, open: &mut HashSet<String>) -> Node {
        let value = match &node.value {
            Value::Array(items) => {
                Value::Array(items.iter().map(|it| visit(it, schemas, open)).collect())
            }
            Value::Object(object) => {
                let mut out = object.clone();
                for member in &mut out.members {
                    member.value = visit(&member.value, schemas, open);
                }
                if let Some(reference) = out.remove("$ref") {
                    let target = reference.value.as_str().expect("a text");
                    let name = target
                        .strip_prefix("#/components/schemas/")
                        .expect("a schema");
                    assert!(open.insert(name.to_owned()), "{name} contains itself");
                    let target = visit(schemas.get(name).expect(name), schemas, open);
                    open.remove(name);
                    out = annotated(target.as_object().expect("an object").clone(), &out);
                }
                Value::Object(out)
            }
            other => other.clone(),
        };
        Node::new(value, node.span)
    }
    visit(document, schemas(document), &mut HashSet::new())
}

fn annotated(mut schema: Object, annotations: &Object) -> Object {
    for member in annotations.iter() {
        schema.remove(&member.key.text);
        schema.members.push(member.clone());
    }
    schema
}
