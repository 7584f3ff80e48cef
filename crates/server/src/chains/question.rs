//! The planning question as a person reads it before it is asked.

use super::{Room, place, plant_view, range, site};
use crate::problem::{Answer, Problem, Text};
use crate::shapes::input::ChainAsk;
use crate::shapes::{ChainQuestion, ChainSpot, ChainSupply, ChainTaker, Named};
use crate::view::slug;
use model::{Finding, Flow, FlowId};
use planning::chain::{Chain, ChainError, Options, Outlet, Spot, Supply, Why, build};
use report::dossier::why_not;
use wording::{Words, message};

/// The chain that is asked for, without what the person left out.
pub(crate) fn chain_of(room: &Room, ask: &ChainAsk) -> Answer<(Chain, Vec<Finding>)> {
    let day = room.territory.day;
    let least_likelihood = ask.guesses.unwrap_or(1.0).clamp(0.05, 1.0);
    let options = Options { least_likelihood, ..Options::on(day) };
    let built = build(&room.territory, room.reference, &ask.plant, options);
    let known = room.reference.plants.iter().find(|plant| plant.id == ask.plant);
    let said = |error: ChainError| {
        known.map_or_else(|| error.to_string(), |plant| why_not(plant, &error, room.lang))
    };
    let (mut chain, findings) = built.map_err(|error| Problem::field("plant", Text::Told(said(error))))?;
    chain.supplies.retain(|supply| !ask.without.iter().any(|id| supply.flow.as_str() == id.as_str()));
    chain.spots.retain(|spot| !ask.without_sites.iter().any(|id| spot.site.as_str() == id));
    if chain.supplies.is_empty() {
        return Err(Problem::field("without", "refusal-no-supply"));
    }
    if chain.spots.is_empty() {
        return Err(Problem::field("without_sites", "refusal-no-spot"));
    }
    Ok((chain, findings))
}

/// Who could supply, where it could stand, what was left out.
pub(crate) fn question(room: &Room, ask: &ChainAsk) -> Answer<ChainQuestion> {
    let (chain, findings) = chain_of(room, ask)?;
    let plant =
        room.reference.plants.iter().find(|plant| plant.id == ask.plant).ok_or_else(Problem::missing)?;
    let words = room.words();
    Ok(ChainQuestion {
        plant: plant_view(room, plant),
        sizes: plant.sizes.iter().map(|size| size.size).collect(),
        supplies: chain.supplies.iter().map(|supply| supply_view(room, &words, &chain, supply)).collect(),
        spots: chain.weighed().into_iter().map(|spot| spot_view(room, &words, &chain, spot)).collect(),
        candidates: chain.candidates,
        findings: findings.iter().map(|finding| words.finding(finding)).collect(),
    })
}

fn flow<'r>(room: &'r Room, id: &FlowId) -> Option<&'r Flow> {
    room.territory.flows.iter().find(|flow| flow.id == *id)
}

fn supply_view(room: &Room, words: &Words<'_>, chain: &Chain, supply: &Supply) -> ChainSupply {
    let (lat, lon) = place(chain, &supply.site);
    let said = flow(room, &supply.flow);
    let figure = supply.cost_figure.as_ref();
    let source = figure.and_then(|id| room.reference.figures.on(id.as_str(), room.territory.day).ok());
    let label = |figure: &reference::Figure| {
        if room.lang.code() == "en" { figure.en.clone() } else { figure.fr.clone() }
    };
    ChainSupply {
        flow: supply.flow.to_string(),
        site: site(words, &supply.site),
        resource: Named { id: supply.resource.to_string(), name: words.label(&supply.resource).to_owned() },
        wording: said.map_or_else(String::new, |flow| flow.wording.to_string()),
        amount: range(supply.amount),
        months: supply.months,
        season_known: supply.season_known,
        cost_today: supply.cost_today.filter(|_| figure.is_some()).map(range),
        cost_source: source.map(label),
        cost_sealed: room.sealed.contains(&supply.flow),
        basis: slug(&supply.basis),
        quality: said.and_then(|flow| (*flow.quality).clone()),
        lat,
        lon,
    }
}

fn spot_view(room: &Room, words: &Words<'_>, chain: &Chain, spot: &Spot) -> ChainSpot {
    let (lat, lon) = place(chain, &spot.site);
    let takers = spot.outlets.iter().filter_map(|ix| chain.outlets.get(*ix));
    ChainSpot {
        site: site(words, &spot.site),
        why: why(room, spot.why),
        demand: (!chain.outlets.is_empty()).then(|| chain.demand(spot)),
        takers: takers.map(|outlet| taker(room, words, chain, outlet)).collect(),
        lat,
        lon,
    }
}

fn taker(room: &Room, words: &Words<'_>, chain: &Chain, outlet: &Outlet) -> ChainTaker {
    let (lat, lon) = place(chain, &outlet.site);
    ChainTaker {
        site: site(words, &outlet.site),
        wording: wanted(room, &outlet.flow),
        amount: range(outlet.amount),
        gets: None,
        lat,
        lon,
    }
}

/// What a taker said it buys or looks for.
pub(super) fn wanted(room: &Room, id: &FlowId) -> String {
    flow(room, id).map_or_else(String::new, |flow| flow.wording.to_string())
}

/// Why a site is a candidate, in words.
pub(super) fn why(room: &Room, why: Why) -> String {
    message(room.lang, &format!("dossier-why-{}", slug(&why)), &[])
}
