//! Calls of operations tagged Administration.

use crate::models::{
    ChangeUsernameRequest, CreateDealerRequest, CreateIpRuleRequest, CreateTenantRequest,
    CreateTransportRequest, ImServerConfiguration, IpRule, IpRuleList, NetworkConfiguration,
    ProviderAssignment, ResetCurrentDealerPasswordRequest, ResetDealerPasswordRequest,
    ResetSystemAdminPasswordRequest, SbcConfiguration, SendGlobalNotificationTestEmailRequest,
    SystemOptions, TenantList, TenantSummary, Transport, TransportList, TransportProtocol,
    UpdateBrandInformationRequest, UpdateCurrentDealerRequest, UpdateDealerRequest,
    UpdateIpRuleRequest, UpdateKeyRequest, UpdateLicenseRequest,
    UpdateSystemNotificationSettingsRequest, UpdateTenantRequest, UpdateTransportRequest,
};
use crate::operations::{
    AssignProvider, ChangeCurrentDealerUsername, ChangeSystemAdminUsername, CheckProviderAssignee,
    CreateDealer, CreateIpRule, CreateTenant, CreateTransport, DeleteDealer, DeleteIpRule,
    DeleteTenant, DeleteTransport, DesignateTenantToDealer, DestroyImServerToken,
    DestroyProviderAssignee, DestroySbcToken, ExportIpRules, GetImServerConfiguration,
    GetImServerToken, GetSbcConfiguration, GetSbcToken, GetSystemNotificationSettings,
    GetTransportStatus, ListDealers, ListIpRules, ListOptions, ListProviderAssignees, ListTenants,
    ListTransports, RegenerateImServerToken, RegenerateSbcToken, RemoveTenantFromDealer,
    ResetCurrentDealerPassword, ResetDealerPassword, ResetSystemAdminPassword,
    RetrieveCurrentDealer, RetrieveCurrentDealerStatus, RetrieveCurrentSystemStatus,
    RetrieveDealer, RetrieveNetworkConfigurations, RetrieveTenantDealer,
    SendGlobalNotificationTestEmail, ShowIpRule, ShowKey, ShowLicense, ShowTenant, ShowTransport,
    SwitchTenants, UpdateBrandInformation, UpdateCurrentDealer, UpdateDealer,
    UpdateImServerConfiguration, UpdateIpRule, UpdateKey, UpdateLicense,
    UpdateNetworkConfigurations, UpdateOptions, UpdateSbcConfiguration,
    UpdateSystemNotificationSettings, UpdateTenant, UpdateTransport,
};
use crate::runtime::client::{Call, Client, Response};
use crate::runtime::pages::Paged;
use crate::runtime::turning::Turn;

