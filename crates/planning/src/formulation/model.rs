//! The problem as a plain mixed-integer program: for a general solver, for export, for cross-checks.

use super::Problem;

/// Which rule a constraint states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A row is hauled, or stays.
    Served,
    /// Nothing goes to a closed option.
    Link,
    /// No more than the capacity.
    Capacity,
    /// No less than the minimum load.
    Minimum,
    /// No more in a month than its output can be placed.
    Month,
    /// One size a site.
    OneSize,
    /// Number of options.
    MaxOptions,
    /// Investment.
    Budget,
    /// What the plan must bring.
    Floor,
}

impl Rule {
    /// As written in an exported file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Served => "served",
            Self::Link => "link",
            Self::Capacity => "capacity",
            Self::Minimum => "minimum",
            Self::Month => "month",
            Self::OneSize => "one_size",
            Self::MaxOptions => "max_options",
            Self::Budget => "budget",
            Self::Floor => "floor",
        }
    }
}

/// How the two sides of a constraint stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// At most.
    Le,
    /// At least.
    Ge,
    /// Equal.
    Eq,
}

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The option opens (0 or 1).
    Open(usize),
    /// Share of a unit (a row, or a whole source over its months) that goes to an option.
    Share(usize, usize),
    /// Share of a unit that stays.
    Idle(usize),
}

/// Σ terms against a right-hand side.
#[derive(Clone, Debug)]
pub struct Constraint {
    /// The rule.
    pub rule: Rule,
    /// (column, coefficient).
    pub terms: Vec<(usize, f64)>,
    /// How the sides stand.
    pub sense: Sense,
    /// Right-hand side.
    pub right: f64,
}

/// A mixed-integer program to minimise; every column lies between 0 and 1.
#[derive(Clone, Debug)]
pub struct Model {
    /// Meaning and cost (EUR for the whole share).
    pub columns: Vec<(Column, f64)>,
    /// Shares are whole, too.
    pub whole: bool,
    /// The constraints.
    pub constraints: Vec<Constraint>,
    /// Rows of the problem in each unit.
    pub units: Vec<Vec<usize>>,
}

impl Model {
    /// The plain formulation of a problem.
    pub fn new(problem: &Problem) -> Self {
        let mut model = Self {
            columns: Vec::new(),
            whole: problem.single,
            constraints: Vec::new(),
            units: units(problem),
        };
        let opens = problem.plants.iter().enumerate().map(|(j, plant)| (Column::Open(j), plant.fixed));
        model.columns.extend(opens);
        for unit in 0..model.units.len() {
            model.serve(problem, unit);
        }
        for plant in 0..problem.plants.len() {
            model.hold(problem, plant);
        }
        model.limits(problem);
        model
    }

    /// Whether a column takes only 0 or 1.
    pub fn integer(&self, column: usize) -> bool {
        self.whole || matches!(self.columns[column].0, Column::Open(_))
    }

    /// Tonnes of a unit, over all months or in one.
    fn tonnes(&self, problem: &Problem, unit: usize, month: Option<usize>) -> f64 {
        let rows = self.units[unit].iter().map(|row| problem.rows[*row]);
        rows.filter(|row| month.is_none_or(|m| m == row.month)).map(|row| row.tonnes).sum()
    }

    fn source(&self, problem: &Problem, unit: usize) -> usize {
        self.units[unit].first().map_or(0, |row| problem.rows[*row].source)
    }

    fn push(&mut self, rule: Rule, terms: Vec<(usize, f64)>, sense: Sense, right: f64) {
        self.constraints.push(Constraint { rule, terms, sense, right });
    }

    /// Columns of a unit, its balance and its links.
    fn serve(&mut self, problem: &Problem, unit: usize) {
        let Some(first) = self.units[unit].first().map(|row| problem.rows[*row]) else { return };
        let tonnes = self.tonnes(problem, unit, None);
        let mut balance = Vec::new();
        for (j, plant) in problem.plants.iter().enumerate() {
            balance.push((self.columns.len(), 1.0));
            self.push(Rule::Link, vec![(self.columns.len(), 1.0), (j, -1.0)], Sense::Le, 0.0);
            self.columns.push((Column::Share(unit, j), plant.cost[first.source] * tonnes));
        }
        if first.idle.is_finite() {
            balance.push((self.columns.len(), 1.0));
            self.columns.push((Column::Idle(unit), first.idle * tonnes));
        }
        self.push(Rule::Served, balance, Sense::Eq, 1.0);
    }

    /// Capacity, minimum load and months of an option.
    fn hold(&mut self, problem: &Problem, plant: usize) {
        let limits = &problem.plants[plant];
        if limits.capacity.is_finite() {
            let terms = self.load(problem, plant, None, limits.capacity);
            self.push(Rule::Capacity, terms, Sense::Le, 0.0);
        }
        if limits.min > 0.0 {
            let terms = self.load(problem, plant, None, limits.min);
            self.push(Rule::Minimum, terms, Sense::Ge, 0.0);
        }
        for (month, most) in limits.months.iter().flatten().enumerate() {
            let terms = self.load(problem, plant, Some(month), *most);
            self.push(Rule::Month, terms, Sense::Le, 0.0);
        }
    }

    /// Σ tonnes × share − limit × open.
    fn load(&self, problem: &Problem, plant: usize, month: Option<usize>, limit: f64) -> Vec<(usize, f64)> {
        let share = |(c, (column, _)): (usize, &(Column, f64))| match column {
            Column::Share(unit, j) if *j == plant => Some((c, self.tonnes(problem, *unit, month))),
            _ => None,
        };
        let mut terms: Vec<(usize, f64)> =
            self.columns.iter().enumerate().filter_map(share).filter(|(_, t)| *t > 0.0).collect();
        terms.push((plant, -limit));
        terms
    }

    fn limits(&mut self, problem: &Problem) {
        for site in problem.sites.iter().filter(|site| site.len() > 1) {
            self.push(Rule::OneSize, site.iter().map(|j| (*j, 1.0)).collect(), Sense::Le, 1.0);
        }
        if let Some(most) = problem.max_open {
            let terms = (0..problem.plants.len()).map(|j| (j, 1.0)).collect();
            self.push(Rule::MaxOptions, terms, Sense::Le, most as f64);
        }
        if let Some(budget) = problem.budget {
            let spent = problem.plants.iter().enumerate().filter(|(_, p)| p.invest > 0.0);
            let terms = spent.map(|(j, plant)| (j, plant.invest)).collect();
            self.push(Rule::Budget, terms, Sense::Le, budget);
        }
        if let Some(floor) = &problem.floor {
            let brings = |(c, (column, _)): (usize, &(Column, f64))| match column {
                Column::Open(j) => (c, floor.open[*j]),
                Column::Share(unit, j) => {
                    (c, floor.tonne[*j][self.source(problem, *unit)] * self.tonnes(problem, *unit, None))
                }
                Column::Idle(_) => (c, 0.0),
            };
            let terms = self.columns.iter().enumerate().map(brings).filter(|(_, v)| v.abs() > 0.0).collect();
            self.push(Rule::Floor, terms, Sense::Ge, floor.least);
        }
    }
}

/// A unit per row; a unit per source with all its months where a source gives everything to one option.
fn units(problem: &Problem) -> Vec<Vec<usize>> {
    if !problem.single {
        return (0..problem.rows.len()).map(|row| vec![row]).collect();
    }
    let mut units: Vec<Vec<usize>> = vec![Vec::new(); problem.sources];
    for (r, row) in problem.rows.iter().enumerate() {
        units[row.source].push(r);
    }
    units.retain(|unit| !unit.is_empty());
    units
}
