//! One waste that two files name: what the facilitator was told and what the register weighed are the same tonnes.

use model::{Basis, Direction, Evidence, Finding, Flow, Severity, SiteId, Territory};
use std::collections::{BTreeSet, HashMap};
use units::{Quantity, Range};

/// Told so many times more than weighed, the register is likely to hold a part only: neither amount is taken for the other.
const FAR: f64 = 3.0;
/// A reading less sure than this does not say that two wordings mean one thing.
const SURE: f32 = 0.5;

/// The settled territory without what a register of the same site says again, better evidenced, under the same code or of the same resource;
/// a finding names both values. Only what goes out is compared: what comes in, a register of one sender tells in part.
pub fn once(mut territory: Territory) -> (Territory, Vec<Finding>) {
    let mut by_site: HashMap<&SiteId, Vec<usize>> = HashMap::new();
    for (ix, flow) in territory.flows.iter().enumerate().filter(|(_, flow)| may_be_twice(flow)) {
        by_site.entry(&flow.site).or_default().push(ix);
    }
    by_site.retain(|_, flows| flows.iter().any(|ix| is_weighed(&territory.flows[*ix])));
    let mut covered: Vec<(usize, Vec<usize>)> =
        by_site.values().flat_map(|flows| covered(flows, &territory.flows)).collect();
    covered.sort_unstable();
    let findings = covered.iter().map(|(left, held)| told(*left, held, &territory.flows)).collect();
    for (left, held) in &covered {
        let left = territory.flows[*left].clone();
        for at in held {
            complete(&mut territory.flows[*at], &left, held.len() == 1);
        }
        if let [at] = held[..] {
            widen(&mut territory.flows[at], &left);
        }
    }
    let gone: BTreeSet<usize> = covered.into_iter().map(|(left, _)| left).collect();
    let mut place = 0..;
    territory.flows.retain(|_| place.next().is_none_or(|ix| !gone.contains(&ix)));
    (territory, findings)
}

fn may_be_twice(flow: &Flow) -> bool {
    flow.direction == Direction::GivesOut && !flow.is_guess()
}

fn is_weighed(flow: &Flow) -> bool {
    flow.evidence.basis <= Basis::Register && flow.quantity.is_some()
}

/// The flows of a site that others of it tell better, each with those others.
fn covered(places: &[usize], flows: &[Flow]) -> Vec<(usize, Vec<usize>)> {
    let mut covered: Vec<(usize, Vec<usize>)> = Vec::new();
    for &left in places {
        let held = |same: fn(&Flow, &Flow) -> bool| -> Vec<usize> {
            let better = |at: &usize| tells_better((*at, &flows[*at]), (left, &flows[left]));
            places.iter().copied().filter(better).filter(|at| same(&flows[*at], &flows[left])).collect()
        };
        let mut held_by = held(same_resource);
        if held_by.is_empty() {
            held_by = held(same_code);
        }
        held_by.retain(|at| !covered.iter().any(|(gone, _)| gone == at));
        if !held_by.is_empty() {
            covered.push((left, held_by));
        }
    }
    covered
}

/// True when the first is weighed, of another file, and the second only said, or weighed as well and gone to the same place: then the
/// first one read holds.
fn tells_better((at, held): (usize, &Flow), (other, left): (usize, &Flow)) -> bool {
    let said = left.evidence.basis > Basis::Register;
    is_weighed(held)
        && file(&held.evidence) != file(&left.evidence)
        && (said || (at < other && same_partner(held, left)))
}

/// The file that a source names: « registre.csv:4–9 », « classeur.xlsx [Flux]:4 — visite ».
fn file(evidence: &Evidence) -> &str {
    let place = evidence.source.split(" — ").next().unwrap_or_default();
    let file = place.rsplit_once(':').map_or(place, |(file, _)| file);
    file.split(" [").next().unwrap_or_default()
}

fn same_resource(a: &Flow, b: &Flow) -> bool {
    a.resource.is_some() && a.resource == b.resource && a.resource_belief.min(b.resource_belief) >= SURE
}

fn same_code(a: &Flow, b: &Flow) -> bool {
    a.waste_code_stated && b.waste_code_stated && a.waste_code == b.waste_code
}

fn same_partner(a: &Flow, b: &Flow) -> bool {
    let partner = |flow: &Flow| flow.fate.who.as_deref().map(crate::fold);
    partner(a).is_some() && partner(a) == partner(b)
}

/// What was said beside the amount stays; of two opinions on who may read it, the stricter one holds.
fn complete(held: &mut Flow, left: &Flow, alone: bool) {
    held.confidentiality = held.confidentiality.max(left.confidentiality);
    if held.season.is_none() {
        held.season.clone_from(&left.season);
    }
    if held.quality.is_none() {
        held.quality.clone_from(&left.quality);
    }
    // What is paid for all of it is no price of a part.
    if alone && held.price.is_none() {
        held.price.clone_from(&left.price);
    }
}

/// From what was weighed to what was told, when that is far more; both stay in what is stated.
fn widen(held: &mut Flow, left: &Flow) {
    let Some((weighed, said)) = far_apart(held, left) else { return };
    let middle = (weighed.mid() * said.mid()).sqrt();
    let Ok(range) = Range::new(weighed.low(), middle, said.high()) else { return };
    held.quantity = "t/year".parse().ok().map(|unit| Quantity::new(range, unit)).into();
    held.tonnes = Some(range).into();
    let both = [&held.stated, &left.stated].into_iter().filter_map(|stated| (**stated).clone());
    held.stated = Some(both.collect::<Vec<_>>().join(" / ")).into();
}

/// What was weighed and what was told, in tonnes, when the second is several times the first.
fn far_apart(held: &Flow, left: &Flow) -> Option<(Range, Range)> {
    let (weighed, said) = (*held.tonnes).zip(*left.tonnes)?;
    (said.low() > FAR * weighed.high()).then_some((weighed, said))
}

fn told(left: usize, held: &[usize], flows: &[Flow]) -> Finding {
    let (left, first) = (&flows[left], &flows[held[0]]);
    let stated = |flow: &Flow| {
        let quantity = || flow.quantity.as_ref().map(|q| format!("{} {}", q.range.mid(), q.unit));
        (*flow.stated).clone().or_else(quantity).unwrap_or_else(|| "none".to_owned())
    };
    let all: Vec<String> = held.iter().map(|at| stated(&flows[*at])).collect();
    let agree = !contradict(left, held, flows);
    let severity = if agree { Severity::Info } else { Severity::Warning };
    let far = held.len() == 1 && far_apart(first, left).is_some();
    let key = if far { "flow-said-far-more" } else { "flow-said-twice" };
    Finding::new(severity, key, left.evidence.source.clone())
        .with("wording", &*left.wording)
        .with("other", stated(left))
        .with("kept", all.join(" + "))
        .with("kept_source", first.evidence.source.clone())
}

/// True when both give tonnes and the ranges, a tenth apart or less, do not meet.
fn contradict(left: &Flow, held: &[usize], flows: &[Flow]) -> bool {
    let weighed: Option<Vec<Range>> = held.iter().map(|at| *flows[*at].tonnes).collect();
    let Some((said, weighed)) = (*left.tonnes).zip(weighed) else { return left.quantity.is_some() };
    let sum = |of: fn(&Range) -> f64| weighed.iter().map(of).sum::<f64>();
    said.low() > 1.1 * sum(|r| r.high()) || said.high() < 0.9 * sum(|r| r.low())
}
