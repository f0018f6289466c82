//! The traits, implemented: which function answers which operation.
//!
//! Each is one step: leave the thread of the server, work on a connection, answer. What is not here answers 501.

use crate::database::Database;
use crate::failure::Failure;
use crate::page::Wanted;
use crate::settings::Setting;
use crate::{dealers, holidays, ip_rules, settings, tenants, transports};
use portsip_pbx::models::*;
use portsip_pbx::operations::*;
use portsip_pbx::server::{AdministrationApi, Context, Error, TenantApi};
use rusqlite::Connection;
use std::sync::Arc;

/// What implements the traits.
#[derive(Clone, Debug)]
pub struct Backend(pub Arc<Database>);

impl Backend {
    async fn run<T, W>(&self, work: W) -> Result<T, Error>
    where
        T: Send + 'static,
        W: FnOnce(&mut Connection) -> Result<T, Failure> + Send + 'static,
    {
        Ok(self.0.run(work).await?)
    }
}

/// What of a collection a request wants: the five parameters have the same names everywhere.
macro_rules! wanted {
    ($request:ident) => {
        Wanted {
            filter: $request.filter,
            search: $request.search,
            orderby: $request.orderby,
            skip: $request.skip,
            top: $request.top,
        }
    };
}

impl AdministrationApi for Backend {
    async fn list_dealers(&self, _: Context, _: ListDealers) -> Result<DealerList, Error> {
        self.run(dealers::list).await
    }

    async fn create_dealer(&self, _: Context, it: CreateDealer) -> Result<CreatedResource, Error> {
        self.run(move |db| dealers::create(db, &it.body)).await
    }

    async fn retrieve_dealer(&self, _: Context, it: RetrieveDealer) -> Result<Dealer, Error> {
        self.run(move |db| dealers::show(db, &it.id)).await
    }

    async fn update_dealer(&self, _: Context, it: UpdateDealer) -> Result<(), Error> {
        self.run(move |db| dealers::update(db, &it.id, &it.body))
            .await
    }

    async fn delete_dealer(&self, _: Context, it: DeleteDealer) -> Result<(), Error> {
        self.run(move |db| dealers::destroy(db, &it.id)).await
    }

    async fn list_ip_rules(&self, _: Context, it: ListIpRules) -> Result<IpRuleList, Error> {
        self.run(move |db| ip_rules::list(db, &wanted!(it))).await
    }

    async fn create_ip_rule(&self, _: Context, it: CreateIpRule) -> Result<CreatedResource, Error> {
        let body = it.body.ok_or(Failure::Empty)?;
        self.run(move |db| ip_rules::create(db, &body)).await
    }

    async fn show_ip_rule(&self, _: Context, it: ShowIpRule) -> Result<IpRule, Error> {
        self.run(move |db| ip_rules::show(db, &it.id)).await
    }

    async fn update_ip_rule(&self, _: Context, it: UpdateIpRule) -> Result<(), Error> {
        self.run(move |db| ip_rules::update(db, &it.id, &it.body.unwrap_or_default()))
            .await
    }

    async fn delete_ip_rule(&self, _: Context, it: DeleteIpRule) -> Result<(), Error> {
        self.run(move |db| ip_rules::destroy(db, &it.id)).await
    }

    async fn export_ip_rules(
        &self,
        _: Context,
        _: ExportIpRules,
    ) -> Result<ExportIpRulesOutput, Error> {
        self.run(|db| ip_rules::export(db)).await
    }

    async fn list_transports(
        &self,
        _: Context,
        it: ListTransports,
    ) -> Result<TransportList, Error> {
        self.run(move |db| transports::list(db, &wanted!(it))).await
    }

    async fn create_transport(
        &self,
        _: Context,
        it: CreateTransport,
    ) -> Result<CreatedResource, Error> {
        self.run(move |db| transports::create(db, &it.body)).await
    }

    async fn show_transport(&self, _: Context, it: ShowTransport) -> Result<Transport, Error> {
        self.run(move |db| transports::show(db, &it.id)).await
    }

    async fn update_transport(&self, _: Context, it: UpdateTransport) -> Result<(), Error> {
        self.run(move |db| transports::update(db, &it.id, &it.body))
            .await
    }

    async fn delete_transport(&self, _: Context, it: DeleteTransport) -> Result<(), Error> {
        self.run(move |db| transports::destroy(db, &it.id)).await
    }

