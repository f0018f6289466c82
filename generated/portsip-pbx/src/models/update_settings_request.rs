use super::{
    ContactAppendType, ContactMatchType, E164Settings, EventHook, OfficeHours, OutboundCallerId,
};
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `POST /tenant` takes.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateSettingsRequest {
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
    /// Allow extension video recording.
    pub enable_video_recording: Option<bool>,
    /// Allow extension audio recording.
    pub enable_audio_recording: Option<bool>,
    /// Allow dual track recording for calls.
    pub enable_dual_track_recording: Option<bool>,
    /// Whether to enable night mode.
    pub enable_night_mode: Option<bool>,
    /// Whether to enable two-factor authentication.
    pub enable_two_factor_authentication: Option<bool>,
    /// Some custom configuration options serialized as json string
    pub custom_options: Option<String>,
    /// The retention period in days of recordings.
    pub recording_retention: Option<i32>,
    /// The retention period in days of call report files.
    pub call_report_retention: Option<i64>,
    /// The retention period in days of audit logs and event logs.
    pub log_retention: Option<i64>,
    /// The retention period in days of temporary files.
    pub temp_file_retention: Option<i64>,
    /// The maximum size of disk space that the extension user is allowed to have for IM service.
    /// Specify a positive number and specify the unit at the same time, KB, MB, GB, PB are all allowed.
    /// For example: 100MB, 1000GB. Leave it empty, means unlimited.
    pub extension_im_disk_quota: Option<String>,
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
    /// Whether to force reset the initial password.
    pub password_force_reset: Option<bool>,
    /// The unique ID of the file.
    pub avatar_file_id: Option<String>,
    /// Content of this certificate file for STIR/SHAKEN support.
    pub stir_shaken_cert: Option<String>,
    /// Content of this private certificate file for STIR/SHAKEN support.
    pub stir_shaken_key: Option<String>,
}

impl UpdateSettingsRequest {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `name`.
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }
    /// Sets `domain`.
    pub fn domain(mut self, value: impl Into<String>) -> Self {
        self.domain = Some(value.into());
        self
    }
    /// Sets `website`.
    pub fn website(mut self, value: impl Into<String>) -> Self {
        self.website = Some(value.into());
        self
    }
    /// Sets `timezone`.
    pub fn timezone(mut self, value: impl Into<String>) -> Self {
        self.timezone = Some(value.into());
        self
    }
    /// Sets `currency`.
    pub fn currency(mut self, value: impl Into<String>) -> Self {
        self.currency = Some(value.into());
        self
    }
    /// Sets `region`.
    pub fn region(mut self, value: impl Into<String>) -> Self {
        self.region = Some(value.into());
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
    /// Sets `extension_im_disk_quota`.
    pub fn extension_im_disk_quota(mut self, value: impl Into<String>) -> Self {
        self.extension_im_disk_quota = Some(value.into());
        self
    }
    /// Sets `office_hours`.
    pub fn office_hours(mut self, value: OfficeHours) -> Self {
        self.office_hours = Some(value);
        self
    }
    /// Sets `outbound_caller_ids`.
    pub fn outbound_caller_ids(mut self, value: Vec<OutboundCallerId>) -> Self {
        self.outbound_caller_ids = Some(value);
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
    /// Sets `password_force_reset`.
    pub fn password_force_reset(mut self, value: bool) -> Self {
        self.password_force_reset = Some(value);
        self
    }
    /// Sets `avatar_file_id`.
    pub fn avatar_file_id(mut self, value: impl Into<String>) -> Self {
        self.avatar_file_id = Some(value.into());
        self
    }
    /// Sets `stir_shaken_cert`.
    pub fn stir_shaken_cert(mut self, value: impl Into<String>) -> Self {
        self.stir_shaken_cert = Some(value.into());
        self
    }
    /// Sets `stir_shaken_key`.
    pub fn stir_shaken_key(mut self, value: impl Into<String>) -> Self {
        self.stir_shaken_key = Some(value.into());
        self
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
    /// `enable_night_mode`, or its default `false`.
    pub fn enable_night_mode_or_default(&self) -> bool {
        self.enable_night_mode.unwrap_or(false)
    }
    /// `enable_two_factor_authentication`, or its default `false`.
    pub fn enable_two_factor_authentication_or_default(&self) -> bool {
        self.enable_two_factor_authentication.unwrap_or(false)
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
    /// `extension_im_disk_quota`, or its default `1GB`.
    pub fn extension_im_disk_quota_or_default(&self) -> &str {
        self.extension_im_disk_quota.as_deref().unwrap_or("1GB")
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

crate::runtime::redacted::redacted! {
    crate::runtime; UpdateSettingsRequest;
    name, domain, website, timezone, currency, region, enable_video_recording,
    enable_audio_recording, enable_dual_track_recording, enable_night_mode,
    enable_two_factor_authentication, custom_options, recording_retention, call_report_retention,
    log_retention, temp_file_retention, extension_im_disk_quota, office_hours, outbound_caller_ids,
    e164, cdr_event, extension_event, contact_match_type, contact_match_length,
    contact_append_type, contact_update_interval, password_force_reset, avatar_file_id,
    stir_shaken_cert, [stir_shaken_key],
}

crate::runtime::members::members! {
    crate::runtime; UpdateSettingsRequest;
    name, domain, website, timezone, currency, region, enable_video_recording,
    enable_audio_recording, enable_dual_track_recording, enable_night_mode,
    enable_two_factor_authentication, custom_options, recording_retention, call_report_retention,
    log_retention, temp_file_retention, extension_im_disk_quota, office_hours, outbound_caller_ids,
    e164, cdr_event, extension_event, contact_match_type, contact_match_length,
    contact_append_type, contact_update_interval, password_force_reset, avatar_file_id,
    stir_shaken_cert, stir_shaken_key,
}

#[cfg(feature = "server")]
impl Checked for UpdateSettingsRequest {
    fn check(&self, c: &mut Check) {
        c.length("name", self.name.as_deref(), Some(1), Some(1024));
        c.length("domain", self.domain.as_deref(), Some(1), Some(280));
        c.length("website", self.website.as_deref(), None, Some(255));
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
        c.each("outbound_caller_ids", self.outbound_caller_ids.as_deref());
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
