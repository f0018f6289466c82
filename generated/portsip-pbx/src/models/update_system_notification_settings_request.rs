use super::{NotificationServerType, SmtpAuth};
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
use crate::runtime::codec::{Json, Write};
use crate::runtime::reader::{Fault, Reader};
use crate::runtime::writer::Writer;

/// What `POST /admin/notification` takes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateSystemNotificationSettingsRequest {
    /// `type`.
    pub r#type: NotificationServerType,
    /// SMTP server used for sending mails.
    pub server: Option<String>,
    /// A port number is a 16-bit unsigned integer, thus ranging from 0 to 65535.
    /// For TCP, port number 0 is reserved and cannot be used, while for UDP, the source port is optional and a value of zero means no port
    pub port: Option<i32>,
    /// A Reply-To address is identified by inserting the Reply-To header in your email.
    /// It is the email address that the reply message is sent
    /// when you want the reply to go to an email address that is different than the From: address.
    pub reply_to: Option<String>,
    /// Username or email address.
    pub username: String,
    /// Password for email account.
    pub password: Option<String>,
    /// `auth`.
    pub auth: Option<SmtpAuth>,
    /// Whether to enable TLS/SSL.
    pub enable_tls_ssl: Option<bool>,
    /// Whether StartTLS is automatically enabled.
    pub enable_starttls_auto: Option<bool>,
    /// Comma-separated list of email address that should receive notifications.
    /// Allow up to 15 email addresses.
    pub recipients: Option<String>,
    /// Apply the email server settings to all tenants.
    pub enable_tenant_access: Option<bool>,
    /// The hard disk threshold for email warning.
    pub hard_disk_threshold: Option<f64>,
    /// Send a notification email when specified hard disk threshold is exceeded.
    pub notify_hard_disk_exceeded_threshold: Option<bool>,
    /// The CPU threshold for email warning.
    pub cpu_threshold: Option<f64>,
    /// Send a notification email when specified CPU threshold is exceeded.
    pub notify_cpu_exceeded_threshold: Option<bool>,
    /// The memory threshold for email warning.
    pub memory_threshold: Option<f64>,
    /// Send an email notification when specified memory threshold is exceeded.
    pub notify_memory_exceeded_threshold: Option<bool>,
    /// Send a notification email when ip blocked.
    pub notify_ip_blocked: Option<bool>,
    /// Send a notification email when license limit reached.
    pub notify_license_limited: Option<bool>,
    /// Send a notification email when some service disconnected.
    pub notify_service_disconnected: Option<bool>,
    /// Send a notification email when push notification certificates update failed.
    pub notify_push_certs_update_failed: Option<bool>,
}

