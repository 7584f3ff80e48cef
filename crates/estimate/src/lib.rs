//! Fills the gaps: what a site of that activity and size typically takes in and gives out, said to be a guess.
//!
//! An estimate is good for choosing whom to visit, no more: it bears [`Basis::Estimated`](model::Basis::Estimated), a likelihood, and an amount only where the
//! profile gives one per employee and the headcount is known.

mod limits;
mod pattern;

use limits::Limits;
use model::{Direction, Finding, Flow, Severity, Site, SiteId, Territory};
use pattern::{Guess, Pattern};
use reference::{Catalogue, Profile, Rarity, Reference, Specialty};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// The typical flows the sites have not declared, and what could not be estimated.
pub fn estimate(territory: &Territory, reference: &Reference) -> (Vec<Flow>, Vec<Finding>) {
    let declared = Declared::of(territory, reference);
    let (limits, missing) = Limits::on(reference, territory.day);
    let rarity = Rarity::of(reference.activities.all());
    let mut patterns: HashMap<Vec<String>, Pattern> = HashMap::new();
    let mut flows = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    for site in &territory.sites {
        let classes = site.activity.as_ref().map(|code| reference.naf.as_rev2(code)).unwrap_or_default();
        let pattern = match patterns.entry(classes) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let pattern = Pattern::of(&profile_of(new.key(), reference), reference, &rarity, &limits);
                new.insert(pattern)
            }
        };
        unknown.extend(pattern.is_empty().then_some(site.name.as_str()));
        let trades = site.trades(reference);
        typical_flows((site, pattern, &trades), &declared, &reference.catalogue, &limits, &mut flows);
    }
    flows.shrink_to_fit();
    let findings = (!unknown.is_empty())
        .then(|| without_profile(&unknown))
        .into_iter()
        .chain(missing.into_iter().map(|id| Finding::new(Severity::Warning, "figure-missing", id)))
        .collect();
    (flows, findings)
}

/// So many sites are named in a finding.
const NAMED: usize = 5;

/// How many sites have no profile, and the first of them.
fn without_profile(sites: &[&str]) -> Finding {
    let mut named: Vec<&str> = sites.iter().take(NAMED).copied().collect();
    named.extend((sites.len() > NAMED).then_some("…"));
    let finding = Finding::new(Severity::Info, "sites-without-profile", "");
    finding.with("count", sites.len()).with("sites", named.join(", "))
}

/// The profile of the first class that has one: a NAF 2025 code may stand for several rev. 2 classes, and mixing them would say that a
/// firm does everything any of them does.
fn profile_of(classes: &[String], reference: &Reference) -> Profile {
    classes
        .iter()
        .map(|class| reference.activities.profile(class))
        .find(|p| !p.is_empty())
        .unwrap_or_default()
}

fn typical_flows(
    (site, pattern, trades): (&Site, &Pattern, &[&Specialty]),
    declared: &Declared<'_>,
    catalogue: &Catalogue,
    limits: &Limits,
    flows: &mut Vec<Flow>,
) {
    let of_site = declared.of_site(&site.id);
    for (direction, guesses) in &pattern.sides {
        let said = declared.at(&site.id, *direction);
        let forgotten = power(limits.forgotten, said.len());
        // Two purchases said are no list of all: what is far from them is still likely bought.
        let forgotten =
            if *direction == Direction::TakesIn { forgotten.max(limits.bought_besides) } else { forgotten };
        let doubt = forgotten * power(limits.unasked, of_site - said.len());
        let chances = |guess: &Guess| guess.p * doubt * guess.kept(*direction, trades);
        let settled = |guess: &Guess| {
            covered(guess.number, said, catalogue)
                || settling(*direction)
                    .iter()
                    .any(|&other| covered(guess.number, declared.at(&site.id, other), catalogue))
                || (*direction == Direction::GivesOut
                    && declared
                        .sold_beside
                        .get(&site.id)
                        .is_some_and(|sold| covered(guess.number, sold, catalogue)))
        };
        let worth_a_line =
            guesses.iter().filter(|guess| chances(guess) >= limits.least_likelihood && !settled(guess));
        let seated = seats(worth_a_line, *direction, limits);
        flows.extend(seated.map(|guess| guess.at(site, *direction, chances(guess), &pattern.evidence)));
    }
}

