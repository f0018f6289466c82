//! All operations of the crate: one table for the tests that go through them.
//!
//! In: the table. Out: one [`Case`] each, whose functions take and give what stands on the wire, so that a test is a
//! loop over data. Takes from the crate only what anyone who depends on it can.

use crate::document;
use crate::sample::Sent;
use bytes::Bytes;
use http::Request;
use portsip_pbx::client::{Client, Failure};
use portsip_pbx::operations::*;
use portsip_pbx::runtime::body::Body;
use portsip_pbx::runtime::decoder::Decoder;
use portsip_pbx::runtime::operation::{Answer, DecodeError, Info, Operation, encode};
use portsip_pbx::runtime::problem::Problem;
use portsip_pbx::runtime::served::Served;
use std::fmt::Debug;
use std::pin::Pin;

/// Gives the table to a macro: `trait { method: Input(arguments), ... } ...`, in the order of the pages.
macro_rules! operations {
    ($to:ident) => {
        $to! {
            AdministrationApi {
                retrieve_network_configurations: RetrieveNetworkConfigurations(),
                update_network_configurations: UpdateNetworkConfigurations(body),
                retrieve_current_system_status: RetrieveCurrentSystemStatus(),
                change_system_admin_username: ChangeSystemAdminUsername(body),
                reset_system_admin_password: ResetSystemAdminPassword(body),
                list_options: ListOptions(),
                update_options: UpdateOptions(body),
                get_system_notification_settings: GetSystemNotificationSettings(),
                update_system_notification_settings: UpdateSystemNotificationSettings(body),
                send_global_notification_test_email: SendGlobalNotificationTestEmail(body),
                get_sbc_configuration: GetSbcConfiguration(),
                update_sbc_configuration: UpdateSbcConfiguration(body),
                get_sbc_token: GetSbcToken(),
                regenerate_sbc_token: RegenerateSbcToken(),
                destroy_sbc_token: DestroySbcToken(),
                get_im_server_configuration: GetImServerConfiguration(),
                update_im_server_configuration: UpdateImServerConfiguration(body),
                get_im_server_token: GetImServerToken(),
                regenerate_im_server_token: RegenerateImServerToken(),
                destroy_im_server_token: DestroyImServerToken(),
                list_dealers: ListDealers(),
                create_dealer: CreateDealer(body),
                retrieve_dealer: RetrieveDealer(id),
                update_dealer: UpdateDealer(id, body),
                reset_dealer_password: ResetDealerPassword(id, body),
                delete_dealer: DeleteDealer(id),
                list_ip_rules: ListIpRules(),
                create_ip_rule: CreateIpRule(body),
                show_ip_rule: ShowIpRule(id),
                update_ip_rule: UpdateIpRule(id, body),
                delete_ip_rule: DeleteIpRule(id),
                export_ip_rules: ExportIpRules(),
                list_transports: ListTransports(),
                create_transport: CreateTransport(body),
                show_transport: ShowTransport(id),
                update_transport: UpdateTransport(id, body),
                delete_transport: DeleteTransport(id),
                get_transport_status: GetTransportStatus(id),
                list_tenants: ListTenants(),
                create_tenant: CreateTenant(body),
                show_tenant: ShowTenant(id),
                update_tenant: UpdateTenant(id, body),
                switch_tenants: SwitchTenants(),
                retrieve_tenant_dealer: RetrieveTenantDealer(id),
                designate_tenant_to_dealer: DesignateTenantToDealer(id, dealer_id),
                remove_tenant_from_dealer: RemoveTenantFromDealer(id, dealer_id),
                delete_tenant: DeleteTenant(id),
                show_license: ShowLicense(),
                update_license: UpdateLicense(body),
                show_key: ShowKey(),
                update_key: UpdateKey(body),
                update_brand_information: UpdateBrandInformation(body),
                retrieve_current_dealer: RetrieveCurrentDealer(),
                update_current_dealer: UpdateCurrentDealer(body),
                retrieve_current_dealer_status: RetrieveCurrentDealerStatus(),
                change_current_dealer_username: ChangeCurrentDealerUsername(body),
                reset_current_dealer_password: ResetCurrentDealerPassword(body),
                list_provider_assignees: ListProviderAssignees(id),
                check_provider_assignee: CheckProviderAssignee(id, tenant_id),
                assign_provider: AssignProvider(id, tenant_id, body),
                destroy_provider_assignee: DestroyProviderAssignee(id, tenant_id),
            }
            TenantApi {
                show_current_configurations: ShowCurrentConfigurations(),
                update_settings: UpdateSettings(body),
                retrieve_current_tenant_status: RetrieveCurrentTenantStatus(),
                retrieve_tenant_password_policy: RetrieveTenantPasswordPolicy(),
                update_tenant_password_policy: UpdateTenantPasswordPolicy(body),
                show_voicemail_server: ShowVoicemailServer(),
                update_voicemail_server: UpdateVoicemailServer(body),
                list_holidays: ListHolidays(),
                create_holiday: CreateHoliday(body),
                show_holiday: ShowHoliday(id),
                update_holiday: UpdateHoliday(id, body),
                delete_holiday: DeleteHoliday(id),
            }
        }
    };
}
pub(crate) use operations;

/// An operation without its type.
pub struct Case {
    pub info: &'static Info,
    /// The method of the client and of the server's trait.
    pub method: &'static str,
    pub server: &'static str,
    pub receive: fn(&Request<Bytes>) -> Received,
    pub reply: fn(Sent) -> Result<Sent, DecodeError>,
    pub call: fn(Client, &Request<Bytes>) -> Calling,
    pub fluent: fn(&Client, &Request<Bytes>) -> [String; 2],
}

