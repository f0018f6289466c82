//! The constraints of a new tenant, as its schema has them.

use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;

use crate::codec::twin::{
    ContactAppendType, ContactMatchType, CreateTenantRequest, EventAuth, EventHook,
};

#[derive(Serialize)]
pub struct Violation {
    pointer: String,
    detail: String,
}

static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("[a-z0-9]{6,64}").ok());

const BODY: &str = "/body";

/// Everything that is wrong.
pub fn check(it: &CreateTenantRequest) -> Vec<Violation> {
    let mut found = Found(Vec::new());
    found.length(BODY, "name", Some(&it.name), 1, 1024);
    found.length(BODY, "domain", Some(&it.domain), 1, 280);
    found.length(BODY, "website", it.website.as_deref(), 0, 255);
    found.least(BODY, "max_extensions", it.max_extensions, 0);
    found.least(BODY, "max_concurrent_calls", it.max_concurrent_calls, 0);
    found.least(BODY, "max_ring_groups", it.max_ring_groups, 0);
    found.least(
        BODY,
        "max_virtual_receptionists",
        it.max_virtual_receptionists,
        0,
    );
    found.least(BODY, "max_call_queues", it.max_call_queues, 0);
    found.least(BODY, "max_conference_rooms", it.max_conference_rooms, 0);
    found.least(BODY, "recording_retention", it.recording_retention, 1);
    found.least(BODY, "call_report_retention", it.call_report_retention, 1);
    found.least(BODY, "log_retention", it.log_retention, 1);
    found.least(BODY, "temp_file_retention", it.temp_file_retention, 1);
    if let Some(hook) = &it.cdr_event {
        found.hook("/body/cdr_event", hook);
    }
    if let Some(hook) = &it.extension_event {
        found.hook("/body/extension_event", hook);
    }
    if let Some(ContactMatchType::Unknown(_)) = it.contact_match_type {
        found.push(BODY, "contact_match_type", "is not a known value");
    }
    found.least(BODY, "contact_match_length", it.contact_match_length, 0);
    if let Some(ContactAppendType::Unknown(_)) = it.contact_append_type {
        found.push(BODY, "contact_append_type", "is not a known value");
    }
    let interval = it.contact_update_interval;
    if interval.is_some_and(|it| !(1..=43200).contains(&it)) {
        found.push(BODY, "contact_update_interval", "is not from 1 to 43200");
    }
    found.0
}

struct Found(Vec<Violation>);

impl Found {
    fn push(&mut self, at: &str, name: &str, detail: impl Into<String>) {
        self.0.push(Violation {
            pointer: format!("{at}/{name}"),
            detail: detail.into(),
        });
    }

    fn length(&mut self, at: &str, name: &str, text: Option<&str>, min: usize, max: usize) {
        let length = text.map(|it| it.chars().count());
        if length.is_some_and(|it| it < min) {
            self.push(at, name, format!("is shorter than {min}"));
        }
        if length.is_some_and(|it| it > max) {
            self.push(at, name, format!("is longer than {max}"));
        }
    }

    fn least(&mut self, at: &str, name: &str, number: Option<impl Into<i64>>, min: i64) {
        if number.is_some_and(|it| it.into() < min) {
            self.push(at, name, format!("is less than {min}"));
        }
    }

    fn pattern(&mut self, at: &str, name: &str, text: Option<&str>) {
        let (Some(pattern), Some(text)) = (NAME.as_ref(), text) else {
            return;
        };
        if !pattern.is_match(text) {
            self.push(at, name, format!("does not match {}", pattern.as_str()));
        }
    }

    fn hook(&mut self, at: &str, hook: &EventHook) {
        if let Some(EventAuth::Unknown(_)) = hook.auth {
            self.push(at, "auth", "is not a known value");
        }
        for (name, text, min, max) in [
            ("username", &hook.username, 6, 64),
            ("password", &hook.password, 6, 64),
            ("url", &hook.url, 1, 128),
        ] {
            self.length(at, name, text.as_deref(), min, max);
            self.pattern(at, name, text.as_deref());
        }
    }
}
