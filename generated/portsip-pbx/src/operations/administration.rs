//! Operations tagged Administration.

use crate::models::{
    AccessToken, ChangeUsernameRequest, CreateDealerRequest, CreateIpRuleRequest,
    CreateTenantRequest, CreateTransportRequest, CreatedResource, CurrentDealer, Dealer,
    DealerList, DealerStatus, ImServerConfiguration, IpRule, IpRuleList, License,
    NetworkConfiguration, ProviderAssigneeList, ProviderAssignment,
    ResetCurrentDealerPasswordRequest, ResetDealerPasswordRequest, ResetSystemAdminPasswordRequest,
    SbcConfiguration, SendGlobalNotificationTestEmailRequest, SystemNotificationSettings,
    SystemOptions, SystemStatus, Tenant, TenantDealerList, TenantList, TlsKeyPair, Transport,
    TransportList, TransportProtocol, TransportStatus, UpdateBrandInformationRequest,
    UpdateCurrentDealerRequest, UpdateDealerRequest, UpdateIpRuleRequest, UpdateKeyRequest,
    UpdateLicenseRequest, UpdateSystemNotificationSettingsRequest, UpdateTenantRequest,
    UpdateTransportRequest,
};
use crate::runtime::answer::{Answer, DecodeError};
use crate::runtime::body::Body;
#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};
#[cfg(feature = "server")]
use crate::runtime::decoder::Decoder;
use crate::runtime::encoder::Encoder;
use crate::runtime::operation::{Info, Operation, Statuses};
use crate::runtime::param::Style;
#[cfg(feature = "server")]
use crate::runtime::served::Served;
use crate::security::NEEDS_BEARER;
use http::Method;

/// Retrieve network configurations: `GET /network`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RetrieveNetworkConfigurations {}

