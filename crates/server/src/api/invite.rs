//! The page of an invited company, without an account: its own side only, and names once everybody said yes.

use super::deal;
use super::reference::InLang;
use super::session::Origin;
use crate::App;
use crate::http::{Body, Desk};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::InviteAnswer;
use crate::shapes::{InvitePrice, InviteView, LeadSheet};
use crate::view::{answer_text, lead_sheet};
use access::Viewer;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use model::{ActorId, Consent, LogEntry, MemberRole, Role, SiteId, Synergy};
use serde_json::json;
use store::people::link::LinkKind;
use store::{Change, Edit, Kind};
use wording::Lang;

/// Answers and notes kept of one side: a link needs no account, and a record must not grow for ever.
const MOST: usize = 40;

/// What a link opens.
struct Opened {
    territory: String,
    synergy: Synergy,
    revision: i64,
    site: SiteId,
    actor: ActorId,
}

async fn open(app: &App, token: &str, origin: &str) -> Answer<Opened> {
    app.limits().take(&format!("invite {origin}"), 60.0, 60.0, app.now())?;
    let link =
        app.store().peek_link(LinkKind::Invite, token, app.now()).await?.ok_or_else(Problem::missing)?;
    let text = |key: &str| link.subject[key].as_str().map(ToOwned::to_owned).ok_or_else(Problem::missing);
    let (territory, id, site) = (text("territory")?, text("synergy")?, SiteId::from(text("site")?));
    let record = app.store().record(&territory, Kind::Synergy, &id).await?.ok_or_else(Problem::missing)?;
    let (holding, _) = crate::territory::present(app, &territory).await?;
    let found = holding.whole.territory.sites.iter().find(|known| known.id == site);
    let actor = found.map(|site| site.actor.clone()).ok_or_else(Problem::missing)?;
    Ok(Opened { territory, synergy: record.read()?, revision: record.revision, site, actor })
}

/// What the company sees.
#[utoipa::path(get, path = "/invite/{token}", tag = "invite", params(("token" = String, Path)),
    responses((status = 200, body = InviteView), Refusals))]
pub(super) async fn get(
    State(app): State<App>,
    Origin(origin): Origin,
    InLang(lang): InLang,
    Path(token): Path<String>,
) -> Answer<Json<InviteView>> {
    let opened = open(&app, &token, &origin).await?;
    Ok(Json(view(&app, &opened, lang).await?))
}

async fn view(app: &App, opened: &Opened, lang: Lang) -> Answer<InviteView> {
    // The same eyes as a person of that company would have.
    let viewer = Viewer { role: MemberRole::Company, actor: Some(opened.actor.clone()) };
    let desk = Desk::as_guest(app, &opened.territory, viewer, lang).await?;
    let id = format!("x-{}", app.pseudonym(opened.synergy.id.as_str()));
    let copy = desk.page.synergy(&id).and_then(|synergy| synergy.lead.as_ref());
    let lead = desk.page.lead(&id).or(copy).ok_or_else(Problem::missing)?;
    let deal = deal::of(&desk, &id).await?;
    let sheet = lead_sheet(&desk, lead, None, false, None);
    let answer = opened.synergy.answer(&opened.site).unwrap_or(model::Answer::Asked);
    let questions = sheet.questions.iter().map(|question| question.text.clone()).collect();
    Ok(InviteView {
        territory: desk.page.territory().name.clone(),
        site: desk.site_named(&opened.site),
        sentence: sheet.row.sentence.clone(),
        yours: own_facts(&sheet, &opened.site),
        gains: sheet.gains,
        checks: sheet.checks,
        questions,
        answer: answer_text(answer).to_owned(),
        partner: partners(&desk, opened),
        price: price(opened),
        deal,
        facilitator: facilitator(app, &opened.synergy).await?,
    })
}