impl UpdateSystemNotificationSettingsRequest {
    /// With what is required.
    pub fn new(r#type: NotificationServerType, username: impl Into<String>) -> Self {
        Self {
            r#type,
            server: None,
            port: None,
            reply_to: None,
            username: username.into(),
            password: None,
            auth: None,
            enable_tls_ssl: None,
            enable_starttls_auto: None,
            recipients: None,
            enable_tenant_access: None,
            hard_disk_threshold: None,
            notify_hard_disk_exceeded_threshold: None,
            cpu_threshold: None,
            notify_cpu_exceeded_threshold: None,
            memory_threshold: None,
            notify_memory_exceeded_threshold: None,
            notify_ip_blocked: None,
            notify_license_limited: None,
            notify_service_disconnected: None,
            notify_push_certs_update_failed: None,
        }
    }
    /// Sets `server`.
    pub fn server(mut self, value: impl Into<String>) -> Self {
        self.server = Some(value.into());
        self
    }
    /// Sets `port`.
    pub fn port(mut self, value: i32) -> Self {
        self.port = Some(value);
        self
    }
    /// Sets `reply_to`.
    pub fn reply_to(mut self, value: impl Into<String>) -> Self {
        self.reply_to = Some(value.into());
        self
    }
    /// Sets `password`.
    pub fn password(mut self, value: impl Into<String>) -> Self {
        self.password = Some(value.into());
        self
    }
    /// Sets `auth`.
    pub fn auth(mut self, value: SmtpAuth) -> Self {
        self.auth = Some(value);
        self
    }
    /// Sets `enable_tls_ssl`.
    pub fn enable_tls_ssl(mut self, value: bool) -> Self {
        self.enable_tls_ssl = Some(value);
        self
    }
    /// Sets `enable_starttls_auto`.
    pub fn enable_starttls_auto(mut self, value: bool) -> Self {
        self.enable_starttls_auto = Some(value);
        self
    }
    /// Sets `recipients`.
    pub fn recipients(mut self, value: impl Into<String>) -> Self {
        self.recipients = Some(value.into());
        self
    }
    /// Sets `enable_tenant_access`.
    pub fn enable_tenant_access(mut self, value: bool) -> Self {
        self.enable_tenant_access = Some(value);
        self
    }
    /// Sets `hard_disk_threshold`.
    pub fn hard_disk_threshold(mut self, value: f64) -> Self {
        self.hard_disk_threshold = Some(value);
        self
    }
    /// Sets `notify_hard_disk_exceeded_threshold`.
    pub fn notify_hard_disk_exceeded_threshold(mut self, value: bool) -> Self {
        self.notify_hard_disk_exceeded_threshold = Some(value);
        self
    }
    /// Sets `cpu_threshold`.
    pub fn cpu_threshold(mut self, value: f64) -> Self {
        self.cpu_threshold = Some(value);
        self
    }
    /// Sets `notify_cpu_exceeded_threshold`.
    pub fn notify_cpu_exceeded_threshold(mut self, value: bool) -> Self {
        self.notify_cpu_exceeded_threshold = Some(value);
        self
    }
    /// Sets `memory_threshold`.
    pub fn memory_threshold(mut self, value: f64) -> Self {
        self.memory_threshold = Some(value);
        self
    }
    /// Sets `notify_memory_exceeded_threshold`.
    pub fn notify_memory_exceeded_threshold(mut self, value: bool) -> Self {
        self.notify_memory_exceeded_threshold = Some(value);
        self
    }
    /// Sets `notify_ip_blocked`.
    pub fn notify_ip_blocked(mut self, value: bool) -> Self {
        self.notify_ip_blocked = Some(value);
        self
    }
    /// Sets `notify_license_limited`.
    pub fn notify_license_limited(mut self, value: bool) -> Self {
        self.notify_license_limited = Some(value);
        self
    }
    /// Sets `notify_service_disconnected`.
    pub fn notify_service_disconnected(mut self, value: bool) -> Self {
        self.notify_service_disconnected = Some(value);
        self
    }
    /// Sets `notify_push_certs_update_failed`.
    pub fn notify_push_certs_update_failed(mut self, value: bool) -> Self {
        self.notify_push_certs_update_failed = Some(value);
        self
    }
    /// `auth`, or its default `Auto`.
    pub fn auth_or_default(&self) -> SmtpAuth {
        self.auth.clone().unwrap_or(SmtpAuth::Auto)
    }
    /// `enable_tls_ssl`, or its default `true`.
    pub fn enable_tls_ssl_or_default(&self) -> bool {
        self.enable_tls_ssl.unwrap_or(true)
    }
    /// `enable_starttls_auto`, or its default `false`.
    pub fn enable_starttls_auto_or_default(&self) -> bool {
        self.enable_starttls_auto.unwrap_or(false)
    }
    /// `enable_tenant_access`, or its default `true`.
    pub fn enable_tenant_access_or_default(&self) -> bool {
        self.enable_tenant_access.unwrap_or(true)
    }
    /// `notify_hard_disk_exceeded_threshold`, or its default `false`.
    pub fn notify_hard_disk_exceeded_threshold_or_default(&self) -> bool {
        self.notify_hard_disk_exceeded_threshold.unwrap_or(false)
    }
    /// `notify_cpu_exceeded_threshold`, or its default `false`.
    pub fn notify_cpu_exceeded_threshold_or_default(&self) -> bool {
        self.notify_cpu_exceeded_threshold.unwrap_or(false)
    }
    /// `notify_memory_exceeded_threshold`, or its default `false`.
    pub fn notify_memory_exceeded_threshold_or_default(&self) -> bool {
        self.notify_memory_exceeded_threshold.unwrap_or(false)
    }
    /// `notify_ip_blocked`, or its default `false`.
    pub fn notify_ip_blocked_or_default(&self) -> bool {
        self.notify_ip_blocked.unwrap_or(false)
    }
    /// `notify_license_limited`, or its default `false`.
    pub fn notify_license_limited_or_default(&self) -> bool {
        self.notify_license_limited.unwrap_or(false)
    }
    /// `notify_service_disconnected`, or its default `false`.
    pub fn notify_service_disconnected_or_default(&self) -> bool {
        self.notify_service_disconnected.unwrap_or(false)
    }
    /// `notify_push_certs_update_failed`, or its default `false`.
    pub fn notify_push_certs_update_failed_or_default(&self) -> bool {
        self.notify_push_certs_update_failed.unwrap_or(false)
    }
}

