//! Sites: the list and the sheet.

use super::actors::LEADS;
use crate::http::{Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::{Facets, SiteList, SiteSheet};
use crate::view::{
    contact, evidence, facets, flows_by_side, lead_rows, paged, site_row, slug, visit_line, visit_note,
};
use axum::Json;
use axum::response::Response;
use classify::fold;
use model::{Site, SiteId};
use serde::Deserialize;
use store::Kind;
use utoipa::IntoParams;

/// What to list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Words of the name, the commune, the zone, the activity.
    q: Option<String>,
    /// Kind of its actor.
    kind: Option<String>,
    /// Zone.
    zone: Option<String>,
    /// Commune.
    commune: Option<String>,
    /// Actor.
    actor: Option<String>,
    /// Where the page begins.
    after: Option<String>,
    /// Rows, 1 to 1000.
    limit: Option<usize>,
}

/// Sites by name.
#[utoipa::path(get, path = "/territories/{t}/sites", tag = "sites", params(("t" = String, Path), Asked),
    responses((status = 200, body = SiteList), Refusals))]
pub(super) async fn list(desk: Desk, Params(asked): Params<Asked>) -> Answer<Response> {
    desk.once("application/json", move |desk| Ok(listed(desk, &asked))).await
}

fn listed(desk: &Desk, asked: &Asked) -> SiteList {
    let mut found: Vec<&Site> =
        desk.page.territory().sites.iter().filter(|site| answers(desk, site, asked)).collect();
    found.sort_by_cached_key(|site| fold(&site.name));
    let label = |kind: &str| desk.say(&format!("actor-{kind}"), &[]);
    let facets = Facets::from([
        ("kind".to_owned(), facets(found.iter().filter_map(|site| kind(desk, site)), label)),
        ("zone".to_owned(), facets(found.iter().filter_map(|site| site.zone.clone()), ToOwned::to_owned)),
        (
            "commune".to_owned(),
            facets(found.iter().filter_map(|site| site.commune.clone()), ToOwned::to_owned),
        ),
    ]);
    let (total, page, next) = paged(found, asked.after.as_deref(), asked.limit);
    let sites = page.into_iter().map(|site| site_row(desk, site)).collect();
    SiteList { total, sites, next, facets }
}

fn kind(desk: &Desk, site: &Site) -> Option<String> {
    let actor = desk.page.actors.get(&site.actor)?;
    Some(slug(&desk.page.territory().actors.get(*actor)?.kind))
}

fn answers(desk: &Desk, site: &Site, asked: &Asked) -> bool {
    let is = |wanted: &Option<String>, value: Option<&str>| {
        wanted.as_ref().filter(|w| !w.is_empty()).is_none_or(|w| Some(w.as_str()) == value)
    };
    let words = fold(asked.q.as_deref().unwrap_or_default());
    let code = site.activity.as_ref().map(ToString::to_string);
    let parts = [
        Some(&site.name),
        site.commune.as_ref(),
        site.zone.as_ref(),
        site.activity_label.as_ref(),
        code.as_ref(),
    ];
    let text = fold(&parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" "));
    is(&asked.kind, kind(desk, site).as_deref())
        && is(&asked.zone, site.zone.as_deref())
        && is(&asked.commune, site.commune.as_deref())
        && is(&asked.actor, Some(site.actor.as_str()))
        && words.split_whitespace().all(|word| text.contains(word))
}

/// A site's sheet.
#[utoipa::path(get, path = "/territories/{t}/sites/{id}", tag = "sites",
    params(("t" = String, Path), ("id" = String, Path)), responses((status = 200, body = SiteSheet), Refusals))]
pub(super) async fn get(desk: Desk, Id(id): Id) -> Answer<Json<SiteSheet>> {
    let (page, id) = (&desk.page, SiteId::from(id));
    let site = page.site(&id).ok_or_else(Problem::missing)?;
    let flows = page.flows_of.get(&id).into_iter().flatten().map(|&ix| &page.territory().flows[ix]);
    let (flows_in, flows_out, flows_shared) = flows_by_side(&desk, flows);
    let leads = page.leads_of.get(&id).into_iter().flatten().copied();
    let whole = &page.seen.whole;
    let here = |c: &&model::Contact| c.actor == site.actor && c.site.as_ref().is_none_or(|s| *s == id);
    let editable = desk.viewer.may_edit(&site.actor);
    Ok(Json(SiteSheet {
        row: site_row(&desk, site),
        revision: desk.holding.revision(Kind::Site, id.as_str()).filter(|_| editable),
        evidence: evidence(&site.evidence),
        flows_in,
        flows_out,
        flows_shared,
        top_leads: lead_rows(&desk, leads.take(LEADS)),
        visit: whole.visits.iter().find(|visit| visit.site == id).map(|visit| visit_line(&desk, visit)),
        contacts: whole.contacts.iter().filter(here).map(|c| contact(&desk, c)).collect(),
        visits: whole.visited.iter().filter(|v| v.site == id).map(|v| visit_note(&desk, v)).collect(),
    }))
}
