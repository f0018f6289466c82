//! The module `runtime`: copied, so that what is generated stands alone.

use super::operation::is_object;
use super::{Cx, Feature, Module, pages, sender};
use crate::ir::{
    AnswerHeader, Constraints, Content, EnumOf, FormKind, Framing, HeaderForm, Method, Param,
    RequestBody, Rule, Shape, Style, Targets, Type, TypeKind, Untagged, Via,
};
use oasmith_runtime::source::{FILES, Needs};
use proc_macro2::TokenStream;
use quote::quote;

/// The module and its files.
pub(super) fn runtime(cx: &Cx<'_>) -> Module {
    let formats = Formats::of(cx.api);
    let files = FILES.iter().filter(|file| is_part(file.needs, formats, cx));
    let files = files.map(|file| copied(file.name, file.text, feature(file.needs, formats, cx)));
    Module {
        name: "runtime".to_owned(),
        is_public: true,
        feature: None,
        docs: vec!["What the rest calls. The same for every API; copied from oasmith (SPDX: MIT OR Apache-2.0).".to_owned()],
        items: constants(cx),
        text: None,
        children: files.collect(),
    }
}

/// What an API is read by.
fn constants(cx: &Cx<'_>) -> TokenStream {
    let is_absent = cx.api.null_is_absent;
    let in_texts = cx.api.numbers_in_texts;
    quote! {
        /// Whether `null` stands for an absent member in requests, whatever a schema says.
        pub(crate) const NULL_IS_ABSENT: bool = #is_absent;

        /// Whether a number may be written as a text, `"42"`, as the document allows of some.
        pub(crate) const NUMBERS_IN_TEXTS: bool = #in_texts;
    }
}

fn copied(name: &str, text: &'static str, feature: Option<Feature>) -> Module {
    Module {
        name: name.to_owned(),
        is_public: true,
        feature,
        docs: Vec::new(),
        items: TokenStream::new(),
        text: Some(text),
        children: Vec::new(),
    }
}

fn is_part(needs: Needs, formats: Formats, cx: &Cx<'_>) -> bool {
    let targets = cx.api.targets;
    match needs {
        Needs::Always => true,
        Needs::Client => targets.client,
        Needs::Pages => targets.client && pages::are_used(cx),
        Needs::Server => targets.server,
        Needs::Decoding => targets.server || formats.decodes(),
        Needs::ClientAndServer => targets.client && targets.server,
        Needs::Mock => cx.has_mock(),
        Needs::Docs => cx.has_docs(),
        Needs::Blocking | Needs::Record | Needs::Tracing => cx.has_extras(),
        Needs::BlockingUploads => cx.has_extras() && formats.uploads,
        Needs::Serde => cx.has_serde(),
        Needs::Jiff => formats.jiff,
        Needs::Uuid => formats.uuid,
        Needs::Base64 => formats.base64,
        Needs::Unions => formats.unions,
        Needs::EventKinds => formats.event_kinds,
        Needs::Tuples => formats.tuples,
        Needs::IntegerEnums => formats.integer_enums,
        Needs::Objects => formats.objects,
        Needs::Nested => formats.nested,
        Needs::OneOrSeveral => formats.one_or_several,
        Needs::Form => formats.form,
        Needs::Multipart => formats.multipart,
        Needs::Uploads => formats.files,
        Needs::Stream => formats.stream,
        Needs::Events => targets.client && formats.events,
        Needs::Transfer => targets.client && formats.bytes || formats.uploads,
        Needs::OAuth2 => targets.client && cx.api.schemes.iter().any(|it| !it.flows.is_empty()),
        Needs::Bodies => targets.server && formats.bodies,
        Needs::Rules => targets.server && formats.rules,
        // The module for rules names them, whether or not a rule does.
        Needs::Patterns => targets.server && (formats.patterns || formats.rules),
        Needs::Formats => formats.told || targets.server && formats.asserted,
        Needs::FormatChecks => targets.server && formats.asserted,
        Needs::FormatShapes => formats.told,
        Needs::Sender => sender::is_there(cx),
        Needs::Addresses => sender::is_there(cx) && sender::addresses(cx).next().is_some(),
    }
}

