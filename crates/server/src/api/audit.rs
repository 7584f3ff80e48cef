//! What was done and what is under way: for administrators of a territory or of the installation.

use super::admin::{Asked, needs_admin};
use crate::App;
use crate::http::{Caller, Params};
use crate::problem::{Answer, Refusals};
use crate::shapes::{AuditLine, AuditPage, Job};
use axum::Json;
use axum::extract::State;
use store::AuditFilter;

/// Lines of the audit log on a page.
const LINES: i64 = 100;

/// Who changed what, newest first, and whether the chain holds. Values stay out: they may be personal or confidential.
#[utoipa::path(get, path = "/admin/audit", tag = "admin", params(Asked), responses((status = 200, body = AuditPage), Refusals))]
pub(super) async fn audit(
    State(app): State<App>,
    caller: Caller,
    Params(asked): Params<Asked>,
) -> Answer<Json<AuditPage>> {
    needs_admin(&app, &caller, &asked.territory).await?;
    let filter = AuditFilter { before: asked.before, ..AuditFilter::default() };
    let lines = app.store().audit(&asked.territory, &filter, LINES).await?;
    let full = i64::try_from(lines.len()).is_ok_and(|count| count >= LINES);
    let next = lines.last().map(|line| line.version).filter(|_| full);
    let intact = app.store().verify_audit(&asked.territory).await?.broken.is_none();
    let people = app.store().people().await?;
    let name = |author: &str| {
        let known = people.iter().find(|person| person.id.as_str() == author);
        known.map_or_else(|| author.to_owned(), |person| person.name.clone())
    };
    let row = |line: store::AuditLine| {
        let what = match (&line.before, &line.after) {
            (None, Some(_)) => "created",
            (Some(_), None) => "deleted",
            _ => "changed",
        };
        AuditLine {
            at: line.at.to_rfc3339(),
            by: name(&line.author),
            what: what.to_owned(),
            kind: line.kind.to_string(),
            id: line.id,
            version: line.version,
        }
    };
    Ok(Json(AuditPage { lines: lines.into_iter().map(row).collect(), intact, next }))
}

/// The last jobs of a territory.
#[utoipa::path(get, path = "/admin/jobs", tag = "admin", params(Asked), responses((status = 200, body = Vec<Job>), Refusals))]
pub(super) async fn jobs(
    State(app): State<App>,
    caller: Caller,
    Params(asked): Params<Asked>,
) -> Answer<Json<Vec<Job>>> {
    needs_admin(&app, &caller, &asked.territory).await?;
    let jobs = app.store().jobs(Some(&asked.territory), 100).await?;
    Ok(Json(jobs.iter().map(crate::jobs::shown).collect()))
}
