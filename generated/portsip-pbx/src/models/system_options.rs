use super::{AutoAnswerAlertInfoHeader, CongestionManagementMetric};
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `GET /admin/settings` answers.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SystemOptions {
    /// User agent.
    pub user_agent: Option<String>,
    /// The semicolon separated list of blocked user agents.
    pub blocked_user_agents: Option<String>,
    /// Enable Shared Address Space Address Range or not (RFC 6598).
    pub enable_shared_address_space_address_range: Option<bool>,
    /// Indicates if DIGEST authentication would be enabled.
    pub enable_digest_auth: Option<bool>,
    /// Indicates if PortSIP PBX requires authentication against all subsequent
    /// requests originated from one calling.
    pub enable_auth_mid_dialog: Option<bool>,
    /// Indicates if auth-int DIGEST authentication mode would be enabled.
    pub enable_digest_auth_int: Option<bool>,
    /// Allow external calls recording.
    pub enable_external_recording: Option<bool>,
    /// When a client sends a bad nonce in their credentials,
    /// return 403 message if this parameter is true, or send a new  challenge if this parameter is false.
    pub enable_reject_bad_nonce: Option<bool>,
    /// Interval for statistics logs, in seconds.
    pub statistics_log_interval: Option<i32>,
    /// Close the session if no RTP packets received within specified duration, in seconds.
    pub dead_session_timeout: Option<i32>,
    /// Indicates if session timer (RFC 4028) would be enabled.
    /// This also requires client support.
    pub enable_session_timer: Option<bool>,
    /// Duration recorded by Session timer.
    /// Precondition: "enable_session_timer" MUST be set to true.
    pub session_timer_duration: Option<i32>,
    /// Indicates if "to" tag is allowed in REGISTER message.
    pub enable_to_tag_in_register: Option<bool>,
    /// Indicates if congestion management would be enabled.
    pub enable_congestion_management: Option<bool>,
    /// `congestion_management_metric`.
    pub congestion_management_metric: Option<CongestionManagementMetric>,
    /// Precondition: "enable_congestion_management" parameter MUST be set to true.
    /// Congestion management tolerance for the given metric.
    /// This parameter determines when the Rejection Behavior changes.
    pub congestion_management_tolerance: Option<i32>,
    /// Indicates if the extension would be automatically created when a non-existent extension try to register.
    /// If it is set to true, when a non-included extension tries to send
    /// registry message to PBX, the PBX will create the extension with
    /// default password "portsip" automatically.
    pub enable_create_non_exist_extension: Option<bool>,
    /// Enable prack or not.
    pub enable_prack: Option<bool>,
    /// Whether to enable tenant-level trunk.
    pub enable_tenant_level_trunk: Option<bool>,
    /// Enable Diversion support or not (RFC 5806).
    pub enable_diversion_support: Option<bool>,
    /// Enable History-Info support (RFC 7044).
    pub enable_history_info_support: Option<bool>,
    /// Enable Outbound Support or not (RFC 5626).
    pub enable_outbound_support: Option<bool>,
    /// The flow timer interval in seconds.
    pub flow_timer: Option<i32>,
    /// The register expiration time in seconds.
    pub register_expiration_time: Option<i64>,
    /// Enable call-info header for auto answer or not.
    pub enable_auto_answer_alert_info_header: Option<bool>,
    /// `auto_answer_alert_info_header`.
    pub auto_answer_alert_info_header: Option<AutoAnswerAlertInfoHeader>,
    /// Enable call-info header for auto answer.
    /// The value is "sip:portsip.com;answer-after=0".
    pub enable_auto_answer_call_info_header: Option<bool>,
    /// Enable Require Answer Mode (RFC 5373) for auto answer.
    pub enable_require_answer_mode: Option<bool>,
    /// Enable WWW authentication or not.
    pub enable_www_auth: Option<bool>,
    /// User equal required for authentication name.
    pub user_equal_required_for_auth_name: Option<bool>,
    /// Tracer server host.
    pub trace_server_host: Option<String>,
    /// The tracer server port.
    pub trace_server_port: Option<i32>,
    /// Block if failed to login PortSIP PBX Web more than this times.
    pub web_failed_auth_amount: Option<i32>,
    /// The web blocked time in seconds.
    pub web_blacklist_time_interval: Option<i32>,
    /// The number of authentication failures.
    pub sip_failed_auth_amount: Option<i32>,
    /// DOS attacks can send REGISTER/INVITE requests but do not reply to Challenge (407).
    /// Configure the amount of "fake" requests that PortSIP PBX will accept per IP Address.
    /// If this value is exceeded in "Detection Period" interval the source IP address is put in the Blacklist.
    /// IP will remain blacklisted till "SIP Blacklist time interval" expires.
    pub sip_failed_challenge_requests_amount: Option<i32>,
    /// The sip blocked time in seconds.
    pub sip_blacklist_time_interval: Option<i32>,
    /// The detection period in seconds.
    pub sip_detection_period: Option<i32>,
    /// If the amount of packets is exceeded, the PBX will block the source IP for "Level 1 blacklist time interval" seconds.
    pub sip_barrier_1_packets: Option<i32>,
    /// This is the time interval in seconds that an abusive IP Address remains in the blacklist
    pub sip_barrier_1_blocking_time: Option<i32>,
    /// If the amount of packets is exceeded, the PBX will block the source IP for "Level 2 blacklist time interval" seconds.
    pub sip_barrier_2_packets: Option<i32>,
    /// This is the time interval in seconds that an abusive IP Address remains in the blacklist
    pub sip_barrier_2_blocking_time: Option<i32>,
    /// Content of this certificate file for STIR/SHAKEN support.
    pub stir_shaken_cert: Option<String>,
    /// Content of this private certificate file for STIR/SHAKEN support.
    pub stir_shaken_key: Option<String>,
    /// Some custom configuration options serialized as json string.
    pub custom_options: Option<String>,
}

