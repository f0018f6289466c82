//! What becomes of the pages, stage by stage, in pieces that fit a screen.

use crate::run::{RUN, pages};
use insta::assert_snapshot;
use oasmith_codegen::ir;
use oasmith_spec::Node;
use oasmith_spec::extract::{Listed, extract, list};
use oasmith_spec::load::load;
use oasmith_spec::merge::with_origins;
use oasmith_spec::parse::parse;
use std::fmt::Write;

fn listed() -> Vec<Listed> {
    let (loaded, _) = load(
        &oasmith::api::open(&pages(), &mut Default::default())
            .expect("the pages")
            .request(),
    );
    let fragments = loaded
        .files
        .iter()
        .flat_map(|file| extract(&loaded.sources, *file).0);
    let read =
        fragments.map(|it| list(&loaded.sources, &it, parse(&loaded.sources, &it).0.as_ref()));
    read.collect()
}

#[test]
fn the_pages_hold_one_operation_in_each_fragment() {
    let all = listed();
    assert!(all.iter().all(|it| it.operations.len() == 1));
    let mut shown = String::new();
    for it in all.iter().take(3).chain(&all[59..63]).chain(&all[71..]) {
        let page = it.page.rsplit('/').next().unwrap_or(&it.page);
        let _ = writeln!(
            shown,
            "{page}:{} {} bytes, {}: {}",
            it.line,
            it.bytes,
            it.operations.join(", "),
            it.heading
        );
    }
    assert_snapshot!(shown, @"
    administrations.md:10 1578 bytes, GET /network: Retrieve network configurations
    administrations.md:18 1626 bytes, POST /network: Update network configurations
    administrations.md:26 3502 bytes, GET /admin/status: Retrieve current system status
    administrations.md:483 1851 bytes, POST /providers/{id}/assignees/{tenant_id}: Assign provider
    administrations.md:491 1341 bytes, POST /providers/{id}/assignees/{tenant_id}/destroy: Destroy a provider assignee
    tenants.md:10 15951 bytes, GET /tenant: Retrieve current configurations
    tenants.md:18 12926 bytes, POST /tenant: Update a tenant
    tenants.md:88 2493 bytes, POST /holidays/{id}: Update a holiday
    tenants.md:96 1229 bytes, POST /holidays/{id}/destroy: Destroy a holiday
    ");
    assert_eq!(
        (all.len(), all.iter().map(|it| it.bytes).sum::<usize>()),
        (73, 216_981)
    );
}

#[test]
fn the_pages_become_one_document() {
    let document = with_origins(RUN.made.document.clone(), &RUN.findings.sources);
    let paths = members(&document, "/paths");
    let operations: Vec<_> = paths
        .iter()
        .flat_map(|(path, item)| {
            members(item, "")
                .into_iter()
                .map(move |(method, it)| (method, path.clone(), it))
        })
        .collect();
    let mut shown = String::new();
    for part in ["openapi", "info", "servers", "security", "tags"] {
        let _ = writeln!(
            shown,
            "{part}: {}",
            document
                .get(part)
                .map(oasmith_spec::write::json_compact)
                .unwrap_or_default()
        );
    }
    let _ = writeln!(
        shown,
        "{} paths, {} operations",
        paths.len(),
        operations.len()
    );
    for (method, path, it) in operations.iter().take(2).chain(operations.last()) {
        let source = it
            .get("x-oasmith-source")
            .and_then(Node::as_str)
            .unwrap_or("nowhere");
        let page = source.rsplit('/').next().unwrap_or(source);
        let _ = writeln!(shown, "{method} {path} from {page}");
    }
    assert_snapshot!(shown, @r#"
    openapi: "3.1.0"
    info: {"title":"PortSIP PBX Rest API","version":"22.0"}
    servers: [{"url":"{protocol}://{hostname}:{port}/api","variables":{"protocol":{"description":"Self-hosted Enterprise Server protocol.","default":"https"},"hostname":{"description":"Self-hosted Enterprise Server hostname.","default":"HOSTNAME"},"port":{"description":"Self-hosted Enterprise Server port.","default":"8887"}}}]
    security: [{"bearer":[]}]
    tags: [{"name":"Administration","description":"Manage PBX System.\n"},{"name":"Tenant","description":"Manage your tenants.\nAdmin user has access to details for his account and other tenant users,\nwhilst tenant user has access to his account info only.\n"}]
    49 paths, 73 operations
    get /network from administrations.md:10
    post /network from administrations.md:18
    post /holidays/{id}/destroy from tenants.md:96
    "#);
}

fn members(node: &Node, pointer: &str) -> Vec<(String, Node)> {
    let object = node.pointer(pointer).and_then(Node::as_object);
    let members = object.into_iter().flat_map(|it| it.iter());
    members
        .map(|it| (it.key.text.to_string(), it.value.clone()))
        .collect()
}

#[test]
fn copies_become_components() {
    let names = members(&RUN.made.document, "/components/schemas").into_iter();
    let names: Vec<_> = names.map(|(name, _)| name).collect();
    let lines: Vec<_> = names.chunks(5).map(|line| line.join(" ")).collect();
    assert_snapshot!(lines.join("\n"), @"
    NetworkConfiguration SystemStatus HourlyCallCount ChangeUsernameRequest ResetSystemAdminPasswordRequest
    SystemOptions CongestionManagementMetric AutoAnswerAlertInfoHeader SystemNotificationSettings NotificationServerType
    SmtpAuth UpdateSystemNotificationSettingsRequest SendGlobalNotificationTestEmailRequest SbcConfiguration SbcTransport
    TransportProtocol AccessToken ImServerConfiguration DealerList Dealer
    DealerLevel CreateDealerRequest CreatedResource UpdateDealerRequest ResetDealerPasswordRequest
    IpRuleList IpRule IpRuleTarget CreateIpRuleRequest UpdateIpRuleRequest
    TransportList Transport TransportVerification CreateTransportRequest UpdateTransportRequest
    TransportStatus TransportState TenantList TenantSummary CreateTenantRequest
    OfficeHours OfficeHoursDay TimeRange E164Settings EventHook
    EventAuth ContactMatchType ContactAppendType Tenant OutboundCallerId
    UpdateTenantRequest TenantDealerList TenantDealer License UpdateLicenseRequest
    TlsKeyPair UpdateKeyRequest UpdateBrandInformationRequest BrandTheme CurrentDealer
    UpdateCurrentDealerRequest DealerStatus ResetCurrentDealerPasswordRequest ProviderAssigneeList ProviderAssignee
    ProviderAssignment CurrentTenant UpdateSettingsRequest TenantStatus PasswordPolicy
    VoicemailServer HolidayList Holiday CreateHolidayRequest CreatedHoliday
    UpdateHolidayRequest
    ");
}

/// The lines of the IR's outline that begin a part with `start`, with what is under it.
fn outline(start: &str) -> String {
    let text = ir::print(&RUN.made.api);
    let mut lines = text
        .lines()
        .skip_while(|line| !line.trim_start().starts_with(start));
    let first = lines.next().unwrap_or_default();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let under = lines.take_while(|line| depth(line) > depth(first));
    std::iter::once(first)
        .chain(under)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_document_becomes_rust_s_terms() {
    assert_snapshot!(outline("server "), @r#"server Server {protocol}://{hostname}:{port}/api (protocol="https", hostname="HOSTNAME", port="8887")"#);
    assert_snapshot!(outline("struct UpdateTransportRequest"), @"
    struct UpdateTransportRequest in update_transport_request [sent checked]
      port: I32? >=0 <=65535
      verification: TransportVerification?
    ");
    assert_snapshot!(outline("enum TransportProtocol"), @r#"enum TransportProtocol in transport_protocol [sent answered checked] Udp="UDP" Tcp="TCP" Tls="TLS""#);
    assert_snapshot!(outline("update_transport"), @"
    update_transport POST /transports/{id} (updateTransport)
      needs bearer
      path id: String
      body: application/json UpdateTransportRequest
      -> 200 ()
      !! 4XX
    ");
    assert_snapshot!(outline("export_ip_rules"), @"
    export_ip_rules GET /ip_filters/export (exportIpRules)
      needs bearer
      -> ExportIpRulesOutput 200 application/octet-stream stream with Content-Disposition: String
      !! 4XX
    ");
}

#[test]
fn the_report_says_that_everything_is_there() {
    let report = oasmith::report::report(&RUN.made, &RUN.findings, Default::default());
    let it = &report.operations;
    assert_eq!((it.total, it.full, it.degraded, it.skipped), (73, 73, 0, 0));
    assert_eq!(report.untyped_values, 0);
}