fn feature(needs: Needs, formats: Formats, cx: &Cx<'_>) -> Option<Feature> {
    match needs {
        Needs::Decoding if formats.decodes() => None,
        Needs::Decoding => Some(Feature::Server),
        Needs::Formats if formats.told => None,
        // A server reads long bodies only where some operation is sent one.
        Needs::Transfer if formats.uploads => match cx.api.targets {
            // A feature that the package does not have may not be asked for.
            Targets { server: false, .. } => Some(Feature::Client),
            Targets { client: false, .. } => Some(Feature::Server),
            _ => Some(Feature::Either),
        },
        Needs::Client
        | Needs::Pages
        | Needs::OAuth2
        | Needs::Events
        | Needs::Transfer
        | Needs::Sender
        | Needs::Addresses => Some(Feature::Client),
        Needs::Blocking | Needs::BlockingUploads => Some(Feature::Blocking),
        Needs::Record => Some(Feature::Record),
        Needs::Tracing => Some(Feature::Tracing),
        Needs::Server
        | Needs::Bodies
        | Needs::Rules
        | Needs::Patterns
        | Needs::Formats
        | Needs::FormatChecks => Some(Feature::Server),
        Needs::ClientAndServer => Some(Feature::Both),
        Needs::Mock => Some(Feature::Mock),
        Needs::Docs => Some(Feature::Docs),
        Needs::Serde => Some(Feature::Serde),
        Needs::Always
        | Needs::Jiff
        | Needs::Uuid
        | Needs::Base64
        | Needs::Unions
        | Needs::EventKinds
        | Needs::Tuples
        | Needs::IntegerEnums
        | Needs::Objects
        | Needs::Nested
        | Needs::OneOrSeveral
        | Needs::Form
        | Needs::Multipart
        | Needs::Uploads
        | Needs::Stream
        | Needs::FormatShapes => None,
    }
}

/// Which types an API uses that not every API has: of other crates, and of parts of the runtime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Formats {
    pub(crate) jiff: bool,
    pub(crate) uuid: bool,
    pub(crate) base64: bool,
    pub(crate) raw: bool,
    pub(crate) unions: bool,
    pub(crate) event_kinds: bool,
    pub(crate) tuples: bool,
    /// A tuple may end before its last places.
    pub(crate) trailing: bool,
    pub(crate) integer_enums: bool,
    pub(crate) objects: bool,
    /// A parameter is one text or several, for which the module for objects is needed, too.
    pub(crate) nested: bool,
    pub(crate) one_or_several: bool,
    pub(crate) form: bool,
    pub(crate) multipart: bool,
    /// A form has files.
    pub(crate) files: bool,
    pub(crate) stream: bool,
    pub(crate) events: bool,
    pub(crate) bytes: bool,
    /// A request is long: bytes, or files.
    pub(crate) uploads: bool,
    pub(crate) bodies: bool,
    pub(crate) rules: bool,
    pub(crate) patterns: bool,
    pub(crate) asserted: bool,
    /// A format tells alternatives apart.
    pub(crate) told: bool,
}

