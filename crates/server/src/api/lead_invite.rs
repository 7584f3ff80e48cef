//! A link for one side of a lead: the company's page without an account.

use super::lead_move::{save, start};
use crate::http::{Body, Desk, Id};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::InviteLink;
use crate::shapes::input::InviteAsk;
use access::Ability;
use axum::Json;
use chrono::TimeDelta;
use model::{Consent, Message, Move, SiteId, Stage};
use serde_json::json;
use store::Kind;
use store::people::link::LinkKind;

/// How long a link is good.
const DAYS: i64 = 60;

/// Makes a link for a site of the lead; the lead counts as proposed from then on.
#[utoipa::path(post, path = "/territories/{t}/leads/{id}/invite", tag = "leads", params(("t" = String, Path), ("id" = String, Path)),
    request_body = InviteAsk, responses((status = 200, body = InviteLink), Refusals))]
pub(super) async fn post(desk: Desk, Id(id): Id, Body(ask): Body<InviteAsk>) -> Answer<Json<InviteLink>> {
    desk.needs(Ability::Triage)?;
    let mut synergy = start(&desk, &id)?;
    let site = SiteId::from(ask.site.as_str());
    if !synergy.parties.contains(&site) {
        return Err(Problem::field("site", Message::new("refusal-no-party").with("id", &site)));
    }
    let (by, now) = (desk.person.id.to_string(), desk.app.now());
    if synergy.stage == Stage::Detected {
        let step = Move { to: Stage::Proposed, reason: None, text: String::new(), by: by.clone(), at: now };
        synergy.go(step).map_err(|refusal| Problem::field("site", super::lead_move::refused(refusal)))?;
    }
    if synergy.answer(&site).is_none() {
        synergy.consents.push(Consent { site: site.clone(), answer: model::Answer::Asked, at: now, by });
    }
    // A new invitation begins anew: the price this site gave before is forgotten, and with it what was told of the prices.
    let seal = super::deal::seal(&desk.territory, &synergy, &site);
    if synergy.sealed_prices.contains(&site) {
        desk.app.store().forget(&seal).await?;
        synergy.sealed_prices.retain(|priced| *priced != site);
    }
    synergy.owner.get_or_insert_with(|| desk.person.id.clone());
    let subject = json!({ "territory": desk.territory, "synergy": id, "site": site });
    save(&desk, &synergy, desk.holding.revision(Kind::Synergy, &id)).await?;
    let end = now + TimeDelta::days(DAYS);
    let secret = desk.app.store().create_link(LinkKind::Invite, &subject, end, now).await?;
    Ok(Json(InviteLink { url: format!("/invite/{secret}"), site: site.to_string(), mailed: false }))
}
