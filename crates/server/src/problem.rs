//! Errors as `application/problem+json` (RFC 9457): what went wrong, which field, what would be right.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// Why a request was not answered.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Problem {
    /// HTTP status.
    pub status: u16,
    /// In a few words.
    pub title: String,
    /// What would be right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The field at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// On 409: the record as it is now, with its revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub present: Option<serde_json::Value>,
}

/// What a handler gives.
pub type Answer<T> = Result<T, Problem>;

impl Problem {
    /// A problem with only a title.
    pub fn new(status: StatusCode, title: impl Into<String>) -> Self {
        Self { status: status.as_u16(), title: title.into(), detail: None, field: None, present: None }
    }

    /// A field that cannot be taken as it is (422).
    pub fn field(field: &str, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            field: Some(field.to_owned()),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "Valeur refusée")
        }
    }

    /// Nobody is logged in (401).
    pub fn nobody() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Connexion nécessaire")
    }

    /// Not for this role (403).
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "Ce rôle ne le permet pas")
    }

    /// Not there, or not to be seen: the same for who may not see it (404).
    pub fn missing() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Introuvable")
    }

    /// The request cannot be read (400).
    pub fn unreadable(detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..Self::new(StatusCode::BAD_REQUEST, "Demande illisible") }
    }

    /// Somebody else was faster (409).
    pub fn conflict(present: serde_json::Value) -> Self {
        Self {
            detail: Some(
                "quelqu'un a modifié cette fiche entre-temps ; relisez-la puis recommencez".to_owned(),
            ),
            present: Some(present),
            ..Self::new(StatusCode::CONFLICT, "Modifié entre-temps")
        }
    }

    /// Our own fault (500); the cause goes to the log, not to the reader.
    pub fn internal(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(%cause, "request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "Erreur du serveur")
    }

    /// The same with what would be right.
    #[must_use]
    pub fn because(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}

impl From<store::StoreError> for Problem {
    fn from(error: store::StoreError) -> Self {
        use store::StoreError::{Conflict, Exists, Missing, Refused};
        match error {
            Conflict(conflict) => {
                let present = conflict.present.map(|record| {
                    let mut body = record.body;
                    if let Some(fields) = body.as_object_mut() {
                        fields.insert("revision".to_owned(), record.revision.into());
                    }
                    body
                });
                Self::conflict(present.unwrap_or_default())
            }
            Missing { .. } => Self::missing().because(error.to_string()),
            Exists { .. } => Self::new(StatusCode::CONFLICT, "Existe déjà").because(error.to_string()),
            Refused(detail) => Self::field("body", detail),
            other => Self::internal(&other),
        }
    }
}

/// What any request may be answered instead, for the OpenAPI document.
#[derive(utoipa::IntoResponses)]
#[expect(dead_code, reason = "only its documentation is used")]
pub(crate) enum Refusals {
    /// The request cannot be read.
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(Problem),
    /// Nobody is logged in.
    #[response(status = 401, content_type = "application/problem+json")]
    Nobody(Problem),
    /// Not for this role, or from another site.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(Problem),
    /// Not there, or not to be seen.
    #[response(status = 404, content_type = "application/problem+json")]
    Missing(Problem),
    /// Somebody else was faster: `present` is the record as it is now.
    #[response(status = 409, content_type = "application/problem+json")]
    Conflict(Problem),
    /// Larger than what is taken.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// Not JSON.
    #[response(status = 415, content_type = "application/problem+json")]
    Media(Problem),
    /// A value cannot be taken; `field` says which.
    #[response(status = 422, content_type = "application/problem+json")]
    Refused(Problem),
    /// Too often.
    #[response(status = 429, content_type = "application/problem+json")]
    TooOften(Problem),
}
