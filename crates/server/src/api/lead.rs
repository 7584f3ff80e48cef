//! A lead's sheet, and the reasons for setting aside.

use crate::http::{Desk, Id};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::{LeadSheet, Reason};
use crate::view::{lead_sheet, slug};
use axum::Json;

/// The sheet of a lead, or of a synergy whose lead the analysis does not find any more.
#[utoipa::path(get, path = "/territories/{t}/leads/{id}", tag = "leads",
    params(("t" = String, Path), ("id" = String, Path)), responses((status = 200, body = LeadSheet), Refusals))]
pub(super) async fn get(desk: Desk, Id(id): Id) -> Answer<Json<LeadSheet>> {
    Ok(Json(sheet(&desk, &id).await?))
}

pub(super) async fn sheet(desk: &Desk, id: &str) -> Answer<LeadSheet> {
    let mut sheet = unsigned(desk, id).await?;
    if let Some(synergy) = sheet.synergy.as_mut().filter(|synergy| !synergy.log.is_empty()) {
        let people = desk.app.store().people().await?;
        for line in &mut synergy.log {
            if let Some(person) = people.iter().find(|person| person.id.as_str() == line.by) {
                line.by.clone_from(&person.name);
            }
        }
    }
    Ok(sheet)
}

/// The log still says who wrote by the ids of accounts.
async fn unsigned(desk: &Desk, id: &str) -> Answer<LeadSheet> {
    let deal = super::deal::of(desk, id).await?;
    if let Some(&ix) = desk.page.leads.get(id) {
        let rank = desk.page.seen.ranked.then_some(ix + 1);
        return Ok(lead_sheet(desk, &desk.page.seen.whole.leads[ix], rank, false, deal));
    }
    let copy =
        desk.page.synergy(id).and_then(|synergy| synergy.lead.as_ref()).ok_or_else(Problem::missing)?;
    Ok(lead_sheet(desk, copy, None, true, deal))
}

/// The reasons for setting aside, in the order of their number keys.
#[utoipa::path(get, path = "/territories/{t}/reasons", tag = "leads", params(("t" = String, Path)),
    responses((status = 200, body = Vec<Reason>), Refusals))]
pub(super) async fn reasons(desk: Desk) -> Json<Vec<Reason>> {
    let reason = |reason: &model::Reason| {
        let key = slug(reason);
        Reason { label: desk.say(&format!("reason-{key}"), &[]), key }
    };
    Json(model::Reason::ALL.iter().map(reason).collect())
}
