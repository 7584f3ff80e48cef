//! The sums of a report. A residue can be given only once, so each flow counts in its best lead and nowhere else; what a taker needs is
//! drawn down by the leads that count. A lead that costs more than it brings is signed by nobody and does not count.

use crate::Support;
use crate::fate::FateGroup;
use model::{ActorId, Estimate, Flow, FlowId, Gains, Lead, LeadKind, Party, Role};
use reference::Confidence;
use std::collections::{HashMap, HashSet};
use units::Range;
use wording::Words;

/// A sum over the leads that count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Total {
    /// Over leads said by all their parties; `None` when none has a figure.
    pub said: Option<Range>,
    /// Over leads that rest at least partly on estimates.
    pub guessed: Option<Range>,
    /// Leads with a figure.
    pub leads: usize,
    /// Leads without: unknown, not zero.
    pub unknown: usize,
    /// Distinct actors in leads with a figure.
    pub actors: usize,
    /// Leads whose figure rests on no value of low confidence: said prices, published factors.
    pub sound: usize,
    /// Largest share of the sum (regardless of signs) made by leads that one actor has a part in, 0–1.
    pub largest: f64,
}

impl Total {
    /// Both parts together.
    pub fn all(&self) -> Option<Range> {
        match (self.said, self.guessed) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        }
    }
}

/// The sums of all gains, per year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Positions (in the list of leads) that count, best first.
    pub counted: Vec<usize>,
    /// EUR/year.
    pub euros: Total,
    /// tCO2e/year.
    pub co2: Total,
    /// t/year.
    pub mass: Total,
    /// MWh/year.
    pub energy: Total,
    /// m3/year.
    pub water: Total,
    /// h/year.
    pub work: Total,
}

/// Adds up the leads that do not already run, each flow once, in its best lead. Bounds add up as if everything went well or badly
/// together: the cautious way.
pub fn totals(leads: &[Lead], words: &Words<'_>) -> Totals {
    let counted = each_flow_once(leads);
    let sum = |of: fn(&Gains) -> Option<&Estimate>, mass: bool| total(leads, &counted, words, of, mass);
    Totals {
        euros: sum(|g| g.euros.as_ref(), false),
        co2: sum(|g| g.co2.as_ref(), false),
        mass: sum(|g| g.mass.as_ref(), true),
        energy: sum(|g| g.energy.as_ref(), false),
        water: sum(|g| g.water.as_ref(), false),
        work: sum(|g| g.work.as_ref(), false),
        counted,
    }
}

fn each_flow_once(leads: &[Lead]) -> Vec<usize> {
    let mut used: HashSet<&FlowId> = HashSet::new();
    let mut needs = Needs::default();
    let mut counted = Vec::new();
    for (position, lead) in leads.iter().enumerate().filter(|(_, lead)| !lead.known && !loses(lead)) {
        let claims: Vec<&FlowId> = claims(lead).collect();
        if claims.iter().any(|flow| used.contains(*flow)) || !needs.draw(lead) {
            continue;
        }
        used.extend(claims);
        counted.push(position);
    }
    counted
}

/// More likely than not the lead costs more than it brings, as far as anybody knows.
fn loses(lead: &Lead) -> bool {
    gain(lead, |gains| gains.euros.as_ref(), false).is_some_and(|euros| euros.mid() < 0.0)
}

/// What takers still need, t/year.
#[derive(Default)]
struct Needs<'a>(HashMap<&'a FlowId, f64>);

impl<'a> Needs<'a> {
    /// Takes what a lead brings from what its takers need; false, and nothing taken, when one needs less. An unknown need, or an
    /// unknown amount, is used up by the first lead.
    fn draw(&mut self, lead: &'a Lead) -> bool {
        if lead.kind == LeadKind::LocalPurchase {
            return true;
        }
        let takers: Vec<(&FlowId, &Party)> =
            lead.with_role(Role::Taker).filter_map(|party| Some((party.flow.as_ref()?, party))).collect();
        let brought = lead.tonnes.map_or(f64::INFINITY, Range::mid);
        // Several takers share what comes.
        let each = brought / takers.len().max(1) as f64;
        if takers.iter().any(|(flow, _)| self.0.get(flow).is_some_and(|left| *left < each)) {
            return false;
        }
        for (flow, party) in takers {
            let need = party.tonnes.map_or(0.0, Range::mid);
            let left = self.0.entry(flow).or_insert(need);
            *left = (*left - each).max(0.0);
        }
        true
    }
}

