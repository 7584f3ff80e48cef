//! The list of flows.

use crate::http::{Desk, Params};
use crate::problem::{Answer, Refusals};
use crate::shapes::{Facets, FlowList};
use crate::view::{facets, flow_row, paged, slug};
use axum::response::Response;
use classify::fold;
use model::{Flow, SiteId};
use serde::Deserialize;
use utoipa::IntoParams;

/// What to list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Words of the wording, the resource or the site.
    q: Option<String>,
    /// Site.
    site: Option<String>,
    /// Resource; more special ones count as well.
    resource: Option<String>,
    /// Direction.
    direction: Option<String>,
    /// measured, register, declared, documented or estimated.
    basis: Option<String>,
    /// True lists guesses too; they are left out otherwise.
    estimates: Option<bool>,
    /// True lists only what must be asked again.
    expired: Option<bool>,
    /// Where the page begins.
    after: Option<String>,
    /// Rows, 1 to 1000.
    limit: Option<usize>,
}

/// Flows, large ones first.
#[utoipa::path(get, path = "/territories/{t}/flows", tag = "flows", params(("t" = String, Path), Asked),
    responses((status = 200, body = FlowList), Refusals))]
pub(super) async fn list(desk: Desk, Params(asked): Params<Asked>) -> Answer<Response> {
    desk.once("application/json", move |desk| Ok(listed(desk, &asked))).await
}

fn listed(desk: &Desk, asked: &Asked) -> FlowList {
    let filter = Filter::new(desk, asked);
    let territory = desk.page.territory();
    let mut found: Vec<&Flow> = match &asked.site {
        Some(site) if !site.is_empty() => {
            let places = desk.page.flows_of.get(&SiteId::from(site.as_str())).into_iter().flatten();
            places.map(|&ix| &territory.flows[ix]).filter(|flow| filter.takes(flow)).collect()
        }
        _ => territory.flows.iter().filter(|flow| filter.takes(flow)).collect(),
    };
    let weight = |flow: &Flow| flow.tonnes.map_or(-1.0, units::Range::mid);
    found.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then_with(|| a.id.cmp(&b.id)));
    let label = |prefix: &'static str| move |value: &str| format!("{prefix}{value}");
    let say = |key: String| desk.say(&key, &[]);
    let of = |value: &str| reference_label(desk, value);
    let facets = Facets::from([
        (
            "direction".to_owned(),
            facets(found.iter().map(|f| slug(&f.direction)), |v| say(label("direction-")(v))),
        ),
        (
            "basis".to_owned(),
            facets(found.iter().map(|f| slug(&f.evidence.basis)), |v| say(label("basis-")(v))),
        ),
        (
            "resource".to_owned(),
            facets(found.iter().filter_map(|f| Some(f.resource.as_ref()?.to_string())), of),
        ),
    ]);
    let (total, page, next) = paged(found, asked.after.as_deref(), asked.limit);
    FlowList { total, flows: page.into_iter().map(|flow| flow_row(desk, flow)).collect(), next, facets }
}

fn reference_label(desk: &Desk, id: &str) -> String {
    desk.resource(&reference::ResourceId::from(id)).name
}

struct Filter<'a> {
    desk: &'a Desk,
    asked: &'a Asked,
    words: Vec<String>,
    resource: Option<usize>,
}

impl<'a> Filter<'a> {
    fn new(desk: &'a Desk, asked: &'a Asked) -> Self {
        let words = fold(asked.q.as_deref().unwrap_or_default());
        let catalogue = &desk.app.reference().catalogue;
        Self {
            desk,
            asked,
            words: words.split_whitespace().map(ToOwned::to_owned).collect(),
            resource: asked.resource.as_deref().and_then(|id| catalogue.index_of(id)),
        }
    }

    fn takes(&self, flow: &Flow) -> bool {
        let is =
            |wanted: &Option<String>, value: &str| wanted.as_ref().is_none_or(|w| w.is_empty() || w == value);
        let basis = self.asked.basis.as_deref().filter(|basis| !basis.is_empty());
        let guesses = self.asked.estimates.unwrap_or(false) || basis == Some("estimated");
        (guesses || !flow.evidence.is_estimate())
            && is(&self.asked.direction, &slug(&flow.direction))
            && basis.is_none_or(|basis| basis == slug(&flow.evidence.basis))
            && (!self.asked.expired.unwrap_or(false) || self.is_expired(flow))
            && self.is_of(flow)
            && self.says(flow)
    }

    fn is_expired(&self, flow: &Flow) -> bool {
        flow.evidence.expires_on.is_some_and(|day| day < self.desk.today())
    }

    fn is_of(&self, flow: &Flow) -> bool {
        if self.asked.resource.as_ref().is_none_or(String::is_empty) {
            return true;
        }
        let catalogue = &self.desk.app.reference().catalogue;
        let of = flow.resource.as_ref().and_then(|id| catalogue.index_of(id.as_str()));
        of.zip(self.resource)
            .is_some_and(|(of, wanted)| of == wanted || catalogue.steps_up(of, wanted).is_some())
    }

    fn says(&self, flow: &Flow) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let resource = flow.resource.as_ref().map(|id| self.desk.resource(id).name).unwrap_or_default();
        let text = fold(&format!("{} {resource} {}", *flow.wording, self.desk.page.site_name(&flow.site)));
        self.words.iter().all(|word| text.contains(word))
    }
}
