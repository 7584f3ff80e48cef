//! Tonnes from activities over resources to fates.

use crate::http::{Desk, Params};
use crate::problem::{Answer, Refusals};
use crate::shapes::{SankeyData, SankeyLink, SankeyNode};
use crate::view::range;
use access::Ability;
use access::secrecy::Cell;
use axum::response::Response;
use model::{Direction, Flow};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::IntoParams;

/// What to draw.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// True draws guesses too.
    estimates: Option<bool>,
    /// Resources drawn, heaviest first; 20 when absent.
    resources: Option<usize>,
}

/// From, to.
type Links = BTreeMap<(String, String), Cell>;

/// What sites give out. Who may read no single record gets sums under statistical secrecy.
#[utoipa::path(get, path = "/territories/{t}/sankey", tag = "pictures", params(("t" = String, Path), Asked),
    responses((status = 200, body = SankeyData), Refusals))]
pub(super) async fn get(desk: Desk, Params(asked): Params<Asked>) -> Answer<Response> {
    let secret = !desk.viewer.may(Ability::ReadAll);
    if secret {
        desk.needs(Ability::Figures)?;
    }
    desk.once("application/json", move |desk| Ok(drawn(desk, secret, &asked))).await
}

fn drawn(desk: &Desk, secret: bool, asked: &Asked) -> SankeyData {
    let estimates = asked.estimates.unwrap_or(false);
    let flows = desk.holding.whole.territory.flows.iter();
    let flows: Vec<&Flow> = flows
        .filter(|flow| flow.direction == Direction::GivesOut && (estimates || !flow.evidence.is_estimate()))
        .collect();
    let unknown = flows.iter().filter(|flow| flow.tonnes.is_none() || flow.resource.is_none()).count();
    let kept = heaviest(&flows, asked.resources.unwrap_or(20).clamp(1, 200));
    let mut links = sum(desk, &flows, &kept);
    if secret {
        keep_secret(&mut links);
    }
    let missing = desk.say("sankey-missing", &[("count", unknown.into())]);
    SankeyData {
        nodes: nodes(desk, &links),
        links: links.into_iter().filter_map(link).collect(),
        missing: (unknown > 0).then_some(missing),
    }
}

/// What comes into a resource equals what goes out of it: one unsafe link could be computed from the others, so the resource goes whole.
fn keep_secret(links: &mut Links) {
    let middle =
        |(from, to): &(String, String)| if from.starts_with("r:") { from.clone() } else { to.clone() };
    let unsafe_ones: BTreeSet<String> =
        links.iter().filter(|(_, cell)| !cell.is_safe()).map(|(key, _)| middle(key)).collect();
    links.retain(|key, _| !unsafe_ones.contains(&middle(key)));
}

fn heaviest(flows: &[&Flow], count: usize) -> BTreeSet<String> {
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    for flow in flows {
        if let (Some(resource), Some(tonnes)) = (&flow.resource, *flow.tonnes) {
            *sums.entry(resource.to_string()).or_default() += tonnes.mid();
        }
    }
    let mut sums: Vec<(String, f64)> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.total_cmp(&a.1));
    sums.into_iter().take(count).map(|(id, _)| id).collect()
}

fn sum(desk: &Desk, flows: &[&Flow], kept: &BTreeSet<String>) -> Links {
    let territory = &desk.holding.whole.territory;
    let sites: BTreeMap<_, _> = territory.sites.iter().map(|site| (&site.id, site)).collect();
    let mut links = Links::new();
    for flow in flows {
        let (Some(resource), Some(tonnes), Some(site)) =
            (&flow.resource, *flow.tonnes, sites.get(&flow.site))
        else {
            continue;
        };
        if !kept.contains(resource.as_str()) {
            continue;
        }
        let middle = format!("r:{resource}");
        let division = site.activity.as_ref().map_or("?", |code| code.division());
        let fate = flow.fate.operation.clone().unwrap_or_else(|| "?".to_owned());
        for key in [(format!("a:{division}"), middle.clone()), (middle, format!("f:{fate}"))] {
            links.entry(key).or_default().add(tonnes, [&site.actor], flow.evidence.is_estimate());
        }
    }
    links
}

fn nodes(desk: &Desk, links: &Links) -> Vec<SankeyNode> {
    let ids: BTreeSet<&String> = links.keys().flat_map(|(from, to)| [from, to]).collect();
    ids.into_iter().map(|id| node(desk, id)).collect()
}

fn node(desk: &Desk, id: &str) -> SankeyNode {
    let reference = desk.app.reference();
    let english = desk.lang.code() == "en";
    let (kind, name) = id.split_once(':').unwrap_or(("r", id));
    let (column, kind, label) = match kind {
        "a" => {
            let found = reference.naf.labels().find(|(code, ..)| code.code == name);
            let label = found.map(|(_, fr, en)| if english && !en.is_empty() { en } else { fr }.to_owned());
            (0, "activity", label.unwrap_or_else(|| desk.say("activity-unknown", &[])))
        }
        "f" => {
            let found = reference.lists.operation(name);
            let label = found.map(|operation| {
                format!("{name} {}", if english { &operation.label_en } else { &operation.label_fr })
            });
            (2, "fate", label.unwrap_or_else(|| desk.say("fate-unknown", &[])))
        }
        _ => (1, "resource", desk.resource(&reference::ResourceId::from(name)).name),
    };
    SankeyNode { id: id.to_owned(), label, column, kind: kind.to_owned() }
}

fn link(((from, to), cell): ((String, String), Cell)) -> Option<SankeyLink> {
    Some(SankeyLink { from, to, tonnes: range(cell.sum?), estimated: cell.estimated })
}