impl Client {
    /// Retrieve network configurations
    ///
    /// Get network configurations.
    ///
    /// ```ignore
    /// let answer = client.retrieve_network_configurations().await?;
    /// ```
    pub fn retrieve_network_configurations(&self) -> Call<'_, RetrieveNetworkConfigurations> {
        self.call(RetrieveNetworkConfigurations::default())
    }

    /// Update network configurations
    ///
    /// Update network configurations for PortSIP PBX.
    ///
    /// ```ignore
    /// client.update_network_configurations(body).await?;
    /// ```
    pub fn update_network_configurations(
        &self,
        body: NetworkConfiguration,
    ) -> Call<'_, UpdateNetworkConfigurations> {
        self.call(UpdateNetworkConfigurations::new(body))
    }

    /// Retrieve current system status
    ///
    /// Get current status of system.
    ///
    /// ```ignore
    /// let answer = client.retrieve_current_system_status().await?;
    /// ```
    pub fn retrieve_current_system_status(&self) -> Call<'_, RetrieveCurrentSystemStatus> {
        self.call(RetrieveCurrentSystemStatus::default())
    }

    /// Change system admin username
    ///
    /// ```ignore
    /// client.change_system_admin_username(body).await?;
    /// ```
    pub fn change_system_admin_username(
        &self,
        body: ChangeUsernameRequest,
    ) -> Call<'_, ChangeSystemAdminUsername> {
        self.call(ChangeSystemAdminUsername::new(body))
    }

    /// Reset system admin password
    ///
    /// ```ignore
    /// client.reset_system_admin_password(body).await?;
    /// ```
    pub fn reset_system_admin_password(
        &self,
        body: ResetSystemAdminPasswordRequest,
    ) -> Call<'_, ResetSystemAdminPassword> {
        self.call(ResetSystemAdminPassword::new(body))
    }

    /// Retrieve system settings
    ///
    /// Retrieve settings for PortSIP PBX.
    ///
    /// ```ignore
    /// let answer = client.list_options().await?;
    /// ```
    pub fn list_options(&self) -> Call<'_, ListOptions> {
        self.call(ListOptions::default())
    }

    /// Update system settings
    ///
    /// Update settings for PortSIP PBX
    ///
    /// ```ignore
    /// client.update_options(body).await?;
    /// ```
    pub fn update_options(&self, body: SystemOptions) -> Call<'_, UpdateOptions> {
        self.call(UpdateOptions::new(body))
    }

    /// Retrieve system notification settings
    ///
    /// Retrieve details of system notification settings.
    ///
    /// ```ignore
    /// let answer = client.get_system_notification_settings().await?;
    /// ```
    pub fn get_system_notification_settings(&self) -> Call<'_, GetSystemNotificationSettings> {
        self.call(GetSystemNotificationSettings::default())
    }

    /// Update system notification settings
    ///
    /// ```ignore
    /// client.update_system_notification_settings(body).await?;
    /// ```
    pub fn update_system_notification_settings(
        &self,
        body: impl Into<Option<UpdateSystemNotificationSettingsRequest>>,
    ) -> Call<'_, UpdateSystemNotificationSettings> {
        self.call(UpdateSystemNotificationSettings::new(body))
    }

    /// Test email
    ///
    /// Check email server configurations by sending testing email.
    ///
    /// ```ignore
    /// client.send_global_notification_test_email(body).await?;
    /// ```
    pub fn send_global_notification_test_email(
        &self,
        body: SendGlobalNotificationTestEmailRequest,
    ) -> Call<'_, SendGlobalNotificationTestEmail> {
        self.call(SendGlobalNotificationTestEmail::new(body))
    }

    /// Retrieve SBC configuration
    ///
    /// Retrieve settings for SBC.
    ///
    /// ```ignore
    /// let answer = client.get_sbc_configuration().await?;
    /// ```
    pub fn get_sbc_configuration(&self) -> Call<'_, GetSbcConfiguration> {
        self.call(GetSbcConfiguration::default())
    }

    /// Update SBC configuration
    ///
    /// ```ignore
    /// client.update_sbc_configuration(body).await?;
    /// ```
    pub fn update_sbc_configuration(
        &self,
        body: SbcConfiguration,
    ) -> Call<'_, UpdateSbcConfiguration> {
        self.call(UpdateSbcConfiguration::new(body))
    }

    /// Retrieve SBC token
    ///
    /// ```ignore
    /// let answer = client.get_sbc_token().await?;
    /// ```
    pub fn get_sbc_token(&self) -> Call<'_, GetSbcToken> {
        self.call(GetSbcToken::default())
    }

    /// Regenerate SBC token
    ///
    /// ```ignore
    /// let answer = client.regenerate_sbc_token().await?;
    /// ```
    pub fn regenerate_sbc_token(&self) -> Call<'_, RegenerateSbcToken> {
        self.call(RegenerateSbcToken::default())
    }

    /// Destroy SBC Token
    ///
    /// ```ignore
    /// client.destroy_sbc_token().await?;
    /// ```
    pub fn destroy_sbc_token(&self) -> Call<'_, DestroySbcToken> {
        self.call(DestroySbcToken::default())
    }

    /// Retrieve IM server configuration
    ///
    /// Retrieve settings of IM server.
    ///
    /// ```ignore
    /// let answer = client.get_im_server_configuration().await?;
    /// ```
    pub fn get_im_server_configuration(&self) -> Call<'_, GetImServerConfiguration> {
        self.call(GetImServerConfiguration::default())
    }

    /// Update IM server configuration
    ///
    /// ```ignore
    /// client.update_im_server_configuration(body).await?;
    /// ```
    pub fn update_im_server_configuration(
        &self,
        body: ImServerConfiguration,
    ) -> Call<'_, UpdateImServerConfiguration> {
        self.call(UpdateImServerConfiguration::new(body))
    }

    /// Retrieve IM Server token
    ///
    /// ```ignore
    /// let answer = client.get_im_server_token().await?;
    /// ```
    pub fn get_im_server_token(&self) -> Call<'_, GetImServerToken> {
        self.call(GetImServerToken::default())
    }

    /// Regenerate IM server token
    ///
    /// ```ignore
    /// let answer = client.regenerate_im_server_token().await?;
    /// ```
    pub fn regenerate_im_server_token(&self) -> Call<'_, RegenerateImServerToken> {
        self.call(RegenerateImServerToken::default())
    }

    /// Destroy IM server Token
    ///
    /// ```ignore
    /// client.destroy_im_server_token().await?;
    /// ```
    pub fn destroy_im_server_token(&self) -> Call<'_, DestroyImServerToken> {
        self.call(DestroyImServerToken::default())
    }

    /// List dealers
    ///
    /// List a collection of dealers.
    ///
    /// ```ignore
    /// let answer = client.list_dealers().await?;
    /// ```
    pub fn list_dealers(&self) -> Call<'_, ListDealers> {
        self.call(ListDealers::default())
    }

    /// Create a dealer
    ///
    /// ```ignore
    /// let answer = client.create_dealer(body).await?;
    /// ```
    pub fn create_dealer(&self, body: CreateDealerRequest) -> Call<'_, CreateDealer> {
        self.call(CreateDealer::new(body))
    }

    /// Retrieve a dealer
    ///
    /// Get details of the dealer by it's unique ID.
    ///
    /// ```ignore
    /// let answer = client.retrieve_dealer("id").await?;
    /// ```
    pub fn retrieve_dealer(&self, id: impl Into<String>) -> Call<'_, RetrieveDealer> {
        self.call(RetrieveDealer::new(id))
    }

    /// Update a dealer
    ///
    /// Modify the settings of the dealer.
    ///
    /// ```ignore
    /// client.update_dealer("id", body).await?;
    /// ```
    pub fn update_dealer(
        &self,
        id: impl Into<String>,
        body: UpdateDealerRequest,
    ) -> Call<'_, UpdateDealer> {
        self.call(UpdateDealer::new(id, body))
    }

    /// Reset dealer password
    ///
    /// Reset dealer's password.
    ///
    /// ```ignore
    /// client.reset_dealer_password("id", body).await?;
    /// ```
    pub fn reset_dealer_password(
        &self,
        id: impl Into<String>,
        body: ResetDealerPasswordRequest,
    ) -> Call<'_, ResetDealerPassword> {
        self.call(ResetDealerPassword::new(id, body))
    }

    /// Delete a dealer
    ///
    /// Delete a dealer by it's unique ID.
    ///
    /// ```ignore
    /// client.delete_dealer("id").await?;
    /// ```
    pub fn delete_dealer(&self, id: impl Into<String>) -> Call<'_, DeleteDealer> {
        self.call(DeleteDealer::new(id))
    }

    /// List IP rules
    ///
    /// Retrieve a collection of IP blacklist entries or whitelist entries.
    ///
    /// ```ignore
    /// let answer = client.list_ip_rules().filter("...").top(50).await?;
    /// let mut items = client.list_ip_rules().items();
    /// ```
    pub fn list_ip_rules(&self) -> Call<'_, ListIpRules> {
        self.call(ListIpRules::default())
    }

    /// Create an IP rule
    ///
    /// Add a new IP blacklist entry or whitelist entry to the system.
    ///
    /// ```ignore
    /// let answer = client.create_ip_rule(body).await?;
    /// ```
    pub fn create_ip_rule(
        &self,
        body: impl Into<Option<CreateIpRuleRequest>>,
    ) -> Call<'_, CreateIpRule> {
        self.call(CreateIpRule::new(body))
    }

    /// Retrieve an IP rule
    ///
    /// Retrieve IP blacklist entry or whitelist entry.
    ///
    /// ```ignore
    /// let answer = client.show_ip_rule("id").await?;
    /// ```
    pub fn show_ip_rule(&self, id: impl Into<String>) -> Call<'_, ShowIpRule> {
        self.call(ShowIpRule::new(id))
    }

    /// Update an IP rule
    ///
    /// Update IP blacklist entry or whitelist entry that already exists.
    ///
    /// ```ignore
    /// client.update_ip_rule("id", body).await?;
    /// ```
    pub fn update_ip_rule(
        &self,
        id: impl Into<String>,
        body: impl Into<Option<UpdateIpRuleRequest>>,
    ) -> Call<'_, UpdateIpRule> {
        self.call(UpdateIpRule::new(id, body))
    }

    /// Delete an IP rule
    ///
    /// Destroy a certain IP rule.
    ///
    /// ```ignore
    /// client.delete_ip_rule("id").await?;
    /// ```
    pub fn delete_ip_rule(&self, id: impl Into<String>) -> Call<'_, DeleteIpRule> {
        self.call(DeleteIpRule::new(id))
    }

    /// Export IP rules
    ///
    /// Export a collection of IP rules to file.
    ///
    /// ```ignore
    /// let answer = client.export_ip_rules().await?;
    /// ```
    pub fn export_ip_rules(&self) -> Call<'_, ExportIpRules> {
        self.call(ExportIpRules::default())
    }

    /// List transports
    ///
    /// Retrieve a collection of transports
    ///
    /// ```ignore
    /// let answer = client.list_transports().filter("...").top(50).await?;
    /// let mut items = client.list_transports().items();
    /// ```
    pub fn list_transports(&self) -> Call<'_, ListTransports> {
        self.call(ListTransports::default())
    }

    /// Create a transport
    ///
    /// Add a new transport.
    ///
    /// ```ignore
    /// let answer = client.create_transport(body).await?;
    /// ```
    pub fn create_transport(&self, body: CreateTransportRequest) -> Call<'_, CreateTransport> {
        self.call(CreateTransport::new(body))
    }

    /// Retrieve a transport
    ///
    /// Retrieve a transport by it's unique ID.
    ///
    /// ```ignore
    /// let answer = client.show_transport("id").await?;
    /// ```
    pub fn show_transport(&self, id: impl Into<String>) -> Call<'_, ShowTransport> {
        self.call(ShowTransport::new(id))
    }

    /// Update transport
    ///
    /// Update a new transport.
    ///
    /// ```ignore
    /// client.update_transport("id", body).await?;
    /// ```
    pub fn update_transport(
        &self,
        id: impl Into<String>,
        body: UpdateTransportRequest,
    ) -> Call<'_, UpdateTransport> {
        self.call(UpdateTransport::new(id, body))
    }

    /// Destroy transport
    ///
    /// ```ignore
    /// client.delete_transport("id").await?;
    /// ```
    pub fn delete_transport(&self, id: impl Into<String>) -> Call<'_, DeleteTransport> {
        self.call(DeleteTransport::new(id))
    }

    /// Query transport's status
    ///
    /// ```ignore
    /// let answer = client.get_transport_status(id).await?;
    /// ```
    pub fn get_transport_status(&self, id: TransportProtocol) -> Call<'_, GetTransportStatus> {
        self.call(GetTransportStatus::new(id))
    }

    /// List tenants
    ///
    /// Returns a list of tenant summary information.
    /// Note that it uses a different, smaller representation of a tenant than retrieving a single tenant.
    ///
    /// ```ignore
    /// let answer = client.list_tenants().filter("...").top(50).await?;
    /// let mut items = client.list_tenants().items();
    /// ```
    pub fn list_tenants(&self) -> Call<'_, ListTenants> {
        self.call(ListTenants::default())
    }

    /// Create a tenant
    ///
    /// Create an new tenant.
    ///
    /// ```ignore
    /// let answer = client.create_tenant(body).await?;
    /// ```
    pub fn create_tenant(
        &self,
        body: impl Into<Option<CreateTenantRequest>>,
    ) -> Call<'_, CreateTenant> {
        self.call(CreateTenant::new(body))
    }

    /// Retrieve a tenant
    ///
    /// Get detailed properties for a tenant.
    ///
    /// ```ignore
    /// let answer = client.show_tenant("id").await?;
    /// ```
    pub fn show_tenant(&self, id: impl Into<String>) -> Call<'_, ShowTenant> {
        self.call(ShowTenant::new(id))
    }

    /// Update a tenant
    ///
    /// Update tenant properties by it's unique ID.
    ///
    /// ```ignore
    /// client.update_tenant("id", body).await?;
    /// ```
    pub fn update_tenant(
        &self,
        id: impl Into<String>,
        body: impl Into<Option<UpdateTenantRequest>>,
    ) -> Call<'_, UpdateTenant> {
        self.call(UpdateTenant::new(id, body))
    }

    /// Switch between tenants
    ///
    /// ```ignore
    /// client.switch_tenants().id("...").await?;
    /// ```
    pub fn switch_tenants(&self) -> Call<'_, SwitchTenants> {
        self.call(SwitchTenants::default())
    }

    /// Retrieve dealer information the tenant belongs
    ///
    /// Get the dealer to which the tenant belongs.
    ///
    /// ```ignore
    /// let answer = client.retrieve_tenant_dealer("id").await?;
    /// ```
    pub fn retrieve_tenant_dealer(&self, id: impl Into<String>) -> Call<'_, RetrieveTenantDealer> {
        self.call(RetrieveTenantDealer::new(id))
    }

    /// Designate tenant to dealer
    ///
    /// ```ignore
    /// client.designate_tenant_to_dealer("id", "dealer_id").await?;
    /// ```
    pub fn designate_tenant_to_dealer(
        &self,
        id: impl Into<String>,
        dealer_id: impl Into<String>,
    ) -> Call<'_, DesignateTenantToDealer> {
        self.call(DesignateTenantToDealer::new(id, dealer_id))
    }

    /// Remove tenant to dealer
    ///
    /// Remove tenant from dealer.
    ///
    /// ```ignore
    /// client.remove_tenant_from_dealer("id", "dealer_id").await?;
    /// ```
    pub fn remove_tenant_from_dealer(
        &self,
        id: impl Into<String>,
        dealer_id: impl Into<String>,
    ) -> Call<'_, RemoveTenantFromDealer> {
        self.call(RemoveTenantFromDealer::new(id, dealer_id))
    }

    /// Delete a tenant
    ///
    /// ```ignore
    /// client.delete_tenant("id").await?;
    /// ```
    pub fn delete_tenant(&self, id: impl Into<String>) -> Call<'_, DeleteTenant> {
        self.call(DeleteTenant::new(id))
    }

    /// Retrieve license information
    ///
    /// ```ignore
    /// let answer = client.show_license().await?;
    /// ```
    pub fn show_license(&self) -> Call<'_, ShowLicense> {
        self.call(ShowLicense::default())
    }

    /// Update license
    ///
    /// ```ignore
    /// client.update_license(body).await?;
    /// ```
    pub fn update_license(
        &self,
        body: impl Into<Option<UpdateLicenseRequest>>,
    ) -> Call<'_, UpdateLicense> {
        self.call(UpdateLicense::new(body))
    }

    /// Show certificate key
    ///
    /// Retrieve content of certificate key.
    ///
    /// ```ignore
    /// let answer = client.show_key().await?;
    /// ```
    pub fn show_key(&self) -> Call<'_, ShowKey> {
        self.call(ShowKey::default())
    }

    /// Update certificate key
    ///
    /// ```ignore
    /// client.update_key(body).await?;
    /// ```
    pub fn update_key(&self, body: UpdateKeyRequest) -> Call<'_, UpdateKey> {
        self.call(UpdateKey::new(body))
    }

    /// Update brand information
    ///
    /// ```ignore
    /// client.update_brand_information(body).await?;
    /// ```
    pub fn update_brand_information(
        &self,
        body: impl Into<Option<UpdateBrandInformationRequest>>,
    ) -> Call<'_, UpdateBrandInformation> {
        self.call(UpdateBrandInformation::new(body))
    }

    /// Retrieve current dealer
    ///
    /// Get details of current dealer.
    ///
    /// ```ignore
    /// let answer = client.retrieve_current_dealer().await?;
    /// ```
    pub fn retrieve_current_dealer(&self) -> Call<'_, RetrieveCurrentDealer> {
        self.call(RetrieveCurrentDealer::default())
    }

    /// Update current dealer
    ///
    /// Modify the settings of the current dealer.
    ///
    /// ```ignore
    /// client.update_current_dealer(body).await?;
    /// ```
    pub fn update_current_dealer(
        &self,
        body: UpdateCurrentDealerRequest,
    ) -> Call<'_, UpdateCurrentDealer> {
        self.call(UpdateCurrentDealer::new(body))
    }

    /// Retrieve current dealer status
    ///
    /// Get status of current dealer.
    ///
    /// ```ignore
    /// let answer = client.retrieve_current_dealer_status().await?;
    /// ```
    pub fn retrieve_current_dealer_status(&self) -> Call<'_, RetrieveCurrentDealerStatus> {
        self.call(RetrieveCurrentDealerStatus::default())
    }

    /// Change current dealer username
    ///
    /// ```ignore
    /// client.change_current_dealer_username(body).await?;
    /// ```
    pub fn change_current_dealer_username(
        &self,
        body: ChangeUsernameRequest,
    ) -> Call<'_, ChangeCurrentDealerUsername> {
        self.call(ChangeCurrentDealerUsername::new(body))
    }

    /// Reset current dealer password
    ///
    /// ```ignore
    /// client.reset_current_dealer_password(body).await?;
    /// ```
    pub fn reset_current_dealer_password(
        &self,
        body: ResetCurrentDealerPasswordRequest,
    ) -> Call<'_, ResetCurrentDealerPassword> {
        self.call(ResetCurrentDealerPassword::new(body))
    }

    /// List provider assignees
    ///
    /// Get a collection of assignees of provider.
    ///
    /// ```ignore
    /// let answer = client.list_provider_assignees("id").await?;
    /// ```
    pub fn list_provider_assignees(
        &self,
        id: impl Into<String>,
    ) -> Call<'_, ListProviderAssignees> {
        self.call(ListProviderAssignees::new(id))
    }

    /// Check provider assignee
    ///
    /// Check if a provider is assigned to the tenant.
    ///
    /// ```ignore
    /// let answer = client.check_provider_assignee("id", "tenant_id").await?;
    /// ```
    pub fn check_provider_assignee(
        &self,
        id: impl Into<String>,
        tenant_id: impl Into<String>,
    ) -> Call<'_, CheckProviderAssignee> {
        self.call(CheckProviderAssignee::new(id, tenant_id))
    }

    /// Assign provider
    ///
    /// Assign provider to tenant.
    ///
    /// ```ignore
    /// client.assign_provider("id", "tenant_id", body).await?;
    /// ```
    pub fn assign_provider(
        &self,
        id: impl Into<String>,
        tenant_id: impl Into<String>,
        body: impl Into<Option<ProviderAssignment>>,
    ) -> Call<'_, AssignProvider> {
        self.call(AssignProvider::new(id, tenant_id, body))
    }

    /// Destroy a provider assignee
    ///
    /// Unassign provider from tenant.
    ///
    /// ```ignore
    /// client.destroy_provider_assignee("id", "tenant_id").await?;
    /// ```
    pub fn destroy_provider_assignee(
        &self,
        id: impl Into<String>,
        tenant_id: impl Into<String>,
    ) -> Call<'_, DestroyProviderAssignee> {
        self.call(DestroyProviderAssignee::new(id, tenant_id))
    }
}