impl Formats {
    /// Looks at every type that is emitted.
    pub(crate) fn of(api: &crate::ir::Api) -> Self {
        let mut it = Formats::default();
        for def in &api.types {
            match &def.kind {
                TypeKind::Struct(def) => {
                    def.fields.iter().for_each(|field| it.see(&field.ty));
                    it.see_rules(&def.rules);
                    let fields = def.fields.iter();
                    fields.for_each(|field| it.see_constraints(&field.constraints));
                    it.see_constraints(&def.additional_constraints);
                    def.additional.iter().for_each(|ty| it.see(ty));
                }
                TypeKind::Union(def) => {
                    it.unions = true;
                    it.event_kinds |= def.untagged == Untagged::Event;
                    def.alternatives.iter().for_each(|one| it.see(&one.ty));
                    let alternatives = def.alternatives.iter();
                    alternatives.for_each(|one| it.see_constraints(&one.constraints));
                    let mut shapes = def.alternatives.iter().flat_map(|one| &one.shapes);
                    it.told |= shapes.any(Shape::tells_by_format);
                }
                TypeKind::Enum(def) => it.integer_enums |= def.of == EnumOf::Integers,
            }
        }
        api.methods().for_each(|method| it.see_method(method));
        it
    }

    /// Whether a module reads requests that is there for clients too, since it writes them as well.
    fn decodes(self) -> bool {
        self.form || self.multipart || self.objects
    }

    fn see_method(&mut self, method: &Method) {
        method.params.iter().for_each(|it| self.see(&it.ty));
        self.nested |= method.params.iter().any(|it| it.style == Style::Nested);
        let is_one_or_several = |it: &Param| it.via == Via::OneOrSeveral;
        self.one_or_several |= method.params.iter().any(is_one_or_several);
        self.objects |= method.params.iter().any(is_object);
        let params = method.params.iter();
        params.for_each(|it| self.see_constraints(&it.constraints));
        if let Some(body) = &method.body {
            self.bodies |= matches!(body.content, Content::Choice(_));
            body.each().into_iter().for_each(|it| self.see_body(it));
        }
        let answers = method.output.answers().into_iter();
        for answer in answers.chain(method.error.answers()) {
            self.see_content(&answer.content);
            let headers = answer.headers().iter();
            headers.clone().for_each(|it| self.see(&it.ty));
            let is_object =
                |it: HeaderForm| matches!(it, HeaderForm::Members | HeaderForm::Exploded);
            self.objects |= headers.clone().any(|it| is_object(it.form));
            let is_one_or_several = |it: &AnswerHeader| it.form == HeaderForm::OneOrSeveral;
            self.one_or_several |= headers.clone().any(is_one_or_several);
            self.objects |= self.one_or_several;
        }
    }

    fn see_body(&mut self, body: &RequestBody) {
        self.see_constraints(&body.constraints);
        self.form |= body.form.is_some();
        self.see_content(&body.content);
        self.uploads |= self.files || body.content == Content::Stream;
    }

    fn see_content(&mut self, content: &Content) {
        match content {
            Content::Form(form) => {
                self.form = true;
                self.multipart |= form.kind == FormKind::Multipart;
                self.files |= form.has_files();
            }
            Content::Items(_, framing) => {
                self.stream = true;
                self.events |= matches!(framing, Framing::Events | Framing::TextEvents);
            }
            Content::Stream => self.bytes = true,
            _ => {}
        }
        content.ty().into_iter().for_each(|it| self.see(it));
    }

    fn see(&mut self, ty: &Type) {
        match ty {
            Type::DateTime | Type::Date => self.jiff = true,
            Type::Uuid => self.uuid = true,
            Type::Base64 => self.base64 = true,
            Type::Raw => self.raw = true,
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => self.see(inner),
            Type::Tuple { items, least } => {
                self.tuples = true;
                self.trailing |= *least < items.len();
                items.iter().for_each(|it| self.see(it));
            }
            _ => {}
        }
    }

    fn see_constraints(&mut self, it: &Constraints) {
        self.patterns |= it.pattern.is_some();
        self.asserted |= it.format.is_some();
        self.see_rules(&it.rules);
        it.items.iter().for_each(|it| self.see_constraints(it));
    }

    fn see_rules(&mut self, rules: &[Rule]) {
        self.rules |= !rules.is_empty();
        self.asserted |= rules.iter().any(|it| it.holds.asks_for_a_format());
    }
}
