//! The instance format `fe2i-plan-instance/1`: one JSON object, unknown keys refused.
//!
//! An optional key that is absent means that there is none of it (no limit, no price, no output): the format states a whole question, so
//! what it leaves out does not exist. Whoever writes an instance from data where a figure is *unknown* must settle it before.

mod answer;
mod checks;
mod place;
mod read;

pub use answer::{Answer, FlowLine, flow_lines};
pub use read::{Expected, InstanceError, Reason, read_instance};

use serde::{Deserialize, Serialize};

/// The name of the format, the value of the key `format`.
pub const FORMAT: &str = "fe2i-plan-instance/1";

/// A planning question, as written in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// Always [`FORMAT`].
    pub format: String,
    /// What people call it.
    pub name: String,
    /// What is sought.
    pub objective: Objective,
    /// Whether everything must be hauled.
    pub serve: Serve,
    /// A source gives everything to one option (one contract), or may split.
    pub single_site: bool,
    /// Who supplies.
    pub sources: Vec<Source>,
    /// What can be built: one size at one site each.
    pub options: Vec<PlantOption>,
    /// EUR/t, sources × options; absent when `haul` gives the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub haul_eur_t: Option<Vec<Vec<f64>>>,
    /// kg CO2e of hauling a t, sources × options. Absent: none is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub haul_co2_kg_t: Option<Vec<Vec<f64>>>,
    /// How haulage follows from coordinates; absent when the matrix is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub haul: Option<Haul>,
    /// Limits over the whole plan.
    #[serde(default, skip_serializing_if = "Limits::is_default")]
    pub limits: Limits,
    /// What a tonne of CO2 and an hour of work are worth; for `max_value`. Absent: euros alone count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<Weights>,
}

/// What is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// The least EUR a year: plants, running, preparing, haulage, less output sold, plus today's treatment of what stays.
    MinCost,
    /// The most weighted value a year: EUR gained, CO2 avoided, hours of work.
    MaxValue,
}

/// Whether everything must be hauled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Serve {
    /// Every source's whole supply goes to an option.
    All,
    /// As much as pays.
    Free,
}

/// Tonnes a year, even over the months or month by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Supply {
    /// t/year, the same every month.
    Year(f64),
    /// t of each month, January first.
    Months([f64; 12]),
}

impl Supply {
    /// t/year.
    pub fn year(&self) -> f64 {
        match self {
            Self::Year(t) => *t,
            Self::Months(months) => months.iter().sum(),
        }
    }

    /// t of a month (0 = January).
    pub fn month(&self, month: usize) -> f64 {
        match self {
            Self::Year(t) => t / 12.0,
            Self::Months(months) => months.get(month).copied().unwrap_or(0.0),
        }
    }
}

/// A supplier of material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Unique among sources.
    pub id: String,
    /// What it can give.
    pub supply_t: Supply,
    /// Degrees, WGS 84. Absent: its haulage stands in the matrix (with the rule [`Haul`] it is refused).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees, WGS 84. Absent: its haulage stands in the matrix (with the rule [`Haul`] it is refused).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// EUR/t its treatment costs today. Absent: it costs nothing to leave it where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avoided_eur_t: Option<f64>,
    /// EUR/t to prepare it for the plant. Absent: nothing to prepare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepare_eur_t: Option<f64>,
    /// A tonne of it fills an option, makes output and avoids CO2 like so many tonnes of what the option's figures are for: rich and lean
    /// matter in plants whose size is said in output. Absent: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<f64>,
}

impl Source {
    /// Tonnes of the options' figures that one of its tonnes counts as.
    pub fn counts_as(&self) -> f64 {
        self.strength.unwrap_or(1.0)
    }
}

/// One size at one site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlantOption {
    /// Unique among options.
    pub id: String,
    /// The site; several options may share one.
    pub site: String,
    /// t/year it can take in; null = no limit.
    pub capacity_t: Option<f64>,
    /// EUR/year, annualised investment and fixed running cost.
    pub fixed_eur: f64,
    /// EUR/t taken in.
    pub variable_eur_t: f64,
    /// Degrees, WGS 84. Absent: its haulage stands in the matrix (with the rule [`Haul`] it is refused).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees, WGS 84. Absent: its haulage stands in the matrix (with the rule [`Haul`] it is refused).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// t/year below which it cannot run. Absent: it runs at any load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_t: Option<f64>,
    /// Output (in `output_unit`) per t taken in. Absent: nothing is made that could be sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_per_t: Option<f64>,
    /// Unit of the output; said to people, not computed with. Absent: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_unit: Option<String>,
    /// EUR per unit of output. Absent: the output earns nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_price_eur: Option<f64>,
    /// Most output that can be placed in each month, January first; a plant makes no more. Absent: all can be placed, and months do not bind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_demand: Option<[f64; 12]>,
    /// kg CO2e avoided per t taken in. Absent: none is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub co2_kg_t: Option<f64>,
    /// kg CO2e that the plant emits per t taken in, apart from what is avoided. Absent: none is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub co2_caused_kg_t: Option<f64>,
    /// Hours of work per t taken in. Absent: they weigh nothing in the choice, and the hours of a plan that opens it are unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_h_t: Option<f64>,
    /// Hours of work a year as soon as it runs. Absent: none are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_h_fixed: Option<f64>,
    /// EUR of investment. Absent: it takes nothing from the budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_eur: Option<f64>,
}

/// Haulage from coordinates: `fixed_eur_t` + `eur_t_km` × great-circle km × `detour`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Haul {
    /// EUR per t and km.
    pub eur_t_km: f64,
    /// Road km per km as the crow flies.
    pub detour: f64,
    /// EUR/t for loading and unloading. Absent: 0.
    #[serde(default)]
    pub fixed_eur_t: f64,
}

/// Limits over the whole plan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Most options that may open. Absent: any number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_options: Option<usize>,
    /// Most EUR of investment. Absent: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_eur: Option<f64>,
    /// At most one size at a site. Absent: true.
    #[serde(default = "yes")]
    pub one_size_per_site: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_options: None, budget_eur: None, one_size_per_site: true }
    }
}

impl Limits {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What counts in `max_value`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Weight of a EUR. Absent: 1.
    #[serde(default = "one")]
    pub eur: f64,
    /// EUR per t CO2e: as much for one avoided as against one caused, a trade-off and no balance of emissions. Absent: 0.
    #[serde(default)]
    pub co2_eur_t: f64,
    /// EUR per hour of work. Absent: 0.
    #[serde(default)]
    pub work_eur_h: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { eur: 1.0, co2_eur_t: 0.0, work_eur_h: 0.0 }
    }
}

impl Instance {
    /// Options that do not say what they avoid: where CO2 is weighed they count none, which must be said.
    pub fn co2_unsaid(&self) -> impl Iterator<Item = &PlantOption> {
        self.options.iter().filter(|option| option.co2_kg_t.is_none())
    }
}

fn yes() -> bool {
    true
}

fn one() -> f64 {
    1.0
}