impl Call<'_, ListIpRules> {
    /// Use the `filter` query parameter to retrieve just a subset of a collection.
    pub fn filter(mut self, value: impl Into<String>) -> Self {
        self.operation.filter = Some(value.into());
        self
    }
    /// Use the `search` query parameter to restrict the results of a request to match a search criterion.
    pub fn search(mut self, value: impl Into<String>) -> Self {
        self.operation.search = Some(value.into());
        self
    }
    /// Use the `orderby` query parameter to specify the sort order of the items returned from server.
    pub fn orderby(mut self, value: impl Into<String>) -> Self {
        self.operation.orderby = Some(value.into());
        self
    }
    /// Use the `skip` query parameter to set the number of items to skip at the start of a collection.
    pub fn skip(mut self, value: i32) -> Self {
        self.operation.skip = Some(value);
        self
    }
    /// Use the `top` query parameter to specify the page size of the result set.
    pub fn top(mut self, value: i32) -> Self {
        self.operation.top = Some(value);
        self
    }
}

impl Call<'_, ListTransports> {
    /// Use the `filter` query parameter to retrieve just a subset of a collection.
    pub fn filter(mut self, value: impl Into<String>) -> Self {
        self.operation.filter = Some(value.into());
        self
    }
    /// Use the `search` query parameter to restrict the results of a request to match a search criterion.
    pub fn search(mut self, value: impl Into<String>) -> Self {
        self.operation.search = Some(value.into());
        self
    }
    /// Use the `orderby` query parameter to specify the sort order of the items returned from server.
    pub fn orderby(mut self, value: impl Into<String>) -> Self {
        self.operation.orderby = Some(value.into());
        self
    }
    /// Use the `skip` query parameter to set the number of items to skip at the start of a collection.
    pub fn skip(mut self, value: i32) -> Self {
        self.operation.skip = Some(value);
        self
    }
    /// Use the `top` query parameter to specify the page size of the result set.
    pub fn top(mut self, value: i32) -> Self {
        self.operation.top = Some(value);
        self
    }
}

