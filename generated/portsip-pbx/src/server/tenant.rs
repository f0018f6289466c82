//! The server's side of operations tagged Tenant.

use crate::models::{
    CreatedHoliday, CurrentTenant, Holiday, HolidayList, PasswordPolicy, TenantStatus,
    VoicemailServer,
};
use crate::operations::{
    CreateHoliday, DeleteHoliday, ListHolidays, RetrieveCurrentTenantStatus,
    RetrieveTenantPasswordPolicy, ShowCurrentConfigurations, ShowHoliday, ShowVoicemailServer,
    UpdateHoliday, UpdateSettings, UpdateTenantPasswordPolicy, UpdateVoicemailServer,
};
use crate::runtime::server::{Context, Error, Route};
use std::sync::Arc;

/// Manage your tenants.
/// Admin user has access to details for his account and other tenant users,
/// whilst tenant user has access to his account info only.
///
/// Implement what you serve; the rest answers 501.
#[allow(unused_variables)]
pub trait TenantApi: Send + Sync + 'static {
    /// Retrieve current configurations
    ///
    /// Get detailed properties for current tenant.
    fn show_current_configurations(
        &self,
        cx: Context,
        request: ShowCurrentConfigurations,
    ) -> impl Future<Output = Result<CurrentTenant, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update a tenant
    ///
    /// Set tenant object that already exists.
    fn update_settings(
        &self,
        cx: Context,
        request: UpdateSettings,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve current tenant status
    ///
    /// Get status of current tenant.
    fn retrieve_current_tenant_status(
        &self,
        cx: Context,
        request: RetrieveCurrentTenantStatus,
    ) -> impl Future<Output = Result<TenantStatus, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve tenant password policy
    ///
    /// Retrieve details of tenant password policy.
    fn retrieve_tenant_password_policy(
        &self,
        cx: Context,
        request: RetrieveTenantPasswordPolicy,
    ) -> impl Future<Output = Result<PasswordPolicy, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update tenant password policy
    fn update_tenant_password_policy(
        &self,
        cx: Context,
        request: UpdateTenantPasswordPolicy,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve voicemail server
    ///
    /// Retrieve voicemail server information.
    fn show_voicemail_server(
        &self,
        cx: Context,
        request: ShowVoicemailServer,
    ) -> impl Future<Output = Result<VoicemailServer, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update voicemail server
    fn update_voicemail_server(
        &self,
        cx: Context,
        request: UpdateVoicemailServer,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// List holidays
    ///
    /// Retrieve a collection of holiday entries.
    fn list_holidays(
        &self,
        cx: Context,
        request: ListHolidays,
    ) -> impl Future<Output = Result<HolidayList, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Create a new holiday
    fn create_holiday(
        &self,
        cx: Context,
        request: CreateHoliday,
    ) -> impl Future<Output = Result<CreatedHoliday, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Retrieve a holiday
    fn show_holiday(
        &self,
        cx: Context,
        request: ShowHoliday,
    ) -> impl Future<Output = Result<Holiday, Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Update a holiday
    ///
    /// Update a holiday that already exists.
    fn update_holiday(
        &self,
        cx: Context,
        request: UpdateHoliday,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }

    /// Destroy a holiday
    ///
    /// Destroy a certain holiday entry.
    fn delete_holiday(
        &self,
        cx: Context,
        request: DeleteHoliday,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Err(Error::not_implemented()) }
    }
}

/// The operations of this file.
pub(crate) fn routes<A: TenantApi>(api: &Arc<A>) -> Vec<Route> {
    vec![
        Route::new(api, |api, cx, request: ShowCurrentConfigurations| {
            Box::pin(A::show_current_configurations(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateSettings| {
            Box::pin(A::update_settings(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RetrieveCurrentTenantStatus| {
            Box::pin(A::retrieve_current_tenant_status(api, cx, request))
        }),
        Route::new(api, |api, cx, request: RetrieveTenantPasswordPolicy| {
            Box::pin(A::retrieve_tenant_password_policy(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateTenantPasswordPolicy| {
            Box::pin(A::update_tenant_password_policy(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ShowVoicemailServer| {
            Box::pin(A::show_voicemail_server(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateVoicemailServer| {
            Box::pin(A::update_voicemail_server(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ListHolidays| {
            Box::pin(A::list_holidays(api, cx, request))
        }),
        Route::new(api, |api, cx, request: CreateHoliday| {
            Box::pin(A::create_holiday(api, cx, request))
        }),
        Route::new(api, |api, cx, request: ShowHoliday| {
            Box::pin(A::show_holiday(api, cx, request))
        }),
        Route::new(api, |api, cx, request: UpdateHoliday| {
            Box::pin(A::update_holiday(api, cx, request))
        }),
        Route::new(api, |api, cx, request: DeleteHoliday| {
            Box::pin(A::delete_holiday(api, cx, request))
        }),
    ]
}
