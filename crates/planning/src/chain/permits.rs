//! What the nomenclature of classified installations asks of a plan of that size. An orientation for a funder, not legal advice.

use super::parts::figure_range;
use super::study::Line;
use super::{Asked, Chain, SizeCost};
use reference::{Regime, Rubric};
use units::{Quantity, Range, Unit};

/// What a threshold counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// Tonnes treated a day.
    TonnesDay,
    /// Cubic metres present.
    Present,
    /// Megawatts of fuel burnt.
    Megawatts,
}

/// One heading held against the plan.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Permit {
    /// `2714`.
    pub rubric: String,
    /// What the plan reaches; `None` when nothing known says it, and the level is to be established.
    pub reaches: Option<(Counted, Range)>,
    /// D, DC, E or A at the middle; `None` with `reaches`: below every threshold, not classified.
    pub level: Option<String>,
    /// The level at the upper end, where it is another.
    pub at_most: Option<String>,
    /// Months from the preparation of the file to the right to run, of `level`; of all levels of the heading when it is to be established.
    pub delay_months: Option<Range>,
}

impl Permit {
    /// A heading of which nothing is concluded.
    pub fn open(rubric: &Rubric) -> Self {
        let delay_months = rubric.delay_months.as_ref().map(|range| range.0);
        Self { rubric: rubric.id.clone(), reaches: None, level: None, at_most: None, delay_months }
    }
}

/// What a plan takes in, holds and burns.
struct Plan {
    tonnes_day: Option<Range>,
    present: Option<Range>,
    megawatts: Option<Range>,
}

/// Every heading of the plant, in the order of its description.
pub(super) fn permits(
    chain: &Chain,
    asked: &Asked<'_>,
    size: &SizeCost,
    lines: &[Line],
    missing: &mut Vec<String>,
) -> Vec<Permit> {
    let plan = Plan {
        tonnes_day: tonnes_day(asked, lines, missing),
        present: present(chain, asked, lines, missing),
        megawatts: megawatts(asked, size),
    };
    let legal = &asked.reference.legal;
    let known = asked.plant.rubrics.iter().filter_map(|id| legal.rubric(id));
    known.map(|rubric| permit(asked, rubric, &plan)).collect()
}

fn permit(asked: &Asked<'_>, rubric: &Rubric, plan: &Plan) -> Permit {
    let Some((counted, range)) = reaches(rubric, plan) else { return Permit::open(rubric) };
    let [level, most] = [range.mid(), range.high()].map(|value| level(rubric, counted, value));
    let delay = |id: &str| asked.reference.legal.level(id).map(|level| level.delay_months.0);
    Permit {
        rubric: rubric.id.clone(),
        reaches: Some((counted, range)),
        delay_months: level.as_deref().and_then(delay),
        at_most: most.filter(|most| Some(most) != level.as_ref()),
        level,
    }
}

/// What the heading counts, where the plan says it.
fn reaches(rubric: &Rubric, plan: &Plan) -> Option<(Counted, Range)> {
    let first = rubric.regime.first()?;
    let of = |counted: Counted, value: Option<Range>| {
        bounds(first, counted)?;
        Some((counted, value?))
    };
    of(Counted::TonnesDay, plan.tonnes_day)
        .or_else(|| of(Counted::Present, plan.present))
        .or_else(|| of(Counted::Megawatts, plan.megawatts))
}

fn bounds(regime: &Regime, counted: Counted) -> Option<[f64; 2]> {
    match counted {
        Counted::TonnesDay => regime.t_day,
        Counted::Present => regime.m3,
        Counted::Megawatts => regime.mw,
    }
}

fn level(rubric: &Rubric, counted: Counted, value: f64) -> Option<String> {
    let within =
        |regime: &&Regime| bounds(regime, counted).is_some_and(|[from, to]| (from..to).contains(&value));
    rubric.regime.iter().find(within).map(|regime| regime.level.clone())
}

/// A year's intake over the days on which a plant receives.
fn tonnes_day(asked: &Asked<'_>, lines: &[Line], missing: &mut Vec<String>) -> Option<Range> {
    let tonnes: Unit = "t".parse().ok().filter(|tonnes| asked.plant.input_unit.same_kind(tonnes))?;
    let year: f64 = lines.iter().map(|line| line.input).sum();
    let year =
        Quantity::new(Range::exact(year).ok()?, asked.plant.input_unit.clone()).to(&tonnes).ok()?.range;
    let days = figure_range(asked, "law.working-days", "day/year", missing)?;
    Some(year.times(days.inverse()?))
}

/// What lies on the site: some days of intake, as loose as it is given out. Matter without known density is taken as the mean of the others.
fn present(chain: &Chain, asked: &Asked<'_>, lines: &[Line], missing: &mut Vec<String>) -> Option<Range> {
    if asked.plant.is_piped() {
        return None;
    }
    let days = figure_range(asked, "plant.stock.days", "day", missing)?;
    let received = figure_range(asked, "law.working-days", "day/year", missing)?;
    let (mut all, mut told, mut volume) = (0.0, 0.0, 0.0);
    for line in lines {
        all += line.input;
        if let Some(density) = chain.supply(&line.flow).and_then(|supply| supply.density) {
            told += line.input;
            volume += line.input / density.max(1e-6);
        }
    }
    if told <= 0.0 {
        return None;
    }
    Some(days.times(received.inverse()?).scale(volume * all / told))
}

/// Fuel burnt at full load.
fn megawatts(asked: &Asked<'_>, size: &SizeCost) -> Option<Range> {
    let (plant, reference) = (asked.plant, asked.reference);
    let fuel = plant.fuel.as_ref()?.on(&reference.figures, &reference.catalogue, None, asked.day).ok()?;
    let installed = Quantity::new(Range::exact(size.size).ok()?, plant.size_unit.clone());
    Some(installed.times(&fuel).to(&"MW".parse().ok()?).ok()?.range)
}

/// The heaviest of the levels concluded, which is the one that applies; `None` when no heading is concluded or all are below their thresholds.
pub fn heaviest<'r>(reference: &'r reference::Reference, permits: &[Permit]) -> Option<&'r reference::Level> {
    let levels = &reference.legal.levels;
    let place = |permit: &Permit| levels.iter().position(|level| Some(&level.id) == permit.level.as_ref());
    permits.iter().filter_map(place).max().map(|ix| &levels[ix])
}
