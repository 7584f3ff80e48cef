//! Territories: which there are for the reader, and how each stands.

use crate::App;
use crate::http::{Caller, Desk};
use crate::problem::{Answer, Refusals};
use crate::shapes::{Counts, Membership, TerritoryHead};
use access::Ability;
use axum::Json;
use axum::extract::State;

/// The territories one has a part in.
#[utoipa::path(get, path = "/territories", tag = "territory", responses((status = 200, body = Vec<Membership>), Refusals))]
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Answer<Json<Vec<Membership>>> {
    Ok(Json(super::me::memberships(&app, &caller.person).await?))
}

/// A territory and how far its analysis is.
#[utoipa::path(get, path = "/territories/{t}", tag = "territory", params(("t" = String, Path)),
    responses((status = 200, body = TerritoryHead), Refusals))]
pub(super) async fn get(desk: Desk) -> Json<TerritoryHead> {
    let whole = &desk.page.seen.whole;
    let territory = &whole.territory;
    let estimates = territory.flows.iter().filter(|flow| flow.evidence.is_estimate()).count();
    let may = Ability::ALL.into_iter().filter(|ability| desk.viewer.may(*ability));
    Json(TerritoryHead {
        id: desk.territory.clone(),
        name: territory.name.clone(),
        day: territory.day,
        invented: territory.invented,
        notice: territory.notice.clone(),
        version: desk.holding.version,
        analysed_version: desk.holding.analysed,
        analysing: desk.analysing,
        counts: Counts {
            actors: territory.actors.len(),
            sites: territory.sites.len(),
            flows: territory.flows.len() - estimates,
            estimates,
            leads: whole.leads.len(),
            synergies: whole.synergies.len(),
            projects: whole.projects.len(),
        },
        role: desk.viewer.role.to_string(),
        actor: desk.viewer.actor.as_ref().map(ToString::to_string),
        may: may.map(|ability| ability.as_str().to_owned()).collect(),
    })
}
