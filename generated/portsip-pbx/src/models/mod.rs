//! Models: what travels in bodies.

mod access_token;
mod auto_answer_alert_info_header;
mod brand_theme;
mod change_username_request;
mod congestion_management_metric;
mod contact_append_type;
mod contact_match_type;
mod create_dealer_request;
mod create_holiday_request;
mod create_ip_rule_request;
mod create_tenant_request;
mod create_transport_request;
mod created_holiday;
mod created_resource;
mod current_dealer;
mod current_tenant;
mod dealer;
mod dealer_level;
mod dealer_list;
mod dealer_status;
mod e164_settings;
mod event_auth;
mod event_hook;
mod holiday;
mod holiday_list;
mod hourly_call_count;
mod im_server_configuration;
mod ip_rule;
mod ip_rule_list;
mod ip_rule_target;
mod license;
mod network_configuration;
mod notification_server_type;
mod office_hours;
mod office_hours_day;
mod outbound_caller_id;
mod password_policy;
mod provider_assignee;
mod provider_assignee_list;
mod provider_assignment;
mod reset_current_dealer_password_request;
mod reset_dealer_password_request;
mod reset_system_admin_password_request;
mod sbc_configuration;
mod sbc_transport;
mod send_global_notification_test_email_request;
mod smtp_auth;
mod system_notification_settings;
mod system_options;
mod system_status;
mod tenant;
mod tenant_dealer;
mod tenant_dealer_list;
mod tenant_list;
mod tenant_status;
mod tenant_summary;
mod time_range;
mod tls_key_pair;
mod transport;
mod transport_list;
mod transport_protocol;
mod transport_state;
mod transport_status;
mod transport_verification;
mod update_brand_information_request;
mod update_current_dealer_request;
mod update_dealer_request;
mod update_holiday_request;
mod update_ip_rule_request;
mod update_key_request;
mod update_license_request;
mod update_settings_request;
mod update_system_notification_settings_request;
mod update_tenant_request;
mod update_transport_request;
mod voicemail_server;

