//! Actors: the list and the sheet.

use crate::http::{Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::{ActorList, ActorSheet, Facets};
use crate::view::{
    actor_row, contact, evidence, facets, flows_by_side, lead_rows, paged, slug, visit_line, visit_note,
};
use axum::Json;
use axum::response::Response;
use classify::fold;
use model::{Actor, ActorId, Site};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};
use store::Kind;
use utoipa::IntoParams;

/// What to list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Words of the name, the commune, the zone, the activity.
    q: Option<String>,
    /// Kind.
    kind: Option<String>,
    /// Zone.
    zone: Option<String>,
    /// Beginning of an activity code.
    naf: Option<String>,
    /// Where the page begins.
    after: Option<String>,
    /// Rows, 1 to 1000.
    limit: Option<usize>,
}

/// Leads on a sheet.
pub(super) const LEADS: usize = 50;

/// Actors by name.
#[utoipa::path(get, path = "/territories/{t}/actors", tag = "actors", params(("t" = String, Path), Asked),
    responses((status = 200, body = ActorList), Refusals))]
pub(super) async fn list(desk: Desk, Params(asked): Params<Asked>) -> Answer<Response> {
    desk.once("application/json", move |desk| Ok(listed(desk, &asked))).await
}

fn listed(desk: &Desk, asked: &Asked) -> ActorList {
    let territory = desk.page.territory();
    let mut sites: HashMap<&ActorId, Vec<&Site>> = HashMap::new();
    for site in &territory.sites {
        sites.entry(&site.actor).or_default().push(site);
    }
    let none = Vec::new();
    let of = |actor: &Actor| sites.get(&actor.id).unwrap_or(&none);
    let mut found: Vec<&Actor> =
        territory.actors.iter().filter(|actor| answers(actor, of(actor), asked)).collect();
    found.sort_by_cached_key(|actor| fold(&actor.name));
    let label = |kind: &str| desk.say(&format!("actor-{kind}"), &[]);
    let zones = found
        .iter()
        .flat_map(|actor| of(actor).iter().filter_map(|site| site.zone.clone()).collect::<BTreeSet<_>>());
    let facets = Facets::from([
        ("kind".to_owned(), facets(found.iter().map(|actor| slug(&actor.kind)), label)),
        ("zone".to_owned(), facets(zones, ToOwned::to_owned)),
    ]);
    let (total, page, next) = paged(found, asked.after.as_deref(), asked.limit);
    let actors = page.into_iter().map(|actor| actor_row(desk, actor, of(actor))).collect();
    ActorList { total, actors, next, facets }
}

fn answers(actor: &Actor, sites: &[&Site], asked: &Asked) -> bool {
    let is =
        |wanted: &Option<String>, value: &str| wanted.as_ref().is_none_or(|w| w.is_empty() || w == value);
    let zone = asked
        .zone
        .as_ref()
        .is_none_or(|zone| zone.is_empty() || sites.iter().any(|site| site.zone.as_ref() == Some(zone)));
    let naf = asked.naf.as_ref().is_none_or(|naf| {
        sites.iter().any(|site| site.activity.as_ref().is_some_and(|code| code.to_string().starts_with(naf)))
    });
    is(&asked.kind, &slug(&actor.kind)) && zone && naf && says(actor, sites, asked.q.as_deref())
}

fn says(actor: &Actor, sites: &[&Site], words: Option<&str>) -> bool {
    let wanted = fold(words.unwrap_or_default());
    let mut text = actor.name.clone();
    for site in sites {
        let parts =
            [Some(&site.name), site.commune.as_ref(), site.zone.as_ref(), site.activity_label.as_ref()];
        for part in parts.into_iter().flatten() {
            text.push(' ');
            text.push_str(part);
        }
        text.push_str(&site.activity.as_ref().map(|code| format!(" {code}")).unwrap_or_default());
    }
    let text = fold(&text);
    wanted.split_whitespace().all(|word| text.contains(word))
}

/// An actor's sheet.
#[utoipa::path(get, path = "/territories/{t}/actors/{id}", tag = "actors",
    params(("t" = String, Path), ("id" = String, Path)), responses((status = 200, body = ActorSheet), Refusals))]
pub(super) async fn get(desk: Desk, Id(id): Id) -> Answer<Json<ActorSheet>> {
    let (page, id) = (&desk.page, ActorId::from(id));
    let territory = page.territory();
    let actor = page.actors.get(&id).and_then(|&ix| territory.actors.get(ix)).ok_or_else(Problem::missing)?;
    let sites: Vec<&Site> = territory.sites.iter().filter(|site| site.actor == id).collect();
    let flows = sites.iter().filter_map(|site| page.flows_of.get(&site.id)).flatten();
    let (flows_in, flows_out, flows_shared) = flows_by_side(&desk, flows.map(|&ix| &territory.flows[ix]));
    let leads: BTreeSet<usize> =
        sites.iter().filter_map(|site| page.leads_of.get(&site.id)).flatten().copied().collect();
    let is_here = |site: &model::SiteId| sites.iter().any(|known| &known.id == site);
    let whole = &page.seen.whole;
    let editable = desk.viewer.may_edit(&id);
    Ok(Json(ActorSheet {
        row: actor_row(&desk, actor, &sites),
        revision: desk.holding.revision(Kind::Actor, id.as_str()).filter(|_| editable),
        evidence: evidence(&actor.evidence),
        flows_in,
        flows_out,
        flows_shared,
        top_leads: lead_rows(&desk, leads.into_iter().take(LEADS)),
        contacts: whole.contacts.iter().filter(|c| c.actor == id).map(|c| contact(&desk, c)).collect(),
        visits: whole.visited.iter().filter(|v| is_here(&v.site)).map(|v| visit_note(&desk, v)).collect(),
        visit_lines: whole.visits.iter().filter(|v| is_here(&v.site)).map(|v| visit_line(&desk, v)).collect(),
    }))
}