    async fn get_transport_status(
        &self,
        _: Context,
        it: GetTransportStatus,
    ) -> Result<TransportStatus, Error> {
        self.run(move |db| transports::status(db, &it.id)).await
    }

    async fn list_tenants(&self, _: Context, it: ListTenants) -> Result<TenantList, Error> {
        self.run(move |db| tenants::list(db, &wanted!(it))).await
    }

    async fn create_tenant(&self, _: Context, it: CreateTenant) -> Result<CreatedResource, Error> {
        let body = it.body.ok_or(Failure::Empty)?;
        self.run(move |db| tenants::create(db, &body)).await
    }

    async fn show_tenant(&self, _: Context, it: ShowTenant) -> Result<Tenant, Error> {
        self.run(move |db| tenants::show(db, &it.id)).await
    }

    async fn update_tenant(&self, _: Context, it: UpdateTenant) -> Result<(), Error> {
        self.run(move |db| tenants::update(db, &it.id, &it.body.unwrap_or_default()))
            .await
    }

    async fn delete_tenant(&self, _: Context, it: DeleteTenant) -> Result<(), Error> {
        self.run(move |db| tenants::destroy(db, &it.id)).await
    }

    async fn retrieve_tenant_dealer(
        &self,
        _: Context,
        it: RetrieveTenantDealer,
    ) -> Result<TenantDealerList, Error> {
        self.run(move |db| tenants::dealers(db, &it.id)).await
    }

    async fn designate_tenant_to_dealer(
        &self,
        _: Context,
        it: DesignateTenantToDealer,
    ) -> Result<(), Error> {
        self.run(move |db| tenants::designate(db, &it.id, &it.dealer_id))
            .await
    }

    async fn remove_tenant_from_dealer(
        &self,
        _: Context,
        it: RemoveTenantFromDealer,
    ) -> Result<(), Error> {
        self.run(move |db| tenants::withdraw(db, &it.id, &it.dealer_id))
            .await
    }

    async fn retrieve_network_configurations(
        &self,
        _: Context,
        _: RetrieveNetworkConfigurations,
    ) -> Result<NetworkConfiguration, Error> {
        self.run(|db| settings::show(db, Setting::Network)).await
    }

    async fn update_network_configurations(
        &self,
        _: Context,
        it: UpdateNetworkConfigurations,
    ) -> Result<(), Error> {
        self.run(move |db| settings::update(db, Setting::Network, &it.body))
            .await
    }

    async fn list_options(&self, _: Context, _: ListOptions) -> Result<SystemOptions, Error> {
        self.run(|db| settings::show(db, Setting::Options)).await
    }

    async fn update_options(&self, _: Context, it: UpdateOptions) -> Result<(), Error> {
        self.run(move |db| settings::update(db, Setting::Options, &it.body))
            .await
    }
}

impl TenantApi for Backend {
    async fn list_holidays(&self, _: Context, it: ListHolidays) -> Result<HolidayList, Error> {
        self.run(move |db| holidays::list(db, &wanted!(it))).await
    }

    async fn create_holiday(&self, _: Context, it: CreateHoliday) -> Result<CreatedHoliday, Error> {
        let body = it.body.ok_or(Failure::Empty)?;
        self.run(move |db| holidays::create(db, &body)).await
    }

    async fn show_holiday(&self, _: Context, it: ShowHoliday) -> Result<Holiday, Error> {
        self.run(move |db| holidays::show(db, &it.id)).await
    }

    async fn update_holiday(&self, _: Context, it: UpdateHoliday) -> Result<(), Error> {
        self.run(move |db| holidays::update(db, &it.id, &it.body.unwrap_or_default()))
            .await
    }

    async fn delete_holiday(&self, _: Context, it: DeleteHoliday) -> Result<(), Error> {
        self.run(move |db| holidays::destroy(db, &it.id)).await
    }

    async fn retrieve_tenant_password_policy(
        &self,
        _: Context,
        _: RetrieveTenantPasswordPolicy,
    ) -> Result<PasswordPolicy, Error> {
        self.run(|db| settings::show(db, Setting::PasswordPolicy))
            .await
    }

    async fn update_tenant_password_policy(
        &self,
        _: Context,
        it: UpdateTenantPasswordPolicy,
    ) -> Result<(), Error> {
        self.run(move |db| settings::update_password_policy(db, &it.body.unwrap_or_default()))
            .await
    }
}
