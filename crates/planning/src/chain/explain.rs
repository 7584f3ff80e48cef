//! One open plant of a plan, explained: who supplies it, money, permits, posts, who gains.

use super::collection::collections;
use super::economics::Intake;
use super::jobs::{posts, staffing};
use super::opened::{Line, Opened, SplitLines};
use super::partners::{Brings, Split, Terms, split};
use super::parts::{as_asked_for, co2, gathered, suppliers, taken, takers};
use super::permits::permits;
use super::study::Asked;
use super::{Chain, Spot};
use crate::instance::{Answer, FlowLine, Instance};
use model::SiteId;
use reference::Missing;
use std::collections::BTreeMap;
use units::Range;

pub(super) fn opened(
    chain: &Chain,
    asked: &Asked<'_>,
    instance: &Instance,
    answer: &Answer,
    id: &str,
    missing: &mut Vec<String>,
) -> Option<Opened> {
    let (spot, size) = chain.option(id)?;
    let flows: Vec<&FlowLine> = answer.flows.iter().filter(|flow| flow.option == id).collect();
    let suppliers = suppliers(chain, spot, &flows);
    let taken = if asked.plant.storable && !chain.outlets.is_empty() {
        as_asked_for(chain, spot, &suppliers)
    } else {
        taken(instance, &flows)
    };
    let rate = chain.costs.output.mid();
    let input: f64 = taken.iter().sum();
    // Each supply yields its own output; the mean holds for the plant, the difference is in what each supply is worth.
    let output =
        suppliers.iter().filter_map(|line| Some(line.input * chain.supply(&line.flow)?.output.mid())).sum();
    let haul = suppliers.iter().map(|line| line.input * line.haul).sum();
    let avoided = suppliers.iter().filter_map(|line| Some(line.input * line.cost_today?.mid())).sum();
    // What cannot wait comes in when it is used.
    let waits = asked.plant.storable || chain.outlets.is_empty();
    let gathered = if waits { gathered(chain, &suppliers) } else { taken };
    // The store that the choice was made with, or the plan would gain another sum than it was chosen for.
    let storage = if asked.plant.storable { chain.kept(spot) * input } else { 0.0 };
    let intake = Intake {
        months: taken,
        output,
        haul,
        storage,
        network: chain.trench_eur(spot),
        price: chain.price(spot),
        worth: chain.worth(spot),
        avoided,
    };
    let money = chain.economics(size, &intake);
    let posts = posts(asked.plant, chain, size, input);
    let (staffing, gaps) = staffing(asked.reference, asked.day, &posts, chain.costs.supervision);
    missing.extend(gaps.iter().map(Missing::to_string));
    let takers = takers(chain, spot, output);
    let dearer = dearer(chain, asked, size.by_hand, missing);
    let terms = chain.terms(size, &money, dearer, asked.aims.grant, &takers);
    let reserve = reserve(chain, spot, answer, &suppliers);
    // Month by month a plant may run more hours than is usual.
    let terms = Terms { reserve, capacity: terms.capacity.max(input), ..terms };
    let brings = by_site(chain, spot, &suppliers);
    Some(Opened {
        site: spot.site.clone(),
        why: spot.why,
        size: size.size,
        by_hand: size.by_hand,
        gathered,
        used: taken,
        demand: (!chain.outlets.is_empty()).then(|| chain.demand(spot)),
        co2: co2(chain, asked, spot, &suppliers, missing),
        collections: collections(chain, asked, &spot.site, &suppliers, missing),
        takers,
        trench_km: spot.trench_km,
        split: split(&brings, &terms).ok().map(lines),
        permits: permits(chain, asked, size, &suppliers, missing),
        money,
        posts,
        staffing,
        suppliers,
    })
    .filter(|_| rate > 0.0)
}

/// What each site brings with all its flows: what it stops paying and what its output is worth to those who take it, less haulage, EUR a year.
fn by_site(chain: &Chain, spot: &Spot, lines: &[Line]) -> Vec<Brings> {
    let worth = chain.worth(spot);
    let mut sites: BTreeMap<&SiteId, Brings> = BTreeMap::new();
    for line in lines {
        let Some(supply) = chain.supply(&line.flow) else { continue };
        let made = supply.output.mid() * worth;
        let each = line.cost_today.map_or(0.0, Range::mid) + made - line.haul;
        let none = Brings { who: Vec::new(), input: 0.0, load: 0.0, worth: 0.0 };
        let site = sites.entry(&line.site).or_insert(none);
        site.who.push(line.flow.to_string());
        site.input += line.input;
        site.load += line.input * chain.strength(supply);
        site.worth += each * line.input;
    }
    sites.into_values().collect()
}

/// What the plan leaves where it is and this plant could reach: of a site that supplies it, named by what it supplies.
fn reserve(chain: &Chain, spot: &Spot, answer: &Answer, supplied: &[Line]) -> Vec<Brings> {
    let left = |supply: &super::Supply| {
        let mine = |flow: &&FlowLine| flow.source == supply.flow.as_str();
        let taken: f64 = answer.flows.iter().filter(mine).map(|flow| flow.t).sum();
        let near = chain
            .reach_km
            .is_none_or(|reach| chain.km(&supply.site, &spot.site).is_some_and(|km| km <= reach));
        let t = supply.amount.mid() - taken;
        let (source, option) = (supply.flow.to_string(), String::new());
        (near && t > 1e-6).then_some(FlowLine { source, option, t, months: None })
    };
    let left: Vec<FlowLine> = chain.supplies.iter().filter_map(left).collect();
    let lines = suppliers(chain, spot, &left.iter().collect::<Vec<_>>());
    let brings = |line: &Line| {
        let of: Vec<String> = supplied
            .iter()
            .filter(|known| known.site == line.site)
            .map(|known| known.flow.to_string())
            .collect();
        let one = by_site(chain, spot, std::slice::from_ref(line)).pop()?;
        Some(if of.is_empty() { one } else { Brings { who: of, ..one } })
    };
    lines.iter().filter_map(brings).collect()
}

/// What the insertion hours of one input unit would cost more with ordinary operators.
fn dearer(chain: &Chain, asked: &Asked<'_>, by_hand: bool, missing: &mut Vec<String>) -> f64 {
    let operator = match asked.reference.figures.on("work.cost-hour.operator", asked.day) {
        Ok(figure) => figure.value.range.mid(),
        Err(why) => {
            missing.push(why.to_string());
            return 0.0;
        }
    };
    let posts = chain.costs.work(by_hand).into_iter().filter(|post| post.insertion);
    posts.map(|post| post.hours.mid() * (operator - post.cost.mid()).max(0.0)).sum()
}

fn lines(split: Split) -> SplitLines {
    let nucleolus = split.nucleolus;
    let of = |ix: usize| nucleolus.as_ref().and_then(|shares| shares.get(ix)).copied();
    let lines = split.players.into_iter().zip(split.shapley).enumerate();
    SplitLines {
        total: split.total,
        grant: split.grant,
        lines: lines.map(|(ix, (player, share))| (player, share, of(ix))).collect(),
        epsilon: split.core.map(|core| core.epsilon),
        leaves: split.leaves,
    }
}
