//! Refusals in the reader's language, whoever made them.

use super::lang_of;
use crate::problem::Problem;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use wording::Lang;

/// Says a refusal again in the language that was asked for; they are made in French.
pub(crate) async fn speak(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let lang = lang_of(&parts);
    let response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions().get::<Problem>() {
        Some(problem) if lang != Lang::Fr => problem.told(lang),
        _ => response,
    }
}
