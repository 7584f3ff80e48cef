//! The whole knowledge, with its sources.

use crate::App;
use crate::http::{Caller, Ids, Params, lang_of};
use crate::problem::{Answer, Problem, Refusals};
use crate::references::{self as known, Reader};
use crate::shapes::{ReferenceEntry, ReferenceList, ResourceWords};
use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use serde::Deserialize;
use std::convert::Infallible;
use utoipa::IntoParams;

/// What to look for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Words of the label, the id, the synonyms.
    q: Option<String>,
    /// resource, pathway, figure, waste-code, activity, plant, sharing, prohibition, rubric or source.
    kind: Option<String>,
}

/// The language of a request.
pub(super) struct InLang(pub(super) wording::Lang);

impl<S: Send + Sync> FromRequestParts<S> for InLang {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(lang_of(parts)))
    }
}

fn reader(app: &App, lang: wording::Lang) -> Reader<'_> {
    Reader { reference: app.reference(), lang, day: app.now().date_naive() }
}

/// Searches the knowledge.
#[utoipa::path(get, path = "/reference", tag = "reference", params(Asked), responses((status = 200, body = ReferenceList), Refusals))]
pub(super) async fn search(
    State(app): State<App>,
    _: Caller,
    InLang(lang): InLang,
    Params(asked): Params<Asked>,
) -> Json<ReferenceList> {
    let kind = asked.kind.as_deref().filter(|kind| !kind.is_empty());
    Json(known::search(&reader(&app, lang), asked.q.as_deref().unwrap_or_default(), kind))
}

/// The words of all resources, for a device that will be without network.
#[utoipa::path(get, path = "/reference/words", tag = "reference", responses((status = 200, body = Vec<ResourceWords>), Refusals))]
pub(super) async fn words(
    State(app): State<App>,
    _: Caller,
    InLang(lang): InLang,
) -> Json<Vec<ResourceWords>> {
    Json(known::words(app.reference(), lang))
}

/// One entry.
#[utoipa::path(get, path = "/reference/{kind}/{id}", tag = "reference",
    params(("kind" = String, Path), ("id" = String, Path)), responses((status = 200, body = ReferenceEntry), Refusals))]
pub(super) async fn get(
    State(app): State<App>,
    _: Caller,
    InLang(lang): InLang,
    Ids(names): Ids<(String, String)>,
) -> Answer<Json<ReferenceEntry>> {
    let (kind, id) = names;
    known::entry(&reader(&app, lang), &kind, &id).map(Json).ok_or_else(Problem::missing)
}
