//! The nucleolus by a sequence of linear programs, each fixing the groups that cannot be made more content.

use super::{Coalition, Game};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, SolveOutcome, Variable};
use std::collections::BTreeMap;

/// Each program has a line for every group: beyond this it is minutes.
pub const NUCLEOLUS_PLAYERS: usize = 9;
/// Relative to the game's largest worth.
const ROUNDING: f64 = 1e-7;

/// Groups whose surplus is settled: what they get above their worth.
pub(super) type Bounds = BTreeMap<Coalition, f64>;

/// What one program reached.
pub(super) struct Level {
    /// Least surplus of the groups not yet settled.
    pub margin: f64,
    /// A split that reaches it.
    pub shares: Vec<f64>,
}

/// The one split under which the sorted list of the groups' surpluses is largest, least content first; `None` beyond
/// [`NUCLEOLUS_PLAYERS`] or when a program fails.
pub fn nucleolus(game: &Game) -> Option<Vec<f64>> {
    if game.players() > NUCLEOLUS_PLAYERS {
        return None;
    }
    let mut settled = Bounds::new();
    loop {
        let reached = level(game, &settled)?;
        let tied = tied(game, &settled, &reached)?;
        if tied.is_empty() || rank(game.players(), settled.keys().chain(&tied)) == game.players() {
            settled.extend(tied.iter().map(|group| (*group, reached.margin)));
            return Some(level(game, &settled).map_or(reached.shares, |last| last.shares));
        }
        settled.extend(tied.into_iter().map(|group| (group, reached.margin)));
    }
}

/// The largest margin by which all unsettled groups can be above their worth; `None` when the program fails or nobody plays.
pub(super) fn level(game: &Game, settled: &Bounds) -> Option<Level> {
    let mut program = Program::new(game, settled);
    let margin = program.lp.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY));
    let mut open = false;
    for group in game.proper_groups().filter(|group| !settled.contains_key(group)) {
        open = true;
        let mut line = program.line(group);
        line.push((margin, -1.0));
        program.lp.add_constraint(line, ComparisonOp::Ge, game.worth(group));
    }
    if !open {
        // Nothing to raise: any split that keeps what is settled.
        program.lp.add_constraint([(margin, 1.0)], ComparisonOp::Eq, 0.0);
    }
    let solution = optimum(&program.lp)?;
    let shares = program.shares.iter().map(|share| solution.var_value(*share)).collect();
    Some(Level { margin: solution.var_value(margin), shares })
}

/// The unsettled groups that are at the margin under every split that reaches it.
fn tied(game: &Game, settled: &Bounds, reached: &Level) -> Option<Vec<Coalition>> {
    let rounding = ROUNDING * game.scale();
    let mut tied = Vec::new();
    let open = game.proper_groups().filter(|group| !settled.contains_key(group));
    for group in
        open.filter(|group| group.sum(&reached.shares) - game.worth(*group) < reached.margin + rounding)
    {
        if most(game, settled, reached.margin - rounding, group)? < reached.margin + 10.0 * rounding {
            tied.push(group);
        }
    }
    Some(tied)
}

/// The largest surplus of one group while no other unsettled one falls below the margin.
fn most(game: &Game, settled: &Bounds, margin: f64, wanted: Coalition) -> Option<f64> {
    let mut program = Program::new(game, settled);
    for group in game.proper_groups().filter(|group| !settled.contains_key(group)) {
        let line = program.line(group);
        program.lp.add_constraint(line, ComparisonOp::Ge, game.worth(group) + margin);
    }
    let surplus = program.lp.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY));
    let mut line = program.line(wanted);
    line.push((surplus, -1.0));
    program.lp.add_constraint(line, ComparisonOp::Eq, game.worth(wanted));
    Some(optimum(&program.lp)?.var_value(surplus))
}

/// The solved program; a budget that ran out or a numeric failure is no optimum.
fn optimum(lp: &Problem) -> Option<Solution> {
    match lp.solve().ok()? {
        SolveOutcome::Solution(solution) => Some(solution),
        SolveOutcome::Interrupted(_) => None,
    }
}

/// A program over the partners' shares, which add up to the whole and keep what is settled.
struct Program {
    lp: Problem,
    shares: Vec<Variable>,
}

impl Program {
    fn new(game: &Game, settled: &Bounds) -> Self {
        let mut lp = Problem::new(OptimizationDirection::Maximize);
        let free = (f64::NEG_INFINITY, f64::INFINITY);
        let shares = (0..game.players()).map(|_| lp.add_var(0.0, free)).collect();
        let mut program = Self { lp, shares };
        let everybody = program.line(Coalition::all(game.players()));
        program.lp.add_constraint(everybody, ComparisonOp::Eq, game.total());
        for (group, surplus) in independent(game.players(), settled) {
            let line = program.line(group);
            program.lp.add_constraint(line, ComparisonOp::Eq, game.worth(group) + surplus);
        }
        program
    }

    fn line(&self, group: Coalition) -> Vec<(Variable, f64)> {
        group.players().filter_map(|player| Some((*self.shares.get(player)?, 1.0))).collect()
    }
}

/// The settled groups that say something the others and the whole do not: repeated equalities, off by rounding, make a program infeasible.
fn independent(players: usize, settled: &Bounds) -> Vec<(Coalition, f64)> {
    let mut basis = Basis::new(players);
    basis.add(Coalition::all(players));
    settled
        .iter()
        .filter(|(group, _)| basis.add(**group))
        .map(|(group, surplus)| (*group, *surplus))
        .collect()
}

/// How many shares these groups and the whole determine.
fn rank<'a>(players: usize, groups: impl Iterator<Item = &'a Coalition>) -> usize {
    let mut basis = Basis::new(players);
    basis.add(Coalition::all(players));
    for group in groups {
        basis.add(*group);
    }
    basis.rows.len()
}

/// Rows in echelon form.
struct Basis {
    players: usize,
    rows: Vec<(usize, Vec<f64>)>,
}

impl Basis {
    fn new(players: usize) -> Self {
        Self { players, rows: Vec::new() }
    }

    /// True when the group is independent of those before it.
    fn add(&mut self, group: Coalition) -> bool {
        let mut row: Vec<f64> = (0..self.players).map(|p| if group.has(p) { 1.0 } else { 0.0 }).collect();
        for (lead, other) in &self.rows {
            let factor = row[*lead];
            row.iter_mut().zip(other).for_each(|(cell, by)| *cell -= factor * by);
        }
        let Some(lead) = row.iter().position(|cell| cell.abs() > 1e-9) else { return false };
        let head = row[lead];
        for cell in &mut row {
            *cell /= head;
        }
        self.rows.push((lead, row));
        true
    }
}
