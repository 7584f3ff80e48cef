//! A lead goes on, is set aside, gets a date: the first move makes its synergy.

use super::actor_edit::word;
use crate::http::{Body, Desk, Id};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::SynergyView;
use crate::shapes::input::MoveAsk;
use crate::view::synergy_view;
use access::Ability;
use axum::Json;
use model::{LogEntry, Message, Move, PersonId, Stage, Synergy};
use store::Kind;

/// Moves a lead; answers with the synergy as it is then.
#[utoipa::path(post, path = "/territories/{t}/leads/{id}/move", tag = "leads", params(("t" = String, Path), ("id" = String, Path)),
    request_body = MoveAsk, responses((status = 200, body = SynergyView), Refusals))]
pub(super) async fn post(desk: Desk, Id(id): Id, Body(ask): Body<MoveAsk>) -> Answer<Json<SynergyView>> {
    desk.needs(Ability::Triage)?;
    let mut synergy = start(&desk, &id)?;
    go(&desk, &mut synergy, &ask)?;
    plan(&desk, &mut synergy, &ask)?;
    Ok(Json(save(&desk, &synergy, ask.revision).await?))
}

/// The synergy there is, or a new one from the lead.
pub(super) fn start(desk: &Desk, id: &str) -> Answer<Synergy> {
    match (desk.page.synergy(id), desk.page.lead(id)) {
        (Some(synergy), _) => Ok(synergy.clone()),
        (None, Some(lead)) => Ok(Synergy::from_lead(lead.clone())),
        (None, None) => Err(Problem::missing()),
    }
}

/// Writes it; the view bears the new revision.
pub(super) async fn save(desk: &Desk, synergy: &Synergy, expected: Option<i64>) -> Answer<SynergyView> {
    let id = synergy.id.as_str();
    let saved = desk.put(Kind::Synergy, id, expected, synergy).await?;
    let deal = super::deal::of(desk, id).await?;
    Ok(SynergyView { revision: saved.revision, ..synergy_view(desk, synergy, deal) })
}

fn go(desk: &Desk, synergy: &mut Synergy, ask: &MoveAsk) -> Answer<()> {
    let (by, at) = (desk.person.id.to_string(), desk.app.now());
    let text: String = ask.text.clone().unwrap_or_default().chars().take(4_000).collect();
    let to: Stage = match ask.to.as_deref().filter(|to| !to.is_empty()) {
        Some(to) => word("to", to)?,
        None => synergy.stage,
    };
    if to == synergy.stage {
        if !text.is_empty() {
            synergy.log.push(LogEntry { at, by, text, to: None });
        }
        return Ok(());
    }
    let reason = ask.reason.as_deref().filter(|r| !r.is_empty()).map(|r| word("reason", r)).transpose()?;
    let step = Move { to, reason, text, by, at };
    synergy.go(step).map_err(|refusal| {
        let field = if matches!(refusal, model::Refusal::ReasonMissing) { "reason" } else { "to" };
        Problem::field(field, refused(refusal))
    })
}

/// Why a move is not made.
pub(super) fn refused(refusal: model::Refusal) -> Message {
    use model::Refusal::{NotIntroduced, Order, ReasonMissing, ReasonWithout};
    let stage = |stage: Stage| Message::new(&format!("stage-{stage}"));
    match refusal {
        Order { from, to } => {
            Message::new("refusal-move-order").saying("from", stage(from)).saying("to", stage(to))
        }
        ReasonMissing => Message::new("refusal-move-reason"),
        ReasonWithout { to } => Message::new("refusal-move-no-reason").saying("to", stage(to)),
        NotIntroduced { to } => Message::new("refusal-move-introduced").saying("to", stage(to)),
    }
}

fn plan(desk: &Desk, synergy: &mut Synergy, ask: &MoveAsk) -> Answer<()> {
    if let Some(step) = &ask.next_step {
        if step.chars().count() > 500 {
            return Err(Problem::field("next_step", Message::new("refusal-too-long").with("most", 500)));
        }
        synergy.next_step = Some(step.trim().to_owned()).filter(|step| !step.is_empty());
    }
    if ask.due.is_some() || ask.no_due {
        synergy.due = ask.due;
    }
    let done = matches!(synergy.stage, Stage::SetAside | Stage::Ended);
    if done {
        (synergy.due, synergy.next_step) = (None, None);
    }
    if let Some(owner) = ask.owner.as_deref().filter(|owner| !owner.is_empty()) {
        synergy.owner = Some(PersonId::from(owner));
    }
    if synergy.owner.is_none() {
        synergy.owner = Some(desk.person.id.clone());
    }
    Ok(())
}