fn own_facts(sheet: &LeadSheet, site: &SiteId) -> Vec<crate::shapes::FactLine> {
    let own =
        |fact: &&crate::shapes::FactLine| fact.site.as_ref().is_some_and(|named| named.id == site.as_str());
    sheet.facts.iter().filter(own).cloned().collect()
}

/// Names of the others, once this side and they said yes.
fn partners(desk: &Desk, opened: &Opened) -> Option<String> {
    let introduced = opened.synergy.introduced();
    if !introduced.contains(&&opened.site) {
        return None;
    }
    let others = introduced.into_iter().filter(|site| **site != opened.site);
    Some(others.map(|site| desk.site_named(site).name).collect::<Vec<_>>().join(", "))
}

fn price(opened: &Opened) -> Option<InvitePrice> {
    let lead = opened.synergy.lead.as_ref()?;
    let role = lead.parties.iter().find(|party| party.site == opened.site)?.role;
    let direction = match role {
        Role::Giver | Role::Owner => "receives",
        Role::Taker | Role::Processor => "pays",
        Role::Partner => return None,
    };
    let given = opened.synergy.sealed_prices.contains(&opened.site);
    Some(InvitePrice { direction: direction.to_owned(), unit: "EUR/t".to_owned(), given })
}

async fn facilitator(app: &App, synergy: &Synergy) -> Answer<Option<String>> {
    let Some(owner) = &synergy.owner else { return Ok(None) };
    Ok(app.store().person(owner).await?.map(|person| person.name))
}

/// How much this side has written so far.
fn written(opened: &Opened, by: &str) -> usize {
    let answers = opened.synergy.consents.iter().filter(|consent| consent.site == opened.site).count();
    answers + opened.synergy.log.iter().filter(|entry| entry.by == by).count()
}

/// Accepts or declines the introduction, or gives a sealed price.
#[utoipa::path(post, path = "/invite/{token}", tag = "invite", params(("token" = String, Path)),
    request_body = InviteAnswer, responses((status = 204), Refusals))]
pub(super) async fn post(
    State(app): State<App>,
    Origin(origin): Origin,
    Path(token): Path<String>,
    Body(said): Body<InviteAnswer>,
) -> Answer<StatusCode> {
    let mut opened = open(&app, &token, &origin).await?;
    let mut sealed = Vec::new();
    let (now, by) = (app.now(), format!("invite:{}", opened.site));
    if written(&opened, &by) >= MOST {
        let full = Problem::new(StatusCode::TOO_MANY_REQUESTS, "refusal-link-full");
        return Err(full.because("refusal-link-full-how"));
    }
    if let Some(price) = said.price {
        if !price.is_finite() || price.abs() > 1e6 {
            return Err(Problem::field("price", "refusal-price-range"));
        }
        if deal::is_told(&app, &opened.territory, &opened.synergy).await? {
            let told = Problem::new(StatusCode::CONFLICT, "refusal-price-told");
            return Err(told.because("refusal-price-told-how"));
        }
        sealed.push((deal::seal(&opened.territory, &opened.synergy, &opened.site), json!(price)));
        if !opened.synergy.sealed_prices.contains(&opened.site) {
            opened.synergy.sealed_prices.push(opened.site.clone());
        }
    }
    if let Some(accept) = said.accept {
        let answer = if accept { model::Answer::Yes } else { model::Answer::No };
        if opened.synergy.answer(&opened.site) != Some(answer) {
            let (site, by) = (opened.site.clone(), "invite".into());
            opened.synergy.consents.push(Consent { site, answer, at: now, by });
        }
    }
    if let Some(note) = said.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty()) {
        let text = note.chars().take(1_000).collect();
        opened.synergy.log.push(LogEntry { at: now, by: by.clone(), text, to: None });
    }
    let change =
        Change::put(Kind::Synergy, opened.synergy.id.as_str(), Some(opened.revision), &opened.synergy)?;
    let edit = Edit { territory: opened.territory, author: by, at: now, changes: vec![change] };
    app.store().commit_sealing(edit, &sealed).await?;
    Ok(StatusCode::NO_CONTENT)
}
