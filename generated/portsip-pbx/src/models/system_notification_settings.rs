use super::{NotificationServerType, SmtpAuth};

/// What `GET /admin/notification` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SystemNotificationSettings {
    /// `type`.
    pub r#type: Option<NotificationServerType>,
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
    pub username: Option<String>,
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

impl SystemNotificationSettings {
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

crate::runtime::members::members! {
    crate::runtime; SystemNotificationSettings;
    r#type = "type", server = "server", port = "port", reply_to = "reply_to",
    username = "username", auth = "auth", enable_tls_ssl = "enable_tls_ssl",
    enable_starttls_auto = "enable_starttls_auto", recipients = "recipients",
    enable_tenant_access = "enable_tenant_access", hard_disk_threshold = "hard_disk_threshold",
    notify_hard_disk_exceeded_threshold = "notify_hard_disk_exceeded_threshold",
    cpu_threshold = "cpu_threshold",
    notify_cpu_exceeded_threshold = "notify_cpu_exceeded_threshold",
    memory_threshold = "memory_threshold",
    notify_memory_exceeded_threshold = "notify_memory_exceeded_threshold",
    notify_ip_blocked = "notify_ip_blocked", notify_license_limited = "notify_license_limited",
    notify_service_disconnected = "notify_service_disconnected",
    notify_push_certs_update_failed = "notify_push_certs_update_failed",
}