/// What a server makes of a request.
pub struct Received {
    /// What was read, written again; `None` when it could not be read.
    pub again: Option<Request<Bytes>>,
    pub problem: Option<Problem>,
}

pub type Calling = Pin<Box<dyn Future<Output = Result<Sent, Failure>> + Send>>;

macro_rules! cases {
    ($($server:ident { $($method:ident: $input:ident($($argument:ident),*),)* })*) => {
        pub const CASES: &[Case] = &[$($(Case {
            info: <$input as Operation>::INFO,
            method: stringify!($method),
            server: stringify!($server),
            receive: receive::<$input>,
            reply: reply::<$input>,
            call: call::<$input>,
            fluent: |client, sent| {
                let it: $input = read(sent).0.expect("a request of this operation");
                let method = client.$method($(it.$argument.clone()),*);
                [method.request(), client.call(it).request()].map(|request| format!("{request:?}"))
            },
        }),*),*];
    };
}
operations!(cases);

/// The case of an operation id.
pub fn case(id: &str) -> &'static Case {
    CASES
        .iter()
        .find(|it| it.info.id == id)
        .expect("an operation of the table")
}

fn read<O: Served>(sent: &Request<Bytes>) -> (Option<O>, Option<Problem>) {
    let (path, query) = (sent.uri().path(), sent.uri().query().unwrap_or_default());
    let body = Body::from(sent.body().clone());
    let mut decoder = Decoder::new(O::INFO, path, query, sent.headers(), body);
    (O::decode(&mut decoder), decoder.problem())
}

fn write<O: Operation>(operation: O) -> Request<Bytes> {
    let request = encode(operation).expect("a request that HTTP can carry");
    request.map(|body| body.as_bytes().expect("a body in memory").clone())
}

/// Reads a request, writes what was read and reads that: the same again.
fn receive<O: Served + Clone + Debug + PartialEq>(sent: &Request<Bytes>) -> Received {
    let (operation, problem) = read::<O>(sent);
    let again = operation.map(|operation| {
        let again = write(operation.clone());
        assert_eq!(read(&again).0, Some(operation));
        again
    });
    Received { again, problem }
}

/// Reads an answer and writes it again.
fn reply<O: Served>(sent: Sent) -> Result<Sent, DecodeError> {
    let answer = O::encode_answer(O::decode_answer(answer(sent))?);
    let body = answer.body.as_bytes().expect("a body in memory").clone();
    Ok(Sent {
        status: answer.status,
        headers: answer.headers,
        body,
    })
}

/// An answer in the crate's own type.
pub fn answer(sent: Sent) -> Answer {
    Answer {
        status: sent.status,
        headers: sent.headers,
        body: sent.body.into(),
    }
}

/// Calls the operation of a request; what the caller gets is written as an answer again.
fn call<O: Served>(client: Client, sent: &Request<Bytes>) -> Calling {
    let operation: O = read(sent).0.expect("a request of this operation");
    Box::pin(async move {
        let response = client.call(operation).await?;
        let answer = O::encode_answer(response.into_inner());
        let body = answer.body.collect(1 << 20).await.expect("a whole body");
        Ok(Sent {
            status: answer.status,
            headers: answer.headers,
            body,
        })
    })
}

#[test]
fn the_table_is_the_document() {
    let documented = document::operations().into_iter();
    let mut documented: Vec<_> = documented.map(|it| (it.id, it.method, it.path)).collect();
    let table = CASES.iter().map(|it| it.info);
    let mut table: Vec<_> = table
        .map(|it| (it.id, it.method.clone(), it.path))
        .collect();
    // `serde_json` does not keep the order.
    documented.sort_by_key(|it| it.0);
    table.sort_by_key(|it| it.0);
    assert_eq!(table, documented);
    assert_eq!(table.len(), 73);
}

#[test]
fn statuses_media_types_and_security_are_the_document_s() {
    for it in document::operations() {
        let info = case(it.id).info;
        let errors: Vec<_> = info.errors.iter().map(|it| format!("{it:?}")).collect();
        let expected = it
            .errors
            .iter()
            .map(|status| match status.strip_suffix("XX") {
                Some(hundreds) => format!("Range({hundreds})"),
                None => format!("Status({status})"),
            });
        assert_eq!(errors, expected.collect::<Vec<_>>(), "{}", it.id);
        assert_eq!(
            format!("{:?}", info.success),
            format!("[Status({})]", it.status),
            "{}",
            it.id
        );
        assert_eq!(
            info.consumes,
            it.body.map(|body| body.media).as_slice(),
            "{}",
            it.id
        );
        let streams = it
            .answer
            .is_some_and(|answer| answer.media == "application/octet-stream");
        assert_eq!((info.streams, info.uploads), (streams, false), "{}", it.id);
        let required: Vec<_> = info
            .security
            .iter()
            .map(|all| all.iter().map(|it| it.scheme.name).collect::<Vec<_>>())
            .collect();
        assert_eq!(required, [["bearer"]], "{}", it.id);
    }
}

#[test]
fn no_two_operations_share_an_id_a_route_or_a_method() {
    let mut ids: Vec<_> = CASES.iter().map(|it| it.info.id).collect();
    let mut routes: Vec<_> = CASES
        .iter()
        .map(|it| format!("{} {}", it.info.method, it.info.path))
        .collect();
    let mut methods: Vec<_> = CASES.iter().map(|it| it.method).collect();
    for names in [&mut ids, &mut methods] {
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), CASES.len());
    }
    routes.sort_unstable();
    routes.dedup();
    assert_eq!(routes.len(), CASES.len());
    let tenant = CASES.iter().filter(|it| it.server == "TenantApi").count();
    assert_eq!(tenant, 12);
}
