use crate::runtime::codec::{KnownEnum, OpenEnum};

/// Alert-info header to be added in INVITE message when PBX is forwarding the page/intercom.
/// Values includes:
///
/// - `INTERCOM`: info=intercom.
/// - `ALERT_AUTO_ANSWER`: Alert-Info:;info=alert-autoanswer;delay=0.
/// - `AUTO_ANSWER`: info=Auto Answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AutoAnswerAlertInfoHeader {
    /// `INTERCOM`.
    Intercom,
    /// `ALERT_AUTO_ANSWER`.
    AlertAutoAnswer,
    /// `AUTO_ANSWER`.
    AutoAnswer,
    /// A value that the document does not name.
    Unknown(String),
}

impl OpenEnum for AutoAnswerAlertInfoHeader {
    fn as_str(&self) -> &str {
        match self {
            Self::Intercom => "INTERCOM",
            Self::AlertAutoAnswer => "ALERT_AUTO_ANSWER",
            Self::AutoAnswer => "AUTO_ANSWER",
            Self::Unknown(text) => text,
        }
    }
    fn from_text(text: &str) -> Self {
        match text {
            "INTERCOM" => Self::Intercom,
            "ALERT_AUTO_ANSWER" => Self::AlertAutoAnswer,
            "AUTO_ANSWER" => Self::AutoAnswer,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl KnownEnum for AutoAnswerAlertInfoHeader {
    const VALUES: &'static [&'static str] = &["INTERCOM", "ALERT_AUTO_ANSWER", "AUTO_ANSWER"];
}

impl From<&str> for AutoAnswerAlertInfoHeader {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl std::fmt::Display for AutoAnswerAlertInfoHeader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