impl std::fmt::Debug for UpdateSystemNotificationSettingsRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::runtime::secret;
        secret::debug_struct(
            f,
            "UpdateSystemNotificationSettingsRequest",
            &[
                ("type", &self.r#type),
                ("server", &self.server),
                ("port", &self.port),
                ("reply_to", &self.reply_to),
                ("username", &self.username),
                ("password", &secret::redacted(&self.password)),
                ("auth", &self.auth),
                ("enable_tls_ssl", &self.enable_tls_ssl),
                ("enable_starttls_auto", &self.enable_starttls_auto),
                ("recipients", &self.recipients),
                ("enable_tenant_access", &self.enable_tenant_access),
                ("hard_disk_threshold", &self.hard_disk_threshold),
                (
                    "notify_hard_disk_exceeded_threshold",
                    &self.notify_hard_disk_exceeded_threshold,
                ),
                ("cpu_threshold", &self.cpu_threshold),
                (
                    "notify_cpu_exceeded_threshold",
                    &self.notify_cpu_exceeded_threshold,
                ),
                ("memory_threshold", &self.memory_threshold),
                (
                    "notify_memory_exceeded_threshold",
                    &self.notify_memory_exceeded_threshold,
                ),
                ("notify_ip_blocked", &self.notify_ip_blocked),
                ("notify_license_limited", &self.notify_license_limited),
                (
                    "notify_service_disconnected",
                    &self.notify_service_disconnected,
                ),
                (
                    "notify_push_certs_update_failed",
                    &self.notify_push_certs_update_failed,
                ),
            ],
        )
    }
}

impl Json for UpdateSystemNotificationSettingsRequest {
    #[inline]
    fn blank() -> Self {
        Self {
            r#type: Json::blank(),
            server: None,
            port: None,
            reply_to: None,
            username: Json::blank(),
            password: None,
            auth: None,
            enable_tls_ssl: None,
            enable_starttls_auto: None,
            recipients: None,
            enable_tenant_access: None,
            hard_disk_threshold: None,
            notify_hard_disk_exceeded_threshold: None,
            cpu_threshold: None,
            notify_cpu_exceeded_threshold: None,
            memory_threshold: None,
            notify_memory_exceeded_threshold: None,
            notify_ip_blocked: None,
            notify_license_limited: None,
            notify_service_disconnected: None,
            notify_push_certs_update_failed: None,
        }
    }
    #[inline]
    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [
            ("type", &mut self.r#type),
            ("server", &mut self.server),
            ("port", &mut self.port),
            ("reply_to", &mut self.reply_to),
            ("username", &mut self.username),
            ("password", &mut self.password),
            ("auth", &mut self.auth),
            ("enable_tls_ssl", &mut self.enable_tls_ssl),
            ("enable_starttls_auto", &mut self.enable_starttls_auto),
            ("recipients", &mut self.recipients),
            ("enable_tenant_access", &mut self.enable_tenant_access),
            ("hard_disk_threshold", &mut self.hard_disk_threshold),
            (
                "notify_hard_disk_exceeded_threshold",
                &mut self.notify_hard_disk_exceeded_threshold,
            ),
            ("cpu_threshold", &mut self.cpu_threshold),
            (
                "notify_cpu_exceeded_threshold",
                &mut self.notify_cpu_exceeded_threshold,
            ),
            ("memory_threshold", &mut self.memory_threshold),
            (
                "notify_memory_exceeded_threshold",
                &mut self.notify_memory_exceeded_threshold,
            ),
            ("notify_ip_blocked", &mut self.notify_ip_blocked),
            ("notify_license_limited", &mut self.notify_license_limited),
            (
                "notify_service_disconnected",
                &mut self.notify_service_disconnected,
            ),
            (
                "notify_push_certs_update_failed",
                &mut self.notify_push_certs_update_failed,
            ),
        ])
    }
}

impl Write for UpdateSystemNotificationSettingsRequest {
    #[inline]
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("type", &self.r#type),
            ("server", &self.server),
            ("port", &self.port),
            ("reply_to", &self.reply_to),
            ("username", &self.username),
            ("password", &self.password),
            ("auth", &self.auth),
            ("enable_tls_ssl", &self.enable_tls_ssl),
            ("enable_starttls_auto", &self.enable_starttls_auto),
            ("recipients", &self.recipients),
            ("enable_tenant_access", &self.enable_tenant_access),
            ("hard_disk_threshold", &self.hard_disk_threshold),
            (
                "notify_hard_disk_exceeded_threshold",
                &self.notify_hard_disk_exceeded_threshold,
            ),
            ("cpu_threshold", &self.cpu_threshold),
            (
                "notify_cpu_exceeded_threshold",
                &self.notify_cpu_exceeded_threshold,
            ),
            ("memory_threshold", &self.memory_threshold),
            (
                "notify_memory_exceeded_threshold",
                &self.notify_memory_exceeded_threshold,
            ),
            ("notify_ip_blocked", &self.notify_ip_blocked),
            ("notify_license_limited", &self.notify_license_limited),
            (
                "notify_service_disconnected",
                &self.notify_service_disconnected,
            ),
            (
                "notify_push_certs_update_failed",
                &self.notify_push_certs_update_failed,
            ),
        ]);
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateSystemNotificationSettingsRequest {
    fn check(&self, c: &mut Check) {
        c.known("type", Some(&self.r#type));
        c.integer("port", self.port.map(i128::from), Some(0), Some(65535));
        c.length("username", Some(&self.username), None, Some(128));
        c.known("auth", self.auth.as_ref());
    }
}
