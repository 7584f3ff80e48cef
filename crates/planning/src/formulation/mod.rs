//! From words to numbers: everything becomes a cost to make as small as possible.

mod haul;
mod lp;
pub mod model;

pub use lp::{RULES, write_lp};

use crate::instance::{Instance, Objective, PlantOption, Serve, Source, Weights};

/// A planning problem in numbers. Costs are per year; a gain is a negative cost.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What is hauled: one row per source, or per source and month when months bind.
    pub rows: Vec<Row>,
    /// Number of sources.
    pub sources: usize,
    /// One per option.
    pub plants: Vec<Plant>,
    /// Options of which at most one opens.
    pub sites: Vec<Vec<usize>>,
    /// Most options that may open.
    pub max_open: Option<usize>,
    /// Most EUR of investment.
    pub budget: Option<f64>,
    /// A source gives everything to one option.
    pub single: bool,
    /// −1 when the objective is to be made as large as possible.
    pub sign: f64,
    /// What the plan must bring of something else, if asked.
    pub floor: Option<Floor>,
}

/// The least that a plan must bring of something the objective does not count: the ε of an ε-constraint.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// What each option brings a year once open.
    pub open: Vec<f64>,
    /// What each option brings per t taken in, options × sources.
    pub tonne: Vec<Vec<f64>>,
    /// The least a year.
    pub least: f64,
}

/// A quantity to haul.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Index of its source.
    pub source: usize,
    /// 0 = January; 0 too when months do not bind.
    pub month: usize,
    /// Tonnes, counted as those of the options' figures ([`Source::counts_as`]).
    pub tonnes: f64,
    /// EUR/t of leaving it; infinite when everything must be hauled.
    pub idle: f64,
}

/// An option in numbers.
#[derive(Clone, Debug)]
pub struct Plant {
    /// Index into [`Problem::sites`].
    pub site: usize,
    /// EUR/year once open.
    pub fixed: f64,
    /// t/year, infinite without limit.
    pub capacity: f64,
    /// t/year below which it cannot run.
    pub min: f64,
    /// Most t in each month, when the demand for its output limits it.
    pub months: Option<[f64; 12]>,
    /// EUR of investment.
    pub invest: f64,
    /// EUR/t from each source.
    pub cost: Vec<f64>,
}

impl Plant {
    /// The most t it can take in a year: its capacity, and what its months can place.
    pub fn most(&self) -> f64 {
        self.months.map_or(self.capacity, |months| months.iter().sum::<f64>().min(self.capacity))
    }
}

impl Problem {
    /// The numbers of an instance.
    pub fn new(instance: &Instance) -> Self {
        let haul = haul::matrix(instance);
        let weights = Rates::of(instance);
        let (site_of, sites) = sites(instance);
        let plants: Vec<Plant> = instance
            .options
            .iter()
            .enumerate()
            .map(|(j, option)| {
                let hauled = |i: usize| instance.haul_co2_kg_t.as_ref().map_or(0.0, |kg| kg[i][j]);
                let cost =
                    |(i, source): (usize, &Source)| weights.tonne(source, option, haul[i][j], hauled(i));
                let cost = instance.sources.iter().enumerate().map(cost).collect();
                plant(option, site_of[j], weights.fixed(option), cost)
            })
            .collect();
        let rows = rows(instance, &weights, plants.iter().any(|p| p.months.is_some()));
        let sign = if instance.objective == Objective::MaxValue { -1.0 } else { 1.0 };
        Self {
            rows,
            sources: instance.sources.len(),
            plants,
            sites,
            max_open: instance.limits.max_options,
            budget: instance.limits.budget_eur,
            single: instance.single_site,
            sign,
            floor: None,
        }
    }

    /// The same problem where the plan must bring at least so much.
    #[must_use]
    pub fn with_floor(mut self, floor: Floor) -> Self {
        self.floor = Some(floor);
        self
    }

    /// Total tonnes of the rows.
    pub fn supply(&self) -> f64 {
        self.rows.iter().map(|row| row.tonnes).sum()
    }

    /// Whether everything must be hauled.
    pub fn serve_all(&self) -> bool {
        self.rows.iter().any(|row| row.idle.is_infinite())
    }

