use super::{
    ContactAppendType, ContactMatchType, E164Settings, EventHook, OfficeHours, OutboundCallerId,
};
use jiff::Timestamp;

/// What `GET /tenants/{id}` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tenant {
    /// The unique ID of tenant.
    pub id: Option<String>,
    /// The name of the tenant.
    pub name: Option<String>,
    /// The SIP domain of tenant.
    /// It is usually a fully qualified domain name (FQDN).
    /// If there is no FQDN, you can also use the IP address of the PBX server as the SIP domain.
    /// The SIP domain name is only used for SIP message authentication and does not require analysis.
    pub domain: Option<String>,
    /// The official website of tenant.
    pub website: Option<String>,
    /// Timezone for tenant.
    pub timezone: Option<String>,
    /// The Currency code (ISO 4217).
    pub currency: Option<String>,
    /// A valid country code based on iso3166-1 alpha-3 standard. see: <https://www.iso.org/iso-3166-country-codes.html>
    pub region: Option<String>,
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
    /// The used disk quota, an number followed by unit (KB, MB, GB, PB).
    pub used_disk_quota: Option<String>,
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
    /// A collection of outbound caller IDs.
    pub outbound_caller_ids: Option<Vec<OutboundCallerId>>,
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
    /// The creation time of tenant.
    pub created_at: Option<Timestamp>,
    /// The name of the file.
    pub avatar_file_name: Option<String>,
    /// The file size in bytes.
    pub avatar_file_size: Option<i64>,
    /// The relative path to file url for file downloading.
    pub avatar_file_url: Option<String>,
}

impl Tenant {
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

crate::runtime::members::members! {
    crate::runtime; Tenant;
    id, name, domain, website, timezone, currency, region, enabled, enable_video_recording,
    enable_audio_recording, enable_dual_track_recording, enable_billing, enable_feature_billing,
    enable_feature_call_statistics, enable_feature_contact_center, enable_feature_message_channels,
    enable_feature_microsoft_teams, enable_feature_trunks, enable_feature_whats_app,
    enable_night_mode, enable_two_factor_authentication, custom_options, max_extensions,
    max_concurrent_calls, max_ring_groups, max_virtual_receptionists, max_call_queues,
    max_conference_rooms, disk_quota, used_disk_quota, im_disk_quota, extension_im_disk_quota,
    recording_retention, call_report_retention, log_retention, temp_file_retention, office_hours,
    outbound_caller_ids, e164, cdr_event, extension_event, contact_match_type,
    contact_match_length, contact_append_type, contact_update_interval, email_recipients,
    password_force_reset, created_at, avatar_file_name, avatar_file_size, avatar_file_url,
}