impl Call<'_, ListTenants> {
    /// Use the `filter` query parameter to retrieve just a subset of a collection.
    pub fn filter(mut self, value: impl Into<String>) -> Self {
        self.operation.filter = Some(value.into());
        self
    }
    /// Use the `search` query parameter to restrict the results of a request to match a search criterion.
    pub fn search(mut self, value: impl Into<String>) -> Self {
        self.operation.search = Some(value.into());
        self
    }
    /// Use the `orderby` query parameter to specify the sort order of the items returned from server.
    pub fn orderby(mut self, value: impl Into<String>) -> Self {
        self.operation.orderby = Some(value.into());
        self
    }
    /// Use the `skip` query parameter to set the number of items to skip at the start of a collection.
    pub fn skip(mut self, value: i32) -> Self {
        self.operation.skip = Some(value);
        self
    }
    /// Use the `top` query parameter to specify the page size of the result set.
    pub fn top(mut self, value: i32) -> Self {
        self.operation.top = Some(value);
        self
    }
}

impl Call<'_, SwitchTenants> {
    /// The unique ID of the tenant.
    pub fn id(mut self, value: impl Into<String>) -> Self {
        self.operation.id = Some(value.into());
        self
    }
}

impl Paged for ListIpRules {
    type Item = IpRule;

    fn items(page: IpRuleList) -> Vec<IpRule> {
        page.items.unwrap_or_default()
    }
    fn turn(&mut self, page: &Response<IpRuleList>, turn: &mut Turn) {
        turn.items(page.body.items.as_ref());
        turn.total(page.body.count.as_ref());
        turn.offset(&mut self.skip);
    }
}

impl Paged for ListTransports {
    type Item = Transport;

    fn items(page: TransportList) -> Vec<Transport> {
        page.items.unwrap_or_default()
    }
    fn turn(&mut self, page: &Response<TransportList>, turn: &mut Turn) {
        turn.items(page.body.items.as_ref());
        turn.total(page.body.count.as_ref());
        turn.offset(&mut self.skip);
    }
}

impl Paged for ListTenants {
    type Item = TenantSummary;

    fn items(page: TenantList) -> Vec<TenantSummary> {
        page.items.unwrap_or_default()
    }
    fn turn(&mut self, page: &Response<TenantList>, turn: &mut Turn) {
        turn.items(page.body.items.as_ref());
        turn.total(page.body.count.as_ref());
        turn.offset(&mut self.skip);
    }
}
