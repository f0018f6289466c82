//! The same server as a careful person writes it with axum and serde: routes, a bearer check, JSON both ways, and every
//! constraint of a new tenant, all that is broken told at once.
//!
//! Its structs are the generated ones with serde's derives, and its pattern is matched by `regex`, which is what people
//! reach for. Deliberately missing is what the document does not ask for:
//! `Accept`, limits of time and of headers, and panics are left to axum, which minds none of them.

mod checks;

use std::sync::{Arc, RwLock};

use axum::body::Bytes;
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Serialize;

use super::requests::{NETWORK, TENANT_ID, TOKEN};
use crate::codec::twin::{CreateTenantRequest, CreatedResource, NetworkConfiguration};
use checks::Violation;

type Shared = Arc<RwLock<Option<NetworkConfiguration>>>;

/// The server under `/api`.
pub fn app() -> Router {
    let network = serde_json::from_str(NETWORK).ok();
    let shared: Shared = Arc::new(RwLock::new(network));
    let api = Router::new()
        .route("/network", get(network_configuration))
        .route("/tenants", post(create_tenant))
        .with_state(shared);
    Router::new().nest("/api", api)
}

async fn network_configuration(
    _: Admin,
    State(network): State<Shared>,
) -> Result<Json<NetworkConfiguration>, Refusal> {
    let network = network.read().map_err(|_| Refusal::internal())?;
    network
        .as_ref()
        .map(copy)
        .map(Json)
        .ok_or_else(Refusal::internal)
}

/// The twins have serde's derives and no others.
fn copy(it: &NetworkConfiguration) -> NetworkConfiguration {
    NetworkConfiguration {
        web_domain: it.web_domain.clone(),
        private_ipv4: it.private_ipv4.clone(),
        public_ipv4: it.public_ipv4.clone(),
        enable_ipv6: it.enable_ipv6,
        private_ipv6: it.private_ipv6.clone(),
        public_ipv6: it.public_ipv6.clone(),
        primary_dns_server: it.primary_dns_server.clone(),
        secondary_dns_server: it.secondary_dns_server.clone(),
    }
}

async fn create_tenant(
    _: Admin,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<CreatedResource>), Refusal> {
    let media = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    if !media.is_some_and(|it| it.starts_with("application/json")) {
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let tenant: CreateTenantRequest = serde_json::from_slice(&body).map_err(Refusal::unreadable)?;
    let violations = checks::check(&tenant);
    if !violations.is_empty() {
        return Err(Refusal::broken(violations));
    }
    std::hint::black_box(tenant);
    let created = CreatedResource {
        id: Some(TENANT_ID.to_owned()),
    };
    Ok((StatusCode::CREATED, Json(created)))
}

/// Whoever shows the token.
struct Admin;

impl<S: Sync> FromRequestParts<S> for Admin {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let shown = parts.headers.get(AUTHORIZATION);
        let shown = shown.and_then(|it| it.to_str().ok()?.strip_prefix("Bearer "));
        match shown == Some(TOKEN) {
            true => Ok(Self),
            false => Err(Refusal::new(StatusCode::UNAUTHORIZED)),
        }
    }
}

/// RFC 9457.
#[derive(Serialize)]
struct Refusal {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Violation>,
}

impl Refusal {
    fn new(status: StatusCode) -> Self {
        Self {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            detail: None,
            errors: Vec::new(),
        }
    }

    fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn unreadable(error: serde_json::Error) -> Self {
        let status = match error.is_data() {
            true => StatusCode::UNPROCESSABLE_ENTITY,
            false => StatusCode::BAD_REQUEST,
        };
        Self {
            detail: Some(error.to_string()),
            ..Self::new(status)
        }
    }

    fn broken(errors: Vec<Violation>) -> Self {
        Self {
            errors,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        let problem = HeaderValue::from_static("application/problem+json");
        headers.insert(CONTENT_TYPE, problem);
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