    /// Whether rows are by month.
    pub fn monthly(&self) -> bool {
        self.plants.iter().any(|plant| plant.months.is_some())
    }

    /// The value to show for an internal cost.
    pub fn shown(&self, cost: f64) -> f64 {
        self.sign * cost
    }
}

fn plant(option: &PlantOption, site: usize, fixed: f64, cost: Vec<f64>) -> Plant {
    let per_t = option.output_per_t.unwrap_or(0.0);
    let months = option.output_demand.filter(|_| per_t > 0.0).map(|demand| demand.map(|d| d / per_t));
    Plant {
        site,
        fixed,
        capacity: option.capacity_t.unwrap_or(f64::INFINITY),
        min: option.min_t.unwrap_or(0.0),
        months,
        invest: option.budget_eur.unwrap_or(0.0),
        cost,
    }
}

fn rows(instance: &Instance, weights: &Rates, monthly: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (i, source) in instance.sources.iter().enumerate() {
        let counts = source.counts_as();
        let idle = match instance.serve {
            Serve::All => f64::INFINITY,
            Serve::Free => weights.idle(source),
        };
        if monthly {
            let month = |month| Row { source: i, month, tonnes: source.supply_t.month(month) * counts, idle };
            rows.extend((0..12).map(month).filter(|row| row.tonnes > 0.0));
        } else if source.supply_t.year() > 0.0 {
            rows.push(Row { source: i, month: 0, tonnes: source.supply_t.year() * counts, idle });
        }
    }
    rows
}

/// The site of each option, and the options of each site. Without the rule of one size per site, each option is a site of its own.
fn sites(instance: &Instance) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut names: Vec<&str> = Vec::new();
    let mut sites: Vec<Vec<usize>> = Vec::new();
    let mut site_of = Vec::new();
    for (j, option) in instance.options.iter().enumerate() {
        let known = names.iter().position(|name| *name == option.site && instance.limits.one_size_per_site);
        let site = known.unwrap_or(sites.len());
        if known.is_none() {
            names.push(&option.site);
            sites.push(Vec::new());
        }
        sites[site].push(j);
        site_of.push(site);
    }
    (site_of, sites)
}

/// What a EUR, a tonne of CO2 and an hour count for.
struct Rates {
    weights: Weights,
    value: bool,
}

impl Rates {
    fn of(instance: &Instance) -> Self {
        let value = instance.objective == Objective::MaxValue;
        let weights = if value { instance.weights.unwrap_or_default() } else { Weights::default() };
        Self { weights, value }
    }

    /// Cost of a tonne of a source in an option, tonnes counted as those of the option's figures; `haul` in EUR/t, `hauled` in kg CO2e/t.
    fn tonne(&self, source: &Source, option: &PlantOption, haul: f64, hauled: f64) -> f64 {
        let counts = source.counts_as();
        let sold = option.output_per_t.unwrap_or(0.0) * option.output_price_eur.unwrap_or(0.0);
        let spent = (option.variable_eur_t + haul + source.prepare_eur_t.unwrap_or(0.0)) / counts - sold;
        if !self.value {
            return spent;
        }
        let gain = source.avoided_eur_t.unwrap_or(0.0) / counts - spent;
        let caused = option.co2_caused_kg_t.unwrap_or(0.0) + hauled / counts;
        let co2 = (option.co2_kg_t.unwrap_or(0.0) - caused) / 1000.0;
        let work = option.work_h_t.unwrap_or(0.0) / counts;
        -(self.weights.eur * gain + self.weights.co2_eur_t * co2 + self.weights.work_eur_h * work)
    }

    fn fixed(&self, option: &PlantOption) -> f64 {
        if self.value {
            self.weights.eur * option.fixed_eur - self.weights.work_eur_h * option.work_h_fixed.unwrap_or(0.0)
        } else {
            option.fixed_eur
        }
    }

    /// Cost of a tonne that stays: today's treatment when costs are counted, nothing when gains are.
    fn idle(&self, source: &Source) -> f64 {
        if self.value { 0.0 } else { source.avoided_eur_t.unwrap_or(0.0) / source.counts_as() }
    }
}
