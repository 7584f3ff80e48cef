//! The list of leads.

use crate::http::{Desk, Params};
use crate::problem::{Answer, Refusals};
use crate::shapes::{Facets, LeadList};
use crate::territory::Told;
use crate::view::{facets, lead_rows, paged, slug, stage_label};
use axum::response::Response;
use classify::fold;
use model::{Lead, Stage};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::IntoParams;

/// What to list.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// substitution, sharing, local-purchase or chain.
    kind: Option<String>,
    /// Stage; `open` is all but set aside and ended, `new` is what nobody has moved or put off.
    stage: Option<String>,
    /// Site that has a part in it.
    site: Option<String>,
    /// Resource; more special ones count as well.
    resource: Option<String>,
    /// said, partly or guessed.
    support: Option<String>,
    /// Words of the sentence.
    q: Option<String>,
    /// Where the page begins.
    after: Option<String>,
    /// Rows, 1 to 1000.
    limit: Option<usize>,
}

impl Asked {
    /// Leads of a site, a resource, at a stage.
    pub(super) fn of(site: Option<String>, resource: Option<String>, stage: Option<String>) -> Self {
        Self { stage, site, resource, ..Self::default() }
    }
}

/// Leads, best first.
#[utoipa::path(get, path = "/territories/{t}/leads", tag = "leads", params(("t" = String, Path), Asked),
    responses((status = 200, body = LeadList), Refusals))]
pub(super) async fn list(desk: Desk, Params(asked): Params<Asked>) -> Answer<Response> {
    desk.once("application/json", move |desk| Ok(listed(desk, &asked))).await
}

fn listed(desk: &Desk, asked: &Asked) -> LeadList {
    let found = found(desk, asked);
    let facets = facets_of(desk, &found);
    let (total, page, next) = paged(found, asked.after.as_deref(), asked.limit);
    LeadList { total, leads: lead_rows(desk, page.into_iter()), next, facets }
}

/// The places of the leads that answer, best first.
pub(super) fn found(desk: &Desk, asked: &Asked) -> Vec<usize> {
    let told = desk.page.told(&desk.app, desk.lang);
    let words = fold(asked.q.as_deref().unwrap_or_default());
    let wanted: Vec<&str> = words.split_whitespace().collect();
    let answering = |(lead, told): (&Lead, &Told)| answers(desk, lead, told, asked) && says(told, &wanted);
    let pairs = desk.page.seen.whole.leads.iter().zip(told.iter()).enumerate();
    pairs.filter(|(_, pair)| answering(*pair)).map(|(ix, _)| ix).collect()
}

fn facets_of(desk: &Desk, found: &[usize]) -> Facets {
    let leads = &desk.page.seen.whole.leads;
    let all = || found.iter().map(|&ix| &leads[ix]);
    let kind = |kind: &str| desk.say(&format!("kind-{kind}"), &[]);
    let resource = |id: &str| desk.resource(&reference::ResourceId::from(id)).name;
    BTreeMap::from([
        ("kind".to_owned(), facets(all().map(|lead| slug(&lead.kind)), kind)),
        (
            "stage".to_owned(),
            facets(all().map(|lead| stage(desk, lead).to_string()), |s| stage_label(desk, s)),
        ),
        ("resource".to_owned(), facets(all().map(|lead| lead.resource.to_string()), resource)),
    ])
}

fn stage(desk: &Desk, lead: &Lead) -> Stage {
    desk.page.synergy(lead.id.as_str()).map_or(Stage::Detected, |synergy| synergy.stage)
}

/// As if nobody had moved it: an undone move leaves its record behind, a postponed lead its day.
fn untouched(synergy: &model::Synergy) -> bool {
    synergy.stage == Stage::Detected && synergy.due.is_none()
}

fn answers(desk: &Desk, lead: &Lead, told: &Told, asked: &Asked) -> bool {
    let is =
        |wanted: &Option<String>, value: &str| wanted.as_ref().is_none_or(|w| w.is_empty() || w == value);
    let support = told.support.key().trim_start_matches("support-");
    let site = asked.site.as_ref().filter(|site| !site.is_empty());
    is(&asked.kind, &slug(&lead.kind))
        && is(&asked.support, support)
        && site.is_none_or(|site| lead.parties.iter().any(|party| party.site.as_str() == site))
        && is_of(desk, lead, asked.resource.as_deref())
        && is_at(desk, lead, asked.stage.as_deref())
}

fn is_at(desk: &Desk, lead: &Lead, wanted: Option<&str>) -> bool {
    let stage = stage(desk, lead);
    match wanted {
        None | Some("") => true,
        Some("open") => !matches!(stage, Stage::SetAside | Stage::Ended),
        Some("new") => desk.page.synergy(lead.id.as_str()).is_none_or(untouched),
        Some(wanted) => stage.as_str() == wanted,
    }
}

fn is_of(desk: &Desk, lead: &Lead, wanted: Option<&str>) -> bool {
    let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) else { return true };
    let catalogue = &desk.app.reference().catalogue;
    let places = catalogue.index_of(lead.resource.as_str()).zip(catalogue.index_of(wanted));
    places.is_some_and(|(of, wanted)| of == wanted || catalogue.steps_up(of, wanted).is_some())
}

fn says(told: &Told, wanted: &[&str]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let text = fold(&format!("{} {}", told.title, told.sentence));
    wanted.iter().all(|word| text.contains(word))
}
