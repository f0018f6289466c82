//! Operations tagged Tenant.

use crate::models::{
    CreateHolidayRequest, CreatedHoliday, CurrentTenant, Holiday, HolidayList, PasswordPolicy,
    TenantStatus, UpdateHolidayRequest, UpdateSettingsRequest, VoicemailServer,
};
use crate::runtime::answer::{Answer, DecodeError};
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

/// Retrieve current configurations: `GET /tenant`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShowCurrentConfigurations {}

impl Operation for ShowCurrentConfigurations {
    const INFO: &'static Info = &Info {
        id: "showCurrentConfigurations",
        method: Method::GET,
        path: "/tenant",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = CurrentTenant;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<CurrentTenant, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowCurrentConfigurations {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: CurrentTenant) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update a tenant: `POST /tenant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateSettings {
    /// The body of the request.
    pub body: Option<UpdateSettingsRequest>,
}

impl UpdateSettings {
    /// With what is required.
    pub fn new(body: impl Into<Option<UpdateSettingsRequest>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for UpdateSettings {
    const INFO: &'static Info = &Info {
        id: "updateSettings",
        method: Method::POST,
        path: "/tenant",
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
impl Served for UpdateSettings {
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
impl Checked for UpdateSettings {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Retrieve current tenant status: `GET /tenant/status`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RetrieveCurrentTenantStatus {}

impl Operation for RetrieveCurrentTenantStatus {
    const INFO: &'static Info = &Info {
        id: "retrieveCurrentTenantStatus",
        method: Method::GET,
        path: "/tenant/status",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = TenantStatus;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<TenantStatus, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveCurrentTenantStatus {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: TenantStatus) -> Answer {
        Answer::json(200, &output)
    }
}

/// Retrieve tenant password policy: `GET /tenant/password_policy`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RetrieveTenantPasswordPolicy {}

impl Operation for RetrieveTenantPasswordPolicy {
    const INFO: &'static Info = &Info {
        id: "retrieveTenantPasswordPolicy",
        method: Method::GET,
        path: "/tenant/password_policy",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = PasswordPolicy;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<PasswordPolicy, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for RetrieveTenantPasswordPolicy {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: PasswordPolicy) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update tenant password policy: `POST /tenant/password_policy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateTenantPasswordPolicy {
    /// The body of the request.
    pub body: Option<PasswordPolicy>,
}

impl UpdateTenantPasswordPolicy {
    /// With what is required.
    pub fn new(body: impl Into<Option<PasswordPolicy>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for UpdateTenantPasswordPolicy {
    const INFO: &'static Info = &Info {
        id: "updateTenantPasswordPolicy",
        method: Method::POST,
        path: "/tenant/password_policy",
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
impl Served for UpdateTenantPasswordPolicy {
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
impl Checked for UpdateTenantPasswordPolicy {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Retrieve voicemail server: `GET /voicemail`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ShowVoicemailServer {}

impl Operation for ShowVoicemailServer {
    const INFO: &'static Info = &Info {
        id: "showVoicemailServer",
        method: Method::GET,
        path: "/voicemail",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = VoicemailServer;
    type Error = ();

    fn encode(self, _: &mut Encoder) {}
    #[inline]
    fn decode_answer(answer: Answer) -> Result<VoicemailServer, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowVoicemailServer {
    fn decode(_: &mut Decoder<'_>) -> Option<Self> {
        Some(Self {})
    }
    fn encode_answer(output: VoicemailServer) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update voicemail server: `POST /voicemail`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateVoicemailServer {
    /// The body of the request.
    pub body: Option<VoicemailServer>,
}

impl UpdateVoicemailServer {
    /// With what is required.
    pub fn new(body: impl Into<Option<VoicemailServer>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for UpdateVoicemailServer {
    const INFO: &'static Info = &Info {
        id: "updateVoicemailServer",
        method: Method::POST,
        path: "/voicemail",
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
impl Served for UpdateVoicemailServer {
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
impl Checked for UpdateVoicemailServer {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// List holidays: `GET /holidays`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListHolidays {
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

impl Operation for ListHolidays {
    const INFO: &'static Info = &Info {
        id: "listHolidays",
        method: Method::GET,
        path: "/holidays",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = HolidayList;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.query("filter", &self.filter, Style::Exploded);
        to.query("search", &self.search, Style::Exploded);
        to.query("orderby", &self.orderby, Style::Exploded);
        to.query("skip", &self.skip, Style::Exploded);
        to.query("top", &self.top, Style::Exploded);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<HolidayList, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ListHolidays {
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
    fn encode_answer(output: HolidayList) -> Answer {
        Answer::json(200, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for ListHolidays {
    fn check(&self, c: &mut Check) {
        c.within("query", &mut |c| {
            c.integer("skip", self.skip.map(i128::from), Some(0), None);
            c.integer("top", self.top.map(i128::from), Some(1), Some(100));
        });
    }
}

/// Create a new holiday: `POST /holidays`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateHoliday {
    /// The body of the request.
    pub body: Option<CreateHolidayRequest>,
}

impl CreateHoliday {
    /// With what is required.
    pub fn new(body: impl Into<Option<CreateHolidayRequest>>) -> Self {
        Self { body: body.into() }
    }
}

impl Operation for CreateHoliday {
    const INFO: &'static Info = &Info {
        id: "createHoliday",
        method: Method::POST,
        path: "/holidays",
        consumes: &["application/json"],
        produces: &["application/json"],
        success: &[Statuses::Status(201)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = CreatedHoliday;
    type Error = ();

    #[inline]
    fn encode(self, to: &mut Encoder) {
        if let Some(body) = &self.body {
            to.json(body);
        }
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<CreatedHoliday, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for CreateHoliday {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.optional_json();
        let it = Self { body: body? };
        from.check(&it);
        Some(it)
    }
    fn encode_answer(output: CreatedHoliday) -> Answer {
        Answer::json(201, &output)
    }
}

#[cfg(feature = "server")]
impl Checked for CreateHoliday {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Retrieve a holiday: `GET /holidays/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShowHoliday {
    /// The unique ID of the holiday.
    pub id: String,
}

impl ShowHoliday {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for ShowHoliday {
    const INFO: &'static Info = &Info {
        id: "showHoliday",
        method: Method::GET,
        path: "/holidays/{id}",
        produces: &["application/json"],
        success: &[Statuses::Status(200)],
        errors: &[Statuses::Range(4)],
        security: NEEDS_BEARER,
        ..Info::PLAIN
    };
    type Output = Holiday;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.path(&self.id, Style::Comma);
    }
    #[inline]
    fn decode_answer(answer: Answer) -> Result<Holiday, DecodeError> {
        answer.read_json()
    }
}

#[cfg(feature = "server")]
impl Served for ShowHoliday {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(output: Holiday) -> Answer {
        Answer::json(200, &output)
    }
}

/// Update a holiday: `POST /holidays/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateHoliday {
    /// The unique ID of the holiday.
    pub id: String,
    /// The body of the request.
    pub body: Option<UpdateHolidayRequest>,
}

impl UpdateHoliday {
    /// With what is required.
    pub fn new(id: impl Into<String>, body: impl Into<Option<UpdateHolidayRequest>>) -> Self {
        Self {
            id: id.into(),
            body: body.into(),
        }
    }
}

impl Operation for UpdateHoliday {
    const INFO: &'static Info = &Info {
        id: "updateHoliday",
        method: Method::POST,
        path: "/holidays/{id}",
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
impl Served for UpdateHoliday {
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
impl Checked for UpdateHoliday {
    fn check(&self, c: &mut Check) {
        c.object("body", self.body.as_ref().map(|it| it as _));
    }
}

/// Destroy a holiday: `POST /holidays/{id}/destroy`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteHoliday {
    /// The unique ID of the holiday.
    pub id: String,
}

impl DeleteHoliday {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for DeleteHoliday {
    const INFO: &'static Info = &Info {
        id: "deleteHoliday",
        method: Method::POST,
        path: "/holidays/{id}/destroy",
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
impl Served for DeleteHoliday {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let id = from.path("id", Style::Comma);
        Some(Self { id: id? })
    }
    fn encode_answer(_: ()) -> Answer {
        Answer::empty(204)
    }
}