pub use access_token::AccessToken;
pub use auto_answer_alert_info_header::AutoAnswerAlertInfoHeader;
pub use brand_theme::BrandTheme;
pub use change_username_request::ChangeUsernameRequest;
pub use congestion_management_metric::CongestionManagementMetric;
pub use contact_append_type::ContactAppendType;
pub use contact_match_type::ContactMatchType;
pub use create_dealer_request::CreateDealerRequest;
pub use create_holiday_request::CreateHolidayRequest;
pub use create_ip_rule_request::CreateIpRuleRequest;
pub use create_tenant_request::CreateTenantRequest;
pub use create_transport_request::CreateTransportRequest;
pub use created_holiday::CreatedHoliday;
pub use created_resource::CreatedResource;
pub use current_dealer::CurrentDealer;
pub use current_tenant::CurrentTenant;
pub use dealer::Dealer;
pub use dealer_level::DealerLevel;
pub use dealer_list::DealerList;
pub use dealer_status::DealerStatus;
pub use e164_settings::E164Settings;
pub use event_auth::EventAuth;
pub use event_hook::EventHook;
pub use holiday::Holiday;
pub use holiday_list::HolidayList;
pub use hourly_call_count::HourlyCallCount;
pub use im_server_configuration::ImServerConfiguration;
pub use ip_rule::IpRule;
pub use ip_rule_list::IpRuleList;
pub use ip_rule_target::IpRuleTarget;
pub use license::License;
pub use network_configuration::NetworkConfiguration;
pub use notification_server_type::NotificationServerType;
pub use office_hours::OfficeHours;
pub use office_hours_day::OfficeHoursDay;
pub use outbound_caller_id::OutboundCallerId;
pub use password_policy::PasswordPolicy;
pub use provider_assignee::ProviderAssignee;
pub use provider_assignee_list::ProviderAssigneeList;
pub use provider_assignment::ProviderAssignment;
pub use reset_current_dealer_password_request::ResetCurrentDealerPasswordRequest;
pub use reset_dealer_password_request::ResetDealerPasswordRequest;
pub use reset_system_admin_password_request::ResetSystemAdminPasswordRequest;
pub use sbc_configuration::SbcConfiguration;
pub use sbc_transport::SbcTransport;
pub use send_global_notification_test_email_request::SendGlobalNotificationTestEmailRequest;
pub use smtp_auth::SmtpAuth;
pub use system_notification_settings::SystemNotificationSettings;
pub use system_options::SystemOptions;
pub use system_status::SystemStatus;
pub use tenant::Tenant;
pub use tenant_dealer::TenantDealer;
pub use tenant_dealer_list::TenantDealerList;
pub use tenant_list::TenantList;
pub use tenant_status::TenantStatus;
pub use tenant_summary::TenantSummary;
pub use time_range::TimeRange;
pub use tls_key_pair::TlsKeyPair;
pub use transport::Transport;
pub use transport_list::TransportList;
pub use transport_protocol::TransportProtocol;
pub use transport_state::TransportState;
pub use transport_status::TransportStatus;
pub use transport_verification::TransportVerification;
pub use update_brand_information_request::UpdateBrandInformationRequest;
pub use update_current_dealer_request::UpdateCurrentDealerRequest;
pub use update_dealer_request::UpdateDealerRequest;
pub use update_holiday_request::UpdateHolidayRequest;
pub use update_ip_rule_request::UpdateIpRuleRequest;
pub use update_key_request::UpdateKeyRequest;
pub use update_license_request::UpdateLicenseRequest;
pub use update_settings_request::UpdateSettingsRequest;
pub use update_system_notification_settings_request::UpdateSystemNotificationSettingsRequest;
pub use update_tenant_request::UpdateTenantRequest;
pub use update_transport_request::UpdateTransportRequest;
pub use voicemail_server::VoicemailServer;

#[cfg(feature = "serde")]
crate::runtime::serde_shims::shims! {
    crate::runtime;
    NetworkConfiguration, SystemStatus, ChangeUsernameRequest, ResetSystemAdminPasswordRequest,
    SystemOptions, SystemNotificationSettings, UpdateSystemNotificationSettingsRequest,
    SendGlobalNotificationTestEmailRequest, SbcConfiguration, AccessToken, ImServerConfiguration,
    DealerList, CreateDealerRequest, CreatedResource, HourlyCallCount, CongestionManagementMetric,
    AutoAnswerAlertInfoHeader, NotificationServerType, SmtpAuth, SbcTransport, Dealer, DealerLevel,
    TransportProtocol, UpdateDealerRequest, ResetDealerPasswordRequest, IpRuleList,
    CreateIpRuleRequest, IpRule, IpRuleTarget, UpdateIpRuleRequest, TransportList,
    CreateTransportRequest, Transport, TransportVerification, UpdateTransportRequest,
    TransportStatus, TransportState, TenantList, CreateTenantRequest, TenantSummary, OfficeHours,
    E164Settings, EventHook, ContactMatchType, ContactAppendType, OfficeHoursDay, EventAuth,
    TimeRange, Tenant, OutboundCallerId, UpdateTenantRequest, TenantDealerList, TenantDealer,
    License, UpdateLicenseRequest, TlsKeyPair, UpdateKeyRequest, UpdateBrandInformationRequest,
    CurrentDealer, UpdateCurrentDealerRequest, DealerStatus, ResetCurrentDealerPasswordRequest,
    BrandTheme, ProviderAssigneeList, ProviderAssignee, ProviderAssignment, CurrentTenant,
    UpdateSettingsRequest, TenantStatus, PasswordPolicy, VoicemailServer, HolidayList,
    CreateHolidayRequest, CreatedHoliday, Holiday, UpdateHolidayRequest,
}
