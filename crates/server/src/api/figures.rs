//! Sums for authorities and funders, under statistical secrecy whoever reads them: what is projected in a committee is public.

use crate::http::Desk;
use crate::problem::{Answer, Refusals};
use crate::shapes::{Figure, FigureGroup, Figures};
use crate::view::range;
use access::Ability;
use access::secrecy::{Cell, LEAST, MOST, withheld};
use axum::response::Response;
use model::{Actor, ActorId, Direction, Estimate, Gains, Lead, Site, SiteId, Stage, Territory};
use report::Support;
use std::collections::{BTreeMap, HashMap, HashSet};
use wording::{Keyed, Words};

/// A gain: key, label, unit, where it is.
type Theme = (&'static str, &'static str, fn(&Gains) -> Option<&Estimate>);

const THEMES: [Theme; 6] = [
    ("figure-mass", "t/year", |g| g.mass.as_ref()),
    ("figure-euros", "EUR/year", |g| g.euros.as_ref()),
    ("figure-co2", "tCO2e/year", |g| g.co2.as_ref()),
    ("figure-energy", "MWh/year", |g| g.energy.as_ref()),
    ("figure-water", "m3/year", |g| g.water.as_ref()),
    ("figure-work", "h/year", |g| g.work.as_ref()),
];

/// Totals and breakdowns.
#[utoipa::path(get, path = "/territories/{t}/figures", tag = "pictures", params(("t" = String, Path)),
    responses((status = 200, body = Figures), Refusals))]
pub(super) async fn get(desk: Desk) -> Answer<Response> {
    desk.needs(Ability::Figures)?;
    desk.once("application/json", |desk| Ok(figures(desk))).await
}

fn figures(desk: &Desk) -> Figures {
    let territory = &desk.holding.whole.territory;
    let given = flows(territory, |d| d == Direction::GivesOut);
    let taken = flows(territory, |d| matches!(d, Direction::TakesIn | Direction::Needs));
    let mut all = counts(desk);
    for (key, sums) in [("figure-given-out", &given), ("figure-taken-in", &taken)] {
        let whole = cell(desk, key, "t/year", &sums.total, false);
        let told = (!whole.hidden).then(|| sums.told(desk));
        all.push(Figure { note: told, ..whole });
    }
    all.extend(leads(desk));
    let mut groups = vec![group(desk, "figures-all", all)];
    for (label, parts) in [("figures-zone", &given.zones), ("figures-activity", &given.activities)] {
        groups.push(group(desk, label, breakdown(desk, &given.total, parts)));
    }
    Figures { day: territory.day, groups }
}

/// The tonnes of each named zone, withheld where they would tell of a company.
pub(super) fn zones(desk: &Desk) -> Vec<Figure> {
    let given = flows(&desk.holding.whole.territory, |d| d == Direction::GivesOut);
    breakdown(desk, &given.total, &given.zones).into_iter().filter(|zone| !zone.key.is_empty()).collect()
}

fn group(desk: &Desk, key: &str, figures: Vec<Figure>) -> FigureGroup {
    FigureGroup { key: key.to_owned(), label: desk.say(key, &[]), figures }
}

/// Tonnes of flows, whole and by zone and activity.
#[derive(Default)]
struct Sums {
    total: Cell,
    zones: BTreeMap<String, Cell>,
    activities: BTreeMap<String, Cell>,
    /// How many of the flows are known how.
    bases: BTreeMap<String, usize>,
}

impl Sums {
    /// Where the total comes from: so many flows measured, so many of a register, so many said.
    fn told(&self, desk: &Desk) -> String {
        let part = |(basis, count): (&String, &usize)| format!("{} {count}", desk.say(basis, &[]));
        let parts: Vec<String> = self.bases.iter().map(part).collect();
        let flows: usize = self.bases.values().sum();
        desk.say("figure-note-flows", &[("count", flows.into()), ("bases", parts.join(", ").into())])
    }
}

fn flows(territory: &Territory, wanted: impl Fn(Direction) -> bool) -> Sums {
    let sites: HashMap<&SiteId, &Site> = territory.sites.iter().map(|site| (&site.id, site)).collect();
    let mut sums = Sums::default();
    let stated = territory.flows.iter().filter(|flow| !flow.evidence.is_estimate() && wanted(flow.direction));
    for flow in stated {
        let (Some(tonnes), Some(site)) = (*flow.tonnes, sites.get(&flow.site)) else { continue };
        let division = site.activity.as_ref().map(|code| code.division().to_owned()).unwrap_or_default();
        let parts = [
            &mut sums.total,
            sums.zones.entry(site.zone.clone().unwrap_or_default()).or_default(),
            sums.activities.entry(division).or_default(),
        ];
        for cell in parts {
            cell.add(tonnes, [&site.actor], false);
        }
        *sums.bases.entry(flow.evidence.basis.key()).or_default() += 1;
    }
    sums
}