/// Other directions in which a declaration already says what a guess of this one would repeat or contradict: who looks for a compressor has
/// none to lend, who throws its spent grain away does not sell it besides. Who sells a thing may well throw some away, unless it is a by-product:
/// the bark that is sold is the bark there is.
fn settling(direction: Direction) -> &'static [Direction] {
    match direction {
        Direction::CanShare | Direction::TakesIn => &[Direction::Needs],
        Direction::Needs => &[Direction::CanShare, Direction::TakesIn, Direction::Sells],
        Direction::Sells => &[Direction::GivesOut],
        Direction::GivesOut => &[],
    }
}

/// The first ones, most particular first. What every workplace has does not take the seat of what only a steelworks has, nor the other
/// way round; a direction without seats apart (services) fills up with both.
fn seats<'g>(
    guesses: impl Iterator<Item = &'g Guess>,
    direction: Direction,
    limits: &Limits,
) -> impl Iterator<Item = &'g Guess> {
    let (mut particular, mut common) = limits.most(direction);
    let apart = Limits::apart(direction);
    guesses.filter(move |guess| {
        let left = if guess.common && apart { &mut common } else { &mut particular };
        let seated = *left > 0;
        *left = left.saturating_sub(1);
        seated
    })
}

fn power(base: f32, times: usize) -> f32 {
    base.powi(i32::try_from(times).unwrap_or(i32::MAX))
}

/// True when the site has declared the resource, something more specific or something more general.
fn covered(resource: usize, declared: &[usize], catalogue: &Catalogue) -> bool {
    declared.iter().any(|&said| {
        catalogue.steps_up(said, resource).is_some() || catalogue.steps_up(resource, said).is_some()
    })
}

/// What sites have said themselves, by site and direction.
#[derive(Default)]
struct Declared<'a> {
    by_direction: HashMap<(&'a SiteId, Direction), Vec<usize>>,
    by_site: HashMap<&'a SiteId, usize>,
    /// What each sells without making it for sale.
    sold_beside: HashMap<&'a SiteId, Vec<usize>>,
}

impl<'a> Declared<'a> {
    fn of(territory: &'a Territory, reference: &Reference) -> Self {
        let mut declared = Self::default();
        let sells: HashSet<&SiteId> =
            territory.flows.iter().filter(|f| f.direction == Direction::Sells).map(|f| &f.site).collect();
        let classes: HashMap<&SiteId, Vec<String>> = territory
            .sites
            .iter()
            .filter(|site| sells.contains(&site.id))
            .map(|site| {
                (&site.id, site.activity.as_ref().map(|code| reference.naf.as_rev2(code)).unwrap_or_default())
            })
            .collect();
        for flow in territory.flows.iter().filter(|flow| !flow.evidence.is_estimate()) {
            let known = flow.resource.as_ref().and_then(|id| reference.catalogue.index_of(id.as_str()));
            if let Some(resource) = known {
                let by_product = flow.direction == Direction::Sells
                    && classes
                        .get(&flow.site)
                        .is_some_and(|of| reference.is_by_product(of, resource, &flow.wording));
                if by_product {
                    declared.sold_beside.entry(&flow.site).or_default().push(resource);
                }
                declared.by_direction.entry((&flow.site, flow.direction)).or_default().push(resource);
                *declared.by_site.entry(&flow.site).or_default() += 1;
            }
        }
        declared
    }

    fn at(&self, site: &'a SiteId, direction: Direction) -> &[usize] {
        self.by_direction.get(&(site, direction)).map_or(&[], Vec::as_slice)
    }

    fn of_site(&self, site: &SiteId) -> usize {
        self.by_site.get(site).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
