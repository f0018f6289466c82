//! The requests that both servers are sent, and what they answer.

use std::fmt::Write;

use anyhow::{Context, Result};
use axum::body::Body;
use axum::http::Request;
use serde_json::Value;

use crate::codec::tenant;

pub const TOKEN: &str = "0123456789abcdef0123456789abcdef";
pub const TENANT_ID: &str = "NzAwNTUxOTA5NzczMTQ4MTYw";

/// What `GET /network` answers.
pub const NETWORK: &str = r#"{"web_domain":"pbx.example.com","private_ipv4":"192.168.0.10","public_ipv4":"203.0.113.10","enable_ipv6":true,"private_ipv6":"fd00::10","public_ipv6":"2001:db8::10","primary_dns_server":"192.168.0.1","secondary_dns_server":"192.168.0.2"}"#;

/// A request, to be made again and again.
#[derive(Clone)]
pub struct Call {
    pub what: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    pub body: Vec<u8>,
    /// The status of its answer.
    pub status: u16,
    /// How much of the throughput of a server by hand is asked for.
    pub goal: f64,
}

/// What is read, what is checked in full, and what is refused with everything that is wrong.
pub fn calls() -> Result<[Call; 3]> {
    let network = Call {
        what: "GET /network",
        method: "GET",
        path: "/api/network",
        body: Vec::new(),
        status: 200,
        goal: 0.95,
    };
    let tenant = Call {
        what: "POST /tenants",
        method: "POST",
        path: "/api/tenants",
        body: tenant::to_create()?,
        status: 201,
        goal: 0.85,
    };
    let wrong = Call {
        what: "POST /tenants, refused",
        body: wrong(&tenant.body)?,
        status: 422,
        ..tenant.clone()
    };
    Ok([network, tenant, wrong])
}

/// With two constraints broken.
fn wrong(tenant: &[u8]) -> Result<Vec<u8>> {
    let mut tenant: Value = serde_json::from_slice(tenant)?;
    tenant["name"] = "".into();
    tenant["max_extensions"] = (-1).into();
    serde_json::to_vec(&tenant).context("the tenant is no JSON")
}

impl Call {
    /// For a router in this process.
    pub fn request(&self) -> Result<Request<Body>> {
        let mut request = Request::builder()
            .method(self.method)
            .uri(self.path)
            .header("host", "127.0.0.1:8887")
            .header("accept", "application/json")
            .header("authorization", format!("Bearer {TOKEN}"));
        if !self.body.is_empty() {
            request = request
                .header("content-type", "application/json")
                .header("content-length", self.body.len());
        }
        Ok(request.body(self.body.clone().into())?)
    }

    /// For a connection.
    pub fn bytes(&self) -> Vec<u8> {
        let mut head = format!(
            "{} {} HTTP/1.1\r\nhost: 127.0.0.1:8887\r\naccept: application/json\r\nauthorization: Bearer {TOKEN}\r\n",
            self.method, self.path
        );
        if !self.body.is_empty() {
            // Writing to a string does not fail.
            let _ = write!(
                head,
                "content-type: application/json\r\ncontent-length: {}\r\n",
                self.body.len()
            );
        }
        head.push_str("\r\n");
        [head.as_bytes(), &self.body].concat()
    }
}