fn breakdown(desk: &Desk, total: &Cell, parts: &BTreeMap<String, Cell>) -> Vec<Figure> {
    let cells: Vec<Cell> = parts.values().cloned().collect();
    let hidden = withheld(total, &cells);
    let row = |((name, cell_of), hidden): ((&String, &Cell), bool)| {
        let label = if name.is_empty() { desk.say("zone-none", &[]) } else { desk.division(name) };
        Figure { key: name.clone(), label, ..cell(desk, "figure-given-out", "t/year", cell_of, hidden) }
    };
    parts.iter().zip(hidden).map(row).collect()
}

fn cell(desk: &Desk, key: &str, unit: &str, cell: &Cell, hidden: bool) -> Figure {
    let hidden = hidden || !cell.is_safe();
    let why = [("least", LEAST.into()), ("most", (MOST * 100.0).round().into())];
    Figure {
        key: key.to_owned(),
        label: desk.say(key, &[]),
        value: cell.sum.filter(|_| !hidden).map(range),
        unit: unit.to_owned(),
        hidden,
        why_hidden: hidden.then(|| desk.say("figures-hidden", &why)),
        contributors: (!hidden).then_some(cell.shares.len()),
        note: None,
        source: None,
        estimated: cell.estimated,
    }
}

/// Sums over leads, each flow once, in its best lead.
fn leads(desk: &Desk) -> Vec<Figure> {
    let whole = &desk.holding.whole;
    let words = Words::new(&whole.territory, desk.app.reference(), desk.lang);
    let counted: Vec<&Lead> =
        report::totals(&whole.leads, &words).counted.iter().filter_map(|&ix| whole.leads.get(ix)).collect();
    let sum = |key: &str, of: fn(&Gains) -> Option<&Estimate>| {
        let (mut cell, mut added) = (Cell::default(), 0_usize);
        let counts = |lead: &&&Lead| key != "figure-mass" || report::diverts(lead, &words);
        for lead in counted.iter().filter(counts) {
            let Some(estimate) = lead.appraisal.as_ref().and_then(|appraisal| of(&appraisal.gains)) else {
                continue;
            };
            let actors: HashSet<&ActorId> =
                lead.parties.iter().filter_map(|p| words.site(&p.site)).map(|site| &site.actor).collect();
            cell.add(estimate.range, actors, Support::of(lead, &words) != Support::Said);
            added += 1;
        }
        (cell, added)
    };
    let figure = |(key, unit, of): &Theme| {
        let (sum, added) = sum(key, *of);
        let whole = cell(desk, key, unit, &sum, false);
        let note = if *key == "figure-mass" { "figure-note-mass" } else { "figure-note-leads" };
        let told = (!whole.hidden).then(|| desk.say(note, &[("count", added.into())]));
        Figure { note: told, ..whole }
    };
    THEMES.iter().map(figure).collect()
}

/// Counts of what is there: no secret.
fn counts(desk: &Desk) -> Vec<Figure> {
    let whole = &desk.holding.whole;
    let territory = &whole.territory;
    let spoken: HashSet<&SiteId> =
        territory.flows.iter().filter(|flow| !flow.evidence.is_estimate()).map(|flow| &flow.site).collect();
    let actors: HashSet<&ActorId> = territory.actors.iter().map(|actor: &Actor| &actor.id).collect();
    let running = whole.synergies.iter().filter(|synergy| synergy.stage == Stage::Running).count();
    let count = |key: &str, count: usize| Figure {
        key: key.to_owned(),
        label: desk.say(key, &[]),
        value: units::Range::exact(count as f64).ok().map(range),
        unit: "1".to_owned(),
        hidden: false,
        why_hidden: None,
        contributors: None,
        note: None,
        source: None,
        estimated: false,
    };
    vec![
        count("figure-actors", actors.len()),
        count("figure-sites", territory.sites.len()),
        count("figure-spoken", spoken.len()),
        count("figure-running", running),
    ]
}
