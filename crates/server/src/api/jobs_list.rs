//! Long work of a territory, for who administers it: what, of whom, since when, how it ended.

use super::admin::{Asked, needs_admin};
use crate::App;
use crate::http::{Caller, Params};
use crate::problem::{Answer, Refusals};
use crate::shapes::Job;
use crate::territory::{Holding, present};
use axum::Json;
use axum::extract::State;
use serde_json::Value;
use std::sync::Arc;
use store::people::Person;

/// Names of what a log speaks of.
pub(super) struct Names {
    people: Vec<Person>,
    holding: Arc<Holding>,
    app: App,
}

impl Names {
    pub(super) async fn read(app: &App, territory: &str) -> Answer<Self> {
        let (holding, _) = present(app, territory).await?;
        Ok(Self { people: app.store().people().await?, holding, app: app.clone() })
    }

    pub(super) fn person(&self, id: &str) -> String {
        let known = self.people.iter().find(|person| person.id.as_str() == id);
        known.map_or_else(|| id.to_owned(), |person| person.name.clone())
    }

    pub(super) fn site(&self, id: &str) -> Option<String> {
        let sites = &self.holding.whole.territory.sites;
        sites.iter().find(|site| site.id.as_str() == id).map(|site| site.name.clone())
    }

    pub(super) fn actor(&self, id: &str) -> Option<String> {
        let actors = &self.holding.whole.territory.actors;
        actors.iter().find(|actor| actor.id.as_str() == id).map(|actor| actor.name.clone())
    }

    /// The French name of a resource.
    pub(super) fn resource(&self, id: &str) -> Option<String> {
        self.app.reference().catalogue.get(id).map(|resource| resource.fr.clone())
    }

    /// What a job is about, from what was asked of it.
    fn about(&self, payload: &Value) -> Option<String> {
        let list = |key: &str| payload.pointer(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let gone = list("/ask/remove")
            .into_iter()
            .filter_map(|id| self.site(id.as_str()?))
            .map(|name| format!("− {name}"));
        let come = list("/ask/add")
            .into_iter()
            .filter_map(|site| site.get("name")?.as_str().map(|name| format!("+ {name}")));
        let parts: Vec<String> = come.chain(gone).collect();
        let named = ["/ask/kind", "/file", "/name"].iter().find_map(|key| payload.pointer(key)?.as_str());
        if parts.is_empty() { named.map(str::to_owned) } else { Some(parts.join(", ")) }
    }
}

/// The last jobs of a territory.
#[utoipa::path(get, path = "/admin/jobs", tag = "admin", params(Asked), responses((status = 200, body = Vec<Job>), Refusals))]
pub(super) async fn jobs(
    State(app): State<App>,
    caller: Caller,
    Params(asked): Params<Asked>,
) -> Answer<Json<Vec<Job>>> {
    needs_admin(&app, &caller, &asked.territory).await?;
    let jobs = app.store().jobs(Some(&asked.territory), 100).await?;
    let names = Names::read(&app, &asked.territory).await?;
    let row = |job: &store::job::Job| Job {
        by: Some(names.person(&job.author)),
        about: names.about(&job.payload),
        ..crate::jobs::shown(job)
    };
    Ok(Json(jobs.iter().map(row).collect()))
}
