//! Recovery chains: what could be planned, the question, the plan by a job, the study. For who may read every record only: a plan names who gives
//! what.

use crate::chains::{self, Room};
use crate::http::{Body, Desk, Id, Params, aside};
use crate::jobs::ChainPayload;
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::ChainAsk;
use crate::shapes::{ChainMenu, ChainQuestion, ChainStudy, ChainStudyLine, Job, Named};
use access::Ability;
use axum::Json;
use model::Message;
use serde::Deserialize;
use store::job::JobState;
use utoipa::IntoParams;

/// The kind of these jobs in the queue.
const KIND: &str = "chain";
/// Jobs looked through for studies.
const LOOKED_AT: i64 = 200;
/// Seconds of computation at most.
const LONGEST: u32 = 3_600;
/// Plants that may open at once.
const MOST: usize = 5;

impl Desk {
    fn room(&self) -> Room {
        let territory = std::sync::Arc::clone(&self.holding.whole.territory);
        Room {
            territory,
            sealed: self.holding.sealed.clone(),
            reference: self.app.reference(),
            lang: self.lang,
        }
    }
}

/// What could be planned, suggested by the leads, and the studies there are.
#[utoipa::path(get, path = "/territories/{t}/chains", tag = "chains", params(("t" = String, Path)),
    responses((status = 200, body = ChainMenu), Refusals))]
pub(super) async fn menu(desk: Desk) -> Answer<Json<ChainMenu>> {
    desk.needs(Ability::ReadAll)?;
    let jobs = desk.app.store().jobs(Some(&desk.territory), LOOKED_AT).await?;
    let jobs: Vec<store::job::Job> = jobs.into_iter().filter(|job| job.kind == KIND).collect();
    aside(move || {
        let offers = chains::menu(&desk.room(), &desk.holding.whole.leads);
        let studies = jobs.iter().filter_map(|job| study_line(&desk, job)).collect();
        Ok(Json(ChainMenu { offers, studies }))
    })
    .await
}

fn study_line(desk: &Desk, job: &store::job::Job) -> Option<ChainStudyLine> {
    let plant = job.payload["ask"]["plant"].as_str()?;
    let known = desk.app.reference().plants.iter().find(|known| known.id == plant)?;
    let opens = job.result.as_ref().and_then(|result| result["points"][0]["label"].as_str());
    Some(ChainStudyLine {
        id: job.id.to_string(),
        plant: Named { id: plant.to_owned(), name: known.label(desk.lang.code()).to_owned() },
        state: crate::jobs::shown(job).state,
        at: job.created_at.to_rfc3339(),
        opens: opens.filter(|label| !label.is_empty()).map(str::to_owned),
    })
}

/// How the question is put.
#[derive(Deserialize, IntoParams)]
pub(super) struct Asked {
    /// Guessed flows at least that likely count too; absent leaves guesses out.
    guesses: Option<f32>,
}

/// Who could supply a plant, where it could stand.
#[utoipa::path(get, path = "/territories/{t}/chains/{id}/question", tag = "chains", params(("t" = String, Path), ("id" = String, Path), Asked),
    responses((status = 200, body = ChainQuestion), Refusals))]
pub(super) async fn question(
    desk: Desk,
    Id(plant): Id,
    Params(asked): Params<Asked>,
) -> Answer<Json<ChainQuestion>> {
    desk.needs(Ability::ReadAll)?;
    if !desk.app.reference().plants.iter().any(|known| known.id == plant) {
        return Err(Problem::missing());
    }
    let ask = ChainAsk { plant, guesses: asked.guesses, ..ChainAsk::default() };
    aside(move || Ok(Json(chains::question(&desk.room(), &ask)?))).await
}

/// Asks for a plan; answered by a job whose result is the study. Stopping the job keeps the best plan so far.
#[utoipa::path(post, path = "/territories/{t}/chains", tag = "chains", params(("t" = String, Path)),
    request_body = ChainAsk, responses((status = 200, body = Job), Refusals))]
pub(super) async fn plan(desk: Desk, Body(ask): Body<ChainAsk>) -> Answer<Json<Job>> {
    desk.needs(Ability::ReadAll)?;
    desk.needs(Ability::Triage)?;
    checked(&ask)?;
    let room = desk.room();
    let looked = ask.clone();
    // A question that cannot be put is said at once.
    aside(move || chains::chain_of(&room, &looked).map(|_| ())).await?;
    let payload = ChainPayload { ask, lang: desk.lang.code().to_owned() };
    let payload = serde_json::to_value(payload).map_err(|error| Problem::internal(&error))?;
    let author = desk.person.id.to_string();
    Ok(Json(crate::jobs::start(&desk.app, &desk.territory, KIND, payload, &author).await?))
}

fn checked(ask: &ChainAsk) -> Answer<()> {
    for (field, value) in [("co2", ask.co2), ("hour", ask.hour)] {
        if !(0.0..=100_000.0).contains(&value) {
            return Err(Problem::field(
                field,
                Message::new("refusal-between").with("low", 0).with("high", 100_000),
            ));
        }
    }
    if ask.budget.is_some_and(|budget| !(0.0..=1e12).contains(&budget)) {
        return Err(Problem::field("budget", "refusal-budget"));
    }
    if !(0.0..=1.0).contains(&ask.chance) {
        return Err(Problem::field("chance", Message::new("refusal-between").with("low", 0).with("high", 1)));
    }
    if ask.seconds.is_some_and(|seconds| !(5..=LONGEST).contains(&seconds)) {
        return Err(Problem::field(
            "seconds",
            Message::new("refusal-between").with("low", 5).with("high", LONGEST),
        ));
    }
    if ask.most.is_some_and(|most| !(1..=MOST).contains(&most)) {
        return Err(Problem::field(
            "most",
            Message::new("refusal-between").with("low", 1).with("high", MOST),
        ));
    }
    Ok(())
}

/// A study that ended.
#[utoipa::path(get, path = "/territories/{t}/chains/studies/{id}", tag = "chains", params(("t" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = ChainStudy), Refusals))]
pub(super) async fn study(desk: Desk, Id(id): Id) -> Answer<Json<ChainStudy>> {
    desk.needs(Ability::ReadAll)?;
    let number: i64 = id.parse().map_err(|_| Problem::missing())?;
    let job = desk.app.store().job(number).await?.ok_or_else(Problem::missing)?;
    let here = job.territory.as_deref() == Some(desk.territory.as_str()) && job.kind == KIND;
    let result = job.result.filter(|_| here && job.state == JobState::Done).ok_or_else(Problem::missing)?;
    Ok(Json(serde_json::from_value(result).map_err(|error| Problem::internal(&error))?))
}