/// The flows that a lead uses up: what is given or pooled; for a purchase, what is bought.
fn claims(lead: &Lead) -> impl Iterator<Item = &FlowId> {
    let bought = lead.kind == LeadKind::LocalPurchase;
    let claims = move |role: Role| {
        if bought { role == Role::Taker } else { matches!(role, Role::Giver | Role::Partner) }
    };
    lead.parties.iter().filter(move |party| claims(party.role)).filter_map(|party| party.flow.as_ref())
}

fn total(
    leads: &[Lead],
    counted: &[usize],
    words: &Words<'_>,
    of: fn(&Gains) -> Option<&Estimate>,
    mass: bool,
) -> Total {
    let mut total = Total::default();
    let mut shares: HashMap<&ActorId, f64> = HashMap::new();
    let mut sum = 0.0;
    for lead in counted.iter().map(|&ix| &leads[ix]) {
        if mass && !diverts(lead, words) {
            continue;
        }
        let Some(range) = gain(lead, of, mass) else {
            total.unknown += 1;
            continue;
        };
        total.leads += 1;
        total.sound += usize::from(is_sound(lead, of));
        let worth = range.mid().abs();
        sum += worth;
        for actor in actors(lead, words) {
            *shares.entry(actor).or_default() += worth;
        }
        let said = Support::of(lead, words) == Support::Said;
        let part = if said { &mut total.said } else { &mut total.guessed };
        *part = Some(part.map_or(range, |sum| sum + range));
    }
    total.actors = shares.len();
    let largest = shares.into_values().fold(0.0, f64::max);
    total.largest = if sum > 0.0 { largest / sum } else { 0.0 };
    total
}

/// No term of the lead's figure is of low confidence.
fn is_sound(lead: &Lead, of: fn(&Gains) -> Option<&Estimate>) -> bool {
    let estimate = lead.appraisal.as_ref().and_then(|appraisal| of(&appraisal.gains));
    estimate.is_some_and(|e| e.terms.iter().all(|term| term.confidence != Some(Confidence::Low)))
}

/// False when all that is given is recycled, reused or taken by somebody already: going elsewhere diverts no waste.
pub fn diverts(lead: &Lead, words: &Words<'_>) -> bool {
    let taken = lead.appraisal.as_ref().is_some_and(|appraisal| appraisal.taken_by.is_some());
    let givers: Vec<_> = lead.with_role(Role::Giver).filter_map(|party| words.flow(party)).collect();
    let recovered = |flow: &&Flow| {
        matches!(FateGroup::of(flow, words.reference), FateGroup::Recycling | FateGroup::Reuse)
    };
    !taken && (givers.is_empty() || !givers.iter().all(recovered))
}

/// Who has a part in a lead, each once: an actor may have several sites in it.
fn actors<'a>(lead: &Lead, words: &Words<'a>) -> HashSet<&'a ActorId> {
    lead.parties.iter().filter_map(|party| words.site(&party.site)).map(|site| &site.actor).collect()
}

/// A lead's gain; tonnes of a lead not appraised yet are what could flow.
pub(crate) fn gain(lead: &Lead, of: fn(&Gains) -> Option<&Estimate>, mass: bool) -> Option<Range> {
    match &lead.appraisal {
        Some(appraisal) => of(&appraisal.gains).map(|estimate| estimate.range),
        None if mass && matches!(lead.kind, LeadKind::Substitution | LeadKind::Chain) => lead.tonnes,
        None => None,
    }
}
