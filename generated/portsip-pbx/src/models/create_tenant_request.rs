use super::{ContactAppendType, ContactMatchType, E164Settings, EventHook, OfficeHours};
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /tenants` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateTenantRequest {
    /// The name of the tenant.
    pub name: String,
    /// The SIP domain of tenant.
    /// It is usually a fully qualified domain name (FQDN).
    /// If there is no FQDN, you can also use the IP address of the PBX server as the SIP domain.
    /// The SIP domain name is only used for SIP message authentication and does not require analysis.
    pub domain: String,
    /// The official website of tenant.
    pub website: Option<String>,
    /// Timezone for tenant.
    pub timezone: String,
    /// The Currency code (ISO 4217).
    pub currency: String,
    /// A valid country code based on iso3166-1 alpha-3 standard. see: <https://www.iso.org/iso-3166-country-codes.html>
    pub region: String,
    /// Enable this tenant or not.
    pub enabled: Option<bool>,
    /// Allow extension video recording.
    pub enable_video_recording: Option<bool>,
    /// Allow extension audio recording.
    pub enable_audio_recording: Option<bool>,
    /// Allow dual track recording for calls.
    pub enable_dual_track_recording: Option<bool>,
    /// Enable call billing or not.
    pub enable_billing: Option<bool>,
    /// Enable call billing feature or not.
    pub enable_feature_billing: Option<bool>,
    /// Enable call statistics feature or not.
    pub enable_feature_call_statistics: Option<bool>,
    /// Enable contact center feature or not.
    pub enable_feature_contact_center: Option<bool>,
    /// Enable message channels feature or not.
    pub enable_feature_message_channels: Option<bool>,
    /// Enable Microsoft Teams feature or not.
    pub enable_feature_microsoft_teams: Option<bool>,
    /// Enable trunks feature or not.
    pub enable_feature_trunks: Option<bool>,
    /// Enable WhatsApp feature or not.
    pub enable_feature_whats_app: Option<bool>,
    /// Whether to enable night mode.
    pub enable_night_mode: Option<bool>,
    /// Whether to enable two-factor authentication.
    pub enable_two_factor_authentication: Option<bool>,
    /// Some custom configuration options serialized as json string
    pub custom_options: Option<String>,
    /// The maximum number of users that the tenant is allowed to create.
    pub max_extensions: Option<i32>,
    /// The maximum number of concurrent calls that the tenant is allowed to have.
    pub max_concurrent_calls: Option<i32>,
    /// The maximum number of ring groups that the tenant is allowed to create.
    pub max_ring_groups: Option<i32>,
    /// The maximum number of virtual receptionists that the tenant is allowed to create.
    pub max_virtual_receptionists: Option<i32>,
    /// The maximum number of call queues that the tenant is allowed to create.
    pub max_call_queues: Option<i32>,
    /// The maximum number of conference rooms that the tenant is allowed to be online at the same time.
    pub max_conference_rooms: Option<i32>,
    /// The maximum size of disk space that the tenant is allowed to have.
    /// Specify a positive number and specify the unit at the same time, KB, MB, GB, PB are all allowed.
    /// For example: 100MB, 1000GB. Leave it empty, means unlimited.
    pub disk_quota: Option<String>,
    /// The maximum size of disk space that the tenant is allowed to have for IM service.
    /// Specify a positive number and specify the unit at the same time, KB, MB, GB, PB are all allowed.
    /// For example: 100MB, 1000GB. Leave it empty, means unlimited.
    pub im_disk_quota: Option<String>,
    /// The maximum size of disk space that the extension user is allowed to have for IM service.
    /// Specify a positive number and specify the unit at the same time, KB, MB, GB, PB are all allowed.
    /// For example: 100MB, 1000GB. Leave it empty, means unlimited.
    pub extension_im_disk_quota: Option<String>,
    /// The retention period in days of recordings.
    pub recording_retention: Option<i32>,
    /// The retention period in days of call report files.
    pub call_report_retention: Option<i64>,
    /// The retention period in days of audit logs and event logs.
    pub log_retention: Option<i64>,
    /// The retention period in days of temporary files.
    pub temp_file_retention: Option<i64>,
    /// `office_hours`.
    pub office_hours: Option<OfficeHours>,
    /// `e164`.
    pub e164: Option<E164Settings>,
    /// `cdr_event`.
    pub cdr_event: Option<EventHook>,
    /// `extension_event`.
    pub extension_event: Option<EventHook>,
    /// `contact_match_type`.
    pub contact_match_type: Option<ContactMatchType>,
    /// The matched length of characters when contact_match_type is `MATCH_LENGTH`.
    pub contact_match_length: Option<i32>,
    /// `contact_append_type`.
    pub contact_append_type: Option<ContactAppendType>,
    /// The interval for synchronizing contacts from the server, in minutes.
    pub contact_update_interval: Option<u32>,
    /// Comma-separated list of email address that should receive notifications.
    /// Allow up to 15 email addresses.
    pub email_recipients: Option<String>,
    /// Whether to force reset the initial password.
    pub password_force_reset: Option<bool>,
}

impl CreateTenantRequest {
    /// With what is required.
    pub fn new(
        name: impl Into<String>,
        domain: impl Into<String>,
        timezone: impl Into<String>,
        currency: impl Into<String>,
        region: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            domain: domain.into(),
            website: None,
            timezone: timezone.into(),
            currency: currency.into(),
            region: region.into(),
            enabled: None,
            enable_video_recording: None,
            enable_audio_recording: None,
            enable_dual_track_recording: None,
            enable_billing: None,
            enable_feature_billing: None,
            enable_feature_call_statistics: None,
            enable_feature_contact_center: None,
            enable_feature_message_channels: None,
            enable_feature_microsoft_teams: None,
            enable_feature_trunks: None,
            enable_feature_whats_app: None,
            enable_night_mode: None,
            enable_two_factor_authentication: None,
            custom_options: None,
            max_extensions: None,
            max_concurrent_calls: None,
            max_ring_groups: None,
            max_virtual_receptionists: None,
            max_call_queues: None,
            max_conference_rooms: None,
            disk_quota: None,
            im_disk_quota: None,
            extension_im_disk_quota: None,
            recording_retention: None,
            call_report_retention: None,
            log_retention: None,
            temp_file_retention: None,
            office_hours: None,
            e164: None,
            cdr_event: None,
            extension_event: None,
            contact_match_type: None,
            contact_match_length: None,
            contact_append_type: None,
            contact_update_interval: None,
            email_recipients: None,
            password_force_reset: None,
        }
    }

    /// Sets `website`.
    pub fn website(mut self, value: impl Into<String>) -> Self {
        self.website = Some(value.into());
        self
    }
    /// Sets `enabled`.
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }
    /// Sets `enable_video_recording`.
    pub fn enable_video_recording(mut self, value: bool) -> Self {
        self.enable_video_recording = Some(value);
        self
    }
    /// Sets `enable_audio_recording`.
    pub fn enable_audio_recording(mut self, value: bool) -> Self {
        self.enable_audio_recording = Some(value);
        self
    }
    /// Sets `enable_dual_track_recording`.
    pub fn enable_dual_track_recording(mut self, value: bool) -> Self {
        self.enable_dual_track_recording = Some(value);
        self
    }
    /// Sets `enable_billing`.
    pub fn enable_billing(mut self, value: bool) -> Self {
        self.enable_billing = Some(value);
        self
    }
    /// Sets `enable_feature_billing`.
    pub fn enable_feature_billing(mut self, value: bool) -> Self {
        self.enable_feature_billing = Some(value);
        self
    }
    /// Sets `enable_feature_call_statistics`.
    pub fn enable_feature_call_statistics(mut self, value: bool) -> Self {
        self.enable_feature_call_statistics = Some(value);
        self
    }
    /// Sets `enable_feature_contact_center`.
    pub fn enable_feature_contact_center(mut self, value: bool) -> Self {
        self.enable_feature_contact_center = Some(value);
        self
    }
    /// Sets `enable_feature_message_channels`.
    pub fn enable_feature_message_channels(mut self, value: bool) -> Self {
        self.enable_feature_message_channels = Some(value);
        self
    }
    /// Sets `enable_feature_microsoft_teams`.
    pub fn enable_feature_microsoft_teams(mut self, value: bool) -> Self {
        self.enable_feature_microsoft_teams = Some(value);
        self
    }
    /// Sets `enable_feature_trunks`.
    pub fn enable_feature_trunks(mut self, value: bool) -> Self {
        self.enable_feature_trunks = Some(value);
        self
    }
    /// Sets `enable_feature_whats_app`.
    pub fn enable_feature_whats_app(mut self, value: bool) -> Self {
        self.enable_feature_whats_app = Some(value);
        self
    }
    /// Sets `enable_night_mode`.
    pub fn enable_night_mode(mut self, value: bool) -> Self {
        self.enable_night_mode = Some(value);
        self
    }
    /// Sets `enable_two_factor_authentication`.
    pub fn enable_two_factor_authentication(mut self, value: bool) -> Self {
        self.enable_two_factor_authentication = Some(value);
        self
    }
    /// Sets `custom_options`.
    pub fn custom_options(mut self, value: impl Into<String>) -> Self {
        self.custom_options = Some(value.into());
        self
    }
    /// Sets `max_extensions`.
    pub fn max_extensions(mut self, value: i32) -> Self {
        self.max_extensions = Some(value);
        self
    }
    /// Sets `max_concurrent_calls`.
    pub fn max_concurrent_calls(mut self, value: i32) -> Self {
        self.max_concurrent_calls = Some(value);
        self
    }
    /// Sets `max_ring_groups`.
    pub fn max_ring_groups(mut self, value: i32) -> Self {
        self.max_ring_groups = Some(value);
        self
    }
    /// Sets `max_virtual_receptionists`.
    pub fn max_virtual_receptionists(mut self, value: i32) -> Self {
        self.max_virtual_receptionists = Some(value);
        self
    }
    /// Sets `max_call_queues`.
    pub fn max_call_queues(mut self, value: i32) -> Self {
        self.max_call_queues = Some(value);
        self
    }
    /// Sets `max_conference_rooms`.
    pub fn max_conference_rooms(mut self, value: i32) -> Self {
        self.max_conference_rooms = Some(value);
        self
    }
    /// Sets `disk_quota`.
    pub fn disk_quota(mut self, value: impl Into<String>) -> Self {
        self.disk_quota = Some(value.into());
        self
    }
    /// Sets `im_disk_quota`.
    pub fn im_disk_quota(mut self, value: impl Into<String>) -> Self {
        self.im_disk_quota = Some(value.into());
        self
    }
    /// Sets `extension_im_disk_quota`.
    pub fn extension_im_disk_quota(mut self, value: impl Into<String>) -> Self {
        self.extension_im_disk_quota = Some(value.into());
        self
    }
    /// Sets `recording_retention`.
    pub fn recording_retention(mut self, value: i32) -> Self {
        self.recording_retention = Some(value);
        self
    }
    /// Sets `call_report_retention`.
    pub fn call_report_retention(mut self, value: i64) -> Self {
        self.call_report_retention = Some(value);
        self
    }
    /// Sets `log_retention`.
    pub fn log_retention(mut self, value: i64) -> Self {
        self.log_retention = Some(value);
        self
    }
    /// Sets `temp_file_retention`.
    pub fn temp_file_retention(mut self, value: i64) -> Self {
        self.temp_file_retention = Some(value);
        self
    }
    /// Sets `office_hours`.
    pub fn office_hours(mut self, value: OfficeHours) -> Self {
        self.office_hours = Some(value);
        self
    }
    /// Sets `e164`.
    pub fn e164(mut self, value: E164Settings) -> Self {
        self.e164 = Some(value);
        self
    }
    /// Sets `cdr_event`.
    pub fn cdr_event(mut self, value: EventHook) -> Self {
        self.cdr_event = Some(value);
        self
    }
    /// Sets `extension_event`.
    pub fn extension_event(mut self, value: EventHook) -> Self {
        self.extension_event = Some(value);
        self
    }
    /// Sets `contact_match_type`.
    pub fn contact_match_type(mut self, value: ContactMatchType) -> Self {
        self.contact_match_type = Some(value);
        self
    }
    /// Sets `contact_match_length`.
    pub fn contact_match_length(mut self, value: i32) -> Self {
        self.contact_match_length = Some(value);
        self
    }
    /// Sets `contact_append_type`.
    pub fn contact_append_type(mut self, value: ContactAppendType) -> Self {
        self.contact_append_type = Some(value);
        self
    }
    /// Sets `contact_update_interval`.
    pub fn contact_update_interval(mut self, value: u32) -> Self {
        self.contact_update_interval = Some(value);
        self
    }
    /// Sets `email_recipients`.
    pub fn email_recipients(mut self, value: impl Into<String>) -> Self {
        self.email_recipients = Some(value.into());
        self
    }
    /// Sets `password_force_reset`.
    pub fn password_force_reset(mut self, value: bool) -> Self {
        self.password_force_reset = Some(value);
        self
    }
    /// `enabled`, or its default `true`.
    pub fn enabled_or_default(&self) -> bool {
        self.enabled.unwrap_or(true)
    }
    /// `enable_video_recording`, or its default `false`.
    pub fn enable_video_recording_or_default(&self) -> bool {
        self.enable_video_recording.unwrap_or(false)
    }
    /// `enable_audio_recording`, or its default `false`.
    pub fn enable_audio_recording_or_default(&self) -> bool {
        self.enable_audio_recording.unwrap_or(false)
    }
    /// `enable_dual_track_recording`, or its default `false`.
    pub fn enable_dual_track_recording_or_default(&self) -> bool {
        self.enable_dual_track_recording.unwrap_or(false)
    }
    /// `enable_billing`, or its default `false`.
    pub fn enable_billing_or_default(&self) -> bool {
        self.enable_billing.unwrap_or(false)
    }
    /// `enable_feature_billing`, or its default `false`.
    pub fn enable_feature_billing_or_default(&self) -> bool {
        self.enable_feature_billing.unwrap_or(false)
    }
    /// `enable_feature_call_statistics`, or its default `true`.
    pub fn enable_feature_call_statistics_or_default(&self) -> bool {
        self.enable_feature_call_statistics.unwrap_or(true)
    }
    /// `enable_feature_contact_center`, or its default `true`.
    pub fn enable_feature_contact_center_or_default(&self) -> bool {
        self.enable_feature_contact_center.unwrap_or(true)
    }
    /// `enable_feature_message_channels`, or its default `true`.
    pub fn enable_feature_message_channels_or_default(&self) -> bool {
        self.enable_feature_message_channels.unwrap_or(true)
    }
    /// `enable_feature_microsoft_teams`, or its default `true`.
    pub fn enable_feature_microsoft_teams_or_default(&self) -> bool {
        self.enable_feature_microsoft_teams.unwrap_or(true)
    }
    /// `enable_feature_trunks`, or its default `true`.
    pub fn enable_feature_trunks_or_default(&self) -> bool {
        self.enable_feature_trunks.unwrap_or(true)
    }
    /// `enable_feature_whats_app`, or its default `true`.
    pub fn enable_feature_whats_app_or_default(&self) -> bool {
        self.enable_feature_whats_app.unwrap_or(true)
    }
    /// `enable_night_mode`, or its default `false`.
    pub fn enable_night_mode_or_default(&self) -> bool {
        self.enable_night_mode.unwrap_or(false)
    }
    /// `enable_two_factor_authentication`, or its default `false`.
    pub fn enable_two_factor_authentication_or_default(&self) -> bool {
        self.enable_two_factor_authentication.unwrap_or(false)
    }
    /// `max_extensions`, or its default `1000`.
    pub fn max_extensions_or_default(&self) -> i32 {
        self.max_extensions.unwrap_or(1000)
    }
    /// `max_concurrent_calls`, or its default `20`.
    pub fn max_concurrent_calls_or_default(&self) -> i32 {
        self.max_concurrent_calls.unwrap_or(20)
    }
    /// `max_ring_groups`, or its default `20`.
    pub fn max_ring_groups_or_default(&self) -> i32 {
        self.max_ring_groups.unwrap_or(20)
    }
    /// `max_virtual_receptionists`, or its default `20`.
    pub fn max_virtual_receptionists_or_default(&self) -> i32 {
        self.max_virtual_receptionists.unwrap_or(20)
    }
    /// `max_call_queues`, or its default `20`.
    pub fn max_call_queues_or_default(&self) -> i32 {
        self.max_call_queues.unwrap_or(20)
    }
    /// `max_conference_rooms`, or its default `20`.
    pub fn max_conference_rooms_or_default(&self) -> i32 {
        self.max_conference_rooms.unwrap_or(20)
    }
    /// `disk_quota`, or its default of nothing.
    pub fn disk_quota_or_default(&self) -> &str {
        self.disk_quota.as_deref().unwrap_or("")
    }
    /// `im_disk_quota`, or its default of nothing.
    pub fn im_disk_quota_or_default(&self) -> &str {
        self.im_disk_quota.as_deref().unwrap_or("")
    }
    /// `extension_im_disk_quota`, or its default `1GB`.
    pub fn extension_im_disk_quota_or_default(&self) -> &str {
        self.extension_im_disk_quota.as_deref().unwrap_or("1GB")
    }
    /// `recording_retention`, or its default `180`.
    pub fn recording_retention_or_default(&self) -> i32 {
        self.recording_retention.unwrap_or(180)
    }
    /// `call_report_retention`, or its default `30`.
    pub fn call_report_retention_or_default(&self) -> i64 {
        self.call_report_retention.unwrap_or(30)
    }
    /// `log_retention`, or its default `180`.
    pub fn log_retention_or_default(&self) -> i64 {
        self.log_retention.unwrap_or(180)
    }
    /// `temp_file_retention`, or its default `30`.
    pub fn temp_file_retention_or_default(&self) -> i64 {
        self.temp_file_retention.unwrap_or(30)
    }
    /// `contact_match_type`, or its default `MatchExactly`.
    pub fn contact_match_type_or_default(&self) -> ContactMatchType {
        self.contact_match_type
            .clone()
            .unwrap_or(ContactMatchType::MatchExactly)
    }
    /// `contact_append_type`, or its default `Append`.
    pub fn contact_append_type_or_default(&self) -> ContactAppendType {
        self.contact_append_type
            .clone()
            .unwrap_or(ContactAppendType::Append)
    }
    /// `contact_update_interval`, or its default `720`.
    pub fn contact_update_interval_or_default(&self) -> u32 {
        self.contact_update_interval.unwrap_or(720)
    }
    /// `password_force_reset`, or its default `false`.
    pub fn password_force_reset_or_default(&self) -> bool {
        self.password_force_reset.unwrap_or(false)
    }
}

impl Json for CreateTenantRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            name: Json::blank(),
            domain: Json::blank(),
            website: None,
            timezone: Json::blank(),
            currency: Json::blank(),
            region: Json::blank(),
            enabled: None,
            enable_video_recording: None,
            enable_audio_recording: None,
            enable_dual_track_recording: None,
            enable_billing: None,
            enable_feature_billing: None,
            enable_feature_call_statistics: None,
            enable_feature_contact_center: None,
            enable_feature_message_channels: None,
            enable_feature_microsoft_teams: None,
            enable_feature_trunks: None,
            enable_feature_whats_app: None,
            enable_night_mode: None,
            enable_two_factor_authentication: None,
            custom_options: None,
            max_extensions: None,
            max_concurrent_calls: None,
            max_ring_groups: None,
            max_virtual_receptionists: None,
            max_call_queues: None,
            max_conference_rooms: None,
            disk_quota: None,
            im_disk_quota: None,
            extension_im_disk_quota: None,
            recording_retention: None,
            call_report_retention: None,
            log_retention: None,
            temp_file_retention: None,
            office_hours: None,
            e164: None,
            cdr_event: None,
            extension_event: None,
            contact_match_type: None,
            contact_match_length: None,
            contact_append_type: None,
            contact_update_interval: None,
            email_recipients: None,
            password_force_reset: None,
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("name", &mut self.name),
            ("domain", &mut self.domain),
            ("website", &mut self.website),
            ("timezone", &mut self.timezone),
            ("currency", &mut self.currency),
            ("region", &mut self.region),
            ("enabled", &mut self.enabled),
            ("enable_video_recording", &mut self.enable_video_recording),
            ("enable_audio_recording", &mut self.enable_audio_recording),
            (
                "enable_dual_track_recording",
                &mut self.enable_dual_track_recording,
            ),
            ("enable_billing", &mut self.enable_billing),
            ("enable_feature_billing", &mut self.enable_feature_billing),
            (
                "enable_feature_call_statistics",
                &mut self.enable_feature_call_statistics,
            ),
            (
                "enable_feature_contact_center",
                &mut self.enable_feature_contact_center,
            ),
            (
                "enable_feature_message_channels",
                &mut self.enable_feature_message_channels,
            ),
            (
                "enable_feature_microsoft_teams",
                &mut self.enable_feature_microsoft_teams,
            ),
            ("enable_feature_trunks", &mut self.enable_feature_trunks),
            (
                "enable_feature_whats_app",
                &mut self.enable_feature_whats_app,
            ),
            ("enable_night_mode", &mut self.enable_night_mode),
            (
                "enable_two_factor_authentication",
                &mut self.enable_two_factor_authentication,
            ),
            ("custom_options", &mut self.custom_options),
            ("max_extensions", &mut self.max_extensions),
            ("max_concurrent_calls", &mut self.max_concurrent_calls),
            ("max_ring_groups", &mut self.max_ring_groups),
            (
                "max_virtual_receptionists",
                &mut self.max_virtual_receptionists,
            ),
            ("max_call_queues", &mut self.max_call_queues),
            ("max_conference_rooms", &mut self.max_conference_rooms),
            ("disk_quota", &mut self.disk_quota),
            ("im_disk_quota", &mut self.im_disk_quota),
            ("extension_im_disk_quota", &mut self.extension_im_disk_quota),
            ("recording_retention", &mut self.recording_retention),
            ("call_report_retention", &mut self.call_report_retention),
            ("log_retention", &mut self.log_retention),
            ("temp_file_retention", &mut self.temp_file_retention),
            ("office_hours", &mut self.office_hours),
            ("e164", &mut self.e164),
            ("cdr_event", &mut self.cdr_event),
            ("extension_event", &mut self.extension_event),
            ("contact_match_type", &mut self.contact_match_type),
            ("contact_match_length", &mut self.contact_match_length),
            ("contact_append_type", &mut self.contact_append_type),
            ("contact_update_interval", &mut self.contact_update_interval),
            ("email_recipients", &mut self.email_recipients),
            ("password_force_reset", &mut self.password_force_reset),
        ])
    }
}

impl Write for CreateTenantRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("name", &self.name),
            ("domain", &self.domain),
            ("website", &self.website),
            ("timezone", &self.timezone),
            ("currency", &self.currency),
            ("region", &self.region),
            ("enabled", &self.enabled),
            ("enable_video_recording", &self.enable_video_recording),
            ("enable_audio_recording", &self.enable_audio_recording),
            (
                "enable_dual_track_recording",
                &self.enable_dual_track_recording,
            ),
            ("enable_billing", &self.enable_billing),
            ("enable_feature_billing", &self.enable_feature_billing),
            (
                "enable_feature_call_statistics",
                &self.enable_feature_call_statistics,
            ),
            (
                "enable_feature_contact_center",
                &self.enable_feature_contact_center,
            ),
            (
                "enable_feature_message_channels",
                &self.enable_feature_message_channels,
            ),
            (
                "enable_feature_microsoft_teams",
                &self.enable_feature_microsoft_teams,
            ),
            ("enable_feature_trunks", &self.enable_feature_trunks),
            ("enable_feature_whats_app", &self.enable_feature_whats_app),
            ("enable_night_mode", &self.enable_night_mode),
            (
                "enable_two_factor_authentication",
                &self.enable_two_factor_authentication,
            ),
            ("custom_options", &self.custom_options),
            ("max_extensions", &self.max_extensions),
            ("max_concurrent_calls", &self.max_concurrent_calls),
            ("max_ring_groups", &self.max_ring_groups),
            ("max_virtual_receptionists", &self.max_virtual_receptionists),
            ("max_call_queues", &self.max_call_queues),
            ("max_conference_rooms", &self.max_conference_rooms),
            ("disk_quota", &self.disk_quota),
            ("im_disk_quota", &self.im_disk_quota),
            ("extension_im_disk_quota", &self.extension_im_disk_quota),
            ("recording_retention", &self.recording_retention),
            ("call_report_retention", &self.call_report_retention),
            ("log_retention", &self.log_retention),
            ("temp_file_retention", &self.temp_file_retention),
            ("office_hours", &self.office_hours),
            ("e164", &self.e164),
            ("cdr_event", &self.cdr_event),
            ("extension_event", &self.extension_event),
            ("contact_match_type", &self.contact_match_type),
            ("contact_match_length", &self.contact_match_length),
            ("contact_append_type", &self.contact_append_type),
            ("contact_update_interval", &self.contact_update_interval),
            ("email_recipients", &self.email_recipients),
            ("password_force_reset", &self.password_force_reset),
        ]);
    }
}

#[cfg(feature = "server")]
impl Checked for CreateTenantRequest {
    fn check(&self, c: &mut Check) {
        c.length("name", Some(&self.name), Some(1), Some(1024));
        c.length("domain", Some(&self.domain), Some(1), Some(280));
        c.length("website", self.website.as_deref(), None, Some(255));
        for (name, it) in [
            ("max_extensions", &self.max_extensions),
            ("max_concurrent_calls", &self.max_concurrent_calls),
            ("max_ring_groups", &self.max_ring_groups),
            ("max_virtual_receptionists", &self.max_virtual_receptionists),
            ("max_call_queues", &self.max_call_queues),
            ("max_conference_rooms", &self.max_conference_rooms),
        ] {
            c.integer(name, it.map(i128::from), Some(0), None);
        }
        c.integer(
            "recording_retention",
            self.recording_retention.map(i128::from),
            Some(1),
            None,
        );
        for (name, it) in [
            ("call_report_retention", &self.call_report_retention),
            ("log_retention", &self.log_retention),
            ("temp_file_retention", &self.temp_file_retention),
        ] {
            c.integer(name, it.map(i128::from), Some(1), None);
        }
        c.object("cdr_event", self.cdr_event.as_ref().map(|it| it as _));
        c.object(
            "extension_event",
            self.extension_event.as_ref().map(|it| it as _),
        );
        c.known("contact_match_type", self.contact_match_type.as_ref());
        c.integer(
            "contact_match_length",
            self.contact_match_length.map(i128::from),
            Some(0),
            None,
        );
        c.known("contact_append_type", self.contact_append_type.as_ref());
        c.integer(
            "contact_update_interval",
            self.contact_update_interval.map(i128::from),
            Some(1),
            Some(43200),
        );
    }
}
