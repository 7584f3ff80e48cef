//! Ma journée: what is due, why, and what to say.

use crate::http::Desk;
use crate::problem::{Answer, Refusals};
use crate::shapes::{Card, Day, Moved};
use crate::view::{lead_rows, visit_line};
use access::Ability;
use axum::Json;
use chrono::{NaiveDate, TimeDelta};
use model::{Flow, SiteId, Stage, Synergy};
use store::Kind;

/// Cards at most.
const CARDS: usize = 50;
/// What is due within so many days is shown.
const AHEAD: i64 = 7;
/// Visits proposed.
const VISITS: usize = 5;
/// Figures to ask again proposed.
const EXPIRED: usize = 10;

/// The facilitator's day.
#[utoipa::path(get, path = "/territories/{t}/day", tag = "day", params(("t" = String, Path)),
    responses((status = 200, body = Day), Refusals))]
pub(super) async fn get(desk: Desk) -> Answer<Json<Day>> {
    desk.needs(Ability::Triage)?;
    let today = desk.today();
    let whole = &desk.page.seen.whole;
    let mut queue: Vec<Card> = whole.synergies.iter().filter_map(|s| follow_up(&desk, s, today)).collect();
    queue.sort_by_key(|card| (card.due.is_none(), card.due));
    queue.extend(whole.territory.flows.iter().filter_map(|f| expired(&desk, f, today)).take(EXPIRED));
    queue.truncate(CARDS);
    let done = whole.synergies.iter().flat_map(|s| &s.log).filter(|l| l.at.date_naive() == today).count();
    let touched = whole.leads.iter().filter(|lead| desk.page.synergy(lead.id.as_str()).is_some()).count();
    Ok(Json(Day {
        today,
        queue,
        done_today: done,
        moved: moved(&desk),
        visits: whole.visits.iter().take(VISITS).map(|visit| visit_line(&desk, visit)).collect(),
        to_triage: whole.leads.len() - touched,
    }))
}

/// A card for what is due soon, and for what has begun and has no next date.
fn follow_up(desk: &Desk, synergy: &Synergy, today: NaiveDate) -> Option<Card> {
    if matches!(synergy.stage, Stage::SetAside | Stage::Ended) {
        return None;
    }
    let why = match synergy.due {
        Some(due) if due < today => ("why-overdue", desk.say("why-overdue", &[("day", day(desk, due))])),
        Some(due) if due == today => ("why-today", desk.say("why-today", &[])),
        Some(due) if due <= today + TimeDelta::days(AHEAD) => {
            ("why-soon", desk.say("why-soon", &[("day", day(desk, due))]))
        }
        None if !matches!(synergy.stage, Stage::Detected | Stage::Running) => {
            ("why-started", desk.say("why-started", &[]))
        }
        _ => return None,
    };
    let site = synergy.parties.first();
    let title = title(desk, synergy);
    let name = site.map(|site| desk.site_named(site).name).unwrap_or_default();
    let say = match &synergy.next_step {
        Some(step) => desk.say(
            "say-next",
            &[("site", name.into()), ("step", step.as_str().into()), ("title", title.into())],
        ),
        None => desk.say("say-title", &[("title", title.into())]),
    };
    Some(card(desk, synergy, why, say))
}

fn card(desk: &Desk, synergy: &Synergy, (why_key, why): (&str, String), say: String) -> Card {
    let site = synergy.parties.first();
    let contact = site.and_then(|site| contact_of(desk, site));
    Card {
        id: format!("synergy {}", synergy.id),
        why_key: why_key.to_owned(),
        why,
        say,
        due: synergy.due,
        stage: Some(synergy.stage.to_string()),
        owner: synergy.owner.as_ref().map(ToString::to_string),
        lead: Some(synergy.id.to_string()),
        site: site.map(|site| desk.site_named(site)),
        revision: desk.holding.revision(Kind::Synergy, synergy.id.as_str()),
        phone: contact.and_then(|contact| contact.phone.clone()),
        contact: contact.map(|contact| contact.name.clone()),
        next_step: synergy.next_step.clone(),
    }
}

fn contact_of<'a>(desk: &'a Desk, site: &SiteId) -> Option<&'a model::Contact> {
    let actor = &desk.page.site(site)?.actor;
    desk.page.seen.whole.contacts.iter().find(|contact| &contact.actor == actor)
}

fn day(desk: &Desk, day: NaiveDate) -> wording::Arg<'static> {
    wording::date(desk.lang, day).into()
}

fn title(desk: &Desk, synergy: &Synergy) -> String {
    let told = desk.page.told(&desk.app, desk.lang);
    let known = desk.page.leads.get(synergy.id.as_str()).and_then(|&ix| told.get(ix));
    let of_copy = || synergy.lead.as_ref().map(|lead| desk.resource(&lead.resource).name);
    known.map(|told| told.title.clone()).or_else(of_copy).unwrap_or_else(|| synergy.id.to_string())
}

/// A stated figure whose day has passed.
fn expired(desk: &Desk, flow: &Flow, today: NaiveDate) -> Option<Card> {
    let since = flow.evidence.expires_on.filter(|day| *day < today)?;
    let site = desk.site_named(&flow.site);
    let contact = contact_of(desk, &flow.site);
    let what = [("site", site.name.as_str().into()), ("what", flow.wording.as_str().into())];
    Some(Card {
        id: format!("flow {}", flow.id),
        why_key: "why-expired".to_owned(),
        why: desk.say("why-expired", &[("day", day(desk, since))]),
        say: desk.say("say-expired", &what),
        due: None,
        stage: None,
        owner: None,
        lead: None,
        site: Some(site),
        revision: None,
        phone: contact.and_then(|contact| contact.phone.clone()),
        contact: contact.map(|contact| contact.name.clone()),
        next_step: None,
    })
}

/// The ten that moved last.
fn moved(desk: &Desk) -> Vec<Moved> {
    let whole = &desk.page.seen.whole;
    let last = |s: &Synergy| s.log.last().map(|entry| entry.at);
    let mut synergies: Vec<&Synergy> = whole.synergies.iter().filter(|s| last(s).is_some()).collect();
    synergies.sort_by_key(|s| std::cmp::Reverse(last(s)));
    synergies.truncate(10);
    let row = |synergy: &&Synergy| {
        let place = desk.page.leads.get(synergy.id.as_str()).copied();
        let known = lead_rows(desk, place.into_iter()).pop().map(|row| row.sentence);
        let entry = synergy.log.last()?;
        Some(Moved {
            lead: synergy.id.to_string(),
            sentence: known.unwrap_or_else(|| title(desk, synergy)),
            stage: synergy.stage.to_string(),
            at: entry.at.to_rfc3339(),
            by: entry.by.clone(),
        })
    };
    synergies.iter().filter_map(row).collect()
}
