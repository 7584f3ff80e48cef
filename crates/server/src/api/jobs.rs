//! How far long work is; stopping it.

use crate::http::{Body, Desk, Id};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::Job;
use crate::shapes::input::WhatIf;
use access::Ability;
use axum::Json;
use model::Message;

async fn own(desk: &Desk, id: &str) -> Answer<store::job::Job> {
    let number: i64 = id.parse().map_err(|_| Problem::missing())?;
    let job = desk.app.store().job(number).await?.ok_or_else(Problem::missing)?;
    let here = job.territory.as_deref() == Some(desk.territory.as_str());
    let mine = job.author == desk.person.id.as_str() || desk.viewer.may(Ability::Administer);
    if here && mine { Ok(job) } else { Err(Problem::missing()) }
}

/// How far a job is.
#[utoipa::path(get, path = "/territories/{t}/jobs/{id}", tag = "jobs", params(("t" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = Job), Refusals))]
pub(super) async fn get(desk: Desk, Id(id): Id) -> Answer<Json<Job>> {
    Ok(Json(crate::jobs::shown(&own(&desk, &id).await?)))
}

/// Asks a job to stop.
#[utoipa::path(delete, path = "/territories/{t}/jobs/{id}", tag = "jobs", params(("t" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = Job), Refusals))]
pub(super) async fn cancel(desk: Desk, Id(id): Id) -> Answer<Json<Job>> {
    let job = own(&desk, &id).await?;
    desk.app.store().cancel_job(job.id, desk.app.now()).await?;
    Ok(Json(crate::jobs::shown(&own(&desk, &id).await?)))
}

/// Asks what changes when sites come and go; answered by a job.
#[utoipa::path(post, path = "/territories/{t}/whatif", tag = "jobs", params(("t" = String, Path)),
    request_body = WhatIf, responses((status = 200, body = Job), Refusals))]
pub(super) async fn whatif(desk: Desk, Body(ask): Body<WhatIf>) -> Answer<Json<Job>> {
    desk.needs(Ability::Figures)?;
    // The sums before less the sums after are those of the sites taken away: only who may read them may take them away.
    if !ask.remove.is_empty() {
        desk.needs(Ability::ReadAll)?;
    }
    if ask.add.len() > 20 || ask.remove.len() > 200 {
        return Err(Problem::field("add", "refusal-whatif-size"));
    }
    for coming in &ask.add {
        intake::value::activity(&coming.activity, None, desk.app.reference())
            .map_err(|error| Problem::field("activity", error))?;
        if !(0.0..=100_000.0).contains(&coming.people) {
            return Err(Problem::field(
                "people",
                Message::new("refusal-between").with("low", 0).with("high", 100_000),
            ));
        }
    }
    let payload = serde_json::json!({
        "ask": ask, "lang": desk.lang.code(), "leads": desk.viewer.may(Ability::ReadAll),
    });
    let author = desk.person.id.to_string();
    Ok(Json(crate::jobs::start(&desk.app, &desk.territory, "whatif", payload, &author).await?))
}
