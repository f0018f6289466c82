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

crate::runtime::open_enum::open_enum! {
    crate::runtime; AutoAnswerAlertInfoHeader;
    Intercom = "INTERCOM", AlertAutoAnswer = "ALERT_AUTO_ANSWER", AutoAnswer = "AUTO_ANSWER",
}
