//! Operations: what each takes, what it answers, and how both travel.

mod administration;
mod tenant;

pub use administration::{
    AssignProvider, ChangeCurrentDealerUsername, ChangeSystemAdminUsername, CheckProviderAssignee,
    CreateDealer, CreateIpRule, CreateTenant, CreateTransport, DeleteDealer, DeleteIpRule,
    DeleteTenant, DeleteTransport, DesignateTenantToDealer, DestroyImServerToken,
    DestroyProviderAssignee, DestroySbcToken, ExportIpRules, ExportIpRulesOutput,
    GetImServerConfiguration, GetImServerToken, GetSbcConfiguration, GetSbcToken,
    GetSystemNotificationSettings, GetTransportStatus, ListDealers, ListIpRules, ListOptions,
    ListProviderAssignees, ListTenants, ListTransports, RegenerateImServerToken,
    RegenerateSbcToken, RemoveTenantFromDealer, ResetCurrentDealerPassword, ResetDealerPassword,
    ResetSystemAdminPassword, RetrieveCurrentDealer, RetrieveCurrentDealerStatus,
    RetrieveCurrentSystemStatus, RetrieveDealer, RetrieveNetworkConfigurations,
    RetrieveTenantDealer, SendGlobalNotificationTestEmail, ShowIpRule, ShowKey, ShowLicense,
    ShowTenant, ShowTransport, SwitchTenants, UpdateBrandInformation, UpdateCurrentDealer,
    UpdateDealer, UpdateImServerConfiguration, UpdateIpRule, UpdateKey, UpdateLicense,
    UpdateNetworkConfigurations, UpdateOptions, UpdateSbcConfiguration,
    UpdateSystemNotificationSettings, UpdateTenant, UpdateTransport,
};
pub use tenant::{
    CreateHoliday, DeleteHoliday, ListHolidays, RetrieveCurrentTenantStatus,
    RetrieveTenantPasswordPolicy, ShowCurrentConfigurations, ShowHoliday, ShowVoicemailServer,
    UpdateHoliday, UpdateSettings, UpdateTenantPasswordPolicy, UpdateVoicemailServer,
};