impl Operation for RetrieveNetworkConfigurations {
    const INFO: &'static Info = &Info {
        id: "retrieveNetworkConfigurations",
        method: Method::GET,
        path: "/network",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = NetworkConfiguration;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<NetworkConfiguration, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveNetworkConfigurations {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: NetworkConfiguration) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update network configurations: `POST /network`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateNetworkConfigurations {
    /// The body of the request.
    pub body: NetworkConfiguration,
}

impl UpdateNetworkConfigurations {
    /// With what is required.
    pub fn new(body: NetworkConfiguration) -> Self {
        Self { body }
    }
}

impl Operation for UpdateNetworkConfigurations {
    const INFO: &'static Info = &Info {
        id: "updateNetworkConfigurations",
        method: Method::POST,
        path: "/network",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateNetworkConfigurations {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        Some(Self { body: body? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Retrieve current system status: `GET /admin/status`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RetrieveCurrentSystemStatus {}

impl Operation for RetrieveCurrentSystemStatus {
    const INFO: &'static Info = &Info {
        id: "retrieveCurrentSystemStatus",
        method: Method::GET,
        path: "/admin/status",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = SystemStatus;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<SystemStatus, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveCurrentSystemStatus {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: SystemStatus) -> Answer {
        Answer::json(200, &output)
    }
}

/// Change system admin username: `POST /admin/username`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChangeSystemAdminUsername {
    /// The body of the request.
    pub body: ChangeUsernameRequest,
}

impl ChangeSystemAdminUsername {
    /// With what is required.
    pub fn new(body: ChangeUsernameRequest) -> Self {
        Self { body }
    }
}

impl Operation for ChangeSystemAdminUsername {
    const INFO: &'static Info = &Info {
        id: "changeSystemAdminUsername",
        method: Method::POST,
        path: "/admin/username",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for ChangeSystemAdminUsername {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for ChangeSystemAdminUsername {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Reset system admin password: `POST /admin/password`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResetSystemAdminPassword {
    /// The body of the request.
    pub body: ResetSystemAdminPasswordRequest,
}

impl ResetSystemAdminPassword {
    /// With what is required.
    pub fn new(body: ResetSystemAdminPasswordRequest) -> Self {
        Self { body }
    }
}

impl Operation for ResetSystemAdminPassword {
    const INFO: &'static Info = &Info {
        id: "resetSystemAdminPassword",
        method: Method::POST,
        path: "/admin/password",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for ResetSystemAdminPassword {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        Some(Self { body: body? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Retrieve system settings: `GET /admin/settings`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListOptions {}

impl Operation for ListOptions {
    const INFO: &'static Info = &Info {
        id: "listOptions",
        method: Method::GET,
        path: "/admin/settings",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = SystemOptions;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<SystemOptions, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ListOptions {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: SystemOptions) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update system settings: `POST /admin/settings`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateOptions {
    /// The body of the request.
    pub body: SystemOptions,
}

impl UpdateOptions {
    /// With what is required.
    pub fn new(body: SystemOptions) -> Self {
        Self { body }
    }
}

impl Operation for UpdateOptions {
    const INFO: &'static Info = &Info {
        id: "updateOptions",
        method: Method::POST,
        path: "/admin/settings",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateOptions {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateOptions {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Retrieve system notification settings: `GET /admin/notification`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetSystemNotificationSettings {}

impl Operation for GetSystemNotificationSettings {
    const INFO: &'static Info = &Info {
        id: "getSystemNotificationSettings",
        method: Method::GET,
        path: "/admin/notification",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = SystemNotificationSettings;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<SystemNotificationSettings, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for GetSystemNotificationSettings {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: SystemNotificationSettings) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update system notification settings: `POST /admin/notification`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateSystemNotificationSettings {
    /// The body of the request.
    pub body: Option<UpdateSystemNotificationSettingsRequest>,
}

impl UpdateSystemNotificationSettings {
    /// With what is required.
    pub fn new(body: impl Into<Option<UpdateSystemNotificationSettingsRequest>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for UpdateSystemNotificationSettings {
    const INFO: &'static Info = &Info {
        id: "updateSystemNotificationSettings",
        method: Method::POST,
        path: "/admin/notification",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateSystemNotificationSettings {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.optional_json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateSystemNotificationSettings {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Test email: `POST /admin/notification/test_email`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendGlobalNotificationTestEmail {
    /// The body of the request.
    pub body: SendGlobalNotificationTestEmailRequest,
}

impl SendGlobalNotificationTestEmail {
    /// With what is required.
    pub fn new(body: SendGlobalNotificationTestEmailRequest) -> Self {
        Self { body }
    }
}

impl Operation for SendGlobalNotificationTestEmail {
    const INFO: &'static Info = &Info {
        id: "sendGlobalNotificationTestEmail",
        method: Method::POST,
        path: "/admin/notification/test_email",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for SendGlobalNotificationTestEmail {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        Some(Self { body: body? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Retrieve SBC configuration: `GET /sbc`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetSbcConfiguration {}

impl Operation for GetSbcConfiguration {
    const INFO: &'static Info = &Info {
        id: "getSBCConfiguration",
        method: Method::GET,
        path: "/sbc",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = SbcConfiguration;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<SbcConfiguration, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for GetSbcConfiguration {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: SbcConfiguration) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update SBC configuration: `POST /sbc`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateSbcConfiguration {
    /// The body of the request.
    pub body: SbcConfiguration,
}

impl UpdateSbcConfiguration {
    /// With what is required.
    pub fn new(body: SbcConfiguration) -> Self {
        Self { body }
    }
}

impl Operation for UpdateSbcConfiguration {
    const INFO: &'static Info = &Info {
        id: "updateSBCConfiguration",
        method: Method::POST,
        path: "/sbc",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateSbcConfiguration {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateSbcConfiguration {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Retrieve SBC token: `GET /sbc/token`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetSbcToken {}

impl Operation for GetSbcToken {
    const INFO: &'static Info = &Info {
        id: "getSBCToken",
        method: Method::GET,
        path: "/sbc/token",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = AccessToken;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<AccessToken, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for GetSbcToken {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: AccessToken) -> Answer {
        Answer::json(200, &output)
    }
}

/// Regenerate SBC token: `POST /sbc/token`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RegenerateSbcToken {}

impl Operation for RegenerateSbcToken {
    const INFO: &'static Info = &Info {
        id: "regenerateSBCToken",
        method: Method::POST,
        path: "/sbc/token",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = AccessToken;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<AccessToken, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RegenerateSbcToken {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: AccessToken) -> Answer {
        Answer::json(200, &output)
    }
}

/// Destroy SBC Token: `POST /sbc/token/destroy`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DestroySbcToken {}

impl Operation for DestroySbcToken {
    const INFO: &'static Info = &Info {
        id: "destroySBCToken",
        method: Method::POST,
        path: "/sbc/token/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DestroySbcToken {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// Retrieve IM server configuration: `GET /im`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetImServerConfiguration {}

impl Operation for GetImServerConfiguration {
    const INFO: &'static Info = &Info {
        id: "getIMServerConfiguration",
        method: Method::GET,
        path: "/im",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ImServerConfiguration;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<ImServerConfiguration, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for GetImServerConfiguration {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: ImServerConfiguration) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update IM server configuration: `POST /im`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateImServerConfiguration {
    /// The body of the request.
    pub body: ImServerConfiguration,
}

impl UpdateImServerConfiguration {
    /// With what is required.
    pub fn new(body: ImServerConfiguration) -> Self {
        Self { body }
    }
}

impl Operation for UpdateImServerConfiguration {
    const INFO: &'static Info = &Info {
        id: "updateIMServerConfiguration",
        method: Method::POST,
        path: "/im",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateImServerConfiguration {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        Some(Self { body: body? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Retrieve IM Server token: `GET /im/token`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetImServerToken {}

impl Operation for GetImServerToken {
    const INFO: &'static Info = &Info {
        id: "getIMServerToken",
        method: Method::GET,
        path: "/im/token",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = AccessToken;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<AccessToken, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for GetImServerToken {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: AccessToken) -> Answer {
        Answer::json(200, &output)
    }
}

/// Regenerate IM server token: `POST /im/token`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RegenerateImServerToken {}

impl Operation for RegenerateImServerToken {
    const INFO: &'static Info = &Info {
        id: "regenerateIMServerToken",
        method: Method::POST,
        path: "/im/token",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = AccessToken;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<AccessToken, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RegenerateImServerToken {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: AccessToken) -> Answer {
        Answer::json(200, &output)
    }
}

/// Destroy IM server Token: `POST /im/token/destroy`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DestroyImServerToken {}

impl Operation for DestroyImServerToken {
    const INFO: &'static Info = &Info {
        id: "destroyIMServerToken",
        method: Method::POST,
        path: "/im/token/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DestroyImServerToken {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// List dealers: `GET /dealers`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListDealers {}

impl Operation for ListDealers {
    const INFO: &'static Info = &Info {
        id: "listDealers",
        method: Method::GET,
        path: "/dealers",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = DealerList;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<DealerList, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ListDealers {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: DealerList) -> Answer {
        Answer::json(200, &output)
    }
}

/// Create a dealer: `POST /dealers`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateDealer {
    /// The body of the request.
    pub body: CreateDealerRequest,
}

impl CreateDealer {
    /// With what is required.
    pub fn new(body: CreateDealerRequest) -> Self {
        Self { body }
    }
}

impl Operation for CreateDealer {
    const INFO: &'static Info = &Info {
        id: "createDealer",
        method: Method::POST,
        path: "/dealers",
        consumes: &["application/json"],
        produces: &["application/json"],
        success: &[Statuses::Status(201)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = CreatedResource;
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<CreatedResource, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for CreateDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: CreatedResource) -> Answer {
        Answer::json(201, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for CreateDealer {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Retrieve a dealer: `GET /dealers/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetrieveDealer {
    /// The unique ID of the dealer.
    pub id: String,
}

impl RetrieveDealer {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for RetrieveDealer {
    const INFO: &'static Info = &Info {
        id: "retrieveDealer",
        method: Method::GET,
        path: "/dealers/{id}",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = Dealer;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<Dealer, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(output: Dealer) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update a dealer: `POST /dealers/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateDealer {
    /// The unique ID of the dealer.
    pub id: String,
    /// The body of the request.
    pub body: UpdateDealerRequest,
}

impl UpdateDealer {
    /// With what is required.
    pub fn new(id: impl Into<String>, body: UpdateDealerRequest) -> Self {
        Self {
            id: id.into(),
            body,
        }
    }
}

impl Operation for UpdateDealer {
    const INFO: &'static Info = &Info {
        id: "updateDealer",
        method: Method::POST,
        path: "/dealers/{id}",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let body = from.json();
        let it = Self {
            id: id?,
            body: body?,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateDealer {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Reset dealer password: `POST /dealers/{id}/password`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResetDealerPassword {
    /// The unique ID of the dealer.
    pub id: String,
    /// The body of the request.
    pub body: ResetDealerPasswordRequest,
}

impl ResetDealerPassword {
    /// With what is required.
    pub fn new(id: impl Into<String>, body: ResetDealerPasswordRequest) -> Self {
        Self {
            id: id.into(),
            body,
        }
    }
}

impl Operation for ResetDealerPassword {
    const INFO: &'static Info = &Info {
        id: "resetDealerPassword",
        method: Method::POST,
        path: "/dealers/{id}/password",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for ResetDealerPassword {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let body = from.json();
        Some(Self {
            id: id?,
            body: body?,
        })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Delete a dealer: `POST /dealers/{id}/destroy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteDealer {
    /// The unique ID of the dealer.
    pub id: String,
}

impl DeleteDealer {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for DeleteDealer {
    const INFO: &'static Info = &Info {
        id: "deleteDealer",
        method: Method::POST,
        path: "/dealers/{id}/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DeleteDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// List IP rules: `GET /ip_filters`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListIpRules {
    /// Use the `filter` query parameter to retrieve just a subset of a collection.
    pub filter: Option<String>,
    /// Use the `search` query parameter to restrict the results of a request to match a search criterion.
    pub search: Option<String>,
    /// Use the `orderby` query parameter to specify the sort order of the items returned from server.
    /// The default order is ascending order.
    pub orderby: Option<String>,
    /// Use the `skip` query parameter to set the number of items to skip at the start of a collection.
    pub skip: Option<i32>,
    /// Use the `top` query parameter to specify the page size of the result set.
    pub top: Option<i32>,
}

impl Operation for ListIpRules {
    const INFO: &'static Info = &Info {
        id: "listIpRules",
        method: Method::GET,
        path: "/ip_filters",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = IpRuleList;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.query("filter", &self.filter, Style::Exploded);
        to.query("search", &self.search, Style::Exploded);
        to.query("orderby", &self.orderby, Style::Exploded);
        to.query("skip", &self.skip, Style::Exploded);
        to.query("top", &self.top, Style::Exploded);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<IpRuleList, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ListIpRules {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let filter = from.query("filter", Style::Exploded);
        let search = from.query("search", Style::Exploded);
        let orderby = from.query("orderby", Style::Exploded);
        let skip = from.query("skip", Style::Exploded);
        let top = from.query("top", Style::Exploded);
        let it = Self {
            filter,
            search,
            orderby,
            skip,
            top,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: IpRuleList) -> Answer {
        Answer::json(200, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for ListIpRules {
    fn check(&self, c: &mut Check) {
        c.within("query", &mut |c| {
            c.integer("skip", self.skip.map(i128::from), Some(0), None);
            c.integer("top", self.top.map(i128::from), Some(1), Some(100));
        });
    }
}

/// Create an IP rule: `POST /ip_filters`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateIpRule {
    /// The body of the request.
    pub body: Option<CreateIpRuleRequest>,
}

impl CreateIpRule {
    /// With what is required.
    pub fn new(body: impl Into<Option<CreateIpRuleRequest>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for CreateIpRule {
    const INFO: &'static Info = &Info {
        id: "createIpRule",
        method: Method::POST,
        path: "/ip_filters",
        consumes: &["application/json"],
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = CreatedResource;
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<CreatedResource, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for CreateIpRule {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.optional_json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: CreatedResource) -> Answer {
        Answer::json(200, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for CreateIpRule {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Retrieve an IP rule: `GET /ip_filters/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShowIpRule {
    /// The unique ID of the rule.
    pub id: String,
}

impl ShowIpRule {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for ShowIpRule {
    const INFO: &'static Info = &Info {
        id: "showIpRule",
        method: Method::GET,
        path: "/ip_filters/{id}",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = IpRule;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<IpRule, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowIpRule {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(output: IpRule) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update an IP rule: `POST /ip_filters/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateIpRule {
    /// The unique ID of the rule.
    pub id: String,
    /// The body of the request.
    pub body: Option<UpdateIpRuleRequest>,
}

impl UpdateIpRule {
    /// With what is required.
    pub fn new(id: impl Into<String>, body: impl Into<Option<UpdateIpRuleRequest>>) -> Self {
        Self {
            id: id.into(),
            body: body.into(),
        }
    }
}

impl Operation for UpdateIpRule {
    const INFO: &'static Info = &Info {
        id: "updateIpRule",
        method: Method::POST,
        path: "/ip_filters/{id}",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateIpRule {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let body = from.optional_json();
        let it = Self {
            id: id?,
            body: body?,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateIpRule {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Delete an IP rule: `POST /ip_filters/{id}/destroy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteIpRule {
    /// The unique ID of the rule.
    pub id: String,
}

impl DeleteIpRule {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for DeleteIpRule {
    const INFO: &'static Info = &Info {
        id: "deleteIpRule",
        method: Method::POST,
        path: "/ip_filters/{id}/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Status(400)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DeleteIpRule {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// Export IP rules: `GET /ip_filters/export`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ExportIpRules {}

impl Operation for ExportIpRules {
    const INFO: &'static Info = &Info {
        id: "exportIpRules",
        method: Method::GET,
        path: "/ip_filters/export",
        produces: &["application/octet-stream"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        streams: true,
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ExportIpRulesOutput;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    fn decode_answer(answer: Answer) -> Result<ExportIpRulesOutput, DecodeError> {
        let content_disposition = answer.header_param("Content-Disposition");
        Ok(ExportIpRulesOutput {
            content_disposition,
            body: answer.into_body(),
        })
    }
}

#[cfg(feature = "server")]
impl Served for ExportIpRules {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: ExportIpRulesOutput) -> Answer {
        let answer = Answer::stream(200, "application/octet-stream", output.body);
        answer.header("Content-Disposition", &output.content_disposition)
    }
}

/// What `export_ip_rules` answers.
#[derive(Debug)]
#[non_exhaustive]
pub struct ExportIpRulesOutput {
    /// the format is `attachment; filename="example"`
    pub content_disposition: Option<String>,
    /// OK
    pub body: Body,
}

impl ExportIpRulesOutput {
    /// Without headers.
    pub fn new(body: impl Into<Body>) -> Self {
        Self {
            content_disposition: None,
            body: body.into(),
        }
    }
}

/// List transports: `GET /transports`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListTransports {
    /// Use the `filter` query parameter to retrieve just a subset of a collection.
    pub filter: Option<String>,
    /// Use the `search` query parameter to restrict the results of a request to match a search criterion.
    pub search: Option<String>,
    /// Use the `orderby` query parameter to specify the sort order of the items returned from server.
    /// The default order is ascending order.
    pub orderby: Option<String>,
    /// Use the `skip` query parameter to set the number of items to skip at the start of a collection.
    pub skip: Option<i32>,
    /// Use the `top` query parameter to specify the page size of the result set.
    pub top: Option<i32>,
}

impl Operation for ListTransports {
    const INFO: &'static Info = &Info {
        id: "listTransports",
        method: Method::GET,
        path: "/transports",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = TransportList;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.query("filter", &self.filter, Style::Exploded);
        to.query("search", &self.search, Style::Exploded);
        to.query("orderby", &self.orderby, Style::Exploded);
        to.query("skip", &self.skip, Style::Exploded);
        to.query("top", &self.top, Style::Exploded);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<TransportList, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ListTransports {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let filter = from.query("filter", Style::Exploded);
        let search = from.query("search", Style::Exploded);
        let orderby = from.query("orderby", Style::Exploded);
        let skip = from.query("skip", Style::Exploded);
        let top = from.query("top", Style::Exploded);
        let it = Self {
            filter,
            search,
            orderby,
            skip,
            top,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: TransportList) -> Answer {
        Answer::json(200, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for ListTransports {
    fn check(&self, c: &mut Check) {
        c.within("query", &mut |c| {
            c.integer("skip", self.skip.map(i128::from), Some(0), None);
            c.integer("top", self.top.map(i128::from), Some(1), Some(100));
        });
    }
}

/// Create a transport: `POST /transports`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateTransport {
    /// The body of the request.
    pub body: CreateTransportRequest,
}

impl CreateTransport {
    /// With what is required.
    pub fn new(body: CreateTransportRequest) -> Self {
        Self { body }
    }
}

impl Operation for CreateTransport {
    const INFO: &'static Info = &Info {
        id: "createTransport",
        method: Method::POST,
        path: "/transports",
        consumes: &["application/json"],
        produces: &["application/json"],
        success: &[Statuses::Status(201)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = CreatedResource;
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<CreatedResource, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for CreateTransport {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: CreatedResource) -> Answer {
        Answer::json(201, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for CreateTransport {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Retrieve a transport: `GET /transports/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShowTransport {
    /// The unique ID of the transport.
    pub id: String,
}

impl ShowTransport {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for ShowTransport {
    const INFO: &'static Info = &Info {
        id: "showTransport",
        method: Method::GET,
        path: "/transports/{id}",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = Transport;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<Transport, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowTransport {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(output: Transport) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update transport: `POST /transports/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateTransport {
    /// The unique ID of the transport.
    pub id: String,
    /// The body of the request.
    pub body: UpdateTransportRequest,
}

impl UpdateTransport {
    /// With what is required.
    pub fn new(id: impl Into<String>, body: UpdateTransportRequest) -> Self {
        Self {
            id: id.into(),
            body,
        }
    }
}

impl Operation for UpdateTransport {
    const INFO: &'static Info = &Info {
        id: "updateTransport",
        method: Method::POST,
        path: "/transports/{id}",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateTransport {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let body = from.json();
        let it = Self {
            id: id?,
            body: body?,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateTransport {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Destroy transport: `POST /transports/{id}/destroy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteTransport {
    /// The unique ID of the transport.
    pub id: String,
}

impl DeleteTransport {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for DeleteTransport {
    const INFO: &'static Info = &Info {
        id: "deleteTransport",
        method: Method::POST,
        path: "/transports/{id}/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DeleteTransport {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// Query transport's status: `GET /transports/{id}/status`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetTransportStatus {
    /// `id`.
    pub id: TransportProtocol,
}

impl GetTransportStatus {
    /// With what is required.
    pub fn new(id: TransportProtocol) -> Self {
        Self { id }
    }
}

impl Operation for GetTransportStatus {
    const INFO: &'static Info = &Info {
        id: "getTransportStatus",
        method: Method::GET,
        path: "/transports/{id}/status",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = TransportStatus;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<TransportStatus, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for GetTransportStatus {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let it = Self { id: id? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: TransportStatus) -> Answer {
        Answer::json(200, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for GetTransportStatus {
    fn check(&self, c: &mut Check) {
        c.within("path", &mut |c| {
            c.known("id", Some(&self.id));
        });
    }
}

/// List tenants: `GET /tenants`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListTenants {
    /// Use the `filter` query parameter to retrieve just a subset of a collection.
    pub filter: Option<String>,
    /// Use the `search` query parameter to restrict the results of a request to match a search criterion.
    pub search: Option<String>,
    /// Use the `orderby` query parameter to specify the sort order of the items returned from server.
    /// The default order is ascending order.
    pub orderby: Option<String>,
    /// Use the `skip` query parameter to set the number of items to skip at the start of a collection.
    pub skip: Option<i32>,
    /// Use the `top` query parameter to specify the page size of the result set.
    pub top: Option<i32>,
}

impl Operation for ListTenants {
    const INFO: &'static Info = &Info {
        id: "listTenants",
        method: Method::GET,
        path: "/tenants",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = TenantList;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.query("filter", &self.filter, Style::Exploded);
        to.query("search", &self.search, Style::Exploded);
        to.query("orderby", &self.orderby, Style::Exploded);
        to.query("skip", &self.skip, Style::Exploded);
        to.query("top", &self.top, Style::Exploded);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<TenantList, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ListTenants {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let filter = from.query("filter", Style::Exploded);
        let search = from.query("search", Style::Exploded);
        let orderby = from.query("orderby", Style::Exploded);
        let skip = from.query("skip", Style::Exploded);
        let top = from.query("top", Style::Exploded);
        let it = Self {
            filter,
            search,
            orderby,
            skip,
            top,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: TenantList) -> Answer {
        Answer::json(200, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for ListTenants {
    fn check(&self, c: &mut Check) {
        c.within("query", &mut |c| {
            c.integer("skip", self.skip.map(i128::from), Some(0), None);
            c.integer("top", self.top.map(i128::from), Some(1), Some(100));
        });
    }
}

/// Create a tenant: `POST /tenants`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateTenant {
    /// The body of the request.
    pub body: Option<CreateTenantRequest>,
}

impl CreateTenant {
    /// With what is required.
    pub fn new(body: impl Into<Option<CreateTenantRequest>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for CreateTenant {
    const INFO: &'static Info = &Info {
        id: "createTenant",
        method: Method::POST,
        path: "/tenants",
        consumes: &["application/json"],
        produces: &["application/json"],
        success: &[Statuses::Status(201)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = CreatedResource;
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<CreatedResource, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for CreateTenant {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.optional_json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: CreatedResource) -> Answer {
        Answer::json(201, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for CreateTenant {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Retrieve a tenant: `GET /tenants/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShowTenant {
    /// The unique ID of the tenant.
    pub id: String,
}

impl ShowTenant {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for ShowTenant {
    const INFO: &'static Info = &Info {
        id: "showTenant",
        method: Method::GET,
        path: "/tenants/{id}",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = Tenant;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<Tenant, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowTenant {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(output: Tenant) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update a tenant: `POST /tenants/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateTenant {
    /// The unique ID of the tenant.
    pub id: String,
    /// The body of the request.
    pub body: Option<UpdateTenantRequest>,
}

impl UpdateTenant {
    /// With what is required.
    pub fn new(id: impl Into<String>, body: impl Into<Option<UpdateTenantRequest>>) -> Self {
        Self {
            id: id.into(),
            body: body.into(),
        }
    }
}

impl Operation for UpdateTenant {
    const INFO: &'static Info = &Info {
        id: "updateTenant",
        method: Method::POST,
        path: "/tenants/{id}",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateTenant {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let body = from.optional_json();
        let it = Self {
            id: id?,
            body: body?,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateTenant {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Switch between tenants: `POST /tenants/switch`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SwitchTenants {
    /// The unique ID of the tenant.
    pub id: Option<String>,
}

impl Operation for SwitchTenants {
    const INFO: &'static Info = &Info {
        id: "switchTenants",
        method: Method::POST,
        path: "/tenants/switch",
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.query("id", &self.id, Style::Exploded);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for SwitchTenants {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.query("id", Style::Exploded);
        Some(Self { id })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Retrieve dealer information the tenant belongs: `GET /tenants/{id}/dealers`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetrieveTenantDealer {
    /// The unique ID of the tenant.
    pub id: String,
}

impl RetrieveTenantDealer {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for RetrieveTenantDealer {
    const INFO: &'static Info = &Info {
        id: "retrieveTenantDealer",
        method: Method::GET,
        path: "/tenants/{id}/dealers",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = TenantDealerList;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<TenantDealerList, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveTenantDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(output: TenantDealerList) -> Answer {
        Answer::json(200, &output)
    }
}

/// Designate tenant to dealer: `POST /tenants/{id}/dealers/{dealer_id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DesignateTenantToDealer {
    /// The unique ID of the tenant.
    pub id: String,
    /// The unique ID of the dealer.
    pub dealer_id: String,
}

impl DesignateTenantToDealer {
    /// With what is required.
    pub fn new(id: impl Into<String>, dealer_id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            dealer_id: dealer_id.into(),
        }
    }
}

impl Operation for DesignateTenantToDealer {
    const INFO: &'static Info = &Info {
        id: "designateTenantToDealer",
        method: Method::POST,
        path: "/tenants/{id}/dealers/{dealer_id}",
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.path(&self.dealer_id, Style::Comma);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DesignateTenantToDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let dealer_id = from.path("dealer_id", Style::Comma);
        Some(Self {
            id: id?,
            dealer_id: dealer_id?,
        })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Remove tenant to dealer: `POST /tenants/{id}/dealers/{dealer_id}/destroy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveTenantFromDealer {
    /// The unique ID of the tenant.
    pub id: String,
    /// The unique ID of the dealer.
    pub dealer_id: String,
}

impl RemoveTenantFromDealer {
    /// With what is required.
    pub fn new(id: impl Into<String>, dealer_id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            dealer_id: dealer_id.into(),
        }
    }
}

impl Operation for RemoveTenantFromDealer {
    const INFO: &'static Info = &Info {
        id: "removeTenantFromDealer",
        method: Method::POST,
        path: "/tenants/{id}/dealers/{dealer_id}/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.path(&self.dealer_id, Style::Comma);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for RemoveTenantFromDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let dealer_id = from.path("dealer_id", Style::Comma);
        Some(Self {
            id: id?,
            dealer_id: dealer_id?,
        })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// Delete a tenant: `POST /tenants/{id}/destroy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteTenant {
    /// The unique ID of the tenant.
    pub id: String,
}

impl DeleteTenant {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for DeleteTenant {
    const INFO: &'static Info = &Info {
        id: "deleteTenant",
        method: Method::POST,
        path: "/tenants/{id}/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Status(400), Statuses::Status(404)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DeleteTenant {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// Retrieve license information: `GET /license`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShowLicense {}

impl Operation for ShowLicense {
    const INFO: &'static Info = &Info {
        id: "showLicense",
        method: Method::GET,
        path: "/license",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = License;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<License, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowLicense {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: License) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update license: `POST /license`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateLicense {
    /// The body of the request.
    pub body: Option<UpdateLicenseRequest>,
}

impl UpdateLicense {
    /// With what is required.
    pub fn new(body: impl Into<Option<UpdateLicenseRequest>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for UpdateLicense {
    const INFO: &'static Info = &Info {
        id: "updateLicense",
        method: Method::POST,
        path: "/license",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateLicense {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.optional_json();
        Some(Self { body: body? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// Show certificate key: `GET /key`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShowKey {}

impl Operation for ShowKey {
    const INFO: &'static Info = &Info {
        id: "showKey",
        method: Method::GET,
        path: "/key",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = TlsKeyPair;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<TlsKeyPair, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowKey {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: TlsKeyPair) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update certificate key: `POST /key`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateKey {
    /// The body of the request.
    pub body: UpdateKeyRequest,
}

impl UpdateKey {
    /// With what is required.
    pub fn new(body: UpdateKeyRequest) -> Self {
        Self { body }
    }
}

impl Operation for UpdateKey {
    const INFO: &'static Info = &Info {
        id: "updateKey",
        method: Method::POST,
        path: "/key",
        consumes: &["application/json"],
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateKey {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        Some(Self { body: body? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

/// Update brand information: `POST /brand`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateBrandInformation {
    /// The body of the request.
    pub body: Option<UpdateBrandInformationRequest>,
}

impl UpdateBrandInformation {
    /// With what is required.
    pub fn new(body: impl Into<Option<UpdateBrandInformationRequest>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for UpdateBrandInformation {
    const INFO: &'static Info = &Info {
        id: "updateBrandInformation",
        method: Method::POST,
        path: "/brand",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateBrandInformation {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.optional_json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateBrandInformation {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Retrieve current dealer: `GET /dealer`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RetrieveCurrentDealer {}

impl Operation for RetrieveCurrentDealer {
    const INFO: &'static Info = &Info {
        id: "retrieveCurrentDealer",
        method: Method::GET,
        path: "/dealer",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = CurrentDealer;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<CurrentDealer, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveCurrentDealer {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: CurrentDealer) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update current dealer: `POST /dealer`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateCurrentDealer {
    /// The body of the request.
    pub body: UpdateCurrentDealerRequest,
}

impl UpdateCurrentDealer {
    /// With what is required.
    pub fn new(body: UpdateCurrentDealerRequest) -> Self {
        Self { body }
    }
}

impl Operation for UpdateCurrentDealer {
    const INFO: &'static Info = &Info {
        id: "updateCurrentDealer",
        method: Method::POST,
        path: "/dealer",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for UpdateCurrentDealer {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for UpdateCurrentDealer {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Retrieve current dealer status: `GET /dealer/status`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RetrieveCurrentDealerStatus {}

impl Operation for RetrieveCurrentDealerStatus {
    const INFO: &'static Info = &Info {
        id: "retrieveCurrentDealerStatus",
        method: Method::GET,
        path: "/dealer/status",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = DealerStatus;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<DealerStatus, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveCurrentDealerStatus {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: DealerStatus) -> Answer {
        Answer::json(200, &output)
    }
}

/// Change current dealer username: `POST /dealer/username`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChangeCurrentDealerUsername {
    /// The body of the request.
    pub body: ChangeUsernameRequest,
}

impl ChangeCurrentDealerUsername {
    /// With what is required.
    pub fn new(body: ChangeUsernameRequest) -> Self {
        Self { body }
    }
}

impl Operation for ChangeCurrentDealerUsername {
    const INFO: &'static Info = &Info {
        id: "changeCurrentDealerUsername",
        method: Method::POST,
        path: "/dealer/username",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for ChangeCurrentDealerUsername {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

#[cfg(feature = "server")]
impl Checked for ChangeCurrentDealerUsername {
    fn check(&self, c: &mut Check) {
        c.object("body", Some(&self.body));
    }
}

/// Reset current dealer password: `POST /dealer/password`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResetCurrentDealerPassword {
    /// The body of the request.
    pub body: ResetCurrentDealerPasswordRequest,
}

impl ResetCurrentDealerPassword {
    /// With what is required.
    pub fn new(body: ResetCurrentDealerPasswordRequest) -> Self {
        Self { body }
    }
}

impl Operation for ResetCurrentDealerPassword {
    const INFO: &'static Info = &Info {
        id: "resetCurrentDealerPassword",
        method: Method::POST,
        path: "/dealer/password",
        consumes: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.json(&self.body);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for ResetCurrentDealerPassword {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.json();
        Some(Self { body: body? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(200)
    }
}

/// List provider assignees: `GET /providers/{id}/assignees`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListProviderAssignees {
    /// The unique ID of the provider.
    pub id: String,
}

impl ListProviderAssignees {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for ListProviderAssignees {
    const INFO: &'static Info = &Info {
        id: "listProviderAssignees",
        method: Method::GET,
        path: "/providers/{id}/assignees",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ProviderAssigneeList;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<ProviderAssigneeList, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ListProviderAssignees {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(output: ProviderAssigneeList) -> Answer {
        Answer::json(200, &output)
    }
}

/// Check provider assignee: `GET /providers/{id}/assignees/{tenant_id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CheckProviderAssignee {
    /// The unique ID of the provider.
    pub id: String,
    /// The unique ID of the tenant.
    pub tenant_id: String,
}

impl CheckProviderAssignee {
    /// With what is required.
    pub fn new(id: impl Into<String>, tenant_id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            tenant_id: tenant_id.into(),
        }
    }
}

impl Operation for CheckProviderAssignee {
    const INFO: &'static Info = &Info {
        id: "checkProviderAssignee",
        method: Method::GET,
        path: "/providers/{id}/assignees/{tenant_id}",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Status(404)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ProviderAssignment;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.path(&self.tenant_id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<ProviderAssignment, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for CheckProviderAssignee {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let tenant_id = from.path("tenant_id", Style::Comma);
        Some(Self {
            id: id?,
            tenant_id: tenant_id?,
        })
    }
    fn encode_answer(output: ProviderAssignment) -> Answer {
        Answer::json(200, &output)
    }
}

/// Assign provider: `POST /providers/{id}/assignees/{tenant_id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AssignProvider {
    /// The unique ID of the provider.
    pub id: String,
    /// The unique ID of the tenant.
    pub tenant_id: String,
    /// The body of the request.
    pub body: Option<ProviderAssignment>,
}

impl AssignProvider {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        tenant_id: impl Into<String>,
        body: impl Into<Option<ProviderAssignment>>,
    ) -> Self {
        Self {
            id: id.into(),
            tenant_id: tenant_id.into(),
            body: body.into(),
        }
    }
}

impl Operation for AssignProvider {
    const INFO: &'static Info = &Info {
        id: "assignProvider",
        method: Method::POST,
        path: "/providers/{id}/assignees/{tenant_id}",
        consumes: &["application/json"],
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.path(&self.tenant_id, Style::Comma);
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for AssignProvider {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let tenant_id = from.path("tenant_id", Style::Comma);
        let body = from.optional_json();
        let it = Self {
            id: id?,
            tenant_id: tenant_id?,
            body: body?,
        };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}

#[cfg(feature = "server")]
impl Checked for AssignProvider {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Destroy a provider assignee: `POST /providers/{id}/assignees/{tenant_id}/destroy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DestroyProviderAssignee {
    /// The unique ID of the provider.
    pub id: String,
    /// The unique ID of the tenant.
    pub tenant_id: String,
}

impl DestroyProviderAssignee {
    /// With what is required.
    pub fn new(id: impl Into<String>, tenant_id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            tenant_id: tenant_id.into(),
        }
    }
}

impl Operation for DestroyProviderAssignee {
    const INFO: &'static Info = &Info {
        id: "destroyProviderAssignee",
        method: Method::POST,
        path: "/providers/{id}/assignees/{tenant_id}/destroy",
        success: &[Statuses::Status(204)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
        to.path(&self.tenant_id, Style::Comma);
    }
    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "server")]
impl Served for DestroyProviderAssignee {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        let tenant_id = from.path("tenant_id", Style::Comma);
        Some(Self {
            id: id?,
            tenant_id: tenant_id?,
        })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}
