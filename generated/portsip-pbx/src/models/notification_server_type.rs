/// The email server type.
/// Can be either:
///
/// - `SMTP`: Use generic SMTP server.
/// - `MS365` Use Microsoft 365 email service.
/// - `GMAIL` Use Google Gmail service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationServerType {
    /// `SMTP`.
    Smtp,
    /// `MS365`.
    Ms365,
    /// `GMAIL`.
    Gmail,
    /// A value that the document does not name.
    Unknown(String),
}

crate::runtime::open_enum::open_enum! {
    crate::runtime; NotificationServerType;
    Smtp = "SMTP", Ms365 = "MS365", Gmail = "GMAIL",
}
