//! Calls of operations tagged Tenant.

use crate::models::{
    CreateHolidayRequest, Holiday, HolidayList, PasswordPolicy, UpdateHolidayRequest,
    UpdateSettingsRequest, VoicemailServer,
};
use crate::operations::{
    CreateHoliday, DeleteHoliday, ListHolidays, RetrieveCurrentTenantStatus,
    RetrieveTenantPasswordPolicy, ShowCurrentConfigurations, ShowHoliday, ShowVoicemailServer,
    UpdateHoliday, UpdateSettings, UpdateTenantPasswordPolicy, UpdateVoicemailServer,
};
use crate::runtime::client::{Call, Client, Response};
use crate::runtime::pages::Paged;
use crate::runtime::turning::Turn;

impl Client {
    /// Retrieve current configurations
    ///
    /// Get detailed properties for current tenant.
    ///
    /// ```ignore
    /// let answer = client.show_current_configurations().await?;
    /// ```
    pub fn show_current_configurations(&self) -> Call<'_, ShowCurrentConfigurations> {
        self.call(ShowCurrentConfigurations::default())
    }

    /// Update a tenant
    ///
    /// Set tenant object that already exists.
    ///
    /// ```ignore
    /// client.update_settings(body).await?;
    /// ```
    pub fn update_settings(
        &self,
        body: impl Into<Option<UpdateSettingsRequest>>,
    ) -> Call<'_, UpdateSettings> {
        self.call(UpdateSettings::new(body))
    }

    /// Retrieve current tenant status
    ///
    /// Get status of current tenant.
    ///
    /// ```ignore
    /// let answer = client.retrieve_current_tenant_status().await?;
    /// ```
    pub fn retrieve_current_tenant_status(&self) -> Call<'_, RetrieveCurrentTenantStatus> {
        self.call(RetrieveCurrentTenantStatus::default())
    }

    /// Retrieve tenant password policy
    ///
    /// Retrieve details of tenant password policy.
    ///
    /// ```ignore
    /// let answer = client.retrieve_tenant_password_policy().await?;
    /// ```
    pub fn retrieve_tenant_password_policy(&self) -> Call<'_, RetrieveTenantPasswordPolicy> {
        self.call(RetrieveTenantPasswordPolicy::default())
    }

    /// Update tenant password policy
    ///
    /// ```ignore
    /// client.update_tenant_password_policy(body).await?;
    /// ```
    pub fn update_tenant_password_policy(
        &self,
        body: impl Into<Option<PasswordPolicy>>,
    ) -> Call<'_, UpdateTenantPasswordPolicy> {
        self.call(UpdateTenantPasswordPolicy::new(body))
    }

    /// Retrieve voicemail server
    ///
    /// Retrieve voicemail server information.
    ///
    /// ```ignore
    /// let answer = client.show_voicemail_server().await?;
    /// ```
    pub fn show_voicemail_server(&self) -> Call<'_, ShowVoicemailServer> {
        self.call(ShowVoicemailServer::default())
    }

    /// Update voicemail server
    ///
    /// ```ignore
    /// client.update_voicemail_server(body).await?;
    /// ```
    pub fn update_voicemail_server(
        &self,
        body: impl Into<Option<VoicemailServer>>,
    ) -> Call<'_, UpdateVoicemailServer> {
        self.call(UpdateVoicemailServer::new(body))
    }

    /// List holidays
    ///
    /// Retrieve a collection of holiday entries.
    ///
    /// ```ignore
    /// let answer = client.list_holidays().filter("...").top(50).await?;
    /// let mut items = client.list_holidays().items();
    /// ```
    pub fn list_holidays(&self) -> Call<'_, ListHolidays> {
        self.call(ListHolidays::default())
    }

    /// Create a new holiday
    ///
    /// ```ignore
    /// let answer = client.create_holiday(body).await?;
    /// ```
    pub fn create_holiday(
        &self,
        body: impl Into<Option<CreateHolidayRequest>>,
    ) -> Call<'_, CreateHoliday> {
        self.call(CreateHoliday::new(body))
    }

    /// Retrieve a holiday
    ///
    /// ```ignore
    /// let answer = client.show_holiday("id").await?;
    /// ```
    pub fn show_holiday(&self, id: impl Into<String>) -> Call<'_, ShowHoliday> {
        self.call(ShowHoliday::new(id))
    }

    /// Update a holiday
    ///
    /// Update a holiday that already exists.
    ///
    /// ```ignore
    /// client.update_holiday("id", body).await?;
    /// ```
    pub fn update_holiday(
        &self,
        id: impl Into<String>,
        body: impl Into<Option<UpdateHolidayRequest>>,
    ) -> Call<'_, UpdateHoliday> {
        self.call(UpdateHoliday::new(id, body))
    }

    /// Destroy a holiday
    ///
    /// Destroy a certain holiday entry.
    ///
    /// ```ignore
    /// client.delete_holiday("id").await?;
    /// ```
    pub fn delete_holiday(&self, id: impl Into<String>) -> Call<'_, DeleteHoliday> {
        self.call(DeleteHoliday::new(id))
    }
}

impl Call<'_, ListHolidays> {
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

impl Paged for ListHolidays {
    type Item = Holiday;

    fn items(page: HolidayList) -> Vec<Holiday> {
        page.items.unwrap_or_default()
    }
    fn turn(&mut self, page: &Response<HolidayList>, turn: &mut Turn) {
        turn.items(page.body.items.as_ref());
        turn.total(page.body.count.as_ref());
        turn.offset(&mut self.skip);
    }
}