impl SystemOptions {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `user_agent`.
    pub fn user_agent(mut self, value: impl Into<String>) -> Self {
        self.user_agent = Some(value.into());
        self
    }
    /// Sets `blocked_user_agents`.
    pub fn blocked_user_agents(mut self, value: impl Into<String>) -> Self {
        self.blocked_user_agents = Some(value.into());
        self
    }
    /// Sets `enable_shared_address_space_address_range`.
    pub fn enable_shared_address_space_address_range(mut self, value: bool) -> Self {
        self.enable_shared_address_space_address_range = Some(value);
        self
    }
    /// Sets `enable_digest_auth`.
    pub fn enable_digest_auth(mut self, value: bool) -> Self {
        self.enable_digest_auth = Some(value);
        self
    }
    /// Sets `enable_auth_mid_dialog`.
    pub fn enable_auth_mid_dialog(mut self, value: bool) -> Self {
        self.enable_auth_mid_dialog = Some(value);
        self
    }
    /// Sets `enable_digest_auth_int`.
    pub fn enable_digest_auth_int(mut self, value: bool) -> Self {
        self.enable_digest_auth_int = Some(value);
        self
    }
    /// Sets `enable_external_recording`.
    pub fn enable_external_recording(mut self, value: bool) -> Self {
        self.enable_external_recording = Some(value);
        self
    }
    /// Sets `enable_reject_bad_nonce`.
    pub fn enable_reject_bad_nonce(mut self, value: bool) -> Self {
        self.enable_reject_bad_nonce = Some(value);
        self
    }
    /// Sets `statistics_log_interval`.
    pub fn statistics_log_interval(mut self, value: i32) -> Self {
        self.statistics_log_interval = Some(value);
        self
    }
    /// Sets `dead_session_timeout`.
    pub fn dead_session_timeout(mut self, value: i32) -> Self {
        self.dead_session_timeout = Some(value);
        self
    }
    /// Sets `enable_session_timer`.
    pub fn enable_session_timer(mut self, value: bool) -> Self {
        self.enable_session_timer = Some(value);
        self
    }
    /// Sets `session_timer_duration`.
    pub fn session_timer_duration(mut self, value: i32) -> Self {
        self.session_timer_duration = Some(value);
        self
    }
    /// Sets `enable_to_tag_in_register`.
    pub fn enable_to_tag_in_register(mut self, value: bool) -> Self {
        self.enable_to_tag_in_register = Some(value);
        self
    }
    /// Sets `enable_congestion_management`.
    pub fn enable_congestion_management(mut self, value: bool) -> Self {
        self.enable_congestion_management = Some(value);
        self
    }
    /// Sets `congestion_management_metric`.
    pub fn congestion_management_metric(mut self, value: CongestionManagementMetric) -> Self {
        self.congestion_management_metric = Some(value);
        self
    }
    /// Sets `congestion_management_tolerance`.
    pub fn congestion_management_tolerance(mut self, value: i32) -> Self {
        self.congestion_management_tolerance = Some(value);
        self
    }
    /// Sets `enable_create_non_exist_extension`.
    pub fn enable_create_non_exist_extension(mut self, value: bool) -> Self {
        self.enable_create_non_exist_extension = Some(value);
        self
    }
    /// Sets `enable_prack`.
    pub fn enable_prack(mut self, value: bool) -> Self {
        self.enable_prack = Some(value);
        self
    }
    /// Sets `enable_tenant_level_trunk`.
    pub fn enable_tenant_level_trunk(mut self, value: bool) -> Self {
        self.enable_tenant_level_trunk = Some(value);
        self
    }
    /// Sets `enable_diversion_support`.
    pub fn enable_diversion_support(mut self, value: bool) -> Self {
        self.enable_diversion_support = Some(value);
        self
    }
    /// Sets `enable_history_info_support`.
    pub fn enable_history_info_support(mut self, value: bool) -> Self {
        self.enable_history_info_support = Some(value);
        self
    }
    /// Sets `enable_outbound_support`.
    pub fn enable_outbound_support(mut self, value: bool) -> Self {
        self.enable_outbound_support = Some(value);
        self
    }
    /// Sets `flow_timer`.
    pub fn flow_timer(mut self, value: i32) -> Self {
        self.flow_timer = Some(value);
        self
    }
    /// Sets `register_expiration_time`.
    pub fn register_expiration_time(mut self, value: i64) -> Self {
        self.register_expiration_time = Some(value);
        self
    }
    /// Sets `enable_auto_answer_alert_info_header`.
    pub fn enable_auto_answer_alert_info_header(mut self, value: bool) -> Self {
        self.enable_auto_answer_alert_info_header = Some(value);
        self
    }
    /// Sets `auto_answer_alert_info_header`.
    pub fn auto_answer_alert_info_header(mut self, value: AutoAnswerAlertInfoHeader) -> Self {
        self.auto_answer_alert_info_header = Some(value);
        self
    }
    /// Sets `enable_auto_answer_call_info_header`.
    pub fn enable_auto_answer_call_info_header(mut self, value: bool) -> Self {
        self.enable_auto_answer_call_info_header = Some(value);
        self
    }
    /// Sets `enable_require_answer_mode`.
    pub fn enable_require_answer_mode(mut self, value: bool) -> Self {
        self.enable_require_answer_mode = Some(value);
        self
    }
    /// Sets `enable_www_auth`.
    pub fn enable_www_auth(mut self, value: bool) -> Self {
        self.enable_www_auth = Some(value);
        self
    }
    /// Sets `user_equal_required_for_auth_name`.
    pub fn user_equal_required_for_auth_name(mut self, value: bool) -> Self {
        self.user_equal_required_for_auth_name = Some(value);
        self
    }
    /// Sets `trace_server_host`.
    pub fn trace_server_host(mut self, value: impl Into<String>) -> Self {
        self.trace_server_host = Some(value.into());
        self
    }
    /// Sets `trace_server_port`.
    pub fn trace_server_port(mut self, value: i32) -> Self {
        self.trace_server_port = Some(value);
        self
    }
    /// Sets `web_failed_auth_amount`.
    pub fn web_failed_auth_amount(mut self, value: i32) -> Self {
        self.web_failed_auth_amount = Some(value);
        self
    }
    /// Sets `web_blacklist_time_interval`.
    pub fn web_blacklist_time_interval(mut self, value: i32) -> Self {
        self.web_blacklist_time_interval = Some(value);
        self
    }
    /// Sets `sip_failed_auth_amount`.
    pub fn sip_failed_auth_amount(mut self, value: i32) -> Self {
        self.sip_failed_auth_amount = Some(value);
        self
    }
    /// Sets `sip_failed_challenge_requests_amount`.
    pub fn sip_failed_challenge_requests_amount(mut self, value: i32) -> Self {
        self.sip_failed_challenge_requests_amount = Some(value);
        self
    }
    /// Sets `sip_blacklist_time_interval`.
    pub fn sip_blacklist_time_interval(mut self, value: i32) -> Self {
        self.sip_blacklist_time_interval = Some(value);
        self
    }
    /// Sets `sip_detection_period`.
    pub fn sip_detection_period(mut self, value: i32) -> Self {
        self.sip_detection_period = Some(value);
        self
    }
    /// Sets `sip_barrier_1_packets`.
    pub fn sip_barrier_1_packets(mut self, value: i32) -> Self {
        self.sip_barrier_1_packets = Some(value);
        self
    }
    /// Sets `sip_barrier_1_blocking_time`.
    pub fn sip_barrier_1_blocking_time(mut self, value: i32) -> Self {
        self.sip_barrier_1_blocking_time = Some(value);
        self
    }
    /// Sets `sip_barrier_2_packets`.
    pub fn sip_barrier_2_packets(mut self, value: i32) -> Self {
        self.sip_barrier_2_packets = Some(value);
        self
    }
    /// Sets `sip_barrier_2_blocking_time`.
    pub fn sip_barrier_2_blocking_time(mut self, value: i32) -> Self {
        self.sip_barrier_2_blocking_time = Some(value);
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
    /// Sets `custom_options`.
    pub fn custom_options(mut self, value: impl Into<String>) -> Self {
        self.custom_options = Some(value.into());
        self
    }
    /// `user_agent`, or its default `PortSIP UC`.
    pub fn user_agent_or_default(&self) -> &str {
        self.user_agent.as_deref().unwrap_or("PortSIP UC")
    }
    /// `enable_shared_address_space_address_range`, or its default `true`.
    pub fn enable_shared_address_space_address_range_or_default(&self) -> bool {
        self.enable_shared_address_space_address_range
            .unwrap_or(true)
    }
    /// `enable_digest_auth`, or its default `true`.
    pub fn enable_digest_auth_or_default(&self) -> bool {
        self.enable_digest_auth.unwrap_or(true)
    }
    /// `enable_auth_mid_dialog`, or its default `false`.
    pub fn enable_auth_mid_dialog_or_default(&self) -> bool {
        self.enable_auth_mid_dialog.unwrap_or(false)
    }
    /// `enable_digest_auth_int`, or its default `false`.
    pub fn enable_digest_auth_int_or_default(&self) -> bool {
        self.enable_digest_auth_int.unwrap_or(false)
    }
    /// `enable_external_recording`, or its default `true`.
    pub fn enable_external_recording_or_default(&self) -> bool {
        self.enable_external_recording.unwrap_or(true)
    }
    /// `enable_reject_bad_nonce`, or its default `false`.
    pub fn enable_reject_bad_nonce_or_default(&self) -> bool {
        self.enable_reject_bad_nonce.unwrap_or(false)
    }
    /// `statistics_log_interval`, or its default `600`.
    pub fn statistics_log_interval_or_default(&self) -> i32 {
        self.statistics_log_interval.unwrap_or(600)
    }
    /// `dead_session_timeout`, or its default `600`.
    pub fn dead_session_timeout_or_default(&self) -> i32 {
        self.dead_session_timeout.unwrap_or(600)
    }
    /// `enable_session_timer`, or its default `true`.
    pub fn enable_session_timer_or_default(&self) -> bool {
        self.enable_session_timer.unwrap_or(true)
    }
    /// `session_timer_duration`, or its default `3600`.
    pub fn session_timer_duration_or_default(&self) -> i32 {
        self.session_timer_duration.unwrap_or(3600)
    }
    /// `enable_to_tag_in_register`, or its default `false`.
    pub fn enable_to_tag_in_register_or_default(&self) -> bool {
        self.enable_to_tag_in_register.unwrap_or(false)
    }
    /// `enable_congestion_management`, or its default `true`.
    pub fn enable_congestion_management_or_default(&self) -> bool {
        self.enable_congestion_management.unwrap_or(true)
    }
    /// `congestion_management_tolerance`, or its default `600`.
    pub fn congestion_management_tolerance_or_default(&self) -> i32 {
        self.congestion_management_tolerance.unwrap_or(600)
    }
    /// `enable_create_non_exist_extension`, or its default `false`.
    pub fn enable_create_non_exist_extension_or_default(&self) -> bool {
        self.enable_create_non_exist_extension.unwrap_or(false)
    }
    /// `enable_prack`, or its default `false`.
    pub fn enable_prack_or_default(&self) -> bool {
        self.enable_prack.unwrap_or(false)
    }
    /// `enable_tenant_level_trunk`, or its default `true`.
    pub fn enable_tenant_level_trunk_or_default(&self) -> bool {
        self.enable_tenant_level_trunk.unwrap_or(true)
    }
    /// `enable_diversion_support`, or its default `false`.
    pub fn enable_diversion_support_or_default(&self) -> bool {
        self.enable_diversion_support.unwrap_or(false)
    }
    /// `enable_history_info_support`, or its default `false`.
    pub fn enable_history_info_support_or_default(&self) -> bool {
        self.enable_history_info_support.unwrap_or(false)
    }
    /// `enable_outbound_support`, or its default `true`.
    pub fn enable_outbound_support_or_default(&self) -> bool {
        self.enable_outbound_support.unwrap_or(true)
    }
    /// `flow_timer`, or its default `0`.
    pub fn flow_timer_or_default(&self) -> i32 {
        self.flow_timer.unwrap_or(0)
    }
    /// `register_expiration_time`, or its default `300`.
    pub fn register_expiration_time_or_default(&self) -> i64 {
        self.register_expiration_time.unwrap_or(300)
    }
    /// `enable_auto_answer_alert_info_header`, or its default `false`.
    pub fn enable_auto_answer_alert_info_header_or_default(&self) -> bool {
        self.enable_auto_answer_alert_info_header.unwrap_or(false)
    }
    /// `enable_auto_answer_call_info_header`, or its default `true`.
    pub fn enable_auto_answer_call_info_header_or_default(&self) -> bool {
        self.enable_auto_answer_call_info_header.unwrap_or(true)
    }
    /// `enable_require_answer_mode`, or its default `false`.
    pub fn enable_require_answer_mode_or_default(&self) -> bool {
        self.enable_require_answer_mode.unwrap_or(false)
    }
    /// `enable_www_auth`, or its default `false`.
    pub fn enable_www_auth_or_default(&self) -> bool {
        self.enable_www_auth.unwrap_or(false)
    }
    /// `user_equal_required_for_auth_name`, or its default `true`.
    pub fn user_equal_required_for_auth_name_or_default(&self) -> bool {
        self.user_equal_required_for_auth_name.unwrap_or(true)
    }
    /// `web_failed_auth_amount`, or its default `5`.
    pub fn web_failed_auth_amount_or_default(&self) -> i32 {
        self.web_failed_auth_amount.unwrap_or(5)
    }
    /// `web_blacklist_time_interval`, or its default `3600`.
    pub fn web_blacklist_time_interval_or_default(&self) -> i32 {
        self.web_blacklist_time_interval.unwrap_or(3600)
    }
    /// `sip_failed_auth_amount`, or its default `50`.
    pub fn sip_failed_auth_amount_or_default(&self) -> i32 {
        self.sip_failed_auth_amount.unwrap_or(50)
    }
    /// `sip_failed_challenge_requests_amount`, or its default `1000`.
    pub fn sip_failed_challenge_requests_amount_or_default(&self) -> i32 {
        self.sip_failed_challenge_requests_amount.unwrap_or(1000)
    }
    /// `sip_blacklist_time_interval`, or its default `3600`.
    pub fn sip_blacklist_time_interval_or_default(&self) -> i32 {
        self.sip_blacklist_time_interval.unwrap_or(3600)
    }
    /// `sip_detection_period`, or its default `10`.
    pub fn sip_detection_period_or_default(&self) -> i32 {
        self.sip_detection_period.unwrap_or(10)
    }
    /// `sip_barrier_1_packets`, or its default `5000`.
    pub fn sip_barrier_1_packets_or_default(&self) -> i32 {
        self.sip_barrier_1_packets.unwrap_or(5000)
    }
    /// `sip_barrier_1_blocking_time`, or its default `3600`.
    pub fn sip_barrier_1_blocking_time_or_default(&self) -> i32 {
        self.sip_barrier_1_blocking_time.unwrap_or(3600)
    }
    /// `sip_barrier_2_packets`, or its default `2000`.
    pub fn sip_barrier_2_packets_or_default(&self) -> i32 {
        self.sip_barrier_2_packets.unwrap_or(2000)
    }
    /// `sip_barrier_2_blocking_time`, or its default `30`.
    pub fn sip_barrier_2_blocking_time_or_default(&self) -> i32 {
        self.sip_barrier_2_blocking_time.unwrap_or(30)
    }
}

crate::runtime::redacted::redacted! {
    crate::runtime; SystemOptions;
    user_agent, blocked_user_agents, enable_shared_address_space_address_range, enable_digest_auth,
    enable_auth_mid_dialog, enable_digest_auth_int, enable_external_recording,
    enable_reject_bad_nonce, statistics_log_interval, dead_session_timeout, enable_session_timer,
    session_timer_duration, enable_to_tag_in_register, enable_congestion_management,
    congestion_management_metric, congestion_management_tolerance,
    enable_create_non_exist_extension, enable_prack, enable_tenant_level_trunk,
    enable_diversion_support, enable_history_info_support, enable_outbound_support, flow_timer,
    register_expiration_time, enable_auto_answer_alert_info_header, auto_answer_alert_info_header,
    enable_auto_answer_call_info_header, enable_require_answer_mode, enable_www_auth,
    user_equal_required_for_auth_name, trace_server_host, trace_server_port,
    web_failed_auth_amount, web_blacklist_time_interval, sip_failed_auth_amount,
    sip_failed_challenge_requests_amount, sip_blacklist_time_interval, sip_detection_period,
    sip_barrier_1_packets, sip_barrier_1_blocking_time, sip_barrier_2_packets,
    sip_barrier_2_blocking_time, stir_shaken_cert, [stir_shaken_key], custom_options,
}

crate::runtime::members::members! {
    crate::runtime; SystemOptions;
    user_agent, blocked_user_agents, enable_shared_address_space_address_range, enable_digest_auth,
    enable_auth_mid_dialog, enable_digest_auth_int, enable_external_recording,
    enable_reject_bad_nonce, statistics_log_interval, dead_session_timeout, enable_session_timer,
    session_timer_duration, enable_to_tag_in_register, enable_congestion_management,
    congestion_management_metric, congestion_management_tolerance,
    enable_create_non_exist_extension, enable_prack, enable_tenant_level_trunk,
    enable_diversion_support, enable_history_info_support, enable_outbound_support, flow_timer,
    register_expiration_time, enable_auto_answer_alert_info_header, auto_answer_alert_info_header,
    enable_auto_answer_call_info_header, enable_require_answer_mode, enable_www_auth,
    user_equal_required_for_auth_name, trace_server_host, trace_server_port,
    web_failed_auth_amount, web_blacklist_time_interval, sip_failed_auth_amount,
    sip_failed_challenge_requests_amount, sip_blacklist_time_interval, sip_detection_period,
    sip_barrier_1_packets, sip_barrier_1_blocking_time, sip_barrier_2_packets,
    sip_barrier_2_blocking_time, stir_shaken_cert, stir_shaken_key, custom_options,
}

#[cfg(feature = "server")]
impl Checked for SystemOptions {
    fn check(&self, c: &mut Check) {
        c.length(
            "user_agent",
            self.user_agent.as_deref(),
            Some(1),
            Some(1024),
        );
        c.integer(
            "statistics_log_interval",
            self.statistics_log_interval.map(i128::from),
            Some(0),
            None,
        );
        c.integer(
            "dead_session_timeout",
            self.dead_session_timeout.map(i128::from),
            Some(0),
            None,
        );
        c.integer(
            "session_timer_duration",
            self.session_timer_duration.map(i128::from),
            Some(90),
            Some(3600),
        );
        c.known(
            "congestion_management_metric",
            self.congestion_management_metric.as_ref(),
        );
        c.integer(
            "congestion_management_tolerance",
            self.congestion_management_tolerance.map(i128::from),
            Some(0),
            None,
        );
        c.integer("flow_timer", self.flow_timer.map(i128::from), Some(0), None);
        c.integer(
            "register_expiration_time",
            self.register_expiration_time.map(i128::from),
            Some(90),
            Some(3600),
        );
        c.known(
            "auto_answer_alert_info_header",
            self.auto_answer_alert_info_header.as_ref(),
        );
        c.integer(
            "trace_server_port",
            self.trace_server_port.map(i128::from),
            Some(0),
            Some(65535),
        );
        for (name, it) in [
            ("web_failed_auth_amount", &self.web_failed_auth_amount),
            (
                "web_blacklist_time_interval",
                &self.web_blacklist_time_interval,
            ),
            ("sip_failed_auth_amount", &self.sip_failed_auth_amount),
            (
                "sip_failed_challenge_requests_amount",
                &self.sip_failed_challenge_requests_amount,
            ),
            (
                "sip_blacklist_time_interval",
                &self.sip_blacklist_time_interval,
            ),
            ("sip_detection_period", &self.sip_detection_period),
            ("sip_barrier_1_packets", &self.sip_barrier_1_packets),
            (
                "sip_barrier_1_blocking_time",
                &self.sip_barrier_1_blocking_time,
            ),
            ("sip_barrier_2_packets", &self.sip_barrier_2_packets),
            (
                "sip_barrier_2_blocking_time",
                &self.sip_barrier_2_blocking_time,
            ),
        ] {
            c.integer(name, it.map(i128::from), Some(0), None);
        }
    }
}
