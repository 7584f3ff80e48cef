//! Errors as `application/problem+json` (RFC 9457): what went wrong, which field, what would be right.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::Message;
use serde::Serialize;
use utoipa::ToSchema;
use wording::Lang;

/// What a refusal says, before it is known to whom.
#[derive(Clone, Debug, PartialEq)]
pub enum Text {
    /// A message of the locales.
    Message(Box<Message>),
    /// What a library says of a request that no page sends: as it came.
    Told(String),
}

impl Text {
    /// In the reader's language.
    pub fn said(&self, lang: Lang) -> String {
        match self {
            Self::Message(message) => wording::said(lang, message),
            Self::Told(text) => text.clone(),
        }
    }
}

/// The key of a message without arguments.
impl From<&'static str> for Text {
    fn from(key: &'static str) -> Self {
        Self::Message(Box::new(Message::new(key)))
    }
}

impl From<Message> for Text {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// Why a request was not answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// HTTP status.
    pub status: u16,
    /// In a few words.
    pub title: Text,
    /// What would be right.
    pub detail: Option<Text>,
    /// The field at fault.
    pub field: Option<String>,
    /// On 409: the record as it is now, with its revision.
    pub present: Option<serde_json::Value>,
}

/// Why a request was not answered, in the reader's language.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemView {
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
    pub fn new(status: StatusCode, title: impl Into<Text>) -> Self {
        Self { status: status.as_u16(), title: title.into(), detail: None, field: None, present: None }
    }

    /// A field that cannot be taken as it is (422).
    pub fn field(field: &str, detail: impl Into<Text>) -> Self {
        Self {
            detail: Some(detail.into()),
            field: Some(field.to_owned()),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "refusal-value")
        }
    }

    /// Nobody is logged in (401).
    pub fn nobody() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "refusal-nobody")
    }

    /// Not for this role (403).
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "refusal-forbidden")
    }

    /// Not there, or not to be seen: the same for who may not see it (404).
    pub fn missing() -> Self {
        Self::new(StatusCode::NOT_FOUND, "refusal-missing")
    }

    /// The request cannot be read (400).
    pub fn unreadable(detail: String) -> Self {
        Self { detail: Some(Text::Told(detail)), ..Self::new(StatusCode::BAD_REQUEST, "refusal-unreadable") }
    }

    /// Somebody else was faster (409).
    pub fn conflict(present: serde_json::Value) -> Self {
        Self {
            detail: Some("refusal-conflict-how".into()),
            present: Some(present),
            ..Self::new(StatusCode::CONFLICT, "refusal-conflict")
        }
    }

    /// Our own fault (500); the cause goes to the log, not to the reader.
    pub fn internal(cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(%cause, "request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "refusal-internal")
    }

    /// The same with what would be right.
    #[must_use]
    pub fn because(mut self, detail: impl Into<Text>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

impl Problem {
    /// The refusal in the reader's language.
    pub(crate) fn told(&self, lang: Lang) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let view = ProblemView {
            status: self.status,
            title: self.title.said(lang),
            detail: self.detail.as_ref().map(|detail| detail.said(lang)),
            field: self.field.clone(),
            present: self.present.clone(),
        };
        let mut response = (status, Json(view)).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}

/// Title and detail in French, for a program's log.
impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.title.said(Lang::Fr))?;
        self.detail.iter().try_for_each(|detail| write!(f, " : {}", detail.said(Lang::Fr)))
    }
}

/// Who reads it is known further out: [`crate::http::speak`] says it again in the language that was asked for.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.told(Lang::Fr);
        response.extensions_mut().insert(self);
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
            Missing { id, .. } => Self::missing().because(Message::new("refusal-missing-id").with("id", id)),
            Exists { id, .. } => {
                let taken = Message::new("refusal-exists-id").with("id", id);
                Self::new(StatusCode::CONFLICT, "refusal-exists").because(taken)
            }
            Refused(detail) => Self::field("body", Text::Told(detail)),
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
    Unreadable(ProblemView),
    /// Nobody is logged in.
    #[response(status = 401, content_type = "application/problem+json")]
    Nobody(ProblemView),
    /// Not for this role, or from another site.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(ProblemView),
    /// Not there, or not to be seen.
    #[response(status = 404, content_type = "application/problem+json")]
    Missing(ProblemView),
    /// Somebody else was faster: `present` is the record as it is now.
    #[response(status = 409, content_type = "application/problem+json")]
    Conflict(ProblemView),
    /// Larger than what is taken.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(ProblemView),
    /// Not JSON.
    #[response(status = 415, content_type = "application/problem+json")]
    Media(ProblemView),
    /// A value cannot be taken; `field` says which.
    #[response(status = 422, content_type = "application/problem+json")]
    Refused(ProblemView),
    /// Too often.
    #[response(status = 429, content_type = "application/problem+json")]
    TooOften(ProblemView),
}
