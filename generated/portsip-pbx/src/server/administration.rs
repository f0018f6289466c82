//! The server's side of operations tagged Administration.

use crate::models::{
    AccessToken, CreatedResource, CurrentDealer, Dealer, DealerList, DealerStatus,
    ImServerConfiguration, IpRule, IpRuleList, License, NetworkConfiguration, ProviderAssigneeList,
    ProviderAssignment, SbcConfiguration, SystemNotificationSettings, SystemOptions, SystemStatus,
    Tenant, TenantDealerList, TenantList, TlsKeyPair, Transport, TransportList, TransportStatus,
};
use crate::operations::{
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
use crate::runtime::server::{Context, Error, Route};
use std::sync::Arc;

/// Manage PBX System.
///
/// Implement what you serve; the rest answers 501.
#[allow(unused_variables)]
pub trait AdministrationApi: Send + Sync + 'static {
    /// Retrieve network configurations
    ///
    /// Get network configurations.
    fn retrieve_network_configurations(
        &self,
        cx: Context,
        request: RetrieveNetworkConfigurations,
    ) -> impl Future<Output = Result<NetworkConfiguration, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update network configurations
    ///
    /// Update network configurations for PortSIP PBX.
    fn update_network_configurations(
        &self,
        cx: Context,
        request: UpdateNetworkConfigurations,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve current system status
    ///
    /// Get current status of system.
    fn retrieve_current_system_status(
        &self,
        cx: Context,
        request: RetrieveCurrentSystemStatus,
    ) -> impl Future<Output = Result<SystemStatus, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Change system admin username
    fn change_system_admin_username(
        &self,
        cx: Context,
        request: ChangeSystemAdminUsername,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Reset system admin password
    fn reset_system_admin_password(
        &self,
        cx: Context,
        request: ResetSystemAdminPassword,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve system settings
    ///
    /// Retrieve settings for PortSIP PBX.
    fn list_options(
        &self,
        cx: Context,
        request: ListOptions,
    ) -> impl Future<Output = Result<SystemOptions, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update system settings
    ///
    /// Update settings for PortSIP PBX
    fn update_options(
        &self,
        cx: Context,
        request: UpdateOptions,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve system notification settings
    ///
    /// Retrieve details of system notification settings.
    fn get_system_notification_settings(
        &self,
        cx: Context,
        request: GetSystemNotificationSettings,
    ) -> impl Future<Output = Result<SystemNotificationSettings, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update system notification settings
    fn update_system_notification_settings(
        &self,
        cx: Context,
        request: UpdateSystemNotificationSettings,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Test email
    ///
    /// Check email server configurations by sending testing email.
    fn send_global_notification_test_email(
        &self,
        cx: Context,
        request: SendGlobalNotificationTestEmail,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve SBC configuration
    ///
    /// Retrieve settings for SBC.
    fn get_sbc_configuration(
        &self,
        cx: Context,
        request: GetSbcConfiguration,
    ) -> impl Future<Output = Result<SbcConfiguration, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update SBC configuration
    fn update_sbc_configuration(
        &self,
        cx: Context,
        request: UpdateSbcConfiguration,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve SBC token
    fn get_sbc_token(
        &self,
        cx: Context,
        request: GetSbcToken,
    ) -> impl Future<Output = Result<AccessToken, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Regenerate SBC token
    fn regenerate_sbc_token(
        &self,
        cx: Context,
        request: RegenerateSbcToken,
    ) -> impl Future<Output = Result<AccessToken, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Destroy SBC Token
    fn destroy_sbc_token(
        &self,
        cx: Context,
        request: DestroySbcToken,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve IM server configuration
    ///
    /// Retrieve settings of IM server.
    fn get_im_server_configuration(
        &self,
        cx: Context,
        request: GetImServerConfiguration,
    ) -> impl Future<Output = Result<ImServerConfiguration, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update IM server configuration
    fn update_im_server_configuration(
        &self,
        cx: Context,
        request: UpdateImServerConfiguration,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve IM Server token
    fn get_im_server_token(
        &self,
        cx: Context,
        request: GetImServerToken,
    ) -> impl Future<Output = Result<AccessToken, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Regenerate IM server token
    fn regenerate_im_server_token(
        &self,
        cx: Context,
        request: RegenerateImServerToken,
    ) -> impl Future<Output = Result<AccessToken, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Destroy IM server Token
    fn destroy_im_server_token(
        &self,
        cx: Context,
        request: DestroyImServerToken,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// List dealers
    ///
    /// List a collection of dealers.
    fn list_dealers(
        &self,
        cx: Context,
        request: ListDealers,
    ) -> impl Future<Output = Result<DealerList, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Create a dealer
    fn create_dealer(
        &self,
        cx: Context,
        request: CreateDealer,
    ) -> impl Future<Output = Result<CreatedResource, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve a dealer
    ///
    /// Get details of the dealer by it's unique ID.
    fn retrieve_dealer(
        &self,
        cx: Context,
        request: RetrieveDealer,
    ) -> impl Future<Output = Result<Dealer, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update a dealer
    ///
    /// Modify the settings of the dealer.
    fn update_dealer(
        &self,
        cx: Context,
        request: UpdateDealer,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Reset dealer password
    ///
    /// Reset dealer's password.
    fn reset_dealer_password(
        &self,
        cx: Context,
        request: ResetDealerPassword,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Delete a dealer
    ///
    /// Delete a dealer by it's unique ID.
    fn delete_dealer(
        &self,
        cx: Context,
        request: DeleteDealer,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// List IP rules
    ///
    /// Retrieve a collection of IP blacklist entries or whitelist entries.
    fn list_ip_rules(
        &self,
        cx: Context,
        request: ListIpRules,
    ) -> impl Future<Output = Result<IpRuleList, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Create an IP rule
    ///
    /// Add a new IP blacklist entry or whitelist entry to the system.
    fn create_ip_rule(
        &self,
        cx: Context,
        request: CreateIpRule,
    ) -> impl Future<Output = Result<CreatedResource, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve an IP rule
    ///
    /// Retrieve IP blacklist entry or whitelist entry.
    fn show_ip_rule(
        &self,
        cx: Context,
        request: ShowIpRule,
    ) -> impl Future<Output = Result<IpRule, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update an IP rule
    ///
    /// Update IP blacklist entry or whitelist entry that already exists.
    fn update_ip_rule(
        &self,
        cx: Context,
        request: UpdateIpRule,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Delete an IP rule
    ///
    /// Destroy a certain IP rule.
    fn delete_ip_rule(
        &self,
        cx: Context,
        request: DeleteIpRule,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Export IP rules
    ///
    /// Export a collection of IP rules to file.
    fn export_ip_rules(
        &self,
        cx: Context,
        request: ExportIpRules,
    ) -> impl Future<Output = Result<ExportIpRulesOutput, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// List transports
    ///
    /// Retrieve a collection of transports
    fn list_transports(
        &self,
        cx: Context,
        request: ListTransports,
    ) -> impl Future<Output = Result<TransportList, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Create a transport
    ///
    /// Add a new transport.
    fn create_transport(
        &self,
        cx: Context,
        request: CreateTransport,
    ) -> impl Future<Output = Result<CreatedResource, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve a transport
    ///
    /// Retrieve a transport by it's unique ID.
    fn show_transport(
        &self,
        cx: Context,
        request: ShowTransport,
    ) -> impl Future<Output = Result<Transport, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update transport
    ///
    /// Update a new transport.
    fn update_transport(
        &self,
        cx: Context,
        request: UpdateTransport,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Destroy transport
    fn delete_transport(
        &self,
        cx: Context,
        request: DeleteTransport,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Query transport's status
    fn get_transport_status(
        &self,
        cx: Context,
        request: GetTransportStatus,
    ) -> impl Future<Output = Result<TransportStatus, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// List tenants
    ///
    /// Returns a list of tenant summary information.
    /// Note that it uses a different, smaller representation of a tenant than retrieving a single tenant.
    fn list_tenants(
        &self,
        cx: Context,
        request: ListTenants,
    ) -> impl Future<Output = Result<TenantList, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Create a tenant
    ///
    /// Create an new tenant.
    fn create_tenant(
        &self,
        cx: Context,
        request: CreateTenant,
    ) -> impl Future<Output = Result<CreatedResource, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve a tenant
    ///
    /// Get detailed properties for a tenant.
    fn show_tenant(
        &self,
        cx: Context,
        request: ShowTenant,
    ) -> impl Future<Output = Result<Tenant, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update a tenant
    ///
    /// Update tenant properties by it's unique ID.
    fn update_tenant(
        &self,
        cx: Context,
        request: UpdateTenant,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Switch between tenants
    fn switch_tenants(
        &self,
        cx: Context,
        request: SwitchTenants,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve dealer information the tenant belongs
    ///
    /// Get the dealer to which the tenant belongs.
    fn retrieve_tenant_dealer(
        &self,
        cx: Context,
        request: RetrieveTenantDealer,
    ) -> impl Future<Output = Result<TenantDealerList, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Designate tenant to dealer
    fn designate_tenant_to_dealer(
        &self,
        cx: Context,
        request: DesignateTenantToDealer,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Remove tenant to dealer
    ///
    /// Remove tenant from dealer.
    fn remove_tenant_from_dealer(
        &self,
        cx: Context,
        request: RemoveTenantFromDealer,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Delete a tenant
    fn delete_tenant(
        &self,
        cx: Context,
        request: DeleteTenant,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve license information
    fn show_license(
        &self,
        cx: Context,
        request: ShowLicense,
    ) -> impl Future<Output = Result<License, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update license
    fn update_license(
        &self,
        cx: Context,
        request: UpdateLicense,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Show certificate key
    ///
    /// Retrieve content of certificate key.
    fn show_key(
        &self,
        cx: Context,
        request: ShowKey,
    ) -> impl Future<Output = Result<TlsKeyPair, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update certificate key
    fn update_key(
        &self,
        cx: Context,
        request: UpdateKey,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update brand information
    fn update_brand_information(
        &self,
        cx: Context,
        request: UpdateBrandInformation,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve current dealer
    ///
    /// Get details of current dealer.
    fn retrieve_current_dealer(
        &self,
        cx: Context,
        request: RetrieveCurrentDealer,
    ) -> impl Future<Output = Result<CurrentDealer, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update current dealer
    ///
    /// Modify the settings of the current dealer.
    fn update_current_dealer(
        &self,
        cx: Context,
        request: UpdateCurrentDealer,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve current dealer status
    ///
    /// Get status of current dealer.
    fn retrieve_current_dealer_status(
        &self,
        cx: Context,
        request: RetrieveCurrentDealerStatus,
    ) -> impl Future<Output = Result<DealerStatus, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Change current dealer username
    fn change_current_dealer_username(
        &self,
        cx: Context,
        request: ChangeCurrentDealerUsername,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Reset current dealer password
    fn reset_current_dealer_password(
        &self,
        cx: Context,
        request: ResetCurrentDealerPassword,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// List provider assignees
    ///
    /// Get a collection of assignees of provider.
    fn list_provider_assignees(
        &self,
        cx: Context,
        request: ListProviderAssignees,
    ) -> impl Future<Output = Result<ProviderAssigneeList, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Check provider assignee
    ///
    /// Check if a provider is assigned to the tenant.
    fn check_provider_assignee(
        &self,
        cx: Context,
        request: CheckProviderAssignee,
    ) -> impl Future<Output = Result<ProviderAssignment, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Assign provider
    ///
    /// Assign provider to tenant.
    fn assign_provider(
        &self,
        cx: Context,
        request: AssignProvider,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Destroy a provider assignee
    ///
    /// Unassign provider from tenant.
    fn destroy_provider_assignee(
        &self,
        cx: Context,
        request: DestroyProviderAssignee,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }
}

/// The operations of this file.
pub(crate) fn routes<A: AdministrationApi>(api: &Arc<A>) -> Vec<Route> {
    vec![
        Route::new(api, |api, cx, request: RetrieveNetworkConfigurations| {
            Box::pin(A::retrieve_network_configurations(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateNetworkConfigurations| {
            Box::pin(A::update_network_configurations(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RetrieveCurrentSystemStatus| {
            Box::pin(A::retrieve_current_system_status(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ChangeSystemAdminUsername| {
            Box::pin(A::change_system_admin_username(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ResetSystemAdminPassword| {
            Box::pin(A::reset_system_admin_password(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ListOptions| {
            Box::pin(A::list_options(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateOptions| {
            Box::pin(A::update_options(api, cx, request))
        }),
        Route::new(api, |api, cx, request: GetSystemNotificationSettings| {
            Box::pin(A::get_system_notification_settings(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateSystemNotificationSettings| {
            Box::pin(A::update_system_notification_settings(api, cx, request))
        }),
        Route::new(api, |api, cx, request: SendGlobalNotificationTestEmail| {
            Box::pin(A::send_global_notification_test_email(api, cx, request))
        }),
        Route::new(api, |api, cx, request: GetSbcConfiguration| {
            Box::pin(A::get_sbc_configuration(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateSbcConfiguration| {
            Box::pin(A::update_sbc_configuration(api, cx, request))
        }),
        Route::new(api, |api, cx, request: GetSbcToken| {
            Box::pin(A::get_sbc_token(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RegenerateSbcToken| {
            Box::pin(A::regenerate_sbc_token(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DestroySbcToken| {
            Box::pin(A::destroy_sbc_token(api, cx, request))
        }),
        Route::new(api, |api, cx, request: GetImServerConfiguration| {
            Box::pin(A::get_im_server_configuration(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateImServerConfiguration| {
            Box::pin(A::update_im_server_configuration(api, cx, request))
        }),
        Route::new(api, |api, cx, request: GetImServerToken| {
            Box::pin(A::get_im_server_token(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RegenerateImServerToken| {
            Box::pin(A::regenerate_im_server_token(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DestroyImServerToken| {
            Box::pin(A::destroy_im_server_token(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ListDealers| {
            Box::pin(A::list_dealers(api, cx, request))
        }),
        Route::new(api, |api, cx, request: CreateDealer| {
            Box::pin(A::create_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RetrieveDealer| {
            Box::pin(A::retrieve_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateDealer| {
            Box::pin(A::update_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ResetDealerPassword| {
            Box::pin(A::reset_dealer_password(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DeleteDealer| {
            Box::pin(A::delete_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ListIpRules| {
            Box::pin(A::list_ip_rules(api, cx, request))
        }),
        Route::new(api, |api, cx, request: CreateIpRule| {
            Box::pin(A::create_ip_rule(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ShowIpRule| {
            Box::pin(A::show_ip_rule(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateIpRule| {
            Box::pin(A::update_ip_rule(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DeleteIpRule| {
            Box::pin(A::delete_ip_rule(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ExportIpRules| {
            Box::pin(A::export_ip_rules(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ListTransports| {
            Box::pin(A::list_transports(api, cx, request))
        }),
        Route::new(api, |api, cx, request: CreateTransport| {
            Box::pin(A::create_transport(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ShowTransport| {
            Box::pin(A::show_transport(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateTransport| {
            Box::pin(A::update_transport(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DeleteTransport| {
            Box::pin(A::delete_transport(api, cx, request))
        }),
        Route::new(api, |api, cx, request: GetTransportStatus| {
            Box::pin(A::get_transport_status(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ListTenants| {
            Box::pin(A::list_tenants(api, cx, request))
        }),
        Route::new(api, |api, cx, request: CreateTenant| {
            Box::pin(A::create_tenant(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ShowTenant| {
            Box::pin(A::show_tenant(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateTenant| {
            Box::pin(A::update_tenant(api, cx, request))
        }),
        Route::new(api, |api, cx, request: SwitchTenants| {
            Box::pin(A::switch_tenants(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RetrieveTenantDealer| {
            Box::pin(A::retrieve_tenant_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DesignateTenantToDealer| {
            Box::pin(A::designate_tenant_to_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RemoveTenantFromDealer| {
            Box::pin(A::remove_tenant_from_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DeleteTenant| {
            Box::pin(A::delete_tenant(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ShowLicense| {
            Box::pin(A::show_license(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateLicense| {
            Box::pin(A::update_license(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ShowKey| {
            Box::pin(A::show_key(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateKey| {
            Box::pin(A::update_key(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateBrandInformation| {
            Box::pin(A::update_brand_information(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RetrieveCurrentDealer| {
            Box::pin(A::retrieve_current_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateCurrentDealer| {
            Box::pin(A::update_current_dealer(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RetrieveCurrentDealerStatus| {
            Box::pin(A::retrieve_current_dealer_status(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ChangeCurrentDealerUsername| {
            Box::pin(A::change_current_dealer_username(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ResetCurrentDealerPassword| {
            Box::pin(A::reset_current_dealer_password(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ListProviderAssignees| {
            Box::pin(A::list_provider_assignees(api, cx, request))
        }),
        Route::new(api, |api, cx, request: CheckProviderAssignee| {
            Box::pin(A::check_provider_assignee(api, cx, request))
        }),
        Route::new(api, |api, cx, request: AssignProvider| {
            Box::pin(A::assign_provider(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DestroyProviderAssignee| {
            Box::pin(A::destroy_provider_assignee(api, cx, request))
        }),
    ]
}
