//! The JSON that codecs are measured on: the vendor's own example of a tenant, which has every member.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::folder;

pub struct Tenant {
    pub json: Vec<u8>,
    items: usize,
}

/// As the page has it, with one item in each list; and of the size that tenants in use have, with five.
pub fn both() -> Result<[Tenant; 2]> {
    let example = example("GET", "/tenants/{id}", "response_json")?;
    Ok([tenant(&example, 1)?, tenant(&example, 5)?])
}

fn tenant(example: &Value, items: usize) -> Result<Tenant> {
    let mut value = example.clone();
    repeat_items(&mut value, items);
    let json = serde_json::to_vec(&value).context("the tenant is no JSON")?;
    Ok(Tenant { json, items })
}

/// What `POST /tenants` takes, every member of it; the page's example with texts that its own constraints allow.
pub fn to_create() -> Result<Vec<u8>> {
    let mut tenant = example("POST", "/tenants", "request_body")?;
    for hook in ["cdr_event", "extension_event"] {
        tenant[hook]["username"] = "operator".into();
        tenant[hook]["password"] = "secret42".into();
        tenant[hook]["url"] = "https://hooks.example.com/pbx".into();
    }
    serde_json::to_vec(&tenant).context("the tenant is no JSON")
}

/// What the page of an operation has for an example of `what`.
fn example(method: &str, path: &str, what: &str) -> Result<Value> {
    let place = folder::specs()?.join("examples.json");
    let unreadable = || format!("could not read {}", place.display());
    let text = fs::read_to_string(&place).with_context(unreadable)?;
    let mut all: Value = serde_json::from_str(&text).with_context(unreadable)?;
    let examples = all["examples"].as_array_mut().with_context(unreadable)?;
    examples
        .iter_mut()
        .find(|it| it["method"] == method && it["path"] == path)
        .map(|it| it[what].take())
        .with_context(|| format!("{} has no {what} of {method} {path}", place.display()))
}

fn repeat_items(value: &mut Value, count: usize) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(|it| repeat_items(it, count));
            *items = vec![std::mem::take(items); count].concat();
        }
        Value::Object(members) => members.values_mut().for_each(|it| repeat_items(it, count)),
        _ => {}
    }
}

impl Tenant {
    /// `tenant of 2325 bytes, lists of 1`
    pub fn what(&self) -> String {
        format!(
            "tenant of {} bytes, lists of {}",
            self.json.len(),
            self.items
        )
    }

    /// `decode 2.3 KB`
    pub fn what_is_done(&self, verb: &str) -> String {
        format!("{verb} {:.1} KB", self.json.len() as f64 / 1e3)
    }
}
