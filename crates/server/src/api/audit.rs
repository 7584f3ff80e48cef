//! What was done: for administrators of a territory or of the installation.

use super::admin::{Asked, needs_admin};
use super::change;
use super::jobs_list::Names;
use super::reference::InLang;
use crate::App;
use crate::http::{Caller, Params};
use crate::problem::{Answer, Refusals};
use crate::shapes::{AuditLine, AuditPage};
use axum::Json;
use axum::extract::State;
use store::AuditFilter;

/// Lines of the audit log on a page.
const LINES: i64 = 100;

/// Who changed what, newest first, and whether the chain holds: names, and what was and is; of contacts only that they changed.
#[utoipa::path(get, path = "/admin/audit", tag = "admin", params(Asked), responses((status = 200, body = AuditPage), Refusals))]
pub(super) async fn audit(
    State(app): State<App>,
    caller: Caller,
    InLang(lang): InLang,
    Params(asked): Params<Asked>,
) -> Answer<Json<AuditPage>> {
    needs_admin(&app, &caller, &asked.territory).await?;
    let filter = AuditFilter { before: asked.before, ..AuditFilter::default() };
    let lines = app.store().audit(&asked.territory, &filter, LINES).await?;
    let full = i64::try_from(lines.len()).is_ok_and(|count| count >= LINES);
    let next = lines.last().map(|line| line.version).filter(|_| full);
    let intact = app.store().verify_audit(&asked.territory).await?.broken.is_none();
    let people = Names::read(&app, &asked.territory).await?;
    let row = |line: store::AuditLine| AuditLine {
        at: line.at.to_rfc3339(),
        by: people.person(&line.author),
        said: change::said(lang, &line),
        here: line.after.is_some(),
        kind: line.kind.to_string(),
        name: change::name(&line, &people),
        changes: change::changes(&line),
        id: line.id,
        version: line.version,
    };
    Ok(Json(AuditPage { lines: lines.into_iter().map(row).collect(), intact, next }))
}
